#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

/// The objects of a file one by one: its lines, or where it is one list or written over several
/// lines, the values in it. What it gives need not be JSON. O(bytes).
class FtmTexts {
public:
    explicit FtmTexts(std::string_view text);

    /// Goes to the next text that is not blank; false where there is none.
    bool next();
    [[nodiscard]] std::string_view text() const { return text_; }
    /// 1-based, of the text's begin.
    [[nodiscard]] std::size_t line() const { return line_; }

private:
    bool nextLine();
    bool nextValue();
    [[nodiscard]] std::size_t endOfValue() const;

    std::string_view rest_;
    std::string_view text_;
    std::size_t line_ = 0;
    std::size_t lineOfRest_ = 1;
    bool byLine_ = true;
};

} // namespace entente
