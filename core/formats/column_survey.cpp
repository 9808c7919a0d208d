#include "core/formats/column_survey.h"

#include "core/formats/column_look.h"
#include "core/formats/polarity_words.h"
#include "core/formats/table_columns.h"
#include "core/formats/time_set.h"
#include "core/model/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <functional>

namespace entente {

namespace {

using IsMeant = std::function<bool(std::string_view)>;

enum class Holds : std::uint8_t { Words, Dates, Numbers };

/// A column that Entente knows by its name.
struct KnownColumn {
    std::size_t place;
    std::string_view wanted; ///< what its values should be
    IsMeant isMeant;
    Holds holds;
    ColumnLook look;
};

bool isNumber(std::string_view text) {
    bool comma = false;
    return parseTableNumber(text, comma).has_value();
}

bool hasDigit(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// What has digits is meant as a date or number, though it may be a wrong one.
bool isDated(std::string_view text) {
    return hasDigit(text) || parseTableEndpoint(text) || tableDate(text, DateFormat::Iso);
}

bool isPeriod(std::string_view text) {
    std::vector<Period> periods;
    return hasDigit(text) || parseTimeSet(text, periods);
}

bool isWeight(std::string_view text) {
    return hasDigit(text) || lastDynamicValue(text);
}

bool isPolarity(std::string_view text) {
    return polarityNamed(text) || isNumber(text);
}

/// Columns of any other name, which are attributes where no reader takes them.
struct OtherColumn {
    std::size_t place;
    ColumnLook look;
    bool missingCodes = false; ///< −8 or −9 is among the values
    bool otherNegatives = false;
};

class Survey {
public:
    Survey(const Table& table, RowsOf rowsOf) : table_(table), header_(table.header()) {
        using namespace columns;
        addAll(rowsOf);
        for (std::size_t place = 0; place < header_.names().size(); ++place) {
            const bool known =
                std::ranges::find(columns_, place, &KnownColumn::place) != columns_.end();
            if (!known && !header_.names()[place].empty()) {
                others_.push_back({place, {}});
            }
        }
    }

    TableHeader run(ImportReport& report) {
        constexpr std::size_t firstRows = 1000;
        lookAt(firstRows);
        lookAtOthers(firstRows);
        if (std::ranges::any_of(columns_, [](const KnownColumn& column) {
                return column.look.dates.format == DateFormat::Undecided;
            })) {
            lookAt(SIZE_MAX);
        }
        for (const KnownColumn& column : columns_) {
            conclude(column, report);
        }
        std::erase_if(others_, [](const OtherColumn& column) { return !holdsNumbers(column); });
        lookForNegatives();
        for (const OtherColumn& column : others_) {
            conclude(column);
        }
        return header_;
    }

private:
    void addAll(RowsOf rowsOf) {
        using namespace columns;
        add(words::period, "a period", isPeriod);
        add(words::timeSet, "a period", isPeriod);
        for (const columns::Names dates : {columns::Names(words::begin), columns::Names(words::end),
                                           columns::Names(words::year)}) {
            add(dates, "a date", isDated, Holds::Dates);
        }
        add(words::confidence, "confirmed, reported, alleged or planned",
            [](std::string_view text) { return parseConfidence(text) || !isNumber(text); });
        add(words::polarity, "cooperative, neutral, conflictual or a number", isPolarity);
        if (rowsOf == RowsOf::Edges) {
            add(words::weight, "a number", isWeight, Holds::Numbers);
            return;
        }
        add(words::status,
            "a status that Entente knows (negotiated, signed, in force, suspended, "
            "ended)",
            [](std::string_view text) { return parseStatus(text).has_value(); });
        const std::string_view degrees = "a number of degrees beside another";
        const bool both = header_.column(words::latitude) != TableHeader::none &&
                          header_.column(words::longitude) != TableHeader::none;
        const auto isDegrees = [both](std::string_view text) { return both && isNumber(text); };
        add(words::latitude, degrees, isDegrees);
        add(words::longitude, degrees, isDegrees);
    }

    void add(columns::Names names, std::string_view wanted, IsMeant isMeant,
             Holds holds = Holds::Words) {
        if (const std::size_t place = header_.column(names); place != TableHeader::none) {
            columns_.push_back({place, wanted, std::move(isMeant), holds, {}});
        }
    }

    void lookAt(std::size_t mostRows) {
        if (columns_.empty()) {
            return;
        }
        values_.clear();
        for (KnownColumn& column : columns_) {
            column.look = {};
        }
        DelimitedText rows = table_.rows();
        for (std::size_t count = 0; count < mostRows && rows.next(); ++count) {
            for (KnownColumn& column : columns_) {
                const std::string_view text = fieldAt(rows.fields(), column.place);
                if (!text.empty() && !isMissingWord(text) && !isMissingNumber(text)) {
                    column.look.add(values_.emplace_back(text));
                }
            }
        }
        for (KnownColumn& column : columns_) {
            if (column.holds == Holds::Dates) {
                column.look.dates = dateEvidence(column.look.values);
            }
        }
    }

    void lookAtOthers(std::size_t mostRows) {
        DelimitedText rows = table_.rows();
        for (std::size_t count = 0; count < mostRows && rows.next(); ++count) {
            for (OtherColumn& column : others_) {
                const std::string_view text = fieldAt(rows.fields(), column.place);
                if (isMissingNumber(text)) {
                    column.missingCodes = true;
                } else if (!text.empty() && !isMissingWord(text)) {
                    column.look.add(otherValues_.emplace_back(text));
                }
            }
        }
    }

    /// Whether it holds numbers and nothing else.
    [[nodiscard]] static bool holdsNumbers(const OtherColumn& column) {
        const char decimal = column.look.decimal();
        return !column.look.values.empty() &&
               std::ranges::all_of(column.look.values, [decimal](std::string_view text) {
                   bool comma = false;
                   return parseTableNumber(text, comma, decimal).has_value();
               });
    }

    /// −9 may be a number among other negative ones, which may come late.
    void lookForNegatives() {
        std::vector<OtherColumn*> open;
        for (OtherColumn& column : others_) {
            if (column.missingCodes) {
                open.push_back(&column);
            }
        }
        if (open.empty()) {
            return;
        }
        DelimitedText rows = table_.rows();
        while (rows.next()) {
            for (OtherColumn* const column : open) {
                const std::string_view text = fieldAt(rows.fields(), column->place);
                column->otherNegatives =
                    column->otherNegatives || (text.starts_with('-') && !isMissingNumber(text));
            }
        }
    }

    void conclude(const OtherColumn& column) {
        const char decimal = column.look.decimal();
        const bool open = decimal == 0 && column.look.doubtfulCommas > 0;
        const bool marked = !open && std::ranges::any_of(column.look.values, [&](auto text) {
            return plainNumber(text, decimal) != text;
        });
        header_.setDecimal(column.place, decimal);
        header_.setValues(column.place,
                          {true, column.missingCodes && !column.otherNegatives, marked});
    }

    void conclude(const KnownColumn& column, ImportReport& report) {
        const std::vector<std::string_view>& values = column.look.values;
        const auto say = [&](std::string message) {
            report.add({ReportEntry::Severity::Note, table_.file(), 0, table_.title(column.place),
                        std::move(message)});
        };
        if (!values.empty() && std::ranges::none_of(values, column.isMeant)) {
            header_.setAttribute(column.place);
            say(fmt::format("No value here is {}, the first is {}; they were kept as an attribute.",
                            column.wanted, quotedField(values.front())));
            return;
        }
        if (const char decimal = column.look.decimal();
            column.holds == Holds::Numbers && decimal != 0) {
            header_.setDecimal(column.place, decimal);
            if (column.look.doubtfulCommas > 0 && decimal == '.') {
                say("Commas were read as marks between thousands.");
            }
        }
        const DateEvidence& dates = column.look.dates;
        header_.setDateFormat(column.place, dates.format);
        if (dates.format == DateFormat::DayFirst || dates.format == DateFormat::MonthFirst) {
            say(fmt::format("Dates written with numbers alone were read with the {} first.",
                            dates.format == DateFormat::DayFirst ? "day" : "month"));
        } else if (dates.format == DateFormat::Serial1900) {
            say("Numbers were read as dates, as spreadsheets count days.");
        } else if (!dates.dotted.empty()) {
            say(fmt::format("Dates such as {} were read with the day first.",
                            quotedField(dates.dotted)));
        }
    }

    const Table& table_;
    TableHeader header_;
    std::vector<KnownColumn> columns_;
    std::vector<OtherColumn> others_;
    std::deque<std::string> values_; ///< fields end with their row
    std::deque<std::string> otherValues_;
};

} // namespace

TableHeader surveyColumns(const Table& table, RowsOf rowsOf, ImportReport& report) {
    return Survey(table, rowsOf).run(report);
}

} // namespace entente
