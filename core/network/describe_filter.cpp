#include "core/network/filter.h"
#include "core/network/filter_failures.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

namespace entente {

namespace {

using Words = std::vector<std::string>;

constexpr std::size_t mostNamesListed = 3;

/// "a", "a and b", "a, b and c".
std::string enumerate(const Words& words, std::string_view conjunction) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            text += i + 1 == words.size() ? fmt::format(" {} ", conjunction) : ", ";
        }
        text += words[i];
    }
    return text;
}

/// As `enumerate`, but no longer than a reader wants to read.
std::string enumerateSome(const Words& words, std::string_view conjunction) {
    if (words.size() <= mostNamesListed + 1) {
        return enumerate(words, conjunction);
    }
    Words some(words.begin(), words.begin() + mostNamesListed);
    some.push_back(fmt::format("{} others", words.size() - mostNamesListed));
    return enumerate(some, conjunction);
}

/// A name as it stands within a sentence; abbreviations stay as they are.
std::string withinSentence(std::string_view name) {
    std::string text(name);
    const auto isUpper = [&text](std::size_t i) {
        return i < text.size() && text[i] >= 'A' && text[i] <= 'Z';
    };
    if (isUpper(0) && !isUpper(1)) {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

template <typename Enumeration, typename Wording>
Words wordsOf(KindSet set, std::size_t count, const Wording& wording, bool inside = true) {
    Words words;
    for (std::size_t i = 0; i < count; ++i) {
        const auto value = static_cast<Enumeration>(i);
        if (((set & kindBit(value)) != 0) == inside) {
            words.emplace_back(wording(value));
        }
    }
    return words;
}

/// The sector before "relations".
std::string adjective(const Sector& sector) {
    if (sector.id == "diplomacy") {
        return "diplomatic";
    }
    if (sector.id == "finance") {
        return "financial";
    }
    return withinSentence(sector.name);
}

std::string relations(const Filter& filter, const Dossier& dossier) {
    if (filter.sectors == allSectors) {
        return "relations";
    }
    Words adjectives;
    Words names;
    Words others;
    for (std::size_t i = 0; i < dossier.sectors().size(); ++i) {
        const Sector& sector = dossier.sectors()[i];
        const bool chosen = (filter.sectors & sectorBit(i)) != 0;
        (chosen ? names : others).push_back(withinSentence(sector.name));
        if (chosen) {
            adjectives.push_back(adjective(sector));
        }
    }
    if (names.empty()) {
        return "relations of no sector";
    }
    if (filter.sectorMode == Filter::SectorMode::All && names.size() > 1) {
        return fmt::format("relations in {} at once", enumerate(names, "and"));
    }
    if (others.empty()) {
        return "relations in any sector";
    }
    if (names.size() > 4 && others.size() <= 2) {
        return fmt::format("relations in all sectors but {}", enumerate(others, "and"));
    }
    return enumerate(adjectives, "and") + " relations";
}

std::string plural(VertexKind kind) {
    switch (kind) {
    case VertexKind::Company:
        return "companies";
    case VertexKind::Other:
        return "other actors";
    default:
        return std::string(word(kind)) + "s";
    }
}

std::string plural(EdgeKind kind) {
    return kind == EdgeKind::Lineage ? "lineage" : std::string(word(kind)) + "s";
}

/// "states and leaders only" or "without events", whichever is shorter; nothing where all are in.
template <typename Enumeration>
std::string kinds(KindSet set, std::size_t count) {
    const auto wording = [](Enumeration kind) { return plural(kind); };
    const Words shown = wordsOf<Enumeration>(set, count, wording);
    const Words missing = wordsOf<Enumeration>(set, count, wording, false);
    if (missing.empty()) {
        return {};
    }
    return missing.size() < shown.size() || shown.empty() ? "without " + enumerate(missing, "and")
                                                          : enumerate(shown, "and") + " only";
}

std::string statuses(KindSet set) {
    const Words shown = wordsOf<Status>(set, statusCount, [](Status status) {
        return status == Status::Unstated ? "of no stated status" : std::string(word(status));
    });
    if (shown.size() == statusCount) {
        return {};
    }
    return shown.empty() ? "agreements of no status" : "agreements " + enumerate(shown, "or");
}

std::string yearText(std::int32_t year) {
    return year > 0 ? fmt::format("{}", year) : fmt::format("{} BC", 1 - std::int64_t{year});
}

enum class Precision : std::uint8_t { Day, Month, Year };

std::string dayText(Day day, Precision precision) {
    static constexpr std::array<std::string_view, 12> months = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    const CivilDate date = civilDate(day);
    const std::string year = yearText(date.year);
    switch (precision) {
    case Precision::Year:
        return year;
    case Precision::Month:
        return fmt::format("{} {}", months[date.month - 1], year);
    case Precision::Day:
        break;
    }
    return fmt::format("{} {} {}", date.day, months[date.month - 1], year);
}

/// The coarsest unit that begins with the day.
Precision precisionOfBegin(Day day) {
    const CivilDate date = civilDate(day);
    return date.day != 1 ? Precision::Day : date.month != 1 ? Precision::Month : Precision::Year;
}

/// The coarsest unit that ends with the day.
Precision precisionOfEnd(Day day) {
    const CivilDate date = civilDate(day);
    return date.day != daysInMonth(date.year, date.month) ? Precision::Day
           : date.month != 12                             ? Precision::Month
                                                          : Precision::Year;
}

std::string windowText(DaySpan window) {
    const bool begins = window.first != earliestDay;
    const bool ends = window.last != latestDay;
    if (!begins && !ends) {
        return {};
    }
    if (!ends) {
        return "since " + dayText(window.first, precisionOfBegin(window.first));
    }
    if (!begins) {
        return "until " + dayText(window.last, precisionOfEnd(window.last));
    }
    const Precision precision =
        std::min(precisionOfBegin(window.first), precisionOfEnd(window.last));
    const std::string first = dayText(window.first, precision);
    const std::string last = dayText(window.last, precision);
    return first == last ? first : fmt::format("{} – {}", first, last);
}

std::string neighbourhoodText(const Filter& filter, const Dossier& dossier) {
    Words names;
    for (const VertexIndex centre : filter.centres) {
        names.push_back(dossier.describe({ElementKind::Vertex, centre}));
    }
    const std::string centres = enumerateSome(names, "or");
    return filter.hops == 0 ? centres + " only"
                            : fmt::format("within {} {} of {}", filter.hops,
                                          filter.hops == 1 ? "step" : "steps", centres);
}

std::string hiddenText(const Filter& filter, const Dossier& dossier) {
    Words names;
    for (const VertexIndex row : filter.hidden) {
        names.push_back(dossier.describe({ElementKind::Vertex, row}));
    }
    return enumerateSome(names, "and") + " hidden";
}

std::string numberText(double number) {
    return fmt::format("{}", number);
}

/// "gdp from 10 to 200", "region North or South, or not stated".
std::string attributeText(const AttributeCriterion& criterion, const Dossier& dossier) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const std::string name = fmt::format("{}{}", dossier.text(criterion.name),
                                         criterion.of == ElementKind::Edge ? " of edges" : "");
    const bool absent = criterion.absent;
    const std::string orAbsent = absent ? " or not stated" : "";
    switch (criterion.test) {
    case AttributeCriterion::Test::OneOf: {
        if (!criterion.values) {
            return name + " stated";
        }
        Words values;
        for (const StringId value : *criterion.values) {
            values.push_back(fmt::format("“{}”", dossier.text(value)));
        }
        if (values.empty()) {
            return name + (absent ? " not stated" : " of no value");
        }
        return name + " " + enumerateSome(values, "or") + orAbsent;
    }
    case AttributeCriterion::Test::Contains:
        return criterion.text.empty()
                   ? name + " stated"
                   : fmt::format("{} containing “{}”{}", name, criterion.text, orAbsent);
    case AttributeCriterion::Test::Range:
        break;
    }
    if (criterion.least == -infinity && criterion.most == infinity) {
        return name + " stated";
    }
    if (criterion.least == -infinity) {
        return fmt::format("{} up to {}{}", name, numberText(criterion.most), orAbsent);
    }
    if (criterion.most == infinity) {
        return fmt::format("{} from {}{}", name, numberText(criterion.least), orAbsent);
    }
    return fmt::format("{} from {} to {}{}", name, numberText(criterion.least),
                       numberText(criterion.most), orAbsent);
}

} // namespace

std::string describe(const Filter& filter, const Dossier& dossier) {
    if (!filter.restricts()) {
        return "All relations.";
    }
    const Words polarities = wordsOf<Polarity>(filter.polarities, polarityCount,
                                               [](Polarity polarity) { return word(polarity); });
    const Words confidences =
        wordsOf<Confidence>(filter.confidences, confidenceCount,
                            [](Confidence confidence) { return word(confidence); });

    std::string sentence = relations(filter, dossier);
    if (polarities.size() < polarityCount) {
        sentence = polarities.empty() ? sentence + " of no polarity"
                                      : enumerate(polarities, "or") + " " + sentence;
    } else if (sentence == "relations") {
        sentence = "all relations";
    }
    Words clauses;
    if (confidences.size() == confidenceCount) {
        sentence += " of any confidence";
    } else {
        clauses.push_back(confidences.empty() ? "of no confidence" : enumerate(confidences, "or"));
    }
    clauses.push_back(statuses(filter.statuses));
    clauses.push_back(kinds<VertexKind>(filter.vertexKinds, vertexKindCount));
    clauses.push_back(kinds<EdgeKind>(filter.edgeKinds, edgeKindCount));
    clauses.push_back(filter.window ? windowText(*filter.window) : "");
    for (const AttributeCriterion& criterion : filter.attributes) {
        clauses.push_back(criterion.restricts() ? "with " + attributeText(criterion, dossier) : "");
    }
    clauses.push_back(filter.text.empty() ? "" : fmt::format("matching “{}”", filter.text));
    clauses.push_back(filter.centres.empty() ? "" : neighbourhoodText(filter, dossier));
    clauses.push_back(filter.hidden.empty() ? "" : hiddenText(filter, dossier));
    for (const std::string& clause : clauses) {
        if (!clause.empty()) {
            sentence += ", " + clause;
        }
    }
    return capitalised(std::move(sentence)) + ".";
}

} // namespace entente
