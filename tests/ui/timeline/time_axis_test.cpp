#include "ui/scene/time_axis.h"

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

TimeAxis axisOf(int firstYear, int lastYear, double width = 800) {
    return {{static_cast<double>(dayNumber(firstYear, 1, 1)),
             static_cast<double>(dayNumber(lastYear, 1, 1))},
            100,
            100 + width};
}

} // namespace

TEST(TimeAxis, MapsDaysToPixelsAndBack) {
    const TimeAxis axis = axisOf(2000, 2020);
    EXPECT_DOUBLE_EQ(axis.pixel(axis.range.first), 100);
    EXPECT_DOUBLE_EQ(axis.pixel(axis.range.last), 900);
    EXPECT_NEAR(axis.day(axis.pixel(12345)), 12345, 1e-6);
}

TEST(TimeTicks, AreNeverNearerThanTheSpacing) {
    for (const double length : {5.0, 40.0, 200.0, 800.0, 4000.0, 40'000.0, 400'000.0, 4'000'000.0}) {
        TimeAxis axis{{1234.5, 1234.5 + length}, 0, 900};
        const std::vector<TimeTick> ticks = timeTicks(axis, 76);
        ASSERT_GE(ticks.size(), 1U) << length;
        for (std::size_t i = 1; i < ticks.size(); ++i) {
            EXPECT_GT(axis.pixel(ticks[i].day) - axis.pixel(ticks[i - 1].day), 60) << length;
        }
    }
}

TEST(TimeTicks, GoFromCenturiesToDays) {
    const auto first = [](TimeAxis axis) { return timeTicks(axis, 76).front().label; };
    EXPECT_EQ(first(axisOf(1000, 2000)), QStringLiteral("1000"));
    EXPECT_EQ(first(axisOf(2000, 2030)), QStringLiteral("2000"));
    EXPECT_EQ(timeTicks(axisOf(2000, 2030), 76)[1].label, QStringLiteral("2005"));
    EXPECT_EQ(timeTicks(axisOf(2024, 2025), 60)[1].label, QStringLiteral("Feb"));
    const TimeAxis week{{static_cast<double>(dayNumber(2025, 1, 16)),
                         static_cast<double>(dayNumber(2025, 1, 23))},
                        0, 800};
    EXPECT_EQ(timeTicks(week, 76)[1].label, QStringLiteral("17 Jan"));
}

TEST(TimeTicks, OfAnImpossibleAxisAreNone) {
    EXPECT_TRUE(timeTicks({{0, 0}, 0, 100}, 76).empty());
    EXPECT_TRUE(timeTicks({{0, 100}, 100, 100}, 76).empty());
}

} // namespace entente::ui
