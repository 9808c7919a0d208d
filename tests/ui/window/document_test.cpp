#include "ui/window/document.h"

#include "core/formats/entente_json.h"
#include "core/formats/graphml.h"
#include "core/formats/registry.h"
#include "tests/core/formats/small_workbook.h"
#include "tests/ui/window/dialog_controls.h"
#include "ui/window/import_dialog.h"
#include "ui/window/merge_dialog.h"
#include "ui/window/recent_files.h"
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

TEST_F(DocumentTest, EachTableThatIsNotKnownIsAskedFor) {
    const QString first = write("t.csv", unknownTable);
    const QString alike = write("u.csv", "Exporter,Importer,Year\nJapan,Norway,2002\n");
    const QString other = write("v.csv", "Seller,Buyer,Year\nPeru,Chile,2003\n");
    QStringList asked;
    whenAsked<ImportDialog>(&window, [&](ImportDialog& dialog) {
        asked << dialog.findChild<QLabel*>()->text();
        whenAsked<ImportDialog>(&window, [&](ImportDialog& next) {
            asked << next.findChild<QLabel*>()->text();
            button(next, "Import")->click();
        });
        button(dialog, "Import")->click();
    });
    ASSERT_TRUE(document.open({first, alike, other}));
    ASSERT_EQ(asked.size(), 2) << "what fits more than one is not asked twice";
    EXPECT_TRUE(asked[0].contains(QStringLiteral("t.csv")));
    EXPECT_TRUE(asked[1].contains(QStringLiteral("v.csv")));
    EXPECT_EQ(workspace.dossier().edges().size(), 3U);
}

TEST_F(DocumentTest, ATableThatIsLeftOutIsReportedAndNotRemembered) {
    const QString known = write("ties.csv", "Source,Target\nA,B\n");
    const QString unknown = write("t.csv", unknownTable);
    const QString note = write("photo.jpg", "\xff\xd8\xff\xe0 no table");
    whenAsked<ImportDialog>(&window,
                            [](ImportDialog& dialog) { button(dialog, "Leave Out")->click(); });
    ASSERT_TRUE(document.open({unknown, known, note}));
    EXPECT_EQ(workspace.dossier().edges().size(), 1U);
    EXPECT_EQ(workspace.dossier().cover().title, "ties");
    EXPECT_EQ(document.report().rowsRefused, 2U) << document.report().text();
    EXPECT_EQ(recentFiles::list(), QStringList{known});
}

TEST_F(DocumentTest, SheetsThatAreNotReadAreReported) {
    const auto rows = [](const char* end) {
        return QStringLiteral("<row r='1'><c r='A1' t='str'><v>Exporter</v></c><c r='B1' t='str'>"
                              "<v>Importer</v></c></row><row r='2'><c r='A2' t='str'><v>%1</v></c>"
                              "<c r='B2' t='str'><v>Chile</v></c></row>")
            .arg(QLatin1String(end))
            .toStdString();
    };
    SmallWorkbook book;
    book.sheet("Ties", rows("Peru"));
    book.sheet("More", rows("Cuba"));
    const QString path = write("two.xlsx", QByteArray::fromStdString(book.bytes()));
    whenAsked<ImportDialog>(&window,
                            [](ImportDialog& dialog) { button(dialog, "Import")->click(); });
    ASSERT_TRUE(document.open({path}));
    EXPECT_EQ(workspace.dossier().edges().size(), 1U);
    EXPECT_NE(document.report().text().find("sheet “More”: The sheet was not read"),
              std::string::npos)
        << document.report().text();
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

TEST_F(DocumentTest, WhatIsReallyWrittenIsNotReplacedUnasked) {
    ASSERT_TRUE(document.open({write("ties.csv", "Source,Target\nA,B\n")}));
    (void)write("out-nodes.csv", "precious");
    (void)write("out-edges.csv", "precious too");
    (void)write("other.csv", "of this name nothing is written");
    const QSignalSpy saved(&document, &Document::saved);
    QString words;
    const auto save = [&] {
        // Tables have no title.
        whenAsked<QMessageBox>(&window,
                               [](QMessageBox& box) { box.button(QMessageBox::Save)->click(); });
    };
    const auto answer = [&](bool replace) {
        nameFile(&window, folder.filePath(QStringLiteral("out.csv")));
        whenAsked<QMessageBox>(&window, [this, &words, &save, replace](QMessageBox& box) {
            words = box.text() + QLatin1Char('\n') + box.informativeText();
            if (replace) {
                save();
            } else {
                whenAsked<QFileDialog>(&window, [](QFileDialog& again) { again.reject(); });
            }
            button(box, replace ? "Replace" : "Cancel")->click();
        });
    };
    answer(false);
    EXPECT_FALSE(document.saveAs());
    EXPECT_TRUE(words.contains(QStringLiteral("Replace them?"))) << words.toStdString();
    EXPECT_TRUE(words.contains(folder.filePath(QStringLiteral("out-nodes.csv"))));
    EXPECT_TRUE(words.contains(folder.filePath(QStringLiteral("out-edges.csv"))));
    EXPECT_EQ(bytesOf("out-nodes.csv"), "precious");
    EXPECT_EQ(bytesOf("out-edges.csv"), "precious too");
    EXPECT_EQ(saved.count(), 0);
    ASSERT_TRUE(QFile::remove(folder.filePath(QStringLiteral("out-nodes.csv"))));
    answer(true);
    EXPECT_TRUE(document.saveAs());
    EXPECT_FALSE(words.contains(QStringLiteral("out-nodes.csv"))) << words.toStdString();
    EXPECT_TRUE(bytesOf("out-edges.csv").startsWith("Source,"));
    ASSERT_EQ(saved.count(), 1);
    EXPECT_EQ(saved.front().front().toStringList(),
              (QStringList{folder.filePath(QStringLiteral("out-nodes.csv")),
                           folder.filePath(QStringLiteral("out-edges.csv"))}));
    EXPECT_FALSE(QFile::exists(folder.filePath(QStringLiteral("out.csv"))));
    nameFile(&window, folder.filePath(QStringLiteral("other.csv")));
    save();
    EXPECT_TRUE(document.saveAs()) << "and nothing is asked but that";
    EXPECT_EQ(bytesOf("other.csv"), "of this name nothing is written");
}

TEST_F(DocumentTest, ANameWithoutAnEndingGetsOneAndIsAskedAboutWithIt) {
    (void)write("work.entente", "precious");
    nameFile(&window, folder.filePath(QStringLiteral("work")));
    QString words;
    whenAsked<QMessageBox>(&window, [this, &words](QMessageBox& box) {
        words = box.informativeText();
        whenAsked<QFileDialog>(&window, [](QFileDialog& again) { again.reject(); });
        button(box, "Cancel")->click();
    });
    EXPECT_FALSE(document.saveAs());
    EXPECT_EQ(words, folder.filePath(QStringLiteral("work.entente")));
    EXPECT_EQ(bytesOf("work.entente"), "precious");
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
