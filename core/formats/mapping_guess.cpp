#include "core/formats/mapping_guesser.h"

#include "core/formats/mapping_words.h"
#include "core/formats/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

constexpr std::size_t mostRowsLookedAt = 1000;

} // namespace

MappingGuess MappingGuesser::guess() {
    readRows();
    guess_.confidence.assign(looks_.size(), 0);
    guess_.mapping.columns.resize(looks_.size());
    nameColumns();
    guessDecimal();
    guessDateParts();
    guessEnds();
    guessParties();
    guessNamed();
    guessUnnamed();
    takeChosen();
    guessTarget();
    guessDates();
    return std::move(guess_);
}

bool MappingGuesser::has(ColumnRole role) const {
    return std::ranges::any_of(guess_.mapping.columns,
                               [role](const MappedColumn& each) { return each.role == role; });
}

void MappingGuesser::set(std::size_t place, ColumnRole role, double confidence) {
    column(place).role = role;
    guess_.confidence[place] = confidence;
}

void MappingGuesser::readRows() {
    Mapping& mapping = guess_.mapping;
    mapping.sheet = raw_.sheet;
    if (raw_.sheet.empty()) {
        mapping.separator = raw_.separator;
    }
    const std::size_t headerLine = choices_.header.value_or(findHeaderLine(raw_));
    DelimitedText text = raw_.rows();
    while (text.next() && text.line() < headerLine) {
    }
    for (const std::string_view field : text.fields()) {
        names_.emplace_back(field);
    }
    looks_.resize(names_.size());
    for (std::size_t i = 0; i < mostRowsLookedAt && text.next(); ++i) {
        keepRow(text.fields());
    }
    for (ColumnLook& look : looks_) {
        look.dates = dateEvidence(look.values);
    }
    if (choices_.header ? headerLine == 0 : headerLacks()) {
        mapping.header = 0;
        mapping.skip = 0;
        named_ = false;
        std::vector<std::string_view> first;
        for (const std::string& name : names_) {
            first.push_back(name);
        }
        keepRow(first);
    } else {
        mapping.header = headerLine;
    }
}

void MappingGuesser::keepRow(const std::vector<std::string_view>& fields) {
    for (std::size_t i = 0; i < looks_.size(); ++i) {
        const std::string_view field = fieldAt(fields, i);
        ColumnLook& look = looks_[i];
        if (field.empty()) {
            continue;
        }
        look.add(kept_.emplace_back(field));
    }
}

bool MappingGuesser::headerLacks() const {
    std::size_t alike = 0;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const bool number = looksLikeNumber(names_[i]);
        const std::vector<std::string_view> one = {names_[i]};
        const bool date = dateEvidence(one).dates == 1;
        if (((number || date) && (looks_[i].isNumber() || looks_[i].isDate())) ||
            (!names_[i].empty() && !number && looks_[i].distinct.contains(names_[i]))) {
            ++alike;
        }
        if (roleNamed(names_[i])) {
            return false;
        }
    }
    return alike > 0 && endsNamed(names_).empty();
}

void MappingGuesser::nameColumns() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const bool byItsName =
            named_ && !names_[i].empty() && std::ranges::count(names_, names_[i]) == 1;
        if (byItsName) {
            column(i).name = names_[i];
        } else {
            column(i).number = i + 1;
        }
        column(i).date = looks_[i].dates.format;
    }
}

void MappingGuesser::guessDecimal() {
    std::size_t decimal = 0;
    std::size_t thousands = 0;
    std::size_t either = 0;
    for (const ColumnLook& look : looks_) {
        if (look.hasNumbers()) {
            decimal += look.decimalCommas;
            thousands += look.otherMarks;
            either += look.doubtfulCommas;
        }
    }
    const bool semicolons = raw_.separator == ';';
    guess_.mapping.decimal =
        decimal > thousands || (decimal == thousands && either > 0 && semicolons) ? ',' : '.';
    if (decimal == 0 && thousands == 0 && either > 0) {
        guess_.questions.push_back(fmt::format(
            "Numbers have a comma before three digits: it was taken for {}; say so if it is "
            "not.",
            semicolons ? "the decimal mark" : "a mark between thousands"));
    }
}

void MappingGuesser::takeChosen() {
    std::vector<bool> chosen(looks_.size(), false);
    for (const MappedColumn& each : choices_.columns) {
        const auto named =
            std::ranges::find(guess_.mapping.columns, each.name, &MappedColumn::name);
        const std::size_t place =
            each.name.empty() ? each.number - 1
                              : static_cast<std::size_t>(named - guess_.mapping.columns.begin());
        if (place >= looks_.size()) {
            continue;
        }
        const std::string name = column(place).name;
        const std::size_t number = column(place).number;
        column(place) = each;
        column(place).name = name;
        column(place).number = number;
        guess_.confidence[place] = 0;
        chosen[place] = true;
    }
    // What was decided stands against a guess that says the same of another column.
    for (std::size_t i = 0; i < looks_.size(); ++i) {
        for (std::size_t j = 0; j < looks_.size(); ++j) {
            if (chosen[i] && !chosen[j] && exclude(column(i), column(j))) {
                set(j, ColumnRole::Attribute, 0);
            }
        }
    }
}

MappingGuess guessMapping(const RawTable& table, const MappingChoices& choices) {
    return MappingGuesser(table, choices).guess();
}

MappingGuess guessMapping(const InputFile& file, const std::string& sheet) {
    ImportReport ignored;
    const std::vector<RawTable> tables = rawTables(file, {}, ignored, {});
    const auto wanted = std::ranges::find(tables, sheet, &RawTable::sheet);
    return guessMapping(wanted == tables.end() ? tables.front() : *wanted);
}

} // namespace entente
