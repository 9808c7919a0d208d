#include "ui/panels/page_parts.h"
#include "ui/scene/dates.h"
#include "ui/scene/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <set>

namespace entente::ui {

namespace {

QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("Inspector", text, nullptr, n);
}

std::pair<QString, QString> endNames(EdgeKind kind) {
    switch (kind) {
    case EdgeKind::Participation:
        return {tr("Who"), tr("In")};
    case EdgeKind::Lineage:
        return {tr("Later"), tr("Earlier")};
    case EdgeKind::Tie:
        break;
    }
    return {tr("From"), tr("To")};
}

} // namespace

ElementPage edgePage(const Dossier& dossier, EdgeIndex row, const QString& language) {
    const EdgeTable& edges = dossier.edges();
    const PagePiece source = linkTo(dossier, {ElementKind::Vertex, edges.source(row)}, language);
    const PagePiece target = linkTo(dossier, {ElementKind::Vertex, edges.target(row)}, language);
    const QString type = interned(dossier, edges.type(row));
    ElementPage page;
    page.title = source.text +
                 (edges.directed(row) ? QStringLiteral(" → ") : QStringLiteral(" – ")) +
                 target.text;
    QStringList words{type.isEmpty() ? capitalised(edgeKindWord(edges.kind(row)))
                                     : capitalised(type)};
    if (!type.isEmpty()) {
        words << edgeKindWord(edges.kind(row));
    }
    if (edges.confidence(row) != Confidence::Confirmed) {
        words << confidenceWord(edges.confidence(row));
    }
    if (edges.polarity(row) != Polarity::Neutral) {
        words << polarityWord(edges.polarity(row));
    }
    page.subtitle = words.join(QStringLiteral(" · "));
    page.sectors = edges.sectors(row);
    page.note = interned(dossier, edges.note(row));
    const auto [from, to] = endNames(edges.kind(row));
    page.facts.push_back({from, {{source}}});
    page.facts.push_back({to, {{target}}});
    if (const Period& period = edges.period(row); !period.empty()) {
        page.facts.push_back({period.single() ? tr("Date") : tr("Runs"),
                              {plainLine(capitalised(readablePeriod(period)))}});
    }
    if (edges.weight(row) != 1) {
        page.facts.push_back({tr("Weight"), {plainLine(QLocale().toString(edges.weight(row)))}});
    }
    for (const Attribute& attribute : edges.attributes().row(row)) {
        page.facts.push_back(attributeFact(dossier, attribute));
    }
    page.claimsTitle = tr("Who says so");
    page.claims = claimsAbout(dossier, {{ElementKind::Edge, row}}, language);
    return page;
}

ElementPage claimPage(const Dossier& dossier, ClaimIndex row, const QString& language) {
    const Claim& claim = dossier.claims()[row];
    ElementPage page;
    page.title = interned(dossier, claim.statement);
    page.subtitle = tr("Claim · %1").arg(confidenceWord(claim.confidence));
    page.facts.push_back({tr("About"), {{linkTo(dossier, claim.about, language)}}});
    if (claim.attribution != noString) {
        page.facts.push_back({tr("Said by"), {plainLine(interned(dossier, claim.attribution))}});
    }
    if (claim.source < dossier.sources().size()) {
        page.facts.push_back(
            {tr("Source"), {{linkTo(dossier, {ElementKind::Source, claim.source}, {})}}});
    }
    if (claim.locator != noString) {
        page.facts.push_back({tr("Where"), {plainLine(interned(dossier, claim.locator))}});
    }
    if (!claim.date.empty()) {
        page.facts.push_back({tr("When"), {plainLine(readablePeriod(claim.date))}});
    }
    return page;
}

ElementPage sourcePage(const Dossier& dossier, SourceIndex row, const QString& language) {
    const Source& source = dossier.sources()[row];
    ElementPage page;
    page.title = interned(dossier, source.title);
    const QString publisher = interned(dossier, source.publisher);
    page.subtitle = publisher.isEmpty() ? tr("Source") : tr("Source · %1").arg(publisher);
    page.note = interned(dossier, source.note);
    if (!source.date.empty()) {
        page.facts.push_back({tr("Date"), {plainLine(readablePeriod(source.date))}});
    }
    if (const QString address = interned(dossier, source.address); !address.isEmpty()) {
        page.facts.push_back({tr("Address"), {{addressPiece(address, address)}}});
    }
    page.claimsTitle = tr("What it says");
    for (ClaimIndex i = 0; i < dossier.claims().size(); ++i) {
        const Claim& claim = dossier.claims()[i];
        if (claim.source != row || dossier.claimRemoved(i)) {
            continue;
        }
        PageClaim card{claim.confidence,
                       interned(dossier, claim.statement),
                       {quietText(tr("On ")), linkTo(dossier, claim.about, language)}};
        if (claim.locator != noString) {
            card.origin.push_back(
                quietText(QStringLiteral(" · ") + interned(dossier, claim.locator)));
        }
        page.claims.push_back(std::move(card));
    }
    return page;
}

} // namespace entente::ui
