#pragma once

#include "core/formats/declared_types.h"
#include "core/formats/gexf_times.h"
#include "core/formats/repeated_declarations.h"
#include "core/formats/row_stream.h"

#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// An attribute as GEXF declares it.
struct GexfAttribute {
    std::string id;
    std::string title;
    std::string typeWord;
    std::string implied;
    std::string options; ///< `a|b|c`; empty: all is allowed
    FieldType type = FieldType::Text;
    RowKind kind = RowKind::Node;
    std::size_t column = TableHeader::none;
    bool declared = true;
    bool learned = false;     ///< from an earlier pass
    std::size_t changing = 0; ///< how often the last of several values in time was taken
};

/// The attributes of a GEXF file, and how their values become those of rows.
class GexfAttributes {
public:
    explicit GexfAttributes(RowStream& rows) : rows_(rows), declarations_(rows) {}

    /// Takes over the attributes of an earlier pass over the same file.
    void learn(GexfAttributes& first);

    GexfAttribute& declare(RowKind kind, const XmlAttributes& attributes);
    /// Call when default and options are read.
    void declared(GexfAttribute& attribute);
    /// The attribute with that id; one that is not declared is taken as text, and the report says
    /// so.
    GexfAttribute& find(RowKind kind, std::string_view id);

    /// Sets a value of the open row.
    void set(const GexfAttribute& attribute, std::string_view value);
    /// Sets the last of values that change in time, and keeps all of them.
    void setDynamic(GexfAttribute& attribute, std::span<const GexfDynamicValue> values);
    /// Sets the last of `share`, the values of the row's own period, or `own` where there are none,
    /// in place of what an earlier row has; keeps them and `others` too.
    void setShare(GexfAttribute& attribute, std::span<const GexfDynamicValue> share,
                  std::span<const GexfDynamicValue> others, std::string_view own);
    /// Sets what elements have without saying so. Call before the row is closed.
    void complete(RowKind kind);

    /// Says of which attributes only the last of several values in time was taken.
    void sum();

    /// How many values were empty, and left out therefore.
    [[nodiscard]] std::size_t empty() const { return empty_; }
    /// How many attributes list the values that they allow.
    [[nodiscard]] std::size_t options() const { return options_; }

private:
    [[nodiscard]] std::string columnName(const GexfAttribute& attribute) const;
    [[nodiscard]] bool isWeight(const GexfAttribute& attribute) const;
    /// The attribute that keeps all values in time.
    [[nodiscard]] std::string keeper(const GexfAttribute& attribute) const;
    /// The column of that attribute.
    [[nodiscard]] std::size_t keeperColumn(const GexfAttribute& attribute) const;
    /// One titled "type" no longer says what an edge is where one titled "role" comes.
    void takeRole(GexfAttribute& attribute);
    /// Says what is wrong with a value.
    void check(const GexfAttribute& attribute, std::string_view value);

    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using ById = std::unordered_map<std::string, GexfAttribute*, Hash, std::equal_to<>>;

    RowStream& rows_;
    RepeatedDeclarations declarations_;
    std::deque<GexfAttribute> all_; ///< their places do not change
    GexfAttribute passedOver_;
    std::array<ById, 2> byId_;
    std::array<std::vector<GexfAttribute*>, 2> implied_;
    std::size_t empty_ = 0;
    std::size_t options_ = 0;
};

} // namespace entente
