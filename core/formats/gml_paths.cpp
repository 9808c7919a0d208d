#include "core/formats/gml_paths.h"

#include "core/formats/colour_text.h"
#include "core/formats/gml.h"
#include "core/formats/table.h"
#include "core/formats/table_columns.h"

#include <algorithm>
#include <array>
#include <span>

namespace entente {

namespace {

struct Look {
    std::string_view common;
    std::string_view path;
};
constexpr std::array<Look, 6> vertexLooks = {{{"x", "graphics.x"},
                                              {"y", "graphics.y"},
                                              {"z", "graphics.z"},
                                              {"size", "graphics.w"},
                                              {"color", "graphics.fill"},
                                              {"shape", "graphics.type"}}};
constexpr std::array<Look, 2> edgeLooks = {
    {{"color", "graphics.fill"}, {"thickness", "graphics.width"}}};

/// Whether all colours are written as readers give them: others must stay as they are.
bool plainColours(const Dossier& dossier, const AttributeColumns& attributes, std::size_t rows) {
    const StringId name = dossier.strings().find("color");
    for (std::uint32_t row = 0; name != noString && row < rows; ++row) {
        const std::string_view value = dossier.text(attributes.value(row, name));
        if (!value.empty() && parseColour(value).value_or(std::string(value)) != value) {
            return false;
        }
    }
    return true;
}

/// Whether readers would take the edges' attribute `value` for their weight, as files of network
/// science call it.
bool valueIsWeight(const Dossier& dossier, const EdgeFields& fields) {
    const StringId name = dossier.strings().find("value");
    if (name == noString || fields.fields()[fields.place("weight")].used) {
        return false;
    }
    for (EdgeIndex row = 0; row < dossier.edges().size(); ++row) {
        const std::string_view value = dossier.text(dossier.edges().attributes().value(row, name));
        bool comma = false;
        if (isWritten(dossier, row) && !value.empty() && !parseTableNumber(value, comma)) {
            return false;
        }
    }
    return true;
}

/// What must be known of all elements to write the fields of one.
struct Naming {
    std::span<const Look> looks;
    bool coloured = false;
    bool ofEdges = false;
    bool valueIsWeight = false;
};

GmlPath pathOf(const Field& field, const Naming& naming) {
    std::string name = field.name;
    const std::span<const Look> looks = naming.looks;
    if (!field.attribute && naming.ofEdges && name == "role") {
        name = "type"; // as others call what an edge means beside its label
    } else if (field.attribute) {
        const auto look = name == "color" && !naming.coloured
                              ? looks.end()
                              : std::ranges::find(looks, std::string_view(name), &Look::common);
        const bool reserved =
            std::ranges::find(looks, std::string_view(name), &Look::path) != looks.end() ||
            name == gml::ententeId ||
            (naming.ofEdges && (name == "directed" || (name == "value" && naming.valueIsWeight)));
        if (look != looks.end()) {
            name = look->path;
        } else if (reserved) {
            name.insert(0, columns::attributePrefix);
        }
    }
    GmlPath path;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = std::min(name.find('.', begin), name.size());
        path.push_back(gmlKey(std::string_view(name).substr(begin, end - begin)));
        if (end == name.size()) {
            break;
        }
        begin = end + 1;
    }
    constexpr std::size_t mostNested = 8;
    // Dots that part nothing are letters like others.
    if (path.size() > mostNested || std::ranges::any_of(path, &std::string::empty)) {
        path = {gmlKey(name)};
    }
    return path;
}

std::vector<GmlPath> pathsOf(const std::vector<Field>& fields, const Naming& naming) {
    std::vector<GmlPath> paths;
    for (const Field& field : fields) {
        paths.push_back(pathOf(field, naming));
    }
    return paths;
}

} // namespace

std::vector<GmlPath> gmlPaths(const Dossier& dossier, const VertexFields& fields) {
    const VertexTable& vertices = dossier.vertices();
    return pathsOf(fields.fields(),
                   {vertexLooks, plainColours(dossier, vertices.attributes(), vertices.size())});
}

std::vector<GmlPath> gmlPaths(const Dossier& dossier, const EdgeFields& fields) {
    const EdgeTable& edges = dossier.edges();
    return pathsOf(fields.fields(),
                   {edgeLooks, plainColours(dossier, edges.attributes(), edges.size()), true,
                    valueIsWeight(dossier, fields)});
}

} // namespace entente
