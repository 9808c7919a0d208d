#pragma once

#include "core/formats/gexf_fields.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace entente {

/// Periods as GEXF's spans; each different one is worked out once.
class GexfPeriods {
public:
    struct Written {
        GexfSpan span;     ///< may be empty
        bool exact = true; ///< the span reads back as the same period
    };

    explicit GexfPeriods(GexfTimeFormat format) : format_(format) {}

    /// How the period, given in EDTF, is written. O(length).
    const Written& of(std::string_view edtf);

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    GexfTimeFormat format_;
    std::unordered_map<std::string, Written, Hash, std::equal_to<>> known_;
};

} // namespace entente
