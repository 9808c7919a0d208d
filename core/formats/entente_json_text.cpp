#include "core/formats/entente_json.h"

#include "core/formats/json_output.h"
#include "core/formats/json_writing_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace entente {

namespace {

class DossierText {
public:
    DossierText(const Dossier& dossier, const Progress& progress)
        : dossier_(dossier), progress_(progress), vertexIds_(uniqueVertexIds(dossier)),
          sourceIds_(uniqueSourceIds(dossier)),
          participations_(edgesBy(EdgeKind::Participation, &EdgeTable::target)),
          lineages_(edgesBy(EdgeKind::Lineage, &EdgeTable::source)),
          vertexClaims_(claimsBy(ElementKind::Vertex, dossier.vertices().size())),
          edgeClaims_(claimsBy(ElementKind::Edge, dossier.edges().size())) {}

    std::string write() {
        out_.beginObject();
        out_.text("format", "entente-dossier");
        out_.number("version", 1.0);
        writeCover();
        writeAttributeTypes();
        writeSectors();
        writeSources();
        writeVertices("actors", [](VertexKind kind) { return isActor(kind); });
        writeVertices("agreements", [](VertexKind kind) { return kind == VertexKind::Agreement; });
        writeVertices("events", [](VertexKind kind) { return kind == VertexKind::Event; });
        writeTies();
        out_.endObject();
        return out_.take();
    }

private:
    Grouping edgesBy(EdgeKind kind, VertexIndex (EdgeTable::*owner)(EdgeIndex) const) const {
        return {dossier_.vertices().size(), dossier_.edges().size(), [&](EdgeIndex row) {
                    return dossier_.edges().kind(row) == kind && writable(dossier_, row)
                               ? (dossier_.edges().*owner)(row)
                               : noIndex;
                }};
    }

    Grouping claimsBy(ElementKind kind, std::size_t owners) const {
        return {owners, dossier_.claims().size(), [&](ClaimIndex row) {
                    const Claim& claim = dossier_.claims()[row];
                    return claim.about.kind == kind && !dossier_.claimRemoved(row) &&
                                   writable(dossier_, claim)
                               ? claim.about.index
                               : noIndex;
                }};
    }

    /// The work is counted in rows of vertices and edges.
    void advance() {
        constexpr std::size_t rowsBetweenReports = 4096;
        if (++rowsWritten_ % rowsBetweenReports == 0) {
            progress_.tell(
                static_cast<double>(rowsWritten_) /
                static_cast<double>(dossier_.vertices().size() + dossier_.edges().size()));
            progress_.throwIfStopped();
        }
    }

    void textUnlessEmpty(std::string_view key, std::string_view value) {
        if (!value.empty()) {
            out_.text(key, value);
        }
    }

    void textUnlessEmpty(std::string_view key, StringId value) {
        textUnlessEmpty(key, dossier_.text(value));
    }

    void writeCover() {
        const Cover& cover = dossier_.cover();
        textUnlessEmpty("title", cover.title);
        textUnlessEmpty("description", cover.description);
        textUnlessEmpty("asOf", toEdtf(cover.asOf));
        textUnlessEmpty("language", cover.language);
    }

    void writeAttributeTypes() {
        const auto vertices = declaredTypes(dossier_.vertices().attributes());
        const auto edges = declaredTypes(dossier_.edges().attributes());
        if (vertices.empty() && edges.empty()) {
            return;
        }
        out_.beginObject("attributeTypes");
        for (const auto& [owner, types] : {std::pair("vertices", &vertices), {"edges", &edges}}) {
            if (!types->empty()) {
                out_.beginObject(owner);
                for (const auto& [name, type] : *types) {
                    out_.text(name, word(type));
                }
                out_.endObject();
            }
        }
        out_.endObject();
    }

    /// By name, of those that have values.
    std::map<std::string_view, AttributeType>
    declaredTypes(const AttributeColumns& attributes) const {
        std::map<std::string_view, AttributeType> types;
        for (const auto& [name, type] : attributes.declared()) {
            if (name != noString && !attributes.values(name).empty()) {
                types.emplace(dossier_.text(name), type);
            }
        }
        return types;
    }

    void writeSectors() {
        out_.beginList("sectors");
        for (const Sector& sector : dossier_.sectors()) {
            out_.beginObject();
            out_.text("id", sector.id);
            out_.text("name", sector.name);
            out_.text("colour", fmt::format("#{:06X}", sector.colour & 0xFFFFFFU));
            out_.endObject();
        }
        out_.endList();
    }

    void writeSources() {
        out_.beginList("sources");
        for (SourceIndex row = 0; row < dossier_.sources().size(); ++row) {
            if (dossier_.sourceRemoved(row)) {
                continue;
            }
            const Source& source = dossier_.sources()[row];
            out_.beginObject();
            out_.text("id", sourceIds_[row]);
            textUnlessEmpty("title", source.title);
            textUnlessEmpty("publisher", source.publisher);
            textUnlessEmpty("date", toEdtf(source.date));
            textUnlessEmpty("address", source.address);
            textUnlessEmpty("note", source.note);
            out_.endObject();
        }
        out_.endList();
    }

    template <typename Wanted>
    void writeVertices(std::string_view list, Wanted wanted) {
        out_.beginList(list);
        for (VertexIndex row = 0; row < dossier_.vertices().size(); ++row) {
            if (!dossier_.vertices().removed(row) && wanted(dossier_.vertices().kind(row))) {
                writeVertex(row);
                advance();
            }
        }
        out_.endList();
    }

    void writeVertex(VertexIndex row) {
        const VertexTable& vertices = dossier_.vertices();
        const VertexDetails& details = vertices.details(row);
        const VertexKind kind = vertices.kind(row);
        out_.beginObject();
        out_.text("id", vertexIds_[row]);
        if (isActor(kind)) {
            out_.text("kind", word(kind));
        }
        textUnlessEmpty("name", vertices.label(row));
        textUnlessEmpty("type", vertices.type(row));
        writeNames(details.names);
        writeCodes(details.codes);
        if (details.location) {
            out_.beginObject("location");
            out_.number("latitude", details.location->latitude);
            out_.number("longitude", details.location->longitude);
            out_.endObject();
        }
        textUnlessEmpty("period", toEdtf(vertices.period(row)));
        if (vertices.status(row) != Status::Unstated) {
            out_.text("status", word(vertices.status(row)));
        }
        writeJudgement(vertices.sectors(row), vertices.polarity(row), vertices.confidence(row));
        writeAgreementDetails(details);
        textUnlessEmpty("note", vertices.note(row));
        writeAttributes(vertices.attributes().row(row));
        writeClaims(vertexClaims_.of(row));
        if (!isActor(kind)) {
            writeEdges(kind == VertexKind::Agreement ? "parties" : "participants",
                       participations_.of(row));
            writeEdges("lineage", lineages_.of(row));
        }
        out_.endObject();
    }

    void writeNames(const std::vector<Name>& names) {
        if (names.empty()) {
            return;
        }
        out_.beginList("names");
        for (const Name& name : names) {
            out_.beginObject();
            textUnlessEmpty("language", name.language);
            out_.text("text", name.text);
            if (name.alias) {
                out_.boolean("alias", true);
            }
            out_.endObject();
        }
        out_.endList();
    }

    void writeCodes(const std::vector<Code>& codes) {
        if (codes.empty()) {
            return;
        }
        out_.beginObject("codes");
        for (auto code = codes.begin(); code != codes.end(); ++code) {
            const auto same = [&](const Code& other) { return other.system == code->system; };
            if (std::any_of(codes.begin(), code, same) || code->system.empty()) {
                continue;
            }
            if (std::none_of(code + 1, codes.end(), same)) {
                out_.text(code->system, code->value);
                continue;
            }
            out_.beginList(code->system);
            for (auto each = code; each != codes.end(); ++each) {
                if (same(*each)) {
                    out_.item(each->value);
                }
            }
            out_.endList();
        }
        out_.endObject();
    }

    void writeAgreementDetails(const VertexDetails& details) {
        if (!details.terms.empty()) {
            out_.beginList("terms");
            std::ranges::for_each(details.terms, [this](const auto& term) { out_.item(term); });
            out_.endList();
        }
        if (!details.renewals.empty()) {
            out_.beginList("renewals");
            std::ranges::for_each(details.renewals,
                                  [this](const Date& date) { out_.item(toEdtf(date)); });
            out_.endList();
        }
        if (!details.quantities.empty()) {
            out_.beginList("quantities");
            for (const Quantity& quantity : details.quantities) {
                out_.beginObject();
                out_.number("number", std::isfinite(quantity.number) ? quantity.number : 0);
                textUnlessEmpty("unit", quantity.unit);
                textUnlessEmpty("per", quantity.per);
                out_.endObject();
            }
            out_.endList();
        }
    }

    void writeJudgement(SectorSet sectors, Polarity polarity, Confidence confidence) {
        const std::size_t known = dossier_.sectors().size();
        if ((known == mostSectors ? sectors : sectors & (sectorBit(known) - 1)) != 0) {
            out_.beginList("sectors");
            for (std::size_t i = 0; i < known; ++i) {
                if ((sectors & sectorBit(i)) != 0) {
                    out_.item(dossier_.sectors()[i].id);
                }
            }
            out_.endList();
        }
        if (polarity != Polarity::Neutral) {
            out_.text("polarity", word(polarity));
        }
        if (confidence != Confidence::Confirmed) {
            out_.text("confidence", word(confidence));
        }
    }

    void writeAttributes(std::vector<Attribute> attributes) {
        // The order of the columns depends on what was read before; the names do not.
        std::erase_if(attributes, [](const Attribute& each) { return each.name == noString; });
        std::ranges::sort(attributes, {},
                          [this](const Attribute& each) { return dossier_.text(each.name); });
        if (!attributes.empty()) {
            out_.beginObject("attributes");
            for (const Attribute& attribute : attributes) {
                out_.text(dossier_.text(attribute.name), dossier_.text(attribute.value));
            }
            out_.endObject();
        }
    }

    void writeClaims(std::span<const ClaimIndex> rows) {
        if (rows.empty()) {
            return;
        }
        out_.beginList("claims");
        for (const ClaimIndex row : rows) {
            const Claim& claim = dossier_.claims()[row];
            out_.beginObject();
            textUnlessEmpty("statement", claim.statement);
            out_.text("source", sourceIds_[claim.source]);
            textUnlessEmpty("locator", claim.locator);
            textUnlessEmpty("attribution", claim.attribution);
            if (claim.confidence != Confidence::Confirmed) {
                out_.text("confidence", word(claim.confidence));
            }
            textUnlessEmpty("date", toEdtf(claim.date));
            out_.endObject();
        }
        out_.endList();
    }

    void writeEdges(std::string_view list, std::span<const EdgeIndex> rows) {
        if (!rows.empty()) {
            out_.beginList(list);
            std::ranges::for_each(rows, [this](EdgeIndex row) { writeEdge(row); });
            out_.endList();
        }
    }

    void writeTies() {
        out_.beginList("ties");
        for (EdgeIndex row = 0; row < dossier_.edges().size(); ++row) {
            if (dossier_.edges().kind(row) == EdgeKind::Tie && writable(dossier_, row)) {
                writeEdge(row);
            }
        }
        out_.endList();
    }

    void writeEdge(EdgeIndex row) {
        const EdgeTable& edges = dossier_.edges();
        out_.beginObject();
        textUnlessEmpty("id", edges.id(row));
        switch (edges.kind(row)) {
        case EdgeKind::Tie:
            out_.text("source", vertexIds_[edges.source(row)]);
            out_.text("target", vertexIds_[edges.target(row)]);
            textUnlessEmpty("type", edges.type(row));
            break;
        case EdgeKind::Participation:
            out_.text("actor", vertexIds_[edges.source(row)]);
            textUnlessEmpty("role", edges.type(row));
            break;
        case EdgeKind::Lineage:
            out_.text("type", dossier_.text(edges.type(row)));
            out_.text("agreement", vertexIds_[edges.target(row)]);
            break;
        }
        if (!edges.directed(row)) {
            out_.boolean("directed", false);
        }
        textUnlessEmpty("period", toEdtf(edges.period(row)));
        writeJudgement(edges.sectors(row), edges.polarity(row), edges.confidence(row));
        if (edges.weight(row) != 1 && std::isfinite(edges.weight(row))) {
            out_.number("weight", edges.weight(row));
        }
        textUnlessEmpty("note", edges.note(row));
        writeAttributes(edges.attributes().row(row));
        writeClaims(edgeClaims_.of(row));
        out_.endObject();
        advance();
    }

    const Dossier& dossier_;
    const Progress& progress_;
    UniqueIds vertexIds_;
    UniqueIds sourceIds_;
    Grouping participations_;
    Grouping lineages_;
    Grouping vertexClaims_;
    Grouping edgeClaims_;
    std::size_t rowsWritten_ = 0;
    JsonOutput out_;
};

} // namespace

std::string ententeJsonText(const Dossier& dossier, const Progress& progress) {
    return DossierText(dossier, progress).write();
}

} // namespace entente
