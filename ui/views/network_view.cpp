#include "ui/views/network_view.h"

#include "core/network/path.h"
#include "ui/render/painter_renderer.h"
#include "ui/scene/vertex_text.h"
#include "ui/views/network_hover_card.h"
#include "ui/views/network_menu.h"
#include "ui/views/network_overlays.h"
#include "ui/views/picture_cache.h"

#include <QMenu>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr int hoverDelay = 380;
constexpr int refineDelay = 130;
constexpr qreal legendMargin = 16;
constexpr double zoomStep = 1.25;
constexpr int noticeTime = 4500;

} // namespace

NetworkView::NetworkView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), stage_(new NetworkStage(workspace, this)),
      cache_(new PictureCache(this)), card_(new NetworkHoverCard(workspace, this)),
      emptyState_(new NetworkEmptyState(workspace, this)), hint_(new HintBar(workspace, this)) {
    setObjectName(QStringLiteral("networkView"));
    setAccessibleName(tr("Network"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture);
    setAnimationsEnabled(style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) >
                         0);

    hoverTimer_.setSingleShot(true);
    hoverTimer_.setInterval(hoverDelay);
    connect(&hoverTimer_, &QTimer::timeout, this, &NetworkView::showCard);
    refineTimer_.setSingleShot(true);
    refineTimer_.setInterval(refineDelay);
    connect(&refineTimer_, &QTimer::timeout, this, qOverload<>(&QWidget::update));
    connect(cache_, &PictureCache::ready, this, qOverload<>(&QWidget::update));

    connect(stage_, &NetworkStage::changed, this, [this] {
        if (!stage_->isLight() && !stage_->isStreaming()) {
            refineTimer_.start();
        }
        update();
    });
    connect(stage_, &NetworkStage::rearranged, this, [this] {
        legendStale_ = true;
        stopHovering();
        updateEmptyState();
        updateAccessibility();
        update();
    });
    connect(workspace_, &Workspace::positionsChanged, this, &NetworkView::updateEmptyState);
    connect(workspace_, &Workspace::layoutStarted, this, &NetworkView::updateEmptyState);
    connect(workspace_, &Workspace::layoutFinished, this, &NetworkView::updateEmptyState);
    connect(workspace_, &Workspace::styleChanged, this, [this] {
        cache_->clear();
        draft_.clear();
        legendStale_ = true;
        updateEmptyState();
    });
    connect(workspace_, &Workspace::selectionChanged, this, &NetworkView::updateAccessibility);
    connect(workspace_, &Workspace::revealRequested, this, &NetworkView::centreOn);
    updateEmptyState();
    updateAccessibility();
}

NetworkView::~NetworkView() = default;

void NetworkView::setTool(Tool tool) {
    tool_ = tool;
    applyCursor();
}

void NetworkView::fit() {
    stage_->fit(true);
}
void NetworkView::zoomIn() {
    zoomBy(zoomStep);
}
void NetworkView::zoomOut() {
    zoomBy(1 / zoomStep);
}

void NetworkView::zoomBy(double factor) {
    stage_->zoomAbout(QRectF(rect()).center(), factor);
    stopHovering();
}

void NetworkView::setLegendVisible(bool visible) {
    if (visible == legendVisible_) {
        return;
    }
    legendVisible_ = visible;
    legendStale_ = true;
    emit legendVisibleChanged(visible);
    update();
}

void NetworkView::setAnimationsEnabled(bool enabled) {
    stage_->setAnimationsEnabled(enabled);
}

void NetworkView::centreOn(ElementRef element) {
    const Network& network = workspace_->network();
    if (element.kind == ElementKind::Vertex) {
        if (const std::uint32_t vertex = network.vertexOf(element.index); vertex != noIndex) {
            stage_->centreOn(std::span(&vertex, 1), true);
            return;
        }
    }
    // What is no vertex here backs edges: an agreement in the alliances, a tie.
    std::vector<std::uint32_t> ends;
    for (std::uint32_t edge = 0; edge < network.edgeCount(); ++edge) {
        if (std::ranges::find(network.backing(edge), element) != network.backing(edge).end()) {
            ends.push_back(network.edges()[edge].source);
            ends.push_back(network.edges()[edge].target);
        }
    }
    stage_->centreOn(ends, true);
}

DisplayList NetworkView::displayList() const {
    const NetworkScene& scene = stage_->scene();
    DisplayList list;
    list.ground = workspace_->style().colours().ground;
    list.font = workspace_->style().font;
    list.bounds = QRectF(QPointF(), QSizeF(size()));
    append(list, scene.list, stage_->offset());
    if (legendVisible_ && !legend_.bounds.isEmpty()) {
        append(list, legend_, legendCorner_);
    }
    return list;
}

void NetworkView::startPathFrom(VertexIndex row) {
    pathFrom_ = row;
    hint_->say(tr("Click the other end of the path from %1. Esc cancels.")
                   .arg(vertexName(workspace_->dossier(), row, workspace_->style().labelLanguage)));
    applyCursor();
}

void NetworkView::selectPath(VertexIndex from, VertexIndex to) {
    pathFrom_.reset();
    hint_->hide();
    applyCursor();
    const Network& network = workspace_->network();
    const std::vector<VertexIndex> path = shortestPath(network, from, to);
    const QString& language = workspace_->style().labelLanguage;
    if (path.empty()) {
        hint_->say(tr("Nothing that is shown joins %1 and %2.")
                       .arg(vertexName(workspace_->dossier(), from, language),
                            vertexName(workspace_->dossier(), to, language)),
                   noticeTime);
        return;
    }
    std::set<ElementRef> elements;
    for (std::size_t i = 0; i < path.size(); ++i) {
        elements.insert({ElementKind::Vertex, path[i]});
    }
    workspace_->select(std::move(elements));
    hint_->say(tr("From %1 to %2 in %n steps", nullptr, static_cast<int>(path.size()) - 1)
                   .arg(vertexName(workspace_->dossier(), from, language),
                        vertexName(workspace_->dossier(), to, language)),
               noticeTime);
}

NetworkStage::Target NetworkView::targetAt(QPointF pixel) const {
    return stage_->at(pixel);
}

std::optional<QPointF> NetworkView::pixelOf(VertexIndex row) const {
    const std::uint32_t vertex = workspace_->network().vertexOf(row);
    if (vertex == noIndex || !stage_->hasPositions()) {
        return std::nullopt;
    }
    return stage_->viewPosition(vertex);
}

void NetworkView::finishDrawing() {
    if (!stage_->isLight() && stage_->hasPositions()) {
        refineTimer_.stop();
        cache_->request(stage_->sharedScene(), stage_->camera(), size(), devicePixelRatioF());
        cache_->wait();
    }
}

void NetworkView::resizeEvent(QResizeEvent* /*event*/) {
    stage_->setViewSize(size());
    legendStale_ = true;
    placeOverlays();
}

void NetworkView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), workspace_->style().colours().ground);
    if (stage_->hasPositions()) {
        paintNetwork(painter);
    }
    paintRubberBand(painter);
    if (hasFocus() && window()->isActiveWindow()) {
        QColor accent = workspace_->style().colours().accent;
        accent.setAlphaF(0.45F);
        painter.setPen(QPen(accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void NetworkView::paintNetwork(QPainter& painter) {
    const bool light = stage_->isLight();
    if (stage_->isStreaming() && !stage_->isLightStreaming()) {
        // What was drawn before is nowhere near: nobody wants to see it again.
        cache_->clear();
        paintDraft(painter);
        paintLegend(painter);
        return;
    }
    if (legendStale_ && !stage_->isMoving() && (light || !stage_->isStale())) {
        arrangeLegend();
    }
    if (light) {
        painter.save();
        painter.translate(stage_->offset());
        paint(painter, stage_->scene().list);
        painter.restore();
    } else {
        paintLarge(painter);
    }
    paintLegend(painter);
}

void NetworkView::paintLegend(QPainter& painter) const {
    if (legendVisible_ && !legend_.bounds.isEmpty()) {
        painter.save();
        painter.translate(legendCorner_);
        paint(painter, legend_);
        painter.restore();
    }
}

void NetworkView::paintLarge(QPainter& painter) {
    // While the picture moves, the last one is shown where it would be now; the new one is drawn
    // when it rests.
    if (!refineTimer_.isActive() && gesture_ != Gesture::Pan && gesture_ != Gesture::DragMarks) {
        const auto scene = stage_->sharedScene();
        if (!cache_->covers(scene.get(), stage_->camera(), size())) {
            cache_->request(scene, stage_->camera(), size(), devicePixelRatioF());
        }
    }
    if (!cache_->empty()) {
        cache_->paint(painter, stage_->camera(), size());
    } else {
        paintDraft(painter);
    }
    for (const VertexIndex row : draggedRows_) {
        const std::uint32_t vertex = workspace_->network().vertexOf(row);
        if (vertex != noIndex) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(workspace_->style().colours().accent, 2));
            painter.setBrush(workspace_->style().colours().markFill);
            painter.drawEllipse(stage_->viewPosition(vertex), 6, 6);
        }
    }
}

/// What there is to see until the whole picture is drawn, and while a layout moves all of it.
void NetworkView::paintDraft(QPainter& painter) {
    const Network& network = workspace_->network();
    std::vector<QPointF> positions;
    positions.reserve(network.vertexCount());
    for (std::uint32_t vertex = 0; vertex < network.vertexCount(); ++vertex) {
        positions.push_back(stage_->viewPosition(vertex));
    }
    draft_.paint(painter, {stage_->plan(), network, positions, stage_->camera().zoom,
                           workspace_->style().colours(), size(), devicePixelRatioF()});
}

void NetworkView::paintRubberBand(QPainter& painter) const {
    if ((gesture_ != Gesture::Box && gesture_ != Gesture::Lasso) || outline_.size() < 2) {
        return;
    }
    const QColor accent = workspace_->style().colours().accent;
    QColor wash = accent;
    wash.setAlphaF(0.1F);
    painter.setRenderHint(QPainter::Antialiasing, gesture_ == Gesture::Lasso);
    painter.setPen(QPen(accent, 1, gesture_ == Gesture::Lasso ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(wash);
    painter.drawPolygon(outline_);
}

void NetworkView::arrangeLegend() {
    legend_ = legendCard(
        legendEntries(stage_->scene().legend, workspace_->dossier(), workspace_->style()),
        workspace_->style());
    // A card that fills the view would hide what it explains.
    if (!legendVisible_ || legend_.bounds.height() > height() * 0.9 ||
        legend_.bounds.width() > width() * 0.5) {
        legend_ = {};
    }
    stage_->setCardSize(legend_.bounds.isEmpty()
                            ? QSizeF()
                            : legend_.bounds.size() + QSizeF(legendMargin, legendMargin));
    legendStale_ = false;
    if (!legend_.bounds.isEmpty()) {
        const QRectF view(-stage_->offset(), QSizeF(size()));
        legendCorner_ =
            emptiestCorner(stage_->scene().list, view, legend_.bounds.size(), legendMargin) +
            stage_->offset();
        legendCorner_ = QPointF(qRound(legendCorner_.x()), qRound(legendCorner_.y()));
    }
}

void NetworkView::placeOverlays() {
    const QSize wanted(std::min(width() - 32, 420), emptyState_->heightForWidth(420) > 0
                                                        ? emptyState_->heightForWidth(420)
                                                        : emptyState_->sizeHint().height());
    emptyState_->setGeometry(
        QRect(QPoint((width() - wanted.width()) / 2, (height() - wanted.height()) / 2), wanted));
    if (hint_->isVisible()) {
        hint_->move((width() - hint_->width()) / 2, 16);
    }
}

void NetworkView::updateEmptyState() {
    const bool empty = workspace_->network().vertexCount() == 0 || !stage_->hasPositions();
    if (empty) {
        emptyState_->refresh();
        placeOverlays();
    }
    emptyState_->setVisible(empty);
    update();
}

void NetworkView::updateAccessibility() {
    QStringList selected;
    constexpr qsizetype mostNamed = 5;
    for (const VertexIndex row : selectedRows()) {
        if (selected.size() < mostNamed) {
            selected << vertexName(workspace_->dossier(), row, workspace_->style().labelLanguage);
        }
    }
    const Network& network = workspace_->network();
    QString description =
        tr("%1, %2.").arg(tr("%n vertices", nullptr, static_cast<int>(network.vertexCount())),
                          tr("%n edges", nullptr, static_cast<int>(network.edgeCount())));
    if (!selected.isEmpty()) {
        description +=
            QLatin1Char(' ') + tr("Selected: %1.").arg(selected.join(QStringLiteral(", ")));
    }
    if (description != accessibleDescription()) {
        setAccessibleDescription(description);
    }
}

std::vector<VertexIndex> NetworkView::selectedRows() const {
    std::vector<VertexIndex> rows;
    for (const ElementRef& element : workspace_->selection()) {
        if (element.kind == ElementKind::Vertex &&
            workspace_->network().vertexOf(element.index) != noIndex) {
            rows.push_back(element.index);
        }
    }
    return rows;
}

std::set<ElementRef> NetworkView::elementsOf(const NetworkStage::Target& target) const {
    const Network& network = workspace_->network();
    if (target.vertex != noIndex) {
        return {{ElementKind::Vertex, network.element(target.vertex)}};
    }
    if (target.edge != noIndex) {
        const auto backing = network.backing(target.edge);
        return {backing.begin(), backing.end()};
    }
    return {};
}

void NetworkView::openMenu(QPoint globalPosition) {
    stopHovering();
    // A menu of its own life: what it does may change all that is drawn.
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillNetworkMenu(*menu, *this, *workspace_, selectedRows());
    menu->popup(globalPosition);
}

} // namespace entente::ui
