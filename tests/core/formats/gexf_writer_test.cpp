#include "core/formats/gexf.h"
#include "core/model/validation.h"
#include "tests/core/formats/graph_file_reading.h"
#include "tests/core/formats/same_dossier.h"
#include "tests/data/random_dossier.h"

namespace entente {

namespace {

struct GexfWriter : GraphFileReading {
    GexfWriter() : GraphFileReading(gexfReader(), gexfWriter()) {}
};

} // namespace

TEST_F(GexfWriter, WhatIsAwkwardReadsBackTheSame) {
    const Dossier dossier = awkwardDossier();
    expectSame(dossier, again(dossier));
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
    EXPECT_EQ(report.rowsRefused, 0U) << report.text();
}

TEST_F(GexfWriter, RandomDossiersReadBackTheSame) {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        SCOPED_TRACE(seed);
        const Dossier dossier = randomDossier({}, seed);
        const Dossier copy = again(dossier);
        expectSame(dossier, copy);
        EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
        EXPECT_EQ(written(dossier), written(copy)) << "same dossier, same bytes";
    }
}

TEST_F(GexfWriter, TheBuiltInDossierReadsBackTheSameWithItsCover) {
    const std::vector<std::filesystem::path> files = {std::filesystem::path(ENTENTE_SOURCE_DIR) /
                                                      "resources/dossiers/russia-iran.json"};
    const Dossier dossier = openFiles(files).dossier;
    const Dossier copy = again(dossier);
    expectSame(dossier, copy);
    EXPECT_EQ(dossier.cover().title, copy.cover().title);
    EXPECT_EQ(dossier.cover().description, copy.cover().description);
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
    EXPECT_TRUE(validate(copy).empty());
}

} // namespace entente
