#include "core/network/parties.h"

#include "core/network/parallel.h"

#include <algorithm>

namespace entente {

namespace {

void accumulate(std::vector<std::uint32_t>& counts) {
    for (std::size_t i = 1; i < counts.size(); ++i) {
        counts[i] += counts[i - 1];
    }
}

} // namespace

AgreementParties::AgreementParties(const Dossier& dossier, const Visibility& visibility,
                                   const StandIns& standIns) {
    collect(dossier, visibility, standIns);
    indexActors(dossier.vertices().size());
}

void AgreementParties::collect(const Dossier& dossier, const Visibility& visibility,
                               const StandIns& standIns) {
    const VertexTable& vertices = dossier.vertices();
    const EdgeTable& edges = dossier.edges();
    std::vector<std::uint32_t> numberOfRow(vertices.size(), noIndex);
    for (VertexIndex row = 0; row < vertices.size(); ++row) {
        if (visibility.vertices[row] != 0 && vertices.kind(row) == VertexKind::Agreement) {
            numberOfRow[row] = static_cast<std::uint32_t>(agreements_.size());
            agreements_.push_back(row);
        }
    }
    const auto agreementOf = [&](EdgeIndex row) {
        return standIns.shows(row) && edges.kind(row) == EdgeKind::Participation
                   ? numberOfRow[edges.target(row)]
                   : noIndex;
    };
    // Who stands for a participant costs a search, so it is looked up once and kept.
    std::vector<VertexIndex> actorOf(edges.size(), noIndex);
    offsets_.assign(agreements_.size() + 1, 0);
    for (EdgeIndex row = 0; row < edges.size(); ++row) {
        if (const std::uint32_t agreement = agreementOf(row); agreement != noIndex) {
            actorOf[row] = standIns.of(edges.source(row), participationSpan(dossier, row));
            offsets_[agreement + 1] += actorOf[row] != noIndex ? 1 : 0;
        }
    }
    accumulate(offsets_);
    parties_.resize(offsets_.back());
    first_.assign(agreements_.size(), noIndex);
    std::vector<std::uint32_t> next(offsets_.begin(), offsets_.end() - 1);
    for (EdgeIndex row = 0; row < edges.size(); ++row) {
        if (actorOf[row] == noIndex) {
            continue;
        }
        const std::uint32_t agreement = agreementOf(row);
        const VertexIndex whole = edges.target(row);
        if (first_[agreement] == noIndex) {
            first_[agreement] = actorOf[row];
        }
        parties_[next[agreement]++] = {actorOf[row], participationSpan(dossier, row),
                                       edges.sectors(row) != 0 ? edges.sectors(row)
                                                               : vertices.sectors(whole),
                                       std::max(edges.confidence(row), vertices.confidence(whole)),
                                       edges.polarity(row) == Polarity::Conflictual};
    }
    forEachRow(
        agreements_.size(),
        [this](std::uint32_t agreement) {
            std::stable_sort(parties_.begin() + offsets_[agreement],
                             parties_.begin() + offsets_[agreement + 1],
                             [](const Party& a, const Party& b) { return a.actor < b.actor; });
        },
        1024);
}

void AgreementParties::indexActors(std::size_t dossierRows) {
    agreementsOf_.offsets.assign(dossierRows + 1, 0);
    actors_.values.reserve(parties_.size());
    actors_.offsets.reserve(agreements_.size() + 1);
    for (std::size_t agreement = 0; agreement < agreements_.size(); ++agreement) {
        VertexIndex last = noIndex;
        for (const Party& party : parties(agreement)) {
            if (party.actor != last) {
                last = party.actor;
                actors_.values.push_back(party.actor);
                ++agreementsOf_.offsets[party.actor + 1];
            }
        }
        actors_.offsets.push_back(static_cast<std::uint32_t>(actors_.values.size()));
    }
    accumulate(agreementsOf_.offsets);
    agreementsOf_.values.resize(agreementsOf_.offsets.back());
    std::vector<std::uint32_t> next(agreementsOf_.offsets.begin(), agreementsOf_.offsets.end() - 1);
    for (std::uint32_t agreement = 0; agreement < agreements_.size(); ++agreement) {
        for (const VertexIndex actor : actors(agreement)) {
            agreementsOf_.values[next[actor]++] = agreement;
        }
    }
}

} // namespace entente
