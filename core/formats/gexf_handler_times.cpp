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
    periods_.clear();
    if (element.spells.empty()) {
        std::swap(element.spells, element.own);
    }
    if (element.spells.empty()) {
        return;
    }
    GraphColumns& known = rows_.columns(element.kind);
    std::string text = timeSetOf(element.spells);
    if (!parseTimeSet(text, periods_)) {
        periods_.clear();
        rows_.set(known.place("time"), text);
        rows_.say(Severity::Repaired, "time",
                  fmt::format("{} holds a time that is no date; it was kept as the attribute "
                              "“time”.",
                              quotedField(text)));
        return;
    }
    const bool moments =
        element.spells.size() > 1 && std::ranges::all_of(element.spells, &GexfSpan::single);
    if (moments) {
        ++moments_;
        rows_.set(known.place("timestamps"), text);
        text = fmt::format("<[{}, {}]>", element.spells.front().begin, element.spells.back().begin);
        periods_.assign(1, periodOf(periods_));
    }
    rows_.set(known.place("timeset"), text);
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
