#include "core/network/filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace entente {

namespace {

std::string joined(const std::vector<std::string>& words, std::string_view last) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) {
            text += i + 1 == words.size() ? fmt::format(" {} ", last) : ", ";
        }
        text += words[i];
    }
    return text;
}

std::string lowered(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

/// The words of the values in the set, or nothing where all of them are.
template <typename Enumeration>
std::vector<std::string> wordsOf(KindSet set, std::size_t count) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < count; ++i) {
        if ((set & kindBit(static_cast<Enumeration>(i))) != 0) {
            words.emplace_back(word(static_cast<Enumeration>(i)));
        }
    }
    return words.size() == count ? std::vector<std::string>{} : words;
}

constexpr std::string_view monthNames[] = {"January", "February", "March",     "April",
                                           "May",     "June",     "July",      "August",
                                           "September", "October", "November", "December"};

std::string dateText(Day day) {
    const CivilDate date = civilDate(day);
    return fmt::format("{} {} {}", date.day, monthNames[date.month - 1], date.year);
}

bool isYearBegin(Day day) {
    const CivilDate date = civilDate(day);
    return date.month == 1 && date.day == 1;
}

bool isYearEnd(Day day) {
    const CivilDate date = civilDate(day);
    return date.month == 12 && date.day == 31;
}

std::string windowText(DaySpan window) {
    if (window.first == window.last) {
        return fmt::format("on {}", dateText(window.first));
    }
    const bool wholeYears = (window.first == earliestDay || isYearBegin(window.first)) &&
                            (window.last == latestDay || isYearEnd(window.last));
    const auto text = [wholeYears](Day day) {
        return wholeYears ? fmt::format("{}", civilDate(day).year) : dateText(day);
    };
    if (window.first == earliestDay) {
        return "until " + text(window.last);
    }
    if (window.last == latestDay) {
        return "since " + text(window.first);
    }
    return text(window.first) == text(window.last)
               ? text(window.first)
               : fmt::format("{} – {}", text(window.first), text(window.last));
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

std::string sectorText(const Filter& filter, const Dossier& dossier) {
    if (filter.sectors == allSectors) {
        return "all";
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < dossier.sectors().size(); ++i) {
        if ((filter.sectors & sectorBit(i)) != 0) {
            names.push_back(lowered(dossier.sectors()[i].name));
        }
    }
    if (names.empty()) {
        return "no";
    }
    return filter.sectorMode == Filter::SectorMode::All && names.size() > 1
               ? "combined " + joined(names, "and")
               : joined(names, "and");
}

} // namespace

std::string describe(const Filter& filter, const Dossier& dossier) {
    std::vector<std::string> parts;
    std::string relations = sectorText(filter, dossier);
    if (const auto polarities = wordsOf<Polarity>(filter.polarities, polarityCount);
        !polarities.empty()) {
        relations += " " + joined(polarities, "or");
    }
    parts.push_back(relations + " relations");
    if (const auto confidences = wordsOf<Confidence>(filter.confidences, confidenceCount);
        !confidences.empty()) {
        parts.push_back(joined(confidences, "or"));
    }
    if (const auto statuses = wordsOf<Status>(filter.statuses, statusCount); !statuses.empty()) {
        parts.push_back("agreements " + joined(statuses, "or"));
    }
    if (const auto kinds = wordsOf<VertexKind>(filter.vertexKinds, vertexKindCount);
        !kinds.empty()) {
        std::vector<std::string> plurals;
        for (const std::string& kind : kinds) {
            plurals.push_back(kind == "company" ? "companies"
                              : kind == "other" ? "other actors"
                                                : kind + "s");
        }
        parts.push_back("only " + joined(plurals, "and"));
    } else if ((filter.vertexKinds & ((1U << vertexKindCount) - 1)) == 0) {
        parts.emplace_back("of no kind");
    }
    if (filter.window) {
        parts.push_back(windowText(*filter.window));
    }
    if (!filter.text.empty()) {
        parts.push_back(fmt::format("containing “{}”", filter.text));
    }
    if (!filter.centres.empty()) {
        std::vector<std::string> names;
        for (const VertexIndex centre : filter.centres) {
            names.push_back(dossier.describe({ElementKind::Vertex, centre}));
        }
        parts.push_back(fmt::format("within {} {} of {}", filter.hops,
                                    filter.hops == 1 ? "step" : "steps", joined(names, "or")));
    }
    if (!filter.hidden.empty()) {
        parts.push_back(fmt::format("{} hidden", filter.hidden.size()));
    }
    std::string sentence;
    for (const std::string& part : parts) {
        sentence += sentence.empty() ? part : ", " + part;
    }
    return capitalised(sentence) + ".";
}

} // namespace entente
