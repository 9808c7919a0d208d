#include "tests/core/formats/random_attributes.h"

#include <array>
#include <random>
#include <string>
#include <vector>

namespace entente {

namespace {

class Attributes {
public:
    Attributes(Dossier& dossier, std::uint64_t seed) : dossier_(dossier), random_(seed) {}

    std::vector<Attribute> ofVertex() {
        std::vector<Attribute> made;
        const auto add = [&](std::string_view name, const std::string& value) {
            made.push_back({dossier_.intern(name), dossier_.intern(value)});
        };
        if (chance()) {
            add("x", number());
            add("y", number());
            add("size", std::to_string(1 + below(20)));
        }
        if (chance()) {
            add("color", colour());
        }
        add("shape", below(2) == 0 ? "disc" : "triangle");
        if (chance()) {
            const std::string last = std::to_string(below(100));
            add("people", last);
            add("people over time", "<[1990, 2000, 5]; [2000, Infinity, " + last + "]>");
        }
        common(add);
        return made;
    }

    std::vector<Attribute> ofEdge() {
        std::vector<Attribute> made;
        const auto add = [&](std::string_view name, const std::string& value) {
            made.push_back({dossier_.intern(name), dossier_.intern(value)});
        };
        if (chance()) {
            add("thickness", number());
        }
        if (chance()) {
            add("color", chance() ? colour() : "no colour");
        }
        common(add);
        return made;
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    bool chance() { return below(3) != 0; }
    std::string number() {
        return (chance() ? "" : "-") + std::to_string(below(1000)) + "." +
               std::to_string(1 + below(9));
    }
    std::string colour() {
        constexpr std::array<std::string_view, 3> colours = {"#00ff7f", "#ffffff", "#0a0b0c"};
        return std::string(colours[below(colours.size())]);
    }

    template <typename Add>
    void common(Add add) {
        constexpr std::array<std::string_view, 14> pieces = {
            "<", ">", "&", "\"", "'", "]]>", "\n", "\r\n", "\t", " ", "é", "中", "🙂", "a"};
        if (chance()) {
            std::string text;
            for (std::size_t i = below(12); i > 0; --i) {
                text += pieces[below(pieces.size())];
            }
            if (!text.empty()) {
                add("awkward <text>", text);
            }
        }
        if (chance()) {
            add("whole", std::to_string(below(1000)));
        }
        if (chance()) {
            add("truth", below(2) == 0 ? "true" : "false");
        }
        if (chance()) {
            add("r", std::to_string(below(256)));
            add("g", std::to_string(below(256)));
            add("b", std::to_string(below(256)));
        }
        if (chance()) {
            add("parent", "a; b");
            add("007", "007");
        }
    }

    Dossier& dossier_;
    std::mt19937_64 random_;
};

/// Types that hold the values, and some that do not.
void declareRandomTypes(Dossier& dossier, std::uint64_t seed) {
    constexpr std::array<std::string_view, 6> names = {"whole", "truth",          "007",
                                                       "r",     "awkward <text>", "people"};
    std::mt19937_64 random(seed);
    for (const ElementKind owner : {ElementKind::Vertex, ElementKind::Edge}) {
        for (const std::string_view name : names) {
            if (const std::uint64_t type = random() % 6; type < 4) {
                dossier.declareAttribute(owner, dossier.intern(name),
                                         static_cast<AttributeType>(type));
            }
        }
    }
}

} // namespace

void addRandomAttributes(Dossier& dossier, std::uint64_t seed) {
    Attributes attributes(dossier, seed);
    for (VertexIndex i = 0; i < dossier.vertices().size(); ++i) {
        Vertex vertex = dossier.vertices().row(i);
        vertex.attributes = attributes.ofVertex();
        dossier.replaceVertex(i, vertex);
    }
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        Edge edge = dossier.edges().row(i);
        edge.attributes = attributes.ofEdge();
        dossier.replaceEdge(i, edge);
    }
    declareRandomTypes(dossier, seed);
}

} // namespace entente
