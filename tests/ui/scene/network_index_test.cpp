#include "ui/scene/network_index.h"

#include "ui/scene/shapes.h"

#include <gtest/gtest.h>

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <random>

namespace entente::ui {

namespace {

/// A crowd at random, and the same questions answered by looking at everything.
struct NetworkIndexTest : testing::Test {
    std::vector<PlannedMark> marks;
    std::vector<QPointF> places;
    std::vector<NetworkIndex::Ends> ends;
    std::vector<QPointF> bends;
    std::mt19937 random{7};

    void addCrowd(std::uint32_t vertices, std::uint32_t edges) {
        std::normal_distribution<double> place(0, 10);
        for (std::uint32_t i = 0; i < vertices; ++i) {
            marks.push_back(
                {static_cast<float>(9 + random() % 15), 0, static_cast<Shape>(random() % 8)});
            places.emplace_back(place(random), place(random));
        }
        for (std::uint32_t i = 0; i < edges; ++i) {
            ends.emplace_back(random() % vertices, random() % vertices);
        }
    }

    [[nodiscard]] NetworkIndex index() const { return {marks, places, ends, bends}; }

    [[nodiscard]] double distance(QPointF point, std::uint32_t edge) const {
        const QLineF line(places[ends[edge].first], places[ends[edge].second]);
        const QPointF way = line.p2() - line.p1();
        const double squared = QPointF::dotProduct(way, way);
        const double share =
            squared > 0
                ? std::clamp(QPointF::dotProduct(point - line.p1(), way) / squared, 0.0, 1.0)
                : 0;
        return QLineF(point, line.pointAt(share)).length();
    }
};

TEST_F(NetworkIndexTest, FindsTheNearestEdgeWithinTheTolerance) {
    addCrowd(300, 900);
    for (PlannedMark& mark : marks) {
        mark.radius = 0; // no marks in the way
    }
    const NetworkIndex index = this->index();
    std::normal_distribution<double> place(0, 12);
    int hits = 0;
    for (int i = 0; i < 500; ++i) {
        const QPointF point(place(random), place(random));
        double nearest = 1e9;
        for (std::uint32_t edge = 0; edge < ends.size(); ++edge) {
            nearest = std::min(nearest, distance(point, edge));
        }
        const auto hit = index.at(point, {120, 1});
        if (nearest <= 3.99 / 120) {
            ASSERT_TRUE(hit.edge.has_value());
            EXPECT_LE(distance(point, *hit.edge), std::max(nearest, 0.5 / 120) + 1e-5);
            ++hits;
        } else if (nearest > 4.01 / 120) {
            EXPECT_FALSE(hit.edge.has_value());
        }
    }
    EXPECT_GT(hits, 20);
}

TEST_F(NetworkIndexTest, FindsTheMarkThatLiesOnTop) {
    addCrowd(400, 0);
    const NetworkIndex index = this->index();
    const NetworkIndex::Scale scale{40, 1};
    int hits = 0;
    for (std::uint32_t i = 0; i < 400; ++i) {
        const QPointF point = places[i] + QPointF(0.1, -0.05);
        std::optional<std::uint32_t> top;
        for (std::uint32_t vertex = 0; vertex < 400; ++vertex) {
            const QPointF way = point - places[vertex];
            const double length = std::hypot(way.x(), way.y());
            if (length * 40 <=
                    shapeReach(marks[vertex].shape, marks[vertex].radius, way / length) &&
                (!top ||
                 std::pair(marks[vertex].shape, vertex) > std::pair(marks[*top].shape, *top))) {
                top = vertex;
            }
        }
        if (top) {
            EXPECT_EQ(index.at(point, scale).vertex, top);
            ++hits;
        }
    }
    EXPECT_GT(hits, 300);
}

TEST_F(NetworkIndexTest, SmallMarksAreAsEasyToHitAsOnesOfSixPixels) {
    marks = {{10, 0, Shape::Circle}, {10, 0, Shape::Circle}};
    places = {{0, 0}, {1, 0}};
    ends = {{0, 1}};
    const NetworkIndex index = this->index();
    EXPECT_EQ(index.at({0.055, 0}, {100, 0.1}).vertex, 0U);
    EXPECT_FALSE(index.at({0.065, 0}, {100, 0.1}).vertex.has_value());
    EXPECT_EQ(index.at({0.065, 0}, {100, 0.1}).edge, 0U);
    EXPECT_FALSE(index.at({0.5, 0.045}, {100, 0.1}).edge.has_value());
}

TEST_F(NetworkIndexTest, EdgesInAPartAreThoseThatTouchIt) {
    addCrowd(200, 800);
    const NetworkIndex index = this->index();
    const QRectF part(-3, -2, 5, 4);
    std::vector<std::uint32_t> wanted;
    for (std::uint32_t edge = 0; edge < ends.size(); ++edge) {
        // Sampled closely enough to meet the part if the edge passes through more than its corner.
        const QLineF line(places[ends[edge].first], places[ends[edge].second]);
        for (int i = 0; i <= 4000; ++i) {
            if (part.contains(line.pointAt(i / 4000.0))) {
                wanted.push_back(edge);
                break;
            }
        }
    }
    const auto found = index.edgesIn(part, 800);
    ASSERT_TRUE(found.has_value());
    EXPECT_TRUE(std::ranges::includes(*found, wanted));
    EXPECT_LE(found->size(), wanted.size() + 3);
    EXPECT_FALSE(index.edgesIn(part, wanted.size() / 2).has_value());
    EXPECT_TRUE(index.edgesIn({500, 500, 1, 1}, 10)->empty());
}

TEST_F(NetworkIndexTest, ALassoTakesWhatTheEvenOddRuleTakes) {
    addCrowd(5000, 0);
    const NetworkIndex index = this->index();
    QPolygonF star;
    for (int i = 0; i < 41; ++i) {
        const double angle = i * 2.6;
        star << QPointF(std::cos(angle), std::sin(angle)) * (i % 2 == 0 ? 15 : 4);
    }
    std::vector<std::uint32_t> wanted;
    for (std::uint32_t vertex = 0; vertex < places.size(); ++vertex) {
        if (star.containsPoint(places[vertex], Qt::OddEvenFill)) {
            wanted.push_back(vertex);
        }
    }
    EXPECT_GT(wanted.size(), 500U);
    EXPECT_EQ(index.verticesWithin(star), wanted);
    EXPECT_TRUE(index.verticesWithin(QPolygonF({QPointF(0, 0), QPointF(1, 1)})).empty());
}

TEST_F(NetworkIndexTest, VerticesInAPart) {
    addCrowd(2000, 0);
    const QRectF part(-5, 1, 4, 8);
    std::vector<std::uint32_t> wanted;
    for (std::uint32_t vertex = 0; vertex < places.size(); ++vertex) {
        if (part.contains(places[vertex])) {
            wanted.push_back(vertex);
        }
    }
    EXPECT_EQ(index().verticesIn(part, wanted.size()), wanted);
    EXPECT_FALSE(index().verticesIn(part, wanted.size() - 1).has_value());
}

TEST_F(NetworkIndexTest, BentEdgesAreHitWhereTheyRun) {
    marks = {{0, 0, Shape::Circle}, {0, 0, Shape::Circle}};
    places = {{0, 0}, {10, 0}};
    ends = {{0, 1}};
    bends = {{5, 8}};
    const NetworkIndex index = this->index();
    EXPECT_FALSE(index.at({5, 0}, {100, 1}).edge.has_value());
    EXPECT_EQ(index.at({5, 4}, {100, 1}, 20).edge, 0U);
}

TEST_F(NetworkIndexTest, OddNetworksAreHarmless) {
    EXPECT_FALSE(NetworkIndex().at({0, 0}, {100, 1}).vertex.has_value());
    EXPECT_TRUE(NetworkIndex().edgesIn({0, 0, 1, 1}, 5)->empty());
    EXPECT_TRUE(index().verticesIn({0, 0, 1, 1}, 5)->empty());
    // All in one place, and one that has none.
    marks.assign(1000, {10, 0, Shape::Circle});
    places.assign(1000, {3, 3});
    places[7] = {std::nan(""), 2};
    for (std::uint32_t i = 0; i < 999; ++i) {
        ends.emplace_back(i, i + 1);
    }
    const NetworkIndex index = this->index();
    EXPECT_EQ(index.at({3, 3}, {100, 1}).vertex, 999U);
    EXPECT_EQ(index.verticesIn({2, 2, 2, 2}, 2000)->size(), 999U);
    EXPECT_EQ(index.edgesIn({2, 2, 2, 2}, 2000)->size(), 997U);
}

} // namespace

} // namespace entente::ui
