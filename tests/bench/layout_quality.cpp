#include "core/layout/edge_list.h"
#include "core/layout/quality.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <exception>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente {

namespace {

std::string contents(const std::string& path) {
    const std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error(path + ": cannot be opened");
    }
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

/// Takes what stands before the next `separator` off the front of `text`.
std::string_view next(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view field = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return field;
}

/// The table `id,x,y` at `path`, in the order of `ids`; every id must be there.
std::vector<Point> readCoordinates(const std::string& path, const std::vector<std::string>& ids) {
    std::unordered_map<std::string_view, std::size_t> index;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        index.emplace(ids[i], i);
    }
    const std::string file = contents(path);
    std::string_view text = file;
    next(text, '\n');
    std::vector<Point> positions(ids.size());
    std::vector<bool> placed(ids.size());
    std::size_t count = 0;
    while (!text.empty()) {
        std::string_view line = next(text, '\n');
        const auto found = index.find(next(line, ','));
        const auto number = [&line] {
            const std::string_view field = next(line, ',');
            double value = 0;
            if (std::from_chars(field.data(), field.data() + field.size(), value).ec !=
                std::errc()) {
                throw std::runtime_error("not a number: " + std::string(field));
            }
            return value;
        };
        if (found != index.end()) {
            const double x = number();
            positions[found->second] = {x, number()};
            count += placed[found->second] ? 0U : 1U;
            placed[found->second] = true;
        }
    }
    if (count < ids.size()) {
        throw std::runtime_error(path + ": " + std::to_string(ids.size() - count) +
                                 " vertices have no position");
    }
    return positions;
}

} // namespace

} // namespace entente

/// `layout_quality EDGES.csv COORDS.csv [SAMPLES]`: how true the picture is to the graph, as JSON.
int main(int argc, char** argv) {
    try {
        if (argc < 3 || argc > 4) {
            throw std::runtime_error("usage: layout_quality EDGES.csv COORDS.csv [SAMPLES]");
        }
        const entente::EdgeList edges = entente::readEdgeList(entente::contents(argv[1]), argv[1]);
        const std::size_t samples = argc > 3 ? std::stoul(argv[3]) : 500;
        const entente::LayoutQuality quality = entente::quality(
            entente::makeLayoutGraph(edges), entente::readCoordinates(argv[2], edges.ids), samples);
        std::printf(R"({"stress": %.6f, "np2": %.6f, "edge_length_variation": %.6f})"
                    "\n",
                    quality.stress, quality.neighbourhood, quality.edgeLengthVariation);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
