#pragma once

#include "ui/render/gl_renderer.h"
#include "ui/render/gl_texture.h"
#include "ui/render/layer_source.h"
#include "ui/scene/emphasis.h"

#include <QRectF>

#include <chrono>
#include <functional>
#include <optional>

namespace entente::ui {

/// The picture of a network of any size by OpenGL, within a budget of time for each frame. What
/// fits is drawn anew. What does not, a graphics card draws as a sample as long as all moves. Else
/// it is drawn by a thread into a layer that is larger than the view; until that is there, the last
/// one is shown where the camera has it now, with a sample of the edges where it does not reach,
/// and then goes over into the new one.
class ProgressivePicture {
public:
    /// The network edges or vertices that may be seen in a part of the layout plane; nothing where
    /// they are more than `most`.
    using SeenIn = std::function<std::optional<std::vector<std::uint32_t>>(const QRectF& part,
                                                                           std::size_t most)>;

    /// `ready` is called from a thread when another frame would show more. `software`: whether the
    /// processor does a graphics card's work; otherwise the driver is asked.
    explicit ProgressivePicture(std::function<void()> ready = {},
                                std::optional<bool> software = {});
    ~ProgressivePicture();

    /// Another plan, places or bends. Those whose plan is the same send only what has moved.
    void setNetwork(std::shared_ptr<const PlacedNetwork> network);
    void setIndex(SeenIn edgesIn, SeenIn verticesIn);
    void setTransitions(bool enabled) { transitions_ = enabled; }

    /// Draws into a framebuffer. True: another frame should follow at once.
    bool draw(const PictureView& view, unsigned framebuffer, Motion motion,
              const Emphasis& emphasis = {});
    /// Nothing but the ground.
    void clear(const PictureView& view, unsigned framebuffer, const QColor& ground);
    /// Whether all was drawn as the camera saw it.
    [[nodiscard]] bool isComplete() const { return complete_; }
    /// Blocks until a layer under way is there; for pictures of the program.
    void wait() { source_.wait(); }

    /// Whether the processor does a graphics card's work.
    [[nodiscard]] bool isSoftware() const { return software_; }
    /// Of the graphics card's memory.
    [[nodiscard]] std::size_t bytes() const;

private:
    using Clock = std::chrono::steady_clock;

    struct Layer {
        GlTexture texture;
        PictureView view;
        bool upsideDown = false;
    };

    [[nodiscard]] double costOfAll() const;
    [[nodiscard]] bool drawDirectly(const PictureView& view, unsigned framebuffer,
                                    const GlLook& look);
    [[nodiscard]] bool drawHeld(const PictureView& view, unsigned framebuffer, const GlLook& look);
    void drawAll(const GlLook& look);
    [[nodiscard]] bool drawSample(const PictureView& view, unsigned framebuffer, GlLook look);
    void beginPicture(const PictureView& view, unsigned framebuffer);
    void learn(Clock::time_point begin, std::size_t strands, std::size_t marks);
    [[nodiscard]] float densityOf(std::size_t strands) const;
    void drawLayered(const PictureView& view, unsigned framebuffer, Motion motion,
                     const GlLook& look);
    void takeLayer(const PictureView& view, Motion motion);
    void showLayer(const Layer& layer, const PictureView& view, float opacity, bool faded) const;
    void fillGaps(const QRectF& covered, const PictureView& view, bool faded);
    void warmUp();
    void drawEmphasis(const Emphasis& emphasis, Motion motion);

    GlRenderer renderer_;
    GlProgram layerProgram_;
    LayerSource source_;
    SeenIn edgesIn_;
    SeenIn verticesIn_;
    std::shared_ptr<const PlacedNetwork> network_;
    Layer front_;
    Layer old_; ///< shown until the front one is there, while `fadeBegin_`
    std::optional<Clock::time_point> fadeBegin_;
    std::optional<Layer> held_; ///< all of this network, by the card
    bool transitions_ = true;
    bool warm_ = false;
    bool complete_ = false;
    std::size_t frame_ = 0;
    bool software_;
    // Seconds that a strand or a mark takes, as far as it is known.
    double strandCost_;
    double markCost_;
};

} // namespace entente::ui
