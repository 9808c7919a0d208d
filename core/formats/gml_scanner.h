#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

/// Cuts GML into keys, values and brackets. O(bytes).
class GmlScanner {
public:
    enum class Token : std::uint8_t { Word, Text, Open, Close, End };

    explicit GmlScanner(std::string_view text) : text_(text) {}

    /// Reads the next token. Comments, which `#` begins, are passed over.
    Token next();

    [[nodiscard]] Token token() const { return token_; }
    /// The word as it stands, or what is between quotation marks.
    [[nodiscard]] std::string_view word() const { return word_; }
    /// 1-based line on which the token begins.
    [[nodiscard]] std::size_t line() const { return line_; }
    /// The text that was read last has no closing quotation mark.
    [[nodiscard]] bool unclosed() const { return unclosed_; }
    [[nodiscard]] double fraction() const;

private:
    void skipBlanks();
    void readText();

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t nextLine_ = 1;
    std::size_t line_ = 1;
    Token token_ = Token::End;
    std::string_view word_;
    bool unclosed_ = false;
};

} // namespace entente
