#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

namespace entente {

/// "Source ID" and "source_id" are the same column: lower case, without blanks, hyphens and
/// underscores.
std::string plainColumnName(std::string_view name);

/// Plain names of columns that readers of node and edge tables know, the preferred first.
namespace columns {

using Names = std::span<const std::string_view>;

namespace words {
inline constexpr std::array<std::string_view, 1> id = {"id"};
inline constexpr std::array<std::string_view, 3> label = {"label", "name", "title"};
inline constexpr std::array<std::string_view, 1> kind = {"kind"};
inline constexpr std::array<std::string_view, 1> type = {"type"};
inline constexpr std::array<std::string_view, 1> status = {"status"};
inline constexpr std::array<std::string_view, 2> sectors = {"sector", "sectors"};
inline constexpr std::array<std::string_view, 1> period = {"period"};
inline constexpr std::array<std::string_view, 3> timeSet = {"timeset", "interval", "timeinterval"};
inline constexpr std::array<std::string_view, 7> begin = {
    "begin", "start", "from", "begindate", "startdate", "beginyear", "startyear"};
inline constexpr std::array<std::string_view, 5> end = {"end", "to", "until", "enddate", "endyear"};
inline constexpr std::array<std::string_view, 2> year = {"year", "date"};
inline constexpr std::array<std::string_view, 1> confidence = {"confidence"};
inline constexpr std::array<std::string_view, 2> polarity = {"polarity", "sign"};
inline constexpr std::array<std::string_view, 3> note = {"note", "notes", "description"};
inline constexpr std::array<std::string_view, 2> latitude = {"latitude", "lat"};
inline constexpr std::array<std::string_view, 3> longitude = {"longitude", "lon", "lng"};
inline constexpr std::array<std::string_view, 1> terms = {"terms"};
inline constexpr std::array<std::string_view, 1> renewals = {"renewals"};
inline constexpr std::array<std::string_view, 1> quantities = {"quantities"};
inline constexpr std::array<std::string_view, 1> source = {"source"};
inline constexpr std::array<std::string_view, 1> target = {"target"};
inline constexpr std::array<std::string_view, 1> weight = {"weight"};
inline constexpr std::array<std::string_view, 3> role = {"role", "relation", "tietype"};
inline constexpr std::array<std::string_view, 4> defence = {"atopdefense", "cowdefense", "defense",
                                                            "defence"};
inline constexpr std::array<std::string_view, 3> offence = {"atopoffense", "offense", "offence"};
inline constexpr std::array<std::string_view, 4> neutrality = {"atopneutral", "cowneutral",
                                                               "neutrality", "neutral"};
inline constexpr std::array<std::string_view, 4> nonAggression = {"atopnonagg", "cownonagg",
                                                                  "nonaggression", "nonagg"};
inline constexpr std::array<std::string_view, 3> consultation = {"atopconsul", "consul",
                                                                 "consultation"};
inline constexpr std::array<std::string_view, 2> entente = {"cowentente", "entente"};
/// Mark the dyad-year files of ATOP.
inline constexpr std::array<std::string_view, 4> atop = {"atopally", "atopid1", "atopid",
                                                         "dirdyad"};
} // namespace words

inline constexpr std::array<Names, 19> ofNodes = {
    words::id,        words::label,      words::kind,     words::type,      words::status,
    words::sectors,   words::period,     words::timeSet,  words::begin,     words::end,
    words::year,      words::confidence, words::polarity, words::note,      words::latitude,
    words::longitude, words::terms,      words::renewals, words::quantities};

inline constexpr std::array<Names, 17> ofEdges = {
    words::source, words::target, words::type,       words::id,       words::label,   words::kind,
    words::role,   words::weight, words::sectors,    words::period,   words::timeSet, words::begin,
    words::end,    words::year,   words::confidence, words::polarity, words::note};

/// Of dyad-year tables; the strongest pledge first.
inline constexpr std::array<Names, 6> ofPledges = {words::defence,      words::offence,
                                                   words::neutrality,   words::nonAggression,
                                                   words::consultation, words::entente};

/// The columns of a dyad's two ends.
struct EndNames {
    std::string_view first;
    std::string_view second;
};
/// Ends as country codes of the Correlates of War project.
inline constexpr std::array<EndNames, 2> countryCodeEnds = {
    {{"ccode1", "ccode2"}, {"ccodea", "ccodeb"}}};
/// Other ends, which make a dyad-year table if there are pledges too.
inline constexpr std::array<EndNames, 5> otherDyadEnds = {{{"statea", "stateb"},
                                                           {"mem1", "mem2"},
                                                           {"state1", "state2"},
                                                           {"country1", "country2"},
                                                           {"source", "target"}}};

/// A column of codes, and the system that they are of.
struct CodeColumn {
    std::string_view name;
    std::string_view system;
};
/// Of nodes; beside them those headed `code:SYSTEM`.
inline constexpr std::array<CodeColumn, 6> ofCodes = {{{"iso3", "iso3"},
                                                       {"cow", "cow"},
                                                       {"ccode", "cow"},
                                                       {"cowcode", "cow"},
                                                       {"wikidata", "wikidata"},
                                                       {"qid", "wikidata"}}};

/// Whether a reader of these columns would not take the name for an attribute.
inline bool known(std::span<const Names> columns, std::string_view plainName) {
    return std::ranges::any_of(columns, [plainName](Names names) {
        return std::ranges::find(names, plainName) != names.end();
    });
}

/// Begins the header of an attribute that has the name of another column: `attribute:Type`.
inline constexpr std::string_view attributePrefix = "attribute:";
/// Begins the header of a column of codes of one system: `code:iso3`.
inline constexpr std::string_view codePrefix = "code:";
/// Begins the header of a column of names in one language (BCP 47): `name:ru`.
inline constexpr std::string_view namePrefix = "name:";
/// Begins the header of a column of aliases in one language: `alias:fr`.
inline constexpr std::string_view aliasPrefix = "alias:";

/// Whether the name of an attribute begins as those of other columns do.
inline bool hasPrefix(std::string_view name) {
    return std::ranges::any_of(
        std::array{attributePrefix, codePrefix, namePrefix, aliasPrefix},
        [name](std::string_view prefix) { return name.starts_with(prefix); });
}

} // namespace columns

} // namespace entente
