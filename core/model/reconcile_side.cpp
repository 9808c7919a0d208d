#include "core/model/reconcile_side.h"

#include "core/model/fold.h"

#include <algorithm>
#include <functional>

namespace entente {

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

ReconcileSide::ReconcileSide(const Dossier& dossier)
    : dossier_(dossier), matched_(dossier.vertices().size(), false),
      countries_(identifyCountries(dossier)) {}

std::uint64_t ReconcileSide::contentKey(VertexIndex row) const {
    const Vertex vertex = vertices().row(row);
    std::string_view base = dossier_.text(vertex.id);
    const std::size_t digits = base.find_last_not_of("0123456789");
    if (digits != std::string_view::npos && digits + 1 < base.size() && base[digits] == '-') {
        base.remove_suffix(base.size() - digits);
    }
    std::uint64_t key = keyOf(base, static_cast<std::uint64_t>(vertex.kind));
    const auto add = [&key](std::string_view text) { key = keyOf(text, key); };
    add(dossier_.text(vertex.label));
    add(dossier_.text(vertex.type));
    add(dossier_.text(vertex.note));
    if (!vertex.period.empty()) {
        add(toEdtf(vertex.period));
    }
    for (const Attribute& attribute : vertex.attributes) {
        add(dossier_.text(attribute.name));
        add(dossier_.text(attribute.value));
    }
    for (const Name& name : vertices().details(row).names) {
        add(name.text);
    }
    for (const Code& code : vertices().details(row).codes) {
        add(code.system);
        add(code.value);
    }
    return key;
}

} // namespace entente
