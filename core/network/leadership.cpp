#include "core/network/leadership.h"

#include <algorithm>

namespace entente {

Leadership::Leadership(const Dossier& dossier, const std::vector<std::uint8_t>& shown)
    : dossier_(dossier), leads_(dossier.strings().find("leads")) {
    if (leads_ == noString) {
        return;
    }
    const EdgeTable& edges = dossier.edges();
    const VertexTable& vertices = dossier.vertices();
    const auto isState = [&vertices](const Term& term) {
        return vertices.kind(term.state) == VertexKind::State;
    };
    for (EdgeIndex row = 0; row < edges.size(); ++row) {
        if (isTerm(row) && shown[edges.source(row)] != 0 && shown[edges.target(row)] != 0 &&
            isActor(vertices.kind(edges.target(row))) &&
            vertices.kind(edges.target(row)) != VertexKind::Leader) {
            terms_[edges.source(row)].push_back({edges.span(row), edges.target(row)});
        }
    }
    for (auto& [leader, terms] : terms_) {
        if (std::ranges::any_of(terms, isState)) {
            std::erase_if(terms, [&isState](const Term& term) { return !isState(term); });
        }
        std::ranges::stable_sort(terms, [](const Term& a, const Term& b) {
            return a.span.first != b.span.first ? a.span.first > b.span.first
                                                : a.span.last > b.span.last;
        });
    }
}

bool Leadership::isTerm(EdgeIndex tie) const {
    const EdgeTable& edges = dossier_.edges();
    const VertexTable& vertices = dossier_.vertices();
    return leads_ != noString && edges.type(tie) == leads_ && edges.kind(tie) == EdgeKind::Tie &&
           !edges.removed(tie) && edges.source(tie) < vertices.size() &&
           edges.target(tie) < vertices.size() &&
           vertices.kind(edges.source(tie)) == VertexKind::Leader;
}

VertexIndex Leadership::stateLed(VertexIndex leader, DaySpan when) const {
    const auto found = terms_.find(leader);
    if (found == terms_.end()) {
        return noIndex;
    }
    const std::vector<Term>& terms = found->second;
    const auto stateDuring = [&terms](DaySpan span) {
        const auto term = std::ranges::find_if(
            terms, [span](const Term& each) { return overlaps(each.span, span); });
        return term == terms.end() ? noIndex : term->state;
    };
    if (when.first != earliestDay) {
        if (const VertexIndex state = stateDuring({when.first, when.first}); state != noIndex) {
            return state;
        }
    }
    const VertexIndex state = stateDuring(when);
    return state != noIndex ? state : terms.front().state;
}

} // namespace entente
