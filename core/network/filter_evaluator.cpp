#include "core/network/filter_scope.h"
#include "core/network/parallel.h"

namespace entente {

FilterEvaluator::FilterEvaluator(const Dossier& dossier)
    : cache_(std::make_unique<Cache>(dossier)) {}
FilterEvaluator::~FilterEvaluator() = default;
FilterEvaluator::FilterEvaluator(FilterEvaluator&&) noexcept = default;
FilterEvaluator& FilterEvaluator::operator=(FilterEvaluator&&) noexcept = default;

std::shared_ptr<const AttributeIndex> FilterEvaluator::attribute(ElementKind of,
                                                                 StringId name) const {
    return cache_->attribute(of, name);
}

Visibility FilterEvaluator::evaluate(const Filter& filter) const {
    const Dossier& dossier = cache_->dossier();
    const AttributeTests tests = cache_->tests(filter);
    FilterFailures failures = filterFailures(dossier, filter, tests);
    const RowBytes untied = untiedActors(dossier, filter, tests, failures, Passes);
    forEachRow(untied.size(), [&](VertexIndex row) {
        failures.vertices[row] |= untied[row] != 0 ? Excluded : Passes;
    });
    const RowBytes scope = cache_->reach(filter, cache_->textMatches(filter), failures, Passes);

    // The failures are not needed any more: what is visible takes their place.
    forEachRow(failures.vertices.size(), [&](VertexIndex row) {
        std::uint8_t& cell = failures.vertices[row];
        cell = passes(cell) && (scope.empty() || scope[row] != 0) ? 1 : 0;
    });
    const EdgeTable& edges = dossier.edges();
    forEachRow(failures.edges.size(), [&](EdgeIndex row) {
        std::uint8_t& cell = failures.edges[row];
        cell = passes(cell) && (scope.empty() ||
                                (scope[edges.source(row)] != 0 && scope[edges.target(row)] != 0))
                   ? 1
                   : 0;
    });
    return {std::move(failures.vertices), std::move(failures.edges)};
}

} // namespace entente
