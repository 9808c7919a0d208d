#include "ui/panels/facet_group.h"

#include "ui/panels/facet_row.h"
#include "ui/panels/link_button.h"
#include "ui/panels/section_heading.h"

#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr std::uint64_t bit(std::size_t value) {
    return std::uint64_t{1} << value;
}

} // namespace

FacetGroup::FacetGroup(const QString& title, int sampleWidth, Commands commands, QWidget* parent)
    : QWidget(parent), heading_(new SectionHeading(title, this)), column_(new QVBoxLayout(this)),
      sampleWidth_(sampleWidth), commands_(commands) {
    setAccessibleName(title);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    heading_->setContentsMargins(8, 0, 5, 0);
    column_->addWidget(heading_);
    all_ = heading_->addLink(tr("all"), tr("Show all of %1").arg(title));
    none_ = heading_->addLink(tr("none"), tr("Show none of %1").arg(title));
    invert_ = heading_->addLink(tr("invert"), tr("Invert the choice of %1").arg(title));
    none_->setVisible(commands == Commands::Every);
    invert_->setVisible(commands == Commands::Every);
    connect(all_, &LinkButton::clicked, this, &FacetGroup::chooseAll);
    connect(none_, &LinkButton::clicked, this, &FacetGroup::chooseNone);
    connect(invert_, &LinkButton::clicked, this, &FacetGroup::invert);
}

LinkButton* FacetGroup::addCommand(const QString& text, const QString& accessibleName) {
    return heading_->addLink(text, accessibleName);
}

void FacetGroup::setValues(const std::vector<Value>& values) {
    while (rows_.size() < values.size()) {
        addRow();
    }
    while (rows_.size() > values.size()) {
        delete rows_.back();
        rows_.pop_back();
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        rows_[i]->setText(values[i].name);
        rows_[i]->setSample(values[i].sample);
    }
}

void FacetGroup::addRow() {
    const std::size_t value = rows_.size();
    auto* const row = new FacetRow({}, sampleWidth_, this);
    rows_.push_back(row);
    // After the heading and the rows before; what a panel adds under the rows stays under them.
    column_->insertWidget(static_cast<int>(value) + 1, row);
    row->setChecked((chosen_ & bit(value)) != 0);
    row->setVisible((present_ & bit(value)) != 0);
    connect(row, &FacetRow::clicked, this, [this, value] { choose(chosen_ ^ bit(value)); });
    connect(row, &FacetRow::onlyRequested, this, [this, value] { chooseOnly(value); });
    connect(row, &FacetRow::moveRequested, this, [this, value](int steps) { move(value, steps); });
    connect(row, &FacetRow::menuRequested, this,
            [this, value](const QPoint& position) { showMenu(value, position); });
}

void FacetGroup::setPresent(std::uint64_t present) {
    present_ = present;
    std::size_t first = rows_.size();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const bool shown = (present & bit(i)) != 0;
        rows_[i]->setVisible(shown);
        first = shown ? std::min(first, i) : first;
    }
    setVisible(first < rows_.size());
    if (first < rows_.size()) {
        letTabReach(first);
    }
}

void FacetGroup::setChosen(std::uint64_t chosen) {
    chosen_ = chosen;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i]->setChecked((chosen & bit(i)) != 0);
    }
    const std::uint64_t shown = chosen & present_;
    all_->setEnabled(shown != present_);
    all_->setVisible(commands_ == Commands::Every || shown != present_);
    none_->setEnabled(shown != 0);
}

void FacetGroup::setCounts(std::span<const std::size_t> counts) {
    for (std::size_t i = 0; i < rows_.size() && i < counts.size(); ++i) {
        rows_[i]->setCount(counts[i]);
    }
}

void FacetGroup::choose(std::uint64_t chosen) {
    setChosen(chosen);
    emit chosenChanged(chosen);
}

void FacetGroup::chooseOnly(std::size_t value) {
    choose(bit(value));
}

void FacetGroup::chooseAll() {
    choose(~std::uint64_t{0});
}

void FacetGroup::chooseNone() {
    choose(0);
}

void FacetGroup::invert() {
    choose(~chosen_ & present_);
}

void FacetGroup::move(std::size_t from, int steps) {
    const auto last = static_cast<std::ptrdiff_t>(rows_.size()) - 1;
    const std::ptrdiff_t step = steps < 0 ? -1 : 1;
    auto reached = static_cast<std::ptrdiff_t>(from);
    int left = std::abs(steps);
    for (std::ptrdiff_t at = reached + step; left > 0 && at >= 0 && at <= last; at += step) {
        if ((present_ & bit(static_cast<std::size_t>(at))) != 0) {
            reached = at;
            --left;
        }
    }
    letTabReach(static_cast<std::size_t>(reached));
    rows_[static_cast<std::size_t>(reached)]->setFocus(Qt::ShortcutFocusReason);
}

void FacetGroup::letTabReach(std::size_t value) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        rows_[i]->setFocusPolicy(i == value ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void FacetGroup::showMenu(std::size_t value, const QPoint& position) {
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Only %1").arg(rows_[value]->text()), this,
                    [this, value] { chooseOnly(value); });
    menu->addAction(tr("All but %1").arg(rows_[value]->text()), this,
                    [this, value] { choose(~bit(value)); });
    menu->addSeparator();
    menu->addAction(tr("All"), this, &FacetGroup::chooseAll);
    menu->addAction(tr("None"), this, &FacetGroup::chooseNone);
    menu->addAction(tr("Invert"), this, &FacetGroup::invert);
    menu->popup(position);
}

} // namespace entente::ui
