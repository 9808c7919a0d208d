#include "ui/scene/activity.h"

#include <algorithm>
#include <bit>

namespace entente::ui {

namespace {

constexpr double daysPerYear = 365.2425;

std::vector<DaySpan> yearBins(DaySpan days, int step) {
    std::vector<DaySpan> bins;
    const int first = civilDate(days.first).year;
    const int last = civilDate(days.last).year;
    for (int year = first - ((first % step) + step) % step; year <= last; year += step) {
        bins.push_back({dayNumber(year, 1, 1), dayNumber(year + step, 1, 1) - 1});
    }
    return bins;
}

std::vector<DaySpan> monthBins(DaySpan days) {
    std::vector<DaySpan> bins;
    CivilDate month = civilDate(days.first);
    for (;;) {
        const Day first = dayNumber(month.year, month.month, 1);
        if (first > days.last) {
            return bins;
        }
        bins.push_back({first, first + static_cast<Day>(daysInMonth(month.year, month.month)) - 1});
        month = month.month == 12 ? CivilDate{month.year + 1, 1, 1}
                                  : CivilDate{month.year, month.month + 1, 1};
    }
}

} // namespace

std::vector<DaySpan> activityBins(DaySpan days, std::size_t wanted) {
    const double length = static_cast<double>(days.last) - days.first + 1;
    const double most = static_cast<double>(std::max<std::size_t>(wanted, 1));
    if (length <= most) {
        std::vector<DaySpan> bins;
        for (Day day = days.first; day <= days.last; ++day) {
            bins.push_back({day, day});
        }
        return bins;
    }
    if (length / (daysPerYear / 12) <= most + 0.5) {
        return monthBins(days);
    }
    for (const int step : {1, 5, 10, 50, 100, 500}) {
        if (length / (daysPerYear * step) <= most + 0.5) {
            return yearBins(days, step);
        }
    }
    return yearBins(days, 1000);
}

std::vector<ActivityBin> activity(const Dossier& dossier, const Visibility& visibility,
                                  const std::vector<DaySpan>& bins) {
    const std::size_t sectorCount = dossier.sectors().size();
    // What begins in a bin is added there and taken off after its last bin: a running sum then
    // gives each bin, however long the periods are.
    std::vector<std::vector<double>> changes(bins.size() + 1,
                                             std::vector<double>(sectorCount + 1, 0));
    const auto add = [&](DaySpan span, SectorSet sectors) {
        const auto first = std::ranges::lower_bound(bins, span.first, {}, &DaySpan::last);
        const auto beyond = std::ranges::upper_bound(bins, span.last, {}, &DaySpan::first);
        if (first >= beyond) {
            return;
        }
        const auto from = static_cast<std::size_t>(first - bins.begin());
        const auto to = static_cast<std::size_t>(beyond - bins.begin());
        if (sectors == 0) {
            changes[from][sectorCount] += 1;
            changes[to][sectorCount] -= 1;
            return;
        }
        const double share = 1.0 / std::popcount(sectors);
        for (SectorSet rest = sectors; rest != 0; rest &= rest - 1) {
            const auto sector = static_cast<std::size_t>(std::countr_zero(rest));
            if (sector < sectorCount) {
                changes[from][sector] += share;
                changes[to][sector] -= share;
            }
        }
    };
    bool anyAgreement = false;
    for (VertexIndex row = 0; row < dossier.vertices().size(); ++row) {
        if (visibility.vertices[row] == 0 || isActor(dossier.vertices().kind(row))) {
            continue;
        }
        anyAgreement = true;
        if (!dossier.vertices().period(row).empty()) {
            add(dossier.vertices().span(row), dossier.vertices().sectors(row));
        }
    }
    for (EdgeIndex row = 0; !anyAgreement && row < dossier.edges().size(); ++row) {
        if (visibility.edges[row] != 0 && !dossier.edges().period(row).empty()) {
            add(dossier.edges().span(row), dossier.edges().sectors(row));
        }
    }
    std::vector<ActivityBin> result;
    std::vector<double> running(sectorCount + 1, 0);
    for (std::size_t i = 0; i < bins.size(); ++i) {
        for (std::size_t sector = 0; sector <= sectorCount; ++sector) {
            running[sector] += changes[i][sector];
        }
        result.push_back({bins[i], running});
        for (double& value : result.back().bySector) {
            value = value < 1e-9 ? 0 : value;
        }
    }
    return result;
}

} // namespace entente::ui
