#include "core/formats/pajek_times.h"

#include "core/formats/pajek.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace entente {

namespace {

constexpr std::string_view openEnd = "*";

bool isYear(std::string_view text) {
    int year = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, year);
    return read.ec == std::errc{} && read.ptr == end && year >= pajek::firstYear &&
           year <= pajek::lastYear;
}

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

} // namespace

std::optional<std::string> pajekYears(std::string_view text) {
    if (!text.starts_with('[') || !text.ends_with(']')) {
        return std::nullopt;
    }
    text = text.substr(1, text.size() - 2);
    struct Span {
        std::string_view begin;
        std::string_view end;
    };
    std::vector<Span> spans;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find_first_of(",;"), text.size());
        const std::string_view span = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        const std::size_t dash = span.find('-');
        const std::string_view begin = trimmed(span.substr(0, dash));
        const std::string_view end =
            dash == std::string_view::npos ? begin : trimmed(span.substr(dash + 1));
        if (!isYear(begin) || (end != openEnd && !isYear(end))) {
            return std::nullopt;
        }
        spans.push_back({begin, end});
    }
    if (spans.empty()) {
        return std::nullopt;
    }
    if (spans.size() == 1) {
        const auto& [begin, end] = spans.front();
        return begin == end ? std::string(begin)
                            : fmt::format("{}/{}", begin, end == openEnd ? ".." : end);
    }
    std::string set;
    for (const auto& [begin, end] : spans) {
        set += fmt::format("{}[{}, {}]", set.empty() ? "<" : "; ", begin,
                           end == openEnd ? "Infinity" : end);
    }
    return set + ">";
}

std::string pajekTimes(const Period& period) {
    const auto year = [](const Endpoint& end) {
        const bool fits = end.kind == Endpoint::Kind::Known && end.date.year >= pajek::firstYear &&
                          end.date.year <= pajek::lastYear;
        return fits ? fmt::format("{}", end.date.year) : std::string();
    };
    const std::string begin = year(period.begin);
    if (begin.empty()) {
        return {};
    }
    if (period.end.kind == Endpoint::Kind::Absent) {
        return fmt::format("[{}]", begin);
    }
    const std::string end =
        period.end.kind == Endpoint::Kind::Open ? std::string(openEnd) : year(period.end);
    return end.empty() ? std::string() : fmt::format("[{}-{}]", begin, end);
}

} // namespace entente
