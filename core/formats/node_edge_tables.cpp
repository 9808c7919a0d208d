#include "core/formats/node_edge_tables.h"

#include "core/formats/column_survey.h"
#include "core/formats/edge_rows.h"
#include "core/formats/node_rows.h"
#include "core/formats/table_rows.h"

namespace entente {

namespace {

template <typename Rows>
void readRows(const Table& table, Rows& elements, const Progress& progress) {
    eachBlockOfRows(table.rows(), progress, [&elements](const DelimitedRows& rows) {
        std::size_t prepared = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i == prepared) {
                prepared = elements.prepare(rows, i);
            }
            elements.read(rows, i);
        }
    });
    elements.sum();
}

} // namespace

void readNodes(const Table& table, Dossier& dossier, ImportReport& report,
               const Progress& progress) {
    dossier.reserve(dossier.vertices().size() + table.rowEstimate(), dossier.edges().size());
    const TableHeader header = surveyColumns(table, RowsOf::Nodes, report);
    NodeRows rows(header, dossier, report);
    readRows(table, rows, progress);
}

void readEdges(const Table& table, Dossier& dossier, ImportReport& report,
               const Progress& progress) {
    dossier.reserve(dossier.vertices().size(), dossier.edges().size() + table.rowEstimate());
    const TableHeader header = surveyColumns(table, RowsOf::Edges, report);
    EdgeRows rows(header, dossier, report);
    readRows(table, rows, progress);
}

} // namespace entente
