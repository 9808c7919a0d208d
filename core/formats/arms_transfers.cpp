#include "core/formats/arms_transfers.h"

#include "core/formats/actors_by_name.h"
#include "core/formats/research_table.h"
#include "core/formats/table_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace entente {

namespace {

using Fields = ResearchTable::Fields;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// A value, and whether its source says that it is an estimate.
template <typename Value>
struct Estimated {
    std::optional<Value> value;
    bool estimate = false;
};

/// The years in `2005-(2007); 2009`, in the order in which they stand.
std::vector<Date> yearsIn(std::string_view text) {
    std::vector<Date> years;
    bool inParentheses = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        inParentheses = text[i] == '(' || (inParentheses && text[i] != ')');
        std::size_t end = i;
        while (end < text.size() && isDigit(text[end])) {
            ++end;
        }
        constexpr std::size_t digitsOfYear = 4;
        if (end - i == digitsOfYear && text[i] != '0') {
            Date date;
            date.year = parseWholeNumber(text.substr(i, digitsOfYear)).value_or(0);
            date.qualifier = inParentheses ? Date::Approximate : Date::Exact;
            years.push_back(date);
        }
        i = end > i ? end - 1 : i;
    }
    return years;
}

/// A column and what says beside it that a value is an estimate.
struct EstimatedColumn {
    std::size_t value = Table::none;
    std::size_t mark = Table::none;
};

struct Deal {
    std::string identifier;
    VertexIndex supplier = noIndex;
    VertexIndex recipient = noIndex;
    std::string weapon;
    std::optional<Date> order;
    std::optional<Date> lastDelivery;
    Estimated<double> ordered;
    Estimated<double> delivered;
    std::optional<double> value; ///< million TIV, SIPRI's measure of volume
    std::string comments;
    std::array<std::string, 2> called; ///< supplier and recipient, as the table has them
    std::size_t line = 0;              ///< its first
    std::string locator;
    std::vector<Attribute> attributes;
};

class ArmsTransfers {
public:
    ArmsTransfers(const Table& table, Dossier& dossier, ImportReport& report)
        : rows_(table, dossier, report), actors_(dossier),
          id_(rows_.take({"sipriatdatabaseid", "dealid"})),
          supplier_(rows_.take({"supplier", "seller"})),
          recipient_(rows_.take({"recipient", "buyer"})),
          designation_(rows_.take({"weapondesignation", "designation"})),
          description_(rows_.take({"weapondescription", "description"})),
          category_(rows_.take({"armamentcategory", "weaponcategory"})),
          order_(takeEstimated(
              {"yearoforder", "orderdate", "orderyear", "yearoforder/licence", "year(s)oforder"})),
          ordered_(takeEstimated({"numberordered", "no.ordered", "numbersordered"})),
          delivered_(takeEstimated(
              {"numberdelivered", "numbersdelivered", "no.delivered", "no.delivered/produced"})),
          delivery_(takeEstimated({"year(s)ofdelivery", "yearsofdelivery", "deliveryyear",
                                   "year(s)ofdeliveries", "yearofdelivery", "deliveryyears"})),
          value_(rows_.take({"tivdeliveryvalues", "sipritivofdeliveredweapons"})),
          status_(rows_.take({"status"})), local_(rows_.take({"localproduction"})),
          comments_(rows_.take({"comments", "comment"})) {}

    void read(const Progress& progress) {
        // Deals without a number may look the same and be two.
        if (id_ == Table::none) {
            rows_.takeRepeatedRows();
        }
        rows_.forEachRow(progress, [this](const Fields& fields, std::size_t line) {
            return readRow(fields, line);
        });
        for (Deal& deal : deals_) {
            add(deal);
        }
        rows_.note(fmt::format("Deals: {}, an agreement each. Dates or numbers that are estimates: "
                               "{}.",
                               deals_.size(), estimates_));
        if (actors_.added() > 0) {
            rows_.note(
                fmt::format("Suppliers and recipients that are no states: {}.", actors_.added()));
        }
        rows_.sum();
    }

private:
    EstimatedColumn takeEstimated(ResearchTable::Names names) {
        EstimatedColumn column;
        column.value = rows_.take(names);
        if (column.value == Table::none) {
            return column;
        }
        const std::vector<std::string>& plain = rows_.table().header().plainNames();
        const std::string named = plain[column.value] + "isestimate";
        const std::size_t next = column.value + 1;
        column.mark = rows_.take({named});
        if (column.mark == Table::none && next < plain.size() && plain[next].empty()) {
            column.mark = next;
        }
        return column;
    }

    bool marked(const Fields& fields, const EstimatedColumn& column) {
        const std::string mark = plainColumnName(fieldAt(fields, column.mark));
        return mark == "?" || mark == "yes" || mark == "true" || mark == "1";
    }

    std::vector<Date> years(const Fields& fields, const EstimatedColumn& column) {
        std::vector<Date> years = yearsIn(rows_.text(fields, column.value));
        for (Date& year : years) {
            if (marked(fields, column)) {
                year.qualifier = Date::Approximate;
            }
            estimates_ += year.qualifier == Date::Approximate ? 1 : 0;
        }
        return years;
    }

    Estimated<double> number(const Fields& fields, const EstimatedColumn& column,
                             std::size_t line) {
        std::string_view text = rows_.text(fields, column.value);
        Estimated<double> number;
        number.estimate = marked(fields, column);
        if (text.starts_with('(') && text.ends_with(')')) {
            number.estimate = true;
            text = text.substr(1, text.size() - 2);
        }
        if (text.empty() || text == "?" || text == ".." || text == "-") {
            return {};
        }
        bool comma = false;
        number.value = parseTableNumber(text, comma);
        if (!number.value) {
            rows_.repaired(
                line, column.value,
                fmt::format("{} is no number; it was taken as not known.", quotedField(text)));
            return {};
        }
        estimates_ += number.estimate ? 1 : 0;
        return number;
    }

    /// The name without the asterisks at its end, which are told apart by their number.
    static std::pair<std::string_view, std::size_t> withoutMark(std::string_view name) {
        std::size_t asterisks = 0;
        while (name.ends_with('*') || name.ends_with(' ')) {
            asterisks += name.back() == '*' ? 1 : 0;
            name.remove_suffix(1);
        }
        return {name, asterisks};
    }

    /// SIPRI marks an armed group by one asterisk, an international organisation by two.
    VertexIndex actor(std::string_view marked) {
        const auto [name, asterisks] = withoutMark(marked);
        const bool unknown = plainColumnName(name).starts_with("unknown");
        if (!unknown && asterisks == 0) {
            return rows_.stateNamed(name);
        }
        return actors_.findOrAdd(name, unknown          ? VertexKind::Other
                                       : asterisks == 1 ? VertexKind::Group
                                                        : VertexKind::Organisation);
    }

    bool readRow(const Fields& fields, std::size_t line) {
        const std::string_view supplier = rows_.text(fields, supplier_);
        const std::string_view recipient = rows_.text(fields, recipient_);
        if (supplier.empty() || recipient.empty()) {
            return rows_.refuse(line, supplier.empty() ? supplier_ : recipient_,
                                supplier.empty() ? "The row names no supplier."
                                                 : "The row names no recipient.");
        }
        Deal& deal = dealOf(std::string(rows_.text(fields, id_)));
        const Estimated<double> delivered = number(fields, delivered_, line);
        if (delivered.value) {
            deal.delivered.value = deal.delivered.value.value_or(0) + *delivered.value;
            deal.delivered.estimate = deal.delivered.estimate || delivered.estimate;
        }
        for (const Date& year : years(fields, delivery_)) {
            if (!deal.lastDelivery || year.year > deal.lastDelivery->year) {
                deal.lastDelivery = year;
            }
        }
        if (const auto value = number(fields, {value_, Table::none}, line); value.value) {
            deal.value = deal.value.value_or(0) + *value.value;
        }
        if (deal.supplier != noIndex) {
            return true;
        }
        deal.supplier = actor(supplier);
        deal.recipient = actor(recipient);
        deal.line = line;
        deal.called = {std::string(withoutMark(supplier).first),
                       std::string(withoutMark(recipient).first)};
        deal.locator = deal.identifier.empty() ? fmt::format("line {}", line)
                                               : rows_.locator(id_, deal.identifier);
        const std::vector<Date> orders = years(fields, order_);
        deal.order = orders.empty() ? std::nullopt : std::optional(orders.front());
        deal.ordered = number(fields, ordered_, line);
        const std::string_view designation = rows_.text(fields, designation_);
        const std::string_view description = rows_.text(fields, description_);
        deal.weapon = designation.empty()   ? std::string(description)
                      : description.empty() ? std::string(designation)
                                            : fmt::format("{} {}", designation, description);
        deal.comments = std::string(rows_.text(fields, comments_));
        rows_.addAttribute(deal.attributes, "designation", designation);
        rows_.addAttribute(deal.attributes, "description", description);
        rows_.addAttribute(deal.attributes, "category", rows_.text(fields, category_));
        rows_.addAttribute(deal.attributes, "condition", rows_.text(fields, status_));
        rows_.addAttribute(deal.attributes, "local production", rows_.text(fields, local_));
        return true;
    }

    Deal& dealOf(const std::string& identifier) {
        if (!identifier.empty()) {
            const auto [place, fresh] = places_.try_emplace(identifier, deals_.size());
            if (!fresh) {
                return deals_[place->second];
            }
        }
        deals_.emplace_back().identifier = identifier;
        return deals_.back();
    }

    void add(Deal& deal) {
        Dossier& dossier = rows_.dossier();
        Vertex vertex;
        vertex.id = freshId(deal.identifier);
        const std::string year = deal.order ? fmt::format(", {}", deal.order->year) : "";
        vertex.label =
            dossier.intern(fmt::format("{}: {} to {}{}", deal.weapon.empty() ? "Arms" : deal.weapon,
                                       deal.called[0], deal.called[1], year));
        vertex.kind = VertexKind::Agreement;
        vertex.type = dossier.intern("supply");
        vertex.note = dossier.intern(deal.comments);
        vertex.polarity = Polarity::Cooperative;
        vertex.sectors = dossier.sectorNamed("defence");
        vertex.period = rows_.period(deal.order, deal.lastDelivery, deal.line, delivery_.value);
        vertex.attributes = std::move(deal.attributes);
        VertexDetails details;
        std::string estimated;
        for (const auto& [number, unit] :
             {std::pair(&deal.ordered, "ordered"), std::pair(&deal.delivered, "delivered")}) {
            if (number->value) {
                details.quantities.push_back({*number->value, unit, ""});
                estimated += !number->estimate   ? ""
                             : estimated.empty() ? unit
                                                 : fmt::format(", {}", unit);
            }
        }
        if (deal.value) {
            details.quantities.push_back({*deal.value, "million TIV delivered", ""});
        }
        rows_.addAttribute(vertex.attributes, "estimated numbers", estimated);
        if (!deal.identifier.empty()) {
            details.codes = {{"sipri", deal.identifier}};
        }
        vertex.details = std::make_shared<const VertexDetails>(std::move(details));
        Edge party;
        party.kind = EdgeKind::Participation;
        party.target = dossier.add(vertex);
        party.polarity = Polarity::Cooperative;
        party.sectors = vertex.sectors;
        rows_.cite(party.target, deal.locator);
        constexpr std::array<std::string_view, 2> roles = {"supplier", "recipient"};
        const std::array parties = {deal.supplier, deal.recipient};
        for (std::size_t i = 0; i < roles.size(); ++i) {
            party.source = parties[i];
            party.type = dossier.intern(roles[i]);
            party.attributes.clear();
            // The Soviet Union and Russia, for one, are the same state in COW's list.
            if (deal.called[i] != dossier.label(parties[i])) {
                rows_.addAttribute(party.attributes, "called", deal.called[i]);
            }
            dossier.add(party);
        }
    }

    StringId freshId(const std::string& identifier) {
        Dossier& dossier = rows_.dossier();
        std::string id = fmt::format("sipri-{}", identifier);
        while (identifier.empty() ? id == "sipri-" || dossier.findVertex(id) != noIndex
                                  : dossier.findVertex(id) != noIndex) {
            id = identifier.empty() ? fmt::format("sipri-deal-{}", ++lastNumber_)
                                    : fmt::format("sipri-{}-{}", identifier, ++lastNumber_);
        }
        return dossier.intern(id);
    }

    ResearchTable rows_;
    ActorsByName actors_;
    std::size_t id_;
    std::size_t supplier_;
    std::size_t recipient_;
    std::size_t designation_;
    std::size_t description_;
    std::size_t category_;
    EstimatedColumn order_;
    EstimatedColumn ordered_;
    EstimatedColumn delivered_;
    EstimatedColumn delivery_;
    std::size_t value_;
    std::size_t status_;
    std::size_t local_;
    std::size_t comments_;
    std::vector<Deal> deals_;
    std::unordered_map<std::string, std::size_t> places_;
    std::size_t estimates_ = 0;
    std::size_t lastNumber_ = 0;
};

} // namespace

bool isArmsTransfers(const ColumnNames& names) {
    return names.hasAll({"supplier", "recipient"}) &&
           names.hasAny({"weapondesignation", "designation", "weapondescription"}) &&
           names.hasAny(
               {"yearoforder", "orderdate", "yearoforder/licence", "orderyear", "year(s)oforder"});
}

void readArmsTransfers(const Table& table, Dossier& dossier, ImportReport& report,
                       const Progress& progress) {
    ArmsTransfers(table, dossier, report).read(progress);
}

} // namespace entente
