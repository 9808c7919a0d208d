#include "ui/window/background_task.h"

#include <QEventLoop>
#include <QProgressDialog>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <thread>

namespace entente::ui {

void runInBackground(QWidget* parent, const QString& title,
                     const std::function<void(const Progress&)>& work) {
    // Shorter than what a user takes for a delay: no dialog flashes up for quick work.
    constexpr std::chrono::milliseconds moment(100);
    constexpr int steps = 1000;
    constexpr int refreshMilliseconds = 50;

    std::atomic<double> fraction = 0;
    std::stop_source stop;
    QEventLoop loop;
    std::packaged_task<void()> task([&] {
        work(Progress{[&fraction](double value) { fraction = value; }, stop.get_token()});
    });
    std::future<void> result = task.get_future();
    std::jthread thread([&task, &loop] {
        task();
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    if (result.wait_for(moment) != std::future_status::ready) {
        QProgressDialog dialog(title, QObject::tr("Cancel"), 0, steps, parent);
        dialog.setWindowModality(Qt::ApplicationModal);
        dialog.setWindowTitle(QStringLiteral("Entente"));
        dialog.setAutoReset(false);
        dialog.setAutoClose(false);
        dialog.setMinimumDuration(0);
        QObject::connect(&dialog, &QProgressDialog::canceled, &dialog,
                         [&stop] { stop.request_stop(); });
        QTimer timer;
        QObject::connect(&timer, &QTimer::timeout, &dialog, [&dialog, &fraction, &stop] {
            if (!stop.stop_requested()) {
                dialog.setValue(std::clamp(static_cast<int>(fraction * steps), 0, steps - 1));
            }
        });
        timer.start(refreshMilliseconds);
        dialog.show();
        loop.exec();
    }
    thread.join();
    result.get();
}

} // namespace entente::ui
