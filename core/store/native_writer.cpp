#include "core/store/native_writer.h"

#include "core/store/row_inserts.h"
#include "core/store/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace entente {

namespace {

constexpr std::size_t rowsBetweenReports = 1U << 14U;

void appendJsonString(std::string& json, std::string_view text) {
    json += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            json += c;
        }
    }
    json += '"';
}

} // namespace

NativeWriter::NativeWriter(Database& database, std::string name, const Dossier& dossier,
                           const Progress& progress)
    : database_(database), name_(std::move(name)), dossier_(dossier), progress_(progress),
      rowsToDo_(dossier.vertices().count() + dossier.edges().count() + dossier.claims().size()) {}

void NativeWriter::write(std::span<const SavedView> views) {
    database_.execute("BEGIN");
    database_.execute(std::string(schemaText()).c_str());
    writeCover();
    writeSectors();
    writeSources();
    writeVertices();
    writeVertexDetails();
    writeEdges();
    writeClaims();
    writeAttributes("vertex", dossier_.vertices().attributes(), vertexKeys_);
    writeAttributes("edge", dossier_.edges().attributes(), edgeKeys_);
    writeViews(views);
    database_.execute("COMMIT");
    progress_.tell(1);
}

void NativeWriter::rowDone() {
    if (++rowsDone_ % rowsBetweenReports == 0) {
        progress_.throwIfStopped();
        progress_.tell(static_cast<double>(rowsDone_) / static_cast<double>(rowsToDo_));
    }
}

std::string_view NativeWriter::sectorText(SectorSet sectors) {
    const auto [place, isNew] = sectorTexts_.try_emplace(sectors);
    if (isNew) {
        std::string json = "[";
        for (std::size_t i = 0; i < dossier_.sectors().size(); ++i) {
            if ((sectors & sectorBit(i)) != 0) {
                if (json.size() > 1) {
                    json += ',';
                }
                appendJsonString(json, dossier_.sectors()[i].id);
            }
        }
        place->second = json + "]";
    }
    return place->second;
}

void NativeWriter::writeCover() {
    const Cover& cover = dossier_.cover();
    const std::string asOf = toEdtf(cover.asOf);
    Statement insert(database_, "INSERT INTO cover VALUES (?, ?, ?, ?)");
    insert.bind(1, cover.title).bind(2, cover.description).bind(3, asOf).bind(4, cover.language);
    insert.execute();
}

void NativeWriter::writeSectors() {
    Statement insert(database_, "INSERT INTO sector VALUES (?, ?, ?, ?)");
    std::int64_t key = 0;
    for (const Sector& sector : dossier_.sectors()) {
        const std::string colour = fmt::format("#{:06X}", sector.colour & 0xFFFFFFU);
        insert.bind(1, ++key).bind(2, sector.id).bind(3, sector.name).bind(4, colour);
        insert.execute();
    }
}

void NativeWriter::writeSources() {
    Statement insert(database_, "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?)");
    sourceKeys_.resize(dossier_.sources().size());
    std::int64_t key = 0;
    for (SourceIndex row = 0; row < dossier_.sources().size(); ++row) {
        if (dossier_.sourceRemoved(row)) {
            continue;
        }
        const Source& source = dossier_.sources()[row];
        const std::string date = toEdtf(source.date);
        sourceKeys_[row] = ++key;
        insert.bind(1, key).bind(2, text(source.id)).bind(3, text(source.title));
        insert.bind(4, text(source.publisher)).bind(5, text(source.address)).bind(6, date);
        insert.bind(7, text(source.note));
        insert.execute();
    }
}

void NativeWriter::writeVertices() {
    RowInserts insert(database_, "vertex", 13);
    const VertexTable& vertices = dossier_.vertices();
    vertexKeys_.resize(vertices.size());
    std::int64_t key = 0;
    for (VertexIndex row = 0; row < vertices.size(); ++row) {
        if (vertices.removed(row)) {
            continue;
        }
        const std::optional<Location>& location = vertices.details(row).location;
        vertexKeys_[row] = ++key;
        insert.bind(1, key).bind(2, text(vertices.id(row))).bind(3, word(vertices.kind(row)));
        insert.bind(4, text(vertices.type(row))).bind(5, text(vertices.label(row)));
        insert.bindOwn(6, toEdtf(vertices.period(row))).bind(7, word(vertices.status(row)));
        insert.bind(8, word(vertices.confidence(row))).bind(9, word(vertices.polarity(row)));
        insert.bind(10, sectorText(vertices.sectors(row)));
        if (location && !std::isnan(location->latitude) && !std::isnan(location->longitude)) {
            insert.bind(11, location->latitude).bind(12, location->longitude);
        }
        insert.bind(13, text(vertices.note(row))).add();
        rowDone();
    }
    insert.finish();
}

void NativeWriter::writeVertexDetails() {
    RowInserts names(database_, "name", 5);
    RowInserts codes(database_, "code", 4);
    RowInserts terms(database_, "term", 3);
    RowInserts renewals(database_, "renewal", 3);
    RowInserts quantities(database_, "quantity", 5);
    for (VertexIndex row = 0; row < vertexKeys_.size(); ++row) {
        const std::int64_t key = vertexKeys_[row];
        if (key == 0) {
            continue;
        }
        const auto writeList = [key](RowInserts& insert, const auto& list, const auto& bindRest) {
            std::int64_t position = 0;
            for (const auto& entry : list) {
                insert.bind(1, key).bind(2, ++position);
                bindRest(entry);
            }
        };
        const VertexDetails& details = dossier_.vertices().details(row);
        writeList(names, details.names, [&names](const Name& name) {
            names.bind(3, name.language).bind(4, name.text);
            names.bind(5, std::int64_t{name.alias}).add();
        });
        writeList(codes, details.codes, [&codes](const Code& code) {
            codes.bind(3, code.system).bind(4, code.value).add();
        });
        writeList(terms, details.terms,
                  [&terms](const std::string& term) { terms.bind(3, term).add(); });
        writeList(renewals, details.renewals,
                  [&renewals](const Date& date) { renewals.bindOwn(3, toEdtf(date)).add(); });
        writeList(quantities, details.quantities, [&quantities](const Quantity& quantity) {
            quantities.bind(3, quantity.number).bind(4, quantity.unit).bind(5, quantity.per);
            quantities.add();
        });
    }
    for (RowInserts* const inserts : {&names, &codes, &terms, &renewals, &quantities}) {
        inserts->finish();
    }
}

void NativeWriter::writeEdges() {
    RowInserts insert(database_, "edge", 13);
    const EdgeTable& edges = dossier_.edges();
    edgeKeys_.resize(edges.size());
    std::int64_t key = 0;
    std::string period;
    const Period* periodWritten = nullptr;
    for (EdgeIndex row = 0; row < edges.size(); ++row) {
        if (edges.removed(row)) {
            continue;
        }
        const VertexIndex source = edges.source(row);
        const VertexIndex target = edges.target(row);
        if (source >= vertexKeys_.size() || target >= vertexKeys_.size()) {
            throw FileError(fmt::format("“{}” could not be saved: the edge “{}” (row {}) lacks an "
                                        "end. Remove it or give it both ends.",
                                        name_, dossier_.describe({ElementKind::Edge, row}),
                                        row + 1));
        }
        if (vertexKeys_[source] == 0 || vertexKeys_[target] == 0) {
            continue;
        }
        // Edges read from one file often come in runs of the same period.
        if (periodWritten == nullptr || *periodWritten != edges.period(row)) {
            periodWritten = &edges.period(row);
            period = toEdtf(*periodWritten);
        }
        edgeKeys_[row] = ++key;
        insert.bind(1, key).bind(2, text(edges.id(row))).bind(3, word(edges.kind(row)));
        insert.bind(4, vertexKeys_[source]).bind(5, vertexKeys_[target]);
        insert.bind(6, std::int64_t{edges.directed(row)}).bind(7, text(edges.type(row)));
        insert.bindOwn(8, period).bind(9, word(edges.confidence(row)));
        insert.bind(10, word(edges.polarity(row))).bind(11, sectorText(edges.sectors(row)));
        insert.bind(12, double{edges.weight(row)}).bind(13, text(edges.note(row))).add();
        rowDone();
    }
    insert.finish();
}

void NativeWriter::writeClaims() {
    RowInserts insert(database_, "claim", 9);
    std::int64_t key = 0;
    for (ClaimIndex row = 0; row < dossier_.claims().size(); ++row) {
        if (dossier_.claimRemoved(row)) {
            continue;
        }
        const Claim& claim = dossier_.claims()[row];
        const bool aboutVertex = claim.about.kind == ElementKind::Vertex;
        const bool aboutEdge = claim.about.kind == ElementKind::Edge;
        const Keys& keys = aboutVertex ? vertexKeys_ : edgeKeys_;
        const bool hasSource = claim.source != noIndex;
        if ((!aboutVertex && !aboutEdge) || claim.about.index >= keys.size() ||
            (hasSource && claim.source >= sourceKeys_.size())) {
            throw FileError(fmt::format("“{}” could not be saved: the claim “{}” (row {}) is about "
                                        "nothing, or its source does not exist. Remove it.",
                                        name_, text(claim.statement), row + 1));
        }
        const std::int64_t about = keys[claim.about.index];
        if (about == 0) {
            continue;
        }
        insert.bind(1, ++key).bind(aboutVertex ? 2 : 3, about).bind(4, text(claim.statement));
        if (hasSource && sourceKeys_[claim.source] != 0) {
            insert.bind(5, sourceKeys_[claim.source]);
        }
        insert.bind(6, text(claim.locator)).bind(7, text(claim.attribution));
        insert.bind(8, word(claim.confidence)).bindOwn(9, toEdtf(claim.date)).add();
        rowDone();
    }
    insert.finish();
}

void NativeWriter::writeAttributes(std::string_view element, const AttributeColumns& columns,
                                   const Keys& keys) {
    const std::vector<StringId> names = columns.names();
    if (names.empty()) {
        return;
    }
    Statement insertName(database_, "INSERT INTO attribute VALUES (?, ?, ?, ?)");
    const std::int64_t beforeFirst = attributeNames_;
    for (const StringId name : names) {
        const std::optional<AttributeType> type = columns.declared(name);
        insertName.bind(1, ++attributeNames_).bind(2, element).bind(3, text(name));
        insertName.bind(4, type ? word(*type) : std::string_view{}).execute();
    }
    std::vector<std::span<const StringId>> values;
    std::ranges::transform(names, std::back_inserter(values),
                           [&columns](StringId name) { return columns.values(name); });
    RowInserts insert(database_, fmt::format("{}_attribute", element), 3);
    for (std::uint32_t row = 0; row < keys.size(); ++row) {
        if (keys[row] == 0) {
            continue;
        }
        for (std::size_t i = 0; i < names.size(); ++i) {
            const StringId value = row < values[i].size() ? values[i][row] : noString;
            if (value != noString) {
                insert.bind(1, keys[row]);
                insert.bind(2, beforeFirst + static_cast<std::int64_t>(i) + 1);
                insert.bind(3, text(value)).add();
            }
        }
        if (row % rowsBetweenReports == 0) {
            progress_.throwIfStopped();
        }
    }
    insert.finish();
}

void NativeWriter::writeViews(std::span<const SavedView> views) {
    Statement insert(database_, "INSERT INTO view VALUES (?, ?, ?)");
    std::int64_t key = 0;
    for (const SavedView& view : views) {
        insert.bind(1, ++key).bind(2, view.name).bind(3, view.definition).execute();
    }
}

} // namespace entente
