#include "ui/views/chart_data.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace entente::ui {

namespace {

int yearOf(Day day) {
    return civilDate(day).year;
}

} // namespace

SectorYears agreementsByYear(const Dossier& dossier, const Visibility& visibility, DaySpan extent) {
    struct Run {
        int first;
        int last;
        SectorSet sectors;
    };
    std::vector<Run> runs;
    const VertexTable& vertices = dossier.vertices();
    for (VertexIndex i = 0; i < vertices.size(); ++i) {
        if (vertices.kind(i) != VertexKind::Agreement || vertices.removed(i) ||
            i >= visibility.vertices.size() || visibility.vertices[i] == 0) {
            continue;
        }
        const DaySpan span = vertices.span(i);
        if (span.first == earliestDay && span.last == latestDay) {
            continue;
        }
        // What only its end is known of counts on that day, and so for its begin where the dossier
        // ends before it.
        const Day first = span.first != earliestDay     ? span.first
                          : extent.first != earliestDay ? std::min(extent.first, span.last)
                                                        : span.last;
        const Day last = span.last != latestDay     ? span.last
                         : extent.last != latestDay ? std::max(extent.last, span.first)
                                                    : span.first;
        if (first <= last) {
            runs.push_back({yearOf(first), yearOf(last), vertices.sectors(i)});
        }
    }
    SectorYears result;
    if (runs.empty()) {
        return result;
    }
    result.firstYear = std::ranges::min(runs, {}, &Run::first).first;
    const auto years = static_cast<std::size_t>(std::ranges::max(runs, {}, &Run::last).last -
                                                result.firstYear + 1);
    const std::size_t sectors = dossier.sectors().size();
    for (std::size_t sector = 0; sector <= sectors; ++sector) {
        const auto belongs = [sector, sectors](const Run& run) {
            return sector == sectors ? run.sectors == 0 : (run.sectors & sectorBit(sector)) != 0;
        };
        // Changes from year to year, then their running sum.
        std::vector<std::ptrdiff_t> changes(years + 1);
        bool any = false;
        for (const Run& run : runs) {
            if (belongs(run)) {
                ++changes[static_cast<std::size_t>(run.first - result.firstYear)];
                --changes[static_cast<std::size_t>(run.last - result.firstYear + 1)];
                any = true;
            }
        }
        if (!any) {
            continue;
        }
        SectorYears::Series series{sector == sectors ? mostSectors : sector, {}};
        std::ptrdiff_t count = 0;
        for (std::size_t year = 0; year < years; ++year) {
            count += changes[year];
            series.counts.push_back(static_cast<std::size_t>(count));
        }
        result.series.push_back(std::move(series));
    }
    return result;
}

std::vector<ActorTies> tiesByActor(const Dossier& dossier, const Visibility& visibility,
                                   std::size_t most) {
    const EdgeTable& edges = dossier.edges();
    const std::size_t vertices = dossier.vertices().size();
    const auto shown = [&](EdgeIndex edge) {
        return edges.kind(edge) == EdgeKind::Tie && !edges.removed(edge) &&
               edge < visibility.edges.size() && visibility.edges[edge] != 0 &&
               edges.source(edge) < vertices && edges.target(edge) < vertices;
    };
    std::vector<std::size_t> counts(vertices);
    for (EdgeIndex edge = 0; edge < edges.size(); ++edge) {
        if (shown(edge)) {
            ++counts[edges.source(edge)];
            if (edges.target(edge) != edges.source(edge)) {
                ++counts[edges.target(edge)];
            }
        }
    }
    std::vector<VertexIndex> actors;
    for (VertexIndex i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) {
            actors.push_back(i);
        }
    }
    std::ranges::stable_sort(actors, std::greater(), [&](VertexIndex i) { return counts[i]; });
    actors.resize(std::min(actors.size(), most));

    const std::size_t sectors = dossier.sectors().size();
    std::vector<ActorTies> result;
    std::vector<std::uint32_t> placeOf(counts.size(), noIndex);
    for (const VertexIndex actor : actors) {
        placeOf[actor] = static_cast<std::uint32_t>(result.size());
        result.push_back({actor, counts[actor], std::vector<double>(sectors + 1)});
    }
    for (EdgeIndex edge = 0; edge < edges.size(); ++edge) {
        if (!shown(edge)) {
            continue;
        }
        const SectorSet set = edges.sectors(edge);
        const auto share = [&](VertexIndex actor) {
            if (placeOf[actor] == noIndex) {
                return;
            }
            std::vector<double>& shares = result[placeOf[actor]].shares;
            if (set == 0) {
                shares[sectors] += 1;
                return;
            }
            for (std::size_t sector = 0; sector < sectors; ++sector) {
                if ((set & sectorBit(sector)) != 0) {
                    shares[sector] += 1.0 / std::popcount(set);
                }
            }
        };
        share(edges.source(edge));
        if (edges.target(edge) != edges.source(edge)) {
            share(edges.target(edge));
        }
    }
    return result;
}

} // namespace entente::ui
