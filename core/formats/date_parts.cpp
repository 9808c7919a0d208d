#include "core/formats/date_parts.h"

#include "core/formats/date_format.h"
#include "core/formats/letter_case.h"
#include "core/formats/table.h"
#include "core/formats/table_columns.h"
#include "core/model/date.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

constexpr std::array<std::string_view, datePartCount> partWords = {"whole", "year", "month", "day"};

struct PartName {
    std::string_view name;
    DatePart part;
};

/// In English, French, German and Russian; the longer before those that they end or begin with.
constexpr std::array<PartName, 14> partNames = {{{"year", DatePart::YearOnly},
                                                 {"annee", DatePart::YearOnly},
                                                 {"année", DatePart::YearOnly},
                                                 {"jahr", DatePart::YearOnly},
                                                 {"год", DatePart::YearOnly},
                                                 {"month", DatePart::MonthOnly},
                                                 {"mois", DatePart::MonthOnly},
                                                 {"monat", DatePart::MonthOnly},
                                                 {"месяц", DatePart::MonthOnly},
                                                 {"mon", DatePart::MonthOnly},
                                                 {"day", DatePart::DayOnly},
                                                 {"jour", DatePart::DayOnly},
                                                 {"tag", DatePart::DayOnly},
                                                 {"день", DatePart::DayOnly}}};

bool isMissing(std::string_view text) {
    return text.empty() || isMissingWord(text);
}

/// −9, −88, −999: no years before Christ, though they might be.
bool isCode(int year) {
    const std::string digits = std::to_string(-year);
    constexpr std::size_t most = 4;
    return year == 0 || (year < 0 && digits.size() <= most &&
                         digits.find_first_not_of(digits[0]) == std::string::npos &&
                         (digits.size() == 1 || digits[0] >= '6'));
}

std::string yearText(int year) {
    return year < 0 ? fmt::format("-{:04}", -year) : fmt::format("{:04}", year);
}

/// 0 where it is missing, nothing where it is no number.
std::optional<int> partNumber(std::string_view text) {
    constexpr int notAsked = 88;
    constexpr int notKnown = 99;
    if (isMissing(text)) {
        return 0;
    }
    const std::optional<int> number = parseWholeNumber(text);
    return number && (*number < 0 || *number == notAsked || *number == notKnown) ? 0 : number;
}

std::optional<int> monthOf(std::string_view text) {
    if (const std::optional<int> number = partNumber(text)) {
        return number;
    }
    const auto named = tableDate(fmt::format("{} 2000", text), DateFormat::Iso);
    const auto date = named ? parseDate(*named) : std::nullopt;
    return date && date->month != 0 && date->day == 0 ? std::optional<int>(date->month)
                                                      : std::nullopt;
}

} // namespace

std::string_view word(DatePart part) {
    return partWords[static_cast<std::size_t>(part)];
}

std::optional<DatePart> parseDatePart(std::string_view text) {
    const auto found = std::ranges::find(partWords, text);
    return found == partWords.end()
               ? std::nullopt
               : std::optional(static_cast<DatePart>(found - partWords.begin()));
}

DateOfParts dateOfParts(std::string_view year, std::string_view month, std::string_view day) {
    DateOfParts date;
    if (isMissing(year)) {
        return date;
    }
    const std::optional<int> years = parseWholeNumber(year);
    constexpr int furthest = 9999;
    if (!years || *years > furthest || *years < -furthest) {
        date.text = year;
        return date;
    }
    if (isCode(*years)) {
        return date;
    }
    date.text = yearText(*years);
    constexpr int mostMonths = 12;
    const std::optional<int> months = monthOf(month);
    if (!months || *months > mostMonths) {
        date.wrong = DatePart::MonthOnly;
        date.remark = fmt::format("{} is no month; the year was taken.", quotedField(month));
        return date;
    }
    if (*months == 0) {
        return date;
    }
    date.text += fmt::format("-{:02}", *months);
    const std::optional<int> days = partNumber(day);
    if (!days || *days > static_cast<int>(daysInMonth(*years, static_cast<unsigned>(*months)))) {
        date.wrong = DatePart::DayOnly;
        date.remark =
            fmt::format("{} has no day {}; the month was taken.", date.text, quotedField(day));
    } else if (*days != 0) {
        date.text += fmt::format("-{:02}", *days);
    }
    return date;
}

std::optional<DatePartNamed> datePartNamed(std::string_view name) {
    const std::string plain = plainColumnName(lowerCase(name));
    // "StartYear1" is the start of the first of several.
    const std::size_t digits = plain.find_last_not_of("0123456789") + 1;
    const std::string number = plain.substr(digits);
    const std::string_view rest = std::string_view(plain).substr(0, digits);
    for (const PartName& each : partNames) {
        for (const bool last : {true, false}) {
            if (last ? rest.ends_with(each.name) : rest.starts_with(each.name)) {
                std::string stem(last ? rest.substr(0, rest.size() - each.name.size())
                                      : rest.substr(each.name.size()));
                return DatePartNamed{each.part, stem + number};
            }
        }
    }
    return std::nullopt;
}

std::vector<DatePartsNamed> datePartsNamed(const std::vector<std::string>& names) {
    std::vector<DatePartsNamed> found;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto named = datePartNamed(names[i]);
        if (!named) {
            continue;
        }
        auto known = std::ranges::find(found, named->stem, &DatePartsNamed::stem);
        if (known == found.end()) {
            known = found.insert(found.end(), {named->stem, {}});
            known->places.fill(DatePartsNamed::none);
        }
        std::size_t& place = known->places[static_cast<std::size_t>(named->part)];
        place = std::min(place, i);
    }
    constexpr auto year = static_cast<std::size_t>(DatePart::YearOnly);
    constexpr auto month = static_cast<std::size_t>(DatePart::MonthOnly);
    std::erase_if(found, [](const DatePartsNamed& each) {
        return each.places[year] == DatePartsNamed::none ||
               each.places[month] == DatePartsNamed::none;
    });
    std::ranges::sort(found, {}, [](const DatePartsNamed& each) { return each.places[year]; });
    return found;
}

bool namesBegin(std::string_view stem) {
    stem = stem.substr(0, stem.find_last_not_of("0123456789") + 1);
    constexpr std::array<std::string_view, 20> words = {
        "st",     "start",  "begin", "beg",     "b",      "s",     "from",
        "since",  "entry",  "first", "opening", "debut",  "début", "dudebut",
        "beginn", "anfang", "von",   "ab",      "начала", "начало"};
    return std::ranges::find(words, stem) != words.end() || stem.ends_with("start") ||
           stem.ends_with("begin") || stem.ends_with("allst") || stem.ends_with("memst") ||
           stem.ends_with("dyadst");
}

bool namesEnd(std::string_view stem) {
    stem = stem.substr(0, stem.find_last_not_of("0123456789") + 1);
    constexpr std::array<std::string_view, 16> words = {
        "en",   "end",     "e",   "to",    "until", "till", "term",      "exit",
        "last", "closing", "fin", "defin", "ende",  "bis",  "окончания", "конец"};
    return std::ranges::find(words, stem) != words.end() || stem.ends_with("end");
}

} // namespace entente
