#include "core/formats/json_dossier_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

constexpr std::string_view kinds = "state, leader, organisation, group, company, other";
constexpr std::string_view confidences = "confirmed, reported, alleged, planned";
constexpr std::string_view polarities = "cooperative, neutral, conflictual";
constexpr std::string_view statuses = "negotiated, signed, in force, suspended, ended";
constexpr std::string_view lineages = "builds on, renews, amends, supersedes, suspends";

/// Each name of an attribute is a column of the dossier, so that their number must stay small.
constexpr std::size_t mostAttributeNames = 512;

/// The word for a kind of lineage; case, hyphens and underscores do not matter.
std::optional<std::string_view> parseLineage(std::string_view text) {
    static constexpr std::string_view words[] = {"builds on", "renews", "amends", "supersedes",
                                                 "suspends"};
    for (const std::string_view word : words) {
        const bool same = std::ranges::equal(word, text, {}, {}, [](char c) {
            return c == '-' || c == '_' ? ' ' : c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
        });
        if (same) {
            return word;
        }
    }
    return std::nullopt;
}

std::optional<VertexKind> parseActorKind(std::string_view text) {
    const std::optional<VertexKind> kind = parseVertexKind(text);
    return kind && isActor(*kind) ? kind : std::nullopt;
}

Name readName(const JsonPlace& place) {
    Name name;
    forEachMember(place, [&](const JsonPlace& field) {
        const std::string_view key = field.node.key();
        if (key == "language") {
            name.language = textOf(field);
        } else if (key == "text") {
            name.text = textOf(field);
        } else if (key == "alias") {
            name.alias = booleanOf(field);
        }
    });
    if (name.text.empty()) {
        refuse(place, "The name has no text; it was left out.");
    }
    return name;
}

Location readLocation(const JsonPlace& place) {
    constexpr double quarterTurn = 90;
    constexpr double halfTurn = 180;
    std::optional<double> latitude;
    std::optional<double> longitude;
    forEachMember(place, [&](const JsonPlace& field) {
        if (field.node.key() == "latitude") {
            latitude = numberOf(field);
        } else if (field.node.key() == "longitude") {
            longitude = numberOf(field);
        }
    });
    if (!latitude || !longitude || std::abs(*latitude) > quarterTurn ||
        std::abs(*longitude) > halfTurn) {
        refuse(place, "A location needs a latitude from -90 to 90 and a longitude from -180 to "
                      "180, in degrees; it was left out.");
    }
    return {*latitude, *longitude};
}

Quantity readQuantity(const JsonPlace& place) {
    Quantity quantity;
    bool numbered = false;
    forEachMember(place, [&](const JsonPlace& field) {
        const std::string_view key = field.node.key();
        if (key == "number") {
            quantity.number = numberOf(field);
            numbered = true;
        } else if (key == "unit") {
            quantity.unit = textOf(field);
        } else if (key == "per") {
            quantity.per = textOf(field);
        }
    });
    if (!numbered) {
        refuse(place, "The quantity has no number; it was left out.");
    }
    return quantity;
}

void readCodes(const JsonPlace& place, std::vector<Code>& codes) {
    forEachMember(place, [&](const JsonPlace& field) {
        const std::string system(field.node.key());
        if (field.node.type() == JsonValue::Type::List) {
            forEachItem(field, [&](const JsonPlace& item) {
                codes.push_back({system, scalarTextOf(item)});
            });
        } else {
            codes.push_back({system, scalarTextOf(field)});
        }
    });
}

} // namespace

void JsonDossierBuilder::readVertexField(std::string_view member, const JsonPlace& field,
                                         Vertex& vertex, VertexDetails& details) {
    const std::string_view key = field.node.key();
    // A faulty entry of a list costs that entry, not the element and all that refers to it.
    const auto eachOf = [&](auto& values, auto read) {
        forEachItem(field, [&](const JsonPlace& item) {
            attempt(Severity::Repaired, [&] { values.emplace_back(read(item)); });
        });
    };
    if (key == "id") {
        vertex.id = dossier_.intern(textOf(field));
    } else if (key == "kind" && member == "actors") {
        vertex.kind = wordOf(field, parseActorKind, kinds);
    } else if (key == "name") {
        vertex.label = dossier_.intern(textOf(field));
    } else if (key == "type") {
        vertex.type = dossier_.intern(textOf(field));
    } else if (key == "period") {
        vertex.period = periodOf(field);
    } else if (key == "sectors") {
        vertex.sectors = readSectors(field);
    } else if (key == "polarity") {
        vertex.polarity = wordOf(field, parsePolarity, polarities);
    } else if (key == "confidence") {
        vertex.confidence = wordOf(field, parseConfidence, confidences);
    } else if (key == "status") {
        vertex.status = wordOf(field, parseStatus, statuses);
    } else if (key == "note") {
        vertex.note = dossier_.intern(textOf(field));
    } else if (key == "attributes") {
        readAttributes(field, vertex.attributes);
    } else if (key == "names") {
        eachOf(details.names, readName);
    } else if (key == "codes") {
        readCodes(field, details.codes);
    } else if (key == "location") {
        attempt(Severity::Repaired, [&] { details.location = readLocation(field); });
    } else if (key == "terms") {
        eachOf(details.terms, textOf);
    } else if (key == "renewals") {
        eachOf(details.renewals, dateOf);
    } else if (key == "quantities") {
        eachOf(details.quantities, readQuantity);
    } else {
        readUnknown(member, field, vertex.attributes);
    }
}

bool JsonDossierBuilder::readEdgeEnd(EdgeKind kind, const JsonPlace& field, EdgeDraft& draft) {
    const std::string_view key = field.node.key();
    switch (kind) {
    case EdgeKind::Tie:
        if (key == "source" || key == "target") {
            (key == "source" ? draft.source : draft.target) = dossier_.intern(textOf(field));
        } else if (key == "type") {
            draft.edge.type = dossier_.intern(textOf(field));
        } else {
            return false;
        }
        return true;
    case EdgeKind::Participation:
        if (key == "actor") {
            draft.source = dossier_.intern(textOf(field));
        } else if (key == "role") {
            draft.edge.type = dossier_.intern(textOf(field));
        } else {
            return false;
        }
        return true;
    case EdgeKind::Lineage:
        if (key == "agreement") {
            draft.target = dossier_.intern(textOf(field));
        } else if (key == "type") {
            draft.edge.type = dossier_.intern(wordOf(field, parseLineage, lineages));
        } else {
            return false;
        }
        return true;
    }
    return false;
}

void JsonDossierBuilder::takeEdge(const JsonPlace& place, EdgeKind kind, StringId vertex) {
    EdgeDraft draft;
    Edge& edge = draft.edge;
    edge.kind = kind;
    (kind == EdgeKind::Lineage ? draft.source : draft.target) = vertex;
    forEachMember(place, [&](const JsonPlace& field) {
        const std::string_view key = field.node.key();
        if (readEdgeEnd(kind, field, draft)) {
            return;
        }
        if (key == "id") {
            edge.id = dossier_.intern(textOf(field));
        } else if (key == "directed") {
            edge.directed = booleanOf(field);
        } else if (key == "period") {
            edge.period = periodOf(field);
        } else if (key == "sectors") {
            edge.sectors = readSectors(field);
        } else if (key == "polarity") {
            edge.polarity = wordOf(field, parsePolarity, polarities);
        } else if (key == "confidence") {
            edge.confidence = wordOf(field, parseConfidence, confidences);
        } else if (key == "weight") {
            const double weight = numberOf(field);
            if (!(std::abs(weight) <= double{std::numeric_limits<float>::max()})) {
                refuse(field, "The weight is too large.");
            }
            edge.weight = static_cast<float>(weight);
        } else if (key == "note") {
            edge.note = dossier_.intern(textOf(field));
        } else if (key == "attributes") {
            readAttributes(field, edge.attributes);
        } else if (key == "claims") {
            readClaims(field, draft.claims);
        } else {
            readUnknown(word(kind), field, edge.attributes);
        }
    });
    if (draft.source == noString || draft.target == noString) {
        refuse(place, kind == EdgeKind::Tie ? "The tie needs a source and a target, each the id of "
                                              "an actor."
                      : kind == EdgeKind::Lineage
                          ? "The lineage names no agreement; give the id of one."
                          : "The participation names no actor; give the id of one.");
    }
    if (edge.id != noString && !edgeIds_.insert(edge.id).second) {
        refuse(place, fmt::format("The id “{}” is taken by an earlier one (a duplicate id); give "
                                  "this one an id of its own.",
                                  dossier_.text(edge.id)));
    }
    draft.line = place.node.line();
    const auto known = [&](StringId id) { return dossier_.findVertex(id) != noIndex; };
    // Once one waits, those after it do too, so that the order of the file holds.
    if (!waitingEdges_.empty() || !known(draft.source) || !known(draft.target)) {
        draft.pointer = place.pointer();
        waitingEdges_.push_back(std::move(draft));
        return;
    }
    try {
        addEdge(draft);
    } catch (JsonRefusal& refusal) {
        refusal.pointer = place.pointer();
        throw;
    }
}

bool JsonDossierBuilder::addEdge(EdgeDraft& draft) {
    Edge& edge = draft.edge;
    edge.source = dossier_.findVertex(draft.source);
    edge.target = dossier_.findVertex(draft.target);
    if (edge.source == noIndex || edge.target == noIndex) {
        return false;
    }
    const auto wrong = [&](StringId id, std::string_view wanted) {
        const VertexKind kind = dossier_.vertices().kind(dossier_.findVertex(id));
        throw JsonRefusal{draft.pointer, draft.line,
                          fmt::format("“{}” is {} {}, but {} is wanted here.", dossier_.text(id),
                                      kind == VertexKind::Other || !isActor(kind) ? "an" : "a",
                                      kind == VertexKind::Other ? "actor" : word(kind), wanted)};
    };
    const bool actorFirst = edge.kind != EdgeKind::Lineage;
    if (isActor(dossier_.vertices().kind(edge.source)) != actorFirst) {
        wrong(draft.source, "an actor");
    }
    if (edge.kind == EdgeKind::Tie && !isActor(dossier_.vertices().kind(edge.target))) {
        wrong(draft.target, "an actor");
    }
    if (edge.kind == EdgeKind::Lineage &&
        dossier_.vertices().kind(edge.target) != VertexKind::Agreement) {
        wrong(draft.target, "an agreement");
    }
    const EdgeIndex row = dossier_.add(edge);
    ++report_.rowsRead;
    for (ClaimDraft& claim : draft.claims) {
        claim.claim.about = {ElementKind::Edge, row};
        addClaim(claim);
    }
    return true;
}

JsonDossierBuilder::ClaimDraft JsonDossierBuilder::readClaim(const JsonPlace& place) {
    ClaimDraft draft;
    forEachMember(place, [&](const JsonPlace& field) {
        const std::string_view key = field.node.key();
        if (key == "statement") {
            draft.claim.statement = dossier_.intern(textOf(field));
        } else if (key == "source") {
            draft.source = dossier_.intern(textOf(field));
        } else if (key == "locator") {
            draft.claim.locator = dossier_.intern(textOf(field));
        } else if (key == "attribution") {
            draft.claim.attribution = dossier_.intern(textOf(field));
        } else if (key == "confidence") {
            draft.claim.confidence = wordOf(field, parseConfidence, confidences);
        } else if (key == "date") {
            draft.claim.date = periodOf(field);
        } else if (toldKeys_.insert(fmt::format("claims/{}", key)).second) {
            note(Severity::Note, field.pointer(), field.node.line(),
                 "Claims have no such field; it was left out.");
        }
    });
    if (draft.source == noString) {
        refuse(place, "The claim names no source; give the id of one.");
    }
    draft.line = place.node.line();
    if (sourceNamed(draft.source) == noIndex) {
        draft.pointer = place.pointer();
    }
    return draft;
}

void JsonDossierBuilder::readClaims(const JsonPlace& list, std::vector<ClaimDraft>& claims) {
    forEachItem(list, [&](const JsonPlace& item) {
        attempt(Severity::Refused, [&] { claims.push_back(readClaim(item)); });
    });
}

void JsonDossierBuilder::readAttributes(const JsonPlace& place,
                                        std::vector<Attribute>& attributes) {
    forEachMember(place, [&](const JsonPlace& field) {
        attempt(Severity::Repaired, [&] { addAttribute(field, field.node.key(), attributes); });
    });
}

void JsonDossierBuilder::addAttribute(const JsonPlace& place, std::string_view name,
                                      std::vector<Attribute>& attributes) {
    if (name.empty()) {
        refuse(place, "The attribute has no name; it was left out.");
    }
    const Attribute attribute{dossier_.intern(name), dossier_.intern(scalarTextOf(place))};
    if (!attributeNames_.contains(attribute.name)) {
        if (attributeNames_.size() == mostAttributeNames) {
            refuse(place, fmt::format("The file has more than {} names of attributes; this one was "
                                      "left out.",
                                      mostAttributeNames));
        }
        attributeNames_.insert(attribute.name);
    }
    attributes.push_back(attribute);
}

void JsonDossierBuilder::readUnknown(std::string_view member, const JsonPlace& field,
                                     std::vector<Attribute>& attributes) {
    const JsonValue::Type type = field.node.type();
    const bool scalar = type == JsonValue::Type::Text || type == JsonValue::Type::Number ||
                        type == JsonValue::Type::Boolean;
    if (scalar) {
        attempt(Severity::Repaired, [&] { addAttribute(field, field.node.key(), attributes); });
    }
    if (toldKeys_.insert(fmt::format("{}/{}", member, field.node.key())).second) {
        note(Severity::Note, field.pointer(), field.node.line(),
             fmt::format("Entente has no field “{}” here; it was {}.", field.node.key(),
                         scalar ? "kept as an attribute" : "left out"));
    }
}

SectorSet JsonDossierBuilder::readSectors(const JsonPlace& place) {
    SectorSet set = 0;
    forEachItem(place, [&](const JsonPlace& item) {
        const std::string_view text = textOf(item);
        SectorSet sector = dossier_.findSector(text);
        if (sector == 0) {
            sector = dossier_.sectorNamed(text);
            if (sector == 0) {
                refuse(item, text.empty() ? std::string("The sector has no name.")
                                          : fmt::format("The dossier has {} sectors already, the "
                                                        "most there can be.",
                                                        mostSectors));
            }
            undeclared_.emplace_back(dossier_.sectors().back().id,
                                     UndeclaredSector{item.pointer(), item.node.line()});
        }
        set |= sector;
    });
    return set;
}

} // namespace entente
