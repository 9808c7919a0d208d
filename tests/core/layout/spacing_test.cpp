#include "core/layout/spacing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace entente {

namespace {

TEST(Spacing, leavesWhatHasRoom) {
    EXPECT_EQ(spaced({0, 5, 9}, 1), (std::vector<double>{0, 5, 9}));
    EXPECT_TRUE(spaced({}, 1).empty());
}

TEST(Spacing, pushesApartByTheLeastSquares) {
    const std::vector<double> values = spaced({0, 0, 0, 10}, 1);
    EXPECT_NEAR(values[0], -1, 1e-12);
    EXPECT_NEAR(values[1], 0, 1e-12);
    EXPECT_NEAR(values[2], 1, 1e-12);
    EXPECT_NEAR(values[3], 10, 1e-12);
    // In the order given, even where another is wanted.
    const std::vector<double> turned = spaced({3, 1}, std::vector<double>{2});
    EXPECT_NEAR(turned[0], 1, 1e-12);
    EXPECT_NEAR(turned[1], 3, 1e-12);
}

TEST(Spacing, keepsApartAroundACircle) {
    for (const double gap : {0.05, 0.3, 0.7}) { // the last is more than there is room for
        std::vector<double> wanted(12);
        for (std::size_t i = 0; i < 12; ++i) {
            wanted[i] = i < 9 ? 6.2 + 0.01 * static_cast<double>(i) : 1.5;
        }
        std::vector<double> angles = spacedOnCircle(wanted, gap);
        for (double& angle : angles) {
            angle = angle - 2 * std::numbers::pi * std::floor(angle / (2 * std::numbers::pi));
        }
        std::ranges::sort(angles);
        const double least = std::min(gap, 2 * std::numbers::pi / 12);
        for (std::size_t i = 1; i < 12; ++i) {
            EXPECT_GE(angles[i] - angles[i - 1], least - 1e-9) << gap;
        }
        EXPECT_GE(angles.front() + 2 * std::numbers::pi - angles.back(), least - 1e-9) << gap;
    }
}

} // namespace

} // namespace entente
