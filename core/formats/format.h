#pragma once

#include "core/model/dossier.h"
#include "core/model/file_error.h"
#include "core/model/progress.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// One remark of a reader.
struct ReportEntry {
    enum class Severity : std::uint8_t {
        Note,     ///< something the user may want to know: the encoding, an ignored column
        Repaired, ///< taken, but not as written
        Refused,  ///< a row or element that was not taken
    };

    Severity severity = Severity::Note;
    std::string file;
    std::size_t line = 0; ///< 1-based; 0: not known or the file as a whole
    std::string column;   ///< column name or JSON pointer; may be empty
    std::string message;  ///< what is wrong and what was done
};

/// "table.csv, line 7, column Source: refused: …", as reports have it.
std::string entryText(const ReportEntry& entry);

/// What was taken from a file and what was not.
struct ImportReport {
    /// Entries kept of each severity; those beyond are only counted.
    static constexpr std::size_t mostEntries = 1000;

    std::string format;
    std::size_t rowsRead = 0;
    std::size_t rowsRepaired = 0;
    std::size_t rowsRefused = 0;
    std::vector<ReportEntry> entries;

    /// Adds an entry and counts it.
    void add(ReportEntry entry);
    /// Adds what another reader tells of further files.
    void add(const ImportReport& other);
    /// Adds a note on a file as a whole.
    void note(std::string file, std::string message);
    /// "table.csv, line 7, column Source: …" a line each, under a line of counts.
    [[nodiscard]] std::string text() const;

private:
    std::size_t kept_[3] = {0, 0, 0};
};

/// A file as it lies on disk.
struct InputFile {
    std::filesystem::path path;
    std::string bytes;
};

/// Reads one format. Stateless.
class Reader {
public:
    virtual ~Reader() = default;
    /// As the user reads it: "Gephi-style tables (CSV)".
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// Lower case, without the dot.
    [[nodiscard]] virtual std::vector<std::string_view> extensions() const = 0;
    /// 0: surely not this format, 1: surely this one; by content first, the name only tips the
    /// scales. Looks at no more than the first 64 KiB.
    [[nodiscard]] virtual double recognise(const InputFile& file) const = 0;
    /// Whether files that are opened together are parts of one dossier, as tables of nodes and of
    /// edges are, rather than a dossier each.
    [[nodiscard]] virtual bool joinsFiles() const { return false; }
    /// The reader of such parts where they are in files of several formats, as tables in workbooks
    /// and in text are.
    [[nodiscard]] virtual const Reader& together() const { return *this; }
    /// Reads one dossier from one file, or from several where it `joinsFiles`. Throws `FileError`
    /// where nothing can be taken, `Cancelled` when asked to stop; single bad rows go to the
    /// report.
    [[nodiscard]] virtual Dossier read(std::span<const InputFile> files, ImportReport& report,
                                       const Progress& progress) const = 0;
};

/// Writes one format. Stateless.
class Writer {
public:
    virtual ~Writer() = default;
    [[nodiscard]] virtual std::string_view name() const = 0;
    [[nodiscard]] virtual std::vector<std::string_view> extensions() const = 0;
    /// What this format cannot say of this dossier, a sentence each.
    [[nodiscard]] virtual std::vector<std::string> losses(const Dossier& dossier) const = 0;
    /// The files that `write` would write: `path` alone, but for tables, which need a file of nodes
    /// and one of edges.
    [[nodiscard]] virtual std::vector<std::filesystem::path>
    files(const std::filesystem::path& path) const {
        return {path};
    }
    /// Writes it to the `files` of `path`, and gives them. An existing file is replaced whole or
    /// not at all. Throws `FileError`.
    virtual std::vector<std::filesystem::path> write(const Dossier& dossier,
                                                     const std::filesystem::path& path,
                                                     const Progress& progress) const = 0;
};

} // namespace entente
