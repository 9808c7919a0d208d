#include "ui/scene/network_strands.h"

#include "ui/scene/sector_glyph.h"
#include "ui/scene/shapes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

namespace entente::ui {

namespace {

constexpr double fadedShare = 0.84;
constexpr std::size_t plainSector = mostSectors;

/// What is drawn for one edge in one sector.
struct Thread {
    std::uint32_t edge;
    std::size_t sector; ///< `plainSector`: none
    Confidence confidence;
};

double clampedPower(double base, double exponent, double low, double high) {
    return std::clamp(std::pow(base, exponent), low, high);
}

class StrandMaker {
public:
    StrandMaker(const Dossier& dossier, const Network& network, const std::vector<Mark>& marks,
                const Style& style, const NetworkSceneOptions& options, LegendContents& legend)
        : dossier_(dossier), network_(network), marks_(marks), style_(style), options_(options),
          legend_(legend) {
        for (const Sector& sector : dossier.sectors()) {
            colours_.push_back(sectorColour(sector, style.theme));
            casings_.push_back(sectorCasing(sector, style.theme));
        }
        // Many strands must be thin to be told apart; when one zooms in they get their width back.
        const double crowd = static_cast<double>(std::max<std::size_t>(network.edgeCount(), 1));
        const double zoomed = std::pow(options.zoom, options.zoom > 1 ? 0.5 : 0.25);
        width_ = std::clamp(2.5 * clampedPower(160 / crowd, 0.3, 0.05, 1) * zoomed, 0.7, 2.8);
        opacity_ = static_cast<float>(clampedPower(1200 / crowd, 0.4, 0.18, 1));
    }

    StrandPicture run() {
        std::vector<std::uint32_t> order(network_.edgeCount());
        std::iota(order.begin(), order.end(), 0U);
        const auto pairOf = [this](std::uint32_t edge) {
            const NetworkEdge& each = network_.edges()[edge];
            return std::pair(std::min(each.source, each.target),
                             std::max(each.source, each.target));
        };
        std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
            const auto pairA = pairOf(a);
            const auto pairB = pairOf(b);
            const int signA = network_.edges()[a].sign;
            const int signB = network_.edges()[b].sign;
            return pairA != pairB ? pairA < pairB : signA != signB ? signA > signB : a < b;
        });
        std::vector<std::pair<float, std::span<const std::uint32_t>>> bundles;
        for (std::size_t begin = 0; begin < order.size();) {
            std::size_t end = begin;
            float weight = 0;
            while (end < order.size() && pairOf(order[end]) == pairOf(order[begin])) {
                weight = std::max(weight, network_.edges()[order[end]].weight);
                ++end;
            }
            bundles.emplace_back(weight, std::span(order).subspan(begin, end - begin));
            begin = end;
        }
        // The strongest lie on top.
        std::ranges::stable_sort(bundles, {}, [](const auto& bundle) { return bundle.first; });
        for (const auto& [weight, edges] : bundles) {
            addBundle(edges);
        }
        picture_.strands.reserve(background_.size() + foreground_.size());
        std::ranges::move(background_, std::back_inserter(picture_.strands));
        std::ranges::move(foreground_, std::back_inserter(picture_.strands));
        return std::move(picture_);
    }

private:
    /// The best confidence among what an edge stands for in one sector.
    [[nodiscard]] Confidence confidenceIn(std::uint32_t edge, std::size_t sector) const {
        const Confidence best = network_.edges()[edge].confidence;
        Confidence found = Confidence::Planned;
        bool any = false;
        for (const ElementRef& element : network_.backing(edge)) {
            const bool vertex = element.kind == ElementKind::Vertex;
            const SectorSet sectors = vertex ? dossier_.vertices().sectors(element.index)
                                             : dossier_.edges().sectors(element.index);
            if ((sectors & sectorBit(sector)) != 0) {
                any = true;
                found = std::min(found, vertex ? dossier_.vertices().confidence(element.index)
                                               : dossier_.edges().confidence(element.index));
            }
        }
        return any ? std::max(best, found) : best;
    }

    [[nodiscard]] std::vector<Thread> threadsOf(std::uint32_t edge) const {
        const SectorSet all = network_.edges()[edge].sectors;
        const SectorSet shown = all & options_.sectors;
        std::vector<Thread> threads;
        for (std::size_t sector = 0; sector < colours_.size(); ++sector) {
            if ((shown & sectorBit(sector)) != 0) {
                threads.push_back({edge, sector, confidenceIn(edge, sector)});
            }
        }
        if (threads.empty()) {
            threads.push_back({edge, plainSector, network_.edges()[edge].confidence});
        }
        return threads;
    }

    /// Strands of strong ties are thicker; those that many parties share equally are thin.
    [[nodiscard]] double widthOf(std::uint32_t edge) const {
        const NetworkEdge& each = network_.edges()[edge];
        const double weight = std::isfinite(each.weight) ? std::max(0.0F, each.weight) : 1;
        const double strength = std::clamp(0.45 + 0.55 * std::sqrt(weight), 0.5, 1.15);
        const bool plain = (each.sectors & options_.sectors) == 0;
        return std::max(0.6, width_ * strength * (plain ? 0.75 : 1));
    }

    [[nodiscard]] bool isSelected(std::uint32_t edge) const {
        return !options_.selected.empty() &&
               std::ranges::any_of(network_.backing(edge), [this](const ElementRef& element) {
                   return options_.selected.contains(element);
               });
    }

    /// A tie's arrowhead helps where its words do not already say which end is which: a leader
    /// leads a state, a member is a member of an organisation.
    [[nodiscard]] bool wantsArrow(std::uint32_t edge) const {
        const NetworkEdge& each = network_.edges()[edge];
        if (!each.directed) {
            return false;
        }
        for (const ElementRef& element : network_.backing(edge)) {
            if (element.kind != ElementKind::Edge) {
                continue;
            }
            const EdgeTable& edges = dossier_.edges();
            if (edges.kind(element.index) == EdgeKind::Lineage) {
                return true;
            }
            const std::string_view type = dossier_.text(edges.type(element.index));
            const bool structural = type.empty() || type == "leads" || type == "commands" ||
                                    type.ends_with(" of") || type.ends_with(" by") ||
                                    type.ends_with(" in");
            if (edges.kind(element.index) == EdgeKind::Tie && (!structural || each.sign < 0)) {
                return true;
            }
        }
        return false;
    }

    void addBundle(std::span<const std::uint32_t> edges) {
        const NetworkEdge& first = network_.edges()[edges.front()];
        const Mark& low = marks_[std::min(first.source, first.target)];
        const Mark& high = marks_[std::max(first.source, first.target)];
        const QLineF axis(low.centre, high.centre);
        const qreal distance = axis.length();
        if (low.radius <= 0 || high.radius <= 0 || distance < 1e-6) {
            return;
        }
        std::vector<std::vector<Thread>> threads;
        std::size_t count = 0;
        double gaps = 0;
        double widest = 0;
        for (std::size_t i = 0; i < edges.size(); ++i) {
            threads.push_back(threadsOf(edges[i]));
            count += threads.back().size();
            widest = std::max(widest, widthOf(edges[i]));
            gaps += i > 0 && network_.edges()[edges[i]].sign != network_.edges()[edges[i - 1]].sign
                        ? signGap
                        : 0;
        }
        // A bundle is no wider than the smaller mark that it ends at.
        const double places = static_cast<double>(count - 1) + gaps;
        const double room = 1.7 * std::min(low.radius, high.radius);
        const double wanted = widest + std::max(0.6, 0.55 * widest);
        const double spacing =
            places > 0 ? std::min(wanted, std::max(0.4, (room - widest) / places)) : wanted;
        const QPointF along(axis.dx() / distance, axis.dy() / distance);
        const Frame frame{low, high, along, QPointF(-along.y(), along.x()), spacing};

        picture_.axes.emplace_back(axis);
        double slot = -places / 2;
        for (std::size_t i = 0; i < edges.size(); ++i) {
            if (i > 0 && network_.edges()[edges[i]].sign != network_.edges()[edges[i - 1]].sign) {
                slot += signGap;
            }
            addEdge(frame, threads[i], slot);
            slot += static_cast<double>(threads[i].size());
        }
    }

    struct Frame {
        const Mark& low;
        const Mark& high;
        QPointF along;
        QPointF across;
        double spacing;
    };

    /// How far from the centre a line at an offset from it, parallel to `direction`, leaves a mark.
    static double reach(const Mark& mark, QPointF direction, QPointF aside) {
        double distance = shapeReach(mark.shape, mark.radius, direction);
        const double squared = QPointF::dotProduct(aside, aside);
        for (int round = 0; squared > 1e-6 && round < 3; ++round) {
            const QPointF point = direction * distance + aside;
            const double length = std::sqrt(QPointF::dotProduct(point, point));
            const double outline = shapeReach(mark.shape, mark.radius, point / length);
            distance = std::sqrt(std::max(0.0, outline * outline - squared));
        }
        return distance;
    }

    void addEdge(const Frame& frame, const std::vector<Thread>& threads, double slot) {
        const std::uint32_t edge = threads.front().edge;
        const NetworkEdge& each = network_.edges()[edge];
        const bool forward = &frame.low == &marks_[each.source];
        const bool arrow = wantsArrow(edge);
        const auto width =
            static_cast<float>(std::min(widthOf(edge), std::max(0.6, frame.spacing * 0.8)));
        const bool faded = !options_.highlight.empty() && options_.highlight.edges[edge] == 0;
        const bool selected = isSelected(edge);
        std::vector<Strand>& strands = faded ? background_ : foreground_;
        QPointF middle;
        QPointF tip;
        for (std::size_t i = 0; i < threads.size(); ++i) {
            const QPointF aside = frame.across * (frame.spacing * (slot + static_cast<double>(i)));
            Strand strand;
            strand.from =
                frame.low.centre + aside + frame.along * reach(frame.low, frame.along, aside);
            strand.to =
                frame.high.centre + aside - frame.along * reach(frame.high, -frame.along, aside);
            if (QPointF::dotProduct(strand.to - strand.from, frame.along) <= 0) {
                return; // The marks touch: there is nothing between them.
            }
            if (!forward) {
                std::swap(strand.from, strand.to);
            }
            dress(strand, threads[i], width, faded);
            strand.arrowAtEnd = arrow && threads.size() == 1;
            strand.selected = selected;
            middle += (strand.from + strand.to) / 2;
            tip += strand.to;
            if (style_.sectorGlyphs && threads[i].sector != plainSector) {
                addGlyph(strand, threads[i].sector, i, threads.size());
            }
            strands.push_back(strand);
        }
        const auto count = static_cast<double>(threads.size());
        if (each.sign < 0) {
            const double half = frame.spacing * (count - 1) / 2 + width / 2;
            addConflictBar(middle / count, frame.across * (half + 1.2 + 1.7 * width), faded);
        }
        if (arrow && threads.size() > 1) {
            const double half = frame.spacing * (count - 1) / 2 + width / 2;
            addArrowhead(tip / count, frame.along * (forward ? 1 : -1), half, faded);
        }
        note(each, arrow);
    }

    void dress(Strand& strand, const Thread& thread, float width, bool faded) const {
        const bool plain = thread.sector == plainSector;
        strand.colour = plain ? mixed(plainColour(style_.theme), style_.colours().ground, 0.35)
                              : colours_[thread.sector];
        strand.casing = plain ? QColor(Qt::transparent) : casings_[thread.sector];
        if (faded) {
            const QColor& ground = style_.colours().ground;
            strand.colour = mixed(strand.colour, ground, fadedShare);
            strand.casing = Qt::transparent;
        }
        strand.opacity = faded ? 1 : opacity_;
        strand.width = width;
        strand.dash = dashOf(thread.confidence);
        strand.edge = thread.edge;
        const auto backing = network_.backing(thread.edge);
        strand.element = backing.size() == 1 ? backing.front() : ElementRef{};
        legend_.confidences |=
            static_cast<std::uint8_t>(1U << static_cast<unsigned>(thread.confidence));
        legend_.plain = legend_.plain || plain;
        legend_.sectors |= plain ? 0 : sectorBit(thread.sector);
    }

    void addConflictBar(QPointF middle, QPointF reach, bool faded) {
        Strand bar;
        bar.from = middle - reach;
        bar.to = middle + reach;
        const Colours& colours = style_.colours();
        bar.colour = faded ? mixed(colours.conflict, colours.ground, fadedShare) : colours.conflict;
        bar.casing = Qt::transparent;
        bar.width = static_cast<float>(std::clamp(width_, 1.2, 2.5));
        bar.opacity = opacity_;
        picture_.overlays.push_back(bar);
    }

    /// One arrowhead over all strands of an edge, in the colour of none of them.
    void addArrowhead(QPointF tip, QPointF along, double halfWidth, bool faded) {
        const Colours& colours = style_.colours();
        Strand head;
        head.to = tip;
        head.colour =
            faded ? mixed(colours.quietText, colours.ground, fadedShare) : colours.quietText;
        head.casing = Qt::transparent;
        head.opacity = opacity_;
        // An arrowhead is about 3.4 widths long and 2.8 across.
        head.width = static_cast<float>(std::min(4.5, (2 * halfWidth + 3) / 2.8));
        head.from = tip - along * (std::max(7.0, 3.4 * head.width) * 0.9);
        head.arrowAtEnd = true;
        picture_.overlays.push_back(head);
    }

    /// Glyphs of a bundle lie one behind the other, not in a heap.
    void addGlyph(const Strand& strand, std::size_t sector, std::size_t place, std::size_t count) {
        constexpr qreal radius = 5;
        const QLineF line(strand.from, strand.to);
        const qreal step = 3 * radius;
        const qreal from = line.length() * 0.3 -
                           step * (static_cast<qreal>(place) - static_cast<qreal>(count - 1) / 2);
        if (line.length() < step * static_cast<qreal>(count + 3)) {
            return;
        }
        picture_.glyphs.push_back(
            {sectorGlyph(dossier_.sectors()[sector].id, line.pointAt(from / line.length()), radius),
             strand.casing.alpha() > 0 ? strand.casing : strand.colour, style_.colours().ground,
             strand.opacity});
    }

    void note(const NetworkEdge& edge, bool arrow) {
        legend_.conflict = legend_.conflict || edge.sign < 0;
        legend_.arrows = legend_.arrows || arrow;
    }

    static constexpr double signGap = 0.8;

    const Dossier& dossier_;
    const Network& network_;
    const std::vector<Mark>& marks_;
    const Style& style_;
    const NetworkSceneOptions& options_;
    LegendContents& legend_;
    std::vector<QColor> colours_;
    std::vector<QColor> casings_;
    double width_ = 2.5;
    float opacity_ = 1;
    std::vector<Strand> background_;
    std::vector<Strand> foreground_;
    StrandPicture picture_;
};

} // namespace

StrandPicture makeStrands(const Dossier& dossier, const Network& network,
                          const std::vector<Mark>& marks, const Style& style,
                          const NetworkSceneOptions& options, LegendContents& legend) {
    return StrandMaker(dossier, network, marks, style, options, legend).run();
}

} // namespace entente::ui
