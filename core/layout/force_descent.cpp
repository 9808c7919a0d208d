#include "core/layout/force_descent.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace entente {

namespace {

constexpr float momentum = 0.8F;
constexpr float stepShare = 0.5F;
// What the neighbours' repulsion adds to a vertex's stiffness.
constexpr float stiffnessOfMass = 0.5F;
// A tree still serves while its points are near where they were.
constexpr int roundsWithOneTree = 2;
constexpr float softening = 0.01F;
// Where springs are as strong as linear ones, in units of the room that a vertex takes; and where
// others begin to give way.
constexpr float stiffeningLength = 256;
constexpr float softeningLength = 700;
constexpr float yieldingLength = 170;
// Conflictual ties push as strongly as others pull where these have their typical length; beyond
// some lengths they hold together weakly, so that nothing flies off.
constexpr float looseLengths = 3;
constexpr float loosePull = 0.1F;

float pullOf(Spring spring, float square, float springLength) {
    switch (spring) {
    case Spring::Linear:
        break;
    case Spring::Stiffening:
        return std::sqrt(square) / springLength;
    case Spring::Softening:
        return 1 / std::sqrt(1 + std::sqrt(square) / springLength);
    case Spring::Yielding:
        return 1 / (1 + square / (springLength * springLength));
    }
    return 1;
}

float roomOf(const Bodies& bodies) {
    double sum = 0;
    for (const float mass : bodies.mass) {
        sum += static_cast<double>(mass);
    }
    return static_cast<float>(std::sqrt(sum / static_cast<double>(bodies.size())));
}

float springLengthOf(const ForceField& field, float room) {
    const float length = field.spring == Spring::Stiffening ? stiffeningLength * room
                         : field.spring == Spring::Yielding ? yieldingLength
                                                            : softeningLength;
    return length * static_cast<float>(field.springReach);
}

} // namespace

ForceDescent::ForceDescent(const LayoutGraph& graph, const ForceField& field, Bodies bodies,
                           std::vector<std::uint8_t> pinned)
    : graph_(graph), field_(field), bodies_(std::move(bodies)), pinned_(std::move(pinned)),
      forceX_(bodies_.size()), forceY_(bodies_.size()), velocityX_(bodies_.size(), 0),
      velocityY_(bodies_.size(), 0), room_(roomOf(bodies_)),
      springLength_(springLengthOf(field, room_)) {
    double lengths = 0;
    double x = 0;
    double y = 0;
    for (std::size_t v = 0; v < bodies_.size(); ++v) {
        x += static_cast<double>(bodies_.x[v]);
        y += static_cast<double>(bodies_.y[v]);
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            const std::uint32_t other = graph.neighbours[arc];
            lengths += static_cast<double>(
                std::hypot(bodies_.x[other] - bodies_.x[v], bodies_.y[other] - bodies_.y[v]));
        }
    }
    const double arcs = std::max(1.0, static_cast<double>(graph.neighbours.size()));
    typicalLength_ = std::max(static_cast<float>(lengths / arcs), 0.1F * room_);
    centreX_ = static_cast<float>(x / static_cast<double>(bodies_.size()));
    centreY_ = static_cast<float>(y / static_cast<double>(bodies_.size()));
}

void ForceDescent::run(int rounds, double heat, double endHeat, const Progress& progress,
                       const std::function<void(const Bodies&)>& watch) {
    std::unique_ptr<Repulsion> repulsion;
    for (int round = 0; round < rounds; ++round) {
        progress.throwIfStopped();
        if (round % roundsWithOneTree == 0) {
            repulsion = std::make_unique<Repulsion>(bodies_);
        }
        repulsion->compute(bodies_, softening, forceX_, forceY_);
        const double cooling = rounds > 1 ? static_cast<double>(round) / (rounds - 1) : 1;
        step(room_ * static_cast<float>(heat * std::pow(endHeat / heat, cooling)));
        if (watch) {
            watch(bodies_);
        }
        progress.tell(static_cast<double>(round + 1) / rounds);
    }
}

void ForceDescent::step(float heat) {
    // Each vertex reads positions and writes its own velocity: the result does not depend on how
    // they are shared among threads.
    const std::size_t n = bodies_.size();
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, n, 512), [&](const auto& range) {
        for (std::size_t v = range.begin(); v != range.end(); ++v) {
            move(v, heat);
        }
    });
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, n, 4096), [&](const auto& range) {
        for (std::size_t v = range.begin(); v != range.end(); ++v) {
            bodies_.x[v] += velocityX_[v];
            bodies_.y[v] += velocityY_[v];
        }
    });
}

void ForceDescent::move(std::size_t vertex, float heat) {
    if (!pinned_.empty() && pinned_[vertex] != 0) {
        return;
    }
    const float x = bodies_.x[vertex];
    const float y = bodies_.y[vertex];
    const float drawn = static_cast<float>(field_.gravity) * bodies_.mass[vertex];
    float forceX = forceX_[vertex] + drawn * (centreX_ - x);
    float forceY = forceY_[vertex] + drawn * (centreY_ - y);
    float stiffness = stiffnessOfMass * bodies_.mass[vertex] + drawn;
    const bool allPull = graph_.signs.empty();
    for (std::uint32_t arc = graph_.offsets[vertex]; arc < graph_.offsets[vertex + 1]; ++arc) {
        const std::uint32_t other = graph_.neighbours[arc];
        const float dx = bodies_.x[other] - x;
        const float dy = bodies_.y[other] - y;
        const float square = dx * dx + dy * dy;
        float pull = graph_.weights[arc];
        if (allPull || graph_.signs[arc] > 0) {
            if (field_.spring != Spring::Linear) {
                pull *= pullOf(field_.spring, square, springLength_);
            }
            stiffness += pull;
        } else {
            const float gap = std::sqrt(square) + softening;
            const float push = typicalLength_ * typicalLength_ / (gap + typicalLength_);
            const float hold = loosePull * std::max(0.0F, gap - looseLengths * typicalLength_);
            stiffness += pull;
            pull *= (hold - push) / gap;
        }
        forceX += dx * pull;
        forceY += dy * pull;
    }
    const float scale = stepShare / stiffness;
    float velocityX = momentum * velocityX_[vertex] + forceX * scale;
    float velocityY = momentum * velocityY_[vertex] + forceY * scale;
    const float speed = std::sqrt(velocityX * velocityX + velocityY * velocityY);
    if (speed > heat) {
        velocityX *= heat / speed;
        velocityY *= heat / speed;
    }
    velocityX_[vertex] = velocityX;
    velocityY_[vertex] = velocityY;
}

double naturalScale(const LayoutGraph& graph, const ForceField& field, const Bodies& bodies) {
    double mass = 0;
    double squares = 0;
    for (const float own : bodies.mass) {
        mass += static_cast<double>(own);
        squares += static_cast<double>(own) * static_cast<double>(own);
    }
    // With all lengths times s the energy changes by s Σ pull d² − (Σ m_i m_j) / s: at rest, that
    // is 0.
    const float room = roomOf(bodies);
    const double push = (mass * mass - squares) / 2;
    double scale = 1;
    constexpr int most = 20;
    for (int i = 0; i < most; ++i) {
        double pull = 0;
        for (std::size_t v = 0; v < bodies.size(); ++v) {
            for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
                const std::uint32_t other = graph.neighbours[arc];
                const float dx = bodies.x[other] - bodies.x[v];
                const float dy = bodies.y[other] - bodies.y[v];
                const float square = dx * dx + dy * dy;
                const auto scaled = static_cast<float>(scale * scale) * square;
                pull +=
                    static_cast<double>(graph.weights[arc] * square *
                                        pullOf(field.spring, scaled, springLengthOf(field, room))) /
                    2;
            }
        }
        if (!(pull > 0) || !std::isfinite(pull)) {
            return 1;
        }
        const double next = std::sqrt(push / pull);
        const bool settled = std::abs(next - scale) < 1e-3 * scale;
        scale = next;
        if (settled || field.spring == Spring::Linear) {
            break;
        }
    }
    return scale;
}

} // namespace entente
