// Communities drawn together to one vertex.

#include "core/analysis/communities.h"
#include "core/layout/disc.h"
#include "core/layout/geometry.h"
#include "core/layout/overlap.h"
#include "core/network/collapse.h"
#include "ui/workspace/layout_inputs.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace entente::ui {

void Workspace::setCollapsed(bool collapsed) {
    if (collapsed == collapsed_) {
        return;
    }
    collapsed_ = collapsed;
    openCommunities_.clear();
    communityOfRow_.clear();
    emit collapsedChanged(collapsed);
    if (!collapsed) {
        communityThread_ = {};
        restorePositions();
        renew(EvaluationStep::Network, Arrangement::Placed);
        return;
    }
    communityThread_ =
        std::jthread([this, network = shown_.network, rows = dossier_.vertices().size()] {
            const std::vector<std::uint32_t> found = communities(*network);
            auto byRow = std::make_shared<std::vector<std::uint32_t>>(rows, noCommunity);
            for (std::uint32_t vertex = 0; vertex < network->vertexCount(); ++vertex) {
                (*byRow)[network->element(vertex)] = found[vertex];
            }
            QMetaObject::invokeMethod(
                this,
                [this, byRow] {
                    if (collapsed_ && communityOfRow_.empty()) {
                        communityOfRow_ = std::move(*byRow);
                        renew(EvaluationStep::Network, Arrangement::Relaid);
                    }
                },
                Qt::QueuedConnection);
        });
}

void Workspace::openCommunities(const std::vector<VertexIndex>& rows) {
    bool opens = false;
    for (const VertexIndex row : rows) {
        const std::uint32_t community =
            row < communityOfRow_.size() ? communityOfRow_[row] : noCommunity;
        if (community != noCommunity) {
            openCommunities_.resize(std::max<std::size_t>(openCommunities_.size(), community + 1));
            const std::uint32_t vertex = network().vertexOf(row);
            if (vertex != noIndex &&
                std::exchange(openCommunities_[community], std::uint8_t{1}) == 0) {
                openAround(network().element(vertex));
                opens = true;
            }
        }
    }
    if (opens) {
        renew(EvaluationStep::Network, Arrangement::Placed);
    }
}

/// Puts the members of a row's community on a disc around it, much as they stood before they were
/// drawn together; all others make way.
void Workspace::openAround(VertexIndex row) {
    std::vector<Point>& known = positionsOf(projection_.projection);
    if (row >= known.size() || !isPlaced(known[row])) {
        return;
    }
    std::vector<VertexIndex> members;
    std::vector<Point> before;
    // Rows that have come since belong to none.
    const std::size_t rows = std::min(spreadPositions_.size(), communityOfRow_.size());
    for (VertexIndex other = 0; other < rows; ++other) {
        if (other != row && communityOfRow_[other] == communityOfRow_[row] &&
            isPlaced(spreadPositions_[other])) {
            members.push_back(other);
            before.push_back(spreadPositions_[other]);
        }
    }
    // In edges' lengths: marks stand as close as elsewhere, within a rim.
    constexpr double roomOfMember = 0.45;
    constexpr double between = 0.6;
    constexpr double rim = 0.7;
    const double unit = parameters_.spread;
    const double radius = roomOfMember * unit * std::sqrt(static_cast<double>(members.size()) + 1);
    makeRoomAround(row, radius + rim * unit);
    const std::vector<Point> disc = spreadOverDisc(before, known[row], radius, between * unit);
    for (std::size_t i = 0; i < members.size(); ++i) {
        known[members[i]] = disc[i];
        newcomers_.insert(members[i]);
    }
}

/// Moves all but pinned ones out of a disc around a row.
void Workspace::makeRoomAround(VertexIndex row, double radius) {
    std::vector<Point>& known = positionsOf(projection_.projection);
    std::vector<std::uint8_t> stay(known.size(), 0);
    for (const VertexIndex pinned : pinned_) {
        stay[pinned] = 1;
    }
    clearDisc(known, known[row], radius, stay);
    // On their way out marks of communities have come together.
    std::vector<VertexIndex> rows{row};
    std::vector<Point> places{known[row]};
    std::vector<double> room{2 * radius};
    std::vector<std::uint8_t> held{1};
    const std::vector<double> roomOfAll = roomOfCommunities(network());
    for (std::uint32_t vertex = 0; vertex < network().vertexCount(); ++vertex) {
        const VertexIndex other = network().element(vertex);
        if (other != row && isPlaced(known[other])) {
            rows.push_back(other);
            places.push_back(known[other]);
            room.push_back(roomOfAll[vertex] * parameters_.spread);
            held.push_back(stay[other]);
        }
    }
    constexpr int rounds = 40;
    giveRoom(places, room, held, rounds);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        known[rows[i]] = places[i];
    }
}

/// Where the mark of a row's closed community stood, whoever stood for it; NaN where it had none.
Point Workspace::placeOfCommunity(VertexIndex row) const {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const std::uint32_t vertex = network().vertexOf(row);
    const auto known = positions_.find(projection_.projection);
    if (network().membersOf(vertex) < 2 || known == positions_.end()) {
        return {unknown, unknown};
    }
    for (const VertexIndex member : network().rowsOf(std::span(&vertex, 1))) {
        if (isPlaced(known->second[member])) {
            return known->second[member];
        }
    }
    return {unknown, unknown};
}

void Workspace::restorePositions() {
    if (!spreadPositions_.empty()) {
        stopLayout();
        positions_[projection_.projection] = std::exchange(spreadPositions_, {});
    }
}

void Workspace::forgetCommunities() {
    communityThread_ = {};
    restorePositions();
    communityOfRow_.clear();
    openCommunities_.clear();
    if (collapsed_) {
        collapsed_ = false;
        emit collapsedChanged(false);
    }
}

void Workspace::waitForCommunities() {
    if (communityThread_.joinable()) {
        communityThread_.join();
    }
    QCoreApplication::sendPostedEvents(this);
    waitForEvaluation();
}

} // namespace entente::ui
