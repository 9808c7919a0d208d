#include "core/formats/dot.h"
#include "core/formats/dot_looks.h"
#include "core/formats/dot_values.h"
#include "core/formats/field_types.h"
#include "core/formats/graph_cover.h"
#include "core/formats/needed_values.h"
#include "core/formats/table_columns.h"
#include "core/store/replace_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace entente {

namespace {

constexpr std::size_t rowsBetweenReports = 16384;

/// Attributes that DOT or its reader gives a meaning of their own.
constexpr std::array<std::string_view, 9> ofNodes = {
    "pos", "width", "height", "fillcolor", "color", "outline", "style", "cluster", "size"};
constexpr std::array<std::string_view, 5> ofEdges = {"color", "penwidth", "dir", "key",
                                                     "direction"};

std::string_view valueOf(const std::vector<FieldValue>& values, std::string_view name) {
    const auto found = std::ranges::find_if(values, [name](const FieldValue& value) {
        return value.field->attribute && value.field->name == name;
    });
    return found != values.end() ? found->value : std::string_view{};
}

class DotText {
public:
    DotText(const Dossier& dossier, const Progress& progress)
        : dossier_(dossier), progress_(progress) {}

    std::string all() {
        for (EdgeIndex row = 0; row < dossier_.edges().size(); ++row) {
            directed_ = directed_ || (isWritten(dossier_, row) && dossier_.edges().directed(row));
        }
        directed_ = directed_ || dossier_.edges().count() == 0;
        text_ += directed_ ? "digraph {\n" : "graph {\n";
        forEachCoverAttribute(dossier_, [this](std::string_view name, const std::string& value) {
            text_ += fmt::format("  {}={};\n", name,
                                 name == "label" ? quotedDotLabel(value) : quotedDot(value));
        });
        writeNodes();
        writeEdges();
        writeClusters();
        text_ += "}\n";
        return text_;
    }

private:
    void tell(std::size_t row, std::size_t rows) const {
        if (row % rowsBetweenReports == 0) {
            progress_.throwIfStopped();
            progress_.tell(static_cast<double>(row) / static_cast<double>(rows));
        }
    }

    void add(std::string_view name, std::string_view value) {
        text_ += fmt::format("{}{}={}", begun_ ? ", " : " [", name, value);
        begun_ = true;
    }

    void addField(const FieldValue& value, std::span<const std::string_view> reserved) {
        const std::string& name = value.field->name;
        if (value.field->attribute && std::ranges::find(reserved, name) != reserved.end()) {
            add(quotedDot(std::string(columns::attributePrefix) + name), quotedDot(value.value));
        } else if (!value.field->attribute && name == "label") {
            add(name, quotedDotLabel(value.value));
        } else {
            add(quotedDot(name), quotedDot(value.value));
        }
    }

    void endStatement() {
        text_ += begun_ ? "];\n" : ";\n";
        begun_ = false;
    }

    void writeNodes() {
        VertexFields fields(dossier_);
        const VertexTable& v = dossier_.vertices();
        // Without labels, readers would take such an attribute for one.
        const bool named = std::ranges::any_of(fields.fields(), [](const Field& field) {
            return field.attribute &&
                   columns::known(std::array{columns::Names(columns::words::label)},
                                  plainColumnName(field.name));
        });
        for (VertexIndex row = 0; row < v.size(); ++row) {
            if (v.removed(row)) {
                continue;
            }
            tell(row, v.size());
            text_ += "  " + quotedDot(dossier_.text(v.id(row)));
            if (named || v.label(row) != v.id(row)) {
                add("label", quotedDotLabel(dossier_.label(row)));
            }
            neededValues(dossier_, fields, row, needed_);
            writeLooks(row);
            for (const FieldValue& value : needed_) {
                addField(value, ofNodes);
            }
            endStatement();
        }
    }

    /// Takes the attributes out of the values that are still to be written.
    void done(std::initializer_list<std::string_view> names) {
        std::erase_if(needed_, [&names](const FieldValue& value) {
            return value.field->attribute &&
                   std::ranges::find(names, std::string_view(value.field->name)) != names.end();
        });
    }

    [[nodiscard]] std::string wanted(std::string_view name) const {
        return std::string(valueOf(needed_, name));
    }

    /// Writes what DOT has words of its own for, and takes it out of the values.
    void writeLooks(VertexIndex row) {
        if (const auto pos =
                dotPos(valueOf(needed_, "x"), valueOf(needed_, "y"), valueOf(needed_, "z"))) {
            const bool pinned = valueOf(needed_, "pin") == "true";
            add("pos", quotedDot(*pos + (pinned ? "!" : "")));
            done({"x", "y", "z", pinned ? "pin" : ""});
        }
        const std::string height = wanted("height");
        const std::string size = wanted("size");
        const std::string width = wanted("width");
        const auto inches = dotInches(size);
        const bool widthAlone = inches && height.empty() && dotSize(width) == size;
        if (inches) {
            add("width", quotedDot(widthAlone ? width : *inches));
            done({"size", widthAlone ? "width" : ""});
        }
        // A height that is the width's is part of the size.
        if (!height.empty() && (!inches || dotSize(height) != size)) {
            add("height", quotedDot(height));
            done({"height"});
        } else if (inches && !widthAlone) {
            add("height", quotedDot(*inches));
        }
        writeColours();
        if (const auto cluster = valueOf(needed_, "cluster"); !cluster.empty()) {
            clusters_[std::string(cluster)].push_back(row);
            done({"cluster"});
        }
    }

    void writeColours() {
        NodeLooks said;
        const DotLooks looks = dotLooks({{wanted("color"), wanted("alpha"), wanted("colorList")},
                                         wanted("outline"),
                                         wanted("style")},
                                        said);
        for (const auto& [name, value] :
             {std::pair{"style", &looks.style}, std::pair{"fillcolor", &looks.fillcolor},
              std::pair{"color", &looks.color}}) {
            if (!value->empty()) {
                add(name, quotedDot(*value));
            }
        }
        for (const auto& [name, value] :
             {std::pair{"color", &said.colour.colour}, std::pair{"alpha", &said.colour.alpha},
              std::pair{"colorList", &said.colour.list}, std::pair{"outline", &said.outline},
              std::pair{"style", &said.style}}) {
            if (!value->empty()) {
                done({name});
            }
        }
    }

    void writeEdges() {
        EdgeFields fields(dossier_);
        const EdgeTable& e = dossier_.edges();
        const VertexTable& v = dossier_.vertices();
        for (EdgeIndex row = 0; row < e.size(); ++row) {
            if (!isWritten(dossier_, row)) {
                continue;
            }
            tell(row, e.size());
            text_ +=
                fmt::format("  {} {} {}", quotedDot(dossier_.text(v.id(e.source(row)))),
                            directed_ ? "->" : "--", quotedDot(dossier_.text(v.id(e.target(row)))));
            neededValues(dossier_, fields, row, needed_);
            writeEdgeLooks(row);
            for (const FieldValue& value : needed_) {
                addField(value, ofEdges);
            }
            endStatement();
        }
    }

    /// As `writeLooks`.
    void writeEdgeLooks(EdgeIndex row) {
        const EdgeTable& e = dossier_.edges();
        if (!e.directed(row)) {
            const bool both = valueOf(needed_, "dir") == "both";
            if (both) {
                add("dir", "both");
                done({"dir"});
            } else if (directed_) {
                add("dir", "none");
            }
        }
        // Of edges between the same nodes, those of the same key are one to Graphviz.
        if (const auto key = valueOf(needed_, "key"); !key.empty()) {
            const auto [low, high] = std::minmax({e.source(row), e.target(row)});
            if (keys_.emplace(low, high, key).second) {
                add("key", quotedDot(key));
                done({"key"});
            }
        }
        if (const auto thickness = valueOf(needed_, "thickness"); !thickness.empty()) {
            add("penwidth", quotedDot(thickness));
            done({"thickness"});
        }
        DotColour said;
        const DotColour colour{wanted("color"), wanted("alpha"), wanted("colorList")};
        if (const auto text = dotColourText(colour, said)) {
            add("color", quotedDot(*text));
            done(
                {"color", said.alpha.empty() ? "" : "alpha", said.list.empty() ? "" : "colorList"});
        }
    }

    void writeClusters() {
        for (const auto& [name, members] : clusters_) {
            text_ += fmt::format("  subgraph {} {{\n    label={};\n", quotedDot("cluster_" + name),
                                 quotedDotLabel(name));
            for (const VertexIndex row : members) {
                text_ +=
                    fmt::format("    {};\n", quotedDot(dossier_.text(dossier_.vertices().id(row))));
            }
            text_ += "  }\n";
        }
    }

    const Dossier& dossier_;
    const Progress& progress_;
    std::string text_;
    std::vector<FieldValue> needed_;
    std::map<std::string, std::vector<VertexIndex>> clusters_;
    std::set<std::tuple<VertexIndex, VertexIndex, std::string_view>> keys_; ///< of edges
    bool directed_ = false;
    bool begun_ = false; ///< the statement's list of attributes
};

class DotWriter final : public Writer {
public:
    [[nodiscard]] std::string_view name() const override { return "Graphviz DOT"; }
    [[nodiscard]] std::vector<std::string_view> extensions() const override {
        return {"dot", "gv"};
    }
    [[nodiscard]] std::vector<std::string> losses(const Dossier& dossier) const override {
        return fieldAndTypeLosses(dossier, "DOT");
    }
    std::vector<std::filesystem::path> write(const Dossier& dossier,
                                             const std::filesystem::path& path,
                                             const Progress& progress) const override {
        replaceFile(path, DotText(dossier, progress).all());
        return {path};
    }
};

} // namespace

const Writer& dotWriter() {
    static const DotWriter writer;
    return writer;
}

} // namespace entente
