#include "ui/window/import_dialog.h"

#include "core/formats/input_file.h"
#include "core/formats/workbook.h"
#include "ui/scene/counted.h"
#include "ui/scene/widget_palette.h"
#include "ui/window/background_task.h"
#include "ui/window/import_columns.h"
#include "ui/window/import_preview.h"
#include "ui/window/import_row_choices.h"
#include "ui/window/import_table_choices.h"
#include "ui/window/save_name.h"
#include "ui/window/vertical_scroll_area.h"
#include "ui/window/window_size.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

namespace {

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
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
    resizeWithinScreen(*this, {1180, 760});
    auto* const intro = new QLabel(why, this);
    intro->setWordWrap(true);

    auto* const left = new QWidget(this);
    auto* const leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(8);
    tableChoices_ = new ImportTableChoices(looksLikeWorkbook(file_.bytes), this);
    rowChoices_ = new ImportRowChoices(this);
    columns_ = new ImportColumns(this);
    leftColumn->addWidget(tableChoices_);
    leftColumn->addWidget(rowChoices_);
    leftColumn->addWidget(heading(tr("Columns"), columns_, this));
    leftColumn->addWidget(new VerticalScrollArea(columns_, this), 1);
    left->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);

    auto* const middle = new QHBoxLayout;
    middle->setSpacing(24);
    middle->addWidget(left);
    middle->addWidget(makePreviews(), 1);
    fault_ = new QLabel(this);
    fault_->setWordWrap(true);
    fault_->setAccessibleName(tr("Why the table cannot be imported yet"));
    saved_ = new QLabel(this);
    saved_->setWordWrap(true);
    saved_->setAccessibleName(tr("Where the mapping was saved"));
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(24, 16, 24, 16);
    rows->setSpacing(12);
    rows->addWidget(intro);
    rows->addLayout(middle, 1);
    rows->addWidget(fault_);
    rows->addWidget(saved_);
    rows->addWidget(makeButtons());

    countSoon_.setSingleShot(true);
    constexpr int typingPause = 200;
    countSoon_.setInterval(typingPause);
    connect(&countSoon_, &QTimer::timeout, this, &ImportDialog::count);
    connect(count_, &ImportCount::counted, this, [this](const ImportCounts& counts) {
        counts_->setText(tr("The whole table: %1 taken, %L2 repaired, %L3 refused; %4, %5.")
                             .arg(counted(counts.rowsRead, tr("1 row"), tr("%L1 rows")))
                             .arg(counts.rowsRepaired)
                             .arg(counts.rowsRefused)
                             .arg(counted(counts.vertices, tr("1 actor, agreement or event"),
                                          tr("%L1 actors, agreements and events")),
                                  counted(counts.edges, tr("1 edge"), tr("%L1 edges"))));
    });
    connect(tableChoices_, &ImportTableChoices::sheetChosen, this, &ImportDialog::takeGuess);
    connect(tableChoices_, &ImportTableChoices::encodingChosen, this, [this] {
        readTables();
        takeGuess();
    });
    connect(tableChoices_, &ImportTableChoices::columnsChosen, this, &ImportDialog::takeGuess);
    connect(tableChoices_, &ImportTableChoices::changed, this, &ImportDialog::update);
    connect(rowChoices_, &ImportRowChoices::rowsChosen, this, [this](RowTarget target) {
        columns_->turnTo(target);
        takeGuess();
    });
    connect(rowChoices_, &ImportRowChoices::changed, this, &ImportDialog::update);
    connect(columns_, &ImportColumns::changed, this, &ImportDialog::update);
    readTables();
    takeGuess();
    rowChoices_->controls().front()->setFocus();
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
    buttons_ = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    import_ = buttons_->addButton(tr("I&mport"), QDialogButtonBox::AcceptRole);
    import_->setDefault(true);
    QPushButton* const load =
        buttons_->addButton(tr("Load Mappin&g…"), QDialogButtonBox::ResetRole);
    QPushButton* const save =
        buttons_->addButton(tr("Sa&ve Mapping…"), QDialogButtonBox::ResetRole);
    load->setToolTip(tr("Take what columns are from a file that was saved before"));
    save->setToolTip(tr("Keep what columns are, for tables of the same shape and for "
                        "“entente convert --mapping”"));
    connect(load, &QPushButton::clicked, this, &ImportDialog::loadMapping);
    connect(save, &QPushButton::clicked, this, &ImportDialog::saveMapping);
    connect(buttons_, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons_;
}

void ImportDialog::offerToLeaveOut() {
    QPushButton* const leave =
        buttons_->addButton(tr("Leave &Out"), QDialogButtonBox::DestructiveRole);
    leave->setToolTip(tr("Open the other files without this one"));
    connect(leave, &QPushButton::clicked, this, [this] { done(leftOut); });
}

void ImportDialog::readTables() {
    const TextChoices choices{tableChoices_->text().encoding, 0};
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
        tableChoices_->findOutEncoding();
        return;
    }
    tables_.clear();
    QStringList sheets;
    int wanted = 0;
    for (RawTable& table : tables) {
        if (table.sheet == sheet_) {
            wanted = static_cast<int>(sheets.size());
        }
        sheets << text(table.sheet);
        tables_.push_back(std::make_shared<const RawTable>(std::move(table)));
    }
    tableChoices_->setSheets(sheets, wanted);
}

void ImportDialog::takeTable() {
    raw_ = tables_[tableChoices_->sheet()];
    sheet_ = raw_->sheet;
    const char separator = tableChoices_->text().separator;
    if (separator != 0 && separator != raw_->separator && sheet_.empty()) {
        auto changed = std::make_shared<RawTable>(*raw_);
        changed->separator = separator;
        raw_ = std::move(changed);
    }
}

void ImportDialog::takeGuess() {
    takeTable();
    const MappingGuess guess = guessMapping(
        *raw_, {tableChoices_->header(), rowChoices_->chosenRows(), columns_->chosen()});
    table_ = mappedTable(raw_, guess.mapping);
    tableChoices_->showGuess(guess.mapping, table_);
    rowChoices_->showGuess(guess.mapping);
    columns_->show(table_, guess.mapping, guess.confidence);
    takePalette();
    update();
}

std::vector<QWidget*> ImportDialog::controls() const {
    std::vector<QWidget*> controls = tableChoices_->controls();
    const auto append = [&controls](const std::vector<QWidget*>& more) {
        controls.insert(controls.end(), more.begin(), more.end());
    };
    append(rowChoices_->controls());
    append(columns_->controls());
    append({source_, result_});
    return controls;
}

void ImportDialog::takePalette() {
    const bool dark = palette().color(QPalette::Window).lightness() < 128;
    const QPalette inputs = inputPalette(Colours::of(dark ? Theme::Dark : Theme::Light));
    for (QWidget* const control : controls()) {
        control->setPalette(inputs);
    }
}

bool ImportDialog::focusNextPrevChild(bool next) {
    // Columns come anew, behind all else in Qt's own order.
    std::vector<QWidget*> stops = controls();
    // The platform says in which order buttons stand.
    const QLayout* const row = buttons_->layout();
    for (int i = 0; i < row->count(); ++i) {
        if (QWidget* const button = row->itemAt(i)->widget()) {
            stops.push_back(button);
        }
    }
    if (!next) {
        std::ranges::reverse(stops);
    }
    const QWidget* const now = focusWidget();
    const auto at = std::ranges::find_if(
        stops, [now](const QWidget* stop) { return stop == now || stop->isAncestorOf(now); });
    if (at != stops.end()) {
        std::ranges::rotate(stops, at + 1);
    }
    const auto found = std::ranges::find_if(stops, [](const QWidget* stop) {
        return stop->isVisible() && stop->isEnabled() && (stop->focusPolicy() & Qt::TabFocus) != 0;
    });
    if (found == stops.end()) {
        return false;
    }
    (*found)->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void ImportDialog::setMapping(const Mapping& mapping) {
    tableChoices_->choose(mapping);
    rowChoices_->choose(mapping);
    if (!mapping.encoding.empty()) {
        sheet_ = mapping.sheet;
        readTables();
    }
    takeTable();
    table_ = mappedTable(raw_, mapping);
    tableChoices_->showGuess(mapping, table_);
    columns_->show(table_, mapping, {});
    columns_->chooseAll();
    takePalette();
    update();
}

Mapping ImportDialog::mapping() const {
    Mapping mapping;
    mapping.sheet = raw_->sheet;
    tableChoices_->addTo(mapping);
    rowChoices_->addTo(mapping);
    mapping.columns = columns_->columns();
    return mapping;
}

void ImportDialog::update() {
    rowChoices_->setColumns(columns_->has(ColumnRole::Kind), columns_->has(ColumnRole::Sector));
    showFirstRows(*source_, table_, tableChoices_->skip());
    saved_->hide();
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
    const auto withEnding = [](const QString& name, const QString&) {
        const QString ending = QStringLiteral(".json");
        return name.endsWith(ending, Qt::CaseInsensitive) ? name : name + ending;
    };
    const QString path =
        askForSaveName(this, {tr("Save mapping"),
                              text(file_.path.stem().string()) + QStringLiteral("-mapping.json"),
                              {tr("Mappings (*.json)")},
                              withEnding});
    if (path.isEmpty()) {
        return;
    }
    try {
        writeMapping(mapping(), path.toStdU16String());
        saved_->setText(tr("The mapping was saved in %1.").arg(QDir::toNativeSeparators(path)));
        saved_->show();
    } catch (const FileError& error) {
        QMessageBox::warning(this, tr("The mapping cannot be saved"),
                             QString::fromUtf8(error.what()));
    }
}

} // namespace entente::ui
