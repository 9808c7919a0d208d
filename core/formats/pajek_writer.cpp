#include "core/formats/element_fields.h"
#include "core/formats/pajek.h"
#include "core/formats/pajek_losses.h"
#include "core/formats/pajek_times.h"
#include "core/formats/pajek_words.h"
#include "core/formats/time_set.h"
#include "core/store/replace_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <climits>
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

class PajekText {
public:
    PajekText(const Dossier& dossier, const Progress& progress)
        : dossier_(dossier), progress_(progress),
          vertexParameters_(pajekParameters(dossier, ElementKind::Vertex)),
          lineParameters_(pajekParameters(dossier, ElementKind::Edge)) {}

    std::string all() {
        if (!dossier_.cover().title.empty()) {
            std::string title = quotedPajekLabel(dossier_.cover().title);
            text_ += "*Network " + title.substr(1, title.size() - 2) + "\n";
        }
        writeVertices();
        writeEdges();
        return text_;
    }

private:
    std::string_view attribute(const AttributeColumns& attributes, std::uint32_t row,
                               StringId name) const {
        return dossier_.text(attributes.value(row, name));
    }

    void tell(std::size_t row, std::size_t rows) const {
        if (row % rowsBetweenReports == 0) {
            progress_.throwIfStopped();
            progress_.tell(static_cast<double>(row) / static_cast<double>(rows));
        }
    }

    void writeVertices() {
        const VertexTable& v = dossier_.vertices();
        numbers_ = pajekNumbers(dossier_);
        text_ += fmt::format("*Vertices {}", v.count());
        if (const std::size_t firstMode = pajekFirstMode(dossier_)) {
            text_ += fmt::format(" {}", firstMode);
        }
        text_ += '\n';
        std::vector<VertexIndex> order(v.count());
        for (VertexIndex row = 0; row < v.size(); ++row) {
            if (!v.removed(row)) {
                order[numbers_[row] - 1] = row;
            }
        }
        for (const VertexIndex row : order) {
            tell(row, v.size());
            text_ += fmt::format("{} {}", numbers_[row], quotedPajekLabel(dossier_.label(row)));
            writePlace(row);
            if (const auto shape = attribute(v.attributes(), row, shape_); isPajekShape(shape)) {
                text_ += fmt::format(" {}", shape);
            }
            if (const auto size = attribute(v.attributes(), row, size_); isNumber(size)) {
                text_ += fmt::format(" x_fact {}", size);
                if (attribute(v.attributes(), row, height_).empty() &&
                    attribute(v.attributes(), row, width_) != size) {
                    text_ += fmt::format(" y_fact {}", size);
                }
            }
            writeColour(" ic", attribute(v.attributes(), row, colour_));
            writeParameters(v.attributes(), row, vertexParameters_);
            const std::string set = pajekTimes(attribute(v.attributes(), row, timeSet_));
            writeTimes(set.empty() || !saysPeriod(set, v.period(row)) ? pajekTimes(v.period(row))
                                                                      : set,
                       v.attributes(), row);
            text_ += '\n';
        }
    }

    /// Whether times that were kept beside a vertex's period are still those that it came of.
    static bool saysPeriod(const std::string& times, const Period& period) {
        std::vector<Period> periods;
        return parseTimeSet(pajekYears(times).value_or(""), periods) && periodOf(periods) == period;
    }

    void writePlace(VertexIndex row) {
        const AttributeColumns& attributes = dossier_.vertices().attributes();
        const auto x = attribute(attributes, row, x_);
        const auto y = attribute(attributes, row, y_);
        const auto z = attribute(attributes, row, z_);
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
        } else if (const auto word = pajekWord(colour)) {
            text_ += fmt::format("{} {}", parameter, *word);
        }
    }

    void writeParameters(const AttributeColumns& attributes, std::uint32_t row,
                         const PajekParameters& parameters) {
        for (const auto& [name, id] : parameters) {
            if (const auto value = pajekWord(dossier_.text(attributes.value(row, id)))) {
                text_ += fmt::format(" {} {}", name, *value);
            }
        }
    }

    /// The times, or the attribute that readers make of times that are no years.
    void writeTimes(std::string_view times, const AttributeColumns& attributes, std::uint32_t row) {
        if (times.empty()) {
            times = pajekTimeAttribute(attribute(attributes, row, time_)).value_or("");
        }
        if (!times.empty()) {
            text_ += fmt::format(" {}", times);
        }
    }

    /// The relation of an edge; none where its type is but the label of its line.
    [[nodiscard]] StringId relationOf(EdgeIndex row) const {
        const StringId type = dossier_.edges().type(row);
        return lineLabel(row) == dossier_.text(type) ? noString : type;
    }

    [[nodiscard]] std::string_view lineLabel(EdgeIndex row) const {
        return attribute(dossier_.edges().attributes(), row, label_);
    }

    /// Relations in the order of their first edge, arcs before edges.
    void writeEdges() {
        const EdgeTable& e = dossier_.edges();
        std::map<StringId, std::size_t> relations;
        std::vector<std::pair<std::size_t, EdgeIndex>> order; // by section
        for (EdgeIndex row = 0; row < e.size(); ++row) {
            if (isWritten(dossier_, row)) {
                const auto [found, added] = relations.emplace(relationOf(row), relations.size());
                order.emplace_back(found->second * 2 + (e.directed(row) ? 0 : 1), row);
            }
        }
        std::ranges::stable_sort(order, {}, &std::pair<std::size_t, EdgeIndex>::first);
        std::size_t section = SIZE_MAX;
        std::map<StringId, std::size_t> numbers; // of the relations that have a name
        for (const auto& [place, row] : order) {
            tell(row, e.size());
            if (place != section) {
                section = place;
                lastLine_.clear();
                text_ += e.directed(row) ? "*Arcs" : "*Edges";
                if (const StringId name = relationOf(row); name != noString) {
                    const auto number = numbers.emplace(name, numbers.size() + 1).first->second;
                    text_ += fmt::format(" :{} {}", number, quotedPajekLabel(dossier_.text(name)));
                }
                text_ += '\n';
            }
            writeEdge(row);
        }
    }

    void writeEdge(EdgeIndex row) {
        const EdgeTable& e = dossier_.edges();
        const std::size_t begin = text_.size();
        const float strength = std::abs(e.weight(row));
        text_ += fmt::format("{} {} {}", numbers_[e.source(row)], numbers_[e.target(row)],
                             e.polarity(row) == Polarity::Conflictual ? -strength : strength);
        if (const auto label = lineLabel(row); !label.empty()) {
            text_ += fmt::format(" l {}", quotedPajekLabel(label));
        }
        if (const auto width = attribute(e.attributes(), row, thickness_); isNumber(width)) {
            text_ += fmt::format(" w {}", width);
        }
        writeColour(" c", attribute(e.attributes(), row, colour_));
        writeParameters(e.attributes(), row, lineParameters_);
        const Period& period = e.period(row);
        const std::string times = pajekTimes(period);
        std::string line = text_.substr(begin);
        // Readers make a tie of each period of a line: these come back as the one line they were.
        if (!times.empty() && line == lastLine_ && lastEnd_ < period.begin.date.year &&
            period.begin.kind == Endpoint::Kind::Known) {
            text_.resize(begin - 1);
            text_.replace(text_.size() - lastTimes_.size(), lastTimes_.size(),
                          joinedPajekTimes(lastTimes_, times));
            lastTimes_ = joinedPajekTimes(lastTimes_, times);
        } else {
            writeTimes(times, e.attributes(), row);
            lastTimes_ = times;
        }
        text_ += '\n';
        lastLine_ = std::move(line);
        lastEnd_ = times.empty() || period.end.kind == Endpoint::Kind::Open ? INT_MAX
                   : period.end.kind == Endpoint::Kind::Known               ? period.end.date.year
                                                              : period.begin.date.year;
    }

    const Dossier& dossier_;
    const Progress& progress_;
    const StringId x_ = dossier_.strings().find("x");
    const StringId y_ = dossier_.strings().find("y");
    const StringId z_ = dossier_.strings().find("z");
    const StringId shape_ = dossier_.strings().find("shape");
    const StringId size_ = dossier_.strings().find("size");
    const StringId height_ = dossier_.strings().find("y_fact");
    const StringId width_ = dossier_.strings().find("x_fact"); ///< where there is no height
    const StringId colour_ = dossier_.strings().find("color");
    const StringId timeSet_ = dossier_.strings().find("timeset");
    const StringId time_ = dossier_.strings().find("time");
    const StringId thickness_ = dossier_.strings().find("thickness");
    const StringId label_ = dossier_.strings().find("label");
    PajekParameters vertexParameters_;
    PajekParameters lineParameters_;
    std::string text_;
    std::vector<std::size_t> numbers_;
    std::string lastLine_;  ///< of an edge, without its times
    std::string lastTimes_; ///< of the same line
    int lastEnd_ = INT_MAX; ///< the year that they end in
};

class PajekWriter final : public Writer {
public:
    [[nodiscard]] std::string_view name() const override { return "Pajek"; }
    [[nodiscard]] std::vector<std::string_view> extensions() const override {
        return {"net", "paj"};
    }

    [[nodiscard]] std::vector<std::string> losses(const Dossier& dossier) const override {
        return pajekLosses(dossier);
    }
    std::vector<std::filesystem::path> write(const Dossier& dossier,
                                             const std::filesystem::path& path,
                                             const Progress& progress) const override {
        replaceFile(path, PajekText(dossier, progress).all());
        return {path};
    }
};

} // namespace

const Writer& pajekWriter() {
    static const PajekWriter writer;
    return writer;
}

} // namespace entente
