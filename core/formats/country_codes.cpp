#include "core/formats/country_codes.h"

#include "core/formats/table.h"

#include <fmt/format.h>

namespace entente {

CountryCodes::CountryCodes(Dossier& dossier) : dossier_(dossier) {
    for (VertexIndex row = 0; row < dossier.vertices().size(); ++row) {
        if (dossier.vertices().removed(row)) {
            continue;
        }
        for (const Code& code : dossier.vertices().details(row).codes) {
            if (const auto number = parseWholeNumber(code.value); number && code.system == system) {
                states_.emplace(*number, row);
            }
        }
    }
}

VertexIndex CountryCodes::find(int code) const {
    const auto state = states_.find(code);
    return state == states_.end() ? noIndex : state->second;
}

VertexIndex CountryCodes::findOrAdd(int code) {
    if (const VertexIndex known = find(code); known != noIndex) {
        return known;
    }
    ++unnamed_;
    Vertex state;
    state.label = dossier_.intern(fmt::format("State {}", code));
    return add(code, std::move(state));
}

VertexIndex CountryCodes::add(int code, Vertex state) {
    state.id = dossier_.intern(fmt::format("cow-{}", code));
    state.kind = VertexKind::State;
    VertexDetails details = state.details ? *state.details : VertexDetails{};
    details.codes.insert(details.codes.begin(), {std::string(system), std::to_string(code)});
    state.details = std::make_shared<const VertexDetails>(std::move(details));
    const VertexIndex row = dossier_.add(state);
    states_.emplace(code, row);
    return row;
}

} // namespace entente
