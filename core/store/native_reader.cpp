#include "core/store/native_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace entente {

namespace {

constexpr std::size_t rowsBetweenReports = 1U << 14U;

std::optional<std::uint32_t> parseColour(std::string_view text) {
    std::uint32_t colour = 0;
    if (text.size() != 7 || text.front() != '#') {
        return std::nullopt;
    }
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data() + 1, last, colour, 16);
    return error == std::errc{} && end == last ? std::optional(colour) : std::nullopt;
}

} // namespace

/// The five tables that hold what few vertices have.
class NativeReader::VertexDetailRows {
public:
    explicit VertexDetailRows(NativeReader& reader)
        : reader_(reader),
          names_(reader.database_, reader.name_, "name", "vertex, position, language, text, alias"),
          codes_(reader.database_, reader.name_, "code", "vertex, position, system, value"),
          terms_(reader.database_, reader.name_, "term", "vertex, position, text"),
          renewals_(reader.database_, reader.name_, "renewal", "vertex, position, date"),
          quantities_(reader.database_, reader.name_, "quantity",
                      "vertex, position, number, unit, per") {}

    void take(std::int64_t vertex, VertexDetails& details) {
        names_.ofOwner(vertex, [&](const Statement& row, const RowPlace& place) {
            details.names.push_back({std::string(row.text(2)), std::string(row.text(3)),
                                     reader_.readFlag(row, 4, place)});
        });
        codes_.ofOwner(vertex, [&](const Statement& row, const RowPlace&) {
            details.codes.push_back({std::string(row.text(2)), std::string(row.text(3))});
        });
        terms_.ofOwner(vertex, [&](const Statement& row, const RowPlace&) {
            details.terms.emplace_back(row.text(2));
        });
        renewals_.ofOwner(vertex, [&](const Statement& row, const RowPlace& place) {
            const std::optional<Date> date = parseDate(row.text(2));
            if (!date) {
                reader_.refuse(place, fmt::format("“{}” is no date (EDTF)", row.text(2)));
            }
            details.renewals.push_back(*date);
        });
        quantities_.ofOwner(vertex, [&](const Statement& row, const RowPlace&) {
            details.quantities.push_back(
                {row.real(2), std::string(row.text(3)), std::string(row.text(4))});
        });
    }

    void finish() const {
        names_.finish();
        codes_.finish();
        terms_.finish();
        renewals_.finish();
        quantities_.finish();
    }

private:
    NativeReader& reader_;
    OwnedRows names_;
    OwnedRows codes_;
    OwnedRows terms_;
    OwnedRows renewals_;
    OwnedRows quantities_;
};

void NativeReader::KeyIndex::add(std::int64_t key) {
    if (others_.empty() && key == counted_ + 1) {
        ++counted_;
    } else {
        others_.push_back(key);
    }
}

std::uint32_t NativeReader::KeyIndex::row(std::int64_t key) const {
    if (key >= 1 && key <= counted_) {
        return static_cast<std::uint32_t>(key - 1);
    }
    const auto place = std::ranges::lower_bound(others_, key);
    return place != others_.end() && *place == key
               ? static_cast<std::uint32_t>(counted_ + (place - others_.begin()))
               : noIndex;
}

NativeReader::NativeReader(Database& database, std::string name, const Progress& progress)
    : database_(database), name_(std::move(name)), progress_(progress) {}

Dossier NativeReader::read() {
    const std::size_t vertices = countRows("vertex");
    const std::size_t edges = countRows("edge");
    rowsToDo_ = vertices + edges;
    if (rowsToDo_ >= noIndex) {
        throw FileError(fmt::format("“{}” has more rows than this program can hold ({}). Split it.",
                                    name_, rowsToDo_));
    }
    dossier_.reserve(vertices, edges);
    readCover();
    readSectors();
    readSources();
    readVertices();
    readEdges();
    readClaims();
    progress_.tell(1);
    return std::move(dossier_);
}

void NativeReader::refuse(const RowPlace& place, std::string_view what) const {
    refuseRow(name_, place, what);
}

void NativeReader::rowDone() {
    if (++rowsDone_ % rowsBetweenReports == 0) {
        progress_.throwIfStopped();
        progress_.tell(static_cast<double>(rowsDone_) / static_cast<double>(rowsToDo_));
    }
}

std::size_t NativeReader::countRows(std::string_view table) {
    Statement count(database_, fmt::format("SELECT count(*) FROM {}", table));
    count.step();
    return static_cast<std::size_t>(count.integer(0));
}

bool NativeReader::readFlag(const Statement& row, int column, const RowPlace& place) const {
    const std::int64_t number = row.integer(column);
    if (number != 0 && number != 1) {
        refuse(place, fmt::format("{} stands where only 0 or 1 may", number));
    }
    return number == 1;
}

const Period& NativeReader::readPeriod(const Statement& row, int column, const RowPlace& place) {
    const std::string_view text = row.text(column);
    if (text != periodText_) {
        const std::optional<Period> period = parsePeriod(text);
        if (!period) {
            refuse(place, fmt::format("“{}” is no date or period (EDTF)", text));
        }
        periodText_ = text;
        period_ = *period;
    }
    return period_;
}

SectorSet NativeReader::readSectorSet(const Statement& row, int column, const RowPlace& place) {
    const std::string_view text = row.text(column);
    const auto known = sectorSets_.find(text);
    if (known != sectorSets_.end()) {
        return known->second;
    }
    const SectorSet set = parseSectorSet(text, place);
    sectorSets_.emplace(text, set);
    return set;
}

SectorSet NativeReader::parseSectorSet(std::string_view json, const RowPlace& place) {
    SectorSet set = 0;
    try {
        Statement ids(database_, "SELECT value FROM json_each(?)");
        ids.bind(1, json);
        while (ids.step()) {
            const auto& sectors = dossier_.sectors();
            const auto sector = std::ranges::find(sectors, ids.text(0), &Sector::id);
            if (sector == sectors.end()) {
                refuse(place, fmt::format("there is no sector “{}”", ids.text(0)));
            }
            set |= sectorBit(static_cast<std::size_t>(sector - sectors.begin()));
        }
    } catch (const DatabaseError&) {
        refuse(place, fmt::format("“{}” is no list of sectors (JSON)", json));
    }
    return set;
}

void NativeReader::readCover() {
    Statement row(database_, "SELECT title, description, as_of, language FROM cover");
    if (!row.step()) {
        throw FileError(
            fmt::format("“{}” is damaged: it has no cover. Open an earlier copy.", name_));
    }
    dossier_.setCover({std::string(row.text(0)), std::string(row.text(1)),
                       readPeriod(row, 2, {"cover", 1}), std::string(row.text(3))});
}

void NativeReader::readSectors() {
    Statement row(database_, "SELECT key, id, name, colour FROM sector ORDER BY key");
    std::vector<Sector> sectors;
    while (row.step()) {
        const RowPlace place{"sector", row.integer(0)};
        const std::optional<std::uint32_t> colour = parseColour(row.text(3));
        if (!colour) {
            refuse(place, fmt::format("“{}” is no colour such as #D55E00", row.text(3)));
        }
        if (sectors.size() == mostSectors) {
            refuse(place, fmt::format("there are more than {} sectors", mostSectors));
        }
        sectors.push_back({std::string(row.text(1)), std::string(row.text(2)), *colour});
    }
    dossier_.setSectors(std::move(sectors));
}

void NativeReader::readSources() {
    Statement row(database_,
                  "SELECT key, id, title, publisher, address, date, note FROM source ORDER BY key");
    while (row.step()) {
        const RowPlace place{"source", row.integer(0)};
        sourceRows_.add(place.key);
        dossier_.add(Source{intern(row, 1), intern(row, 2), intern(row, 3), intern(row, 4),
                            intern(row, 6), readPeriod(row, 5, place)});
    }
}

std::vector<StringId> NativeReader::readAttributeNames(std::string_view element) {
    Statement typed(database_, "SELECT 1 FROM pragma_table_info('attribute') WHERE name = 'type'");
    // The first version has no types.
    Statement row(database_, fmt::format("SELECT key, name, {} FROM attribute WHERE element = ? "
                                         "ORDER BY key",
                                         typed.step() ? "type" : "''"));
    row.bind(1, element);
    std::vector<StringId> names;
    attributePlaces_.clear();
    while (row.step()) {
        attributePlaces_.emplace(row.integer(0), names.size());
        names.push_back(intern(row, 1));
        if (const auto type = parseAttributeType(row.text(2))) {
            dossier_.declareAttribute(element == "vertex" ? ElementKind::Vertex : ElementKind::Edge,
                                      names.back(), *type);
        }
    }
    return names;
}

std::size_t NativeReader::attributePlace(const Statement& row, const RowPlace& place) const {
    const auto known = attributePlaces_.find(row.integer(1));
    if (known == attributePlaces_.end()) {
        refuse(place, fmt::format("there is no attribute {}", row.integer(1)));
    }
    return known->second;
}

void NativeReader::takeAttributes(OwnedRows& rows, std::int64_t owner,
                                  const std::vector<StringId>& names, bool isFirst,
                                  std::vector<Attribute>& attributes) {
    attributes.clear();
    if (isFirst) {
        // Columns stand in the order in which they first come: the first row names them all.
        std::ranges::transform(names, std::back_inserter(attributes), [](StringId name) {
            return Attribute{name, noString};
        });
    }
    rows.ofOwner(owner, [&](const Statement& row, const RowPlace& place) {
        const std::size_t attribute = attributePlace(row, place);
        if (isFirst) {
            attributes[attribute].value = intern(row, 2);
        } else {
            attributes.push_back({names[attribute], intern(row, 2)});
        }
    });
}

void NativeReader::readVertices() {
    const std::vector<StringId> attributeNames = readAttributeNames("vertex");
    OwnedRows attributes(database_, name_, "vertex_attribute", "vertex, attribute, value");
    VertexDetailRows details(*this);
    Statement row(database_, "SELECT key, id, kind, type, label, period, status, confidence, "
                             "polarity, sectors, latitude, longitude, note FROM vertex "
                             "ORDER BY key");
    Vertex vertex;
    for (bool isFirst = true; row.step(); isFirst = false) {
        const RowPlace place{"vertex", row.integer(0)};
        vertexRows_.add(place.key);
        vertex.id = intern(row, 1);
        vertex.kind = readWord<VertexKind, vertexKindCount>(row, 2, place);
        vertex.type = intern(row, 3);
        vertex.label = intern(row, 4);
        vertex.period = readPeriod(row, 5, place);
        vertex.status = readWord<Status, statusCount>(row, 6, place);
        vertex.confidence = readWord<Confidence, confidenceCount>(row, 7, place);
        vertex.polarity = readWord<Polarity, polarityCount>(row, 8, place);
        vertex.sectors = readSectorSet(row, 9, place);
        vertex.note = intern(row, 12);
        VertexDetails vertexDetails;
        if (row.isNull(10) != row.isNull(11)) {
            refuse(place, "latitude and longitude do not come together");
        }
        if (!row.isNull(10)) {
            vertexDetails.location = Location{row.real(10), row.real(11)};
        }
        details.take(place.key, vertexDetails);
        vertex.details = vertexDetails.empty()
                             ? nullptr
                             : std::make_shared<const VertexDetails>(std::move(vertexDetails));
        takeAttributes(attributes, place.key, attributeNames, isFirst, vertex.attributes);
        dossier_.add(vertex);
        rowDone();
    }
    details.finish();
    attributes.finish();
}

void NativeReader::readClaims() {
    Statement row(database_, "SELECT key, vertex, edge, statement, source, locator, attribution, "
                             "confidence, date FROM claim ORDER BY key");
    while (row.step()) {
        const RowPlace place{"claim", row.integer(0)};
        if (row.isNull(1) == row.isNull(2)) {
            refuse(place, "it is not about exactly one vertex or edge");
        }
        Claim claim;
        claim.about = row.isNull(1)
                          ? ElementRef{ElementKind::Edge, edgeRows_.row(row.integer(2))}
                          : ElementRef{ElementKind::Vertex, vertexRows_.row(row.integer(1))};
        if (claim.about.index == noIndex) {
            refuse(place, "what it is about does not exist");
        }
        if (!row.isNull(4)) {
            claim.source = sourceRows_.row(row.integer(4));
            if (claim.source == noIndex) {
                refuse(place, fmt::format("source {} does not exist", row.integer(4)));
            }
        }
        claim.statement = intern(row, 3);
        claim.locator = intern(row, 5);
        claim.attribution = intern(row, 6);
        claim.confidence = readWord<Confidence, confidenceCount>(row, 7, place);
        claim.date = readPeriod(row, 8, place);
        dossier_.add(claim);
        if (dossier_.claims().size() % rowsBetweenReports == 0) {
            progress_.throwIfStopped();
        }
    }
}

std::vector<SavedView> NativeReader::readViews() {
    Statement row(database_, "SELECT name, definition FROM view ORDER BY key");
    std::vector<SavedView> views;
    while (row.step()) {
        views.push_back({std::string(row.text(0)), std::string(row.text(1))});
    }
    return views;
}

} // namespace entente
