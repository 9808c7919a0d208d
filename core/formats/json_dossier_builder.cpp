#include "core/formats/json_dossier_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

constexpr std::string_view formatWord = "entente-dossier";
constexpr double latestVersion = 1;

constexpr std::array<std::string_view, 6> lists = {"sectors",    "sources", "actors",
                                                   "agreements", "events",  "ties"};
constexpr std::string_view attributeTypes = "attributeTypes";
constexpr std::array<std::string_view, 7> singleMembers = {
    "format", "version", "title", "description", "asOf", "language", attributeTypes};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

std::string_view singular(std::string_view list) {
    return list.substr(0, list.size() - 1);
}

} // namespace

JsonDossierBuilder::JsonDossierBuilder(const std::string& file, ImportReport& report)
    : file_(file), report_(report) {}

bool JsonDossierBuilder::wanted(std::string_view member, std::size_t line) {
    const bool list = contains(lists, member);
    if (!list && !contains(singleMembers, member)) {
        note(Severity::Note, fmt::format("/{}", member), line,
             "Entente dossiers have no such part; it was left out.");
        return false;
    }
    if (!members_.emplace(member).second) {
        note(Severity::Note, fmt::format("/{}", member), line,
             list ? "This list is given twice; both were read."
                  : "This is given twice; the last one counts.");
    }
    if (member == "sectors" && !sectorsSeen_) {
        sectorsSeen_ = true;
        if (dossier_.vertices().size() == 0 && waitingEdges_.empty()) {
            dossier_.setSectors({});
        }
    }
    return true;
}

void JsonDossierBuilder::take(std::string_view member, std::size_t index, const JsonTree& value) {
    const bool whole = index == wholeMember;
    const JsonPlace place{nullptr, value.root(), whole ? JsonPlace::keyed : index, member};
    attempt(Severity::Refused, [&] {
        if (value.tooDeep()) {
            refuse(place, fmt::format("This is nested more than {} levels deep, which no element "
                                      "of a dossier is; it was left out.",
                                      JsonTree::mostLevels));
        }
        for (const JsonTree::RepeatedKey& key : value.repeatedKeys()) {
            note(Severity::Note, place.pointer(), key.line,
                 fmt::format("“{}” is given twice in one object; the last one counts.", key.key));
        }
        if (contains(lists, member) == whole) {
            refuse(place, whole ? "A list is wanted here." : "A single value is wanted here.");
        }
        if (member == attributeTypes) {
            takeAttributeTypes(place);
            return;
        }
        if (whole) {
            takeCover(member, place);
            return;
        }
        expectObject(place);
        if (member == "sectors") {
            takeSector(place);
        } else if (member == "sources") {
            takeSource(place);
        } else if (member == "ties") {
            takeEdge(place, EdgeKind::Tie, noString);
        } else {
            takeVertex(member, place);
        }
    });
}

void JsonDossierBuilder::takeCover(std::string_view member, const JsonPlace& place) {
    Cover cover = dossier_.cover();
    if (member == "format") {
        if (textOf(place) != formatWord) {
            throw FileError(fmt::format("{} is JSON, but not an Entente dossier: its \"format\" is "
                                        "“{}”, not “{}”.",
                                        file_, place.node.text(), formatWord));
        }
        formatSeen_ = true;
    } else if (member == "version") {
        versionSeen_ = true;
        if (numberOf(place) > latestVersion) {
            throw FileError(fmt::format(
                "{} was written by a later Entente (version {} of the format; this program reads "
                "up to {}). Open it with a newer one.",
                file_, place.node.number(), latestVersion));
        }
    } else if (member == "title") {
        cover.title = textOf(place);
    } else if (member == "description") {
        cover.description = textOf(place);
    } else if (member == "asOf") {
        cover.asOf = periodOf(place);
    } else {
        cover.language = textOf(place);
    }
    dossier_.setCover(std::move(cover));
}

void JsonDossierBuilder::takeAttributeTypes(const JsonPlace& place) {
    forEachMember(place, [&](const JsonPlace& owner) {
        const std::string_view key = owner.node.key();
        if (key != "vertices" && key != "edges") {
            note(Severity::Note, owner.pointer(), owner.node.line(),
                 "Only vertices and edges have attributes; this was left out.");
            return;
        }
        attempt(Severity::Repaired, [&] {
            forEachMember(owner, [&](const JsonPlace& field) {
                attempt(Severity::Repaired, [&] {
                    declaredAttributes_.push_back(
                        {key == "vertices" ? ElementKind::Vertex : ElementKind::Edge,
                         dossier_.intern(field.node.key()),
                         wordOf(field, parseAttributeType, "text, boolean, integer, number")});
                });
            });
        });
    });
}

void JsonDossierBuilder::declareAttributes() {
    for (const auto& [owner, name, type] : declaredAttributes_) {
        if (!dossier_.attributes(owner).values(name).empty()) {
            dossier_.declareAttribute(owner, name, type);
        }
    }
}

void JsonDossierBuilder::takeSector(const JsonPlace& place) {
    Sector sector;
    std::optional<std::uint32_t> colour;
    forEachMember(place, [&](const JsonPlace& field) {
        const std::string_view key = field.node.key();
        if (key == "id") {
            sector.id = textOf(field);
        } else if (key == "name") {
            sector.name = textOf(field);
        } else if (key == "colour" || key == "color") {
            colour = colourOf(field);
        }
    });
    if (sector.id.empty()) {
        refuse(place, "The sector has no id; give it one.");
    }
    if (!declared_.insert(sector.id).second) {
        refuse(place, fmt::format("The id “{}” is taken by an earlier sector; give this one an id "
                                  "of its own.",
                                  sector.id));
    }
    if (sector.name.empty()) {
        sector.name = sector.id;
    }
    std::vector<Sector> sectors = dossier_.sectors();
    const auto known = std::ranges::find(sectors, sector.id, &Sector::id);
    if (known == sectors.end() && sectors.size() == mostSectors) {
        refuse(place, fmt::format("A dossier has at most {} sectors.", mostSectors));
    }
    sector.colour = colour.value_or(known == sectors.end() ? furtherSectorColour(sectors.size())
                                                           : known->colour);
    if (known == sectors.end()) {
        sectors.push_back(std::move(sector));
    } else {
        *known = std::move(sector);
    }
    dossier_.setSectors(std::move(sectors));
}

void JsonDossierBuilder::takeSource(const JsonPlace& place) {
    Source source;
    forEachMember(place, [&](const JsonPlace& field) {
        const std::string_view key = field.node.key();
        if (key == "id") {
            source.id = dossier_.intern(textOf(field));
        } else if (key == "title") {
            source.title = dossier_.intern(textOf(field));
        } else if (key == "publisher") {
            source.publisher = dossier_.intern(textOf(field));
        } else if (key == "date") {
            source.date = periodOf(field);
        } else if (key == "address") {
            source.address = dossier_.intern(textOf(field));
        } else if (key == "note") {
            source.note = dossier_.intern(textOf(field));
        } else if (toldKeys_.insert(fmt::format("sources/{}", key)).second) {
            note(Severity::Note, field.pointer(), field.node.line(),
                 "Sources have no such field; it was left out.");
        }
    });
    if (source.id == noString) {
        refuse(place, "The source has no id; give it one.");
    }
    if (sources_.contains(source.id)) {
        refuse(place, fmt::format("The id “{}” is taken by an earlier source; give this one an id "
                                  "of its own.",
                                  dossier_.text(source.id)));
    }
    sources_.emplace(source.id, dossier_.add(source));
    ++report_.rowsRead;
}

void JsonDossierBuilder::takeVertex(std::string_view member, const JsonPlace& place) {
    Vertex vertex;
    VertexDetails details;
    vertex.kind = member == "agreements" ? VertexKind::Agreement
                  : member == "events"   ? VertexKind::Event
                                         : VertexKind::Other;
    std::vector<ClaimDraft> claims;
    std::optional<JsonNode> participants;
    std::optional<JsonNode> lineage;
    try {
        forEachMember(place, [&](const JsonPlace& field) {
            const std::string_view key = field.node.key();
            if (key == "claims") {
                readClaims(field, claims);
            } else if ((key == "parties" && vertex.kind == VertexKind::Agreement) ||
                       (key == "participants" && vertex.kind == VertexKind::Event)) {
                expectList(field);
                participants = field.node;
            } else if (key == "lineage" && vertex.kind == VertexKind::Agreement) {
                expectList(field);
                lineage = field.node;
            } else {
                readVertexField(member, field, vertex, details);
            }
        });
        if (vertex.id == noString) {
            refuse(place, fmt::format("The {} has no id; give it one.", singular(member)));
        }
        if (dossier_.findVertex(vertex.id) != noIndex) {
            refuse(place, fmt::format("The id “{}” is taken by an earlier element (a duplicate "
                                      "id); give this {} an id of its own.",
                                      dossier_.text(vertex.id), singular(member)));
        }
    } catch (const JsonRefusal&) {
        refusedIds_.insert(vertex.id);
        throw;
    }
    if (!details.empty()) {
        vertex.details = std::make_shared<const VertexDetails>(std::move(details));
    }
    const VertexIndex row = dossier_.add(vertex);
    ++report_.rowsRead;
    for (ClaimDraft& claim : claims) {
        claim.claim.about = {ElementKind::Vertex, row};
        addClaim(claim);
    }
    for (const auto& [list, kind] : {std::pair(participants, EdgeKind::Participation),
                                     std::pair(lineage, EdgeKind::Lineage)}) {
        if (list) {
            forEachItem(JsonPlace{&place, *list}, [&, kind = kind](const JsonPlace& item) {
                attempt(Severity::Refused, [&] { takeEdge(item, kind, vertex.id); });
            });
        }
    }
}

SourceIndex JsonDossierBuilder::sourceNamed(StringId name) const {
    const auto found = sources_.find(name);
    return found == sources_.end() ? noIndex : found->second;
}

std::string JsonDossierBuilder::dangling(std::string_view what, StringId name) const {
    return fmt::format("The {} “{}” {} (a dangling reference); correct the id or add it.", what,
                       dossier_.text(name),
                       refusedIds_.contains(name) ? "was refused itself" : "is not in the file");
}

void JsonDossierBuilder::refuseDangling(const EdgeDraft& draft) {
    const bool sourceMissing = dossier_.findVertex(draft.source) == noIndex;
    const std::string_view what = draft.edge.kind == EdgeKind::Lineage ? "agreement" : "actor";
    throw JsonRefusal{draft.pointer, draft.line,
                      dangling(what, sourceMissing ? draft.source : draft.target)};
}

void JsonDossierBuilder::addClaim(ClaimDraft& draft) {
    draft.claim.source = sourceNamed(draft.source);
    if (draft.claim.source == noIndex) {
        waitingClaims_.push_back(std::move(draft));
        return;
    }
    dossier_.add(draft.claim);
    ++report_.rowsRead;
}

Dossier JsonDossierBuilder::finish() {
    if (!formatSeen_) {
        throw FileError(fmt::format("{} is JSON, but not an Entente dossier: it does not begin "
                                    "with \"format\": \"{}\".",
                                    file_, formatWord));
    }
    if (!versionSeen_) {
        note(Severity::Note, "/version", 0, "The version of the format is not given; 1 was taken.");
    }
    for (EdgeDraft& draft : std::exchange(waitingEdges_, {})) {
        attempt(Severity::Refused, [&] {
            if (!addEdge(draft)) {
                refuseDangling(draft);
            }
        });
    }
    for (ClaimDraft& draft : std::exchange(waitingClaims_, {})) {
        if (sourceNamed(draft.source) == noIndex) {
            note(Severity::Refused, std::move(draft.pointer), draft.line,
                 dangling("source", draft.source));
        } else {
            addClaim(draft);
        }
    }
    reportUndeclaredSectors();
    declareAttributes();
    return std::move(dossier_);
}

void JsonDossierBuilder::reportUndeclaredSectors() {
    for (const auto& [sector, place] : undeclared_) {
        if (!declared_.contains(sector)) {
            note(Severity::Repaired, place.pointer, place.line,
                 fmt::format("The sector “{}” is used but not declared; it was added to the "
                             "dossier's sectors.",
                             sector));
        }
    }
}

void JsonDossierBuilder::note(Severity severity, std::string pointer, std::size_t line,
                              std::string message) {
    report_.add({severity, file_, line, std::move(pointer), std::move(message)});
}

void JsonDossierBuilder::note(const JsonRefusal& refusal, Severity severity) {
    note(severity, refusal.pointer, refusal.line, refusal.message);
}

} // namespace entente
