#pragma once

#include "core/formats/declared_types.h"
#include "core/formats/repeated_declarations.h"
#include "core/formats/row_stream.h"

#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// An attribute as GraphML declares it.
struct GraphMlKey {
    enum class Content : std::uint8_t {
        Value,
        Graphics, ///< how yEd draws the element
        Ignored,  ///< what else yEd keeps in a file, and what Entente drew for it
    };
    enum class Look : std::uint8_t {
        None,
        Upwards, ///< a coordinate that grows upwards
        Colour,
    };

    std::string id;
    std::string name;
    std::string typeWord;
    std::string domain; ///< node, edge, graph, …, all
    std::string implied;
    FieldType type = FieldType::Text;
    Content content = Content::Value;
    Look look = Look::None;
    bool declared = true;
    bool learned = false; ///< from an earlier pass
    bool shares = false;  ///< a column with another key
    /// Of nodes and of edges.
    std::array<std::size_t, 2> columns = {TableHeader::none, TableHeader::none};
};

/// The keys of a GraphML file and how their values become those of rows: Gephi's, yEd's and
/// SocNetV's names for looks among them.
class GraphMlKeys {
public:
    explicit GraphMlKeys(RowStream& rows) : rows_(rows), declarations_(rows) {}

    /// Takes over the keys of an earlier pass over the same file.
    void learn(GraphMlKeys& first);

    GraphMlKey& declare(const XmlAttributes& attributes);
    /// Call when the key's default is read.
    void declared(GraphMlKey& key);
    /// The key with that id; one that is not declared is taken as text, and the report says so.
    GraphMlKey& find(std::string_view id);

    /// Sets the value of the open row of that kind.
    void set(GraphMlKey& key, RowKind kind, std::string_view text);
    /// Sets what elements have without saying so, and makes one colour of Gephi's three numbers.
    /// Call before the row is closed.
    void complete(RowKind kind);

    /// How many values were empty, and left out therefore.
    [[nodiscard]] std::size_t empty() const { return empty_; }

private:
    std::size_t column(GraphMlKey& key, RowKind kind);
    /// The column for a value of the open row: another one where the row has a value of another
    /// key of that name already.
    std::size_t freeColumn(GraphMlKey& key, RowKind kind);
    /// Whether the key is another one's attribute: both have the same name, the same elements and
    /// numbers as values.
    [[nodiscard]] bool isJoined(const GraphMlKey& key) const;
    /// Where a key "role" comes, one named "type" no longer says what an edge is.
    void takeRole(GraphMlKey& key);
    [[nodiscard]] std::string columnName(GraphMlKey& key, RowKind kind) const;
    [[nodiscard]] bool isFor(const GraphMlKey& key, RowKind kind) const;

    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    RowStream& rows_;
    RepeatedDeclarations declarations_;
    std::deque<GraphMlKey> keys_; ///< their places do not change
    GraphMlKey passedOver_;
    std::unordered_map<std::string, GraphMlKey*, Hash, std::equal_to<>> byId_;
    GraphMlKey* last_ = nullptr; ///< found last
    std::size_t empty_ = 0;
    std::array<std::vector<GraphMlKey*>, 2> implied_;
    /// Of nodes and of edges: how many columns there were when none of them was part of a colour.
    std::array<std::size_t, 2> withoutColour_{};
};

} // namespace entente
