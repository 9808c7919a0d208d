#include "core/model/validation.h"

#include <fmt/format.h>

#include <unordered_map>

namespace entente {

namespace {

std::string_view noun(const Dossier& dossier, ElementRef element) {
    switch (element.kind) {
    case ElementKind::Vertex:
        return isActor(dossier.vertices().kind(element.index)) ? "The actor"
               : dossier.vertices().kind(element.index) == VertexKind::Agreement ? "The agreement"
                                                                                 : "The event";
    case ElementKind::Edge:
        switch (dossier.edges().kind(element.index)) {
        case EdgeKind::Tie:
            return "The tie";
        case EdgeKind::Participation:
            return "The participation";
        case EdgeKind::Lineage:
            return "The lineage";
        }
        break;
    case ElementKind::Claim:
        return "The claim";
    case ElementKind::Source:
        return "The source";
    }
    return "The element";
}

class Validator {
public:
    explicit Validator(const Dossier& dossier)
        : dossier_(dossier), sectorMask_(dossier.sectors().size() >= mostSectors
                                             ? allSectors
                                             : sectorBit(dossier.sectors().size()) - 1) {}

    std::vector<Fault> run() {
        checkVertices();
        checkEdges();
        checkParties();
        checkClaims();
        checkSources();
        return std::move(faults_);
    }

private:
    void fault(ElementRef element, std::string_view wrong) {
        faults_.push_back({element, fmt::format("{} “{}” {}", noun(dossier_, element),
                                                dossier_.describe(element), wrong)});
    }

    void checkPeriod(ElementRef element, const Period& period) {
        if (period.begin.kind == Endpoint::Kind::Known &&
            period.end.kind == Endpoint::Kind::Known &&
            period.end.date.span().last < period.begin.date.span().first) {
            fault(element, fmt::format("ends ({}) before it begins ({}): correct one of the dates.",
                                       toEdtf(period.end.date), toEdtf(period.begin.date)));
        }
    }

    void checkSectors(ElementRef element, SectorSet sectors) {
        if ((sectors & ~sectorMask_) != 0) {
            fault(element, "is in a sector that the dossier does not define: define the sector or "
                           "take the element out of it.");
        }
    }

    void checkVertices() {
        const VertexTable& vertices = dossier_.vertices();
        std::vector<bool> seen(dossier_.strings().size(), false);
        for (VertexIndex i = 0; i < vertices.size(); ++i) {
            if (vertices.removed(i)) {
                continue;
            }
            const ElementRef element{ElementKind::Vertex, i};
            const StringId id = vertices.id(i);
            if (id == noString) {
                fault(element, "has no id: give it one.");
            } else if (seen[index(id)]) {
                fault(element, fmt::format("has the id “{}”, which another element has already: "
                                           "give it an id of its own.",
                                           dossier_.text(id)));
            } else {
                seen[index(id)] = true;
            }
            checkPeriod(element, vertices.period(i));
            checkSectors(element, vertices.sectors(i));
        }
    }

    [[nodiscard]] bool dangling(VertexIndex row) const {
        return row >= dossier_.vertices().size() || dossier_.vertices().removed(row);
    }

    void checkEdges() {
        const EdgeTable& edges = dossier_.edges();
        std::unordered_map<std::uint32_t, EdgeIndex> ids;
        for (EdgeIndex i = 0; i < edges.size(); ++i) {
            if (edges.removed(i)) {
                continue;
            }
            const ElementRef element{ElementKind::Edge, i};
            if (dangling(edges.source(i)) || dangling(edges.target(i))) {
                fault(element, "refers to an element that does not exist (a dangling reference): "
                               "remove it or name another element.");
                continue;
            }
            if (edges.id(i) != noString && !ids.emplace(index(edges.id(i)), i).second) {
                fault(element, fmt::format("has the id “{}”, which another one has already: give "
                                           "it an id of its own.",
                                           dossier_.text(edges.id(i))));
            }
            checkPeriod(element, edges.period(i));
            checkSectors(element, edges.sectors(i));
            checkEnds(element);
        }
    }

    void checkEnds(ElementRef element) {
        const EdgeTable& edges = dossier_.edges();
        const VertexTable& vertices = dossier_.vertices();
        const VertexKind source = vertices.kind(edges.source(element.index));
        const VertexKind target = vertices.kind(edges.target(element.index));
        switch (edges.kind(element.index)) {
        case EdgeKind::Tie:
            if (!isActor(source) || !isActor(target)) {
                fault(element, "must run between two actors.");
            }
            break;
        case EdgeKind::Participation:
            if (!isActor(source) || isActor(target)) {
                fault(element, "must run from an actor to an agreement or event.");
            } else if (!overlaps(edges.span(element.index),
                                 vertices.span(edges.target(element.index)))) {
                fault(element, fmt::format("lies outside the period ({}) of what it takes part "
                                           "in: correct one of the dates.",
                                           toEdtf(vertices.period(edges.target(element.index)))));
            }
            break;
        case EdgeKind::Lineage:
            if (source != VertexKind::Agreement || target != VertexKind::Agreement) {
                fault(element, "must run between two agreements.");
            }
            break;
        }
    }

    void checkParties() {
        const VertexTable& vertices = dossier_.vertices();
        const EdgeTable& edges = dossier_.edges();
        std::vector<bool> hasParty(vertices.size(), false);
        for (EdgeIndex i = 0; i < edges.size(); ++i) {
            if (!edges.removed(i) && edges.kind(i) == EdgeKind::Participation &&
                edges.target(i) < vertices.size()) {
                hasParty[edges.target(i)] = true;
            }
        }
        for (VertexIndex i = 0; i < vertices.size(); ++i) {
            if (vertices.kind(i) == VertexKind::Agreement && !vertices.removed(i) &&
                !hasParty[i]) {
                fault({ElementKind::Vertex, i}, "has no party: name at least one.");
            }
        }
    }

    [[nodiscard]] bool exists(ElementRef element) const {
        switch (element.kind) {
        case ElementKind::Vertex:
            return !dangling(element.index);
        case ElementKind::Edge:
            return element.index < dossier_.edges().size() &&
                   !dossier_.edges().removed(element.index);
        case ElementKind::Claim:
        case ElementKind::Source:
            break;
        }
        return false;
    }

    void checkClaims() {
        for (ClaimIndex i = 0; i < dossier_.claims().size(); ++i) {
            if (dossier_.claimRemoved(i)) {
                continue;
            }
            const ElementRef element{ElementKind::Claim, i};
            const Claim& claim = dossier_.claims()[i];
            if (!exists(claim.about)) {
                fault(element, "is about an element that does not exist (a dangling reference): "
                               "remove it or name another element.");
            }
            if (claim.source >= dossier_.sources().size() || dossier_.sourceRemoved(claim.source)) {
                fault(element, "names no source that exists: name one.");
            }
            checkPeriod(element, claim.date);
        }
    }

    void checkSources() {
        std::vector<bool> seen(dossier_.strings().size(), false);
        for (SourceIndex i = 0; i < dossier_.sources().size(); ++i) {
            if (dossier_.sourceRemoved(i)) {
                continue;
            }
            const StringId id = dossier_.sources()[i].id;
            if (id == noString) {
                fault({ElementKind::Source, i}, "has no id: give it one.");
            } else if (seen[index(id)]) {
                fault({ElementKind::Source, i},
                      fmt::format("has the id “{}”, which another source has already: give it an "
                                  "id of its own.",
                                  dossier_.text(id)));
            } else {
                seen[index(id)] = true;
            }
            checkPeriod({ElementKind::Source, i}, dossier_.sources()[i].date);
        }
    }

    const Dossier& dossier_;
    SectorSet sectorMask_;
    std::vector<Fault> faults_;
};

} // namespace

std::vector<Fault> validate(const Dossier& dossier) { return Validator(dossier).run(); }

} // namespace entente
