#include "core/formats/pajek_lines.h"

#include <algorithm>

namespace entente {

namespace {

constexpr std::string_view blanks = " \t\f\v";

bool isBlank(char c) {
    return blanks.find(c) != std::string_view::npos;
}

} // namespace

bool PajekLines::next() {
    while (at_ < text_.size()) {
        const std::size_t end = std::min(text_.find_first_of("\r\n", at_), text_.size());
        line_ = text_.substr(at_, end - at_);
        ++number_;
        at_ = end + 1;
        if (end < text_.size() && text_[end] == '\r' && at_ < text_.size() && text_[at_] == '\n') {
            ++at_;
        }
        line_.remove_prefix(std::min(line_.find_first_not_of(blanks), line_.size()));
        line_ = line_.substr(0, line_.find_last_not_of(blanks) + 1);
        if (!line_.empty() && line_.front() != '%') {
            return true;
        }
    }
    line_ = {};
    return false;
}

double PajekLines::fraction() const {
    return text_.empty() ? 1 : static_cast<double>(at_) / static_cast<double>(text_.size());
}

void splitPajekLine(std::string_view line, std::vector<std::string_view>& words) {
    words.clear();
    for (std::size_t at = 0; at < line.size();) {
        if (isBlank(line[at])) {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        if (line[at] == '"') {
            while (end < line.size() &&
                   !(line[end] == '"' && (end + 1 == line.size() || isBlank(line[end + 1])))) {
                ++end;
            }
            words.push_back(line.substr(at + 1, end - at - 1));
            at = end + 1;
            continue;
        }
        if (line[at] == '[') {
            end = std::min(line.find(']', at), line.size() - 1) + 1;
        } else {
            while (end < line.size() && !isBlank(line[end])) {
                ++end;
            }
        }
        words.push_back(line.substr(at, end - at));
        at = end;
    }
}

} // namespace entente
