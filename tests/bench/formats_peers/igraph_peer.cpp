// igraph_peer ncol|edgelist|graphml FILE: reads a graph with igraph's reader of that format.
// edgelist takes numbers alone, ncol names and weights; neither knows CSV, so `run` writes the same
// edges for them parted by blanks.

#include <igraph/igraph.h>

#include <chrono>
#include <cstdio>
#include <string>

namespace {

int read(const std::string& format, std::FILE* file, igraph_t* graph) {
    if (format == "ncol") {
        return igraph_read_graph_ncol(graph, file, nullptr, true, IGRAPH_ADD_WEIGHTS_IF_PRESENT,
                                      true);
    }
    if (format == "edgelist") {
        return igraph_read_graph_edgelist(graph, file, 0, true);
    }
    return format == "graphml" ? igraph_read_graph_graphml(graph, file, 0) : IGRAPH_EINVAL;
}

} // namespace

int main(int argc, char** argv) {
    std::FILE* const file = argc == 3 ? std::fopen(argv[2], "r") : nullptr;
    if (file == nullptr) {
        std::fputs("usage: igraph_peer ncol|edgelist|graphml FILE\n", stderr);
        return 1;
    }
    igraph_set_attribute_table(&igraph_cattribute_table);
    const auto start = std::chrono::steady_clock::now();
    igraph_t graph;
    if (read(argv[1], file, &graph) != IGRAPH_SUCCESS) {
        return 1;
    }
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    std::printf("{\"seconds\": %.3f, \"vertices\": %lld, \"edges\": %lld}\n", wall.count(),
                static_cast<long long>(igraph_vcount(&graph)),
                static_cast<long long>(igraph_ecount(&graph)));
    igraph_destroy(&graph);
    std::fclose(file);
    return 0;
}
