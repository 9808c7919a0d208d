#include "core/formats/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {

void ImportReport::add(ReportEntry entry) {
    if (entry.severity == ReportEntry::Severity::Repaired) {
        ++rowsRepaired;
    } else if (entry.severity == ReportEntry::Severity::Refused) {
        ++rowsRefused;
    }
    std::size_t& kept = kept_[static_cast<std::size_t>(entry.severity)];
    if (kept < mostEntries) {
        entries.push_back(std::move(entry));
    }
    ++kept;
}

void ImportReport::add(const ImportReport& other) {
    if (format.find(other.format) == std::string::npos) {
        format += (format.empty() ? "" : ", ") + other.format;
    }
    rowsRead += other.rowsRead;
    rowsRepaired += other.rowsRepaired;
    rowsRefused += other.rowsRefused;
    for (const ReportEntry& entry : other.entries) {
        std::size_t& kept = kept_[static_cast<std::size_t>(entry.severity)];
        if (kept++ < mostEntries) {
            entries.push_back(entry);
        }
    }
    for (std::size_t i = 0; i < std::size(kept_); ++i) {
        kept_[i] += other.kept_[i] - std::min(other.kept_[i], mostEntries);
    }
}

void ImportReport::note(std::string file, std::string message) {
    add({ReportEntry::Severity::Note, std::move(file), 0, {}, std::move(message)});
}

std::string entryText(const ReportEntry& entry) {
    std::string text = entry.file;
    if (entry.line != 0) {
        text += fmt::format(", line {}", entry.line);
    }
    if (!entry.column.empty()) {
        text += fmt::format(", {}", entry.column);
    }
    text += entry.severity == ReportEntry::Severity::Refused    ? ": refused: "
            : entry.severity == ReportEntry::Severity::Repaired ? ": repaired: "
                                                                : ": ";
    return text + entry.message;
}

std::string ImportReport::text() const {
    std::string text = fmt::format("{}: {} {} read, {} repaired, {} refused.\n", format, rowsRead,
                                   rowsRead == 1 ? "row" : "rows", rowsRepaired, rowsRefused);
    for (const ReportEntry& entry : entries) {
        text += entryText(entry) + "\n";
    }
    constexpr std::array<std::string_view, 3> severities = {"notes", "repaired", "refused"};
    for (std::size_t i = 0; i < severities.size(); ++i) {
        if (kept_[i] > mostEntries) {
            text += fmt::format("… and {} more {}.\n", kept_[i] - mostEntries, severities[i]);
        }
    }
    return text;
}

} // namespace entente
