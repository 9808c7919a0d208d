#include "core/formats/delimited.h"

#include <algorithm>
#include <array>

namespace entente {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
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

std::string_view DelimitedText::readQuoted() {
    const std::size_t begin = ++at_;
    std::size_t doubled = 0;
    std::size_t lines = 0;
    std::size_t end = begin;
    for (;; ++end) {
        if (end == text_.size()) {
            // Without its closing mark the rest of the file would be one field: it ends here with
            // the line instead.
            quoteUnclosed_ = true;
            at_ = std::min(text_.find_first_of("\r\n", begin), text_.size());
            return text_.substr(begin, at_ - begin);
        }
        const char c = text_[end];
        if (c == '"') {
            if (end + 1 < text_.size() && text_[end + 1] == '"') {
                ++doubled;
                ++end;
                continue;
            }
            break;
        }
        lines += c == '\n' || (c == '\r' && (end + 1 == text_.size() || text_[end + 1] != '\n'))
                     ? 1
                     : 0;
    }
    nextLine_ += lines;
    at_ = end + 1;
    const std::string_view inside = text_.substr(begin, end - begin);
    if (doubled == 0) {
        return inside;
    }
    std::string& text = unescaped_.emplace_back();
    text.reserve(inside.size() - doubled);
    for (std::size_t i = 0; i < inside.size(); ++i) {
        text += inside[i];
        i += inside[i] == '"' ? 1 : 0;
    }
    return text;
}

void DelimitedText::readRow() {
    fields_.clear();
    unescaped_.clear();
    quoteUnclosed_ = false;
    line_ = nextLine_;
    for (;;) {
        while (at_ < text_.size() && text_[at_] == ' ') {
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '"') {
            const std::string_view inside = readQuoted();
            // What stands between the closing mark and the separator is of no use.
            at_ = std::min(text_.find_first_of(std::string_view("\r\n") , at_), text_.find(separator_, at_));
            at_ = std::min(at_, text_.size());
            fields_.push_back(inside);
        } else {
            std::size_t end = at_;
            while (end < text_.size() && text_[end] != separator_ && text_[end] != '\n' &&
                   text_[end] != '\r') {
                ++end;
            }
            fields_.push_back(trimmed(text_.substr(at_, end - at_)));
            at_ = end;
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

char guessSeparator(std::string_view text) {
    constexpr std::size_t sampleSize = 65536;
    constexpr std::size_t rows = 20;
    std::string_view sample = text.substr(0, sampleSize);
    if (sample.size() < text.size()) {
        // Not half a row at the end.
        sample = sample.substr(0, std::max(sample.find_last_of("\r\n"), std::size_t{1}));
        sample = sample.data() == nullptr ? text.substr(0, sampleSize) : sample;
    }
    char best = ',';
    double bestScore = 0;
    for (const char separator : std::array{',', ';', '\t', '|', ' '}) {
        DelimitedText table(sample, separator);
        if (!table.next()) {
            continue;
        }
        const std::size_t columns = table.fields().size();
        std::size_t equal = 1;
        std::size_t count = 1;
        while (count < rows && table.next()) {
            equal += table.fields().size() == columns ? 1 : 0;
            ++count;
        }
        const double agreement = static_cast<double>(equal) / static_cast<double>(count);
        // A space is in many texts by chance; it needs a better case than the others.
        const double score = columns < 2 ? 0
                                         : agreement * (separator == ' ' ? 1.0 : 2.0) +
                                               0.01 * static_cast<double>(std::min<std::size_t>(columns, 30));
        if (score > bestScore) {
            bestScore = score;
            best = separator;
        }
    }
    return best;
}

} // namespace entente
