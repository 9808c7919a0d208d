#pragma once

#include "ui/render/gl_renderer.h"
#include "ui/render/gl_target.h"

#include <QRectF>

#include <chrono>
#include <functional>
#include <optional>

namespace entente::ui {

/// What stands out in a picture: drawn over the rest, which fades where there is anything here.
struct Emphasis {
    std::vector<std::uint32_t> edges;
    std::vector<std::uint32_t> selectedEdges;
    std::vector<std::uint32_t> vertices;
    std::vector<std::uint32_t> selectedVertices;
    std::optional<std::uint32_t> hovered;

    [[nodiscard]] bool empty() const {
        return edges.empty() && selectedEdges.empty() && vertices.empty() &&
               selectedVertices.empty() && !hovered;
    }
};

/// The picture of a network of any size, within a budget of time for each frame. What fits is drawn
/// anew. What does not is drawn by and by into a layer that is larger than the view; until it is
/// complete, the last one is shown where the camera has it now, with a sample of the edges where it
/// does not reach, and then goes over into the new one.
class ProgressivePicture {
public:
    /// The network edges that may be seen in a part of the layout plane; nothing where they are
    /// more than `most`.
    using EdgesIn = std::function<std::optional<std::vector<std::uint32_t>>(const QRectF& part,
                                                                            std::size_t most)>;
    using VerticesIn = std::function<std::vector<std::uint32_t>(const QRectF& part)>;

    explicit ProgressivePicture(GlRenderer& renderer);
    ~ProgressivePicture();

    void setIndex(EdgesIn edgesIn, VerticesIn verticesIn);
    /// Plan, places or bends are others: no layer is right any more.
    void forget();
    void setTransitions(bool enabled) { transitions_ = enabled; }

    enum class Motion : std::uint8_t {
        Still,   ///< there is time for a long slice of what is missing
        Moving,  ///< the camera moves: frames must be short
        Changing ///< marks move: layers are no use
    };

    /// Draws into a framebuffer. True: another frame would show more.
    bool draw(const PictureView& view, unsigned framebuffer, Motion motion, const QColor& ground,
              const Emphasis& emphasis = {});

    /// Whether all is drawn as the camera sees it now.
    [[nodiscard]] bool isComplete() const { return complete_; }
    /// Seconds that a strand takes, as far as it is known.
    [[nodiscard]] double strandCost() const { return strandCost_; }
    [[nodiscard]] std::size_t bytes() const;

private:
    using Clock = std::chrono::steady_clock;

    struct Layer {
        GlTarget target;
        PictureView view;
        std::optional<std::vector<std::uint32_t>> edges; ///< instead of all strands
        std::size_t strands = 0;                         ///< drawn so far
        std::size_t signs = 0;
        std::size_t marks = 0;
        bool complete = false;
        bool used = false;
    };

    [[nodiscard]] PictureView layerView(const PictureView& view) const;
    [[nodiscard]] bool drawDirectly(const PictureView& view, unsigned framebuffer,
                                    const QColor& ground, const GlLook& look);
    void drawSample(const GlLook& look, double seconds);
    void refine(const PictureView& view, Motion motion, const QColor& ground);
    void startLayer(Layer& layer, const PictureView& view, const QColor& ground);
    void sampleLayer(Layer& layer, const PictureView& view, const QColor& ground);
    /// Draws some more; true when all is there.
    bool continueLayer(Layer& layer, double seconds);
    void showLayers(const PictureView& view, unsigned framebuffer, const QColor& ground,
                    bool faded);
    void showLayer(const Layer& layer, const PictureView& view, float opacity, const QColor& ground,
                   bool faded) const;
    [[nodiscard]] static QRectF boxOf(const Layer& layer, const PictureView& view);
    void drawEmphasis(const Emphasis& emphasis, Motion motion);
    void fillGaps(const QRectF& covered, const PictureView& view, bool faded);

    GlRenderer& renderer_;
    GlProgram layerProgram_;
    EdgesIn edgesIn_;
    VerticesIn verticesIn_;
    std::unique_ptr<Layer> front_;
    std::unique_ptr<Layer> back_;
    std::unique_ptr<Layer> old_;
    std::optional<Clock::time_point> fadeBegin_;
    bool transitions_ = true;
    bool complete_ = false;
    double strandCost_;
    double markCost_;
};

} // namespace entente::ui
