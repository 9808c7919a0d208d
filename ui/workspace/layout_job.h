#pragma once

#include "core/layout/layout.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace entente::ui {

/// What computes positions, `entente::layout` unless a test has one of its own.
using LayoutEngine =
    std::function<std::vector<Point>(const LayoutGraph&, const LayoutOptions&, const Progress&)>;

/// One layout on a thread of its own. Destroying it stops it; no signal comes after that. However
/// often the layout tells where it stands, one signal at most is on its way at a time, and who
/// answers it gets the latest.
class LayoutJob : public QObject {
    Q_OBJECT

public:
    using Positions = std::shared_ptr<const std::vector<Point>>;

    /// The layout by groups finds them itself where the options have none.
    LayoutJob(std::shared_ptr<const Network> network, LayoutOptions options,
              LayoutEngine engine = layout);
    ~LayoutJob() override;

    void start();
    void stop();
    /// Blocks until the computation is over; `finished` still comes through the event loop unless
    /// the result is taken here.
    void wait();

    /// Where everything stands so far; null where nothing is new since the last call.
    Positions takePreview();
    /// The positions, once; of a layout that was stopped or has failed the last preview. Null where
    /// there is none. Call it when the computation is over.
    Positions takePositions();
    /// The dossier's rows that the positions are of.
    [[nodiscard]] const std::vector<VertexIndex>& rows() const { return network_->elements(); }
    [[nodiscard]] Projection projection() const { return network_->options().projection; }
    /// The spread that the positions have.
    [[nodiscard]] double spread() const { return options_.spread; }

signals:
    /// There is a new preview to take.
    void moved();
    void progressed(double fraction);
    void finished();

private:
    void run(const std::stop_token& stop);
    void takeFromLayout(const std::vector<Point>& positions);
    void tellProgress(double fraction);

    std::shared_ptr<const Network> network_;
    LayoutOptions options_;
    LayoutEngine engine_;
    std::mutex mutex_;     ///< of the three below
    Positions latest_;     ///< of the previews
    bool untaken_ = false; ///< `latest_` is news
    Positions positions_;  ///< of the whole layout
    std::atomic<double> fraction_ = 0;
    std::atomic<bool> progressOnItsWay_ = false;
    std::jthread thread_;
};

} // namespace entente::ui
