#include "ui/panels/search_palette.h"

#include "tests/ui/sample_workspace.h"
#include "ui/panels/search_results.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

struct SearchPaletteTest : testing::Test, SampleWorkspace {
    SearchPalette palette{&workspace};
    QLineEdit* query = palette.findChild<QLineEdit*>();
    QListView* list = palette.findChild<QListView*>();

    void SetUp() override { palette.popUp(); }

    [[nodiscard]] QString first() const { return list->model()->index(0, 0).data().toString(); }
};

} // namespace

TEST_F(SearchPaletteTest, FindsWhileOneTypesAndEnterGoesThere) {
    QSignalSpy revealed(&workspace, &Workspace::revealRequested);
    QTest::keyClicks(query, QStringLiteral("rus"));
    EXPECT_EQ(first(), QStringLiteral("Russia"));
    QTest::keyClick(query, Qt::Key_Return);
    EXPECT_EQ(revealed.count(), 1);
    EXPECT_EQ(workspace.current(), (ElementRef{ElementKind::Vertex, russia}));
    EXPECT_FALSE(palette.isVisible());
}

TEST_F(SearchPaletteTest, FindsByOtherScriptsAndSaysWhichNameMatched) {
    query->setText(QStringLiteral("росс"));
    EXPECT_EQ(first(), QStringLiteral("Russia"));
    const QModelIndex found = list->model()->index(0, 0);
    EXPECT_EQ(found.data(SearchResults::MatchedText).toString(), QStringLiteral("Россия"));
    EXPECT_EQ(found.data(SearchResults::MatchedLetters).toList(), (QVariantList{0, 4}));
}

TEST_F(SearchPaletteTest, ArrowsChooseAndStopAtTheEnds) {
    query->setText(QStringLiteral("treaty"));
    ASSERT_GE(list->model()->rowCount(), 2);
    QTest::keyClick(query, Qt::Key_Up);
    EXPECT_EQ(list->currentIndex().row(), 0);
    QTest::keyClick(query, Qt::Key_Down);
    EXPECT_EQ(list->currentIndex().row(), 1);
    const QString chosen = list->currentIndex().data().toString();
    QTest::keyClick(query, Qt::Key_Enter);
    EXPECT_EQ(QString::fromStdString(dossier().describe(*workspace.current())), chosen);
}

TEST_F(SearchPaletteTest, AClickGoesThere) {
    query->setText(QStringLiteral("iran"));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(0, 0)).center());
    EXPECT_EQ(workspace.current(), (ElementRef{ElementKind::Vertex, iran}));
}

TEST_F(SearchPaletteTest, EscapeClosesAndChangesNothing) {
    query->setText(QStringLiteral("iran"));
    QTest::keyClick(query, Qt::Key_Escape);
    EXPECT_FALSE(palette.isVisible());
    EXPECT_FALSE(workspace.current().has_value());
}

TEST_F(SearchPaletteTest, SaysSoWhereNothingIsFound) {
    query->setText(QStringLiteral("zzz"));
    EXPECT_EQ(list->model()->rowCount(), 0);
    bool said = false;
    for (const QLabel* const label : palette.findChildren<QLabel*>()) {
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("“zzz”")));
    }
    EXPECT_TRUE(said);
    QTest::keyClick(query, Qt::Key_Return);
    EXPECT_TRUE(palette.isVisible());
}

} // namespace entente::ui
