#include "ui/views/table_columns.h"

#include "ui/scene/words.h"
#include "ui/views/table_column_maker.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

namespace entente::ui {

namespace {

using Row = std::uint32_t;

QString tr(const char* text) {
    return QCoreApplication::translate("Table", text);
}

/// How many edges of a kind each vertex has, or claims each source.
using Counts = std::shared_ptr<const std::vector<std::uint32_t>>;

Counts countEdges(const Dossier& dossier, EdgeKind kind, VertexKind other) {
    auto counts = std::make_shared<std::vector<std::uint32_t>>(dossier.vertices().size());
    const EdgeTable& edges = dossier.edges();
    for (EdgeIndex i = 0; i < edges.size(); ++i) {
        const VertexIndex source = edges.source(i);
        const VertexIndex target = edges.target(i);
        if (edges.removed(i) || edges.kind(i) != kind || source >= counts->size() ||
            target >= counts->size()) {
            continue;
        }
        if (kind == EdgeKind::Tie) {
            ++(*counts)[source];
            ++(*counts)[target];
        } else if (dossier.vertices().kind(target) == other) {
            ++(*counts)[source];
            ++(*counts)[target];
        }
    }
    return counts;
}

void addVertexColumns(const Dossier& dossier, Table table, TableColumnMaker& columns) {
    const VertexTable& vertices = dossier.vertices();
    const VertexTable* const v = &vertices;
    const bool actors = table == Table::Actors;
    const auto counted = [&columns](const QString& title, Counts counts) {
        columns.number(title, [counts](Row row) { return (*counts)[row]; });
    };
    TableColumn& title =
        columns.vertex(actors ? tr("Name") : tr("Title"), [](Row row) { return row; });
    title.marks = TableColumn::Marks::Element;
    title.mostWidth = 320;
    if (actors) {
        columns.word<VertexKind>(tr("Kind"), &kindWord, [v](Row row) { return v->kind(row); });
    }
    columns.string(tr("Type"), [v](Row row) { return v->type(row); }).mostWidth = 160;
    if (table == Table::Agreements) {
        columns.word<Status>(tr("Status"), &statusWord, [v](Row row) { return v->status(row); });
    }
    columns.periods([v](Row row) -> const Period& { return v->period(row); });
    if (actors) {
        counted(tr("Ties"), countEdges(dossier, EdgeKind::Tie, VertexKind::Other));
        counted(tr("Agreements"),
                countEdges(dossier, EdgeKind::Participation, VertexKind::Agreement));
        counted(tr("Events"), countEdges(dossier, EdgeKind::Participation, VertexKind::Event));
    } else {
        columns.sectors([v](Row row) { return v->sectors(row); });
        columns.word<Polarity>(tr("Polarity"), &polarityWord,
                               [v](Row row) { return v->polarity(row); });
        columns.confidence([v](Row row) { return v->confidence(row); });
        const VertexKind kind =
            table == Table::Agreements ? VertexKind::Agreement : VertexKind::Event;
        counted(tr("Participants"), countEdges(dossier, EdgeKind::Participation, kind));
    }
    columns.string(tr("Note"), [v](Row row) { return v->note(row); });
    columns.attributes(vertices.attributes(), rowsOf(dossier, table));
}

void addEdgeColumns(const Dossier& dossier, Table table, TableColumnMaker& columns) {
    const EdgeTable* const e = &dossier.edges();
    const bool ties = table == Table::Ties;
    columns
        .vertex(ties                      ? tr("From")
                : table == Table::Lineage ? tr("Later")
                                          : tr("Who"),
                [e](Row row) { return e->source(row); })
        .marks = TableColumn::Marks::Element;
    columns.string(table == Table::Participations ? tr("Role") : tr("Type"),
                   [e](Row row) { return e->type(row); });
    columns.vertex(ties                      ? tr("To")
                   : table == Table::Lineage ? tr("Earlier")
                                             : tr("In"),
                   [e](Row row) { return e->target(row); });
    columns.periods([e](Row row) -> const Period& { return e->period(row); });
    columns.sectors([e](Row row) { return e->sectors(row); });
    columns.word<Polarity>(tr("Polarity"), &polarityWord,
                           [e](Row row) { return e->polarity(row); });
    columns.confidence([e](Row row) { return e->confidence(row); });
    if (ties) {
        columns.number(tr("Weight"), [e](Row row) { return e->weight(row); });
    }
    columns.string(tr("Note"), [e](Row row) { return e->note(row); });
    columns.attributes(e->attributes(), rowsOf(dossier, table));
}

void addClaimColumns(const Dossier& dossier, TableColumnMaker& columns) {
    const Dossier* const d = &dossier;
    const std::vector<Claim>* const claims = &dossier.claims();
    columns.string(tr("Statement"), [claims](Row row) { return (*claims)[row].statement; })
        .mostWidth = 400;
    columns.add(tr("About"), [d, claims](Row row) {
        return QString::fromStdString(d->describe((*claims)[row].about));
    });
    columns.string(tr("Source"), [d, claims](Row row) {
        const SourceIndex source = (*claims)[row].source;
        return source < d->sources().size() ? d->sources()[source].title : noString;
    });
    columns.string(tr("Where"), [claims](Row row) { return (*claims)[row].locator; });
    columns.string(tr("Said by"), [claims](Row row) { return (*claims)[row].attribution; });
    columns.confidence([claims](Row row) { return (*claims)[row].confidence; });
    columns.date(tr("Date"), [claims](Row row) -> const Period& { return (*claims)[row].date; });
}

void addSourceColumns(const Dossier& dossier, TableColumnMaker& columns) {
    const std::vector<Source>* const sources = &dossier.sources();
    auto counts = std::make_shared<std::vector<std::uint32_t>>(sources->size());
    for (ClaimIndex i = 0; i < dossier.claims().size(); ++i) {
        const SourceIndex source = dossier.claims()[i].source;
        if (!dossier.claimRemoved(i) && source < counts->size()) {
            ++(*counts)[source];
        }
    }
    columns.string(tr("Title"), [sources](Row row) { return (*sources)[row].title; }).mostWidth =
        360;
    columns.string(tr("Publisher"), [sources](Row row) { return (*sources)[row].publisher; });
    columns.date(tr("Date"), [sources](Row row) -> const Period& { return (*sources)[row].date; });
    columns.number(tr("Claims"), [counts](Row row) { return (*counts)[row]; });
    columns.string(tr("Address"), [sources](Row row) { return (*sources)[row].address; });
    columns.string(tr("Note"), [sources](Row row) { return (*sources)[row].note; });
}

} // namespace

QString tableTitle(Table table) {
    switch (table) {
    case Table::Actors:
        return tr("Actors");
    case Table::Agreements:
        return tr("Agreements");
    case Table::Events:
        return tr("Events");
    case Table::Ties:
        return tr("Ties");
    case Table::Participations:
        return tr("Participations");
    case Table::Lineage:
        return tr("Lineage");
    case Table::Claims:
        return tr("Claims");
    case Table::Sources:
        return tr("Sources");
    }
    return {};
}

ElementKind elementKindOf(Table table) {
    switch (table) {
    case Table::Actors:
    case Table::Agreements:
    case Table::Events:
        return ElementKind::Vertex;
    case Table::Ties:
    case Table::Participations:
    case Table::Lineage:
        return ElementKind::Edge;
    case Table::Claims:
        return ElementKind::Claim;
    case Table::Sources:
        return ElementKind::Source;
    }
    return ElementKind::Vertex;
}

std::vector<std::uint32_t> rowsOf(const Dossier& dossier, Table table) {
    const auto belongs = [&dossier, table](Row row) {
        switch (table) {
        case Table::Actors:
            return isActor(dossier.vertices().kind(row));
        case Table::Agreements:
            return dossier.vertices().kind(row) == VertexKind::Agreement;
        case Table::Events:
            return dossier.vertices().kind(row) == VertexKind::Event;
        case Table::Ties:
            return dossier.edges().kind(row) == EdgeKind::Tie;
        case Table::Participations:
            return dossier.edges().kind(row) == EdgeKind::Participation;
        case Table::Lineage:
            return dossier.edges().kind(row) == EdgeKind::Lineage;
        case Table::Claims:
        case Table::Sources:
            return true;
        }
        return false;
    };
    const ElementKind kind = elementKindOf(table);
    const std::size_t size = kind == ElementKind::Vertex  ? dossier.vertices().size()
                             : kind == ElementKind::Edge  ? dossier.edges().size()
                             : kind == ElementKind::Claim ? dossier.claims().size()
                                                          : dossier.sources().size();
    std::vector<Row> rows;
    for (Row row = 0; row < size; ++row) {
        if (!dossier.removed({kind, row}) && belongs(row)) {
            rows.push_back(row);
        }
    }
    return rows;
}

std::vector<TableColumn> columnsOf(const Dossier& dossier, Table table) {
    TableColumnMaker columns(dossier);
    switch (elementKindOf(table)) {
    case ElementKind::Vertex:
        addVertexColumns(dossier, table, columns);
        break;
    case ElementKind::Edge:
        addEdgeColumns(dossier, table, columns);
        break;
    case ElementKind::Claim:
        addClaimColumns(dossier, columns);
        break;
    case ElementKind::Source:
        addSourceColumns(dossier, columns);
        break;
    }
    std::vector<TableColumn> made = columns.take();
    // A column of texts that are all empty says nothing.
    const std::vector<Row> rows = rowsOf(dossier, table);
    const auto saysNothing = [&rows](const TableColumn& column) {
        return column.string && std::ranges::none_of(rows, [&column](Row row) {
                   return column.string(row) != noString;
               });
    };
    made.erase(std::remove_if(made.begin() + 1, made.end(), saysNothing), made.end());
    return made;
}

} // namespace entente::ui
