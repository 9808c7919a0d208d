#include "core/model/repeated_states.h"

#include "core/model/reconcile_reasons.h"

#include <algorithm>
#include <unordered_map>

namespace entente {

namespace {

/// What has more is no state with many names, but much that has a state's code.
constexpr std::size_t mostNames = 100;

/// The name that the table of countries gives, before other names, before codes.
int rankOfLabel(const ReconcileSide& side, VertexIndex row) {
    const Country* const country = side.country(row);
    return side.label(row) == country->name                ? 0
           : countries().named(side.label(row)) == country ? 1
                                                           : 2;
}

} // namespace

std::vector<std::vector<VertexIndex>> repeatedStates(const ReconcileSide& side) {
    const MatchReasons reasons(side, side);
    const auto mayBeOne = [&](VertexIndex a, VertexIndex b) {
        return side.label(a) != side.label(b) && reasons.against(a, b).empty() &&
               reasons.differingCodes(a, b).empty();
    };
    std::vector<std::vector<VertexIndex>> states;
    std::unordered_map<const Country*, std::size_t> stateOf;
    std::vector<bool> apart;
    for (VertexIndex row = 0; row < side.vertices().size(); ++row) {
        const CountryIdentity& identity = side.identity(row);
        const bool stated = side.vertices().kind(row) == VertexKind::State;
        if (identity.country == nullptr || identity.doubt != CountryDoubt::None ||
            !(identity.byLabel || stated)) {
            continue;
        }
        const std::size_t at = stateOf.try_emplace(identity.country, states.size()).first->second;
        if (at == states.size()) {
            states.emplace_back();
            apart.push_back(false);
        }
        if (!apart[at]) {
            apart[at] = states[at].size() == mostNames ||
                        !std::ranges::all_of(
                            states[at], [&](VertexIndex known) { return mayBeOne(known, row); });
            states[at].push_back(row);
        }
    }
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (apart[i]) {
            states[i].clear();
        }
    }
    std::erase_if(states, [](const std::vector<VertexIndex>& rows) { return rows.size() < 2; });
    for (std::vector<VertexIndex>& rows : states) {
        std::ranges::stable_sort(rows, {},
                                 [&side](VertexIndex row) { return rankOfLabel(side, row); });
    }
    return states;
}

} // namespace entente
