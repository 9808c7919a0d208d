#pragma once

#include "ui/render/gl_marks.h"
#include "ui/render/gl_program.h"
#include "ui/render/gl_strands.h"
#include "ui/render/picture_view.h"
#include "ui/scene/style.h"

#include <QPointF>

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace entente::ui {

/// How strands and marks are drawn this time.
struct GlLook {
    bool faded = false;      ///< in the background
    bool selected = false;   ///< with the selection's glow and outline
    bool hovered = false;    ///< outlines in the accent colour
    float strandOpacity = 1; ///< a factor
};

/// Draws a planned network into the framebuffer that is bound, with OpenGL 3.3: one instance a
/// strand or mark, all of the geometry in the shaders, so that the camera uploads nothing, a hover
/// or a selection what it emphasises, and a filter the list of what is drawn. The painter renderer
/// draws the same plan through a display list; the two agree. All calls need the context current in
/// which it was made.
class GlRenderer {
public:
    /// Throws OpenGlError where OpenGL is older than 3.3 or does not take the shaders.
    GlRenderer();
    ~GlRenderer();

    /// Whether the processor does a graphics card's work.
    [[nodiscard]] bool isSoftware() const { return software_; }

    /// The plan's marks are drawn once they have places. Of more strands than `ordered`, and of the
    /// marks then, the order is scattered, so that the first of them show all parts of the network
    /// alike; no more than `most` strands are kept for `drawStrands`, and then no signs. Sends what
    /// differs from the plan before.
    void setPlan(std::shared_ptr<const NetworkPlan> plan, std::shared_ptr<const Network> network,
                 const Colours& colours,
                 std::size_t ordered = std::numeric_limits<std::size_t>::max(),
                 std::size_t most = std::numeric_limits<std::size_t>::max());
    /// Layout units, one a network vertex; what is not a number is not drawn. Only what differs
    /// from what is there is sent. `crowding` as `crowdingOf` gives it; empty: all have room.
    void setPlaces(std::span<const QPointF> places, std::span<const std::uint8_t> crowding = {});
    /// Where edges bend to, in layout units, one a network edge; empty: all are straight.
    void setBends(std::span<const QPointF> bends);

    [[nodiscard]] std::size_t edgeCount() const { return plan_ ? plan_->edgeCount : 0; }
    /// Of those kept.
    [[nodiscard]] std::size_t strandCount() const { return strands_.strandCount(); }
    [[nodiscard]] std::size_t signCount() const { return strands_.signCount(); }
    [[nodiscard]] std::size_t markCount() const { return marks_.count(); }
    /// Of the graphics card's memory.
    [[nodiscard]] std::size_t bytes() const { return strands_.bytes() + marks_.bytes(); }
    /// How many strands were sent for plans so far.
    [[nodiscard]] std::size_t sentRecords() const { return strands_.sentRecords(); }

    /// Sets the pixels that are drawn to, and how the plane lies on them.
    void begin(const PictureView& view);
    void clear(const QColor& colour) const;
    /// A part of all strands, in the order that the plan or shuffling gave them; shuffled ones are
    /// a fair part of the plain and of the dashed ones.
    void drawStrands(std::size_t first, std::size_t count, const GlLook& look = {});
    /// Conflict bars and arrowheads.
    void drawSigns(std::size_t first, std::size_t count, const GlLook& look = {});
    void drawMarks(std::size_t first, std::size_t count, const GlLook& look = {});
    /// These edges with their signs.
    void drawEdges(std::span<const std::uint32_t> edges, const GlLook& look = {});
    void drawVertices(std::span<const std::uint32_t> vertices, const GlLook& look = {});
    /// The pins that are stuck into these vertices' marks.
    void drawPins(std::span<const std::uint32_t> vertices);

private:
    void applyView(const GlProgram& program) const;
    void applyStrandLook(const GlProgram& program, const GlLook& look, bool signs = false) const;
    void drawStrandInstances(const GlProgram& program, std::size_t count, bool listed,
                             const GlLook& look) const;
    void drawSignInstances(std::size_t count, bool listed, const GlLook& look) const;
    /// `crowded`: fainter where dots lie closely.
    void drawMarkInstances(std::size_t shape, std::size_t count, const GlLook& look, bool crowded);

    static constexpr std::size_t pin = GlMarks::shapes; ///< drawn as if it were a shape

    bool software_ = false;
    unsigned vertexArray_ = 0;
    std::unique_ptr<GlProgram> strandProgram_;
    std::unique_ptr<GlProgram> plainProgram_; ///< of solid strands without a casing
    std::unique_ptr<GlProgram> signProgram_;
    std::array<std::unique_ptr<GlProgram>, GlMarks::shapes + 1> markPrograms_;
    GlStrands strands_;
    GlMarks marks_;

    std::shared_ptr<const NetworkPlan> plan_;
    std::array<float, 67 * 4> strandColours_{};
    std::array<float, 67 * 4> casings_{};
    QColor ground_;
    QColor outline_;
    QColor accent_;

    PictureView view_;
};

} // namespace entente::ui
