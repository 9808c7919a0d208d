#include "ui/panels/filters_panel.h"

#include "tests/ui/sample_workspace.h"
#include "ui/panels/facet_group.h"
#include "ui/panels/facet_row.h"
#include "ui/panels/link_button.h"
#include "ui/panels/sector_chip.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

struct FiltersPanelTest : testing::Test, SampleWorkspace {
    FiltersPanel panel{&workspace};

    void SetUp() override {
        panel.resize(264, 900);
        panel.show();
        QApplication::setActiveWindow(&panel);
    }

    [[nodiscard]] FacetRow* row(const QString& name) const {
        for (FacetRow* const row : panel.findChildren<FacetRow*>()) {
            if (row->text() == name) {
                return row;
            }
        }
        return nullptr;
    }

    template <typename Widget>
    [[nodiscard]] Widget* named(const QString& accessibleName) const {
        for (Widget* const widget : panel.findChildren<Widget*>()) {
            if (widget->accessibleName() == accessibleName) {
                return widget;
            }
        }
        return nullptr;
    }

    void click(QWidget* widget, Qt::KeyboardModifiers modifiers = {}) const {
        ASSERT_NE(widget, nullptr);
        // At the left: the right of a row carries "only" while the pointer is there.
        QTest::mouseClick(widget, Qt::LeftButton, modifiers,
                          QPoint(std::min(30, widget->width() / 2), widget->height() / 2));
    }

    void type(const QString& field, const QString& text) const {
        auto* const edit = named<QLineEdit>(field);
        ASSERT_NE(edit, nullptr) << field.toStdString();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    [[nodiscard]] bool saysAnywhere(const QString& part) const {
        for (const QLabel* const label : panel.findChildren<QLabel*>()) {
            if (label->isVisibleTo(&panel) && label->text().contains(part)) {
                return true;
            }
        }
        return false;
    }
};

} // namespace

TEST_F(FiltersPanelTest, ShowsOnlyWhatOccursWithLiveCounts) {
    EXPECT_TRUE(row(QStringLiteral("Defence"))->isVisible());
    EXPECT_FALSE(row(QStringLiteral("Trade"))->isVisible());
    EXPECT_FALSE(row(QStringLiteral("Companies"))->isVisible());
    EXPECT_FALSE(row(QStringLiteral("Suspended"))->isVisible());
    EXPECT_EQ(row(QStringLiteral("Defence"))->count(), 2U);
    EXPECT_EQ(row(QStringLiteral("States"))->count(), 3U);
    click(row(QStringLiteral("Alleged")));
    EXPECT_EQ(row(QStringLiteral("Defence"))->count(), 1U);
}

TEST_F(FiltersPanelTest, AClickSwitchesASectorAndBack) {
    click(row(QStringLiteral("Defence")));
    EXPECT_EQ(workspace.filter().sectors, sector("energy") | sector("diplomacy"));
    EXPECT_FALSE(row(QStringLiteral("Defence"))->isChecked());
    click(row(QStringLiteral("Defence")));
    EXPECT_EQ(workspace.filter(), Filter{});
}

TEST_F(FiltersPanelTest, OnlyByAltClickDoubleClickAndLink) {
    click(row(QStringLiteral("Energy")), Qt::AltModifier);
    EXPECT_EQ(workspace.filter().sectors, sector("energy"));
    FacetRow* const defence = row(QStringLiteral("Defence"));
    QTest::mouseClick(defence, Qt::LeftButton, {}, QPoint(30, 8));
    QTest::mouseDClick(defence, Qt::LeftButton, {}, QPoint(30, 8));
    EXPECT_EQ(workspace.filter().sectors, sector("defence"));
    click(named<LinkButton>(QStringLiteral("Show all of Sectors")));
    EXPECT_EQ(workspace.filter().sectors, allSectors);
}

TEST_F(FiltersPanelTest, NoneInvertAndAll) {
    click(row(QStringLiteral("Energy")), Qt::AltModifier);
    click(named<LinkButton>(QStringLiteral("Invert the choice of Sectors")));
    EXPECT_EQ(workspace.filter().sectors, sector("defence") | sector("diplomacy"));
    click(named<LinkButton>(QStringLiteral("Show none of Sectors")));
    EXPECT_EQ(workspace.filter().sectors, SectorSet{0});
    click(named<LinkButton>(QStringLiteral("Show all of Sectors")));
    EXPECT_EQ(workspace.filter().sectors, allSectors);
}

TEST_F(FiltersPanelTest, SectorModeAnyOrAll) {
    click(row(QStringLiteral("Diplomacy")));
    click(named<LinkButton>(QStringLiteral("Elements in all of the chosen sectors at once")));
    EXPECT_EQ(workspace.filter().sectorMode, Filter::SectorMode::All);
    EXPECT_TRUE(workspace.visibility().vertices[treaty]);
    EXPECT_FALSE(workspace.visibility().edges[ally]);
    click(named<LinkButton>(QStringLiteral("Elements in any of the chosen sectors")));
    EXPECT_EQ(workspace.filter().sectorMode, Filter::SectorMode::Any);
}

TEST_F(FiltersPanelTest, KindsStatusConfidenceAndPolarity) {
    click(row(QStringLiteral("Leaders")));
    EXPECT_FALSE(workspace.visibility().vertices[putin]);
    click(row(QStringLiteral("Ended")));
    EXPECT_FALSE(workspace.visibility().vertices[olderTreaty]);
    click(row(QStringLiteral("Alleged")));
    EXPECT_FALSE(workspace.visibility().edges[ally]);
    click(row(QStringLiteral("Cooperative")));
    EXPECT_FALSE(workspace.visibility().vertices[treaty]);
    click(named<LinkButton>(QStringLiteral("Show all of Polarity")));
    EXPECT_EQ(workspace.filter().polarities, everyKind);
    EXPECT_TRUE(workspace.visibility().vertices[treaty]);
}

TEST_F(FiltersPanelTest, ArrowKeysWalkTheGroupAndSpaceSwitches) {
    FacetRow* const defence = row(QStringLiteral("Defence"));
    defence->setFocus();
    QTest::keyClick(defence, Qt::Key_Down);
    FacetRow* const energy = row(QStringLiteral("Energy"));
    EXPECT_TRUE(energy->hasFocus());
    QTest::keyClick(energy, Qt::Key_Space);
    EXPECT_EQ(workspace.filter().sectors, sector("defence") | sector("diplomacy"));
    QTest::keyClick(energy, Qt::Key_End);
    EXPECT_TRUE(row(QStringLiteral("Diplomacy"))->hasFocus());
    QTest::keyClick(row(QStringLiteral("Diplomacy")), Qt::Key_Up);
    QTest::keyClick(energy, Qt::Key_Return);
    EXPECT_EQ(workspace.filter().sectors, sector("energy"));
}

TEST_F(FiltersPanelTest, RowsSayWhatTheyAreToAssistiveTechnology) {
    EXPECT_EQ(row(QStringLiteral("Defence"))->accessibleName(),
              QStringLiteral("Defence, 2 elements, shown"));
    click(row(QStringLiteral("Energy")));
    EXPECT_EQ(row(QStringLiteral("Energy"))->accessibleName(),
              QStringLiteral("Energy, 1 element, hidden"));
}

TEST_F(FiltersPanelTest, TimeTakesDatesOfAnyPrecision) {
    type(QStringLiteral("From"), QStringLiteral("2001"));
    type(QStringLiteral("To"), QStringLiteral("2010-06"));
    const DaySpan expected{dayNumber(2001, 1, 1), dayNumber(2010, 6, 30)};
    EXPECT_EQ(workspace.filter().window, expected);
    EXPECT_EQ(named<QLineEdit>(QStringLiteral("To"))->text(), QStringLiteral("2010-06"));
    click(named<LinkButton>(QStringLiteral("Clear the time window")));
    EXPECT_FALSE(workspace.filter().window.has_value());
}

TEST_F(FiltersPanelTest, AnInstantIsOneDay) {
    click(named<LinkButton>(QStringLiteral("One day instead of a window")));
    type(QStringLiteral("On"), QStringLiteral("2020-02-03"));
    const DaySpan day{dayNumber(2020, 2, 3), dayNumber(2020, 2, 3)};
    EXPECT_EQ(workspace.filter().window, day);
}

TEST_F(FiltersPanelTest, FaultyDatesSaySoAndChangeNothing) {
    type(QStringLiteral("From"), QStringLiteral("2025-02-30"));
    EXPECT_FALSE(workspace.filter().window.has_value());
    EXPECT_TRUE(saysAnywhere(QStringLiteral("“2025-02-30” is no date")));
    type(QStringLiteral("From"), QStringLiteral("2020"));
    EXPECT_FALSE(saysAnywhere(QStringLiteral("is no date")));
    type(QStringLiteral("To"), QStringLiteral("2010"));
    EXPECT_TRUE(saysAnywhere(QStringLiteral("lies before the begin")));
    EXPECT_EQ(workspace.filter().window->last, latestDay);
}

TEST_F(FiltersPanelTest, FollowsAWindowSetElsewhere) {
    Filter filter;
    filter.window = DaySpan{dayNumber(1990, 1, 1), dayNumber(1999, 12, 31)};
    workspace.setFilter(filter);
    EXPECT_EQ(named<QLineEdit>(QStringLiteral("From"))->text(), QStringLiteral("1990"));
    EXPECT_EQ(named<QLineEdit>(QStringLiteral("To"))->text(), QStringLiteral("1999"));
}

TEST_F(FiltersPanelTest, TextFocusAndHidden) {
    type(QStringLiteral("Containing"), QStringLiteral("treaty of"));
    EXPECT_EQ(workspace.filter().text, "treaty of");
    EXPECT_FALSE(workspace.visibility().vertices[china]);
    click(named<LinkButton>(QStringLiteral("Clear all filters")));
    EXPECT_EQ(workspace.filter(), Filter{});

    workspace.focus({china}, 1);
    auto* const hops = named<QSpinBox>(QStringLiteral("Steps around the focus"));
    EXPECT_TRUE(hops->isVisible());
    hops->setValue(2);
    EXPECT_EQ(workspace.filter().hops, 2U);
    auto* const chip = named<SectorChip>(QStringLiteral("Remove China"));
    ASSERT_NE(chip, nullptr);
    QTest::keyClick(chip, Qt::Key_Space);
    EXPECT_TRUE(workspace.filter().centres.empty());
    EXPECT_FALSE(hops->isVisible());

    workspace.hide({china, iran});
    EXPECT_TRUE(saysAnywhere(QStringLiteral("2 hidden")));
    click(named<LinkButton>(QStringLiteral("Show the hidden elements again")));
    EXPECT_TRUE(workspace.filter().hidden.empty());
}

TEST_F(FiltersPanelTest, SaysTheFilterAsASentence) {
    click(row(QStringLiteral("Energy")), Qt::AltModifier);
    EXPECT_TRUE(saysAnywhere(QString::fromStdString(describe(workspace.filter(), dossier()))));
}

TEST_F(FiltersPanelTest, FoldsLeaders) {
    auto* const fold = panel.findChild<QCheckBox*>();
    ASSERT_NE(fold, nullptr);
    const bool before = workspace.projection().foldLeaders;
    QTest::keyClick(fold, Qt::Key_Space);
    EXPECT_NE(workspace.projection().foldLeaders, before);
}

TEST_F(FiltersPanelTest, KeepsItsWidgetsWhileFiltering) {
    const auto before = panel.findChildren<QWidget*>();
    for (int i = 0; i < 20; ++i) {
        click(row(QStringLiteral("Defence")));
    }
    EXPECT_EQ(panel.findChildren<QWidget*>(), before);
}

TEST_F(FiltersPanelTest, FollowsTheTheme) {
    Style style = workspace.style();
    style.theme = Theme::Dark;
    workspace.setStyle(style);
    EXPECT_EQ(panel.palette().color(QPalette::Window), Colours::of(Theme::Dark).ground);
}

} // namespace entente::ui
