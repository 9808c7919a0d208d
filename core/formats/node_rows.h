#pragma once

#include "core/formats/element_columns.h"

#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// Adds vertices from rows whose columns a header names, whatever format they come from: the words
/// of `columns::ofNodes` say what Entente knows, all other columns are kept as attributes.
class NodeRows {
public:
    using Fields = ElementColumns::Fields;

    /// The header must outlive this.
    NodeRows(const TableHeader& header, Dossier& dossier, ImportReport& report);

    /// The vertex that the row became; `noIndex` where it has no id or one that is there already,
    /// or a date that is none, which the report then says. O(fields).
    VertexIndex read(Fields fields, std::size_t line);

    /// Notes that concern all rows; call after the last one.
    void sum() { columns_.sum("Nodes"); }

    /// What rows have in common with those of edges.
    [[nodiscard]] const ElementColumns& columns() const { return columns_; }

    /// Prepares some rows from `first` on for reading; gives the row after them.
    [[nodiscard]] std::size_t prepare(const DelimitedRows& rows, std::size_t first) const;
    /// Reads a row that is prepared.
    void read(const DelimitedRows& rows, std::size_t row);

private:
    void takeCodes();
    void takeNames();
    void readKind(Fields fields, std::size_t line);
    [[nodiscard]] Status status(Fields fields, std::size_t line);
    [[nodiscard]] std::optional<double> degrees(Fields fields, std::size_t line, std::size_t column,
                                                double limit);
    void readDetails(Fields fields, std::size_t line);
    void readQuantities(Fields fields, std::size_t line, VertexDetails& details);
    void readRenewals(Fields fields, std::size_t line, VertexDetails& details);

    /// A column of names in one language.
    struct NameColumn {
        std::size_t column;
        std::string_view language;
        bool alias;
    };

    const TableHeader& header_;
    Dossier& dossier_;
    ImportReport& report_;
    ElementColumns columns_;
    std::size_t id_;
    std::size_t label_;
    std::size_t kind_;
    std::size_t type_;
    std::size_t status_;
    std::size_t latitude_;
    std::size_t longitude_;
    std::size_t terms_;
    std::size_t renewals_;
    std::size_t quantities_;
    std::vector<std::pair<std::size_t, std::string_view>> codes_;
    std::vector<NameColumn> names_;
    std::vector<Period> periods_;
    Vertex vertex_;
};

} // namespace entente
