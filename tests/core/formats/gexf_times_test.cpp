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

    /// Reads one edge from a to b, its spells on a line of their own, with what its values are.
    Dossier readEdge(const std::string& tag, const std::string& spells, const std::string& values) {
        return read("<gexf><graph mode=\"dynamic\" timeformat=\"integer\">\n"
                    "<attributes class=\"edge\" mode=\"dynamic\">"
                    "<attribute id=\"w\" title=\"Weight\" type=\"double\"/>"
                    "<attribute id=\"t\" title=\"tone\" type=\"string\"/></attributes>\n"
                    "<nodes><node id=\"a\"/><node id=\"b\"/></nodes><edges>\n"
                    "<edge id=\"e\" source=\"a\" target=\"b\" " +
                    tag + "><spells>" + spells + "</spells><attvalues>" + values +
                    "</attvalues></edge></edges></graph></gexf>");
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

TEST_F(GexfTimesInFiles, ABoundThatIsAListDoesNoHarm) {
    const Dossier dossier = readEdge("", "<spell start=\"2001, 2002\" end=\"2003\"/>",
                                     "<attvalue for=\"t\" value=\"warm\" timestamp=\"2001\"/>");
    EXPECT_EQ(of(dossier, EdgeIndex{0}, "tone"), "warm");
}

TEST_F(GexfTimesInFiles, EachOfAnEdgesPeriodsHasTheValuesOfItsTime) {
    const Dossier dossier =
        readEdge("weight=\"9\"",
                 "<spell start=\"1990\" end=\"1995\"/><spell start=\"1995\" end=\"2000\"/>"
                 "<spell start=\"2010\"/>",
                 "<attvalue for=\"w\" value=\"1\" start=\"1990\" end=\"1995\"/>"
                 "<attvalue for=\"w\" value=\"3\" start=\"1998\" end=\"2000\"/>"
                 "<attvalue for=\"w\" value=\"2\" start=\"1995\" end=\"1998\"/>"
                 "<attvalue for=\"w\" value=\"8\" timestamp=\"2005\"/>"
                 "<attvalue for=\"t\" value=\"warm\" end=\"1992\"/>"
                 "<attvalue for=\"t\" value=\"cold\" start=\"2011\"/>");
    ASSERT_EQ(dossier.edges().size(), 3U);
    EXPECT_EQ(dossier.edges().weight(0), 1) << "a bound in common is no time in common";
    EXPECT_EQ(dossier.edges().weight(1), 3) << "the latest in time, not in the file";
    EXPECT_EQ(dossier.edges().weight(2), 9) << "its own where no value is of its time";
    EXPECT_EQ(of(dossier, EdgeIndex{0}, "tone"), "warm");
    EXPECT_EQ(of(dossier, EdgeIndex{1}, "tone"), "") << "none is of its time";
    EXPECT_EQ(of(dossier, EdgeIndex{2}, "tone"), "cold");
    EXPECT_EQ(of(dossier, EdgeIndex{0}, "tone over time"), "<[-Infinity, 1992, warm]>");
    EXPECT_EQ(of(dossier, EdgeIndex{1}, "tone over time"), "");
    EXPECT_EQ(of(dossier, EdgeIndex{2}, "tone over time"), "<[2011, Infinity, cold]>");
    EXPECT_EQ(of(dossier, EdgeIndex{1}, "Weight"), "<[2005, 8]; [1995, 1998, 2]; [1998, 2000, 3]>");
    EXPECT_EQ(dossier.text(dossier.edges().id(0)), "e");
    EXPECT_EQ(dossier.text(dossier.edges().id(1)), "e (2)");
    EXPECT_EQ(dossier.text(dossier.edges().id(2)), "e (3)");
    EXPECT_EQ(toEdtf(dossier.edges().period(2)), "2010/..");
    EXPECT_TRUE(says(0, "Edges with several periods and values that change in time: 1. They became "
                        "3 edges"))
        << report.text();
    EXPECT_TRUE(says(0, "Values of times in which their edge has no period: 1."));
    EXPECT_TRUE(says(0, "Edges with several values of “Weight” in time: 1. The last one"));
    EXPECT_FALSE(says(0, "“tone” in time")) << report.text();
    expectSame(dossier, again(dossier));
}

TEST_F(GexfTimesInFiles, ValuesAtMomentsGoToThePeriodsThatHoldThem) {
    const Dossier dossier =
        readEdge("", "<spell start=\"1990\" end=\"1995\"/><spell start=\"2000\" end=\"2005\"/>",
                 "<attvalue for=\"w\" value=\"4\" timestamp=\"1995\"/>"
                 "<attvalue for=\"w\" value=\"5\" timestamp=\"2000\"/>"
                 "<attvalue for=\"t\" value=\"warm\" timestamp=\"2001\"/>"
                 "<attvalue for=\"t\" value=\"cool\"/>");
    ASSERT_EQ(dossier.edges().size(), 2U);
    EXPECT_EQ(dossier.edges().weight(0), 4);
    EXPECT_EQ(dossier.edges().weight(1), 5);
    EXPECT_EQ(of(dossier, EdgeIndex{0}, "tone"), "cool") << "said of no time";
    EXPECT_EQ(of(dossier, EdgeIndex{1}, "tone"), "warm");
    EXPECT_FALSE(says(0, "has no period")) << report.text();
    expectSame(dossier, again(dossier));
}

TEST_F(GexfTimesInFiles, ThatOnlyTheLastOfSeveralValuesIsTheValueIsSaidOnceForEachAttribute) {
    const auto node = [](const std::string& id) {
        return "<node id=\"" + id +
               "\"><attvalues><attvalue for=\"p\" value=\"5\" start=\"2001\" end=\"2002\"/>"
               "<attvalue for=\"p\" value=\"7\" start=\"2002\"/>"
               "<attvalue for=\"once\" value=\"1\" start=\"2002\"/></attvalues></node>";
    };
    const Dossier dossier =
        read("<gexf><graph mode=\"dynamic\" timeformat=\"integer\">"
             "<attributes class=\"node\" mode=\"dynamic\"><attribute id=\"p\" title=\"{people}\" "
             "type=\"integer\"/><attribute id=\"once\" title=\"once\" type=\"integer\"/>"
             "</attributes><attributes class=\"edge\" mode=\"dynamic\">"
             "<attribute id=\"w\" title=\"Weight\" type=\"double\"/></attributes><nodes>" +
             node("a") + node("b") +
             "</nodes><edges><edge source=\"a\" target=\"b\"><attvalues>"
             "<attvalue for=\"w\" value=\"1.5\" timestamp=\"2004\"/>"
             "<attvalue for=\"w\" value=\"3\" timestamp=\"2005\"/></attvalues></edge></edges>"
             "</graph></gexf>");
    EXPECT_EQ(of(dossier, "b", "{people}"), "7");
    EXPECT_EQ(report.entries.size(), 2U) << report.text();
    EXPECT_TRUE(says(0, "Nodes with several values of “{people}” in time: 2. The last one was "
                        "taken, and all were kept in the attribute “{people} over time”."))
        << report.text();
    EXPECT_TRUE(says(0, "Edges with several values of “Weight” in time: 1. The last one was taken, "
                        "and all were kept in the attribute “Weight”."));
}

TEST_F(GexfTimesInFiles, ManyValuesOfManyPeriodsAreNotSharedOut) {
    for (const std::size_t count : {200U, 20000U}) {
        std::string values;
        std::string spells;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string times =
                "start=\"" + std::to_string(1000 + i % 500) + "\" end=\"2000\"/>";
            values += "<attvalue for=\"w\" value=\"" + std::to_string(i) + "\" " + times;
            spells += "<spell " + times;
        }
        const Dossier dossier = read(
            "<gexf><graph mode=\"dynamic\" timeformat=\"integer\"><attributes class=\"edge\" "
            "mode=\"dynamic\"><attribute id=\"w\" title=\"tons\" type=\"integer\"/></attributes>"
            "<nodes/><edges><edge source=\"a\" target=\"b\"><attvalues>" +
            values + "</attvalues><spells>" + spells + "</spells></edge></edges></graph></gexf>");
        EXPECT_EQ(dossier.edges().size(), count);
        EXPECT_TRUE(says(0, "Edges with several values of “tons” in time: 1. The last one was "
                            "taken, and all were kept"))
            << report.text();
    }
}

} // namespace entente
