#include "core/network/filter_scope.h"
#include "core/network/parallel.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <array>
#include <bit>
#include <cstddef>
#include <optional>

namespace entente {

namespace {

constexpr std::array<Failure, 5> facetCriteria = {WrongSector, WrongKind, WrongStatus,
                                                  WrongConfidence, WrongPolarity};

/// What text and centres reach when one criterion lets everything through; shared by the criteria
/// that let everything through anyway.
class FacetScopes {
public:
    FacetScopes(const FilterScope& scope, const Filter& filter, const FilterFailures& failures) {
        if (filter.text.empty() && filter.centres.empty()) {
            return;
        }
        std::vector<Failure> wanted{Passes};
        const std::uint8_t restricting = restrictingCriteria(filter);
        for (const Failure criterion : facetCriteria) {
            if ((restricting & criterion) != 0) {
                place_[placeOf(criterion)] = wanted.size();
                wanted.push_back(criterion);
            }
        }
        reached_.resize(wanted.size());
        const TextMatches matches = scope.textMatches(filter);
        tbb::parallel_for(std::size_t{0}, wanted.size(), [&](std::size_t i) {
            reached_[i] = scope.reach(filter, matches, failures, wanted[i]);
        });
    }

    [[nodiscard]] bool holds(Failure criterion, VertexIndex row) const {
        return reached_.empty() || reached_[place_[placeOf(criterion)]][row] != 0;
    }

private:
    static std::size_t placeOf(Failure criterion) {
        return static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(criterion)));
    }

    std::vector<RowBytes> reached_;
    std::array<std::size_t, 8> place_{};
};

void add(FacetCounts& total, const FacetCounts& part) {
    const auto addUp = [](auto& sums, const auto& more) {
        for (std::size_t i = 0; i < sums.size(); ++i) {
            sums[i] += more[i];
        }
    };
    addUp(total.sectors, part.sectors);
    addUp(total.vertexKinds, part.vertexKinds);
    addUp(total.statuses, part.statuses);
    addUp(total.confidences, part.confidences);
    addUp(total.polarities, part.polarities);
}

/// Counts an agreement, event or tie. `counts(criterion)`: whether it belongs to that facet.
template <typename Counts>
void addRelation(FacetCounts& total, SectorSet sectors, Confidence confidence, Polarity polarity,
                 const Counts& counts) {
    if (counts(WrongSector)) {
        for (; sectors != 0; sectors &= sectors - 1) {
            ++total.sectors[static_cast<std::size_t>(std::countr_zero(sectors))];
        }
    }
    if (counts(WrongConfidence)) {
        ++total.confidences[static_cast<std::size_t>(confidence)];
    }
    if (counts(WrongPolarity)) {
        ++total.polarities[static_cast<std::size_t>(polarity)];
    }
}

void addVertex(FacetCounts& total, const VertexTable& vertices, VertexIndex row,
               std::uint8_t failures, const FacetScopes& scopes) {
    const auto counts = [&](Failure criterion) {
        return passes(failures, criterion) && scopes.holds(criterion, row);
    };
    const VertexKind kind = vertices.kind(row);
    if (counts(WrongKind)) {
        ++total.vertexKinds[static_cast<std::size_t>(kind)];
    }
    if (kind == VertexKind::Agreement && counts(WrongStatus)) {
        ++total.statuses[static_cast<std::size_t>(vertices.status(row))];
    }
    if (!isActor(kind)) {
        addRelation(total, vertices.sectors(row), vertices.confidence(row), vertices.polarity(row),
                    counts);
    }
}

void addTie(FacetCounts& total, const EdgeTable& edges, EdgeIndex row, std::uint8_t failures,
            const FacetScopes& scopes) {
    addRelation(total, edges.sectors(row), edges.confidence(row), edges.polarity(row),
                [&](Failure criterion) {
                    return passes(failures, criterion) &&
                           scopes.holds(criterion, edges.source(row)) &&
                           scopes.holds(criterion, edges.target(row));
                });
}

/// What is shown of each value of an attribute.
FacetCounts::Attribute countValues(const Dossier& dossier, const AttributeIndex& index,
                                   const Visibility& visibility) {
    const bool vertices = index.of == ElementKind::Vertex;
    const RowBytes& shown = vertices ? visibility.vertices : visibility.edges;
    FacetCounts::Attribute counts{std::vector<std::size_t>(index.values.size(), 0), 0};
    for (std::uint32_t row = 0; row < shown.size(); ++row) {
        if (shown[row] == 0) {
            continue;
        }
        if (const std::uint32_t code = index.code(row); code != 0) {
            ++counts.values[code - 1];
            continue;
        }
        const auto kind = vertices ? static_cast<unsigned>(dossier.vertices().kind(row))
                                   : static_cast<unsigned>(dossier.edges().kind(row));
        counts.absent += (index.kinds >> kind & 1U) != 0;
    }
    return counts;
}

std::vector<FacetCounts::Attribute> countAttributes(const FilterEvaluator& evaluator,
                                                    const Dossier& dossier, const Filter& filter) {
    std::vector<FacetCounts::Attribute> counts;
    std::optional<Visibility> asFiltered;
    for (std::size_t i = 0; i < filter.attributes.size(); ++i) {
        const AttributeCriterion& criterion = filter.attributes[i];
        const auto index = evaluator.attribute(criterion.of, criterion.name);
        if (criterion.restricts()) {
            Filter without = filter;
            without.attributes.erase(without.attributes.begin() + static_cast<std::ptrdiff_t>(i));
            counts.push_back(countValues(dossier, *index, evaluator.evaluate(without)));
            continue;
        }
        if (!asFiltered) {
            asFiltered = evaluator.evaluate(filter);
        }
        counts.push_back(countValues(dossier, *index, *asFiltered));
    }
    return counts;
}

} // namespace

FacetCounts FilterEvaluator::facets(const Filter& filter) const {
    const Dossier& dossier = cache_->dossier();
    const AttributeTests tests = cache_->tests(filter);
    const FilterFailures failures = filterFailures(dossier, filter, tests);
    // Only the facet of kinds counts actors.
    const RowBytes untied = untiedActors(dossier, filter, tests, failures, WrongKind);
    const FacetScopes scopes(*cache_, filter, failures);

    tbb::enumerable_thread_specific<FacetCounts> partial;
    const auto count = [&](std::size_t rows, const auto& addRow) {
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, rows, 16384),
                          [&](const tbb::blocked_range<std::size_t>& range) {
                              FacetCounts& total = partial.local();
                              for (std::size_t row = range.begin(); row != range.end(); ++row) {
                                  addRow(total, static_cast<std::uint32_t>(row));
                              }
                          });
    };
    count(failures.vertices.size(), [&](FacetCounts& total, VertexIndex row) {
        if (untied.empty() || untied[row] == 0) {
            addVertex(total, dossier.vertices(), row, failures.vertices[row], scopes);
        }
    });
    const EdgeTable& edges = dossier.edges();
    count(failures.edges.size(), [&](FacetCounts& total, EdgeIndex row) {
        if (edges.kind(row) == EdgeKind::Tie && (failures.edges[row] & Excluded) == 0) {
            addTie(total, edges, row, failures.edges[row], scopes);
        }
    });
    FacetCounts total;
    for (const FacetCounts& part : partial) {
        add(total, part);
    }
    total.attributes = countAttributes(*this, dossier, filter);
    return total;
}

} // namespace entente
