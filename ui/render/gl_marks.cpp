#include <epoxy/gl.h>

#include "ui/render/gl_marks.h"

#include "ui/render/scattered.h"
#include "ui/scene/network_geometry.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente::ui {

GlMarks::GlMarks() : places_(GL_RGBA32F), fills_(GL_R32UI) {}

void GlMarks::setPlan(std::shared_ptr<const NetworkPlan> plan,
                      std::shared_ptr<const Network> network, bool scatter) {
    plan_ = std::move(plan);
    network_ = std::move(network);
    const std::vector<PlannedMark>& marks = plan_->marks;
    const std::vector<VertexIndex>& rows = network_->elements();
    begins_ = {};
    std::size_t size = 0;
    for (std::size_t vertex = 0; vertex < marks.size(); ++vertex) {
        ++begins_[static_cast<std::size_t>(marks[vertex].shape) + 1];
        size = std::max<std::size_t>(size, rows[vertex] + 1);
    }
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    std::array<std::size_t, shapes + 1> next = begins_;
    std::vector<std::uint32_t> order;
    if (scatter) {
        order = scattered(marks.size(), marks.size());
    } else {
        order.resize(marks.size());
        std::iota(order.begin(), order.end(), 0U);
    }
    std::vector<std::uint32_t> list(marks.size());
    for (const std::uint32_t vertex : order) {
        list[next[static_cast<std::size_t>(marks[vertex].shape)]++] = rows[vertex];
    }
    list_.fill(list);

    places_.resize(size);
    fills_.resize(size);
    for (std::size_t vertex = 0; vertex < marks.size(); ++vertex) {
        fills_.set(rows[vertex], marks[vertex].fill);
    }
    fills_.send();
}

/// Another base where places are so far from this one that they would lose digits.
void GlMarks::rebase(std::span<const QPointF> places) {
    const auto known = std::ranges::find_if(places, isPlaced);
    if (known == places.end()) {
        return;
    }
    double fromBase = 0;
    double fromKnown = 0;
    for (const QPointF place : places) {
        if (isPlaced(place)) {
            const QPointF away = place - base_;
            const QPointF beside = place - *known;
            fromBase = std::max({fromBase, std::abs(away.x()), std::abs(away.y())});
            fromKnown = std::max({fromKnown, std::abs(beside.x()), std::abs(beside.y())});
        }
    }
    if (fromBase > 4 * fromKnown) {
        base_ = *known;
    }
}

void GlMarks::setPlaces(std::span<const QPointF> places, std::span<const std::uint8_t> crowding) {
    rebase(places);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const PlannedMark& mark = plan_->marks[i];
        const QPointF from = places[i] - base_;
        const Place place{static_cast<float>(from.x()), static_cast<float>(from.y()), mark.radius,
                          static_cast<float>(mark.shape) +
                              (crowding.empty() ? 0.0F : static_cast<float>(crowding[i]) / 256)};
        const bool placed = std::isfinite(place.x) && std::isfinite(place.y);
        places_.set(network_->element(static_cast<std::uint32_t>(i)), placed ? place : Place{});
    }
    places_.send();
}

void GlMarks::setSome(std::span<const std::uint32_t> vertices) {
    std::vector<std::uint32_t> rows;
    rows.reserve(vertices.size());
    for (const std::uint32_t vertex : vertices) {
        rows.push_back(network_->element(vertex));
    }
    some_.fill(rows);
}

std::size_t GlMarks::bytes() const {
    return places_.bytes() + fills_.bytes() + list_.bytes() + some_.bytes();
}

void GlMarks::bindTables() const {
    places_.bind(placesUnit);
    fills_.bind(fillsUnit);
}

void GlMarks::bindMarks(std::size_t first) const {
    list_.bindInstances(0, first);
    glDisableVertexAttribArray(1);
}

void GlMarks::bindSome() const {
    some_.bindInstances(0, 0);
    glDisableVertexAttribArray(1);
}

} // namespace entente::ui
