#include "core/formats/pajek_network.h"

#include "core/formats/adjacency_matrix.h"
#include "core/formats/colour_text.h"
#include "core/formats/gathered_rows.h"
#include "core/formats/pajek.h"
#include "core/formats/pajek_lines.h"
#include "core/formats/pajek_section.h"
#include "core/formats/pajek_times.h"
#include "core/formats/pajek_vertices.h"
#include "core/formats/pajek_words.h"
#include "core/formats/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <unordered_set>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;
using Words = std::vector<std::string_view>;

class PajekFile {
public:
    PajekFile(std::string_view text, const std::string& file, ImportReport& report,
              const Progress& progress)
        : lines_(text), size_(text.size()), file_(file), report_(report), progress_(progress) {}

    Dossier read() {
        std::size_t count = 0;
        while (lines_.next()) {
            if (++count % 16384 == 0) {
                progress_.throwIfStopped();
                progress_.tell(lines_.fraction() / 2);
            }
            if (lines_.line().front() == '*') {
                beginSection();
            } else {
                readLine();
            }
        }
        finishMatrix();
        if (!verticesSeen_) {
            throw FileError(fmt::format("{}, line 1: there is no line “*Vertices” with the number "
                                        "of vertices, so it is no Pajek network.",
                                        file_));
        }
        vertices_.read(nodes_, size_, file_, report_);
        useTimes();
        missing_.tell(file_, report_);
        Dossier dossier;
        dossier.setCover({title_, {}, {}, {}});
        nodes_.readNodes(file_, dossier, report_, progress_);
        edges_.readEdges(file_, dossier, report_, progress_);
        return dossier;
    }

private:
    void say(Severity severity, std::size_t line, std::string message) {
        report_.add({severity, file_, line, {}, std::move(message)});
    }

    void beginSection() {
        finishMatrix();
        const std::string_view line = lines_.line();
        const PajekSection section = pajekSection(line);
        splitPajekLine(line, words_);
        const std::string_view rest = line.substr(
            std::min(line.find_first_not_of(" \t", words_.front().size()), line.size()));
        const bool ofValues =
            section_ == PajekSection::Partition || section_ == PajekSection::Vector;
        switch (section) {
        case PajekSection::Network:
            if (verticesSeen_ || networkSeen_) {
                otherNetwork(pajekTitle(rest));
                return;
            }
            networkSeen_ = true;
            title_ = pajekTitle(rest);
            break;
        case PajekSection::Vertices:
            if (ofValues) {
                vertices_.values.back().declared = countOf(words_, 1);
                return; // their values follow
            }
            if (section_ == PajekSection::Other || skipping_) {
                return;
            }
            if (verticesSeen_) {
                otherNetwork({});
                return;
            }
            verticesSeen_ = true;
            vertices_.declared = countOf(words_, 1);
            vertices_.firstMode = words_.size() > 2 ? countOf(words_, 2) : 0;
            if (vertices_.firstMode > 0 && vertices_.firstMode >= vertices_.declared) {
                say(Severity::Repaired, lines_.number(),
                    "The first mode leaves no vertices for the second; the network was taken as "
                    "one of a single mode.");
                vertices_.firstMode = 0;
            }
            break;
        case PajekSection::Partition:
        case PajekSection::Vector:
            skipping_ = false;
            vertices_.values.push_back(
                {rest.empty()
                     ? std::string(section == PajekSection::Partition ? "partition" : "vector")
                     : std::string(rest),
                 0,
                 {}});
            break;
        case PajekSection::Other:
        case PajekSection::Unknown:
            say(Severity::Note, lines_.number(),
                fmt::format(
                    "{} is nothing that Entente reads from Pajek files; it was passed over.",
                    quotedField(line)));
            section_ = PajekSection::Other;
            return;
        default:
            if (skipping_) {
                return;
            }
            readRelation(rest);
            break;
        }
        section_ = section;
    }

    void otherNetwork(std::string_view name) {
        skipping_ = true;
        section_ = PajekSection::Other;
        say(Severity::Note, lines_.number(),
            fmt::format("The file holds another network{}{}, which was not read: put it into a "
                        "file of its own.",
                        name.empty() ? "" : " ", name.empty() ? "" : quotedField(name)));
    }

    std::size_t countOf(const Words& words, std::size_t place) {
        const PajekCount count =
            pajekCount(place < words.size() ? words[place] : std::string_view{});
        if (!count.fault.empty()) {
            say(Severity::Repaired, lines_.number(), count.fault);
        }
        return count.count;
    }

    /// `:2 "supplies"` after `*Arcs`.
    void readRelation(std::string_view text) {
        role_ = {};
        if (text.starts_with(':')) {
            text.remove_prefix(1);
            text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
            const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
            const std::string_view number = text.substr(0, end);
            text.remove_prefix(end);
            splitPajekLine(text, words_);
            text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
            role_ = words_.empty() ? number : words_.size() == 1 ? words_.front() : text;
        }
    }

    void readLine() {
        switch (section_) {
        case PajekSection::Vertices:
            vertices_.lines.push_back({lines_.number(), lines_.line()});
            break;
        case PajekSection::Arcs:
        case PajekSection::Edges:
            readTie();
            break;
        case PajekSection::ArcsList:
        case PajekSection::EdgesList:
            readList();
            break;
        case PajekSection::Matrix:
            readMatrixLine();
            break;
        case PajekSection::Partition:
        case PajekSection::Vector:
            splitPajekLine(lines_.line(), words_);
            vertices_.values.back().values.push_back(words_.front());
            break;
        case PajekSection::Other:
            break;
        default:
            say(Severity::Refused, lines_.number(),
                fmt::format("{} stands before any “*Vertices”; the line was not taken.",
                            quotedField(lines_.line())));
        }
    }

    bool beginTie(std::string_view first, std::string_view second, bool directed) {
        const auto source = pajekNumber(first);
        const auto target = pajekNumber(second);
        if (!source || !target) {
            say(Severity::Refused, lines_.number(),
                fmt::format("{} is no number of a vertex; the tie was not taken.",
                            quotedField(source ? second : first)));
            return false;
        }
        edges_.beginRow(lines_.number());
        edges_.set(source_, pajekId(first, *source, edges_));
        edges_.set(target_, pajekId(second, *target, edges_));
        edges_.set(type_, directed ? "Directed" : "Undirected");
        if (!role_.empty()) {
            edges_.set("role", role_);
        }
        return true;
    }

    void readTie() {
        splitPajekLine(lines_.line(), words_);
        // Relations may be told by line, too: `2: 1 4`.
        if (words_.front().size() > 1 && words_.front().ends_with(':')) {
            role_ = words_.front().substr(0, words_.front().size() - 1);
            words_.erase(words_.begin());
        }
        if (words_.size() < 2) {
            say(Severity::Refused, lines_.number(),
                fmt::format("{} names no two vertices; the line was not taken.",
                            quotedField(lines_.line())));
            return;
        }
        if (!beginTie(words_[0], words_[1], section_ == PajekSection::Arcs)) {
            return;
        }
        std::size_t at = 2;
        if (at < words_.size() && words_[at].front() != '[' && isPajekNumber(words_[at])) {
            edges_.set(weight_, words_[at++]);
        }
        while (at < words_.size()) {
            if (words_[at].starts_with('[')) {
                edges_.set("time", words_[at++]);
            } else if (at + 1 < words_.size() && !words_[at + 1].starts_with('[')) {
                readTieParameter(words_[at], words_[at + 1]);
                at += 2;
            } else {
                say(Severity::Repaired, lines_.number(),
                    fmt::format("{} at the end is not understood; it was left out.",
                                quotedField(words_[at++])));
            }
        }
    }

    void readTieParameter(std::string_view name, std::string_view value) {
        if (name == "c") {
            edges_.set("color", pajekColour(value, edges_));
        } else if (name == "w") {
            edges_.set("thickness", value);
        } else if (name == "l") {
            edges_.set("label", value);
            if (role_.empty()) {
                edges_.set("role", value); // it says what the line means where no relation does
            }
        } else {
            edges_.set(name, value);
        }
    }

    void readList() {
        splitPajekLine(lines_.line(), words_);
        if (words_.size() < 2) {
            say(Severity::Refused, lines_.number(),
                fmt::format("{} names no two vertices; the line was not taken.",
                            quotedField(lines_.line())));
        }
        for (std::size_t i = 1; i < words_.size(); ++i) {
            beginTie(words_[0], words_[i], section_ == PajekSection::ArcsList);
        }
    }

    void readMatrixLine() {
        splitPajekLine(lines_.line(), words_);
        if (matrixColumns_ == 0) {
            matrixColumns_ = vertices_.firstMode > 0  ? vertices_.declared - vertices_.firstMode
                             : vertices_.declared > 0 ? vertices_.declared
                                                      : words_.size();
            matrixRows_ = vertices_.firstMode > 0 ? vertices_.firstMode : matrixColumns_;
            matrixLine_ = lines_.number();
        }
        for (const std::string_view word : words_) {
            const std::size_t row = matrixAt_ / matrixColumns_;
            if (row >= matrixRows_) {
                say(Severity::Refused, lines_.number(),
                    fmt::format("The matrix has more than {} × {} numbers; those beyond were not "
                                "taken.",
                                matrixRows_, matrixColumns_));
                return;
            }
            if (!matrix_.add(row, vertices_.firstMode + matrixAt_ % matrixColumns_, word,
                             lines_.number(), missing_)) {
                say(Severity::Refused, lines_.number(),
                    fmt::format("{}; the tie was not taken.", noNumber(word)));
            }
            ++matrixAt_;
        }
    }

    void finishMatrix() {
        if (matrixAt_ == 0) {
            return;
        }
        if (matrixAt_ < matrixRows_ * matrixColumns_) {
            say(Severity::Repaired, matrixLine_,
                fmt::format("The matrix has {} numbers where {} × {} were expected; the others "
                            "were taken as 0.",
                            matrixAt_, matrixRows_, matrixColumns_));
        }
        const auto id = [this](std::size_t place) {
            return edges_.keep(fmt::format("{}", place + 1));
        };
        matrix_.settle(missing_);
        matrix_.addTo(edges_, id, id, vertices_.firstMode == 0 && matrix_.symmetric(), role_);
        matrix_ = {};
        matrixAt_ = 0;
        matrixColumns_ = 0;
    }

    void useTimes();

    PajekLines lines_;
    std::size_t size_;
    const std::string& file_;
    ImportReport& report_;
    const Progress& progress_;
    PajekSection section_ = PajekSection::Unknown;
    bool networkSeen_ = false;
    bool verticesSeen_ = false;
    bool skipping_ = false; ///< in another network
    std::string title_;
    PajekVertices vertices_;
    std::string_view role_;
    Words words_;
    GatheredRows nodes_;
    GatheredRows edges_;
    std::size_t source_ = edges_.column("source");
    std::size_t target_ = edges_.column("target");
    std::size_t type_ = edges_.column("type");
    std::size_t weight_ = edges_.column("weight");
    AdjacencyMatrix matrix_;
    MissingCells missing_;
    std::size_t matrixAt_ = 0;
    std::size_t matrixColumns_ = 0;
    std::size_t matrixRows_ = 0;
    std::size_t matrixLine_ = 0;
};

void PajekFile::useTimes() {
    const bool years = std::ranges::all_of(
        std::array<const GatheredRows*, 2>{&nodes_, &edges_}, [](const GatheredRows* rows) {
            const std::size_t time = rows->find("time");
            return time == GatheredRows::none || rows->all(time, [](std::string_view text) {
                return !isPajekTimes(text) || pajekYears(text);
            });
        });
    if (!years) {
        say(Severity::Note, 0,
            fmt::format("Times are not all years from {} to {}; they were kept as an attribute "
                        "“time”.",
                        pajek::firstYear, pajek::lastYear));
        return;
    }
    std::size_t strange = 0;
    for (GatheredRows* const rows : {&nodes_, &edges_}) {
        if (const std::size_t time = rows->find("time"); time != GatheredRows::none) {
            rows->split(time, "timeset", [&](std::string_view text) {
                auto period = pajekYears(text);
                strange += period ? 0 : 1;
                return period ? std::optional(rows->keep(std::move(*period))) : std::nullopt;
            });
        }
    }
    if (strange > 0) {
        say(Severity::Note, 0,
            fmt::format("Times that are not understood: {}. They were kept as an attribute "
                        "“time”.",
                        strange));
    }
}

} // namespace

Dossier readPajek(std::string_view text, const std::string& file, ImportReport& report,
                  const Progress& progress) {
    return PajekFile(text, file, report, progress).read();
}

} // namespace entente
