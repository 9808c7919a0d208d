// tulip_peer fmme|fm3 EDGES.csv COORDS.csv: OGDF's layouts, as Tulip's plug-ins have them.

#include "peer.h"

#include <tulip/DataSet.h>
#include <tulip/Graph.h>
#include <tulip/LayoutProperty.h>
#include <tulip/PluginLibraryLoader.h>
#include <tulip/PluginLister.h>
#include <tulip/TlpTools.h>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <memory>

namespace {

void loadPlugin(const std::string& part) {
    for (const auto& entry : std::filesystem::directory_iterator(TULIP_PLUGINS)) {
        if (entry.path().filename().string().rfind("lib" + part + "-", 0) == 0) {
            tlp::PluginLibraryLoader::loadPluginLibrary(entry.path().string());
        }
    }
}

void run(const std::string& algorithm, const char* input, const char* output) {
    const bool multilevel = algorithm == "fmme";
    const std::string name =
        multilevel ? "Fast Multipole Multilevel Embedder (OGDF)" : "FM^3 (OGDF)";
    const std::string folder = std::filesystem::path(TULIP_PLUGINS).parent_path().string();
    setenv("TLP_DIR", folder.c_str(), 0); // else sought beside this program
    tlp::initTulipLib();
    loadPlugin(multilevel ? "OGDFFastMultipoleMultilevelEmbedder" : "OGDFFm3");
    if (!tlp::PluginLister::pluginExists(name)) {
        throw std::runtime_error("Tulip has no " + name);
    }
    const PeerGraph edges = readGraph(input);
    const std::unique_ptr<tlp::Graph> graph(tlp::newGraph());
    graph->reserveNodes(edges.vertices);
    graph->reserveEdges(static_cast<unsigned>(edges.edges.size()));
    std::vector<tlp::node> nodes;
    for (std::uint32_t i = 0; i < edges.vertices; ++i) {
        nodes.push_back(graph->addNode());
    }
    for (const auto& [source, target] : edges.edges) {
        graph->addEdge(nodes[source], nodes[target]);
    }
    auto* layout = graph->getLocalProperty<tlp::LayoutProperty>("viewLayout");
    tlp::setSeedOfRandomSequence(1);
    tlp::initRandomSequence();
    tlp::DataSet parameters;
    tlp::PluginLister::getPluginParameters(name).buildDefaultDataSet(parameters, graph.get());
    std::string error;
    bool done = false;
    timed([&] { done = graph->applyPropertyAlgorithm(name, layout, error, &parameters); });
    if (!done) {
        throw std::runtime_error(name + ": " + error);
    }
    writeCoordinates(output, edges.vertices, [&](std::uint32_t i) {
        const tlp::Coord at = layout->getNodeValue(nodes[i]);
        return std::pair<double, double>(at.x(), at.y());
    });
}

} // namespace

int main(int argc, char** argv) {
    try {
        if (argc != 4) {
            throw std::runtime_error("usage: tulip_peer fmme|fm3 EDGES.csv COORDS.csv");
        }
        run(argv[1], argv[2], argv[3]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
