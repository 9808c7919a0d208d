#pragma once

#include "ui/figure/figure.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;

namespace entente::ui {

/// Asks what the figure is to look like, shows it as it will be, and writes it.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    ExportDialog(const Workspace& workspace, FigureView view, QWidget* parent = nullptr);

    [[nodiscard]] FigureOptions options() const;
    /// Writes the figure; where that fails, says so and gives false.
    bool exportTo(const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum class Unit : std::uint8_t { Millimetres, Pixels };

    QWidget* makeControls();
    void takeUnit();
    void updatePreview();
    void chooseFile();
    [[nodiscard]] double toPixels(double length) const;
    [[nodiscard]] double dotsPerInch() const;

    const Workspace& workspace_;
    QComboBox* view_ = nullptr;
    QLineEdit* title_ = nullptr;
    QComboBox* preset_ = nullptr;
    QDoubleSpinBox* width_ = nullptr;
    QDoubleSpinBox* height_ = nullptr;
    QComboBox* unit_ = nullptr;
    QDoubleSpinBox* dpi_ = nullptr;
    QComboBox* theme_ = nullptr;
    QComboBox* lanes_ = nullptr;
    QCheckBox* legend_ = nullptr;
    QCheckBox* caption_ = nullptr;
    QCheckBox* sources_ = nullptr;
    QLabel* preview_ = nullptr;
    QLabel* pixels_ = nullptr;
};

} // namespace entente::ui
