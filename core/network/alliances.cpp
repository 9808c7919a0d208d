#include "core/network/parallel.h"
#include "core/network/parties.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace entente {

namespace {

constexpr std::size_t mostActorsPairwise = 200;
constexpr std::size_t actorsABlock = 64;

/// A shared agreement or a tie: part of an edge.
struct Item {
    VertexIndex other = noIndex;
    std::int8_t sign = 0;
    std::int8_t direction = 0; ///< +1 to `other`, −1 from it, 0 none
    Confidence confidence = Confidence::Confirmed;
    double weight = 0;
    SectorSet sectors = 0;
    ElementRef element;
};

/// A visible tie between two different actors, after folding.
struct Tie {
    VertexIndex source = noIndex;
    VertexIndex target = noIndex;
    EdgeIndex row = noIndex;
};

/// What the parties of one agreement have in common.
struct Sides {
    bool someOpposed = false;
    bool allOpposed = true;
    Polarity polarity = Polarity::Neutral;

    /// The sign of a pair, or nothing where the two are not joined.
    [[nodiscard]] std::optional<std::int8_t> sign(bool oneOpposed, bool otherOpposed) const {
        if (!someOpposed) {
            return signOf(polarity);
        }
        if (allOpposed || oneOpposed != otherOpposed) {
            return std::int8_t{-1};
        }
        return oneOpposed || polarity == Polarity::Conflictual ? std::nullopt
                                                               : std::optional(signOf(polarity));
    }
};

/// The participations of one actor in one agreement.
using Terms = std::span<const Party>;

Terms firstTerms(std::span<const Party> parties) {
    const auto end = std::ranges::find_if(
        parties, [&parties](const Party& party) { return party.actor != parties.front().actor; });
    return parties.first(static_cast<std::size_t>(end - parties.begin()));
}

bool opposed(Terms terms) {
    return std::ranges::any_of(terms, &Party::opposed);
}

bool atTheSameTime(Terms one, Terms other) {
    return std::ranges::any_of(one, [other](const Party& a) {
        return std::ranges::any_of(other,
                                   [&a](const Party& b) { return overlaps(a.span, b.span); });
    });
}

Confidence best(Terms terms) {
    return std::ranges::min(terms, {}, &Party::confidence).confidence;
}

SectorSet sectorsOf(Terms terms) {
    SectorSet sectors = 0;
    for (const Party& party : terms) {
        sectors |= party.sectors;
    }
    return sectors;
}

/// Sums stay finite whatever a file says.
double weightOf(float weight) {
    return std::isfinite(weight) ? weight : 1.0;
}

class AllianceProjection {
public:
    AllianceProjection(const Dossier& dossier, const Visibility& visibility,
                       const StandIns& standIns)
        : dossier_(dossier), agreements_(dossier, visibility, standIns) {
        findSides();
        collectTies(standIns);
    }

    [[nodiscard]] ProjectedEdges run() const {
        const std::size_t rows = dossier_.vertices().size();
        std::vector<ProjectedEdges> blocks((rows + actorsABlock - 1) / actorsABlock);
        forEachRow(
            blocks.size(),
            [&](std::uint32_t number) {
                std::vector<Item> items;
                const std::size_t first = number * actorsABlock;
                for (std::size_t row = first; row < std::min(first + actorsABlock, rows); ++row) {
                    items.clear();
                    addAgreements(static_cast<VertexIndex>(row), items);
                    addTies(static_cast<VertexIndex>(row), items);
                    merge(static_cast<VertexIndex>(row), items, blocks[number]);
                }
            },
            1);
        return concatenate(blocks);
    }

private:
    void findSides() {
        sides_.resize(agreements_.size());
        for (std::size_t i = 0; i < agreements_.size(); ++i) {
            Sides& sides = sides_[i];
            sides.polarity = dossier_.vertices().polarity(agreements_.row(i));
            for (std::span<const Party> rest = agreements_.parties(i); !rest.empty();) {
                const Terms terms = firstTerms(rest);
                sides.someOpposed = sides.someOpposed || opposed(terms);
                sides.allOpposed = sides.allOpposed && opposed(terms);
                rest = rest.subspan(terms.size());
            }
        }
    }

    /// Sorts the ties by the lesser of their ends; those of one end stay in the dossier's order.
    void collectTies(const StandIns& standIns) {
        const EdgeTable& edges = dossier_.edges();
        std::vector<Tie> found;
        tieOffsets_.assign(dossier_.vertices().size() + 1, 0);
        for (EdgeIndex row = 0; row < edges.size(); ++row) {
            if (!standIns.shows(row) || edges.kind(row) != EdgeKind::Tie ||
                standIns.isFoldedTerm(row)) {
                continue;
            }
            const Tie tie{standIns.of(edges.source(row), edges.span(row)),
                          standIns.of(edges.target(row), edges.span(row)), row};
            if (tie.source != noIndex && tie.target != noIndex && tie.source != tie.target) {
                ++tieOffsets_[std::min(tie.source, tie.target) + 1];
                found.push_back(tie);
            }
        }
        for (std::size_t i = 1; i < tieOffsets_.size(); ++i) {
            tieOffsets_[i] += tieOffsets_[i - 1];
        }
        ties_.resize(found.size());
        std::vector<std::uint32_t> next(tieOffsets_.begin(), tieOffsets_.end() - 1);
        for (const Tie& tie : found) {
            ties_[next[std::min(tie.source, tie.target)]++] = tie;
        }
    }

    /// The pairs of `actor` with those that come after it.
    void addAgreements(VertexIndex actor, std::vector<Item>& items) const {
        for (const std::uint32_t agreement : agreements_.agreementsOf(actor)) {
            std::span<const Party> rest = agreements_.parties(agreement);
            rest = rest.subspan(static_cast<std::size_t>(
                std::ranges::lower_bound(rest, actor, {}, &Party::actor) - rest.begin()));
            const Terms own = firstTerms(rest);
            const VertexIndex hub = agreements_.actors(agreement).size() > mostActorsPairwise
                                        ? agreements_.firstActor(agreement)
                                        : actor;
            rest = rest.subspan(own.size());
            while (!rest.empty()) {
                const Terms other = firstTerms(rest);
                rest = rest.subspan(other.size());
                if (hub == actor || hub == other.front().actor) {
                    addPair(agreement, own, other, items);
                }
            }
        }
    }

    void addPair(std::uint32_t agreement, Terms own, Terms other, std::vector<Item>& items) const {
        const std::optional<std::int8_t> sign =
            sides_[agreement].sign(opposed(own), opposed(other));
        if (!sign || !atTheSameTime(own, other)) {
            return;
        }
        const VertexIndex row = agreements_.row(agreement);
        const SectorSet common = sectorsOf(own) & sectorsOf(other);
        items.push_back({other.front().actor,
                         *sign,
                         0,
                         std::max(best(own), best(other)),
                         1.0 / static_cast<double>(agreements_.actors(agreement).size() - 1),
                         common != 0 ? common : dossier_.vertices().sectors(row),
                         {ElementKind::Vertex, row}});
    }

    void addTies(VertexIndex actor, std::vector<Item>& items) const {
        const EdgeTable& edges = dossier_.edges();
        for (std::uint32_t i = tieOffsets_[actor]; i < tieOffsets_[actor + 1]; ++i) {
            const Tie& tie = ties_[i];
            const bool outward = tie.source == actor;
            const std::int8_t direction = !edges.directed(tie.row) ? std::int8_t{0}
                                          : outward                ? std::int8_t{1}
                                                                   : std::int8_t{-1};
            items.push_back({outward ? tie.target : tie.source,
                             signOf(edges.polarity(tie.row)),
                             direction,
                             edges.confidence(tie.row),
                             weightOf(edges.weight(tie.row)),
                             edges.sectors(tie.row),
                             {ElementKind::Edge, tie.row}});
        }
    }

    static void merge(VertexIndex actor, std::vector<Item>& items, ProjectedEdges& result) {
        std::ranges::stable_sort(items, [](const Item& a, const Item& b) {
            return a.other != b.other ? a.other < b.other : a.sign > b.sign;
        });
        std::vector<ElementRef> elements;
        for (auto item = items.begin(); item != items.end();) {
            const auto end = std::find_if(item, items.end(), [&item](const Item& each) {
                return each.other != item->other || each.sign != item->sign;
            });
            Item whole = *item;
            elements.assign(1, item->element);
            for (++item; item != end; ++item) {
                whole.weight += item->weight;
                whole.sectors |= item->sectors;
                whole.confidence = std::min(whole.confidence, item->confidence);
                whole.direction =
                    whole.direction == item->direction ? whole.direction : std::int8_t{0};
                elements.push_back(item->element);
            }
            const bool inward = whole.direction < 0;
            result.add({inward ? whole.other : actor, inward ? actor : whole.other,
                        static_cast<float>(whole.weight), whole.sign, whole.direction != 0,
                        whole.confidence, whole.sectors},
                       elements);
        }
    }

    const Dossier& dossier_;
    AgreementParties agreements_;
    std::vector<Sides> sides_; ///< one an agreement
    std::vector<std::uint32_t> tieOffsets_;
    std::vector<Tie> ties_;
};

} // namespace

ProjectedEdges projectAlliances(const Dossier& dossier, const Visibility& visibility,
                                const StandIns& standIns) {
    return AllianceProjection(dossier, visibility, standIns).run();
}

} // namespace entente
