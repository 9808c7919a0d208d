#include "ui/workspace/layout_job.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <semaphore>

namespace entente::ui {

namespace {

constexpr int patience = 5000;

/// Tells `count` previews, (0, 0), (1, 1) and so on, then waits to be stopped.
LayoutEngine endless(int count, std::binary_semaphore& told) {
    return [count, &told](const LayoutGraph&, const LayoutOptions& options,
                          const Progress& progress) -> std::vector<Point> {
        for (int i = 0; i < count; ++i) {
            options.preview({{static_cast<double>(i), static_cast<double>(i)}});
            progress.tell(static_cast<double>(i) / count);
        }
        told.release();
        while (true) {
            progress.throwIfStopped();
            std::this_thread::yield();
        }
    };
}

std::shared_ptr<const Network> oneVertex() {
    return std::make_shared<const Network>(
        ProjectionOptions{Projection::Full, true}, std::vector<VertexIndex>{0}, 1,
        std::vector<NetworkEdge>(), std::vector<std::vector<ElementRef>>());
}

} // namespace

TEST(LayoutJob, ManyPreviewsAreOneSignalAndTheLatest) {
    std::binary_semaphore told(0);
    LayoutJob job(oneVertex(), {}, endless(1000, told));
    QSignalSpy moved(&job, &LayoutJob::moved);
    QSignalSpy progressed(&job, &LayoutJob::progressed);
    job.start();
    told.acquire();
    QCoreApplication::processEvents();
    EXPECT_EQ(moved.count(), 1);
    EXPECT_EQ(progressed.count(), 1);
    const LayoutJob::Positions latest = job.takePreview();
    ASSERT_NE(latest, nullptr);
    EXPECT_EQ(latest->front(), (Point{999, 999}));
    EXPECT_EQ(job.takePreview(), nullptr) << "nothing is new";
}

TEST(LayoutJob, AStoppedOneKeepsTheLastPreview) {
    std::binary_semaphore told(0);
    LayoutJob job(oneVertex(), {}, endless(3, told));
    // The job's own thread says so; a spy would write down there what is read here.
    bool finished = false;
    const QObject here;
    QObject::connect(&job, &LayoutJob::finished, &here, [&finished] { finished = true; });
    job.start();
    told.acquire();
    EXPECT_NE(job.takePreview(), nullptr) << "what was seen is not lost";
    job.stop();
    ASSERT_TRUE(QTest::qWaitFor([&finished] { return finished; }, patience));
    const LayoutJob::Positions positions = job.takePositions();
    ASSERT_NE(positions, nullptr);
    EXPECT_EQ(positions->front(), (Point{2, 2}));
    EXPECT_EQ(job.takePositions(), nullptr);
}

TEST(LayoutJob, StoppedBeforeAnythingIsThereGivesNothing) {
    std::binary_semaphore told(0);
    LayoutJob job(oneVertex(), {}, endless(0, told));
    job.start();
    told.acquire();
    job.stop();
    job.wait();
    EXPECT_EQ(job.takePositions(), nullptr);
}

TEST(LayoutJob, DestroyingItIsSilent) {
    std::binary_semaphore told(0);
    auto job = std::make_unique<LayoutJob>(oneVertex(), LayoutOptions{}, endless(10, told));
    QSignalSpy moved(job.get(), &LayoutJob::moved);
    job->start();
    told.acquire();
    job.reset();
    QCoreApplication::processEvents();
    EXPECT_EQ(moved.count(), 0);
}

} // namespace entente::ui
