#include "core/formats/adjacency_matrix.h"
#include "core/formats/dl_header.h"
#include "core/formats/table.h"
#include "core/formats/text_encoding.h"
#include "core/formats/ucinet_dl.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

class DlFile {
public:
    DlFile(std::string_view text, const std::string& file, ImportReport& report,
           const Progress& progress)
        : words_(text), file_(file), report_(report), progress_(progress),
          header_(readDlHeader(words_, file, report)) {
        twoMode_ = header_.format == DlFormat::EdgeList2 || header_.format == DlFormat::NodeList2 ||
                   header_.rows != header_.columns ||
                   (header_.rowsApart && !header_.columnLabels.empty() &&
                    header_.rowLabels != header_.columnLabels);
        if (isHalf() && twoMode_) {
            throw FileError(fmt::format("{}, line 1: half a matrix of {} rows and {} columns says "
                                        "nothing of its other half; give both the same vertices, "
                                        "or write “format=fullmatrix” and all cells.",
                                        file, header_.rows, header_.columns));
        }
        // A few bytes must not make millions of vertices.
        const std::size_t most = std::max<std::size_t>(100'000, text.size());
        if (header_.rows > most || header_.columns > most || header_.matrices > most) {
            throw FileError(fmt::format("{}, line 1: the file declares {} × {} vertices and {} "
                                        "matrices, more than it can hold; correct the numbers.",
                                        file, header_.rows, header_.columns, header_.matrices));
        }
    }

    Dossier read() {
        vertices_.rows = header_.rowLabels;
        vertices_.columns = header_.columnLabels;
        if (!twoMode_ && vertices_.rows.empty()) {
            vertices_.rows = header_.columnLabels;
        }
        checkLabels(vertices_.rows, header_.rows, "rows");
        if (twoMode_) {
            checkLabels(vertices_.columns, header_.columns, "columns");
        }
        indexLabels();
        matrices_.emplace_back();
        switch (header_.format) {
        case DlFormat::FullMatrix:
        case DlFormat::LowerHalf:
        case DlFormat::UpperHalf:
            readMatrices();
            break;
        default:
            readLists();
            break;
        }
        return finished();
    }

private:
    void say(Severity severity, std::size_t line, std::string message) {
        report_.add({severity, file_, line, {}, std::move(message)});
    }

    [[nodiscard]] bool isHalf() const {
        return header_.format == DlFormat::LowerHalf || header_.format == DlFormat::UpperHalf;
    }

    void checkLabels(std::vector<std::string>& labels, std::size_t wanted, std::string_view of) {
        if (!labels.empty() && labels.size() != wanted) {
            say(Severity::Repaired, 0,
                fmt::format("There are {} labels for {} {}; those without one are numbered.",
                            labels.size(), wanted, of));
        }
        labels.resize(wanted);
    }

    void indexLabels() {
        for (std::size_t i = 0; i < vertices_.rows.size(); ++i) {
            if (!vertices_.rows[i].empty()) {
                rowOf_.emplace(vertices_.rows[i], i);
            }
        }
        for (std::size_t i = 0; i < vertices_.columns.size(); ++i) {
            if (!vertices_.columns[i].empty()) {
                columnOf_.emplace(vertices_.columns[i], i);
            }
        }
    }

    void tell() {
        if (++steps_ % 65536 == 0) {
            progress_.throwIfStopped();
            progress_.tell(words_.fraction() / 2);
        }
    }

    /// The columns of a row that stand in the file.
    std::pair<std::size_t, std::size_t> columnsOf(std::size_t row) const {
        const std::size_t diagonal = header_.diagonal ? 1 : 0;
        switch (header_.format) {
        case DlFormat::LowerHalf:
            return {0, std::min(row + diagonal, header_.columns)};
        case DlFormat::UpperHalf:
            return {row + 1 - diagonal, header_.columns};
        default:
            return {0, header_.columns};
        }
    }

    void readMatrices() {
        for (std::size_t matrix = 0; matrix < header_.matrices; ++matrix) {
            if (matrix > 0) {
                matrices_.emplace_back();
            }
            std::vector<std::string>& columns = twoMode_ ? vertices_.columns : vertices_.rows;
            if (header_.columnLabelsEmbedded && (matrix == 0 || header_.rowLabelsEmbedded)) {
                for (std::size_t i = 0; i < header_.columns && words_.next(); ++i) {
                    columns[i] = words_.word();
                }
            }
            for (std::size_t row = 0; row < header_.rows; ++row) {
                if (!readMatrixRow(matrix, row)) {
                    return;
                }
            }
        }
        if (words_.next()) {
            say(Severity::Refused, words_.line(),
                "There are more values than the matrix has cells; those from here on were not "
                "taken.");
        }
    }

    bool readMatrixRow(std::size_t matrix, std::size_t row) {
        if (header_.rowLabelsEmbedded) {
            if (!words_.next()) {
                return cut(matrix, row);
            }
            vertices_.rows[row] = words_.word();
        }
        const bool whole = header_.format == DlFormat::FullMatrix;
        const auto [first, end] = columnsOf(row);
        for (std::size_t column = first; column < end; ++column) {
            if (whole && !header_.diagonal && !twoMode_ && column == row) {
                continue;
            }
            if (!words_.next()) {
                return cut(matrix, row);
            }
            addCell(row, column, words_.word());
            tell();
        }
        return true;
    }

    bool cut(std::size_t matrix, std::size_t row) {
        say(Severity::Repaired, words_.line(),
            fmt::format("The data end in row {} of {}{}; what is missing was taken as 0.", row + 1,
                        header_.rows,
                        header_.matrices > 1 ? fmt::format(" of matrix {}", matrix + 1) : ""));
        return false;
    }

    void addCell(std::size_t row, std::size_t column, std::string_view text) {
        if (!matrices_.back().add(row, column, text, words_.line(), missing_)) {
            say(Severity::Refused, words_.line(),
                fmt::format("{}; the tie was not taken.", noNumber(text)));
        }
    }

    /// The place of a vertex named by number or label; a label that is embedded and new gets the
    /// next free place.
    std::optional<std::size_t> placeOf(std::string_view text, bool second) {
        const bool column = second && twoMode_;
        std::vector<std::string>& labels = column ? vertices_.columns : vertices_.rows;
        auto& places = column ? columnOf_ : rowOf_;
        if (const auto known = places.find(std::string(text)); known != places.end()) {
            return known->second;
        }
        const bool embedded = second ? header_.columnLabelsEmbedded || header_.rowLabelsEmbedded
                                     : header_.rowLabelsEmbedded;
        if (!embedded) {
            std::size_t number = 0;
            const char* const end = text.data() + text.size();
            const auto read = std::from_chars(text.data(), end, number);
            if (read.ec == std::errc{} && read.ptr == end) {
                return number > 0 && number <= labels.size() ? std::optional(number - 1)
                                                             : std::nullopt;
            }
            return std::nullopt;
        }
        std::size_t& used = column ? columnsUsed_ : rowsUsed_;
        while (used < labels.size() && !labels[used].empty()) {
            ++used;
        }
        if (used == labels.size()) {
            say(Severity::Repaired, words_.line(),
                fmt::format("{} is one vertex more than the {} that the file declares; it was "
                            "taken.",
                            quotedField(text), labels.size()));
            labels.emplace_back();
        }
        labels[used] = text;
        places.emplace(labels[used], used);
        return used;
    }

    void readLists() {
        const bool edges =
            header_.format == DlFormat::EdgeList1 || header_.format == DlFormat::EdgeList2;
        std::vector<std::string_view> fields;
        for (bool more = words_.next(); more; more = words_.nextLine() && words_.next(true)) {
            fields.clear();
            do {
                fields.push_back(words_.word());
            } while (words_.next(true));
            tell();
            if (fields.front() == "!") {
                matrices_.emplace_back();
                continue;
            }
            if (fields.size() < 2) {
                if (edges) {
                    say(Severity::Refused, words_.line(),
                        fmt::format("{} names no two vertices; the line was not taken.",
                                    quotedField(fields.front())));
                } else {
                    (void)placeOf(fields.front(), false);
                }
                continue;
            }
            const std::size_t last = edges ? 2 : fields.size();
            for (std::size_t i = 1; i < last; ++i) {
                addTie(fields[0], fields[i], edges && fields.size() > 2 ? fields[2] : "1");
            }
        }
    }

    void addTie(std::string_view first, std::string_view second, std::string_view value) {
        const auto row = placeOf(first, false);
        const auto column = row ? placeOf(second, true) : std::nullopt;
        if (!row || !column) {
            say(Severity::Refused, words_.line(),
                fmt::format("{} is no vertex that the file declares; the tie was not taken.",
                            quotedField(row ? second : first)));
            return;
        }
        addCell(*row, *column, value);
    }

    Dossier finished() {
        GatheredRows nodes;
        vertices_.addTo(nodes, twoMode_);
        GatheredRows edges;
        const bool matrix = isHalf() || header_.format == DlFormat::FullMatrix;
        for (std::size_t i = 0; i < matrices_.size(); ++i) {
            const std::string_view name =
                i < header_.matrixLabels.size() ? std::string_view(header_.matrixLabels[i])
                : matrices_.size() > 1          ? edges.keep(fmt::format("matrix {}", i + 1))
                                                : std::string_view{};
            matrices_[i].settle(missing_);
            if (isHalf()) {
                matrices_[i].mirror();
            }
            matrices_[i].addTo(
                edges, [this](std::size_t at) { return std::string_view(vertices_.rows[at]); },
                [this](std::size_t at) { return std::string_view(vertices_.columns[at]); },
                matrix && !twoMode_ && matrices_[i].symmetric(), name);
        }
        missing_.tell(file_, report_);
        Dossier dossier;
        nodes.readNodes(file_, dossier, report_, progress_);
        edges.readEdges(file_, dossier, report_, progress_);
        return dossier;
    }

    DlWords words_;
    const std::string& file_;
    ImportReport& report_;
    const Progress& progress_;
    DlHeader header_;
    bool twoMode_ = false;
    MatrixVertices vertices_;
    std::unordered_map<std::string, std::size_t> rowOf_;
    std::unordered_map<std::string, std::size_t> columnOf_;
    std::size_t rowsUsed_ = 0;
    std::size_t columnsUsed_ = 0;
    std::vector<AdjacencyMatrix> matrices_;
    MissingCells missing_;
    std::size_t steps_ = 0;
};

class UcinetDlReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const override { return "UCINET DL"; }
    [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"dl"}; }

    [[nodiscard]] double recognise(const InputFile& file) const override {
        constexpr double certain = 0.95;
        const std::string text = sampleOf(file.bytes);
        DlWords words(text);
        const auto isWord = [&words](std::string_view wanted) {
            const std::string_view word = words.word().substr(0, wanted.size());
            return std::ranges::equal(word, wanted, {}, [](char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            });
        };
        if (!words.next() || !isWord("dl") || words.word().size() != 2 || !words.next()) {
            return 0;
        }
        return isWord("n") || isWord("format") ? certain : 0;
    }

    [[nodiscard]] Dossier read(std::span<const InputFile> files, ImportReport& report,
                               const Progress& progress) const override {
        if (files.size() != 1) {
            throw FileError("Several UCINET DL files cannot be opened as one: open them one by "
                            "one.");
        }
        report.format = name();
        const std::string file = files.front().path.filename().string();
        const std::string text = decodeText(files.front().bytes, file, report);
        return DlFile(text, file, report, progress).read();
    }
};

} // namespace

const Reader& ucinetDlReader() {
    static const UcinetDlReader reader;
    return reader;
}

} // namespace entente
