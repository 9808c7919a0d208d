#pragma once

#include <QAbstractButton>

namespace entente::ui {

/// A command that looks like a link: small, in the accent colour, underlined under the pointer.
/// Where it is checkable, the checked one is in the text colour and bold.
class LinkButton : public QAbstractButton {
    Q_OBJECT

public:
    explicit LinkButton(const QString& text, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace entente::ui
