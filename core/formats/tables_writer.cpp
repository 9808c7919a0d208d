#include "core/formats/tables.h"
#include "core/store/replace_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace entente {

namespace {

void addField(std::string& text, std::string_view field) {
    if (!text.empty() && text.back() != '\n') {
        text += ',';
    }
    const bool quoted = field.find_first_of(",\"\r\n") != std::string_view::npos ||
                        field.starts_with(' ') || field.ends_with(' ');
    if (!quoted) {
        text += field;
        return;
    }
    text += '"';
    for (const char c : field) {
        text += c;
        if (c == '"') {
            text += c;
        }
    }
    text += '"';
}

/// Collects a table row by row. A first field is never empty, so that no row looks blank.
class TableText {
public:
    explicit TableText(std::string_view header) : text_(header) {}

    void addHeader(std::string_view name) { addField(text_, name); }
    void add(std::string_view field) {
        if (atBegin_) {
            atBegin_ = false;
            std::string first;
            addField(first, field);
            text_ += first;
            return;
        }
        text_ += ',';
        std::string next;
        addField(next, field);
        text_ += next;
    }
    void endRow() {
        text_ += '\n';
        atBegin_ = true;
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
    bool atBegin_ = false;
};

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

std::string nodesText(const Dossier& dossier, const Progress& progress) {
    const VertexTable& vertices = dossier.vertices();
    TableText table("Id,Label,Kind,Type,Status,Sector,Period,Confidence,Polarity,Note,Latitude,"
                    "Longitude");
    const std::vector<StringId> attributes = vertices.attributes().names();
    for (const StringId name : attributes) {
        table.addHeader(dossier.text(name));
    }
    table.endRow();
    for (VertexIndex row = 0; row < vertices.size(); ++row) {
        if (vertices.removed(row)) {
            continue;
        }
        if (row % 65536 == 0) {
            progress.throwIfStopped();
        }
        table.add(dossier.text(vertices.id(row)));
        table.add(dossier.text(vertices.label(row)));
        table.add(word(vertices.kind(row)));
        table.add(dossier.text(vertices.type(row)));
        table.add(vertices.status(row) == Status::Unstated ? "" : word(vertices.status(row)));
        table.add(sectorText(dossier, vertices.sectors(row)));
        table.add(toEdtf(vertices.period(row)));
        table.add(word(vertices.confidence(row)));
        table.add(word(vertices.polarity(row)));
        table.add(dossier.text(vertices.note(row)));
        const std::optional<Location>& location = vertices.details(row).location;
        table.add(location ? fmt::format("{}", location->latitude) : "");
        table.add(location ? fmt::format("{}", location->longitude) : "");
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
    TableText table("Source,Target,Type,Id,Kind,Role,Weight,Sector,Period,Confidence,Polarity,Note");
    const std::vector<StringId> attributes = edges.attributes().names();
    for (const StringId name : attributes) {
        table.addHeader(dossier.text(name));
    }
    table.endRow();
    for (EdgeIndex row = 0; row < edges.size(); ++row) {
        if (edges.removed(row)) {
            continue;
        }
        if (row % 65536 == 0) {
            progress.throwIfStopped();
            progress.tell(static_cast<double>(row) / static_cast<double>(edges.size()));
        }
        table.add(dossier.text(vertices.id(edges.source(row))));
        table.add(dossier.text(vertices.id(edges.target(row))));
        table.add(edges.directed(row) ? "Directed" : "Undirected");
        table.add(dossier.text(edges.id(row)));
        table.add(word(edges.kind(row)));
        table.add(dossier.text(edges.type(row)));
        table.add(fmt::format("{}", edges.weight(row)));
        table.add(sectorText(dossier, edges.sectors(row)));
        table.add(toEdtf(edges.period(row)));
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

class TablesWriter : public Writer {
public:
    [[nodiscard]] std::string_view name() const override { return "Node and edge tables (CSV)"; }

    [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"csv"}; }

    [[nodiscard]] std::vector<std::string> losses(const Dossier& dossier) const override {
        std::vector<std::string> losses;
        std::size_t names = 0;
        std::size_t terms = 0;
        for (VertexIndex row = 0; row < dossier.vertices().size(); ++row) {
            const VertexDetails& details = dossier.vertices().details(row);
            names += dossier.vertices().removed(row) ? 0 : details.names.size() + details.codes.size();
            terms += dossier.vertices().removed(row)
                         ? 0
                         : details.terms.size() + details.renewals.size() + details.quantities.size();
        }
        const auto lose = [&losses](std::size_t count, std::string_view what) {
            if (count > 0) {
                losses.push_back(fmt::format("Tables cannot hold {} ({} here).", what, count));
            }
        };
        lose(dossier.claims().size(), "claims with their sources");
        lose(names, "names in other languages and codes");
        lose(terms, "terms, renewals and quantities");
        if (!dossier.cover().title.empty() || !dossier.cover().description.empty()) {
            losses.emplace_back("Tables cannot hold the dossier's title and description.");
        }
        return losses;
    }

    std::vector<std::filesystem::path> write(const Dossier& dossier,
                                             const std::filesystem::path& path,
                                             const Progress& progress) const override {
        const std::string stem = path.stem().string();
        std::vector<std::filesystem::path> files = {path.parent_path() / (stem + "-nodes.csv"),
                                                    path.parent_path() / (stem + "-edges.csv")};
        const std::string nodes = nodesText(dossier, progress);
        const std::string edges = edgesText(dossier, progress);
        replaceFile(files[0], nodes);
        replaceFile(files[1], edges);
        return files;
    }
};

} // namespace

const Writer& tablesWriter() {
    static const TablesWriter writer;
    return writer;
}

} // namespace entente
