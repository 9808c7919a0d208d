#pragma once

#include "core/model/dossier.h"

#include <cstddef>
#include <cstdint>

namespace entente {

/// How much of what a made-up dossier holds.
struct RandomDossierSize {
    std::size_t actors = 100;
    std::size_t agreements = 200; ///< with 2 to 10 parties each, most with two
    std::size_t events = 50;      ///< with two participants each
    std::size_t ties = 150;       ///< the leaders' terms among them
    std::size_t claims = 0;       ///< about vertices and edges, from ten sources
};

/// A plausible dossier: states, their leaders with terms of office, organisations, groups and
/// companies; agreements of 1900–2025 in one to three sectors with periods of all precisions,
/// confidences, polarities, statuses and lineage. A few actors take part in most of it. It passes
/// validation. The same size and seed give the same dossier on every machine.
Dossier randomDossier(const RandomDossierSize& size, std::uint64_t seed);

} // namespace entente
