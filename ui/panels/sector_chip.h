#pragma once

#include "ui/scene/samples.h"

#include <QAbstractButton>

namespace entente::ui {

/// A pill with the sector's dot and name: the sectors of an element, or, checkable, the choice of
/// them. Also a removable "Iran ×".
class SectorChip : public QAbstractButton {
    Q_OBJECT

public:
    SectorChip(const Sector& sector, Theme theme, QWidget* parent = nullptr);
    /// A chip without a dot, with a cross: a click removes what it stands for.
    static SectorChip* removable(const QString& text, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    explicit SectorChip(QWidget* parent);

    SamplePainter sample_;
    QColor outline_;
    bool removable_ = false;
};

} // namespace entente::ui
