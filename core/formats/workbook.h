#pragma once

#include "core/formats/format.h"
#include "core/formats/number_format.h"
#include "core/formats/zip_archive.h"

#include <string>
#include <vector>

namespace entente {

/// One sheet of an Excel workbook.
struct Sheet {
    std::string name;
    std::string part; ///< of the archive
    bool hidden = false;
};

/// An Excel workbook (.xlsx, .xlsm; ECMA-376) but for the cells of its sheets, which are read one
/// by one.
class Workbook {
public:
    /// `file` must outlive this. Throws `FileError` where it is no workbook or a damaged one.
    Workbook(const InputFile& file, const Progress& progress);

    [[nodiscard]] const std::string& file() const { return archive_.file(); }
    /// In their order; without charts.
    [[nodiscard]] const std::vector<Sheet>& sheets() const { return sheets_; }
    [[nodiscard]] const std::vector<std::string>& sharedStrings() const { return strings_; }
    /// Of a cell's style; one that shows numbers as such where there is no such style.
    [[nodiscard]] NumberFormat format(std::size_t style) const {
        return style < formats_.size() ? formats_[style] : NumberFormat{};
    }
    [[nodiscard]] SerialDates dates() const { return dates_; }
    [[nodiscard]] ZipArchive& archive() { return archive_; }

private:
    ZipArchive archive_;
    std::vector<Sheet> sheets_;
    std::vector<std::string> strings_;
    std::vector<NumberFormat> formats_;
    SerialDates dates_ = SerialDates::From1900;
};

/// Whether the bytes, at most the first 64 KiB of which are looked at, begin such a workbook.
bool looksLikeWorkbook(std::string_view bytes);

} // namespace entente
