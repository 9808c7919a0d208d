#include "ui/window/export_dialog.h"

#include "tests/ui/window/dialog_controls.h"
#include "ui/workspace/built_in_dossier.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

struct ExportDialogTest : testing::Test {
    Workspace workspace;
    QTemporaryDir folder;

    void SetUp() override {
        workspace.setDossier(builtInDossier(), {});
        workspace.waitForLayout();
    }
};

} // namespace

TEST_F(ExportDialogTest, ShowsTheFigureAsItWillBe) {
    ExportDialog dialog(workspace, FigureView::Timeline);
    dialog.show();
    EXPECT_EQ(dialog.options().view, FigureView::Timeline);
    const auto labels = dialog.findChildren<QLabel*>();
    EXPECT_TRUE(
        std::ranges::any_of(labels, [](const QLabel* label) { return !label->pixmap().isNull(); }));
}

TEST_F(ExportDialogTest, AFigureOfCommunitiesExplainsThem) {
    const auto explains = [this] {
        const DisplayList figure = composeFigure(workspace, {});
        const bool legend = std::ranges::any_of(figure.labels, [](const Label& label) {
            return label.text == QStringLiteral("Community");
        });
        const bool caption = std::ranges::any_of(figure.labels, [](const Label& label) {
            return label.text.contains(QStringLiteral("disc with a number"));
        });
        EXPECT_EQ(legend, caption);
        return legend && caption;
    };
    EXPECT_FALSE(explains());
    workspace.setCollapsed(true);
    workspace.waitForCommunities();
    workspace.waitForLayout();
    EXPECT_TRUE(explains());
}

TEST_F(ExportDialogTest, TakesWhatTheUserChooses) {
    ExportDialog dialog(workspace, FigureView::Network);
    dialog.show();
    dialog.findChild<QLineEdit*>()->setText(QStringLiteral("My figure"));
    for (QCheckBox* const box : dialog.findChildren<QCheckBox*>()) {
        box->setChecked(false);
    }
    const FigureOptions options = dialog.options();
    EXPECT_EQ(options.title, QStringLiteral("My figure"));
    EXPECT_FALSE(options.legend || options.caption || options.sources);
}

TEST_F(ExportDialogTest, MillimetresAndPixelsAreTheSameSize) {
    ExportDialog dialog(workspace, FigureView::Network);
    dialog.show();
    const QSizeF before = dialog.options().size;
    for (QComboBox* const box : dialog.findChildren<QComboBox*>()) {
        if (box->accessibleName().startsWith(QStringLiteral("Unit"))) {
            box->setCurrentIndex(1);
        }
    }
    EXPECT_NEAR(dialog.options().size.width(), before.width(), 1);
    EXPECT_NEAR(dialog.options().size.height(), before.height(), 1);
}

TEST_F(ExportDialogTest, WritesTheSizeAndResolutionAskedFor) {
    ExportDialog dialog(workspace, FigureView::Network);
    dialog.show();
    const QString path = folder.filePath(QStringLiteral("figure.png"));
    ASSERT_TRUE(dialog.exportTo(path));
    const QImage image(path);
    EXPECT_NEAR(image.width(), 257 / 25.4 * 300, 2);
    EXPECT_NEAR(image.height(), 170 / 25.4 * 300, 2);
    EXPECT_NEAR(image.dotsPerMeterX(), 300 / 25.4 * 1000, 20);
}

TEST_F(ExportDialogTest, AFigureIsAskedAboutByTheNameThatItGets) {
    const QString path = folder.filePath(QStringLiteral("figure.svg"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    ExportDialog dialog(workspace, FigureView::Network);
    dialog.show();
    nameFile(&dialog, folder.filePath(QStringLiteral("figure")));
    QString words;
    whenAsked<QMessageBox>(&dialog, [&](QMessageBox& box) {
        words = box.informativeText();
        whenAsked<QFileDialog>(&dialog, [](QFileDialog& again) { again.reject(); });
        button(box, "Cancel")->click();
    });
    button(dialog, "Export…")->click();
    EXPECT_EQ(words, path);
    EXPECT_EQ(file.size(), 8);
    EXPECT_TRUE(dialog.isVisible());
}

} // namespace entente::ui
