#include "core/layout/layout.h"

#include "core/layout/geometry.h"
#include "core/layout/quality.h"
#include "tests/core/layout/graphs.h"

#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <atomic>
#include <set>

namespace entente {

namespace {

constexpr std::array everyAlgorithm = {LayoutAlgorithm::Force,      LayoutAlgorithm::Stress,
                                       LayoutAlgorithm::Circular,   LayoutAlgorithm::Grouped,
                                       LayoutAlgorithm::Concentric, LayoutAlgorithm::Layered,
                                       LayoutAlgorithm::Bipartite,  LayoutAlgorithm::Geographic,
                                       LayoutAlgorithm::File};

LayoutOptions with(LayoutAlgorithm algorithm, std::size_t vertexCount) {
    LayoutOptions options;
    options.algorithm = algorithm;
    if (algorithm == LayoutAlgorithm::Grouped) {
        for (std::uint32_t v = 0; v < vertexCount; ++v) {
            options.groups.push_back(v % 3);
        }
    }
    for (std::uint32_t v = 0; v < vertexCount; ++v) {
        if (algorithm == LayoutAlgorithm::Layered) {
            options.times.push_back(v % 5 == 0 ? std::numeric_limits<double>::quiet_NaN()
                                               : 1950 + v * 7919 % 75);
        } else if (algorithm == LayoutAlgorithm::Geographic ||
                   algorithm == LayoutAlgorithm::File) {
            options.places.push_back({v * 7919 % 360 - 180.0, v * 104729 % 150 - 60.0});
        }
    }
    return options;
}

void expectSound(const std::vector<Point>& positions, std::size_t vertexCount) {
    ASSERT_EQ(positions.size(), vertexCount);
    std::set<std::pair<double, double>> different;
    for (const Point& point : positions) {
        ASSERT_TRUE(isPlaced(point));
        different.emplace(point.x, point.y);
    }
    EXPECT_EQ(different.size(), vertexCount);
}

TEST(LayoutAlgorithm, wordsReadBack) {
    for (const LayoutAlgorithm algorithm : everyAlgorithm) {
        EXPECT_EQ(parseLayoutAlgorithm(word(algorithm)), algorithm);
    }
    EXPECT_EQ(parseLayoutAlgorithm("spiral"), std::nullopt);
}

TEST(Layout, givesFiniteDistinctPlacesWhateverTheGraph) {
    const std::vector<LayoutGraph> graphs = {
        graphOf(0, {}),
        graphOf(1, {{0, 0}}),
        graphOf(2, {{0, 1}, {1, 0}, {1, 1}}),
        graphOf(300, {}),
        pathGraph(3000),
        starGraph(2500),
        twoCliques(20),
        scatteredGraph(400, 3),
        makeLayoutGraph(5, {0, 1, 2, 3}, {1, 2, 3, 4}, {1e30F, 1e-30F, -4, 5}, {-1, -1, 1, 0})};
    for (const LayoutGraph& graph : graphs) {
        for (const LayoutAlgorithm algorithm : everyAlgorithm) {
            SCOPED_TRACE(std::string(word(algorithm)) + " of " +
                         std::to_string(graph.vertexCount()));
            expectSound(layout(graph, with(algorithm, graph.vertexCount())), graph.vertexCount());
        }
    }
}

TEST(Layout, bearsHugeStarsAndDeepPaths) {
    expectSound(layout(starGraph(100'000), with(LayoutAlgorithm::Force, 0)), 100'001);
    const LayoutGraph path = pathGraph(100'000);
    const std::vector<Point> positions = layout(path, with(LayoutAlgorithm::Stress, 0));
    expectSound(positions, 100'000);
    EXPECT_LT(normalisedStress(path, positions, {0, 50'000}), 0.05) << "crumpled";
}

TEST(Layout, bearsInitialPlacesThatSayNothing) {
    const LayoutGraph graph = scatteredGraph(200, 2);
    LayoutOptions options;
    options.initial.assign(200, {3, 3});
    expectSound(layout(graph, options), 200);
    options.initial.assign(7, {0, 0}); // fewer than vertices
    options.pinned.assign(900, 1);     // more than vertices
    EXPECT_TRUE(std::ranges::all_of(layout(graph, options), isPlaced));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    options.initial.assign(200, {nan, 2});
    expectSound(layout(graph, options), 200);
}

TEST(Layout, leavesPinsWithEveryAlgorithm) {
    const LayoutGraph graph = scatteredGraph(50, 2);
    for (const LayoutAlgorithm algorithm : everyAlgorithm) {
        LayoutOptions options = with(algorithm, 50);
        const double nan = std::numeric_limits<double>::quiet_NaN();
        options.initial.assign(50, {nan, nan});
        options.pinned.assign(50, 0);
        options.initial[9] = {12.345, -6.789};
        options.initial[30] = {14.1, -7};
        options.pinned[9] = 1;
        options.pinned[30] = 1;
        const std::vector<Point> positions = layout(graph, options);
        EXPECT_EQ(positions[9], options.initial[9]) << word(algorithm);
        EXPECT_EQ(positions[30], options.initial[30]) << word(algorithm);
        expectSound(positions, 50);
    }
}

TEST(Layout, givesRoomToThoseThatNeedMore) {
    for (const std::uint32_t count : {60U, 900U}) {
        const LayoutGraph graph = scatteredGraph(count, 3);
        for (const LayoutAlgorithm algorithm : {LayoutAlgorithm::Force, LayoutAlgorithm::Stress}) {
            LayoutOptions options = with(algorithm, count);
            options.room.assign(count, 0);
            for (std::size_t v = 0; v < 30; ++v) {
                options.room[v] = 2.5;
            }
            const std::vector<Point> positions = layout(graph, options);
            expectSound(positions, count);
            for (std::size_t i = 0; i < 30; ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    EXPECT_GT(length(minus(positions[i], positions[j])), 2.2) << word(algorithm);
                }
            }
        }
    }
}

TEST(Layout, isTheSameToTheLastBitWithAnyNumberOfThreads) {
    const std::vector<LayoutGraph> graphs = {scatteredGraph(40, 2), scatteredGraph(400, 3),
                                             scatteredGraph(2500, 3)};
    for (const LayoutGraph& graph : graphs) {
        for (const LayoutAlgorithm algorithm : everyAlgorithm) {
            const LayoutOptions options = with(algorithm, graph.vertexCount());
            std::vector<std::vector<Point>> results;
            for (const std::size_t threads : {1U, 2U, 8U}) {
                const tbb::global_control control(tbb::global_control::max_allowed_parallelism,
                                                  threads);
                results.push_back(layout(graph, options));
            }
            EXPECT_EQ(results[0], results[1]) << word(algorithm) << ' ' << graph.vertexCount();
            EXPECT_EQ(results[0], results[2]) << word(algorithm) << ' ' << graph.vertexCount();
        }
    }
}

TEST(Layout, spreadsEverythingAsFarAsAsked) {
    const LayoutGraph graph = scatteredGraph(50, 2);
    for (const LayoutAlgorithm algorithm : everyAlgorithm) {
        LayoutOptions options = with(algorithm, 50);
        const std::vector<Point> plain = layout(graph, options);
        options.spread = 2;
        const std::vector<Point> wide = layout(graph, options);
        for (std::size_t v = 0; v < 50; ++v) {
            EXPECT_EQ(wide[v], (Point{2 * plain[v].x, 2 * plain[v].y})) << word(algorithm);
        }
        for (const double senseless : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN(),
                                       std::numeric_limits<double>::infinity()}) {
            options.spread = senseless;
            EXPECT_EQ(layout(graph, options), plain) << word(algorithm);
        }
        options.spread = 1e-300;
        expectSound(layout(graph, options), 50);
    }
}

TEST(Layout, spreadsAroundPinsWithoutMovingThem) {
    const LayoutGraph graph = scatteredGraph(50, 2);
    for (const LayoutAlgorithm algorithm : everyAlgorithm) {
        LayoutOptions options = with(algorithm, 50);
        options.spread = 3;
        options.initial = layout(graph, options);
        options.initial[4].x += 0.1;
        options.pinned.assign(50, 0);
        options.pinned[4] = 1;
        options.pinned[20] = 1;
        const std::vector<Point> again = layout(graph, options);
        EXPECT_EQ(again[4], options.initial[4]) << word(algorithm);
        EXPECT_EQ(again[20], options.initial[20]) << word(algorithm);
        // Laid out again, the picture is as wide as it was.
        EXPECT_NEAR(boundsOf(again).width() / boundsOf(options.initial).width(), 1, 0.35)
            << word(algorithm);
    }
}

TEST(Layout, anotherSeedGivesAnotherPicture) {
    const LayoutGraph graph = scatteredGraph(60, 2);
    LayoutOptions options;
    const std::vector<Point> one = layout(graph, options);
    options.seed = 99;
    EXPECT_NE(layout(graph, options), one);
}

TEST(Layout, forceUnfoldsAGrid) {
    const LayoutGraph graph = gridGraph(60);
    const LayoutQuality measured = quality(graph, layout(graph, with(LayoutAlgorithm::Force, 0)));
    EXPECT_LT(measured.stress, 0.03);
    EXPECT_GT(measured.neighbourhood, 0.7);
}

TEST(Layout, stressIsTruerThanForce) {
    const LayoutGraph graph = gridGraph(30);
    const double force = quality(graph, layout(graph, with(LayoutAlgorithm::Force, 0))).stress;
    const double stress = quality(graph, layout(graph, with(LayoutAlgorithm::Stress, 0))).stress;
    EXPECT_LT(stress, force);
    EXPECT_LT(stress, 0.0135);
}

TEST(Layout, heedsItsParametersFromWhereThingsAre) {
    LayoutGraph graph = scatteredGraph(40, 2);
    for (std::uint32_t v = 0; v < 40; ++v) {
        for (std::uint32_t arc = graph.offsets[v]; arc < graph.offsets[v + 1]; ++arc) {
            graph.weights[arc] = (v + graph.neighbours[arc]) % 3 == 0 ? 8.0F : 1.0F;
        }
    }
    LayoutOptions options;
    options.initial = layout(graph, options);
    const std::vector<Point> usual = layout(graph, options);
    options.lengthByWeight = 1;
    EXPECT_NE(layout(graph, options), usual);

    options.algorithm = LayoutAlgorithm::Force;
    options.gravity = 0.2;
    const std::vector<Point> loose = layout(graph, options);
    options.gravity = 1;
    const std::vector<Point> drawn = layout(graph, options);
    EXPECT_LT(boundsOf(drawn).width(), boundsOf(loose).width() + 1e-9);
    EXPECT_NE(drawn, loose);
}

TEST(Layout, tellsProgressUpwardsToTheEnd) {
    for (const LayoutAlgorithm algorithm : {LayoutAlgorithm::Force, LayoutAlgorithm::Stress}) {
        double last = 0;
        bool falls = false;
        Progress progress;
        progress.report = [&](double fraction) {
            falls = falls || fraction < last - 1e-9;
            last = fraction;
        };
        layout(scatteredGraph(400, 2), with(algorithm, 0), progress);
        EXPECT_FALSE(falls) << word(algorithm);
        EXPECT_NEAR(last, 1, 1e-9) << word(algorithm);
    }
}

TEST(Layout, stopsOnTheWay) {
    for (const LayoutAlgorithm algorithm : {LayoutAlgorithm::Force, LayoutAlgorithm::Stress}) {
        for (const std::uint32_t size : {60U, 600U, 5000U}) {
            std::stop_source source;
            Progress progress;
            progress.stop = source.get_token();
            std::atomic<int> reports = 0;
            progress.report = [&](double) {
                if (++reports == 1) {
                    source.request_stop();
                }
            };
            EXPECT_THROW(layout(scatteredGraph(size, 2), with(algorithm, 0), progress), Cancelled)
                << word(algorithm) << ' ' << size;
        }
    }
}

} // namespace

} // namespace entente
