#include "ui/scene/network_geometry.h"

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

TEST(NetworkScale, StrandsOfSmallNetworksAreNeverFaint) {
    for (const double zoom : {0.1, 1.0, 10.0}) {
        EXPECT_EQ(NetworkScale::at(zoom, 500).opacity, 1);
        EXPECT_EQ(NetworkScale::at(zoom, 500).signs, 1);
    }
}

TEST(NetworkScale, FromNearStrandsOfLargeNetworksAreAsStrongAsOthers) {
    const NetworkScale whole = NetworkScale::at(0.003, 1'000'000);
    const NetworkScale near = NetworkScale::at(10, 1'000'000);
    EXPECT_LT(whole.opacity, 0.1F);
    EXPECT_GT(near.opacity, 0.8F);
    EXPECT_GT(near.strandWidth, 2 * whole.strandWidth);
}

TEST(NetworkScale, StrandsBecomeStrongerBitByBit) {
    float last = 0;
    for (double zoom = 0.001; zoom < 20; zoom *= 1.2) {
        const NetworkScale scale = NetworkScale::at(zoom, 400'000);
        EXPECT_GE(scale.opacity, last);
        EXPECT_LE(scale.opacity, last == 0 ? 1 : 1.2F * last);
        EXPECT_LE(scale.signs, scale.opacity);
        last = scale.opacity;
    }
}

TEST(NetworkScale, FromFarSignsAreFainterThanStrandsWhichTheyCover) {
    const NetworkScale scale = NetworkScale::at(0.003, 500'000);
    EXPECT_LT(scale.signs, scale.opacity / 3);
}

} // namespace

} // namespace entente::ui
