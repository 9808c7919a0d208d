#pragma once

#include "core/model/vocabulary.h"

#include <optional>
#include <string_view>

namespace entente {

/// What tables say of the sign of a tie: Entente's words, those that people use for them
/// ("positive", "hostile"), or a bare `+` or `-`. Nothing where it is none of these.
std::optional<Polarity> polarityNamed(std::string_view text);

} // namespace entente
