#include "core/layout/repulsion.h"

#include "core/layout/lanes.h"
#include "core/model/element.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace entente {

namespace {

// Cells whose radii together are less than this share of their distance act as wholes.
constexpr double opening = 0.9;

struct Slots {
    const float* x;
    const float* y;
    const float* mass;
    float* forceX;
    float* forceY;
};

struct SlotRange {
    std::uint32_t begin;
    std::uint32_t end;
};

/// Adds to the forces on the targets' slots, groups of them at a time, what each source exerts.
ENTENTE_WIDE void addNear(const Slots& slots, SlotRange targets, SlotRange sources,
                          float softening) {
    for (std::uint32_t t = targets.begin; t < targets.end; t += laneCount) {
        Lanes x;
        Lanes y;
        Lanes forceX;
        Lanes forceY;
        std::memcpy(&x, slots.x + t, sizeof x);
        std::memcpy(&y, slots.y + t, sizeof y);
        std::memcpy(&forceX, slots.forceX + t, sizeof forceX);
        std::memcpy(&forceY, slots.forceY + t, sizeof forceY);
        for (std::uint32_t s = sources.begin; s < sources.end; ++s) {
            const Lanes dx = x - slots.x[s];
            const Lanes dy = y - slots.y[s];
            const Lanes share = slots.mass[s] / (dx * dx + dy * dy + softening);
            forceX += dx * share;
            forceY += dy * share;
        }
        std::memcpy(slots.forceX + t, &forceX, sizeof forceX);
        std::memcpy(slots.forceY + t, &forceY, sizeof forceY);
    }
}

} // namespace

Repulsion::Repulsion(const Bodies& bodies)
    : tree_(bodies), x_(tree_.slots().size()), y_(x_.size()), mass_(x_.size()), forceX_(x_.size()),
      forceY_(x_.size()), moments_(tree_.cells().size()) {
    tbb::parallel_for(std::size_t{0}, x_.size(), [&](std::size_t slot) {
        const std::uint32_t point = tree_.slots()[slot];
        mass_[slot] = point == noIndex ? 0 : bodies.mass[point];
    });
}

void Repulsion::sumLeaf(std::uint32_t cell) {
    const Quadtree::Cell& leaf = tree_.cells()[cell];
    Moments& moments = moments_[cell];
    for (std::uint32_t slot = leaf.begin; slot < leaf.begin + leaf.count; ++slot) {
        const double mass = mass_[slot];
        moments.mass += mass;
        moments.x += mass * static_cast<double>(x_[slot]);
        moments.y += mass * static_cast<double>(y_[slot]);
    }
    moments.x /= moments.mass;
    moments.y /= moments.mass;
    double square = 0;
    for (std::uint32_t slot = leaf.begin; slot < leaf.begin + leaf.count; ++slot) {
        const double dx = static_cast<double>(x_[slot]) - moments.x;
        const double dy = static_cast<double>(y_[slot]) - moments.y;
        square = std::max(square, dx * dx + dy * dy);
        const double mass = mass_[slot];
        moments.quadrupole += Complex{mass * (dx * dx - dy * dy), 2 * mass * dx * dy};
    }
    moments.radius = std::sqrt(square);
}

void Repulsion::sumUp(std::uint32_t cell) {
    Moments& moments = moments_[cell];
    moments = {};
    if (tree_.cells()[cell].leaf) {
        sumLeaf(cell);
        return;
    }
    const std::uint32_t end = tree_.cells()[cell].next;
    for (std::uint32_t child = cell + 1; child < end; child = tree_.cells()[child].next) {
        const Moments& part = moments_[child];
        moments.mass += part.mass;
        moments.x += part.mass * part.x;
        moments.y += part.mass * part.y;
    }
    moments.x /= moments.mass;
    moments.y /= moments.mass;
    for (std::uint32_t child = cell + 1; child < end; child = tree_.cells()[child].next) {
        const Moments& part = moments_[child];
        const double dx = part.x - moments.x;
        const double dy = part.y - moments.y;
        moments.quadrupole +=
            part.quadrupole + Complex{part.mass * (dx * dx - dy * dy), 2 * part.mass * dx * dy};
        moments.radius = std::max(moments.radius, std::sqrt(dx * dx + dy * dy) + part.radius);
    }
}

void Repulsion::addFar(Moments& target, const Moments& source) const {
    const double dx = target.x - source.x;
    const double dy = target.y - source.y;
    const double square = dx * dx + dy * dy;
    const double ix = dx / square;
    const double iy = -dy / square;
    // Powers of 1 / D by hand: std::complex looks for infinities.
    const auto times = [](const Complex& a, const Complex& b) {
        return Complex{a.real() * b.real() - a.imag() * b.imag(),
                       a.real() * b.imag() + a.imag() * b.real()};
    };
    const Complex one{ix, iy};
    const Complex two = times(one, one);
    const Complex three = times(two, one);
    const Complex quadrupole = times(source.quadrupole, three);
    target.local[0] += source.mass * one + quadrupole;
    const Complex far = times(quadrupole, one);
    target.local[1] -= source.mass * two + 3.0 * far;
    target.local[2] += source.mass * three + 6.0 * times(far, one);
}

void Repulsion::interact(std::uint32_t target, std::uint32_t source) {
    const Quadtree::Cell& to = tree_.cells()[target];
    const Quadtree::Cell& from = tree_.cells()[source];
    Moments& moments = moments_[target];
    const Moments& far = moments_[source];
    const double dx = moments.x - far.x;
    const double dy = moments.y - far.y;
    const double reach = moments.radius + far.radius;
    if (reach * reach < opening * opening * (dx * dx + dy * dy)) {
        addFar(moments, far);
        return;
    }
    if (to.leaf && from.leaf) {
        addNear({x_.data(), y_.data(), mass_.data(), forceX_.data(), forceY_.data()},
                {to.begin, to.end}, {from.begin, from.begin + from.count}, softening_);
    } else if (from.leaf || (!to.leaf && moments.radius >= far.radius)) {
        for (std::uint32_t child = target + 1; child < to.next; child = tree_.cells()[child].next) {
            interact(child, source);
        }
    } else {
        for (std::uint32_t child = source + 1; child < from.next;
             child = tree_.cells()[child].next) {
            interact(target, child);
        }
    }
}

void Repulsion::passDown(std::uint32_t cell) {
    const Moments& moments = moments_[cell];
    const std::array<Complex, 3>& b = moments.local;
    const auto at = [&](double x, double y) {
        const double tx = x - moments.x;
        const double ty = y - moments.y;
        const double re = b[1].real() + b[2].real() * tx - b[2].imag() * ty;
        const double im = b[1].imag() + b[2].real() * ty + b[2].imag() * tx;
        return Complex{b[0].real() + re * tx - im * ty, b[0].imag() + re * ty + im * tx};
    };
    if (tree_.cells()[cell].leaf) {
        const Quadtree::Cell& leaf = tree_.cells()[cell];
        for (std::uint32_t slot = leaf.begin; slot < leaf.begin + leaf.count; ++slot) {
            const Complex force = at(static_cast<double>(x_[slot]), static_cast<double>(y_[slot]));
            forceX_[slot] = (forceX_[slot] + static_cast<float>(force.real())) * mass_[slot];
            forceY_[slot] = (forceY_[slot] - static_cast<float>(force.imag())) * mass_[slot];
        }
        return;
    }
    for (std::uint32_t child = cell + 1; child < tree_.cells()[cell].next;
         child = tree_.cells()[child].next) {
        Moments& part = moments_[child];
        const Complex shift{part.x - moments.x, part.y - moments.y};
        part.local[0] += at(part.x, part.y);
        part.local[1] +=
            b[1] + Complex{2 * (b[2].real() * shift.real() - b[2].imag() * shift.imag()),
                           2 * (b[2].real() * shift.imag() + b[2].imag() * shift.real())};
        part.local[2] += b[2];
    }
}

void Repulsion::compute(const Bodies& bodies, float softening, std::vector<float>& forceX,
                        std::vector<float>& forceY) {
    softening_ = softening;
    const std::vector<std::uint32_t>& parts = tree_.parts();
    const std::vector<std::uint32_t>& slots = tree_.slots();
    const std::vector<Quadtree::Cell>& cells = tree_.cells();
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t part) {
        const Quadtree::Cell& whole = cells[parts[part]];
        for (std::uint32_t slot = whole.begin; slot < whole.end; ++slot) {
            const std::uint32_t point = slots[slot];
            x_[slot] = point == noIndex ? x_[slot - 1] : bodies.x[point];
            y_[slot] = point == noIndex ? y_[slot - 1] : bodies.y[point];
            forceX_[slot] = 0;
            forceY_[slot] = 0;
        }
        for (std::uint32_t cell = whole.next; cell-- > parts[part];) {
            sumUp(cell);
        }
    });
    std::size_t part = parts.size();
    for (std::uint32_t cell = static_cast<std::uint32_t>(cells.size()); cell-- > 0;) {
        if (part > 0 && cell + 1 == cells[parts[part - 1]].next) {
            cell = parts[--part];
        } else {
            sumUp(cell);
        }
    }
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t number) {
        const std::uint32_t first = parts[number];
        interact(first, 0);
        for (std::uint32_t cell = first; cell < cells[first].next; ++cell) {
            passDown(cell);
        }
        const Quadtree::Cell& whole = cells[first];
        for (std::uint32_t slot = whole.begin; slot < whole.end; ++slot) {
            if (slots[slot] != noIndex) {
                forceX[slots[slot]] = forceX_[slot];
                forceY[slots[slot]] = forceY_[slot];
            }
        }
    });
}

} // namespace entente
