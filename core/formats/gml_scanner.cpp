#include "core/formats/gml_scanner.h"

#include <algorithm>

namespace entente {

namespace {

bool isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == ',';
}

bool endsWord(char c) {
    return isBlank(c) || c == '[' || c == ']' || c == '"';
}

} // namespace

void GmlScanner::skipBlanks() {
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (c == '#') {
            at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
        } else if (!isBlank(c)) {
            break;
        } else {
            const bool endsLine =
                c == '\n' || (c == '\r' && (at_ + 1 == text_.size() || text_[at_ + 1] != '\n'));
            nextLine_ += endsLine ? 1 : 0;
            ++at_;
        }
    }
}

void GmlScanner::readText() {
    const std::size_t begin = at_ + 1;
    std::size_t end = text_.find('"', begin);
    unclosed_ = end == std::string_view::npos;
    end = std::min(end, text_.size());
    word_ = text_.substr(begin, end - begin);
    nextLine_ += static_cast<std::size_t>(std::ranges::count(word_, '\n'));
    at_ = std::min(end + 1, text_.size());
}

GmlScanner::Token GmlScanner::next() {
    skipBlanks();
    line_ = nextLine_;
    if (at_ == text_.size()) {
        return token_ = Token::End;
    }
    switch (text_[at_]) {
    case '[':
        ++at_;
        return token_ = Token::Open;
    case ']':
        ++at_;
        return token_ = Token::Close;
    case '"':
        readText();
        return token_ = Token::Text;
    default:
        break;
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && !endsWord(text_[at_])) {
        ++at_;
    }
    word_ = text_.substr(begin, at_ - begin);
    return token_ = Token::Word;
}

double GmlScanner::fraction() const {
    return text_.empty() ? 1 : static_cast<double>(at_) / static_cast<double>(text_.size());
}

} // namespace entente
