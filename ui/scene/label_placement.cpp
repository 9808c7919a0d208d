#include "ui/scene/label_placement.h"

#include "ui/scene/clipping.h"
#include "ui/scene/spatial_grid.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

namespace entente::ui {

namespace {

constexpr qreal gap = 2;
constexpr qreal clearance = 3; ///< between two labels, sideways
constexpr qreal cell = 64;
constexpr double strandPenalty = 2.5;
constexpr double outsidePenalty = 8;
constexpr qreal rounding = 1e-6;
// Beyond so many, strands are everywhere and tell no place from another.
constexpr std::size_t mostStrands = 6000;

struct Place {
    QRectF box;
    double penalty;
};

std::array<Place, 8> placesOf(const LabelWish& wish) {
    const QRectF& mark = wish.mark;
    const qreal width = wish.size.width();
    const qreal height = wish.size.height();
    const qreal middle = mark.center().x() - width / 2;
    const qreal level = mark.center().y() - height / 2;
    const auto box = [&](qreal x, qreal y) { return QRectF(x, y, width, height); };
    return {{{box(middle, mark.bottom() + gap), 0},
             {box(middle, mark.top() - gap - height), 1.5},
             {box(mark.right() + 2 * gap, level), 1.8},
             {box(mark.left() - 2 * gap - width, level), 2.2},
             {box(mark.right(), mark.bottom()), 2.4},
             {box(mark.left() - width, mark.bottom()), 2.6},
             {box(mark.right(), mark.top() - height), 2.8},
             {box(mark.left() - width, mark.top() - height), 3.0}}};
}

/// The length of a segment within a box.
qreal lengthWithin(const QLineF& line, const QRectF& box) {
    const auto part = partWithin(box, line.p1(), line.p2());
    return part ? (part->second - part->first) * line.length() : 0;
}

/// The share of a label's box that lies outside of the view though its mark does not.
double shareOutside(const QRectF& box, const LabelWish& wish, const QRectF& view) {
    if (view.isNull() || !view.contains(wish.mark.center())) {
        return 0;
    }
    const QRectF inside = box & view;
    return 1 - inside.width() * inside.height() / std::max(1.0, box.width() * box.height());
}

/// The box pushed into the view where it leaves that though its mark does not: a name that is cut
/// off is none.
QRectF keptInside(const QRectF& box, const LabelWish& wish, const QRectF& view) {
    if (view.isNull() || !view.contains(wish.mark.center())) {
        return box;
    }
    const qreal x =
        std::clamp(box.left(), view.left(), std::max(view.left(), view.right() - box.width()));
    const qreal y =
        std::clamp(box.top(), view.top(), std::max(view.top(), view.bottom() - box.height()));
    return {QPointF(x, y), box.size()};
}

/// Whether a box reaches only partly into the view, with a mark that is outside.
bool isCutOff(const QRectF& box, const LabelWish& wish, const QRectF& view) {
    return !view.isNull() && !view.contains(wish.mark.center()) && view.intersects(box) &&
           !view.contains(box);
}

/// The boxes given away so far, by the cells that they lie in: a table of chains, since a frame has
/// no time for memory to be asked for box by box.
class TakenBoxes {
public:
    explicit TakenBoxes(std::size_t boxes) : heads_(std::bit_ceil(4 * boxes + 16), noLink) {
        links_.reserve(4 * boxes);
        boxes_.reserve(boxes);
    }

    [[nodiscard]] bool isFree(const QRectF& box) const {
        bool free = true;
        visitCells(box, [&](std::size_t head) {
            for (std::uint32_t link = heads_[head]; free && link != noLink;
                 link = links_[link].next) {
                free = !box.intersects(boxes_[links_[link].box]);
            }
        });
        return free;
    }

    void take(const QRectF& box) {
        const auto number = static_cast<std::uint32_t>(boxes_.size());
        boxes_.push_back(box);
        visitCells(box, [&](std::size_t head) {
            links_.push_back({number, heads_[head]});
            heads_[head] = static_cast<std::uint32_t>(links_.size() - 1);
        });
    }

private:
    static constexpr std::uint32_t noLink = 0xFFFFFFFF;

    struct Link {
        std::uint32_t box;
        std::uint32_t next;
    };

    template <typename Visit>
    void visitCells(const QRectF& box, const Visit& visit) const {
        const auto index = [](qreal value) {
            return static_cast<std::int64_t>(std::floor(value / cell));
        };
        const std::int64_t bottom = index(box.bottom());
        const std::int64_t right = index(box.right());
        for (std::int64_t y = index(box.top()); y <= bottom; ++y) {
            for (std::int64_t x = index(box.left()); x <= right; ++x) {
                const auto mixed = static_cast<std::uint64_t>(y * 0x9E3779B1 + x * 0x85EBCA77);
                visit((mixed ^ (mixed >> 17U)) & (heads_.size() - 1));
            }
        }
    }

    std::vector<std::uint32_t> heads_;
    std::vector<Link> links_;
    std::vector<QRectF> boxes_;
};

} // namespace

std::vector<std::optional<LabelPlace>> placeLabels(std::span<const LabelWish> wishes,
                                                   const LabelObstacles& obstacles) {
    std::vector<std::size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&wishes](std::size_t a, std::size_t b) {
        return wishes[a].importance != wishes[b].importance
                   ? wishes[a].importance > wishes[b].importance
                   : wishes[a].tieBreak < wishes[b].tieBreak;
    });
    const SpatialGrid marks = SpatialGrid::ofBoxes(obstacles.marks);
    const bool heedsStrands = obstacles.strands.size() <= mostStrands;
    const SpatialGrid strands =
        heedsStrands ? SpatialGrid::ofSegments(obstacles.strands) : SpatialGrid();

    const auto coversMark = [&](const QRectF& box) {
        bool covers = false;
        marks.visit(
            box, [&](std::uint32_t i) { covers = covers || box.intersects(obstacles.marks[i]); });
        return covers;
    };
    std::vector<std::uint32_t> seen(obstacles.strands.size(), 0);
    std::uint32_t turn = 0;
    const auto strandsUnder = [&](const QRectF& box) {
        double crossed = 0;
        ++turn;
        strands.visit(box, [&](std::uint32_t i) {
            if (seen[i] != turn) {
                seen[i] = turn;
                crossed += lengthWithin(obstacles.strands[i], box);
            }
        });
        return crossed / box.width();
    };

    TakenBoxes taken(wishes.size());
    std::vector<std::optional<LabelPlace>> result(wishes.size());
    const auto isOpen = [&](const Place& place) {
        // Boxes that touch do not overlap, however their numbers are rounded.
        const QRectF box = place.box.adjusted(rounding, rounding, -rounding, -rounding);
        return !coversMark(box) && taken.isFree(box);
    };
    const auto give = [&](std::size_t i, const Place& place, std::size_t side) {
        taken.take(place.box.adjusted(-clearance, 0, clearance, 0));
        result[i] = LabelPlace{place.box, static_cast<std::uint8_t>(side)};
    };
    // Whoever has a place keeps it; only then do others look for one.
    for (const std::size_t i : order) {
        if (wishes[i].side) {
            Place place = placesOf(wishes[i])[*wishes[i].side];
            place.box = keptInside(place.box, wishes[i], obstacles.view);
            if (isOpen(place) && !isCutOff(place.box, wishes[i], obstacles.view)) {
                give(i, place, *wishes[i].side);
            }
        }
    }
    for (const std::size_t i : order) {
        if (result[i]) {
            continue;
        }
        std::array<Place, 8> places = placesOf(wishes[i]);
        const Place* best = nullptr;
        double bestPenalty = 0;
        for (Place& place : places) {
            const double outside = shareOutside(place.box, wishes[i], obstacles.view);
            place.box = keptInside(place.box, wishes[i], obstacles.view);
            if ((best != nullptr && place.penalty >= bestPenalty) || !isOpen(place) ||
                isCutOff(place.box, wishes[i], obstacles.view)) {
                continue;
            }
            const double penalty =
                place.penalty + strandPenalty * strandsUnder(place.box) + outsidePenalty * outside;
            if (best == nullptr || penalty < bestPenalty) {
                best = &place;
                bestPenalty = penalty;
            }
        }
        if (best != nullptr) {
            give(i, *best, static_cast<std::size_t>(best - places.data()));
        }
    }
    return result;
}

} // namespace entente::ui
