#pragma once

#include <QScrollArea>

namespace entente::ui {

/// Scrolls up and down only: it is never too narrow for what it shows.
class VerticalScrollArea : public QScrollArea {
public:
    VerticalScrollArea(QWidget* content, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int neededWidth() const;
};

} // namespace entente::ui
