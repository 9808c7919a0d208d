#pragma once

#include <QLabel>

namespace entente::ui {

/// One line of plain text, as wide as there is room: the end of what does not fit becomes "…", and
/// the tooltip says all of it.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    using QLabel::QLabel;

    [[nodiscard]] QSize minimumSizeHint() const override;
    /// What is seen of the text.
    [[nodiscard]] QString shownText() const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace entente::ui
