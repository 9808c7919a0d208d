#include "core/formats/dot_graph.h"

#include "core/formats/dot_looks.h"
#include "core/formats/dot_parse.h"
#include "core/formats/dot_values.h"
#include "core/formats/gathered_rows.h"
#include "core/formats/graph_cover.h"
#include "core/formats/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace entente {

namespace {

class DotGraph {
public:
    DotGraph(Agraph_t* graph, std::string file, ImportReport& report, const Progress& progress)
        : graph_(graph), file_(std::move(file)), report_(report), progress_(progress) {}

    Dossier read() {
        readGraph();
        Agsym_t* const label = agattr(graph_, AGRAPH, labelName(), nullptr);
        readClusters(graph_, label != nullptr ? labelText(agxget(graph_, label), {}) : "");
        readNodes();
        readEdges();
        tellLosses();
        Dossier dossier;
        nodes_.readNodes(file_, dossier, report_, progress_);
        edges_.readEdges(file_, dossier, report_, progress_);
        cover_.apply(dossier, file_, report_);
        return dossier;
    }

private:
    struct Column {
        Agsym_t* symbol;
        std::string name;
    };

    void tellLosses() {
        if (htmlLabels_ > 0) {
            report_.note(file_, fmt::format("Labels in HTML: {}. Their words were taken, their "
                                            "markup was not.",
                                            htmlLabels_));
        }
        if (emptyLabels_ > 0) {
            report_.note(file_, fmt::format("Labels that are empty: {}. The nodes' names stand for "
                                            "them.",
                                            emptyLabels_));
        }
        if (!severalClusters_.empty()) {
            report_.note(file_, fmt::format("Nodes in several subgraphs: {}, the first {}. Of each "
                                            "the innermost or last subgraph was taken.",
                                            severalClusters_.size(), quotedField(firstInSeveral_)));
        }
        if (!subgraphAttributes_.empty()) {
            report_.note(file_, fmt::format("Attributes of subgraphs that a dossier has no place "
                                            "for were left out: {}.",
                                            fmt::join(subgraphAttributes_, ", ")));
        }
    }

    std::vector<Column> columnsOf(int kind) const {
        std::vector<Column> columns;
        for (Agsym_t* symbol = agnxtattr(graph_, kind, nullptr); symbol != nullptr;
             symbol = agnxtattr(graph_, kind, symbol)) {
            columns.push_back({symbol, dotValue(symbol->name)});
        }
        return columns;
    }

    std::string labelText(char* value, std::string_view name) {
        if (aghtmlstr(value) != 0) {
            ++htmlLabels_;
            return htmlWords(value);
        }
        return dotLabel(value, name);
    }

    void readGraph() {
        for (const auto& [symbol, name] : columnsOf(AGRAPH)) {
            char* const value = agxget(graph_, symbol);
            if (name == "charset") {
                continue; // the text is decoded already
            }
            cover_.set(name, name == "label" ? labelText(value, {}) : dotValue(value));
        }
        // The title may be the graph's name.
        const char* const name = agnameof(graph_);
        if (name != nullptr && *name != '%') {
            if (agattr(graph_, AGRAPH, labelName(), nullptr) == nullptr) {
                cover_.set("label", dotValue(name));
            } else {
                cover_.skipped(fmt::format("the name {}", quotedField(dotValue(name))));
            }
        }
        if (agisstrict(graph_) != 0) {
            cover_.skipped("strict");
        }
    }

    /// cgraph takes names that it does not change as `char*`.
    static char* labelName() {
        static std::string name = "label";
        return name.data();
    }

    /// In the order of the file: cgraph has them in that of its strings' addresses.
    static std::vector<Agraph_t*> subgraphsOf(Agraph_t* outer) {
        std::vector<Agraph_t*> subgraphs;
        for (Agraph_t* inner = agfstsubg(outer); inner != nullptr; inner = agnxtsubg(inner)) {
            subgraphs.push_back(inner);
        }
        std::ranges::sort(subgraphs, {}, [](Agraph_t* inner) { return AGSEQ(inner); });
        return subgraphs;
    }

    /// Gives nodes the innermost subgraph with a name that they are in. A label that is the outer
    /// graph's too was inherited from it.
    void readClusters(Agraph_t* outer, const std::string& outerLabel) {
        Agsym_t* const label = agattr(graph_, AGRAPH, labelName(), nullptr);
        for (Agraph_t* const inner : subgraphsOf(outer)) {
            const std::string own = label != nullptr ? labelText(agxget(inner, label), {}) : "";
            std::string name;
            if (!own.empty() && own != outerLabel) {
                name = own;
            } else if (const char* const given = agnameof(inner);
                       given != nullptr && *given != '%') {
                name = dotValue(given);
                for (const std::string_view prefix : {"cluster_", "cluster"}) {
                    if (name.starts_with(prefix) && name.size() > prefix.size()) {
                        name.erase(0, prefix.size());
                        break;
                    }
                }
            }
            if (!name.empty()) {
                const std::string_view kept = nodes_.keep(name);
                for (Agnode_t* node = agfstnode(inner); node != nullptr;
                     node = agnxtnode(inner, node)) {
                    const auto [place, added] = clusters_.emplace(AGID(node), kept);
                    if (!added && place->second != kept) {
                        if (severalClusters_.empty()) {
                            firstInSeveral_ = dotValue(agnameof(node));
                        }
                        severalClusters_.insert(AGID(node));
                        place->second = kept;
                    }
                }
            }
            readSubgraphAttributes(inner);
            readClusters(inner, own);
        }
    }

    /// Notes which attributes the subgraph has of its own.
    void readSubgraphAttributes(Agraph_t* inner) {
        constexpr std::size_t mostNames = 50;
        for (Agsym_t* symbol = agnxtattr(graph_, AGRAPH, nullptr);
             symbol != nullptr && subgraphAttributes_.size() < mostNames;
             symbol = agnxtattr(graph_, AGRAPH, symbol)) {
            const std::string_view name = symbol->name;
            if (name != labelName() &&
                std::string_view(agxget(inner, symbol)) != agxget(graph_, symbol)) {
                subgraphAttributes_.insert(dotValue(name));
            }
        }
    }

    static void setColour(GatheredRows& rows, DotColour colour) {
        for (auto& [name, value] :
             {std::pair{"color", &colour.colour}, std::pair{"alpha", &colour.alpha},
              std::pair{"colorList", &colour.list}}) {
            if (!value->empty()) {
                rows.set(name, rows.keep(std::move(*value)));
            }
        }
    }

    void readNodes() {
        const std::vector<Column> columns = columnsOf(AGNODE);
        for (Agnode_t* node = agfstnode(graph_); node != nullptr; node = agnxtnode(graph_, node)) {
            const std::string name = dotValue(agnameof(node));
            nodes_.beginRow(0);
            nodes_.set("id", nodes_.keep(name));
            if (const auto cluster = clusters_.find(AGID(node)); cluster != clusters_.end()) {
                nodes_.set("cluster", cluster->second);
            }
            looks_ = {};
            pinned_ = false;
            width_ = {};
            for (const Column& column : columns) {
                char* const value = agxget(node, column.symbol);
                if (*value != '\0') {
                    readNodeValue(column.name, value, name);
                } else if (column.name == "label") {
                    ++emptyLabels_;
                }
            }
            finishNode();
        }
    }

    void readNodeValue(const std::string& name, char* value, const std::string& node) {
        if (name == "label") {
            if (std::string_view(value) != dotNodeLabel) {
                nodes_.set("label", nodes_.keep(labelText(value, node)));
            }
        } else if (name == "pos") {
            if (const auto place = dotPlace(value)) {
                nodes_.set("x", nodes_.keep((*place)[0]));
                nodes_.set("y", nodes_.keep((*place)[1]));
                pinned_ = pinned_ || std::string_view(value).ends_with('!');
                if (!(*place)[2].empty()) {
                    nodes_.set("z", nodes_.keep((*place)[2]));
                }
            } else {
                nodes_.set(name, nodes_.keep(dotValue(value)));
            }
        } else if (name == "pin" && std::string_view(value) == "true") {
            pinned_ = true;
        } else if (name == "width") {
            const auto size = dotSize(value);
            nodes_.set(size ? "size" : "width", nodes_.keep(size ? *size : dotValue(value)));
            width_ = size ? value : "";
        } else if (name == "fillcolor") {
            looks_.fillcolor = dotValue(value);
        } else if (name == "color") {
            looks_.color = dotValue(value);
        } else if (name == "style") {
            looks_.style = dotValue(value);
        } else {
            nodes_.set(name, nodes_.keep(dotValue(value)));
        }
    }

    /// Says what depends on two values.
    void finishNode() {
        const std::size_t height = nodes_.find("height");
        if (height != GatheredRows::none && !nodes_.value(height).empty()) {
            const auto size = dotSize(nodes_.value(height));
            if (size && *size == nodes_.value(nodes_.column("size"))) {
                nodes_.unset(height);
            }
        } else if (!width_.empty()) {
            // Kept beside the size it says that there is no height, which may differ.
            nodes_.set("width", nodes_.keep(dotValue(width_)));
        }
        // A mark behind the place and Graphviz's attribute say the same.
        if (pinned_ && nodes_.value(nodes_.column("pin")).empty()) {
            nodes_.set("pin", "true");
        }
        NodeLooks looks = nodeLooks(looks_);
        setColour(nodes_, std::move(looks.colour));
        for (auto& [name, value] :
             {std::pair{"outline", &looks.outline}, std::pair{"style", &looks.style}}) {
            if (!value->empty()) {
                nodes_.set(name, nodes_.keep(std::move(*value)));
            }
        }
    }

    void readEdges() {
        std::vector<Agedge_t*> all;
        all.reserve(static_cast<std::size_t>(agnedges(graph_)));
        for (Agnode_t* node = agfstnode(graph_); node != nullptr; node = agnxtnode(graph_, node)) {
            for (Agedge_t* edge = agfstout(graph_, node); edge != nullptr;
                 edge = agnxtout(graph_, edge)) {
                all.push_back(edge);
            }
        }
        std::ranges::sort(all, {}, [](const Agedge_t* edge) { return AGSEQ(edge); });
        const std::vector<Column> columns = columnsOf(AGEDGE);
        const bool directed = agisdirected(graph_) != 0;
        for (Agedge_t* const edge : all) {
            edges_.beginRow(0);
            std::string_view type = directed ? "Directed" : "Undirected";
            bool back = false;
            if (const char* const key = agnameof(edge); key != nullptr && *key != '\0') {
                edges_.set("key", edges_.keep(dotValue(key)));
            }
            for (const Column& column : columns) {
                char* const value = agxget(edge, column.symbol);
                if (*value == '\0') {
                    continue;
                }
                const std::string_view text = value;
                if (column.name == "key") {
                    continue; // the edge's name
                }
                if (column.name == "dir" && (text == "none" || text == "both")) {
                    type = "Undirected";
                    if (text == "both") {
                        edges_.set("dir", text);
                    }
                } else if (column.name == "dir" && (text == "forward" || text == "back")) {
                    type = "Directed";
                    back = text == "back";
                } else {
                    readEdgeValue(column.name, value);
                }
            }
            edges_.set("source",
                       edges_.keep(dotValue(agnameof(back ? aghead(edge) : agtail(edge)))));
            edges_.set("target",
                       edges_.keep(dotValue(agnameof(back ? agtail(edge) : aghead(edge)))));
            edges_.set("direction", type);
        }
        if (const std::size_t type = edges_.find("type"); type != GatheredRows::none) {
            edges_.rename(type,
                          edges_.find("role") == GatheredRows::none ? "role" : "attribute:type");
        }
        edges_.rename(edges_.find("direction"), "type");
    }

    void readEdgeValue(const std::string& name, char* value) {
        if (name == "label") {
            edges_.set(name, edges_.keep(labelText(value, {})));
        } else if (name == "color") {
            setColour(edges_, dotColour(dotValue(value)));
        } else if (name == "penwidth") {
            edges_.set("thickness", edges_.keep(dotValue(value)));
        } else {
            edges_.set(name, edges_.keep(dotValue(value)));
        }
    }

    Agraph_t* graph_;
    std::string file_;
    ImportReport& report_;
    const Progress& progress_;
    GatheredRows nodes_;
    GatheredRows edges_;
    GraphCover cover_;
    std::unordered_map<IDTYPE, std::string_view> clusters_;
    DotLooks looks_;         ///< of the node that is being read
    bool pinned_ = false;    ///< that node's place
    std::string_view width_; ///< where it became that node's size
    std::size_t htmlLabels_ = 0;
    std::size_t emptyLabels_ = 0;
    std::unordered_set<IDTYPE> severalClusters_;
    std::string firstInSeveral_;
    std::set<std::string> subgraphAttributes_;
};

} // namespace

Dossier readDotGraph(Agraph_t* graph, const std::string& file, ImportReport& report,
                     const Progress& progress) {
    return DotGraph(graph, file, report, progress).read();
}

} // namespace entente
