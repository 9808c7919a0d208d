#include "ui/panels/inspector_panel.h"

#include "tests/ui/sample_workspace.h"
#include "ui/panels/element_page.h"
#include "ui/panels/link_button.h"
#include "ui/panels/sector_chip.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocumentFragment>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

/// Takes the addresses that the program wants to open.
class Browser : public QObject {
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }
    QUrl opened;

public slots:
    void open(const QUrl& address) { opened = address; }
};

struct InspectorPanelTest : testing::Test, SampleWorkspace {
    InspectorPanel panel{&workspace};

    void SetUp() override {
        panel.resize(288, 800);
        panel.show();
    }

    void select(ElementRef element) { workspace.select({element}); }

    [[nodiscard]] static QString plain(const QString& text) {
        return QTextDocumentFragment::fromHtml(text).toPlainText().simplified();
    }

    /// Every visible text, in order.
    [[nodiscard]] QString says() const {
        QStringList texts;
        for (const QLabel* const label : panel.findChildren<QLabel*>()) {
            if (label->isVisible()) {
                texts << plain(label->text());
            }
        }
        return texts.join(QLatin1Char('\n'));
    }

    [[nodiscard]] bool says(const QString& text) const { return says().contains(text); }

    /// Follows the link with that text.
    void follow(const QString& text) const {
        for (QLabel* const label : panel.findChildren<QLabel*>()) {
            const QStringList parts = label->text().split(QStringLiteral("<a href=\""));
            for (qsizetype i = 1; label->isVisible() && i < parts.size(); ++i) {
                const QString words =
                    parts[i].section(QLatin1Char('>'), 1).section(QStringLiteral("</a"), 0, 0);
                if (plain(words) == text) {
                    emit label->linkActivated(parts[i].section(QLatin1Char('"'), 0, 0));
                    return;
                }
            }
        }
        FAIL() << "no link " << text.toStdString();
    }

    template <typename Widget>
    [[nodiscard]] Widget* named(const QString& accessibleName) const {
        for (Widget* const widget : panel.findChildren<Widget*>()) {
            if (widget->isVisible() && widget->accessibleName() == accessibleName) {
                return widget;
            }
        }
        return nullptr;
    }

    void startEditing() const {
        auto* const edit = panel.findChild<LinkButton*>(QStringLiteral("edit"));
        ASSERT_NE(edit, nullptr);
        QTest::mouseClick(edit, Qt::LeftButton);
    }

    void type(const QString& field, const QString& text) const {
        auto* const edit = named<QLineEdit>(field);
        ASSERT_NE(edit, nullptr);
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
};

constexpr ElementRef vertex(VertexIndex row) {
    return {ElementKind::Vertex, row};
}

} // namespace

TEST_F(InspectorPanelTest, ShowsTheCoverWhereNothingIsSelected) {
    for (const char* const part : {"Three states", "as of 20 January 2025",
                                   "A dossier to try things on.", "Article on the treaty"}) {
        EXPECT_TRUE(says(QString::fromUtf8(part))) << part << "\n" << says().toStdString();
    }
}

TEST_F(InspectorPanelTest, ShowsEverythingAboutAnAgreement) {
    select(vertex(treaty));
    for (const char* const part :
         {"Partnership treaty", "Treaty · signed", "Signed\n17 January 2025",
          "until 17 January 2045", "Russia, Iran", "Signed by\nVladimir Putin",
          "Builds on\nTreaty of 2001", "20 years", "Depositary\nMoscow", "Joint exercises",
          "Signed for twenty years", "V. Putin, in Article on the treaty, ¶1 · reported"}) {
        EXPECT_TRUE(says(QString::fromUtf8(part))) << part << "\n" << says().toStdString();
    }
    QStringList sectors;
    for (const SectorChip* const chip : panel.findChildren<SectorChip*>()) {
        sectors << chip->text();
    }
    EXPECT_EQ(sectors, (QStringList{QStringLiteral("Defence"), QStringLiteral("Energy")}));
}

TEST_F(InspectorPanelTest, ShowsEverythingAboutAnActor) {
    select(vertex(russia));
    for (const char* const part : {"Led by\nVladimir Putin since 2012", "365 COW", "55.75° N",
                                   "Россия", "Russian Federation alias", "Partnership treaty"}) {
        EXPECT_TRUE(says(QString::fromUtf8(part))) << part << "\n" << says().toStdString();
    }
}

TEST_F(InspectorPanelTest, ShowsTiesClaimsAndSources) {
    select({ElementKind::Edge, ally});
    for (const char* const part : {"China – Iran", "Ally · tie · alleged", "Since 2016", "2.5"}) {
        EXPECT_TRUE(says(QString::fromUtf8(part))) << part << "\n" << says().toStdString();
    }
    select({ElementKind::Source, source});
    for (const char* const part : {"Source · The Paper", "January 2025", "example.org/article",
                                   "Signed for twenty years", "On Partnership treaty · ¶1"}) {
        EXPECT_TRUE(says(QString::fromUtf8(part))) << part << "\n" << says().toStdString();
    }
    select({ElementKind::Claim, claim});
    EXPECT_TRUE(says(QStringLiteral("Claim · reported")));
}

TEST_F(InspectorPanelTest, LinksJump) {
    QSignalSpy revealed(&workspace, &Workspace::revealRequested);
    select(vertex(treaty));
    follow(QStringLiteral("Iran"));
    EXPECT_EQ(workspace.current(), vertex(iran));
    EXPECT_EQ(revealed.count(), 1);
    EXPECT_TRUE(says(QStringLiteral("State")));
    follow(QStringLiteral("Treaty of 2001"));
    EXPECT_EQ(workspace.current(), vertex(olderTreaty));
}

TEST_F(InspectorPanelTest, AddressesOpenInTheBrowserAndOnlyThoseOfTheWeb) {
    Browser browser;
    select({ElementKind::Source, source});
    follow(QStringLiteral("https://example.org/article"));
    EXPECT_EQ(browser.opened, QUrl(QStringLiteral("https://example.org/article")));

    Dossier dangerous;
    Source local;
    local.title = dangerous.intern("Local");
    local.address = dangerous.intern("file:///etc/passwd");
    const SourceIndex row = dangerous.add(local);
    const ElementPage page = elementPage(dangerous, {ElementKind::Source, row}, {});
    ASSERT_EQ(page.facts.size(), 1U);
    EXPECT_TRUE(page.facts[0].lines[0][0].address.isEmpty());
}

TEST_F(InspectorPanelTest, SaysWhatAPairShares) {
    workspace.select({vertex(treaty), vertex(olderTreaty)});
    EXPECT_TRUE(says(QStringLiteral("2 elements")));
    EXPECT_TRUE(says(QStringLiteral("In common\nRussia, Iran"))) << says().toStdString();
    EXPECT_TRUE(says(QStringLiteral("Treaty of 2001 12 March 2001 – 17 January 2025")))
        << says().toStdString();
    workspace.select({vertex(russia), vertex(china)});
    EXPECT_TRUE(says(QStringLiteral("Selected")));
}

TEST_F(InspectorPanelTest, EditsAndUndoes) {
    select(vertex(treaty));
    startEditing();
    type(QStringLiteral("Title"), QStringLiteral("Great treaty"));
    type(QStringLiteral("Dates"), QStringLiteral("2025-01/.."));
    named<QComboBox>(QStringLiteral("Confidence"))->setCurrentIndex(1);
    named<QPlainTextEdit>(QStringLiteral("Note"))->setPlainText(QStringLiteral("A note."));
    QTest::mouseClick(named<SectorChip>(QStringLiteral("Energy")), Qt::LeftButton);
    QTest::keyClick(named<QLineEdit>(QStringLiteral("Title")), Qt::Key_Return);

    EXPECT_EQ(dossier().label(treaty), "Great treaty");
    EXPECT_EQ(toEdtf(dossier().vertices().period(treaty)), "2025-01/..");
    EXPECT_EQ(dossier().vertices().confidence(treaty), Confidence::Reported);
    EXPECT_EQ(dossier().text(dossier().vertices().note(treaty)), "A note.");
    EXPECT_EQ(dossier().vertices().sectors(treaty), sector("defence"));
    EXPECT_TRUE(says(QStringLiteral("Great treaty")));
    EXPECT_EQ(named<QLineEdit>(QStringLiteral("Title")), nullptr);
    ASSERT_EQ(workspace.history().done(), 1U);
    EXPECT_EQ(workspace.history().changes()[0].description,
              "Change title, dates, sectors, confidence, note of Partnership treaty");

    workspace.undo();
    EXPECT_TRUE(says(QStringLiteral("Partnership treaty")));
    EXPECT_EQ(dossier().vertices().sectors(treaty), sector("defence") | sector("energy"));
}

TEST_F(InspectorPanelTest, EditsATie) {
    select({ElementKind::Edge, ally});
    startEditing();
    EXPECT_EQ(named<QLineEdit>(QStringLiteral("Title")), nullptr);
    type(QStringLiteral("Dates"), QStringLiteral("2017"));
    QTest::keyClick(named<QLineEdit>(QStringLiteral("Dates")), Qt::Key_Return);
    EXPECT_EQ(toEdtf(dossier().edges().period(ally)), "2017");
}

TEST_F(InspectorPanelTest, EditsAddsAndTakesAwayAttributes) {
    select(vertex(treaty));
    EXPECT_TRUE(says(QStringLiteral("Depositary\nMoscow"))) << says().toStdString();
    startEditing();
    type(QStringLiteral("Depositary"), QStringLiteral("Tehran"));
    type(QStringLiteral("Name of a new attribute"), QStringLiteral("pages"));
    type(QStringLiteral("Value of the new attribute"), QStringLiteral("47"));
    QTest::keyClick(named<QLineEdit>(QStringLiteral("Depositary")), Qt::Key_Return);
    EXPECT_TRUE(says(QStringLiteral("Depositary\nTehran"))) << says().toStdString();
    EXPECT_TRUE(says(QStringLiteral("Pages\n47")));
    ASSERT_EQ(workspace.history().done(), 1U);
    EXPECT_EQ(workspace.history().changes()[0].description,
              "Change attributes of Partnership treaty");
    workspace.undo();
    EXPECT_TRUE(says(QStringLiteral("Depositary\nMoscow")));
    EXPECT_FALSE(says(QStringLiteral("Pages")));

    startEditing();
    named<QLineEdit>(QStringLiteral("Depositary"))->clear();
    QTest::keyClick(named<QLineEdit>(QStringLiteral("Depositary")), Qt::Key_Return);
    EXPECT_FALSE(says(QStringLiteral("Depositary")));
}

TEST_F(InspectorPanelTest, EditsAttributesOfATie) {
    select({ElementKind::Edge, ally});
    startEditing();
    type(QStringLiteral("Name of a new attribute"), QStringLiteral("volume"));
    type(QStringLiteral("Value of the new attribute"), QStringLiteral("12.5"));
    QTest::keyClick(named<QLineEdit>(QStringLiteral("Value of the new attribute")), Qt::Key_Return);
    EXPECT_TRUE(says(QStringLiteral("Volume\n12.5"))) << says().toStdString();
    workspace.undo();
    EXPECT_TRUE(dossier().edges().row(ally).attributes.empty());
}

TEST_F(InspectorPanelTest, EscapeGivesUp) {
    select(vertex(treaty));
    startEditing();
    type(QStringLiteral("Title"), QStringLiteral("Never"));
    QTest::keyClick(named<QLineEdit>(QStringLiteral("Title")), Qt::Key_Escape);
    EXPECT_EQ(dossier().label(treaty), "Partnership treaty");
    EXPECT_EQ(workspace.history().done(), 0U);
    EXPECT_TRUE(says(QStringLiteral("Partnership treaty")));
}

TEST_F(InspectorPanelTest, NothingChangedIsNoChange) {
    select(vertex(treaty));
    startEditing();
    QTest::keyClick(named<QLineEdit>(QStringLiteral("Title")), Qt::Key_Return);
    EXPECT_EQ(workspace.history().done(), 0U);
}

TEST_F(InspectorPanelTest, FaultyFieldsSaySoAndAreNotTaken) {
    select(vertex(treaty));
    startEditing();
    type(QStringLiteral("Dates"), QStringLiteral("2025-13"));
    EXPECT_TRUE(says(QStringLiteral("“2025-13” is no date")));
    QTest::keyClick(named<QLineEdit>(QStringLiteral("Dates")), Qt::Key_Return);
    EXPECT_EQ(workspace.history().done(), 0U);
    type(QStringLiteral("Dates"), QStringLiteral("2025/2001"));
    EXPECT_TRUE(says(QStringLiteral("lies before the begin")));
    QTest::keyClick(named<QLineEdit>(QStringLiteral("Dates")), Qt::Key_Return);
    EXPECT_EQ(workspace.history().done(), 0U);
    type(QStringLiteral("Dates"), QStringLiteral("2025"));
    named<QLineEdit>(QStringLiteral("Title"))->clear();
    QTest::keyClick(named<QLineEdit>(QStringLiteral("Title")), Qt::Key_Return);
    EXPECT_TRUE(says(QStringLiteral("needs a title")));
    EXPECT_EQ(workspace.history().done(), 0U);
}

TEST_F(InspectorPanelTest, FollowsTheTheme) {
    Style style = workspace.style();
    style.theme = Theme::Dark;
    workspace.setStyle(style);
    EXPECT_EQ(panel.palette().color(QPalette::Window), Colours::of(Theme::Dark).ground);
}

} // namespace entente::ui

#include "inspector_panel_test.moc"
