#include "ui/window/document.h"

#include "core/formats/entente_json.h"
#include "core/formats/graphml.h"
#include "core/formats/registry.h"
#include "tests/core/formats/small_workbook.h"
#include "tests/ui/window/dialog_controls.h"
#include "ui/window/import_dialog.h"
#include "ui/window/merge_dialog.h"
#include "ui/window/report_dialog.h"
#include "ui/workspace/built_in_dossier.h"

#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QProgressDialog>
#include <QSettings>
#include <QSignalSpy>
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

    [[nodiscard]] QByteArray bytesOf(const char* name) const {
        QFile file(folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] QStringList files() const {
        return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
    }

    /// Presses Cancel as soon as there is something to wait for.
    void cancelWhatTakesLong(bool& cancelled) {
        cancelled = false;
        whenAsked<QProgressDialog>(&window, [&cancelled](QProgressDialog& dialog) {
            cancelled = true;
            button(dialog, "Cancel")->click();
        });
    }

    /// Nothing that a layout takes long for, and much to write.
    void openMuchToSay() {
        Dossier dossier;
        Vertex actor;
        actor.id = dossier.intern("a");
        actor.label = actor.id;
        Claim claim;
        claim.about = {ElementKind::Vertex, dossier.add(actor)};
        claim.statement = dossier.intern("It is said.");
        Source source;
        source.id = dossier.intern("s");
        claim.source = dossier.add(source);
        constexpr int claims = 1'000'000;
        for (int i = 0; i < claims; ++i) {
            dossier.add(claim);
        }
        workspace.setDossier(std::move(dossier), {});
        workspace.waitForLayout();
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

TEST_F(DocumentTest, AWorkbookOpensTogetherWithATableOfText) {
    SmallWorkbook book;
    book.sheet("Nodes", "<row r='1'><c r='A1' t='str'><v>Id</v></c><c r='B1' t='str'><v>Label</v>"
                        "</c></row><row r='2'><c r='A2' t='str'><v>1</v></c>"
                        "<c r='B2' t='str'><v>Iran</v></c></row>");
    ASSERT_TRUE(document.open({write("edges.csv", "Source,Target\n1,2\n"),
                               write("nodes.xlsx", QByteArray::fromStdString(book.bytes()))}));
    const Dossier& dossier = workspace.dossier();
    ASSERT_EQ(dossier.edges().size(), 1U);
    EXPECT_EQ(dossier.label(dossier.edges().source(0)), "Iran");
}

TEST_F(DocumentTest, ALargeFileThatIsCancelledLeavesTheDossierAsItWas) {
    QByteArray rows("Source,Target\n");
    constexpr int count = 1'000'000;
    rows.reserve(count * 16);
    for (int i = 0; i < count; ++i) {
        rows += QByteArray::number(i) + ',' + QByteArray::number(i * 7 % count) + '\n';
    }
    const QString path = write("large.csv", rows);
    const std::string before = openText();
    const QSignalSpy opened(&document, &Document::opened);
    bool cancelled = false;
    cancelWhatTakesLong(cancelled);
    EXPECT_FALSE(document.open({path}));
    EXPECT_TRUE(cancelled);
    EXPECT_EQ(openText(), before);
    EXPECT_EQ(opened.count(), 0);
    cancelWhatTakesLong(cancelled);
    EXPECT_FALSE(document.merge({path}));
    EXPECT_TRUE(cancelled);
    EXPECT_EQ(openText(), before);
}

TEST_F(DocumentTest, ASaveThatIsCancelledLeavesTheOldFile) {
    openMuchToSay();
    for (const char* const name : {"work.entente", "work.json"}) {
        const QString path = write(name, "what was there");
        const QStringList before = files();
        bool cancelled = false;
        cancelWhatTakesLong(cancelled);
        const bool saved = document.saveTo(path);
        EXPECT_TRUE(cancelled || saved) << name;
        // Who cancels too late finds it saved; there is nothing between the two.
        EXPECT_EQ(bytesOf(name) == "what was there", !saved) << name;
        const std::filesystem::path file = path.toStdString();
        if (saved) {
            EXPECT_EQ(openFiles(std::span(&file, 1)).dossier.claims().size(),
                      workspace.dossier().claims().size());
        }
        EXPECT_EQ(files(), before) << "nothing half written is left";
    }
}

TEST_F(DocumentTest, WhatAFormatCannotSayIsConfirmedFirst) {
    const QString path = write("alliances.graphml", "what was there");
    const auto answer = [this](QMessageBox::StandardButton choice, QString& words) {
        whenAsked<QMessageBox>(&window, [choice, &words](QMessageBox& box) {
            words = box.text() + QLatin1Char('\n') + box.informativeText();
            box.button(choice)->click();
        });
    };
    QString words;
    answer(QMessageBox::Cancel, words);
    EXPECT_FALSE(document.saveTo(path));
    EXPECT_TRUE(words.contains(QStringLiteral("cannot hold all"))) << words.toStdString();
    const std::vector<std::string> losses = graphMlWriter().losses(workspace.dossier());
    ASSERT_FALSE(losses.empty());
    for (const std::string& loss : losses) {
        EXPECT_TRUE(words.contains(QString::fromStdString(loss))) << loss;
    }
    EXPECT_EQ(bytesOf("alliances.graphml"), "what was there");
    answer(QMessageBox::Save, words);
    EXPECT_TRUE(document.saveTo(path));
    EXPECT_TRUE(bytesOf("alliances.graphml").contains("<graphml"));
}

TEST_F(DocumentTest, WhatAFormatHoldsInFullIsNotAskedAbout) {
    const QString path = folder.filePath(QStringLiteral("ties.graphml"));
    ASSERT_TRUE(document.open({write("ties.csv", "Source,Target\nA,B\n")}));
    bool asked = false;
    whenAsked<QMessageBox>(&window, [&asked](QMessageBox& box) {
        asked = true;
        box.reject();
    });
    EXPECT_TRUE(document.saveTo(path));
    EXPECT_FALSE(asked);
    EXPECT_TRUE(bytesOf("ties.graphml").contains("<graphml"));
}

} // namespace entente::ui
