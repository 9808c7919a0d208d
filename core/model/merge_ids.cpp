#include "core/model/merge_ids.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

void MergeIds::take(StringId id) {
    if (taken_.size() <= index(id)) {
        taken_.resize(std::max<std::size_t>(index(id) + 1, dossier_.strings().size()));
    }
    taken_[index(id)] = true;
}

StringId MergeIds::unique(StringId id, std::size_t& renamed) {
    StringId free = id;
    if (taken(id)) {
        ++renamed;
        // By id, so that a thousand of the same name do not each count from 2.
        std::size_t& number = numbers_.try_emplace(index(id), 1).first->second;
        do {
            free = dossier_.intern(fmt::format("{}-{}", dossier_.text(id), ++number));
        } while (taken(free));
    }
    take(free);
    return free;
}

} // namespace entente
