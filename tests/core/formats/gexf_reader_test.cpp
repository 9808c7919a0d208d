#include "core/formats/gexf.h"
#include "core/formats/gexf_times.h"
#include "tests/core/formats/graph_file_reading.h"
#include "tests/core/formats/same_dossier.h"

namespace entente {

namespace {

struct GexfReader : GraphFileReading {
    GexfReader() : GraphFileReading(gexfReader(), gexfWriter()) {}

    std::string period(const Dossier& dossier, std::string_view vertex) {
        return toEdtf(dossier.vertices().period(dossier.findVertex(vertex)));
    }
};

using Lines = std::vector<std::string>;

} // namespace

TEST_F(GexfReader, ReadsAttributesWithDefaultsAndOptions) {
    const Dossier dossier = read(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n"
        "<meta lastmodifieddate=\"2009-03-20\"><creator>Gexf.net</creator>"
        "<title>A title</title><description>A description</description></meta>\n"
        "<graph defaultedgetype=\"directed\">\n"
        "<attributes class=\"node\"><attribute id=\"0\" title=\"url\" type=\"string\"/>"
        "<attribute id=\"1\" title=\"indegree\" type=\"float\"/>"
        "<attribute id=\"2\" title=\"frog\" type=\"boolean\"><default>true</default></attribute>\n"
        "<attribute id=\"3\" title=\"kind\" type=\"string\"><options>state|company</options>"
        "</attribute></attributes>\n"
        "<attributes class=\"edge\"><attribute id=\"0\" title=\"sector\" type=\"string\"/>"
        "<attribute id=\"1\" title=\"label\" type=\"string\"/></attributes>\n"
        "<nodes count=\"2\"><node id=\"a\" label=\"A &quot;x&quot;\"><attvalues>"
        "<attvalue for=\"0\" value=\"http://x\"/><attvalue for=\"1\" value=\"null\"/>"
        "<attvalue for=\"3\" value=\"company\"/></attvalues></node>\n"
        "<node id=\"b\"><attvalues><attvalue for=\"2\" value=\"false\"/>"
        "<attvalue for=\"3\" value=\"frog\"/><attvalue for=\"1\" value=\"few\"/>"
        "<attvalue for=\"9\" value=\"nine\"/></attvalues></node></nodes>\n"
        "<edges><edge id=\"0\" source=\"a\" target=\"b\" weight=\"2.5\" label=\"owns\">"
        "<attvalues><attvalue for=\"0\" value=\"energy\"/><attvalue for=\"1\" value=\"drawn\"/>"
        "</attvalues></edge>\n"
        "<edge source=\"b\" target=\"a\" type=\"mutual\" kind=\"supplies\" weight=\"many\"/>"
        "</edges></graph></gexf>\n");
    EXPECT_EQ(dossier.cover().title, "A title");
    EXPECT_EQ(dossier.cover().description, "A description");
    EXPECT_EQ(toEdtf(dossier.cover().asOf), "2009-03-20");
    EXPECT_EQ(dossier.label(0), "A \"x\"");
    EXPECT_EQ(dossier.vertices().kind(0), VertexKind::Company);
    EXPECT_EQ(of(dossier, "a", "frog"), "true") << "the default";
    EXPECT_EQ(of(dossier, "a", "indegree"), "") << "Gephi's null";
    EXPECT_EQ(of(dossier, "b", "frog"), "false");
    EXPECT_EQ(of(dossier, "b", "9"), "nine");
    EXPECT_EQ(edges(dossier), (Lines{"A \"x\" → b (owns)", "b – A \"x\" (supplies)"}));
    EXPECT_EQ(dossier.edges().weight(0), 2.5F);
    EXPECT_EQ(dossier.edges().sectors(0), dossier.findSector("energy"));
    EXPECT_EQ(of(dossier, EdgeIndex{0}, "label"), "drawn");
    EXPECT_TRUE(says(9, "not among the values that the file allows")) << report.text();
    EXPECT_TRUE(says(9, "“few” is no number"));
    EXPECT_TRUE(says(9, "does not declare this attribute"));
    EXPECT_TRUE(says(11, "“many” is no number"));
    EXPECT_TRUE(says(0, "Mutual edges: 1"));
    EXPECT_EQ(report.rowsRefused, 0U);
}

TEST_F(GexfReader, ReadsTheTimesOfAllVersions) {
    const auto graph = [this](std::string_view format, const std::string& nodes) {
        return read("<gexf><graph mode=\"dynamic\" timeformat=\"" + std::string(format) +
                    "\">\n<nodes>" + nodes + "</nodes></graph></gexf>");
    };
    const Dossier dates = graph(
        "date",
        "<node id=\"a\" start=\"2009-03-01\" end=\"2009-03-10\"/>"
        "<node id=\"b\" start=\"2009-03-01\"/><node id=\"c\" end=\"2009-03-10\"/>"
        "<node id=\"d\" startopen=\"2009-03-01\" endopen=\"2009-03-10\"/>"
        "<node id=\"e\" start=\"-Infinity\" end=\"INF\"/><node id=\"f\" start=\"2009\" "
        "end=\"2009\"/><node id=\"g\"/><node id=\"h\" timestamp=\"2009-03-01T10:00:00+03:00\"/>");
    EXPECT_EQ(period(dates, "a"), "2009-03-01/2009-03-10");
    EXPECT_EQ(period(dates, "b"), "2009-03-01/..");
    EXPECT_EQ(period(dates, "c"), "../2009-03-10");
    EXPECT_EQ(period(dates, "d"), "2009-03-02/2009-03-09") << "the bounds do not belong to it";
    EXPECT_EQ(period(dates, "e"), "../..");
    EXPECT_EQ(period(dates, "f"), "2009");
    EXPECT_EQ(period(dates, "g"), "");
    EXPECT_EQ(period(dates, "h"), "2009-03-01");
    const Dossier numbers = graph("double", "<node id=\"a\" start=\"2004.0\" end=\"2006.5\"/>"
                                            "<node id=\"b\" timestamp=\"7\"/>"
                                            "<node id=\"c\" start=\"1325376000000\"/>");
    EXPECT_EQ(period(numbers, "a"), "2004/2006");
    EXPECT_EQ(period(numbers, "b"), "0007");
    EXPECT_TRUE(says(0, "plain numbers far from today's years: 1")) << report.text();
    EXPECT_EQ(period(numbers, "c"), "");
    EXPECT_EQ(of(numbers, "c", "time"), "<[1325376000000, Infinity]>") << "kept";
    EXPECT_TRUE(says(2, "no date")) << report.text();
    const Dossier spells = graph(
        "integer", "<node id=\"a\" start=\"1990\" end=\"2010\"><spells>"
                   "<spell start=\"1990\" end=\"1995\"/><spell start=\"2000\" end=\"2010\"/>"
                   "</spells></node>"
                   "<node id=\"b\"><slices><slice start=\"2001\" end=\"2002\"/></slices></node>"
                   "<node id=\"c\"><spells><spell timestamp=\"2001\"/><spell timestamp=\"2004\"/>"
                   "</spells></node><node id=\"d\" intervals=\"&lt;[2001, 2003]&gt;\"/>");
    EXPECT_EQ(period(spells, "a"), "1990/2010");
    EXPECT_EQ(of(spells, "a", "timeset"), "<[1990, 1995]; [2000, 2010]>");
    EXPECT_EQ(period(spells, "b"), "2001/2002");
    EXPECT_EQ(period(spells, "c"), "2001/2004");
    EXPECT_EQ(of(spells, "c", "timestamps"), "<[2001, 2004]>");
    EXPECT_EQ(period(spells, "d"), "2001/2003");
    expectSame(spells, again(spells));
}

TEST_F(GexfReader, AnEdgeWithSeveralSpellsIsSeveral) {
    const Dossier dossier =
        read("<gexf><graph mode=\"dynamic\" timeformat=\"date\"><nodes><node id=\"a\"/>"
             "<node id=\"b\"/></nodes><edges><edge id=\"e\" source=\"a\" target=\"b\"><spells>"
             "<spell start=\"1990-01-01\" end=\"1991-01-01\"/><spell start=\"1995-01-01\"/>"
             "</spells></edge></edges></graph></gexf>");
    ASSERT_EQ(dossier.edges().size(), 2U);
    EXPECT_EQ(toEdtf(dossier.edges().period(0)), "1990-01-01/1991-01-01");
    EXPECT_EQ(toEdtf(dossier.edges().period(1)), "1995-01-01/..");
    EXPECT_EQ(dossier.text(dossier.edges().id(0)), "e");
    EXPECT_EQ(dossier.text(dossier.edges().id(1)), "e (2)");
    EXPECT_TRUE(says(1, "Edges with several periods: 1, the first here. They became 2 edges"))
        << report.text();
    expectSame(dossier, again(dossier));
}

TEST_F(GexfReader, WhatDatesCannotSayOfTimesIsSaid) {
    (void)read("<gexf><graph mode=\"dynamic\" timeformat=\"dateTime\" timezone=\"Europe/Paris\">\n"
               "<nodes><node id=\"a\" start=\"2001-01-01T00:00:00Z\"/>\n"
               "<node id=\"b\" start=\"2001-01-01T10:30:00\" end=\"2001-01-02T10:30:00\"/>\n"
               "<node id=\"c\" timestamp=\"2001-01-01T10:30:00\"/></nodes>\n"
               "<edges><edge source=\"a\" target=\"b\" end=\"2001-01-01T10:30:00\"/></edges>"
               "</graph></gexf>");
    EXPECT_TRUE(says(1, "“Europe/Paris” is said of the file as a whole")) << report.text();
    EXPECT_TRUE(says(3, "Nodes whose times have a time of day: 2, the first here"));
    EXPECT_TRUE(says(5, "Edges whose times have a time of day: 1"));
    (void)read(
        "<gexf><graph mode=\"dynamic\" timeformat=\"double\" start=\"1990.5\" end=\"2005\">\n"
        "<nodes><node id=\"a\" start=\"2001.0\"/>\n"
        "<node id=\"b\" start=\"2001.5\" end=\"2003.25\"/></nodes></graph></gexf>");
    EXPECT_TRUE(says(3, "Nodes whose times have a fraction of a year: 1")) << report.text();
    EXPECT_TRUE(says(1, "“1990.5” is said of the file as a whole"));
    EXPECT_TRUE(says(1, "“2005” is said of the file as a whole"));
}

TEST_F(GexfReader, ValuesThatChangeInTimeAreKeptAndWrittenBack) {
    const Dossier dossier =
        read("<gexf><graph mode=\"dynamic\" timeformat=\"date\">\n"
             "<attributes class=\"node\" mode=\"dynamic\"><attribute id=\"p\" title=\"people\" "
             "type=\"integer\"/><attribute id=\"h\" title=\"head\" type=\"string\"/></attributes>\n"
             "<attributes class=\"edge\" mode=\"dynamic\"><attribute id=\"w\" title=\"Weight\" "
             "type=\"double\"/></attributes>\n"
             "<nodes><node id=\"a\"><attvalues>"
             "<attvalue for=\"p\" value=\"5\" start=\"2001\" end=\"2002\"/>"
             "<attvalue for=\"h\" value=\"X; Y\" end=\"2001\"/>"
             "<attvalue for=\"p\" value=\"7\" start=\"2002-06-01\"/></attvalues></node>"
             "<node id=\"b\"><attvalues><attvalue for=\"p\" value=\"9\"/></attvalues></node>"
             "</nodes>\n<edges><edge source=\"a\" target=\"b\"><attvalues>"
             "<attvalue for=\"w\" value=\"1.5\" timestamp=\"2004\"/>"
             "<attvalue for=\"w\" value=\"3\" timestamp=\"2005\"/></attvalues></edge></edges>\n"
             "</graph></gexf>");
    EXPECT_EQ(of(dossier, "a", "people"), "7");
    EXPECT_EQ(of(dossier, "a", "people over time"), "<[2001, 2002, 5]; [2002-06-01, Infinity, 7]>");
    EXPECT_EQ(of(dossier, "a", "head over time"), "<[-Infinity, 2001, \"X; Y\"]>");
    EXPECT_EQ(of(dossier, "b", "people"), "9");
    EXPECT_EQ(dossier.edges().weight(0), 3);
    EXPECT_EQ(of(dossier, EdgeIndex{0}, "Weight"), "<[2004, 1.5]; [2005, 3]>");
    EXPECT_EQ(report.entries.size(), 2U) << report.text();
    EXPECT_TRUE(says(0, "Nodes with several values of “people” in time: 1"));
    EXPECT_TRUE(says(0, "Edges with several values of “Weight” in time: 1"));
    const std::string text = written(dossier);
    EXPECT_NE(text.find("value=\"5\" start=\"2001\" end=\"2002\""), std::string::npos) << text;
    EXPECT_NE(text.find("value=\"7\" start=\"2002-06-01\"/>"), std::string::npos) << text;
    EXPECT_NE(text.find("value=\"1.5\" start=\"2004\" end=\"2004\""), std::string::npos) << text;
    expectSame(dossier, read(text));
}

TEST_F(GexfReader, TypesAndOptionsThatADossierHasNotAreSaid) {
    const std::string big = "123456789012345678901234567890";
    const Dossier dossier = read(
        "<gexf><graph>\n<attributes class=\"node\">"
        "<attribute id=\"l\" title=\"list\" type=\"liststring\"/>\n"
        "<attribute id=\"b\" title=\"big\" type=\"biginteger\"/>\n"
        "<attribute id=\"s\" title=\"small\" type=\"biginteger\"/>\n"
        "<attribute id=\"o\" title=\"party\" type=\"string\"><options>a|b</options></attribute>"
        "</attributes>\n<nodes><node id=\"a\"><attvalues><attvalue for=\"l\" value=\"[x, y]\"/>"
        "<attvalue for=\"b\" value=\"" +
        big +
        "\"/><attvalue for=\"s\" value=\"7\"/><attvalue for=\"o\" value=\"\"/></attvalues>"
        "</node></nodes></graph></gexf>");
    EXPECT_EQ(of(dossier, "a", "big"), big);
    EXPECT_TRUE(says(2, "A dossier has no type “liststring”")) << report.text();
    EXPECT_TRUE(says(3, "A dossier has no type “biginteger”"));
    EXPECT_TRUE(says(0, "list the values that they allow (options): 1"));
    EXPECT_TRUE(says(0, "Values that are empty: 1"));
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
    const std::string text = written(dossier);
    EXPECT_NE(text.find("title=\"big\" type=\"string\""), std::string::npos) << text;
    EXPECT_NE(text.find("title=\"small\" type=\"long\""), std::string::npos) << text;
    expectSame(dossier, read(text));
}

TEST_F(GexfReader, OptionsAllowTheItemsOfAList) {
    const auto list = [this](const std::string& type, const std::string& value) {
        (void)read("<gexf><graph><attributes class=\"node\"><attribute id=\"l\" title=\"list\" "
                   "type=\"" +
                   type +
                   "\"><options>a|b|c d</options></attribute></attributes>\n<nodes><node "
                   "id=\"n\"><attvalues><attvalue for=\"l\" value=\"" +
                   value + "\"/></attvalues></node></nodes></graph></gexf>");
        return report.rowsRepaired;
    };
    for (const std::string value :
         {"a", "a|b", "a;b", "a,c d", "[a, b]", "[]", "[&quot;a&quot;, &quot;c d&quot;]"}) {
        EXPECT_EQ(list("liststring", value), 0U) << value << report.text();
    }
    EXPECT_EQ(list("liststring", "a|x|b|y"), 2U) << report.text();
    EXPECT_TRUE(says(2, "“x” is not among the values that the file allows")) << report.text();
    EXPECT_TRUE(says(2, "“y” is not among the values that the file allows"));
    EXPECT_EQ(list("string", "a|b"), 1U) << report.text();
    EXPECT_TRUE(says(2, "“a|b” is not among the values that the file allows"));
}

TEST_F(GexfReader, WordsThatAreNoDirectionAreSaid) {
    const auto graph = [this](const std::string& defaults) {
        return read("<gexf>\n<graph defaultedgetype=\"" + defaults +
                    "\"><nodes><node id=\"a\"/><node id=\"b\"/></nodes><edges>\n"
                    "<edge source=\"a\" target=\"b\" type=\"sim\"/>\n"
                    "<edge source=\"b\" target=\"a\"/></edges></graph></gexf>");
    };
    EXPECT_EQ(edges(graph("sideways")), (Lines{"a – b", "b – a"}));
    EXPECT_TRUE(says(2, "“sideways” is no direction (directed, undirected or mutual); edges that "
                        "do not say theirs were taken as undirected"))
        << report.text();
    EXPECT_TRUE(says(3, "“sim” is no direction (directed, undirected or mutual); the edge was "
                        "taken as undirected"));
    EXPECT_EQ(edges(graph("directed")), (Lines{"a → b", "b → a"}));
    EXPECT_TRUE(says(3, "the edge was taken as directed")) << report.text();
    EXPECT_EQ(report.entries.size(), 1U) << report.text();
    (void)graph("mutual");
    EXPECT_EQ(report.entries.size(), 1U) << report.text();
}

TEST_F(GexfReader, AnEdgesTypeStandsBesideItsRole) {
    const std::string type = R"(<attribute id="t" title="type" type="string"/>)";
    const std::string role = R"(<attribute id="r" title="role" type="string"/>)";
    for (const std::string& attributes : {type + role, role + type}) {
        const Dossier dossier =
            read("<gexf><graph><attributes class=\"edge\">" + attributes +
                 "</attributes><nodes><node id=\"a\"/></nodes><edges><edge source=\"a\" "
                 "target=\"a\"><attvalues><attvalue for=\"t\" value=\"friend\"/>"
                 "<attvalue for=\"r\" value=\"boss\"/></attvalues></edge></edges></graph></gexf>");
        EXPECT_EQ(edges(dossier), Lines{"a – a (boss)"}) << attributes;
        EXPECT_EQ(of(dossier, EdgeIndex{0}, "type"), "friend") << attributes;
        expectSame(dossier, again(dossier));
    }
}

TEST_F(GexfReader, OpenBoundsAndMomentsOfValuesAreWrittenAsTheyWere) {
    const auto graph = [](const std::string& format, const std::string& values) {
        return "<gexf><graph mode=\"dynamic\" timeformat=\"" + format +
               "\"><attributes class=\"node\" mode=\"dynamic\"><attribute id=\"g\" title=\"gdp\" "
               "type=\"double\"/></attributes><nodes><node id=\"a\"><attvalues>" +
               values + "</attvalues></node></nodes></graph></gexf>";
    };
    for (const auto& [format, values] : std::vector<std::pair<std::string, Lines>>{
             {"date",
              {R"(value="1" start="2001-01-01" endopen="2002-01-01")",
               R"(value="2" startopen="2002-01-01")"}},
             {"integer", {R"(value="1" start="1990" endopen="1995")"}},
             {"integer", {R"(value="1" timestamp="1990")", R"(value="3" timestamp="1995")"}},
             {"dateTime",
              {R"(value="1" timestamp="2001-01-01T10:30:00Z")",
               R"(value="2" timestamp="2002-01-01T11:00:00+01:00")"}},
             {"dateTime",
              {R"(value="1" start="2001-01-01T10:30:00.5" end="2001-01-02T10:30:00")",
               R"(value="2" start="2001-02-01" endopen="2001-03-01")"}}}) {
        std::string all;
        for (const std::string& value : values) {
            all += "<attvalue for=\"g\" " + value + "/>";
        }
        const Dossier dossier = read(graph(format, all));
        const std::string text = written(dossier);
        EXPECT_NE(text.find("timeformat=\"" + format), std::string::npos) << text;
        const std::string way =
            values.front().find("timestamp") == std::string::npos ? "interval" : "timestamp";
        EXPECT_NE(text.find("timerepresentation=\"" + way), std::string::npos) << text;
        for (const std::string& value : values) {
            EXPECT_NE(text.find("for=\"0\" " + value), std::string::npos) << value << text;
        }
        expectSame(dossier, read(text));
    }
}

TEST_F(GexfReader, ReadsLooksAndWritesThemBack) {
    const Dossier dossier = read(
        "<gexf xmlns:viz=\"http://www.gexf.net/1.2draft/viz\"><graph><nodes>\n"
        "<node id=\"a\"><viz:color r=\"239\" g=\"173\" b=\"66\" a=\"0.6\"/>"
        "<viz:position x=\"15.783598\" y=\"40.109245\" z=\"0.0\"/><viz:size value=\"2.0375757\"/>"
        "<viz:shape value=\"square\"/></node>\n"
        "<node id=\"b\"><viz:color hex=\"#FF7700\"/></node><node id=\"c\"><viz:color r=\"x\"/>"
        "</node></nodes><edges><edge source=\"a\" target=\"b\"><viz:color r=\"1\" g=\"2\" b=\"3\"/>"
        "<viz:thickness value=\"4\"/><viz:shape value=\"dotted\"/></edge></edges></graph></gexf>");
    EXPECT_EQ(of(dossier, "a", "color"), "#efad42");
    EXPECT_EQ(of(dossier, "a", "alpha"), "0.6");
    EXPECT_EQ(of(dossier, "a", "x"), "15.783598");
    EXPECT_EQ(of(dossier, "a", "y"), "-40.109245") << "downwards";
    EXPECT_EQ(of(dossier, "a", "z"), "0.0");
    EXPECT_EQ(of(dossier, "a", "size"), "2.0375757");
    EXPECT_EQ(of(dossier, "a", "shape"), "square");
    EXPECT_EQ(of(dossier, "b", "color"), "#ff7700");
    EXPECT_EQ(of(dossier, EdgeIndex{0}, "color"), "#010203");
    EXPECT_EQ(of(dossier, EdgeIndex{0}, "thickness"), "4");
    EXPECT_TRUE(says(3, "needs r, g and b")) << report.text();
    const std::string text = written(dossier);
    EXPECT_NE(text.find("<viz:position x=\"15.783598\" y=\"40.109245\" z=\"0.0\"/>"),
              std::string::npos)
        << text;
    EXPECT_EQ(text.find("<attvalue"), std::string::npos) << text;
    expectSame(dossier, read(text));
}

TEST_F(GexfReader, AnAttributeDeclaredTwiceAndAnotherTooLateAreReadAllTheSame) {
    const Dossier dossier =
        read("<gexf version=\"1.2\"><graph>\n"
             "<attributes class=\"edge\"><attribute id=\"1\" title=\"weight of it\"/>"
             "<attribute id=\"1\" title=\"twice\"/></attributes>\n"
             "<nodes><node id=\"a\"/><node id=\"b\"/></nodes>\n"
             "<edges><edge source=\"a\" target=\"b\"><attvalues><attvalue for=\"1\" value=\"x\"/>"
             "</attvalues></edge>\n"
             "<edge source=\"b\" target=\"a\"><attvalues><attvalue for=\"late\" value=\"y\"/>"
             "</attvalues></edge></edges></graph></gexf>\n");
    EXPECT_EQ(of(dossier, EdgeIndex{0}, "weight of it"), "x");
    EXPECT_EQ(of(dossier, EdgeIndex{1}, "late"), "y");
    EXPECT_TRUE(says(2, "declared already")) << report.text();
    EXPECT_TRUE(says(5, "does not declare")) << report.text();
}

TEST_F(GexfReader, NodesInsideOthersAreFlattened) {
    const Dossier dossier =
        read("<gexf><graph><nodes><node id=\"a\"><nodes><node id=\"b\"><nodes><node id=\"c\"/>"
             "</nodes></node></nodes><edges><edge source=\"b\" target=\"c\"/></edges></node>"
             "<node id=\"d\" pid=\"a\"/><node id=\"e\"><parents><parent for=\"a\"/>"
             "<parent for=\"b\"/></parents></node></nodes></graph></gexf>");
    EXPECT_EQ(dossier.vertices().size(), 5U);
    EXPECT_EQ(dossier.edges().size(), 1U);
    EXPECT_EQ(of(dossier, "c", "parent"), "b");
    EXPECT_EQ(of(dossier, "d", "parent"), "a");
    EXPECT_EQ(of(dossier, "e", "parent"), "a; b");
    EXPECT_TRUE(says(0, "lie in others: 4")) << report.text();
}

TEST_F(GexfReader, WhatIsWrongIsSaidWithItsLine) {
    const Dossier dossier = read("<gexf><graph><nodes>\n<node id=\"a\"/>\n<node id=\"a\"/>\n"
                                 "<node label=\"no id\"/>\n<colour/></nodes><edges>\n"
                                 "<edge source=\"a\" target=\"b\"/>\n<edge target=\"b\"/>"
                                 "</edges></graph></gexf>");
    EXPECT_TRUE(says(3, "duplicate id"));
    EXPECT_TRUE(says(4, "no id"));
    EXPECT_TRUE(says(6, "not among the nodes"));
    EXPECT_TRUE(says(7, "names no vertex"));
    EXPECT_TRUE(says(0, "does not know where they stand: 1"));
    EXPECT_EQ(dossier.vertices().size(), 2U);
    EXPECT_NE(refusal("<gexf><graph>").find("cut off"), std::string::npos);
    EXPECT_NE(refusal("<graphml/>").find("no GEXF"), std::string::npos);
}

TEST(GexfTimes, DynamicValuesReadBack) {
    for (const std::string text :
         {"<[2001, 2002, 3.5]; [2002, 2003, 4.0]>", "<[2004, 1]; (2005, 2006, \"a \\\"b\\\"; c\"]>",
          "<[-Infinity, 2001-03-12, x); [2001-03-12, Infinity, \"\"]>"}) {
        const auto values = parseDynamicText(text);
        ASSERT_TRUE(values) << text;
        EXPECT_EQ(dynamicText(*values), text);
    }
    for (const std::string_view text : {"", "<", "<>", "<[2001]>", "[2001, 2]", "<[1, 2, 3, 4]>",
                                        "<[1, \"2]>", "<[1, 2]> x", "<[1 2]>"}) {
        EXPECT_FALSE(parseDynamicText(text)) << text;
    }
}

} // namespace entente
