#include "core/formats/gexf_handler.h"
#include "core/formats/table.h"
#include "core/formats/time_set.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

/// Whether a time is a number that is no year of which records tell.
bool isOddYear(std::string_view text) {
    constexpr double first = 500;
    constexpr double last = 2200;
    bool comma = false;
    const std::optional<double> number = parseTableNumber(text, comma);
    return number && (*number < first || *number > last);
}

} // namespace

void GexfHandler::endTimes(Element& element) {
    if (element.spells.empty() && !element.own.empty()) {
        element.spells.push_back(std::move(element.own));
    }
    if (element.spells.empty() && element.timeSet.empty()) {
        return;
    }
    GraphColumns& known = rows_.columns(element.kind);
    const std::string text = element.spells.empty() ? element.timeSet : timeSetOf(element.spells);
    std::vector<Period> periods;
    if (!parseTimeSet(text, periods)) {
        rows_.set(known.place("time"), text);
        rows_.say(Severity::Repaired, "time",
                  fmt::format("{} holds a time that is no date; it was kept as the attribute "
                              "“time”.",
                              quotedField(text)));
        return;
    }
    rows_.set(known.place("timeset"), text);
    const bool moments =
        element.spells.size() > 1 && std::ranges::all_of(element.spells, &GexfSpan::single);
    if (moments) {
        ++moments_;
        rows_.set(known.place("timestamps"), text);
    }
    oddYears_ += numericTimes_ && std::ranges::any_of(element.spells,
                                                      [](const GexfSpan& span) {
                                                          return isOddYear(span.begin) ||
                                                                 isOddYear(span.end);
                                                      })
                     ? 1
                     : 0;
}

void GexfHandler::endDynamic(Element& element) {
    std::vector<GexfDynamicValue> values;
    while (!element.dynamic.empty()) {
        const GexfAttribute* const attribute = element.dynamic.front().first;
        values.clear();
        std::erase_if(element.dynamic, [&](auto& entry) {
            if (entry.first != attribute) {
                return false;
            }
            values.push_back(std::move(entry.second));
            return true;
        });
        attributes_.setDynamic(*attribute, values);
    }
}

} // namespace entente
