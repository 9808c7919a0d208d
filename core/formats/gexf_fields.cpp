#include "core/formats/gexf_fields.h"

#include "core/formats/attribute_titles.h"
#include "core/formats/declared_types.h"
#include "core/formats/field_types.h"
#include "core/formats/looks.h"
#include "core/formats/table_columns.h"
#include "core/formats/time_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, 5> nodeShapes = {"disc", "square", "triangle", "diamond",
                                                        "image"};
constexpr std::array<std::string_view, 4> edgeShapes = {"solid", "dotted", "dashed", "double"};

bool isYear(const Endpoint& end) {
    const Date& date = end.date;
    return end.kind != Endpoint::Kind::Known ||
           (date.month == 0 && date.qualifier == Date::Exact && date.unspecified == Date::None);
}

bool isPlainDate(std::string_view text) {
    return text.find_first_not_of("-0123456789") == std::string_view::npos &&
           parseDate(text).has_value();
}

/// As XML Schema has it: `2001-03-12T10:30:00.5+01:00`.
bool isDateTime(std::string_view text) {
    const std::size_t day = text.find('T');
    return day != std::string_view::npos && isPlainDate(text.substr(0, day)) &&
           detailBeyondDates(text) != TimeDetail::YearFraction &&
           text.find_first_not_of("0123456789:.+-Z", day + 1) == std::string_view::npos &&
           text.find(':', day + 1) != std::string_view::npos;
}

bool fits(GexfTimeFormat format, const std::string& time) {
    switch (format) {
    case GexfTimeFormat::Integer:
        return fitsType(FieldType::Integer, time);
    case GexfTimeFormat::Double:
        return isNumber(time);
    case GexfTimeFormat::DateTime:
        return isPlainDate(time) || isDateTime(time);
    default:
        return isPlainDate(time);
    }
}

bool fits(GexfTimeFormat format, const GexfSpan& span) {
    return !span.empty() && (span.begin.empty() || fits(format, span.begin)) &&
           (span.end.empty() || fits(format, span.end));
}

} // namespace

void GexfTimes::add(const Period& period) {
    any = true;
    periodsAreYears = periodsAreYears && isYear(period.begin) && isYear(period.end);
}

void GexfTimes::add(const std::vector<GexfDynamicValue>& dynamic) {
    for (const auto& [span, value] : dynamic) {
        any = true;
        values = true;
        for (const std::string* const time : {&span.begin, &span.end}) {
            integers = integers && (time->empty() || fitsType(FieldType::Integer, *time));
            numbers = numbers && (time->empty() || isNumber(*time));
            timesOfDay = timesOfDay || isDateTime(*time);
        }
    }
}

GexfTimeFormat GexfTimes::format() const {
    return !any                  ? GexfTimeFormat::Static
           : timesOfDay          ? GexfTimeFormat::DateTime
           : !periodsAreYears    ? GexfTimeFormat::Date
           : !values || integers ? GexfTimeFormat::Integer
           : numbers             ? GexfTimeFormat::Double
                                 : GexfTimeFormat::Date;
}

GexfFields::GexfFields(const Dossier& dossier, const std::vector<Field>& fields, bool edges)
    : dossier_(dossier), edges_(edges), fields_(fields) {
    findLooks();
    findDynamic();
    findSpells();
    findLabel();
}

template <typename Test>
bool GexfFields::all(std::string_view name, Test test) const {
    const StringId id = dossier_.strings().find(name);
    const std::size_t rows = edges_ ? dossier_.edges().size() : dossier_.vertices().size();
    const AttributeColumns& attributes =
        dossier_.attributes(edges_ ? ElementKind::Edge : ElementKind::Vertex);
    StringId last = noString;
    for (std::uint32_t row = 0; row < rows; ++row) {
        const StringId value = attributes.value(row, id);
        if (value == noString || value == last) {
            continue;
        }
        last = value;
        if (!test(dossier_.text(value))) {
            return false;
        }
    }
    return true;
}

std::size_t GexfFields::attribute(std::string_view name) const {
    const auto found = std::ranges::find_if(
        fields_, [name](const Field& field) { return field.attribute && field.name == name; });
    return found == fields_.end() ? none : static_cast<std::size_t>(found - fields_.begin());
}

std::size_t GexfFields::numberField(std::string_view name) const {
    const std::size_t place = attribute(name);
    return place != none && (fields_[place].type == FieldType::Integer ||
                             fields_[place].type == FieldType::Number)
               ? place
               : none;
}

void GexfFields::findLooks() {
    if (edges_) {
        looks_.thickness = numberField("thickness");
    } else {
        looks_.x = numberField("x");
        looks_.y = numberField("y");
        looks_.z = numberField("z");
        if (looks_.x == none || looks_.y == none) {
            looks_.x = looks_.y = looks_.z = none;
        }
        looks_.size = numberField("size");
    }
    if (const std::size_t colour = attribute("color");
        colour != none && all("color", isHexColour)) {
        looks_.colour = colour;
    }
    const auto allows = [this](std::string_view shape) {
        return edges_ ? std::ranges::find(edgeShapes, shape) != edgeShapes.end()
                      : std::ranges::find(nodeShapes, shape) != nodeShapes.end();
    };
    if (const std::size_t shape = attribute("shape"); shape != none && all("shape", allows)) {
        looks_.shape = shape;
    }
    if (looks_.colour == none || numberField("alpha") == none) {
        return;
    }
    // It is said with the colour, or not at all.
    const StringId alpha = dossier_.strings().find("alpha");
    const StringId colour = dossier_.strings().find("color");
    const std::size_t rows = edges_ ? dossier_.edges().size() : dossier_.vertices().size();
    const AttributeColumns& attributes =
        dossier_.attributes(edges_ ? ElementKind::Edge : ElementKind::Vertex);
    for (std::uint32_t row = 0; row < rows; ++row) {
        const StringId value = attributes.value(row, alpha);
        const std::string_view text = dossier_.text(value);
        if (value != noString &&
            (attributes.value(row, colour) == noString || text == "1" || text == "1.0")) {
            return;
        }
    }
    looks_.alpha = attribute("alpha");
}

bool GexfFields::changes(const std::string& name, std::size_t value,
                         std::vector<GexfDynamicValue>& values) const {
    const StringId all = dossier_.strings().find(name);
    const StringId last = value == none ? noString : dossier_.strings().find(fields_[value].name);
    const std::size_t rows = edges_ ? dossier_.edges().size() : dossier_.vertices().size();
    const AttributeColumns& attributes =
        dossier_.attributes(edges_ ? ElementKind::Edge : ElementKind::Vertex);
    for (std::uint32_t row = 0; row < rows; ++row) {
        const std::string_view text = dossier_.text(attributes.value(row, all));
        if (text.empty()) {
            continue;
        }
        const auto parsed = parseDynamicText(text);
        if (!parsed || parsed->empty() || dynamicText(*parsed) != text ||
            (value != none && dossier_.text(attributes.value(row, last)) != parsed->back().value)) {
            return false;
        }
        values.insert(values.end(), parsed->begin(), parsed->end());
    }
    return true;
}

void GexfFields::findDynamic() {
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        const std::string_view name = fields_[i].name;
        if (!fields_[i].attribute) {
            continue;
        }
        Dynamic found{none, i, {}, {}};
        if (name.ends_with(overTime)) {
            found.title = name.substr(0, name.size() - overTime.size());
            found.value = attribute(found.title);
            if (found.value == none) {
                continue;
            }
        } else if (edges_ && name.starts_with(columns::attributePrefix) &&
                   plainColumnName(name.substr(columns::attributePrefix.size())) ==
                       columns::words::weight.front()) {
            found.title = name.substr(columns::attributePrefix.size());
        } else {
            continue;
        }
        if (changes(found.value == none ? found.title : fields_[i].name, found.value,
                    found.values)) {
            dynamic_.push_back(std::move(found));
        }
    }
}

/// Several periods of a node are one in the dossier; attributes keep them, where nobody changed the
/// one since: moments one, others the other.
void GexfFields::findSpells() {
    if (edges_) {
        return;
    }
    for (const std::string_view kept : {"timeset", "timestamps"}) {
        std::size_t place = attribute(kept);
        place = place == none ? attribute(std::string(columns::attributePrefix) + std::string(kept))
                              : place;
        std::vector<GexfDynamicValue> found;
        if (place != none && keepsSpells(kept, found)) {
            spellPlaces_.push_back(place);
            spells_.insert(spells_.end(), found.begin(), found.end());
        }
    }
}

bool GexfFields::keepsSpells(std::string_view kept, std::vector<GexfDynamicValue>& found) const {
    const VertexTable& vertices = dossier_.vertices();
    const StringId name = dossier_.strings().find(kept);
    const StringId timeSet = dossier_.strings().find("timeset");
    std::vector<Period> periods;
    for (VertexIndex row = 0; row < vertices.size(); ++row) {
        const std::string_view text = dossier_.text(vertices.attributes().value(row, name));
        if (text.empty()) {
            continue;
        }
        const bool other =
            kept != "timeset" && vertices.attributes().value(row, timeSet) != noString;
        const auto spans = parseSpans(text);
        if (other || !spans || spans->size() < 2 || !parseTimeSet(text, periods) ||
            periodOf(periods) != vertices.period(row)) {
            return false;
        }
        for (const GexfSpan& span : *spans) {
            found.push_back({span, {}});
        }
    }
    return true;
}

void GexfFields::addTimes(GexfTimes& times) const {
    times.add(spells_);
    for (const Dynamic& dynamic : dynamic_) {
        times.add(dynamic.values);
    }
}

void GexfFields::settle(GexfTimeFormat format) {
    std::erase_if(dynamic_, [format](const Dynamic& dynamic) {
        return !std::ranges::all_of(dynamic.values, [format](const GexfDynamicValue& value) {
            return fits(format, value.span);
        });
    });
    if (!std::ranges::all_of(spells_, [format](const GexfDynamicValue& spell) {
            return fits(format, spell.span);
        })) {
        spellPlaces_.clear();
    }
    declare();
}

bool GexfFields::onlyMoments() const {
    const auto moment = [](const GexfDynamicValue& value) { return value.span.single(); };
    return (spellPlaces_.empty() || std::ranges::all_of(spells_, moment)) &&
           std::ranges::all_of(dynamic_, [&moment](const Dynamic& dynamic) {
               return std::ranges::all_of(dynamic.values, moment);
           });
}

bool GexfFields::hasPlace(std::size_t field) const {
    const std::array<std::size_t, 8> looks = {looks_.x,     looks_.y,        looks_.z,
                                              looks_.size,  looks_.alpha,    looks_.colour,
                                              looks_.shape, looks_.thickness};
    if (std::ranges::find(looks, field) != looks.end() ||
        std::ranges::find(spellPlaces_, field) != spellPlaces_.end()) {
        return true;
    }
    constexpr std::array<std::string_view, 3> ofNodes = {"id", "label", "period"};
    constexpr std::array<std::string_view, 9> ofEdges = {
        "id", "source", "target", "type", "label", "role", "kind", "weight", "period"};
    const std::string_view name = fields_[field].name;
    return !fields_[field].attribute &&
           (edges_ ? std::ranges::find(ofEdges, name) != ofEdges.end()
                   : std::ranges::find(ofNodes, name) != ofNodes.end());
}

void GexfFields::declare() {
    const auto all = [this](std::size_t i) {
        return std::ranges::find(dynamic_, i, &Dynamic::all) != dynamic_.end();
    };
    // Names that the reader knows for attributes' by themselves.
    constexpr std::array<std::string_view, 3> marked = {"id", "label", "timeset"};
    constexpr std::array<std::string_view, 6> markedEdges = {"id",     "label",  "timeset",
                                                             "source", "target", "kind"};
    std::vector<std::string> there = {"label"};
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (!fields_[i].attribute && fields_[i].used && !hasPlace(i)) {
            there.push_back(plainColumnName(fields_[i].name));
        }
    }
    using Names = std::span<const std::string_view>;
    const AttributeTitles titles(edges_ ? std::span<const columns::Names>(columns::ofEdges)
                                        : columns::ofNodes,
                                 edges_ ? Names(markedEdges) : Names(marked), std::move(there));
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        const Field& field = fields_[i];
        if (hasPlace(i) || all(i) || !field.used || (i == label_ && !labelsInside())) {
            continue;
        }
        Declared declared{i, none, std::string(titles.of(field)), field.type, field.implied};
        const auto dynamic = std::ranges::find(dynamic_, i, &Dynamic::value);
        if (dynamic != dynamic_.end()) {
            declared.all = dynamic->all;
            const bool typed = std::ranges::all_of(dynamic->values, [&field](const auto& value) {
                return fitsType(field.type, value.value);
            });
            declared.type = typed ? field.type : FieldType::Text;
        }
        declared_.push_back(std::move(declared));
    }
    for (const Dynamic& dynamic : dynamic_) {
        if (dynamic.value == none) {
            declared_.push_back({none, dynamic.all, dynamic.title, FieldType::Number, {}});
        }
    }
}

} // namespace entente
