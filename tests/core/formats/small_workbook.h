#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace entente {

/// Makes Excel workbooks from the XML of their rows.
struct SmallWorkbook {
    struct Sheet {
        std::string name;
        std::string rows;
        bool hidden = false;
        std::string after; ///< behind the rows
    };

    std::vector<std::string> strings; ///< shared ones
    std::vector<std::pair<unsigned, std::string>>
        formats; ///< of styles: number and, of its own, code
    std::vector<Sheet> sheets;
    bool from1904 = false;
    std::string doctype;            ///< of the sheets
    std::string leftOut;            ///< a part that is missing
    std::uint32_t declaredSize = 0; ///< of the first sheet, where it is not the true one

    void sheet(std::string name, std::string rows, bool hidden = false, std::string after = {}) {
        sheets.push_back({std::move(name), std::move(rows), hidden, std::move(after)});
    }

    /// The archive, its parts not compressed.
    [[nodiscard]] std::string bytes() const;
};

} // namespace entente
