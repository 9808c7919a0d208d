#include "core/formats/rivalries.h"

#include "core/formats/research_table.h"
#include "core/formats/table_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {

namespace {

using Fields = ResearchTable::Fields;

constexpr std::array<std::string_view, 4> types = {"spatial", "positional", "ideological",
                                                   "interventionary"};
constexpr int goesOn = 9999;

class Rivalries {
public:
    Rivalries(const Table& table, Dossier& dossier, ImportReport& report)
        : rows_(table, dossier, report),
          number_(rows_.take(
              {"rivalryno", "tssrid", "rivalryid", "rivalrynumber", "rivnumb", "rivno", "rivnum"})),
          name_(rows_.take({"rivalryname", "rivalry"})), codes_{rows_.take({"ccode1", "ccodea"}),
                                                                rows_.take({"ccode2", "ccodeb"})},
          states_{rows_.take({"sidea", "state1", "country1", "statea", "rival1"}),
                  rows_.take({"sideb", "state2", "country2", "stateb", "rival2"})},
          region_(rows_.take({"region"})), typeColumns_(rows_.takeNumbered("type")) {
        begin_.year = rows_.take({"styear", "startyear", "start", "begin", "beginyear", "begyear"});
        end_.year = rows_.take({"endyear", "end"});
        if (const std::size_t type = rows_.take({"type"}); type != Table::none) {
            typeColumns_.push_back(type);
        }
        for (const std::string_view type : types) {
            typeFlags_.push_back(rows_.take({type}));
        }
    }

    void read(const Progress& progress) {
        rows_.forEachRow(progress, [this](const Fields& fields, std::size_t line) {
            return readRow(fields, line);
        });
        rows_.note(fmt::format("Rivalries: {}, a conflictual tie each.", ties_));
        if (lastYear_ > 0) {
            rows_.note(fmt::format("The table's last year is {}. Rivalries that end with it, and "
                                   "may have gone on: {}.",
                                   lastYear_, endWithLast_));
        }
        rows_.sum();
    }

private:
    bool readRow(const Fields& fields, std::size_t line) {
        Edge tie;
        std::array<VertexIndex, 2> ends{};
        for (std::size_t i = 0; i < ends.size(); ++i) {
            ends[i] = end(fields, line, i);
            if (ends[i] == noIndex) {
                return false;
            }
        }
        if (ends[0] == ends[1]) {
            return rows_.refuse(line, codes_[1], "A state cannot be its own rival.");
        }
        const std::string end = plainColumnName(fieldAt(fields, end_.year));
        const bool open = end.empty() || end == "na" || end == "ongoing" ||
                          end_.yearCode(fields) == goesOn || end_.yearCode(fields) == -7;
        const auto last = open ? std::nullopt : rows_.date(fields, end_, line);
        tie.source = ends[0];
        tie.target = ends[1];
        tie.directed = false;
        tie.type = rows_.dossier().intern("rival of");
        tie.polarity = Polarity::Conflictual;
        tie.sectors = rows_.dossier().sectorNamed("security");
        tie.period = rows_.period(begin(fields, line, tie.attributes), last, line, end_.year,
                                  open ? Endpoint::Kind::Open : Endpoint::Kind::Unknown);
        rows_.addAttribute(tie.attributes, "rivalry", rows_.text(fields, name_));
        rows_.addAttribute(tie.attributes, "rivalry number", rows_.text(fields, number_));
        rows_.addAttribute(tie.attributes, "rivalry type", typesOf(fields));
        rows_.addAttribute(tie.attributes, "region", rows_.text(fields, region_));
        rows_.cite({ElementKind::Edge, rows_.dossier().add(tie)},
                   rows_.locator(number_, rows_.text(fields, number_)));
        ++ties_;
        if (!open && last && last->year >= lastYear_) {
            endWithLast_ = last->year > lastYear_ ? 1 : endWithLast_ + 1;
            lastYear_ = last->year;
        }
        return true;
    }

    /// Thompson, Sakuwa and Suhas write P1816 where a rivalry began before 1816.
    std::optional<Date> begin(const Fields& fields, std::size_t line,
                              std::vector<Attribute>& attributes) {
        const std::string_view text = rows_.text(fields, begin_.year);
        if (text.size() > 1 && (text.front() == 'P' || text.front() == 'p') &&
            parseWholeNumber(text.substr(1))) {
            rows_.addAttribute(attributes, "began before", text.substr(1));
            return std::nullopt;
        }
        return rows_.date(fields, begin_, line);
    }

    VertexIndex end(const Fields& fields, std::size_t line, std::size_t i) {
        const std::string_view name = rows_.text(fields, states_[i]);
        if (codes_[i] != Table::none) {
            return rows_.state(fields, codes_[i], line, name);
        }
        if (name.empty()) {
            rows_.refuse(line, states_[i], "The row does not name both rivals.");
            return noIndex;
        }
        return rows_.stateNamed(name);
    }

    std::string typesOf(const Fields& fields) {
        std::string list;
        const auto add = [&list](std::string_view type) {
            list += (list.empty() ? "" : ", ") + std::string(type);
        };
        for (const std::size_t column : typeColumns_) {
            if (const std::string_view type = rows_.text(fields, column); !type.empty()) {
                add(type);
            }
        }
        for (std::size_t i = 0; i < types.size(); ++i) {
            if (rows_.count(fields, typeFlags_[i]) == 1) {
                add(types[i]);
            }
        }
        return list;
    }

    ResearchTable rows_;
    std::size_t number_;
    std::size_t name_;
    std::array<std::size_t, 2> codes_;
    std::array<std::size_t, 2> states_;
    std::size_t region_;
    std::vector<std::size_t> typeColumns_;
    std::vector<std::size_t> typeFlags_;
    DateColumns begin_;
    DateColumns end_;
    std::size_t ties_ = 0;
    int lastYear_ = 0;
    std::size_t endWithLast_ = 0;
};

} // namespace

bool isRivalries(const ColumnNames& names) {
    const bool ends = names.hasAll({"ccode1", "ccode2"}) || names.hasAll({"ccodea", "ccodeb"}) ||
                      names.hasAll({"sidea", "sideb"}) || names.hasAll({"state1", "state2"}) ||
                      names.hasAll({"rival1", "rival2"});
    const bool begin =
        names.hasAny({"styear", "startyear", "start", "begin", "beginyear", "begyear"});
    const bool rivals = std::ranges::any_of(names.all(), [](std::string_view name) {
        return name.starts_with("rival") || name == "tssrid" || name == "rivnumb" ||
               name == "rivnum" || name == "rivno";
    });
    return ends && begin && names.hasAny({"endyear", "end"}) && rivals;
}

bool isDreyerRivalries(const ColumnNames& names) {
    return isRivalries(names) && names.hasAll({"rivalryno", "rivalryname", "styear"});
}

bool isSakuwaRivalries(const ColumnNames& names) {
    return isRivalries(names) && (names.has("tssrid") || names.hasAll({"principal", "aprin"}));
}

bool isKleinRivalries(const ColumnNames& names) {
    return isRivalries(names) && names.hasAny({"rivnumb", "rivnum", "rivno"});
}

void readRivalries(const Table& table, Dossier& dossier, ImportReport& report,
                   const Progress& progress) {
    Rivalries(table, dossier, report).read(progress);
}

} // namespace entente
