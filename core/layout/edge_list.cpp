#include "core/layout/edge_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

namespace entente {

namespace {

// A vertex for each number up to the largest id is only sensible while most of them occur.
constexpr std::uint64_t mostEmptyVertices = 10;

[[noreturn]] void fail(const std::string& file, std::size_t line, std::string_view message) {
    throw FileError(fmt::format("{}, line {}: {}", file, line, message));
}

/// Takes the next field off the line, without its quotes.
std::string takeField(std::string_view& line, const std::string& file, std::size_t number) {
    std::string field;
    if (line.starts_with('"')) {
        std::size_t at = 1;
        for (;; ++at) {
            if (at >= line.size()) {
                fail(file, number, "a quotation mark is not closed; close it.");
            }
            if (line[at] == '"') {
                if (at + 1 < line.size() && line[at + 1] == '"') {
                    ++at;
                } else {
                    break;
                }
            }
            field += line[at];
        }
        line.remove_prefix(at + 1);
    } else {
        const std::size_t comma = std::min(line.find(','), line.size());
        field = line.substr(0, comma);
        line.remove_prefix(comma);
    }
    if (line.starts_with(',')) {
        line.remove_prefix(1);
    }
    return field;
}

std::string_view takeLine(std::string_view& text) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    if (text.starts_with("\r\n")) {
        text.remove_prefix(2);
    } else if (!text.empty()) {
        text.remove_prefix(1);
    }
    return line;
}

bool parseWhole(const std::string& id, std::uint32_t& number) {
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    return error == std::errc{} && end == id.data() + id.size() &&
           (id == "0" || id.front() != '0');
}

/// Renumbers the vertices by their ids where these are whole numbers without big gaps.
void orderByNumber(EdgeList& edges) {
    std::vector<std::uint32_t> numbers(edges.ids.size());
    std::uint32_t largest = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (!parseWhole(edges.ids[i], numbers[i])) {
            return;
        }
        largest = std::max(largest, numbers[i]);
    }
    if (edges.ids.empty() || largest >= edges.ids.size() * mostEmptyVertices) {
        return;
    }
    for (std::uint32_t& end : edges.sources) {
        end = numbers[end];
    }
    for (std::uint32_t& end : edges.targets) {
        end = numbers[end];
    }
    edges.ids.resize(std::size_t{largest} + 1);
    for (std::uint32_t i = 0; i <= largest; ++i) {
        edges.ids[i] = std::to_string(i);
    }
}

std::string quoted(const std::string& id) {
    if (id.find_first_of(",\"\r\n") == std::string::npos) {
        return id;
    }
    std::string text = "\"";
    for (const char c : id) {
        text += c == '"' ? "\"\"" : std::string(1, c);
    }
    return text + "\"";
}

} // namespace

EdgeList readEdgeList(std::string_view text, const std::string& file) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    if (text.empty()) {
        throw FileError(file + " is empty: an edge list begins with the header source,target.");
    }
    std::string_view header = takeLine(text);
    std::size_t columns = 0;
    std::size_t sourceColumn = SIZE_MAX;
    std::size_t targetColumn = SIZE_MAX;
    std::size_t weightColumn = SIZE_MAX;
    while (!header.empty()) {
        std::string name = takeField(header, file, 1);
        std::ranges::transform(name, name.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        if (name == "source") {
            sourceColumn = columns;
        } else if (name == "target") {
            targetColumn = columns;
        } else if (name == "weight") {
            weightColumn = columns;
        }
        ++columns;
    }
    if (sourceColumn == SIZE_MAX || targetColumn == SIZE_MAX) {
        fail(file, 1, "the header must name the columns source and target (and may name weight).");
    }

    EdgeList edges;
    std::unordered_map<std::string, std::uint32_t> numbers;
    const auto numberOf = [&](std::string id) {
        const auto [place, fresh] =
            numbers.try_emplace(id, static_cast<std::uint32_t>(edges.ids.size()));
        if (fresh) {
            edges.ids.push_back(std::move(id));
        }
        return place->second;
    };
    for (std::size_t number = 2; !text.empty(); ++number) {
        std::string_view line = takeLine(text);
        if (line.empty()) {
            continue;
        }
        std::string source;
        std::string target;
        float weight = 1;
        for (std::size_t column = 0; column < columns; ++column) {
            std::string field = takeField(line, file, number);
            if (column == weightColumn && !field.empty()) {
                const auto [end, error] =
                    std::from_chars(field.data(), field.data() + field.size(), weight);
                if (error != std::errc{} || end != field.data() + field.size()) {
                    fail(file, number, fmt::format("the weight “{}” is no number.", field));
                }
            } else if (column == sourceColumn) {
                source = std::move(field);
            } else if (column == targetColumn) {
                target = std::move(field);
            }
        }
        if (source.empty() || target.empty()) {
            fail(file, number, "the source or the target is missing.");
        }
        edges.sources.push_back(numberOf(std::move(source)));
        edges.targets.push_back(numberOf(std::move(target)));
        if (weightColumn != SIZE_MAX) {
            edges.weights.push_back(weight);
        }
    }
    orderByNumber(edges);
    return edges;
}

std::string coordinatesText(const EdgeList& edges, const std::vector<Point>& positions) {
    std::string text = "id,x,y\n";
    std::array<char, 64> buffer{};
    const auto add = [&](double number, char after) {
        const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
        text.append(buffer.data(), end);
        text += after;
    };
    for (std::size_t i = 0; i < positions.size(); ++i) {
        text += quoted(edges.ids[i]);
        text += ',';
        add(positions[i].x, ',');
        add(positions[i].y, '\n');
    }
    return text;
}

} // namespace entente
