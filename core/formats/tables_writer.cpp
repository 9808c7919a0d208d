#include "core/formats/element_fields.h"
#include "core/formats/field_types.h"
#include "core/formats/tables.h"
#include "core/store/replace_file.h"

#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <vector>

namespace entente {

namespace {

/// Bytes for which a field must stand in quotation marks.
constexpr std::array<bool, 256> quotedBytes = [] {
    std::array<bool, 256> quoted{};
    for (const char c : {',', '"', '\r', '\n'}) {
        quoted[static_cast<unsigned char>(c)] = true;
    }
    return quoted;
}();

/// Collects rows of a table (RFC 4180, LF).
class TableText {
public:
    void add(std::string_view field) {
        if (!atBegin_) {
            text_ += ',';
        }
        atBegin_ = false;
        // Readers pass over blanks around plain fields.
        const bool quoted =
            std::ranges::any_of(
                field, [](char c) { return quotedBytes[static_cast<unsigned char>(c)]; }) ||
            (!field.empty() && (isBlank(field.front()) || isBlank(field.back())));
        if (!quoted) {
            text_ += field;
            return;
        }
        text_ += '"';
        for (const char c : field) {
            text_ += c;
            if (c == '"') {
                text_ += c;
            }
        }
        text_ += '"';
    }

    void endRow() {
        text_ += '\n';
        atBegin_ = true;
    }

    [[nodiscard]] const std::string& text() const { return text_; }

private:
    static bool isBlank(char c) { return c == ' ' || c == '\t'; }

    std::string text_;
    bool atBegin_ = true;
};

/// Gephi writes its columns with a capital.
std::string heading(const Field& field) {
    std::string name = field.name;
    if (!field.attribute && name.find(':') == std::string::npos) {
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    }
    return name;
}

/// The fields that get a column: Entente's own words always, what few vertices have where it is
/// used.
std::vector<std::size_t> columnsOf(const std::vector<Field>& fields) {
    constexpr std::array<std::string_view, 3> rare = {"terms", "renewals", "quantities"};
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].used || std::ranges::find(rare, fields[i].name) == rare.end()) {
            columns.push_back(i);
        }
    }
    return columns;
}

/// A file being written, by blocks.
class OutputFile {
public:
    /// `shown` is the path that the user knows.
    OutputFile(const std::filesystem::path& path, std::filesystem::path shown)
        : shown_(std::move(shown)) {
        errno = 0;
        file_.open(path, std::ios::binary);
        check();
    }

    void write(std::string_view bytes) {
        errno = 0;
        file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        check();
    }

    void close() {
        errno = 0;
        file_.close();
        check();
    }

private:
    void check() const {
        if (!file_) {
            throw writeFailure(shown_, errno);
        }
    }

    std::filesystem::path shown_;
    std::ofstream file_;
};

/// A table and how far it is among all that is written.
template <typename Fields>
struct TableToWrite {
    const Fields& fields;
    std::size_t rows;
    double begin; ///< the share that is done before it
    double end;
};

/// Writes the header and the rows for which `isWritten` holds. Blocks of rows become text on all
/// threads and are written in order.
template <typename Fields, typename Written>
void writeTable(OutputFile& file, const TableToWrite<Fields>& table, Written isWritten,
                const Progress& progress) {
    constexpr std::size_t blockRows = 4096;
    const std::vector<std::size_t> columns = columnsOf(table.fields.fields());
    TableText header;
    for (const std::size_t column : columns) {
        header.add(heading(table.fields.fields()[column]));
    }
    header.endRow();
    file.write(header.text());

    // So many are on their way at most, and they come out in order: each has its place here.
    std::vector<TableText> texts(static_cast<std::size_t>(tbb::this_task_arena::max_concurrency()) *
                                 2);
    const auto blockText = [&](std::size_t block) {
        Fields fields = table.fields;
        TableText text;
        const std::size_t first = block * blockRows;
        for (std::size_t i = first; i < std::min(first + blockRows, table.rows); ++i) {
            const auto row = static_cast<std::uint32_t>(i);
            if (!isWritten(row)) {
                continue;
            }
            const std::vector<std::string_view>& values = fields.row(row);
            for (const std::size_t column : columns) {
                text.add(values[column]);
            }
            text.endRow();
        }
        texts[block % texts.size()] = std::move(text);
        return block;
    };
    std::size_t next = 0;
    const auto nextBlock = [&](tbb::flow_control& flow) {
        if (next * blockRows >= table.rows) {
            flow.stop();
        }
        return next++;
    };
    const auto write = [&](std::size_t block) {
        progress.throwIfStopped();
        file.write(texts[block % texts.size()].text());
        const std::size_t written = std::min((block + 1) * blockRows, table.rows);
        progress.tell(table.begin + (table.end - table.begin) * static_cast<double>(written) /
                                        static_cast<double>(table.rows));
    };
    using enum tbb::filter_mode;
    tbb::parallel_pipeline(texts.size(),
                           tbb::make_filter<void, std::size_t>(serial_in_order, nextBlock) &
                               tbb::make_filter<std::size_t, std::size_t>(parallel, blockText) &
                               tbb::make_filter<std::size_t, void>(serial_in_order, write));
}

void writeNodes(OutputFile& file, const Dossier& dossier, double share, const Progress& progress) {
    const VertexTable& vertices = dossier.vertices();
    const VertexFields fields(dossier, TimeSets::With);
    writeTable(
        file, TableToWrite<VertexFields>{fields, vertices.size(), 0, share},
        [&](VertexIndex row) { return !vertices.removed(row); }, progress);
}

void writeEdges(OutputFile& file, const Dossier& dossier, double share, const Progress& progress) {
    const EdgeFields fields(dossier, TimeSets::With);
    writeTable(
        file, TableToWrite<EdgeFields>{fields, dossier.edges().size(), share, 1},
        [&](EdgeIndex row) { return isWritten(dossier, row); }, progress);
}

class TablesWriter : public Writer {
public:
    [[nodiscard]] std::string_view name() const override { return "Node and edge tables (CSV)"; }

    [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"csv"}; }

    [[nodiscard]] std::vector<std::string> losses(const Dossier& dossier) const override {
        std::vector<std::string> sentences = fieldAndTypeLosses(dossier, "Tables");
        if (hasCover(dossier)) {
            sentences.emplace_back("Tables cannot hold the dossier's title, description, date and "
                                   "language.");
        }
        return sentences;
    }

    [[nodiscard]] std::vector<std::filesystem::path>
    files(const std::filesystem::path& path) const override {
        std::string stem = path.stem().string();
        // Saving one of the two files again does not make four of them.
        for (const std::string_view part : {"-nodes", "-edges"}) {
            if (stem.size() > part.size() && stem.ends_with(part)) {
                stem.resize(stem.size() - part.size());
                break;
            }
        }
        return {path.parent_path() / (stem + "-nodes.csv"),
                path.parent_path() / (stem + "-edges.csv")};
    }

    std::vector<std::filesystem::path> write(const Dossier& dossier,
                                             const std::filesystem::path& path,
                                             const Progress& progress) const override {
        const std::vector<std::filesystem::path> written = files(path);
        const auto nodes = static_cast<double>(dossier.vertices().size());
        const auto edges = static_cast<double>(dossier.edges().size());
        const double share = nodes / std::max(nodes + edges, 1.0);
        // Both are on the disk before the first takes its place: where one of them does not fit,
        // neither of the old ones is touched.
        replaceFile(written[0], [&](const std::filesystem::path& nodesPath) {
            OutputFile nodesFile(nodesPath, written[0]);
            writeNodes(nodesFile, dossier, share, progress);
            nodesFile.close();
            replaceFile(written[1], [&](const std::filesystem::path& edgesPath) {
                OutputFile edgesFile(edgesPath, written[1]);
                writeEdges(edgesFile, dossier, share, progress);
                edgesFile.close();
            });
        });
        return written;
    }
};

} // namespace

const Writer& tablesWriter() {
    static const TablesWriter writer;
    return writer;
}

} // namespace entente
