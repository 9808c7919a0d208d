#pragma once

#include "core/formats/pledges.h"
#include "core/formats/research_table.h"

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente {

/// The alliances of one table, which become an agreement each, with its parties.
class AllianceAgreements {
public:
    /// How long a state was a party, and what it pledged.
    struct Stay {
        VertexIndex state = noIndex;
        Period period; ///< empty: as long as the alliance
        PledgeSet pledges = 0;
        std::vector<Attribute> attributes;
    };

    struct Alliance {
        Period period; ///< empty: that of its parties
        PledgeSet pledges = 0;
        std::vector<Stay> stays;
        std::string note;
    };

    /// `system` names the codes, “cow alliance”; ids are `prefix` and the identifier.
    /// `locator` is the column of the identifiers, for claims.
    AllianceAgreements(ResearchTable& rows, std::string_view system, std::string_view prefix,
                       std::string_view locator);

    /// The alliance with that identifier, a new one where there is none yet.
    Alliance& of(const std::string& identifier);

    /// Whether another table has brought the alliance's parties already.
    [[nodiscard]] bool hasParties(const std::string& identifier) const;

    /// Adds them to the dossier, in the order in which they came. Stays of a state that overlap, or
    /// follow one another with the same pledges, are one. Alliances that another table has brought
    /// already gain the parties and pledges that they lack.
    void add();

private:
    static void merge(std::vector<Stay>& stays);
    [[nodiscard]] static Period whole(const Alliance& alliance);
    [[nodiscard]] std::string label(const Alliance& alliance, const Period& period) const;
    void addOne(const std::string& identifier, Alliance& alliance);
    void indexParties();
    [[nodiscard]] SectorSet sectors(PledgeSet set);

    ResearchTable& rows_;
    std::string system_;
    std::string prefix_;
    std::string locator_;
    std::vector<std::pair<std::string, Alliance>> alliances_;
    std::unordered_map<std::string, std::size_t> places_;
    std::map<VertexIndex, std::set<VertexIndex>> knownParties_; ///< of agreements in the dossier
    std::size_t completed_ = 0;
    std::size_t returned_ = 0;
    std::size_t goingOn_ = 0;
};

} // namespace entente
