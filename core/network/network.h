#pragma once

#include "core/network/filter.h"

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// What becomes a vertex of the network.
enum class Projection : std::uint8_t {
    Full,      ///< actors, agreements and events
    Alliances, ///< actors; shared agreements and ties become weighted, signed edges
    Agreements ///< agreements, joined by lineage and by shared parties
};

std::string_view word(Projection projection);
std::optional<Projection> parseProjection(std::string_view text);

struct ProjectionOptions {
    Projection projection = Projection::Alliances;
    /// Leaders stand for the state that they led at the time, and are no vertices of their own.
    bool foldLeaders = true;

    friend bool operator==(const ProjectionOptions&, const ProjectionOptions&) = default;
};

/// An edge of a network.
struct NetworkEdge {
    std::uint32_t source = 0; ///< network vertex
    std::uint32_t target = 0;
    float weight = 1;
    std::int8_t sign = 1; ///< +1 cooperative, 0 neutral, −1 conflictual
    bool directed = false;
    Confidence confidence = Confidence::Confirmed; ///< the best of what it stands for
    SectorSet sectors = 0;                         ///< of all that it stands for
};

/// An immutable snapshot of what a filter lets through, in one projection. Network vertices are
/// numbered 0 … n−1 in the order of the dossier's rows.
class Network {
public:
    /// Both arcs of every edge; an arc's property is the number of its edge in `edges()`.
    using Graph =
        boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, std::uint32_t,
                                           boost::no_property, std::uint32_t, std::uint32_t>;

    Network() = default;
    /// `backing[i]` are the dossier's elements that edge i stands for.
    Network(ProjectionOptions options, std::vector<VertexIndex> elements, std::size_t dossierRows,
            std::vector<NetworkEdge> edges, const std::vector<std::vector<ElementRef>>& backing);
    /// The same with all backing in one array: that of edge i from `backingOffsets[i]` up to
    /// `backingOffsets[i + 1]`.
    Network(ProjectionOptions options, std::vector<VertexIndex> elements, std::size_t dossierRows,
            std::vector<NetworkEdge> edges, std::vector<std::uint32_t> backingOffsets,
            std::vector<ElementRef> backing);

    [[nodiscard]] const ProjectionOptions& options() const { return options_; }
    [[nodiscard]] std::size_t vertexCount() const { return elements_.size(); }
    [[nodiscard]] std::size_t edgeCount() const { return edges_.size(); }
    /// The dossier's row that a network vertex stands for.
    [[nodiscard]] VertexIndex element(std::uint32_t vertex) const { return elements_[vertex]; }
    [[nodiscard]] const std::vector<VertexIndex>& elements() const { return elements_; }
    /// The network vertex of a dossier's row, or the closed community that it belongs to; `noIndex`
    /// where it is not in the network.
    [[nodiscard]] std::uint32_t vertexOf(VertexIndex row) const {
        return row < vertexOfRow_.size() ? vertexOfRow_[row] : noIndex;
    }
    /// All rows that these vertices stand for: their own, and the members of closed communities. In
    /// no order. O(vertices), where communities are closed O(rows of the dossier).
    [[nodiscard]] std::vector<VertexIndex> rowsOf(std::span<const std::uint32_t> vertices) const;
    [[nodiscard]] const std::vector<NetworkEdge>& edges() const { return edges_; }
    /// The dossier's edges, agreements or shared parties (as vertices) that an edge stands for, in
    /// the dossier's order, vertices first.
    [[nodiscard]] std::span<const ElementRef> backing(std::uint32_t edge) const {
        return {backing_.data() + backingOffsets_[edge],
                backingOffsets_[edge + 1] - backingOffsets_[edge]};
    }
    [[nodiscard]] const Graph& graph() const { return graph_; }
    /// How many vertices of the network before communities were drawn together (see `collapse`)
    /// a vertex stands for, and how many of its edges an edge.
    [[nodiscard]] std::uint32_t membersOf(std::uint32_t vertex) const {
        return members_.empty() ? 1 : members_[vertex];
    }
    [[nodiscard]] std::uint32_t edgesBehind(std::uint32_t edge) const {
        return edgesBehind_.empty() ? 1 : edgesBehind_[edge];
    }
    [[nodiscard]] bool isCollapsed() const { return !members_.empty(); }
    /// Says that a vertex stands for this row too.
    void addMember(std::uint32_t vertex, VertexIndex row) { vertexOfRow_[row] = vertex; }
    /// One a vertex and one an edge.
    void setBehind(std::vector<std::uint32_t> members, std::vector<std::uint32_t> edges) {
        members_ = std::move(members);
        edgesBehind_ = std::move(edges);
    }

private:
    void buildGraph();

    ProjectionOptions options_;
    std::vector<VertexIndex> elements_;
    std::vector<std::uint32_t> vertexOfRow_;
    std::vector<NetworkEdge> edges_;
    std::vector<std::uint32_t> backingOffsets_{0};
    std::vector<ElementRef> backing_;
    std::vector<std::uint32_t> members_;     ///< empty: each vertex stands for itself
    std::vector<std::uint32_t> edgesBehind_; ///< empty: so does each edge
    Graph graph_;
};

/// Builds the network of what is visible. Elements that are not visible leave no trace. Results do
/// not depend on the number of threads.
///
/// Leaders that are folded stand for the visible state whose head they were when the edge began
/// (see `Leadership`); their terms of office, and edges that would tie a state to itself, are left
/// out. A leader that led nothing visible stays a vertex.
///
/// *Full*: one edge for each visible edge, in the dossier's order. A participation has no direction
/// and takes sectors and polarity from its agreement or event where it has none; it is no surer
/// than that.
///
/// *Alliances*: a pair of actors has at most one edge of each sign. Its weight sums 1/(n − 1) for
/// each agreement of n actors in which both took part at the same time (Newman 2001, "Scientific
/// collaboration networks. II", Phys. Rev. E 64, 016132) and the weights of its ties; events join
/// nobody. It is directed where all that it stands for are ties that run the same way. The sign is
/// the agreement's or tie's polarity, but where some parties of an agreement are conflictual and
/// others are not, pairs across are −1, two conflictual parties are not joined, and two that are
/// not are joined with the agreement's sign unless the agreement is itself conflictual (a common
/// front against the target of sanctions); where all parties are conflictual, they are so with one
/// another: −1. An agreement of more than 200 actors joins each of them to the first only, so that
/// edges do not grow with the square of their number. O(pairs).
///
/// *Agreements*: lineage as directed edges from the newer to the older one, and edges between
/// agreements that share parties: weight is the shared parties over the parties of the smaller one
/// (overlap coefficient), sign +1 where both are cooperative, −1 where one is cooperative and the
/// other conflictual, else 0; sectors are the common ones; the shared parties are the backing.
/// Parties join all their agreements pairwise, from the least busy one up, as long as there are no
/// more than two million pairs; the busier ones join each agreement to their next one in time only.
Network project(const Dossier& dossier, const Visibility& visibility, ProjectionOptions options);

} // namespace entente
