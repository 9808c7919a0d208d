#include "core/formats/pajek_losses.h"

#include "core/formats/element_fields.h"
#include "core/formats/field_types.h"
#include "core/formats/pajek_times.h"
#include "core/formats/pajek_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <span>

namespace entente {

namespace {

/// The fields that are used and that Pajek has no place for, "kind, sector, note".
template <typename Fields>
std::string lost(const Fields& fields, std::span<const std::string> held) {
    std::string names;
    for (const Field& field : fields.fields()) {
        if (field.used && std::ranges::find(held, field.name) == held.end()) {
            names += (names.empty() ? "" : ", ") + field.name;
        }
    }
    return names;
}

/// The type that the values have when they are read again; those that Pajek does not hold are told
/// of otherwise.
FieldType typeReadBack(const Dossier& dossier, std::span<const StringId> values, FieldType type) {
    const auto held = [&](const AttributeColumns& attributes, ElementKind owner) {
        return std::ranges::any_of(
            pajekHeldAttributes(dossier, owner), [&](const std::string& name) {
                return attributes.values(dossier.strings().find(name)).data() == values.data();
            });
    };
    return held(dossier.vertices().attributes(), ElementKind::Vertex) ||
                   held(dossier.edges().attributes(), ElementKind::Edge)
               ? inferredType(dossier, values)
               : type;
}

bool lostLabel(std::string_view label) {
    return quotedPajekLabel(label) != fmt::format("\"{}\"", label);
}

bool lostPeriod(const Period& period) {
    const auto coarser = [](const Endpoint& end) {
        return end.kind == Endpoint::Kind::Known &&
               (end.date.month != 0 || end.date.qualifier != Date::Exact ||
                end.date.unspecified != Date::None);
    };
    return !period.empty() &&
           (pajekTimes(period).empty() || coarser(period.begin) || coarser(period.end));
}

} // namespace

std::vector<std::size_t> pajekNumbers(const Dossier& dossier) {
    const VertexTable& v = dossier.vertices();
    std::vector<std::size_t> numbers(v.size(), 0);
    std::vector<bool> taken(v.count(), false);
    std::size_t next = 0;
    bool own = true;
    for (VertexIndex row = 0; row < v.size(); ++row) {
        if (v.removed(row)) {
            continue;
        }
        const std::string_view id = dossier.text(v.id(row));
        std::size_t number = 0;
        const auto read = std::from_chars(id.data(), id.data() + id.size(), number);
        own = own && read.ec == std::errc{} && read.ptr == id.data() + id.size() &&
              id.front() != '0' && number <= taken.size() && !taken[number - 1];
        if (own) {
            taken[number - 1] = true;
            numbers[row] = number;
        }
    }
    for (VertexIndex row = 0; row < v.size() && !own; ++row) {
        numbers[row] = v.removed(row) ? 0 : ++next;
    }
    return numbers;
}

std::size_t pajekFirstMode(const Dossier& dossier) {
    const StringId name = dossier.strings().find("mode");
    if (name == noString) {
        return 0;
    }
    const VertexTable& v = dossier.vertices();
    const std::vector<std::size_t> numbers = pajekNumbers(dossier);
    std::size_t first = 0;
    std::size_t last = 0; // of the first mode, by number
    for (VertexIndex row = 0; row < v.size(); ++row) {
        const std::string_view mode = dossier.text(v.attributes().value(row, name));
        if (v.removed(row)) {
            continue;
        }
        if (mode == "1") {
            ++first;
            last = std::max(last, numbers[row]);
        } else if (mode != "2") {
            return 0;
        }
    }
    return last == first && first < v.count() ? first : 0;
}

std::vector<std::string> pajekLosses(const Dossier& dossier) {
    std::vector<std::string> sentences = fieldAndTypeLosses(
        dossier, "Pajek", [&dossier](std::span<const StringId> values, FieldType type) {
            return typeReadBack(dossier, values, type);
        });
    const auto tell = [&sentences](std::string_view what, const std::string& names) {
        if (!names.empty()) {
            sentences.push_back(fmt::format("Pajek cannot hold these of {}: {}.", what, names));
        }
    };
    const VertexTable& v = dossier.vertices();
    bool kinds = false;
    for (VertexIndex row = 0; row < v.size(); ++row) {
        kinds = kinds || (!v.removed(row) && v.kind(row) != VertexKind::Other);
    }
    std::vector<std::string> held = pajekHeldAttributes(dossier, ElementKind::Vertex);
    held.insert(held.end(), {kinds ? "" : "kind", pajekFirstMode(dossier) > 0 ? "mode" : "", "id",
                             "label", "period", "x", "y", "z", "size", "color"});
    tell("vertices", lost(VertexFields(dossier), held));
    held = pajekHeldAttributes(dossier, ElementKind::Edge);
    held.insert(held.end(), {"source", "target", "type", "label", "role", "weight", "period",
                             "polarity", "color", "thickness"});
    tell("edges", lost(EdgeFields(dossier), held));
    std::size_t ids = 0;
    std::size_t labels = 0;
    std::size_t periods = 0;
    const std::vector<std::size_t> numbers = pajekNumbers(dossier);
    for (VertexIndex row = 0; row < v.size(); ++row) {
        if (!v.removed(row)) {
            ids += dossier.text(v.id(row)) != fmt::format("{}", numbers[row]) ? 1 : 0;
            labels += lostLabel(dossier.label(row)) ? 1 : 0;
            periods += lostPeriod(v.period(row)) ? 1 : 0;
        }
    }
    const StringId lineLabel = dossier.strings().find("label");
    std::size_t cooperative = 0;
    std::size_t negative = 0;
    for (EdgeIndex row = 0; row < dossier.edges().size(); ++row) {
        if (isWritten(dossier, row)) {
            periods += lostPeriod(dossier.edges().period(row)) ? 1 : 0;
            cooperative += dossier.edges().polarity(row) == Polarity::Cooperative ? 1 : 0;
            labels +=
                lostLabel(dossier.text(dossier.edges().type(row))) ||
                        lostLabel(dossier.text(dossier.edges().attributes().value(row, lineLabel)))
                    ? 1
                    : 0;
            negative += dossier.edges().weight(row) < 0 ? 1 : 0;
        }
    }
    const auto count = [&sentences](std::size_t items, std::string_view sentence) {
        if (items > 0) {
            sentences.push_back(fmt::format(fmt::runtime(sentence), items));
        }
    };
    count(ids, "Pajek numbers vertices from 1 on; the ids of {} will be missing.");
    count(labels, "Pajek's labels hold no quotation marks or line ends; {} will be changed.");
    count(periods, "Pajek's times are whole years that are known; {} periods will be coarser "
                   "or missing.");
    count(cooperative, "Pajek tells only conflictual ties, by negative weights; {} cooperative "
                       "ones will be neutral.");
    count(negative, "Pajek takes negative weights for conflict; {} will lose their sign.");
    if (!dossier.cover().description.empty() || !dossier.cover().asOf.empty() ||
        !dossier.cover().language.empty()) {
        sentences.emplace_back("Pajek cannot hold the dossier's description, date and "
                               "language.");
    }
    return sentences;
}

} // namespace entente
