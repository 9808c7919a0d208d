#include "core/formats/element_fields.h"

#include "core/formats/field_types.h"
#include "core/formats/table_columns.h"
#include "core/formats/text_list.h"
#include "core/formats/time_set.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <iterator>

namespace entente {

namespace {

/// The attribute's name, marked as an attribute's where a reader would take it for something else.
/// `labelled`: labels are written too, so that other names of theirs mean no label.
std::string attributeName(std::string_view text, std::span<const columns::Names> known,
                          bool labelled) {
    const std::string plain = plainColumnName(text);
    if (labelled && plain != columns::words::label.front() &&
        std::ranges::find(columns::words::label, plain) != columns::words::label.end()) {
        return std::string(text);
    }
    const bool ambiguous = text.empty() || columns::hasPrefix(text) ||
                           columns::known(known, plain) || plain == "source" || plain == "target" ||
                           std::ranges::find(columns::ofCodes, plain, &columns::CodeColumn::name) !=
                               columns::ofCodes.end();
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

std::string_view keptSectorText(const Dossier& dossier, SectorSet sectors,
                                std::map<SectorSet, std::string>& kept) {
    if (sectors == 0) {
        return {};
    }
    const auto found = kept.find(sectors);
    return found != kept.end() ? found->second
                               : kept.emplace(sectors, sectorText(dossier, sectors)).first->second;
}

template <typename Has>
bool anyVertex(const Dossier& dossier, Has has) {
    for (VertexIndex row = 0; row < dossier.vertices().size(); ++row) {
        if (!dossier.vertices().removed(row) && has(row)) {
            return true;
        }
    }
    return false;
}

template <typename Has>
bool anyEdge(const Dossier& dossier, Has has) {
    for (EdgeIndex row = 0; row < dossier.edges().size(); ++row) {
        if (isWritten(dossier, row) && has(row)) {
            return true;
        }
    }
    return false;
}

/// The attributes that something has: what had others may have been taken back.
template <typename Any>
std::vector<StringId> namesInUse(const AttributeColumns& attributes, Any any) {
    std::vector<StringId> names = attributes.names();
    std::erase_if(names, [&](StringId name) {
        const std::span<const StringId> values = attributes.values(name);
        return !any([values](auto row) { return row < values.size() && values[row] != noString; });
    });
    return names;
}

std::size_t placeOf(const std::vector<Field>& fields, std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(fields, name, &Field::name) - fields.begin());
}

/// "55 billion m³ per year"
std::string quantityText(const Quantity& quantity) {
    std::string text = fmt::format("{}", quantity.number);
    if (!quantity.unit.empty() || !quantity.per.empty()) {
        text += " " + quantity.unit;
    }
    return quantity.per.empty() ? text : text + " per " + quantity.per;
}

/// The items as texts, joined.
template <typename Items, typename Text>
std::string listText(const Items& items, Text text) {
    std::vector<std::string> texts;
    std::ranges::transform(items, std::back_inserter(texts), text);
    return joinList(texts);
}

} // namespace

VertexFields::VertexFields(const Dossier& dossier, TimeSets timeSets)
    : dossier_(dossier), timeSets_(timeSets) {
    const VertexTable& v = dossier.vertices();
    const auto any = [&dossier](auto has) { return anyVertex(dossier, has); };
    fields_ = {
        {"id"},
        {"label"},
        // Where no column says the kind, readers take it from the type.
        {"kind",
         {},
         false,
         any([&](auto i) { return v.kind(i) != VertexKind::Other || v.type(i) != noString; }),
         word(VertexKind::Other)},
        {"type", {}, false, any([&](auto i) { return v.type(i) != noString; })},
        {"status", {}, false, any([&](auto i) { return v.status(i) != Status::Unstated; })},
        {"sector", {}, false, any([&](auto i) { return v.sectors(i) != 0; })},
        {"period", {}, false, any([&](auto i) { return !v.period(i).empty(); })}};
    if (timeSets == TimeSets::With) {
        fields_.push_back({"timeset", {}, false, fields_.back().used});
    }
    const bool located = any([&](auto i) { return v.details(i).location.has_value(); });
    fields_.insert(fields_.end(),
                   {{"confidence",
                     {},
                     false,
                     any([&](auto i) { return v.confidence(i) != Confidence::Confirmed; }),
                     word(Confidence::Confirmed)},
                    {"polarity",
                     {},
                     false,
                     any([&](auto i) { return v.polarity(i) != Polarity::Neutral; }),
                     word(Polarity::Neutral)},
                    {"note", {}, false, any([&](auto i) { return v.note(i) != noString; })},
                    {"latitude", FieldType::Number, false, located},
                    {"longitude", FieldType::Number, false, located}});
    addDetails();
    addAttributes();
    values_.resize(fields_.size());
    texts_.resize(fields_.size());
}

void VertexFields::addDetails() {
    bool terms = false;
    bool renewals = false;
    bool quantities = false;
    for (VertexIndex row = 0; row < dossier_.vertices().size(); ++row) {
        if (dossier_.vertices().removed(row)) {
            continue;
        }
        const VertexDetails& details = dossier_.vertices().details(row);
        terms = terms || !details.terms.empty();
        renewals = renewals || !details.renewals.empty();
        quantities = quantities || !details.quantities.empty();
        for (const Code& code : details.codes) {
            if (std::ranges::find(codeSystems_, code.system) == codeSystems_.end()) {
                codeSystems_.push_back(code.system);
            }
        }
        for (const Name& name : details.names) {
            const std::pair column(name.language, name.alias);
            if (std::ranges::find(nameLanguages_, column) == nameLanguages_.end()) {
                nameLanguages_.push_back(column);
            }
        }
    }
    fields_.push_back({"terms", {}, false, terms});
    fields_.push_back({"renewals", {}, false, renewals});
    fields_.push_back({"quantities", {}, false, quantities});
    for (const std::string& system : codeSystems_) {
        fields_.push_back({std::string(columns::codePrefix) + system});
    }
    for (const auto& [language, alias] : nameLanguages_) {
        fields_.push_back(
            {std::string(alias ? columns::aliasPrefix : columns::namePrefix) + language});
    }
}

void VertexFields::addAttributes() {
    const AttributeColumns& attributes = dossier_.vertices().attributes();
    attributes_ = namesInUse(attributes, [this](auto has) { return anyVertex(dossier_, has); });
    for (const StringId name : attributes_) {
        fields_.push_back({attributeName(dossier_.text(name), columns::ofNodes, true),
                           attributeType(dossier_, attributes, name, dossier_.vertices().size()),
                           true});
    }
}

std::size_t VertexFields::place(std::string_view name) const {
    return placeOf(fields_, name);
}

const std::vector<std::string_view>& VertexFields::row(VertexIndex row) {
    const VertexTable& v = dossier_.vertices();
    std::size_t at = 0;
    const auto put = [&](std::string_view value) { values_[at++] = value; };
    const auto keep = [&](std::string text) {
        texts_[at] = std::move(text);
        put(texts_[at]);
    };
    put(dossier_.text(v.id(row)));
    put(dossier_.text(v.label(row)));
    put(word(v.kind(row)));
    put(dossier_.text(v.type(row)));
    put(v.status(row) == Status::Unstated ? std::string_view{} : word(v.status(row)));
    put(keptSectorText(dossier_, v.sectors(row), sectors_));
    keep(toEdtf(v.period(row)));
    if (timeSets_ == TimeSets::With) {
        keep(timeSetText(v.period(row)));
    }
    put(word(v.confidence(row)));
    put(word(v.polarity(row)));
    put(dossier_.text(v.note(row)));
    const VertexDetails& details = v.details(row);
    keep(details.location ? fmt::format("{}", details.location->latitude) : "");
    keep(details.location ? fmt::format("{}", details.location->longitude) : "");
    keep(joinList(details.terms));
    keep(listText(details.renewals, [](const Date& date) { return toEdtf(date); }));
    keep(listText(details.quantities, quantityText));
    for (const std::string& system : codeSystems_) {
        std::vector<std::string> codes;
        for (const Code& code : details.codes) {
            if (code.system == system) {
                codes.push_back(code.value);
            }
        }
        keep(joinList(codes));
    }
    for (const auto& [language, alias] : nameLanguages_) {
        std::vector<std::string> names;
        for (const Name& name : details.names) {
            if (name.language == language && name.alias == alias) {
                names.push_back(name.text);
            }
        }
        keep(joinList(names));
    }
    for (const StringId name : attributes_) {
        put(dossier_.text(v.attributes().value(row, name)));
    }
    return values_;
}

EdgeFields::EdgeFields(const Dossier& dossier, TimeSets timeSets)
    : dossier_(dossier), timeSets_(timeSets) {
    const EdgeTable& e = dossier.edges();
    const auto any = [&dossier](auto has) { return anyEdge(dossier, has); };
    const std::vector<StringId> attributes = namesInUse(e.attributes(), any);
    // Where a file's edges have labels beside their type, both keep their names.
    const bool labelled = std::ranges::any_of(
        attributes, [&](StringId name) { return plainColumnName(dossier.text(name)) == "label"; });
    fields_ = {
        {"source"},
        {"target"},
        {"type"},
        {"id", {}, false, any([&](auto i) { return e.id(i) != noString; })},
        {labelled ? "role" : "label", {}, false, any([&](auto i) {
             return e.type(i) != noString;
         })},
        {"kind", {}, false, any([&](auto i) { return e.kind(i) != EdgeKind::Tie; })},
        {"weight", FieldType::Number, false, any([&](auto i) { return e.weight(i) != 1; }), "1"},
        {"sector", {}, false, any([&](auto i) { return e.sectors(i) != 0; })},
        {"period", {}, false, any([&](auto i) { return !e.period(i).empty(); })}};
    if (timeSets == TimeSets::With) {
        fields_.push_back({"timeset", {}, false, fields_.back().used});
    }
    fields_.insert(fields_.end(),
                   {{"confidence",
                     {},
                     false,
                     any([&](auto i) { return e.confidence(i) != Confidence::Confirmed; }),
                     word(Confidence::Confirmed)},
                    {"polarity",
                     {},
                     false,
                     any([&](auto i) { return e.polarity(i) != Polarity::Neutral; }),
                     word(Polarity::Neutral)},
                    {"note", {}, false, any([&](auto i) { return e.note(i) != noString; })}});
    const bool anyLabel = labelled || fields_[placeOf(fields_, "label")].used;
    for (const StringId name : attributes) {
        attributes_.push_back(e.attributes().values(name));
        const std::string_view text = dossier.text(name);
        const bool label = labelled && plainColumnName(text) == "label";
        fields_.push_back(
            {label ? std::string(text) : attributeName(text, columns::ofEdges, anyLabel),
             attributeType(dossier, e.attributes(), name, e.size()), true});
    }
    values_.resize(fields_.size());
    texts_.resize(fields_.size());
}

std::size_t EdgeFields::place(std::string_view name) const {
    return placeOf(fields_, name);
}

const std::vector<std::string_view>& EdgeFields::row(EdgeIndex row) {
    const EdgeTable& e = dossier_.edges();
    std::size_t at = 0;
    const auto put = [&](std::string_view value) { values_[at++] = value; };
    const auto keep = [&](std::string text) {
        texts_[at] = std::move(text);
        put(texts_[at]);
    };
    put(dossier_.text(dossier_.vertices().id(e.source(row))));
    put(dossier_.text(dossier_.vertices().id(e.target(row))));
    put(e.directed(row) ? "Directed" : "Undirected");
    put(dossier_.text(e.id(row)));
    put(dossier_.text(e.type(row)));
    put(word(e.kind(row)));
    if (e.weight(row) == 1) {
        put("1");
    } else {
        texts_[at].clear();
        fmt::format_to(std::back_inserter(texts_[at]), FMT_COMPILE("{}"), e.weight(row));
        put(texts_[at]);
    }
    put(keptSectorText(dossier_, e.sectors(row), sectors_));
    keep(toEdtf(e.period(row)));
    if (timeSets_ == TimeSets::With) {
        keep(timeSetText(e.period(row)));
    }
    put(word(e.confidence(row)));
    put(word(e.polarity(row)));
    put(dossier_.text(e.note(row)));
    for (const std::span<const StringId> values : attributes_) {
        put(row < values.size() ? dossier_.text(values[row]) : std::string_view{});
    }
    return values_;
}

bool isWritten(const Dossier& dossier, EdgeIndex edge) {
    const EdgeTable& edges = dossier.edges();
    const VertexTable& vertices = dossier.vertices();
    const auto removed = [&vertices](VertexIndex row) {
        return row >= vertices.size() || vertices.removed(row);
    };
    return !edges.removed(edge) && !removed(edges.source(edge)) && !removed(edges.target(edge));
}

bool hasCover(const Dossier& dossier) {
    return dossier.cover() != Cover{};
}

std::vector<std::string> fieldLosses(const Dossier& dossier, std::string_view format) {
    std::vector<std::string> sentences;
    const auto lose = [&](std::size_t count, std::string_view what) {
        if (count > 0) {
            sentences.push_back(
                fmt::format("{} cannot hold {}; {} will be missing.", format, what, count));
        }
    };
    std::size_t claims = 0;
    for (ClaimIndex i = 0; i < dossier.claims().size(); ++i) {
        claims += dossier.claimRemoved(i) ? 0 : 1;
    }
    std::size_t sources = 0;
    for (SourceIndex i = 0; i < dossier.sources().size(); ++i) {
        sources += dossier.sourceRemoved(i) ? 0 : 1;
    }
    lose(claims, "claims");
    lose(sources, "sources");
    const std::vector<Sector> standard = standardSectors();
    lose(static_cast<std::size_t>(
             std::ranges::count_if(dossier.sectors(),
                                   [&standard](const Sector& sector) {
                                       return std::ranges::find(standard, sector) == standard.end();
                                   })),
         "colours and full names of sectors of one's own");
    return sentences;
}

} // namespace entente
