#include "core/model/period.h"

#include <algorithm>

namespace entente {

namespace {

std::optional<Endpoint> parseEndpoint(std::string_view text) {
    if (text.empty()) {
        return Endpoint{Endpoint::Kind::Unknown, {}};
    }
    if (text == "..") {
        return Endpoint{Endpoint::Kind::Open, {}};
    }
    const std::optional<Date> date = parseDate(text);
    if (!date) {
        return std::nullopt;
    }
    return Endpoint{Endpoint::Kind::Known, *date};
}

std::string endpointText(const Endpoint& endpoint) {
    switch (endpoint.kind) {
    case Endpoint::Kind::Known:
        return toEdtf(endpoint.date);
    case Endpoint::Kind::Open:
        return "..";
    case Endpoint::Kind::Unknown:
    case Endpoint::Kind::Absent:
        break;
    }
    return {};
}

} // namespace

bool Period::empty() const {
    return begin.kind == Endpoint::Kind::Absent && end.kind == Endpoint::Kind::Absent;
}

bool Period::single() const {
    return begin.kind == Endpoint::Kind::Known && end.kind == Endpoint::Kind::Absent;
}

DaySpan Period::span() const {
    if (single()) {
        return begin.date.span();
    }
    DaySpan span;
    if (begin.kind == Endpoint::Kind::Known) {
        span.first = begin.date.span().first;
    }
    if (end.kind == Endpoint::Kind::Known) {
        span.last = end.date.span().last;
    }
    return span;
}

Period Period::at(const Date& date) { return {{Endpoint::Kind::Known, date}, {}}; }

Period Period::between(const Date& begin, const Date& end) {
    return {{Endpoint::Kind::Known, begin}, {Endpoint::Kind::Known, end}};
}

Period Period::since(const Date& begin) {
    return {{Endpoint::Kind::Known, begin}, {Endpoint::Kind::Open, {}}};
}

void extend(DaySpan& days, const Period& period) {
    for (const Endpoint& end : {period.begin, period.end}) {
        if (end.kind == Endpoint::Kind::Known) {
            const DaySpan span = end.date.span();
            days.first = std::min(days.first, span.first);
            days.last = std::max(days.last, span.last);
        }
    }
}

std::optional<Period> parsePeriod(std::string_view text) {
    if (text.empty()) {
        return Period{};
    }
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        const std::optional<Date> date = parseDate(text);
        return date ? std::optional(Period::at(*date)) : std::nullopt;
    }
    const std::optional<Endpoint> begin = parseEndpoint(text.substr(0, slash));
    const std::optional<Endpoint> end = parseEndpoint(text.substr(slash + 1));
    if (!begin || !end) {
        return std::nullopt;
    }
    return Period{*begin, *end};
}

std::string toEdtf(const Period& period) {
    if (period.empty()) {
        return {};
    }
    if (period.single()) {
        return toEdtf(period.begin.date);
    }
    std::string text = endpointText(period.begin);
    text += '/';
    text += endpointText(period.end);
    return text;
}

} // namespace entente
