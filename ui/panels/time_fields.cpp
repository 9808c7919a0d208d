#include "ui/panels/time_fields.h"

#include "core/model/period.h"
#include "ui/panels/link_button.h"
#include "ui/panels/section_heading.h"
#include "ui/scene/widget_palette.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace entente::ui {

namespace {

/// The shortest date that begins (or ends) on that day: 2001, 2001-03 or 2001-03-12.
QString shortest(Day day, bool asEnd) {
    const CivilDate civil = civilDate(day);
    const bool wholeMonth = civil.day == (asEnd ? daysInMonth(civil.year, civil.month) : 1U);
    const bool wholeYear = wholeMonth && civil.month == (asEnd ? 12U : 1U);
    Date date;
    date.year = civil.year;
    date.month = wholeYear ? std::uint8_t{0} : static_cast<std::uint8_t>(civil.month);
    date.day = wholeMonth ? std::uint8_t{0} : static_cast<std::uint8_t>(civil.day);
    return QString::fromStdString(toEdtf(date));
}

QString exact(Day day) {
    const CivilDate civil = civilDate(day);
    Date date;
    date.year = civil.year;
    date.month = static_cast<std::uint8_t>(civil.month);
    date.day = static_cast<std::uint8_t>(civil.day);
    return QString::fromStdString(toEdtf(date));
}

} // namespace

TimeFields::~TimeFields() {
    // A field that loses the focus while the widget goes down would still commit what was typed.
    for (QWidget* const child : findChildren<QWidget*>()) {
        child->disconnect(this);
    }
}

TimeFields::TimeFields(QWidget* parent)
    : QWidget(parent), from_(new QLineEdit(this)), to_(new QLineEdit(this)),
      fromLabel_(new QLabel(this)), toLabel_(new QLabel(tr("to"), this)), fault_(new QLabel(this)) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* const heading = new SectionHeading(tr("Time"), this);
    heading->setContentsMargins(0, 0, 0, 0);
    clearLink_ = heading->addLink(tr("clear"), tr("Clear the time window"));
    instantLink_ = heading->addLink(tr("instant"), tr("One day instead of a window"));
    instantLink_->setCheckable(true);
    instantLink_->setToolTip(tr("Show what was so on one day"));
    column->addWidget(heading);

    auto* const row = new QHBoxLayout;
    row->setSpacing(8);
    for (QLabel* const label : {fromLabel_, toLabel_}) {
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    const QString hint =
        tr("A year (2001), a month (2001-03) or a day (2001-03-12), Enter to apply");
    from_->setToolTip(hint);
    to_->setToolTip(hint);
    to_->setAccessibleName(tr("To"));
    row->addWidget(fromLabel_);
    row->addWidget(from_, 1);
    row->addWidget(toLabel_);
    row->addWidget(to_, 1);
    column->addLayout(row);
    fault_->setWordWrap(true);
    fault_->setForegroundRole(QPalette::BrightText);
    fault_->setFont(smallFont(font()));
    fault_->hide();
    column->addWidget(fault_);

    for (QLineEdit* const field : {from_, to_}) {
        field->setMinimumWidth(40);
        connect(field, &QLineEdit::editingFinished, this, &TimeFields::commit);
    }
    connect(clearLink_, &LinkButton::clicked, this, [this] {
        from_->clear();
        to_->clear();
        commit();
    });
    connect(instantLink_, &LinkButton::clicked, this, [this](bool on) {
        setInstant(on);
        if (window_) {
            commit();
        } else {
            from_->setFocus();
        }
    });
    setInstant(false);
    show(std::nullopt);
}

void TimeFields::setInstant(bool instant) {
    instant_ = instant;
    instantLink_->setChecked(instant);
    fromLabel_->setText(instant ? tr("on") : tr("from"));
    from_->setAccessibleName(instant ? tr("On") : tr("From"));
    toLabel_->setVisible(!instant);
    to_->setVisible(!instant);
}

void TimeFields::setExtent(DaySpan extent) {
    extent_ = extent;
    const auto year = [](Day day) {
        return day == earliestDay || day == latestDay ? QString()
                                                      : QString::number(civilDate(day).year);
    };
    from_->setPlaceholderText(year(extent.first));
    to_->setPlaceholderText(year(extent.last));
}

void TimeFields::setWindow(std::optional<DaySpan> window) {
    if (window == window_) {
        return;
    }
    window_ = window;
    if (window) {
        setInstant(window->first == window->last);
    }
    show(window);
}

void TimeFields::show(std::optional<DaySpan> window) {
    const QSignalBlocker quietFrom(from_);
    const QSignalBlocker quietTo(to_);
    from_->setText(!window || window->first == earliestDay ? QString()
                   : instant_                              ? exact(window->first)
                                                           : shortest(window->first, false));
    to_->setText(!window || window->last == latestDay ? QString() : shortest(window->last, true));
    from_->setCursorPosition(0);
    to_->setCursorPosition(0);
    fault_->hide();
    clearLink_->setVisible(window.has_value());
}

std::optional<DaySpan> TimeFields::read(const QLineEdit* field, QString& fault) const {
    const QString text = field->text().trimmed();
    if (text.isEmpty()) {
        return DaySpan{};
    }
    const auto period = parsePeriod(text.toStdString());
    if (!period) {
        fault = tr("“%1” is no date. Write a year (2001), a month (2001-03) or a day (2001-03-12).")
                    .arg(text);
        return std::nullopt;
    }
    return period->span();
}

void TimeFields::commit() {
    QString fault;
    const auto from = read(from_, fault);
    const auto to = instant_ || !from ? from : read(to_, fault);
    std::optional<DaySpan> window;
    if (from && to) {
        const bool interval = !instant_ && to_->text().trimmed().isEmpty() &&
                              from_->text().contains(QLatin1Char('/'));
        window = interval ? *from : DaySpan{from->first, to->last};
        if (instant_) {
            // Of a year or month its first day.
            window->last = window->first;
        }
        if (*window == DaySpan{} || (instant_ && window->first == earliestDay)) {
            window.reset();
        } else if (window->first > window->last) {
            fault = tr("The end (%1) lies before the begin (%2).").arg(to_->text(), from_->text());
        }
    }
    fault_->setText(fault);
    fault_->setVisible(!fault.isEmpty());
    if (!fault.isEmpty()) {
        return;
    }
    if (window == window_) {
        return;
    }
    window_ = window;
    show(window);
    emit windowChanged(window);
}

} // namespace entente::ui
