#pragma once

#include "core/formats/research_table.h"

#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente {

/// The wars or disputes of one table: each becomes a conflictual event with its participants, and a
/// conflictual tie between each two that were on opposite sides at the same time.
class ConflictEvents {
public:
    struct Participant {
        VertexIndex actor = noIndex;
        int side = 0;
        std::vector<Period> spells;
        std::vector<Attribute> attributes;
    };

    struct Dyad {
        VertexIndex first = noIndex;
        VertexIndex second = noIndex;
        Period period;
    };

    /// What one row of a table of pairs says of both.
    struct Pair {
        struct Member {
            VertexIndex actor = noIndex;
            int side = 0; ///< 1 or 2; 0 where it is not told
            std::vector<Attribute> attributes;
        };
        std::array<Member, 2> members;
        Period period;
    };

    struct Conflict {
        std::string name; ///< empty: named after its participants
        Period period;    ///< empty: that of its participants
        std::vector<Participant> participants;
        /// Pairs on opposite sides where the table names them; where it names none, all pairs
        /// whose spells overlap.
        std::vector<Dyad> dyads;
        std::vector<Attribute> attributes;
    };

    /// What all conflicts of the table have in common.
    struct Words {
        std::string_view prefix; ///< of ids: "war-"
        std::string_view system; ///< of codes: "cow war"
        std::string_view noun;   ///< "Dispute"
        std::string_view type;   ///< of the event: "inter-state war"
        std::string_view tie;    ///< of ties: "at war with"
        std::string_view sector;
        std::string_view locator;                            ///< column of the numbers: "WarNum"
        std::pair<std::string_view, std::string_view> sides; ///< roles: "side A", "side B"
    };

    ConflictEvents(ResearchTable& rows, const Words& words);

    /// The conflict with that identifier, a new one where there is none yet.
    Conflict& of(const std::string& identifier);
    /// The participant on that side, a new one where there is none yet.
    static Participant& participant(Conflict& conflict, VertexIndex actor, int side);

    /// Adds the pair's members, and the pair to the dyads where they are on opposite sides. Rows of
    /// both directions of a pair, or of years that follow one another, make one dyad.
    void addPair(Conflict& conflict, Pair pair);

    /// Adds them to the dossier, in the order in which they came. A conflict that another table
    /// has brought gains what it lacks: participants only where it has none.
    void add();
    /// Conflicts of the table of which nobody names a participant.
    [[nodiscard]] std::size_t withoutParticipants() const { return withoutParticipants_; }

private:
    [[nodiscard]] std::string label(const std::string& identifier, const Conflict& conflict) const;
    [[nodiscard]] std::string side(const Conflict& conflict, int side) const;
    static void join(std::vector<Period>& spells);
    static void joinDyads(Conflict& conflict);
    static std::vector<Dyad> opposed(const Conflict& conflict);
    void addOne(const std::string& identifier, Conflict& conflict);
    void addParticipants(VertexIndex event, const std::string& identifier, Conflict& conflict);

    ResearchTable& rows_;
    Words words_;
    std::vector<std::pair<std::string, Conflict>> conflicts_;
    std::unordered_map<std::string, std::size_t> places_;
    std::set<VertexIndex> peopled_; ///< events of the dossier that have participants
    std::size_t participants_ = 0;
    std::size_t ties_ = 0;
    std::size_t known_ = 0;
    std::size_t withoutParticipants_ = 0;
    std::size_t sameSide_ = 0; ///< rows of pairs
};

} // namespace entente
