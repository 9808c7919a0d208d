#include "core/model/validation.h"
#include "tests/core/formats/table_reading.h"

namespace entente {

namespace {

struct NodeEdgeTables : TableReading {};

class Dialects : public TableReading, public testing::WithParamInterface<const char*> {};

using Lines = std::vector<std::string>;

} // namespace

TEST_P(Dialects, AllGiveTheSameDossier) {
    const Dossier dossier = read(GetParam());
    EXPECT_EQ(edges(dossier), (Lines{"A → B (ally)", "B → C (ally)"}));
    EXPECT_EQ(dossier.vertices().size(), 3U);
    EXPECT_FLOAT_EQ(dossier.edges().weight(1), 2.5F);
    EXPECT_EQ(report.rowsRead, 2U);
    EXPECT_EQ(report.rowsRefused, 0U);
}

INSTANTIATE_TEST_SUITE_P(
    Tables, Dialects,
    testing::Values("Source,Target,Role,Weight\nA,B,ally,1\nB,C,ally,2.5\n",
                    "source;target;role;weight\nA;B;ally;1\nB;C;ally;2,5\n",
                    "SOURCE\tTARGET\tROLE\tWEIGHT\nA\tB\tally\t1\nB\tC\tally\t2.5",
                    "Source|Target|Role|Weight\nA|B|ally|1\nB|C|ally|2.5\n",
                    "Source Target Role Weight\nA B ally 1\nB C ally 2.5\n",
                    "Source,Target,Role,Weight\r\nA,B,ally,1\r\nB,C,ally,2.5\r\n",
                    "Source,Target,Role,Weight\rA,B,ally,1\rB,C,ally,2.5\r",
                    "Source,Target,Role,Weight\nA,B,ally,1\r\nB,C,ally,2.5\r",
                    "\xEF\xBB\xBFSource,Target,Role,Weight\nA,B,ally,1\nB,C,ally,2.5\n",
                    "sep=;\nSource;Target;Role;Weight\nA;B;ally;1\nB;C;ally;2,5\n",
                    "\n\nSource,Target,Role,Weight\n\nA,B,ally,1\n\nB,C,ally,2.5\n\n",
                    "Source;Target,with comma;Role;Weight;Target\nA;;ally;1;B\nB;;ally;2.5;C\n",
                    "\"Source\",\"Target\",\"Role\",\"Weight\"\n\"A\",\"B\",\"ally\",\"1\"\n"
                    "\"B\",\"C\",\"ally\",\"2.5\"\n"));

TEST_F(NodeEdgeTables, Utf16IsReadAndNoted) {
    std::string bytes = "\xFF\xFE";
    for (const char c : std::string("Source;Target\nA;B\n")) {
        bytes += c;
        bytes += '\0';
    }
    EXPECT_EQ(edges(read(bytes)), (Lines{"A → B"}));
    EXPECT_TRUE(says(0, "", "UTF-16")) << report.text();
}

TEST_F(NodeEdgeTables, TheColumnsOfNodesAreFoundByName) {
    const Dossier dossier =
        read("ID,Name,KIND,type,Status,Sectors,Start,Until,confidence,Sign,Notes,Lat,Lon,iso3,"
             "code:imf,Mood\n"
             "ru,Russia,country,federation,,\"energy; Defense|space\",1991-12-25,,reported,-1,big,"
             "55.75,37.6,RUS,922,calm\n"
             "t,Treaty,treaty,,In Force,trade,2001,2010,,+,,,,,,\n"
             "x,,robot,,,,,,,,,,,,,\n");
    EXPECT_EQ(report.rowsRefused, 0U) << report.text();
    const VertexTable& vertices = dossier.vertices();
    ASSERT_EQ(vertices.size(), 3U);
    EXPECT_EQ(vertices.kind(0), VertexKind::State);
    EXPECT_EQ(dossier.text(vertices.type(0)), "federation");
    EXPECT_EQ(vertices.sectors(0), dossier.findSector("energy") | dossier.findSector("defence") |
                                       dossier.findSector("space"));
    EXPECT_EQ(toEdtf(vertices.period(0)), "1991-12-25/..");
    EXPECT_EQ(vertices.confidence(0), Confidence::Reported);
    EXPECT_EQ(vertices.polarity(0), Polarity::Conflictual);
    EXPECT_EQ(dossier.text(vertices.note(0)), "big");
    EXPECT_EQ(vertices.details(0).location, (Location{55.75, 37.6}));
    EXPECT_EQ(vertices.details(0).codes, (std::vector<Code>{{"iso3", "RUS"}, {"imf", "922"}}));
    ASSERT_EQ(vertices.row(0).attributes.size(), 1U);
    EXPECT_EQ(dossier.text(vertices.row(0).attributes[0].name), "Mood");

    EXPECT_EQ(vertices.kind(1), VertexKind::Agreement);
    EXPECT_EQ(dossier.text(vertices.type(1)), "treaty");
    EXPECT_EQ(vertices.status(1), Status::InForce);
    EXPECT_EQ(vertices.polarity(1), Polarity::Cooperative);
    EXPECT_EQ(toEdtf(vertices.period(1)), "2001/2010");

    EXPECT_EQ(vertices.kind(2), VertexKind::Other);
    EXPECT_EQ(dossier.text(vertices.type(2)), "robot");
    EXPECT_EQ(dossier.label(2), "x") << "the id stands in for a label";
    EXPECT_TRUE(says(4, "column KIND", "robot")) << report.text();
    EXPECT_TRUE(says(0, "column Until", "begin but no end: 1.")) << report.text();
}

TEST_F(NodeEdgeTables, TypeAndKindAndLabelOfEdgesSayWhatTheyCan) {
    const Dossier dossier = read("Source,Target,Type,Kind,Label\n"
                                 "A,B,Undirected,,\n"
                                 "A,B,directed,8,seven\n"
                                 "A,B,supplies,,gas\n"
                                 "A,B,Directed,,likes\n"
                                 "A,B,Mutual,tie,trades with\n");
    EXPECT_EQ(edges(dossier), (Lines{"A – B", "A → B (8)", "A → B (supplies)", "A → B (likes)",
                                     "A – B (trades with)"}));
    const std::vector<Attribute> left = dossier.edges().row(1).attributes;
    ASSERT_EQ(left.size(), 1U) << "what is not the type is kept";
    EXPECT_EQ(dossier.text(left[0].value), "seven");
}

TEST_F(NodeEdgeTables, NodesAndEdgesMakeOneDossierInAnyOrder) {
    const Dossier dossier = read(
        {{"edges.csv", "Source,Target,Role\n1,2,party\n2,1,party\n9,1,ally\n3,2,renews\n"},
         {"nodes.csv", "Id,Label,Kind\n1,Iran,state\n2,Treaty,agreement\n3,Pact,agreement\n"}});
    EXPECT_EQ(edges(dossier), (Lines{"Iran → Treaty (party)", "Iran → Treaty (party)",
                                     "9 → Iran (ally)", "Pact → Treaty (renews)"}));
    EXPECT_EQ(dossier.edges().kind(0), EdgeKind::Participation);
    EXPECT_EQ(dossier.edges().kind(1), EdgeKind::Participation);
    EXPECT_EQ(dossier.edges().kind(2), EdgeKind::Tie);
    EXPECT_EQ(dossier.edges().kind(3), EdgeKind::Lineage);
    EXPECT_TRUE(says(4, "column Source", "“9” is not among the nodes; it became an actor"))
        << report.text();
}

TEST_F(NodeEdgeTables, EdgesAloneMakeTheVerticesThatTheirKindNeeds) {
    const Dossier dossier = read("Source,Target,Kind\nA,T,participation\nB,T,participation\n"
                                 "A,U,participation\nU,T,lineage\nA,B,tie\n");
    EXPECT_TRUE(isActor(dossier.vertices().kind(dossier.findVertex("A"))));
    EXPECT_EQ(dossier.vertices().kind(dossier.findVertex("T")), VertexKind::Agreement);
    EXPECT_TRUE(validate(dossier).empty());
}

TEST_F(NodeEdgeTables, NodesAloneAreActorsWithoutTies) {
    const Dossier dossier = read("Id\nA\nB\n");
    EXPECT_EQ(dossier.vertices().size(), 2U);
    EXPECT_EQ(dossier.edges().size(), 0U);
}

TEST_F(NodeEdgeTables, BadRowsAreRefusedWithLineAndColumn) {
    const Dossier dossier = read("Source,Target,Weight,Begin\n"
                                 "A,B,1,2001\n"
                                 ",B,1,2001\n"
                                 "A,,1,2001\n"
                                 "A,B,heavy,2001\n"
                                 "A,B,1,2025-02-30\n"
                                 "A,B,1e99,2001\n"
                                 "A,B,1,2001-03-12\n");
    EXPECT_EQ(edges(dossier), (Lines{"A → B 2001/", "A → B 2001-03-12/"}));
    EXPECT_EQ(report.rowsRead, 2U);
    EXPECT_EQ(report.rowsRefused, 5U);
    EXPECT_TRUE(says(3, "column Source", "names no vertex"));
    EXPECT_TRUE(says(4, "column Target", "names no vertex"));
    EXPECT_TRUE(says(5, "column Weight", "“heavy” is no number"));
    EXPECT_TRUE(says(6, "column Begin", "“2025-02-30” is no date that exists"));
    EXPECT_TRUE(says(7, "column Weight", "“1e99” is a number too large"));
    EXPECT_EQ(dossier.vertices().size(), 2U) << "refused rows leave nothing behind";
}

TEST_F(NodeEdgeTables, RaggedRowsAreTakenAndNamed) {
    const Dossier dossier = read("Source,Target,Weight\nA,B\nA,C,2,odd\nA,D,3\n");
    EXPECT_EQ(dossier.edges().size(), 3U);
    EXPECT_EQ(report.rowsRepaired, 2U);
    EXPECT_TRUE(says(2, "column Weight", "2 fields, the header 3")) << report.text();
    EXPECT_TRUE(says(3, "column 4", "4 fields, the header 3")) << report.text();
}

TEST_F(NodeEdgeTables, AnUnclosedQuoteCostsOneField) {
    const Dossier dossier = read("Id,Label\n1,\"open\n2,\"next\"\n3,last\n");
    EXPECT_EQ(dossier.vertices().size(), 3U);
    EXPECT_EQ(dossier.label(1), "next");
    EXPECT_TRUE(says(2, "column Label", "quotation mark is not closed")) << report.text();
}

TEST_F(NodeEdgeTables, DuplicateIdsAreNamed) {
    const Dossier nodes = read("Id,Label\n1,first\n2,b\n1,again\n,nobody\n");
    EXPECT_EQ(nodes.vertices().size(), 2U);
    EXPECT_EQ(nodes.label(0), "first");
    EXPECT_TRUE(says(4, "column Id", "duplicate id")) << report.text();
    EXPECT_TRUE(says(5, "column Id", "has no id")) << report.text();
    EXPECT_EQ(report.rowsRefused, 2U);

    const Dossier dossier = read("Id,Source,Target,Weight\na,1,2,1\nb,3,4,2\na,1,2,5\n");
    EXPECT_EQ(dossier.edges().size(), 3U) << "parallel ties stay";
    EXPECT_EQ(dossier.edges().id(2), noString);
    EXPECT_TRUE(says(4, "column Id", "duplicate id")) << report.text();
    EXPECT_TRUE(validate(dossier).empty());
}

TEST_F(NodeEdgeTables, NumbersAreRepairedWhereTheyCanBe) {
    const Dossier dossier = read("Source,Target,Weight\n1,2,\"1,33\"\n1,2,-2\n1,2,+3\n"
                                 "1,2,\"<[2001, 2002, 3.5]; [2002, 2003, 4.0]>\"\n");
    ASSERT_EQ(dossier.edges().size(), 4U);
    EXPECT_FLOAT_EQ(dossier.edges().weight(0), 1.33F);
    EXPECT_TRUE(says(0, "column Weight", "decimal comma: 1."));
    EXPECT_FLOAT_EQ(dossier.edges().weight(1), 2);
    EXPECT_EQ(dossier.edges().polarity(1), Polarity::Conflictual);
    EXPECT_TRUE(says(0, "column Weight", "Negative weights: 1."));
    EXPECT_FLOAT_EQ(dossier.edges().weight(2), 3);
    EXPECT_EQ(dossier.edges().polarity(2), Polarity::Neutral);
    EXPECT_FLOAT_EQ(dossier.edges().weight(3), 4);
    EXPECT_EQ(dossier.edges().row(3).attributes.size(), 1U);
}

TEST_F(NodeEdgeTables, SeveralPeriodsAreSeveralTiesButOneVertex) {
    const Dossier dossier =
        read({{"edges.csv", "Id,Source,Target,Timeset\ne,A,B,\"<[1990, 1995]; [2000, 2001]>\"\n"},
              {"nodes.csv", "Id,Interval\nA,\"<[1990, 1995]; [2000, Infinity]>\"\nB,\n"}});
    EXPECT_EQ(edges(dossier), (Lines{"A → B 1990/1995", "A → B 2000/2001"}));
    EXPECT_EQ(toEdtf(dossier.vertices().period(0)), "1990/..");
    EXPECT_TRUE(says(2, "", "several periods")) << report.text();
    EXPECT_TRUE(validate(dossier).empty()) << "both ties cannot have the id";
}

TEST_F(NodeEdgeTables, PeriodsComeFromTheColumnsThatAreThere) {
    EXPECT_EQ(edges(read("Source,Target,Year\nA,B,2001\nA,B,2001/2003\nA,B,\n")),
              (Lines{"A → B 2001", "A → B 2001/2003", "A → B"}));
    EXPECT_EQ(edges(read("Source,Target,From,To\nA,B,2001,\nA,B,,2003\nA,B,2001,?\nA,B,..,2003\n")),
              (Lines{"A → B 2001/..", "A → B /2003", "A → B 2001/", "A → B ../2003"}));
    EXPECT_EQ(edges(read("Source,Target,Start Date\nA,B,2001\n")), (Lines{"A → B 2001/"}));
    EXPECT_EQ(edges(read("Source,Target,Period,Timeset\nA,B,2001~,\"<[2001-01-01, "
                         "2001-12-31]>\"\nA,B,,\"<[2003, 2004]>\"\n")),
              (Lines{"A → B 2001~", "A → B 2003/2004"}));
}

TEST_F(NodeEdgeTables, WordsThatAreNotKnownAreNamed) {
    const Dossier dossier = read("Source,Target,Confidence,Polarity\nA,B,perhaps,mixed\n"
                                 "A,B,planned,neutral\n");
    EXPECT_EQ(dossier.edges().confidence(0), Confidence::Reported);
    EXPECT_TRUE(says(2, "column Confidence", "“perhaps”"));
    EXPECT_TRUE(says(2, "column Polarity", "“mixed”"));
    const Dossier nodes = read("Id,Status,Latitude,Longitude\nA,sleeping,95,10\nB,ended,5,10\n");
    EXPECT_TRUE(says(2, "column Status", "“sleeping”"));
    EXPECT_TRUE(says(2, "column Latitude", "“95”"));
    EXPECT_EQ(attribute(nodes, nodes.vertices().row(0).attributes, "Status"), "sleeping");
    EXPECT_EQ(attribute(nodes, nodes.vertices().row(0).attributes, "Latitude"), "95");
    EXPECT_FALSE(nodes.vertices().details(0).location);
}

TEST_F(NodeEdgeTables, AKindThatIsNotKnownStaysBesideAType) {
    const Dossier dossier = read("Id,Kind,Type\nA,wine,vin\nB,beer,\n");
    EXPECT_EQ(dossier.text(dossier.vertices().type(0)), "vin");
    EXPECT_EQ(attribute(dossier, dossier.vertices().row(0).attributes, "Kind"), "wine");
    EXPECT_EQ(dossier.text(dossier.vertices().type(1)), "beer");
}

TEST_F(NodeEdgeTables, MoreSectorsThanThereIsRoomForAreNamed) {
    std::string table = "Source,Target,Sector\n";
    for (int i = 0; i < 70; ++i) {
        table += "A,B,field " + std::to_string(i) + "\n";
    }
    const Dossier dossier = read(table);
    EXPECT_EQ(dossier.sectors().size(), mostSectors);
    EXPECT_TRUE(says(58, "column Sector", "one sector too many")) << report.text();
}

TEST_F(NodeEdgeTables, ColumnsOfTheSameNameAreToldApart) {
    const Dossier dossier = read("Id,Age,Age\nA,1,2\n");
    EXPECT_EQ(dossier.vertices().row(0).attributes.size(), 2U);
    EXPECT_TRUE(says(1, "column Age", "column 3 was called “Age (2)”")) << report.text();
}

TEST_F(NodeEdgeTables, AnUnknownTableNamesItsColumnsAndThoseWanted) {
    const std::string columns = refusal("Name,Colour\nA,red\n");
    EXPECT_NE(columns.find("“Name”, “Colour”"), std::string::npos) << columns;
    EXPECT_NE(columns.find("Source and Target"), std::string::npos) << columns;
    const std::string halves = refusal("Source,Weight\nA,1\n");
    EXPECT_NE(halves.find("“Source”, “Weight”"), std::string::npos) << halves;
}

TEST_F(NodeEdgeTables, AHeaderWithoutRowsIsAnEmptyDossier) {
    EXPECT_EQ(read("Source,Target,Type,Id,Label,Weight\n").edges().size(), 0U);
    EXPECT_TRUE(says(0, "", "no rows under the header"));
}

TEST_F(NodeEdgeTables, AFieldOfTenMegabytesIsKept) {
    const Dossier dossier =
        read("Source,Target,Note\nA,B," + std::string(10'000'000, 'x') + "\nB,C,short\n");
    ASSERT_EQ(dossier.edges().size(), 2U);
    EXPECT_EQ(dossier.text(dossier.edges().note(0)).size(), 10'000'000U);
}

TEST_F(NodeEdgeTables, MessagesShowLongFieldsCutAndOnOneLine) {
    (void)read("Source,Target,Weight\nA,B,\"line\nи" + std::string(10'000'000, 'x') +
               "\"\nA,B,1\n");
    ASSERT_EQ(report.entries.size(), 1U);
    EXPECT_LT(report.entries[0].message.size(), 200U);
    EXPECT_TRUE(says(2, "column Weight", "“line иxxx")) << report.text();
}

TEST_F(NodeEdgeTables, ReadingCanBeStopped) {
    std::string table = "Source,Target\n";
    for (int i = 0; i < 20'000; ++i) {
        table += "A,B\n";
    }
    std::stop_source stop;
    stop.request_stop();
    const std::vector<InputFile> files = {{"table.csv", table}};
    EXPECT_THROW((void)tablesReader().read(files, report, {{}, stop.get_token()}), Cancelled);
}

TEST_F(NodeEdgeTables, TheReportCountsWhatItDoesNotKeep) {
    std::string table = "Source,Target\n";
    for (std::size_t i = 0; i < ImportReport::mostEntries + 7; ++i) {
        table += ",B\n";
    }
    (void)read(table);
    EXPECT_EQ(report.rowsRefused, ImportReport::mostEntries + 7);
    EXPECT_EQ(report.entries.size(), ImportReport::mostEntries);
    EXPECT_NE(report.text().find("7 more"), std::string::npos);
}

} // namespace entente
