#pragma once

#include "core/formats/tables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace entente {

/// Reads tables given as text, and looks into the report.
struct TableReading : testing::Test {
    ImportReport report;

    Dossier read(const std::vector<std::pair<std::string, std::string>>& tables) {
        std::vector<InputFile> files;
        for (const auto& [name, text] : tables) {
            files.push_back({name, text});
        }
        return tablesReader().read(files, report, {});
    }

    Dossier read(std::string text) { return read({{"table.csv", std::move(text)}}); }

    /// What the user reads when the table is refused; empty where it is not.
    std::string refusal(std::string text) {
        try {
            (void)read(std::move(text));
        } catch (const FileError& error) {
            return error.what();
        }
        return {};
    }

    /// Whether an entry for that line (0: the whole file) and column holds the words.
    [[nodiscard]] bool says(std::size_t line, std::string_view column,
                            std::string_view words) const {
        return std::ranges::any_of(report.entries, [&](const ReportEntry& entry) {
            return entry.line == line && entry.column == column &&
                   entry.message.find(words) != std::string::npos;
        });
    }

    /// The value of the attribute; empty where there is none.
    static std::string attribute(const Dossier& dossier, const std::vector<Attribute>& attributes,
                                 std::string_view name) {
        for (const Attribute& each : attributes) {
            if (dossier.text(each.name) == name) {
                return std::string(dossier.text(each.value));
            }
        }
        return {};
    }

    /// The edges as "A → B (ally)", with their periods.
    static std::vector<std::string> edges(const Dossier& dossier) {
        std::vector<std::string> lines;
        for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
            const std::string period = toEdtf(dossier.edges().period(i));
            lines.push_back(dossier.describe({ElementKind::Edge, i}) +
                            (period.empty() ? "" : " " + period));
        }
        return lines;
    }
};

} // namespace entente
