#pragma once

#include "core/formats/table.h"
#include "core/formats/table_columns.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What allies promise one another.
struct Pledge {
    std::string_view pact; ///< the type of a tie or agreement with this as its strongest pledge
    std::string_view word; ///< in lists of pledges
    std::string_view sector;
};

/// In the order of `columns::ofPledges`: the strongest first.
inline constexpr std::array<Pledge, columns::ofPledges.size()> pledges = {
    {{"defence pact", "defence", "defence"},
     {"offence pact", "offence", "defence"},
     {"neutrality pact", "neutrality", "security"},
     {"non-aggression pact", "non-aggression", "security"},
     {"consultation pact", "consultation", "diplomacy"},
     {"entente", "entente", "diplomacy"}}};

/// Bit i stands for `pledges[i]`.
using PledgeSet = unsigned;

/// The pact named after the strongest pledge; empty where there is none.
std::string_view pactOf(PledgeSet set);

/// "defence, neutrality".
std::string listOfPledges(PledgeSet set);

/// The columns of a table that say 1 or 0 for each pledge.
class PledgeColumns {
public:
    explicit PledgeColumns(const Table& table);

    [[nodiscard]] bool any() const { return any_; }
    /// `Table::none` where the table does not speak of the pledge.
    [[nodiscard]] const std::array<std::size_t, pledges.size()>& all() const { return columns_; }
    /// What the row says; what is neither yes nor no is taken as no and goes to the report, but for
    /// codes of missing values.
    [[nodiscard]] PledgeSet read(const std::vector<std::string_view>& fields, std::size_t line,
                                 ImportReport& report) const;

private:
    [[nodiscard]] bool pledged(std::string_view text, std::size_t line, std::size_t column,
                               ImportReport& report) const;

    const Table& table_;
    std::array<std::size_t, pledges.size()> columns_{};
    bool any_ = false;
};

} // namespace entente
