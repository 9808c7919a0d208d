#include "core/network/leadership.h"

#include <algorithm>

namespace entente {

Leadership::Leadership(const Dossier& dossier)
    : dossier_(dossier), leads_(dossier.strings().find("leads")) {
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        if (isTerm(i)) {
            terms_[dossier.edges().source(i)].push_back(
                {dossier.edges().span(i), dossier.edges().target(i)});
        }
    }
    for (auto& [leader, terms] : terms_) {
        std::ranges::stable_sort(terms, {}, [](const Term& term) { return term.span.first; });
    }
}

bool Leadership::isTerm(EdgeIndex tie) const {
    const EdgeTable& edges = dossier_.edges();
    return leads_ != noString && edges.type(tie) == leads_ && edges.kind(tie) == EdgeKind::Tie &&
           !edges.removed(tie) &&
           dossier_.vertices().kind(edges.source(tie)) == VertexKind::Leader;
}

VertexIndex Leadership::stateLed(VertexIndex leader, DaySpan when) const {
    const auto found = terms_.find(leader);
    if (found == terms_.end()) {
        return noIndex;
    }
    const std::vector<Term>& terms = found->second;
    const DaySpan begin{when.first, when.first};
    for (const DaySpan& span : {begin, when}) {
        const auto term = std::ranges::find_if(
            terms, [&span](const Term& each) { return overlaps(each.span, span); });
        if (term != terms.end()) {
            return term->state;
        }
    }
    return terms.back().state;
}

} // namespace entente
