#include "core/model/country_table.h"

#include "core/model/fold.h"
#include "core/model/name_keys.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace entente {

namespace {

enum Column : std::size_t {
    NameColumn,
    Iso2,
    Iso3,
    Numeric,
    Iso4,
    Cow,
    CowAbbreviation,
    Gw,
    Years,
    French,
    Own,
    Aliases,
    columnCount
};

struct CodeColumn {
    Column column;
    std::string_view system;
};
constexpr std::array<CodeColumn, 7> codeColumns = {{{Iso2, "iso2"},
                                                    {Iso3, "iso3"},
                                                    {Numeric, "iso numeric"},
                                                    {Iso4, "iso4"},
                                                    {Cow, "cow"},
                                                    {CowAbbreviation, "cow abbreviation"},
                                                    {Gw, "gw"}}};

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::int32_t year(std::string_view text, std::int32_t otherwise) {
    std::from_chars(text.data(), text.data() + text.size(), otherwise);
    return otherwise;
}

/// "1922-1991", "1990-", "-1945".
void readYears(std::string_view text, std::int32_t& first, std::int32_t& last) {
    const std::size_t dash = text.find('-');
    if (dash != std::string_view::npos) {
        first = year(text.substr(0, dash), first);
        last = year(text.substr(dash + 1), last);
    }
}

/// Codes are compared in lower case, numbers without leading zeros.
std::string codeKey(std::string_view system, std::string_view code) {
    const bool number = system == "iso numeric" || system == "cow" || system == "gw";
    if (number) {
        code.remove_prefix(std::min(code.find_first_not_of('0'), code.size()));
    }
    return std::string(system) + ' ' + fold(code);
}

/// The words of a country's name in one order, without those that are left out as often as not.
std::string nameKey(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> abbreviations = {
        {{"rep", "republic"},
         {"dem", "democratic"},
         {"st", "saint"},
         {"is", "islands"},
         {"sts", "states"}}};
    constexpr std::array<std::string_view, 3> without = {"the", "of", "and"};
    std::vector<std::string> words;
    const std::string folded = fold(name);
    for (const std::string_view word : nameWords(folded)) {
        if (std::ranges::find(without, word) == without.end()) {
            const auto* const full = std::ranges::find(
                abbreviations, word, &std::pair<std::string_view, std::string_view>::first);
            words.emplace_back(full == abbreviations.end() ? word : full->second);
        }
    }
    std::ranges::sort(words);
    std::string key;
    for (const std::string& word : words) {
        key += (key.empty() ? "" : " ") + word;
    }
    return key;
}

} // namespace

std::string_view Country::code(std::string_view system) const {
    const auto found = std::ranges::find(codes, system, &CodeUse::system);
    return found == codes.end() ? std::string_view{} : found->value;
}

CountryTable::CountryTable(std::string_view text) {
    bool header = true;
    for (const std::string_view line : split(text, '\n')) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        if (!header) {
            readLine(line);
        }
        header = false;
    }
    index();
}

void CountryTable::readLine(std::string_view line) {
    std::array<std::string_view, columnCount> fields;
    for (std::string_view& field : fields) {
        const std::size_t end = std::min(line.find('\t'), line.size());
        field = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    Country country;
    country.name = fields[NameColumn];
    country.french = fields[French];
    country.aliases = split(fields[Aliases], ';');
    readYears(fields[Years], country.first, country.last);
    for (const std::string_view own : split(fields[Own], ';')) {
        const std::size_t equals = std::min(own.find('='), own.size());
        country.localNames.push_back({own.substr(0, equals), own.substr(equals + 1)});
    }
    for (const CodeColumn& each : codeColumns) {
        for (const std::string_view use : split(fields[each.column], ';')) {
            const std::size_t colon = use.find(':');
            Country::CodeUse code{each.system, use.substr(0, colon)};
            if (colon != std::string_view::npos) {
                readYears(use.substr(colon + 1), code.first, code.last);
            }
            country.codes.push_back(code);
        }
    }
    countries_.push_back(std::move(country));
}

void CountryTable::index() {
    for (std::uint32_t i = 0; i < countries_.size(); ++i) {
        const Country& country = countries_[i];
        for (const Country::CodeUse& code : country.codes) {
            std::vector<std::uint32_t>& users = byCode_[codeKey(code.system, code.value)];
            if (users.empty() || users.back() != i) {
                users.push_back(i);
            }
        }
        const auto add = [&](std::string_view name) {
            if (!name.empty()) {
                byName_.emplace(nameKey(name), i);
            }
        };
        add(country.name);
        add(country.french);
        for (const Country::LocalName& local : country.localNames) {
            add(local.text);
        }
        for (const std::string_view alias : country.aliases) {
            add(alias);
        }
    }
}

std::optional<std::string_view> CountryTable::codeSystem(std::string_view system) {
    std::string plain;
    for (const char c : fold(system)) {
        if (c != ' ' && c != '-' && c != '_' && c != '.') {
            plain += c;
        }
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 25> synonyms = {
        {{"iso2", "iso2"},
         {"iso31661alpha2", "iso2"},
         {"alpha2", "iso2"},
         {"isoa2", "iso2"},
         {"iso2c", "iso2"},
         {"iso3", "iso3"},
         {"iso31661alpha3", "iso3"},
         {"alpha3", "iso3"},
         {"isoa3", "iso3"},
         {"iso3c", "iso3"},
         {"isonumeric", "iso numeric"},
         {"iso31661numeric", "iso numeric"},
         {"ison", "iso numeric"},
         {"ison3", "iso numeric"},
         {"iso3n", "iso numeric"},
         {"m49", "iso numeric"},
         {"iso4", "iso4"},
         {"iso31663", "iso4"},
         {"cow", "cow"},
         {"ccode", "cow"},
         {"cowabbreviation", "cow abbreviation"},
         {"stateabb", "cow abbreviation"},
         {"cowc", "cow abbreviation"},
         {"gw", "gw"},
         {"gwcode", "gw"}}};
    for (const auto& [synonym, name] : synonyms) {
        if (plain == synonym) {
            return name;
        }
    }
    return {};
}

std::vector<const Country*> CountryTable::having(std::string_view system,
                                                 std::string_view code) const {
    std::vector<const Country*> found;
    const std::optional<std::string_view> known = codeSystem(system);
    if (!known) {
        return found;
    }
    const auto add = [&](std::string_view in) {
        const auto users = byCode_.find(codeKey(in, code));
        for (std::size_t i = 0; users != byCode_.end() && i < users->second.size(); ++i) {
            found.push_back(&countries_[users->second[i]]);
        }
    };
    add(*known);
    // Files that code countries by two letters code those that are no more by four.
    if (found.empty() && *known == "iso2") {
        add("iso4");
    }
    return found;
}

const Country* CountryTable::find(std::string_view system, std::string_view code,
                                  std::optional<std::int32_t> year) const {
    const std::optional<std::string_view> known = codeSystem(system);
    const Country* best = nullptr;
    // Narrower years say more; of limited uses without a year, the latest is meant.
    std::pair<bool, std::int64_t> bestRank;
    for (const Country* const country : having(system, code)) {
        for (const Country::CodeUse& use : country->codes) {
            const bool sameSystem =
                use.system == known || (known == "iso2" && use.system == "iso4");
            if (!sameSystem || codeKey(use.system, use.value) != codeKey(use.system, code) ||
                (year && (*year < use.first || *year > use.last))) {
                continue;
            }
            const std::pair<bool, std::int64_t> rank =
                year ? std::pair(true, std::int64_t{use.first} - std::int64_t{use.last})
                     : std::pair(!use.limited(), std::int64_t{use.last});
            if (best == nullptr || rank > bestRank) {
                best = country;
                bestRank = rank;
            }
        }
    }
    return best;
}

const Country* CountryTable::named(std::string_view name) const {
    const auto found = byName_.find(nameKey(name));
    return found == byName_.end() ? nullptr : &countries_[found->second];
}

const CountryTable& countries() {
    static const CountryTable table(countriesText());
    return table;
}

} // namespace entente
