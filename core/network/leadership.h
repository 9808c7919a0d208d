#pragma once

#include "core/model/dossier.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace entente {

/// Which state each leader led, and when: from the ties of type "leads".
class Leadership {
public:
    /// Takes the terms of leaders in `shown` (one byte a vertex) at the head of states in `shown`;
    /// of other actors where a leader has led no such state. O(edges).
    Leadership(const Dossier& dossier, const std::vector<std::uint8_t>& shown);

    /// Whether the leader stands for what it led: it has such a term.
    [[nodiscard]] bool folds(VertexIndex leader) const { return terms_.contains(leader); }

    /// The state that the leader led when `when` began; else at some time during it; else the one
    /// led last. Of several, the one whose term began last. `noIndex` where it has no term.
    [[nodiscard]] VertexIndex stateLed(VertexIndex leader, DaySpan when) const;

    /// Whether the tie is a leader's term of office, at the head of whatever.
    [[nodiscard]] bool isTerm(EdgeIndex tie) const;

private:
    struct Term {
        DaySpan span;
        VertexIndex state;
    };

    const Dossier& dossier_;
    StringId leads_;
    std::unordered_map<VertexIndex, std::vector<Term>> terms_; ///< latest begin first
};

} // namespace entente
