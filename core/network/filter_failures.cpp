#include "core/network/filter_failures.h"

#include "core/model/fold.h"
#include "core/network/parallel.h"

#include <algorithm>
#include <cmath>
#include <utility>

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
    Criteria(const Dossier& dossier, const Filter& filter, const AttributeTests& tests)
        : vertices_(dossier.vertices()), edges_(dossier.edges()), filter_(filter),
          window_(filter.window.value_or(DaySpan{})) {
        for (const AttributeTest& test : tests) {
            (test.of() == ElementKind::Vertex ? vertexTests_ : edgeTests_).push_back(&test);
        }
    }

    [[nodiscard]] std::uint8_t vertex(VertexIndex row) const {
        const VertexKind kind = vertices_.kind(row);
        unsigned failures =
            failureIf(vertices_.removed(row) || !overlaps(vertices_.span(row), window_) ||
                          !passesAll(vertexTests_, row, static_cast<unsigned>(kind)),
                      Excluded) |
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
                                          !overlaps(edges_.span(row), window_) ||
                                          !passesAll(edgeTests_, row, static_cast<unsigned>(kind)),
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
    static bool passesAll(const std::vector<const AttributeTest*>& tests, std::uint32_t row,
                          unsigned kind) {
        for (const AttributeTest* const test : tests) {
            if (!test->passes(row, kind)) {
                return false;
            }
        }
        return true;
    }

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
    std::vector<const AttributeTest*> vertexTests_;
    std::vector<const AttributeTest*> edgeTests_;
};

/// Whether a value that there is passes.
bool allows(const AttributeCriterion& criterion, const std::string& wanted, std::string_view value,
            double number) {
    switch (criterion.test) {
    case AttributeCriterion::Test::OneOf:
        return !criterion.values;
    case AttributeCriterion::Test::Contains:
        return fold(value).find(wanted) != std::string::npos;
    case AttributeCriterion::Test::Range:
        break;
    }
    return std::isnan(number) ? criterion.absent
                              : criterion.least <= number && number <= criterion.most;
}

} // namespace

AttributeTest::AttributeTest(const Dossier& dossier, const AttributeCriterion& criterion,
                             std::shared_ptr<const AttributeIndex> index)
    : index_(std::move(index)), allowed_(index_->values.size() + 1, 0) {
    allowed_[0] = criterion.absent ? 1 : 0;
    const std::string wanted = fold(criterion.text);
    forEachRow(index_->values.size(), [&](std::uint32_t i) {
        allowed_[i + 1] =
            allows(criterion, wanted, dossier.text(index_->values[i]), index_->numbers[i]) ? 1 : 0;
    });
    if (criterion.test == AttributeCriterion::Test::OneOf && criterion.values) {
        std::vector<StringId> values = *criterion.values;
        std::ranges::sort(values);
        forEachRow(index_->values.size(), [&](std::uint32_t i) {
            allowed_[i + 1] = std::ranges::binary_search(values, index_->values[i]) ? 1 : 0;
        });
    }
}

bool AttributeTest::asksRelations() const {
    if (of() == ElementKind::Edge) {
        return index_->kinds != 0;
    }
    return (index_->kinds & (kindBit(VertexKind::Agreement) | kindBit(VertexKind::Event))) != 0;
}

FilterFailures filterFailures(const Dossier& dossier, const Filter& filter,
                              const AttributeTests& tests) {
    const Criteria criteria(dossier, filter, tests);
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

bool mayNeedEdges(const Filter& filter, const AttributeTests& tests) {
    return !passes(restrictingCriteria(filter), WrongKind) || filter.window ||
           std::ranges::any_of(tests, &AttributeTest::asksRelations);
}

bool needsEdge(const Dossier& dossier, const Filter& filter, const AttributeTests& tests,
               VertexIndex actor) {
    return !passes(restrictingCriteria(filter), WrongKind) ||
           (filter.window && dossier.vertices().period(actor).empty()) ||
           std::ranges::any_of(tests, &AttributeTest::asksRelations);
}

} // namespace entente
