#pragma once

#include "core/formats/element_fields.h"
#include "core/formats/table_columns.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Which names of attributes a graph file's reader takes for something else.
class AttributeTitles {
public:
    /// `known` are the columns of its elements, `marked` the plain names that the format's reader
    /// takes for those of attributes by itself, `there` the plain names of the columns that the
    /// file has beside attributes.
    AttributeTitles(std::span<const columns::Names> known, std::span<const std::string_view> marked,
                    std::vector<std::string> there);

    /// What the file calls the attribute: its own name where a reader understands it, else that of
    /// the field, which is marked as an attribute's.
    [[nodiscard]] std::string_view of(const Field& field) const;

private:
    [[nodiscard]] bool isClear(std::string_view name) const;

    std::span<const columns::Names> known_;
    std::span<const std::string_view> marked_;
    std::vector<std::string> there_;
};

} // namespace entente
