#include "core/formats/dl_header.h"

#include "core/formats/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace entente {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == ',' || c == '\f' || c == '\v';
}

std::string lower(std::string_view text) {
    std::string word(text);
    std::ranges::transform(word, word.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return word;
}

constexpr std::array<std::pair<std::string_view, DlFormat>, 9> formats = {
    {{"fullmatrix", DlFormat::FullMatrix},
     {"fm", DlFormat::FullMatrix},
     {"lowerhalf", DlFormat::LowerHalf},
     {"upperhalf", DlFormat::UpperHalf},
     {"edgelist1", DlFormat::EdgeList1},
     {"edgelist2", DlFormat::EdgeList2},
     {"nodelist1", DlFormat::NodeList1},
     {"nodelist2", DlFormat::NodeList2},
     {"edgelist", DlFormat::EdgeList1}}};

class HeaderReader {
public:
    HeaderReader(DlWords& words, const std::string& file, ImportReport& report)
        : words_(words), file_(file), report_(report) {}

    DlHeader read() {
        while (nextPart()) {
            if (part_ == "data") {
                return finished();
            }
            readPart();
        }
        throw FileError(fmt::format("{}, line {}: the DL file ends before the word “data:”, so "
                                    "there is nothing to read; fetch it again.",
                                    file_, words_.line()));
    }

private:
    /// A word of the header in lower case; `=` and `:` part words as blanks do.
    bool nextPart() {
        if (!left_.empty()) {
            takePart();
            return true;
        }
        while (words_.next()) {
            left_ = lower(words_.word());
            dropMarks();
            if (!left_.empty()) {
                takePart();
                return true;
            }
        }
        return false;
    }

    void dropMarks() { left_.erase(0, std::min(left_.find_first_not_of("=:"), left_.size())); }

    void takePart() {
        const std::size_t end = std::min(left_.find_first_of("=:"), left_.size());
        part_ = left_.substr(0, end);
        colon_ = end < left_.size() && left_[end] == ':';
        left_.erase(0, end);
        dropMarks();
    }

    void readPart() {
        if (part_ == "dl") {
            return;
        }
        if (part_ == "n") {
            header_.rows = header_.columns = number();
        } else if (part_ == "nr") {
            header_.rows = number();
            header_.rowsApart = true;
        } else if (part_ == "nc") {
            header_.columns = number();
            header_.rowsApart = true;
        } else if (part_ == "nm") {
            header_.matrices = std::max<std::size_t>(number(), 1);
        } else if (part_ == "format") {
            readFormat();
        } else if (part_ == "diagonal" || part_ == "diag") {
            header_.diagonal = !nextPart() || part_ != "absent";
        } else if (part_ == "labels" || part_ == "label") {
            readLabels({});
        } else if (part_ == "row" || part_ == "column" || part_ == "col" || part_ == "matrix" ||
                   part_ == "level") {
            const std::string of = part_;
            if (nextPart()) {
                readLabels(of);
            }
        } else if (part_ != "embedded") {
            report_.add({ReportEntry::Severity::Note,
                         file_,
                         words_.line(),
                         {},
                         fmt::format("{} is nothing that Entente reads from the head of a DL "
                                     "file; it was passed over.",
                                     quotedField(part_))});
        }
    }

    std::size_t number() {
        std::uint32_t value = 0;
        const std::size_t line = words_.line();
        if (nextPart()) {
            const char* const end = part_.data() + part_.size();
            const auto read = std::from_chars(part_.data(), end, value);
            if (read.ec == std::errc{} && read.ptr == end && value < noIndex) {
                return value;
            }
        }
        throw FileError(fmt::format("{}, line {}: {} is no number of vertices or matrices; "
                                    "correct it and open the file again.",
                                    file_, line, quotedField(part_)));
    }

    void readFormat() {
        const std::size_t line = words_.line();
        (void)nextPart();
        const auto found = std::ranges::find(formats, std::string_view(part_),
                                             &std::pair<std::string_view, DlFormat>::first);
        if (found == formats.end()) {
            throw FileError(fmt::format("{}, line {}: the format {} of DL files is not read; "
                                        "save the data as fullmatrix or edgelist1.",
                                        file_, line, quotedField(part_)));
        }
        header_.format = found->second;
    }

    void readLabels(const std::string& of) {
        const bool listed = colon_;
        // “labels embedded” and “labels: embedded” are both written.
        DlWords ahead = words_;
        if (left_.empty() && ahead.next() && lower(ahead.word()).starts_with("embedded")) {
            words_ = ahead;
            header_.rowLabelsEmbedded |= of != "column" && of != "col";
            header_.columnLabelsEmbedded |= of != "row";
            return;
        }
        if (!listed && !left_.empty()) {
            return;
        }
        std::vector<std::string> labels =
            listedLabels(of == "matrix" || of == "level" ? header_.matrices
                         : of == "column" || of == "col" ? header_.columns
                                                         : header_.rows);
        if (of == "matrix" || of == "level") {
            header_.matrixLabels = std::move(labels);
        } else if (of == "column" || of == "col") {
            header_.columnLabels = std::move(labels);
        } else {
            header_.rowLabels = std::move(labels);
        }
    }

    /// Whether these words begin another part of the head.
    static bool beginsPart(DlWords words) {
        if (!words.next()) {
            return true;
        }
        const std::string first = lower(words.word());
        if (first == "data:" || first == "labels:" || first == "data") {
            return true;
        }
        if (first == "row" || first == "column" || first == "col" || first == "matrix" ||
            first == "level" || first == "labels") {
            return words.next(true) && (lower(words.word()).starts_with("label") ||
                                        lower(words.word()).starts_with("embedded"));
        }
        return false;
    }

    std::vector<std::string> listedLabels(std::size_t wanted) {
        std::vector<std::string> labels;
        // A line each, so that labels may hold blanks, where that makes as many as are wanted.
        if (std::optional<std::vector<std::string>> lines = labelLines(wanted)) {
            return std::move(*lines);
        }
        while (labels.size() < wanted && !beginsPart(words_) && words_.next()) {
            labels.emplace_back(words_.word());
        }
        return labels;
    }

    std::optional<std::vector<std::string>> labelLines(std::size_t wanted) {
        DlWords ahead = words_;
        std::vector<std::string> lines;
        if (ahead.next(true)) {
            return std::nullopt; // they begin on the line of the keyword
        }
        while (ahead.nextLine() && !beginsPart(ahead)) {
            if (lines.size() == wanted) {
                return std::nullopt;
            }
            const std::string_view rest = ahead.rest();
            std::string_view line =
                rest.substr(0, std::min(rest.find_first_of("\r\n"), rest.size()));
            line = line.substr(0, line.find_last_not_of(" \t,") + 1);
            if (line.size() > 1 && line.front() == '"' && line.find('"', 1) == line.size() - 1) {
                line = line.substr(1, line.size() - 2);
            } else if (line.find_first_of("\",") != std::string_view::npos) {
                return std::nullopt;
            }
            lines.emplace_back(line);
            while (ahead.next(true)) {
            }
        }
        if (lines.size() != wanted) {
            return std::nullopt;
        }
        words_ = ahead;
        return lines;
    }

    DlHeader finished() {
        if (header_.columns == 0) {
            header_.columns = header_.rows;
        }
        if (header_.rows == 0) {
            header_.rows = header_.columns;
        }
        return header_;
    }

    DlWords& words_;
    const std::string& file_;
    ImportReport& report_;
    std::string left_; ///< of the word, after the part
    std::string part_;
    bool colon_ = false;
    DlHeader header_;
};

} // namespace

bool DlWords::skipBlanks(bool ofLine) {
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (c == '\n' || c == '\r') {
            if (ofLine) {
                return false;
            }
            line_ += c == '\n' || at_ + 1 == text_.size() || text_[at_ + 1] != '\n' ? 1U : 0U;
        } else if (!isBlank(c)) {
            return true;
        }
        ++at_;
    }
    return false;
}

bool DlWords::next(bool ofLine) {
    if (!skipBlanks(ofLine)) {
        return false;
    }
    wordLine_ = line_;
    if (text_[at_] == '"') {
        const std::size_t end = text_.find_first_of("\"\r\n", at_ + 1);
        if (end != std::string_view::npos && text_[end] == '"') {
            word_ = text_.substr(at_ + 1, end - at_ - 1);
            at_ = end + 1;
            return true;
        }
    }
    std::size_t end = at_;
    while (end < text_.size() && !isBlank(text_[end]) && text_[end] != '\n' && text_[end] != '\r') {
        ++end;
    }
    word_ = text_.substr(at_, end - at_);
    at_ = end;
    return true;
}

bool DlWords::nextLine() {
    while (next(true)) {
    }
    return skipBlanks(false);
}

double DlWords::fraction() const {
    return text_.empty() ? 1 : static_cast<double>(at_) / static_cast<double>(text_.size());
}

DlHeader readDlHeader(DlWords& words, const std::string& file, ImportReport& report) {
    return HeaderReader(words, file, report).read();
}

} // namespace entente
