#include "core/formats/delimited.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t';
}
bool isLineEnd(char c) {
    return c == '\n' || c == '\r';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

} // namespace

void DelimitedText::skipLineEnd() {
    if (at_ < text_.size()) {
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') {
            ++at_;
        }
        ++at_;
        ++nextLine_;
    }
}

void DelimitedText::skipBlanks() {
    while (at_ < text_.size() && text_[at_] == ' ') {
        ++at_;
    }
}

bool DelimitedText::endsField(std::size_t at) const {
    while (at < text_.size() && text_[at] == ' ' && separator_ != ' ') {
        ++at;
    }
    return at >= text_.size() || text_[at] == separator_ || isLineEnd(text_[at]);
}

void DelimitedText::keepUnescaped(std::string_view inside, std::string_view after) {
    std::string& text = unescaped_.emplace_back();
    text.reserve(inside.size() + after.size());
    for (std::size_t i = 0; i < inside.size(); ++i) {
        text += inside[i];
        i += inside[i] == '"' ? 1 : 0;
    }
    text += after;
    fields_.push_back(text);
}

void DelimitedText::readQuoted() {
    const std::size_t begin = at_ + 1;
    std::size_t lines = 0;
    bool doubled = false;
    std::size_t end = begin;
    for (; end < text_.size(); ++end) {
        const char c = text_[end];
        if (c == '"') {
            if (end + 1 >= text_.size() || text_[end + 1] != '"') {
                break;
            }
            doubled = true;
            ++end;
        } else if (c == '\n' ||
                   (c == '\r' && (end + 1 == text_.size() || text_[end + 1] != '\n'))) {
            ++lines;
        }
    }
    // A mark on a later line after which the field goes on is the opening one of another field.
    if (end >= text_.size() || (lines > 0 && !endsField(end + 1))) {
        unclosedQuoteLine_ = nextLine_;
        at_ = std::min(text_.find_first_of("\r\n", begin), text_.size());
        fields_.push_back(trimmed(text_.substr(begin, at_ - begin)));
        return;
    }
    nextLine_ += origin_ == TextOrigin::File ? lines : 0;
    const std::string_view inside = text_.substr(begin, end - begin);
    at_ = end + 1;
    while (at_ < text_.size() && text_[at_] != separator_ && !isLineEnd(text_[at_])) {
        ++at_;
    }
    std::string_view after = text_.substr(end + 1, at_ - end - 1);
    while (!after.empty() && isBlank(after.back())) {
        after.remove_suffix(1);
    }
    if (doubled || !after.empty()) {
        keepUnescaped(inside, after);
    } else {
        fields_.push_back(inside);
    }
}

void DelimitedText::readPlain() {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] != separator_ && !isLineEnd(text_[end])) {
        ++end;
    }
    fields_.push_back(trimmed(text_.substr(at_, end - at_)));
    at_ = end;
}

void DelimitedText::readRow() {
    fields_.clear();
    if (!unescaped_.empty()) {
        unescaped_.clear();
    }
    unclosedQuoteLine_ = 0;
    line_ = nextLine_;
    for (;;) {
        skipBlanks();
        if (separator_ == ' ' && !fields_.empty() &&
            (at_ >= text_.size() || isLineEnd(text_[at_]))) {
            break;
        }
        if (at_ < text_.size() && text_[at_] == '"') {
            readQuoted();
        } else {
            readPlain();
        }
        if (at_ >= text_.size() || text_[at_] != separator_) {
            break;
        }
        ++at_;
    }
    skipLineEnd();
}

bool DelimitedText::next() {
    while (at_ < text_.size()) {
        readRow();
        if (std::ranges::any_of(fields_, [](std::string_view field) { return !field.empty(); })) {
            return true;
        }
    }
    return false;
}

double DelimitedText::fraction() const {
    return text_.empty() ? 1 : static_cast<double>(at_) / static_cast<double>(text_.size());
}

std::vector<char> likelySeparators(std::string_view text) {
    constexpr std::size_t sampleSize = 65536;
    constexpr std::size_t mostRows = 30;
    const std::string_view sample = text.substr(0, sampleSize);
    std::vector<std::pair<double, char>> candidates;
    for (const char separator : std::array{',', ';', '\t', '|', ' '}) {
        DelimitedText table(sample, separator);
        const std::size_t columns = table.next() ? table.fields().size() : 0;
        std::size_t equal = 1;
        std::size_t rows = 1;
        while (rows < mostRows && table.next()) {
            if (table.atEnd() && sample.size() < text.size()) {
                break; // half a row
            }
            equal += table.fields().size() == columns ? 1 : 0;
            ++rows;
        }
        double score = 0;
        if (columns > 1) {
            // Spaces are in many texts by chance: they need a better case than the others.
            const double agreement = static_cast<double>(equal) / static_cast<double>(rows);
            score = agreement * (separator == ' ' ? 1.0 : 2.0) +
                    0.01 * static_cast<double>(std::min<std::size_t>(columns, mostRows));
        }
        candidates.emplace_back(score, separator);
    }
    std::ranges::stable_sort(candidates,
                             [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<char> separators;
    std::ranges::transform(candidates, std::back_inserter(separators),
                           [](const auto& candidate) { return candidate.second; });
    return separators;
}

} // namespace entente
