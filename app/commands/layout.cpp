#include "core/layout/layout.h"
#include "app/command_line.h"
#include "core/layout/edge_list.h"
#include "core/store/replace_file.h"

#include <fmt/format.h>
#include <tbb/global_control.h>

#include <algorithm>
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

LayoutEffort effortFrom(const std::string& text) {
    return text == "best" ? LayoutEffort::Best : LayoutEffort::Normal;
}

LayoutEmphasis emphasisFrom(const std::string& text) {
    return text == "distances"     ? LayoutEmphasis::Distances
           : text == "communities" ? LayoutEmphasis::Communities
                                   : LayoutEmphasis::Balanced;
}

std::vector<std::uint32_t> numbersOf(const std::vector<std::string>& ids, const EdgeList& edges,
                                     const std::string& file) {
    std::vector<std::uint32_t> numbers;
    for (const std::string& id : ids) {
        const auto found = std::ranges::find(edges.ids, id);
        if (found == edges.ids.end()) {
            throw FileError(
                fmt::format("{} has no vertex “{}”: check what --centre names.", file, id));
        }
        numbers.push_back(static_cast<std::uint32_t>(found - edges.ids.begin()));
    }
    return numbers;
}

} // namespace

int runLayout(const LayoutCommandOptions& options) {
    const LayoutAlgorithm algorithm = *parseLayoutAlgorithm(options.algorithm);
    if (algorithm == LayoutAlgorithm::Grouped || algorithm == LayoutAlgorithm::Layered ||
        algorithm == LayoutAlgorithm::Geographic) {
        return complain(
            fmt::format("The {} layout needs a dossier; use it in the program.", options.algorithm),
            ExitCode::Misused);
    }
    if (!options.centres.empty() && algorithm != LayoutAlgorithm::Concentric) {
        return complain("--centre goes with --algorithm concentric only.", ExitCode::Misused);
    }
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
    layoutOptions.algorithm = algorithm;
    layoutOptions.seed = options.seed;
    layoutOptions.effort = effortFrom(options.quality);
    layoutOptions.emphasis = emphasisFrom(options.emphasis);
    layoutOptions.spread = options.spread;
    layoutOptions.gravity = options.gravity;
    layoutOptions.centres = numbersOf(options.centres, edges, options.input);
    const std::vector<Point> positions = layout(graph, layoutOptions);
    const double layoutSeconds = secondsSince(begin);

    begin = std::chrono::steady_clock::now();
    replaceFile(options.output, coordinatesText(edges, positions));
    if (options.time) {
        fmt::print(stderr,
                   R"({{"read": {:.6f}, "layout": {:.6f}, "write": {:.6f}}})"
                   "\n",
                   readSeconds, layoutSeconds, secondsSince(begin));
    }
    return static_cast<int>(ExitCode::Done);
}

} // namespace entente
