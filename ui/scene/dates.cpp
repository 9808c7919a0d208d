#include "ui/scene/dates.h"

#include <QCoreApplication>
#include <QLocale>

namespace entente::ui {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Dates", text);
}

QString yearText(int year) {
    return year <= 0 ? tr("%1 BC").arg(1 - year) : QString::number(year);
}

QString monthText(unsigned month) {
    return QLocale().standaloneMonthName(static_cast<int>(month), QLocale::LongFormat);
}

QString seasonText(unsigned season) {
    switch (season) {
    case Date::springSeason:
        return tr("spring");
    case Date::springSeason + 1:
        return tr("summer");
    case Date::springSeason + 2:
        return tr("autumn");
    default:
        return tr("winter");
    }
}

QString plainDate(const Date& date) {
    if (date.unspecified == Date::YearsOfDecade) {
        return tr("the %1s").arg(date.year);
    }
    if (date.unspecified == Date::YearsOfCentury) {
        return tr("the %1s").arg(date.year);
    }
    if (date.month >= Date::springSeason) {
        return QStringLiteral("%1 %2").arg(seasonText(date.month), yearText(date.year));
    }
    if (date.month == 0) {
        return yearText(date.year);
    }
    if (date.day == 0) {
        return QStringLiteral("%1 %2").arg(monthText(date.month), yearText(date.year));
    }
    return QStringLiteral("%1 %2 %3").arg(date.day).arg(monthText(date.month), yearText(date.year));
}

} // namespace

QString readableDate(const Date& date) {
    const QString text = plainDate(date);
    switch (date.qualifier) {
    case Date::Approximate:
        return tr("about %1").arg(text);
    case Date::Uncertain:
        return tr("%1 (uncertain)").arg(text);
    case Date::Both:
        return tr("about %1 (uncertain)").arg(text);
    case Date::Exact:
        break;
    }
    return text;
}

QString readablePeriod(const Period& period) {
    if (period.empty()) {
        return {};
    }
    const bool begins = period.begin.kind == Endpoint::Kind::Known;
    const bool ends = period.end.kind == Endpoint::Kind::Known;
    if (period.single()) {
        return readableDate(period.begin.date);
    }
    if (begins && ends) {
        return QStringLiteral("%1 – %2").arg(readableDate(period.begin.date),
                                             readableDate(period.end.date));
    }
    if (begins) {
        return period.end.kind == Endpoint::Kind::Open
                   ? tr("since %1").arg(readableDate(period.begin.date))
                   : tr("from %1, end not known").arg(readableDate(period.begin.date));
    }
    if (ends) {
        return tr("until %1").arg(readableDate(period.end.date));
    }
    return period.end.kind == Endpoint::Kind::Open || period.begin.kind == Endpoint::Kind::Open
               ? tr("at all times")
               : tr("dates not known");
}

QString readableDay(Day day) {
    const CivilDate date = civilDate(day);
    return QStringLiteral("%1 %2 %3").arg(date.day).arg(monthText(date.month), yearText(date.year));
}

} // namespace entente::ui
