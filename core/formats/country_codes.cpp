#include "core/formats/country_codes.h"

#include "core/formats/table.h"
#include "core/model/country_table.h"

#include <fmt/format.h>

namespace entente {

namespace {

/// The state as the table of countries has it. A table of many years says "Russia" of the Soviet
/// Union too: the country is that which is meant where no year is said.
Vertex named(const Country& country, Dossier& dossier) {
    Vertex state;
    state.label = dossier.intern(country.name);
    VertexDetails details;
    if (const std::string_view iso3 = country.code("iso3"); !iso3.empty()) {
        details.codes.push_back({"iso3", std::string(iso3)});
    }
    const auto add = [&](std::string_view language, std::string_view text) {
        if (text != country.name) {
            details.names.push_back({std::string(language), std::string(text), false});
        }
    };
    for (const Country::LocalName& local : country.localNames) {
        add(local.language, local.text);
    }
    add("fr", country.french);
    state.details = std::make_shared<const VertexDetails>(std::move(details));
    return state;
}

} // namespace

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
    if (const Country* const country = countries().find(system, std::to_string(code))) {
        return add(code, named(*country, dossier_));
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
