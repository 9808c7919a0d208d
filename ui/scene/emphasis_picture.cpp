#include "ui/scene/emphasis_picture.h"

#include "ui/scene/network_geometry.h"
#include "ui/scene/network_scene.h"
#include "ui/scene/network_strands.h"

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

/// A part of the network, its vertices numbered anew.
class EmphasisPainter {
public:
    EmphasisPainter(const NetworkPlan& plan, const Dossier& dossier, const Network& network,
                    const Emphasis& emphasis, const Style& style, const EmphasisPlaces& places)
        : plan_(plan), dossier_(dossier), network_(network), emphasis_(emphasis), style_(style),
          places_(places) {}

    DisplayList run() {
        takeVertices();
        takeEdges();
        NetworkSceneOptions options;
        options.zoom = places_.zoom;
        options.bend = places_.bend;
        for (const std::uint32_t edge : emphasis_.selectedEdges) {
            const auto backing = network_.backing(edge);
            options.selected.insert(backing.begin(), backing.end());
        }
        StrandPicture strands = makeStrands(part_, dossier_, network_, marks_, style_, options);
        DisplayList list;
        list.ground = Qt::transparent;
        list.font = style_.font;
        list.strands = std::move(strands.strands);
        list.overlays = std::move(strands.overlays);
        std::erase_if(marks_, [](const Mark& mark) { return mark.radius <= 0; });
        std::ranges::stable_sort(
            marks_, {}, [](const Mark& mark) { return std::pair(mark.selected, mark.shape); });
        list.marks = std::move(marks_);
        return list;
    }

private:
    void takeVertices() {
        for (const auto* const some :
             {&emphasis_.vertices, &emphasis_.selectedVertices, &emphasis_.pinned}) {
            vertices_.insert(vertices_.end(), some->begin(), some->end());
        }
        for (const auto* const edges : {&emphasis_.edges, &emphasis_.selectedEdges}) {
            for (const std::uint32_t edge : *edges) {
                vertices_.push_back(network_.edges()[edge].source);
                vertices_.push_back(network_.edges()[edge].target);
            }
        }
        std::ranges::sort(vertices_);
        const auto twice = std::ranges::unique(vertices_);
        vertices_.erase(twice.begin(), twice.end());
        std::ranges::transform(vertices_, std::back_inserter(marks_),
                               [this](std::uint32_t vertex) { return markOf(vertex); });
    }

    [[nodiscard]] Mark markOf(std::uint32_t vertex) const {
        const Colours& colours = style_.colours();
        const PlannedMark& planned = plan_.marks[vertex];
        Mark mark;
        mark.centre = places_.vertex(vertex);
        if (!std::isfinite(mark.centre.x() + mark.centre.y())) {
            return mark;
        }
        mark.element = {ElementKind::Vertex, network_.element(vertex)};
        mark.radius = static_cast<float>(planned.radius *
                                         NetworkScale::at(places_.zoom, plan_.strandCount).marks);
        mark.shape = planned.shape;
        mark.fill = plan_.colouredMarks
                        ? QColor(planned.fill)
                        : markFill(QColor(planned.fill), colours.outline, mark.radius);
        mark.selected = std::ranges::binary_search(emphasis_.selectedVertices, vertex);
        mark.pinned = std::ranges::binary_search(emphasis_.pinned, vertex);
        mark.outline =
            mark.selected || vertex == emphasis_.hovered ? colours.accent : colours.outline;
        mark.outlineWidth = markOutlineWidth(mark.radius, mark.selected);
        return mark;
    }

    [[nodiscard]] std::uint32_t placeOf(std::uint32_t vertex) const {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(vertices_, vertex) -
                                          vertices_.begin());
    }

    void takeEdges() {
        part_.edgeCount = plan_.edgeCount;
        part_.strandCount = plan_.strandCount;
        part_.colours = plan_.colours;
        part_.casings = plan_.casings;
        std::vector<std::uint32_t> edges = emphasis_.edges;
        edges.insert(edges.end(), emphasis_.selectedEdges.begin(), emphasis_.selectedEdges.end());
        std::ranges::sort(edges, {},
                          [this](std::uint32_t edge) { return plan_.firstStrands[edge]; });
        const auto take = [this](std::vector<PlannedStrand>& into,
                                 std::span<const PlannedStrand> strands) {
            for (PlannedStrand strand : strands) {
                strand.from = placeOf(strand.from);
                strand.to = placeOf(strand.to);
                into.push_back(strand);
            }
        };
        for (const std::uint32_t edge : edges) {
            take(part_.strands, plan_.strandsOf(edge));
            take(part_.overlays, plan_.overlaysOf(edge));
        }
    }

    const NetworkPlan& plan_;
    const Dossier& dossier_;
    const Network& network_;
    const Emphasis& emphasis_;
    const Style& style_;
    const EmphasisPlaces& places_;
    std::vector<std::uint32_t> vertices_; ///< network vertices, ascending
    std::vector<Mark> marks_;             ///< one each
    NetworkPlan part_;
};

} // namespace

DisplayList drawEmphasis(const NetworkPlan& plan, const Dossier& dossier, const Network& network,
                         const Emphasis& emphasis, const Style& style,
                         const EmphasisPlaces& places) {
    return EmphasisPainter(plan, dossier, network, emphasis, style, places).run();
}

} // namespace entente::ui
