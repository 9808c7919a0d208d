#include "core/formats/pajek_times.h"

#include "core/formats/pajek.h"
#include "core/formats/time_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace entente {

namespace {

/// What stands for a begin or end that is none.
constexpr std::string_view open = "*";

bool isTime(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool isYear(std::string_view text) {
    int year = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, year);
    return isTime(text) && read.ec == std::errc{} && read.ptr == end && year >= pajek::firstYear &&
           year <= pajek::lastYear;
}

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

struct Span {
    std::string_view begin;
    std::string_view end;
};

/// The spans between brackets, each with an end that is known; nothing where that is not so of all.
std::vector<Span> spansOf(std::string_view text) {
    if (text.size() < 2 || !text.starts_with('[') || !text.ends_with(']')) {
        return {};
    }
    text = text.substr(1, text.size() - 2);
    std::vector<Span> spans;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find_first_of(",;"), text.size());
        const std::string_view span = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        const std::size_t dash = span.find('-');
        const std::string_view begin = trimmed(span.substr(0, dash));
        const std::string_view end =
            dash == std::string_view::npos ? begin : trimmed(span.substr(dash + 1));
        const bool beginKnown = isTime(begin);
        const bool endKnown = isTime(end);
        if ((!beginKnown && begin != open) || (!endKnown && end != open) ||
            (!beginKnown && !endKnown)) {
            return {};
        }
        spans.push_back({begin, end});
    }
    return spans;
}

} // namespace

bool isPajekTimes(std::string_view text) {
    return !spansOf(text).empty();
}

std::optional<std::string> pajekYears(std::string_view text) {
    const std::vector<Span> spans = spansOf(text);
    const bool years = std::ranges::all_of(spans, [](const Span& span) {
        return (span.begin == open || isYear(span.begin)) && (span.end == open || isYear(span.end));
    });
    if (spans.empty() || !years) {
        return std::nullopt;
    }
    if (spans.size() == 1) {
        const auto& [begin, end] = spans.front();
        return begin == end
                   ? std::string(begin)
                   : fmt::format("{}/{}", begin == open ? ".." : begin, end == open ? ".." : end);
    }
    std::string set;
    for (const auto& [begin, end] : spans) {
        set += fmt::format("{}[{}, {}]", set.empty() ? "<" : "; ",
                           begin == open ? "-Infinity" : begin, end == open ? "Infinity" : end);
    }
    return set + ">";
}

std::string pajekTimes(const Period& period) {
    const auto year = [](const Endpoint& end) {
        if (end.kind == Endpoint::Kind::Open) {
            return std::string(open);
        }
        const bool fits = end.kind == Endpoint::Kind::Known && end.date.year >= pajek::firstYear &&
                          end.date.year <= pajek::lastYear;
        return fits ? fmt::format("{}", end.date.year) : std::string();
    };
    const std::string begin = year(period.begin);
    if (period.end.kind == Endpoint::Kind::Absent) {
        return begin.empty() || begin == open ? std::string() : fmt::format("[{}]", begin);
    }
    const std::string end = year(period.end);
    const bool known = !begin.empty() && !end.empty() && (begin != open || end != open);
    return !known         ? std::string()
           : begin == end ? fmt::format("[{}]", begin)
                          : fmt::format("[{}-{}]", begin, end);
}

std::string pajekTimes(std::string_view timeSet) {
    std::vector<Period> periods;
    if (!parseTimeSet(timeSet, periods)) {
        return {};
    }
    std::string all;
    for (const Period& period : periods) {
        const std::string times = pajekTimes(period);
        if (times.empty()) {
            return {};
        }
        all = joinedPajekTimes(all, times);
    }
    return all;
}

std::string joinedPajekTimes(std::string_view first, std::string_view second) {
    return first.empty()
               ? std::string(second)
               : fmt::format("{},{}", first.substr(0, first.size() - 1), second.substr(1));
}

} // namespace entente
