#include "core/model/fold.h"
#include "core/network/filter.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace entente {

namespace {

/// Which criteria an element fails.
enum Failure : std::uint8_t {
    Passes = 0,
    Base = 1, ///< removed, hidden, outside the time window: no facet brings it back
    BySector = 2,
    ByKind = 4,
    ByStatus = 8,
    ByConfidence = 16,
    ByPolarity = 32,
};

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t grain = 16384;

template <typename Body>
void forEachRow(std::size_t rows, const Body& body) {
    tbb::parallel_for(tbb::blocked_range<std::uint32_t>(0, static_cast<std::uint32_t>(rows), grain),
                      [&body](const tbb::blocked_range<std::uint32_t>& range) {
                          for (std::uint32_t row = range.begin(); row != range.end(); ++row) {
                              body(row);
                          }
                      });
}

void mark(std::uint8_t& flag) {
    // Several threads may mark the same row; all of them write 1.
    std::atomic_ref<std::uint8_t>(flag).store(1, std::memory_order_relaxed);
}

bool has(KindSet set, auto value) { return (set & kindBit(value)) != 0; }

bool sectorsPass(const Filter& filter, SectorSet sectors) {
    if (filter.sectors == allSectors) {
        return true;
    }
    return filter.sectorMode == Filter::SectorMode::Any ? (sectors & filter.sectors) != 0
                                                        : filter.sectors != 0 &&
                                                              (sectors & filter.sectors) ==
                                                                  filter.sectors;
}

/// Actors must be tied by something that passes, where the filter asks something of ties.
bool asksForEdges(const Filter& filter) {
    return filter.sectors != allSectors || filter.statuses != everyKind ||
           filter.confidences != everyKind || filter.polarities != everyKind;
}

} // namespace

bool Filter::restricts() const { return *this != Filter{}; }

struct FilterEvaluator::Cache {
    explicit Cache(const Dossier& of) : dossier(of) {}

    const Dossier& dossier;

    /// Rows of the edges at each vertex, as offsets into one array.
    std::vector<std::uint32_t> offsets;
    std::vector<EdgeIndex> incident;
    std::once_flag adjacencyBuilt;

    /// All that text is searched in, folded, one a vertex; and the folded types of edges by string.
    std::vector<std::string> texts;
    std::once_flag textsBuilt;

    void buildAdjacency() {
        std::call_once(adjacencyBuilt, [this] {
            const EdgeTable& edges = dossier.edges();
            offsets.assign(dossier.vertices().size() + 1, 0);
            for (EdgeIndex i = 0; i < edges.size(); ++i) {
                ++offsets[edges.source(i) + 1];
                ++offsets[edges.target(i) + 1];
            }
            for (std::size_t i = 1; i < offsets.size(); ++i) {
                offsets[i] += offsets[i - 1];
            }
            std::vector<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
            incident.resize(edges.size() * 2);
            for (EdgeIndex i = 0; i < edges.size(); ++i) {
                incident[next[edges.source(i)]++] = i;
                incident[next[edges.target(i)]++] = i;
            }
        });
    }

    void buildTexts() {
        std::call_once(textsBuilt, [this] {
            texts.resize(dossier.vertices().size());
            forEachRow(texts.size(), [this](VertexIndex row) {
                const VertexTable& vertices = dossier.vertices();
                std::string text = fold(dossier.text(vertices.label(row))) + "\n" +
                                   fold(dossier.text(vertices.id(row))) + "\n" +
                                   fold(dossier.text(vertices.type(row)));
                for (const Name& name : vertices.details(row).names) {
                    text += "\n" + fold(name.text);
                }
                for (const Code& code : vertices.details(row).codes) {
                    text += "\n" + fold(code.value);
                }
                texts[row] = std::move(text);
            });
        });
    }

    [[nodiscard]] Bytes vertexFailures(const Filter& filter) const {
        const VertexTable& vertices = dossier.vertices();
        Bytes failures(vertices.size());
        forEachRow(vertices.size(), [&](VertexIndex row) {
            unsigned failure = Passes;
            const VertexKind kind = vertices.kind(row);
            if (vertices.removed(row) ||
                (filter.window && !overlaps(vertices.span(row), *filter.window))) {
                failure |= Base;
            }
            if (!has(filter.vertexKinds, kind)) {
                failure |= ByKind;
            }
            if (!isActor(kind)) {
                if (!sectorsPass(filter, vertices.sectors(row))) {
                    failure |= BySector;
                }
                if (kind == VertexKind::Agreement && !has(filter.statuses, vertices.status(row))) {
                    failure |= ByStatus;
                }
                if (!has(filter.confidences, vertices.confidence(row))) {
                    failure |= ByConfidence;
                }
                if (!has(filter.polarities, vertices.polarity(row))) {
                    failure |= ByPolarity;
                }
            }
            failures[row] = static_cast<std::uint8_t>(failure);
        });
        for (const VertexIndex row : filter.hidden) {
            if (row < failures.size()) {
                failures[row] |= Base;
            }
        }
        return failures;
    }

    [[nodiscard]] unsigned edgeFailure(const Filter& filter, const Bytes& vertexFailure,
                                       EdgeIndex row) const {
        const EdgeTable& edges = dossier.edges();
        const unsigned source = vertexFailure[edges.source(row)];
        const unsigned target = vertexFailure[edges.target(row)];
        unsigned failure = source | target;
        if (edges.removed(row) || !has(filter.edgeKinds, edges.kind(row)) ||
            (filter.window && !overlaps(edges.span(row), *filter.window))) {
            failure |= Base;
        }
        if (!has(filter.confidences, edges.confidence(row))) {
            failure |= ByConfidence;
        }
        switch (edges.kind(row)) {
        case EdgeKind::Tie:
            if (!sectorsPass(filter, edges.sectors(row))) {
                failure |= BySector;
            }
            if (!has(filter.polarities, edges.polarity(row))) {
                failure |= ByPolarity;
            }
            break;
        case EdgeKind::Participation:
            if (edges.sectors(row) != 0 && !sectorsPass(filter, edges.sectors(row))) {
                failure |= BySector;
            }
            if (edges.polarity(row) != Polarity::Neutral &&
                !has(filter.polarities, edges.polarity(row))) {
                failure |= ByPolarity;
            }
            break;
        case EdgeKind::Lineage:
            break;
        }
        return failure;
    }

    /// Vertices that match the text, or are joined by an edge whose type does, and their neighbours.
    [[nodiscard]] Bytes textScope(const std::string& text, const Bytes& edgePasses,
                                  Bytes& matches) {
        buildTexts();
        const std::string wanted = fold(text);
        matches.assign(texts.size(), 0);
        forEachRow(texts.size(), [&](VertexIndex row) {
            matches[row] = texts[row].find(wanted) != std::string::npos ? 1 : 0;
        });
        Bytes typeMatches(dossier.strings().size(), 2);
        Bytes scope = matches;
        const EdgeTable& edges = dossier.edges();
        for (EdgeIndex row = 0; row < edges.size(); ++row) {
            if (edgePasses[row] == 0) {
                continue;
            }
            std::uint8_t& typed = typeMatches[index(edges.type(row))];
            if (typed == 2) {
                typed = fold(dossier.text(edges.type(row))).find(wanted) != std::string::npos;
            }
            if (typed != 0 || matches[edges.source(row)] != 0 || matches[edges.target(row)] != 0) {
                scope[edges.source(row)] = 1;
                scope[edges.target(row)] = 1;
            }
        }
        return scope;
    }

    /// Breadth-first from the centres over edges that pass. From actor to actor through one
    /// agreement or event is one step, as a tie is.
    [[nodiscard]] Bytes neighbourhood(const Filter& filter, const Bytes& vertexPasses,
                                      const Bytes& edgePasses) {
        buildAdjacency();
        const EdgeTable& edges = dossier.edges();
        const VertexTable& vertices = dossier.vertices();
        Bytes reached(vertices.size(), 0);
        std::vector<VertexIndex> front;
        for (const VertexIndex centre : filter.centres) {
            if (centre < vertexPasses.size() && vertexPasses[centre] != 0) {
                reached[centre] = 1;
                front.push_back(centre);
            }
        }
        const auto expand = [&](const std::vector<VertexIndex>& from) {
            std::vector<VertexIndex> found;
            for (const VertexIndex row : from) {
                for (std::uint32_t i = offsets[row]; i < offsets[row + 1]; ++i) {
                    const EdgeIndex edge = incident[i];
                    const VertexIndex other =
                        edges.source(edge) == row ? edges.target(edge) : edges.source(edge);
                    if (edgePasses[edge] != 0 && vertexPasses[other] != 0 && reached[other] == 0) {
                        reached[other] = 1;
                        found.push_back(other);
                    }
                }
            }
            return found;
        };
        for (unsigned hop = 0; hop < filter.hops && !front.empty(); ++hop) {
            std::vector<VertexIndex> next = expand(front);
            std::vector<VertexIndex> between;
            for (const VertexIndex row : next) {
                if (!isActor(vertices.kind(row))) {
                    between.push_back(row);
                }
            }
            // What an agreement joins is one step from its parties; but where the centre is itself
            // an agreement, its parties are that step.
            std::vector<VertexIndex> parties = expand(between);
            next.insert(next.end(), parties.begin(), parties.end());
            front = std::move(next);
        }
        return reached;
    }
};

FilterEvaluator::FilterEvaluator(const Dossier& dossier)
    : cache_(std::make_unique<Cache>(dossier)) {}
FilterEvaluator::~FilterEvaluator() = default;
FilterEvaluator::FilterEvaluator(FilterEvaluator&&) noexcept = default;
FilterEvaluator& FilterEvaluator::operator=(FilterEvaluator&&) noexcept = default;

Visibility FilterEvaluator::evaluate(const Filter& filter) const {
    const Dossier& dossier = cache_->dossier;
    const VertexTable& vertices = dossier.vertices();
    const EdgeTable& edges = dossier.edges();
    const Bytes failures = cache_->vertexFailures(filter);

    Visibility result;
    result.vertices.resize(vertices.size());
    result.edges.resize(edges.size());
    Bytes touched(vertices.size(), 0);
    forEachRow(edges.size(), [&](EdgeIndex row) {
        const bool passes = cache_->edgeFailure(filter, failures, row) == Passes;
        result.edges[row] = passes ? 1 : 0;
        if (passes) {
            mark(touched[edges.source(row)]);
            mark(touched[edges.target(row)]);
        }
    });
    const bool tiedOnly = asksForEdges(filter);
    forEachRow(vertices.size(), [&](VertexIndex row) {
        const bool needsEdge = isActor(vertices.kind(row)) &&
                               (tiedOnly || (filter.window && vertices.period(row).empty()));
        result.vertices[row] = failures[row] == Passes && (!needsEdge || touched[row] != 0) ? 1 : 0;
    });

    bool narrowed = false;
    Bytes matches;
    if (!filter.text.empty()) {
        const Bytes scope = cache_->textScope(filter.text, result.edges, matches);
        forEachRow(vertices.size(), [&](VertexIndex row) { result.vertices[row] &= scope[row]; });
        narrowed = true;
    }
    if (!filter.centres.empty()) {
        const Bytes reached = cache_->neighbourhood(filter, result.vertices, result.edges);
        forEachRow(vertices.size(), [&](VertexIndex row) { result.vertices[row] &= reached[row]; });
        narrowed = true;
    }
    if (narrowed) {
        forEachRow(edges.size(), [&](EdgeIndex row) {
            result.edges[row] &= static_cast<std::uint8_t>(result.vertices[edges.source(row)] &
                                                           result.vertices[edges.target(row)]);
        });
    }
    return result;
}

FacetCounts FilterEvaluator::facets(const Filter& filter) const {
    const Dossier& dossier = cache_->dossier;
    const VertexTable& vertices = dossier.vertices();
    const EdgeTable& edges = dossier.edges();
    const Bytes failures = cache_->vertexFailures(filter);

    // Text and neighbourhood bound what facets count in, by what they would reach if no facet
    // restricted anything.
    Bytes scope(vertices.size(), 1);
    if (!filter.text.empty() || !filter.centres.empty()) {
        Filter open;
        open.window = filter.window;
        open.hidden = filter.hidden;
        open.text = filter.text;
        open.centres = filter.centres;
        open.hops = filter.hops;
        scope = evaluate(open).vertices;
    }

    const auto addSectors = [](FacetCounts& counts, SectorSet sectors) {
        for (; sectors != 0; sectors &= sectors - 1) {
            ++counts.sectors[static_cast<std::size_t>(std::countr_zero(sectors))];
        }
    };
    const auto count = [&](FacetCounts& counts, unsigned failure, SectorSet sectors,
                           Confidence confidence, Polarity polarity) {
        if ((failure & ~static_cast<unsigned>(BySector)) == 0) {
            addSectors(counts, sectors);
        }
        if ((failure & ~static_cast<unsigned>(ByConfidence)) == 0) {
            ++counts.confidences[static_cast<std::size_t>(confidence)];
        }
        if ((failure & ~static_cast<unsigned>(ByPolarity)) == 0) {
            ++counts.polarities[static_cast<std::size_t>(polarity)];
        }
    };

    tbb::enumerable_thread_specific<FacetCounts> partial;
    Bytes touched(vertices.size(), 0);
    forEachRow(edges.size(), [&](EdgeIndex row) {
        const unsigned failure = cache_->edgeFailure(filter, failures, row);
        if ((failure & ~static_cast<unsigned>(ByKind)) == 0) {
            mark(touched[edges.source(row)]);
            mark(touched[edges.target(row)]);
        }
        if (edges.kind(row) == EdgeKind::Tie && (failure & Base) == 0 &&
            scope[edges.source(row)] != 0 && scope[edges.target(row)] != 0) {
            count(partial.local(), failure, edges.sectors(row), edges.confidence(row),
                  edges.polarity(row));
        }
    });
    const bool tiedOnly = asksForEdges(filter);
    forEachRow(vertices.size(), [&](VertexIndex row) {
        const unsigned failure = failures[row];
        if ((failure & Base) != 0 || scope[row] == 0) {
            return;
        }
        FacetCounts& counts = partial.local();
        const VertexKind kind = vertices.kind(row);
        const bool needsEdge =
            isActor(kind) && (tiedOnly || (filter.window && vertices.period(row).empty()));
        if ((failure & ~static_cast<unsigned>(ByKind)) == 0 && (!needsEdge || touched[row] != 0)) {
            ++counts.vertexKinds[static_cast<std::size_t>(kind)];
        }
        if (!isActor(kind)) {
            count(counts, failure, vertices.sectors(row), vertices.confidence(row),
                  vertices.polarity(row));
        }
        if (kind == VertexKind::Agreement && (failure & ~static_cast<unsigned>(ByStatus)) == 0) {
            ++counts.statuses[static_cast<std::size_t>(vertices.status(row))];
        }
    });

    FacetCounts total;
    const auto addUp = [](auto& sum, const auto& more) {
        for (std::size_t i = 0; i < sum.size(); ++i) {
            sum[i] += more[i];
        }
    };
    for (const FacetCounts& counts : partial) {
        addUp(total.sectors, counts.sectors);
        addUp(total.vertexKinds, counts.vertexKinds);
        addUp(total.statuses, counts.statuses);
        addUp(total.confidences, counts.confidences);
        addUp(total.polarities, counts.polarities);
    }
    return total;
}

} // namespace entente
