#include "ui/window/theme.h"

#include "ui/scene/widget_palette.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QStyle>
#include <QStyleFactory>

namespace entente::ui {

namespace {

const QString portalService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString portalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearanceGroup = QStringLiteral("org.freedesktop.appearance");
const QString colourSchemeKey = QStringLiteral("color-scheme");

QString styleSheetOf(const Colours& colours) {
    return QStringLiteral(R"(
QMainWindow, QDialog { background: %1; }
QMainWindow::separator { background: %3; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: %5; }
QMenuBar { background: %2; border: none; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: %3; }
QMenu { background: %1; border: 1px solid %3; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: %5; color: %1; }
QMenu::item:disabled { color: %4; }
QMenu::separator { height: 1px; background: %3; margin: 4px 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 5px; }
QToolBar { background: %1; border: none; border-bottom: 1px solid %3; spacing: 8px; padding: 6px 12px; }
QStatusBar { background: %2; color: %4; }
QStatusBar::item { border: none; }
QDockWidget { font-weight: 600; }
QDockWidget::title { background: %2; padding: 6px 12px; text-align: left; }
QTabBar::tab { background: transparent; color: %4; padding: 6px 14px; border: none;
               border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: %6; border-bottom: 2px solid %5; }
QTabBar::tab:hover { color: %6; }
QTabBar::tab:focus { background: %2; }
QToolTip { background: %2; color: %6; border: 1px solid %3; padding: 4px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: %3; border-radius: 4px; margin: 1px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: %4; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: none; }
)")
        .arg(colours.ground.name(), colours.panel.name(), colours.line.name(),
             colours.quietText.name(), colours.accent.name(), colours.text.name());
}

} // namespace

void applyTheme(QApplication& application, Theme theme) {
    const Colours& colours = Colours::of(theme);
    // Once there is a style sheet, the style is that of style sheets, with Fusion beneath it.
    if (application.styleSheet().isEmpty()) {
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    }
    QApplication::setPalette(widgetPalette(colours));
    application.setStyleSheet(styleSheetOf(colours));
}

SystemTheme::SystemTheme(QObject* parent)
    : QObject(parent),
      theme_(QGuiApplication::palette().color(QPalette::Window).lightness() < 128 ? Theme::Dark
                                                                                  : Theme::Light) {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(portalService, portalPath, portalInterface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(portalService, portalPath, portalInterface,
                                                       QStringLiteral("Read"));
    call << appearanceGroup << colourSchemeKey;
    auto* const watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QVariant> reply = *watcher;
        if (!reply.isError()) {
            take(reply.value());
        }
        watcher->deleteLater();
    });
}

void SystemTheme::settingChanged(const QString& group, const QString& key, const QVariant& value) {
    if (group == appearanceGroup && key == colourSchemeKey) {
        take(value);
    }
}

void SystemTheme::take(const QVariant& colourScheme) {
    QVariant value = colourScheme;
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    constexpr unsigned preferDark = 1;
    const Theme theme = value.toUInt() == preferDark ? Theme::Dark : Theme::Light;
    if (theme != theme_) {
        theme_ = theme;
        emit changed(theme);
    }
}

} // namespace entente::ui
