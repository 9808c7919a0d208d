#include "ui/scene/network_strands.h"

#include "ui/scene/network_geometry.h"
#include "ui/scene/sector_glyph.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace entente::ui {

namespace {

constexpr double fadedShare = 0.84;

class StrandMaker {
public:
    StrandMaker(const NetworkPlan& plan, const Dossier& dossier, const Network& network,
                const std::vector<Mark>& marks, const Style& style,
                const NetworkSceneOptions& options)
        : plan_(plan), dossier_(dossier), network_(network), marks_(marks), style_(style),
          options_(options), scale_(NetworkScale::at(options.zoom, plan.strandCount)) {}

    StrandPicture run() {
        std::vector<Strand> foreground;
        foreground.reserve(plan_.strands.size());
        std::uint32_t lastEdge = noIndex;
        int place = 0;
        for (const PlannedStrand& planned : plan_.strands) {
            place = planned.edge == lastEdge ? place + 1 : 0;
            if (planned.edge != lastEdge) {
                addAxis(planned);
            }
            lastEdge = planned.edge;
            if (const auto placed = placedOf(planned)) {
                const bool faded = isFaded(planned.edge);
                const Strand strand = dressed(planned, *placed, faded);
                (faded ? picture_.strands : foreground).push_back(strand);
                if (style_.sectorGlyphs && planned.colour < dossier_.sectors().size()) {
                    addGlyph(strand, planned, place);
                }
            }
        }
        std::ranges::move(foreground, std::back_inserter(picture_.strands));
        for (const PlannedStrand& planned : plan_.overlays) {
            if (const auto placed = placedOf(planned)) {
                planned.form == StrandForm::ConflictBar ? addConflictBar(planned, *placed)
                                                        : addArrowhead(planned, *placed);
            }
        }
        return std::move(picture_);
    }

private:
    [[nodiscard]] std::optional<PlacedStrand> placedOf(const PlannedStrand& planned) const {
        const auto end = [&](std::uint32_t vertex) {
            const Mark& mark = marks_[vertex];
            return StrandEnd{mark.centre, mark.radius, mark.shape};
        };
        if (!isCurved()) {
            return placeStrand(planned, end(planned.from), end(planned.to), scale_);
        }
        const QPointF bend = options_.bend(planned.edge);
        return placeStrand(planned, end(planned.from), end(planned.to), scale_, &bend);
    }

    [[nodiscard]] bool isCurved() const { return static_cast<bool>(options_.bend); }

    [[nodiscard]] bool isFaded(std::uint32_t edge) const {
        return !options_.highlight.empty() && options_.highlight.edges[edge] == 0;
    }

    [[nodiscard]] bool isSelected(std::uint32_t edge) const {
        return !options_.selected.empty() &&
               std::ranges::any_of(network_.backing(edge), [this](const ElementRef& element) {
                   return options_.selected.contains(element);
               });
    }

    void addAxis(const PlannedStrand& planned) {
        const Mark& from = marks_[planned.from];
        const Mark& to = marks_[planned.to];
        if (from.radius > 0 && to.radius > 0) {
            picture_.axes.emplace_back(from.centre, to.centre);
        }
    }

    [[nodiscard]] QColor colourOf(const PlannedStrand& planned, bool faded) const {
        const QColor& colour = plan_.colours[planned.colour];
        return faded ? fadedStrand(colour, style_.colours().ground) : colour;
    }

    [[nodiscard]] Strand dressed(const PlannedStrand& planned, const PlacedStrand& placed,
                                 bool faded) const {
        Strand strand;
        strand.from = placed.from;
        strand.control = placed.control;
        strand.to = placed.to;
        strand.straight = !isCurved();
        strand.colour = colourOf(planned, faded);
        strand.casing = faded ? QColor(Qt::transparent) : plan_.casings[planned.colour];
        strand.opacity = faded ? 1 : scale_.opacity;
        strand.headOpacity = faded ? 1 : scale_.signs;
        strand.width = static_cast<float>(placed.width);
        strand.dash = planned.dash;
        strand.edge = planned.edge;
        strand.arrowAtEnd = planned.arrow;
        strand.selected = isSelected(planned.edge);
        const auto backing = network_.backing(planned.edge);
        strand.element = backing.size() == 1 ? backing.front() : ElementRef{};
        return strand;
    }

    /// Where an overlay's strands are half way, and which way they run there.
    static std::pair<QPointF, QPointF> middleOf(const PlacedStrand& placed) {
        const QPointF way = placed.to - placed.from;
        return {(placed.from + placed.to) / 4 + placed.control / 2,
                way / std::hypot(way.x(), way.y())};
    }

    void addConflictBar(const PlannedStrand& planned, const PlacedStrand& placed) {
        const auto [middle, along] = middleOf(placed);
        const QPointF reach = QPointF(-along.y(), along.x()) * conflictBarReach(placed, planned);
        Strand bar;
        bar.from = middle - reach;
        bar.to = middle + reach;
        bar.colour = colourOf(planned, isFaded(planned.edge));
        bar.casing = Qt::transparent;
        bar.width = static_cast<float>(std::clamp(scale_.strandWidth, 1.2, 2.5));
        bar.opacity = scale_.signs;
        picture_.overlays.push_back(bar);
    }

    /// One arrowhead over all strands of an edge, in the colour of none of them.
    void addArrowhead(const PlannedStrand& planned, const PlacedStrand& placed) {
        const QPointF end = isCurved() ? placed.to - placed.control : placed.to - placed.from;
        const QPointF along = end / std::max(1e-9, std::hypot(end.x(), end.y()));
        const double half =
            placed.spacing * planned.span * PlannedStrand::unit / 2 + placed.width / 2;
        Strand head;
        head.to = placed.to;
        head.colour = colourOf(planned, isFaded(planned.edge));
        head.casing = Qt::transparent;
        head.headOpacity = scale_.signs;
        // An arrowhead is about 3.4 widths long and 2.8 across.
        head.width = static_cast<float>(std::min(4.5, (2 * half + 3) / 2.8));
        head.from = placed.to - along * (std::max(7.0, 3.4 * head.width) * 0.9);
        head.arrowAtEnd = true;
        picture_.overlays.push_back(head);
    }

    /// Glyphs of a bundle lie one behind the other, not in a heap.
    void addGlyph(const Strand& strand, const PlannedStrand& planned, int place) {
        constexpr qreal radius = 5;
        const qreal count =
            std::popcount(network_.edges()[planned.edge].sectors & options_.sectors);
        const QLineF line(strand.from, strand.to);
        const qreal step = 3 * radius;
        const qreal from = line.length() * 0.3 - step * (place - (count - 1) / 2);
        if (line.length() < step * (count + 3)) {
            return;
        }
        const qreal share = from / line.length();
        const QPointF at = strand.straight ? line.pointAt(share)
                                           : strand.from * ((1 - share) * (1 - share)) +
                                                 strand.control * (2 * share * (1 - share)) +
                                                 strand.to * (share * share);
        picture_.glyphs.push_back({sectorGlyph(dossier_.sectors()[planned.colour].id, at, radius),
                                   strand.casing.alpha() > 0 ? strand.casing : strand.colour,
                                   style_.colours().ground, strand.opacity});
    }

    const NetworkPlan& plan_;
    const Dossier& dossier_;
    const Network& network_;
    const std::vector<Mark>& marks_;
    const Style& style_;
    const NetworkSceneOptions& options_;
    NetworkScale scale_;
    StrandPicture picture_;
};

} // namespace

StrandPicture makeStrands(const NetworkPlan& plan, const Dossier& dossier, const Network& network,
                          const std::vector<Mark>& marks, const Style& style,
                          const NetworkSceneOptions& options) {
    return StrandMaker(plan, dossier, network, marks, style, options).run();
}

QColor fadedStrand(const QColor& colour, const QColor& ground) {
    return mixed(colour, ground, fadedShare);
}

double conflictBarReach(const PlacedStrand& placed, const PlannedStrand& bar) {
    return placed.spacing * bar.span * PlannedStrand::unit / 2 + placed.width / 2 + 1.2 +
           1.7 * placed.width;
}

} // namespace entente::ui
