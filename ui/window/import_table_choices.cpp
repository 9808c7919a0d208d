#include "ui/window/import_table_choices.h"

#include "ui/window/labelled_grid.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace entente::ui {

namespace {

void choose(QComboBox* box, const QVariant& data) {
    box->setCurrentIndex(std::max(box->findData(data), 0));
}

} // namespace

ImportTableChoices::ImportTableChoices(bool workbook, QWidget* parent)
    : QWidget(parent), workbook_(workbook), sheet_(new QComboBox(this)),
      encoding_(new QComboBox(this)), separator_(new QComboBox(this)), header_(new QSpinBox(this)),
      skip_(new QSpinBox(this)), decimal_(new QComboBox(this)) {
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    encoding_->setEditable(true);
    encoding_->addItem(tr("found out"), QString());
    for (const char* const name : {"UTF-8", "windows-1252", "windows-1251", "windows-1250",
                                   "koi8-r", "UTF-16LE", "GB18030", "Shift_JIS"}) {
        encoding_->addItem(QLatin1String(name), QLatin1String(name));
    }
    separator_->addItem(tr("comma ,"), static_cast<int>(','));
    separator_->addItem(tr("semicolon ;"), static_cast<int>(';'));
    separator_->addItem(tr("tab"), static_cast<int>('\t'));
    separator_->addItem(tr("bar |"), static_cast<int>('|'));
    separator_->addItem(tr("space"), static_cast<int>(' '));
    constexpr int mostLines = 1'000'000;
    header_->setRange(0, mostLines);
    header_->setSpecialValueText(tr("none"));
    header_->setToolTip(tr("The line that names the columns; lines above it are passed over"));
    skip_->setRange(0, mostLines);
    skip_->setToolTip(tr("Rows between the names of the columns and the data"));
    decimal_->addItem(tr("point 1.5"), static_cast<int>('.'));
    decimal_->addItem(tr("comma 1,5"), static_cast<int>(','));
    if (workbook_) {
        addLabelled(*grid, 0, 0, tr("S&heet"), sheet_);
        encoding_->hide();
        separator_->hide();
    } else {
        sheet_->hide();
        addLabelled(*grid, 0, 0, tr("&Encoding"), encoding_);
        addLabelled(*grid, 0, 1, tr("Se&parator"), separator_);
    }
    addLabelled(*grid, 1, 0, tr("Header on &line"), header_);
    addLabelled(*grid, 1, 1, tr("Ro&ws to skip"), skip_);
    addLabelled(*grid, 2, 0, tr("&Decimals"), decimal_);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);

    connect(sheet_, &QComboBox::activated, this, [this] {
        // Where the header of another sheet is says nothing of this one's.
        chosen_.erase(header_);
        chosen_.erase(skip_);
        emit sheetChosen();
    });
    connect(encoding_, &QComboBox::activated, this, &ImportTableChoices::encodingChosen);
    connect(encoding_->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (encoding_->currentText() != encoding_->itemText(encoding_->currentIndex())) {
            emit encodingChosen();
        }
    });
    connect(separator_, &QComboBox::activated, this, [this] {
        chosen_.insert(separator_);
        emit columnsChosen();
    });
    connect(header_, &QSpinBox::valueChanged, this, [this] {
        chosen_.insert(header_);
        emit columnsChosen();
    });
    connect(skip_, &QSpinBox::valueChanged, this, [this] {
        chosen_.insert(skip_);
        emit changed();
    });
    connect(decimal_, &QComboBox::activated, this, [this] {
        chosen_.insert(decimal_);
        emit changed();
    });
}

void ImportTableChoices::setSheets(const QStringList& names, int current) {
    sheet_->clear();
    sheet_->addItems(names);
    sheet_->setCurrentIndex(current);
}

std::size_t ImportTableChoices::sheet() const {
    return static_cast<std::size_t>(std::max(sheet_->currentIndex(), 0));
}

TextChoices ImportTableChoices::text() const {
    const QString encoding = encoding_->currentText();
    const bool foundOut = encoding.isEmpty() || encoding == encoding_->itemText(0);
    return {foundOut ? std::string() : encoding.toStdString(),
            chosen_.contains(separator_) ? static_cast<char>(separator_->currentData().toInt())
                                         : '\0'};
}

void ImportTableChoices::findOutEncoding() {
    encoding_->setCurrentIndex(0);
}

std::optional<std::size_t> ImportTableChoices::header() const {
    return chosen_.contains(header_) ? std::optional(static_cast<std::size_t>(header_->value()))
                                     : std::nullopt;
}

void ImportTableChoices::showSeparator(char separator) {
    if (separator_->findData(static_cast<int>(separator)) < 0) {
        separator_->addItem(QString(QLatin1Char(separator)), static_cast<int>(separator));
    }
    ui::choose(separator_, static_cast<int>(separator));
}

std::size_t ImportTableChoices::skip() const {
    return static_cast<std::size_t>(skip_->value());
}

void ImportTableChoices::showGuess(const Mapping& mapping, const MappedTable& table) {
    const QSignalBlocker headerBlocker(header_);
    const QSignalBlocker skipBlocker(skip_);
    const auto open = [this](const QWidget* control) { return !chosen_.contains(control); };
    if (open(separator_)) {
        showSeparator(table.raw->separator);
    }
    if (open(header_)) {
        header_->setValue(static_cast<int>(table.headerLine));
    }
    if (open(skip_)) {
        skip_->setValue(static_cast<int>(mapping.skip));
    }
    if (open(decimal_)) {
        ui::choose(decimal_, static_cast<int>(mapping.decimal));
    }
}

void ImportTableChoices::choose(const Mapping& mapping) {
    const QSignalBlocker headerBlocker(header_);
    const QSignalBlocker skipBlocker(skip_);
    const int sheet = sheet_->findText(QString::fromStdString(mapping.sheet));
    if (!mapping.sheet.empty() && sheet >= 0) {
        sheet_->setCurrentIndex(sheet);
    }
    if (!mapping.encoding.empty()) {
        encoding_->setCurrentText(QString::fromStdString(mapping.encoding));
    }
    chosen_ = {skip_, decimal_};
    if (mapping.separator != 0) {
        showSeparator(mapping.separator);
        chosen_.insert(separator_);
    }
    if (mapping.header) {
        header_->setValue(static_cast<int>(*mapping.header));
        chosen_.insert(header_);
    }
    skip_->setValue(static_cast<int>(mapping.skip));
    ui::choose(decimal_, static_cast<int>(mapping.decimal));
}

void ImportTableChoices::addTo(Mapping& mapping) const {
    if (!workbook_) {
        mapping.encoding = text().encoding;
        mapping.separator = static_cast<char>(separator_->currentData().toInt());
    }
    mapping.header = static_cast<std::size_t>(header_->value());
    mapping.skip = skip();
    mapping.decimal = static_cast<char>(decimal_->currentData().toInt());
}

std::vector<QWidget*> ImportTableChoices::controls() const {
    if (workbook_) {
        return {sheet_, header_, skip_, decimal_};
    }
    return {encoding_, separator_, header_, skip_, decimal_};
}

} // namespace entente::ui
