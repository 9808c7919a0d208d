#include "core/network/filter_failures.h"

#include "core/network/parallel.h"

#include <algorithm>

namespace entente {

namespace {

template <typename Enumeration>
bool contains(KindSet set, Enumeration value) {
    return (set & kindBit(value)) != 0;
}

/// Whether the set leaves out one of the `count` values that there are.
bool leavesOut(KindSet set, std::size_t count) {
    const auto all = static_cast<KindSet>((1U << count) - 1U);
    return (set & all) != all;
}

unsigned failureIf(bool failed, Failure failure) {
    return failed ? failure : Passes;
}

/// Applies one filter to the rows of one dossier.
class Criteria {
public:
    Criteria(const Dossier& dossier, const Filter& filter)
        : vertices_(dossier.vertices()), edges_(dossier.edges()), filter_(filter),
          window_(filter.window.value_or(DaySpan{})) {}

    [[nodiscard]] std::uint8_t vertex(VertexIndex row) const {
        const VertexKind kind = vertices_.kind(row);
        unsigned failures =
            failureIf(vertices_.removed(row) || !overlaps(vertices_.span(row), window_), Excluded) |
            failureIf(!contains(filter_.vertexKinds, kind), WrongKind);
        if (!isActor(kind)) {
            failures |=
                failureIf(!inSectors(vertices_.sectors(row)), WrongSector) |
                failureIf(kind == VertexKind::Agreement &&
                              !contains(filter_.statuses, vertices_.status(row)),
                          WrongStatus) |
                failureIf(!contains(filter_.confidences, vertices_.confidence(row)),
                          WrongConfidence) |
                failureIf(!contains(filter_.polarities, vertices_.polarity(row)), WrongPolarity);
        }
        return static_cast<std::uint8_t>(failures);
    }

    /// `vertexFailures` are what `vertex` gave for all rows.
    [[nodiscard]] std::uint8_t edge(EdgeIndex row, const RowBytes& vertexFailures) const {
        const VertexIndex source = edges_.source(row);
        const VertexIndex target = edges_.target(row);
        if (source >= vertexFailures.size() || target >= vertexFailures.size()) {
            return Excluded;
        }
        const EdgeKind kind = edges_.kind(row);
        unsigned failures = vertexFailures[source] | vertexFailures[target] |
                            failureIf(edges_.removed(row) || !contains(filter_.edgeKinds, kind) ||
                                          !overlaps(edges_.span(row), window_),
                                      Excluded);
        const bool confidenceWanted = contains(filter_.confidences, edges_.confidence(row));
        switch (kind) {
        case EdgeKind::Tie:
            failures |=
                failureIf(!inSectors(edges_.sectors(row)), WrongSector) |
                failureIf(!confidenceWanted, WrongConfidence) |
                failureIf(!contains(filter_.polarities, edges_.polarity(row)), WrongPolarity);
            break;
        case EdgeKind::Participation: {
            const SectorSet sectors = edges_.sectors(row);
            const Polarity polarity = edges_.polarity(row);
            failures |=
                failureIf(sectors != 0 && filter_.sectors != allSectors &&
                              (sectors & filter_.sectors) == 0,
                          WrongSector) |
                failureIf(!confidenceWanted &&
                              edges_.confidence(row) > vertices_.confidence(target),
                          WrongConfidence) |
                failureIf(polarity != Polarity::Neutral && !contains(filter_.polarities, polarity),
                          WrongPolarity);
            break;
        }
        case EdgeKind::Lineage:
            failures |= failureIf(!confidenceWanted && edges_.confidence(row) >
                                                           std::max(vertices_.confidence(source),
                                                                    vertices_.confidence(target)),
                                  WrongConfidence);
            break;
        }
        return static_cast<std::uint8_t>(failures);
    }

private:
    [[nodiscard]] bool inSectors(SectorSet sectors) const {
        if (filter_.sectors == allSectors) {
            return true;
        }
        const SectorSet common = sectors & filter_.sectors;
        return filter_.sectorMode == Filter::SectorMode::Any || filter_.sectors == 0
                   ? common != 0
                   : common == filter_.sectors;
    }

    const VertexTable& vertices_;
    const EdgeTable& edges_;
    const Filter& filter_;
    DaySpan window_;
};

} // namespace

FilterFailures filterFailures(const Dossier& dossier, const Filter& filter) {
    const Criteria criteria(dossier, filter);
    FilterFailures failures;
    failures.vertices.resize(dossier.vertices().size());
    forEachRow(failures.vertices.size(),
               [&](VertexIndex row) { failures.vertices[row] = criteria.vertex(row); });
    for (const VertexIndex row : filter.hidden) {
        if (row < failures.vertices.size()) {
            failures.vertices[row] |= Excluded;
        }
    }
    failures.edges.resize(dossier.edges().size());
    forEachRow(failures.edges.size(),
               [&](EdgeIndex row) { failures.edges[row] = criteria.edge(row, failures.vertices); });
    return failures;
}

std::uint8_t restrictingCriteria(const Filter& filter) {
    return static_cast<std::uint8_t>(
        failureIf(filter.sectors != allSectors, WrongSector) |
        failureIf(leavesOut(filter.vertexKinds, vertexKindCount), WrongKind) |
        failureIf(leavesOut(filter.statuses, statusCount), WrongStatus) |
        failureIf(leavesOut(filter.confidences, confidenceCount), WrongConfidence) |
        failureIf(leavesOut(filter.polarities, polarityCount), WrongPolarity));
}

bool mayNeedEdges(const Filter& filter) {
    return !passes(restrictingCriteria(filter), WrongKind) || filter.window;
}

bool needsEdge(const Dossier& dossier, const Filter& filter, VertexIndex actor) {
    return !passes(restrictingCriteria(filter), WrongKind) ||
           (filter.window && dossier.vertices().period(actor).empty());
}

} // namespace entente
