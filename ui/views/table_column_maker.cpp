#include "ui/views/table_column_maker.h"

#include "ui/scene/dates.h"
#include "ui/scene/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::ui {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr int dateWidth = 160;

QString tr(const char* text) {
    return QCoreApplication::translate("Table", text);
}

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString numberText(const QLocale& locale, double number) {
    constexpr double exact = 1e15;
    return std::floor(number) == number && std::abs(number) < exact
               ? locale.toString(static_cast<qlonglong>(number))
               : locale.toString(number, 'g', 6);
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

/// Makes a column of texts that all are numbers one of numbers.
void makeNumeric(TableColumn& column, const Dossier& dossier,
                 const std::vector<std::uint32_t>& rows) {
    const auto number = [&dossier, value = column.string](std::uint32_t row) {
        return numberIn(dossier.text(value(row)));
    };
    if (!std::ranges::all_of(rows, [&](std::uint32_t row) {
            return column.string(row) == noString || number(row);
        })) {
        return;
    }
    column.number = [number](std::uint32_t row) { return number(row).value_or(nothing); };
    column.alignRight = true;
}

} // namespace

TableColumn& TableColumnMaker::add(const QString& title, std::function<QString(Row)> text) {
    TableColumn& column = columns_.emplace_back();
    column.title = title;
    column.text = std::move(text);
    return column;
}

TableColumn& TableColumnMaker::string(const QString& title, std::function<StringId(Row)> id) {
    const Dossier* const dossier = &dossier_;
    TableColumn& column =
        add(title, [dossier, id](Row row) { return textOf(dossier->text(id(row))); });
    column.string = std::move(id);
    return column;
}

TableColumn& TableColumnMaker::vertex(const QString& title, std::function<VertexIndex(Row)> of) {
    const Dossier* const dossier = &dossier_;
    TableColumn& column = add(title, [dossier, of](Row row) {
        return QString::fromStdString(dossier->describe({ElementKind::Vertex, of(row)}));
    });
    column.string = [dossier, of](Row row) {
        const VertexIndex vertex = of(row);
        return vertex < dossier->vertices().size() ? dossier->vertices().label(vertex) : noString;
    };
    return column;
}

TableColumn& TableColumnMaker::number(const QString& title, std::function<double(Row)> of) {
    TableColumn& column = add(title, [of](Row row) { return numberText(QLocale(), of(row)); });
    column.plain = [of](Row row) {
        QLocale plain = QLocale::c();
        plain.setNumberOptions(QLocale::OmitGroupSeparator);
        return numberText(plain, of(row));
    };
    column.number = std::move(of);
    column.alignRight = true;
    return column;
}

void TableColumnMaker::periods(const std::function<const Period&(Row)>& of) {
    endpoint(tr("Begin"), of, false);
    endpoint(tr("End"), of, true);
}

void TableColumnMaker::endpoint(const QString& title, const std::function<const Period&(Row)>& of,
                                bool isEnd) {
    const auto end = [of, isEnd](Row row) -> const Endpoint& {
        return isEnd ? of(row).end : of(row).begin;
    };
    TableColumn& column =
        add(title, [end, isEnd](Row row) { return endpointText(end(row), isEnd); });
    column.plain = [end](Row row) { return endpointPlain(end(row)); };
    column.number = [end, isEnd](Row row) { return endpointNumber(end(row), isEnd); };
    column.mostWidth = dateWidth;
}

void TableColumnMaker::date(const QString& title, const std::function<const Period&(Row)>& of) {
    TableColumn& column = add(title, [of](Row row) { return readablePeriod(of(row)); });
    column.plain = [of](Row row) { return QString::fromStdString(toEdtf(of(row))); };
    column.number = [of](Row row) { return endpointNumber(of(row).begin, false); };
}

void TableColumnMaker::sectors(const std::function<SectorSet(Row)>& of) {
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

void TableColumnMaker::confidence(std::function<Confidence(Row)> of) {
    word<Confidence>(tr("Confidence"), &confidenceWord, std::move(of));
}

void TableColumnMaker::attributes(const AttributeColumns& attributes,
                                  const std::vector<Row>& rows) {
    const AttributeColumns* const values = &attributes;
    for (const StringId name : attributes.names()) {
        const auto used = [&](Row row) { return values->value(row, name) != noString; };
        if (std::ranges::any_of(rows, used)) {
            TableColumn& column =
                string(capitalised(textOf(dossier_.text(name))),
                       [values, name](Row row) { return values->value(row, name); });
            column.isAttribute = true;
            makeNumeric(column, dossier_, rows);
        }
    }
}

} // namespace entente::ui
