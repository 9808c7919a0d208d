#include "core/formats/conflict_events.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

ConflictEvents::ConflictEvents(ResearchTable& rows, const Words& words)
    : rows_(rows), words_(words) {
    const EdgeTable& edges = rows_.dossier().edges();
    for (EdgeIndex i = 0; i < edges.size(); ++i) {
        if (!edges.removed(i) && edges.kind(i) == EdgeKind::Participation) {
            peopled_.insert(edges.target(i));
        }
    }
}

ConflictEvents::Conflict& ConflictEvents::of(const std::string& identifier) {
    const auto [place, fresh] = places_.try_emplace(identifier, conflicts_.size());
    if (fresh) {
        conflicts_.emplace_back(identifier, Conflict{});
    }
    return conflicts_[place->second].second;
}

ConflictEvents::Participant& ConflictEvents::participant(Conflict& conflict, VertexIndex actor,
                                                         int side) {
    const auto known =
        std::ranges::find_if(conflict.participants, [actor, side](const Participant& participant) {
            return participant.actor == actor && participant.side == side;
        });
    return known != conflict.participants.end()
               ? *known
               : conflict.participants.emplace_back(Participant{actor, side, {}, {}});
}

void ConflictEvents::addPair(Conflict& conflict, Pair pair) {
    for (Pair::Member& member : pair.members) {
        Participant& known = participant(conflict, member.actor, member.side);
        if (known.spells.empty()) {
            known.attributes = std::move(member.attributes);
        }
        known.spells.push_back(pair.period);
    }
    const auto& [one, other] = pair.members;
    if (one.side == other.side && one.side != 0) {
        ++sameSide_;
        return;
    }
    const bool swap = one.side == 2 || (one.side == 0 && other.actor < one.actor);
    conflict.dyads.push_back({(swap ? other : one).actor, (swap ? one : other).actor, pair.period});
}

namespace {

bool endless(const Period& spell) {
    return spell.end.kind == Endpoint::Kind::Unknown;
}

/// Whether both may begin on the same day, and one has an end that the other lacks.
bool completes(const Period& one, const Period& other) {
    using Kind = Endpoint::Kind;
    const bool together = one.begin.kind == Kind::Known && other.begin.kind == Kind::Known
                              ? overlaps(one.begin.date.span(), other.begin.date.span())
                              : one.begin == other.begin;
    return together && endless(one) != endless(other);
}

/// Their more precise begin, and the end that one of them has.
Period completed(const Period& one, const Period& other) {
    const auto days = [](const Period& period) {
        const DaySpan span = period.begin.date.span();
        return span.last - span.first;
    };
    return {days(other) < days(one) ? other.begin : one.begin, endless(one) ? other.end : one.end};
}

} // namespace

/// Stretches that touch become one, and so do two of which one has no end that is known.
void ConflictEvents::join(std::vector<Period>& spells) {
    std::ranges::stable_sort(spells, {}, [](const Period& spell) { return spell.span().first; });
    std::vector<Period> joined;
    for (const Period& spell : spells) {
        if (!joined.empty() && completes(joined.back(), spell)) {
            joined.back() = completed(joined.back(), spell);
        } else if (!joined.empty() && (joined.back() == spell || touch(joined.back(), spell))) {
            joined.back() = unite(joined.back(), spell);
        } else {
            joined.push_back(spell);
        }
    }
    spells = std::move(joined);
}

void ConflictEvents::joinDyads(Conflict& conflict) {
    std::vector<std::pair<std::pair<VertexIndex, VertexIndex>, std::vector<Period>>> pairs;
    for (const Dyad& dyad : conflict.dyads) {
        const std::pair pair(dyad.first, dyad.second);
        auto known = std::ranges::find(pairs, pair, &decltype(pairs)::value_type::first);
        if (known == pairs.end()) {
            known = pairs.insert(pairs.end(), {pair, {}});
        }
        known->second.push_back(dyad.period);
    }
    conflict.dyads.clear();
    for (auto& [pair, spells] : pairs) {
        join(spells);
        for (const Period& spell : spells) {
            conflict.dyads.push_back({pair.first, pair.second, spell});
        }
    }
}

std::string ConflictEvents::side(const Conflict& conflict, int side) const {
    std::vector<VertexIndex> actors;
    for (const Participant& participant : conflict.participants) {
        if (participant.side == side &&
            std::ranges::find(actors, participant.actor) == actors.end()) {
            actors.push_back(participant.actor);
        }
    }
    if (actors.empty()) {
        return {};
    }
    const std::string first(rows_.dossier().label(actors.front()));
    return actors.size() == 1   ? first
           : actors.size() == 2 ? fmt::format("{} and {}", first, rows_.dossier().label(actors[1]))
                                : fmt::format("{} and {} more", first, actors.size() - 1);
}

std::string ConflictEvents::label(const std::string& identifier, const Conflict& conflict) const {
    if (!conflict.name.empty()) {
        return conflict.name;
    }
    const std::string one = side(conflict, 1);
    const std::string other = side(conflict, 2);
    const std::string number = fmt::format("{} {}", words_.noun, identifier);
    return one.empty() && other.empty()   ? number
           : one.empty() || other.empty() ? fmt::format("{}: {}", number, one.empty() ? other : one)
                                          : fmt::format("{}: {} against {}", number, one, other);
}

std::vector<ConflictEvents::Dyad> ConflictEvents::opposed(const Conflict& conflict) {
    std::vector<Dyad> dyads;
    for (const Participant& one : conflict.participants) {
        for (const Participant& other : conflict.participants) {
            if (one.side != 1 || other.side != 2 || one.actor == other.actor) {
                continue;
            }
            for (const Period& spell : one.spells) {
                for (const Period& against : other.spells) {
                    if (overlaps(spell.span(), against.span())) {
                        dyads.push_back({one.actor, other.actor, commonPeriod(spell, against)});
                    }
                }
            }
        }
    }
    return dyads;
}

void ConflictEvents::addOne(const std::string& identifier, Conflict& conflict) {
    Dossier& dossier = rows_.dossier();
    for (Participant& participant : conflict.participants) {
        join(participant.spells);
    }
    joinDyads(conflict);
    Vertex vertex;
    vertex.id = dossier.intern(fmt::format("{}{}", words_.prefix, identifier));
    Period spells;
    for (const Participant& participant : conflict.participants) {
        for (const Period& spell : participant.spells) {
            spells = unite(spells, spell);
        }
    }
    VertexIndex row = dossier.findVertex(vertex.id);
    const bool peopled = row != noIndex && peopled_.contains(row);
    if (row != noIndex) {
        ++known_;
        vertex = dossier.vertices().row(row);
        if (!peopled && !conflict.participants.empty()) {
            vertex.label = dossier.intern(label(identifier, conflict));
        }
        vertex.period = !conflict.period.empty() ? conflict.period
                        : vertex.period.empty()  ? spells
                                                 : vertex.period;
        for (const Attribute& attribute : conflict.attributes) {
            if (std::ranges::find(vertex.attributes, attribute.name, &Attribute::name) ==
                vertex.attributes.end()) {
                vertex.attributes.push_back(attribute);
            }
        }
        dossier.replaceVertex(row, vertex);
    } else {
        VertexDetails details;
        details.codes = {{std::string(words_.system), identifier}};
        vertex.details = std::make_shared<const VertexDetails>(std::move(details));
        vertex.kind = VertexKind::Event;
        vertex.label = dossier.intern(label(identifier, conflict));
        vertex.type = dossier.intern(words_.type);
        vertex.polarity = Polarity::Conflictual;
        vertex.sectors = dossier.sectorNamed(words_.sector);
        vertex.period = conflict.period.empty() ? spells : conflict.period;
        vertex.attributes = std::move(conflict.attributes);
        row = dossier.add(vertex);
    }
    rows_.cite(row, fmt::format("{} {}", words_.locator, identifier));
    withoutParticipants_ += !peopled && conflict.participants.empty() ? 1 : 0;
    if (!peopled) {
        addParticipants(row, identifier, conflict);
    }
}

void ConflictEvents::addParticipants(VertexIndex event, const std::string& identifier,
                                     Conflict& conflict) {
    Dossier& dossier = rows_.dossier();
    const std::vector<Dyad> dyads =
        conflict.dyads.empty() ? opposed(conflict) : std::move(conflict.dyads);
    Edge edge;
    edge.polarity = Polarity::Conflictual;
    edge.sectors = dossier.sectorNamed(words_.sector);
    edge.kind = EdgeKind::Participation;
    edge.target = event;
    for (const Participant& participant : conflict.participants) {
        edge.source = participant.actor;
        edge.type = dossier.intern(participant.side == 1   ? words_.sides.first
                                   : participant.side == 2 ? words_.sides.second
                                                           : "participant");
        edge.attributes = participant.attributes;
        for (const Period& spell : participant.spells) {
            edge.period = spell;
            dossier.add(edge);
            ++participants_;
        }
    }
    edge.kind = EdgeKind::Tie;
    edge.directed = false;
    edge.type = dossier.intern(words_.tie);
    edge.attributes.clear();
    rows_.addAttribute(edge.attributes, words_.system, identifier);
    for (const Dyad& dyad : dyads) {
        edge.source = dyad.first;
        edge.target = dyad.second;
        edge.period = dyad.period;
        dossier.add(edge);
        ++ties_;
    }
}

void ConflictEvents::add() {
    for (auto& [identifier, conflict] : conflicts_) {
        addOne(identifier, conflict);
    }
    rows_.note(fmt::format("Events: {}; participations: {}; ties between opposite sides: {}.",
                           conflicts_.size(), participants_, ties_));
    if (sameSide_ > 0) {
        rows_.note(fmt::format("Rows of pairs on the same side: {}. They give no tie.", sameSide_));
    }
    if (known_ > 0) {
        rows_.note(fmt::format("Events that another table has brought already: {}. They were given "
                               "what they lacked.",
                               known_));
    }
}

} // namespace entente
