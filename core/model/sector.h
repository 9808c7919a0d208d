#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

/// A set of sectors of one dossier: bit i stands for the dossier's i-th sector.
using SectorSet = std::uint64_t;

inline constexpr std::size_t mostSectors = 64;
inline constexpr SectorSet allSectors = ~SectorSet{0};

constexpr SectorSet sectorBit(std::size_t sector) { return SectorSet{1} << sector; }

/// A field of relations, with the colour that stands for it in every view.
struct Sector {
    std::string id;           ///< lower case, as files write it: "defence"
    std::string name;         ///< as people read it: "Defence"
    std::uint32_t colour = 0; ///< 0xRRGGBB

    friend bool operator==(const Sector&, const Sector&) = default;
};

/// Defence, energy, nuclear, trade, technology, finance, diplomacy and security, in the
/// colour-blind safe palette of Okabe and Ito.
std::vector<Sector> standardSectors();

/// The colour for the n-th sector that a file brings beside the standard ones.
std::uint32_t furtherSectorColour(std::size_t n);

} // namespace entente
