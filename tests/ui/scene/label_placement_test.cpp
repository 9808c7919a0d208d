#include "ui/scene/label_placement.h"

#include <gtest/gtest.h>

#include <random>

namespace entente::ui {

namespace {

LabelWish wish(double x, double y, double importance = 0, double width = 60) {
    return {QRectF(x - 10, y - 10, 20, 20), QSizeF(width, 15), importance, 0};
}

TEST(LabelPlacement, PrefersThePlaceBelow) {
    const std::vector<LabelWish> wishes{wish(100, 100)};
    const auto boxes = placeLabels(wishes, {{wishes[0].mark}, {}});
    ASSERT_TRUE(boxes[0]);
    EXPECT_DOUBLE_EQ(boxes[0]->box.center().x(), 100);
    EXPECT_GE(boxes[0]->box.top(), wishes[0].mark.bottom());
}

TEST(LabelPlacement, GoesAboveWhereAStrandRunsBelow) {
    const std::vector<LabelWish> wishes{wish(100, 100)};
    const auto boxes = placeLabels(wishes, {{wishes[0].mark}, {QLineF(60, 120, 140, 120)}});
    ASSERT_TRUE(boxes[0]);
    EXPECT_LE(boxes[0]->box.bottom(), wishes[0].mark.top());
}

TEST(LabelPlacement, TheMoreImportantWinsTheOnlyPlace) {
    // Two marks at one spot, walled in so that only the place below is free.
    std::vector<LabelWish> wishes{wish(100, 100, 1), wish(100, 100, 2)};
    const std::vector<QRectF> walls{wishes[0].mark, QRectF(0, 60, 200, 29), QRectF(112, 60, 90, 80),
                                    QRectF(-2, 60, 90, 60)};
    const auto boxes = placeLabels(wishes, {walls, {}});
    EXPECT_FALSE(boxes[0]);
    EXPECT_FALSE(boxes[1] && boxes[1]->box.top() < 110);
}

TEST(LabelPlacement, NoTwoLabelsOverlapAndNoneCoversAMark) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> place(0, 900);
    std::vector<LabelWish> wishes;
    LabelObstacles obstacles;
    for (int i = 0; i < 400; ++i) {
        wishes.push_back(wish(place(random), place(random), i % 17, 30 + i % 90));
        wishes.back().tieBreak = static_cast<std::uint32_t>(i);
        obstacles.marks.push_back(wishes.back().mark);
        obstacles.strands.emplace_back(place(random), place(random), place(random), place(random));
    }
    const auto boxes = placeLabels(wishes, obstacles);
    std::size_t placed = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i]) {
            continue;
        }
        ++placed;
        for (const QRectF& mark : obstacles.marks) {
            EXPECT_FALSE(boxes[i]->box.intersects(mark));
        }
        for (std::size_t j = 0; j < i; ++j) {
            EXPECT_FALSE(boxes[j] && boxes[i]->box.intersects(boxes[j]->box));
        }
    }
    EXPECT_GT(placed, 60U);
    EXPECT_EQ(placeLabels(wishes, obstacles), boxes);
}

} // namespace

TEST(LabelPlacement, StaysInTheViewWhereItsMarkIsInIt) {
    LabelObstacles obstacles;
    obstacles.view = QRectF(0, 0, 400, 300);
    std::vector<LabelWish> wishes{wish(395, 150), wish(200, 295), wish(500, 150)};
    wishes[0].side = 2; // to the right, where it was
    const auto places = placeLabels(wishes, obstacles);
    ASSERT_TRUE(places[0] && places[1] && places[2]);
    EXPECT_LE(places[0]->box.right(), 400) << "it does not stay outside";
    EXPECT_LE(places[1]->box.bottom(), 300);
    EXPECT_EQ(places[2]->side, 0) << "whose mark is outside has its usual place";
    obstacles.view = {};
    EXPECT_EQ(placeLabels(wishes, obstacles)[0]->side, 2) << "while the camera moves";
}

TEST(LabelPlacement, NoNameIsCutOffByTheEdgeOfTheView) {
    LabelObstacles obstacles;
    obstacles.view = QRectF(0, 0, 400, 300);
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 60; ++i) {
        wishes.push_back(wish(397.0 - 390 * (i % 2), 5.0 + 5 * i));
        wishes.back().tieBreak = static_cast<std::uint32_t>(i);
        obstacles.marks.push_back(wishes.back().mark);
    }
    std::size_t placed = 0;
    for (const auto& place : placeLabels(wishes, obstacles)) {
        if (place) {
            ++placed;
            EXPECT_TRUE(obstacles.view.contains(place->box)) << place->box.left();
        }
    }
    EXPECT_GT(placed, 10U);
}

} // namespace entente::ui
