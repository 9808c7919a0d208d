#include "app/command_line.h"
#include "core/layout/edge_list.h"
#include "core/layout/layout.h"
#include "core/store/replace_file.h"

#include <fmt/format.h>
#include <tbb/global_control.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>

namespace entente {

namespace {

std::string readAll(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad()) {
        throw FileError(path + " cannot be read: check that it exists and that you may read it.");
    }
    return bytes;
}

double secondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

int runLayout(const LayoutCommandOptions& options) {
    std::optional<tbb::global_control> threads;
    if (options.threads > 0) {
        threads.emplace(tbb::global_control::max_allowed_parallelism, options.threads);
    }
    auto begin = std::chrono::steady_clock::now();
    const EdgeList edges = readEdgeList(readAll(options.input), options.input);
    const LayoutGraph graph =
        makeLayoutGraph(edges.ids.size(), edges.sources, edges.targets, edges.weights, {});
    const double readSeconds = secondsSince(begin);

    begin = std::chrono::steady_clock::now();
    LayoutOptions layoutOptions;
    layoutOptions.algorithm = *parseLayoutAlgorithm(options.algorithm);
    layoutOptions.seed = options.seed;
    const std::vector<Point> positions = layout(graph, layoutOptions);
    const double layoutSeconds = secondsSince(begin);

    begin = std::chrono::steady_clock::now();
    replaceFile(options.output, coordinatesText(edges, positions));
    if (options.time) {
        fmt::print(stderr, R"({{"read": {:.6f}, "layout": {:.6f}, "write": {:.6f}}})"
                           "\n",
                   readSeconds, layoutSeconds, secondsSince(begin));
    }
    return static_cast<int>(ExitCode::Done);
}

} // namespace entente
