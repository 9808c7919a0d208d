#include "core/formats/follow_the_money_builder.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

/// A link of several owners and several assets is one tie each; more than these are no link.
constexpr std::size_t mostTiesOfLink = 10'000;

bool isCurrent(std::string_view status) {
    return status == "current" || status == "Current" || status == "active" || status == "Active";
}

} // namespace

std::uint32_t FtmBuilder::draftOf(StringId id) const {
    return index(id) < draftOfId_.size() ? draftOfId_[index(id)] : noIndex;
}

void FtmBuilder::keepDraft(LinkDraft draft, std::span<const Claim> claims) {
    const StringId id = draft.edge.id;
    const std::uint32_t known = draftOf(id);
    const auto place = known == noIndex ? static_cast<std::uint32_t>(drafts_.size()) : known;
    for (Claim claim : claims) {
        claim.about = {ElementKind::Edge, place};
        linkClaims_.push_back(claim);
    }
    if (known == noIndex) {
        if (id != noString) {
            draftOfId_.resize(std::max<std::size_t>(draftOfId_.size(), index(id) + 1), noIndex);
            draftOfId_[index(id)] = place;
        }
        drafts_.push_back(std::move(draft));
        return;
    }
    LinkDraft& whole = drafts_[place];
    const auto addNew = [](Ends& ids, const Ends& further) {
        for (const StringId each : further) {
            if (std::ranges::find(ids, each) == ids.end()) {
                ids.push_back(each);
            }
        }
    };
    addNew(whole.sources, draft.sources);
    addNew(whole.targets, draft.targets);
    whole.parent = whole.parent == noString ? draft.parent : whole.parent;
    mergeAttributes(whole.edge.attributes, draft.edge.attributes);
    if (whole.edge.period.empty()) {
        whole.edge.period = draft.edge.period;
    }
    if (whole.edge.note == noString) {
        whole.edge.note = draft.edge.note;
    }
    if (whole.sanction != noIndex && draft.sanction != noIndex) {
        SanctionDraft& regime = sanctions_[whole.sanction];
        const SanctionDraft& further = sanctions_[draft.sanction];
        const auto fill = [](StringId& into, StringId from) {
            into = into == noString ? from : into;
        };
        fill(regime.programme, further.programme);
        fill(regime.programmeId, further.programmeId);
        fill(regime.authority, further.authority);
        mergeAttributes(regime.attributes, further.attributes);
    }
}

void FtmBuilder::takeLink(const FtmEntity& entity, const FtmLink& link) {
    LinkDraft draft;
    draft.link = &link;
    draft.place = placeOf(entity);
    draft.parent = dossier_.intern(entity.parent);
    draft.edge.id = dossier_.intern(entity.id);
    draft.edge.confidence = link.confidence;
    Facts facts;
    std::array<std::span<const FtmValue>, 2> sources;
    std::array<std::span<const FtmValue>, 2> targets;
    std::string_view type;
    forEachProperty(entity, [&](std::string_view property, std::span<const FtmValue> values) {
        for (std::size_t i = 0; i < 2; ++i) {
            if (property == link.source[i]) {
                sources[i] = values;
                return;
            }
            if (property == link.target[i]) {
                targets[i] = values;
                return;
            }
        }
        if (property == "role" || property == "relationship" || property == "controlType") {
            if (type.empty()) {
                type = values.front().text;
                values = values.subspan(1);
            }
            if (values.empty()) {
                return;
            }
        }
        if (property == "status" && std::ranges::any_of(values, isCurrent, &FtmValue::text)) {
            facts.dates.current = true;
        }
        readFact(property, values, facts, entity.line);
    });
    const auto takeEnds = [&](std::array<std::span<const FtmValue>, 2>& ends, Ends& ids) {
        const std::size_t used = ends[0].empty() ? 1 : 0;
        for (const FtmValue& value : ends[used]) {
            ids.push_back(dossier_.intern(value.text));
        }
        if (used == 0 && !ends[1].empty()) {
            addAttributes(facts.attributes, ends[1]);
        }
    };
    takeEnds(sources, draft.sources);
    takeEnds(targets, draft.targets);
    addAttribute(facts.attributes, "schema", link.schema);
    if (!facts.dates.begins.empty() || !facts.dates.ends.empty()) {
        for (const std::string_view date : facts.dates.single) {
            addAttribute(facts.attributes, "date", date);
        }
    }
    draft.edge.type = dossier_.intern(type.empty() ? link.type : type);
    // A relationship is told from the one's view; without one the two are alike.
    draft.edge.directed = link.directed || !type.empty();
    draft.edge.note = dossier_.intern(facts.note);
    draft.edge.period = facts.dates.period();
    const std::vector<Claim> claims = claimsOf(entity, facts);
    draft.edge.attributes = std::move(facts.attributes);
    keepDraft(std::move(draft), claims);
}

void FtmBuilder::addReference(const FtmEntity& entity, const FtmLink& link,
                              std::string_view value) {
    const StringId self = dossier_.intern(entity.id);
    const StringId other = dossier_.intern(value);
    if (!references_.emplace(&link, self, other).second) {
        return;
    }
    LinkDraft draft;
    draft.link = &link;
    draft.place = placeOf(entity);
    draft.reference = true;
    draft.edge.type = dossier_.intern(link.type);
    const bool fromSelf = link.source[0] == "self";
    draft.sources = {fromSelf ? self : other};
    draft.targets = {fromSelf ? other : self};
    keepDraft(std::move(draft));
}

void FtmBuilder::resolveLinks(const Progress& progress) {
    constexpr std::size_t linksAStep = 4096;
    constexpr double begin = 0.9;
    dossier_.reserve(dossier_.vertices().size(), drafts_.size());
    const std::size_t count = drafts_.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (i % linksAStep == 0) {
            progress.throwIfStopped();
            progress.tell(begin +
                          (1 - begin) * static_cast<double>(i) / static_cast<double>(count));
        }
        firstEdges_.push_back(static_cast<EdgeIndex>(dossier_.edges().size()));
        resolve(drafts_.front());
        drafts_.pop_front();
    }
    firstEdges_.push_back(static_cast<EdgeIndex>(dossier_.edges().size()));
}

bool FtmBuilder::resolveEnds(LinkDraft& draft, const Ends& ids, std::string_view end,
                             std::vector<VertexIndex>& rows) {
    const std::string_view schema = draft.link == nullptr ? "Sanction" : draft.link->schema;
    if (ids.empty()) {
        reportAt(draft.place, Severity::Refused, std::string(end),
                 fmt::format("The {} “{}” names nobody as its {}; it was not taken.", schema,
                             dossier_.text(draft.edge.id), end));
        return false;
    }
    for (const StringId id : ids) {
        if (const VertexIndex row = dossier_.findVertex(id); row != noIndex) {
            rows.push_back(row);
        } else {
            reportAt(draft.place, Severity::Refused, std::string(end),
                     fmt::format("The {} “{}” of the {} “{}” is {}.", end, dossier_.text(id),
                                 schema, dossier_.text(draft.edge.id),
                                 addresses_.contains(id)
                                     ? "an address, which is no actor"
                                     : "not in the file (a dangling reference); add it or correct "
                                       "the id"));
        }
    }
    return !rows.empty();
}

void FtmBuilder::resolve(LinkDraft& draft) {
    if (draft.sources.empty() != draft.targets.empty() && draft.link != nullptr &&
        draft.parent != noString) {
        (draft.sources.empty() ? draft.sources : draft.targets).push_back(draft.parent);
    }
    if (draft.reference && (dossier_.findVertex(draft.sources.front()) == noIndex ||
                            dossier_.findVertex(draft.targets.front()) == noIndex)) {
        keepAsAttribute(draft);
        return;
    }
    std::vector<VertexIndex> sources;
    std::vector<VertexIndex> targets;
    if (draft.link == nullptr) {
        if (!resolveEnds(draft, draft.targets, "entity", targets)) {
            return;
        }
        const VertexIndex regime = regimeOf(draft);
        firstEdges_.back() = static_cast<EdgeIndex>(dossier_.edges().size());
        for (const VertexIndex target : targets) {
            draft.edge.source = target;
            draft.edge.target = regime;
            addEdge(draft, draft.edge);
        }
        return;
    }
    const bool hasSources = resolveEnds(draft, draft.sources, draft.link->source[0], sources);
    const bool hasTargets = resolveEnds(draft, draft.targets, draft.link->target[0], targets);
    if (!hasSources || !hasTargets) {
        return;
    }
    if (sources.size() * targets.size() > mostTiesOfLink) {
        reportAt(
            draft.place, Severity::Refused, {},
            fmt::format("The {} “{}” joins {} entities with {}, which is more than {} ties; it "
                        "was not taken.",
                        draft.link->schema, dossier_.text(draft.edge.id), sources.size(),
                        targets.size(), mostTiesOfLink));
        return;
    }
    for (const VertexIndex source : sources) {
        if (draft.link->schema == "Occupancy") {
            elect(source);
        }
        for (const VertexIndex target : targets) {
            draft.edge.source = source;
            draft.edge.target = target;
            addEdge(draft, draft.edge);
        }
    }
}

void FtmBuilder::addEdge(const LinkDraft& draft, Edge edge) {
    const VertexTable& vertices = dossier_.vertices();
    const bool fromActor = isActor(vertices.kind(edge.source));
    const bool toActor = isActor(vertices.kind(edge.target));
    if (!fromActor && !toActor) {
        reportAt(
            draft.place, Severity::Refused, {},
            fmt::format("“{}” and “{}” are agreements or events, which no tie can join; the {} "
                        "between them was not taken.",
                        dossier_.label(edge.source), dossier_.label(edge.target),
                        draft.link == nullptr ? "Sanction" : draft.link->schema));
        return;
    }
    if (!fromActor || !toActor) {
        edge.kind = EdgeKind::Participation;
        edge.directed = true;
        if (!fromActor) {
            std::swap(edge.source, edge.target);
        }
    }
    // A link of several ends is several ties, each with an id of its own.
    std::size_t number = dossier_.edges().size() - firstEdges_.back();
    for (const StringId id = edge.id;
         id != noString && number > 0 && draftOf(edge.id) != noIndex;) {
        edge.id = dossier_.intern(fmt::format("{} ({})", dossier_.text(id), ++number));
    }
    dossier_.add(edge);
}

void FtmBuilder::keepAsAttribute(const LinkDraft& draft) {
    const bool fromSelf = draft.link->source[0] == "self";
    const StringId self = fromSelf ? draft.sources.front() : draft.targets.front();
    const StringId other = fromSelf ? draft.targets.front() : draft.sources.front();
    const VertexIndex row = dossier_.findVertex(self);
    Vertex vertex = dossier_.vertices().row(row);
    addAttribute(vertex.attributes, draft.link->schema, dossier_.text(other));
    dossier_.replaceVertex(row, vertex);
    reportAt(draft.place, Severity::Repaired, std::string(draft.link->schema),
             fmt::format("“{}” is not in the file (a dangling reference); it was kept as an "
                         "attribute of {}.",
                         dossier_.text(other), dossier_.label(row)));
}

void FtmBuilder::elect(VertexIndex row) {
    if (dossier_.vertices().kind(row) == VertexKind::Other &&
        dossier_.text(dossier_.vertices().type(row)) == "person") {
        Vertex person = dossier_.vertices().row(row);
        person.kind = VertexKind::Leader;
        dossier_.replaceVertex(row, person);
    }
}

} // namespace entente
