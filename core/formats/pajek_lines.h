#pragma once

#include <string_view>
#include <vector>

namespace entente {

/// Goes through Pajek's lines: comments, which `%` begins, and blank lines are passed over.
class PajekLines {
public:
    explicit PajekLines(std::string_view text) : text_(text) {}

    /// Reads the next line, without blanks around it; false at the end.
    bool next();
    [[nodiscard]] std::string_view line() const { return line_; }
    /// 1-based.
    [[nodiscard]] std::size_t number() const { return number_; }
    [[nodiscard]] double fraction() const;

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::string_view line_;
    std::size_t number_ = 0;
};

/// Replaces `words` by those of the line: parted by blanks, but for what stands in quotation marks
/// or square brackets. A quotation mark that no blank follows does not close.
void splitPajekLine(std::string_view line, std::vector<std::string_view>& words);

} // namespace entente
