#include "core/formats/attribute_titles.h"

#include <algorithm>
#include <array>
#include <utility>

namespace entente {

AttributeTitles::AttributeTitles(std::span<const columns::Names> known,
                                 std::span<const std::string_view> marked,
                                 std::vector<std::string> there)
    : known_(known), marked_(marked), there_(std::move(there)) {}

std::string_view AttributeTitles::of(const Field& field) const {
    if (!field.attribute || !field.name.starts_with(columns::attributePrefix)) {
        return field.name;
    }
    const std::string_view name =
        std::string_view(field.name).substr(columns::attributePrefix.size());
    return isClear(name) ? name : std::string_view(field.name);
}

bool AttributeTitles::isClear(std::string_view name) const {
    if (name.empty() || columns::hasPrefix(name)) {
        return false;
    }
    const std::string plain = plainColumnName(name);
    if (std::ranges::find(marked_, plain) != marked_.end()) {
        return true;
    }
    if (std::ranges::find(columns::ofCodes, plain, &columns::CodeColumn::name) !=
        columns::ofCodes.end()) {
        return false;
    }
    for (const columns::Names names : known_) {
        // Readers take the first of the names that is there: beside "label", "name" is none.
        for (const std::string_view word : names) {
            if (word == plain) {
                return false;
            }
            if (std::ranges::find(there_, word) != there_.end()) {
                break;
            }
        }
    }
    return true;
}

} // namespace entente
