#pragma once

#include "core/model/validation.h"
#include "tests/core/formats/table_reading.h"

namespace entente {

/// Tables with the whole header that their publishers give them.
struct PublishedTables : TableReading {
    /// What is wrong with the dossier, for messages.
    static std::string faults(const Dossier& dossier) {
        std::string text;
        for (const Fault& fault : validate(dossier)) {
            text += fault.message + "\n";
        }
        return text;
    }

    /// Reads it and expects that nothing was refused or repaired.
    Dossier readClean(const std::string& name, const std::string& text) {
        report = {};
        Dossier dossier = read({{name, text}});
        EXPECT_EQ(report.rowsRefused + report.rowsRepaired, 0U) << report.text();
        EXPECT_EQ(faults(dossier), "");
        return dossier;
    }

    [[nodiscard]] bool takenFor(std::string_view name) const {
        return says(0, "", "Taken for " + std::string(name) + ", by its header.");
    }

    /// The dossier's only source.
    static std::string source(const Dossier& dossier) {
        return dossier.sources().size() == 1
                   ? std::string(dossier.text(dossier.sources().front().title))
                   : std::to_string(dossier.sources().size()) + " sources";
    }

    /// What is claimed: "Norway–Sweden war: WarNum 1".
    static std::vector<std::string> claims(const Dossier& dossier) {
        std::vector<std::string> lines;
        for (const Claim& claim : dossier.claims()) {
            lines.push_back(dossier.describe(claim.about) + ": " +
                            std::string(dossier.text(claim.locator)));
        }
        return lines;
    }
};

} // namespace entente
