#include "core/network/attribute_index.h"

#include "core/network/parallel.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>
#include <utility>

namespace entente {

namespace {

constexpr std::uint32_t unknownPlace = 0;

/// The rows of vertices or edges, as far as attributes are concerned.
struct Rows {
    const Dossier& dossier;
    ElementKind of;

    [[nodiscard]] std::size_t size() const {
        return of == ElementKind::Vertex ? dossier.vertices().size() : dossier.edges().size();
    }
    [[nodiscard]] bool removed(std::uint32_t row) const {
        return of == ElementKind::Vertex ? dossier.vertices().removed(row)
                                         : dossier.edges().removed(row);
    }
    [[nodiscard]] unsigned kind(std::uint32_t row) const {
        return of == ElementKind::Vertex ? static_cast<unsigned>(dossier.vertices().kind(row))
                                         : static_cast<unsigned>(dossier.edges().kind(row));
    }
};

/// Numbers the values in the order in which they come, and counts them.
void number(AttributeIndex& index, const Rows& rows, std::span<const StringId> column) {
    std::vector<std::uint32_t> codeOf(rows.dossier.strings().size(), unknownPlace);
    for (std::uint32_t row = 0; row < column.size(); ++row) {
        const StringId value = column[row];
        if (value == noString || rows.removed(row)) {
            continue;
        }
        std::uint32_t& code = codeOf[entente::index(value)];
        if (code == unknownPlace) {
            index.values.push_back(value);
            index.counts.push_back(0);
            code = static_cast<std::uint32_t>(index.values.size());
        }
        index.codes[row] = code;
        ++index.counts[code - 1];
        index.kinds |= static_cast<std::uint16_t>(1U << rows.kind(row));
    }
}

/// Puts the most frequent values first.
void order(AttributeIndex& index, const Dossier& dossier) {
    // More than anyone looks through are left as they come: comparing texts takes seconds.
    constexpr std::size_t mostLookedThrough = 10'000;
    std::vector<std::uint32_t> places(index.values.size());
    std::iota(places.begin(), places.end(), 0U);
    if (places.size() <= mostLookedThrough) {
        std::ranges::sort(places, {},
                          [&](std::uint32_t place) { return dossier.text(index.values[place]); });
    }
    std::ranges::stable_sort(places, std::greater<>(),
                             [&](std::uint32_t place) { return index.counts[place]; });
    std::vector<std::uint32_t> codes(places.size() + 1, 0);
    std::vector<StringId> values;
    std::vector<std::uint32_t> counts;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        codes[places[i] + 1] = i + 1;
        values.push_back(index.values[places[i]]);
        counts.push_back(index.counts[places[i]]);
    }
    index.values = std::move(values);
    index.counts = std::move(counts);
    forEachRow(index.codes.size(),
               [&](std::uint32_t row) { index.codes[row] = codes[index.codes[row]]; });
}

} // namespace

AttributeIndex indexAttribute(const Dossier& dossier, ElementKind of, StringId name) {
    AttributeIndex index;
    index.of = of;
    index.name = name;
    const Rows rows{dossier, of};
    const std::span<const StringId> column = dossier.attributes(of).values(name);
    index.codes.resize(rows.size(), 0);
    if (column.empty()) {
        return index;
    }
    number(index, rows, column);
    order(index, dossier);
    for (std::uint32_t row = 0; row < index.codes.size(); ++row) {
        index.absent += index.codes[row] == 0 && !rows.removed(row) &&
                        (index.kinds >> rows.kind(row) & 1U) != 0;
    }
    index.numeric = !index.values.empty();
    for (const StringId value : index.values) {
        const std::optional<double> number = numberIn(dossier.text(value));
        index.numeric = index.numeric && number.has_value();
        index.numbers.push_back(number.value_or(std::numeric_limits<double>::quiet_NaN()));
        index.least = std::fmin(index.least, index.numbers.back());
        index.most = std::fmax(index.most, index.numbers.back());
    }
    return index;
}

AttributeIndex indexAttribute(const Dossier& dossier, ElementKind of, std::string_view name) {
    return indexAttribute(dossier, of, dossier.strings().find(name));
}

std::vector<StringId> attributeNames(const Dossier& dossier, ElementKind of) {
    const Rows rows{dossier, of};
    const AttributeColumns& columns = dossier.attributes(of);
    std::vector<StringId> names = columns.names();
    std::erase_if(names, [&](StringId name) {
        const std::span<const StringId> column = columns.values(name);
        for (std::uint32_t row = 0; row < column.size(); ++row) {
            if (column[row] != noString && !rows.removed(row)) {
                return false;
            }
        }
        return true;
    });
    return names;
}

} // namespace entente
