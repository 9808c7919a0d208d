#pragma once

#include "core/formats/element_fields.h"
#include "core/formats/format.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente {

/// Rows of a format that names the attributes of an element only with the element: gathered until
/// all names are known, then read as those of a table. Values are views that must outlive this.
class GatheredRows {
public:
    static constexpr std::size_t none = SIZE_MAX;

    /// The column of that name, made where there is none. O(1).
    std::size_t column(std::string_view name);
    /// The column of that name, `none` where there is none.
    [[nodiscard]] std::size_t find(std::string_view name) const;

    void beginRow(std::size_t line);
    /// Gives the row begun last a value; several in one column become a list, "a; b".
    void set(std::size_t column, std::string_view value);
    void set(std::string_view name, std::string_view value) { set(column(name), value); }
    /// The value of the row begun last, empty where it has none. O(1).
    [[nodiscard]] std::string_view value(std::size_t column) const;
    /// Takes the value away from the row begun last.
    void unset(std::size_t column);
    /// A copy of the text that lives as long as this.
    std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }

    [[nodiscard]] std::size_t size() const { return begins_.size(); }

    /// Calls the column `name`, where that name is free.
    bool rename(std::size_t column, std::string_view name);
    /// The column's values are left out.
    void drop(std::size_t column);
    /// What rows without a value have in that column.
    void setDefault(std::size_t column, std::string_view value) { defaults_[column] = value; }
    /// What the file says of the type of the column's values.
    void declare(std::size_t column, FieldType type) { types_.emplace_back(column, type); }
    /// Replaces each value of the column.
    void transform(std::size_t column,
                   const std::function<std::string_view(std::string_view)>& change);
    /// Moves the values that `change` gives another form to the column of that name.
    void split(std::size_t from, std::string_view other,
               const std::function<std::optional<std::string_view>(std::string_view)>& change);
    /// Calls `take` with the values of each row that has both columns.
    void pairs(std::size_t first, std::size_t second,
               const std::function<void(std::string_view, std::string_view)>& take) const;
    /// Whether `test` holds for all values of the column.
    [[nodiscard]] bool all(std::size_t column,
                           const std::function<bool(std::string_view)>& test) const;

    /// Adds a vertex a row.
    void readNodes(const std::string& file, Dossier& dossier, ImportReport& report,
                   const Progress& progress) const;
    /// Adds an edge a row, or several where it has several periods; after all nodes.
    void readEdges(const std::string& file, Dossier& dossier, ImportReport& report,
                   const Progress& progress) const;

private:
    struct Cell {
        std::uint32_t column;
        std::string_view value;
    };
    struct Place {
        std::size_t cell = SIZE_MAX;
        std::string* list = nullptr; ///< its values, where there are several
    };

    [[nodiscard]] std::size_t endOf(std::size_t row) const {
        return row + 1 < size() ? begins_[row + 1] : cells_.size();
    }
    /// The cell of the row begun last, or null.
    [[nodiscard]] const Cell* cell(std::size_t column) const;

    template <typename Rows>
    void feed(Rows& rows, std::size_t columns, const Progress& progress) const;
    void declareTypes(Dossier& dossier, ElementKind owner) const;
    [[nodiscard]] std::size_t columnsRead(const std::string& file, ImportReport& report) const;

    std::vector<std::string> names_;
    std::vector<std::string_view> defaults_;
    std::vector<std::pair<std::size_t, FieldType>> types_; ///< of some columns
    std::unordered_map<std::string_view, std::size_t> columnOf_;
    std::deque<std::string> kept_;
    std::vector<Cell> cells_;
    std::vector<Place> places_;       ///< by column, where it last had a value
    std::vector<std::size_t> begins_; ///< of each row, its first cell
    std::vector<std::size_t> lines_;
};

} // namespace entente
