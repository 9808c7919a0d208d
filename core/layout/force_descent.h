#pragma once

#include "core/layout/layout.h"
#include "core/layout/repulsion.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace entente {

/// How the pull of an edge grows with its length d.
enum class Spring : std::uint8_t {
    Linear,     ///< d, as in ForceAtlas2 (Jacomy et al. 2014): keeps distances best
    Stiffening, ///< d², as in Fruchterman & Reingold 1991: opens trees
    Softening,  ///< d at first, √d far out: communities stand out
    Yielding,   ///< d at first, 1 / d far out, as in t-SNE (van der Maaten & Hinton 2008):
                ///< communities stand apart
};

/// How vertices of a graph act on one another.
struct ForceField {
    Spring spring = Spring::Linear;
    double springReach = 1; ///< from where springs give way, as a factor
    double gravity = 0;     ///< 0 to 1
};

/// Where the vertices of a graph are and how they move, in natural units: an edge pulls by its
/// length (as far as the spring goes), two vertices push by the product of their masses over their
/// distance. The energy of a graph is that of a finer one whose vertices are put on one point, so
/// that positions carry over from level to level as they are.
class ForceDescent {
public:
    /// `graph`'s weights are the edges' pulls. `pinned` has 1 for vertices that stay; may be empty.
    ForceDescent(const LayoutGraph& graph, const ForceField& field, Bodies bodies,
                 std::vector<std::uint8_t> pinned = {});

    /// `rounds` steps down the forces, with momentum; the first go as far as `heat`, in units of
    /// the room that a vertex of mean mass takes, the last as far as `endHeat`. O(n + m) a round.
    void run(int rounds, double heat, double endHeat, const Progress& progress,
             const std::function<void(const Bodies&)>& watch = {});

    [[nodiscard]] const Bodies& bodies() const { return bodies_; }

private:
    void step(float heat);
    void move(std::size_t vertex, float heat);

    const LayoutGraph& graph_;
    ForceField field_;
    Bodies bodies_;
    std::vector<std::uint8_t> pinned_;
    std::vector<float> forceX_;
    std::vector<float> forceY_;
    std::vector<float> velocityX_;
    std::vector<float> velocityY_;
    float room_ = 1;          ///< of a vertex of mean mass
    float springLength_ = 1;  ///< from where springs give way
    float typicalLength_ = 1; ///< of the edges at the start
    float centreX_ = 0;
    float centreY_ = 0;
};

/// The factor that brings a picture to natural units: that at which the forces balance on the
/// whole. 1 where there are no edges or all is on one point. O(n + m).
double naturalScale(const LayoutGraph& graph, const ForceField& field, const Bodies& bodies);

} // namespace entente
