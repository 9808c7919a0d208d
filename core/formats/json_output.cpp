#include "core/formats/json_output.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace entente {

namespace {

constexpr std::string_view replacementCharacter = "\xEF\xBF\xBD";

/// Length of the UTF-8 sequence that `text` begins with; 0 where it is none (RFC 3629).
std::size_t sequenceLength(std::string_view text) {
    const auto byte = [text](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(0);
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return continues(1) ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = lead == 0xED && byte(1) > 0x9F;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool overlong = lead == 0xF0 && byte(1) < 0x90;
        const bool tooLarge = lead == 0xF4 && byte(1) > 0x8F;
        return continues(1) && continues(2) && continues(3) && !overlong && !tooLarge ? 4 : 0;
    }
    return 0;
}

} // namespace

void JsonOutput::newLine() {
    out_ += '\n';
    out_.append(2 * depth_, ' ');
}

void JsonOutput::next(std::string_view key) {
    if (!first_) {
        out_ += ',';
    }
    first_ = false;
    if (depth_ > 0) {
        newLine();
    }
    if (!key.empty()) {
        quoted(key);
        out_ += ": ";
    }
}

void JsonOutput::beginObject(std::string_view key) {
    next(key);
    out_ += '{';
    ++depth_;
    first_ = true;
}

void JsonOutput::beginList(std::string_view key) {
    next(key);
    out_ += '[';
    ++depth_;
    first_ = true;
}

void JsonOutput::close(char bracket) {
    --depth_;
    if (!first_) {
        newLine();
    }
    out_ += bracket;
    first_ = false;
}

void JsonOutput::text(std::string_view key, std::string_view value) {
    next(key);
    quoted(value);
}

void JsonOutput::number(std::string_view key, double value) {
    next(key);
    fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonOutput::number(std::string_view key, float value) {
    next(key);
    fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonOutput::boolean(std::string_view key, bool value) {
    next(key);
    out_ += value ? "true" : "false";
}

void JsonOutput::item(std::string_view value) {
    next({});
    quoted(value);
}

std::string JsonOutput::take() {
    out_ += '\n';
    return std::exchange(out_, {});
}

void JsonOutput::quoted(std::string_view value) {
    out_ += '"';
    for (std::size_t i = 0; i < value.size();) {
        const char c = value[i];
        const std::size_t length = sequenceLength(value.substr(i));
        if (length == 0 || c == '\0') {
            out_ += replacementCharacter;
            ++i;
            continue;
        }
        switch (c) {
        case '"':
            out_ += "\\\"";
            break;
        case '\\':
            out_ += "\\\\";
            break;
        case '\b':
            out_ += "\\b";
            break;
        case '\f':
            out_ += "\\f";
            break;
        case '\n':
            out_ += "\\n";
            break;
        case '\r':
            out_ += "\\r";
            break;
        case '\t':
            out_ += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                fmt::format_to(std::back_inserter(out_), "\\u{:04x}", static_cast<unsigned>(c));
            } else {
                out_.append(value, i, length);
            }
        }
        i += length;
    }
    out_ += '"';
}

} // namespace entente
