#include "ui/views/table_columns.h"

#include "ui/scene/dates.h"
#include "ui/scene/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <limits>
#include <memory>

namespace entente::ui {

namespace {

using Row = std::uint32_t;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

QString tr(const char* text) {
    return QCoreApplication::translate("Table", text);
}

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString endpointText(const Endpoint& end, bool isEnd) {
    switch (end.kind) {
    case Endpoint::Kind::Known:
        return readableDate(end.date);
    case Endpoint::Kind::Unknown:
        return tr("unknown");
    case Endpoint::Kind::Open:
        return isEnd ? tr("open") : tr("always");
    case Endpoint::Kind::Absent:
        break;
    }
    return {};
}

QString endpointPlain(const Endpoint& end) {
    switch (end.kind) {
    case Endpoint::Kind::Known:
        return QString::fromStdString(toEdtf(end.date));
    case Endpoint::Kind::Open:
        return QStringLiteral("..");
    case Endpoint::Kind::Unknown:
    case Endpoint::Kind::Absent:
        break;
    }
    return {};
}

/// Open ends come after every date, unknown and missing ones after all.
double endpointNumber(const Endpoint& end, bool isEnd) {
    switch (end.kind) {
    case Endpoint::Kind::Known:
        return isEnd ? end.date.span().last : end.date.span().first;
    case Endpoint::Kind::Open:
        return isEnd ? std::numeric_limits<double>::max() : std::numeric_limits<double>::lowest();
    case Endpoint::Kind::Unknown:
    case Endpoint::Kind::Absent:
        break;
    }
    return nothing;
}

/// Makes the columns of one table of one dossier.
class Columns {
public:
    explicit Columns(const Dossier& dossier) : dossier_(dossier) {}

    TableColumn& add(const QString& title, std::function<QString(Row)> text) {
        TableColumn& column = columns_.emplace_back();
        column.title = title;
        column.text = std::move(text);
        return column;
    }

    TableColumn& string(const QString& title, std::function<StringId(Row)> id) {
        const Dossier* const dossier = &dossier_;
        TableColumn& column =
            add(title, [dossier, id](Row row) { return textOf(dossier->text(id(row))); });
        column.string = std::move(id);
        return column;
    }

    TableColumn& vertex(const QString& title, std::function<VertexIndex(Row)> of) {
        const Dossier* const dossier = &dossier_;
        TableColumn& column = add(title, [dossier, of](Row row) {
            return QString::fromStdString(dossier->describe({ElementKind::Vertex, of(row)}));
        });
        column.string = [dossier, of](Row row) {
            const VertexIndex vertex = of(row);
            return vertex < dossier->vertices().size() ? dossier->vertices().label(vertex)
                                                       : noString;
        };
        return column;
    }

    template <typename Enumeration>
    TableColumn& word(const QString& title, QString (*words)(Enumeration),
                      std::function<Enumeration(Row)> of) {
        TableColumn& column = add(title, [words, of](Row row) { return words(of(row)); });
        column.number = [of](Row row) { return static_cast<double>(of(row)); };
        column.mostWidth = 120;
        return column;
    }

    TableColumn& number(const QString& title, std::function<double(Row)> of) {
        TableColumn& column = add(title, [of](Row row) { return QLocale().toString(of(row)); });
        column.plain = [of](Row row) { return QString::number(of(row)); };
        column.number = std::move(of);
        column.alignRight = true;
        return column;
    }

    void periods(std::function<const Period&(Row)> of) {
        endpoint(tr("Begin"), of, false);
        endpoint(tr("End"), of, true);
    }

    void date(const QString& title, std::function<const Period&(Row)> of) {
        TableColumn& column = add(title, [of](Row row) { return readablePeriod(of(row)); });
        column.plain = [of](Row row) { return QString::fromStdString(toEdtf(of(row))); };
        column.number = [of](Row row) { return endpointNumber(of(row).begin, false); };
    }

    void sectors(std::function<SectorSet(Row)> of) {
        const Dossier* const dossier = &dossier_;
        TableColumn& column = add(tr("Sectors"), [dossier, of](Row row) {
            QStringList names;
            const SectorSet set = of(row);
            for (std::size_t i = 0; i < dossier->sectors().size(); ++i) {
                if ((set & sectorBit(i)) != 0) {
                    names << textOf(dossier->sectors()[i].name);
                }
            }
            return names.join(QStringLiteral(", "));
        });
        column.marks = TableColumn::Marks::Sectors;
    }

    void confidence(std::function<Confidence(Row)> of) {
        word<Confidence>(tr("Confidence"), &confidenceWord, std::move(of)).marks =
            TableColumn::Marks::Confidence;
    }

    void attributes(const AttributeColumns& attributes, const std::vector<Row>& rows) {
        for (const StringId name : attributes.names()) {
            const auto used = [&](Row row) { return attributes.value(row, name) != noString; };
            if (!std::ranges::any_of(rows, used)) {
                continue;
            }
            const AttributeColumns* const values = &attributes;
            TableColumn& column =
                string(capitalised(textOf(dossier_.text(name))),
                       [values, name](Row row) { return values->value(row, name); });
            numeric(column, rows);
        }
    }

    [[nodiscard]] std::vector<TableColumn> take() { return std::move(columns_); }

private:
    void endpoint(const QString& title, const std::function<const Period&(Row)>& of, bool isEnd) {
        const auto end = [of, isEnd](Row row) -> const Endpoint& {
            return isEnd ? of(row).end : of(row).begin;
        };
        TableColumn& column =
            add(title, [end, isEnd](Row row) { return endpointText(end(row), isEnd); });
        column.plain = [end](Row row) { return endpointPlain(end(row)); };
        column.number = [end, isEnd](Row row) { return endpointNumber(end(row), isEnd); };
        column.mostWidth = 160;
    }

    /// Makes a column of texts that all are numbers one of numbers.
    void numeric(TableColumn& column, const std::vector<Row>& rows) const {
        const auto isNumber = [&column](Row row) {
            bool number = true;
            const QString text = column.text(row);
            if (!text.isEmpty()) {
                text.toDouble(&number);
            }
            return number;
        };
        if (std::ranges::all_of(rows, isNumber)) {
            column.number = [text = column.text](Row row) {
                bool number = false;
                const double value = text(row).toDouble(&number);
                return number ? value : nothing;
            };
            column.alignRight = true;
        }
    }

    const Dossier& dossier_;
    std::vector<TableColumn> columns_;
};

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

void addVertexColumns(const Dossier& dossier, Table table, Columns& columns) {
    const VertexTable& vertices = dossier.vertices();
    const VertexTable* const v = &vertices;
    const bool actors = table == Table::Actors;
    const auto counted = [&columns](const QString& title, Counts counts) {
        columns.number(title, [counts](Row row) { return (*counts)[row]; });
    };
    columns.vertex(actors ? tr("Name") : tr("Title"), [](Row row) { return row; }).marks =
        TableColumn::Marks::Element;
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

void addEdgeColumns(const Dossier& dossier, Table table, Columns& columns) {
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

void addClaimColumns(const Dossier& dossier, Columns& columns) {
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

void addSourceColumns(const Dossier& dossier, Columns& columns) {
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
    Columns columns(dossier);
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
    return columns.take();
}

} // namespace entente::ui
