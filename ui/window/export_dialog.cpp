#include "ui/window/export_dialog.h"

#include "ui/figure/figure_file.h"
#include "ui/render/painter_renderer.h"
#include "ui/window/save_name.h"
#include "ui/window/window_size.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

namespace entente::ui {

namespace {

constexpr double millimetresPerInch = 25.4;

struct Preset {
    const char* name;
    double width;
    double height;
    bool millimetres;
};

// What reports and slides ask for; the first is a page's width with room for its margins.
constexpr Preset presets[] = {
    {QT_TRANSLATE_NOOP("entente::ui::ExportDialog", "A4 landscape, full page"), 257, 170, true},
    {QT_TRANSLATE_NOOP("entente::ui::ExportDialog", "A4 portrait, page width"), 170, 120, true},
    {QT_TRANSLATE_NOOP("entente::ui::ExportDialog", "Slide 16:9"), 1920, 1080, false},
    {QT_TRANSLATE_NOOP("entente::ui::ExportDialog", "Screen"), 1200, 768, false},
};

} // namespace

ExportDialog::ExportDialog(const Workspace& workspace, FigureView view, QWidget* parent)
    : QDialog(parent), workspace_(workspace) {
    setWindowTitle(tr("Export figure"));
    resizeWithinScreen(*this, {1080, 640});

    QWidget* const controls = makeControls();
    controls->setFixedWidth(300);
    preview_ = new QLabel(this);
    preview_->setAlignment(Qt::AlignCenter);
    preview_->setMinimumSize(320, 240);
    preview_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    preview_->setAccessibleName(tr("Preview of the figure"));

    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* const save = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* const columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(controls);
    columns->addWidget(preview_, 1);
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(24, 24, 24, 16);
    rows->setSpacing(16);
    rows->addLayout(columns, 1);
    rows->addWidget(buttons);

    view_->setCurrentIndex(view == FigureView::Timeline ? 1 : 0);
    preset_->setCurrentIndex(0);
    theme_->setCurrentIndex(workspace.style().theme == Theme::Dark ? 1 : 0);
}

QWidget* ExportDialog::makeControls() {
    auto* const box = new QWidget(this);
    auto* const form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(8);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);

    view_ = new QComboBox(box);
    view_->addItems({tr("Network"), tr("Timeline")});
    form->addRow(tr("&View"), view_);
    title_ = new QLineEdit(QString::fromStdString(workspace_.dossier().cover().title), box);
    title_->setCursorPosition(0);
    form->addRow(tr("&Title"), title_);

    preset_ = new QComboBox(box);
    for (const Preset& preset : presets) {
        preset_->addItem(tr(preset.name));
    }
    preset_->addItem(tr("Own size"));
    form->addRow(tr("Si&ze"), preset_);
    width_ = new QDoubleSpinBox(box);
    height_ = new QDoubleSpinBox(box);
    width_->setAccessibleName(tr("Width"));
    height_->setAccessibleName(tr("Height"));
    unit_ = new QComboBox(box);
    unit_->addItems({tr("mm"), tr("px")});
    unit_->setAccessibleName(tr("Unit of width and height"));
    auto* const size = new QHBoxLayout;
    size->setSpacing(4);
    size->addWidget(width_, 1);
    size->addWidget(new QLabel(QStringLiteral("×"), box));
    size->addWidget(height_, 1);
    size->addWidget(unit_);
    auto* const sizeLabel = new QLabel(tr("&Width × height"), box);
    sizeLabel->setBuddy(width_); // Of a layout, a form takes the key for a letter.
    form->addRow(sizeLabel, size);
    dpi_ = new QDoubleSpinBox(box);
    dpi_->setRange(30, 2400);
    dpi_->setDecimals(0);
    dpi_->setValue(300);
    dpi_->setToolTip(tr("Pixels an inch of a PNG; SVG and PDF have no pixels"));
    form->addRow(tr("&Resolution (dpi)"), dpi_);
    pixels_ = new QLabel(box);
    form->addRow(QString(), pixels_);

    theme_ = new QComboBox(box);
    theme_->addItems({tr("Light"), tr("Dark")});
    form->addRow(tr("T&heme"), theme_);
    lanes_ = new QComboBox(box);
    lanes_->addItems({tr("by sector"), tr("by actor")});
    form->addRow(tr("&Lanes"), lanes_);
    legend_ = new QCheckBox(tr("Le&gend"), box);
    caption_ = new QCheckBox(tr("&Caption with filter and dates"), box);
    sources_ = new QCheckBox(tr("&Source note"), box);
    for (QCheckBox* const check : {legend_, caption_, sources_}) {
        check->setChecked(true);
        form->addRow(QString(), check);
        connect(check, &QCheckBox::toggled, this, &ExportDialog::updatePreview);
    }

    takeUnit();
    connect(preset_, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0 && index < static_cast<int>(std::size(presets))) {
            const Preset& preset = presets[index];
            unit_->setCurrentIndex(preset.millimetres ? 0 : 1);
            const QSignalBlocker widthBlocker(width_);
            const QSignalBlocker heightBlocker(height_);
            width_->setValue(preset.width);
            height_->setValue(preset.height);
            updatePreview();
        }
    });
    width_->setValue(presets[0].width);
    height_->setValue(presets[0].height);
    for (QDoubleSpinBox* const length : {width_, height_}) {
        connect(length, &QDoubleSpinBox::valueChanged, this, [this] {
            preset_->setCurrentIndex(static_cast<int>(std::size(presets)));
            updatePreview();
        });
    }
    connect(unit_, &QComboBox::currentIndexChanged, this, &ExportDialog::takeUnit);
    connect(dpi_, &QDoubleSpinBox::valueChanged, this, &ExportDialog::updatePreview);
    connect(view_, &QComboBox::currentIndexChanged, this, &ExportDialog::updatePreview);
    connect(theme_, &QComboBox::currentIndexChanged, this, &ExportDialog::updatePreview);
    connect(lanes_, &QComboBox::currentIndexChanged, this, &ExportDialog::updatePreview);
    connect(title_, &QLineEdit::textChanged, this, &ExportDialog::updatePreview);
    return box;
}

void ExportDialog::takeUnit() {
    const bool millimetres = unit_->currentIndex() == 0;
    const QSignalBlocker widthBlocker(width_);
    const QSignalBlocker heightBlocker(height_);
    const double factor =
        millimetres ? millimetresPerInch / pixelsPerInch : pixelsPerInch / millimetresPerInch;
    const bool converts = width_->value() > 0 && width_->property("unit").isValid() &&
                          width_->property("unit").toInt() != unit_->currentIndex();
    const double width = converts ? width_->value() * factor : width_->value();
    const double height = converts ? height_->value() * factor : height_->value();
    for (QDoubleSpinBox* const length : {width_, height_}) {
        length->setRange(millimetres ? 40 : 150, millimetres ? 2000 : 20000);
        length->setDecimals(0);
        length->setProperty("unit", unit_->currentIndex());
    }
    width_->setValue(width);
    height_->setValue(height);
    dpi_->setEnabled(millimetres);
    updatePreview();
}

double ExportDialog::toPixels(double length) const {
    return unit_->currentIndex() == 0 ? length / millimetresPerInch * pixelsPerInch : length;
}

double ExportDialog::dotsPerInch() const {
    return unit_->currentIndex() == 0 ? dpi_->value() : pixelsPerInch;
}

FigureOptions ExportDialog::options() const {
    FigureOptions options;
    options.view = view_->currentIndex() == 1 ? FigureView::Timeline : FigureView::Network;
    options.size = {toPixels(width_->value()), toPixels(height_->value())};
    options.theme = theme_->currentIndex() == 1 ? Theme::Dark : Theme::Light;
    options.title = title_->text();
    options.byActor = lanes_->currentIndex() == 1;
    options.legend = legend_->isChecked();
    options.caption = caption_->isChecked();
    options.sources = sources_->isChecked();
    return options;
}

void ExportDialog::updatePreview() {
    if (preview_ == nullptr || !isVisible()) {
        return;
    }
    const FigureOptions figure = options();
    lanes_->setEnabled(figure.view == FigureView::Timeline);
    pixels_->setText(tr("%L1 × %L2 pixels as PNG")
                         .arg(qRound(figure.size.width() * dotsPerInch() / pixelsPerInch))
                         .arg(qRound(figure.size.height() * dotsPerInch() / pixelsPerInch)));
    const double scale = std::min(preview_->width() / figure.size.width(),
                                  preview_->height() / figure.size.height());
    const double ratio = devicePixelRatioF();
    QPixmap picture((figure.size * scale * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    QPainter painter(&picture);
    painter.scale(scale, scale);
    paint(painter, composeFigure(workspace_, figure));
    painter.end();
    preview_->setPixmap(picture);
}

void ExportDialog::resizeEvent(QResizeEvent* event) {
    QDialog::resizeEvent(event);
    updatePreview();
}

void ExportDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    updatePreview();
}

void ExportDialog::chooseFile() {
    const auto withEnding = [](const QString& name, const QString& filter) {
        if (isFigureFile(name.toStdU16String())) {
            return name;
        }
        return name + (filter.contains(QLatin1String("*.pdf"))   ? QStringLiteral(".pdf")
                       : filter.contains(QLatin1String("*.png")) ? QStringLiteral(".png")
                                                                 : QStringLiteral(".svg"));
    };
    const QString path = askForSaveName(
        this, {tr("Export figure"),
               title_->text().replace(QLatin1Char('/'), QLatin1Char('-')),
               {tr("SVG drawing (*.svg)"), tr("PDF document (*.pdf)"), tr("PNG picture (*.png)")},
               withEnding});
    if (!path.isEmpty() && exportTo(path)) {
        accept();
    }
}

bool ExportDialog::exportTo(const QString& path) {
    const FigureOptions figure = options();
    try {
        writeFigure(composeFigure(workspace_, figure), figure.size, figure.title, dotsPerInch(),
                    path.toStdU16String());
        return true;
    } catch (const FileError& error) {
        QMessageBox::critical(this, tr("The figure cannot be written"),
                              QString::fromUtf8(error.what()));
        return false;
    }
}

} // namespace entente::ui
