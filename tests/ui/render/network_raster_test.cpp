#include "tests/ui/render/renderer_fixture.h"
#include "ui/render/network_raster.h"
#include "ui/scene/crowding.h"

#include <tbb/global_control.h>

namespace entente::ui {

namespace {

struct NetworkRasterTest : testing::Test, RendererFixture {
    [[nodiscard]] QImage raster(std::size_t most = 1'000'000, const Progress& progress = {}) const {
        return rasterNetwork(
                   {plan(), sharedNetwork(), places, crowdingOf(places), bends, style.colours()},
                   view, most, progress)
            .image;
    }
};

TEST_F(NetworkRasterTest, DrawsWhatThePainterDraws) {
    addEverything();
    expectAlike(byPainter(), raster());
    style.theme = Theme::Dark;
    expectAlike(byPainter(), raster());
}

TEST_F(NetworkRasterTest, DrawsTheSameEnlargedAndAtFractionalScales) {
    addEverything();
    view.camera.zoom = 2.5;
    view.camera.centre = {-1.0, -0.6};
    expectAlike(byPainter(), raster());
    view.camera = {};
    for (const double ratio : {1.5, 2.0}) {
        view.pixelRatio = ratio;
        expectAlike(byPainter(), raster());
    }
}

TEST_F(NetworkRasterTest, DrawsTheSameCrowdFromFar) {
    addCrowd(400, 1500);
    view.camera.zoom = 0.2;
    expectAlike(byPainter(), raster());
}

TEST_F(NetworkRasterTest, DrawsTheSameCloudOfDots) {
    addCrowd(3000, 1500);
    view.camera.zoom = 0.02;
    expectAlike(byPainter(), raster());
}

TEST_F(NetworkRasterTest, BendsEdgesAlike) {
    addEverything();
    bendAll();
    expectAlike(byPainter(), raster());
}

TEST_F(NetworkRasterTest, LeavesOutWhatHasNoPlace) {
    addEverything();
    places[4] = {std::nan(""), 0};
    expectAlike(byPainter(), raster());
}

TEST_F(NetworkRasterTest, TheNumberOfThreadsChangesNoPixel) {
    addCrowd(400, 20'000);
    view.camera.zoom = 0.3;
    const QImage many = raster();
    const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    EXPECT_EQ(raster(), many);
}

TEST_F(NetworkRasterTest, ASampleIsAsDenseAsAllOfThem) {
    addCrowd(300, 20'000);
    view.camera.zoom = 0.3;
    const auto brightness = [](const QImage& image) {
        double sum = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                sum += qGray(image.pixel(x, y));
            }
        }
        return sum / (image.width() * image.height());
    };
    const double ground = qGray(style.colours().ground.rgb());
    const double all = ground - brightness(raster());
    const double some = ground - brightness(raster(8'000));
    EXPECT_GT(all, 5);
    EXPECT_NEAR(some / all, 1, 0.25);
}

TEST_F(NetworkRasterTest, StopsWhenAsked) {
    addCrowd(100, 200);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(raster(1, {{}, stop.get_token()}), Cancelled);
}

TEST_F(NetworkRasterTest, WhatLiesFarOutsideIsHarmless) {
    addEverything();
    places[0] = {-1e9, 1e9};
    places[1] = {1e30, 1e30};
    places[2] = {1e300, -1e300};
    const QImage image = raster();
    EXPECT_EQ(image.size(), view.pixels());
    view.size = {0, 0};
    EXPECT_TRUE(raster().isNull());
}

} // namespace

} // namespace entente::ui
