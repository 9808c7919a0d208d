#include <epoxy/gl.h>

#include "ui/render/gl_renderer.h"

#include "ui/scene/network_geometry.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace entente::ui {

namespace {

constexpr float fadedStrands = 0.84F;
constexpr float fadedMarks = 0.72F;
constexpr int pieces = 16; ///< of a curve

/// How far around its centre a shape reaches, in radii, along the axes.
constexpr std::array<double, 9> shapeReaches{1.0, 0.9, 1.11, 1.26, 1.13, 0.71, 1.01, 1.41, 1.0};

void setColour(int location, const QColor& colour, float alpha) {
    glUniform4f(location, colour.redF(), colour.greenF(), colour.blueF(), alpha);
}

} // namespace

GlRenderer::GlRenderer() {
    if (epoxy_gl_version() < 33) {
        throw OpenGlError(QCoreApplication::translate("OpenGL", "OpenGL is older than 3.3."));
    }
    software_ = isSoftwareDriver();
    const QByteArray network = shaderSource(QStringLiteral("network.glsl"));
    strandProgram_ = std::make_unique<GlProgram>(QStringLiteral("strand"), network);
    plainProgram_ =
        std::make_unique<GlProgram>(QStringLiteral("strand"), "#define PLAIN\n" + network);
    signProgram_ = std::make_unique<GlProgram>(QStringLiteral("sign"), network);
    glGenVertexArrays(1, &vertexArray_);
}

GlRenderer::~GlRenderer() {
    glDeleteVertexArrays(1, &vertexArray_);
}

void GlRenderer::setPlan(std::shared_ptr<const NetworkPlan> plan,
                         std::shared_ptr<const Network> network, const Colours& colours,
                         std::size_t ordered, std::size_t most) {
    plan_ = std::move(plan);
    ground_ = colours.ground;
    outline_ = colours.outline;
    accent_ = colours.accent;
    for (std::size_t i = 0; i < plan_->colours.size(); ++i) {
        const auto store = [i](std::array<float, 67 * 4>& into, const QColor& colour) {
            into[4 * i] = colour.redF();
            into[4 * i + 1] = colour.greenF();
            into[4 * i + 2] = colour.blueF();
            into[4 * i + 3] = colour.alphaF();
        };
        store(strandColours_, plan_->colours[i]);
        store(casings_, plan_->casings[i]);
    }

    strands_.setPlan(plan_, network, ordered, most);
    marks_.setPlan(plan_, std::move(network), plan_->strands.size() > ordered);
}

void GlRenderer::setPlaces(std::span<const QPointF> places,
                           std::span<const std::uint8_t> crowding) {
    marks_.setPlaces(places, crowding);
}

void GlRenderer::setBends(std::span<const QPointF> bends) {
    strands_.setBends(bends, marks_.base());
}

void GlRenderer::begin(const PictureView& view) {
    view_ = view;
    const QSize pixels = view.pixels();
    glViewport(0, 0, pixels.width(), pixels.height());
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glBindVertexArray(vertexArray_);
}

void GlRenderer::clear(const QColor& colour) const {
    glClearColor(colour.redF() * colour.alphaF(), colour.greenF() * colour.alphaF(),
                 colour.blueF() * colour.alphaF(), colour.alphaF());
    glClear(GL_COLOR_BUFFER_BIT);
}

void GlRenderer::applyView(const GlProgram& program) const {
    const QSize pixels = view_.pixels();
    const auto ratio = static_cast<float>(view_.pixelRatio);
    const QPointF origin = view_.camera.toView(marks_.base(), view_.size) * view_.pixelRatio;
    const NetworkScale scale = NetworkScale::at(view_.camera.zoom, plan_->strandCount);
    program.use();
    glUniform2f(program.uniform("viewSize"), static_cast<float>(pixels.width()),
                static_cast<float>(pixels.height()));
    glUniform2f(program.uniform("origin"), static_cast<float>(origin.x()),
                static_cast<float>(origin.y()));
    glUniform1f(program.uniform("pixelsPerUnit"),
                static_cast<float>(view_.camera.scale() * view_.pixelRatio));
    glUniform1f(program.uniform("pixelRatio"), ratio);
    glUniform1f(program.uniform("markScale"), static_cast<float>(scale.marks) * ratio);
    glUniform1f(program.uniform("strandWidth"), static_cast<float>(scale.strandWidth));
    glUniform1i(program.uniform("curved"), strands_.areCurved() ? 1 : 0);
    glUniform1i(program.uniform("places"), GlMarks::placesUnit);
    glUniform1i(program.uniform("bends"), GlStrands::bendsUnit);
    marks_.bindTables();
}

void GlRenderer::applyStrandLook(const GlProgram& program, const GlLook& look, bool signs) const {
    const NetworkScale scale = NetworkScale::at(view_.camera.zoom, plan_->strandCount);
    const float opacity = look.faded ? 1 : signs ? scale.signs : scale.opacity;
    glUniform4fv(program.uniform("colours"), 67, strandColours_.data());
    glUniform4fv(program.uniform("casings"), 67, casings_.data());
    glUniform1f(program.uniform("opacity"), opacity * look.strandOpacity);
    setColour(program.uniform("fade"), ground_, look.faded ? fadedStrands : 0);
}

/// `listed`: the records of the list that is bound, else all of the table.
void GlRenderer::drawStrandInstances(const GlProgram& program, std::size_t count, bool listed,
                                     const GlLook& look) const {
    constexpr float glowWidth = 6;
    const int segments = strands_.areCurved() ? pieces : 1;
    applyView(program);
    applyStrandLook(program, look);
    glUniform1i(program.uniform("records"), GlStrands::recordsUnit);
    glUniform1i(program.uniform("listed"), listed ? 1 : 0);
    glUniform1i(program.uniform("segments"), segments);
    const int vertices = 2 * (segments + 1);
    if (look.selected) {
        const float opacity = NetworkScale::at(view_.camera.zoom, plan_->strandCount).opacity;
        glUniform1f(program.uniform("opacity"), 0.3F * opacity);
        glUniform1f(program.uniform("glow"), glowWidth / 2 * static_cast<float>(view_.pixelRatio));
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, vertices, static_cast<GLsizei>(count));
        applyStrandLook(program, look);
    }
    glUniform1f(program.uniform("glow"), 0);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, vertices, static_cast<GLsizei>(count));
}

void GlRenderer::drawSignInstances(std::size_t count, bool listed, const GlLook& look) const {
    applyView(*signProgram_);
    applyStrandLook(*signProgram_, look, true);
    glUniform1i(signProgram_->uniform("records"), GlStrands::recordsUnit);
    glUniform1i(signProgram_->uniform("listed"), listed ? 1 : 0);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(count));
}

void GlRenderer::drawStrands(std::size_t first, std::size_t count, const GlLook& look) {
    const std::size_t all = strands_.strandCount();
    const std::size_t plainCount = strands_.plainCount();
    if (first >= all) {
        return;
    }
    const auto part = [&](std::size_t i) {
        return static_cast<std::size_t>(static_cast<double>(plainCount) * static_cast<double>(i) /
                                        static_cast<double>(all));
    };
    const std::size_t last = std::min(all, first + count);
    const std::size_t plain = part(first);
    const std::size_t plainEnd = part(last);
    if (plain < plainEnd) {
        strands_.bindStrands(plain);
        drawStrandInstances(*plainProgram_, plainEnd - plain, true, look);
    }
    const std::size_t others = last - plainEnd - (first - plain);
    if (others > 0) {
        strands_.bindStrands(plainCount + first - plain);
        drawStrandInstances(*strandProgram_, others, true, look);
    }
}

void GlRenderer::drawSigns(std::size_t first, std::size_t count, const GlLook& look) {
    if (first < strands_.signCount() && count > 0) {
        strands_.bindSigns(first);
        drawSignInstances(std::min(count, strands_.signCount() - first), true, look);
    }
}

void GlRenderer::drawEdges(std::span<const std::uint32_t> edges, const GlLook& look) {
    std::vector<PlannedStrand> strands;
    std::vector<PlannedStrand> signs;
    for (const std::uint32_t edge : edges) {
        const auto own = plan_->strandsOf(edge);
        strands.insert(strands.end(), own.begin(), own.end());
        std::ranges::copy_if(own, std::back_inserter(signs), &PlannedStrand::arrow);
        const auto over = plan_->overlaysOf(edge);
        signs.insert(signs.end(), over.begin(), over.end());
    }
    if (!strands.empty()) {
        strands_.setSome(strands);
        strands_.bindSome();
        drawStrandInstances(*strandProgram_, strands.size(), false, look);
    }
    if (!signs.empty()) {
        strands_.setSome(signs);
        strands_.bindSome();
        drawSignInstances(signs.size(), false, look);
    }
}

void GlRenderer::drawMarkInstances(std::size_t shape, std::size_t count, const GlLook& look,
                                   bool crowded) {
    std::unique_ptr<GlProgram>& program = markPrograms_[shape];
    if (!program) {
        // Compiling takes a moment, and few networks have all shapes.
        program = std::make_unique<GlProgram>(
            QStringLiteral("mark"),
            QByteArray("#define SHAPE ") + QByteArray::number(static_cast<int>(shape)) +
                "\n#define REACH " + QByteArray::number(shapeReaches[shape]) + "\n" +
                shaderSource(QStringLiteral("network.glsl")));
    }
    applyView(*program);
    setColour(program->uniform("fade"), ground_, look.faded ? fadedMarks : 0);
    const QColor& outline = look.selected || look.hovered ? accent_ : outline_;
    glUniform3f(program->uniform("outlineColour"), outline.redF(), outline.greenF(),
                outline.blueF());
    glUniform3f(program->uniform("dotColour"), outline_.redF(), outline_.greenF(),
                outline_.blueF());
    glUniform1f(program->uniform("dotShare"), plan_->colouredMarks ? 0 : 1);
    glUniform1f(program->uniform("selected"), look.selected ? 1 : 0);
    glUniform1f(program->uniform("crowdShare"), crowded && !plan_->colouredMarks ? 1 : 0);
    glUniform1i(program->uniform("fills"), GlMarks::fillsUnit);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(count));
}

void GlRenderer::drawMarks(std::size_t first, std::size_t count, const GlLook& look) {
    const std::size_t last = std::min(marks_.count(), first + count);
    for (std::size_t shape = 0; shape < GlMarks::shapes; ++shape) {
        const std::size_t begin = std::max(first, marks_.begin(shape));
        const std::size_t end = std::min(last, marks_.begin(shape + 1));
        if (begin < end) {
            marks_.bindMarks(begin);
            drawMarkInstances(shape, end - begin, look, true);
        }
    }
}

void GlRenderer::drawVertices(std::span<const std::uint32_t> vertices, const GlLook& look) {
    std::vector<std::uint32_t> some;
    for (std::size_t shape = 0; shape < GlMarks::shapes; ++shape) {
        some.clear();
        std::ranges::copy_if(vertices, std::back_inserter(some), [&](std::uint32_t vertex) {
            return static_cast<std::size_t>(plan_->marks[vertex].shape) == shape;
        });
        if (!some.empty()) {
            marks_.setSome(some);
            marks_.bindSome();
            drawMarkInstances(shape, some.size(), look, false);
        }
    }
}

void GlRenderer::drawPins(std::span<const std::uint32_t> vertices) {
    if (!vertices.empty()) {
        marks_.setSome(vertices);
        marks_.bindSome();
        drawMarkInstances(pin, vertices.size(), {}, false);
    }
}

} // namespace entente::ui
