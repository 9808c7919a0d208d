#include "core/formats/gexf_times.h"

#include "core/formats/declared_types.h"

#include <algorithm>

namespace entente {

namespace {

constexpr std::string_view noBegin = "-Infinity";
constexpr std::string_view noEnd = "Infinity";

void appendBounds(std::string& text, const GexfSpan& span) {
    text += span.beginExcluded ? '(' : '[';
    if (span.single()) {
        text += span.begin;
        return;
    }
    text += span.begin.empty() ? noBegin : std::string_view(span.begin);
    text += ", ";
    text += span.end.empty() ? noEnd : std::string_view(span.end);
}

void appendValue(std::string& text, std::string_view value) {
    const bool plain =
        !value.empty() && value.find_first_of(",;[]()<>\"\\ \t\r\n") == std::string_view::npos;
    if (plain) {
        text += value;
        return;
    }
    text += '"';
    for (const char c : value) {
        if (c == '"' || c == '\\') {
            text += '\\';
        }
        text += c;
    }
    text += '"';
}

bool isOpening(char c) {
    return c == '[' || c == '(';
}
bool isClosing(char c) {
    return c == ']' || c == ')';
}

/// Reads what `dynamicText` writes, from left to right.
class DynamicParser {
public:
    explicit DynamicParser(std::string_view text) : rest_(text) {}

    std::optional<std::vector<GexfDynamicValue>> parse() {
        std::vector<GexfDynamicValue> values;
        if (!take('<')) {
            return std::nullopt;
        }
        do {
            if (!value(values.emplace_back())) {
                return std::nullopt;
            }
        } while (take(';'));
        return take('>') && rest_.empty() ? std::optional(std::move(values)) : std::nullopt;
    }

private:
    bool take(char c) {
        skipBlanks();
        if (!rest_.starts_with(c)) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }

    void skipBlanks() {
        while (rest_.starts_with(' ')) {
            rest_.remove_prefix(1);
        }
    }

    bool part(std::string& text) {
        skipBlanks();
        text.clear();
        if (!rest_.starts_with('"')) {
            const std::size_t end = std::min(rest_.find_first_of(",;[]()<>\""), rest_.size());
            text = trimmedText(rest_.substr(0, end));
            rest_.remove_prefix(end);
            return !text.empty();
        }
        for (rest_.remove_prefix(1); !rest_.empty() && !rest_.starts_with('"');
             rest_.remove_prefix(1)) {
            if (rest_.starts_with('\\') && rest_.size() > 1) {
                rest_.remove_prefix(1);
            }
            text += rest_.front();
        }
        if (rest_.empty()) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }

    bool value(GexfDynamicValue& value) {
        skipBlanks();
        if (rest_.empty() || !isOpening(rest_.front())) {
            return false;
        }
        value.span.beginExcluded = rest_.front() == '(';
        rest_.remove_prefix(1);
        std::vector<std::string> parts;
        do {
            if (!part(parts.emplace_back())) {
                return false;
            }
        } while (take(','));
        skipBlanks();
        if (rest_.empty() || !isClosing(rest_.front()) || parts.size() < 2 || parts.size() > 3) {
            return false;
        }
        value.span.endExcluded = rest_.front() == ')';
        rest_.remove_prefix(1);
        value.value = parts.back();
        value.span.begin = parts.front() == noBegin ? std::string() : parts.front();
        value.span.end = parts.size() == 2   ? value.span.begin
                         : parts[1] == noEnd ? std::string()
                                             : parts[1];
        return true;
    }

    std::string_view rest_;
};

} // namespace

GexfSpan gexfSpan(const XmlAttributes& attributes) {
    GexfSpan span;
    if (const std::string_view moment = attributes["timestamp"]; !moment.empty()) {
        span.begin = moment;
        span.end = moment;
        return span;
    }
    span.begin = attributes["start"];
    span.end = attributes["end"];
    if (span.begin.empty() && attributes.has("startopen")) {
        span.begin = attributes["startopen"];
        span.beginExcluded = true;
    }
    if (span.end.empty() && attributes.has("endopen")) {
        span.end = attributes["endopen"];
        span.endExcluded = true;
    }
    return span;
}

std::string timeSetOf(std::span<const GexfSpan> spans) {
    std::string text = "<";
    if (spans.size() > 1 && std::ranges::all_of(spans, &GexfSpan::single)) {
        text += '[';
        for (const GexfSpan& span : spans) {
            text += (&span == &spans.front() ? "" : ", ") + span.begin;
        }
        return text + "]>";
    }
    for (const GexfSpan& span : spans) {
        text += &span == &spans.front() ? "" : "; ";
        appendBounds(text, span);
        text += span.endExcluded ? ')' : ']';
    }
    return text + ">";
}

std::string dynamicText(std::span<const GexfDynamicValue> values) {
    std::string text = "<";
    for (const GexfDynamicValue& value : values) {
        text += &value == &values.front() ? "" : "; ";
        appendBounds(text, value.span);
        text += ", ";
        appendValue(text, value.value);
        text += value.span.endExcluded ? ')' : ']';
    }
    return text + ">";
}

std::optional<std::vector<GexfSpan>> parseSpans(std::string_view text) {
    if (!text.starts_with('<') || !text.ends_with('>')) {
        return std::nullopt;
    }
    std::string_view rest = text.substr(1, text.size() - 2);
    std::vector<GexfSpan> spans;
    const bool moments = rest.find(';') == std::string_view::npos;
    while (!rest.empty()) {
        std::string_view part = rest.substr(0, rest.find(moments ? ',' : ';'));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        GexfSpan& span = spans.emplace_back();
        span.beginExcluded = part.find('(') != std::string_view::npos;
        span.endExcluded = part.find(')') != std::string_view::npos;
        const auto bound = [](std::string_view times) {
            const std::size_t first = times.find_first_not_of(" [(");
            const std::size_t last = times.find_last_not_of(" ])");
            return first == std::string_view::npos || last == std::string_view::npos
                       ? std::string()
                       : std::string(times.substr(first, last + 1 - first));
        };
        const std::size_t comma = part.find(',');
        span.begin = bound(part.substr(0, comma));
        span.end = comma == std::string_view::npos ? span.begin : bound(part.substr(comma + 1));
        span.begin = span.begin == noBegin ? std::string() : span.begin;
        span.end = span.end == noEnd ? std::string() : span.end;
    }
    return timeSetOf(spans) == text ? std::optional(std::move(spans)) : std::nullopt;
}

std::optional<std::vector<GexfDynamicValue>> parseDynamicText(std::string_view text) {
    return DynamicParser(text).parse();
}

} // namespace entente
