#include "ui/panels/layout_panel.h"

#include "tests/ui/sample_workspace.h"
#include "ui/panels/layout_row.h"
#include "ui/panels/link_button.h"

#include <QAbstractSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTest>

#include <gtest/gtest.h>

#include <mutex>

namespace entente::ui {

namespace {

constexpr int patience = 5000;

struct LayoutPanelTest : testing::Test, SampleWorkspace {
    QWidget window;
    QPushButton anchor{&window};
    LayoutPanel panel{&workspace, &window};
    std::mutex mutex;
    LayoutOptions asked; ///< with what the engine was called last

    void SetUp() override {
        workspace.setLayoutEngine([this](const LayoutGraph& graph, const LayoutOptions& options,
                                         const Progress& progress) {
            {
                const std::scoped_lock lock(mutex);
                asked = options;
            }
            return layout(graph, options, progress);
        });
        window.resize(900, 600);
        window.show();
        panel.openUnder(anchor);
    }

    void TearDown() override { workspace.waitForLayout(); }

    template <typename Widget>
    [[nodiscard]] Widget* named(const char* accessibleName) const {
        for (Widget* const widget : panel.findChildren<Widget*>()) {
            if (widget->accessibleName() == QLatin1String(accessibleName)) {
                return widget;
            }
        }
        ADD_FAILURE() << "there is no " << accessibleName;
        return nullptr;
    }

    [[nodiscard]] LayoutRow* row(LayoutAlgorithm algorithm) const {
        for (LayoutRow* const each : panel.findChildren<LayoutRow*>()) {
            if (each->algorithm() == algorithm) {
                return each;
            }
        }
        return nullptr;
    }

    [[nodiscard]] LayoutOptions lastAsked() {
        const std::scoped_lock lock(mutex);
        return asked;
    }
};

} // namespace

TEST_F(LayoutPanelTest, EveryControlHasANameAndCanBeReached) {
    std::size_t controls = 0;
    for (const QWidget* const widget : panel.findChildren<QWidget*>()) {
        const bool control = qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                             qobject_cast<const QSlider*>(widget) != nullptr ||
                             qobject_cast<const QAbstractSpinBox*>(widget) != nullptr;
        if (!control) {
            continue;
        }
        ++controls;
        const auto* const button = qobject_cast<const QAbstractButton*>(widget);
        EXPECT_TRUE(!widget->accessibleName().isEmpty() ||
                    (button != nullptr && !button->text().isEmpty()))
            << widget->metaObject()->className();
        EXPECT_NE(widget->focusPolicy() & Qt::TabFocus, 0) << widget->metaObject()->className();
    }
    EXPECT_GE(controls, 20U);
    EXPECT_EQ(panel.findChildren<LayoutRow*>().size(), 9);
}

TEST_F(LayoutPanelTest, AClickOnALayoutTakesIt) {
    EXPECT_TRUE(row(LayoutAlgorithm::Stress)->isChecked());
    QTest::mouseClick(row(LayoutAlgorithm::Circular), Qt::LeftButton);
    EXPECT_EQ(workspace.layoutAlgorithm(), LayoutAlgorithm::Circular);
    workspace.waitForLayout();
    EXPECT_EQ(lastAsked().algorithm, LayoutAlgorithm::Circular);
    workspace.setLayoutAlgorithm(LayoutAlgorithm::Grouped);
    EXPECT_TRUE(row(LayoutAlgorithm::Grouped)->isChecked()) << "it follows the workspace";
}

TEST_F(LayoutPanelTest, ASliderLetsThePictureSettleFromWhereItStands) {
    workspace.setLayoutAlgorithm(LayoutAlgorithm::Force);
    workspace.waitForLayout();
    const QPointF before = *workspace.position(russia);
    QSignalSpy started(&workspace, &Workspace::layoutStarted);
    auto* const gravity = named<QSlider>("Gravity");
    for (const int value : {10, 20, 30, 40}) {
        gravity->setValue(value);
    }
    EXPECT_EQ(started.count(), 0) << "not with every step";
    ASSERT_TRUE(started.wait(patience));
    EXPECT_EQ(started.count(), 1);
    EXPECT_FALSE(started.first().first().toBool()) << "not anew";
    workspace.waitForLayout();
    const LayoutOptions options = lastAsked();
    EXPECT_DOUBLE_EQ(options.gravity, 0.4);
    const Point begin = options.initial.at(workspace.network().vertexOf(russia));
    EXPECT_EQ(QPointF(begin.x, begin.y), before);
}

TEST_F(LayoutPanelTest, SpreadScalesAndStartsNothing) {
    QSignalSpy started(&workspace, &Workspace::layoutStarted);
    const QPointF before = *workspace.position(russia);
    auto* const spread = named<QSlider>("Spread");
    spread->setFocus();
    QTest::keyClick(spread, Qt::Key_Right);
    EXPECT_NEAR(workspace.layoutParameters().spread, 1.05, 1e-9);
    EXPECT_NEAR(workspace.position(russia)->x(), before.x() * 1.05, 1e-9);
    QTest::qWait(200);
    EXPECT_EQ(started.count(), 0);
}

TEST_F(LayoutPanelTest, ControlsWithoutAUseAreOffAndSaySo) {
    EXPECT_FALSE(named<QSlider>("Gravity")->isEnabled());
    EXPECT_TRUE(named<QSlider>("Gravity")->toolTip().contains(QLatin1String("faithful")));
    workspace.setLayoutAlgorithm(LayoutAlgorithm::Force);
    EXPECT_TRUE(named<QSlider>("Gravity")->isEnabled());
    workspace.setLayoutAlgorithm(LayoutAlgorithm::Circular);
    EXPECT_FALSE(named<QPushButton>("Quality: Best")->isEnabled());
    EXPECT_FALSE(named<QSpinBox>("Seed")->isEnabled());
    EXPECT_TRUE(named<QSlider>("Spread")->isEnabled()) << "of use to all";
}

TEST_F(LayoutPanelTest, GeographicNeedsPlaces) {
    EXPECT_TRUE(row(LayoutAlgorithm::Geographic)->isEnabled());
    workspace.hide({russia});
    EXPECT_FALSE(row(LayoutAlgorithm::Geographic)->isEnabled());
    EXPECT_TRUE(row(LayoutAlgorithm::Geographic)->toolTip().contains(QLatin1String("location")));
}

TEST_F(LayoutPanelTest, AnotherArrangementTakesTheNextSeed) {
    auto* const seed = named<QSpinBox>("Seed");
    EXPECT_EQ(seed->value(), 1);
    for (QPushButton* const button : panel.findChildren<QPushButton*>()) {
        if (button->text().contains(QLatin1String("nother"))) {
            button->click();
        }
    }
    workspace.waitForLayout();
    EXPECT_EQ(lastAsked().seed, 2U);
    EXPECT_EQ(seed->value(), 2);
}

TEST_F(LayoutPanelTest, ResettingMakesItAsItWas) {
    auto* const reset = named<LinkButton>("Reset to defaults");
    EXPECT_FALSE(reset->isEnabled());
    workspace.setLayoutAlgorithm(LayoutAlgorithm::Force);
    named<QSlider>("Spread")->setValue(200);
    named<QPushButton>("Emphasis: Blocs")->click();
    EXPECT_EQ(workspace.layoutParameters().emphasis, LayoutEmphasis::Communities);
    reset->click();
    EXPECT_EQ(workspace.layoutParameters(), LayoutParameters{});
    EXPECT_EQ(named<QSlider>("Spread")->value(), 100);
    EXPECT_FALSE(reset->isEnabled());
}

TEST_F(LayoutPanelTest, TheMainButtonStopsWhatRuns) {
    auto* const start = panel.findChild<QPushButton*>(QStringLiteral("start"));
    EXPECT_EQ(start->text().remove(QLatin1Char('&')), QLatin1String("Lay Out Again"));
    workspace.setLayoutEngine([](const LayoutGraph&, const LayoutOptions&,
                                 const Progress& progress) -> std::vector<Point> {
        for (;;) {
            progress.throwIfStopped();
            std::this_thread::yield();
        }
    });
    QSignalSpy finished(&workspace, &Workspace::layoutFinished);
    start->click();
    EXPECT_TRUE(workspace.layoutRunning());
    EXPECT_EQ(start->text().remove(QLatin1Char('&')), QLatin1String("Stop"));
    start->click();
    ASSERT_TRUE(finished.wait(patience));
    EXPECT_FALSE(workspace.layoutRunning());
}

TEST_F(LayoutPanelTest, EscapeClosesIt) {
    QSignalSpy openChanged(&panel, &LayoutPanel::openChanged);
    QTest::keyClick(&panel, Qt::Key_Escape);
    EXPECT_TRUE(panel.isHidden());
    EXPECT_EQ(openChanged.count(), 1);
}

} // namespace entente::ui
