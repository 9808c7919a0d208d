#include "ui/views/table_view.h"

#include "tests/ui/graph_dossier.h"
#include "tests/ui/sample_workspace.h"
#include "ui/views/table_model.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

struct TableViewTest : testing::Test, SampleWorkspace {
    TableView view{&workspace};
    QTableView* list = view.findChild<QTableView*>();
    QTabBar* tabs = view.findChild<QTabBar*>();
    TableModel* model = view.findChild<TableModel*>();

    void SetUp() override {
        view.resize(900, 300);
        view.show();
        QApplication::setActiveWindow(&view);
    }

    void show(Table table) const { tabs->setCurrentIndex(static_cast<int>(table)); }

    [[nodiscard]] int column(const QString& title) const {
        for (int i = 0; i < model->columnCount(); ++i) {
            if (model->headerData(i, Qt::Horizontal, Qt::DisplayRole) == title) {
                return i;
            }
        }
        return -1;
    }

    [[nodiscard]] QStringList texts(const QString& title) const {
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row) {
            texts << model->index(row, column(title)).data().toString();
        }
        return texts;
    }

    void click(int row, Qt::KeyboardModifiers modifiers = {}) const {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, modifiers,
                          list->visualRect(model->index(row, 0)).center());
    }
};

QStringList words(const char* text) {
    return QString::fromUtf8(text).split(QLatin1Char('|'));
}

} // namespace

TEST_F(TableViewTest, ListsEveryKindOfElement) {
    const std::pair<Table, int> expected[] = {
        {Table::Actors, 4},  {Table::Agreements, 2},     {Table::Events, 1}, {Table::Ties, 2},
        {Table::Lineage, 1}, {Table::Participations, 6}, {Table::Claims, 1}, {Table::Sources, 1}};
    for (const auto& [table, rows] : expected) {
        show(table);
        EXPECT_EQ(model->rowCount(), rows) << tableTitle(table).toStdString();
        EXPECT_TRUE(tabs->tabText(tabs->currentIndex()).contains(QString::number(rows)));
    }
}

TEST_F(TableViewTest, SortsTextNumbersAndDatesByValue) {
    list->sortByColumn(column(QStringLiteral("Name")), Qt::AscendingOrder);
    EXPECT_EQ(texts(QStringLiteral("Name")), words("China|Iran|Russia|Vladimir Putin"));
    list->sortByColumn(column(QStringLiteral("Name")), Qt::DescendingOrder);
    EXPECT_EQ(texts(QStringLiteral("Name")), words("Vladimir Putin|Russia|Iran|China"));
    list->sortByColumn(column(QStringLiteral("Agreements")), Qt::DescendingOrder);
    EXPECT_EQ(texts(QStringLiteral("Agreements")), words("2|2|1|0"));
    EXPECT_EQ(texts(QStringLiteral("Name")), words("Russia|Iran|Vladimir Putin|China"))
        << "equals keep the dossier's order";
    show(Table::Agreements);
    list->sortByColumn(column(QStringLiteral("Begin")), Qt::AscendingOrder);
    EXPECT_EQ(texts(QStringLiteral("Begin")), words("12 March 2001|17 January 2025"));
    list->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    EXPECT_EQ(texts(QStringLiteral("Title")), words("Partnership treaty|Treaty of 2001"));
}

TEST_F(TableViewTest, HasAttributesAsColumnsWhereTheyOccur) {
    show(Table::Agreements);
    EXPECT_EQ(texts(QStringLiteral("Depositary")), words("Moscow|"));
    show(Table::Actors);
    EXPECT_EQ(column(QStringLiteral("Depositary")), -1);
}

TEST_F(TableViewTest, SortsAttributesThatAreNumbersAsNumbers) {
    workspace.setDossier(graphDossier(), {});
    const int score = column(QStringLiteral("Score"));
    ASSERT_GE(score, 0);
    list->sortByColumn(score, Qt::DescendingOrder);
    EXPECT_EQ(texts(QStringLiteral("Score")).mid(0, 3), words("70|63|56"));
    const auto alignment = [&](int at) {
        return Qt::Alignment(model->index(0, at).data(Qt::TextAlignmentRole).toInt());
    };
    EXPECT_TRUE(alignment(score).testFlag(Qt::AlignRight));
    EXPECT_TRUE(alignment(column(QStringLiteral("Note"))).testFlag(Qt::AlignLeft));
    show(Table::Ties);
    list->sortByColumn(column(QStringLiteral("Volume")), Qt::DescendingOrder);
    EXPECT_EQ(texts(QStringLiteral("Volume")).first(), QStringLiteral("1100"));
}

TEST_F(TableViewTest, HidesColumnsAndKeepsThemHidden) {
    workspace.setDossier(graphDossier(), {});
    auto* const columns = view.findChild<QToolButton*>();
    const auto choose = [&](const QString& text) {
        QTest::keyClick(columns, Qt::Key_Space);
        for (QMenu* const menu : view.findChildren<QMenu*>()) {
            for (QAction* const action : menu->actions()) {
                if (action->text() == text) {
                    action->trigger();
                }
            }
            delete menu;
        }
    };
    choose(QStringLiteral("Score"));
    EXPECT_TRUE(list->isColumnHidden(column(QStringLiteral("Score"))));
    EXPECT_FALSE(list->isColumnHidden(column(QStringLiteral("Group"))));
    view.copy();
    const QString header = QApplication::clipboard()->text().section(QLatin1Char('\r'), 0, 0);
    EXPECT_TRUE(header.contains(QStringLiteral("Group")));
    EXPECT_FALSE(header.contains(QStringLiteral("Score"))) << "what is shown is copied";
    show(Table::Ties);
    show(Table::Actors);
    EXPECT_TRUE(list->isColumnHidden(column(QStringLiteral("Score"))));
    choose(QStringLiteral("Hide all attributes"));
    EXPECT_TRUE(list->isColumnHidden(column(QStringLiteral("Group"))));
    choose(QStringLiteral("Show all attributes"));
    EXPECT_FALSE(list->isColumnHidden(column(QStringLiteral("Score"))));
}

TEST_F(TableViewTest, ShowsWhatTheFilterLetsThroughOrAll) {
    Filter filter;
    filter.sectors = sector("energy");
    workspace.setFilter(filter);
    show(Table::Agreements);
    EXPECT_EQ(texts(QStringLiteral("Title")), words("Partnership treaty"));
    show(Table::Claims);
    EXPECT_EQ(model->rowCount(), 1);
    filter.sectors = sector("trade");
    workspace.setFilter(filter);
    EXPECT_EQ(model->rowCount(), 0);
    EXPECT_FALSE(list->isVisible());
    show(Table::Agreements);
    QTest::keyClick(view.findChild<QCheckBox*>(), Qt::Key_Space);
    EXPECT_EQ(model->rowCount(), 2);
    EXPECT_TRUE(list->isVisible());
}

TEST_F(TableViewTest, AClickRevealsAndCtrlClickAdds) {
    QSignalSpy revealed(&workspace, &Workspace::revealRequested);
    click(1);
    EXPECT_EQ(workspace.current(), (ElementRef{ElementKind::Vertex, iran}));
    EXPECT_EQ(revealed.count(), 1);
    click(2, Qt::ControlModifier);
    EXPECT_EQ(workspace.selection(),
              (std::set<ElementRef>{{ElementKind::Vertex, iran}, {ElementKind::Vertex, china}}));
}

TEST_F(TableViewTest, TheKeyboardSelects) {
    click(0);
    QTest::keyClick(list, Qt::Key_Down);
    EXPECT_EQ(workspace.current(), (ElementRef{ElementKind::Vertex, iran}));
    QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(workspace.selection().size(), 2U);
}

TEST_F(TableViewTest, FollowsTheSelectionOfOtherViewsAndKeepsItWhileSorting) {
    workspace.select({{ElementKind::Vertex, china}});
    ASSERT_EQ(list->selectionModel()->selectedRows().size(), 1);
    EXPECT_EQ(list->selectionModel()->selectedRows()[0].data(), QStringLiteral("China"));
    list->sortByColumn(column(QStringLiteral("Name")), Qt::AscendingOrder);
    ASSERT_EQ(list->selectionModel()->selectedRows().size(), 1);
    EXPECT_EQ(list->selectionModel()->selectedRows()[0].data(), QStringLiteral("China"));
    EXPECT_EQ(workspace.selection(), (std::set<ElementRef>{{ElementKind::Vertex, china}}));
    workspace.select({{ElementKind::Edge, ally}});
    EXPECT_TRUE(list->selectionModel()->selectedRows().isEmpty());
    EXPECT_EQ(workspace.selection(), (std::set<ElementRef>{{ElementKind::Edge, ally}}));
    show(Table::Ties);
    EXPECT_EQ(list->selectionModel()->selectedRows().size(), 1);
}

TEST_F(TableViewTest, CopiesAllOrTheSelectedRowsAsCsv) {
    show(Table::Ties);
    const QString all = model->csv();
    const QStringList lines = all.split(QStringLiteral("\r\n"));
    ASSERT_EQ(lines.size(), 4);
    EXPECT_EQ(lines[0],
              QStringLiteral("From,Type,To,Begin,End,Sectors,Polarity,Confidence,Weight"));
    EXPECT_EQ(lines[1], QStringLiteral("China,ally,Iran,2016,..,Defence,neutral,alleged,2.5"));
    EXPECT_TRUE(lines[3].isEmpty());
    workspace.select({{ElementKind::Edge, leads}});
    list->setFocus();
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text().split(QStringLiteral("\r\n"))[1],
              QStringLiteral("Vladimir Putin,leads,Russia,2012-05-07,..,,neutral,confirmed,1"));
}

TEST_F(TableViewTest, QuotesFieldsAsRfc4180Asks) {
    Vertex vertex = dossier().vertices().row(china);
    vertex.label = workspace.intern("China, \"the\nmiddle\"");
    workspace.perform(replaceVertex(dossier(), china, vertex, "Rename"));
    EXPECT_TRUE(model->csv().contains(QStringLiteral("\"China, \"\"the\nmiddle\"\"\",state")));
}

TEST_F(TableViewTest, FollowsEdits) {
    Vertex vertex = dossier().vertices().row(china);
    vertex.label = workspace.intern("PRC");
    workspace.perform(replaceVertex(dossier(), china, vertex, "Rename"));
    EXPECT_EQ(texts(QStringLiteral("Name")), words("Russia|Iran|PRC|Vladimir Putin"));
    workspace.perform(removeElement(dossier(), {ElementKind::Vertex, china}, "Remove"));
    EXPECT_EQ(texts(QStringLiteral("Name")), words("Russia|Iran|Vladimir Putin"));
}

TEST_F(TableViewTest, FollowsTheTheme) {
    Style style = workspace.style();
    style.theme = Theme::Dark;
    workspace.setStyle(style);
    EXPECT_EQ(view.palette().color(QPalette::Window), Colours::of(Theme::Dark).ground);
}

} // namespace entente::ui
