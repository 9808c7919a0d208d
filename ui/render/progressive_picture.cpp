#include <epoxy/gl.h>

#include "ui/render/progressive_picture.h"

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

// Seconds a frame may take for what is drawn anew.
constexpr double softwareBudget = 0.011;
constexpr double cardBudget = 0.008;
// Of a slice of a layer, while the camera moves and when it rests.
constexpr double movingSlice = 0.005;
constexpr double stillSlice = 0.026;
constexpr double gapBudget = 0.003;
constexpr double transition = 0.15;
/// Of the view's size, to each side.
constexpr double margin = 0.12;
/// A layer that is so much smaller or larger than it is shown is not worth finishing.
constexpr double mostStretch = 1.6;
constexpr std::size_t leastSlice = 512;
constexpr std::size_t mostEmphasised = 20'000;

double since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Draws, waits until it is drawn, and learns what each of `count` took.
template <typename Draw>
void measured(double& cost, std::size_t count, const Draw& draw) {
    const auto begin = std::chrono::steady_clock::now();
    draw();
    glFinish();
    if (count >= leastSlice) {
        cost = (cost + since(begin) / static_cast<double>(count)) / 2;
    }
}

std::size_t affordable(double seconds, double cost) {
    return std::max(leastSlice, static_cast<std::size_t>(std::max(0.0, seconds) / cost));
}

QRectF layoutPart(const PictureView& view) {
    return {view.camera.toLayout({}, view.size),
            view.camera.toLayout(QPointF(view.size.width(), view.size.height()), view.size)};
}

} // namespace

ProgressivePicture::ProgressivePicture(GlRenderer& renderer)
    : renderer_(renderer), layerProgram_(QStringLiteral("layer")),
      strandCost_(renderer.isSoftware() ? 1.5e-6 : 5e-9),
      markCost_(renderer.isSoftware() ? 1.0e-6 : 5e-9) {}

ProgressivePicture::~ProgressivePicture() = default;

void ProgressivePicture::setIndex(EdgesIn edgesIn, VerticesIn verticesIn) {
    edgesIn_ = std::move(edgesIn);
    verticesIn_ = std::move(verticesIn);
}

void ProgressivePicture::forget() {
    for (const auto& layer : {front_.get(), back_.get(), old_.get()}) {
        if (layer != nullptr) {
            layer->used = false;
        }
    }
    fadeBegin_.reset();
}

std::size_t ProgressivePicture::bytes() const {
    std::size_t sum = 0;
    for (const auto& layer : {front_.get(), back_.get(), old_.get()}) {
        if (layer != nullptr) {
            sum += static_cast<std::size_t>(layer->target.size().width()) *
                   static_cast<std::size_t>(layer->target.size().height()) * 4;
        }
    }
    return sum;
}

PictureView ProgressivePicture::layerView(const PictureView& view) const {
    // A whole number of the device's pixels: at rest the layer lies on the view's own.
    const auto whole = [&](double length) {
        return std::ceil(length * margin * view.pixelRatio) / view.pixelRatio;
    };
    PictureView wider = view;
    wider.size += QSizeF(2 * whole(view.size.width()), 2 * whole(view.size.height()));
    return wider;
}

bool ProgressivePicture::draw(const PictureView& view, unsigned framebuffer, Motion motion,
                              const QColor& ground, const Emphasis& emphasis) {
    const GlLook look{.faded = !emphasis.empty()};
    bool more = false;
    if (drawDirectly(view, framebuffer, ground, look)) {
        complete_ = true;
    } else if (motion == Motion::Changing) {
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        renderer_.begin(view);
        renderer_.clear(ground);
        drawSample(look, renderer_.isSoftware() ? softwareBudget : cardBudget);
        forget();
        complete_ = false;
        more = true;
    } else {
        refine(view, motion, ground);
        showLayers(view, framebuffer, ground, look.faded);
        complete_ = front_->complete && front_->view == layerView(view) && !fadeBegin_;
        more = !complete_;
    }
    drawEmphasis(emphasis, motion);
    return more;
}

bool ProgressivePicture::drawDirectly(const PictureView& view, unsigned framebuffer,
                                      const QColor& ground, const GlLook& look) {
    const double budget = renderer_.isSoftware() ? softwareBudget : cardBudget;
    const double all = static_cast<double>(renderer_.strandCount()) * strandCost_ +
                       static_cast<double>(renderer_.markCount()) * markCost_;
    const bool everything = all <= budget;
    std::optional<std::vector<std::uint32_t>> edges;
    std::vector<std::uint32_t> vertices;
    if (!everything) {
        if (!edgesIn_) {
            return false;
        }
        const QRectF part = layoutPart(view);
        edges = edgesIn_(part, static_cast<std::size_t>(budget / strandCost_));
        if (!edges) {
            return false;
        }
        vertices = verticesIn_(part);
        if (static_cast<double>(edges->size()) * strandCost_ +
                static_cast<double>(vertices.size()) * markCost_ >
            budget) {
            return false;
        }
    }
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    renderer_.begin(view);
    renderer_.clear(ground);
    if (everything) {
        measured(strandCost_, renderer_.strandCount(),
                 [&] { renderer_.drawStrands(0, renderer_.strandCount(), look); });
        renderer_.drawSigns(0, renderer_.signCount(), look);
        measured(markCost_, renderer_.markCount(),
                 [&] { renderer_.drawMarks(0, renderer_.markCount(), look); });
    } else {
        measured(strandCost_, edges->size(), [&] { renderer_.drawEdges(*edges, look); });
        measured(markCost_, vertices.size(), [&] { renderer_.drawVertices(vertices, look); });
    }
    return true;
}

/// Fewer strands that are as dense together as all of them.
void ProgressivePicture::drawSample(const GlLook& look, double seconds) {
    const std::size_t strands = renderer_.strandCount();
    const std::size_t count = std::min(strands, affordable(seconds * 0.65, strandCost_));
    GlLook sampled = look;
    if (count > 0) {
        sampled.strandOpacity = static_cast<float>(
            std::min(4.0, static_cast<double>(strands) / static_cast<double>(count)));
    }
    measured(strandCost_, count, [&] { renderer_.drawStrands(0, count, sampled); });
    const std::size_t marks =
        std::min(renderer_.markCount(), affordable(seconds * 0.35, markCost_));
    measured(markCost_, marks, [&] { renderer_.drawMarks(0, marks, look); });
}

void ProgressivePicture::startLayer(Layer& layer, const PictureView& view, const QColor& ground) {
    layer.view = view;
    layer.strands = 0;
    layer.signs = 0;
    layer.marks = 0;
    layer.complete = false;
    layer.used = true;
    layer.edges.reset();
    if (edgesIn_) {
        layer.edges = edgesIn_(layoutPart(view), renderer_.strandCount() / 3);
    }
    layer.target.resize(view.pixels());
    layer.target.bind();
    renderer_.begin(view);
    renderer_.clear(ground);
}

void ProgressivePicture::sampleLayer(Layer& layer, const PictureView& view, const QColor& ground) {
    startLayer(layer, view, ground);
    layer.edges.reset();
    drawSample({}, renderer_.isSoftware() ? softwareBudget : cardBudget);
}

bool ProgressivePicture::continueLayer(Layer& layer, double seconds) {
    const auto begin = Clock::now();
    layer.target.bind();
    renderer_.begin(layer.view);
    const std::size_t strands = layer.edges ? layer.edges->size() : renderer_.strandCount();
    const std::size_t signs = layer.edges ? 0 : renderer_.signCount();
    const auto next = [&](std::size_t& done, std::size_t all, double& cost, const auto& draw) {
        while (done < all && since(begin) < seconds) {
            const std::size_t count =
                std::min(all - done, affordable(seconds - since(begin), cost));
            measured(cost, count, [&] { draw(done, count); });
            done += count;
        }
        return done == all;
    };
    return next(layer.strands, strands, strandCost_,
                [&](std::size_t first, std::size_t count) {
                    if (layer.edges) {
                        renderer_.drawEdges(std::span(*layer.edges).subspan(first, count));
                    } else {
                        renderer_.drawStrands(first, count);
                    }
                }) &&
           next(layer.signs, signs, strandCost_,
                [&](std::size_t first, std::size_t count) { renderer_.drawSigns(first, count); }) &&
           next(layer.marks, renderer_.markCount(), markCost_,
                [&](std::size_t first, std::size_t count) { renderer_.drawMarks(first, count); });
}

void ProgressivePicture::refine(const PictureView& view, Motion motion, const QColor& ground) {
    const PictureView wanted = layerView(view);
    if (!front_) {
        front_ = std::make_unique<Layer>();
        back_ = std::make_unique<Layer>();
        old_ = std::make_unique<Layer>();
    }
    if (!front_->used) {
        sampleLayer(*front_, wanted, ground);
        back_->used = false;
        return;
    }
    if (front_->complete && front_->view == wanted) {
        return;
    }
    const double stretch = back_->used ? view.camera.zoom / back_->view.camera.zoom : 1;
    const bool useless = back_->used && (stretch > mostStretch || stretch < 1 / mostStretch ||
                                         back_->view.pixelRatio != view.pixelRatio);
    if (!back_->used || useless || (motion == Motion::Still && back_->view != wanted)) {
        startLayer(*back_, wanted, ground);
    }
    if (continueLayer(*back_, motion == Motion::Still ? stillSlice : movingSlice)) {
        back_->complete = true;
        std::swap(old_, front_);
        std::swap(front_, back_);
        back_->used = false;
        if (transitions_) {
            fadeBegin_ = Clock::now();
        }
    }
}

QRectF ProgressivePicture::boxOf(const Layer& layer, const PictureView& view) {
    const QPointF topLeft =
        view.camera.toView(layer.view.camera.toLayout({}, layer.view.size), view.size);
    const double ratio = view.camera.zoom / layer.view.camera.zoom;
    // The target's pixels may be a little more than the view's.
    const QSizeF size = QSizeF(layer.target.size()) / layer.view.pixelRatio * ratio;
    return {topLeft, size};
}

void ProgressivePicture::showLayer(const Layer& layer, const PictureView& view, float opacity,
                                   const QColor& ground, bool faded) const {
    constexpr float fadedShare = 0.8F;
    const QRectF box = boxOf(layer, view);
    const QSizeF whole = QSizeF(view.pixels()) / view.pixelRatio;
    const auto clipX = [&](double x) { return static_cast<float>(2 * x / whole.width() - 1); };
    const auto clipY = [&](double y) { return static_cast<float>(1 - 2 * y / whole.height()); };
    layerProgram_.use();
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, layer.target.texture());
    glUniform1i(layerProgram_.uniform("layer"), 0);
    glUniform4f(layerProgram_.uniform("box"), clipX(box.left()), clipY(box.top()),
                clipX(box.right()), clipY(box.bottom()));
    glUniform4f(layerProgram_.uniform("fade"), ground.redF(), ground.greenF(), ground.blueF(),
                faded ? fadedShare : 0);
    glUniform1f(layerProgram_.uniform("opacity"), opacity);
    if (opacity >= 1) {
        glDisable(GL_BLEND); // A layer has its ground.
    }
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glEnable(GL_BLEND);
}

/// A sample of the edges where no layer reaches.
void ProgressivePicture::fillGaps(const QRectF& covered, const PictureView& view, bool faded) {
    const QSize pixels = view.pixels();
    const QRect whole(QPoint(), pixels);
    const QRect inner =
        QRectF(covered.topLeft() * view.pixelRatio, covered.size() * view.pixelRatio)
            .toAlignedRect()
            .intersected(whole);
    const std::array<QRect, 4> gaps{
        QRect(0, 0, whole.width(), inner.top()),
        QRect(0, inner.bottom() + 1, whole.width(), whole.height() - inner.bottom() - 1),
        QRect(0, inner.top(), inner.left(), inner.height()),
        QRect(inner.right() + 1, inner.top(), whole.width() - inner.right() - 1, inner.height())};
    glEnable(GL_SCISSOR_TEST);
    const auto count = std::ranges::count_if(gaps, [](const QRect& gap) { return !gap.isEmpty(); });
    for (const QRect& gap : gaps) {
        if (!gap.isEmpty()) {
            glScissor(gap.left(), pixels.height() - gap.bottom() - 1, gap.width(), gap.height());
            drawSample({.faded = faded}, gapBudget / static_cast<double>(count));
        }
    }
    glDisable(GL_SCISSOR_TEST);
}

void ProgressivePicture::showLayers(const PictureView& view, unsigned framebuffer,
                                    const QColor& ground, bool faded) {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    renderer_.begin(view);
    renderer_.clear(ground);
    const double share = fadeBegin_ ? since(*fadeBegin_) / transition : 1;
    if (share >= 1) {
        fadeBegin_.reset();
    }
    const bool transits = fadeBegin_ && old_->used;
    const QRectF whole(QPointF(), view.size);
    // What the pixels of the picture are counted from can be off by what rounding leaves.
    const QRectF covered = boxOf(transits ? *old_ : *front_, view);
    if (!covered.adjusted(-0.5, -0.5, 0.5, 0.5).contains(whole)) {
        fillGaps(covered, view, faded);
    }
    if (transits) {
        showLayer(*old_, view, 1, ground, faded);
        showLayer(*front_, view, static_cast<float>(share), ground, faded);
    } else {
        showLayer(*front_, view, 1, ground, faded);
    }
}

void ProgressivePicture::drawEmphasis(const Emphasis& emphasis, Motion motion) {
    const auto part = [motion](const std::vector<std::uint32_t>& all) {
        return std::span(all).first(motion == Motion::Still ? all.size()
                                                            : std::min(all.size(), mostEmphasised));
    };
    renderer_.drawEdges(part(emphasis.edges));
    renderer_.drawEdges(part(emphasis.selectedEdges), {.selected = true});
    renderer_.drawVertices(part(emphasis.vertices));
    renderer_.drawVertices(part(emphasis.selectedVertices), {.selected = true});
    if (emphasis.hovered) {
        renderer_.drawVertices(std::span(&*emphasis.hovered, 1), {.hovered = true});
    }
}

} // namespace entente::ui
