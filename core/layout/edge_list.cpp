#include "core/layout/edge_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

namespace entente {

namespace {

/// Reads records of separated fields and counts lines.
class RecordReader {
public:
    RecordReader(std::string_view text, const std::string& file) : rest_(text), file_(file) {
        const std::string_view header = text.substr(0, text.find_first_of("\r\n"));
        for (const char candidate : {',', ';', '\t'}) {
            if (header.find(candidate) != std::string_view::npos) {
                separator_ = candidate;
                break;
            }
        }
    }

    /// The next record that is not an empty line; false at the end.
    bool next(std::vector<std::string>& fields) {
        do {
            if (rest_.empty()) {
                return false;
            }
            line_ = nextLine_;
            count_ = 0;
            while (takeField(fields)) {
            }
        } while (count_ == 1 && fields[0].empty());
        fields.resize(count_);
        return true;
    }

    [[noreturn]] void fail(std::string_view message) const {
        throw FileError(fmt::format("{}, line {}: {}", file_, line_, message));
    }

private:
    /// Takes one field; false where it was the last of its record.
    bool takeField(std::vector<std::string>& fields) {
        if (fields.size() <= count_) {
            fields.emplace_back();
        }
        std::string& field = fields[count_++];
        field.clear();
        if (rest_.starts_with('"')) {
            takeQuoted(field);
        } else {
            std::size_t length = 0;
            while (length < rest_.size() && rest_[length] != separator_ && rest_[length] != '\n' &&
                   rest_[length] != '\r') {
                ++length;
            }
            field = rest_.substr(0, length);
            rest_.remove_prefix(length);
        }
        if (rest_.empty()) {
            return false;
        }
        if (rest_.front() == separator_) {
            rest_.remove_prefix(1);
            return true;
        }
        rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : 1);
        ++nextLine_;
        return false;
    }

    void takeQuoted(std::string& field) {
        for (std::size_t at = 1; at < rest_.size(); ++at) {
            const char c = rest_[at];
            if (c == '"') {
                if (at + 1 < rest_.size() && rest_[at + 1] == '"') {
                    ++at;
                } else {
                    rest_.remove_prefix(at + 1);
                    if (!rest_.empty() && rest_.front() != separator_ && rest_.front() != '\n' &&
                        rest_.front() != '\r') {
                        fail("text follows a closing quotation mark; double the quotation marks "
                             "inside a field.");
                    }
                    return;
                }
            } else if (c == '\n' || (c == '\r' && !rest_.substr(at + 1).starts_with('\n'))) {
                ++nextLine_;
            }
            field += c;
        }
        fail("a quotation mark is never closed; close it, or double it where it is part of an id.");
    }

    std::string_view rest_;
    const std::string& file_;
    char separator_ = ',';
    std::size_t line_ = 1;
    std::size_t nextLine_ = 1;
    std::size_t count_ = 0;
};

struct Columns {
    static constexpr std::size_t none = SIZE_MAX;
    std::size_t source = none;
    std::size_t target = none;
    std::size_t weight = none;
};

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
    return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

Columns readHeader(RecordReader& reader, std::vector<std::string>& fields) {
    Columns columns;
    if (reader.next(fields)) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            std::string name(trimmed(fields[i]));
            std::ranges::transform(name, name.begin(), [](char c) {
                return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            });
            if (name == "source") {
                columns.source = i;
            } else if (name == "target") {
                columns.target = i;
            } else if (name == "weight") {
                columns.weight = i;
            }
        }
    }
    if (columns.source == Columns::none || columns.target == Columns::none) {
        reader.fail("the header does not name the columns source and target; let the first line be "
                    "source,target or source,target,weight.");
    }
    return columns;
}

/// Renumbers the vertices by their ids where these are just 0 … n−1.
void orderByNumber(EdgeList& edges) {
    const std::size_t n = edges.ids.size();
    std::vector<std::uint32_t> numbers(n);
    for (std::size_t i = 0; i < n; ++i) {
        const std::string& id = edges.ids[i];
        const char* const last = id.data() + id.size();
        const auto [end, error] = std::from_chars(id.data(), last, numbers[i]);
        if (error != std::errc{} || end != last || numbers[i] >= n ||
            (id.size() > 1 && id.front() == '0')) {
            return;
        }
    }
    // n different numbers below n are all of them.
    for (std::uint32_t& end : edges.sources) {
        end = numbers[end];
    }
    for (std::uint32_t& end : edges.targets) {
        end = numbers[end];
    }
    for (std::size_t i = 0; i < n; ++i) {
        edges.ids[i] = std::to_string(i);
    }
}

std::string quoted(const std::string& id) {
    if (id.find_first_of(",\"\r\n") == std::string::npos) {
        return id;
    }
    std::string text = "\"";
    for (const char c : id) {
        text += c;
        if (c == '"') {
            text += c;
        }
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
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
        text.find('\0') != std::string_view::npos) {
        throw FileError(file + " is no UTF-8 text: save it as CSV in UTF-8.");
    }
    RecordReader reader(text, file);
    std::vector<std::string> fields;
    const Columns columns = readHeader(reader, fields);
    EdgeList edges;
    std::unordered_map<std::string, std::uint32_t> numbers;
    const auto numberOf = [&](std::size_t column) {
        const std::string id(column < fields.size() ? trimmed(fields[column]) : "");
        if (id.empty()) {
            reader.fail(column == columns.source ? "the source is missing; name the vertex."
                                                 : "the target is missing; name the vertex.");
        }
        const auto [place, fresh] =
            numbers.try_emplace(id, static_cast<std::uint32_t>(edges.ids.size()));
        if (fresh) {
            edges.ids.push_back(id);
        }
        return place->second;
    };
    while (reader.next(fields)) {
        edges.sources.push_back(numberOf(columns.source));
        edges.targets.push_back(numberOf(columns.target));
        if (columns.weight == Columns::none) {
            continue;
        }
        float weight = 1;
        const std::string_view number =
            columns.weight < fields.size() ? trimmed(fields[columns.weight]) : "";
        const char* const last = number.data() + number.size();
        const auto [end, error] = std::from_chars(number.data(), last, weight);
        if (!number.empty() && (error == std::errc::invalid_argument || end != last)) {
            reader.fail(fmt::format(
                "the weight “{}” is no number; write it with a decimal point, or leave it empty.",
                number));
        }
        edges.weights.push_back(weight);
    }
    orderByNumber(edges);
    return edges;
}

LayoutGraph makeLayoutGraph(const EdgeList& edges) {
    return makeLayoutGraph(edges.ids.size(), edges.sources, edges.targets, edges.weights, {});
}

std::string coordinatesText(const EdgeList& edges, const std::vector<Point>& positions) {
    std::string text = "id,x,y\n";
    std::array<char, 64> buffer{};
    const auto add = [&](double number, char after) {
        const auto [end, error] =
            std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
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
