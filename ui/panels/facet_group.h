#pragma once

#include "ui/scene/samples.h"

#include <QWidget>

#include <span>
#include <vector>

class QVBoxLayout;

namespace entente::ui {

class FacetRow;
class LinkButton;
class SectionHeading;

/// A heading and a row for each value of one criterion; at most 64. Tab goes to the group, the
/// arrow keys within it.
class FacetGroup : public QWidget {
    Q_OBJECT

public:
    struct Value {
        QString name;
        SamplePainter sample;
    };

    /// What stands beside the heading: "all · none · invert", or "all" once there is a choice.
    enum class Commands : std::uint8_t { Every, Reset };

    FacetGroup(const QString& title, int sampleWidth, Commands commands, QWidget* parent = nullptr);

    /// A further command beside the heading.
    LinkButton* addCommand(const QString& text, const QString& accessibleName);

    /// Keeps the widgets of values that stay.
    void setValues(const std::vector<Value>& values);
    /// Which values have a row (bit i: the i-th).
    void setPresent(std::uint64_t present);
    [[nodiscard]] std::uint64_t present() const { return present_; }
    /// Which values are let through.
    void setChosen(std::uint64_t chosen);
    [[nodiscard]] std::uint64_t chosen() const { return chosen_; }
    void setCounts(std::span<const std::size_t> counts);

    [[nodiscard]] FacetRow* row(std::size_t value) const { return rows_[value]; }
    /// For further controls under the rows.
    [[nodiscard]] QVBoxLayout* column() const { return column_; }

public slots:
    void chooseOnly(std::size_t value);
    void chooseAll();
    void chooseNone();
    void invert();

signals:
    /// The user has chosen: bits beyond the rows are as they were.
    void chosenChanged(quint64 chosen);

private:
    void addRow();
    void choose(std::uint64_t chosen);
    void move(std::size_t from, int steps);
    void showMenu(std::size_t value, const QPoint& position);
    void letTabReach(std::size_t value);

    SectionHeading* heading_;
    LinkButton* all_;
    LinkButton* none_;
    LinkButton* invert_;
    QVBoxLayout* column_;
    std::vector<FacetRow*> rows_;
    int sampleWidth_;
    Commands commands_;
    std::uint64_t present_ = 0;
    std::uint64_t chosen_ = ~std::uint64_t{0};
};

} // namespace entente::ui
