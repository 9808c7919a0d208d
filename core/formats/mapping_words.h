#pragma once

#include "core/formats/mapping.h"

#include <optional>
#include <string_view>

namespace entente {

/// Two columns that are the ends of a tie by their names: "exporter" and "importer", "Land 1" and
/// "Land 2", "страна" and "партнёр".
struct EndsNamed {
    std::size_t source = 0;
    std::size_t target = 0;
    bool directed = true;
    bool certain = true; ///< false for names that dates have as well, like "from" and "to"
};

/// Every such pair among the columns, the surest first. O(columns²).
std::vector<EndsNamed> endsNamed(const std::vector<std::string>& names);

/// What a column is by a name in English, French, German or Russian; nothing where it is no known
/// word. Ends are not told by single names.
std::optional<ColumnRole> roleNamed(std::string_view name);

/// The kind of actors that the name speaks of, "state" for "country" or "pays"; empty where none.
std::string_view actorKindNamed(std::string_view name);

} // namespace entente
