#include "ui/scene/timeline_lanes.h"

#include "ui/scene/vertex_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <map>

namespace entente::ui {

namespace {

// More rows than this nobody scrolls through; the busiest pairs say enough.
constexpr std::size_t mostTies = 20'000;

QString tr(const char* text) {
    return QCoreApplication::translate("Timeline", text);
}

class LaneBuilder {
public:
    LaneBuilder(const Dossier& dossier, const Visibility& visibility, QString language)
        : dossier_(dossier), visibility_(visibility), language_(std::move(language)) {}

    std::vector<TimelineLane> run(TimelineGrouping grouping) {
        const std::vector<ElementRef> bars = datedBars();
        if (grouping == TimelineGrouping::Sector) {
            groupBySector(bars);
        } else {
            groupByActor(bars);
        }
        addEvents();
        addTerms();
        return std::move(lanes_);
    }

private:
    [[nodiscard]] DaySpan spanOf(ElementRef element) const {
        return element.kind == ElementKind::Vertex ? dossier_.vertices().span(element.index)
                                                   : dossier_.edges().span(element.index);
    }
    [[nodiscard]] SectorSet sectorsOf(ElementRef element) const {
        return element.kind == ElementKind::Vertex ? dossier_.vertices().sectors(element.index)
                                                   : dossier_.edges().sectors(element.index);
    }

    /// Agreements with dates, else ties with dates, by begin.
    std::vector<ElementRef> datedBars() const {
        std::vector<ElementRef> bars;
        const VertexTable& vertices = dossier_.vertices();
        bool anyAgreement = false;
        for (VertexIndex row = 0; row < vertices.size(); ++row) {
            if (visibility_.vertices[row] != 0 && !isActor(vertices.kind(row))) {
                anyAgreement = true;
                if (vertices.kind(row) == VertexKind::Agreement && !vertices.period(row).empty()) {
                    bars.push_back({ElementKind::Vertex, row});
                }
            }
        }
        for (EdgeIndex row = 0; !anyAgreement && row < dossier_.edges().size(); ++row) {
            if (visibility_.edges[row] != 0 && dossier_.edges().kind(row) == EdgeKind::Tie &&
                !dossier_.edges().period(row).empty() && bars.size() < mostTies) {
                bars.push_back({ElementKind::Edge, row});
            }
        }
        std::ranges::stable_sort(bars, {}, [this](ElementRef bar) { return spanOf(bar).first; });
        return bars;
    }

    void addHeading(const QString& text) {
        lanes_.push_back({TimelineLane::Kind::Heading, text, {}, 0});
    }

    void addBar(ElementRef bar) {
        const bool agreement = bar.kind == ElementKind::Vertex;
        lanes_.push_back({agreement ? TimelineLane::Kind::Agreement : TimelineLane::Kind::Tie,
                          agreement ? vertexName(dossier_, bar.index, language_)
                                    : QString::fromStdString(dossier_.describe(bar)),
                          {bar},
                          sectorsOf(bar)});
    }

    void groupBySector(const std::vector<ElementRef>& bars) {
        // Each stands once, with the first of its sectors.
        for (std::size_t sector = 0; sector <= dossier_.sectors().size(); ++sector) {
            bool headed = false;
            for (const ElementRef& bar : bars) {
                const SectorSet sectors = sectorsOf(bar);
                const std::size_t first = sectors == 0
                                              ? dossier_.sectors().size()
                                              : static_cast<std::size_t>(std::countr_zero(sectors));
                if (first != sector) {
                    continue;
                }
                if (!headed) {
                    headed = true;
                    addHeading(sector < dossier_.sectors().size()
                                   ? QString::fromStdString(dossier_.sectors()[sector].name)
                                   : tr("No sector"));
                }
                addBar(bar);
            }
        }
    }

    void groupByActor(const std::vector<ElementRef>& bars) {
        const EdgeTable& edges = dossier_.edges();
        std::map<VertexIndex, std::vector<ElementRef>> byActor;
        std::vector<std::vector<VertexIndex>> parties(dossier_.vertices().size());
        for (EdgeIndex row = 0; row < edges.size(); ++row) {
            if (visibility_.edges[row] != 0 && edges.kind(row) == EdgeKind::Participation) {
                std::vector<VertexIndex>& of = parties[edges.target(row)];
                if (std::ranges::find(of, edges.source(row)) == of.end()) {
                    of.push_back(edges.source(row));
                }
            }
        }
        for (const ElementRef& bar : bars) {
            if (bar.kind == ElementKind::Edge) {
                byActor[edges.source(bar.index)].push_back(bar);
                byActor[edges.target(bar.index)].push_back(bar);
            } else {
                for (const VertexIndex party : parties[bar.index]) {
                    byActor[party].push_back(bar);
                }
            }
        }
        std::vector<VertexIndex> actors;
        for (const auto& [actor, own] : byActor) {
            actors.push_back(actor);
        }
        std::ranges::stable_sort(actors, std::ranges::greater{},
                                 [&byActor](VertexIndex actor) { return byActor[actor].size(); });
        for (const VertexIndex actor : actors) {
            addHeading(vertexName(dossier_, actor, language_));
            for (const ElementRef& bar : byActor[actor]) {
                addBar(bar);
            }
        }
    }

    void addEvents() {
        std::vector<ElementRef> events;
        for (VertexIndex row = 0; row < dossier_.vertices().size(); ++row) {
            if (visibility_.vertices[row] != 0 &&
                dossier_.vertices().kind(row) == VertexKind::Event &&
                !dossier_.vertices().period(row).empty()) {
                events.push_back({ElementKind::Vertex, row});
            }
        }
        if (events.empty()) {
            return;
        }
        std::ranges::stable_sort(events, {},
                                 [this](ElementRef event) { return spanOf(event).first; });
        addHeading(tr("Events"));
        lanes_.push_back({TimelineLane::Kind::Events, {}, std::move(events), 0});
    }

    void addTerms() {
        const EdgeTable& edges = dossier_.edges();
        const StringId leads = dossier_.strings().find("leads");
        std::map<VertexIndex, std::vector<ElementRef>> byState;
        for (EdgeIndex row = 0; leads != noString && row < edges.size(); ++row) {
            if (visibility_.edges[row] != 0 && edges.kind(row) == EdgeKind::Tie &&
                edges.type(row) == leads && !edges.period(row).empty()) {
                byState[edges.target(row)].push_back({ElementKind::Edge, row});
            }
        }
        if (byState.empty()) {
            return;
        }
        addHeading(tr("Terms of office"));
        for (auto& [state, terms] : byState) {
            std::ranges::stable_sort(terms, {},
                                     [this](ElementRef term) { return spanOf(term).first; });
            // Two who hold power at once (a president, a supreme leader) do not share a row.
            std::vector<std::vector<ElementRef>> rows;
            for (const ElementRef& term : terms) {
                auto row = std::ranges::find_if(rows, [&](const std::vector<ElementRef>& each) {
                    return spanOf(each.back()).last <= spanOf(term).first + 1;
                });
                if (row == rows.end()) {
                    row = rows.insert(rows.end(), std::vector<ElementRef>{});
                }
                row->push_back(term);
            }
            for (std::vector<ElementRef>& row : rows) {
                lanes_.push_back({TimelineLane::Kind::Terms, vertexName(dossier_, state, language_),
                                  std::move(row), 0});
            }
        }
    }

    const Dossier& dossier_;
    const Visibility& visibility_;
    QString language_;
    std::vector<TimelineLane> lanes_;
};

} // namespace

std::vector<TimelineLane> timelineLanes(const Dossier& dossier, const Visibility& visibility,
                                        TimelineGrouping grouping, const QString& labelLanguage) {
    return LaneBuilder(dossier, visibility, labelLanguage).run(grouping);
}

std::optional<DaySpan> knownDays(const Dossier& dossier, const std::vector<TimelineLane>& lanes) {
    for (const bool withTerms : {false, true}) {
        DaySpan days = noDays;
        for (const TimelineLane& lane : lanes) {
            if (lane.kind == TimelineLane::Kind::Terms && !withTerms) {
                continue;
            }
            for (const ElementRef& element : lane.elements) {
                extend(days, element.kind == ElementKind::Vertex
                                 ? dossier.vertices().period(element.index)
                                 : dossier.edges().period(element.index));
            }
        }
        if (days.first <= days.last) {
            return days;
        }
    }
    return std::nullopt;
}

} // namespace entente::ui
