// What is where in the network view.

#include "ui/scene/network_bends.h"
#include "ui/views/network_stage.h"

#include <QCoreApplication>

namespace entente::ui {

namespace {

/// So few edges are indexed on the spot.
constexpr std::size_t quicklyIndexed = 20'000;

} // namespace

NetworkStage::Target NetworkStage::at(QPointF pixel) {
    if (!isLight()) {
        const std::shared_ptr<const NetworkIndex> known = index();
        if (!known) {
            return {};
        }
        const NetworkIndex::Hit hit =
            known->at(camera_.toLayout(pixel, size_),
                      {camera_.scale(), NetworkScale::at(camera_.zoom, plan().strandCount).marks});
        return {hit.vertex.value_or(noIndex), hit.edge.value_or(noIndex)};
    }
    // Few strands may well be told apart, side by side as they are drawn.
    const DisplayList& list = scene().list;
    if (!picker_) {
        picker_.emplace(list);
    }
    const std::optional<Picker::Hit> hit = picker_->at(pixel - offset());
    if (!hit) {
        return {};
    }
    if (hit->kind == Picker::Hit::Kind::Mark) {
        return {workspace_->network().vertexOf(list.marks[hit->index].element.index), noIndex};
    }
    return {noIndex, list.strands[hit->index].edge};
}

std::vector<VertexIndex> NetworkStage::rowsWithin(const QPolygonF& outline) {
    const Network& network = workspace_->network();
    std::vector<VertexIndex> rows;
    if (const std::shared_ptr<const NetworkIndex> known = index()) {
        QPolygonF inLayout;
        for (const QPointF pixel : outline) {
            inLayout << camera_.toLayout(pixel, size_);
        }
        for (const std::uint32_t vertex : known->verticesWithin(inLayout)) {
            rows.push_back(network.element(vertex));
        }
        return rows;
    }
    for (std::uint32_t vertex = 0; vertex < network.vertexCount(); ++vertex) {
        if (outline.containsPoint(viewPosition(vertex), Qt::OddEvenFill)) {
            rows.push_back(network.element(vertex));
        }
    }
    return rows;
}

std::shared_ptr<const NetworkIndex> NetworkStage::index() {
    if (motion() == Motion::Changing) {
        return nullptr;
    }
    const std::shared_ptr<const PlacedNetwork>& shown = placed();
    if (indexed_.lock() == shown) {
        return index_;
    }
    indexed_ = shown;
    index_.reset();
    const auto make = [shown] {
        return std::make_shared<const NetworkIndex>(shown->plan->marks, shown->places,
                                                    endsOf(*shown->network), shown->bends);
    };
    if (workspace_->network().edgeCount() <= quicklyIndexed) {
        index_ = make();
        return index_;
    }
    // What was being made is of places that are no more: the thread ends by itself.
    indexThread_ = std::jthread([this, make, shown] {
        std::shared_ptr<const NetworkIndex> made = make();
        QMetaObject::invokeMethod(
            this,
            [this, made, shown] {
                if (indexed_.lock() == shown) {
                    index_ = made;
                    emit changed();
                }
            },
            Qt::QueuedConnection);
    });
    return nullptr;
}

void NetworkStage::waitForIndex() {
    static_cast<void>(index());
    if (indexThread_.joinable()) {
        indexThread_.join();
    }
    QCoreApplication::sendPostedEvents(this);
}

} // namespace entente::ui
