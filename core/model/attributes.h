#pragma once

#include "core/model/element.h"

#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// How the values of an attribute are meant, where formats have types.
enum class AttributeType : std::uint8_t {
    Text,
    Boolean, ///< true or false
    Integer, ///< 64 bits
    Number,  ///< finite
};

/// "text", "boolean", "integer", "number", as native files have it.
std::string_view word(AttributeType type);
std::optional<AttributeType> parseAttributeType(std::string_view text);

/// The extra attributes of a table's rows, one sparse column a name: 4 bytes a row up to the last
/// row that has a value.
class AttributeColumns {
public:
    void set(std::uint32_t row, std::span<const Attribute> attributes);
    [[nodiscard]] std::vector<Attribute> row(std::uint32_t row) const;
    [[nodiscard]] StringId value(std::uint32_t row, StringId name) const;
    /// The values of the attribute with that name, up to the last row that has one; valid until a
    /// row is set.
    [[nodiscard]] std::span<const StringId> values(StringId name) const;
    /// In the order in which they first came.
    [[nodiscard]] std::vector<StringId> names() const;
    [[nodiscard]] std::size_t memory() const;

    /// Keeps how a file declared the attribute with that name. Values are texts all the same, and
    /// may come to be others than it says.
    void declare(StringId name, AttributeType type);
    /// Takes a declaration back.
    void undeclare(StringId name);
    /// What was declared, in the order in which it first was.
    [[nodiscard]] const std::vector<std::pair<StringId, AttributeType>>& declared() const {
        return declared_;
    }
    [[nodiscard]] std::optional<AttributeType> declared(StringId name) const;

private:
    struct Column {
        StringId name;
        std::vector<StringId> values;
    };
    std::vector<Column> columns_;
    std::vector<std::pair<StringId, AttributeType>> declared_;
};

/// The number that an attribute's text is, blanks around it aside; nothing where it is no finite
/// number as programs write them ("12", "-0.5", "1e3").
std::optional<double> numberIn(std::string_view text);

} // namespace entente
