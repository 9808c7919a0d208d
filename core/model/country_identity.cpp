#include "core/model/country_identity.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

namespace {

bool isNumber(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool areCapitals(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string capitals(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return result;
}

/// The year that tells which of several countries had a code: the latest of the period.
std::optional<std::int32_t> latestYear(const Period& period) {
    if (period.end.kind == Endpoint::Kind::Known) {
        return period.end.date.year;
    }
    if (period.begin.kind == Endpoint::Kind::Known) {
        return period.end.kind == Endpoint::Kind::Open ? std::numeric_limits<std::int32_t>::max()
                                                       : period.begin.date.year;
    }
    return {};
}

/// What labels of as many capitals as a code has are codes of.
struct LabelCodes {
    std::size_t labels = 0; ///< that are no names of countries
    std::size_t known = 0;  ///< in one system or the other
    std::size_t iso = 0;
    std::size_t cow = 0;
};

class CountryFinder {
public:
    explicit CountryFinder(const Dossier& dossier)
        : dossier_(dossier), vertices_(dossier.vertices()) {
        countLabels();
    }

    [[nodiscard]] CountryIdentity find(VertexIndex row) const {
        const bool stated = vertices_.kind(row) == VertexKind::State;
        CountryIdentity found = byNames(row);
        if (!vertices_.details(row).codes.empty()) {
            found = byCodes(row, found);
        }
        if (found.country == nullptr) {
            found = byLabelAsCode(row);
        }
        if (found.country != nullptr && !stated && vertices_.type(row) != noString) {
            found.doubt = CountryDoubt::KindUnknown;
        }
        return found;
    }

private:
    [[nodiscard]] std::string_view label(VertexIndex row) const { return dossier_.label(row); }

    void countLabels() {
        // They stand among states as often as not.
        constexpr std::array<std::string_view, 2> unions = {"EU", "UN"};
        for (VertexIndex row = 0; row < vertices_.size(); ++row) {
            const std::string_view text = label(row);
            if (vertices_.removed(row) || !mayBeCountry(vertices_.kind(row)) || text.size() < 2 ||
                text.size() > 3 || !areCapitals(text) || countries().named(text) != nullptr ||
                std::ranges::find(unions, text) != unions.end()) {
                continue;
            }
            LabelCodes& codes = labelCodes_[text.size() - 2];
            const bool iso = countries().find(text.size() == 2 ? "iso2" : "iso3", text) != nullptr;
            const bool cow = countries().find("cow abbreviation", text) != nullptr;
            ++codes.labels;
            codes.known += iso || cow ? 1 : 0;
            codes.iso += iso ? 1 : 0;
            codes.cow += cow ? 1 : 0;
        }
    }

    [[nodiscard]] CountryIdentity byNames(VertexIndex row) const {
        CountryIdentity found{countries().named(label(row)), CountryDoubt::None, true};
        if (found.country == nullptr) {
            found.byLabel = false;
            for (const Name& name : vertices_.details(row).names) {
                found.country =
                    found.country == nullptr ? countries().named(name.text) : found.country;
            }
        }
        return found;
    }

    /// Codes of the named country say nothing more; where others are those of another, it is open
    /// which of them is meant.
    [[nodiscard]] CountryIdentity byCodes(VertexIndex row, CountryIdentity named) const {
        const bool stated = vertices_.kind(row) == VertexKind::State;
        CountryIdentity coded;
        bool confirmed = false;
        bool differs = false;
        bool anyCode = false;
        const bool labelIsCode = named.country == nullptr && byLabelAsCode(row).country != nullptr;
        for (const Code& code : vertices_.details(row).codes) {
            const std::vector<const Country*> users = countries().having(code.system, code.value);
            if (users.empty()) {
                continue;
            }
            anyCode = true;
            const bool agrees = std::ranges::find(users, named.country) != users.end();
            confirmed = confirmed || agrees;
            differs = differs || (named.country != nullptr && !agrees) ||
                      (labelIsCode && !labelMeansOneOf(row, users));
            if (coded.country == nullptr) {
                const Country* const inYear =
                    countries().find(code.system, code.value, latestYear(vertices_.period(row)));
                coded.country =
                    inYear != nullptr ? inYear : countries().find(code.system, code.value);
            }
        }
        if (!anyCode || confirmed) {
            named.doubt = differs ? CountryDoubt::CodesDiffer : CountryDoubt::None;
            return named;
        }
        coded.byLabel = labelIsCode && !differs;
        coded.doubt = differs                   ? CountryDoubt::CodesDiffer
                      : stated || coded.byLabel ? CountryDoubt::None
                                                : CountryDoubt::CodeAlone;
        return coded;
    }

    [[nodiscard]] bool labelMeansOneOf(VertexIndex row,
                                       const std::vector<const Country*>& some) const {
        const std::string code = capitals(label(row));
        constexpr std::array<std::string_view, 4> systems = {"iso2", "iso3", "cow abbreviation",
                                                             "cow"};
        return std::ranges::any_of(systems, [&](std::string_view system) {
            const std::vector<const Country*> meant = countries().having(system, code);
            return std::ranges::find_first_of(meant, some) != meant.end();
        });
    }

    /// A table of ties often names states by their codes, and says nothing else of them. Numbers
    /// and small letters are taken for codes only where the vertex is said to be a state: those of
    /// others may be anything.
    [[nodiscard]] CountryIdentity byLabelAsCode(VertexIndex row) const {
        const bool stated = vertices_.kind(row) == VertexKind::State;
        const std::string_view text = label(row);
        const std::optional<std::int32_t> year = latestYear(vertices_.period(row));
        if (stated && text.size() <= 3 && isNumber(text)) {
            return inYear("cow", text, year);
        }
        if (text.size() < 2 || text.size() > 3 || !(stated || areCapitals(text))) {
            return {};
        }
        const std::string code = capitals(text);
        CountryIdentity iso = inYear(text.size() == 2 ? "iso2" : "iso3", code, year);
        CountryIdentity cow =
            text.size() == 2 ? CountryIdentity{} : inYear("cow abbreviation", code, year);
        const LabelCodes& codes = labelCodes_[text.size() - 2];
        const bool cowRather =
            cow.country != nullptr &&
            (iso.country == nullptr || (codes.iso < codes.labels && codes.cow > codes.iso));
        CountryIdentity& found = cowRather ? cow : iso;
        const bool oneMeaning = iso.country == nullptr || cow.country == nullptr ||
                                iso.country == cow.country ||
                                (cowRather ? codes.cow : codes.iso) == codes.labels;
        // Two letters alone are too few.
        const bool allAreCodes =
            codes.known == codes.labels && (text.size() == 3 || codes.labels > 1);
        if (found.country != nullptr && found.doubt == CountryDoubt::None &&
            !(oneMeaning && (stated || allAreCodes))) {
            found.doubt = CountryDoubt::LabelLikeCode;
        }
        return found;
    }

    [[nodiscard]] static CountryIdentity inYear(std::string_view system, std::string_view code,
                                                std::optional<std::int32_t> year) {
        if (const Country* const found = countries().find(system, code, year)) {
            return {found, CountryDoubt::None, true};
        }
        const Country* const ever = countries().find(system, code);
        return ever == nullptr ? CountryIdentity{}
                               : CountryIdentity{ever, CountryDoubt::LabelLikeCode, true};
    }

    const Dossier& dossier_;
    const VertexTable& vertices_;
    std::array<LabelCodes, 2> labelCodes_; ///< of two letters and of three
};

} // namespace

bool mayBeCountry(VertexKind kind) {
    return kind == VertexKind::State || kind == VertexKind::Other;
}

std::vector<CountryIdentity> identifyCountries(const Dossier& dossier) {
    const VertexTable& vertices = dossier.vertices();
    const CountryFinder finder(dossier);
    std::vector<CountryIdentity> found(vertices.size());
    std::size_t unstated = 0;
    std::size_t unstatedCountries = 0;
    for (VertexIndex row = 0; row < vertices.size(); ++row) {
        if (vertices.removed(row) || !mayBeCountry(vertices.kind(row))) {
            continue;
        }
        found[row] = finder.find(row);
        if (vertices.kind(row) == VertexKind::Other) {
            ++unstated;
            const bool sure = found[row].doubt == CountryDoubt::None;
            unstatedCountries += found[row].country != nullptr && sure ? 1 : 0;
        }
    }
    // People and places are named like countries now and then.
    constexpr std::size_t oneIn = 5;
    if (unstatedCountries * oneIn < unstated) {
        for (VertexIndex row = 0; row < vertices.size(); ++row) {
            const bool codes = !vertices.details(row).codes.empty();
            if (found[row].country != nullptr && vertices.kind(row) == VertexKind::Other &&
                !codes && found[row].doubt == CountryDoubt::None) {
                found[row].doubt = CountryDoubt::FewCountries;
            }
        }
    }
    return found;
}

} // namespace entente
