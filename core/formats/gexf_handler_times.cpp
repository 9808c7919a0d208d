#include "core/formats/gexf_handler.h"
#include "core/formats/gexf_shares.h"
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

std::pair<GexfAttribute*, std::vector<GexfDynamicValue>>
GexfHandler::takeDynamic(Dynamic& dynamic) {
    GexfAttribute* const attribute = dynamic.front().first;
    std::vector<GexfDynamicValue> values;
    std::erase_if(dynamic, [&](auto& entry) {
        if (entry.first != attribute) {
            return false;
        }
        values.push_back(std::move(entry.second));
        return true;
    });
    return {attribute, std::move(values)};
}

void GexfHandler::endDynamic(Element& element) {
    while (!element.dynamic.empty()) {
        const auto [attribute, values] = takeDynamic(element.dynamic);
        attributes_.setDynamic(*attribute, values);
    }
}

bool GexfHandler::splitEdge(Element& element) {
    // More are no history of an edge, and each of its rows might hold all of the values.
    constexpr std::size_t mostPeriods = 1000;
    constexpr std::size_t mostPairs = 1'000'000;
    constexpr std::size_t mostTimesHeld = 8;
    const std::size_t all = element.dynamic.size();
    if (periods_.size() > mostPeriods || all * periods_.size() > mostPairs) {
        return false;
    }
    struct Changing {
        GexfAttribute* attribute;
        std::string own; ///< that the edge has at no time in particular
        GexfShares values;
    };
    std::vector<Changing> changing;
    std::size_t held = 0;
    Dynamic rest = element.dynamic;
    while (!rest.empty()) {
        const auto [attribute, values] = takeDynamic(rest);
        changing.push_back(
            {attribute, std::string(rows_.get(attribute->column)), sharesOf(values, periods_)});
        const GexfShares& shares = changing.back().values;
        held += shares.others.size() * periods_.size();
        for (const std::vector<GexfDynamicValue>& share : shares.shares) {
            held += share.size();
        }
    }
    if (held > mostTimesHeld * (all + periods_.size())) {
        return false;
    }
    element.dynamic.clear();
    for (const Changing& each : changing) {
        timeless_ += each.values.others.size();
    }
    ++split_;
    rowsOfSplit_ += periods_.size();
    const std::size_t timeSet = rows_.columns(RowKind::Edge).place("timeset");
    for (std::size_t i = 0; i < periods_.size(); ++i) {
        if (i > 0) {
            rows_.handOver();
            if (!element.id.empty()) {
                rows_.set(idEdge_, fmt::format("{} ({})", element.id, i + 1));
            }
        }
        rows_.set(timeSet, timeSetOf(std::span(element.spells).subspan(i, 1)));
        for (const auto& [attribute, own, values] : changing) {
            attributes_.setShare(*attribute, values.shares[i], values.others, own);
        }
        attributes_.complete(RowKind::Edge);
    }
    return true;
}

} // namespace entente
