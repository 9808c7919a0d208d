#include "core/formats/follow_the_money_texts.h"

#include <algorithm>

namespace entente {

namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::size_t linesIn(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

} // namespace

FtmTexts::FtmTexts(std::string_view text) : rest_(text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return;
    }
    const std::string_view begin = trimmed(text.substr(first, text.find('\n', first) - first));
    byLine_ = begin.front() != '[' && begin != "{";
}

bool FtmTexts::next() {
    return byLine_ ? nextLine() : nextValue();
}

bool FtmTexts::nextLine() {
    while (!rest_.empty()) {
        const std::size_t end = std::min(rest_.find('\n'), rest_.size());
        text_ = trimmed(rest_.substr(0, end));
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        line_ = lineOfRest_++;
        if (!text_.empty()) {
            return true;
        }
    }
    return false;
}

bool FtmTexts::nextValue() {
    const std::size_t begin = std::min(rest_.find_first_not_of(" \t\r\n,[]"), rest_.size());
    lineOfRest_ += linesIn(rest_.substr(0, begin));
    rest_.remove_prefix(begin);
    if (rest_.empty()) {
        return false;
    }
    const std::size_t end = endOfValue();
    line_ = lineOfRest_;
    text_ = rest_.substr(0, end);
    lineOfRest_ += linesIn(text_);
    rest_.remove_prefix(end);
    text_ = trimmed(text_);
    return true;
}

std::size_t FtmTexts::endOfValue() const {
    if (rest_.front() != '{') {
        return std::min(rest_.find_first_of("\n,]"), rest_.size());
    }
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < rest_.size(); ++i) {
        const char c = rest_[i];
        if (quoted) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                quoted = false;
            }
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return i + 1;
        }
    }
    return rest_.size();
}

} // namespace entente
