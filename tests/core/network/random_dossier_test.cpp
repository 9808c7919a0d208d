#include "tests/data/random_dossier.h"

#include "core/model/validation.h"

#include <gtest/gtest.h>

namespace entente {

TEST(RandomDossier, IsTheSameForTheSameSeed) {
    const RandomDossierSize size{50, 80, 20, 60, 30};
    const Dossier one = randomDossier(size, 4);
    const Dossier other = randomDossier(size, 4);
    const Dossier different = randomDossier(size, 5);
    ASSERT_EQ(one.vertices().size(), 150U);
    ASSERT_EQ(one.edges().size(), other.edges().size());
    bool differs = one.edges().size() != different.edges().size();
    for (VertexIndex row = 0; row < one.vertices().size(); ++row) {
        EXPECT_EQ(one.vertices().row(row), other.vertices().row(row));
        differs = differs || !(one.vertices().row(row) == different.vertices().row(row));
    }
    for (EdgeIndex row = 0; row < one.edges().size(); ++row) {
        EXPECT_EQ(one.edges().row(row), other.edges().row(row));
    }
    EXPECT_TRUE(differs);
    EXPECT_EQ(one.claims().size(), 30U);
}

TEST(RandomDossier, IsValid) {
    for (const RandomDossierSize& size : {RandomDossierSize{},
                                          {0, 5, 5, 5, 5},
                                          {1, 5, 5, 5, 5},
                                          {2, 9, 9, 9, 0},
                                          {500, 0, 0, 700, 9}}) {
        const std::vector<Fault> faults = validate(randomDossier(size, 2));
        EXPECT_TRUE(faults.empty()) << faults.front().message;
    }
}

} // namespace entente
