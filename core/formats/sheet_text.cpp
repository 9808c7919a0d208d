#include "core/formats/sheet_text.h"

#include "core/formats/declared_types.h"
#include "core/formats/table.h"
#include "core/formats/xml_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

// What a sheet of Excel holds at most.
constexpr std::size_t mostRows = 1'048'576;
constexpr std::size_t mostColumns = 16'384;

struct CellPlace {
    std::size_t row = 0;    ///< 1-based
    std::size_t column = 0; ///< 0-based
};

/// `BC12`; nothing where it is no place in a sheet.
std::optional<CellPlace> parsePlace(std::string_view text) {
    std::size_t column = 0;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
        column = column * 26 + static_cast<std::size_t>(text[at] - 'A') + 1;
        if (column > mostColumns) {
            return std::nullopt;
        }
    }
    std::size_t row = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data() + at, last, row);
    if (column == 0 || error != std::errc{} || end != last || row == 0 || row > mostRows) {
        return std::nullopt;
    }
    return CellPlace{row, column - 1};
}

/// The letters of a column.
std::string columnLetters(std::size_t column) {
    std::string letters;
    for (++column; column > 0; column = (column - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    }
    return letters;
}

/// Cells merged downwards, by their first column.
struct Merged {
    std::size_t column;
    std::size_t firstRow;
    std::size_t lastRow;
};

class SheetCells : public XmlHandler {
public:
    SheetCells(const Workbook& workbook, std::string title, ImportReport& report,
               std::vector<Merged> merged)
        : workbook_(workbook), title_(std::move(title)), report_(report),
          merged_(std::move(merged)) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "c") {
            beginCell(attributes);
        } else if (name == "v" || name == "t") {
            inValue_ = !phonetic_;
        } else if (name == "f") {
            formula_ = true;
        } else if (name == "row") {
            beginRow(attributes["r"]);
        } else if (name == "rPh") {
            phonetic_ = true;
        } else if (name == "mergeCell") {
            noteMerged(attributes["ref"]);
        }
    }

    void end(std::string_view name) override {
        if (name == "c") {
            endCell();
        } else if (name == "v" || name == "t") {
            inValue_ = false;
        } else if (name == "row") {
            endRow();
        } else if (name == "rPh") {
            phonetic_ = false;
        }
    }

    void text(std::string_view text) override {
        if (inValue_) {
            value_ += text;
        }
    }

    [[nodiscard]] const std::vector<Merged>& found() const { return found_; }
    [[nodiscard]] std::string take() { return std::move(text_); }

    /// Notes that concern the sheet as a whole.
    void sum() const {
        if (merged_.empty()) {
            return;
        }
        report_.add({Severity::Note,
                     title_,
                     0,
                     {},
                     fmt::format("Cells merged downwards: {}, the first in {}{}. Their value was "
                                 "taken for each of their rows.",
                                 merged_.size(), columnLetters(merged_.front().column),
                                 merged_.front().firstRow)});
    }

private:
    void say(Severity severity, std::string message) const {
        report_.add({severity, title_, row_, fmt::format("column {}", columnLetters(column_)),
                     std::move(message)});
    }

    void beginRow(std::string_view number) {
        std::size_t row = row_ + 1;
        if (!number.empty()) {
            std::from_chars(number.data(), number.data() + number.size(), row);
        }
        cells_.clear();
        column_ = 0;
        nextColumn_ = 0;
        rowTaken_ = row > row_ && row <= mostRows;
        if (!rowTaken_) {
            report_.add({Severity::Refused,
                         title_,
                         row_,
                         {},
                         fmt::format("The row after this one says that it is row {}, which cannot "
                                     "be; it was not taken.",
                                     quotedField(number))});
            return;
        }
        row_ = row;
    }

    void beginCell(const XmlAttributes& attributes) {
        value_.clear();
        formula_ = false;
        type_ = attributes["t"];
        style_ = 0;
        const std::string_view style = attributes["s"];
        std::from_chars(style.data(), style.data() + style.size(), style_);
        const std::string_view reference = attributes["r"];
        const std::optional<CellPlace> place = parsePlace(reference);
        column_ = place ? place->column : nextColumn_;
        cellTaken_ = rowTaken_ && column_ < mostColumns && (place || reference.empty());
        if (rowTaken_ && !cellTaken_) {
            say(Severity::Repaired, fmt::format("There is a cell at {}, which is no place in a "
                                                "sheet; it was left out.",
                                                quotedField(reference)));
        }
        nextColumn_ = column_ + 1;
    }

    void endCell() {
        if (cellTaken_ && value_.empty() && formula_) {
            say(Severity::Note,
                "The formula's result is not in the file, and the cell was taken as "
                "empty: open the workbook in a spreadsheet program and save it.");
        }
        if (!cellTaken_ || value_.empty()) {
            return;
        }
        std::string field = fieldOf();
        // Blanks around a cell's text are no part of a name, as in any table.
        field = std::string(trimmedText(field));
        if (field.empty()) {
            return;
        }
        if (cells_.size() <= column_) {
            cells_.resize(column_ + 1);
        }
        cells_[column_] = std::move(field);
    }

    std::string fieldOf() {
        if (type_ == "s") {
            std::size_t index = SIZE_MAX;
            std::from_chars(value_.data(), value_.data() + value_.size(), index);
            if (index < workbook_.sharedStrings().size()) {
                return workbook_.sharedStrings()[index];
            }
            say(Severity::Repaired, fmt::format("The cell's text {} is not in the workbook; it was "
                                                "taken as empty.",
                                                quotedField(value_)));
            return {};
        }
        if (type_ == "e") {
            say(Severity::Note,
                fmt::format("The cell holds the error {}; it was taken as empty.", value_));
            return {};
        }
        if (type_ == "b") {
            return value_ == "1" || value_ == "true" ? "true" : "false";
        }
        if (type_ == "d") {
            constexpr std::string_view midnight = "T00:00:00";
            const std::size_t at = value_.find(midnight);
            return at == std::string::npos ? value_ : value_.substr(0, at);
        }
        return type_.empty() || type_ == "n" ? numberField() : value_;
    }

    std::string numberField() {
        double number = 0;
        const char* const last = value_.data() + value_.size();
        const auto [end, error] = std::from_chars(value_.data(), last, number);
        if (error != std::errc{} || end != last) {
            return value_;
        }
        const NumberFormat format = workbook_.format(style_);
        if (format.date() || format.time) {
            if (std::optional<std::string> date =
                    serialDateText(number, format, workbook_.dates())) {
                return std::move(*date);
            }
            if (format.date()) {
                say(Severity::Note, fmt::format("The cell is formatted as a date, but {} is none; "
                                                "it was taken as a number.",
                                                value_));
            }
        }
        return tableNumberText(number);
    }

    void noteMerged(std::string_view range) {
        const std::size_t colon = std::min(range.find(':'), range.size());
        const auto first = parsePlace(range.substr(0, colon));
        const auto last = parsePlace(range.substr(std::min(colon + 1, range.size())));
        if (first && last && last->row > first->row && found_.size() < mostRows) {
            found_.push_back({first->column, first->row, last->row});
        }
    }

    void endRow() {
        if (!rowTaken_) {
            return;
        }
        fillMerged();
        while (line_ < row_) {
            text_ += '\n';
            ++line_;
        }
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (i > 0) {
                text_ += sheetSeparator;
            }
            append(cells_[i]);
        }
        constexpr std::size_t mostText = std::size_t{512} << 20U;
        if (text_.size() > mostText) {
            throw FileError(fmt::format("{}, line {}: the sheet holds more than {} MiB of text up "
                                        "to here: save the part that you need as CSV and open "
                                        "that.",
                                        title_, row_, mostText >> 20U));
        }
    }

    /// Puts the values of cells merged downwards into this row.
    void fillMerged() {
        while (nextMerged_ < merged_.size() && merged_[nextMerged_].firstRow < row_) {
            ++nextMerged_;
        }
        std::erase_if(open_, [this](const auto& each) { return each.first.lastRow < row_; });
        for (const auto& [merged, value] : open_) {
            if (cells_.size() <= merged.column) {
                cells_.resize(merged.column + 1);
            }
            if (cells_[merged.column].empty()) {
                cells_[merged.column] = value;
            }
        }
        for (; nextMerged_ < merged_.size() && merged_[nextMerged_].firstRow == row_;
             ++nextMerged_) {
            const std::size_t column = merged_[nextMerged_].column;
            const bool overlaps = std::ranges::any_of(
                open_, [column](const auto& each) { return each.first.column == column; });
            if (column < cells_.size() && !cells_[column].empty() && !overlaps) {
                open_.emplace_back(merged_[nextMerged_], cells_[column]);
            }
        }
    }

    void append(std::string_view field) {
        const bool quoted =
            !field.empty() && (field.find_first_of("\t\r\n\"") != std::string_view::npos ||
                               field.front() == ' ' || field.back() == ' ');
        if (!quoted) {
            text_ += field;
            return;
        }
        text_ += '"';
        for (const char c : field) {
            text_ += c;
            if (c == '"') {
                text_ += '"';
            }
        }
        text_ += '"';
    }

    const Workbook& workbook_;
    std::string title_;
    ImportReport& report_;
    std::vector<Merged> merged_; ///< by their first rows
    std::vector<Merged> found_;
    std::vector<std::pair<Merged, std::string>> open_;
    std::size_t nextMerged_ = 0;
    std::string text_;
    std::size_t line_ = 1; ///< on which the text ends
    std::size_t row_ = 0;
    std::size_t column_ = 0;
    std::size_t nextColumn_ = 0;
    std::size_t style_ = 0;
    std::string type_;
    std::string value_;
    std::vector<std::string> cells_;
    bool rowTaken_ = false;
    bool cellTaken_ = false;
    bool inValue_ = false;
    bool formula_ = false;
    bool phonetic_ = false;
};

} // namespace

std::string sheetTitle(const std::string& file, const std::string& sheet) {
    return fmt::format("{}, sheet “{}”", file, sheet);
}

std::string sheetText(Workbook& workbook, const Sheet& sheet, ImportReport& report,
                      const Progress& progress) {
    const std::string title = sheetTitle(workbook.file(), sheet.name);
    const auto read = [&](ImportReport& said, std::vector<Merged> merged) {
        SheetCells cells(workbook, title, said, std::move(merged));
        readXmlPart(workbook.archive(), sheet.part, cells, [&] { progress.throwIfStopped(); });
        cells.sum();
        return cells;
    };
    // Which cells are merged is told only after the cells.
    ImportReport first = report;
    SheetCells cells = read(first, {});
    if (cells.found().empty()) {
        report = std::move(first);
        return cells.take();
    }
    std::vector<Merged> merged = cells.found();
    std::ranges::stable_sort(merged, {}, &Merged::firstRow);
    return read(report, std::move(merged)).take();
}

} // namespace entente
