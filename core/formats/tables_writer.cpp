#include "core/formats/element_fields.h"
#include "core/formats/tables.h"
#include "core/store/replace_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>

namespace entente {

namespace {

constexpr std::size_t rowsBetweenReports = 16384;

/// Collects a table row by row (RFC 4180, LF).
class TableText {
public:
    void add(std::string_view field) {
        if (!atBegin_) {
            text_ += ',';
        }
        atBegin_ = false;
        // Readers pass over blanks around plain fields.
        const bool quoted = field.find_first_of(",\"\r\n") != std::string_view::npos ||
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

template <typename Fields, typename Written>
std::string tableText(Fields fields, std::size_t rows, Written isWritten,
                      const Progress& progress) {
    TableText table;
    const std::vector<std::size_t> columns = columnsOf(fields.fields());
    for (const std::size_t column : columns) {
        table.add(heading(fields.fields()[column]));
    }
    table.endRow();
    for (std::uint32_t row = 0; row < rows; ++row) {
        if (!isWritten(row)) {
            continue;
        }
        if (row % rowsBetweenReports == 0) {
            progress.throwIfStopped();
            progress.tell(static_cast<double>(row) / static_cast<double>(rows));
        }
        const std::vector<std::string_view>& values = fields.row(row);
        for (const std::size_t column : columns) {
            table.add(values[column]);
        }
        table.endRow();
    }
    return table.text();
}

std::string nodesText(const Dossier& dossier, const Progress& progress) {
    return tableText(
        VertexFields(dossier, TimeSets::With), dossier.vertices().size(),
        [&](VertexIndex row) { return !dossier.vertices().removed(row); }, progress);
}

std::string edgesText(const Dossier& dossier, const Progress& progress) {
    return tableText(
        EdgeFields(dossier, TimeSets::With), dossier.edges().size(),
        [&](EdgeIndex row) { return isWritten(dossier, row); }, progress);
}

class TablesWriter : public Writer {
public:
    [[nodiscard]] std::string_view name() const override { return "Node and edge tables (CSV)"; }

    [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"csv"}; }

    [[nodiscard]] std::vector<std::string> losses(const Dossier& dossier) const override {
        std::vector<std::string> sentences = fieldLosses(dossier, "Tables");
        if (hasCover(dossier)) {
            sentences.emplace_back("Tables cannot hold the dossier's title, description, date and "
                                   "language.");
        }
        return sentences;
    }

    std::vector<std::filesystem::path> write(const Dossier& dossier,
                                             const std::filesystem::path& path,
                                             const Progress& progress) const override {
        std::string stem = path.stem().string();
        // Saving one of the two files again does not make four of them.
        for (const std::string_view part : {"-nodes", "-edges"}) {
            if (stem.size() > part.size() && stem.ends_with(part)) {
                stem.resize(stem.size() - part.size());
                break;
            }
        }
        std::vector<std::filesystem::path> files = {path.parent_path() / (stem + "-nodes.csv"),
                                                    path.parent_path() / (stem + "-edges.csv")};
        const std::string nodes = nodesText(dossier, progress);
        const std::string edges = edgesText(dossier, progress);
        // Both are on the disk before the first takes its place: where one of them does not fit,
        // neither of the old ones is touched.
        replaceFile(files[0], [&](const std::filesystem::path& temporary) {
            errno = 0;
            std::ofstream file(temporary, std::ios::binary);
            file.write(nodes.data(), static_cast<std::streamsize>(nodes.size()));
            file.close();
            if (!file) {
                throw writeFailure(files[0], errno);
            }
            replaceFile(files[1], edges);
        });
        return files;
    }
};

} // namespace

const Writer& tablesWriter() {
    static const TablesWriter writer;
    return writer;
}

} // namespace entente
