#include "core/formats/delimited.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace entente {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t';
}
bool isLineEnd(char c) {
    return c == '\n' || c == '\r';
}

std::string_view trimmed(std::string_view text) {
    if (text.empty() || (!isBlank(text.front()) && !isBlank(text.back()))) {
        return text;
    }
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

/// A word with the highest bit of each byte set that is zero in `word`, of those before the first
/// zero no other one.
std::uint64_t zeroBytes(std::uint64_t word) {
    return (word - 0x0101010101010101ULL) & ~word & 0x8080808080808080ULL;
}

std::uint64_t eightTimes(char c) {
    return 0x0101010101010101ULL * static_cast<unsigned char>(c);
}

/// The first separator or line end from `at` on, or `end`.
const char* fieldEnd(const char* at, const char* end, char separator) {
    if constexpr (std::endian::native == std::endian::little) {
        const std::uint64_t separators = eightTimes(separator);
        const std::uint64_t feeds = eightTimes('\n');
        const std::uint64_t returns = eightTimes('\r');
        for (; end - at >= 8; at += 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, at, sizeof word);
            const std::uint64_t found =
                zeroBytes(word ^ separators) | zeroBytes(word ^ feeds) | zeroBytes(word ^ returns);
            if (found != 0) {
                return at + std::countr_zero(found) / 8;
            }
        }
    }
    while (at != end && *at != separator && !isLineEnd(*at)) {
        ++at;
    }
    return at;
}

} // namespace

void DelimitedRows::addLines(std::size_t before) {
    for (Place& place : places_) {
        place.line += static_cast<std::uint32_t>(before);
        place.unclosedQuoteLine +=
            place.unclosedQuoteLine == 0 ? 0U : static_cast<std::uint32_t>(before);
    }
}

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
    const char* const begin = text_.data() + at_;
    const char* const end = fieldEnd(begin, text_.data() + text_.size(), separator_);
    const auto length = static_cast<std::size_t>(end - begin);
    fields_.push_back(trimmed({begin, length}));
    at_ += length;
}

void DelimitedText::readRow() {
    unclosedQuoteLine_ = 0;
    line_ = nextLine_;
    for (;;) {
        skipBlanks();
        if (separator_ == ' ' && fields_.size() > firstField_ &&
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

bool DelimitedText::isBlankRow() const {
    return std::all_of(fields_.begin() + static_cast<std::ptrdiff_t>(firstField_), fields_.end(),
                       [](std::string_view field) { return field.empty(); });
}

bool DelimitedText::next() {
    while (at_ < end_) {
        fields_.clear();
        if (!unescaped_.empty()) {
            unescaped_.clear();
        }
        readRow();
        if (!isBlankRow()) {
            return true;
        }
    }
    return false;
}

void DelimitedText::rest(DelimitedRows& rows) {
    rows.origin_ = origin_;
    rows.places_.clear();
    rows.unescaped_.clear();
    fields_ = std::move(rows.fields_);
    fields_.clear();
    unescaped_.clear();
    while (at_ < end_) {
        firstField_ = fields_.size();
        readRow();
        if (isBlankRow()) {
            fields_.resize(firstField_);
        } else {
            rows.places_.push_back({static_cast<std::uint32_t>(firstField_),
                                    static_cast<std::uint32_t>(line_),
                                    static_cast<std::uint32_t>(unclosedQuoteLine_)});
        }
    }
    firstField_ = 0;
    rows.fields_ = std::move(fields_);
    rows.unescaped_.swap(unescaped_);
    fields_.clear();
}

DelimitedText DelimitedText::part(std::size_t begin, std::size_t end) const {
    DelimitedText part(text_, separator_, origin_);
    part.at_ = begin;
    part.end_ = std::min(end, end_);
    return part;
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
