#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

/// `PRAGMA application_id` of native files: the letters ENTE.
inline constexpr std::int32_t applicationId = 0x454E5445;

/// `PRAGMA user_version` of the files that are written; later ones are refused.
inline constexpr std::int32_t schemaVersion = 2;

/// The text of core/store/schema.sql.
std::string_view schemaText();

} // namespace entente
