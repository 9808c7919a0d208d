#pragma once

#include "core/formats/xml_stream.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A stretch of time as GEXF writes it: two bounds, or one moment.
struct GexfSpan {
    std::string begin; ///< empty: without limit
    std::string end;
    bool beginExcluded = false;
    bool endExcluded = false;

    [[nodiscard]] bool empty() const { return begin.empty() && end.empty(); }
    /// One moment rather than a stretch.
    [[nodiscard]] bool single() const {
        return !begin.empty() && begin == end && !beginExcluded && !endExcluded;
    }
};

/// The span that an element's attributes say (`start`, `end`, `startopen`, `endopen`,
/// `timestamp`); an empty one where they say none.
GexfSpan gexfSpan(const XmlAttributes& attributes);

/// The spans as Gephi's time set: `<[2001, 2005); [2007]>`; several moments alone are
/// `<[2001, 2004]>`.
std::string timeSetOf(std::span<const GexfSpan> spans);

/// The spans that a set of intervals lists, with or without angle brackets around it; of one of
/// timestamps (or where a bracket holds more than two times), each as a moment.
std::vector<GexfSpan> spansIn(std::string_view set, bool timestamps);

/// The inverse of `timeSetOf`; nothing where the text is not just what that gives.
std::optional<std::vector<GexfSpan>> parseSpans(std::string_view text);

/// A value of an attribute that changes in time.
struct GexfDynamicValue {
    GexfSpan span;
    std::string value;
};

/// The values as Gephi writes them: `<[2001, 2002, 3.5]; [2004, "a; b"]>`.
std::string dynamicText(std::span<const GexfDynamicValue> values);

/// The inverse of `dynamicText`; nothing where the text is none.
std::optional<std::vector<GexfDynamicValue>> parseDynamicText(std::string_view text);

/// What follows the name of an attribute in the name of the one that keeps all its values.
inline constexpr std::string_view overTime = " over time";

} // namespace entente
