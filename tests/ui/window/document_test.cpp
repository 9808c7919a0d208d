#include "ui/window/document.h"

#include "core/formats/entente_json.h"
#include "tests/ui/window/dialog_controls.h"
#include "ui/window/import_dialog.h"
#include "ui/window/merge_dialog.h"
#include "ui/window/report_dialog.h"
#include "ui/workspace/built_in_dossier.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

constexpr const char* unknownTable = "Exporter,Importer,Year\nChina,Norway,2001\n";

struct DocumentTest : testing::Test {
    QTemporaryDir folder;
    QWidget window;
    Workspace workspace;
    Document document{&workspace, &window};

    void SetUp() override {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
        workspace.setDossier(builtInDossier(), {});
        workspace.waitForLayout();
    }

    [[nodiscard]] QString write(const char* name, const QByteArray& bytes) const {
        QFile file(folder.filePath(QLatin1String(name)));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }

    [[nodiscard]] std::string openText() const { return ententeJsonText(workspace.dossier()); }
};

} // namespace

TEST_F(DocumentTest, AnUnknownTableOpensTheAssistant) {
    const QString path = write("t.csv", unknownTable);
    whenAsked<ImportDialog>(&window, [](ImportDialog& dialog) {
        EXPECT_TRUE(shows(dialog, "does not know the columns of t.csv"));
        button(dialog, "Import")->click();
    });
    ASSERT_TRUE(document.open({path}));
    EXPECT_EQ(workspace.dossier().vertices().size(), 2U);
    EXPECT_EQ(workspace.dossier().edges().size(), 1U);
}

TEST_F(DocumentTest, AnAssistantThatIsCancelledLeavesTheDossierAsItWas) {
    const QString path = write("t.csv", unknownTable);
    const std::string before = openText();
    whenAsked<ImportDialog>(&window,
                            [](ImportDialog& dialog) { button(dialog, "Cancel")->click(); });
    EXPECT_FALSE(document.open({path}));
    EXPECT_EQ(openText(), before);
    whenAsked<ImportDialog>(&window,
                            [](ImportDialog& dialog) { button(dialog, "Cancel")->click(); });
    EXPECT_FALSE(document.merge({path}));
    EXPECT_EQ(openText(), before);
}

TEST_F(DocumentTest, AnUnknownTableIsMergedOnceItsColumnsAreKnown) {
    const std::string before = openText();
    const std::size_t edges = workspace.dossier().edges().count();
    const std::size_t vertices = workspace.dossier().vertices().count();
    bool asked = false;
    whenAsked<ImportDialog>(&window, [&asked](ImportDialog& dialog) {
        asked = true;
        button(dialog, "Import")->click();
    });
    whenAsked<MergeDialog>(&window, [&asked](MergeDialog& dialog) {
        EXPECT_TRUE(asked);
        button(dialog, "Merge")->click();
    });
    ASSERT_TRUE(document.merge({write("t.csv", unknownTable)}));
    EXPECT_EQ(workspace.dossier().edges().count(), edges + 1);
    EXPECT_EQ(workspace.dossier().vertices().count(), vertices + 1) << "China is there already";
    ASSERT_NE(window.findChild<ReportDialog*>(), nullptr);
    workspace.waitForLayout();
    workspace.undo();
    EXPECT_EQ(openText(), before);
}

TEST_F(DocumentTest, ATableIsMergedBesideOneThatIsKnown) {
    const std::size_t edges = workspace.dossier().edges().count();
    const QString known = write("ties.csv", "Source,Target\nNorway,Sweden\n");
    whenAsked<ImportDialog>(&window, [](ImportDialog& dialog) {
        EXPECT_TRUE(shows(dialog, "columns of t.csv"));
        button(dialog, "Import")->click();
    });
    whenAsked<MergeDialog>(&window, [](MergeDialog& dialog) { button(dialog, "Merge")->click(); });
    ASSERT_TRUE(document.merge({known, write("t.csv", unknownTable)}));
    EXPECT_EQ(workspace.dossier().edges().count(), edges + 2);
}

} // namespace entente::ui
