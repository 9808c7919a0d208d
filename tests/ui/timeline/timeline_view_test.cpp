#include "ui/views/timeline_view.h"

#include "ui/views/activity_chart.h"
#include "ui/views/time_brush.h"

#include <QComboBox>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

struct TimelineViewTest : testing::Test {
    Workspace workspace;
    std::unique_ptr<TimelineView> view;
    VertexIndex pact = noIndex;

    void SetUp() override {
        Dossier dossier;
        pact = add(dossier, "pact", "2001/2010");
        add(dossier, "treaty", "2015/2020");
        workspace.setDossier(std::move(dossier), {});
        workspace.waitForLayout();
        view = std::make_unique<TimelineView>(&workspace);
        view->resize(900, 400);
        view->show();
        QCoreApplication::processEvents();
    }

    static VertexIndex add(Dossier& dossier, std::string_view id, std::string_view period) {
        Vertex vertex;
        vertex.id = dossier.intern(id);
        vertex.label = vertex.id;
        vertex.kind = VertexKind::Agreement;
        vertex.period = parsePeriod(period).value();
        vertex.sectors = dossier.sectorNamed("energy");
        return dossier.add(vertex);
    }

    [[nodiscard]] QPoint barOf(VertexIndex row) const {
        for (const Bar& bar : view->displayList().bars) {
            if (bar.element == ElementRef{ElementKind::Vertex, row}) {
                return bar.rect.center().toPoint();
            }
        }
        return {};
    }
};

} // namespace

TEST_F(TimelineViewTest, ThePictureIsBuiltOnceForAsLongAsNothingChanges) {
    const auto built = [this] { return view->canvas().scene().list.bars.data(); };
    const Bar* const first = built();
    for (int x = 300; x < 800; x += 50) {
        QTest::mouseMove(&view->canvas(), {x, 40});
    }
    EXPECT_EQ(built(), first);
    const QRectF before = view->canvas().scene().list.bars.front().rect;
    view->canvas().zoom(2, 500);
    EXPECT_NE(view->canvas().scene().list.bars.front().rect, before);
    workspace.select({{ElementKind::Vertex, pact}});
    EXPECT_TRUE(std::ranges::any_of(view->canvas().scene().list.bars, &Bar::selected));
    workspace.hide({pact});
    EXPECT_EQ(barOf(pact), QPoint());
}

TEST_F(TimelineViewTest, AClickSelectsTheAgreementForAllViews) {
    QTest::mouseClick(&view->canvas(), Qt::LeftButton, {}, barOf(pact));
    EXPECT_EQ(workspace.current(), (ElementRef{ElementKind::Vertex, pact}));
    QTest::mouseClick(&view->canvas(), Qt::LeftButton, {}, {500, view->canvas().height() - 3});
    EXPECT_FALSE(workspace.current().has_value());
}

TEST_F(TimelineViewTest, TheWheelZoomsAboutThePointer) {
    TimelineCanvas& canvas = view->canvas();
    const double day = canvas.axis().day(500);
    const double before = canvas.range().length();
    canvas.zoom(2, 500);
    EXPECT_NEAR(canvas.range().length(), before / 2, 1);
    EXPECT_NEAR(canvas.axis().day(500), day, 2);
    QTest::keyClick(&canvas, Qt::Key_Home);
    EXPECT_NEAR(canvas.range().length(), before, 1e-6);
}

TEST_F(TimelineViewTest, DraggingTheBrushSetsTheWindowOfAllViews) {
    TimeBrush& brush = view->findChild<ActivityChart*>()->brush();
    const TimeAxis axis = view->canvas().axis();
    const int middle = brush.height() / 2;
    const int left = qRound(axis.pixel(dayNumber(2003, 1, 1)));
    const int right = qRound(axis.pixel(dayNumber(2008, 1, 1)));
    QTest::mousePress(&brush, Qt::LeftButton, {}, {left, middle});
    QTest::mouseMove(&brush, {(left + right) / 2, middle});
    QMouseEvent move(QEvent::MouseMove, QPointF(right, middle), brush.mapToGlobal(QPointF(right, middle)),
                     Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&brush, &move);
    QTest::mouseRelease(&brush, Qt::LeftButton, {}, {right, middle});
    ASSERT_TRUE(workspace.filter().window.has_value());
    EXPECT_NEAR(workspace.filter().window->first, dayNumber(2003, 1, 1), 60);
    EXPECT_NEAR(workspace.filter().window->last, dayNumber(2008, 1, 1), 60);
    QTest::mouseDClick(&brush, Qt::LeftButton, {}, {(left + right) / 2, middle});
    EXPECT_FALSE(workspace.filter().window.has_value());
}

TEST_F(TimelineViewTest, TheBrushIsMovedWithKeys) {
    TimeBrush& brush = view->findChild<ActivityChart*>()->brush();
    brush.setStep(10);
    const Day first = workspace.extent().first;
    const Day last = workspace.extent().last;
    brush.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&brush, Qt::Key_Right);
    EXPECT_EQ(workspace.filter().window, (DaySpan{first + 10, last}));
    QTest::keyClick(&brush, Qt::Key_Tab);
    QTest::keyClick(&brush, Qt::Key_Left, Qt::ShiftModifier);
    EXPECT_EQ(workspace.filter().window, (DaySpan{first + 10, last - 100}));
    QTest::keyClick(&brush, Qt::Key_Delete);
    EXPECT_FALSE(workspace.filter().window.has_value());
}

TEST_F(TimelineViewTest, PlayingStepsThroughTimeAndStopsAtItsEnd) {
    view->togglePlay();
    EXPECT_TRUE(view->playing());
    ASSERT_TRUE(workspace.filter().window.has_value());
    const DaySpan begin = *workspace.filter().window;
    EXPECT_EQ(begin.first, workspace.extent().first);
    int steps = 0;
    for (; view->playing() && steps < 100; ++steps) {
        view->step();
    }
    EXPECT_FALSE(view->playing());
    EXPECT_GE(steps, 18);
    EXPECT_LE(steps, 22);
    EXPECT_EQ(workspace.filter().window->last - workspace.filter().window->first,
              begin.last - begin.first);
}

TEST_F(TimelineViewTest, GroupingChangesTheLanes) {
    const std::size_t before = view->displayList().labels.size();
    view->setGrouping(TimelineGrouping::Actor);
    EXPECT_NE(view->displayList().labels.size(), before);
    EXPECT_EQ(view->canvas().grouping(), TimelineGrouping::Actor);
}

TEST_F(TimelineViewTest, AControlsNameIsSpoken) {
    for (const QWidget* const widget : view->findChildren<QWidget*>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible()) {
            EXPECT_FALSE(widget->accessibleName().isEmpty()) << widget->metaObject()->className();
        }
    }
}

} // namespace entente::ui
