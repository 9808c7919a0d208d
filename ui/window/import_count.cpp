#include "ui/window/import_count.h"

#include <utility>

namespace entente::ui {

void ImportCount::start(MappedTable table, Mapping mapping) {
    stop();
    thread_ = std::jthread([this, run = run_, table = std::move(table),
                            mapping = std::move(mapping)](const std::stop_token& stopped) {
        ImportCounts counts;
        try {
            Dossier dossier;
            ImportReport report;
            readMapped(table, mapping, dossier, report, Progress{{}, stopped});
            counts = {report.rowsRead, report.rowsRepaired, report.rowsRefused,
                      dossier.vertices().count(), dossier.edges().count()};
        } catch (const std::exception&) {
            return; // stopped; what else is wrong the import itself will say
        }
        QMetaObject::invokeMethod(
            this,
            [this, run, counts] {
                if (run == run_) {
                    emit counted(counts);
                }
            },
            Qt::QueuedConnection);
    });
}

void ImportCount::stop() {
    ++run_;
    if (thread_.joinable()) {
        thread_.request_stop();
        thread_.join();
    }
}

} // namespace entente::ui
