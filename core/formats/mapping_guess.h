#pragma once

#include "core/formats/mapping.h"

#include <optional>
#include <string>
#include <vector>

namespace entente {

/// What is decided already, and a guess leaves as it is.
struct MappingChoices {
    std::optional<std::size_t> header;
    std::optional<RowTarget> rows;
    std::vector<MappedColumn> columns; ///< those that the table lacks count for nothing
};

/// A mapping that a table seems to ask for.
struct MappingGuess {
    Mapping mapping; ///< names every column
    /// How sure the guess of each column is, 0 to 1; 0 for those that nothing is known of, or that
    /// were decided already.
    std::vector<double> confidence;
    /// What only the user can decide, a sentence each.
    std::vector<std::string> questions;
};

/// Guesses by the names of columns, in English, French, German and Russian, and by what the first
/// thousand rows hold: ends draw on the same values, dates look like dates, kinds have few values.
/// O(columns² + rows looked at).
MappingGuess guessMapping(const RawTable& table, const MappingChoices& choices = {});

/// The guess for the first of the file's tables, or for the sheet of that name. Throws `FileError`.
MappingGuess guessMapping(const InputFile& file, const std::string& sheet = {});

} // namespace entente
