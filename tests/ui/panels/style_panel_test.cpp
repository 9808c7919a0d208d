#include "ui/panels/style_panel.h"

#include "tests/ui/graph_dossier.h"
#include "ui/panels/link_button.h"

#include <QApplication>
#include <QComboBox>
#include <QTest>
#include <QVBoxLayout>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

struct StylePanelTest : testing::Test {
    Workspace workspace;
    QWidget window;
    StylePanel* panel = new StylePanel(&workspace, &window);

    void SetUp() override {
        workspace.setDossier(graphDossier(), {});
        workspace.waitForLayout();
        window.resize(800, 600);
        window.show();
        QApplication::setActiveWindow(&window);
        panel->openUnder(window);
    }

    [[nodiscard]] QComboBox* box(const QString& name) const {
        for (QComboBox* const box : panel->findChildren<QComboBox*>()) {
            if (box->accessibleName() == name) {
                return box;
            }
        }
        return nullptr;
    }

    [[nodiscard]] QStringList offers(const QString& name) const {
        QStringList texts;
        for (int i = 0; i < box(name)->count(); ++i) {
            if (!box(name)->itemText(i).isEmpty()) {
                texts << box(name)->itemText(i);
            }
        }
        return texts;
    }

    void choose(const QString& name, const QString& text) const {
        const int at = box(name)->findText(text);
        ASSERT_GE(at, 0) << text.toStdString();
        box(name)->setCurrentIndex(at);
        emit box(name)->activated(at);
    }
};

} // namespace

TEST_F(StylePanelTest, OffersTheAttributesThatCanDecide) {
    EXPECT_EQ(offers(QStringLiteral("Mark size")),
              (QStringList{"Ties", "As in the file", "x", "y", "size", "score"}));
    const QStringList colours = offers(QStringLiteral("Mark colour"));
    EXPECT_TRUE(colours.contains(QStringLiteral("group")));
    EXPECT_TRUE(colours.contains(QStringLiteral("score")));
    EXPECT_TRUE(colours.contains(QStringLiteral("score, each value")));
    EXPECT_EQ(offers(QStringLiteral("Edge width")),
              (QStringList{"Weight", "As in the file", "thickness", "volume"}));
}

TEST_F(StylePanelTest, ShowsWhatTheFileBringsAndChangesIt) {
    EXPECT_EQ(box(QStringLiteral("Mark colour"))->currentText(), QStringLiteral("As in the file"));
    choose(QStringLiteral("Mark colour"), QStringLiteral("group"));
    EXPECT_EQ(workspace.style().looks.markColour, (LookSource{LookSource::From::Values, "group"}));
    choose(QStringLiteral("Edge width"), QStringLiteral("volume"));
    EXPECT_EQ(workspace.style().looks.edgeWidth, (LookSource{LookSource::From::Numbers, "volume"}));
    for (LinkButton* const link : panel->findChildren<LinkButton*>()) {
        if (link->text() == QStringLiteral("Reset to defaults")) {
            link->click();
        }
    }
    EXPECT_EQ(workspace.style().looks, Looks());
    EXPECT_EQ(box(QStringLiteral("Mark colour"))->currentText(), QStringLiteral("Sector"));
}

TEST_F(StylePanelTest, ForgetsTheAttributesOfAnotherDossier) {
    choose(QStringLiteral("Mark colour"), QStringLiteral("group"));
    workspace.setDossier(Dossier(), {});
    EXPECT_EQ(workspace.style().looks, Looks());
    EXPECT_EQ(offers(QStringLiteral("Mark colour")), QStringList{"Sector"});
    EXPECT_FALSE(box(QStringLiteral("Mark colour"))->isEnabled()) << "there is no choice";
}

TEST_F(StylePanelTest, ClosesWithEscape) {
    EXPECT_TRUE(box(QStringLiteral("Mark colour"))->hasFocus());
    QTest::keyClick(panel, Qt::Key_Escape);
    EXPECT_FALSE(panel->isVisible());
}

} // namespace entente::ui
