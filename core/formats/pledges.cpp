#include "core/formats/pledges.h"

#include <fmt/format.h>

namespace entente {

std::string_view pactOf(PledgeSet set) {
    for (std::size_t i = 0; i < pledges.size(); ++i) {
        if ((set & 1U << i) != 0) {
            return pledges[i].pact;
        }
    }
    return {};
}

std::string listOfPledges(PledgeSet set) {
    std::string list;
    for (std::size_t i = 0; i < pledges.size(); ++i) {
        if ((set & 1U << i) != 0) {
            list += (list.empty() ? "" : ", ") + std::string(pledges[i].word);
        }
    }
    return list;
}

PledgeColumns::PledgeColumns(const Table& table) : table_(table) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        columns_[i] = table.column(columns::ofPledges[i]);
        any_ = any_ || columns_[i] != Table::none;
    }
}

PledgeSet PledgeColumns::read(const std::vector<std::string_view>& fields, std::size_t line,
                              ImportReport& report) const {
    PledgeSet set = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        set |= pledged(fieldAt(fields, columns_[i]), line, columns_[i], report) ? 1U << i : 0U;
    }
    return set;
}

bool PledgeColumns::pledged(std::string_view text, std::size_t line, std::size_t column,
                            ImportReport& report) const {
    if (text == "1") {
        return true;
    }
    if (text == "0" || text.empty() || text == "NA") {
        return false;
    }
    const auto number = parseWholeNumber(text);
    const std::string plain = plainColumnName(text);
    const bool yes = number == 1 || plain == "true" || plain == "yes";
    // −9 and the like say that it is not known.
    if (!yes && !(number && *number <= 0) && plain != "false" && plain != "no") {
        report.add(
            {ReportEntry::Severity::Repaired, table_.file(), line, table_.title(column),
             fmt::format("{} is neither 1 nor 0; it was taken as no pledge.", quotedField(text))});
    }
    return yes;
}

} // namespace entente
