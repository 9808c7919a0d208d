#include "core/model/reconcile_reasons.h"

#include "core/model/fold.h"
#include "core/model/name_keys.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

constexpr std::string_view codesDiffer = "the codes of one are not those of its name";

/// Some countries have had several: BUR and MMR.
bool areOfOneCountry(const Code& code, const Code& other) {
    const std::vector<const Country*> users = countries().having(code.system, code.value);
    const std::vector<const Country*> others = countries().having(other.system, other.value);
    return users.size() == 1 && users == others;
}

} // namespace

KindFit MatchReasons::fit(VertexIndex incoming, VertexIndex existing) const {
    return kindFit(incoming_.vertices().kind(incoming), existing_.vertices().kind(existing));
}

std::string MatchReasons::against(VertexIndex incoming, VertexIndex existing) const {
    const Country* const one = incoming_.country(incoming);
    const Country* const other = existing_.country(existing);
    if (one != nullptr && other != nullptr && one != other) {
        if (incoming_.identity(incoming).doubt == CountryDoubt::CodesDiffer ||
            existing_.identity(existing).doubt == CountryDoubt::CodesDiffer) {
            return std::string(codesDiffer);
        }
        return fmt::format("the table of countries tells {} and {} apart", one->name, other->name);
    }
    if (std::string differing =
            one == nullptr || other == nullptr ? differingCodes(incoming, existing) : "";
        !differing.empty()) {
        return differing;
    }
    if (std::string doubt = doubtOfCountry(incoming, existing); !doubt.empty()) {
        return doubt;
    }
    const VertexTable& vertices = incoming_.vertices();
    const VertexTable& others = existing_.vertices();
    if (!overlaps(vertices.span(incoming), others.span(existing))) {
        return fmt::format("the dates do not overlap ({} and {})",
                           toEdtf(vertices.period(incoming)), toEdtf(others.period(existing)));
    }
    return {};
}

/// The same name and kind leave no doubt, whatever it is.
std::string MatchReasons::doubtOfCountry(VertexIndex incoming, VertexIndex existing) const {
    if (incoming_.country(incoming) == nullptr ||
        incoming_.country(incoming) != existing_.country(existing) ||
        (fit(incoming, existing) == KindFit::Same &&
         fold(incoming_.label(incoming)) == fold(existing_.label(existing)))) {
        return {};
    }
    for (const auto& [side, row] :
         {std::pair(&incoming_, incoming), std::pair(&existing_, existing)}) {
        switch (side->identity(row).doubt) {
        case CountryDoubt::None:
            break;
        case CountryDoubt::LabelLikeCode:
            return fmt::format("“{}” may be no code of a state here", side->label(row));
        case CountryDoubt::KindUnknown:
            return fmt::format("“{}” is said to be “{}”", side->label(row), side->type(row));
        case CountryDoubt::FewCountries:
            return fmt::format("hardly any other that stands beside “{}” is a state",
                               side->label(row));
        case CountryDoubt::CodeAlone:
            return fmt::format("the code of “{}” may say where it belongs", side->label(row));
        case CountryDoubt::CodesDiffer:
            return std::string(codesDiffer);
        }
    }
    return {};
}

std::string MatchReasons::differingCodes(VertexIndex incoming, VertexIndex existing) const {
    const std::vector<Code>& codes = incoming_.vertices().details(incoming).codes;
    const std::vector<Code>& others = existing_.vertices().details(existing).codes;
    const VertexKind kind = incoming_.vertices().kind(incoming);
    for (const Code& code : codes) {
        const std::string comparable = comparableCode(code, kind);
        const Code* differing = nullptr;
        bool same = false;
        for (const Code& other : others) {
            if (fold(other.system) == fold(code.system)) {
                same = same || comparableCode(other, kind) == comparable ||
                       areOfOneCountry(code, other);
                differing = &other;
            }
        }
        if (differing != nullptr && !same && !comparable.empty()) {
            return fmt::format("the codes differ ({} {} and {})", code.system, code.value,
                               differing->value);
        }
    }
    return {};
}

std::string MatchReasons::sure(const Pair& pair) const {
    switch (pair.evidence) {
    case Evidence::Id:
        return "Same id, kind and name.";
    case Evidence::Renamed:
        return "The same in all but the number of its id.";
    case Evidence::Code:
        return fmt::format("Same code: {}.", commonCode(pair));
    case Evidence::Country:
        return fmt::format("Both are {} in the table of countries.",
                           incoming_.country(pair.incoming)->name);
    case Evidence::DatedName:
        return "Same name, kind and dates.";
    default:
        return isActor(incoming_.vertices().kind(pair.incoming))
                   ? "Same name and kind."
                   : "Same name and kind, and dates that overlap.";
    }
}

std::string MatchReasons::commonCode(const Pair& pair) const {
    const VertexKind kind = incoming_.vertices().kind(pair.incoming);
    const VertexKind otherKind = existing_.vertices().kind(pair.existing);
    for (const Code& code : incoming_.vertices().details(pair.incoming).codes) {
        const std::string text = comparableCode(code, kind);
        for (const Code& other : existing_.vertices().details(pair.existing).codes) {
            if (!text.empty() && text == comparableCode(other, otherKind)) {
                return fmt::format("{} {}", code.system, code.value);
            }
        }
    }
    return {};
}

std::string MatchReasons::contested(const Pair& pair, bool taken) const {
    std::string same = pair.evidence == Evidence::Code
                           ? fmt::format("Same code ({})", commonCode(pair))
                       : pair.evidence == Evidence::Country
                           ? fmt::format("Both may be {}", incoming_.country(pair.incoming)->name)
                       : pair.evidence <= Evidence::Renamed ? "Same id and name"
                                                            : "Same name";
    switch (fit(pair.incoming, pair.existing)) {
    case KindFit::Different:
        return same + ", but the kinds differ.";
    case KindFit::Unstated:
        if (pair.evidence > Evidence::Country) {
            return same + ", but the kind of one is not stated.";
        }
        break;
    default:
        break;
    }
    if (const std::string reason = against(pair.incoming, pair.existing); !reason.empty()) {
        return fmt::format("{}, but {}.", same, reason);
    }
    if (taken) {
        return same + ", but another one of the file is the same for sure.";
    }
    if (!isActor(incoming_.vertices().kind(pair.incoming)) &&
        (incoming_.vertices().period(pair.incoming).empty() ||
         existing_.vertices().period(pair.existing).empty())) {
        return same + ", but one of them has no date.";
    }
    return same + ", but several come into question.";
}

std::string MatchReasons::otherName(const Pair& pair) const {
    // Equal labels are strong evidence, and were considered as such.
    if (fold(incoming_.label(pair.incoming)) == fold(existing_.label(pair.existing))) {
        return {};
    }
    std::string common;
    incoming_.eachName(pair.incoming, [&](std::string_view name) {
        existing_.eachName(pair.existing, [&](std::string_view other) {
            if (common.empty() && fold(name) == fold(other)) {
                common = name;
            }
        });
    });
    return weakened(fmt::format("Both are known as “{}”", common), pair);
}

std::string MatchReasons::weakened(std::string sentence, const Pair& pair) const {
    const Country* const one = incoming_.country(pair.incoming);
    const Country* const other = existing_.country(pair.existing);
    if (one != nullptr && other != nullptr && one != other) {
        return {};
    }
    const std::string reason = against(pair.incoming, pair.existing);
    const bool kinds = fit(pair.incoming, pair.existing) == KindFit::Different;
    return sentence + (kinds            ? ", but the kinds differ."
                       : reason.empty() ? "."
                                        : ", but " + reason + ".");
}

std::string MatchReasons::sharedCode(const Pair& pair) const {
    const Country* const one = incoming_.country(pair.incoming);
    const Country* const other = existing_.country(pair.existing);
    if (one == other) {
        return {};
    }
    for (const Country::CodeUse& code : one->codes) {
        for (const Country::CodeUse& same : other->codes) {
            if (code.system == same.system && code.value == same.value &&
                (code.system == "cow" || code.system == "gw")) {
                return fmt::format("{} and {} have the code {} {}, at different times.", one->name,
                                   other->name, code.system, code.value);
            }
        }
    }
    return {};
}

std::string MatchReasons::spelling(const Pair& pair,
                                   const std::function<std::size_t(std::size_t)>& mostEdits) const {
    const std::string one = sortedWords(romanised(fold(incoming_.label(pair.incoming))));
    const std::string other = sortedWords(romanised(fold(existing_.label(pair.existing))));
    const bool alike = fit(pair.incoming, pair.existing) != KindFit::Different &&
                       against(pair.incoming, pair.existing).empty() &&
                       spelledAlike(one, other, mostEdits(std::min(one.size(), other.size())));
    return alike ? "The names are spelled almost alike." : "";
}

} // namespace entente
