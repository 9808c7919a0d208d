#include "tests/ui/render/renderer_fixture.h"
#include "ui/render/gl_target.h"
#include "ui/render/headless_context.h"
#include "ui/render/progressive_picture.h"
#include "ui/scene/crowding.h"

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

struct ProgressivePictureTest : testing::Test, RendererFixture {
    std::unique_ptr<HeadlessContext> context = HeadlessContext::create();

    void SetUp() override {
        if (!context) {
            GTEST_SKIP() << "There is no OpenGL here.";
        }
    }

    [[nodiscard]] std::shared_ptr<const PlacedNetwork> placed() const {
        return std::make_shared<const PlacedNetwork>(PlacedNetwork{
            plan(), sharedNetwork(), places, crowdingOf(places), bends, style.colours()});
    }

    QImage drawn(ProgressivePicture& picture, Motion motion) const {
        GlTarget target;
        target.resize(view.pixels());
        picture.draw(view, target.framebuffer(), motion);
        QImage image = target.image().convertToFormat(QImage::Format_RGB32);
        image.setDevicePixelRatio(view.pixelRatio);
        return image;
    }

    /// More than this card, the processor, can draw while all moves; the first picture tells how
    /// slow it is.
    void showSlowCrowd(ProgressivePicture& picture) {
        addCrowd(20'000, 90'000);
        view.camera.zoom = 0.02;
        picture.setNetwork(placed());
        drawn(picture, Motion::Moving);
    }
};

TEST_F(ProgressivePictureTest, ACardLeavesOutWhatDoesNotFitWhileAllMoves) {
    ProgressivePicture picture({}, false);
    showSlowCrowd(picture);
    const QImage moving = drawn(picture, Motion::Moving);
    EXPECT_FALSE(picture.isComplete());
    EXPECT_GT(structuralSimilarity(byPainter(), moving), 0.6);
}

TEST_F(ProgressivePictureTest, ACardHoldsWhatItDrewOnce) {
    addCrowd(3000, 6000); // some 20 to 50 ms by the processor
    view.camera.zoom = 0.05;
    ProgressivePicture picture({}, false);
    picture.setNetwork(placed());
    drawn(picture, Motion::Moving);
    const QImage first = drawn(picture, Motion::Still);
    EXPECT_TRUE(picture.isComplete());
    expectAlike(byPainter(), first, 0.97);
    EXPECT_EQ(drawn(picture, Motion::Still), first);
}

TEST_F(ProgressivePictureTest, ALayerCompletesWhatACardTakesTooLongFor) {
    ProgressivePicture picture({}, false);
    picture.setTransitions(false);
    showSlowCrowd(picture);
    drawn(picture, Motion::Still);
    picture.wait();
    const QImage still = drawn(picture, Motion::Still);
    EXPECT_TRUE(picture.isComplete());
    expectAlike(byPainter(), still, 0.97);
}

TEST_F(ProgressivePictureTest, WhatFitsIsCompleteAtOnce) {
    addEverything();
    for (const bool software : {true, false}) {
        ProgressivePicture picture({}, software);
        picture.setNetwork(placed());
        const QImage moving = drawn(picture, Motion::Moving);
        EXPECT_TRUE(picture.isComplete());
        expectAlike(byPainter(), moving);
    }
}

TEST_F(ProgressivePictureTest, AFilterLeavesNothingOfWhatItHides) {
    addEverything();
    ProgressivePicture picture;
    picture.setNetwork(placed());
    drawn(picture, Motion::Still);
    Visibility visibility;
    visibility.vertices.assign(dossier.vertices().size(), 1);
    visibility.vertices[0] = 0;
    visibility.edges.assign(dossier.edges().size(), 1);
    shown = project(dossier, visibility, {Projection::Full, true});
    places.erase(places.begin());
    picture.setNetwork(placed());
    expectAlike(byPainter(), drawn(picture, Motion::Still));
}

} // namespace

} // namespace entente::ui
