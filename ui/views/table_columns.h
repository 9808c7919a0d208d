#pragma once

#include "core/model/dossier.h"

#include <QString>

#include <functional>
#include <vector>

namespace entente::ui {

/// The lists that the table shows, one at a time.
enum class Table : std::uint8_t {
    Actors,
    Agreements,
    Events,
    Ties,
    Participations,
    Lineage,
    Claims,
    Sources,
};
inline constexpr std::size_t tableCount = 8;

QString tableTitle(Table table);
/// The kind of element that its rows are.
ElementKind elementKindOf(Table table);
/// The rows of the dossier that belong to the table, removed ones left out, in order. O(rows).
std::vector<std::uint32_t> rowsOf(const Dossier& dossier, Table table);

/// One column: what it shows of a row of the dossier, and by what it sorts.
struct TableColumn {
    enum class Marks : std::uint8_t { None, Element, Sectors };

    QString title;
    std::function<QString(std::uint32_t)> text;
    /// For other programs: dates as EDTF, numbers without grouping. As `text` where it is empty.
    std::function<QString(std::uint32_t)> plain;
    /// Sorts by value: numbers, dates, the order of a vocabulary. NaN comes last.
    std::function<double(std::uint32_t)> number;
    /// Sorts by the folded text of a string of the dossier; else by the folded `text`.
    std::function<StringId(std::uint32_t)> string;
    bool alignRight = false;
    bool isAttribute = false; ///< of the file, not of Entente
    Marks marks = Marks::None;
    int mostWidth = 240;
};

/// The columns of the table, the attributes that occur in it last. They refer to the dossier.
/// O(edges).
std::vector<TableColumn> columnsOf(const Dossier& dossier, Table table);

} // namespace entente::ui
