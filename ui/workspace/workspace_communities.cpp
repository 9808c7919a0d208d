// Communities drawn together to one vertex.

#include "core/analysis/communities.h"
#include "core/network/collapse.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>

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
        rebuildNetwork();
        emit networkChanged();
        return;
    }
    communityThread_ = std::jthread([this, network = std::make_shared<const Network>(network_),
                                     rows = dossier_.vertices().size()] {
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
                    rebuildNetwork();
                    emit networkChanged();
                }
            },
            Qt::QueuedConnection);
    });
}

void Workspace::collapseNetwork() {
    if (communityOfRow_.empty()) {
        return;
    }
    std::vector<std::uint32_t> byVertex;
    byVertex.reserve(network_.vertexCount());
    for (const VertexIndex row : network_.elements()) {
        byVertex.push_back(row < communityOfRow_.size() ? communityOfRow_[row] : noCommunity);
    }
    network_ = collapse(network_, byVertex, openCommunities_);
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
        rebuildNetwork();
        emit networkChanged();
    }
}

void Workspace::forgetCommunities() {
    communityThread_ = {};
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
}

} // namespace entente::ui
