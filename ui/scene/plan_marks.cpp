#include "ui/scene/plan_marks.h"

#include "core/network/collapse.h"
#include "ui/scene/attribute_scales.h"

#include <tbb/parallel_sort.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace entente::ui {

namespace {

constexpr double tintShare = 0.68;
constexpr double widestActor = 26;

std::vector<double> weightedDegrees(const Network& network) {
    std::vector<double> degrees(network.vertexCount(), 0);
    for (const NetworkEdge& edge : network.edges()) {
        const double weight = std::isfinite(edge.weight) ? std::abs(edge.weight) : 1;
        degrees[edge.source] += weight;
        degrees[edge.target] += weight;
    }
    return degrees;
}

struct RadiusRange {
    double smallest;
    double largest;
};

RadiusRange radiusRange(VertexKind kind) {
    switch (kind) {
    case VertexKind::Agreement:
        return {10, 17};
    case VertexKind::Event:
        return {7.5, 11};
    case VertexKind::Leader:
        return {10, 16};
    case VertexKind::Other:
        return {9, 26};
    default:
        return {13, 29};
    }
}

class MarkPlanner {
public:
    MarkPlanner(NetworkPlan& plan, const PlanInputs& inputs)
        : plan_(plan), inputs_(inputs),
          markColours_(inputs.dossier, ElementKind::Vertex, inputs.style.looks.markColour, "color",
                       inputs.style.theme),
          markSizes_(inputs.dossier, ElementKind::Vertex, inputs.style.looks.markSize, "size") {}

    void run() {
        const std::vector<double> degrees = weightedDegrees(inputs_.network);
        const double most =
            degrees.empty() ? 1 : std::max(1e-9, *std::ranges::max_element(degrees));
        const std::vector<QRgb> fills = sectorFills();
        const VertexTable& vertices = inputs_.dossier.vertices();
        plan_.marks.resize(inputs_.network.vertexCount());
        plan_.importance.resize(inputs_.network.vertexCount());
        plan_.colouredMarks = !markColours_.empty();
        std::vector<std::uint8_t> used(markColours_.colours().size(), 0);
        const std::vector<double> communities = communityWidths(inputs_.network);
        for (std::uint32_t vertex = 0; vertex < plan_.marks.size(); ++vertex) {
            const VertexIndex row = inputs_.network.element(vertex);
            const VertexKind kind = vertices.kind(row);
            const RadiusRange range = radiusRange(kind);
            // Between the two radii, the area grows with the weighted degree.
            const double area =
                range.smallest * range.smallest +
                degrees[vertex] / most *
                    (range.largest * range.largest - range.smallest * range.smallest);
            const SectorSet shown = isActor(kind) ? 0 : vertices.sectors(row) & inputs_.sectors;
            const auto sector = static_cast<std::size_t>(std::countr_zero(shown));
            PlannedMark& mark = plan_.marks[vertex];
            const double size = markSizes_.empty() ? area : areaOf(markSizes_.size(row));
            mark.radius = static_cast<float>(std::sqrt(size));
            mark.shape = shapeOf(kind);
            mark.fill = shown != 0 ? fills[sector] : inputs_.style.colours().markFill.rgb();
            plan_.importance[vertex] = static_cast<float>(
                markSizes_.empty() ? degrees[vertex] * (kind == VertexKind::Event ? 0.6 : 1)
                                   : size);
            if (communities[vertex] > 0) {
                // Many have no kind and no value that one could show.
                mark.radius = static_cast<float>(widestActor * communities[vertex]);
                mark.shape = Shape::Circle;
                mark.fill = inputs_.style.colours().communityFill.rgb();
                plan_.legend.communities = true;
                continue;
            }
            if (plan_.colouredMarks) {
                const std::size_t colour = markColours_.colour(row);
                mark.fill = markColours_.colours()[colour].rgb();
                used[colour] = 1;
            } else {
                plan_.legend.sectors |= shown != 0 ? sectorBit(sector) : 0;
            }
            plan_.legend.kinds |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(kind));
        }
        plan_.byImportance.resize(plan_.marks.size());
        std::iota(plan_.byImportance.begin(), plan_.byImportance.end(), 0U);
        tbb::parallel_sort(plan_.byImportance.begin(), plan_.byImportance.end(),
                           [this](std::uint32_t a, std::uint32_t b) {
                               return plan_.importance[a] != plan_.importance[b]
                                          ? plan_.importance[a] > plan_.importance[b]
                                          : a < b;
                           });
        if (plan_.colouredMarks) {
            plan_.legend.scales.push_back(
                markColours_.legend(LegendScale::Of::MarkColour, inputs_.dossier, used));
        }
        if (!markSizes_.empty()) {
            plan_.legend.scales.push_back(
                markSizes_.legend(LegendScale::Of::MarkSize, inputs_.dossier));
        }
    }

private:
    /// The square of a mark's radius. Areas, not radii, are in proportion to numbers; the file's
    /// own sizes are diameters of whatever unit, so the middle one gets a usual radius.
    [[nodiscard]] double areaOf(double size) const {
        constexpr double smallest = 6;
        constexpr double largest = 30;
        constexpr double middle = 13;
        constexpr double mostOfFile = 40;
        if (std::isnan(size)) {
            return smallest * smallest;
        }
        if (markSizes_.asInFile()) {
            const double radius = std::clamp(middle * size, smallest / 2, mostOfFile);
            return radius * radius;
        }
        return smallest * smallest + size * (largest * largest - smallest * smallest);
    }

    [[nodiscard]] std::vector<QRgb> sectorFills() const {
        std::vector<QRgb> fills;
        for (const Sector& sector : inputs_.dossier.sectors()) {
            fills.push_back(mixed(sectorColour(sector, inputs_.style.theme),
                                  inputs_.style.colours().markFill, tintShare)
                                .rgb());
        }
        return fills;
    }

    NetworkPlan& plan_;
    const PlanInputs& inputs_;
    ColourScale markColours_;
    SizeScale markSizes_;
};

} // namespace

void planMarks(NetworkPlan& plan, const PlanInputs& inputs) {
    MarkPlanner(plan, inputs).run();
}

} // namespace entente::ui
