#include "core/model/sector.h"

#include <array>

namespace entente {

std::vector<Sector> standardSectors() {
    return {
        {"defence", "Defence", 0xD55E00},       {"energy", "Energy", 0xE69F00},
        {"nuclear", "Nuclear", 0xF0E442},       {"trade", "Trade", 0x009E73},
        {"technology", "Technology", 0x56B4E9}, {"finance", "Finance", 0x0072B2},
        {"diplomacy", "Diplomacy", 0xCC79A7},   {"security", "Security", 0x7F7F7F},
    };
}

std::uint32_t furtherSectorColour(std::size_t n) {
    // Paul Tol's "muted" scheme: told apart from the standard sectors and from one another under
    // the common colour-vision deficiencies.
    static constexpr std::array<std::uint32_t, 9> muted = {
        0x332288, 0x117733, 0x882255, 0x44AA99, 0x999933, 0xAA4499, 0x88CCEE, 0xCC6677, 0xDDCC77};
    return muted[n % muted.size()];
}

} // namespace entente
