#include "core/model/reconcile_side.h"

#include "core/model/fold.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace entente {

namespace {

bool mayBeCountry(VertexKind kind) {
    return kind == VertexKind::State || kind == VertexKind::Other;
}

} // namespace

KindFit kindFit(VertexKind a, VertexKind b) {
    if (a == b) {
        return KindFit::Same;
    }
    const bool stateAndLeader = (a == VertexKind::State && b == VertexKind::Leader) ||
                                (a == VertexKind::Leader && b == VertexKind::State);
    if (!isActor(a) || !isActor(b) || stateAndLeader) {
        return KindFit::Never;
    }
    return a == VertexKind::Other || b == VertexKind::Other ? KindFit::Unstated
                                                            : KindFit::Different;
}

std::uint64_t keyOf(std::string_view text, std::uint64_t salt) {
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15U;
    return std::hash<std::string_view>{}(text) ^ (salt + 1) * golden;
}

std::string comparableCode(const Code& code, VertexKind kind) {
    const auto countrySystem = CountryTable::codeSystem(code.system);
    if (code.value.empty() || (countrySystem && !mayBeCountry(kind))) {
        return {};
    }
    std::string_view value = code.value;
    if (countrySystem && value.find_first_not_of("0123456789") == std::string_view::npos) {
        value.remove_prefix(std::min(value.find_first_not_of('0'), value.size()));
    }
    return (countrySystem ? std::string(*countrySystem) : fold(code.system)) + " " + fold(value);
}

namespace {

bool areCapitals(std::string_view text, std::size_t count) {
    return text.size() == count &&
           std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

} // namespace

ReconcileSide::ReconcileSide(const Dossier& dossier)
    : dossier_(dossier), matched_(dossier.vertices().size(), false),
      countries_(dossier.vertices().size(), nullptr), codesOfTwoLetters_(haveCodesOfTwoLetters()) {
    for (VertexIndex row = 0; row < countries_.size(); ++row) {
        if (!vertices().removed(row) && mayBeCountry(vertices().kind(row))) {
            countries_[row] = resolve(row);
        }
    }
}

bool ReconcileSide::haveCodesOfTwoLetters() const {
    std::size_t codes = 0;
    for (VertexIndex row = 0; row < countries_.size(); ++row) {
        if (vertices().removed(row) || vertices().kind(row) != VertexKind::Other ||
            !areCapitals(label(row), 2)) {
            continue;
        }
        if (countries().find("iso2", label(row)) == nullptr) {
            return false;
        }
        ++codes;
    }
    return codes > 1;
}

const Country* ReconcileSide::resolve(VertexIndex row) const {
    const CountryTable& table = countries();
    const Country* byName = nullptr;
    eachName(row, [&](std::string_view name) {
        byName = byName == nullptr ? table.named(name) : byName;
    });
    for (const Code& code : vertices().details(row).codes) {
        const std::vector<const Country*> users = table.having(code.system, code.value);
        if (std::ranges::find(users, byName) != users.end()) {
            return byName;
        }
        const Endpoint& end = vertices().period(row).end;
        const auto year = end.kind == Endpoint::Kind::Known
                              ? std::optional<std::int32_t>(end.date.year)
                              : std::nullopt;
        const Country* const inYear = table.find(code.system, code.value, year);
        if (const Country* const found =
                inYear != nullptr ? inYear : table.find(code.system, code.value)) {
            return found;
        }
    }
    return byName != nullptr ? byName : byCodeAsName(row);
}

bool ReconcileSide::labelledAsCountry(VertexIndex row) const {
    return country(row) != nullptr &&
           (countries().named(label(row)) == country(row) || byCodeAsName(row) == country(row));
}

/// A table of ties often names states by their codes, and says nothing else of them. Numbers are
/// taken for states' where that is what they are said to be, two letters also where all of them are
/// such codes: those of other vertices may be any.
const Country* ReconcileSide::byCodeAsName(VertexIndex row) const {
    const std::string_view name = label(row);
    if (areCapitals(name, 3)) {
        return countries().find("iso3", name);
    }
    const bool state = vertices().kind(row) == VertexKind::State;
    if ((state || codesOfTwoLetters_) && areCapitals(name, 2)) {
        return countries().find("iso2", name);
    }
    if (state && !name.empty() && name.size() <= 3 &&
        std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; })) {
        return countries().find("cow", name);
    }
    return nullptr;
}

} // namespace entente
