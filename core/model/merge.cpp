#include "core/model/merge.h"

#include "core/model/merge_attributes.h"
#include "core/model/merge_ids.h"
#include "core/model/merge_rows.h"
#include "core/model/merge_sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

namespace entente {

namespace {

constexpr std::size_t rowsBetweenReports = 16384;

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15U;
    return (hash ^ value) * golden ^ (hash >> 29U);
}

/// Equal for edges that are the same; both directions of an undirected one meet.
std::uint64_t edgeKey(const Edge& edge) {
    const bool turned = !edge.directed && edge.target < edge.source;
    std::uint64_t hash =
        mix(turned ? edge.target : edge.source, turned ? edge.source : edge.target);
    hash = mix(hash, index(edge.type));
    hash = mix(hash, edge.sectors);
    const DaySpan span = edge.period.span();
    return mix(mix(hash, static_cast<std::uint32_t>(span.first)),
               static_cast<std::uint32_t>(span.last));
}

bool sameEdge(const Edge& a, const Edge& b) {
    const bool ends = (a.source == b.source && a.target == b.target) ||
                      (!a.directed && a.source == b.target && a.target == b.source);
    return ends && a.directed == b.directed && a.kind == b.kind && a.type == b.type &&
           a.period == b.period && a.sectors == b.sectors;
}

std::uint64_t claimKey(const Claim& claim) {
    const std::uint64_t about =
        mix(claim.about.index, static_cast<std::uint64_t>(claim.about.kind));
    return mix(mix(mix(about, index(claim.statement)), claim.source), index(claim.locator));
}

/// Whether there is anything in an edge that is the same as another one to unite with that.
bool saysMore(const Edge& incoming, const Edge& known) {
    return incoming.note != known.note || incoming.weight != known.weight ||
           incoming.confidence != known.confidence || incoming.polarity != known.polarity ||
           incoming.attributes != known.attributes;
}

class Merger {
public:
    Merger(Dossier& dossier, const Dossier& incoming, const Progress& progress)
        : dossier_(dossier), incoming_(incoming), progress_(progress), rows_(dossier, incoming),
          uniter_(dossier, incoming.cover().language, merge_),
          vertexOf_(incoming.vertices().size(), noIndex), repeats_(incoming.vertices().size()),
          edgeOf_(incoming.edges().size(), noIndex), sourceOf_(incoming.sources().size(), noIndex),
          matchedAt_(dossier.vertices().size(), noIndex) {}

    Merge run(std::span<const VertexMatch> matches) {
        inserted_.firstVertex = static_cast<VertexIndex>(dossier_.vertices().size());
        inserted_.firstEdge = static_cast<EdgeIndex>(dossier_.edges().size());
        inserted_.firstClaim = static_cast<ClaimIndex>(dossier_.claims().size());
        inserted_.firstSource = static_cast<SourceIndex>(dossier_.sources().size());
        mergeVertices(matches);
        mergeEdges();
        mergeSources();
        mergeClaims();
        finish();
        return std::move(merge_);
    }

private:
    void tell(double from, double share, std::size_t done, std::size_t of) const {
        if (done % rowsBetweenReports == 0) {
            progress_.throwIfStopped();
            progress_.tell(from + share * static_cast<double>(done) /
                                      static_cast<double>(std::max<std::size_t>(of, 1)));
        }
    }

    void mergeVertices(std::span<const VertexMatch> matches) {
        for (const VertexMatch& match : matches) {
            if (match.existing == noIndex) {
                repeats_[match.incoming] = true;
                continue;
            }
            vertexOf_[match.incoming] = match.existing;
            if (matchedAt_[match.existing] == noIndex) {
                matchedAt_[match.existing] = static_cast<std::uint32_t>(matched_.size());
                matched_.push_back({match.existing, dossier_.vertices().row(match.existing), {}});
            }
        }
        collectParticipations();
        MergeIds ids(dossier_);
        for (VertexIndex i = 0; i < dossier_.vertices().size(); ++i) {
            if (!dossier_.vertices().removed(i)) {
                ids.take(dossier_.vertices().id(i));
            }
        }
        for (VertexIndex i = 0; i < incoming_.vertices().size(); ++i) {
            tell(0, 0.3, i, incoming_.vertices().size());
            if (incoming_.vertices().removed(i) || repeats_[i]) {
                continue;
            }
            Vertex vertex = rows_.vertex(i);
            if (vertexOf_[i] != noIndex) {
                uniteVertex(vertexOf_[i], vertex);
                ++merge_.united;
                continue;
            }
            vertex.id = ids.unique(vertex.id, merge_.renamed);
            vertexOf_[i] = inserted_.firstVertex + static_cast<VertexIndex>(added_.vertices.size());
            added_.vertices.push_back(std::move(vertex));
        }
        merge_.addedVertices = added_.vertices.size();
        uniter_.setAmongIncoming(true);
        for (const VertexMatch& match : matches) {
            if (match.existing == noIndex) {
                vertexOf_[match.incoming] = vertexOf_[match.repeats];
                uniteVertex(vertexOf_[match.incoming], rows_.vertex(match.incoming));
                ++merge_.repeated;
            }
        }
        uniter_.setAmongIncoming(false);
        std::vector<bool> met(dossier_.vertices().size() + added_.vertices.size());
        severalNames_.resize(met.size());
        for (const VertexIndex row : vertexOf_) {
            if (row != noIndex) {
                severalNames_[row] = met[row];
                met[row] = true;
            }
        }
    }

    struct Matched {
        VertexIndex row = noIndex;
        Vertex united;
        std::vector<DaySpan> participations; ///< in the agreement or event
    };

    [[nodiscard]] bool matched(VertexIndex row) const { return matchedAt_[row] != noIndex; }

    void collectParticipations() {
        const EdgeTable& edges = dossier_.edges();
        for (EdgeIndex i = 0; i < edges.size(); ++i) {
            if (!edges.removed(i) && edges.kind(i) == EdgeKind::Participation &&
                matched(edges.target(i))) {
                matched_[matchedAt_[edges.target(i)]].participations.push_back(edges.span(i));
            }
        }
    }

    void uniteVertex(VertexIndex row, const Vertex& incoming) {
        if (row >= inserted_.firstVertex) {
            uniter_.unite(added_.vertices[row - inserted_.firstVertex], incoming,
                          [](const Period&) { return true; });
            return;
        }
        Matched& known = matched_[matchedAt_[row]];
        uniter_.unite(known.united, incoming, [&known](const Period& period) {
            return std::ranges::all_of(known.participations, [&](DaySpan participation) {
                return overlaps(participation, period.span());
            });
        });
    }

    [[nodiscard]] const Vertex& vertexAt(VertexIndex row) const {
        return row >= inserted_.firstVertex ? added_.vertices[row - inserted_.firstVertex]
                                            : matched_[matchedAt_[row]].united;
    }

    [[nodiscard]] std::string describe(const Edge& edge) const {
        return fmt::format("{} → {} ({})", dossier_.text(vertexAt(edge.source).label),
                           dossier_.text(vertexAt(edge.target).label), dossier_.text(edge.type));
    }

    void mergeEdges() {
        MergeIds ids(dossier_);
        std::unordered_map<std::uint64_t, std::vector<EdgeIndex>> known;
        for (EdgeIndex i = 0; i < dossier_.edges().size(); ++i) {
            tell(0.3, 0.2, i, dossier_.edges().size());
            const EdgeTable& edges = dossier_.edges();
            if (edges.removed(i)) {
                continue;
            }
            if (edges.id(i) != noString) {
                ids.take(edges.id(i));
            }
            if (matched(edges.source(i)) && matched(edges.target(i))) {
                known[edgeKey(edges.row(i))].push_back(i);
            }
        }
        for (EdgeIndex i = 0; i < incoming_.edges().size(); ++i) {
            tell(0.5, 0.4, i, incoming_.edges().size());
            if (incoming_.edges().removed(i)) {
                continue;
            }
            Edge edge = rows_.edge(i);
            const bool loop = edge.source == edge.target;
            edge.source = vertexOf_[edge.source];
            edge.target = vertexOf_[edge.target];
            if (edge.source == noIndex || edge.target == noIndex) {
                continue;
            }
            if (!loop && edge.source == edge.target) {
                uniter_.tell(fmt::format("“{}” came in between two names of one: it joins that "
                                         "with itself now.",
                                         describe(edge)));
            }
            if (takesPartAgain(i, edge)) {
                ++merge_.sameEdges;
                continue;
            }
            if (!takesPartInTime(edge)) {
                uniter_.setAside(edge, describe(edge), vertexAt(edge.target).period);
            }
            if (uniteEdge(known, i, edge)) {
                ++merge_.sameEdges;
                continue;
            }
            if (edge.id != noString) {
                edge.id = ids.unique(edge.id, merge_.renamed);
            }
            edgeOf_[i] = inserted_.firstEdge + static_cast<EdgeIndex>(added_.edges.size());
            added_.edges.push_back(std::move(edge));
        }
        merge_.addedEdges = added_.edges.size();
    }

    [[nodiscard]] bool takesPartInTime(const Edge& edge) const {
        return edge.kind != EdgeKind::Participation || edge.target >= inserted_.firstVertex ||
               overlaps(edge.period.span(), vertexAt(edge.target).period.span());
    }

    /// Who takes part under several names takes part once. Ties may be as many as came in.
    bool takesPartAgain(EdgeIndex row, const Edge& edge) {
        if (edge.kind != EdgeKind::Participation || !severalNames_[edge.source]) {
            return false;
        }
        std::vector<EdgeIndex>& rows = participations_[edgeKey(edge)];
        for (const EdgeIndex known : rows) {
            Edge other = rows_.edge(known);
            other.source = vertexOf_[other.source];
            other.target = vertexOf_[other.target];
            if (sameEdge(other, edge) && !saysMore(other, edge)) {
                edgeOf_[row] = edgeOf_[known];
                return true;
            }
        }
        rows.push_back(row);
        return false;
    }

    /// An edge of the dossier is united with one that came in: two that are the same stay two.
    bool uniteEdge(std::unordered_map<std::uint64_t, std::vector<EdgeIndex>>& known, EdgeIndex row,
                   const Edge& incoming) {
        const auto found = known.find(edgeKey(incoming));
        if (found == known.end()) {
            return false;
        }
        for (auto same = found->second.begin(); same != found->second.end(); ++same) {
            const Edge before = dossier_.edges().row(*same);
            if (sameEdge(before, incoming)) {
                if (Edge after = before; saysMore(incoming, before)) {
                    uniter_.unite(after, incoming, describe(incoming));
                    merge_.change.steps.emplace_back(ReplaceRow{*same, before, std::move(after)});
                }
                edgeOf_[row] = *same;
                found->second.erase(same);
                return true;
            }
        }
        return false;
    }

    void mergeSources() {
        MergedSources merged = uniteSources(dossier_, incoming_, rows_, merge_);
        sourceOf_ = std::move(merged.sourceOf);
        added_.sources = std::move(merged.added);
        std::ranges::move(merged.steps, std::back_inserter(merge_.change.steps));
    }

    void mergeClaims() {
        std::unordered_map<std::uint64_t, std::vector<ClaimIndex>> known;
        std::unordered_map<std::uint64_t, std::vector<std::size_t>> ofSeveralNames;
        for (ClaimIndex i = 0; i < dossier_.claims().size(); ++i) {
            if (!dossier_.claimRemoved(i)) {
                known[claimKey(dossier_.claims()[i])].push_back(i);
            }
        }
        for (ClaimIndex i = 0; i < incoming_.claims().size(); ++i) {
            if (incoming_.claimRemoved(i)) {
                continue;
            }
            Claim claim = rows_.claim(i);
            const std::uint32_t row = claim.about.index;
            claim.about.index =
                claim.about.kind == ElementKind::Vertex ? vertexOf_[row] : edgeOf_[row];
            claim.source = claim.source < sourceOf_.size() ? sourceOf_[claim.source] : noIndex;
            const auto about = known.find(claimKey(claim));
            const bool same =
                about != known.end() && std::ranges::any_of(about->second, [&](ClaimIndex each) {
                    return dossier_.claims()[each] == claim;
                });
            if (same) {
                ++merge_.sameClaims;
            } else if (claim.about.index != noIndex) {
                if (claim.about.kind == ElementKind::Vertex && severalNames_[claim.about.index]) {
                    std::vector<std::size_t>& others = ofSeveralNames[claimKey(claim)];
                    if (std::ranges::any_of(others, [&](std::size_t each) {
                            return added_.claims[each] == claim;
                        })) {
                        ++merge_.sameClaims;
                        continue;
                    }
                    others.push_back(added_.claims.size());
                }
                added_.claims.push_back(claim);
            }
        }
        merge_.addedClaims = added_.claims.size();
    }

    [[nodiscard]] Cover cover() const {
        Cover cover = dossier_.cover();
        const Cover& incoming = incoming_.cover();
        cover.title = cover.title.empty() ? incoming.title : cover.title;
        cover.description = cover.description.empty() ? incoming.description : cover.description;
        cover.asOf = cover.asOf.empty() ? incoming.asOf : cover.asOf;
        cover.language = cover.language.empty() ? incoming.language : cover.language;
        return cover;
    }

    void finish() {
        progress_.throwIfStopped();
        const std::string& title = incoming_.cover().title;
        merge_.change.description = title.empty() ? "Merge" : fmt::format("Merge “{}”", title);
        std::vector<Step> steps;
        if (rows_.sectors() != dossier_.sectors()) {
            steps.emplace_back(ReplaceSectors{dossier_.sectors(), rows_.sectors()});
        }
        if (const Cover after = cover(); after != dossier_.cover()) {
            steps.emplace_back(ReplaceCover{dossier_.cover(), after});
        }
        std::ranges::move(attributeDeclarations(dossier_, incoming_), std::back_inserter(steps));
        for (Matched& each : matched_) {
            Vertex before = dossier_.vertices().row(each.row);
            if (each.united != before) {
                steps.emplace_back(ReplaceRow{each.row, std::move(before), std::move(each.united)});
            }
        }
        std::ranges::move(merge_.change.steps, std::back_inserter(steps));
        if (!added_.vertices.empty() || !added_.edges.empty() || !added_.claims.empty() ||
            !added_.sources.empty()) {
            inserted_.rows = std::make_shared<const Rows>(std::move(added_));
            steps.emplace_back(inserted_);
        }
        merge_.change.steps = std::move(steps);
        progress_.tell(1);
    }

    Dossier& dossier_;
    const Dossier& incoming_;
    const Progress& progress_;
    Merge merge_;
    RowTranslator rows_;
    RowUniter uniter_;
    std::vector<VertexIndex> vertexOf_; ///< by incoming row
    std::vector<bool> repeats_;         ///< another incoming one, by incoming row
    std::vector<bool> severalNames_;    ///< came in under several, by row of the result
    std::unordered_map<std::uint64_t, std::vector<EdgeIndex>> participations_; ///< of those
    std::vector<EdgeIndex> edgeOf_;
    std::vector<SourceIndex> sourceOf_;
    std::vector<std::uint32_t> matchedAt_; ///< in `matched_`, by row of the dossier
    std::vector<Matched> matched_;
    Rows added_;
    InsertRows inserted_;
};

} // namespace

Merge merge(Dossier& dossier, const Dossier& incoming, std::span<const VertexMatch> matches,
            const Progress& progress) {
    return Merger(dossier, incoming, progress).run(matches);
}

} // namespace entente
