#pragma once

#include "core/model/dossier.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace entente {

/// The rows of a table by the element that they belong to, in table order: a counting sort.
class Grouping {
public:
    template <typename OwnerOf>
    Grouping(std::size_t owners, std::size_t rows, OwnerOf ownerOf) : begins_(owners + 1, 0) {
        for (std::uint32_t row = 0; row < rows; ++row) {
            if (const std::uint32_t owner = ownerOf(row); owner < owners) {
                ++begins_[owner + 1];
            }
        }
        for (std::size_t i = 0; i < owners; ++i) {
            begins_[i + 1] += begins_[i];
        }
        rows_.resize(begins_[owners]);
        std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
        for (std::uint32_t row = 0; row < rows; ++row) {
            if (const std::uint32_t owner = ownerOf(row); owner < owners) {
                rows_[next[owner]++] = row;
            }
        }
    }

    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t owner) const {
        return std::span(rows_).subspan(begins_[owner], begins_[owner + 1] - begins_[owner]);
    }

private:
    std::vector<std::uint32_t> begins_;
    std::vector<std::uint32_t> rows_;
};

/// Whether the reader would take the edge: it and its ends exist, and they are of the right kind.
bool writable(const Dossier& dossier, EdgeIndex row);

/// Whether the claim has a source and is about something that is written.
bool writable(const Dossier& dossier, const Claim& claim);

/// Ids that are there and differ: where a row has none, or one that came before, it gets another.
class UniqueIds {
public:
    explicit UniqueIds(const Dossier& dossier) : dossier_(dossier) {}

    void add(StringId id, std::string_view noun);
    /// Keeps the place of a row that is not written.
    void skip() { ids_.emplace_back(); }

    [[nodiscard]] std::string_view operator[](std::size_t row) const { return ids_[row]; }
    /// How many rows got another id.
    [[nodiscard]] std::size_t changed() const { return changed_; }

private:
    const Dossier& dossier_;
    std::vector<std::string> ids_;
    std::unordered_set<StringId> used_;
    std::size_t last_ = 0;
    std::size_t changed_ = 0;
};

UniqueIds uniqueVertexIds(const Dossier& dossier);
UniqueIds uniqueSourceIds(const Dossier& dossier);

} // namespace entente
