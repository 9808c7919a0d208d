#pragma once

#include "core/model/dossier.h"

#include <cstddef>
#include <string>
#include <unordered_map>

namespace entente {

/// The states of a dossier by their code of the Correlates of War project (COW).
class CountryCodes {
public:
    static constexpr std::string_view system = "cow";

    /// Knows the vertices that have such a code.
    explicit CountryCodes(Dossier& dossier);

    /// The state with that code, or `noIndex`.
    [[nodiscard]] VertexIndex find(int code) const;

    /// The state with that code; where there is none, a new one with the id "cow-365" and the names
    /// and ISO code that the table of countries has, or "State 999" where it knows no such code.
    VertexIndex findOrAdd(int code);

    /// Adds the state, which gets the id "cow-365" and the code.
    VertexIndex add(int code, Vertex state);

    /// States that have no other name than their code: not even the table of countries has it.
    [[nodiscard]] std::size_t unnamed() const { return unnamed_; }

private:
    Dossier& dossier_;
    std::unordered_map<int, VertexIndex> states_;
    std::size_t unnamed_ = 0;
};

} // namespace entente
