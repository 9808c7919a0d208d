#include "core/formats/mapping_guess.h"

#include "core/formats/column_look.h"
#include "core/formats/mapping_words.h"
#include "core/formats/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

namespace entente {

namespace {

constexpr std::size_t mostRowsLookedAt = 1000;

/// How sure one is of what a name says, and of what values alone say.
constexpr double byName = 0.9;
constexpr double byContent = 0.6;
constexpr double faintly = 0.4;

class Guesser {
public:
    Guesser(const RawTable& raw, const MappingChoices& choices) : raw_(raw), choices_(choices) {}

    MappingGuess guess() {
        readRows();
        guess_.confidence.assign(looks_.size(), 0);
        guess_.mapping.columns.resize(looks_.size());
        nameColumns();
        guessDecimal();
        guessEnds();
        guessParties();
        guessNamed();
        guessUnnamed();
        takeChosen();
        guessTarget();
        guessDates();
        return std::move(guess_);
    }

private:
    MappedColumn& column(std::size_t place) { return guess_.mapping.columns[place]; }
    [[nodiscard]] bool open(std::size_t place) const { return guess_.confidence[place] == 0; }
    [[nodiscard]] bool has(ColumnRole role) const {
        return std::ranges::any_of(guess_.mapping.columns,
                                   [role](const MappedColumn& each) { return each.role == role; });
    }
    void set(std::size_t place, ColumnRole role, double confidence) {
        column(place).role = role;
        guess_.confidence[place] = confidence;
    }

    void readRows() {
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

    void keepRow(const std::vector<std::string_view>& fields) {
        for (std::size_t i = 0; i < looks_.size(); ++i) {
            const std::string_view field = fieldAt(fields, i);
            ColumnLook& look = looks_[i];
            if (field.empty()) {
                continue;
            }
            look.add(kept_.emplace_back(field));
        }
    }

    /// Whether the first row is one of the others: it has numbers or dates where they have them, or
    /// names that they have as well.
    [[nodiscard]] bool headerLacks() const {
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

    void nameColumns() {
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

    void guessDecimal() {
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

    void setEnds(std::size_t source, std::size_t target, bool directed, double confidence) {
        set(source, ColumnRole::Source, confidence);
        set(target, ColumnRole::Target, confidence);
        guess_.mapping.directed = directed;
        for (const std::size_t place : {source, target}) {
            if (named_ && guess_.mapping.actors.empty()) {
                guess_.mapping.actors = actorKindNamed(names_[place]);
            }
        }
    }

    [[nodiscard]] bool mayBeEnd(std::size_t place, bool numbers) const {
        const ColumnLook& look = looks_[place];
        constexpr std::size_t longestName = 60;
        return look.filled > 0 && look.addresses == 0 &&
               look.letters <= look.filled * longestName && look.isNumber() == numbers &&
               (!look.isDate() || (numbers && !named_)) &&
               !(named_ && numbers && roleNamed(names_[place]));
    }

    void guessEnds() {
        if (named_) {
            for (const EndsNamed& ends : endsNamed(names_)) {
                const bool dates = looks_[ends.source].isDate() || looks_[ends.target].isDate();
                const bool sensible = looks_[ends.source].filled == 0 ||
                                      (!dates && looks_[ends.source].addresses == 0);
                const auto measure = [this](std::size_t place) {
                    const auto role = roleNamed(names_[place]);
                    return role == ColumnRole::Weight || (role && entente::isDate(*role));
                };
                // “from” and “to” are both; “Date 1” and “Date 2” are none.
                const bool others = ends.certain && (measure(ends.source) || measure(ends.target));
                if (sensible && !others) {
                    setEnds(ends.source, ends.target, ends.directed, byName);
                    return;
                }
            }
        }
        for (const bool numbers : {false, true}) {
            double best = 0;
            std::size_t source = 0;
            std::size_t target = 0;
            for (std::size_t i = 0; i < looks_.size(); ++i) {
                for (std::size_t j = i + 1; j < looks_.size(); ++j) {
                    constexpr double tooAlike = 0.2;
                    // Few values are words, not names.
                    const bool few = looks_[i].distinct.size() < 3 && looks_[i].filled > 5;
                    if (!mayBeEnd(i, numbers) || !mayBeEnd(j, numbers) || few) {
                        continue;
                    }
                    const double shared = sharedValues(looks_[i], looks_[j]);
                    if (shared >= tooAlike && shared > best) {
                        best = shared;
                        source = i;
                        target = j;
                    }
                }
            }
            if (best > 0) {
                setEnds(source, target, true, faintly + best * (byName - faintly) / 2);
                return;
            }
        }
    }

    void guessParties() {
        if (has(ColumnRole::Source) || !named_) {
            return;
        }
        for (std::size_t i = 0; i < names_.size(); ++i) {
            std::string stem = names_[i];
            while (!stem.empty() && ((stem.back() >= '0' && stem.back() <= '9') ||
                                     stem.back() == ' ' || stem.back() == '_')) {
                stem.pop_back();
            }
            if (roleNamed(stem) != ColumnRole::Party || looks_[i].isNumber()) {
                continue;
            }
            set(i, ColumnRole::Party, byName);
            column(i).split = looks_[i].listMark();
        }
    }

    /// Whether the values may be what the name says.
    [[nodiscard]] bool plausible(ColumnRole role, const ColumnLook& look) const {
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
            return !look.isDate();
        default:
            return true;
        }
    }

    void guessNamed() {
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
            set(i, *role, byName);
        }
    }

    void guessUnnamed() {
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
            } else if (look.isNumber() && (!look.isCount() || !named_)) {
                numbers.push_back(i);
            } else if (look.letters > look.filled * longText && !has(ColumnRole::Note)) {
                set(i, ColumnRole::Note, faintly);
            } else if (has(ColumnRole::Source) && !has(ColumnRole::Kind) &&
                       look.distinct.size() <= mostKinds &&
                       look.distinct.size() * 3 <= look.filled) {
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

    void takeChosen() {
        std::vector<bool> chosen(looks_.size(), false);
        for (const MappedColumn& each : choices_.columns) {
            const auto named =
                std::ranges::find(guess_.mapping.columns, each.name, &MappedColumn::name);
            const std::size_t place =
                each.name.empty()
                    ? each.number - 1
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
                if (chosen[i] && !chosen[j] && column(i).role == column(j).role &&
                    !mayRepeat(column(i).role)) {
                    set(j, ColumnRole::Attribute, 0);
                }
            }
        }
    }

    void guessTarget() {
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
                                   return plainEvent(name);
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

    static bool plainEvent(std::string_view name) {
        return name.find("vent") != std::string_view::npos ||
               name.find("Ereignis") != std::string_view::npos ||
               name.find("обыти") != std::string_view::npos;
    }

    void guessDates() {
        for (std::size_t i = 0; i < looks_.size(); ++i) {
            MappedColumn& each = column(i);
            if (!fits(each.role, guess_.mapping.rows)) {
                set(i, ColumnRole::Attribute, 0);
            }
            if (!entente::isDate(each.role)) {
                continue;
            }
            if (each.date == DateFormat::Undecided) {
                guess_.questions.push_back(fmt::format(
                    "{}: is {} written day first or month first? Nothing in the column says so.",
                    named_ ? quotedField(names_[i]) : fmt::format("Column {}", i + 1),
                    quotedField(looks_[i].dates.example)));
            }
        }
    }

    const RawTable& raw_;
    const MappingChoices& choices_;
    MappingGuess guess_;
    std::vector<std::string> names_;
    std::vector<ColumnLook> looks_;
    std::deque<std::string> kept_; ///< the values that looks point to
    bool named_ = true;
};

} // namespace

MappingGuess guessMapping(const RawTable& table, const MappingChoices& choices) {
    return Guesser(table, choices).guess();
}

MappingGuess guessMapping(const InputFile& file, const std::string& sheet) {
    ImportReport ignored;
    const std::vector<RawTable> tables = rawTables(file, {}, ignored, {});
    const auto wanted = std::ranges::find(tables, sheet, &RawTable::sheet);
    return guessMapping(wanted == tables.end() ? tables.front() : *wanted);
}

} // namespace entente
