#pragma once

#include "ui/render/layer_source.h"
#include "ui/scene/camera.h"
#include "ui/scene/emphasis.h"
#include "ui/scene/network_index.h"
#include "ui/scene/network_names.h"
#include "ui/scene/network_scene.h"
#include "ui/scene/picking.h"
#include "ui/workspace/workspace.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPolygonF>
#include <QTimer>
#include <QVariantAnimation>

#include <memory>
#include <optional>
#include <thread>

namespace entente::ui {

/// What the network view shows and where: the drawn positions (which follow the workspace's, at
/// once or smoothly), the camera, and the scene built from them when it is asked for. Setters are
/// cheap, the first read after them pays.
class NetworkStage : public QObject {
    Q_OBJECT

public:
    explicit NetworkStage(Workspace* workspace, QObject* parent = nullptr);

    void setViewSize(QSizeF size);
    [[nodiscard]] QSizeF viewSize() const { return size_; }
    [[nodiscard]] const Camera& camera() const { return camera_; }
    /// The user looks somewhere: from now on the view does not fit itself.
    void zoomAbout(QPointF pixel, double factor);
    void pan(QPointF pixels);
    void lookFrom(const Camera& camera, bool animate = false);
    /// The card that fitting keeps a corner free for, if it can; empty: none. Only that of another
    /// picture or view size, or one that is awaited, moves what is there.
    void setCardSize(QSizeF size);
    void awaitCard() { cardMakesRoom_ = true; }
    /// What lies over the view, in its pixels: names keep off it.
    void setCovers(std::vector<QRectF> covers);
    /// Shows all; goes on doing so when the view's size changes, until the user looks elsewhere.
    void fit(bool animate);
    /// Moves to the middle of these network vertices.
    void centreOn(std::span<const std::uint32_t> vertices, bool animate);
    /// Whether it goes on showing all.
    [[nodiscard]] bool followsFit() const { return followsFit_; }
    void setAnimationsEnabled(bool enabled) { animationsEnabled_ = enabled; }
    /// Whether a layout under way moves the marks: pictures are for the moment only.
    [[nodiscard]] bool isStreaming() const { return streaming_; }
    [[nodiscard]] bool isMoving() const { return motion_.state() == QAbstractAnimation::Running; }
    /// What pictures that take long are drawn for.
    [[nodiscard]] Motion motion() const;
    /// All is where it goes to, the camera rests from now on and names are there at once. It comes
    /// to rest by itself a moment after it was moved.
    void settle();

    /// Whether any vertex has a place.
    [[nodiscard]] bool hasPositions() const { return hasPositions_ && !outdated_; }
    /// Small enough to be built and drawn anew for each frame.
    [[nodiscard]] bool isLight() const;
    /// The same thirty times a second, while a layout streams.
    [[nodiscard]] bool isLightStreaming() const;
    /// Where a network vertex is drawn, in pixels of the view.
    [[nodiscard]] QPointF viewPosition(std::uint32_t vertex) const;
    /// Moves a row's mark by hand, without telling the workspace; `pixel` is its centre.
    void drag(VertexIndex row, QPointF pixel);
    [[nodiscard]] QPointF dragged(VertexIndex row) const { return shown_[row]; }

    void setHovered(std::uint32_t vertex, std::uint32_t edge);
    [[nodiscard]] std::uint32_t hoveredVertex() const { return hoveredVertex_; }

    /// What is drawn, wherever it lies.
    [[nodiscard]] const NetworkPlan& plan() const { return *workspace_->plan(); }
    /// The same where it lies now.
    [[nodiscard]] const std::shared_ptr<const PlacedNetwork>& placed() const;
    [[nodiscard]] const Emphasis& emphasis() const;
    // Coordinates of what follows are pixels, the layout's origin at (0, 0); add `offset` for the
    // view's.
    /// All of the picture; of large networks only for figures and tests.
    [[nodiscard]] const NetworkScene& scene() const;
    /// The most important of the marks that are in sight.
    [[nodiscard]] DisplayList marksInSight() const;
    /// The names of what is in sight, and the codes inside marks.
    [[nodiscard]] const std::vector<Label>& labels() const;
    /// Whether names come or go: the next frame has others.
    [[nodiscard]] bool isNaming() const;
    /// The time for that frame has come.
    void goOnNaming();
    /// What stands out, as it lies over the layer of a large network.
    [[nodiscard]] DisplayList foreground() const;
    [[nodiscard]] QPointF offset() const { return camera_.toView({}, size_); }

    /// What is at a pixel of the view: a network vertex or edge.
    struct Target {
        std::uint32_t vertex = noIndex;
        std::uint32_t edge = noIndex;
        [[nodiscard]] bool none() const { return vertex == noIndex && edge == noIndex; }
        friend bool operator==(const Target&, const Target&) = default;
    };
    [[nodiscard]] Target at(QPointF pixel);
    [[nodiscard]] std::vector<VertexIndex> rowsWithin(const QPolygonF& outline);
    /// Where everything is; null while a thread makes it, which `changed` follows, and while marks
    /// move.
    [[nodiscard]] std::shared_ptr<const NetworkIndex> index();
    /// Blocks until edges are bundled, if they are to be; for tests and pictures of the program.
    void waitForBundles();
    /// Blocks until the index is there; for tests and measurements.
    void waitForIndex();

signals:
    void changed();
    /// All has another place: legend and labels may be arranged anew.
    void rearranged();

private:
    void takePositions(bool animate);
    void takeStream();
    [[nodiscard]] bool anyInSight(const std::vector<QPointF>& rows) const;
    void rest();
    void move(const std::vector<QPointF>& to, const Camera& camera, bool animate);
    void advance(double share);
    [[nodiscard]] std::vector<QPointF> positionsOfVertices() const;
    /// `roughly`: in time for a frame, by a guess at what labels take.
    [[nodiscard]] Camera fittingCamera(const std::vector<QPointF>& rows,
                                       bool roughly = false) const;
    [[nodiscard]] Highlight highlight() const;
    [[nodiscard]] NetworkSceneOptions sceneOptions() const;
    /// Bundles the edges of what has come to rest, if the style asks for it.
    void bundle();
    /// The most important vertices in the view; enough for all names that it can hold.
    [[nodiscard]] std::vector<std::uint32_t> importantInSight() const;
    void invalidate();
    /// Something else stands out.
    void forgetEmphasis();
    /// Marks are elsewhere.
    void forgetPlaces();
    void forgetPlan();
    void moveCamera();

    Workspace* workspace_;
    QSizeF size_{800, 600};
    QSizeF cardSize_;
    std::vector<QRectF> covers_;
    QSizeF fittedSize_; ///< the view's when all of it was shown last
    Camera camera_;
    bool followsFit_ = true;
    std::optional<double>
        fittingZoom_;            ///< of all that is placed, roughly; made when it is asked for
    bool cardMakesRoom_ = false; ///< the next one that is set
    bool hasPositions_ = false;
    bool outdated_ = false; ///< the network is another one, and its places are not taken yet
    bool animationsEnabled_ = true;
    Projection projection_ = Projection::Alliances;
    std::vector<QPointF> shown_; ///< by dossier row, layout units; not a number: never drawn
    std::vector<QPointF> from_;
    std::vector<QPointF> to_;
    Camera cameraFrom_;
    Camera cameraTo_;
    QVariantAnimation motion_;
    bool streaming_ = false;
    QTimer restTimer_;
    std::set<VertexIndex> held_; ///< rows that the user drags
    std::uint32_t hoveredVertex_ = noIndex;
    std::uint32_t hoveredEdge_ = noIndex;
    QTimer cameraTimer_; ///< runs while the camera moves
    bool settled_ = false;
    // What is made when it is asked for.
    mutable std::shared_ptr<const PlacedNetwork> placed_;
    mutable std::optional<NetworkScene> scene_;
    mutable std::optional<Emphasis> emphasis_;
    mutable std::optional<std::vector<std::uint32_t>> selectedEdges_;
    mutable std::optional<std::vector<Label>> labels_;
    mutable NetworkNames names_;
    mutable QElapsedTimer frameClock_; ///< since names were arranged last
    mutable std::optional<Picker> picker_;
    std::shared_ptr<const NetworkIndex> index_;
    std::weak_ptr<const PlacedNetwork> indexed_; ///< what `index_` is of, or will be
    std::jthread indexThread_;
    std::vector<QPointF> bends_;                 ///< of what is placed; empty: straight
    std::weak_ptr<const PlacedNetwork> bundled_; ///< what `bends_` is of, or will be
    std::jthread bundleThread_;
};

} // namespace entente::ui
