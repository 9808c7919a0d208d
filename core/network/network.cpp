#include "core/network/network.h"

#include "core/network/leadership.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace entente {

namespace {

constexpr std::array<std::string_view, 3> projectionWords = {"full", "alliances", "agreements"};

// Pairs of parties grow with the square of their number: a bigger agreement (a convention of the
// United Nations) says little about any one pair.
constexpr std::size_t mostParties = 200;

std::int8_t signOf(Polarity polarity) {
    switch (polarity) {
    case Polarity::Cooperative:
        return 1;
    case Polarity::Conflictual:
        return -1;
    case Polarity::Neutral:
        break;
    }
    return 0;
}

/// Edges under construction; those of one pair and sign become one.
class EdgeCollector {
public:
    void merge(const NetworkEdge& edge, ElementRef origin) {
        if (edge.source == edge.target) {
            return;
        }
        const std::uint64_t low = std::min(edge.source, edge.target);
        const std::uint64_t high = std::max(edge.source, edge.target);
        const auto [place, fresh] =
            known_[static_cast<std::size_t>(edge.sign + 1)].try_emplace(low << 32U | high,
                                                                       edges.size());
        if (fresh) {
            add(edge, origin);
            return;
        }
        NetworkEdge& merged = edges[place->second];
        merged.weight += edge.weight;
        merged.directed = merged.directed && edge.directed && merged.source == edge.source;
        merged.confidence = std::min(merged.confidence, edge.confidence);
        merged.sectors |= edge.sectors;
        if (backing[place->second].back() != origin) {
            backing[place->second].push_back(origin);
        }
    }

    void add(const NetworkEdge& edge, ElementRef origin) {
        edges.push_back(edge);
        backing.push_back({origin});
    }

    std::vector<NetworkEdge> edges;
    std::vector<std::vector<ElementRef>> backing;

private:
    std::array<std::unordered_map<std::uint64_t, std::size_t>, 3> known_;
};

/// Builds one projection.
class Projector {
public:
    Projector(const Dossier& dossier, const Visibility& visibility, ProjectionOptions options)
        : dossier_(dossier), visibility_(visibility), options_(options), leadership_(dossier) {}

    Network run() {
        chooseVertices();
        EdgeCollector collector;
        switch (options_.projection) {
        case Projection::Full:
            collectAll(collector);
            break;
        case Projection::Alliances:
            collectSharedAgreements(collector);
            collectTies(collector);
            break;
        case Projection::Agreements:
            collectLineage(collector);
            collectSharedParties(collector);
            break;
        }
        return {options_, std::move(elements_), dossier_.vertices().size(),
                std::move(collector.edges), collector.backing};
    }

private:
    struct Party {
        std::uint32_t vertex;
        bool opposed;
        DaySpan span;
        Confidence confidence;
    };

    [[nodiscard]] bool isShown(VertexIndex row) const { return visibility_.vertices[row] != 0; }

    [[nodiscard]] bool folds(VertexIndex row) const {
        return options_.foldLeaders && options_.projection != Projection::Agreements &&
               dossier_.vertices().kind(row) == VertexKind::Leader &&
               leadership_.stateLed(row, {}) != noIndex;
    }

    void chooseVertices() {
        const VertexTable& vertices = dossier_.vertices();
        vertexOfRow_.assign(vertices.size(), noIndex);
        for (VertexIndex row = 0; row < vertices.size(); ++row) {
            const bool wanted = options_.projection == Projection::Full ||
                                (options_.projection == Projection::Alliances
                                     ? isActor(vertices.kind(row))
                                     : vertices.kind(row) == VertexKind::Agreement);
            if (isShown(row) && wanted && !folds(row)) {
                vertexOfRow_[row] = static_cast<std::uint32_t>(elements_.size());
                elements_.push_back(row);
            }
        }
    }

    /// The network vertex that stands for an edge's end, or `noIndex`.
    [[nodiscard]] std::uint32_t vertexFor(VertexIndex row, DaySpan when) const {
        if (!isShown(row)) {
            return noIndex;
        }
        if (folds(row)) {
            const VertexIndex state = leadership_.stateLed(row, when);
            return isShown(state) ? vertexOfRow_[state] : noIndex;
        }
        return vertexOfRow_[row];
    }

    /// When an edge was so; a participation without a date of its own has its agreement's.
    [[nodiscard]] DaySpan whenOf(EdgeIndex edge) const {
        const EdgeTable& edges = dossier_.edges();
        return edges.kind(edge) == EdgeKind::Participation && edges.period(edge).empty()
                   ? dossier_.vertices().span(edges.target(edge))
                   : edges.span(edge);
    }

    [[nodiscard]] NetworkEdge edgeFor(EdgeIndex row) const {
        const EdgeTable& edges = dossier_.edges();
        const DaySpan when = whenOf(row);
        return {vertexFor(edges.source(row), when),
                vertexFor(edges.target(row), when),
                edges.weight(row),
                signOf(edges.polarity(row)),
                edges.directed(row),
                edges.confidence(row),
                edges.sectors(row)};
    }

    void collectAll(EdgeCollector& collector) const {
        const EdgeTable& edges = dossier_.edges();
        const VertexTable& vertices = dossier_.vertices();
        for (EdgeIndex row = 0; row < edges.size(); ++row) {
            if (visibility_.edges[row] == 0) {
                continue;
            }
            NetworkEdge edge = edgeFor(row);
            if (edges.kind(row) == EdgeKind::Participation) {
                const VertexIndex whole = edges.target(row);
                edge.sectors = edge.sectors != 0 ? edge.sectors : vertices.sectors(whole);
                edge.sign = edge.sign != 0 ? edge.sign : signOf(vertices.polarity(whole));
                edge.confidence = std::max(edge.confidence, vertices.confidence(whole));
                edge.directed = false;
            }
            if (edge.source != noIndex && edge.target != noIndex && edge.source != edge.target) {
                collector.add(edge, {ElementKind::Edge, row});
            }
        }
    }

    void collectTies(EdgeCollector& collector) const {
        for (EdgeIndex row = 0; row < dossier_.edges().size(); ++row) {
            if (visibility_.edges[row] == 0 || dossier_.edges().kind(row) != EdgeKind::Tie) {
                continue;
            }
            const NetworkEdge edge = edgeFor(row);
            if (edge.source != noIndex && edge.target != noIndex) {
                collector.merge(edge, {ElementKind::Edge, row});
            }
        }
    }

    /// The visible participants of every visible agreement, by its row.
    [[nodiscard]] std::vector<std::pair<VertexIndex, std::vector<Party>>> partiesByAgreement() const {
        const EdgeTable& edges = dossier_.edges();
        const VertexTable& vertices = dossier_.vertices();
        std::vector<std::pair<VertexIndex, std::vector<Party>>> agreements;
        std::vector<std::uint32_t> place(vertices.size(), noIndex);
        for (VertexIndex row = 0; row < vertices.size(); ++row) {
            if (isShown(row) && vertices.kind(row) == VertexKind::Agreement) {
                place[row] = static_cast<std::uint32_t>(agreements.size());
                agreements.emplace_back(row, std::vector<Party>{});
            }
        }
        for (EdgeIndex row = 0; row < edges.size(); ++row) {
            if (visibility_.edges[row] == 0 || edges.kind(row) != EdgeKind::Participation ||
                place[edges.target(row)] == noIndex) {
                continue;
            }
            const DaySpan when = whenOf(row);
            const bool actorsAreVertices = options_.projection != Projection::Agreements;
            const std::uint32_t vertex = actorsAreVertices ? vertexFor(edges.source(row), when)
                                                           : edges.source(row);
            if (vertex != noIndex) {
                agreements[place[edges.target(row)]].second.push_back(
                    {vertex, edges.polarity(row) == Polarity::Conflictual, when,
                     edges.confidence(row)});
            }
        }
        return agreements;
    }

    void collectSharedAgreements(EdgeCollector& collector) const {
        const VertexTable& vertices = dossier_.vertices();
        for (const auto& [row, parties] : partiesByAgreement()) {
            std::vector<std::uint32_t> different;
            std::ranges::transform(parties, std::back_inserter(different), &Party::vertex);
            std::ranges::sort(different);
            different.erase(std::ranges::unique(different).begin(), different.end());
            if (different.size() < 2 || different.size() > mostParties) {
                continue;
            }
            // Opposition needs two sides: where all are marked so, it is among all of them.
            const bool split = std::ranges::any_of(parties, &Party::opposed) &&
                               !std::ranges::all_of(parties, &Party::opposed);
            const bool conflictual = vertices.polarity(row) == Polarity::Conflictual;
            const float weight = 1.0F / static_cast<float>(different.size() - 1);
            for (std::size_t i = 0; i < parties.size(); ++i) {
                for (std::size_t j = i + 1; j < parties.size(); ++j) {
                    const Party& a = parties[i];
                    const Party& b = parties[j];
                    const bool sameSide = !split || a.opposed == b.opposed;
                    if (!overlaps(a.span, b.span) ||
                        (split && sameSide && (a.opposed || conflictual))) {
                        continue;
                    }
                    const std::int8_t sign =
                        sameSide ? signOf(vertices.polarity(row)) : static_cast<std::int8_t>(-1);
                    collector.merge({a.vertex, b.vertex, weight, sign, false,
                                     std::max({vertices.confidence(row), a.confidence, b.confidence}),
                                     vertices.sectors(row)},
                                    {ElementKind::Vertex, row});
                }
            }
        }
    }

    void collectLineage(EdgeCollector& collector) const {
        for (EdgeIndex row = 0; row < dossier_.edges().size(); ++row) {
            if (visibility_.edges[row] == 0 || dossier_.edges().kind(row) != EdgeKind::Lineage) {
                continue;
            }
            NetworkEdge edge = edgeFor(row);
            if (edge.source != noIndex && edge.target != noIndex && edge.source != edge.target) {
                edge.directed = true;
                collector.add(edge, {ElementKind::Edge, row});
            }
        }
    }

    void collectSharedParties(EdgeCollector& collector) const {
        const VertexTable& vertices = dossier_.vertices();
        const auto agreements = partiesByAgreement();
        std::vector<std::vector<std::uint32_t>> joined(vertices.size());
        std::vector<std::size_t> size(agreements.size(), 0);
        for (std::uint32_t i = 0; i < agreements.size(); ++i) {
            for (const Party& party : agreements[i].second) {
                std::vector<std::uint32_t>& of = joined[party.vertex];
                if (of.empty() || of.back() != i) {
                    of.push_back(i);
                    ++size[i];
                }
            }
        }
        for (VertexIndex actor = 0; actor < joined.size(); ++actor) {
            const std::vector<std::uint32_t>& of = joined[actor];
            if (of.size() > mostParties) {
                continue;
            }
            for (std::size_t i = 0; i < of.size(); ++i) {
                for (std::size_t j = i + 1; j < of.size(); ++j) {
                    const VertexIndex a = agreements[of[i]].first;
                    const VertexIndex b = agreements[of[j]].first;
                    const int sign = signOf(vertices.polarity(a)) * signOf(vertices.polarity(b));
                    const bool bothConflictual = vertices.polarity(a) == Polarity::Conflictual &&
                                                 vertices.polarity(b) == Polarity::Conflictual;
                    collector.merge(
                        {vertexOfRow_[a], vertexOfRow_[b],
                         1.0F / static_cast<float>(std::min(size[of[i]], size[of[j]])),
                         static_cast<std::int8_t>(bothConflictual ? 0 : sign), false,
                         Confidence::Confirmed, vertices.sectors(a) & vertices.sectors(b)},
                        {ElementKind::Vertex, actor});
                }
            }
        }
    }

    const Dossier& dossier_;
    const Visibility& visibility_;
    ProjectionOptions options_;
    Leadership leadership_;
    std::vector<VertexIndex> elements_;
    std::vector<std::uint32_t> vertexOfRow_;
};

} // namespace

std::string_view word(Projection projection) {
    return projectionWords[static_cast<std::size_t>(projection)];
}

std::optional<Projection> parseProjection(std::string_view text) {
    const auto found = std::ranges::find(projectionWords, text);
    return found == projectionWords.end()
               ? std::nullopt
               : std::optional(static_cast<Projection>(found - projectionWords.begin()));
}

Network::Network(ProjectionOptions options, std::vector<VertexIndex> elements,
                 std::size_t dossierRows, std::vector<NetworkEdge> edges,
                 const std::vector<std::vector<ElementRef>>& backing)
    : options_(options), elements_(std::move(elements)), vertexOfRow_(dossierRows, noIndex),
      edges_(std::move(edges)) {
    for (std::uint32_t i = 0; i < elements_.size(); ++i) {
        vertexOfRow_[elements_[i]] = i;
    }
    for (const std::vector<ElementRef>& origins : backing) {
        backing_.insert(backing_.end(), origins.begin(), origins.end());
        backingOffsets_.push_back(static_cast<std::uint32_t>(backing_.size()));
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
    std::vector<std::uint32_t> numbers;
    arcs.reserve(edges_.size() * 2);
    numbers.reserve(edges_.size() * 2);
    for (std::uint32_t i = 0; i < edges_.size(); ++i) {
        arcs.emplace_back(edges_[i].source, edges_[i].target);
        arcs.emplace_back(edges_[i].target, edges_[i].source);
        numbers.insert(numbers.end(), {i, i});
    }
    graph_ = Graph(boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(), numbers.begin(),
                   static_cast<std::uint32_t>(elements_.size()));
}

Network project(const Dossier& dossier, const Visibility& visibility, ProjectionOptions options) {
    return Projector(dossier, visibility, options).run();
}

} // namespace entente
