#pragma once

#include "core/formats/edge_rows.h"
#include "core/formats/node_rows.h"
#include "core/formats/row_stream.h"

#include <optional>
#include <string>
#include <vector>

namespace entente {

/// Builds a dossier from rows as they come. An edge is built at once where its ends are there, else
/// it and all after it wait until all nodes are.
class RowBuilder {
public:
    RowBuilder(const XmlStream& xml, const GraphColumns& nodes, const GraphColumns& edges,
               Dossier& dossier, ImportReport& report);

    void take(RowBatch&& batch);
    /// Builds what waits. Call after the last batch.
    void finish(const Progress& progress);

private:
    /// The header and the present row of nodes or of edges.
    struct Side {
        explicit Side(const GraphColumns& known) : columns(known) {}

        /// Reads the row's values; the views last as long as the batch.
        void fill(const RowBatch& batch, const RowBatch::Row& row, std::size_t firstValue,
                  std::size_t textBegin, const std::string& file);

        /// Whether values of that column become strings of the dossier.
        [[nodiscard]] bool isText(std::size_t column) const {
            return column < texts.size() ? texts[column] : texts.empty();
        }
        void setTexts(const std::vector<std::size_t>& of);

        const GraphColumns& columns;
        std::optional<TableHeader> header;
        std::vector<bool> texts; ///< by column; empty while it is not known
        std::size_t source = TableHeader::none;
        std::size_t target = TableHeader::none;
        std::vector<std::string_view> fields;
        std::vector<std::size_t> filled;
    };

    /// Calls `action(number, row, firstValue, textBegin)` for each row.
    template <typename Action>
    void eachRow(const RowBatch& batch, Action action);
    /// Looks up the texts of some rows from `row` on, all at once; gives the row after them.
    std::size_t lookUp(const RowBatch& batch, std::size_t row, std::size_t value, std::size_t text);
    void readNode(const RowBatch::Row& row);
    void readEdge(const RowBatch::Row& row, const EdgeRows::Ends& ends);
    /// The ends of the present edge, as far as they are there.
    [[nodiscard]] EdgeRows::Ends ends(const RowBatch& batch, const RowBatch::Row& row,
                                      std::size_t firstValue) const;

    std::string file_;
    LineCounter lines_;
    Dossier& dossier_;
    ImportReport& report_;
    Side nodes_;
    Side edges_;
    std::optional<NodeRows> nodeRows_;
    std::optional<EdgeRows> edgeRows_;
    std::vector<std::string_view> found_; ///< texts that were looked up
    std::vector<StringId> foundIds_;      ///< of them; `noString` where they were not there
    std::size_t firstFound_ = 0;          ///< the value that the first of them belongs to
    std::vector<RowBatch> waiting_;       ///< all of their nodes are built
    std::size_t waitingFrom_ = 0;         ///< the first row that waits in the first of them
};

} // namespace entente
