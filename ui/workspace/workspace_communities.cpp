// Communities drawn together to one vertex.

#include "core/analysis/communities.h"
#include "core/network/collapse.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>

#include <cmath>

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
        renew(EvaluationStep::Network, Arrangement::Restored);
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
            opens = opens || openCommunities_[community] == 0;
            openCommunities_[community] = 1;
        }
    }
    if (opens) {
        for (const VertexIndex row : rows) {
            placeAround(row);
        }
        renew(EvaluationStep::Network);
    }
}

/// Puts the members of a row's community around it as they stood before they were drawn together,
/// as close as so many can stand.
void Workspace::placeAround(VertexIndex row) {
    std::vector<Point>& known = positionsOf(projection_.projection);
    const auto isPlaced = [](const Point& point) { return std::isfinite(point.x + point.y); };
    if (row >= spreadPositions_.size() || !isPlaced(spreadPositions_[row]) ||
        !isPlaced(known[row])) {
        return;
    }
    std::vector<VertexIndex> members;
    double squares = 0;
    const Point& before = spreadPositions_[row];
    for (VertexIndex other = 0; other < spreadPositions_.size(); ++other) {
        if (other != row && other < communityOfRow_.size() &&
            communityOfRow_[other] == communityOfRow_[row] && isPlaced(spreadPositions_[other])) {
            members.push_back(other);
            squares += std::pow(spreadPositions_[other].x - before.x, 2) +
                       std::pow(spreadPositions_[other].y - before.y, 2);
        }
    }
    if (members.empty() || !(squares > 0)) {
        return;
    }
    constexpr double roomOfMember = 0.3;
    const auto count = static_cast<double>(members.size());
    const double scale =
        roomOfMember * parameters_.spread * std::sqrt(count) / std::sqrt(squares / count);
    for (const VertexIndex member : members) {
        known[member] = {known[row].x + (spreadPositions_[member].x - before.x) * scale,
                         known[row].y + (spreadPositions_[member].y - before.y) * scale};
        newcomers_.insert(member);
    }
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
