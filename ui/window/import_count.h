#pragma once

#include "core/formats/mapped_rows.h"

#include <QObject>

#include <thread>

namespace entente::ui {

/// What a whole table becomes, in numbers.
struct ImportCounts {
    std::size_t rowsRead = 0;
    std::size_t rowsRepaired = 0;
    std::size_t rowsRefused = 0;
    std::size_t vertices = 0;
    std::size_t edges = 0;
};

/// Counts what a mapping makes of a table, on a thread of its own. A new count stops the one before
/// it; destroying it stops it too.
class ImportCount : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~ImportCount() override { stop(); }

    void start(MappedTable table, Mapping mapping);
    void stop();

signals:
    void counted(const ImportCounts& counts);

private:
    std::jthread thread_;
    int run_ = 0;
};

} // namespace entente::ui
