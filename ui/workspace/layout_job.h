#pragma once

#include "core/layout/layout.h"

#include <QObject>

#include <exception>
#include <optional>
#include <thread>
#include <vector>

namespace entente::ui {

/// One layout on a thread of its own. Destroying it stops it; `finished` then does not come.
class LayoutJob : public QObject {
    Q_OBJECT

public:
    /// `rows` are the dossier's rows of the graph's vertices, handed back with the positions.
    LayoutJob(LayoutGraph graph, LayoutOptions options, std::vector<VertexIndex> rows,
              Projection projection);
    ~LayoutJob() override;

    void start();
    void stop();
    /// Blocks until the computation is over; `finished` still comes through the event loop unless
    /// the result is taken here.
    void wait();

    /// The positions, once; none where it was stopped or has failed.
    std::optional<std::vector<Point>> takePositions();
    [[nodiscard]] const std::vector<VertexIndex>& rows() const { return rows_; }
    [[nodiscard]] Projection projection() const { return projection_; }

signals:
    void progressed(double fraction);
    void finished();

private:
    void run(const std::stop_token& stop);

    LayoutGraph graph_;
    LayoutOptions options_;
    std::vector<VertexIndex> rows_;
    Projection projection_;
    std::optional<std::vector<Point>> positions_;
    std::jthread thread_;
};

} // namespace entente::ui
