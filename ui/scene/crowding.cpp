#include "ui/scene/crowding.h"

#include "ui/scene/network_geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace entente::ui {

namespace {

/// Vertices in a cell where they lie as closely as most do.
constexpr double usualInCell = 16;
constexpr std::size_t mostCells = std::size_t{1} << 18U;
constexpr double stepsOfDoubling = 16;
constexpr double codeOfOne = 128;

struct Spread {
    double least = 0;
    double low = 0;  ///< the first quartile
    double high = 0; ///< the third
    double most = 0;
};

Spread spreadOf(std::vector<double> values) {
    std::ranges::sort(values);
    return {values.front(), values[values.size() / 4], values[values.size() * 3 / 4],
            values.back()};
}

/// What the middle half of the vertices takes says how large a cell should be: a few that lie far
/// off would make all of them one.
double cellSide(const Spread& across, const Spread& down, std::size_t count) {
    const double middle = (across.high - across.low) * (down.high - down.low);
    const double inMiddle = static_cast<double>(count) / 3;
    const double whole = (across.most - across.least) * (down.most - down.least);
    return std::max({std::sqrt(usualInCell * middle / inMiddle),
                     std::sqrt(whole / static_cast<double>(mostCells)), 1e-9});
}

/// To base 2; of small numbers, which most are, from a table.
double logarithmOf(std::uint32_t number) {
    static const std::array<double, 1024> known = [] {
        std::array<double, 1024> table{};
        for (std::size_t i = 1; i < table.size(); ++i) {
            table[i] = std::log2(static_cast<double>(i));
        }
        return table;
    }();
    return number < known.size() ? known[number] : std::log2(static_cast<double>(number));
}

} // namespace

std::vector<std::uint8_t> crowdingOf(std::span<const QPointF> places) {
    constexpr std::size_t fewest = 1000;
    if (places.size() < fewest) {
        return {};
    }
    constexpr std::size_t wanted = 4096;
    const std::size_t step = places.size() / wanted + 1;
    std::vector<double> x;
    std::vector<double> y;
    for (std::size_t i = 0; i < places.size(); i += step) {
        if (isPlaced(places[i])) {
            x.push_back(places[i].x());
            y.push_back(places[i].y());
        }
    }
    std::vector<std::uint8_t> codes(places.size(), 0);
    if (x.size() < 3) {
        return codes;
    }
    const Spread across = spreadOf(std::move(x));
    const Spread down = spreadOf(std::move(y));
    const double side = cellSide(across, down, places.size());
    // One more cell around: every cell has its neighbours. What lies outside of the sample's box
    // counts with its rim.
    const auto cells = [side](const Spread& spread) {
        return static_cast<std::size_t>((spread.most - spread.least) / side) + 3;
    };
    const std::size_t columns = cells(across);
    const std::size_t rows = cells(down);
    const auto cellOf = [&](QPointF place) {
        const double column = std::clamp((place.x() - across.least) / side + 1, 1.0,
                                         static_cast<double>(columns - 2));
        const double row =
            std::clamp((place.y() - down.least) / side + 1, 1.0, static_cast<double>(rows - 2));
        return static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column);
    };
    std::vector<std::uint32_t> counts(columns * rows, 0);
    for (const QPointF place : places) {
        if (isPlaced(place)) {
            ++counts[cellOf(place)];
        }
    }
    const double areaLogarithm = std::log2(9 * side * side);
    std::vector<std::uint8_t> codeOfCell(counts.size(), 0);
    for (std::size_t row = 1; row + 1 < rows; ++row) {
        for (std::size_t column = 1; column + 1 < columns; ++column) {
            if (counts[row * columns + column] == 0) {
                continue; // Nobody asks.
            }
            std::uint32_t around = 0;
            for (std::size_t i = row - 1; i <= row + 1; ++i) {
                const std::uint32_t* const cell = &counts[i * columns + column];
                around += cell[-1] + cell[0] + cell[1];
            }
            const double code = codeOfOne + stepsOfDoubling * (logarithmOf(around) - areaLogarithm);
            codeOfCell[row * columns + column] =
                static_cast<std::uint8_t>(std::clamp(std::round(code), 0.0, 255.0));
        }
    }
    std::ranges::transform(places, codes.begin(), [&](QPointF place) -> std::uint8_t {
        return isPlaced(place) ? codeOfCell[cellOf(place)] : 0;
    });
    return codes;
}

double dotShare(double radius) {
    constexpr double smallestMark = 3.2;
    return std::clamp((smallestMark - radius) / (smallestMark - largestDotRadius), 0.0, 1.0);
}

float dotOpacity(std::uint8_t crowding, double radius, double scale) {
    constexpr double bearable = 0.15;
    constexpr double power = 0.7;
    const double density = std::exp2((crowding - codeOfOne) / stepsOfDoubling);
    const double covered = density * std::numbers::pi * radius * radius / (scale * scale);
    const double faint = covered > bearable ? std::pow(bearable / covered, power) : 1;
    return static_cast<float>(1 - dotShare(radius) * (1 - std::max(faint, 0.04)));
}

} // namespace entente::ui
