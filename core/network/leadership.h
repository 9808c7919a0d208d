#pragma once

#include "core/model/dossier.h"

#include <unordered_map>
#include <vector>

namespace entente {

/// Which state each leader led, and when: from the ties of type "leads".
class Leadership {
public:
    explicit Leadership(const Dossier& dossier);

    /// The state that the leader led when `when` began; else during it; else the one led last.
    /// `noIndex` where the leader has no such tie.
    [[nodiscard]] VertexIndex stateLed(VertexIndex leader, DaySpan when) const;

    /// Whether the tie is one of those terms of office.
    [[nodiscard]] bool isTerm(EdgeIndex tie) const;

private:
    struct Term {
        DaySpan span;
        VertexIndex state;
    };

    const Dossier& dossier_;
    StringId leads_;
    std::unordered_map<VertexIndex, std::vector<Term>> terms_;
};

} // namespace entente
