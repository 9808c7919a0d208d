#include "core/formats/element_fields.h"
#include "core/formats/pajek.h"
#include "core/formats/pajek_times.h"
#include "core/store/replace_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace entente {

namespace {

constexpr std::size_t rowsBetweenReports = 16384;

bool isNumber(std::string_view text) {
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end && std::isfinite(number);
}

/// Text in quotation marks; Pajek has no way to write one inside.
std::string quotedLabel(std::string_view text) {
    std::string line(text);
    for (char& c : line) {
        if (c == '"') {
            c = '\'';
        } else if (static_cast<unsigned char>(c) < ' ') {
            c = ' ';
        }
    }
    return '"' + line + '"';
}

class PajekText {
public:
    PajekText(const Dossier& dossier, const Progress& progress)
        : dossier_(dossier), progress_(progress) {}

    std::string all() {
        if (!dossier_.cover().title.empty()) {
            std::string title = quotedLabel(dossier_.cover().title);
            text_ += "*Network " + title.substr(1, title.size() - 2) + "\n";
        }
        writeVertices();
        writeEdges();
        return text_;
    }

private:
    std::string_view attribute(const AttributeColumns& attributes, std::uint32_t row,
                               std::string_view name) const {
        const StringId id = dossier_.strings().find(name);
        return id == noString ? std::string_view{} : dossier_.text(attributes.value(row, id));
    }

    void tell(std::size_t row, std::size_t rows) const {
        if (row % rowsBetweenReports == 0) {
            progress_.throwIfStopped();
            progress_.tell(static_cast<double>(row) / static_cast<double>(rows));
        }
    }

    void writeVertices() {
        const VertexTable& v = dossier_.vertices();
        numbers_.resize(v.size());
        text_ += fmt::format("*Vertices {}\n", v.count());
        std::size_t number = 0;
        for (VertexIndex row = 0; row < v.size(); ++row) {
            if (v.removed(row)) {
                continue;
            }
            tell(row, v.size());
            numbers_[row] = ++number;
            text_ += fmt::format("{} {}", number, quotedLabel(dossier_.label(row)));
            writePlace(row);
            if (const auto shape = attribute(v.attributes(), row, "shape");
                std::ranges::find(pajek::shapes, shape) != pajek::shapes.end()) {
                text_ += fmt::format(" {}", shape);
            }
            if (const auto size = attribute(v.attributes(), row, "size"); isNumber(size)) {
                text_ += fmt::format(" x_fact {} y_fact {}", size, size);
            }
            writeColour(" ic", attribute(v.attributes(), row, "color"));
            writeTimes(v.period(row));
            text_ += '\n';
        }
    }

    void writePlace(VertexIndex row) {
        const AttributeColumns& attributes = dossier_.vertices().attributes();
        const auto x = attribute(attributes, row, "x");
        const auto y = attribute(attributes, row, "y");
        const auto z = attribute(attributes, row, "z");
        if (isNumber(x) && isNumber(y)) {
            text_ += fmt::format(" {} {}", x, y);
            if (isNumber(z)) {
                text_ += fmt::format(" {}", z);
            }
        }
    }

    void writeColour(std::string_view parameter, std::string_view colour) {
        constexpr std::size_t size = 7;
        if (colour.size() == size && colour.front() == '#') {
            std::string digits(colour.substr(1));
            std::ranges::transform(digits, digits.begin(), [](char c) {
                return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
            });
            text_ += fmt::format("{} RGB{}", parameter, digits);
        }
    }

    void writeTimes(const Period& period) {
        if (const std::string times = pajekTimes(period); !times.empty()) {
            text_ += " " + times;
        }
    }

    /// Relations in the order of their first edge, arcs before edges.
    void writeEdges() {
        const EdgeTable& e = dossier_.edges();
        std::map<StringId, std::size_t> relations;
        std::vector<StringId> names;
        std::vector<std::pair<std::size_t, EdgeIndex>> order; // by section
        for (EdgeIndex row = 0; row < e.size(); ++row) {
            if (isWritten(dossier_, row)) {
                const auto [found, added] = relations.emplace(e.type(row), names.size());
                if (added) {
                    names.push_back(e.type(row));
                }
                order.emplace_back(found->second * 2 + (e.directed(row) ? 0 : 1), row);
            }
        }
        std::ranges::stable_sort(order, {}, &std::pair<std::size_t, EdgeIndex>::first);
        std::size_t section = SIZE_MAX;
        for (const auto& [place, row] : order) {
            tell(row, e.size());
            if (place != section) {
                section = place;
                const std::size_t relation = place / 2;
                text_ += e.directed(row) ? "*Arcs" : "*Edges";
                if (names[relation] != noString) {
                    text_ += fmt::format(" :{} {}", relation + 1,
                                         quotedLabel(dossier_.text(names[relation])));
                }
                text_ += '\n';
            }
            writeEdge(row);
        }
    }

    void writeEdge(EdgeIndex row) {
        const EdgeTable& e = dossier_.edges();
        const float strength = std::abs(e.weight(row));
        text_ += fmt::format("{} {} {}", numbers_[e.source(row)], numbers_[e.target(row)],
                             e.polarity(row) == Polarity::Conflictual ? -strength : strength);
        if (const auto width = attribute(e.attributes(), row, "thickness"); isNumber(width)) {
            text_ += fmt::format(" w {}", width);
        }
        writeColour(" c", attribute(e.attributes(), row, "color"));
        writeTimes(e.period(row));
        text_ += '\n';
    }

    const Dossier& dossier_;
    const Progress& progress_;
    std::string text_;
    std::vector<std::size_t> numbers_;
};

/// The fields that are used and that Pajek has no place for, "kind, sector, note".
template <typename Fields>
std::string lost(const Fields& fields, std::initializer_list<std::string_view> kept) {
    std::string names;
    for (const Field& field : fields.fields()) {
        if (field.used && std::ranges::find(kept, std::string_view(field.name)) == kept.end()) {
            names += (names.empty() ? "" : ", ") + field.name;
        }
    }
    return names;
}

class PajekWriter final : public Writer {
public:
    [[nodiscard]] std::string_view name() const override { return "Pajek"; }
    [[nodiscard]] std::vector<std::string_view> extensions() const override {
        return {"net", "paj"};
    }

    [[nodiscard]] std::vector<std::string> losses(const Dossier& dossier) const override {
        std::vector<std::string> sentences = fieldLosses(dossier, "Pajek");
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
        tell("vertices", lost(VertexFields(dossier), {kinds ? "" : "kind", "id", "label", "period",
                                                      "x", "y", "z", "size", "shape", "color"}));
        tell("edges",
             lost(EdgeFields(dossier), {"source", "target", "type", "label", "role", "weight",
                                        "period", "polarity", "color", "thickness"}));
        std::size_t ids = 0;
        std::size_t labels = 0;
        std::size_t periods = 0;
        std::size_t number = 0;
        for (VertexIndex row = 0; row < v.size(); ++row) {
            if (!v.removed(row)) {
                ids += dossier.text(v.id(row)) != fmt::format("{}", ++number) ? 1 : 0;
                labels +=
                    quotedLabel(dossier.label(row)) != fmt::format("\"{}\"", dossier.label(row));
                periods += lostPeriod(v.period(row)) ? 1 : 0;
            }
        }
        std::size_t cooperative = 0;
        std::size_t negative = 0;
        for (EdgeIndex row = 0; row < dossier.edges().size(); ++row) {
            if (isWritten(dossier, row)) {
                periods += lostPeriod(dossier.edges().period(row)) ? 1 : 0;
                cooperative += dossier.edges().polarity(row) == Polarity::Cooperative ? 1 : 0;
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

    std::vector<std::filesystem::path> write(const Dossier& dossier,
                                             const std::filesystem::path& path,
                                             const Progress& progress) const override {
        replaceFile(path, PajekText(dossier, progress).all());
        return {path};
    }

private:
    static bool lostPeriod(const Period& period) {
        const auto coarser = [](const Endpoint& end) {
            return end.kind == Endpoint::Kind::Known &&
                   (end.date.month != 0 || end.date.qualifier != Date::Exact ||
                    end.date.unspecified != Date::None);
        };
        return !period.empty() &&
               (pajekTimes(period).empty() || coarser(period.begin) || coarser(period.end));
    }
};

} // namespace

const Writer& pajekWriter() {
    static const PajekWriter writer;
    return writer;
}

} // namespace entente
