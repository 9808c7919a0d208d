#pragma once

#include "core/formats/gathered_rows.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The number of a vertex, from 1 on.
std::optional<std::uint64_t> pajekNumber(std::string_view word);

/// How many vertices a word says; where it says none that can be read, 0 and a sentence about it.
struct PajekCount {
    std::size_t count;
    std::string fault;
};
PajekCount pajekCount(std::string_view word);

/// The number as ids have it, `1` for `01`; a view that lives as long as `rows`.
std::string_view pajekId(std::string_view word, std::uint64_t number, GatheredRows& rows);
/// The colour as `#rrggbb`, or as it stands; a view that lives as long as `rows` and the text.
std::string_view pajekColour(std::string_view text, GatheredRows& rows);
/// Whether the word is a finite number.
bool isPajekNumber(std::string_view word);

/// A partition or vector: one value a vertex, in the order of the vertices.
struct PajekValues {
    std::string name;
    std::size_t declared = 0;
    std::vector<std::string_view> values;
};

struct PajekVertexLine {
    std::size_t number; ///< of the line
    std::string_view text;
};

/// What a file says of a network's vertices.
struct PajekVertices {
    std::size_t declared = 0;
    std::size_t firstMode = 0; ///< vertices of the first mode of a two-mode network
    std::vector<PajekVertexLine> lines;
    std::vector<PajekValues> values;

    /// Adds a row a vertex, those that no line names too, as far as a file of `size` bytes can be
    /// about so many.
    void read(GatheredRows& nodes, std::size_t size, const std::string& file,
              ImportReport& report) const;
};

} // namespace entente
