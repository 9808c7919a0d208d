#include "ui/window/import_dialog.h"

#include "core/formats/input_file.h"
#include "core/formats/workbook.h"
#include "ui/scene/words.h"
#include "ui/window/background_task.h"
#include "ui/window/import_columns.h"
#include "ui/window/import_preview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

namespace entente::ui {

namespace {

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

void choose(QComboBox* box, const QVariant& data) {
    box->setCurrentIndex(std::max(box->findData(data), 0));
}

QLabel* heading(const QString& title, QWidget* buddy, QWidget* parent) {
    auto* const label = new QLabel(title, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setBuddy(buddy);
    return label;
}

} // namespace

ImportDialog::ImportDialog(InputFile file, const std::string& sheet, const QString& why,
                           QWidget* parent)
    : QDialog(parent), file_(std::move(file)), sheet_(sheet), count_(new ImportCount(this)) {
    setWindowTitle(tr("Import table"));
    resize(1180, 760);
    auto* const intro = new QLabel(why, this);
    intro->setWordWrap(true);

    auto* const left = new QWidget(this);
    auto* const leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(8);
    leftColumn->addWidget(makeTableChoices());
    leftColumn->addWidget(makeRowChoices());
    columns_ = new ImportColumns(this);
    auto* const scroll = new QScrollArea(this);
    scroll->setWidget(columns_);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    leftColumn->addWidget(heading(tr("Columns"), columns_, this));
    leftColumn->addWidget(scroll, 1);
    left->setFixedWidth(540);

    auto* const middle = new QHBoxLayout;
    middle->setSpacing(24);
    middle->addWidget(left);
    middle->addWidget(makePreviews(), 1);
    fault_ = new QLabel(this);
    fault_->setWordWrap(true);
    fault_->setAccessibleName(tr("Why the table cannot be imported yet"));
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(24, 16, 24, 16);
    rows->setSpacing(12);
    rows->addWidget(intro);
    rows->addLayout(middle, 1);
    rows->addWidget(fault_);
    rows->addWidget(makeButtons());

    countSoon_.setSingleShot(true);
    constexpr int typingPause = 200;
    countSoon_.setInterval(typingPause);
    connect(&countSoon_, &QTimer::timeout, this, &ImportDialog::count);
    connect(count_, &ImportCount::counted, this, [this](const ImportCounts& counts) {
        counts_->setText(
            tr("The whole table: %L1 rows taken, %L2 repaired, %L3 refused; %L4 actors, "
               "agreements and events, %L5 edges.")
                .arg(counts.rowsRead)
                .arg(counts.rowsRepaired)
                .arg(counts.rowsRefused)
                .arg(counts.vertices)
                .arg(counts.edges));
    });
    connect(columns_, &ImportColumns::changed, this, &ImportDialog::update);
    readTables();
    rows_->setFocus();
}

QWidget* ImportDialog::makeTableChoices() {
    auto* const box = new QWidget(this);
    auto* const grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    const auto add = [&](int row, int column, const QString& name, QWidget* control) {
        auto* const label = new QLabel(name, box);
        label->setBuddy(control);
        QString plain = name;
        control->setAccessibleName(plain.remove(QLatin1Char('&')));
        grid->addWidget(label, row, column * 2);
        grid->addWidget(control, row, column * 2 + 1);
    };
    const bool workbook = looksLikeWorkbook(file_.bytes);
    sheetBox_ = new QComboBox(box);
    encoding_ = new QComboBox(box);
    encoding_->setEditable(true);
    encoding_->addItem(tr("found out"), QString());
    for (const char* const name : {"UTF-8", "windows-1252", "windows-1251", "windows-1250",
                                   "koi8-r", "UTF-16LE", "GB18030", "Shift_JIS"}) {
        encoding_->addItem(QLatin1String(name), QLatin1String(name));
    }
    separator_ = new QComboBox(box);
    separator_->addItem(tr("comma ,"), static_cast<int>(','));
    separator_->addItem(tr("semicolon ;"), static_cast<int>(';'));
    separator_->addItem(tr("tab"), static_cast<int>('\t'));
    separator_->addItem(tr("bar |"), static_cast<int>('|'));
    separator_->addItem(tr("space"), static_cast<int>(' '));
    header_ = new QSpinBox(box);
    header_->setRange(0, 1'000'000);
    header_->setSpecialValueText(tr("none"));
    header_->setToolTip(tr("The line that names the columns; lines above it are passed over"));
    skip_ = new QSpinBox(box);
    skip_->setRange(0, 1'000'000);
    skip_->setToolTip(tr("Rows between the names of the columns and the data"));
    decimal_ = new QComboBox(box);
    decimal_->addItem(tr("point 1.5"), static_cast<int>('.'));
    decimal_->addItem(tr("comma 1,5"), static_cast<int>(','));
    if (workbook) {
        add(0, 0, tr("S&heet"), sheetBox_);
        encoding_->hide();
        separator_->hide();
    } else {
        sheetBox_->hide();
        add(0, 0, tr("&Encoding"), encoding_);
        add(0, 1, tr("Se&parator"), separator_);
    }
    add(1, 0, tr("Header on &line"), header_);
    add(1, 1, tr("Ro&ws to skip"), skip_);
    add(2, 0, tr("&Decimals"), decimal_);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    connect(sheetBox_, &QComboBox::activated, this, &ImportDialog::chooseTable);
    const auto readAgain = [this] { readTables(); };
    connect(encoding_, &QComboBox::activated, this, readAgain);
    connect(encoding_->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (encoding_->currentText() != encoding_->itemText(encoding_->currentIndex())) {
            readTables();
        }
    });
    connect(separator_, &QComboBox::activated, this, [this] {
        auto changed = std::make_shared<RawTable>(*raw_);
        changed->separator = static_cast<char>(separator_->currentData().toInt());
        raw_ = std::move(changed);
        takeGuess();
    });
    connect(header_, &QSpinBox::valueChanged, this, &ImportDialog::updateTable);
    connect(skip_, &QSpinBox::valueChanged, this, &ImportDialog::update);
    connect(decimal_, &QComboBox::activated, this, &ImportDialog::update);
    return box;
}

QWidget* ImportDialog::makeRowChoices() {
    auto* const box = new QWidget(this);
    auto* const grid = new QGridLayout(box);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    rows_ = new QComboBox(box);
    rows_->addItem(tr("a tie between two ends"), static_cast<int>(RowTarget::Ties));
    rows_->addItem(tr("an actor"), static_cast<int>(RowTarget::Elements));
    rows_->addItem(tr("an agreement with its parties"), static_cast<int>(RowTarget::Agreements));
    rows_->addItem(tr("an event with its participants"), static_cast<int>(RowTarget::Events));
    directed_ = new QCheckBox(tr("Ties have a di&rection"), box);
    actors_ = new QComboBox(box);
    actors_->addItem(tr("not known"), QString());
    for (const VertexKind kind : {VertexKind::State, VertexKind::Leader, VertexKind::Organisation,
                                  VertexKind::Group, VertexKind::Company}) {
        actors_->addItem(kindPlural(kind), text(std::string(word(kind))));
    }
    kind_ = new QLineEdit(box);
    kind_->setPlaceholderText(tr("for example ally"));
    kind_->setToolTip(tr("Of all rows, where no column says it"));
    sector_ = new QComboBox(box);
    sector_->setEditable(true);
    sector_->addItem(QString());
    const Dossier usual;
    for (const Sector& sector : usual.sectors()) {
        sector_->addItem(text(sector.name));
    }
    sector_->setToolTip(tr("Of all rows, where no column says it"));
    const auto add = [&](int row, int column, const QString& name, QWidget* control) {
        auto* const label = new QLabel(name, box);
        label->setBuddy(control);
        QString plain = name;
        control->setAccessibleName(plain.remove(QLatin1Char('&')));
        grid->addWidget(label, row, column * 2);
        grid->addWidget(control, row, column * 2 + 1);
    };
    add(0, 0, tr("Each row &is"), rows_);
    grid->addWidget(directed_, 0, 2, 1, 2);
    add(1, 0, tr("The &actors are"), actors_);
    add(2, 0, tr("&Kind of all rows"), kind_);
    add(2, 1, tr("Sec&tor of all rows"), sector_);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    connect(rows_, &QComboBox::activated, this, [this] {
        columns_->setRows(static_cast<RowTarget>(rows_->currentData().toInt()));
        update();
    });
    connect(directed_, &QCheckBox::toggled, this, &ImportDialog::update);
    connect(actors_, &QComboBox::activated, this, &ImportDialog::update);
    connect(kind_, &QLineEdit::textChanged, this, &ImportDialog::update);
    connect(sector_, &QComboBox::currentTextChanged, this, &ImportDialog::update);
    return box;
}

QWidget* ImportDialog::makePreviews() {
    auto* const split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    const auto add = [&](const QString& title, QTableWidget* table) {
        auto* const box = new QWidget(split);
        auto* const column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(4);
        column->addWidget(heading(title, table, box));
        column->addWidget(table, 1);
        split->addWidget(box);
        return column;
    };
    source_ = makePreview(tr("First rows of the table"), split);
    result_ = makePreview(tr("What the first rows become"), split);
    add(tr("The &table"), source_);
    QVBoxLayout* const column = add(tr("What it &becomes"), result_);
    counts_ = new QLabel(split);
    counts_->setWordWrap(true);
    column->addWidget(counts_);
    return split;
}

QWidget* ImportDialog::makeButtons() {
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    import_ = buttons->addButton(tr("I&mport"), QDialogButtonBox::AcceptRole);
    import_->setDefault(true);
    QPushButton* const load = buttons->addButton(tr("Load Mappin&g…"), QDialogButtonBox::ResetRole);
    QPushButton* const save = buttons->addButton(tr("Sa&ve Mapping…"), QDialogButtonBox::ResetRole);
    load->setToolTip(tr("Take what columns are from a file that was saved before"));
    save->setToolTip(tr("Keep what columns are, for tables of the same shape and for "
                        "“entente convert --mapping”"));
    connect(load, &QPushButton::clicked, this, &ImportDialog::loadMapping);
    connect(save, &QPushButton::clicked, this, &ImportDialog::saveMapping);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void ImportDialog::readTables() {
    const QString chosen = encoding_->currentText();
    const bool foundOut = chosen.isEmpty() || chosen == encoding_->itemText(0);
    TextChoices choices;
    choices.encoding = foundOut ? std::string() : chosen.toStdString();
    std::vector<RawTable> tables;
    const auto read = [&](const Progress& progress) {
        ImportReport ignored;
        tables = rawTables(file_, choices, ignored, progress);
    };
    try {
        runInBackground(parentWidget(), tr("Reading the table…"), read);
    } catch (const Cancelled&) {
        if (tables_.empty()) {
            throw;
        }
        return;
    } catch (const FileError& error) {
        if (tables_.empty()) {
            throw;
        }
        QMessageBox::warning(this, windowTitle(), QString::fromUtf8(error.what()));
        encoding_->setCurrentIndex(0);
        return;
    }
    tables_.clear();
    sheetBox_->clear();
    int wanted = 0;
    for (RawTable& table : tables) {
        if (table.sheet == sheet_) {
            wanted = sheetBox_->count();
        }
        sheetBox_->addItem(text(table.sheet));
        tables_.push_back(std::make_shared<const RawTable>(std::move(table)));
    }
    sheetBox_->setCurrentIndex(wanted);
    chooseTable();
}

void ImportDialog::chooseTable() {
    raw_ = tables_[static_cast<std::size_t>(std::max(sheetBox_->currentIndex(), 0))];
    sheet_ = raw_->sheet;
    takeGuess();
}

void ImportDialog::takeGuess() {
    const MappingGuess guess = guessMapping(*raw_);
    table_ = mappedTable(raw_, guess.mapping);
    const QSignalBlocker headerBlocker(header_);
    const QSignalBlocker directedBlocker(directed_);
    const QSignalBlocker kindBlocker(kind_);
    const QSignalBlocker sectorBlocker(sector_);
    choose(separator_, static_cast<int>(raw_->separator));
    header_->setValue(static_cast<int>(table_.headerLine));
    choose(decimal_, static_cast<int>(guess.mapping.decimal));
    choose(rows_, static_cast<int>(guess.mapping.rows));
    directed_->setChecked(guess.mapping.directed);
    choose(actors_, text(guess.mapping.actors));
    const auto constant = [&guess](ColumnRole role) {
        const auto found = guess.mapping.constants.find(role);
        return found == guess.mapping.constants.end() ? QString() : text(found->second);
    };
    kind_->setText(constant(ColumnRole::Kind));
    sector_->setCurrentText(constant(ColumnRole::Sector));
    otherConstants_.clear();
    columns_->show(table_, guess.mapping, guess.confidence);
    update();
}

void ImportDialog::setMapping(const Mapping& mapping) {
    const QSignalBlocker headerBlocker(header_);
    const QSignalBlocker skipBlocker(skip_);
    const QSignalBlocker directedBlocker(directed_);
    const QSignalBlocker kindBlocker(kind_);
    const QSignalBlocker sectorBlocker(sector_);
    if (mapping.separator != 0 && raw_->sheet.empty()) {
        auto changed = std::make_shared<RawTable>(*raw_);
        changed->separator = mapping.separator;
        raw_ = std::move(changed);
    }
    table_ = mappedTable(raw_, mapping);
    choose(separator_, static_cast<int>(raw_->separator));
    header_->setValue(static_cast<int>(table_.headerLine));
    skip_->setValue(static_cast<int>(mapping.skip));
    choose(decimal_, static_cast<int>(mapping.decimal));
    choose(rows_, static_cast<int>(mapping.rows));
    directed_->setChecked(mapping.directed);
    choose(actors_, text(mapping.actors));
    otherConstants_ = mapping.constants;
    kind_->setText(text(otherConstants_[ColumnRole::Kind]));
    sector_->setCurrentText(text(otherConstants_[ColumnRole::Sector]));
    otherConstants_.erase(ColumnRole::Kind);
    otherConstants_.erase(ColumnRole::Sector);
    columns_->show(table_, mapping, {});
    update();
}

Mapping ImportDialog::mapping() const {
    Mapping mapping;
    mapping.rows = static_cast<RowTarget>(rows_->currentData().toInt());
    mapping.sheet = raw_->sheet;
    if (raw_->sheet.empty()) {
        const QString encoding = encoding_->currentText();
        if (encoding != encoding_->itemText(0)) {
            mapping.encoding = encoding.toStdString();
        }
        mapping.separator = raw_->separator;
    }
    mapping.header = static_cast<std::size_t>(header_->value());
    mapping.skip = static_cast<std::size_t>(skip_->value());
    mapping.decimal = static_cast<char>(decimal_->currentData().toInt());
    mapping.directed = directed_->isChecked();
    mapping.actors = actors_->currentData().toString().toStdString();
    mapping.columns = columns_->columns();
    mapping.constants = otherConstants_;
    if (!kind_->text().isEmpty() && !columns_->has(ColumnRole::Kind)) {
        mapping.constants[ColumnRole::Kind] = kind_->text().toStdString();
    }
    if (!sector_->currentText().isEmpty() && !columns_->has(ColumnRole::Sector)) {
        mapping.constants[ColumnRole::Sector] = sector_->currentText().toStdString();
    }
    return mapping;
}

void ImportDialog::updateTable() {
    // What is chosen stays where columns keep their names.
    Mapping mapping;
    mapping.header = static_cast<std::size_t>(header_->value());
    table_ = mappedTable(raw_, mapping);
    for (const MappedColumn& column : columns_->columns()) {
        if (placeOf(column, table_)) {
            mapping.columns.push_back(column);
        }
    }
    mapping.rows = static_cast<RowTarget>(rows_->currentData().toInt());
    columns_->show(table_, mapping, {});
    update();
}

void ImportDialog::update() {
    kind_->setEnabled(!columns_->has(ColumnRole::Kind));
    sector_->setEnabled(!columns_->has(ColumnRole::Sector));
    const auto rows = static_cast<RowTarget>(rows_->currentData().toInt());
    directed_->setVisible(rows == RowTarget::Ties);
    actors_->setEnabled(rows != RowTarget::Elements);
    showFirstRows(*source_, table_, static_cast<std::size_t>(skip_->value()));
    count_->stop();
    const std::vector<std::string> wrong = faults(mapping(), table_);
    import_->setEnabled(wrong.empty());
    fault_->setVisible(!wrong.empty());
    if (!wrong.empty()) {
        fault_->setText(tr("Not yet: %1").arg(text(wrong.front())));
        import_->setToolTip(fault_->text());
        result_->setRowCount(0);
        counts_->clear();
        return;
    }
    import_->setToolTip({});
    showFirstResults(*result_, table_, mapping());
    counts_->setText(tr("The whole table: counting…"));
    countSoon_.start();
}

void ImportDialog::count() {
    count_->start(table_, mapping());
}

void ImportDialog::loadMapping() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Load mapping"), {},
                                                      tr("Mappings (*.json);;All files (*)"));
    if (path.isEmpty()) {
        return;
    }
    try {
        setMapping(readMapping(path.toStdU16String()));
    } catch (const FileError& error) {
        QMessageBox::warning(this, tr("The mapping cannot be loaded"),
                             QString::fromUtf8(error.what()));
    }
}

void ImportDialog::saveMapping() {
    QString path = QFileDialog::getSaveFileName(this, tr("Save mapping"),
                                                text(file_.path.stem().string()) +
                                                    QStringLiteral("-mapping.json"),
                                                tr("Mappings (*.json)"));
    if (path.isEmpty()) {
        return;
    }
    try {
        writeMapping(mapping(), path.toStdU16String());
    } catch (const FileError& error) {
        QMessageBox::warning(this, tr("The mapping cannot be saved"),
                             QString::fromUtf8(error.what()));
    }
}

} // namespace entente::ui
