#include "app/command_line.h"
#include "ui/views/network_view.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTimer>

#include <chrono>
#include <cstdio>

namespace entente {

namespace {

/// Set before main(): as near to the start of the process as a program can see by itself.
const auto processStart = std::chrono::steady_clock::now();

ui::ThemeChoice themeChoice(const std::string& option) {
    const QString word = option.empty() ? QSettings().value(QStringLiteral("theme")).toString()
                                        : QString::fromStdString(option);
    return word == QLatin1String("dark")    ? ui::ThemeChoice::Dark
           : word == QLatin1String("light") ? ui::ThemeChoice::Light
                                            : ui::ThemeChoice::System;
}

/// Calls back once when a widget has been painted for the first time.
class FirstPaint : public QObject {
public:
    FirstPaint(QWidget* widget, std::function<void()> then)
        : QObject(widget), then_(std::move(then)) {
        widget->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && then_) {
            // After this event, and with it the first frame, is done.
            QMetaObject::invokeMethod(watched, std::exchange(then_, nullptr), Qt::QueuedConnection);
        }
        return false;
    }

private:
    std::function<void()> then_;
};

void printStartupTime() {
    const std::chrono::duration<double, std::milli> elapsed =
        std::chrono::steady_clock::now() - processStart;
    std::printf("Started in %.0f ms.\n", elapsed.count());
    std::fflush(stdout);
}

QSize parseSize(const std::string& text) {
    const QStringList parts = QString::fromStdString(text).split(QLatin1Char('x'));
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    return size.isEmpty() ? QSize(1600, 1000) : size;
}

void takeScreenshot(ui::MainWindow& window, const QString& path) {
    window.workspace().waitForLayout();
    QTimer::singleShot(500, &window, [&window, path] {
        window.networkView().finishDrawing();
        const bool saved = window.grab().save(path);
        QCoreApplication::exit(static_cast<int>(saved ? ExitCode::Done : ExitCode::Failed));
    });
}

} // namespace

int runWindow(const WindowOptions& options, int argc, char** argv) {
    QApplication::setOrganizationName(QStringLiteral("Entente"));
    QApplication::setApplicationName(QStringLiteral("Entente"));
    QApplication::setApplicationVersion(QStringLiteral(ENTENTE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("entente"));
    QApplication application(argc, argv);

    ui::MainWindow window(themeChoice(options.theme));
    const bool pictured = !options.screenshot.empty();
    if (pictured) {
        window.resize(parseSize(options.screenshotSize));
    }
    if (options.renderer == "gl") {
        window.networkView().setRenderer(ui::NetworkView::Renderer::OpenGl);
    } else if (options.renderer.empty()) {
        window.networkView().chooseRenderer();
    }
    if (options.startupTime) {
        new FirstPaint(&window.networkView().canvas(), printStartupTime);
    }
    if (options.files.empty()) {
        window.document().openBuiltIn();
    }
    window.show();
    // Reading files takes its time: what is pictured is what comes of it.
    QTimer::singleShot(options.files.empty() ? 200 : 0, &window, [&window, &options, pictured] {
        if (!options.files.empty()) {
            QStringList files;
            for (const std::string& file : options.files) {
                files << QString::fromStdString(file);
            }
            if (!window.document().open(files)) {
                window.document().openBuiltIn();
            }
        }
        if (pictured) {
            takeScreenshot(window, QString::fromStdString(options.screenshot));
        }
    });
    return QApplication::exec();
}

} // namespace entente
