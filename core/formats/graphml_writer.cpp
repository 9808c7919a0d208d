#include "core/formats/attribute_titles.h"
#include "core/formats/declared_types.h"
#include "core/formats/element_fields.h"
#include "core/formats/field_types.h"
#include "core/formats/graphml.h"
#include "core/formats/looks.h"
#include "core/formats/table_columns.h"
#include "core/formats/xml_output.h"
#include "core/formats/yed_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::uint32_t rowsBetweenReports = 16384;

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                  "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
                                  "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                                  "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
                                  "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\"";

void writeKey(XmlOutput& out, std::string_view id, std::string_view domain, std::string_view name,
              std::string_view type, std::string_view implied = {}) {
    out.raw("  <key").attribute("id", id).attribute("for", domain);
    out.attribute("attr.name", name).attribute("attr.type", type);
    if (implied.empty()) {
        out.raw("/>").endLine();
    } else {
        out.raw("><default>").text(implied).raw("</default></key>").endLine();
    }
}

/// A field and the key that it is written under.
struct KeyedField {
    enum class Written : std::uint8_t {
        Plainly,
        Upwards,  ///< Gephi's vertical axis grows upwards
        Coloured, ///< as Gephi's three numbers, where it is a colour
        Label,    ///< unless it is the id
    };
    std::size_t place;
    std::string id;
    std::string name;
    std::string_view type;
    std::string_view implied;
    Written written = Written::Plainly;
};

/// What of the fields is written, and how; `domain` is "node" or "edge".
class KeyedFields {
public:
    KeyedFields(const std::vector<Field>& fields, std::string_view domain,
                std::span<const std::string_view> structural, bool kinds = false)
        : domain_(domain), titles_(titles(fields, structural, kinds)) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const Field& field = fields[i];
            if (field.attribute ? field.used : isWritten(field, structural, kinds)) {
                add(field, i);
            }
        }
    }

    void writeKeys(XmlOutput& out) const {
        for (const KeyedField& field : fields_) {
            writeKey(out, field.id, domain_, field.name, field.type, field.implied);
            if (field.written == KeyedField::Written::Coloured) {
                for (const std::string_view part : {"r", "g", "b"}) {
                    writeKey(out, colourKey(part), domain_, part, "int");
                }
            }
        }
    }

    /// The data of a row; `open` is called before each.
    template <typename Open>
    void write(XmlOutput& out, const std::vector<std::string_view>& values, Open open) const {
        const auto data = [&](std::string_view key, std::string_view value) {
            open();
            out.raw("      <data key=\"").raw(key);
            out.raw(isIndented(value) ? "\" xml:space=\"preserve\">" : "\">").text(value);
            out.raw("</data>").endLine();
        };
        for (const KeyedField& field : fields_) {
            const std::string_view value = values[field.place];
            if (value.empty() || value == field.implied) {
                continue;
            }
            switch (field.written) {
            case KeyedField::Written::Plainly:
                data(field.id, value);
                break;
            case KeyedField::Written::Upwards:
                data(field.id, flipped(value));
                break;
            case KeyedField::Written::Label:
                if (value != values.front()) {
                    data(field.id, value);
                }
                break;
            case KeyedField::Written::Coloured:
                if (isHexColour(value)) {
                    const ColourParts parts = colourParts(value);
                    data(colourKey("r"), fmt::format("{}", parts.red));
                    data(colourKey("g"), fmt::format("{}", parts.green));
                    data(colourKey("b"), fmt::format("{}", parts.blue));
                } else {
                    data(field.id, value);
                }
                break;
            }
        }
    }

private:
    /// Of Entente's own words.
    [[nodiscard]] bool isWritten(const Field& field, std::span<const std::string_view> structural,
                                 bool kinds) const {
        if (std::ranges::find(structural, field.name) != structural.end()) {
            return false;
        }
        if (field.name == "kind") {
            // Where the vertices have kinds, readers guess an edge's from those of its ends.
            return kinds || field.used;
        }
        // Even where no edge has one, it says that a label is an attribute.
        return field.used || field.name == "role";
    }

    [[nodiscard]] std::string colourKey(std::string_view part) const {
        return domain_ == "node" ? std::string(part) : fmt::format("edge-{}", part);
    }

    [[nodiscard]] AttributeTitles titles(const std::vector<Field>& fields,
                                         std::span<const std::string_view> structural,
                                         bool kinds) const {
        const bool node = domain_ == "node";
        std::vector<std::string> there;
        for (const Field& field : fields) {
            if (!field.attribute && isWritten(field, structural, kinds)) {
                there.push_back(plainColumnName(field.name));
            }
        }
        // Names that the reader knows for attributes' by themselves.
        static constexpr std::array<std::string_view, 3> marked = {"id", "source", "target"};
        return {node ? std::span<const columns::Names>(columns::ofNodes) : columns::ofEdges,
                std::span(marked).first(node ? 1 : marked.size()), std::move(there)};
    }

    void add(const Field& field, std::size_t place) {
        const bool node = domain_ == "node";
        KeyedField keyed{place, fmt::format("{}{}", domain_.front(), place),
                         std::string(titles_.of(field)), xmlTypeWord(field.type), field.implied};
        using Written = KeyedField::Written;
        if (!field.attribute) {
            if (field.name == "kind" && !node) {
                keyed.implied = word(EdgeKind::Tie);
            } else if (field.name == "label") {
                keyed.id = node ? "label" : "edgelabel";
                keyed.written = node ? Written::Label : Written::Plainly;
            } else if (field.name == "weight") {
                keyed.id = "weight";
            }
            fields_.push_back(std::move(keyed));
            return;
        }
        constexpr std::array<std::string_view, 4> places = {"x", "y", "z", "size"};
        // Names that readers take for looks, or for something else than an attribute.
        constexpr std::array<std::string_view, 7> taken = {
            "r", "g", "b", "x_coordinate", "y_coordinate", "edgelabel", "edgeid"};
        if (node && std::ranges::find(places, field.name) != places.end()) {
            keyed.id = field.name;
            keyed.written = field.name == "y" ? Written::Upwards : Written::Plainly;
            keyed.type = field.type == FieldType::Integer ? xmlTypeWord(FieldType::Number)
                                                          : xmlTypeWord(field.type);
        } else if (field.name == "color") {
            keyed.written = Written::Coloured;
            keyed.type = xmlTypeWord(FieldType::Text);
        } else if (std::ranges::find(taken, field.name) != taken.end() ||
                   std::ranges::find(taken, plainColumnName(field.name)) != taken.end()) {
            keyed.name = std::string(columns::attributePrefix) + field.name;
        }
        fields_.push_back(std::move(keyed));
    }

    std::string_view domain_;
    AttributeTitles titles_;
    std::vector<KeyedField> fields_;
};

/// What stands on the cover, by the names of the graph's keys.
std::array<std::pair<std::string_view, std::string>, 4> coverTexts(const Cover& cover) {
    return {{{"title", cover.title},
             {"description", cover.description},
             {"as of", toEdtf(cover.asOf)},
             {"language", cover.language}}};
}

std::string graphKey(std::string_view name) {
    return fmt::format("graph-{}", plainColumnName(name));
}

void tell(const Progress& progress, std::uint32_t done, std::size_t all) {
    if (done % rowsBetweenReports == 0) {
        progress.throwIfStopped();
        progress.tell(static_cast<double>(done) /
                      static_cast<double>(std::max<std::size_t>(all, 1)));
    }
}

std::size_t undirectedEdges(const Dossier& dossier, std::size_t& written) {
    std::size_t undirected = 0;
    for (EdgeIndex row = 0; row < dossier.edges().size(); ++row) {
        if (isWritten(dossier, row)) {
            ++written;
            undirected += dossier.edges().directed(row) ? 0 : 1;
        }
    }
    return undirected;
}

void writeGraph(const Dossier& dossier, XmlOutput& out, const Progress& progress) {
    const std::size_t rows = dossier.vertices().size() + dossier.edges().size();
    VertexFields vertexFields(dossier);
    EdgeFields edgeFields(dossier);
    constexpr std::array<std::string_view, 1> nodeStructure = {"id"};
    constexpr std::array<std::string_view, 4> edgeStructure = {"source", "target", "type", "id"};
    const KeyedFields nodeKeys(vertexFields.fields(), "node", nodeStructure);
    const bool kinds = vertexFields.fields()[vertexFields.place("kind")].used;
    const KeyedFields edgeKeys(edgeFields.fields(), "edge", edgeStructure, kinds);
    std::size_t edges = 0;
    const bool undirected = undirectedEdges(dossier, edges) * 2 > edges;

    const YedDrawing drawing(vertexFields.fields(), edgeFields.fields());
    out.raw(head);
    if (drawing.isNeeded()) {
        YedDrawing::writeNamespace(out);
    }
    out.raw(">").endLine();
    if (drawing.isNeeded()) {
        YedDrawing::writeKeys(out);
    }
    nodeKeys.writeKeys(out);
    edgeKeys.writeKeys(out);
    const auto cover = coverTexts(dossier.cover());
    for (const auto& [name, text] : cover) {
        if (!text.empty()) {
            writeKey(out, graphKey(name), "graph", name, "string");
        }
    }
    out.raw("  <graph").attribute("edgedefault", undirected ? "undirected" : "directed");
    out.raw(">").endLine();
    for (const auto& [name, text] : cover) {
        if (!text.empty()) {
            out.raw("    <data").attribute("key", graphKey(name));
            out.raw(isIndented(text) ? " xml:space=\"preserve\">" : ">").text(text);
            out.raw("</data>").endLine();
        }
    }
    bool opened = false;
    const auto open = [&] {
        if (!opened) {
            out.raw(">").endLine();
            opened = true;
        }
    };
    const auto close = [&](std::string_view end) {
        out.raw(opened ? end : "/>").endLine();
        opened = false;
    };
    for (VertexIndex row = 0; row < dossier.vertices().size(); ++row) {
        tell(progress, row, rows);
        if (dossier.vertices().removed(row)) {
            continue;
        }
        const std::vector<std::string_view>& values = vertexFields.row(row);
        out.raw("    <node").attribute("id", values.front());
        // The drawing first: programs that take all data in turn keep what the other keys say.
        if (drawing.isNeeded()) {
            open();
            drawing.writeNode(out, values);
        }
        nodeKeys.write(out, values, open);
        close("    </node>");
    }
    for (EdgeIndex row = 0; row < dossier.edges().size(); ++row) {
        tell(progress, row, rows);
        if (!isWritten(dossier, row)) {
            continue;
        }
        const std::vector<std::string_view>& values = edgeFields.row(row);
        out.raw("    <edge");
        if (const std::string_view id = values[3]; !id.empty()) {
            out.attribute("id", id);
        }
        out.attribute("source", values[0]).attribute("target", values[1]);
        if (dossier.edges().directed(row) == undirected) {
            out.attribute("directed", undirected ? "true" : "false");
        }
        if (drawing.isNeeded()) {
            open();
            drawing.writeEdge(out, values, dossier.edges().directed(row));
        }
        edgeKeys.write(out, values, open);
        close("    </edge>");
    }
    out.raw("  </graph>\n</graphml>").endLine();
}

class GraphMlWriter : public Writer {
public:
    [[nodiscard]] std::string_view name() const override { return "GraphML"; }

    [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"graphml"}; }

    [[nodiscard]] std::vector<std::string> losses(const Dossier& dossier) const override {
        std::vector<std::string> sentences = fieldLosses(dossier, name());
        std::ranges::move(xmlLosses(dossier, name()), std::back_inserter(sentences));
        return sentences;
    }

    std::vector<std::filesystem::path> write(const Dossier& dossier,
                                             const std::filesystem::path& path,
                                             const Progress& progress) const override {
        writeXml(path, [&](XmlOutput& out) { writeGraph(dossier, out, progress); });
        return {path};
    }
};

} // namespace

const Writer& graphMlWriter() {
    static const GraphMlWriter writer;
    return writer;
}

} // namespace entente
