#include "core/formats/alliance_agreements.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

AllianceAgreements::AllianceAgreements(ResearchTable& rows, std::string_view system,
                                       std::string_view prefix, std::string_view locator)
    : rows_(rows), system_(system), prefix_(prefix), locator_(locator) {
    indexParties();
}

void AllianceAgreements::indexParties() {
    const EdgeTable& edges = rows_.dossier().edges();
    for (EdgeIndex i = 0; i < edges.size(); ++i) {
        if (!edges.removed(i) && edges.kind(i) == EdgeKind::Participation) {
            knownParties_[edges.target(i)].insert(edges.source(i));
        }
    }
}

AllianceAgreements::Alliance& AllianceAgreements::of(const std::string& identifier) {
    const auto [place, fresh] = places_.try_emplace(identifier, alliances_.size());
    if (fresh) {
        alliances_.emplace_back(identifier, Alliance{});
    }
    return alliances_[place->second].second;
}

bool AllianceAgreements::hasParties(const std::string& identifier) const {
    return knownParties_.contains(rows_.dossier().findVertex(prefix_ + identifier));
}

void AllianceAgreements::merge(std::vector<Stay>& stays) {
    std::vector<VertexIndex> order;
    std::unordered_map<VertexIndex, std::vector<Stay>> byState;
    for (Stay& stay : stays) {
        std::vector<Stay>& own = byState[stay.state];
        if (own.empty()) {
            order.push_back(stay.state);
        }
        own.push_back(std::move(stay));
    }
    stays.clear();
    for (const VertexIndex state : order) {
        std::vector<Stay>& own = byState[state];
        std::ranges::stable_sort(own, {},
                                 [](const Stay& stay) { return stay.period.span().first; });
        const std::size_t first = stays.size();
        for (Stay& stay : own) {
            const bool follows = stays.size() > first && touch(stays.back().period, stay.period);
            const bool same = follows && (stays.back().pledges == stay.pledges ||
                                          overlaps(stays.back().period.span(), stay.period.span()));
            if (same) {
                stays.back().period = unite(stays.back().period, stay.period);
                stays.back().pledges |= stay.pledges;
            } else {
                stays.push_back(std::move(stay));
            }
        }
    }
}

Period AllianceAgreements::whole(const Alliance& alliance) {
    Period period = alliance.period;
    if (period.empty()) {
        for (const Stay& stay : alliance.stays) {
            period = unite(period, stay.period);
        }
    }
    return period;
}

std::string AllianceAgreements::label(const Alliance& alliance, const Period& period) const {
    constexpr std::size_t mostNamed = 3;
    std::vector<VertexIndex> states;
    for (const Stay& stay : alliance.stays) {
        if (std::ranges::find(states, stay.state) == states.end()) {
            states.push_back(stay.state);
        }
    }
    const std::string_view pact = pactOf(alliance.pledges);
    std::string text(pact.empty() ? "alliance" : pact);
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    const std::size_t named = states.size() <= mostNamed ? states.size() : mostNamed - 1;
    for (std::size_t i = 0; i < named; ++i) {
        const bool last = i + 1 == states.size();
        text += i == 0 ? " of " : last ? " and " : ", ";
        text += rows_.dossier().label(states[i]);
    }
    if (named < states.size()) {
        text += fmt::format(" and {} more", states.size() - named);
    }
    return period.begin.kind == Endpoint::Kind::Known
               ? fmt::format("{}, {}", text, period.begin.date.year)
               : text;
}

SectorSet AllianceAgreements::sectors(PledgeSet set) {
    // Who only promises to consult has promised no defence.
    constexpr std::size_t consultation = 4;
    constexpr PledgeSet ofConsultation = ~PledgeSet{0} << consultation;
    const bool consultsOnly = set != 0 && (set & ~ofConsultation) == 0;
    return rows_.dossier().sectorNamed(consultsOnly ? "diplomacy" : "defence");
}

void AllianceAgreements::addOne(const std::string& identifier, Alliance& alliance) {
    Dossier& dossier = rows_.dossier();
    merge(alliance.stays);
    for (const Stay& stay : alliance.stays) {
        alliance.pledges |= stay.pledges;
    }
    Vertex vertex;
    vertex.id = dossier.intern(prefix_ + identifier);
    VertexDetails details;
    VertexIndex row = dossier.findVertex(vertex.id);
    const bool known = row != noIndex;
    if (known) {
        ++completed_;
        vertex = dossier.vertices().row(row);
        details = dossier.vertices().details(row);
        for (std::size_t i = 0; i < pledges.size(); ++i) {
            const bool pledged =
                std::ranges::find(details.terms, pledges[i].word) != details.terms.end();
            alliance.pledges |= pledged ? 1U << i : 0U;
        }
        vertex.period = alliance.period.empty() ? vertex.period : alliance.period;
    } else {
        details.codes = {{system_, identifier}};
        vertex.kind = VertexKind::Agreement;
        vertex.polarity = Polarity::Cooperative;
        vertex.period = whole(alliance);
        vertex.label = dossier.intern(label(alliance, vertex.period));
    }
    vertex.type = dossier.intern(pactOf(alliance.pledges));
    vertex.sectors = sectors(alliance.pledges);
    vertex.status = vertex.period.end.kind == Endpoint::Kind::Open    ? Status::InForce
                    : vertex.period.end.kind == Endpoint::Kind::Known ? Status::Ended
                                                                      : Status::Unstated;
    vertex.note = alliance.note.empty() ? vertex.note : dossier.intern(alliance.note);
    details.terms.clear();
    for (std::size_t i = 0; i < pledges.size(); ++i) {
        if ((alliance.pledges & 1U << i) != 0) {
            details.terms.emplace_back(pledges[i].word);
        }
    }
    vertex.details = std::make_shared<const VertexDetails>(std::move(details));
    if (known) {
        dossier.replaceVertex(row, vertex);
    } else {
        row = dossier.add(vertex);
    }
    rows_.cite(row, fmt::format("{} {}", locator_, identifier));
    goingOn_ += vertex.period.end.kind == Endpoint::Kind::Open ? 1 : 0;

    const std::set<VertexIndex> parties = known ? knownParties_[row] : std::set<VertexIndex>{};
    Edge party;
    party.kind = EdgeKind::Participation;
    party.type = dossier.intern("party");
    party.target = row;
    party.polarity = Polarity::Cooperative;
    for (std::size_t i = 0; i < alliance.stays.size(); ++i) {
        Stay& stay = alliance.stays[i];
        if (parties.contains(stay.state)) {
            continue;
        }
        returned_ += i > 0 && alliance.stays[i - 1].state == stay.state ? 1 : 0;
        party.source = stay.state;
        party.period = stay.period;
        party.sectors = vertex.sectors;
        party.attributes = std::move(stay.attributes);
        if (stay.pledges != alliance.pledges) {
            rows_.addAttribute(party.attributes, "pledges", listOfPledges(stay.pledges));
        }
        dossier.add(party);
    }
}

void AllianceAgreements::add() {
    for (auto& [identifier, alliance] : alliances_) {
        addOne(identifier, alliance);
    }
    rows_.note(fmt::format("Alliances: {}, an agreement each; {} of them go on at the end of the "
                           "table and were taken as going on.",
                           alliances_.size(), goingOn_));
    if (returned_ > 0) {
        rows_.note(fmt::format("Parties that left and came back, or whose pledges changed: {}. "
                               "Each stretch is a participation of its own.",
                               returned_));
    }
    if (completed_ > 0) {
        rows_.note(fmt::format("Alliances that another table has brought already: {}. They were "
                               "given what they lacked.",
                               completed_));
    }
}

} // namespace entente
