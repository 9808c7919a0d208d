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

std::vector<GexfSpan> spansIn(std::string_view set, bool timestamps) {
    std::vector<GexfSpan> spans;
    const auto bound = [](std::string_view time, std::string_view limitless) {
        const std::size_t first = time.find_first_not_of(" <[(");
        const std::size_t last = time.find_last_not_of(" ])>");
        const bool none = first == std::string_view::npos || last == std::string_view::npos;
        const std::string_view text =
            none ? std::string_view{} : time.substr(first, last + 1 - first);
        return std::string(text == limitless ? std::string_view{} : text);
    };
    while (!set.empty()) {
        std::string_view part = set.substr(0, set.find(';'));
        set.remove_prefix(std::min(part.size() + 1, set.size()));
        const auto commas = std::ranges::count(part, ',');
        if (bound(part, {}).empty()) {
            continue;
        }
        if (commas == 1 && !timestamps) {
            const std::size_t comma = part.find(',');
            spans.push_back({bound(part.substr(0, comma), noBegin),
                             bound(part.substr(comma + 1), noEnd),
                             part.find('(') != std::string_view::npos,
                             part.find(')') != std::string_view::npos});
            continue;
        }
        while (!part.empty()) {
            const std::string_view moment = part.substr(0, part.find(','));
            part.remove_prefix(std::min(moment.size() + 1, part.size()));
            if (std::string time = bound(moment, {}); !time.empty()) {
                spans.push_back({time, time});
            }
        }
    }
    return spans;
}

std::optional<std::vector<GexfSpan>> parseSpans(std::string_view text) {
    std::vector<GexfSpan> spans = spansIn(text, text.find(';') == std::string_view::npos);
    return timeSetOf(spans) == text ? std::optional(std::move(spans)) : std::nullopt;
}

std::optional<std::vector<GexfDynamicValue>> parseDynamicText(std::string_view text) {
    return DynamicParser(text).parse();
}

} // namespace entente
