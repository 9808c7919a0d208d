#include "ui/scene/crowding.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace entente::ui {

namespace {

/// A square of `side` layout units with as many vertices in each square unit.
std::vector<QPointF> square(double side, double density, QPointF corner = {}) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> along(0, side);
    std::vector<QPointF> places;
    const auto count = static_cast<std::size_t>(side * side * density);
    for (std::size_t i = 0; i < count; ++i) {
        const double x = along(random);
        places.emplace_back(corner + QPointF(x, along(random)));
    }
    return places;
}

} // namespace

TEST(Crowding, TellsHowManyLieInASquareUnit) {
    for (const double density : {0.25, 1.0, 16.0}) {
        const std::vector<QPointF> places = square(std::sqrt(20'000 / density), density);
        const std::vector<std::uint8_t> crowding = crowdingOf(places);
        ASSERT_EQ(crowding.size(), places.size());
        double sum = 0;
        for (const std::uint8_t code : crowding) {
            sum += code;
        }
        EXPECT_NEAR(sum / static_cast<double>(crowding.size()), 128 + 16 * std::log2(density), 4);
    }
}

TEST(Crowding, ACloudIsCrowdedAndWhatLiesFarOffIsNot) {
    std::vector<QPointF> places = square(10, 100);
    const std::size_t inCloud = places.size();
    for (const QPointF place : square(1000, 0.001, {20, 20})) {
        places.push_back(place);
    }
    const std::vector<std::uint8_t> crowding = crowdingOf(places);
    EXPECT_GT(crowding[0], crowding[inCloud] + 5 * 16);
}

TEST(Crowding, FewHaveRoomAndWhatHasNoPlaceIsHarmless) {
    EXPECT_TRUE(crowdingOf(square(10, 1)).empty());
    std::vector<QPointF> places(2000, QPointF(3, 4));
    EXPECT_EQ(crowdingOf(places).size(), 2000U) << "all in one place";
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    places.assign(2000, QPointF(none, none));
    EXPECT_EQ(crowdingOf(places), std::vector<std::uint8_t>(2000, 0));
}

TEST(Crowding, OnlyDotsThatWouldCoverEachOtherAreFaint) {
    constexpr std::uint8_t one = 128;
    EXPECT_EQ(dotOpacity(one, 1, 100), 1) << "far from each other";
    EXPECT_EQ(dotOpacity(255, 5, 1), 1) << "no dots";
    const float crowded = dotOpacity(one, 1, 1);
    const float more = dotOpacity(one + 32, 1, 1);
    EXPECT_LT(crowded, 0.5F);
    EXPECT_LT(more, crowded);
    EXPECT_GT(4 * more, crowded) << "four times as many are darker all the same";
}

} // namespace entente::ui
