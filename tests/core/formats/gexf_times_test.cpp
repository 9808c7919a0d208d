#include "core/formats/gexf.h"
#include "tests/core/formats/graph_file_reading.h"
#include "tests/core/formats/same_dossier.h"

namespace entente {

namespace {

struct GexfTimesInFiles : GraphFileReading {
    GexfTimesInFiles() : GraphFileReading(gexfReader(), gexfWriter()) {}

    std::string period(const Dossier& dossier, std::string_view vertex) {
        return toEdtf(dossier.vertices().period(dossier.findVertex(vertex)));
    }
};

} // namespace

TEST_F(GexfTimesInFiles, TimestampsInASetAreWhatSpellsWithTimestampsAre) {
    const auto graph = [this](std::string_view format, const std::string& of,
                              const std::string& inside) {
        const std::string rest = of + (inside.empty() ? "/>" : ">" + inside);
        return read("<gexf><graph mode=\"dynamic\" timerepresentation=\"timestamp\" timeformat=\"" +
                    std::string(format) + "\"><nodes><node id=\"a\" " + rest +
                    (inside.empty() ? "" : "</node>") +
                    "<node id=\"b\"/></nodes><edges><edge id=\"e\" source=\"a\" target=\"b\" " +
                    rest + (inside.empty() ? "" : "</edge>") + "</edges></graph></gexf>");
    };
    const std::vector<std::pair<std::string_view, std::vector<std::string>>> cases = {
        {"integer", {"2001", "2003", "2005"}},
        {"double", {"2001.0", "2003.5"}},
        {"date", {"2001-03-12", "2003-01-01", "2004-01-01", "2005-12-31"}}};
    for (const auto& [format, moments] : cases) {
        std::string spells;
        std::string set;
        for (const std::string& moment : moments) {
            spells += "<spell timestamp=\"" + moment + "\"/>";
            set += (set.empty() ? "" : ", ") + moment;
        }
        const Dossier wanted = graph(format, "", "<spells>" + spells + "</spells>");
        const ImportReport wantedReport = report;
        for (const std::string& text : {"&lt;[" + set + "]&gt;", "[" + set + "]", set}) {
            const Dossier dossier = graph(format, "timestamps=\"" + text + "\"", "");
            expectSame(dossier, wanted);
            EXPECT_EQ(of(dossier, "a", "timestamps"), "<[" + set + "]>") << text;
            EXPECT_EQ(of(dossier, EdgeIndex{0}, "timestamps"), "<[" + set + "]>") << text;
            EXPECT_EQ(dossier.edges().size(), 1U) << text;
            EXPECT_TRUE(says(0, "Elements with several timestamps: 2")) << report.text();
            EXPECT_EQ(report.text(), wantedReport.text());
            expectSame(dossier, again(dossier));
        }
    }
    const Dossier dossier = graph("integer", "timestamps=\"&lt;[2001]&gt;\"", "");
    EXPECT_EQ(period(dossier, "a"), "2001");
    EXPECT_TRUE(report.entries.empty()) << report.text();
    const Dossier intervals =
        graph("integer", "intervals=\"&lt;[2001, 2003); [2005, 2007]&gt;\"", "");
    EXPECT_EQ(period(intervals, "a"), "2001/2007");
    EXPECT_EQ(of(intervals, "a", "timeset"), "<[2001, 2003); [2005, 2007]>");
    ASSERT_EQ(intervals.edges().size(), 2U);
    EXPECT_EQ(toEdtf(intervals.edges().period(0)), "2001/2002");
}

TEST_F(GexfTimesInFiles, AMomentThatIsNoDateKeepsTheWholeSetAsText) {
    const Dossier dossier =
        read("<gexf><graph><nodes>\n<node id=\"a\" timestamps=\"[2001, soon, 2005]\"/></nodes>"
             "</graph></gexf>");
    EXPECT_EQ(period(dossier, "a"), "");
    EXPECT_EQ(of(dossier, "a", "time"), "<[2001, soon, 2005]>");
    EXPECT_TRUE(says(2, "a time that is no date")) << report.text();
}

TEST_F(GexfTimesInFiles, EmptyPlacesInASetAreNoMoments) {
    const Dossier dossier =
        read("<gexf><graph><nodes><node id=\"a\" timestamps=\"2001,,2005,\"/>"
             "<node id=\"b\" timestamps=\"&lt;[]&gt;\"/></nodes></graph></gexf>");
    EXPECT_EQ(period(dossier, "a"), "2001/2005");
    EXPECT_EQ(of(dossier, "a", "timestamps"), "<[2001, 2005]>");
    EXPECT_EQ(period(dossier, "b"), "");
}

} // namespace entente
