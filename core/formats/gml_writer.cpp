#include "core/formats/character_entities.h"
#include "core/formats/field_types.h"
#include "core/formats/gml.h"
#include "core/formats/gml_paths.h"
#include "core/formats/graph_cover.h"
#include "core/formats/looks.h"
#include "core/formats/needed_values.h"
#include "core/store/replace_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_set>

namespace entente {

namespace {

constexpr std::size_t rowsBetweenReports = 16384;

/// A whole number of 32 bits, as GML has them.
bool isInteger(std::string_view text) {
    std::int32_t number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end && fmt::format("{}", number) == text;
}

/// A number with a point and digits on both sides of it, without an exponent.
bool isReal(std::string_view text) {
    text.remove_prefix(text.starts_with('-') ? 1 : 0);
    const std::size_t point = text.find('.');
    return point != std::string_view::npos && point > 0 && point + 1 < text.size() &&
           text.find_first_not_of("0123456789.") == std::string_view::npos &&
           text.find('.', point + 1) == std::string_view::npos;
}

/// A number with an exponent as GML spells it, `1.0E-05`; nothing where the text is none.
std::optional<std::string> scientific(std::string_view text) {
    const std::size_t exponent = text.find_first_of("eE");
    if (exponent == std::string_view::npos || text.starts_with("+-") || !isNumber(text)) {
        return std::nullopt;
    }
    const std::string_view mantissa = text.substr(0, exponent);
    return fmt::format("{}{}E{}", mantissa,
                       mantissa.find('.') == std::string_view::npos ? ".0" : "",
                       text.substr(exponent + 1));
}

/// The value as it is written without quotation marks, by which GML tells numbers from texts;
/// nothing where it needs them.
std::optional<std::string> plain(FieldType type, std::string_view value) {
    if ((type == FieldType::Integer || type == FieldType::Number) &&
        (isInteger(value) || isReal(value))) {
        return std::string(value);
    }
    return type == FieldType::Number ? scientific(value) : std::nullopt;
}

FieldType typeReadBack(const Dossier& dossier, std::span<const StringId> values, FieldType type) {
    bool texts = false;
    bool integers = false;
    bool reals = false;
    for (const StringId value : values) {
        if (value != noString) {
            const std::string_view text = dossier.text(value);
            const bool quoted = !plain(type, text);
            texts = texts || quoted;
            integers = integers || (!quoted && isInteger(text));
            reals = reals || (!quoted && !isInteger(text));
        }
    }
    return texts && (integers || reals) ? inferredType(dossier, values)
           : texts                      ? FieldType::Text
           : reals                      ? FieldType::Number
                                        : FieldType::Integer;
}

class GmlText {
public:
    void line(std::string_view text) {
        text_.append(depth_ * 2, ' ');
        text_ += text;
        text_ += '\n';
    }
    void open(std::string_view key) {
        text_.append(depth_ * 2, ' ');
        text_ += key;
        text_ += " [\n";
        ++depth_;
    }
    void close() {
        --depth_;
        line("]");
    }
    void number(std::string_view key, std::string_view value) {
        begin(key);
        text_ += value;
        text_ += '\n';
    }
    void text(std::string_view key, std::string_view value) {
        begin(key);
        text_ += '"';
        for (std::size_t at = 0; at < value.size();) {
            const std::uint32_t letter = nextUtf8(value, at);
            if (letter == '"') {
                text_ += "&quot;";
            } else if (letter == '&') {
                text_ += "&amp;";
            } else if (letter >= ' ' && letter <= '~') {
                text_ += static_cast<char>(letter);
            } else {
                text_ += fmt::format("&#{};", letter);
            }
        }
        text_ += "\"\n";
    }
    void value(std::string_view key, const Field& field, std::string_view value) {
        const auto written = plain(field.type, value);
        written ? number(key, *written) : text(key, value);
    }
    [[nodiscard]] const std::string& all() const { return text_; }

private:
    void begin(std::string_view key) {
        text_.append(depth_ * 2, ' ');
        text_ += key;
        text_ += ' ';
    }

    std::string text_;
    std::size_t depth_ = 0;
};

/// Writes values of elements, those of one list together.
class ElementText {
public:
    template <typename Fields>
    ElementText(GmlText& text, const Dossier& dossier, const Fields& fields)
        : text_(text), first_(fields.fields().data()), paths_(gmlPaths(dossier, fields)) {}

    void write(std::vector<FieldValue>& values) {
        // Nested ones last, so that each list is opened once.
        std::ranges::stable_sort(values, {}, [this](const FieldValue& value) -> const GmlPath& {
            static const GmlPath none;
            const GmlPath& path = pathOfValue(value);
            return path.size() > 1 ? path : none;
        });
        static const GmlPath width = {"graphics", "w"};
        static const GmlPath height = {"graphics", "h"};
        bool heightSaid = std::ranges::any_of(
            values, [this](const FieldValue& value) { return pathOfValue(value) == height; });
        const auto named = [&](std::string_view name) {
            return std::ranges::find_if(values, [name](const FieldValue& value) {
                return value.field->attribute && value.field->name == name;
            });
        };
        const auto size = named("size");
        const auto alone = named("graphics.w");
        if (!heightSaid && size != values.end() && alone != values.end() &&
            pathOfValue(*size) == width && size->value == alone->value) {
            heightSaid = true; // namely that there is none
            values.erase(alone);
        }
        GmlPath open;
        for (const FieldValue& value : values) {
            const GmlPath& path = pathOfValue(value);
            std::size_t common = 0;
            while (common < open.size() && common + 1 < path.size() &&
                   open[common] == path[common]) {
                ++common;
            }
            for (; open.size() > common; open.pop_back()) {
                text_.close();
            }
            for (; open.size() + 1 < path.size(); open.push_back(path[open.size()])) {
                text_.open(path[open.size()]);
            }
            if (!value.field->attribute && value.field->name == "weight") {
                text_.number(path.back(),
                             scientific(value.value).value_or(std::string(value.value)));
                continue;
            }
            text_.value(path.back(), *value.field, value.value);
            // Other programs know no height that is meant where none is written.
            if (path == width && value.field->name == "size" && !heightSaid) {
                text_.value(height.back(), *value.field, value.value);
            }
        }
        for (; !open.empty(); open.pop_back()) {
            text_.close();
        }
    }

private:
    const GmlPath& pathOfValue(const FieldValue& value) const {
        return paths_[static_cast<std::size_t>(value.field - first_)];
    }

    GmlText& text_;
    const Field* first_;
    std::vector<GmlPath> paths_;
};

class GmlDossier {
public:
    GmlDossier(const Dossier& dossier, const Progress& progress)
        : dossier_(dossier), progress_(progress) {
        std::unordered_set<StringId> ids;
        const VertexTable& v = dossier.vertices();
        for (VertexIndex row = 0; row < v.size(); ++row) {
            numbered_ = numbered_ && (v.removed(row) || (isInteger(dossier.text(v.id(row))) &&
                                                         ids.insert(v.id(row)).second));
        }
    }

    std::string text() {
        text_.line("Creator \"Entente\"");
        text_.line("Version 1");
        text_.open("graph");
        directed_ = dossier_.edges().count() == 0;
        std::unordered_set<std::uint64_t> pairs;
        bool parallel = false;
        forEachEdge([&](EdgeIndex row) {
            const EdgeTable& e = dossier_.edges();
            directed_ = directed_ || e.directed(row);
            const VertexIndex low = std::min(e.source(row), e.target(row));
            const VertexIndex high = std::max(e.source(row), e.target(row));
            parallel =
                parallel || !pairs.insert(static_cast<std::uint64_t>(low) << 32U | high).second;
        });
        text_.number("directed", directed_ ? "1" : "0");
        if (parallel) {
            text_.number("multigraph", "1");
        }
        forEachCoverAttribute(dossier_, [this](std::string_view name, const std::string& value) {
            text_.text(name, value);
        });
        writeNodes();
        writeEdges();
        text_.close();
        return text_.all();
    }

private:
    template <typename Do>
    void forEachEdge(Do todo) {
        for (EdgeIndex row = 0; row < dossier_.edges().size(); ++row) {
            if (isWritten(dossier_, row)) {
                todo(row);
            }
        }
    }

    void tell(std::size_t row, std::size_t rows) const {
        if (row % rowsBetweenReports == 0) {
            progress_.throwIfStopped();
            progress_.tell(static_cast<double>(row) / static_cast<double>(rows));
        }
    }

    [[nodiscard]] std::string numberOf(VertexIndex row) const {
        return numbered_ ? std::string(dossier_.text(dossier_.vertices().id(row)))
                         : fmt::format("{}", row);
    }

    void writeNodes() {
        VertexFields fields(dossier_);
        const VertexTable& v = dossier_.vertices();
        ElementText element(text_, dossier_, fields);
        for (VertexIndex row = 0; row < v.size(); ++row) {
            if (v.removed(row)) {
                continue;
            }
            tell(row, v.size());
            text_.open("node");
            text_.number("id", numberOf(row));
            text_.text("label", dossier_.text(v.label(row)));
            if (!numbered_) {
                text_.text(gml::ententeId, dossier_.text(v.id(row)));
            }
            neededValues(dossier_, fields, row, needed_);
            element.write(needed_);
            text_.close();
        }
    }

    void writeEdges() {
        EdgeFields fields(dossier_);
        ElementText element(text_, dossier_, fields);
        const Field* const weight = &fields.fields()[fields.place("weight")];
        forEachEdge([&](EdgeIndex row) {
            const EdgeTable& e = dossier_.edges();
            tell(row, e.size());
            text_.open("edge");
            text_.number("source", numberOf(e.source(row)));
            text_.number("target", numberOf(e.target(row)));
            if (e.directed(row) != directed_) {
                text_.number("directed", e.directed(row) ? "1" : "0");
            }
            neededValues(dossier_, fields, row, needed_);
            if (weight->used && e.weight(row) == 1) {
                // Other programs know no weight that is meant where none is written.
                needed_.insert(std::ranges::upper_bound(needed_, weight, {}, &FieldValue::field),
                               {weight, "1"});
            }
            element.write(needed_);
            text_.close();
        });
    }

    const Dossier& dossier_;
    const Progress& progress_;
    GmlText text_;
    std::vector<FieldValue> needed_;
    bool numbered_ = true; ///< all vertices have numbers as ids
    bool directed_ = false;
};

class GmlWriter final : public Writer {
public:
    [[nodiscard]] std::string_view name() const override { return "GML"; }
    [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"gml"}; }
    [[nodiscard]] std::vector<std::string> losses(const Dossier& dossier) const override {
        return fieldAndTypeLosses(dossier, "GML",
                                  [&dossier](std::span<const StringId> values, FieldType type) {
                                      return typeReadBack(dossier, values, type);
                                  });
    }
    std::vector<std::filesystem::path> write(const Dossier& dossier,
                                             const std::filesystem::path& path,
                                             const Progress& progress) const override {
        replaceFile(path, GmlDossier(dossier, progress).text());
        return {path};
    }
};

} // namespace

const Writer& gmlWriter() {
    static const GmlWriter writer;
    return writer;
}

} // namespace entente
