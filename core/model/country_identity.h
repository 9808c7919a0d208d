#pragma once

#include "core/model/country_table.h"
#include "core/model/dossier.h"

#include <cstdint>
#include <vector>

namespace entente {

/// Why a vertex may not be the country after all that its names and codes point to.
enum class CountryDoubt : std::uint8_t {
    None,
    LabelLikeCode, ///< by a label that looks like a code, as others do that are codes of no country
    KindUnknown,   ///< its kind is stated, and no kind that the program knows
    FewCountries,  ///< by a name alone, among actors of no stated kind hardly any of which is one
    CodeAlone,     ///< by a code alone that may say where an actor of no stated kind belongs
    CodesDiffer,   ///< names and codes are those of several countries
};

struct CountryIdentity {
    const Country* country = nullptr;
    CountryDoubt doubt = CountryDoubt::None;
    bool byLabel = false; ///< the label itself is a name or a code of the country
};

/// Which countries the states of a dossier are, and its actors of no stated kind, by row: by codes
/// and names, and where a label is itself a code. Labels of three capitals are codes of ISO 3166-1
/// or abbreviations of the Correlates of War project, whichever the dossier's labels are. O(rows).
std::vector<CountryIdentity> identifyCountries(const Dossier& dossier);

/// Whether a vertex of that kind can be a country.
bool mayBeCountry(VertexKind kind);

} // namespace entente
