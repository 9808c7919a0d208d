#pragma once

#include "core/formats/element_columns.h"

#include <optional>
#include <string_view>
#include <vector>

namespace entente {

/// Adds edges from rows whose columns a header names, whatever format they come from: the words of
/// `columns::ofEdges` say what Entente knows, all other columns are kept as attributes. Make it
/// when all nodes are read.
class EdgeRows {
public:
    using Fields = ElementColumns::Fields;

    /// The header must outlive this.
    EdgeRows(const TableHeader& header, Dossier& dossier, ImportReport& report);

    /// The first edge that the row became, one for each of its periods; `noIndex` where it names no
    /// two ends, or, in a table, has a date or a weight that is none, which the report then says.
    ///  Ends that are
    /// not there become actors, or agreements where the row is a participation or lineage.
    /// O(fields).
    EdgeIndex read(Fields fields, std::size_t line) { return read(fields, line, {}); }

    /// Ends that are known to be there under the names in the row, or `noIndex`.
    struct Ends {
        VertexIndex source = noIndex;
        VertexIndex target = noIndex;
    };
    /// The same, without looking these up.
    EdgeIndex read(Fields fields, std::size_t line, const Ends& known);

    /// Prepares some rows from `first` on for reading; gives the row after them.
    [[nodiscard]] std::size_t prepare(const DelimitedRows& rows, std::size_t first);
    /// Reads a row that is prepared.
    void read(const DelimitedRows& rows, std::size_t row);

    /// Notes that concern all rows; call after the last one.
    void sum();

    /// What rows have in common with those of nodes.
    [[nodiscard]] const ElementColumns& columns() const { return columns_; }

private:
    /// Edges whose weight is −8 or −9: a code for a missing value, unless other weights are
    /// negative too.
    struct DoubtfulWeight {
        EdgeIndex first;
        EdgeIndex end;
        std::size_t code;
    };

    bool readWeight(Fields fields, std::size_t line);
    /// "the row", or which edge it is where the format tells no lines.
    [[nodiscard]] std::string rowName(Fields fields, std::size_t line) const;
    void settleDoubtful();
    VertexIndex endNamed(std::string_view id, std::size_t line, std::size_t column,
                         VertexKind kind);
    void readKind(std::optional<EdgeKind> kind);
    /// The edge's type is what is said first by role, type, kind and label, as far as they do not
    /// say something else; what is left of them is kept as attributes.
    void readMeaning(Fields fields, std::string_view kindText, bool kindKnown);
    bool takeId(StringId id);
    StringId freeId(Fields fields, std::size_t line);
    /// The id of a row's edge, with a number, for its next one.
    StringId numberedId(StringId id, std::size_t& number);
    /// Adds the edge of the row, once for each period.
    EdgeIndex addAll(std::size_t line);

    Dossier& dossier_;
    ImportReport& report_;
    ElementColumns columns_;
    std::size_t source_;
    std::size_t target_;
    std::size_t type_;
    std::size_t id_;
    std::size_t label_;
    std::size_t kind_;
    std::size_t role_;
    std::size_t weight_;
    bool nodesKnown_;
    std::size_t negative_ = 0;
    std::size_t severalPeriods_ = 0; ///< rows with several
    std::size_t mutual_ = 0;
    std::size_t edgesOfThem_ = 0;
    std::size_t firstSeveral_ = 0; ///< the line of the first of them
    std::size_t doubtfulCode_ = 0; ///< 8 or 9 where the row's weight is −8 or −9
    std::vector<DoubtfulWeight> doubtful_;
    std::vector<bool> ids_; ///< by string, those that edges have
    std::vector<Period> periods_;
    std::vector<std::string_view> endTexts_; ///< of the rows that are prepared, two a row
    std::vector<StringId> endIds_;
    std::vector<Ends> ends_; ///< as far as they were there
    std::size_t firstPrepared_ = 0;
    Edge edge_;
};

} // namespace entente
