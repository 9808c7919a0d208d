#include "ui/window/import_columns.h"

#include "core/formats/table.h"

#include <QComboBox>
#include <QFontMetrics>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <array>

namespace entente::ui {

namespace {

constexpr int valuesWidth = 190;
constexpr int firstPart = 100;

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

QString firstValues(const MappedTable& table, std::size_t place) {
    QStringList values;
    DelimitedText rows = table.rows();
    constexpr std::size_t mostRows = 12;
    constexpr int mostValues = 3;
    for (std::size_t i = 0; i < mostRows && values.size() < mostValues && rows.next(); ++i) {
        const std::string_view field = fieldAt(rows.fields(), place);
        const QString value =
            QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size())).simplified();
        if (!value.isEmpty() && !values.contains(value)) {
            values << value;
        }
    }
    return values.join(QStringLiteral(" · "));
}

/// What parts names in one field, as it is shown and as it is.
struct ListMark {
    const char* shown;
    const char* mark;
};
constexpr std::array<ListMark, 6> listMarks = {
    {{QT_TRANSLATE_NOOP("entente::ui::ImportColumns", "one name"), ""},
     {QT_TRANSLATE_NOOP("entente::ui::ImportColumns", "list with ;"), ";"},
     {QT_TRANSLATE_NOOP("entente::ui::ImportColumns", "list with ,"), ","},
     {QT_TRANSLATE_NOOP("entente::ui::ImportColumns", "list with |"), "|"},
     {QT_TRANSLATE_NOOP("entente::ui::ImportColumns", "list with /"), "/"},
     {QT_TRANSLATE_NOOP("entente::ui::ImportColumns", "list, one a line"), "\n"}}};

} // namespace

QString roleText(ColumnRole role, RowTarget rows) {
    const bool ties = rows == RowTarget::Ties;
    switch (role) {
    case ColumnRole::Attribute:
        return ImportColumns::tr("Kept as it is");
    case ColumnRole::Ignored:
        return ImportColumns::tr("Left out");
    case ColumnRole::Source:
        return ties ? ImportColumns::tr("First end (from)") : ImportColumns::tr("First party");
    case ColumnRole::Target:
        return ties ? ImportColumns::tr("Second end (to)") : ImportColumns::tr("Second party");
    case ColumnRole::Party:
        return rows == RowTarget::Events ? ImportColumns::tr("Participants")
                                         : ImportColumns::tr("Parties");
    case ColumnRole::Id:
        return ImportColumns::tr("Id");
    case ColumnRole::Label:
        return ImportColumns::tr("Name");
    case ColumnRole::Kind:
        return ties ? ImportColumns::tr("Kind of tie") : ImportColumns::tr("Kind");
    case ColumnRole::Type:
        return ImportColumns::tr("Type");
    case ColumnRole::Sector:
        return ImportColumns::tr("Sector");
    case ColumnRole::Begin:
        return ImportColumns::tr("Begin");
    case ColumnRole::End:
        return ImportColumns::tr("End");
    case ColumnRole::Date:
        return ImportColumns::tr("Date or year");
    case ColumnRole::Weight:
        return ImportColumns::tr("Weight");
    case ColumnRole::Polarity:
        return ImportColumns::tr("Sign (+ or −)");
    case ColumnRole::Confidence:
        return ImportColumns::tr("Confidence");
    case ColumnRole::Note:
        return ImportColumns::tr("Note");
    case ColumnRole::Citation:
        return ImportColumns::tr("Source that says so");
    case ColumnRole::Latitude:
        return ImportColumns::tr("Latitude");
    case ColumnRole::Longitude:
        return ImportColumns::tr("Longitude");
    }
    return {};
}

ImportColumns::ImportColumns(QWidget* parent) : QWidget(parent) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    grid_ = nullptr;
}

void ImportColumns::show(const MappedTable& table, const Mapping& mapping,
                         const std::vector<double>& confidence) {
    turnTo(mapping.rows);
    if (table.names.size() != columns_.size()) {
        // The numbers mean other columns now.
        std::erase_if(chosen_, [](const auto& each) { return each.first.first.empty(); });
    }
    columns_.clear();
    delete body_;
    body_ = new QWidget(this);
    layout()->addWidget(body_);
    grid_ = new QGridLayout(body_);
    grid_->setContentsMargins(0, 0, 8, 0);
    grid_->setHorizontalSpacing(8);
    grid_->setVerticalSpacing(4);
    std::vector<MappedColumn> byPlace(table.names.size());
    for (std::size_t i = 0; i < byPlace.size(); ++i) {
        byPlace[i].number = i + 1;
    }
    for (const MappedColumn& each : mapping.columns) {
        if (const auto place = placeOf(each, table)) {
            byPlace[*place] = each;
        }
    }
    // A reference to a row is kept by its controls.
    columns_.reserve(byPlace.size());
    for (std::size_t i = 0; i < byPlace.size(); ++i) {
        addRow(table, i, byPlace[i], i < confidence.size() ? confidence[i] : 0);
    }
    grid_->setRowStretch(static_cast<int>(byPlace.size()), 1);
    grid_->setColumnStretch(0, 1);
    body_->QWidget::show();
}

void ImportColumns::addRow(const MappedTable& table, std::size_t place, const MappedColumn& column,
                           double confidence) {
    const int line = static_cast<int>(place);
    QString name = text(table.names[place]).simplified();
    if (name.isEmpty() || table.headerLine == 0) {
        name = tr("Column %1").arg(place + 1);
    }
    const QString values = firstValues(table, place);
    auto* const label = new QLabel(body_);
    const QFontMetrics metrics(label->font());
    label->setTextFormat(Qt::RichText);
    label->setText(
        QStringLiteral("<b>%1</b><br><small>%2</small>")
            .arg(metrics.elidedText(name, Qt::ElideRight, valuesWidth).toHtmlEscaped(),
                 metrics.elidedText(values, Qt::ElideRight, valuesWidth).toHtmlEscaped()));
    label->setToolTip(QStringLiteral("%1: %2").arg(name, values).toHtmlEscaped());

    Row& row = columns_.emplace_back();
    row.column = column;
    row.role = new QComboBox(body_);
    row.role->setAccessibleName(tr("What the column %1 is").arg(name));
    row.role->setAccessibleDescription(tr("Its first values: %1").arg(values));
    label->setBuddy(row.role);
    row.detail = new QComboBox(body_);
    row.detail->setAccessibleName(tr("How the column %1 is written").arg(name));
    row.guess = new QLabel(body_);
    if (confidence > 0) {
        constexpr double sure = 0.7;
        row.guess->setText(confidence >= sure ? tr("guess") : tr("guess?"));
        row.guess->setToolTip(confidence >= sure
                                  ? tr("Guessed from the column’s name: check it")
                                  : tr("Guessed from the column’s values, which is less sure: "
                                       "check it"));
        row.guess->setForegroundRole(QPalette::PlaceholderText);
    }
    row.guess->setMinimumSize(metrics.horizontalAdvance(tr("guess?")),
                              row.role->sizeHint().height());
    fillRoles(row);
    fillDetail(row);
    // One width, whether there is a second box or not.
    row.role->setMinimumWidth(row.detail->sizeHint().width());
    auto* const what = new QVBoxLayout;
    what->setSpacing(2);
    what->addWidget(row.role);
    what->addWidget(row.detail);
    what->addStretch(1);
    grid_->addWidget(label, line, 0, Qt::AlignTop);
    grid_->addLayout(what, line, 1);
    grid_->addWidget(row.guess, line, 2, Qt::AlignTop);
    connect(row.role, &QComboBox::activated, this, [this, place] { takeRole(place); });
    connect(row.detail, &QComboBox::activated, this, [this, place] {
        Row& taken = columns_[place];
        if (isDate(taken.column.role)) {
            takeWriting(taken);
        } else {
            taken.column.split = taken.detail->currentData().toString().toStdString();
        }
        remember(taken.column);
        emit changed();
    });
}

void ImportColumns::fillRoles(Row& row) {
    const QSignalBlocker blocker(row.role);
    row.role->clear();
    for (std::size_t i = 0; i < columnRoleCount; ++i) {
        const auto role = static_cast<ColumnRole>(i);
        if (fits(role, rows_)) {
            row.role->addItem(roleText(role, rows_), static_cast<int>(i));
        }
    }
    int place = row.role->findData(static_cast<int>(row.column.role));
    if (place < 0) {
        row.column.role = ColumnRole::Attribute;
        place = 0;
    }
    row.role->setCurrentIndex(place);
}

void ImportColumns::fillDetail(Row& row) {
    const QSignalBlocker blocker(row.detail);
    row.detail->clear();
    const bool party = row.column.role == ColumnRole::Party;
    row.detail->setVisible(party || isDate(row.column.role));
    if (party) {
        for (const ListMark& mark : listMarks) {
            row.detail->addItem(tr(mark.shown), QString::fromLatin1(mark.mark));
        }
        int place = row.detail->findData(text(row.column.split));
        if (place < 0) {
            row.detail->addItem(tr("list with %1").arg(text(row.column.split)),
                                text(row.column.split));
            place = row.detail->count() - 1;
        }
        row.detail->setCurrentIndex(place);
        return;
    }
    // Ways of writing whole dates have their numbers, parts of dates those after them.
    const auto add = [&row](const QString& name, DateFormat format) {
        row.detail->addItem(name, static_cast<int>(format));
    };
    const auto addPart = [&row](const QString& name, DatePart part) {
        row.detail->addItem(name, firstPart + static_cast<int>(part));
    };
    if (row.column.date == DateFormat::Undecided) {
        add(tr("choose: day or month first?"), DateFormat::Undecided);
    }
    add(tr("2001, 2001-03-12, 12 March 2001"), DateFormat::Iso);
    add(tr("day first: 31/12/2001"), DateFormat::DayFirst);
    add(tr("month first: 12/31/2001"), DateFormat::MonthFirst);
    add(tr("days as Excel counts: 37256"), DateFormat::Serial1900);
    add(tr("days from 1904: 35794"), DateFormat::Serial1904);
    addPart(tr("its year"), DatePart::YearOnly);
    addPart(tr("its month: 3 or March"), DatePart::MonthOnly);
    addPart(tr("its day"), DatePart::DayOnly);
    const DatePart part = row.column.part;
    row.detail->setCurrentIndex(row.detail->findData(part == DatePart::Whole
                                                         ? static_cast<int>(row.column.date)
                                                         : firstPart + static_cast<int>(part)));
}

void ImportColumns::takeWriting(Row& row) {
    const int chosen = row.detail->currentData().toInt();
    row.column.part =
        chosen < firstPart ? DatePart::Whole : static_cast<DatePart>(chosen - firstPart);
    if (row.column.part == DatePart::Whole) {
        row.column.date = static_cast<DateFormat>(chosen);
    }
}

void ImportColumns::takeRole(std::size_t index) {
    Row& row = columns_[index];
    row.column.role = static_cast<ColumnRole>(row.role->currentData().toInt());
    row.guess->clear();
    row.guess->setToolTip({});
    row.column.part = DatePart::Whole;
    if (isDate(row.column.role)) {
        partDate(row.column.role);
    }
    fillDetail(row);
    remember(row.column);
    emit changed();
}

void ImportColumns::partDate(ColumnRole role) {
    std::vector<Row*> rows;
    for (Row& row : columns_) {
        if (row.column.role == role) {
            rows.push_back(&row);
        }
    }
    const auto named = [](const Row* row) { return datePartNamed(row->column.name).has_value(); };
    if (rows.size() < 2 || !std::ranges::all_of(rows, named)) {
        return;
    }
    for (Row* const row : rows) {
        row->column.part = datePartNamed(row->column.name)->part;
        fillDetail(*row);
        remember(row->column);
    }
}

void ImportColumns::remember(const MappedColumn& column) {
    chosen_[{column.name, column.number}][rows_] = column;
}

std::vector<MappedColumn> ImportColumns::columns() const {
    std::vector<MappedColumn> columns;
    for (const Row& row : columns_) {
        columns.push_back(row.column);
    }
    return columns;
}

std::vector<QWidget*> ImportColumns::controls() const {
    std::vector<QWidget*> controls;
    for (const Row& row : columns_) {
        controls.push_back(row.role);
        controls.push_back(row.detail);
    }
    return controls;
}

void ImportColumns::turnTo(RowTarget rows) {
    if (seen_.insert(rows).second) {
        for (auto& [place, byRows] : chosen_) {
            const auto now = byRows.find(rows_);
            if (now != byRows.end() && fits(now->second.role, rows)) {
                byRows.emplace(rows, now->second);
            }
        }
    }
    rows_ = rows;
}

std::vector<MappedColumn> ImportColumns::chosen() const {
    std::vector<MappedColumn> columns;
    for (const auto& [place, byRows] : chosen_) {
        if (const auto now = byRows.find(rows_); now != byRows.end()) {
            columns.push_back(now->second);
        }
    }
    return columns;
}

void ImportColumns::chooseAll() {
    chosen_.clear();
    seen_ = {rows_};
    for (const Row& row : columns_) {
        remember(row.column);
    }
}

bool ImportColumns::has(ColumnRole role) const {
    return std::ranges::any_of(columns_,
                               [role](const Row& row) { return row.column.role == role; });
}

} // namespace entente::ui
