#include "core/formats/registry.h"
#include "core/model/validation.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

namespace fs = std::filesystem;

struct RealGraphs : testing::Test {
    const fs::path data = fs::path(ENTENTE_DATA_DIR) / "graph-files";

    void SetUp() override {
        if (!fs::exists(data)) {
            GTEST_SKIP() << "The real data are not here.";
        }
    }

    OpenedDossier open(const char* name) const {
        const std::vector<fs::path> files = {data / name};
        return openFiles(files);
    }
};

} // namespace

TEST_F(RealGraphs, AreReadWithAllTheirVerticesAndEdges) {
    struct Expected {
        const char* file;
        std::size_t vertices;
        std::size_t edges;
        std::size_t faults = 0;
    };
    // Counted from the files by other means.
    const Expected expected[] = {
        {"gephi/adjacencylist.dot", 4, 5},
        {"gephi/emptyfields.dot", 3, 2},
        {"gephi/labels.dot", 3, 2},
        {"gephi/multipleedgesperline2.dot", 4, 3},
        {"gephi/subgraph.dot", 2, 1},
        {"gephi/emojis.gml", 1, 0},
        {"gephi/label.gml", 3, 2},
        {"gephi/matrix.csv", 5, 6},
        {"networkx/florentine.gml", 15, 20},
        {"networkx/karate.gml", 34, 78},
        {"networkx/petersen.gml", 10, 15},
        {"networkx/davis.net", 32, 89},
        {"networkx/lesmis.net", 77, 254},
        {"networkx/directed-multi.net", 2, 3, 1}, // a label went over two lines
        {"socnetv/Krackhardt_High-tech_managers.paj", 21, 190 + 102 + 20},
        {"socnetv/Petersen_Graph.paj", 10, 15},
        {"socnetv/Stephenson_Zelen_5actors_6edges_IC_test_dataset.paj", 5, 12},
        {"socnetv/TinyPath_N3_E2.paj", 3, 2},
        {"socnetv/TinyGML_Dir_N3.gml", 3, 2},
        {"socnetv/TinyGraphviz_Undir_N3.dot", 3, 2},
        {"socnetv/TinyEdgeList_Simple_Dir_N3.lst", 3, 2},
        {"socnetv/Mexican_Power_Network_1940s.lst", 19, 53},
        {"socnetv/Galaskiewicz_CEOs_and_clubs_affiliation_network_data.2sm", 41, 98},
        {"socnetv/Bernard_Killworth_Fraternity.dl", 58, 967 + 3306},
        {"socnetv/Freeman_EIES_network_48actors_Acquaintanceship_at_time_1.dl", 48, 695},
        {"socnetv/Freeman_EIES_network_48actors_Messages.dl", 32, 460},
        {"socnetv/Stokman_Ziegler_Corporate_Interlocks_Netherlands.dl", 16, 60},
        {"socnetv/Thurman_Office_Networks_Coalitions.dl", 15, 34 + 33},
        {"socnetv/Zachary_Karate_Club.dl", 34, 156},
    };
    for (const Expected& file : expected) {
        const OpenedDossier opened = open(file.file);
        const std::string report = std::string(file.file) + "\n" + opened.report.text();
        EXPECT_EQ(opened.dossier.vertices().count(), file.vertices) << report;
        EXPECT_EQ(opened.dossier.edges().count(), file.edges) << report;
        EXPECT_EQ(opened.report.rowsRepaired + opened.report.rowsRefused, file.faults) << report;
        EXPECT_TRUE(validate(opened.dossier).empty()) << report;
    }
}

} // namespace entente
