#include "core/formats/table_columns.h"
#include "core/formats/tables.h"
#include "core/formats/time_set.h"
#include "core/store/replace_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
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

/// The attribute's name, marked as an attribute's where a reader would take it for something else.
std::string attributeHeader(const Dossier& dossier, StringId name,
                            std::span<const columns::Names> known) {
    const std::string_view text = dossier.text(name);
    const std::string plain = plainColumnName(text);
    const bool ambiguous =
        text.empty() || columns::known(known, plain) || plain == "source" || plain == "target" ||
        std::ranges::find(columns::ofCodes, plain, &columns::CodeColumn::name) !=
            columns::ofCodes.end() ||
        text.starts_with(columns::attributePrefix) || text.starts_with(columns::codePrefix);
    return ambiguous ? std::string(columns::attributePrefix) + std::string(text)
                     : std::string(text);
}

std::string sectorText(const Dossier& dossier, SectorSet sectors) {
    std::string text;
    for (; sectors != 0; sectors &= sectors - 1) {
        const auto sector = static_cast<std::size_t>(std::countr_zero(sectors));
        if (sector < dossier.sectors().size()) {
            text += (text.empty() ? "" : "; ") + dossier.sectors()[sector].id;
        }
    }
    return text;
}

/// The systems of codes that vertices have, in the order in which they come.
std::vector<std::string> codeSystems(const Dossier& dossier) {
    std::vector<std::string> systems;
    for (VertexIndex row = 0; row < dossier.vertices().size(); ++row) {
        for (const Code& code : dossier.vertices().details(row).codes) {
            if (!dossier.vertices().removed(row) &&
                std::ranges::find(systems, code.system) == systems.end()) {
                systems.push_back(code.system);
            }
        }
    }
    return systems;
}

std::string codeText(const VertexDetails& details, std::string_view system) {
    std::string text;
    for (const Code& code : details.codes) {
        if (code.system == system) {
            text += (text.empty() ? "" : "; ") + code.value;
        }
    }
    return text;
}

std::string nodesText(const Dossier& dossier, const Progress& progress) {
    const VertexTable& vertices = dossier.vertices();
    const std::vector<std::string> systems = codeSystems(dossier);
    const std::vector<StringId> attributes = vertices.attributes().names();
    TableText table;
    for (const std::string_view name :
         {"Id", "Label", "Kind", "Type", "Status", "Sector", "Period", "Timeset", "Confidence",
          "Polarity", "Note", "Latitude", "Longitude"}) {
        table.add(name);
    }
    for (const std::string& system : systems) {
        table.add(std::string(columns::codePrefix) + system);
    }
    for (const StringId name : attributes) {
        table.add(attributeHeader(dossier, name, columns::ofNodes));
    }
    table.endRow();
    for (VertexIndex row = 0; row < vertices.size(); ++row) {
        if (vertices.removed(row)) {
            continue;
        }
        if (row % rowsBetweenReports == 0) {
            progress.throwIfStopped();
        }
        table.add(dossier.text(vertices.id(row)));
        table.add(dossier.text(vertices.label(row)));
        table.add(word(vertices.kind(row)));
        table.add(dossier.text(vertices.type(row)));
        table.add(vertices.status(row) == Status::Unstated ? "" : word(vertices.status(row)));
        table.add(sectorText(dossier, vertices.sectors(row)));
        table.add(toEdtf(vertices.period(row)));
        table.add(timeSetText(vertices.period(row)));
        table.add(word(vertices.confidence(row)));
        table.add(word(vertices.polarity(row)));
        table.add(dossier.text(vertices.note(row)));
        const VertexDetails& details = vertices.details(row);
        table.add(details.location ? fmt::format("{}", details.location->latitude) : "");
        table.add(details.location ? fmt::format("{}", details.location->longitude) : "");
        for (const std::string& system : systems) {
            table.add(codeText(details, system));
        }
        for (const StringId name : attributes) {
            table.add(dossier.text(vertices.attributes().value(row, name)));
        }
        table.endRow();
    }
    return table.text();
}

std::string edgesText(const Dossier& dossier, const Progress& progress) {
    const VertexTable& vertices = dossier.vertices();
    const EdgeTable& edges = dossier.edges();
    const std::vector<StringId> attributes = edges.attributes().names();
    TableText table;
    for (const std::string_view name :
         {"Source", "Target", "Type", "Id", "Label", "Kind", "Weight", "Sector", "Period",
          "Timeset", "Confidence", "Polarity", "Note"}) {
        table.add(name);
    }
    for (const StringId name : attributes) {
        table.add(attributeHeader(dossier, name, columns::ofEdges));
    }
    table.endRow();
    const auto removed = [&](VertexIndex row) {
        return row >= vertices.size() || vertices.removed(row);
    };
    for (EdgeIndex row = 0; row < edges.size(); ++row) {
        if (edges.removed(row) || removed(edges.source(row)) || removed(edges.target(row))) {
            continue;
        }
        if (row % rowsBetweenReports == 0) {
            progress.throwIfStopped();
            progress.tell(static_cast<double>(row) / static_cast<double>(edges.size()));
        }
        table.add(dossier.text(vertices.id(edges.source(row))));
        table.add(dossier.text(vertices.id(edges.target(row))));
        table.add(edges.directed(row) ? "Directed" : "Undirected");
        table.add(dossier.text(edges.id(row)));
        table.add(dossier.text(edges.type(row)));
        table.add(word(edges.kind(row)));
        table.add(fmt::format("{}", edges.weight(row)));
        table.add(sectorText(dossier, edges.sectors(row)));
        table.add(toEdtf(edges.period(row)));
        table.add(timeSetText(edges.period(row)));
        table.add(word(edges.confidence(row)));
        table.add(word(edges.polarity(row)));
        table.add(dossier.text(edges.note(row)));
        for (const StringId name : attributes) {
            table.add(dossier.text(edges.attributes().value(row, name)));
        }
        table.endRow();
    }
    return table.text();
}

/// What of the dossier the tables have no column for, counted.
struct Losses {
    std::size_t claims = 0;
    std::size_t sources = 0;
    std::size_t names = 0;
    std::size_t terms = 0;
    std::size_t renewals = 0;
    std::size_t quantities = 0;
    std::size_t sectors = 0;

    explicit Losses(const Dossier& dossier) {
        for (ClaimIndex i = 0; i < dossier.claims().size(); ++i) {
            claims += dossier.claimRemoved(i) ? 0 : 1;
        }
        for (SourceIndex i = 0; i < dossier.sources().size(); ++i) {
            sources += dossier.sourceRemoved(i) ? 0 : 1;
        }
        for (VertexIndex row = 0; row < dossier.vertices().size(); ++row) {
            if (!dossier.vertices().removed(row)) {
                const VertexDetails& details = dossier.vertices().details(row);
                names += details.names.size();
                terms += details.terms.size();
                renewals += details.renewals.size();
                quantities += details.quantities.size();
            }
        }
        const std::vector<Sector> standard = standardSectors();
        for (const Sector& sector : dossier.sectors()) {
            sectors += std::ranges::find(standard, sector) == standard.end() ? 1 : 0;
        }
    }
};

class TablesWriter : public Writer {
public:
    [[nodiscard]] std::string_view name() const override { return "Node and edge tables (CSV)"; }

    [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"csv"}; }

    [[nodiscard]] std::vector<std::string> losses(const Dossier& dossier) const override {
        std::vector<std::string> sentences;
        const auto lose = [&sentences](std::size_t count, std::string_view what) {
            if (count > 0) {
                sentences.push_back(
                    fmt::format("Tables cannot hold {}; {} will be missing.", what, count));
            }
        };
        const Losses counts(dossier);
        lose(counts.claims, "claims");
        lose(counts.sources, "sources");
        lose(counts.names, "names in other languages and aliases");
        lose(counts.terms, "terms of agreements");
        lose(counts.renewals, "dates of renewal");
        lose(counts.quantities, "quantities");
        lose(counts.sectors, "colours and full names of sectors of one's own");
        const Cover& cover = dossier.cover();
        if (!cover.title.empty() || !cover.description.empty() || !cover.asOf.empty() ||
            !cover.language.empty()) {
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
