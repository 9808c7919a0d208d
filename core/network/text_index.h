#pragma once

#include "core/network/filter_failures.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The texts of a dossier's vertices and ties, folded for searches (see `fold`).
class TextIndex {
public:
    /// O(bytes of text), in parallel.
    explicit TextIndex(const Dossier& dossier);

    /// One byte (0 or 1) a vertex: every word of the query is found in its label, its type, one of
    /// its names or aliases, or the value of one of its codes. A query without words matches all.
    [[nodiscard]] RowBytes matchingVertices(std::string_view query) const;

    /// Ties whose type holds every word of the query; none where it has no words.
    [[nodiscard]] std::vector<EdgeIndex> matchingTies(std::string_view query) const;

private:
    static constexpr std::size_t verticesABlock = 4096;

    /// The texts of consecutive vertices one after another, each ending with a line feed.
    struct Block {
        std::string text;
        std::vector<std::uint32_t> begins; ///< of each vertex, and the end of the last
    };

    void searchBlock(const Block& block, const std::vector<std::string>& words,
                     std::uint8_t* matches) const;

    const Dossier& dossier_;
    std::vector<Block> blocks_;
};

} // namespace entente
