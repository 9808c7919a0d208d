#pragma once

#include "core/formats/follow_the_money.h"
#include "core/model/validation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace entente {

using Severity = ReportEntry::Severity;

/// Reads entities given as text, and looks into the dossier and the report.
struct FollowTheMoneyReading : testing::Test {
    ImportReport report;
    Dossier dossier;

    void read(std::string text) { readAll({{"entities.ftm.json", std::move(text)}}); }

    void readAll(const std::vector<std::pair<std::string, std::string>>& texts) {
        std::vector<InputFile> files;
        for (const auto& [name, text] : texts) {
            files.push_back({name, text});
        }
        dossier = followTheMoneyReader().read(files, report, {});
    }

    /// What the user reads when the file is refused; empty where it is not.
    std::string refusal(std::string text) {
        try {
            read(std::move(text));
        } catch (const FileError& error) {
            return error.what();
        }
        return {};
    }

    [[nodiscard]] Vertex vertex(std::string_view id) const {
        const VertexIndex row = dossier.findVertex(id);
        EXPECT_NE(row, noIndex) << id;
        return row == noIndex ? Vertex{} : dossier.vertices().row(row);
    }

    [[nodiscard]] VertexDetails details(std::string_view id) const {
        const Vertex found = vertex(id);
        return found.details ? *found.details : VertexDetails{};
    }

    [[nodiscard]] std::string label(std::string_view id) const {
        return std::string(dossier.text(vertex(id).label));
    }

    [[nodiscard]] std::string attribute(const std::vector<Attribute>& attributes,
                                        std::string_view name) const {
        for (const Attribute& attribute : attributes) {
            if (dossier.text(attribute.name) == name) {
                return std::string(dossier.text(attribute.value));
            }
        }
        return {};
    }

    [[nodiscard]] std::string attribute(std::string_view id, std::string_view name) const {
        return attribute(vertex(id).attributes, name);
    }

    [[nodiscard]] std::string code(std::string_view id, std::string_view system) const {
        for (const Code& each : details(id).codes) {
            if (each.system == system) {
                return each.value;
            }
        }
        return {};
    }

    /// The edge with that id.
    [[nodiscard]] Edge edge(std::string_view id) const {
        for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
            if (dossier.text(dossier.edges().id(i)) == id) {
                return dossier.edges().row(i);
            }
        }
        ADD_FAILURE() << "no edge " << id;
        return {};
    }

    /// The edges as "A → B (owns) 2010/2012".
    [[nodiscard]] std::vector<std::string> edges() const {
        std::vector<std::string> lines;
        for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
            const std::string period = toEdtf(dossier.edges().period(i));
            lines.push_back(dossier.describe({ElementKind::Edge, i}) +
                            (period.empty() ? "" : " " + period));
        }
        return lines;
    }

    /// Whether an entry of that severity for that line (0: the whole file) holds the words.
    [[nodiscard]] bool says(Severity severity, std::size_t line, std::string_view words) const {
        return std::ranges::any_of(report.entries, [&](const ReportEntry& entry) {
            return entry.severity == severity && entry.line == line &&
                   entry.message.find(words) != std::string::npos;
        });
    }

    [[nodiscard]] std::vector<std::string> faults() const {
        std::vector<std::string> messages;
        for (const Fault& fault : validate(dossier)) {
            messages.push_back(fault.message);
        }
        return messages;
    }
};

} // namespace entente
