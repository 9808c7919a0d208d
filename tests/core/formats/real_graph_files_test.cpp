#include "core/formats/gexf.h"
#include "core/formats/graphml.h"
#include "tests/core/formats/graph_file_reading.h"
#include "tests/core/formats/same_dossier.h"

#include <cstdlib>
#include <ostream>

namespace entente {

namespace {

struct RealFile {
    std::string_view name;
    std::size_t vertices;
    std::size_t edges;
    std::size_t remarks; ///< entries of the report

    friend std::ostream& operator<<(std::ostream& out, const RealFile& file) {
        return out << file.name;
    }
};

struct RealGraphFiles : testing::TestWithParam<RealFile> {
    TemporaryFolder folder;

    static OpenedDossier open(const std::filesystem::path& path) {
        return openFiles(std::vector{path});
    }
};

} // namespace

TEST_P(RealGraphFiles, AreReadWholeAndReadTheSameWhenWritten) {
    const std::filesystem::path path = GraphFileReading::realFile(GetParam().name);
    if (!std::filesystem::exists(path)) {
        GTEST_SKIP() << path << " is missing";
    }
    const OpenedDossier opened = open(path);
    EXPECT_EQ(opened.dossier.vertices().size(), GetParam().vertices);
    EXPECT_EQ(opened.dossier.edges().size(), GetParam().edges);
    EXPECT_EQ(opened.report.rowsRefused + opened.report.rowsRepaired, 0U) << opened.report.text();
    EXPECT_EQ(opened.report.entries.size(), GetParam().remarks) << opened.report.text();
    for (const Writer* const writer : {&graphMlWriter(), &gexfWriter()}) {
        SCOPED_TRACE(writer->name());
        EXPECT_TRUE(writer->losses(opened.dossier).empty());
        const auto files = writer->write(
            opened.dossier, folder.path() / ("copy." + std::string(writer->extensions().front())),
            {});
        const OpenedDossier copy = open(files.front());
        expectSame(opened.dossier, copy.dossier);
        EXPECT_EQ(copy.report.rowsRefused + copy.report.rowsRepaired, 0U) << copy.report.text();
    }
}

INSTANTIATE_TEST_SUITE_P(
    , RealGraphFiles,
    testing::Values(
        RealFile{"networkx/karate.graphml", 34, 78, 0},
        RealFile{"networkx/florentine.graphml", 15, 20, 0},
        RealFile{"networkx/petersen.graphml", 10, 15, 0},
        RealFile{"networkx/davis.gexf", 32, 89, 1}, RealFile{"networkx/lesmis.gexf", 77, 254, 1},
        RealFile{"networkx/directed-multi.gexf", 2, 3, 1},
        RealFile{"socnetv/ErdosRenyi_N10_E10.graphml", 10, 10, 0},
        RealFile{"socnetv/SmallWorld_N10_E12.graphml", 10, 12, 1},
        RealFile{"socnetv/TinyDir_N2_E1_Attributes.graphml", 2, 1, 1},
        RealFile{"socnetv/TinyGraphML_Dir_N3.graphml", 3, 4, 1},
        RealFile{"socnetv/TinyGraphML_Weighted_Dir_N3.graphml", 3, 3, 0},
        RealFile{"gephi/basic.gexf", 2, 1, 0}, RealFile{"gephi/dynamicedgeweight.gexf", 2, 1, 1},
        RealFile{"gephi/includenullattvalues.gexf", 2, 1, 0}, RealFile{"gephi/meta.gexf", 0, 0, 2},
        RealFile{"gephi/timezone.gexf", 2, 1, 2}));

TEST(RealGraphFilesInside, HoldWhatTheyHold) {
    const auto open = [](std::string_view name) {
        return openFiles(std::vector{GraphFileReading::realFile(name)}).dossier;
    };
    if (!std::filesystem::exists(GraphFileReading::realFile("networkx/karate.graphml"))) {
        GTEST_SKIP() << "the real files are missing";
    }
    const Dossier karate = open("networkx/karate.graphml");
    EXPECT_EQ(karate.cover().title, "Zachary's Karate Club");
    EXPECT_EQ(GraphFileReading::of(karate, "0", "club"), "Mr. Hi");
    EXPECT_EQ(karate.edges().weight(0), 4);
    EXPECT_FALSE(karate.edges().directed(0));
    const Dossier random = open("socnetv/ErdosRenyi_N10_E10.graphml");
    EXPECT_EQ(GraphFileReading::of(random, "1", "x"), "0.504425");
    EXPECT_EQ(GraphFileReading::of(random, "1", "y"), "0.863711");
    EXPECT_EQ(GraphFileReading::of(random, "1", "color"), "#ff0000") << "the default, red";
    const Dossier weights = open("gephi/dynamicedgeweight.gexf");
    EXPECT_EQ(weights.edges().weight(0), 2);
    EXPECT_EQ(GraphFileReading::of(weights, EdgeIndex{0}, "Weight"), "<[2004, 1]; [2005, 2]>");
    const Dossier meta = open("gephi/meta.gexf");
    EXPECT_EQ(meta.cover().title, "TITLE");
    EXPECT_EQ(meta.cover().description, "DESCRIPTION");
    EXPECT_EQ(toEdtf(meta.cover().asOf), "2009-03-20");
    const Dossier zones = open("gephi/timezone.gexf");
    EXPECT_EQ(toEdtf(zones.vertices().period(0)), "2012-01-12");
}

/// The files that Entente writes, read by networkx with the counts and values that they hold.
TEST(GraphFilesAndNetworkx, ReadsWhatIsWritten) {
    if (std::system("python3 -c 'import networkx' 2>/dev/null") != 0) {
        GTEST_SKIP() << "python3-networkx is not installed";
    }
    const TemporaryFolder folder;
    const std::filesystem::path source =
        std::filesystem::path(ENTENTE_SOURCE_DIR) / "resources/dossiers/russia-iran.json";
    Dossier dossier = openFiles(std::vector{source}).dossier;
    // To networkx a graph is directed as a whole or not at all.
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        Edge edge = dossier.edges().row(i);
        edge.directed = true;
        dossier.replaceEdge(i, edge);
    }
    // Where there are looks, GraphML has drawings for yEd beside them.
    Vertex russia = dossier.vertices().row(dossier.findVertex("russia"));
    for (const auto& [name, value] : {std::pair{"x", "1.5"}, {"y", "2"}, {"color", "#ff0000"}}) {
        russia.attributes.push_back({dossier.intern(name), dossier.intern(value)});
    }
    dossier.replaceVertex(dossier.findVertex("russia"), russia);
    const std::string script =
        std::string(ENTENTE_SOURCE_DIR) + "/tests/core/formats/networkx_reads.py";
    for (const Writer* const writer : {&graphMlWriter(), &gexfWriter()}) {
        const std::filesystem::path path =
            folder.path() / ("dossier." + std::string(writer->extensions().front()));
        (void)writer->write(dossier, path, {});
        const std::string command = "python3 " + script + " " + path.string() + " " +
                                    std::to_string(dossier.vertices().count()) + " " +
                                    std::to_string(dossier.edges().count());
        EXPECT_EQ(std::system(command.c_str()), 0) << command;
    }
}

} // namespace entente
