#include "ui/scene/picking.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace entente::ui {

namespace {

Mark mark(double x, double y, float radius, Shape shape = Shape::Circle) {
    Mark result;
    result.centre = {x, y};
    result.radius = radius;
    result.shape = shape;
    return result;
}

Strand strand(QPointF from, QPointF to) {
    Strand result;
    result.from = from;
    result.to = to;
    result.width = 2;
    return result;
}

TEST(Picking, TakesTheTopmostMark) {
    DisplayList list;
    list.marks = {mark(0, 0, 20), mark(15, 0, 20)};
    const Picker picker(list);
    EXPECT_EQ(picker.at({8, 0})->index, 1U);
    EXPECT_EQ(picker.at({-15, 0})->index, 0U);
    EXPECT_FALSE(picker.at({60, 0}));
}

TEST(Picking, HeedsTheShape) {
    DisplayList list;
    list.marks = {mark(0, 0, 20, Shape::Diamond)};
    const Picker picker(list);
    EXPECT_TRUE(picker.at({0, 24}));
    EXPECT_FALSE(picker.at({17, 17}));
}

TEST(Picking, StrandsWithinFourPixelsButMarksFirst) {
    DisplayList list;
    list.marks = {mark(0, 0, 10)};
    list.strands = {strand({10, 0}, {400, 300}), strand({10, 6}, {400, 306})};
    const Picker picker(list);
    EXPECT_EQ(picker.at({5, 0})->kind, Picker::Hit::Kind::Mark);
    const QPointF middle = (list.strands[0].from + list.strands[0].to) / 2;
    const auto hit = picker.at(middle + QPointF(1, -1));
    ASSERT_TRUE(hit);
    EXPECT_EQ(hit->kind, Picker::Hit::Kind::Strand);
    EXPECT_EQ(hit->index, 0U);
    EXPECT_FALSE(picker.at(middle + QPointF(6, -8)));
}

TEST(Picking, GridFindsWhatALookAtEverythingFinds) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(-2000, 2000);
    DisplayList list;
    for (int i = 0; i < 500; ++i) {
        list.strands.push_back(
            strand({place(random), place(random)}, {place(random), place(random)}));
    }
    const Picker picker(list);
    for (int i = 0; i < 2000; ++i) {
        const QPointF point(place(random), place(random));
        double nearest = INFINITY;
        for (const Strand& each : list.strands) {
            const QPointF way = each.to - each.from;
            const double share = std::clamp(QPointF::dotProduct(point - each.from, way) /
                                                QPointF::dotProduct(way, way),
                                            0.0, 1.0);
            nearest = std::min(nearest, QLineF(point, each.from + way * share).length() - 1);
        }
        EXPECT_EQ(picker.at(point).has_value(), nearest < 4) << nearest;
    }
}

TEST(Picking, OutlinesTakeTheMarksWhoseCentresTheyHold) {
    DisplayList list;
    list.marks = {mark(0, 0, 10), mark(100, 0, 10), mark(50, 50, 10)};
    const Picker picker(list);
    EXPECT_EQ(picker.marksWithin(QRectF(-5, -5, 110, 10)), (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(picker.marksWithin(QPolygonF({{40, 40}, {60, 40}, {50, 70}})),
              (std::vector<std::size_t>{2}));
}

} // namespace

} // namespace entente::ui
