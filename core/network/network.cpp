#include "core/network/network.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace entente {

namespace {

constexpr std::array<std::string_view, 3> projectionWords = {"full", "alliances", "agreements"};

std::vector<std::uint32_t> offsetsOf(const std::vector<std::vector<ElementRef>>& backing) {
    std::vector<std::uint32_t> offsets{0};
    offsets.reserve(backing.size() + 1);
    for (const std::vector<ElementRef>& elements : backing) {
        offsets.push_back(offsets.back() + static_cast<std::uint32_t>(elements.size()));
    }
    return offsets;
}

std::vector<ElementRef> joined(const std::vector<std::vector<ElementRef>>& backing) {
    std::vector<ElementRef> all;
    for (const std::vector<ElementRef>& elements : backing) {
        all.insert(all.end(), elements.begin(), elements.end());
    }
    return all;
}

} // namespace

std::string_view word(Projection projection) {
    return projectionWords[static_cast<std::size_t>(projection)];
}

std::optional<Projection> parseProjection(std::string_view text) {
    const auto found = std::ranges::find_if(projectionWords, [text](std::string_view word) {
        return std::ranges::equal(word, text, [](char expected, char c) {
            return expected == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        });
    });
    return found == projectionWords.end()
               ? std::nullopt
               : std::optional(static_cast<Projection>(found - projectionWords.begin()));
}

Network::Network(ProjectionOptions options, std::vector<VertexIndex> elements,
                 std::size_t dossierRows, std::vector<NetworkEdge> edges,
                 const std::vector<std::vector<ElementRef>>& backing)
    : Network(options, std::move(elements), dossierRows, std::move(edges), offsetsOf(backing),
              joined(backing)) {}

Network::Network(ProjectionOptions options, std::vector<VertexIndex> elements,
                 std::size_t dossierRows, std::vector<NetworkEdge> edges,
                 std::vector<std::uint32_t> backingOffsets, std::vector<ElementRef> backing)
    : options_(options), elements_(std::move(elements)), vertexOfRow_(dossierRows, noIndex),
      edges_(std::move(edges)), backingOffsets_(std::move(backingOffsets)),
      backing_(std::move(backing)) {
    for (std::uint32_t i = 0; i < elements_.size(); ++i) {
        vertexOfRow_[elements_[i]] = i;
    }
    buildGraph();
}

std::vector<VertexIndex> Network::rowsOf(std::span<const std::uint32_t> vertices) const {
    std::vector<VertexIndex> rows;
    if (!isCollapsed()) {
        std::ranges::transform(vertices, std::back_inserter(rows),
                               [this](std::uint32_t vertex) { return elements_[vertex]; });
        return rows;
    }
    std::vector<std::uint8_t> wanted(vertexCount(), 0);
    for (const std::uint32_t vertex : vertices) {
        wanted[vertex] = 1;
    }
    for (VertexIndex row = 0; row < vertexOfRow_.size(); ++row) {
        if (vertexOfRow_[row] != noIndex && wanted[vertexOfRow_[row]] != 0) {
            rows.push_back(row);
        }
    }
    return rows;
}

void Network::buildGraph() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
    std::vector<std::uint32_t> numbers;
    arcs.reserve(edges_.size() * 2);
    numbers.reserve(edges_.size() * 2);
    for (std::uint32_t i = 0; i < edges_.size(); ++i) {
        arcs.emplace_back(edges_[i].source, edges_[i].target);
        arcs.emplace_back(edges_[i].target, edges_[i].source);
        numbers.push_back(i);
        numbers.push_back(i);
    }
    graph_ = Graph(boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(), numbers.begin(),
                   static_cast<std::uint32_t>(elements_.size()));
}

} // namespace entente
