#pragma once

#include "core/formats/registry.h"
#include "tests/core/store/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// Reads graph files given as text, and looks into what came of them.
struct GraphFileReading : testing::Test {
    const Reader& reader;
    const Writer& writer;
    TemporaryFolder folder;
    ImportReport report;

    GraphFileReading(const Reader& reads, const Writer& writes) : reader(reads), writer(writes) {}

    Dossier read(std::string text, const Progress& progress = {}) {
        report = {};
        const std::vector<InputFile> files = {{"graph.xml", std::move(text)}};
        return reader.read(files, report, progress);
    }

    /// What the user reads when the file is refused; empty where it is not.
    std::string refusal(std::string text) {
        try {
            (void)read(std::move(text));
        } catch (const FileError& error) {
            return error.what();
        }
        return {};
    }

    /// The dossier as written.
    std::string written(const Dossier& dossier) {
        const std::filesystem::path path =
            folder.path() / ("out." + std::string(writer.extensions().front()));
        (void)writer.write(dossier, path, {});
        return bytesOf(path);
    }

    Dossier again(const Dossier& dossier) { return read(written(dossier)); }

    /// Opens a file among the real ones; skips the test where they are missing.
    static std::filesystem::path realFile(std::string_view name) {
        return std::filesystem::path(ENTENTE_DATA_DIR) / "graph-files" / name;
    }

    /// Whether an entry for that line (0: the whole file) holds the words.
    [[nodiscard]] bool says(std::size_t line, std::string_view words) const {
        return std::ranges::any_of(report.entries, [&](const ReportEntry& entry) {
            return entry.line == line && entry.message.find(words) != std::string::npos;
        });
    }

    /// An attribute of a vertex, or of an edge; empty where there is none.
    static std::string_view of(const Dossier& dossier, std::string_view vertex,
                               std::string_view name) {
        return textOf(dossier, dossier.vertices().row(dossier.findVertex(vertex)).attributes, name);
    }
    static std::string_view of(const Dossier& dossier, EdgeIndex edge, std::string_view name) {
        return textOf(dossier, dossier.edges().row(edge).attributes, name);
    }

    /// The edges as "A → B (ally)" or "A – B".
    static std::vector<std::string> edges(const Dossier& dossier) {
        std::vector<std::string> lines;
        for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
            lines.push_back(dossier.describe({ElementKind::Edge, i}));
        }
        return lines;
    }

private:
    static std::string_view textOf(const Dossier& dossier, const std::vector<Attribute>& attributes,
                                   std::string_view name) {
        for (const Attribute& attribute : attributes) {
            if (dossier.text(attribute.name) == name) {
                return dossier.text(attribute.value);
            }
        }
        return {};
    }
};

} // namespace entente
