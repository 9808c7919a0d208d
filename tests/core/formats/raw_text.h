#pragma once

#include "core/formats/raw_table.h"

#include <memory>
#include <string>
#include <utility>

namespace entente {

/// The text as the table that a mapping is made for.
inline std::shared_ptr<const RawTable> raw(const std::string& text) {
    ImportReport report;
    return std::make_shared<const RawTable>(
        std::move(rawTables({"table.csv", text}, {}, report, {}).front()));
}

} // namespace entente
