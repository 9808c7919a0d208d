#pragma once

#include "ui/scene/display_list.h"
#include "ui/scene/legend.h"
#include "ui/views/camera_history.h"
#include "ui/views/kinetic_pan.h"
#include "ui/views/network_stage.h"
#include "ui/workspace/workspace.h"

#include <QElapsedTimer>
#include <QPolygonF>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QGestureEvent;
class QNativeGestureEvent;
class QPinchGesture;

namespace entente::ui {

class HintBar;
class NetworkHoverCard;
class NetworkEmptyState;
class NetworkCanvas;
class NetworkGlass;
class NetworkMinimap;

/// The network of what the workspace shows: to look at, move about in, select from and arrange.
class NetworkView : public QWidget {
    Q_OBJECT

public:
    /// What dragging on empty ground does. Shift asks for a box, Alt or Ctrl+Shift for a lasso, the
    /// middle button or the space bar for panning, whatever the tool.
    enum class Tool : std::uint8_t { Pan, Box, Lasso };

    /// What draws the network.
    enum class Renderer : std::uint8_t { Painter, OpenGl };

    explicit NetworkView(Workspace* workspace, QWidget* parent = nullptr);
    ~NetworkView() override;

    void setTool(Tool tool);
    [[nodiscard]] Tool tool() const { return tool_; }
    void fit();
    void zoomIn();
    void zoomOut();
    /// Shows what is selected as large as it fits; all where nothing is.
    void zoomToSelection();
    /// To where one has looked from before, and forth again.
    void lookBack();
    void lookForward();
    [[nodiscard]] const CameraHistory& cameraHistory() const { return history_; }
    void setMinimapVisible(bool visible);
    [[nodiscard]] bool isMinimapVisible() const { return minimapVisible_; }
    void setLegendVisible(bool visible);
    [[nodiscard]] bool isLegendVisible() const { return legendVisible_; }
    /// Moves the view to a vertex, or to the middle of the edges that the element backs.
    void centreOn(ElementRef element);
    /// The picture as shown, the legend included; its corner at the origin.
    [[nodiscard]] DisplayList displayList() const;
    void setAnimationsEnabled(bool enabled);

    /// Starts to ask for the vertex at the other end of a path.
    void startPathFrom(VertexIndex row);
    /// Selects a shortest path among what is shown; says so where there is none.
    void selectPath(VertexIndex from, VertexIndex to);
    /// Which vertex or edge is at a pixel.
    [[nodiscard]] NetworkStage::Target targetAt(QPointF pixel) const;
    /// Where a dossier row's mark is, in pixels; nothing where it is not shown.
    [[nodiscard]] std::optional<QPointF> pixelOf(VertexIndex row) const;
    /// Blocks until the picture is complete; for tests and pictures of the program.
    void finishDrawing();

    /// The painter until OpenGL is asked for; where that is not to be had, `rendererFailed` says
    /// why and the painter goes on.
    void setRenderer(Renderer renderer);
    /// OpenGL where there is a graphics card: the processor draws faster without it.
    void chooseRenderer();
    [[nodiscard]] Renderer renderer() const { return renderer_; }
    /// What is painted when the network is.
    [[nodiscard]] QWidget& canvas();

    [[nodiscard]] QSize sizeHint() const override { return {900, 600}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 160}; }

signals:
    void legendVisibleChanged(bool visible);
    /// Where one can go back and forth to.
    void cameraHistoryChanged();
    /// OpenGL could not be had, or was lost: a sentence for people.
    void rendererFailed(const QString& message);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Gesture : std::uint8_t { None, Press, Pan, Box, Lasso, DragMarks };

    void useCanvas(Renderer renderer);
    void paintGlass(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    void paintRubberBand(QPainter& painter) const;
    [[nodiscard]] Gesture gestureFor(const QMouseEvent& event) const;
    void startDragging();
    void dragMarks(QPointF pixel);
    void dropMarks();
    void finishOutline(bool add);
    void click(const QMouseEvent& event);
    void selectTarget(const NetworkStage::Target& target, bool add);
    bool nativeGesture(const QNativeGestureEvent& event);
    bool pinch(const QPinchGesture& gesture);
    void hover(QPointF pixel);
    void stopHovering();
    void showCard();
    void zoomBy(double factor);
    void selectTowards(QPointF direction, bool add);
    void escape();
    void openMenu(QPoint globalPosition);
    [[nodiscard]] std::set<ElementRef> elementsOf(const NetworkStage::Target& target) const;
    [[nodiscard]] std::vector<VertexIndex> selectedRows() const;
    void arrangeLegend();
    void placeOverlays();
    void placeMinimap();
    void rememberCamera();
    void openWhatIsNear();
    void glide();
    void updateEmptyState();
    void updateAccessibility();
    void applyCursor();

    Workspace* workspace_;
    NetworkStage* stage_;
    std::unique_ptr<NetworkCanvas> canvas_;
    NetworkGlass* glass_;
    NetworkHoverCard* card_;
    NetworkEmptyState* emptyState_;
    HintBar* hint_;
    NetworkMinimap* minimap_;
    CameraHistory history_;
    double fittedZoom_ = 1; ///< when all was shown last
    KineticPan kinetic_;
    QTimer glideTimer_;
    QElapsedTimer clock_;
    bool animationsEnabled_ = true;
    bool minimapVisible_ = true;
    QTimer hoverTimer_;
    Renderer renderer_ = Renderer::Painter;
    Tool tool_ = Tool::Pan;
    Gesture gesture_ = Gesture::None;
    QPointF pressed_;
    QPointF last_;
    NetworkStage::Target pressedTarget_;
    NetworkStage::Target hovered_;
    std::vector<VertexIndex> draggedRows_;
    QPolygonF outline_;
    bool spaceHeld_ = false;
    bool legendVisible_ = true;
    std::optional<VertexIndex> pathFrom_;
    DisplayList legend_;
    QPointF legendCorner_;
    bool legendStale_ = true;
};

} // namespace entente::ui
