#include "ui/panels/history_panel.h"

#include "tests/ui/sample_workspace.h"

#include <QListView>
#include <QTest>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

struct HistoryPanelTest : testing::Test, SampleWorkspace {
    HistoryPanel panel{&workspace};
    QListView* list = panel.findChild<QListView*>();

    void SetUp() override {
        rename("First");
        rename("Second");
        panel.resize(260, 200);
        panel.show();
    }

    void rename(std::string_view title) {
        Vertex vertex = dossier().vertices().row(china);
        vertex.label = workspace.intern(title);
        workspace.perform(
            replaceVertex(dossier(), china, vertex, "Rename to " + std::string(title)));
    }

    [[nodiscard]] QString text(int row) const {
        return list->model()->index(row, 0).data().toString();
    }

    void click(int row) const {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).center());
    }
};

} // namespace

TEST_F(HistoryPanelTest, ListsChangesAfterTheDossierAsOpened) {
    ASSERT_EQ(list->model()->rowCount(), 3);
    EXPECT_EQ(text(0), QStringLiteral("Opened"));
    EXPECT_EQ(text(1), QStringLiteral("Rename to First"));
    EXPECT_EQ(list->currentIndex().row(), 2);
}

TEST_F(HistoryPanelTest, AClickGoesBackAndForward) {
    click(0);
    EXPECT_EQ(dossier().label(china), "China");
    EXPECT_EQ(list->currentIndex().row(), 0);
    EXPECT_TRUE(list->model()
                    ->index(2, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .endsWith(QStringLiteral("undone")));
    click(2);
    EXPECT_EQ(dossier().label(china), "Second");
    click(1);
    EXPECT_EQ(dossier().label(china), "First");
    EXPECT_EQ(list->model()->rowCount(), 3);
}

TEST_F(HistoryPanelTest, ANewChangeDropsWhatWasUndone) {
    click(1);
    rename("Third");
    EXPECT_EQ(text(2), QStringLiteral("Rename to Third"));
    EXPECT_EQ(list->model()->rowCount(), 3);
}

} // namespace entente::ui
