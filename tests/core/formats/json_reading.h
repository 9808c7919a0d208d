#pragma once

#include "core/formats/entente_json.h"

#include <algorithm>
#include <string>

namespace entente {

using Severity = ReportEntry::Severity;

struct Outcome {
    Dossier dossier;
    ImportReport report;

    [[nodiscard]] std::size_t count(Severity severity) const {
        return static_cast<std::size_t>(
            std::ranges::count(report.entries, severity, &ReportEntry::severity));
    }

    /// The entry about that place.
    [[nodiscard]] const ReportEntry* at(std::string_view pointer) const {
        const auto found = std::ranges::find(report.entries, pointer, &ReportEntry::column);
        return found == report.entries.end() ? nullptr : &*found;
    }
};

inline Outcome read(std::string_view text) {
    Outcome outcome;
    outcome.dossier = readEntenteJson(text, "test.json", outcome.report);
    return outcome;
}

/// A document with the members given after its head, which takes one line.
inline Outcome readMembers(const std::string& members) {
    return read("{\"format\": \"entente-dossier\", \"version\": 1,\n" + members + "\n}");
}

inline std::string errorOf(std::string_view text) {
    try {
        read(text);
    } catch (const FileError& error) {
        return error.what();
    }
    return {};
}

inline const std::string twoStates =
    R"("actors": [{"id": "a", "kind": "state", "name": "A"}, {"id": "b", "name": "B"}])";

} // namespace entente

#define EXPECT_HAS(text, part)                                                                     \
    EXPECT_NE(std::string(text).find(part), std::string::npos) << "in: " << (text)
