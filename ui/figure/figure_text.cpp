#include "ui/figure/figure_text.h"

#include "core/network/filter.h"
#include "ui/scene/dates.h"

#include <QCoreApplication>
#include <QTextLayout>

#include <algorithm>
#include <map>

namespace entente::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Figure", text); }

QString projectionSentence(const ProjectionOptions& options) {
    switch (options.projection) {
    case Projection::Alliances:
        return options.foldLeaders
                   ? tr("Actors joined by shared agreements and ties; leaders stand for their states.")
                   : tr("Actors joined by shared agreements and ties.");
    case Projection::Agreements:
        return tr("Agreements joined by lineage and shared parties.");
    case Projection::Full:
        return tr("Actors, agreements and events.");
    }
    return {};
}

bool shown(const Visibility& visibility, ElementRef element) {
    const std::vector<std::uint8_t>& table =
        element.kind == ElementKind::Vertex ? visibility.vertices : visibility.edges;
    return element.index < table.size() && table[element.index] != 0;
}

} // namespace

QFont figureFont(qreal pixelSize, bool bold) {
    QFont font;
    // One family a script, so that every machine falls back the same way.
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Arabic"),
                      QStringLiteral("Noto Sans Hebrew"), QStringLiteral("Noto Sans CJK SC"),
                      QStringLiteral("Noto Sans CJK KR")});
    font.setPixelSize(std::max(1, qRound(pixelSize)));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QString figureCaption(const Workspace& workspace, FigureView view) {
    QStringList sentences{
        QString::fromStdString(describe(workspace.filter(), workspace.dossier()))};
    if (view == FigureView::Network) {
        sentences << projectionSentence(workspace.projection());
        if (workspace.network().isCollapsed()) {
            sentences << tr("A disc with a number stands for a community of that many; a number on a line "
                            "says how many pairs of their members it joins.");
        }
    }
    if (!workspace.filter().window && workspace.extent().first != earliestDay) {
        sentences << tr("Dated %1 – %2.")
                         .arg(civilDate(workspace.extent().first).year)
                         .arg(civilDate(workspace.extent().last).year);
    }
    if (!workspace.dossier().cover().asOf.empty()) {
        sentences << tr("As of %1.").arg(readablePeriod(workspace.dossier().cover().asOf));
    }
    for (QString& sentence : sentences) {
        if (!sentence.isEmpty() && !sentence.endsWith(QLatin1Char('.'))) {
            sentence += QLatin1Char('.');
        }
    }
    return sentences.join(QLatin1Char(' ')).simplified();
}

QStringList figureSources(const Workspace& workspace) {
    const Dossier& dossier = workspace.dossier();
    std::vector<std::pair<std::size_t, SourceIndex>> counts(dossier.sources().size());
    for (SourceIndex i = 0; i < counts.size(); ++i) {
        counts[i] = {0, i};
    }
    for (ClaimIndex i = 0; i < dossier.claims().size(); ++i) {
        const Claim& claim = dossier.claims()[i];
        if (!dossier.claimRemoved(i) && claim.source < counts.size() &&
            shown(workspace.visibility(), claim.about)) {
            ++counts[claim.source].first;
        }
    }
    std::ranges::stable_sort(counts, std::ranges::greater{},
                             &std::pair<std::size_t, SourceIndex>::first);
    const auto text = [&dossier](StringId id) {
        const std::string_view view = dossier.text(id);
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    };
    QStringList lines;
    for (const auto& [count, index] : counts) {
        if (count == 0) {
            break;
        }
        const Source& source = dossier.sources()[index];
        QStringList origin;
        if (source.publisher != noString) {
            origin << text(source.publisher);
        }
        if (!source.date.empty()) {
            origin << readablePeriod(source.date);
        }
        lines << (origin.isEmpty() ? text(source.title)
                                   : QStringLiteral("%1 (%2)").arg(
                                         text(source.title), origin.join(QStringLiteral(", "))));
    }
    return lines;
}

QStringList wrapText(const QString& text, const QFont& font, qreal width) {
    QStringList lines;
    QTextLayout layout(text, font);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

} // namespace entente::ui
