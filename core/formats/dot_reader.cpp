#include "core/formats/colour_text.h"
#include "core/formats/dot.h"
#include "core/formats/dot_check.h"
#include "core/formats/dot_parse.h"
#include "core/formats/dot_values.h"
#include "core/formats/gathered_rows.h"
#include "core/formats/graph_cover.h"
#include "core/formats/letter_case.h"
#include "core/formats/text_encoding.h"

#include <graphviz/cgraph.h>

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

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
        if (htmlLabels_ > 0) {
            report_.note(file_, fmt::format("Labels in HTML: {}. Their words were taken, their "
                                            "markup was not.",
                                            htmlLabels_));
        }
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
        if (agattr(graph_, AGRAPH, labelName(), nullptr) == nullptr && name != nullptr &&
            *name != '%') {
            cover_.set("label", dotValue(name));
        }
    }

    /// cgraph takes names that it does not change as `char*`.
    static char* labelName() {
        static std::string name = "label";
        return name.data();
    }

    /// Gives nodes the innermost subgraph with a name that they are in. A label that is the outer
    /// graph's too was inherited from it.
    void readClusters(Agraph_t* outer, const std::string& outerLabel) {
        Agsym_t* const label = agattr(graph_, AGRAPH, labelName(), nullptr);
        for (Agraph_t* inner = agfstsubg(outer); inner != nullptr; inner = agnxtsubg(inner)) {
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
                    clusters_[AGID(node)] = kept;
                }
            }
            readClusters(inner, own);
        }
    }

    std::string_view colourOf(GatheredRows& rows, std::string_view value) {
        // Of a list of colours the first.
        const std::string_view first = value.substr(0, value.find_first_of(":;"));
        auto colour = parseColour(first);
        return rows.keep(colour ? std::move(*colour) : dotValue(value));
    }

    static std::string withoutFilled(std::string_view style) {
        std::string rest;
        while (!style.empty()) {
            const std::size_t end = std::min(style.find(','), style.size());
            std::string_view word = style.substr(0, end);
            style.remove_prefix(std::min(end + 1, style.size()));
            word.remove_prefix(std::min(word.find_first_not_of(' '), word.size()));
            if (word != "filled" && !word.empty()) {
                rest += (rest.empty() ? "" : ",") + std::string(word);
            }
        }
        return rest;
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
            for (const Column& column : columns) {
                char* const value = agxget(node, column.symbol);
                if (*value != '\0') {
                    readNodeValue(column.name, value, name);
                }
            }
            finishNode();
        }
    }

    void readNodeValue(const std::string& name, char* value, const std::string& node) {
        if (name == "label") {
            nodes_.set("label", nodes_.keep(labelText(value, node)));
        } else if (name == "pos") {
            if (const auto place = dotPlace(value)) {
                nodes_.set("x", nodes_.keep((*place)[0]));
                nodes_.set("y", nodes_.keep((*place)[1]));
                if (!(*place)[2].empty()) {
                    nodes_.set("z", nodes_.keep((*place)[2]));
                }
            } else {
                nodes_.set(name, nodes_.keep(dotValue(value)));
            }
        } else if (name == "width") {
            const auto size = dotSize(value);
            nodes_.set(size ? "size" : "width", nodes_.keep(size ? *size : dotValue(value)));
        } else if (name == "fillcolor" || name == "color") {
            nodes_.set(name, colourOf(nodes_, value));
        } else if (name == "style") {
            if (std::string style = withoutFilled(value); !style.empty()) {
                nodes_.set(name, nodes_.keep(dotValue(style)));
            }
        } else {
            nodes_.set(name, nodes_.keep(dotValue(value)));
        }
    }

    /// Says what depends on two values.
    void finishNode() {
        if (const std::size_t height = nodes_.find("height"); height != GatheredRows::none) {
            const auto size = dotSize(nodes_.value(height));
            if (size && *size == nodes_.value(nodes_.column("size"))) {
                nodes_.unset(height);
            }
        }
        const std::size_t fill = nodes_.find("fillcolor");
        if (fill == GatheredRows::none || nodes_.value(fill).empty()) {
            return;
        }
        const std::size_t colour = nodes_.column("color");
        const std::string_view outline = nodes_.value(colour);
        const std::string_view inside = nodes_.value(fill);
        nodes_.unset(fill);
        nodes_.unset(colour);
        nodes_.set(colour, inside);
        if (!outline.empty() && outline != inside) {
            nodes_.set("outline", outline);
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
            for (const Column& column : columns) {
                char* const value = agxget(edge, column.symbol);
                if (*value == '\0') {
                    continue;
                }
                const std::string_view text = value;
                if (column.name == "dir" && (text == "none" || text == "both")) {
                    type = "Undirected";
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
            edges_.set(name, colourOf(edges_, value));
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
    std::size_t htmlLabels_ = 0;
};

/// The text without the blanks and comments that it begins with.
std::string_view afterComments(std::string_view text) {
    for (;;) {
        text.remove_prefix(
            std::min(text.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFE\xFF"), text.size()));
        if (text.starts_with("/*")) {
            text.remove_prefix(std::min(text.find("*/", 2), text.size() - 2) + 2);
        } else if (text.starts_with("//") || text.starts_with('#')) {
            text.remove_prefix(std::min(text.find_first_of("\r\n"), text.size()));
        } else {
            return text;
        }
    }
}

class DotReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const override { return "Graphviz DOT"; }
    [[nodiscard]] std::vector<std::string_view> extensions() const override {
        return {"dot", "gv"};
    }

    [[nodiscard]] double recognise(const InputFile& file) const override {
        constexpr std::size_t sampleSize = 65536;
        constexpr double certain = 0.95;
        std::string sample = file.bytes.substr(0, sampleSize);
        std::erase(sample, '\0'); // UTF-16 of ASCII letters
        std::string_view text = afterComments(sample);
        const auto word = [&text] {
            const std::size_t end = std::min(text.find_first_of(" \t\r\n{\"[</"), text.size());
            const std::string_view first = text.substr(0, end);
            text = afterComments(text.substr(end));
            return first;
        };
        std::string_view first = word();
        if (isWord(first, "strict")) {
            first = word();
        }
        if (!isWord(first, "graph") && !isWord(first, "digraph")) {
            return 0;
        }
        if (text.starts_with('"')) {
            std::size_t end = 1;
            while (end < text.size() && text[end] != '"') {
                end += text[end] == '\\' ? 2 : 1;
            }
            text = afterComments(text.substr(std::min(end + 1, text.size())));
        } else if (!text.starts_with('{')) {
            (void)word();
        }
        return text.starts_with('{') ? certain : 0;
    }

    [[nodiscard]] Dossier read(std::span<const InputFile> files, ImportReport& report,
                               const Progress& progress) const override {
        if (files.size() != 1) {
            throw FileError("Several DOT files cannot be opened as one: open them one by one.");
        }
        report.format = name();
        const std::string file = files.front().path.filename().string();
        const std::string text = checkedDot(decodeText(files.front().bytes, file, report), file);

        Dossier dossier;
        parseDot(text, file, report, progress, [&](Agraph_t* graph) {
            dossier = DotGraph(graph, file, report, progress).read();
        });
        return dossier;
    }
};

} // namespace

const Reader& dotReader() {
    static const DotReader reader;
    return reader;
}

} // namespace entente
