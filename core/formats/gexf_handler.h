#pragma once

#include "core/formats/gexf_attributes.h"
#include "core/formats/gexf_times.h"
#include "core/formats/xml_graph.h"

#include <optional>
#include <string>
#include <vector>

namespace entente {

/// Understands the elements of GEXF 1.1 to 1.3.
class GexfHandler : public XmlGraphHandler {
public:
    explicit GexfHandler(RowStream& rows);

    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;
    void learn(XmlGraphHandler& first) override;
    Cover finish() override;

private:
    enum class Place : std::uint8_t {
        Document,
        Gexf,
        Meta,
        MetaText,
        Graph,
        Attributes,
        Attribute,
        AttributeText, ///< default or options
        Group,         ///< nodes or edges
        Node,
        Edge,
        Values, ///< attvalues
        Spells, ///< or slices
        Parents,
        Leaf,
    };
    /// Values in time, each of an attribute.
    using Dynamic = std::vector<std::pair<GexfAttribute*, GexfDynamicValue>>;
    /// What an open node or edge says beside the values of its row.
    struct Element {
        RowKind kind = RowKind::Node;
        std::string id;
        std::vector<GexfSpan> own; ///< what its tag says; spells go before it
        std::vector<GexfSpan> spells;
        std::vector<std::string> parents;
        Dynamic dynamic;
    };

    std::optional<Place> placeOf(std::string_view name) const;
    void passOver(std::string_view name);
    void beginGraph(const XmlAttributes& attributes);
    void beginElement(RowKind kind, const XmlAttributes& attributes);
    void beginNode(const XmlAttributes& attributes);
    void beginEdge(const XmlAttributes& attributes);
    void beginValue(const XmlAttributes& attributes);
    void beginLook(std::string_view name, const XmlAttributes& attributes);
    void setLook(std::string_view column, std::string_view value);
    void endElement();
    /// Sets the row's times, and `periods_`.
    void endTimes(Element& element);
    void endDynamic(Element& element);
    /// Takes all values of the attribute that comes first.
    static std::pair<GexfAttribute*, std::vector<GexfDynamicValue>> takeDynamic(Dynamic& dynamic);
    /// Hands a row over for each of an edge's periods, of which each is a spell, with the values of
    /// its time; the last one stays open. False, and nothing is done, where there are too many.
    bool splitEdge(Element& element);
    void endMeta(std::string_view name);
    /// Notes what the file says of itself and a dossier has no place for.
    void sayOfFile(std::string_view name, std::string_view value);

    RowStream& rows_;
    GexfAttributes attributes_;
    std::vector<Place> places_ = {Place::Document};
    std::size_t passedOver_ = 0;
    bool collects_ = false;
    std::string text_;
    RowKind declaring_ = RowKind::Node;
    GexfAttribute* attribute_ = nullptr;
    std::vector<Element> elements_; ///< the first `open_` are open; the others keep their room
    std::size_t open_ = 0;
    bool undirected_ = true; ///< where an edge does not say it
    Cover cover_;
    std::size_t graphs_ = 0;
    std::size_t nested_ = 0;
    std::size_t mutual_ = 0;
    std::size_t moments_ = 0;
    std::size_t unknown_ = 0;
    std::size_t oddYears_ = 0;
    std::vector<Period> periods_; ///< of the element that ends
    std::size_t split_ = 0;       ///< edges with a row for each period
    std::size_t rowsOfSplit_ = 0;
    std::size_t timeless_ = 0; ///< values whose time is none of their edge's
    bool numericTimes_ = true;
    std::size_t idNode_;
    std::size_t label_;
    std::size_t idEdge_;
    std::size_t source_;
    std::size_t target_;
    std::size_t type_;
    std::size_t edgeLabel_;
    std::size_t kind_;
    std::size_t weight_;
};

} // namespace entente
