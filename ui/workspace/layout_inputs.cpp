#include "ui/workspace/layout_inputs.h"

#include "core/model/fold.h"
#include "core/network/collapse.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace entente::ui {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr double mostNorth = 90;
constexpr double mostEast = 180;

constexpr std::array<std::string_view, 2> northNames = {"latitude", "lat"};
constexpr std::array<std::string_view, 4> eastNames = {"longitude", "lon", "long", "lng"};

/// The column whose name comes first in the list, or `noString`.
StringId columnNamed(const Dossier& dossier, std::span<const std::string_view> wanted) {
    for (const std::string_view name : wanted) {
        for (const StringId column : dossier.vertices().attributes().names()) {
            if (fold(dossier.text(column)) == name) {
                return column;
            }
        }
    }
    return noString;
}

double degrees(std::string_view text, double most) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    double number = unknown;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && std::abs(number) <= most ? number : unknown;
}

} // namespace

std::vector<Point> statedPlaces(const Dossier& dossier) {
    const VertexTable& vertices = dossier.vertices();
    const StringId north = columnNamed(dossier, northNames);
    const StringId east = columnNamed(dossier, eastNames);
    std::vector<Point> places(vertices.size(), {unknown, unknown});
    for (VertexIndex row = 0; row < vertices.size(); ++row) {
        if (const std::optional<Location>& location = vertices.details(row).location) {
            places[row] = {location->longitude, location->latitude};
        } else if (north != noString && east != noString) {
            const StringId y = vertices.attributes().value(row, north);
            const StringId x = vertices.attributes().value(row, east);
            if (y != noString && x != noString) {
                places[row] = {degrees(dossier.text(x), mostEast),
                               degrees(dossier.text(y), mostNorth)};
            }
        }
        // Half a place is none.
        if (std::isnan(places[row].x) || std::isnan(places[row].y)) {
            places[row] = {unknown, unknown};
        }
    }
    return places;
}

std::vector<Point> placesInFile(const Dossier& dossier) {
    const VertexTable& vertices = dossier.vertices();
    std::vector<Point> places(vertices.size(), {unknown, unknown});
    const auto column = [&](std::string_view name) {
        return vertices.attributes().values(dossier.strings().find(name));
    };
    const std::span<const StringId> x = column("x");
    const std::span<const StringId> y = column("y");
    for (VertexIndex row = 0; row < std::min(x.size(), y.size()); ++row) {
        const auto across = numberIn(dossier.text(x[row]));
        const auto down = numberIn(dossier.text(y[row]));
        if (across && down) {
            places[row] = {*across, *down};
        }
    }
    return places;
}

std::vector<double> beginYears(const Dossier& dossier, const Network& network) {
    std::vector<double> years(network.vertexCount(), unknown);
    for (std::uint32_t vertex = 0; vertex < years.size(); ++vertex) {
        const VertexIndex row = network.element(vertex);
        const Endpoint& begin = dossier.vertices().period(row).begin;
        if (!isActor(dossier.vertices().kind(row)) && begin.kind == Endpoint::Kind::Known) {
            const Day day = begin.date.span().first;
            const std::int32_t year = civilDate(day).year;
            const Day first = dayNumber(year, 1, 1);
            const Day length = dayNumber(year + 1, 1, 1) - first;
            years[vertex] = year + static_cast<double>(day - first) / length;
        }
    }
    return years;
}

std::vector<std::uint8_t> bipartiteSides(const Dossier& dossier, const Network& network) {
    std::vector<std::uint8_t> sides;
    sides.reserve(network.vertexCount());
    for (const VertexIndex row : network.elements()) {
        sides.push_back(isActor(dossier.vertices().kind(row)) ? 0 : 1);
    }
    const auto [least, most] = std::ranges::minmax_element(sides);
    return sides.empty() || *least == *most ? std::vector<std::uint8_t>{} : sides;
}

std::optional<double> meanDisplacement(const std::vector<Point>& before,
                                       const std::vector<Point>& after) {
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
        const double distance = std::hypot(after[i].x - before[i].x, after[i].y - before[i].y);
        if (std::isfinite(distance)) {
            sum += distance;
            ++count;
        }
    }
    return count == 0 ? std::nullopt : std::optional(sum / static_cast<double>(count));
}

std::vector<double> roomOfCommunities(const Network& network) {
    // A mark of width 1 is 0.43 edges' lengths across, from far up to twice that.
    constexpr double roomOfWidth = 1.25;
    std::vector<double> room = communityWidths(network);
    std::ranges::for_each(room, [](double& each) { each *= roomOfWidth; });
    return room;
}

} // namespace entente::ui
