#include "ui/views/network_view.h"

#include "core/network/path.h"
#include "ui/render/painter_renderer.h"
#include "ui/scene/counted.h"
#include "ui/scene/vertex_text.h"
#include "ui/views/gl_canvas.h"
#include "ui/views/network_hover_card.h"
#include "ui/views/network_menu.h"
#include "ui/views/network_minimap.h"
#include "ui/views/network_overlays.h"
#include "ui/views/painter_canvas.h"

#include <QMenu>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr int hoverDelay = 380;
constexpr qreal legendMargin = 16;
constexpr double zoomStep = 1.25;
constexpr int noticeTime = 4500;

} // namespace

NetworkView::NetworkView(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), stage_(new NetworkStage(workspace, this)),
      glass_(new NetworkGlass([this](QPainter& painter) { paintGlass(painter); }, this)),
      card_(new NetworkHoverCard(workspace, this)),
      emptyState_(new NetworkEmptyState(workspace, this)), hint_(new HintBar(workspace, this)),
      minimap_(new NetworkMinimap(workspace, stage_, this)) {
    setObjectName(QStringLiteral("networkView"));
    setAccessibleName(tr("Network"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    useCanvas(Renderer::Painter);
    grabGesture(Qt::PinchGesture);
    setAnimationsEnabled(style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) >
                         0);

    clock_.start();
    constexpr int frameTime = 15;
    glideTimer_.setInterval(frameTime);
    connect(&glideTimer_, &QTimer::timeout, this, &NetworkView::glide);
    connect(minimap_, &NetworkMinimap::usefulnessChanged, this, &NetworkView::placeMinimap);
    minimap_->hide();
    hoverTimer_.setSingleShot(true);
    hoverTimer_.setInterval(hoverDelay);
    connect(&hoverTimer_, &QTimer::timeout, this, &NetworkView::showCard);
    connect(stage_, &NetworkStage::changed, this, [this] {
        if (legendStale_ && !stage_->isMoving() && !stage_->isStreaming()) {
            arrangeLegend();
        }
        rememberCamera();
    });
    connect(workspace_, &Workspace::layoutStarted, this, [this](bool anew) {
        if (anew) {
            history_.clear();
            emit cameraHistoryChanged();
        }
    });
    connect(stage_, &NetworkStage::rearranged, this, [this] {
        stopHovering();
        updateEmptyState();
        updateAccessibility();
        arrangeLegend();
    });
    connect(workspace_, &Workspace::positionsChanged, this, &NetworkView::updateEmptyState);
    connect(workspace_, &Workspace::layoutStarted, this, &NetworkView::updateEmptyState);
    connect(workspace_, &Workspace::layoutFinished, this, &NetworkView::updateEmptyState);
    connect(workspace_, &Workspace::planChanged, this, &NetworkView::arrangeLegend);
    connect(workspace_, &Workspace::styleChanged, this, &NetworkView::updateEmptyState);
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
    stage_->awaitCard();
    arrangeLegend();
    emit legendVisibleChanged(visible);
}

void NetworkView::setAnimationsEnabled(bool enabled) {
    animationsEnabled_ = enabled;
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
    hint_->say(tr("From %1 to %2 in %3")
                   .arg(vertexName(workspace_->dossier(), from, language),
                        vertexName(workspace_->dossier(), to, language),
                        counted(path.size() - 1, tr("1 step"), tr("%L1 steps"))),
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

void NetworkView::setRenderer(Renderer renderer) {
    if (renderer == renderer_) {
        return;
    }
    const QString reason = renderer == Renderer::OpenGl ? GlCanvas::support().missing : QString();
    if (reason.isEmpty()) {
        useCanvas(renderer);
    } else {
        emit rendererFailed(tr("The network is drawn without OpenGL: %1.").arg(reason));
    }
}

void NetworkView::chooseRenderer() {
    const GlCanvas::Support support = GlCanvas::support();
    if (support.missing.isEmpty() && !support.bySoftware) {
        useCanvas(Renderer::OpenGl);
    }
}

void NetworkView::useCanvas(Renderer renderer) {
    renderer_ = renderer;
    if (renderer == Renderer::OpenGl) {
        auto canvas = std::make_unique<GlCanvas>(workspace_, stage_, this);
        connect(canvas.get(), &GlCanvas::failed, this, [this](const QString& reason) {
            useCanvas(Renderer::Painter);
            emit rendererFailed(tr("The network is drawn without OpenGL: %1.").arg(reason));
        });
        canvas_ = std::move(canvas);
    } else {
        canvas_ = std::make_unique<PainterCanvas>(workspace_, stage_, this);
    }
    canvas_->widget().setGeometry(rect());
    canvas_->widget().lower();
    canvas_->widget().show();
}

QWidget& NetworkView::canvas() {
    return canvas_->widget();
}

void NetworkView::finishDrawing() {
    canvas_->finish();
}

void NetworkView::resizeEvent(QResizeEvent* /*event*/) {
    canvas_->widget().setGeometry(rect());
    glass_->setGeometry(rect());
    stage_->setViewSize(size());
    arrangeLegend();
    placeOverlays();
    placeMinimap();
}

void NetworkView::paintGlass(QPainter& painter) const {
    if (stage_->hasPositions()) {
        paintLegend(painter);
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

void NetworkView::paintLegend(QPainter& painter) const {
    if (legendVisible_ && !legend_.bounds.isEmpty()) {
        painter.save();
        painter.translate(legendCorner_);
        paint(painter, legend_);
        painter.restore();
    }
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
    // Where everything is on its way, no corner can be told to be empty.
    legendStale_ = stage_->isMoving() || stage_->isStreaming();
    if (legendStale_ || !stage_->hasPositions()) {
        return;
    }
    LegendContents contents = stage_->plan().legend;
    contents.pins = workspace_->anyPinned();
    legend_ = legendCard(legendEntries(contents, workspace_->dossier(), workspace_->style()),
                         workspace_->style());
    // A card that fills the view would hide what it explains.
    if (!legendVisible_ || legend_.bounds.height() > height() * 0.9 ||
        legend_.bounds.width() > width() * 0.5) {
        legend_ = {};
    }
    stage_->setCardSize(legend_.bounds.isEmpty()
                            ? QSizeF()
                            : legend_.bounds.size() + QSizeF(legendMargin, legendMargin));
    if (!legend_.bounds.isEmpty()) {
        const QRectF view(-stage_->offset(), QSizeF(size()));
        const QPointF corner =
            emptiestCorner(stage_->isLight() ? stage_->scene().list : stage_->marksInSight(), view,
                           legend_.bounds.size(), legendMargin) +
            stage_->offset();
        legendCorner_ = QPointF(qRound(corner.x()), qRound(corner.y()));
    }
    placeMinimap();
    glass_->update();
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
    glass_->update();
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
        tr("%1, %2.").arg(counted(network.vertexCount(), tr("1 vertex"), tr("%L1 vertices")),
                          counted(network.edgeCount(), tr("1 edge"), tr("%L1 edges")));
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
        return ui::elementsOf(network, std::span(&target.vertex, 1));
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
