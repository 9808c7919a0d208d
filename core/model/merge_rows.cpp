#include "core/model/merge_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

constexpr StringId notTranslated{UINT32_MAX};

SectorSet usedSectors(const Dossier& dossier) {
    SectorSet used = 0;
    for (VertexIndex i = 0; i < dossier.vertices().size(); ++i) {
        used |= dossier.vertices().removed(i) ? 0 : dossier.vertices().sectors(i);
    }
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        used |= dossier.edges().removed(i) ? 0 : dossier.edges().sectors(i);
    }
    return used;
}

bool saysNothing(const Endpoint& end) {
    return end.kind == Endpoint::Kind::Unknown || end.kind == Endpoint::Kind::Absent;
}

/// What is known of `incoming` put where `period` leaves it open. A single date stays one.
Period filled(const Period& period, const Period& incoming) {
    if (period.empty()) {
        return incoming;
    }
    Period both = period;
    if (!period.single() && !incoming.single()) {
        if (saysNothing(both.begin) && incoming.begin.kind == Endpoint::Kind::Known) {
            both.begin = incoming.begin;
        }
        if (saysNothing(both.end) && !saysNothing(incoming.end)) {
            both.end = incoming.end;
        }
    }
    const bool ordered = both.begin.kind != Endpoint::Kind::Known ||
                         both.end.kind != Endpoint::Kind::Known ||
                         both.begin.date.span().first <= both.end.date.span().last;
    return ordered ? both : period;
}

/// Whether `incoming` says something of the time that `period` does not.
bool contradicts(const Period& incoming, const Period& period) {
    const auto differs = [](const Endpoint& a, const Endpoint& b) {
        return !saysNothing(a) && a != b;
    };
    return differs(incoming.begin, period.begin) || differs(incoming.end, period.end);
}

template <typename Value>
void addMissing(std::vector<Value>& values, const std::vector<Value>& incoming) {
    for (const Value& value : incoming) {
        if (std::ranges::find(values, value) == values.end()) {
            values.push_back(value);
        }
    }
}

/// The value may itself be a list.
bool listed(std::string_view list, std::string_view value) {
    constexpr std::string_view separator = "; ";
    for (std::size_t at = list.find(value); at != std::string_view::npos;
         at = list.find(value, at + 1)) {
        const std::string_view rest = list.substr(at + value.size());
        if ((at == 0 || list.substr(0, at).ends_with(separator)) &&
            (rest.empty() || rest.starts_with(separator))) {
            return true;
        }
    }
    return false;
}

} // namespace

RowTranslator::RowTranslator(Dossier& dossier, const Dossier& incoming)
    : dossier_(dossier), incoming_(incoming), strings_(incoming.strings().size(), notTranslated),
      sectors_(dossier.sectors()) {
    const SectorSet used = usedSectors(incoming);
    for (std::size_t i = 0; i < incoming.sectors().size(); ++i) {
        const Sector& sector = incoming.sectors()[i];
        if ((used & sectorBit(i)) == 0) {
            continue;
        }
        SectorSet known = dossier.findSector(sector.id);
        known = known != 0 ? known : dossier.findSector(sector.name);
        if (known == 0 && sectors_.size() < mostSectors) {
            known = sectorBit(sectors_.size());
            sectors_.push_back(sector);
        }
        sectorOf_[i] = known;
    }
}

StringId RowTranslator::text(StringId id) {
    StringId& known = strings_[index(id)];
    if (known == notTranslated) {
        known = dossier_.intern(incoming_.text(id));
    }
    return known;
}

void RowTranslator::translate(std::vector<Attribute>& attributes) {
    for (Attribute& attribute : attributes) {
        attribute = {text(attribute.name), text(attribute.value)};
    }
}

SectorSet RowTranslator::sectors(SectorSet incoming, std::vector<Attribute>& attributes) {
    SectorSet found = 0;
    for (std::size_t i = 0; i < incoming_.sectors().size(); ++i) {
        if ((incoming & sectorBit(i)) == 0) {
            continue;
        }
        found |= sectorOf_[i];
        // More than 64 sectors together.
        if (sectorOf_[i] == 0) {
            attributes.push_back(
                {dossier_.intern("other sector"), dossier_.intern(incoming_.sectors()[i].name)});
        }
    }
    return found;
}

Vertex RowTranslator::vertex(VertexIndex row) {
    Vertex vertex = incoming_.vertices().row(row);
    vertex.id = text(vertex.id);
    vertex.label = text(vertex.label);
    vertex.type = text(vertex.type);
    vertex.note = text(vertex.note);
    translate(vertex.attributes);
    vertex.sectors = sectors(vertex.sectors, vertex.attributes);
    return vertex;
}

Edge RowTranslator::edge(EdgeIndex row) {
    Edge edge = incoming_.edges().row(row);
    edge.id = text(edge.id);
    edge.type = text(edge.type);
    edge.note = text(edge.note);
    translate(edge.attributes);
    edge.sectors = sectors(edge.sectors, edge.attributes);
    return edge;
}

Claim RowTranslator::claim(ClaimIndex row) {
    Claim claim = incoming_.claims()[row];
    claim.statement = text(claim.statement);
    claim.locator = text(claim.locator);
    claim.attribution = text(claim.attribution);
    return claim;
}

Source RowTranslator::source(SourceIndex row) {
    Source source = incoming_.sources()[row];
    source.id = text(source.id);
    source.title = text(source.title);
    source.publisher = text(source.publisher);
    source.address = text(source.address);
    source.note = text(source.note);
    return source;
}

void RowUniter::tell(std::string conflict) {
    if (merge_.conflictCount++ < Merge::mostConflicts) {
        merge_.conflicts.push_back(std::move(conflict));
    }
}

void RowUniter::keepOther(std::vector<Attribute>& attributes, std::string_view described,
                          std::string_view name, std::string_view value, std::string_view kept) {
    const StringId other = dossier_.intern(fmt::format("other {}", name));
    auto place = std::ranges::find(attributes, other, &Attribute::name);
    if (place != attributes.end() && listed(dossier_.text(place->value), value)) {
        return;
    }
    if (place == attributes.end()) {
        attributes.push_back({other, dossier_.intern(value)});
    } else {
        place->value = dossier_.intern(fmt::format("{}; {}", dossier_.text(place->value), value));
    }
    tell(fmt::format("“{}” has the {} {} {}; the latter is kept as the attribute “{}”.", described,
                     name, kept,
                     amongIncoming_ ? fmt::format("and {} under two names in what came in", value)
                                    : fmt::format("here and {} in what came in", value),
                     dossier_.text(other)));
}

StringId RowUniter::uniteNotes(StringId note, StringId incoming) {
    const std::string_view known = dossier_.text(note);
    const std::string_view further = dossier_.text(incoming);
    if (known.find(further) != std::string_view::npos) {
        return note;
    }
    return known.empty() ? incoming : dossier_.intern(fmt::format("{}\n{}", known, further));
}

void RowUniter::uniteAttributes(std::vector<Attribute>& attributes,
                                const std::vector<Attribute>& incoming,
                                std::string_view described) {
    for (const Attribute& attribute : incoming) {
        const auto known = std::ranges::find(attributes, attribute.name, &Attribute::name);
        if (known == attributes.end()) {
            attributes.push_back(attribute);
        } else if (known->value != attribute.value) {
            keepOther(attributes, described, dossier_.text(attribute.name),
                      dossier_.text(attribute.value), dossier_.text(known->value));
        }
    }
}

void RowUniter::unitePeriods(Vertex& vertex, const Vertex& incoming,
                             const MayGetPeriod& mayGetPeriod) {
    // The time of a state's former name is not the state's. A code is no name.
    constexpr std::size_t longestCode = 3;
    const bool formerName = vertex.kind == VertexKind::State && vertex.label != incoming.label &&
                            dossier_.text(incoming.label).size() > longestCode &&
                            incoming.period.end.kind == Endpoint::Kind::Known;
    const Period both = filled(vertex.period, incoming.period);
    if (!formerName && both != vertex.period && mayGetPeriod(both)) {
        vertex.period = both;
    }
    if (contradicts(incoming.period, vertex.period)) {
        keepOther(vertex.attributes, dossier_.text(vertex.label), "period", toEdtf(incoming.period),
                  vertex.period.empty() ? "not stated" : toEdtf(vertex.period));
    }
}

void RowUniter::addName(VertexDetails& details, std::string_view label, Name name) const {
    if (name.text.empty() || name.text == label ||
        std::ranges::find(details.names, name.text, &Name::text) != details.names.end()) {
        return;
    }
    name.alias = name.alias || std::ranges::any_of(details.names, [&](const Name& known) {
                     return !known.alias && known.language == name.language;
                 });
    details.names.push_back(std::move(name));
}

void RowUniter::uniteDetails(Vertex& vertex, const Vertex& incoming) {
    const std::string_view label = dossier_.text(vertex.label);
    const std::string_view otherLabel = dossier_.text(incoming.label);
    if (!incoming.details && otherLabel == label) {
        return;
    }
    static const VertexDetails none;
    const VertexDetails& known = vertex.details ? *vertex.details : none;
    const VertexDetails& further = incoming.details ? *incoming.details : none;
    VertexDetails both = known;
    addName(both, label, {language_, std::string(otherLabel), true});
    for (const Name& name : further.names) {
        addName(both, label, name);
    }
    addMissing(both.codes, further.codes);
    addMissing(both.terms, further.terms);
    addMissing(both.renewals, further.renewals);
    addMissing(both.quantities, further.quantities);
    if (!both.location) {
        both.location = further.location;
    } else if (further.location && both.location != further.location) {
        const auto words = [](const Location& place) {
            return fmt::format("{}, {}", place.latitude, place.longitude);
        };
        keepOther(vertex.attributes, label, "location", words(*further.location),
                  words(*both.location));
    }
    if (both != known) {
        vertex.details = std::make_shared<const VertexDetails>(std::move(both));
    }
}

void RowUniter::unite(Vertex& vertex, const Vertex& incoming, const MayGetPeriod& mayGetPeriod) {
    if (vertex.label == noString) {
        vertex.label = incoming.label;
    }
    const std::string described(dossier_.text(vertex.label));
    if (vertex.kind == VertexKind::Other) {
        vertex.kind = incoming.kind;
    } else if (incoming.kind != vertex.kind && incoming.kind != VertexKind::Other) {
        keepOther(vertex.attributes, described, "kind", word(incoming.kind), word(vertex.kind));
    }
    if (vertex.type == noString) {
        vertex.type = incoming.type;
    } else if (incoming.type != noString && incoming.type != vertex.type) {
        keepOther(vertex.attributes, described, "type", dossier_.text(incoming.type),
                  dossier_.text(vertex.type));
    }
    if (vertex.status == Status::Unstated) {
        vertex.status = incoming.status;
    } else if (incoming.status != Status::Unstated && incoming.status != vertex.status) {
        keepOther(vertex.attributes, described, "status", word(incoming.status),
                  word(vertex.status));
    }
    if (incoming.confidence != vertex.confidence) {
        keepOther(vertex.attributes, described, "confidence", word(incoming.confidence),
                  word(vertex.confidence));
    }
    if (incoming.polarity != vertex.polarity) {
        keepOther(vertex.attributes, described, "polarity", word(incoming.polarity),
                  word(vertex.polarity));
    }
    vertex.note = uniteNotes(vertex.note, incoming.note);
    vertex.sectors |= incoming.sectors;
    unitePeriods(vertex, incoming, mayGetPeriod);
    uniteDetails(vertex, incoming);
    uniteAttributes(vertex.attributes, incoming.attributes, described);
}

void RowUniter::unite(Edge& edge, const Edge& incoming, std::string_view described) {
    if (incoming.confidence != edge.confidence) {
        keepOther(edge.attributes, described, "confidence", word(incoming.confidence),
                  word(edge.confidence));
    }
    if (incoming.polarity != edge.polarity) {
        keepOther(edge.attributes, described, "polarity", word(incoming.polarity),
                  word(edge.polarity));
    }
    if (incoming.weight != edge.weight) {
        keepOther(edge.attributes, described, "weight", fmt::format("{}", incoming.weight),
                  fmt::format("{}", edge.weight));
    }
    edge.note = uniteNotes(edge.note, incoming.note);
    uniteAttributes(edge.attributes, incoming.attributes, described);
}

bool RowUniter::unite(Source& source, const Source& incoming) {
    const auto fits = [](StringId a, StringId b) {
        return a == noString || b == noString || a == b;
    };
    const bool dates = source.date.empty() || incoming.date.empty() || source.date == incoming.date;
    if (source.title != incoming.title || !fits(source.publisher, incoming.publisher) ||
        !fits(source.address, incoming.address) || !fits(source.note, incoming.note) || !dates ||
        (source.title == noString &&
         (source.address == noString || source.address != incoming.address))) {
        return false;
    }
    const auto fill = [](StringId& known, StringId further) {
        known = known == noString ? further : known;
    };
    fill(source.publisher, incoming.publisher);
    fill(source.address, incoming.address);
    fill(source.note, incoming.note);
    source.date = source.date.empty() ? incoming.date : source.date;
    return true;
}

void RowUniter::setAside(Edge& participation, std::string_view described, const Period& outside) {
    const StringId name = dossier_.intern("other period");
    participation.attributes.push_back({name, dossier_.intern(toEdtf(participation.period))});
    tell(fmt::format("“{}” lies at {} outside the period {} of what it takes part in; its dates "
                     "are kept as the attribute “other period”.",
                     described, toEdtf(participation.period), toEdtf(outside)));
    participation.period = {};
}

} // namespace entente
