#include "ui/views/table_view.h"
#include "ui/views/table_model.h"
#include "ui/views/charts_view.h"
#include "ui/workspace/workspace.h"
#include <QApplication>
#include <QTabBar>
#include <QElapsedTimer>
#include <gtest/gtest.h>
namespace entente::ui {
TEST(Bench, Million) {
    if (!qEnvironmentVariableIsSet("SHOTS")) GTEST_SKIP();
    Dossier d; 
    for (int i = 0; i < 100000; ++i) { Vertex v; v.id = d.intern("v" + std::to_string(i * 7919 % 100003)); v.label = v.id; v.kind = VertexKind::State; d.add(v); }
    const StringId ally = d.intern("ally");
    for (std::uint32_t i = 0; i < 1000000; ++i) { Edge e; e.source = i * 7919U % 100000U; e.target = i * 104729U % 100000U; e.type = ally; e.sectors = 1ULL << (i % 8); e.period = *parsePeriod(std::to_string(1900 + i % 100)); d.add(e); }
    Workspace ws; QElapsedTimer t; t.start();
    auto lap = [&](const char* what) { std::printf("%s %lld ms\n", what, static_cast<long long>(t.restart())); };
    ws.setDossier(std::move(d), {}); ws.stopLayout(); lap("setDossier");
    TableView v(&ws); v.resize(900, 300); v.show(); lap("view");
    v.findChild<QTabBar*>()->setCurrentIndex(3); lap("ties tab"); QApplication::processEvents(); lap("paint");
    auto* m = v.findChild<TableModel*>();
    m->sort(0, Qt::AscendingOrder); lap("sort text"); m->sort(3, Qt::DescendingOrder); lap("sort date"); m->sort(5, Qt::DescendingOrder); lap("sort sectors");
    ws.select({{ElementKind::Edge, 500000}}); lap("select"); QApplication::processEvents(); lap("paint");
    Filter f; f.sectors = 1; m->takeFilter(); lap("takeFilter alone"); 
    const QString csv = m->csv(); lap("csv");
}
}
