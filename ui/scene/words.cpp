#include "ui/scene/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace entente::ui {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Words", text);
}

} // namespace

QString kindWord(VertexKind kind) {
    switch (kind) {
    case VertexKind::State:
        return tr("state");
    case VertexKind::Leader:
        return tr("leader");
    case VertexKind::Organisation:
        return tr("organisation");
    case VertexKind::Group:
        return tr("group");
    case VertexKind::Company:
        return tr("company");
    case VertexKind::Other:
        return tr("actor");
    case VertexKind::Agreement:
        return tr("agreement");
    case VertexKind::Event:
        return tr("event");
    }
    return {};
}

QString kindPlural(VertexKind kind) {
    switch (kind) {
    case VertexKind::State:
        return tr("States");
    case VertexKind::Leader:
        return tr("Leaders");
    case VertexKind::Organisation:
        return tr("Organisations");
    case VertexKind::Group:
        return tr("Groups");
    case VertexKind::Company:
        return tr("Companies");
    case VertexKind::Other:
        return tr("Other actors");
    case VertexKind::Agreement:
        return tr("Agreements");
    case VertexKind::Event:
        return tr("Events");
    }
    return {};
}

QString edgeKindWord(EdgeKind kind) {
    switch (kind) {
    case EdgeKind::Tie:
        return tr("tie");
    case EdgeKind::Participation:
        return tr("participation");
    case EdgeKind::Lineage:
        return tr("lineage");
    }
    return {};
}

QString confidenceWord(Confidence confidence) {
    switch (confidence) {
    case Confidence::Confirmed:
        return tr("confirmed");
    case Confidence::Reported:
        return tr("reported");
    case Confidence::Alleged:
        return tr("alleged");
    case Confidence::Planned:
        return tr("planned");
    }
    return {};
}

QString polarityWord(Polarity polarity) {
    switch (polarity) {
    case Polarity::Cooperative:
        return tr("cooperative");
    case Polarity::Neutral:
        return tr("neutral");
    case Polarity::Conflictual:
        return tr("conflictual");
    }
    return {};
}

QString statusWord(Status status) {
    switch (status) {
    case Status::Unstated:
        return tr("not stated");
    case Status::Negotiated:
        return tr("negotiated");
    case Status::Signed:
        return tr("signed");
    case Status::InForce:
        return tr("in force");
    case Status::Suspended:
        return tr("suspended");
    case Status::Ended:
        return tr("ended");
    }
    return {};
}

QString readableNumber(double number) {
    constexpr double exact = 1e15;
    return std::floor(number) == number && std::abs(number) < exact
               ? QLocale().toString(static_cast<qlonglong>(number))
               : QLocale().toString(number, 'g', 6);
}

QString capitalised(QString text) {
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

} // namespace entente::ui
