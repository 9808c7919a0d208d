#include "core/formats/time_set.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace entente {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

bool isInfinite(std::string_view text) {
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        text.remove_prefix(1);
    }
    return text == "Infinity" || text == "INF" || text == "inf" || text == "infinity";
}

std::optional<Endpoint> parseBound(std::string_view text) {
    text = trimmed(text);
    if (isInfinite(text)) {
        return Endpoint{Endpoint::Kind::Open, {}};
    }
    const std::optional<Date> date = parseTableDate(text);
    return date ? std::optional(Endpoint{Endpoint::Kind::Known, *date}) : std::nullopt;
}

} // namespace

std::optional<Date> parseTableDate(std::string_view text) {
    text = trimmed(text);
    if (const std::optional<Date> date = parseDate(text)) {
        return date;
    }
    // 2016-02-03T10:00:00Z, 2016-02-03 10:00
    constexpr std::size_t dayLength = 10;
    if (text.size() > dayLength && (text[dayLength] == 'T' || text[dayLength] == ' ')) {
        return parseDate(text.substr(0, dayLength));
    }
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number) ||
        std::abs(number) > 99999) {
        return std::nullopt;
    }
    Date date;
    date.year = static_cast<std::int32_t>(std::floor(number));
    return date;
}

std::optional<std::vector<Period>> parseTimeSet(std::string_view text) {
    text = trimmed(text);
    std::vector<Period> periods;
    if (text.empty()) {
        return periods;
    }
    if (text.front() != '<' && text.front() != '[' && text.front() != '(') {
        if (const std::optional<Period> period = parsePeriod(text)) {
            return std::vector{*period};
        }
        const std::optional<Date> date = parseTableDate(text);
        return date ? std::optional(std::vector{Period::at(*date)}) : std::nullopt;
    }
    if (text.front() == '<') {
        text.remove_prefix(1);
        if (text.ends_with('>')) {
            text.remove_suffix(1);
        }
    }
    while (!trimmed(text).empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        std::string_view part = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (part.empty()) {
            continue;
        }
        if (part.front() == '[' || part.front() == '(' || part.front() == ']') {
            part.remove_prefix(1);
        }
        if (!part.empty() && (part.back() == ']' || part.back() == ')' || part.back() == '[')) {
            part.remove_suffix(1);
        }
        const std::size_t comma = part.find(',');
        const std::optional<Endpoint> begin = parseBound(part.substr(0, comma));
        if (!begin) {
            return std::nullopt;
        }
        if (comma == std::string_view::npos) {
            periods.push_back({*begin, {}});
            continue;
        }
        const std::string_view rest = part.substr(comma + 1);
        const std::optional<Endpoint> last = parseBound(rest.substr(0, rest.find(',')));
        if (!last) {
            return std::nullopt;
        }
        periods.push_back({*begin, *last});
    }
    return periods;
}

} // namespace entente
