#pragma once

#include "ui/panels/layout_choices.h"

#include <QRadioButton>

namespace entente::ui {

/// One layout to choose: a sketch, its name and a line on what it does.
class LayoutRow : public QRadioButton {
    Q_OBJECT

public:
    explicit LayoutRow(const LayoutChoice& choice, QWidget* parent = nullptr);

    /// Says why it cannot be chosen; empty: it can.
    void setUnavailable(const QString& why);
    [[nodiscard]] LayoutAlgorithm algorithm() const { return algorithm_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] bool hitButton(const QPoint& position) const override;

private:
    LayoutAlgorithm algorithm_;
    QString description_;
};

} // namespace entente::ui
