#pragma once

#include "core/formats/gexf_fields.h"

#include <map>
#include <string>
#include <string_view>

namespace entente {

/// Periods as GEXF's spans; each different one is worked out once.
class GexfPeriods {
public:
    struct Written {
        GexfSpan span;     ///< may be empty
        bool exact = true; ///< the span reads back as the same period
    };

    explicit GexfPeriods(GexfTimeFormat format) : format_(format) {}

    /// How the period, given in EDTF, is written. O(log of different periods).
    const Written& of(std::string_view edtf);

private:
    GexfTimeFormat format_;
    std::map<std::string, Written, std::less<>> known_;
};

} // namespace entente
