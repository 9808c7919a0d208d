#include "core/network/parallel.h"
#include "core/network/parties.h"

#include <algorithm>
#include <iterator>

namespace entente {

namespace {

constexpr std::size_t mostPairs = 2'000'000;
constexpr std::size_t agreementsABlock = 256;

/// The most agreements that a party may have and still join all of them pairwise, so that there
/// are no more than `mostPairs` pairs.
std::size_t mostAgreementsPairwise(const AgreementParties& agreements, std::size_t actors) {
    std::vector<std::size_t> actorsOfSize;
    for (VertexIndex actor = 0; actor < actors; ++actor) {
        const std::size_t size = agreements.agreementsOf(actor).size();
        actorsOfSize.resize(std::max(actorsOfSize.size(), size + 1), 0);
        ++actorsOfSize[size];
    }
    std::size_t pairs = 0;
    for (std::size_t size = 0; size < actorsOfSize.size(); ++size) {
        pairs += actorsOfSize[size] * (size * (size - std::min<std::size_t>(size, 1)) / 2);
        if (pairs > mostPairs) {
            return size - 1;
        }
    }
    return actorsOfSize.size();
}

class AgreementProjection {
public:
    AgreementProjection(const Dossier& dossier, const Visibility& visibility,
                        const StandIns& standIns)
        : dossier_(dossier), standIns_(standIns), agreements_(dossier, visibility, standIns),
          mostPairwise_(mostAgreementsPairwise(agreements_, dossier.vertices().size())) {
        chainBusyParties();
    }

    [[nodiscard]] ProjectedEdges run() const {
        ProjectedEdges result = lineage();
        std::vector<ProjectedEdges> blocks((agreements_.size() + agreementsABlock - 1) /
                                           agreementsABlock);
        forEachRow(
            blocks.size(),
            [&](std::uint32_t number) {
                const std::size_t first = number * agreementsABlock;
                const std::size_t last = std::min(first + agreementsABlock, agreements_.size());
                for (std::size_t one = first; one < last; ++one) {
                    for (const std::uint32_t other : joinedTo(static_cast<std::uint32_t>(one))) {
                        addPair(one, other, blocks[number]);
                    }
                }
            },
            1);
        result.append(concatenate(blocks));
        return result;
    }

private:
    struct Link {
        std::uint32_t one;
        std::uint32_t other;

        friend auto operator<=>(const Link&, const Link&) = default;
    };

    void chainBusyParties() {
        const VertexTable& vertices = dossier_.vertices();
        for (VertexIndex actor = 0; actor < vertices.size(); ++actor) {
            const std::span<const std::uint32_t> own = agreements_.agreementsOf(actor);
            if (own.size() <= mostPairwise_) {
                continue;
            }
            std::vector<std::uint32_t> inTime(own.begin(), own.end());
            std::ranges::stable_sort(inTime, {}, [&](std::uint32_t agreement) {
                return vertices.span(agreements_.row(agreement)).first;
            });
            for (std::size_t i = 1; i < inTime.size(); ++i) {
                chained_.push_back(
                    {std::min(inTime[i - 1], inTime[i]), std::max(inTime[i - 1], inTime[i])});
            }
        }
        std::ranges::sort(chained_);
    }

    [[nodiscard]] ProjectedEdges lineage() const {
        const EdgeTable& edges = dossier_.edges();
        const VertexTable& vertices = dossier_.vertices();
        ProjectedEdges result;
        for (EdgeIndex row = 0; row < edges.size(); ++row) {
            if (!standIns_.shows(row) || edges.kind(row) != EdgeKind::Lineage ||
                edges.source(row) == edges.target(row) ||
                vertices.kind(edges.source(row)) != VertexKind::Agreement ||
                vertices.kind(edges.target(row)) != VertexKind::Agreement) {
                continue;
            }
            const ElementRef standsFor{ElementKind::Edge, row};
            result.add({edges.source(row), edges.target(row), edges.weight(row),
                        signOf(edges.polarity(row)), true, edges.confidence(row),
                        edges.sectors(row) != 0 ? edges.sectors(row)
                                                : vertices.sectors(edges.source(row)) &
                                                      vertices.sectors(edges.target(row))},
                       {&standsFor, 1});
        }
        return result;
    }

    /// Agreements after this one that share a party with it, ascending.
    [[nodiscard]] std::vector<std::uint32_t> joinedTo(std::uint32_t agreement) const {
        std::vector<std::uint32_t> others;
        for (const VertexIndex actor : agreements_.actors(agreement)) {
            const std::span<const std::uint32_t> own = agreements_.agreementsOf(actor);
            if (own.size() <= mostPairwise_) {
                others.insert(others.end(), std::ranges::upper_bound(own, agreement), own.end());
            }
        }
        for (auto link = std::ranges::lower_bound(chained_, Link{agreement, 0});
             link != chained_.end() && link->one == agreement; ++link) {
            others.push_back(link->other);
        }
        std::ranges::sort(others);
        others.erase(std::ranges::unique(others).begin(), others.end());
        return others;
    }

    void addPair(std::size_t one, std::size_t other, ProjectedEdges& result) const {
        const VertexTable& vertices = dossier_.vertices();
        const auto ours = agreements_.actors(one);
        const auto theirs = agreements_.actors(other);
        std::vector<VertexIndex> shared;
        std::ranges::set_intersection(ours, theirs, std::back_inserter(shared));
        std::vector<ElementRef> standsFor;
        for (const VertexIndex actor : shared) {
            standsFor.push_back({ElementKind::Vertex, actor});
        }
        const VertexIndex a = agreements_.row(one);
        const VertexIndex b = agreements_.row(other);
        result.add({a, b,
                    static_cast<float>(shared.size()) /
                        static_cast<float>(std::min(ours.size(), theirs.size())),
                    pairSign(vertices.polarity(a), vertices.polarity(b)), false,
                    std::max(vertices.confidence(a), vertices.confidence(b)),
                    vertices.sectors(a) & vertices.sectors(b)},
                   standsFor);
    }

    static std::int8_t pairSign(Polarity a, Polarity b) {
        const bool bothConflictual = a == Polarity::Conflictual && b == Polarity::Conflictual;
        return bothConflictual ? std::int8_t{0} : static_cast<std::int8_t>(signOf(a) * signOf(b));
    }

    const Dossier& dossier_;
    const StandIns& standIns_;
    AgreementParties agreements_;
    std::size_t mostPairwise_;
    std::vector<Link> chained_;
};

} // namespace

ProjectedEdges projectAgreements(const Dossier& dossier, const Visibility& visibility,
                                 const StandIns& standIns) {
    return AgreementProjection(dossier, visibility, standIns).run();
}

} // namespace entente
