#include "ui/scene/plan_strands.h"

#include "core/network/parallel.h"
#include "ui/scene/attribute_scales.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>

namespace entente::ui {

namespace {

/// Between edges of different signs, in distances of strands.
constexpr double signGap = 0.8;
constexpr std::size_t grain = 4096;

std::int16_t inUnits(double distances) {
    return static_cast<std::int16_t>(
        std::clamp(std::lround(distances / PlannedStrand::unit), -32'000L, 32'000L));
}

class StrandPlanner {
public:
    StrandPlanner(NetworkPlan& plan, const PlanInputs& inputs)
        : plan_(plan), inputs_(inputs),
          edgeColours_(inputs.dossier, ElementKind::Edge, inputs.style.looks.edgeColour, "color",
                       inputs.style.theme),
          edgeWidths_(inputs.dossier, ElementKind::Edge, inputs.style.looks.edgeWidth,
                      "thickness") {}

    void run() {
        colourEdges();
        if (!edgeWidths_.empty()) {
            plan_.legend.scales.push_back(
                edgeWidths_.legend(LegendScale::Of::EdgeWidth, inputs_.dossier));
        }
        const std::vector<std::uint32_t> order = edgesByPair();
        planBundles(order, bundleBegins(order));
    }

private:
    /// Gives the colours of an attribute the places that no sector has: where they are more, the
    /// rarer ones get the nearest of the others.
    void colourEdges() {
        const std::size_t first = std::min(inputs_.dossier.sectors().size(), mostSectors);
        if (edgeColours_.empty() || first == mostSectors) {
            return;
        }
        std::vector<std::size_t> colours(inputs_.network.edgeCount());
        forEachRow(colours.size(), [&](std::uint32_t edge) {
            colours[edge] = edgeColours_.colour(inputs_.network.backing(edge));
        });
        std::vector<std::size_t> counts(edgeColours_.colours().size(), 0);
        for (const std::size_t colour : colours) {
            ++counts[colour];
        }
        std::vector<std::uint8_t> used(counts.size(), 0);
        std::ranges::transform(counts, used.begin(),
                               [](std::size_t count) -> std::uint8_t { return count > 0; });
        plan_.legend.scales.push_back(
            edgeColours_.legend(LegendScale::Of::EdgeColour, inputs_.dossier, used));

        counts.pop_back(); // what has no value is plain
        std::vector<std::size_t> byCount(counts.size());
        std::iota(byCount.begin(), byCount.end(), std::size_t{0});
        std::ranges::stable_sort(byCount, std::greater<>(),
                                 [&](std::size_t colour) { return counts[colour]; });
        std::vector<std::uint8_t> placeOf(counts.size() + 1, NetworkPlan::plain);
        std::size_t next = first;
        for (const std::size_t colour : byCount) {
            if (next < mostSectors) {
                plan_.colours[next] = edgeColours_.colours()[colour];
                placeOf[colour] = static_cast<std::uint8_t>(next++);
            } else if (counts[colour] > 0) {
                placeOf[colour] = nearestPlace(edgeColours_.colours()[colour], first);
            }
        }
        placeOfEdge_.resize(colours.size());
        std::ranges::transform(colours, placeOfEdge_.begin(),
                               [&](std::size_t colour) { return placeOf[colour]; });
    }

    [[nodiscard]] std::uint8_t nearestPlace(const QColor& colour, std::size_t first) const {
        const auto distance = [&](std::size_t place) {
            const QColor& other = plan_.colours[place];
            const int red = colour.red() - other.red();
            const int green = colour.green() - other.green();
            const int blue = colour.blue() - other.blue();
            return red * red + green * green + blue * blue;
        };
        std::size_t nearest = first;
        for (std::size_t place = first; place < mostSectors; ++place) {
            nearest = distance(place) < distance(nearest) ? place : nearest;
        }
        return static_cast<std::uint8_t>(nearest);
    }

    [[nodiscard]] std::uint64_t pairOf(std::uint32_t edge) const {
        const NetworkEdge& each = inputs_.network.edges()[edge];
        return (std::uint64_t{std::min(each.source, each.target)} << 32U) |
               std::max(each.source, each.target);
    }

    /// Pair by pair; within a pair, cooperative edges first.
    [[nodiscard]] std::vector<std::uint32_t> edgesByPair() const {
        std::vector<std::uint32_t> order(inputs_.network.edgeCount());
        std::iota(order.begin(), order.end(), 0U);
        const auto before = [this](std::uint32_t a, std::uint32_t b) {
            const std::uint64_t pairA = pairOf(a);
            const std::uint64_t pairB = pairOf(b);
            const int signA = inputs_.network.edges()[a].sign;
            const int signB = inputs_.network.edges()[b].sign;
            return pairA != pairB ? pairA < pairB : signA != signB ? signA > signB : a < b;
        };
        if (!std::ranges::is_sorted(order, before)) {
            tbb::parallel_sort(order.begin(), order.end(), before);
        }
        return order;
    }

    /// Where in `order` the bundle of each pair begins, the weakest pair first.
    [[nodiscard]] std::vector<std::uint32_t>
    bundleBegins(const std::vector<std::uint32_t>& order) const {
        std::vector<std::pair<float, std::uint32_t>> bundles;
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            const float weight = inputs_.network.edges()[order[i]].weight;
            if (i == 0 || pairOf(order[i]) != pairOf(order[i - 1])) {
                bundles.emplace_back(0.0F, i);
            }
            bundles.back().first = std::max(bundles.back().first, weight);
        }
        tbb::parallel_sort(bundles.begin(), bundles.end());
        std::vector<std::uint32_t> begins;
        begins.reserve(bundles.size());
        for (const auto& [weight, begin] : bundles) {
            begins.push_back(begin);
        }
        return begins;
    }

    [[nodiscard]] std::span<const std::uint32_t> bundleAt(const std::vector<std::uint32_t>& order,
                                                          std::uint32_t begin) const {
        std::uint32_t end = begin + 1;
        while (end < order.size() && pairOf(order[end]) == pairOf(order[begin])) {
            ++end;
        }
        return std::span(order).subspan(begin, end - begin);
    }

    /// How many strands an edge has.
    [[nodiscard]] std::size_t strandsOf(std::uint32_t edge) const {
        return std::max<std::size_t>(1,
                                     static_cast<std::size_t>(std::popcount(shownSectors(edge))));
    }

    /// None where edges have the colours of an attribute.
    [[nodiscard]] SectorSet shownSectors(std::uint32_t edge) const {
        if (!placeOfEdge_.empty()) {
            return 0;
        }
        return inputs_.network.edges()[edge].sectors & inputs_.sectors;
    }

    struct Part {
        std::vector<PlannedStrand> strands;
        std::vector<PlannedStrand> overlays;
        LegendContents legend;
    };

    void planBundles(const std::vector<std::uint32_t>& order,
                     const std::vector<std::uint32_t>& begins) {
        std::vector<Part> parts((begins.size() + grain - 1) / grain);
        tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t part) {
            const std::size_t end = std::min(begins.size(), (part + 1) * grain);
            for (std::size_t i = part * grain; i < end; ++i) {
                addBundle(parts[part], bundleAt(order, begins[i]));
            }
        });
        std::size_t strands = 0;
        for (const Part& part : parts) {
            strands += part.strands.size();
        }
        plan_.strands.reserve(strands);
        for (Part& part : parts) {
            plan_.strands.insert(plan_.strands.end(), part.strands.begin(), part.strands.end());
            plan_.overlays.insert(plan_.overlays.end(), part.overlays.begin(), part.overlays.end());
            plan_.legend.sectors |= part.legend.sectors;
            plan_.legend.confidences |= part.legend.confidences;
            plan_.legend.plain = plan_.legend.plain || part.legend.plain;
            plan_.legend.conflict = plan_.legend.conflict || part.legend.conflict;
            plan_.legend.arrows = plan_.legend.arrows || part.legend.arrows;
            part = {};
        }
        plan_.strandCount = plan_.strands.size();
        plan_.firstStrands.resize(plan_.edgeCount);
        for (std::size_t i = plan_.strands.size(); i-- > 0;) {
            plan_.firstStrands[plan_.strands[i].edge] = static_cast<std::uint32_t>(i);
        }
    }

    void addBundle(Part& part, std::span<const std::uint32_t> edges) const {
        const auto signChanges = [&](std::size_t i) {
            return i > 0 && inputs_.network.edges()[edges[i]].sign !=
                                inputs_.network.edges()[edges[i - 1]].sign;
        };
        std::size_t count = 0;
        double gaps = 0;
        std::uint8_t widest = 0;
        for (std::size_t i = 0; i < edges.size(); ++i) {
            count += strandsOf(edges[i]);
            widest = std::max(widest, strengthOf(edges[i]));
            gaps += signChanges(i) ? signGap : 0;
        }
        const double places = static_cast<double>(count - 1) + gaps;
        double slot = -places / 2;
        for (std::size_t i = 0; i < edges.size(); ++i) {
            slot += signChanges(i) ? signGap : 0;
            addEdge(part, edges[i], slot, places, widest);
            slot += static_cast<double>(strandsOf(edges[i]));
        }
    }

    void addEdge(Part& part, std::uint32_t edge, double slot, double places,
                 std::uint8_t widest) const {
        const NetworkEdge& each = inputs_.network.edges()[edge];
        const SectorSet shown = shownSectors(edge);
        const std::size_t count = strandsOf(edge);
        const bool arrow = wantsArrow(edge);
        // Slots are counted across the way from the lower vertex to the higher one.
        const double side = each.source < each.target ? 1 : -1;
        PlannedStrand strand;
        strand.from = each.source;
        strand.to = each.target;
        strand.edge = edge;
        strand.places = inUnits(places);
        strand.strength = strengthOf(edge);
        strand.widest = widest;
        strand.arrow = arrow && count == 1;
        SectorSet rest = shown;
        for (std::size_t i = 0; i < count; ++i, rest &= rest - 1) {
            const std::size_t sector =
                rest != 0 ? static_cast<std::size_t>(std::countr_zero(rest)) : NetworkPlan::plain;
            const Confidence confidence = rest != 0 ? confidenceIn(edge, sector) : each.confidence;
            strand.slot = inUnits(side * (slot + static_cast<double>(i)));
            strand.colour =
                placeOfEdge_.empty() ? static_cast<std::uint8_t>(sector) : placeOfEdge_[edge];
            strand.dash = dashOf(confidence);
            part.strands.push_back(strand);
            part.legend.confidences |=
                static_cast<std::uint8_t>(1U << static_cast<unsigned>(confidence));
            part.legend.plain = part.legend.plain || (rest == 0 && placeOfEdge_.empty());
            part.legend.sectors |= rest != 0 ? sectorBit(sector) : 0;
        }
        strand.slot = inUnits(side * (slot + static_cast<double>(count - 1) / 2));
        strand.span = inUnits(static_cast<double>(count - 1));
        strand.dash = Dash::Solid;
        strand.arrow = false;
        if (each.sign < 0) {
            strand.form = StrandForm::ConflictBar;
            strand.colour = NetworkPlan::conflict;
            part.overlays.push_back(strand);
        }
        if (arrow && count > 1) {
            strand.form = StrandForm::Arrowhead;
            strand.colour = NetworkPlan::quiet;
            part.overlays.push_back(strand);
        }
        part.legend.conflict = part.legend.conflict || each.sign < 0;
        part.legend.arrows = part.legend.arrows || arrow;
    }

    /// The best confidence among what an edge stands for in one sector.
    [[nodiscard]] Confidence confidenceIn(std::uint32_t edge, std::size_t sector) const {
        const Confidence best = inputs_.network.edges()[edge].confidence;
        Confidence found = Confidence::Planned;
        bool any = false;
        for (const ElementRef& element : inputs_.network.backing(edge)) {
            const bool vertex = element.kind == ElementKind::Vertex;
            const SectorSet sectors = vertex ? inputs_.dossier.vertices().sectors(element.index)
                                             : inputs_.dossier.edges().sectors(element.index);
            if ((sectors & sectorBit(sector)) != 0) {
                any = true;
                found =
                    std::min(found, vertex ? inputs_.dossier.vertices().confidence(element.index)
                                           : inputs_.dossier.edges().confidence(element.index));
            }
        }
        return any ? std::max(best, found) : best;
    }

    /// Strands of strong ties are thicker; those that many parties share equally are thin.
    [[nodiscard]] std::uint8_t strengthOf(std::uint32_t edge) const {
        const NetworkEdge& each = inputs_.network.edges()[edge];
        const double weight = std::isfinite(each.weight) ? std::max(0.0F, each.weight) : 1;
        const double strength = std::clamp(0.45 + 0.55 * std::sqrt(weight), 0.5, 1.15);
        if (!edgeWidths_.empty()) {
            return widthOf(edgeWidths_.size(inputs_.network.backing(edge)));
        }
        const bool plain = (each.sectors & inputs_.sectors) == 0;
        return static_cast<std::uint8_t>(
            std::lround(strength * (plain ? 0.75 : 1) / PlannedStrand::strengthUnit));
    }

    /// The strength of an edge by an attribute: as thick as strands can be, down to a fifth of it.
    [[nodiscard]] std::uint8_t widthOf(double size) const {
        constexpr double thinnest = 50;
        constexpr double thickest = 255;
        constexpr double middle = 130;
        if (std::isnan(size)) {
            return static_cast<std::uint8_t>(thinnest);
        }
        const double strength = edgeWidths_.asInFile()
                                    ? std::clamp(middle * size, thinnest, thickest)
                                    : thinnest + size * (thickest - thinnest);
        return static_cast<std::uint8_t>(std::lround(strength));
    }

    /// A tie's arrowhead helps where its words do not already say which end is which: a leader
    /// leads a state, a member is a member of an organisation.
    [[nodiscard]] bool wantsArrow(std::uint32_t edge) const {
        const NetworkEdge& each = inputs_.network.edges()[edge];
        if (!each.directed) {
            return false;
        }
        for (const ElementRef& element : inputs_.network.backing(edge)) {
            if (element.kind != ElementKind::Edge) {
                continue;
            }
            const EdgeTable& edges = inputs_.dossier.edges();
            if (edges.kind(element.index) == EdgeKind::Lineage) {
                return true;
            }
            const std::string_view type = inputs_.dossier.text(edges.type(element.index));
            const bool structural = type.empty() || type == "leads" || type == "commands" ||
                                    type.ends_with(" of") || type.ends_with(" by") ||
                                    type.ends_with(" in");
            if (edges.kind(element.index) == EdgeKind::Tie && (!structural || each.sign < 0)) {
                return true;
            }
        }
        return false;
    }

    NetworkPlan& plan_;
    const PlanInputs& inputs_;
    ColourScale edgeColours_;
    SizeScale edgeWidths_;
    std::vector<std::uint8_t> placeOfEdge_; ///< in the plan's colours; empty: sectors decide
};

} // namespace

void planStrands(NetworkPlan& plan, const PlanInputs& inputs) {
    StrandPlanner(plan, inputs).run();
}

} // namespace entente::ui
