#include "core/formats/mapping_guesser.h"

#include "core/formats/mapping_words.h"
#include "core/formats/polarity_words.h"
#include "core/formats/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

bool namesEvent(std::string_view name) {
    return name.find("vent") != std::string_view::npos ||
           name.find("Ereignis") != std::string_view::npos ||
           name.find("обыти") != std::string_view::npos;
}

/// Whether they say for or against in words, or by `1` and `-1`.
bool areSigns(const std::unordered_set<std::string_view>& values) {
    const bool words = std::ranges::all_of(
        values, [](std::string_view value) { return polarityNamed(value).has_value(); });
    return words ||
           (values.contains("-1") && std::ranges::all_of(values, [](std::string_view value) {
                return value == "1" || value == "-1" || value == "0" || value == "+1";
            }));
}

} // namespace

bool MappingGuesser::mayBePart(std::size_t place, DatePart part) const {
    constexpr double most = 0.8;
    std::size_t sensible = 0;
    for (const std::string_view value : looks_[place].values) {
        const bool year = part == DatePart::YearOnly;
        const bool month = part == DatePart::MonthOnly;
        const DateOfParts date = dateOfParts(year ? value : "2000", month ? value : "1",
                                             part == DatePart::DayOnly ? value : "");
        sensible += date.remark.empty() && (date.text.empty() || parseDate(date.text)) ? 1 : 0;
    }
    return looks_[place].share(sensible) >= most || looks_[place].filled == 0;
}

void MappingGuesser::guessDateParts() {
    if (!named_) {
        return;
    }
    for (const DatePartsNamed& date : datePartsNamed(names_)) {
        const ColumnRole role = namesBegin(date.stem) ? ColumnRole::Begin
                                : namesEnd(date.stem) ? ColumnRole::End
                                                      : ColumnRole::Date;
        const std::array parts = {DatePart::YearOnly, DatePart::MonthOnly, DatePart::DayOnly};
        const auto placeOfPart = [&date](DatePart part) {
            return date.places[static_cast<std::size_t>(part)];
        };
        const bool sensible = std::ranges::all_of(parts, [&](DatePart part) {
            const std::size_t place = placeOfPart(part);
            return place == DatePartsNamed::none || mayBePart(place, part);
        });
        if (!sensible || has(role) || (role == ColumnRole::Date && has(ColumnRole::Begin))) {
            continue;
        }
        for (const DatePart part : parts) {
            if (const std::size_t place = placeOfPart(part); place != DatePartsNamed::none) {
                set(place, role, byName);
                column(place).part = part;
            }
        }
    }
}

bool MappingGuesser::plausible(ColumnRole role, const ColumnLook& look) const {
    if (look.filled == 0) {
        return true;
    }
    switch (role) {
    case ColumnRole::Begin:
    case ColumnRole::End:
    case ColumnRole::Date:
        return look.hasDates();
    case ColumnRole::Weight:
    case ColumnRole::Latitude:
    case ColumnRole::Longitude:
        return look.hasNumbers();
    case ColumnRole::Kind:
    case ColumnRole::Label:
        return !look.isDate() && look.addresses == 0;
    default:
        return true;
    }
}

void MappingGuesser::guessNamed() {
    if (!named_) {
        return;
    }
    const bool joined = has(ColumnRole::Party);
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const std::optional<ColumnRole> role = roleNamed(names_[i]);
        if (!open(i) || !role || *role == ColumnRole::Party || has(*role) ||
            !plausible(*role, looks_[i])) {
            continue;
        }
        const bool ties = has(ColumnRole::Source);
        if ((*role == ColumnRole::Label && ties && actorKindNamed(names_[i]) == "state") ||
            (*role == ColumnRole::Weight && !ties) ||
            ((*role == ColumnRole::Latitude || *role == ColumnRole::Longitude) && ties)) {
            continue;
        }
        // Codes of a partner country or of a product are no ids of ties.
        const bool unique = looks_[i].distinct.size() == looks_[i].filled;
        if (*role == ColumnRole::Id && !unique && !joined) {
            continue;
        }
        if (*role == ColumnRole::Date && has(ColumnRole::Begin)) {
            continue;
        }
        if (*role == ColumnRole::Begin) {
            demote(ColumnRole::Date);
        }
        set(i, *role, byName);
    }
}

void MappingGuesser::demote(ColumnRole role) {
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (column(i).role == role) {
            set(i, ColumnRole::Attribute, 0);
        }
    }
}

void MappingGuesser::guessUnnamed() {
    std::vector<std::size_t> dates;
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < looks_.size(); ++i) {
        const ColumnLook& look = looks_[i];
        if (!open(i) || look.filled == 0) {
            continue;
        }
        constexpr std::size_t longText = 40;
        constexpr std::size_t mostKinds = 20;
        constexpr double always = 0.8;
        if (look.isDate()) {
            dates.push_back(i);
        } else if (look.share(look.addresses) >= always && !has(ColumnRole::Citation)) {
            set(i, ColumnRole::Citation, byContent);
        } else if (has(ColumnRole::Source) && !has(ColumnRole::Polarity) &&
                   areSigns(look.distinct)) {
            set(i, ColumnRole::Polarity, byContent);
        } else if (look.isNumber() && (!look.isCount() || !named_)) {
            numbers.push_back(i);
        } else if (look.letters > look.filled * longText && !has(ColumnRole::Note)) {
            set(i, ColumnRole::Note, faintly);
        } else if (has(ColumnRole::Source) && !has(ColumnRole::Kind) &&
                   look.distinct.size() <= mostKinds && look.distinct.size() * 3 <= look.filled) {
            set(i, ColumnRole::Kind, faintly);
        }
    }
    if (has(ColumnRole::Source) && !has(ColumnRole::Weight) && numbers.size() == 1) {
        set(numbers.front(), ColumnRole::Weight, faintly);
    }
    const bool dated = has(ColumnRole::Begin) || has(ColumnRole::End) || has(ColumnRole::Date);
    if (!dated && dates.size() == 1) {
        set(dates.front(), ColumnRole::Date, byContent);
    } else if (!dated && dates.size() == 2) {
        set(dates.front(), ColumnRole::Begin, faintly);
        set(dates.back(), ColumnRole::End, faintly);
    }
}

void MappingGuesser::guessTarget() {
    Mapping& mapping = guess_.mapping;
    if (choices_.rows) {
        mapping.rows = *choices_.rows;
        return;
    }
    if (has(ColumnRole::Source)) {
        mapping.rows = RowTarget::Ties;
        return;
    }
    if (has(ColumnRole::Party)) {
        const bool single = has(ColumnRole::Date) && !has(ColumnRole::End);
        const bool event = named_ && std::ranges::any_of(names_, [](const std::string& name) {
                               return namesEvent(name);
                           });
        mapping.rows = event && single ? RowTarget::Events : RowTarget::Agreements;
        return;
    }
    if (has(ColumnRole::Label) || has(ColumnRole::Id)) {
        mapping.rows = RowTarget::Elements;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            if (column(i).role == ColumnRole::Label) {
                const std::string_view kind = actorKindNamed(names_[i]);
                if (!kind.empty() && !has(ColumnRole::Kind)) {
                    mapping.constants[ColumnRole::Kind] = kind;
                }
            }
        }
        return;
    }
    guess_.questions.emplace_back("No two columns look like the ends of ties: say which they "
                                  "are, or that the rows are elements.");
}

void MappingGuesser::guessDates() {
    for (std::size_t i = 0; i < looks_.size(); ++i) {
        MappedColumn& each = column(i);
        if (!fits(each.role, guess_.mapping.rows)) {
            set(i, ColumnRole::Attribute, 0);
        }
        if (!entente::isDate(each.role)) {
            continue;
        }
        if (each.part == DatePart::Whole && each.date == DateFormat::Undecided) {
            guess_.questions.push_back(fmt::format(
                "{}: is {} written day first or month first? Nothing in the column says so.",
                named_ ? quotedField(names_[i]) : fmt::format("Column {}", i + 1),
                quotedField(looks_[i].dates.example)));
        }
    }
}

} // namespace entente
