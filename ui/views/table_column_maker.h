#pragma once

#include "ui/views/table_columns.h"

namespace entente::ui {

/// Makes the columns of one table of one dossier, one after another. What a call gives back may be
/// adjusted until the next call.
class TableColumnMaker {
public:
    using Row = std::uint32_t;

    explicit TableColumnMaker(const Dossier& dossier) : dossier_(dossier) {}

    TableColumn& add(const QString& title, std::function<QString(Row)> text);
    TableColumn& string(const QString& title, std::function<StringId(Row)> id);
    /// The name of a vertex.
    TableColumn& vertex(const QString& title, std::function<VertexIndex(Row)> of);
    /// Right-aligned.
    TableColumn& number(const QString& title, std::function<double(Row)> of);
    /// The words of a vocabulary, sorted in its order.
    template <typename Enumeration>
    TableColumn& word(const QString& title, QString (*words)(Enumeration),
                      std::function<Enumeration(Row)> of) {
        constexpr int wordWidth = 120;
        TableColumn& column = add(title, [words, of](Row row) { return words(of(row)); });
        column.number = [of](Row row) { return static_cast<double>(of(row)); };
        column.mostWidth = wordWidth;
        return column;
    }
    /// Two columns, begin and end.
    void periods(const std::function<const Period&(Row)>& of);
    /// One column for a period that is a date as a rule.
    void date(const QString& title, const std::function<const Period&(Row)>& of);
    void sectors(const std::function<SectorSet(Row)>& of);
    void confidence(std::function<Confidence(Row)> of);
    /// A column for each attribute that one of the rows has; of numbers where all of them are.
    void attributes(const AttributeColumns& attributes, const std::vector<Row>& rows);

    [[nodiscard]] std::vector<TableColumn> take() { return std::move(columns_); }

private:
    void endpoint(const QString& title, const std::function<const Period&(Row)>& of, bool isEnd);

    const Dossier& dossier_;
    std::vector<TableColumn> columns_;
};

} // namespace entente::ui
