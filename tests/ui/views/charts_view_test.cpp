#include "ui/views/charts_view.h"

#include "tests/ui/sample_workspace.h"
#include "ui/views/chart_data.h"

#include <QApplication>
#include <QAreaSeries>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QClipboard>
#include <QHorizontalStackedBarSeries>
#include <QLabel>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

struct ChartsViewTest : testing::Test, SampleWorkspace {
    ChartsView view{&workspace};

    void SetUp() override {
        view.resize(900, 400);
        view.show();
    }

    [[nodiscard]] QChart* chart(const QString& name) const {
        for (const QChartView* const chart : view.findChildren<QChartView*>()) {
            if (chart->accessibleName() == name) {
                return chart->isVisible() ? chart->chart() : nullptr;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QChart* sectors() const {
        return chart(QStringLiteral("Agreements in force, by sector"));
    }
    [[nodiscard]] QChart* actors() const { return chart(QStringLiteral("Ties, by actor")); }

    [[nodiscard]] QStringList seriesNames() const {
        QStringList names;
        for (const QAbstractSeries* const series : sectors()->series()) {
            names << series->name();
        }
        return names;
    }
};

} // namespace

TEST_F(ChartsViewTest, CountsAgreementsInForceByYearAndSector) {
    const SectorYears data = agreementsByYear(dossier(), workspace.visibility(),
                                              {dayNumber(2001, 1, 1), dayNumber(2030, 12, 31)});
    EXPECT_EQ(data.firstYear, 2001);
    EXPECT_EQ(data.years(), 45U);
    ASSERT_EQ(data.series.size(), 3U);
    const auto count = [&](std::size_t series, int year) {
        return data.series[series].counts[static_cast<std::size_t>(year - 2001)];
    };
    EXPECT_EQ(dossier().sectors()[data.series[0].sector].name, "Defence");
    EXPECT_EQ(count(0, 2024), 0U);
    EXPECT_EQ(count(0, 2025), 1U);
    EXPECT_EQ(count(0, 2045), 1U);
    EXPECT_EQ(dossier().sectors()[data.series[2].sector].name, "Diplomacy");
    EXPECT_EQ(count(2, 2001), 1U);
    EXPECT_EQ(count(2, 2025), 1U);
    EXPECT_EQ(count(2, 2026), 0U);
}

TEST_F(ChartsViewTest, OpenEndsReachTheExtentAndUndatedOnesAreLeftOut) {
    Dossier open;
    for (const char* const period : {"2001/..", "", "../1999"}) {
        Vertex agreement;
        agreement.kind = VertexKind::Agreement;
        agreement.period = *parsePeriod(period);
        open.add(agreement);
    }
    const Visibility all{{1, 1, 1}, {}};
    const SectorYears data =
        agreementsByYear(open, all, {dayNumber(1990, 1, 1), dayNumber(2003, 6, 1)});
    ASSERT_EQ(data.series.size(), 1U);
    EXPECT_EQ(data.series[0].sector, mostSectors);
    EXPECT_EQ(data.firstYear, 1990);
    EXPECT_EQ(data.years(), 14U);
    EXPECT_EQ(data.series[0].counts[9], 1U);
    EXPECT_EQ(data.series[0].counts[10], 0U);
    EXPECT_EQ(data.series[0].counts[13], 1U);
    EXPECT_TRUE(agreementsByYear(open, Visibility{{0, 0, 0}, {}}, {}).empty());
}

TEST_F(ChartsViewTest, CountsTiesByActorAndSharesThemAmongSectors) {
    Dossier made;
    Vertex actor;
    const VertexIndex a = made.add(actor);
    const VertexIndex b = made.add(actor);
    const VertexIndex c = made.add(actor);
    Edge tie;
    tie.source = a;
    tie.target = b;
    tie.sectors = made.findSector("defence") | made.findSector("energy");
    made.add(tie);
    tie.target = c;
    tie.sectors = 0;
    made.add(tie);
    const std::vector<ActorTies> ties = tiesByActor(made, Visibility{{1, 1, 1}, {1, 1}}, 2);
    ASSERT_EQ(ties.size(), 2U);
    EXPECT_EQ(ties[0].actor, a);
    EXPECT_EQ(ties[0].ties, 2U);
    EXPECT_DOUBLE_EQ(ties[0].shares[0], 0.5);
    EXPECT_DOUBLE_EQ(ties[0].shares[1], 0.5);
    EXPECT_DOUBLE_EQ(ties[0].shares.back(), 1);
    EXPECT_EQ(ties[1].actor, b);
    EXPECT_EQ(tiesByActor(made, Visibility{{1, 1, 1}, {0, 1}}, 9).size(), 2U);
}

TEST_F(ChartsViewTest, DrawsBothInTheSectorsColours) {
    ASSERT_NE(sectors(), nullptr);
    EXPECT_EQ(seriesNames(), (QStringList{QStringLiteral("Defence"), QStringLiteral("Energy"),
                                          QStringLiteral("Diplomacy")}));
    const auto* const area = qobject_cast<QAreaSeries*>(sectors()->series()[0]);
    EXPECT_EQ(area->color(), sectorColour(dossier().sectors()[0], Theme::Light));
    ASSERT_NE(actors(), nullptr);
    auto* const names = qobject_cast<QBarCategoryAxis*>(actors()->axes(Qt::Vertical).constFirst());
    EXPECT_EQ(names->categories().size(), 4);
}

TEST_F(ChartsViewTest, FollowsTheFilterAndSaysWhereNothingIsLeft) {
    Filter filter;
    filter.sectors = sector("diplomacy");
    workspace.setFilter(filter);
    EXPECT_EQ(seriesNames(), QStringList{QStringLiteral("Diplomacy")});
    EXPECT_EQ(actors(), nullptr);
    filter.sectors = 0;
    workspace.setFilter(filter);
    EXPECT_EQ(sectors(), nullptr);
    bool said = false;
    for (const QLabel* const label : view.findChildren<QLabel*>()) {
        said =
            said || (label->isVisible() && label->text().contains(QStringLiteral("no agreement")));
    }
    EXPECT_TRUE(said);
    workspace.setFilter({});
    EXPECT_NE(sectors(), nullptr);
}

TEST_F(ChartsViewTest, ActorsOfOneNameEachHaveTheirBar) {
    for (const VertexIndex row : {russia, iran, china}) {
        Vertex vertex = dossier().vertices().row(row);
        vertex.label = workspace.intern("Same name");
        workspace.perform(replaceVertex(dossier(), row, vertex, "Rename"));
    }
    auto* const names = qobject_cast<QBarCategoryAxis*>(actors()->axes(Qt::Vertical).constFirst());
    EXPECT_EQ(names->categories().size(), 4);
}

TEST_F(ChartsViewTest, CopiesAnImage) {
    view.copyImage();
    EXPECT_EQ(QApplication::clipboard()->image().size(), view.size() * view.devicePixelRatio());
}

TEST_F(ChartsViewTest, FollowsTheTheme) {
    Style style = workspace.style();
    style.theme = Theme::Dark;
    workspace.setStyle(style);
    EXPECT_EQ(view.palette().color(QPalette::Window), Colours::of(Theme::Dark).ground);
    EXPECT_EQ(sectors()->axes(Qt::Horizontal).constFirst()->labelsColor(),
              Colours::of(Theme::Dark).quietText);
}

} // namespace entente::ui
