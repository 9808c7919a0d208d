#pragma once

#include "core/model/dossier.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace entente {

/// Ids of a dossier that are taken, and free ones in their place.
class MergeIds {
public:
    explicit MergeIds(Dossier& dossier) : dossier_(dossier) {}

    void take(StringId id);
    /// The id, or the first of "id-2", "id-3", … that is free, which is counted as renamed; takes
    /// it.
    StringId unique(StringId id, std::size_t& renamed);

private:
    [[nodiscard]] bool taken(StringId id) const {
        return index(id) < taken_.size() && taken_[index(id)];
    }

    Dossier& dossier_;
    std::vector<bool> taken_;
    std::unordered_map<std::uint32_t, std::size_t> numbers_;
};

} // namespace entente
