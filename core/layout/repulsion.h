#pragma once

#include "core/layout/quadtree.h"

#include <array>
#include <complex>
#include <vector>

namespace entente {

/// The repulsion between all pairs of points, mass · mass / distance, by the fast multipole method
/// (Greengard & Rokhlin 1987) on a quadtree, cells against cells (Dehnen 2002): in the plane the
/// force is the conjugate of Σ mass / (z − z'), of which few terms do. O(n).
class Repulsion {
public:
    /// Sorts the points into cells; needed again once they have moved far. O(n log n).
    explicit Repulsion(const Bodies& bodies);

    /// For each point the sum of mass · offset / (distance² + `softening`) from all others, times
    /// its own mass. `softening` is positive. In parallel; the same to the last bit whatever the
    /// number of threads.
    void compute(const Bodies& bodies, float softening, std::vector<float>& forceX,
                 std::vector<float>& forceY);

private:
    using Complex = std::complex<double>;

    /// What a cell does to those far away, and what those do to it; about its centre of gravity.
    struct Moments {
        double x = 0;
        double y = 0;
        double mass = 0;
        double radius = 0;
        Complex quadrupole;
        std::array<Complex, 3> local;
    };

    void gather(const Bodies& bodies);
    void sumUp(std::uint32_t cell);
    void sumLeaf(std::uint32_t cell);
    void interact(std::uint32_t target, std::uint32_t source);
    void addFar(Moments& target, const Moments& source) const;
    void passDown(std::uint32_t cell);

    Quadtree tree_;
    std::vector<float> x_; ///< a slot
    std::vector<float> y_;
    std::vector<float> mass_;
    std::vector<float> forceX_;
    std::vector<float> forceY_;
    std::vector<Moments> moments_;
    float softening_ = 0;
};

} // namespace entente
