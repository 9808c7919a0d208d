#pragma once

#include "core/model/date.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace entente::ui {

class LinkButton;

/// From and to as dates of any precision, or one instant. A field that is no date says so under
/// itself and changes nothing.
class TimeFields : public QWidget {
    Q_OBJECT

public:
    explicit TimeFields(QWidget* parent = nullptr);
    ~TimeFields() override;

    void setWindow(std::optional<DaySpan> window);
    /// What the empty fields stand for.
    void setExtent(DaySpan extent);

signals:
    void windowChanged(std::optional<entente::DaySpan> window);

private:
    void commit();
    void setInstant(bool instant);
    void show(std::optional<DaySpan> window);
    [[nodiscard]] std::optional<DaySpan> read(const QLineEdit* field, QString& fault) const;

    QLineEdit* from_;
    QLineEdit* to_;
    QLabel* fromLabel_;
    QLabel* toLabel_;
    QLabel* fault_;
    LinkButton* instantLink_;
    LinkButton* clearLink_;
    std::optional<DaySpan> window_;
    DaySpan extent_;
    bool instant_ = false;
};

} // namespace entente::ui
