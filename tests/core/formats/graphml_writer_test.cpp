#include "core/formats/element_fields.h"
#include "core/formats/graphml.h"
#include "core/model/validation.h"
#include "tests/core/formats/graph_file_reading.h"
#include "tests/core/formats/random_attributes.h"
#include "tests/core/formats/same_dossier.h"
#include "tests/data/random_dossier.h"

namespace entente {

namespace {

struct GraphMlWriter : GraphFileReading {
    GraphMlWriter() : GraphFileReading(graphMlReader(), graphMlWriter()) {}
};

} // namespace

TEST_F(GraphMlWriter, TheBuiltInDossierReadsBackTheSameWithItsCover) {
    const std::vector<std::filesystem::path> files = {std::filesystem::path(ENTENTE_SOURCE_DIR) /
                                                      "resources/dossiers/russia-iran.json"};
    const Dossier dossier = openFiles(files).dossier;
    const Dossier copy = again(dossier);
    expectSame(dossier, copy);
    EXPECT_EQ(dossier.cover(), copy.cover());
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
    EXPECT_TRUE(validate(copy).empty());
}

} // namespace entente
