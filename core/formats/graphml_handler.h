#pragma once

#include "core/formats/graphml_keys.h"
#include "core/formats/xml_graph.h"
#include "core/formats/yed_graphics.h"

#include <optional>
#include <string>
#include <vector>

namespace entente {

/// Understands the elements of GraphML.
class GraphMlHandler : public XmlGraphHandler {
public:
    explicit GraphMlHandler(RowStream& rows);

    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;
    void learn(XmlGraphHandler& first) override;
    Cover finish() override;

private:
    enum class Place : std::uint8_t {
        Document,
        GraphMl,
        Key,
        Default,
        Graph,
        Node,
        Edge,
        Hyperedge,
        Endpoint,
        Data,
        Description,
    };
    struct End {
        std::string node;
        std::string role;
        std::size_t offset;
    };

    [[nodiscard]] Place parent() const { return places_[places_.size() - 2]; }
    /// What the element is where it stands; nothing where it is passed over.
    std::optional<Place> placeOf(std::string_view name) const;
    void beginGraph(const XmlAttributes& attributes);
    void beginNode(const XmlAttributes& attributes, bool hyperedge);
    void beginEdge(const XmlAttributes& attributes);
    void beginEndpoint(const XmlAttributes& attributes);
    void beginData(const XmlAttributes& attributes);
    void passOver(std::string_view name);
    void endData();
    void endDescription();
    void endEdge();
    void endHyperedge();
    void describeGraph(std::string_view name, std::string_view value);
    [[nodiscard]] bool undirected() const { return !undirected_.empty() && undirected_.back(); }

    RowStream& rows_;
    GraphMlKeys keys_;
    std::vector<Place> places_ = {Place::Document};
    std::size_t passedOver_ = 0; ///< how deep inside an element that is passed over
    bool collects_ = false;
    bool preserves_ = false; ///< xml:space
    std::string text_;
    GraphMlKey* key_ = nullptr;
    std::optional<YedGraphics> graphics_;
    YedLosses graphicsLosses_;
    std::size_t graphicsDepth_ = 0;
    std::vector<bool> undirected_;     ///< of the open graphs, whether edges are undirected
    std::vector<std::string> nodeIds_; ///< of the open nodes
    std::vector<std::string> parents_; ///< of the open graphs, the node that each is in
    std::string_view direction_;       ///< of the open edge, where it says so itself
    std::vector<End> ends_;
    std::vector<std::size_t> firstEnds_; ///< of the open hyperedges
    Cover cover_;
    std::size_t graphs_ = 0;
    std::size_t nestedGraphs_ = 0;
    std::size_t hyperedges_ = 0;
    std::size_t ports_ = 0;
    std::size_t structured_ = 0;
    std::size_t unknown_ = 0;
    std::size_t undeclaredDirections_ = 0;
    std::size_t idNode_;
    std::size_t idEdge_;
    std::size_t source_;
    std::size_t target_;
    std::size_t type_;
};

} // namespace entente
