#include "core/formats/gexf.h"
#include "core/formats/gexf_periods.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

constexpr std::uint32_t rowsBetweenReports = 16384;

constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
    "xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n";

/// The cover's date if it is one day, as GEXF wants it.
std::string modifiedDate(const Cover& cover) {
    const Date& date = cover.asOf.begin.date;
    const bool day = cover.asOf.single() && cover.asOf.begin.kind == Endpoint::Kind::Known &&
                     date.day != 0 && date.qualifier == Date::Exact && date.year > 0;
    return day ? toEdtf(cover.asOf) : std::string();
}

/// Writes one dossier.
class GexfDocument {
public:
    GexfDocument(const Dossier& dossier, XmlOutput& out, const Progress& progress)
        : dossier_(dossier), out_(out), progress_(progress), vertexFields_(dossier),
          edgeFields_(dossier), nodes_(dossier, vertexFields_.fields(), false),
          edges_(dossier, edgeFields_.fields(), true), format_(timeFormat()), periods_(format_) {
        nodes_.settle(format_);
        edges_.settle(format_);
        moments_ = onlyMoments();
        nodes_.setMoments(moments_);
        edges_.setMoments(moments_);
    }

    void write() {
        out_.raw(head);
        writeMeta();
        std::size_t edges = 0;
        std::size_t undirected = 0;
        for (EdgeIndex row = 0; row < dossier_.edges().size(); ++row) {
            if (isWritten(dossier_, row)) {
                ++edges;
                undirected += dossier_.edges().directed(row) ? 0 : 1;
            }
        }
        undirected_ = undirected * 2 > edges;
        out_.raw("  <graph").attribute("defaultedgetype", undirected_ ? "undirected" : "directed");
        out_.attribute("mode", format_ == GexfTimeFormat::Static ? "static" : "dynamic");
        if (format_ != GexfTimeFormat::Static) {
            out_.attribute("timeformat", formatWord());
            out_.attribute("timerepresentation", moments_ ? "timestamp" : "interval");
        }
        out_.raw(">").endLine();
        nodes_.writeDeclarations(out_, nodesNeedPeriods());
        edges_.writeDeclarations(out_, edgesNeedPeriods());
        out_.raw("    <nodes").attribute("count", count(dossier_.vertices().count()));
        out_.raw(">").endLine();
        writeNodes();
        out_.raw("    </nodes>").endLine();
        out_.raw("    <edges").attribute("count", count(edges)).raw(">").endLine();
        writeEdges();
        out_.raw("    </edges>\n  </graph>\n</gexf>").endLine();
    }

private:
    static std::string count(std::size_t number) { return fmt::format("{}", number); }

    GexfTimeFormat timeFormat() const {
        GexfTimes times;
        for (VertexIndex row = 0; row < dossier_.vertices().size(); ++row) {
            const Period& period = dossier_.vertices().period(row);
            if (!dossier_.vertices().removed(row) && !period.empty()) {
                times.add(period);
            }
        }
        for (EdgeIndex row = 0; row < dossier_.edges().size(); ++row) {
            const Period& period = dossier_.edges().period(row);
            if (isWritten(dossier_, row) && !period.empty()) {
                times.add(period);
            }
        }
        nodes_.addTimes(times);
        edges_.addTimes(times);
        return times.format();
    }

    [[nodiscard]] std::string_view formatWord() const {
        return format_ == GexfTimeFormat::Integer  ? "integer"
               : format_ == GexfTimeFormat::Double ? "double"
               : format_ == GexfTimeFormat::Date   ? "date"
                                                   : "dateTime";
    }

    /// Whether all spans that will be written are moments: a file has spans or moments, not both.
    bool onlyMoments() {
        if (format_ == GexfTimeFormat::Static) {
            return false;
        }
        const auto moment = [this](const Period& period) {
            const GexfSpan& span = periods_.of(toEdtf(period)).span;
            return span.empty() || span.single();
        };
        for (VertexIndex row = 0; row < dossier_.vertices().size(); ++row) {
            if (!dossier_.vertices().removed(row) && !moment(dossier_.vertices().period(row)) &&
                !nodes_.hasSpells(vertexFields_.row(row))) {
                return false;
            }
        }
        for (EdgeIndex row = 0; row < dossier_.edges().size(); ++row) {
            if (isWritten(dossier_, row) && !moment(dossier_.edges().period(row))) {
                return false;
            }
        }
        return nodes_.onlyMoments() && edges_.onlyMoments();
    }

    bool needsEdtf(const Period& period) {
        return !period.empty() && !periods_.of(toEdtf(period)).exact;
    }

    bool nodesNeedPeriods() {
        for (VertexIndex row = 0; row < dossier_.vertices().size(); ++row) {
            if (!dossier_.vertices().removed(row) && needsEdtf(dossier_.vertices().period(row))) {
                return true;
            }
        }
        return false;
    }

    bool edgesNeedPeriods() {
        for (EdgeIndex row = 0; row < dossier_.edges().size(); ++row) {
            if (isWritten(dossier_, row) && needsEdtf(dossier_.edges().period(row))) {
                return true;
            }
        }
        return false;
    }

    void writeMeta() {
        const Cover& cover = dossier_.cover();
        out_.raw("  <meta");
        if (const std::string date = modifiedDate(cover); !date.empty()) {
            out_.attribute("lastmodifieddate", date);
        }
        out_.raw(">\n    <creator>Entente</creator>").endLine();
        if (!cover.title.empty()) {
            out_.raw("    <title>").text(cover.title).raw("</title>").endLine();
        }
        if (!cover.description.empty()) {
            out_.raw("    <description>").text(cover.description).raw("</description>").endLine();
        }
        out_.raw("  </meta>").endLine();
    }

    /// Gives the period in EDTF where the span does not say it.
    std::string_view writePeriod(std::string_view edtf) {
        if (edtf.empty()) {
            return {};
        }
        const GexfPeriods::Written& written = periods_.of(edtf);
        nodes_.writeSpan(out_, written.span);
        return written.exact ? std::string_view{} : edtf;
    }

    void tell(std::uint32_t row, std::size_t before) const {
        if (row % rowsBetweenReports == 0) {
            progress_.throwIfStopped();
            const std::size_t all = dossier_.vertices().size() + dossier_.edges().size();
            progress_.tell(static_cast<double>(before + row) /
                           static_cast<double>(std::max<std::size_t>(all, 1)));
        }
    }

    void writeNodes() {
        const std::size_t period = vertexFields_.place("period");
        for (VertexIndex row = 0; row < dossier_.vertices().size(); ++row) {
            tell(row, 0);
            if (dossier_.vertices().removed(row)) {
                continue;
            }
            const GexfFields::Row& values = vertexFields_.row(row);
            out_.raw("      <node").attribute("id", values[0]).attribute("label", values[1]);
            const std::string_view edtf =
                nodes_.hasSpells(values) ? std::string_view{} : writePeriod(values[period]);
            out_.raw(nodes_.write(out_, values, edtf) ? "      </node>" : "/>").endLine();
        }
    }

    void writeEdges() {
        const std::size_t weight = edgeFields_.place("weight");
        const std::size_t period = edgeFields_.place("period");
        for (EdgeIndex row = 0; row < dossier_.edges().size(); ++row) {
            tell(row, dossier_.vertices().size());
            if (!isWritten(dossier_, row)) {
                continue;
            }
            const GexfFields::Row& values = edgeFields_.row(row);
            out_.raw("      <edge");
            if (!values[3].empty()) {
                out_.attribute("id", values[3]);
            }
            out_.attribute("source", values[0]).attribute("target", values[1]);
            if (dossier_.edges().directed(row) == undirected_) {
                out_.attribute("type", undirected_ ? "directed" : "undirected");
            }
            const GexfFields::Meaning meaning = edges_.meaningOf(row, values);
            if (!meaning.label.empty()) {
                out_.attribute("label", meaning.label);
            }
            if (!meaning.kind.empty()) {
                out_.attribute("kind", meaning.kind);
            }
            if (values[weight] != "1" || edges_.weightChanges(values)) {
                out_.attribute("weight", values[weight]);
            }
            const std::string_view edtf = writePeriod(values[period]);
            out_.raw(edges_.write(out_, values, edtf, meaning.labelled) ? "      </edge>" : "/>")
                .endLine();
        }
    }

    const Dossier& dossier_;
    XmlOutput& out_;
    const Progress& progress_;
    VertexFields vertexFields_;
    EdgeFields edgeFields_;
    GexfFields nodes_;
    GexfFields edges_;
    GexfTimeFormat format_;
    GexfPeriods periods_;
    bool moments_ = false; ///< rather than spans
    bool undirected_ = false;
};

class GexfWriter : public Writer {
public:
    [[nodiscard]] std::string_view name() const override { return "GEXF"; }

    [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"gexf"}; }

    [[nodiscard]] std::vector<std::string> losses(const Dossier& dossier) const override {
        std::vector<std::string> sentences = fieldLosses(dossier, name());
        const Cover& cover = dossier.cover();
        if (!cover.asOf.empty() && modifiedDate(cover).empty()) {
            sentences.emplace_back(
                "GEXF can hold the dossier's date only if it is one day; it will "
                "be missing.");
        }
        if (!cover.language.empty()) {
            sentences.emplace_back("GEXF cannot hold the dossier's language.");
        }
        std::ranges::move(xmlLosses(dossier, name()), std::back_inserter(sentences));
        return sentences;
    }

    std::vector<std::filesystem::path> write(const Dossier& dossier,
                                             const std::filesystem::path& path,
                                             const Progress& progress) const override {
        writeXml(path, [&](XmlOutput& out) { GexfDocument(dossier, out, progress).write(); });
        return {path};
    }
};

} // namespace

const Writer& gexfWriter() {
    static const GexfWriter writer;
    return writer;
}

} // namespace entente
