#include <epoxy/gl.h>

#include "ui/render/gl_renderer.h"

#include "ui/scene/network_geometry.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <numeric>

namespace entente::ui {

namespace {

constexpr float fadedStrands = 0.84F;
constexpr float fadedMarks = 0.72F;
constexpr int pieces = 16; ///< of a curve

/// How far around its centre a shape reaches, in radii, along the axes.
constexpr std::array<double, 9> shapeReaches{1.0, 0.9, 1.11, 1.26, 1.13, 0.71, 1.01, 1.41, 1.0};

/// A number that has no common factor with `count`: its multiples visit everything, scattered.
std::size_t strideFor(std::size_t count) {
    auto stride = static_cast<std::size_t>(static_cast<double>(count) * 0.6180339887) | 1U;
    while (count > 1 && std::gcd(stride, count) != 1) {
        stride += 2;
    }
    return std::max<std::size_t>(1, stride);
}

/// `count` of them in an order in which neighbours come from anywhere.
template <typename Value>
std::vector<Value> scattered(const std::vector<Value>& values, std::size_t count) {
    std::vector<Value> result(count);
    const std::size_t stride = strideFor(values.size());
    std::size_t from = 0;
    for (Value& value : result) {
        value = values[from];
        from = (from + stride) % values.size();
    }
    return result;
}

void setColour(int location, const QColor& colour, float alpha) {
    glUniform4f(location, colour.redF(), colour.greenF(), colour.blueF(), alpha);
}

const void* offset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes);
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
    glGenTextures(1, &placesTexture_);
    glGenTextures(1, &bendsTexture_);
}

GlRenderer::~GlRenderer() {
    glDeleteTextures(1, &placesTexture_);
    glDeleteTextures(1, &bendsTexture_);
    glDeleteVertexArrays(1, &vertexArray_);
}

void GlRenderer::setPlan(std::shared_ptr<const NetworkPlan> plan, const Colours& colours,
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

    const std::vector<PlannedStrand>& strands = plan_->strands;
    const bool shuffled = strands.size() > ordered;
    strandCount_ = std::min(strands.size(), most);
    plainCount_ = 0;
    if (shuffled) {
        std::vector<PlannedStrand> parts = scattered(strands, strandCount_);
        const auto fancy =
            std::stable_partition(parts.begin(), parts.end(), [this](const PlannedStrand& strand) {
                return strand.dash == Dash::Solid && !strand.arrow &&
                       plan_->casings[strand.colour].alpha() == 0;
            });
        plainCount_ = static_cast<std::size_t>(fancy - parts.begin());
        strandBuffer_.fill(parts.data(), strandCount_ * sizeof(PlannedStrand));
    } else {
        strandBuffer_.fill(strands.data(), strandCount_ * sizeof(PlannedStrand));
    }
    std::vector<PlannedStrand> signs = plan_->overlays;
    std::ranges::copy_if(strands, std::back_inserter(signs), &PlannedStrand::arrow);
    signCount_ = signs.size();
    signBuffer_.fill(signs.data(), signCount_ * sizeof(PlannedStrand));

    markCount_ = plan_->marks.size();
    shapeBegins_ = {};
    for (const PlannedMark& mark : plan_->marks) {
        ++shapeBegins_[static_cast<std::size_t>(mark.shape) + 1];
    }
    std::partial_sum(shapeBegins_.begin(), shapeBegins_.end(), shapeBegins_.begin());
    std::array<std::size_t, shapes + 1> next = shapeBegins_;
    std::vector<std::uint32_t> order(markCount_);
    std::iota(order.begin(), order.end(), 0U);
    if (shuffled) {
        order = scattered(order, markCount_);
    }
    std::vector<MarkInstance> instances(markCount_);
    for (const std::uint32_t vertex : order) {
        const PlannedMark& mark = plan_->marks[vertex];
        instances[next[static_cast<std::size_t>(mark.shape)]++] = {vertex, mark.fill};
    }
    markBuffer_.fill(instances.data(), markCount_ * sizeof(MarkInstance));
    places_.clear();
}

void GlRenderer::setPlaces(std::span<const QPointF> places,
                           std::span<const std::uint8_t> crowding) {
    const bool anew = places_.size() != places.size();
    if (anew) {
        const auto known = std::ranges::find_if(
            places, [](QPointF place) { return std::isfinite(place.x() + place.y()); });
        base_ = known != places.end() ? *known : QPointF();
        places_.assign(places.size(), Place{});
    }
    constexpr std::size_t block = 1024;
    for (std::size_t begin = 0; begin < places.size(); begin += block) {
        const std::size_t end = std::min(places.size(), begin + block);
        bool differs = anew;
        for (std::size_t i = begin; i < end; ++i) {
            const PlannedMark& mark = plan_->marks[i];
            Place place{static_cast<float>(places[i].x() - base_.x()),
                        static_cast<float>(places[i].y() - base_.y()), mark.radius,
                        static_cast<float>(mark.shape) +
                            (crowding.empty() ? 0.0F : static_cast<float>(crowding[i]) / 256)};
            if (!std::isfinite(place.x) || !std::isfinite(place.y)) {
                place = {0, 0, 0, 0};
            }
            differs = differs || place != places_[i];
            places_[i] = place;
        }
        if (differs && !anew) {
            placesBuffer_.replace(begin * sizeof(Place), &places_[begin],
                                  (end - begin) * sizeof(Place));
        }
    }
    if (anew) {
        placesBuffer_.fill(places_.data(), places_.size() * sizeof(Place));
        glBindTexture(GL_TEXTURE_BUFFER, placesTexture_);
        glTexBuffer(GL_TEXTURE_BUFFER, GL_RGBA32F, placesBuffer_.id());
    }
}

void GlRenderer::setBends(std::span<const QPointF> bends) {
    curved_ = !bends.empty();
    std::vector<float> values;
    values.reserve(2 * bends.size());
    for (const QPointF bend : bends) {
        values.push_back(static_cast<float>(bend.x() - base_.x()));
        values.push_back(static_cast<float>(bend.y() - base_.y()));
    }
    bendsBuffer_.fill(values.data(), values.size() * sizeof(float));
    glBindTexture(GL_TEXTURE_BUFFER, bendsTexture_);
    glTexBuffer(GL_TEXTURE_BUFFER, GL_RG32F, bendsBuffer_.id());
}

std::size_t GlRenderer::bytes() const {
    return strandBuffer_.bytes() + signBuffer_.bytes() + markBuffer_.bytes() +
           placesBuffer_.bytes() + bendsBuffer_.bytes() + someBuffer_.bytes();
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
    const QPointF origin = view_.camera.toView(base_, view_.size) * view_.pixelRatio;
    const NetworkScale scale = NetworkScale::at(view_.camera.zoom, plan_->edgeCount);
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
    glUniform1i(program.uniform("curved"), curved_ ? 1 : 0);
    glUniform1i(program.uniform("places"), 0);
    glUniform1i(program.uniform("bends"), 1);
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_BUFFER, bendsTexture_);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_BUFFER, placesTexture_);
}

void GlRenderer::applyStrandLook(const GlProgram& program, const GlLook& look) const {
    const float opacity =
        look.faded ? 1 : NetworkScale::at(view_.camera.zoom, plan_->edgeCount).opacity;
    glUniform4fv(program.uniform("colours"), 67, strandColours_.data());
    glUniform4fv(program.uniform("casings"), 67, casings_.data());
    glUniform1f(program.uniform("opacity"), opacity * look.strandOpacity);
    setColour(program.uniform("fade"), ground_, look.faded ? fadedStrands : 0);
}

void GlRenderer::drawStrandInstances(const GlBuffer& buffer, std::size_t first, std::size_t count,
                                     int vertices) const {
    constexpr GLsizei stride = sizeof(PlannedStrand);
    buffer.bind();
    const std::size_t at = first * sizeof(PlannedStrand);
    glVertexAttribIPointer(0, 2, GL_UNSIGNED_INT, stride, offset(at));
    glVertexAttribIPointer(1, 1, GL_UNSIGNED_INT, stride,
                           offset(at + offsetof(PlannedStrand, edge)));
    glVertexAttribIPointer(2, 3, GL_SHORT, stride, offset(at + offsetof(PlannedStrand, slot)));
    glVertexAttribIPointer(3, 4, GL_UNSIGNED_BYTE, stride,
                           offset(at + offsetof(PlannedStrand, strength)));
    glVertexAttribIPointer(4, 2, GL_UNSIGNED_BYTE, stride,
                           offset(at + offsetof(PlannedStrand, dash)));
    for (unsigned i = 0; i < 5; ++i) {
        glEnableVertexAttribArray(i);
        glVertexAttribDivisor(i, 1);
    }
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, vertices, static_cast<GLsizei>(count));
}

void GlRenderer::drawStrandRange(const GlProgram& program, const GlBuffer& buffer,
                                 std::size_t first, std::size_t count, const GlLook& look) {
    if (count == 0) {
        return;
    }
    constexpr float glowWidth = 6;
    const int segments = curved_ ? pieces : 1;
    applyView(program);
    applyStrandLook(program, look);
    glUniform1i(program.uniform("segments"), segments);
    const int vertices = 2 * (segments + 1);
    if (look.selected) {
        const float opacity = NetworkScale::at(view_.camera.zoom, plan_->edgeCount).opacity;
        glUniform1f(program.uniform("opacity"), 0.3F * opacity);
        glUniform1f(program.uniform("glow"), glowWidth / 2 * static_cast<float>(view_.pixelRatio));
        drawStrandInstances(buffer, first, count, vertices);
        applyStrandLook(program, look);
    }
    glUniform1f(program.uniform("glow"), 0);
    drawStrandInstances(buffer, first, count, vertices);
}

void GlRenderer::drawSignRange(const GlBuffer& buffer, std::size_t first, std::size_t count,
                               const GlLook& look) {
    if (count == 0) {
        return;
    }
    applyView(*signProgram_);
    applyStrandLook(*signProgram_, look);
    drawStrandInstances(buffer, first, count, 4);
}

void GlRenderer::drawStrands(std::size_t first, std::size_t count, const GlLook& look) {
    if (first < strandCount_) {
        const auto part = [&](std::size_t i) {
            return static_cast<std::size_t>(static_cast<double>(plainCount_) *
                                            static_cast<double>(i) /
                                            static_cast<double>(strandCount_));
        };
        const std::size_t last = std::min(strandCount_, first + count);
        const std::size_t plain = part(first);
        const std::size_t plainEnd = part(last);
        drawStrandRange(*plainProgram_, strandBuffer_, plain, plainEnd - plain, look);
        drawStrandRange(*strandProgram_, strandBuffer_, plainCount_ + first - plain,
                        last - plainEnd - (first - plain), look);
    }
}

void GlRenderer::drawSigns(std::size_t first, std::size_t count, const GlLook& look) {
    if (first < signCount_) {
        drawSignRange(signBuffer_, first, std::min(count, signCount_ - first), look);
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
    someBuffer_.fill(strands.data(), strands.size() * sizeof(PlannedStrand));
    drawStrandRange(*strandProgram_, someBuffer_, 0, strands.size(), look);
    someBuffer_.fill(signs.data(), signs.size() * sizeof(PlannedStrand));
    drawSignRange(someBuffer_, 0, signs.size(), look);
}

void GlRenderer::drawMarkRange(const GlBuffer& buffer, std::size_t shape, std::size_t first,
                               std::size_t count, const GlLook& look, bool crowded) {
    if (count == 0) {
        return;
    }
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
    buffer.bind();
    const std::size_t at = first * sizeof(MarkInstance);
    constexpr GLsizei stride = sizeof(MarkInstance);
    glVertexAttribIPointer(0, 1, GL_UNSIGNED_INT, stride, offset(at));
    glVertexAttribPointer(1, GL_BGRA, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                          offset(at + offsetof(MarkInstance, fill)));
    for (unsigned i = 0; i < 2; ++i) {
        glEnableVertexAttribArray(i);
        glVertexAttribDivisor(i, 1);
    }
    for (unsigned i = 2; i < 5; ++i) {
        glDisableVertexAttribArray(i);
    }
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(count));
}

void GlRenderer::drawMarks(std::size_t first, std::size_t count, const GlLook& look) {
    const std::size_t last = std::min(markCount_, first + count);
    for (std::size_t shape = 0; shape < shapes; ++shape) {
        const std::size_t begin = std::max(first, shapeBegins_[shape]);
        const std::size_t end = std::min(last, shapeBegins_[shape + 1]);
        if (begin < end) {
            drawMarkRange(markBuffer_, shape, begin, end - begin, look, true);
        }
    }
}

void GlRenderer::drawVertices(std::span<const std::uint32_t> vertices, const GlLook& look) {
    std::vector<MarkInstance> instances;
    for (std::size_t shape = 0; shape < shapes; ++shape) {
        instances.clear();
        for (const std::uint32_t vertex : vertices) {
            if (static_cast<std::size_t>(plan_->marks[vertex].shape) == shape) {
                instances.push_back({vertex, plan_->marks[vertex].fill});
            }
        }
        someBuffer_.fill(instances.data(), instances.size() * sizeof(MarkInstance));
        drawMarkRange(someBuffer_, shape, 0, instances.size(), look, false);
    }
}

void GlRenderer::drawPins(std::span<const std::uint32_t> vertices) {
    std::vector<MarkInstance> instances;
    for (const std::uint32_t vertex : vertices) {
        instances.push_back({vertex, plan_->marks[vertex].fill});
    }
    someBuffer_.fill(instances.data(), instances.size() * sizeof(MarkInstance));
    drawMarkRange(someBuffer_, pin, 0, instances.size(), {}, false);
}

} // namespace entente::ui
