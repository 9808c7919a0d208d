#include "core/formats/mapped_rows.h"

#include "core/formats/edge_rows.h"
#include "core/formats/mapped_columns.h"
#include "core/formats/node_rows.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <unordered_map>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;
using Fields = MappedColumns::Fields;

/// Adds claims and their sources, each source once.
class Citations {
public:
    explicit Citations(Dossier& dossier) : dossier_(dossier) {}

    void cite(ElementRef element, std::string_view text, StringId note) {
        if (text.empty() || element.index == noIndex) {
            return;
        }
        const auto [known, isNew] = sources_.try_emplace(std::string(text), noIndex);
        if (isNew) {
            known->second = addSource(text);
        }
        Claim claim;
        claim.about = element;
        claim.statement = note != noString ? note : dossier_.intern(dossier_.describe(element));
        claim.source = known->second;
        dossier_.add(claim);
    }

private:
    SourceIndex addSource(std::string_view text) {
        std::size_t number = dossier_.sources().size() + 1;
        while (dossier_.findSource(fmt::format("source-{}", number)) != noIndex) {
            ++number;
        }
        Source source;
        source.id = dossier_.intern(fmt::format("source-{}", number));
        source.title = dossier_.intern(text);
        if (text.starts_with("http://") || text.starts_with("https://")) {
            source.address = source.title;
        }
        return dossier_.add(source);
    }

    Dossier& dossier_;
    std::unordered_map<std::string, SourceIndex> sources_;
};

/// Joins parties to the agreement or event of their row.
class Parties {
public:
    Parties(const MappedTable& table, const Mapping& mapping, Dossier& dossier,
            ImportReport& report)
        : header_(table.raw->file, {"Source", "Target", "Kind"}), report_(report),
          rows_(header_, dossier, report), wanted_(mapping.rows == RowTarget::Agreements) {}

    /// False where there are none, which the report then says.
    bool join(const std::vector<std::string>& parties, std::string_view id, std::size_t line,
              const std::string& title) {
        if (parties.empty()) {
            report_.add({wanted_ ? Severity::Refused : Severity::Note, header_.file(), line, title,
                         wanted_ ? "The row names no party; it was not taken."
                                 : "The row names no participant."});
            return !wanted_;
        }
        const std::size_t before = report_.rowsRead;
        for (const std::string& party : parties) {
            rows_.read(std::array<std::string_view, 3>{party, id, "participation"}, line);
        }
        report_.rowsRead = before;
        return true;
    }

private:
    TableHeader header_;
    ImportReport& report_;
    EdgeRows rows_;
    bool wanted_;
};

void setKindOfActors(Dossier& dossier, VertexIndex first, const std::string& word) {
    const auto kind = parseVertexKind(word);
    for (VertexIndex i = first; kind && i < dossier.vertices().size(); ++i) {
        if (dossier.vertices().kind(i) == VertexKind::Other) {
            Vertex vertex = dossier.vertices().row(i);
            vertex.kind = *kind;
            dossier.replaceVertex(i, vertex);
        }
    }
}

} // namespace

void readMapped(const MappedTable& table, const Mapping& mapping, Dossier& dossier,
                ImportReport& report, const Progress& progress,
                const std::function<bool(const MappedRow&)>& each) {
    const auto firstVertex = static_cast<VertexIndex>(dossier.vertices().size());
    MappedColumns columns(table, mapping, report);
    const TableHeader header = columns.header(table.raw->file);
    const bool ties = mapping.rows == RowTarget::Ties;
    const bool joined = mapping.rows == RowTarget::Agreements || mapping.rows == RowTarget::Events;
    // Made before there are nodes: parties that no table names are nothing to note.
    std::optional<Parties> parties;
    if (joined) {
        parties.emplace(table, mapping, dossier, report);
    }
    std::optional<EdgeRows> edges;
    std::optional<NodeRows> nodes;
    if (ties) {
        edges.emplace(header, dossier, report);
    } else {
        nodes.emplace(header, dossier, report);
    }
    Citations citations(dossier);

    const auto take = [&](const Fields& row, std::size_t line) -> ElementRef {
        const Fields& fields = columns.convert(row, line);
        if (ties) {
            const EdgeIndex edge = edges->read(fields, line);
            const ElementRef element{ElementKind::Edge, edge};
            citations.cite(element, columns.citation(row),
                           edge == noIndex ? noString : dossier.edges().note(edge));
            return element;
        }
        std::vector<std::string> names;
        if (joined) {
            names = columns.parties(row);
            const VertexIndex known = dossier.findVertex(columns.id());
            // A row for each party of the same agreement.
            if (known != noIndex && known >= firstVertex &&
                !isActor(dossier.vertices().kind(known))) {
                if (!parties->join(names, columns.id(), line, columns.partyTitle())) {
                    return {};
                }
                ++report.rowsRead;
                return {ElementKind::Vertex, known};
            }
            if (names.empty() && mapping.rows == RowTarget::Agreements) {
                parties->join(names, columns.id(), line, columns.partyTitle());
                return {};
            }
        }
        const ElementRef element{ElementKind::Vertex, nodes->read(fields, line)};
        if (joined && element.index != noIndex) {
            parties->join(names, columns.id(), line, columns.partyTitle());
        }
        citations.cite(element, columns.citation(row),
                       element.index == noIndex ? noString
                                                : dossier.vertices().note(element.index));
        return element;
    };

    constexpr std::size_t rowsBetweenReports = 16384;
    std::size_t count = 0;
    for (DelimitedText rows = table.rows(mapping.skip); rows.next();) {
        if (++count % rowsBetweenReports == 0) {
            progress.throwIfStopped();
            progress.tell(rows.fraction());
        }
        const ElementRef element = take(rows.fields(), rows.line());
        if (each && !each({rows.line(), element})) {
            break;
        }
    }
    if (edges) {
        edges->sum();
    }
    if (nodes) {
        nodes->sum();
    }
    setKindOfActors(dossier, firstVertex, mapping.actors);
}

} // namespace entente
