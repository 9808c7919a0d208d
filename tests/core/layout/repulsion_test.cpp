#include "core/layout/repulsion.h"

#include "core/layout/random.h"

#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <cmath>

namespace entente {

namespace {

Bodies scattered(std::size_t n) {
    Random random(5);
    Bodies bodies;
    for (std::size_t i = 0; i < n; ++i) {
        bodies.x.push_back(static_cast<float>(random.uniform() * 40 - 20));
        bodies.y.push_back(static_cast<float>(random.uniform() * 30 + 5));
        bodies.mass.push_back(static_cast<float>(1 + random.below(4)));
    }
    return bodies;
}

struct Forces {
    std::vector<float> x;
    std::vector<float> y;
};

Forces forcesOn(const Bodies& bodies, float softening = 1e-9F) {
    Forces forces{std::vector<float>(bodies.size()), std::vector<float>(bodies.size())};
    Repulsion(bodies).compute(bodies, softening, forces.x, forces.y);
    return forces;
}

/// How far the forces are from the sums over all pairs, as a share of these.
double errorOf(const Bodies& bodies, const Forces& forces) {
    double off = 0;
    double size = 0;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        double x = 0;
        double y = 0;
        for (std::size_t j = 0; j < bodies.size(); ++j) {
            if (i != j) {
                const double dx = static_cast<double>(bodies.x[i]) - bodies.x[j];
                const double dy = static_cast<double>(bodies.y[i]) - bodies.y[j];
                const double share =
                    static_cast<double>(bodies.mass[i]) * bodies.mass[j] / (dx * dx + dy * dy);
                x += dx * share;
                y += dy * share;
            }
        }
        off += std::hypot(forces.x[i] - x, forces.y[i] - y);
        size += std::hypot(x, y);
    }
    return off / size;
}

TEST(Repulsion, ofThreePointsIsWhatOneWorksOutByHand) {
    const Forces forces = forcesOn({{0, 1, 0}, {0, 0, 2}, {2, 1, 3}});
    // On the first, of mass 2: −2·1/1 from the second along x, −2·3·2/4 from the third along y.
    EXPECT_NEAR(forces.x[0], -2, 1e-4);
    EXPECT_NEAR(forces.y[0], -3, 1e-4);
}

TEST(Repulsion, comesNearTheSumOverPairs) {
    const Bodies bodies = scattered(3000);
    EXPECT_LT(errorOf(bodies, forcesOn(bodies)), 0.01);
}

TEST(Repulsion, comesNearTheSumWhereCellsAreVeryUneven) {
    Bodies bodies = scattered(1500);
    for (std::size_t i = 0; i < 700; ++i) {
        bodies.x[i] = 1000 + bodies.x[i] * 0.05F;
        bodies.y[i] = 1000 + bodies.y[i] * 0.05F;
    }
    EXPECT_LT(errorOf(bodies, forcesOn(bodies)), 0.01);
}

TEST(Repulsion, staysRightWhilePointsMoveInOneTree) {
    Bodies bodies = scattered(2000);
    Repulsion repulsion(bodies);
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        bodies.x[i] += (i % 2 == 0 ? 1.5F : -1.5F);
    }
    Forces forces{std::vector<float>(bodies.size()), std::vector<float>(bodies.size())};
    repulsion.compute(bodies, 1e-9F, forces.x, forces.y);
    EXPECT_LT(errorOf(bodies, forces), 0.01);
}

TEST(Repulsion, isTheSameToTheLastBitWithAnyNumberOfThreads) {
    const Bodies bodies = scattered(20'000);
    const Forces many = forcesOn(bodies);
    const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    const Forces alone = forcesOn(bodies);
    EXPECT_EQ(many.x, alone.x);
    EXPECT_EQ(many.y, alone.y);
}

TEST(Repulsion, bearsManyPointsOnOnePlace) {
    const Bodies bodies{std::vector<float>(5000, 3), std::vector<float>(5000, 3),
                        std::vector<float>(5000, 1)};
    const Forces forces = forcesOn(bodies, 0.01F);
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        ASSERT_TRUE(std::isfinite(forces.x[i]) && std::isfinite(forces.y[i])) << i;
    }
}

TEST(Repulsion, bearsNoPoints) {
    const Forces forces = forcesOn({});
    EXPECT_TRUE(forces.x.empty());
}

} // namespace

} // namespace entente
