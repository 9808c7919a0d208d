#include "ui/scene/emphasis.h"

#include <algorithm>
#include <iterator>

namespace entente::ui {

namespace {

struct Surroundings {
    std::set<std::uint32_t> vertices;
    std::set<std::uint32_t> edges;

    void addVertex(const Network& network, std::uint32_t vertex) {
        vertices.insert(vertex);
        for (auto [arc, end] = boost::out_edges(vertex, network.graph()); arc != end; ++arc) {
            addEdge(network, get(boost::edge_bundle, network.graph(), *arc));
        }
    }

    void addEdge(const Network& network, std::uint32_t edge) {
        edges.insert(edge);
        vertices.insert(network.edges()[edge].source);
        vertices.insert(network.edges()[edge].target);
    }
};

} // namespace

std::set<ElementRef> elementsOf(const Network& network, std::span<const std::uint32_t> vertices) {
    std::set<ElementRef> elements;
    for (const VertexIndex row : network.rowsOf(vertices)) {
        elements.insert({ElementKind::Vertex, row});
    }
    return elements;
}

std::vector<std::uint32_t> edgesStandingFor(const Network& network,
                                            const std::set<ElementRef>& elements) {
    std::set<ElementRef> others;
    std::ranges::copy_if(elements, std::inserter(others, others.end()),
                         [&network](const ElementRef& element) {
                             return element.kind != ElementKind::Vertex ||
                                    network.vertexOf(element.index) == noIndex;
                         });
    std::vector<std::uint32_t> edges;
    for (std::uint32_t edge = 0; !others.empty() && edge < network.edgeCount(); ++edge) {
        if (std::ranges::any_of(network.backing(edge), [&others](const ElementRef& element) {
                return others.contains(element);
            })) {
            edges.push_back(edge);
        }
    }
    return edges;
}

Emphasis emphasisOf(const Network& network, const std::set<ElementRef>& selection,
                    const std::vector<std::uint32_t>& selectedEdges, std::uint32_t hoveredVertex,
                    std::uint32_t hoveredEdge) {
    std::set<std::uint32_t> selectedVertices;
    for (const ElementRef& element : selection) {
        const std::uint32_t vertex =
            element.kind == ElementKind::Vertex ? network.vertexOf(element.index) : noIndex;
        if (vertex != noIndex) {
            selectedVertices.insert(vertex);
        }
    }
    Surroundings shown;
    if (hoveredVertex != noIndex) {
        shown.addVertex(network, hoveredVertex);
    } else if (hoveredEdge != noIndex) {
        shown.addEdge(network, hoveredEdge);
    } else {
        for (const std::uint32_t vertex : selectedVertices) {
            shown.addVertex(network, vertex);
        }
        for (const std::uint32_t edge : selectedEdges) {
            shown.addEdge(network, edge);
        }
    }
    Emphasis emphasis;
    std::ranges::set_difference(shown.edges, selectedEdges, std::back_inserter(emphasis.edges));
    std::ranges::set_difference(shown.vertices, selectedVertices,
                                std::back_inserter(emphasis.vertices));
    emphasis.selectedEdges = selectedEdges;
    emphasis.selectedVertices.assign(selectedVertices.begin(), selectedVertices.end());
    if (hoveredVertex != noIndex) {
        emphasis.hovered = hoveredVertex;
    }
    return emphasis;
}

} // namespace entente::ui
