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

} // namespace entente
