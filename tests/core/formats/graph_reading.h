#pragma once

#include "core/formats/registry.h"
#include "core/model/validation.h"
#include "tests/core/store/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Reads a graph file given as text, writes dossiers and reads them again, and looks into the
/// report.
struct GraphReading : testing::Test {
    TemporaryFolder folder;
    ImportReport report;

    Dossier read(const std::string& name, std::string_view text) {
        const std::filesystem::path path = folder.path() / name;
        putBytes(path, text);
        const std::vector<std::filesystem::path> files = {path};
        OpenedDossier opened = openFiles(files);
        report = opened.report;
        EXPECT_TRUE(validate(opened.dossier).empty()) << text.substr(0, 200);
        return std::move(opened.dossier);
    }

    /// What the user reads when the file is refused; empty where it is not.
    std::string refusal(const std::string& name, std::string_view text) {
        try {
            (void)read(name, text);
        } catch (const FileError& error) {
            return error.what();
        }
        return {};
    }

    /// Reads a file of which some may be bad: it is taken or refused with a sentence that names it.
    void survives(const std::string& name, std::string_view text) {
        try {
            (void)read(name, text);
        } catch (const FileError& error) {
            EXPECT_NE(std::string(error.what()).find(name), std::string::npos) << error.what();
        }
    }

    std::filesystem::path written(const Dossier& dossier, const std::string& name) const {
        const std::filesystem::path path = folder.path() / name;
        (void)writerFor(path).write(dossier, path, {});
        return path;
    }

    Dossier again(const Dossier& dossier, const std::string& name) {
        const std::vector<std::filesystem::path> files = {written(dossier, name)};
        OpenedDossier opened = openFiles(files);
        report = opened.report;
        return std::move(opened.dossier);
    }

    /// Whether an entry for that line (0: the whole file) holds the words.
    [[nodiscard]] bool says(std::size_t line, std::string_view words) const {
        return std::ranges::any_of(report.entries, [&](const ReportEntry& entry) {
            return entry.line == line && entry.message.find(words) != std::string::npos;
        });
    }

    static std::string attribute(const Dossier& dossier, VertexIndex row, std::string_view name) {
        return std::string(
            dossier.text(dossier.vertices().attributes().value(row, dossier.strings().find(name))));
    }

    static std::string edgeAttribute(const Dossier& dossier, EdgeIndex row, std::string_view name) {
        return std::string(
            dossier.text(dossier.edges().attributes().value(row, dossier.strings().find(name))));
    }

    /// The edges as "A → B (ally)", or "A — B" where they are undirected.
    static std::vector<std::string> edges(const Dossier& dossier) {
        std::vector<std::string> lines;
        for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
            lines.push_back(dossier.describe({ElementKind::Edge, i}));
        }
        return lines;
    }

    /// What a Python script says that fails; empty where it ends well.
    [[nodiscard]] std::string failureOf(std::string_view script,
                                        const std::vector<std::filesystem::path>& arguments) const {
        putBytes(folder.path() / "script.py", script);
        std::string command = "python3 " + (folder.path() / "script.py").string();
        for (const std::filesystem::path& argument : arguments) {
            command += " " + argument.string();
        }
        const std::filesystem::path output = folder.path() / "output.txt";
        const int status = std::system((command + " 2>" + output.string()).c_str()); // NOLINT
        return status == 0 ? std::string() : "failed: " + bytesOf(output);
    }

    /// Whether the program runs here at all.
    static bool runs(const std::string& command) {
        return std::system((command + " >/dev/null 2>&1").c_str()) == 0; // NOLINT(cert-env33-c)
    }
};

} // namespace entente
