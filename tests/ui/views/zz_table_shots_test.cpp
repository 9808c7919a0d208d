#include "ui/views/charts_view.h"
#include "ui/views/table_view.h"
#include "ui/workspace/built_in_dossier.h"
#include "ui/workspace/workspace.h"
#include <QApplication>
#include <QTabBar>
#include <gtest/gtest.h>
namespace entente::ui {
TEST(Shots, All) {
    if (!qEnvironmentVariableIsSet("SHOTS")) GTEST_SKIP();
    QApplication::setStyle(QStringLiteral("Fusion"));
    QFont f(QStringLiteral("Noto Sans")); f.setPixelSize(13); QApplication::setFont(f);
    Workspace ws;
    ws.setDossier(builtInDossier(), {});
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        Style st; st.theme = theme; ws.setStyle(st);
        const QString suffix = theme == Theme::Light ? QStringLiteral("light") : QStringLiteral("dark");
        auto save = [&](QWidget& w, const QString& n) {
            QApplication::processEvents();
            w.grab().save(QStringLiteral("/tmp/shots/%1-%2.png").arg(n, suffix));
        };
        TableView t(&ws); t.resize(900, 300); t.show(); save(t, QStringLiteral("table-actors"));
        ws.select({{ElementKind::Vertex, ws.dossier().findVertex("jcpoa")}});
        t.findChild<QTabBar*>()->setCurrentIndex(1); save(t, QStringLiteral("table-agreements"));
        t.findChild<QTabBar*>()->setCurrentIndex(3); save(t, QStringLiteral("table-ties"));
        t.findChild<QTabBar*>()->setCurrentIndex(6); save(t, QStringLiteral("table-claims"));
        ChartsView c(&ws); c.resize(900, 300); c.show(); save(c, QStringLiteral("charts"));
        c.resize(1200, 500); save(c, QStringLiteral("charts-big"));
        c.resize(420, 600); save(c, QStringLiteral("charts-narrow"));
        Filter fl; fl.sectors = 0; ws.setFilter(fl); c.resize(900,300); save(c, QStringLiteral("charts-empty")); ws.setFilter({});
    }
}
}
