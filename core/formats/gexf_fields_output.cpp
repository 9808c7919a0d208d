#include "core/formats/field_types.h"
#include "core/formats/gexf_fields.h"
#include "core/formats/looks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {

namespace {

std::string_view valueAt(const GexfFields::Row& values, std::size_t place) {
    return place < values.size() ? values[place] : std::string_view{};
}

} // namespace

std::string_view GexfFields::spellsOf(const Row& values) const {
    for (const std::size_t place : spellPlaces_) {
        if (const std::string_view text = valueAt(values, place); !text.empty()) {
            return text;
        }
    }
    return {};
}

bool GexfFields::hasSpells(const Row& values) const {
    return !spellsOf(values).empty();
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

bool GexfFields::write(XmlOutput& out, const Row& values, std::string_view edtf,
                       bool labelled) const {
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
                writeSpan(out, value.span);
                out.raw("/>").endLine();
            }
            continue;
        }
        if (labelled && declared.value == label_) {
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
    if (const std::string_view timeSet = spellsOf(values); !timeSet.empty()) {
        if (!any) {
            out.raw(">").endLine();
            any = true;
        }
        writeSpells(out, timeSet);
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

void GexfFields::writeSpan(XmlOutput& out, const GexfSpan& span) const {
    if (moments_ && span.single()) {
        out.attribute("timestamp", span.begin);
        return;
    }
    // Version 1.3 has no open bounds any more; who reads it still knows those of 1.2.
    if (!span.begin.empty()) {
        out.attribute(span.beginExcluded ? "startopen" : "start", span.begin);
    }
    if (!span.end.empty()) {
        out.attribute(span.endExcluded ? "endopen" : "end", span.end);
    }
}

void GexfFields::writeSpells(XmlOutput& out, std::string_view timeSet) const {
    out.raw("        <spells>").endLine();
    const auto spans = parseSpans(timeSet);
    for (const GexfSpan& span : spans.value()) {
        out.raw("          <spell");
        writeSpan(out, span);
        out.raw("/>").endLine();
    }
    out.raw("        </spells>").endLine();
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
