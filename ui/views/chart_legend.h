#pragma once

#include "ui/scene/samples.h"

#include <QWidget>

namespace entente::ui {

/// The sectors of the charts, a dot and a name each, in as many lines as they need.
class ChartLegend : public QWidget {
    Q_OBJECT

public:
    struct Entry {
        QString name;
        SamplePainter sample;
    };

    explicit ChartLegend(QWidget* parent = nullptr);

    void setEntries(std::vector<Entry> entries);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int arrange(int width, QPainter* painter) const;

    std::vector<Entry> entries_;
};

} // namespace entente::ui
