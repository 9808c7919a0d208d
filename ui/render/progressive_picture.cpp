#include <epoxy/gl.h>

#include "ui/render/progressive_picture.h"

#include "ui/render/gl_target.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace entente::ui {

namespace {

// Seconds a frame may take for what is drawn anew.
constexpr double softwareBudget = 0.006;
constexpr double cardBudget = 0.008; ///< of what is left out otherwise
constexpr double cardFrame = 0.014;  ///< of all that there is: sixty frames a second
constexpr double cardPause = 0.08;   ///< of all that there is, once nothing moves
constexpr double gapBudget = 0.002;
constexpr double transition = 0.15;
constexpr std::size_t leastMeasured = 512;
constexpr std::size_t framesBetweenMeasures = 8;
constexpr std::size_t mostEmphasised = 20'000;
/// Of what is sent for one frame.
constexpr std::size_t mostChosen = 20'000;
/// Networks up to so many strands are drawn in the plan's order, strongest ties on top.
constexpr std::size_t mostOrdered = 12'000;
/// More than the processor ever draws as a graphics card would.
constexpr std::size_t mostBySoftware = 50'000;

double since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

QRectF layoutPart(const PictureView& view) {
    return {view.camera.toLayout({}, view.size),
            view.camera.toLayout(QPointF(view.size.width(), view.size.height()), view.size)};
}

} // namespace

ProgressivePicture::ProgressivePicture(std::function<void()> ready, std::optional<bool> software)
    : layerProgram_(QStringLiteral("layer")), source_(std::move(ready)),
      software_(software.value_or(renderer_.isSoftware())), strandCost_(software_ ? 2e-6 : 5e-9),
      markCost_(software_ ? 1.0e-6 : 5e-9) {}

ProgressivePicture::~ProgressivePicture() = default;

void ProgressivePicture::setNetwork(std::shared_ptr<const PlacedNetwork> network) {
    if (!network_ || network_->plan != network->plan) {
        renderer_.setPlan(network->plan, network->network, network->colours, mostOrdered,
                          software_ ? mostBySoftware : std::numeric_limits<std::size_t>::max());
    }
    renderer_.setPlaces(network->places, network->crowding);
    renderer_.setBends(network->bends);
    source_.setNetwork(network);
    network_ = std::move(network);
    fadeBegin_.reset();
    held_.reset();
}

void ProgressivePicture::setIndex(SeenIn edgesIn, SeenIn verticesIn) {
    edgesIn_ = std::move(edgesIn);
    verticesIn_ = std::move(verticesIn);
}

std::size_t ProgressivePicture::bytes() const {
    std::size_t sum = renderer_.bytes();
    for (const QSize size :
         {front_.texture.size(), old_.texture.size(), held_ ? held_->texture.size() : QSize()}) {
        sum += 4 * static_cast<std::size_t>(std::max(0, size.width())) *
               static_cast<std::size_t>(std::max(0, size.height()));
    }
    return sum;
}

void ProgressivePicture::clear(const PictureView& view, unsigned framebuffer,
                               const QColor& ground) {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    renderer_.begin(view);
    renderer_.clear(ground);
    complete_ = true;
}

bool ProgressivePicture::draw(const PictureView& view, unsigned framebuffer, Motion motion,
                              const Emphasis& emphasis) {
    const GlLook look{.faded = !emphasis.empty()};
    bool more = false;
    complete_ = drawDirectly(view, framebuffer, look) ||
                (motion == Motion::Still && drawHeld(view, framebuffer, look));
    if (!complete_ && !(motion != Motion::Still && drawSample(view, framebuffer, look))) {
        drawLayered(view, framebuffer, motion, look);
        complete_ = source_.isCompleteFor(view) && !fadeBegin_;
        more = fadeBegin_.has_value();
    }
    drawEmphasis(emphasis, motion);
    if (complete_ && !warm_ && motion == Motion::Still) {
        warmUp();
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
        renderer_.begin(view);
    }
    return more;
}

/// Drivers compile a program when it is first drawn with: better now, that nothing moves, than in
/// the frame that needs it.
void ProgressivePicture::warmUp() {
    warm_ = true;
    GlTarget target;
    target.resize({8, 8});
    target.bind();
    renderer_.begin({{}, {8, 8}, 1});
    const std::array<std::uint32_t, 1> first{0};
    for (const bool scissored : {false, true}) {
        if (scissored) {
            glEnable(GL_SCISSOR_TEST);
        }
        renderer_.drawStrands(0, renderer_.strandCount() > 1 ? 2 : renderer_.strandCount());
        if (renderer_.edgeCount() > 0) {
            renderer_.drawEdges(first);
        }
        renderer_.drawSigns(0, 1);
        renderer_.drawMarks(0, 1);
    }
    glDisable(GL_SCISSOR_TEST);
    glFinish();
}

/// Seconds that all strands and marks take.
double ProgressivePicture::costOfAll() const {
    return static_cast<double>(network_->plan->strands.size()) * strandCost_ +
           static_cast<double>(renderer_.markCount()) * markCost_;
}

/// All that is in sight, where there is time for it.
bool ProgressivePicture::drawDirectly(const PictureView& view, unsigned framebuffer,
                                      const GlLook& look) {
    const bool everything = costOfAll() <= (software_ ? softwareBudget : cardFrame);
    std::optional<std::vector<std::uint32_t>> edges;
    std::optional<std::vector<std::uint32_t>> vertices;
    if (!everything) {
        if (!edgesIn_) {
            return false;
        }
        const auto most = [](double seconds, double cost) {
            return std::min(mostChosen, static_cast<std::size_t>(seconds / cost));
        };
        const double budget = software_ ? softwareBudget : cardBudget;
        const QRectF part = layoutPart(view);
        edges = edgesIn_(part, most(budget, strandCost_));
        if (!edges) {
            return false;
        }
        const double left = budget - static_cast<double>(edges->size()) * strandCost_;
        vertices = verticesIn_(part, most(left, markCost_));
        if (!vertices) {
            return false;
        }
    }
    beginPicture(view, framebuffer);
    const auto begin = Clock::now();
    if (everything) {
        drawAll(look);
        learn(begin, renderer_.strandCount(), renderer_.markCount());
    } else {
        renderer_.drawEdges(*edges, look);
        renderer_.drawVertices(*vertices, look);
        learn(begin, edges->size(), vertices->size());
    }
    return true;
}

/// What a card has no time for in each frame it draws once when nothing moves, and holds it. False:
/// that would take too long, too.
bool ProgressivePicture::drawHeld(const PictureView& view, unsigned framebuffer,
                                  const GlLook& look) {
    if (software_ || costOfAll() > cardPause) {
        return false;
    }
    beginPicture(view, framebuffer);
    if (!held_ || held_->view != view) {
        drawAll({});
        if (!held_) {
            held_.emplace();
        }
        held_->texture.copyFramebuffer(view.pixels());
        held_->view = view;
        held_->upsideDown = true;
    }
    showLayer(*held_, view, 1, look.faded);
    return true;
}

void ProgressivePicture::drawAll(const GlLook& look) {
    renderer_.drawStrands(0, renderer_.strandCount(), look);
    renderer_.drawSigns(0, renderer_.signCount(), look);
    renderer_.drawMarks(0, renderer_.markCount(), look);
}

/// As many strands as there is time for, as dense together as all of them, and the marks: what a
/// card does while all moves and it has no time for more. False: nothing was drawn.
bool ProgressivePicture::drawSample(const PictureView& view, unsigned framebuffer, GlLook look) {
    if (software_) {
        return false;
    }
    const auto marks =
        std::min(renderer_.markCount(), static_cast<std::size_t>(cardBudget / 2 / markCost_));
    const double left = cardBudget - static_cast<double>(marks) * markCost_;
    const std::size_t strands =
        std::min(renderer_.strandCount(), static_cast<std::size_t>(left / strandCost_));
    look.strandOpacity = densityOf(strands);
    beginPicture(view, framebuffer);
    const auto begin = Clock::now();
    renderer_.drawStrands(0, strands, look);
    renderer_.drawMarks(0, marks, look);
    learn(begin, strands, marks);
    return true;
}

void ProgressivePicture::beginPicture(const PictureView& view, unsigned framebuffer) {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    renderer_.begin(view);
    renderer_.clear(network_->colours.ground);
}

/// What a strand and a mark take. Waiting for the end costs time of its own, so that only some
/// frames learn it.
void ProgressivePicture::learn(Clock::time_point begin, std::size_t strands, std::size_t marks) {
    if (strands >= leastMeasured && frame_++ % framesBetweenMeasures == 0) {
        glFinish();
        const double each = since(begin) / static_cast<double>(strands + marks);
        strandCost_ = (strandCost_ + each) / 2;
        markCost_ = (markCost_ + each) / 2;
    }
}

/// How much more is seen of each of so many strands that together they are as dense as all.
float ProgressivePicture::densityOf(std::size_t strands) const {
    return static_cast<float>(
        std::min(4.0, static_cast<double>(network_->plan->strands.size()) /
                          static_cast<double>(std::max<std::size_t>(1, strands))));
}

void ProgressivePicture::drawLayered(const PictureView& view, unsigned framebuffer, Motion motion,
                                     const GlLook& look) {
    takeLayer(view, motion);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
    renderer_.begin(view);
    const double share = fadeBegin_ ? since(*fadeBegin_) / transition : 1;
    if (share >= 1) {
        fadeBegin_.reset();
    }
    const QRectF covered = LayerSource::boxOf(fadeBegin_ ? old_.view : front_.view, view);
    // What the pixels are counted from can be off by what rounding leaves.
    if (!covered.adjusted(-0.5, -0.5, 0.5, 0.5).contains(QRectF(QPointF(), view.size))) {
        renderer_.clear(network_->colours.ground);
        fillGaps(covered, view, look.faded);
    }
    if (fadeBegin_) {
        showLayer(old_, view, 1, look.faded);
        showLayer(front_, view, static_cast<float>(share), look.faded);
    } else {
        showLayer(front_, view, 1, look.faded);
    }
}

void ProgressivePicture::takeLayer(const PictureView& view, Motion motion) {
    const LayerSource::Change change = source_.update(view, motion);
    if (change == LayerSource::Change::None) {
        return;
    }
    // While all moves, nobody sees a layer become sharper, and two of them cost twice as much.
    if (change == LayerSource::Change::Refined && transitions_ && motion == Motion::Still) {
        front_.texture.swap(old_.texture);
        old_.view = front_.view;
        fadeBegin_ = Clock::now();
    } else {
        fadeBegin_.reset();
    }
    front_.texture.setImage(source_.image());
    front_.view = source_.view();
}

void ProgressivePicture::showLayer(const Layer& layer, const PictureView& view, float opacity,
                                   bool faded) const {
    constexpr float fadedShare = 0.8F;
    const QRectF box = LayerSource::boxOf(layer.view, view);
    const QSizeF whole = QSizeF(view.pixels()) / view.pixelRatio;
    const auto clipX = [&](double x) { return static_cast<float>(2 * x / whole.width() - 1); };
    const auto clipY = [&](double y) { return static_cast<float>(1 - 2 * y / whole.height()); };
    const QColor& ground = network_->colours.ground;
    layerProgram_.use();
    if (layer.view.camera.zoom == view.camera.zoom) {
        layer.texture.bindSharp();
    } else {
        layer.texture.bindSmooth();
    }
    glUniform1i(layerProgram_.uniform("layer"), 0);
    const float first = clipY(layer.upsideDown ? box.bottom() : box.top());
    const float last = clipY(layer.upsideDown ? box.top() : box.bottom());
    glUniform4f(layerProgram_.uniform("box"), clipX(box.left()), first, clipX(box.right()), last);
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
    const QRect whole(QPoint(), view.pixels());
    const QRect inner =
        QRectF(covered.topLeft() * view.pixelRatio, covered.size() * view.pixelRatio)
            .toAlignedRect()
            .intersected(whole);
    const std::array<QRect, 4> gaps{
        QRect(0, 0, whole.width(), inner.top()),
        QRect(0, inner.bottom() + 1, whole.width(), whole.height() - inner.bottom() - 1),
        QRect(0, inner.top(), inner.left(), inner.height()),
        QRect(inner.right() + 1, inner.top(), whole.width() - inner.right() - 1, inner.height())};
    const auto many = std::ranges::count_if(gaps, [](const QRect& gap) { return !gap.isEmpty(); });
    const std::size_t strands = renderer_.strandCount();
    const auto count =
        std::min(strands, static_cast<std::size_t>(
                              gapBudget / (strandCost_ * static_cast<double>(std::max(1L, many)))));
    GlLook look{.faded = faded};
    look.strandOpacity = densityOf(count);
    glEnable(GL_SCISSOR_TEST);
    for (const QRect& gap : gaps) {
        if (!gap.isEmpty()) {
            glScissor(gap.left(), whole.height() - gap.bottom() - 1, gap.width(), gap.height());
            renderer_.drawStrands(0, count, look);
        }
    }
    glDisable(GL_SCISSOR_TEST);
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
    renderer_.drawPins(part(emphasis.pinned));
}

} // namespace entente::ui
