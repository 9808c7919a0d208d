#include "tests/ui/sample_workspace.h"
#include "ui/panels/filters_panel.h"
#include "ui/panels/history_panel.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/search_palette.h"
#include "ui/workspace/built_in_dossier.h"
#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <gtest/gtest.h>
namespace entente::ui {
TEST(Shots, All) {
    if (!qEnvironmentVariableIsSet("SHOTS"))
        GTEST_SKIP();
    QApplication::setStyle(QStringLiteral("Fusion"));
    QFont f(QStringLiteral("Noto Sans"));
    f.setPixelSize(13);
    QApplication::setFont(f);
    Workspace ws;
    ws.setDossier(builtInDossier(), {});
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        Style st;
        st.theme = theme;
        ws.setStyle(st);
        const QString suffix =
            theme == Theme::Light ? QStringLiteral("light") : QStringLiteral("dark");
        auto save = [&](QWidget& w, const QString& n) {
            QApplication::processEvents();
            w.grab().save(QStringLiteral("/tmp/shots/%1-%2.png").arg(n, suffix));
        };
        {
            FiltersPanel p(&ws);
            p.resize(230, 800);
            p.show();
            save(p, QStringLiteral("filters"));
            Filter fl;
            fl.sectors = ws.dossier().findSector("defence") | ws.dossier().findSector("energy") |
                         ws.dossier().findSector("nuclear");
            fl.window = DaySpan{dayNumber(2001, 1, 1), dayNumber(2025, 12, 31)};
            fl.centres = {ws.dossier().findVertex("iran"), ws.dossier().findVertex("russia")};
            fl.hidden = {3};
            ws.setFilter(fl);
            save(p, QStringLiteral("filters2"));
            p.resize(230, 1100);
            save(p, QStringLiteral("filters3"));
            ws.setFilter({});
        }
        {
            InspectorPanel p(&ws);
            p.resize(260, 800);
            p.show();
            save(p, QStringLiteral("cover"));
            for (const char* id : {"treaty-russia-iran-2025", "jcpoa", "russia", "putin"}) {
                ws.select({{ElementKind::Vertex, ws.dossier().findVertex(id)}});
                save(p, QStringLiteral("insp-") + QLatin1String(id));
            }
            p.edit();
            save(p, QStringLiteral("edit"));
            ws.select({{ElementKind::Edge, 5}});
            save(p, QStringLiteral("edge"));
            ws.select({{ElementKind::Source, 0}});
            save(p, QStringLiteral("source"));
            ws.select({{ElementKind::Vertex, ws.dossier().findVertex("treaty-russia-iran-2025")},
                       {ElementKind::Vertex, ws.dossier().findVertex("treaty-russia-iran-2001")}});
            save(p, QStringLiteral("pair"));
            ws.select({});
        }
        {
            SearchPalette p(&ws);
            p.popUp();
            QTest::keyClicks(p.findChild<QLineEdit*>(), QStringLiteral("rus"));
            save(p, QStringLiteral("search"));
            p.findChild<QLineEdit*>()->setText(QStringLiteral("рос"));
            save(p, QStringLiteral("search2"));
            p.findChild<QLineEdit*>()->setText({});
            save(p, QStringLiteral("search3"));
        }
    }
}
} // namespace entente::ui
