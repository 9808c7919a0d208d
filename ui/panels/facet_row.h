#pragma once

#include "ui/scene/samples.h"

#include <QAbstractButton>

namespace entente::ui {

/// One value that can be filtered in and out: a sample of how it looks, its name, how many elements
/// it shows. A click or space switches it; Alt and a click, a double click or "only" under the
/// pointer leaves it alone.
class FacetRow : public QAbstractButton {
    Q_OBJECT

public:
    FacetRow(const QString& name, int sampleWidth, QWidget* parent = nullptr);

    void setSample(SamplePainter sample);
    void setCount(std::size_t count);
    [[nodiscard]] std::size_t count() const { return count_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void onlyRequested();
    void menuRequested(const QPoint& globalPosition);
    /// One of the arrow keys: −1 up, +1 down; ±1000 to the first or the last.
    void moveRequested(int steps);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void checkStateSet() override;
    void nextCheckState() override;

private:
    [[nodiscard]] QRect onlyRect() const;
    [[nodiscard]] QString countText() const;
    void describeForAssistance();

    SamplePainter sample_;
    int sampleWidth_;
    std::size_t count_ = 0;
    bool onlyPressed_ = false;
};

} // namespace entente::ui
