#pragma once

#include "core/formats/format.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Words of a DL file, parted by blanks, commas and line ends; what is in quotation marks is one.
class DlWords {
public:
    explicit DlWords(std::string_view text) : text_(text) {}

    /// Reads the next word; false at the end, or at the line's end where only `ofLine` is wanted.
    bool next(bool ofLine = false);
    /// Goes to the next line that is not blank; false at the end.
    bool nextLine();
    [[nodiscard]] std::string_view word() const { return word_; }
    /// 1-based line of the word.
    [[nodiscard]] std::size_t line() const { return wordLine_; }
    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
    [[nodiscard]] double fraction() const;

private:
    bool skipBlanks(bool ofLine);

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t wordLine_ = 1;
    std::string_view word_;
};

enum class DlFormat : std::uint8_t {
    FullMatrix,
    LowerHalf,
    UpperHalf,
    EdgeList1,
    EdgeList2,
    NodeList1,
    NodeList2,
};

/// What stands before the data.
struct DlHeader {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::size_t matrices = 1;
    bool rowsApart = false; ///< nr and nc are given rather than n
    DlFormat format = DlFormat::FullMatrix;
    bool diagonal = true;
    bool rowLabelsEmbedded = false;
    bool columnLabelsEmbedded = false;
    std::vector<std::string> rowLabels;
    std::vector<std::string> columnLabels;
    std::vector<std::string> matrixLabels;
};

/// Reads up to `data:`, which must follow. Throws `FileError` where there is no such word, or the
/// format is none that Entente reads.
DlHeader readDlHeader(DlWords& words, const std::string& file, ImportReport& report);

} // namespace entente
