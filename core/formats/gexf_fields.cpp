#include "core/formats/gexf_fields.h"

#include "core/formats/declared_types.h"
#include "core/formats/field_types.h"
#include "core/formats/looks.h"
#include "core/formats/table_columns.h"

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

bool fits(GexfTimeFormat format, const GexfSpan& span) {
    // Version 1.3 has no excluded bounds.
    return !span.beginExcluded && !span.endExcluded && !span.empty() &&
           std::ranges::all_of(std::array{&span.begin, &span.end}, [format](const auto* time) {
               return time->empty() ||
                      (format == GexfTimeFormat::Integer  ? fitsType(FieldType::Integer, *time)
                       : format == GexfTimeFormat::Double ? isNumber(*time)
                                                          : isPlainDate(*time));
           });
}

std::string_view valueAt(const GexfFields::Row& values, std::size_t place) {
    return place < values.size() ? values[place] : std::string_view{};
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
        }
    }
}

GexfTimeFormat GexfTimes::format() const {
    return !any                  ? GexfTimeFormat::Static
           : !periodsAreYears    ? GexfTimeFormat::Date
           : !values || integers ? GexfTimeFormat::Integer
           : numbers             ? GexfTimeFormat::Double
                                 : GexfTimeFormat::Date;
}

GexfFields::GexfFields(const Dossier& dossier, const std::vector<Field>& fields, bool edges)
    : dossier_(dossier), edges_(edges), fields_(fields) {
    findLooks();
    findDynamic();
}

template <typename Test>
bool GexfFields::all(std::string_view name, Test test) const {
    const StringId id = dossier_.strings().find(name);
    const std::size_t rows = edges_ ? dossier_.edges().size() : dossier_.vertices().size();
    const AttributeColumns& attributes =
        edges_ ? dossier_.edges().attributes() : dossier_.vertices().attributes();
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
        edges_ ? dossier_.edges().attributes() : dossier_.vertices().attributes();
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
        edges_ ? dossier_.edges().attributes() : dossier_.vertices().attributes();
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

void GexfFields::addTimes(GexfTimes& times) const {
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
    declare();
}

bool GexfFields::hasPlace(std::size_t field) const {
    const std::array<std::size_t, 8> looks = {looks_.x,     looks_.y,        looks_.z,
                                              looks_.size,  looks_.alpha,    looks_.colour,
                                              looks_.shape, looks_.thickness};
    if (std::ranges::find(looks, field) != looks.end()) {
        return true;
    }
    constexpr std::array<std::string_view, 3> ofNodes = {"id", "label", "period"};
    constexpr std::array<std::string_view, 8> ofEdges = {"id",    "source", "target", "type",
                                                         "label", "kind",   "weight", "period"};
    const std::string_view name = fields_[field].name;
    return !fields_[field].attribute &&
           (edges_ ? std::ranges::find(ofEdges, name) != ofEdges.end()
                   : std::ranges::find(ofNodes, name) != ofNodes.end());
}

void GexfFields::declare() {
    const auto all = [this](std::size_t i) {
        return std::ranges::find(dynamic_, i, &Dynamic::all) != dynamic_.end();
    };
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        const Field& field = fields_[i];
        if (hasPlace(i) || all(i) || !field.used) {
            continue;
        }
        Declared declared{i, none, field.name, field.type, field.implied};
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

void GexfFields::writeDeclarations(XmlOutput& out, bool periodsToo) const {
    for (const bool changing : {false, true}) {
        bool any = false;
        const auto declare = [&](std::string_view id, std::string_view title, FieldType type,
                                 std::string_view implied) {
            if (!any) {
                out.raw("    <attributes").attribute("class", edges_ ? "edge" : "node");
                out.attribute("mode", changing ? "dynamic" : "static").raw(">").endLine();
                any = true;
            }
            out.raw("      <attribute").attribute("id", id).attribute("title", title);
            out.attribute("type", xmlTypeWord(type));
            if (implied.empty()) {
                out.raw("/>").endLine();
            } else {
                out.raw("><default>").text(implied).raw("</default></attribute>").endLine();
            }
        };
        for (std::size_t i = 0; i < declared_.size(); ++i) {
            if ((declared_[i].all != none) == changing) {
                declare(fmt::format("{}", i), declared_[i].title, declared_[i].type,
                        declared_[i].implied);
            }
        }
        if (!changing && periodsToo) {
            declare("period", "period", FieldType::Text, {});
        }
        if (any) {
            out.raw("    </attributes>").endLine();
        }
    }
}

bool GexfFields::weightChanges(const Row& values) const {
    return std::ranges::any_of(declared_, [&values](const Declared& declared) {
        return declared.value == none && !valueAt(values, declared.all).empty();
    });
}

bool GexfFields::write(XmlOutput& out, const Row& values, std::string_view edtf) const {
    bool any = false;
    const auto begin = [&] {
        if (!any) {
            out.raw(">").endLine();
            out.raw("        <attvalues>").endLine();
            any = true;
        }
        out.raw("          <attvalue");
    };
    for (std::size_t i = 0; i < declared_.size(); ++i) {
        const Declared& declared = declared_[i];
        if (const std::string_view all = valueAt(values, declared.all); !all.empty()) {
            const auto changing = parseDynamicText(all);
            for (const GexfDynamicValue& value : changing.value()) {
                begin();
                out.attribute("for", fmt::format_int(i).c_str()).attribute("value", value.value);
                if (!value.span.begin.empty()) {
                    out.attribute("start", value.span.begin);
                }
                if (!value.span.end.empty()) {
                    out.attribute("end", value.span.end);
                }
                out.raw("/>").endLine();
            }
            continue;
        }
        const std::string_view value = valueAt(values, declared.value);
        if (!value.empty() && value != declared.implied) {
            begin();
            out.attribute("for", fmt::format_int(i).c_str()).attribute("value", value);
            out.raw("/>").endLine();
        }
    }
    if (!edtf.empty()) {
        begin();
        out.attribute("for", "period").attribute("value", edtf).raw("/>").endLine();
    }
    if (any) {
        out.raw("        </attvalues>").endLine();
    }
    const bool looks = std::ranges::any_of(
        std::array{looks_.x, looks_.y, looks_.z, looks_.size, looks_.colour, looks_.shape,
                   looks_.thickness},
        [&values](std::size_t place) { return !valueAt(values, place).empty(); });
    if (looks) {
        if (!any) {
            out.raw(">").endLine();
        }
        writeLooks(out, values);
    }
    return any || looks;
}

void GexfFields::writeLooks(XmlOutput& out, const Row& values) const {
    const auto single = [&](std::string_view element, std::string_view value) {
        if (!value.empty()) {
            out.raw("        <viz:").raw(element).attribute("value", value).raw("/>").endLine();
        }
    };
    if (const std::string_view colour = valueAt(values, looks_.colour); !colour.empty()) {
        const ColourParts parts = colourParts(colour);
        out.raw("        <viz:color").attribute("r", fmt::format_int(parts.red).c_str());
        out.attribute("g", fmt::format_int(parts.green).c_str());
        out.attribute("b", fmt::format_int(parts.blue).c_str());
        if (const std::string_view alpha = valueAt(values, looks_.alpha); !alpha.empty()) {
            out.attribute("a", alpha);
        }
        out.raw("/>").endLine();
    }
    const std::string_view x = valueAt(values, looks_.x);
    const std::string_view y = valueAt(values, looks_.y);
    const std::string_view z = valueAt(values, looks_.z);
    if (!x.empty() || !y.empty() || !z.empty()) {
        out.raw("        <viz:position");
        const auto axis = [&out](std::string_view name, std::string_view value) {
            if (!value.empty()) {
                out.attribute(name, value);
            }
        };
        axis("x", x);
        axis("y", flipped(y));
        axis("z", z);
        out.raw("/>").endLine();
    }
    single("size", valueAt(values, looks_.size));
    single("thickness", valueAt(values, looks_.thickness));
    single("shape", valueAt(values, looks_.shape));
}

} // namespace entente
