#include "core/formats/pajek_vertices.h"

#include "core/formats/colour_text.h"
#include "core/formats/pajek_lines.h"
#include "core/formats/pajek_words.h"
#include "core/formats/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

std::optional<double> numberOf(std::string_view word) {
    bool comma = false;
    return parseTableNumber(word, comma);
}

class VertexReader {
public:
    VertexReader(const PajekVertices& vertices, GatheredRows& nodes, const std::string& file,
                 ImportReport& report)
        : vertices_(vertices), nodes_(nodes), file_(file), report_(report) {}

    void read(std::size_t size);

private:
    void say(Severity severity, std::size_t line, std::string message) {
        report_.add({severity, file_, line, {}, std::move(message)});
    }
    void readVertex(std::size_t line, std::string_view text);
    void readVertexParameter(std::string_view name, std::string_view value);
    /// Gives the row begun last what partitions, vectors and modes say of the vertex.
    void setVertex(std::uint64_t number);

    const PajekVertices& vertices_;
    GatheredRows& nodes_;
    const std::string& file_;
    ImportReport& report_;
    std::vector<std::string_view> words_;
    bool placed_ = false; ///< some vertex does not lie at the origin
};

void VertexReader::setVertex(std::uint64_t number) {
    const auto at = static_cast<std::size_t>(number - 1);
    for (const PajekValues& values : vertices_.values) {
        if (values.declared == vertices_.declared && at < values.values.size()) {
            nodes_.set(values.name, values.values[at]);
        }
    }
    if (vertices_.firstMode > 0) {
        nodes_.set("mode", number <= vertices_.firstMode ? "1" : "2");
    }
}

void VertexReader::readVertexParameter(std::string_view name, std::string_view value) {
    if (name == "ic") {
        nodes_.set("color", pajekColour(value, nodes_));
    } else if (name == "x_fact") {
        nodes_.set("size", value);
    } else {
        nodes_.set(name, value);
    }
}

void VertexReader::readVertex(std::size_t line, std::string_view text) {
    splitPajekLine(text, words_);
    const auto number = pajekNumber(words_.front());
    if (!number) {
        say(Severity::Refused, line,
            fmt::format("{} is no number of a vertex; the line was not taken.",
                        quotedField(words_.front())));
        return;
    }
    if (*number > vertices_.declared && vertices_.declared > 0) {
        say(Severity::Repaired, line,
            fmt::format("Vertex {} is beyond the {} that “*Vertices” declares; it was taken.",
                        *number, vertices_.declared));
    }
    nodes_.beginRow(line);
    nodes_.set("id", pajekId(words_.front(), *number, nodes_));
    if (words_.size() > 1 && !words_[1].empty()) {
        nodes_.set("label", words_[1]);
    }
    constexpr std::array<std::string_view, 3> axes = {"x", "y", "z"};
    std::size_t axis = 0;
    for (std::size_t at = 2; at < words_.size();) {
        const std::string_view word = words_[at];
        const auto coordinate = axis < axes.size() ? numberOf(word) : std::nullopt;
        if (word.starts_with('[')) {
            nodes_.set("time", word);
            ++at;
        } else if (coordinate) {
            placed_ = placed_ || *coordinate != 0;
            nodes_.set(axes[axis++], word);
            ++at;
        } else if (at + 1 == words_.size() || words_[at + 1].starts_with('[') ||
                   isPajekShape(word)) {
            nodes_.set("shape", word);
            ++at;
        } else {
            readVertexParameter(word, words_[at + 1]);
            at += 2;
        }
    }
    const std::size_t height = nodes_.find("y_fact");
    const std::string_view size = nodes_.value(nodes_.find("size"));
    if (nodes_.value(height) == size) {
        nodes_.unset(height);
    } else if (nodes_.value(height).empty()) {
        // Kept beside the size it says that there is no height, which may differ.
        nodes_.set("x_fact", size);
    }
    setVertex(*number);
}

void VertexReader::read(std::size_t size) {
    for (const PajekValues& values : vertices_.values) {
        if (values.declared != vertices_.declared || values.values.size() != vertices_.declared) {
            say(Severity::Note, 0,
                fmt::format("{} has {} values for {} vertices, the network {} vertices{}.",
                            quotedField(values.name), values.values.size(), values.declared,
                            vertices_.declared,
                            values.declared != vertices_.declared ? "; it was left out" : ""));
        }
    }
    std::unordered_set<std::uint64_t> listed;
    std::size_t beyond = 0;
    for (const PajekVertexLine& line : vertices_.lines) {
        readVertex(line.number, line.text);
        if (const auto number = pajekNumber(words_.front())) {
            beyond += listed.insert(*number).second && *number > vertices_.declared ? 1U : 0U;
        }
    }
    // A number alone says little: a few bytes must not make millions of vertices.
    const std::size_t most = std::max<std::size_t>(100'000, size);
    if (vertices_.declared > most) {
        say(Severity::Repaired, 0,
            fmt::format("“*Vertices” declares {} vertices, more than such a file can be about; "
                        "only those that it names were taken.",
                        vertices_.declared));
        return;
    }
    for (std::uint64_t number = 1;
         listed.size() - beyond < vertices_.declared && number <= vertices_.declared; ++number) {
        if (!listed.contains(number)) {
            nodes_.beginRow(0);
            nodes_.set("id", nodes_.keep(fmt::format("{}", number)));
            setVertex(number);
        }
    }
    if (!placed_ && nodes_.size() > 1 && nodes_.find("x") != GatheredRows::none) {
        say(Severity::Note, 0,
            "All vertices lie at the same place, 0; their places were left out.");
        for (const std::string_view axis : {"x", "y", "z"}) {
            nodes_.drop(nodes_.find(axis));
        }
    }
}

} // namespace

std::optional<std::uint64_t> pajekNumber(std::string_view word) {
    std::uint64_t number = 0;
    const char* const end = word.data() + word.size();
    const auto read = std::from_chars(word.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end && number > 0 ? std::optional(number)
                                                                   : std::nullopt;
}

PajekCount pajekCount(std::string_view word) {
    const auto number = pajekNumber(word);
    if ((number && *number < noIndex) || word == "0") {
        return {static_cast<std::size_t>(number.value_or(0)), {}};
    }
    const bool digits =
        !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
    return {0,
            digits
                ? fmt::format(
                      "{} is too large for a number of vertices; those that lines name were taken.",
                      quotedField(word))
                : std::string("There should be a number of vertices here; those that lines "
                              "name were taken.")};
}

std::string_view pajekId(std::string_view word, std::uint64_t number, GatheredRows& rows) {
    return word.front() == '0' ? rows.keep(fmt::format("{}", number)) : word;
}

std::string_view pajekColour(std::string_view text, GatheredRows& rows) {
    auto colour = parseColour(text);
    return colour ? rows.keep(std::move(*colour)) : text;
}

bool isPajekNumber(std::string_view word) {
    return numberOf(word).has_value();
}

void PajekVertices::read(GatheredRows& nodes, std::size_t size, const std::string& file,
                         ImportReport& report) const {
    VertexReader(*this, nodes, file, report).read(size);
}

} // namespace entente
