#include "ui/window/status_summary.h"

#include "ui/scene/counted.h"
#include <QCoreApplication>
#include <QStringList>

namespace entente::ui {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("StatusSummary", text);
}

struct Count {
    std::size_t shown = 0;
    std::size_t all = 0;
};

/// "1 of 1 tie", "3 of 1,200 ties".
QString part(const Count& count, const QString& one, const QString& many) {
    return tr("%L1 of %2").arg(count.shown).arg(counted(count.all, one, many));
}

QString years(const DaySpan& window, const DaySpan& extent) {
    const Day first = window.first == earliestDay ? extent.first : window.first;
    const Day last = window.last == latestDay ? extent.last : window.last;
    if (first == earliestDay || last == latestDay) {
        return {};
    }
    const int begin = civilDate(first).year;
    const int end = civilDate(last).year;
    return begin == end ? QString::number(begin) : QStringLiteral("%1 – %2").arg(begin).arg(end);
}

} // namespace

QString statusSummary(const Workspace& workspace) {
    const Dossier& dossier = workspace.dossier();
    const Visibility& visibility = workspace.visibility();
    Count actors;
    Count agreements;
    Count events;
    Count ties;
    for (VertexIndex i = 0; i < dossier.vertices().size(); ++i) {
        if (dossier.vertices().removed(i)) {
            continue;
        }
        const VertexKind kind = dossier.vertices().kind(i);
        Count& count = isActor(kind) ? actors : kind == VertexKind::Agreement ? agreements : events;
        ++count.all;
        count.shown += visibility.vertices[i];
    }
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        if (!dossier.edges().removed(i) && dossier.edges().kind(i) == EdgeKind::Tie) {
            ++ties.all;
            ties.shown += visibility.edges[i];
        }
    }
    QStringList parts{part(actors, tr("1 actor"), tr("%L1 actors"))};
    if (agreements.all > 0) {
        parts << part(agreements, tr("1 agreement"), tr("%L1 agreements"));
    }
    if (events.all > 0) {
        parts << part(events, tr("1 event"), tr("%L1 events"));
    }
    if (ties.all > 0) {
        parts << part(ties, tr("1 tie"), tr("%L1 ties"));
    }
    const QString period =
        years(workspace.filter().window.value_or(workspace.extent()), workspace.extent());
    if (!period.isEmpty()) {
        parts << period;
    }
    if (workspace.filter().sectors != allSectors) {
        QStringList sectors;
        for (std::size_t i = 0; i < dossier.sectors().size(); ++i) {
            if ((workspace.filter().sectors & sectorBit(i)) != 0) {
                sectors << QString::fromStdString(dossier.sectors()[i].name).toLower();
            }
        }
        parts << (sectors.isEmpty() ? tr("no sector") : sectors.join(QStringLiteral(", ")));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace entente::ui
