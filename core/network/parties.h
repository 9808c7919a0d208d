#pragma once

#include "core/network/projection.h"

#include <span>
#include <vector>

namespace entente {

/// One visible participation in an agreement.
struct Party {
    VertexIndex actor; ///< who stands for the participant
    DaySpan span;
    SectorSet sectors; ///< its own or the agreement's
    Confidence confidence;
    bool opposed; ///< the participation is conflictual
};

/// Rows of indices, one row an owner.
struct IndexLists {
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint32_t> values;

    [[nodiscard]] std::span<const std::uint32_t> at(std::size_t owner) const {
        return {values.data() + offsets[owner], offsets[owner + 1] - offsets[owner]};
    }
};

/// The visible agreements, numbered in the dossier's order, and who takes part in them.
class AgreementParties {
public:
    AgreementParties(const Dossier& dossier, const Visibility& visibility,
                     const StandIns& standIns);

    [[nodiscard]] std::size_t size() const { return agreements_.size(); }
    [[nodiscard]] VertexIndex row(std::size_t agreement) const { return agreements_[agreement]; }
    /// By actor; an actor that took part several times comes as often.
    [[nodiscard]] std::span<const Party> parties(std::size_t agreement) const {
        return {parties_.data() + offsets_[agreement],
                offsets_[agreement + 1] - offsets_[agreement]};
    }
    /// The different actors of an agreement, ascending.
    [[nodiscard]] std::span<const std::uint32_t> actors(std::size_t agreement) const {
        return actors_.at(agreement);
    }
    /// The agreements of an actor (a row of the dossier), ascending.
    [[nodiscard]] std::span<const std::uint32_t> agreementsOf(VertexIndex actor) const {
        return agreementsOf_.at(actor);
    }
    /// The actor of an agreement's first participation in the dossier; `noIndex` without any.
    [[nodiscard]] VertexIndex firstActor(std::size_t agreement) const { return first_[agreement]; }

private:
    void collect(const Dossier& dossier, const Visibility& visibility, const StandIns& standIns);
    void indexActors(std::size_t dossierRows);

    std::vector<VertexIndex> agreements_;
    std::vector<std::uint32_t> offsets_;
    std::vector<Party> parties_;
    std::vector<VertexIndex> first_;
    IndexLists actors_;
    IndexLists agreementsOf_;
};

} // namespace entente
