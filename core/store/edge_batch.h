#pragma once

#include "core/model/element.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Edges on their way from the thread that reads them to the one that puts them into the dossier,
/// which alone may touch its strings.
struct EdgeBatch {
    struct Row {
        Edge edge;                ///< without its texts
        std::int64_t key = 0;     ///< in the file
        std::uint32_t values = 0; ///< of attributes
    };

    void clear() {
        rows.clear();
        attributes.clear();
        sizes.clear();
        text.clear();
    }

    void addText(std::string_view added) {
        sizes.push_back(added.size());
        text += added;
    }

    std::vector<Row> rows;
    std::vector<std::size_t> attributes; ///< the place of each value's attribute
    std::vector<std::size_t> sizes;      ///< of the texts of each row: id, type, note, values
    std::string text;                    ///< all of them, one after another
};

} // namespace entente
