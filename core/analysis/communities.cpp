#include "core/analysis/communities.h"

#include <igraph.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace entente {

namespace {

void check(igraph_error_t error) {
    if (error != IGRAPH_SUCCESS) {
        throw std::runtime_error(igraph_strerror(error));
    }
}

/// Frees an igraph object at the end of its scope.
template <typename Object, void (*destroy)(Object*)>
struct Owned {
    Object object{};
    Owned() = default;
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned() { destroy(&object); }
    Object* operator&() { return &object; }
};

} // namespace

std::vector<std::uint32_t> communities(const Network& network, std::uint32_t seed) {
    std::vector<std::uint32_t> result(network.vertexCount());
    if (result.empty()) {
        return result;
    }
    std::size_t binding = 0;
    for (const NetworkEdge& edge : network.edges()) {
        binding += edge.sign >= 0 && edge.source != edge.target ? 1 : 0;
    }
    if (binding == 0) {
        std::iota(result.begin(), result.end(), 0U);
        return result;
    }
    Owned<igraph_vector_int_t, igraph_vector_int_destroy> ends;
    check(igraph_vector_int_init(&ends, static_cast<igraph_integer_t>(binding * 2)));
    Owned<igraph_vector_t, igraph_vector_destroy> weights;
    check(igraph_vector_init(&weights, static_cast<igraph_integer_t>(binding)));
    std::size_t next = 0;
    for (const NetworkEdge& edge : network.edges()) {
        if (edge.sign >= 0 && edge.source != edge.target) {
            VECTOR(ends.object)[2 * next] = edge.source;
            VECTOR(ends.object)[2 * next + 1] = edge.target;
            VECTOR(weights.object)[next] = std::max(1e-6, static_cast<double>(edge.weight));
            ++next;
        }
    }
    Owned<igraph_t, igraph_destroy> graph;
    check(igraph_create(&graph, &ends, static_cast<igraph_integer_t>(result.size()),
                        IGRAPH_UNDIRECTED));
    Owned<igraph_vector_t, igraph_vector_destroy> strengths;
    check(igraph_vector_init(&strengths, 0));
    check(igraph_strength(&graph, &strengths, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS,
                          &weights));
    const double total = igraph_vector_sum(&strengths);

    Owned<igraph_vector_int_t, igraph_vector_int_destroy> membership;
    check(igraph_vector_int_init(&membership, 0));
    check(igraph_rng_seed(igraph_rng_default(), seed));
    // Not "until nothing changes": that has no end where two partitions are equally good.
    constexpr igraph_integer_t rounds = 10;
    igraph_integer_t count = 0;
    igraph_real_t quality = 0;
    check(igraph_community_leiden(&graph, &weights, &strengths, 1 / total, 0.01, false, rounds, &membership, &count, &quality));

    std::vector<std::uint32_t> number(static_cast<std::size_t>(count), noIndex);
    std::uint32_t used = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
        std::uint32_t& name = number[static_cast<std::size_t>(
            VECTOR(membership.object)[static_cast<igraph_integer_t>(i)])];
        if (name == noIndex) {
            name = used++;
        }
        result[i] = name;
    }
    return result;
}

} // namespace entente
