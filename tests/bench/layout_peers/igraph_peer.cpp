// igraph_peer drl|fr EDGES.csv COORDS.csv: DrL, or Fruchterman and Reingold's layout with a grid.

#include "peer.h"

#include <igraph/igraph.h>

#include <cmath>
#include <exception>

namespace {

void run(const std::string& algorithm, const char* input, const char* output) {
    const PeerGraph edges = readGraph(input);
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, 0);
    igraph_vector_int_reserve(&ends, static_cast<igraph_integer_t>(2 * edges.edges.size()));
    for (const auto& [source, target] : edges.edges) {
        igraph_vector_int_push_back(&ends, source);
        igraph_vector_int_push_back(&ends, target);
    }
    igraph_t graph;
    igraph_create(&graph, &ends, edges.vertices, IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&ends);
    igraph_rng_seed(igraph_rng_default(), 1);
    igraph_matrix_t places;
    igraph_matrix_init(&places, 0, 0);
    timed([&] {
        if (algorithm == "drl") {
            igraph_layout_drl_options_t options;
            igraph_layout_drl_options_init(&options, IGRAPH_LAYOUT_DRL_DEFAULT);
            igraph_layout_drl(&graph, &places, false, &options, nullptr);
        } else {
            igraph_layout_fruchterman_reingold(&graph, &places, false, 500,
                                               std::sqrt(static_cast<double>(edges.vertices)),
                                               IGRAPH_LAYOUT_GRID, nullptr, nullptr, nullptr,
                                               nullptr, nullptr);
        }
    });
    writeCoordinates(output, edges.vertices, [&](std::uint32_t i) {
        return std::pair<double, double>(MATRIX(places, i, 0), MATRIX(places, i, 1));
    });
    igraph_matrix_destroy(&places);
    igraph_destroy(&graph);
}

} // namespace

int main(int argc, char** argv) {
    try {
        if (argc != 4) {
            throw std::runtime_error("usage: igraph_peer drl|fr EDGES.csv COORDS.csv");
        }
        run(argv[1], argv[2], argv[3]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
