#include "core/formats/gexf_attributes.h"

#include "core/formats/table.h"
#include "core/formats/table_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

/// GEXF has types that are none of a dossier's.
bool isOwnType(std::string_view word) {
    constexpr std::array<std::string_view, 9> words = {
        "", "string", "integer", "long", "short", "byte", "float", "double", "boolean"};
    return std::ranges::find(words, word) != words.end();
}

bool isAmong(std::string_view value, std::string_view options) {
    while (!options.empty()) {
        const std::size_t end = std::min(options.find('|'), options.size());
        if (trimmedText(options.substr(0, end)) == value) {
            return true;
        }
        options.remove_prefix(std::min(end + 1, options.size()));
    }
    return false;
}

/// The items of a list in the ways in which files write one: `[a, b]`, `a|b`, `a;b`, `a,b`.
std::vector<std::string_view> listItems(std::string_view list) {
    list = trimmedText(list);
    if (list.starts_with('[') && list.ends_with(']') && list.size() > 1) {
        list = list.substr(1, list.size() - 2);
    }
    std::vector<std::string_view> items;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find_first_of("|;,"), list.size());
        std::string_view item = trimmedText(list.substr(0, end));
        if (item.starts_with('"') && item.ends_with('"') && item.size() > 1) {
            item = item.substr(1, item.size() - 2);
        }
        if (!item.empty()) {
            items.push_back(item);
        }
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return items;
}

} // namespace

void GexfAttributes::learn(GexfAttributes& first) {
    all_ = std::move(first.all_);
    byId_ = std::move(first.byId_);
    implied_ = std::move(first.implied_);
    options_ = first.options_;
    declarations_.learn(first.declarations_);
    for (GexfAttribute& attribute : all_) {
        attribute.learned = true;
        attribute.changing = 0;
    }
}

GexfAttribute& GexfAttributes::declare(RowKind kind, const XmlAttributes& attributes) {
    if (declarations_.comesAgain()) {
        return passedOver_;
    }
    ById& byId = byId_[static_cast<std::size_t>(kind)];
    const auto known = byId.find(attributes["id"]);
    GexfAttribute& attribute = all_.emplace_back();
    attribute.id = attributes["id"];
    attribute.title = attributes["title"];
    attribute.typeWord = attributes["type"];
    attribute.type = declaredType(attribute.typeWord);
    attribute.kind = kind;
    if (attribute.title.empty()) {
        attribute.title = attribute.id;
    }
    if (!isOwnType(attribute.typeWord)) {
        declarations_.say(Severity::Note, fmt::format("attribute {}", attribute.title),
                          fmt::format("A dossier has no type {}; the values were kept as they are "
                                      "written.",
                                      quotedField(attribute.typeWord)));
        // Numbers of any length are numbers as far as they are short enough.
        if (attribute.typeWord.starts_with("big")) {
            attribute.typeWord.clear();
            attribute.type = FieldType::Text;
        }
    }
    const bool twice = std::ranges::count_if(all_, [&](const GexfAttribute& other) {
                           return other.kind == kind && other.title == attribute.title;
                       }) > 1;
    if (twice) {
        std::string title = fmt::format("{} ({})", attribute.title, attribute.id);
        declarations_.say(
            Severity::Note, fmt::format("attribute {}", attribute.id),
            fmt::format("Another attribute has the title “{}” too; this one was called "
                        "“{}”.",
                        attribute.title, title));
        attribute.title = std::move(title);
    }
    if (known == byId.end() || !known->second->declared) {
        byId.insert_or_assign(attribute.id, &attribute);
    } else {
        declarations_.say(
            Severity::Repaired, fmt::format("attribute {}", attribute.id),
            "An attribute with this id is declared already; this one was passed over.");
    }
    return attribute;
}

void GexfAttributes::declared(GexfAttribute& attribute) {
    if (&attribute == &passedOver_) {
        return;
    }
    attribute.column = rows_.columns(attribute.kind).place(columnName(attribute));
    if (attribute.kind == RowKind::Edge && plainColumnName(attribute.title) == "role") {
        takeRole(attribute);
    }
    if (!attribute.typeWord.empty()) {
        rows_.columns(attribute.kind).declare(attribute.column, attribute.type);
    }
    attribute.implied = trimmedText(attribute.implied);
    options_ += attribute.options.empty() ? 0 : 1;
    if (!attribute.implied.empty()) {
        implied_[static_cast<std::size_t>(attribute.kind)].push_back(&attribute);
    }
}

void GexfAttributes::takeRole(GexfAttribute& attribute) {
    GraphColumns& edges = rows_.columns(RowKind::Edge);
    for (GexfAttribute& other : all_) {
        if (other.kind == RowKind::Edge && other.column == edges.find("role") &&
            plainColumnName(other.title) == "type") {
            attribute.column = other.column;
            other.column = edges.place(std::string(columns::attributePrefix) + other.title);
        }
    }
}

GexfAttribute& GexfAttributes::find(RowKind kind, std::string_view id) {
    ById& known = byId_[static_cast<std::size_t>(kind)];
    const auto found = known.find(id);
    if (found != known.end() && (found->second->declared || !found->second->learned)) {
        return *found->second;
    }
    GexfAttribute& attribute = found != known.end() ? *found->second : all_.emplace_back();
    attribute.id = id;
    attribute.title = id.empty() ? "value" : id;
    attribute.kind = kind;
    attribute.declared = false;
    attribute.learned = false;
    known.emplace(attribute.id, &attribute);
    rows_.say(Severity::Repaired, fmt::format("attribute {}", id),
              "The file does not declare this attribute; its values were kept as text under its "
              "id.");
    declared(attribute);
    return attribute;
}

std::string GexfAttributes::columnName(const GexfAttribute& attribute) const {
    const std::string plain = plainColumnName(attribute.title);
    // What elements say by themselves has a column already.
    const bool structural = plain == "id" || plain == "label" || plain == "timeset" ||
                            (attribute.kind == RowKind::Edge &&
                             (plain == "source" || plain == "target" || plain == "kind"));
    if (attribute.kind == RowKind::Edge && plain == "type") {
        return rows_.columns(RowKind::Edge).find("role") == TableHeader::none
                   ? "role"
                   : std::string(columns::attributePrefix) + attribute.title;
    }
    if (attribute.kind == RowKind::Edge && plain == columns::words::weight.front()) {
        return "weight";
    }
    return structural ? std::string(columns::attributePrefix) + attribute.title : attribute.title;
}

void GexfAttributes::check(const GexfAttribute& attribute, std::string_view value) {
    const std::string where = fmt::format("attribute {}", attribute.title);
    if (!fitsType(attribute.type, value)) {
        // The edge says it of its weight.
        if (!isWeight(attribute)) {
            rows_.say(
                Severity::Repaired, where,
                fmt::format("{} is no {}, as the attribute's type ({}) wants; it was kept as text.",
                            quotedField(value), typeTitle(attribute.type), attribute.typeWord));
        }
    } else if (!attribute.options.empty() && !isAmong(value, attribute.options)) {
        const bool list = attribute.typeWord.starts_with("list");
        for (const std::string_view item : list ? listItems(value) : std::vector{value}) {
            if (!isAmong(item, attribute.options)) {
                rows_.say(
                    Severity::Repaired, where,
                    fmt::format("{} is not among the values that the file allows ({}); it was "
                                "kept.",
                                quotedField(item), attribute.options));
            }
        }
    }
}

void GexfAttributes::set(const GexfAttribute& attribute, std::string_view value) {
    if (attribute.type != FieldType::Text) {
        value = trimmedText(value);
        // Gephi's word for no value.
        if (value == "null") {
            return;
        }
    }
    if (value.empty()) {
        ++empty_;
    } else {
        check(attribute, value);
        rows_.set(attribute.column, value);
    }
}

bool GexfAttributes::isWeight(const GexfAttribute& attribute) const {
    return attribute.kind == RowKind::Edge &&
           attribute.column == rows_.columns(RowKind::Edge).find("weight");
}

std::string GexfAttributes::keeper(const GexfAttribute& attribute) const {
    return isWeight(attribute) ? attribute.title : attribute.title + std::string(overTime);
}

std::size_t GexfAttributes::keeperColumn(const GexfAttribute& attribute) const {
    const std::string_view prefix =
        isWeight(attribute) ? columns::attributePrefix : std::string_view{};
    return rows_.columns(attribute.kind).place(std::string(prefix) + keeper(attribute));
}

void GexfAttributes::setDynamic(GexfAttribute& attribute,
                                std::span<const GexfDynamicValue> values) {
    // An edge says its weight of now itself.
    if (!isWeight(attribute) || rows_.get(attribute.column).empty()) {
        set(attribute, values.back().value);
        attribute.changing += values.size() > 1 ? 1 : 0;
    }
    rows_.set(keeperColumn(attribute), dynamicText(values));
}

void GexfAttributes::setShare(GexfAttribute& attribute, std::span<const GexfDynamicValue> share,
                              std::span<const GexfDynamicValue> others, std::string_view own) {
    rows_.set(attribute.column, own);
    if (!share.empty()) {
        set(attribute, share.back().value);
        attribute.changing += share.size() > 1 ? 1 : 0;
    }
    std::vector<GexfDynamicValue> kept(others.begin(), others.end());
    kept.insert(kept.end(), share.begin(), share.end());
    rows_.set(keeperColumn(attribute), kept.empty() ? std::string() : dynamicText(kept));
}

void GexfAttributes::sum() {
    for (const GexfAttribute& attribute : all_) {
        if (attribute.changing > 0) {
            rows_.note(fmt::format("{} with several values of “{}” in time: {}. The last one was "
                                   "taken, and all were kept in the attribute “{}”.",
                                   attribute.kind == RowKind::Node ? "Nodes" : "Edges",
                                   attribute.title, attribute.changing, keeper(attribute)));
        }
    }
}

void GexfAttributes::complete(RowKind kind) {
    for (const GexfAttribute* const attribute : implied_[static_cast<std::size_t>(kind)]) {
        if (rows_.get(attribute->column).empty()) {
            set(*attribute, attribute->implied);
        }
    }
}

} // namespace entente
