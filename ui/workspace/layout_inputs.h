#pragma once

#include "core/layout/layout.h"
#include "core/model/dossier.h"

#include <optional>
#include <vector>

namespace entente::ui {

/// Where the dossier says that its vertices are, by row, in degrees east (x) and north (y): their
/// location, else their attributes "latitude" and "longitude" ("lat", "lon", "long", "lng"; case
/// does not matter). NaN where it says nothing, or no place on Earth.
std::vector<Point> statedPlaces(const Dossier& dossier);

/// Where a file that came with a picture has its vertices, by row: their attributes "x" and "y", in
/// the file's unit, y growing downwards as on the screen (readers see to that). NaN where one of
/// the two is no number.
std::vector<Point> placesInFile(const Dossier& dossier);

/// When each vertex of a network began, as a decimal year; NaN for actors and where it is not
/// known.
std::vector<double> beginYears(const Dossier& dossier, const Network& network);

/// 0 for actors, 1 for agreements and events; empty where only one of the two is there.
std::vector<std::uint8_t> bipartiteSides(const Dossier& dossier, const Network& network);

/// The mean distance between the places in both, in the unit of the layout; nothing where no vertex
/// has a place in both.
std::optional<double> meanDisplacement(const std::vector<Point>& before,
                                       const std::vector<Point>& after);

/// What `LayoutOptions::room` asks for: discs in which the marks of communities have room, 0 for
/// other vertices.
std::vector<double> roomOfCommunities(const Network& network);

} // namespace entente::ui
