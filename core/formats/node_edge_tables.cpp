#include "core/formats/node_edge_tables.h"

#include "core/formats/edge_rows.h"
#include "core/formats/node_rows.h"

namespace entente {

namespace {

constexpr std::size_t rowsBetweenReports = 16384;

template <typename Rows>
void readRows(const Table& table, Rows& elements, const Progress& progress) {
    std::size_t count = 0;
    for (DelimitedText rows = table.rows(); rows.next();) {
        if (++count % rowsBetweenReports == 0) {
            progress.throwIfStopped();
            progress.tell(rows.fraction());
        }
        elements.columns().checkShape(rows);
        elements.read(rows.fields(), rows.line());
    }
    elements.sum();
}

} // namespace

void readNodes(const Table& table, Dossier& dossier, ImportReport& report,
               const Progress& progress) {
    dossier.reserve(dossier.vertices().size() + table.rowEstimate(), dossier.edges().size());
    NodeRows rows(table.header(), dossier, report);
    readRows(table, rows, progress);
}

void readEdges(const Table& table, Dossier& dossier, ImportReport& report,
               const Progress& progress) {
    dossier.reserve(dossier.vertices().size(), dossier.edges().size() + table.rowEstimate());
    EdgeRows rows(table.header(), dossier, report);
    readRows(table, rows, progress);
}

} // namespace entente
