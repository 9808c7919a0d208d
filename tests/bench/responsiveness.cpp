// How long the window does not answer while it opens, filters, styles and edits a dossier:
// bench_responsiveness FILE...
#include "core/formats/registry.h"
#include "ui/window/main_window.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QEventLoop>
#include <QLoggingCategory>
#include <QTimer>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <functional>

namespace entente::ui {

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration duration) {
    return std::chrono::duration<double, std::milli>(duration).count();
}

/// Runs the event loop and notes how long it did not turn.
class Pulse {
public:
    Pulse() {
        timer_.setTimerType(Qt::PreciseTimer);
        timer_.setInterval(1);
        QObject::connect(&timer_, &QTimer::timeout, [this] { beat(); });
        timer_.start();
    }

    /// Does something, turns the loop until `done` says so and for a second more, and prints.
    void measure(
        const char* what, const std::function<void()>& act,
        const std::function<bool()>& done = [] { return true; }) {
        longest_ = {};
        last_ = Clock::now();
        const auto begin = last_;
        act();
        beat();
        const double call = milliseconds(longest_);
        Clock::duration until{};
        while (!done()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        until = Clock::now() - begin;
        const auto end = Clock::now() + std::chrono::seconds(1);
        while (Clock::now() < end) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        fmt::print("{:<34} call {:7.1f} ms   longest {:7.1f} ms   done after {:8.1f} ms\n", what,
                   call, milliseconds(longest_), milliseconds(until));
        std::fflush(stdout);
    }

private:
    void beat() {
        const auto now = Clock::now();
        longest_ = std::max(longest_, now - last_);
        last_ = now;
    }

    QTimer timer_;
    Clock::time_point last_;
    Clock::duration longest_{};
};

void measureAll(Dossier dossier) {
    MainWindow window(ThemeChoice::Light);
    window.resize(1600, 1000);
    window.show();
    Workspace& workspace = window.workspace();
    Pulse pulse;
    const auto evaluated = [&] { return !workspace.isEvaluating(); };
    const auto laidOut = [&] { return evaluated() && !workspace.layoutRunning(); };
    pulse.measure(
        "open", [&] { workspace.setDossier(std::move(dossier), {}); }, laidOut);
    const auto filter = [&](const char* what, const std::function<void(Filter&)>& change) {
        Filter wanted = workspace.filter();
        change(wanted);
        pulse.measure(
            what, [&] { workspace.setFilter(wanted); }, evaluated);
    };
    filter("one sector", [](Filter& wanted) { wanted.sectors = sectorBit(0); });
    filter("all sectors", [](Filter& wanted) { wanted.sectors = allSectors; });
    const DaySpan extent = workspace.extent();
    filter("half of the time", [&](Filter& wanted) {
        wanted.window = DaySpan{extent.first, extent.first + (extent.last - extent.first) / 2};
    });
    filter("all of the time", [](Filter& wanted) { wanted.window.reset(); });
    filter("a text", [](Filter& wanted) { wanted.text = "11"; });
    filter("no text", [](Filter& wanted) { wanted.text.clear(); });
    const VertexIndex row = workspace.network().element(0);
    pulse.measure("select", [&] { workspace.select({{ElementKind::Vertex, row}}); });
    pulse.measure(
        "dark", [&] { window.setTheme(ThemeChoice::Dark); }, evaluated);
    pulse.measure(
        "full projection",
        [&] {
            workspace.setProjection({Projection::Full, true});
        },
        laidOut);
    pulse.measure(
        "edit a name",
        [&] {
            Vertex vertex = workspace.dossier().vertices().row(row);
            vertex.label = workspace.intern("Another name");
            workspace.perform(replaceVertex(workspace.dossier(), row, std::move(vertex), "Name"));
        },
        evaluated);
    pulse.measure(
        "undo", [&] { workspace.undo(); }, evaluated);
}

} // namespace

} // namespace entente::ui

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    const QApplication application(argc, argv);
    try {
        const std::vector<std::filesystem::path> files(argv + 1, argv + argc);
        entente::ui::measureAll(entente::openFiles(files).dossier);
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
    return 0;
}
