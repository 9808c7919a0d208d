#include "core/layout/spacing.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <numeric>

namespace entente {

namespace {

/// The nearest ascending values: runs that fall share their mean.
void makeAscend(std::vector<double>& values) {
    struct Pool {
        double sum = 0;
        std::size_t count = 0;

        [[nodiscard]] double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<Pool> pools;
    for (const double value : values) {
        pools.push_back({value, 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back() = {pools.back().sum + last.sum, pools.back().count + last.count};
        }
    }
    std::size_t next = 0;
    for (const Pool& pool : pools) {
        for (std::size_t i = 0; i < pool.count; ++i) {
            values[next++] = pool.mean();
        }
    }
}

} // namespace

std::vector<double> spaced(const std::vector<double>& wanted, const std::vector<double>& gaps) {
    // Without the gaps before each, the values need only ascend.
    std::vector<double> before(wanted.size(), 0);
    for (std::size_t i = 1; i < wanted.size(); ++i) {
        before[i] = before[i - 1] + gaps[i - 1];
    }
    std::vector<double> values(wanted.size());
    std::ranges::transform(wanted, before, values.begin(), std::minus{});
    makeAscend(values);
    std::ranges::transform(values, before, values.begin(), std::plus{});
    return values;
}

std::vector<double> spaced(const std::vector<double>& wanted, double gap) {
    return spaced(wanted, std::vector<double>(wanted.size(), gap));
}

std::vector<double> spacedOnCircle(const std::vector<double>& wanted, double gap) {
    constexpr double turn = 2 * std::numbers::pi;
    const std::size_t n = wanted.size();
    if (n < 2) {
        return wanted;
    }
    gap = std::min(gap, turn / static_cast<double>(n));
    std::vector<double> angles(n);
    std::ranges::transform(wanted, angles.begin(), [](double angle) {
        const double rest = std::fmod(angle, turn);
        return rest < 0 ? rest + turn : rest;
    });
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return angles[i]; });

    // Where the circle is cut open matters least in its widest gap.
    std::size_t first = 0;
    double widest = angles[order.front()] + turn - angles[order.back()];
    for (std::size_t i = 1; i < n; ++i) {
        const double width = angles[order[i]] - angles[order[i - 1]];
        if (width > widest) {
            widest = width;
            first = i;
        }
    }
    std::vector<double> values(n);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t place = (first + i) % n;
        values[i] =
            angles[order[place]] + (place < first ? turn : 0) - gap * static_cast<double>(i);
    }
    makeAscend(values);
    // The last must not come round to the first; within that room each stays as near as it can.
    const double room = turn - gap * static_cast<double>(n);
    if (values.back() - values.front() > room) {
        const double low = values[n / 2] - room / 2;
        for (double& value : values) {
            value = std::clamp(value, low, low + room);
        }
    }
    std::vector<double> spacedAngles(n);
    for (std::size_t i = 0; i < n; ++i) {
        spacedAngles[order[(first + i) % n]] = values[i] + gap * static_cast<double>(i);
    }
    return spacedAngles;
}

} // namespace entente
