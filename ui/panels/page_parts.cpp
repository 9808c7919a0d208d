#include "ui/panels/page_parts.h"

#include "ui/scene/dates.h"
#include "ui/scene/vertex_text.h"
#include "ui/scene/words.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <array>

namespace entente::ui {

namespace {

constexpr std::size_t mostInline = 60;

QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("Inspector", text, nullptr, n);
}

} // namespace

QString interned(const Dossier& dossier, StringId text) {
    const std::string_view view = dossier.text(text);
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

PagePiece linkTo(const Dossier& dossier, ElementRef element, const QString& language) {
    if (element.kind == ElementKind::Vertex && element.index >= dossier.vertices().size()) {
        return quietText(tr("missing"));
    }
    QString name = element.kind == ElementKind::Vertex
                       ? vertexName(dossier, element.index, language)
                       : QString::fromStdString(dossier.describe(element));
    if (name.isEmpty()) {
        name = QString::fromStdString(dossier.describe(element));
    }
    return {name, element, {}, false};
}

PagePiece quietText(const QString& text) {
    return {text, std::nullopt, {}, true};
}

PageLine plainLine(const QString& text) {
    return {{text, std::nullopt, {}, false}};
}

PageLine inlineList(const std::vector<PageLine>& items) {
    PageLine line;
    for (std::size_t i = 0; i < std::min(items.size(), mostInline); ++i) {
        if (i > 0) {
            line.push_back({QStringLiteral(", "), std::nullopt, {}, false});
        }
        line.insert(line.end(), items[i].begin(), items[i].end());
    }
    if (items.size() > mostInline) {
        line.push_back(quietText(tr(" and %n more", static_cast<int>(items.size() - mostInline))));
    }
    return line;
}

QString ownPeriod(const Period& own, const Period& whole) {
    if (own.empty() || own == whole) {
        return {};
    }
    if (own.begin == whole.begin && own.end.kind == Endpoint::Kind::Known) {
        return tr("until %1").arg(readableDate(own.end.date));
    }
    return readablePeriod(own);
}

QString yearsOf(const Period& period) {
    Period years = period;
    for (Endpoint* const end : {&years.begin, &years.end}) {
        end->date.month = 0;
        end->date.day = 0;
    }
    // Begun and ended within one year.
    return years.begin == years.end ? readablePeriod(Period::at(years.begin.date))
                                    : readablePeriod(years);
}

PagePiece addressPiece(const QString& address, const QString& text) {
    const QUrl url(address, QUrl::StrictMode);
    const bool web = url.isValid() && (url.scheme() == QLatin1String("https") ||
                                       url.scheme() == QLatin1String("http"));
    return {text, std::nullopt, web ? address : QString(), !web};
}

PageLine claimOrigin(const Dossier& dossier, const Claim& claim) {
    PageLine line;
    const QString attribution = interned(dossier, claim.attribution);
    if (!attribution.isEmpty()) {
        line.push_back(quietText(attribution));
    }
    if (claim.source < dossier.sources().size()) {
        if (!line.empty()) {
            line.push_back(quietText(tr(", in ")));
        }
        line.push_back(linkTo(dossier, {ElementKind::Source, claim.source}, {}));
    }
    QString rest;
    if (claim.locator != noString) {
        rest += QStringLiteral(", ") + interned(dossier, claim.locator);
    }
    if (!claim.date.empty()) {
        rest += QStringLiteral(" · ") + readablePeriod(claim.date);
    }
    if (claim.confidence != Confidence::Confirmed) {
        rest += QStringLiteral(" · ") + confidenceWord(claim.confidence);
    }
    if (line.empty()) {
        line.push_back(quietText(tr("no source")));
    }
    if (!rest.isEmpty()) {
        line.push_back(quietText(rest));
    }
    if (claim.source < dossier.sources().size()) {
        const QString address = interned(dossier, dossier.sources()[claim.source].address);
        if (const PagePiece piece = addressPiece(address, QStringLiteral("↗"));
            !piece.address.isEmpty()) {
            line.push_back(quietText(QStringLiteral(" ")));
            line.push_back(piece);
        }
    }
    return line;
}

std::vector<PageClaim> claimsAbout(const Dossier& dossier, const std::vector<ElementRef>& elements,
                                   const QString& language) {
    std::vector<ElementRef> sorted(elements);
    std::ranges::sort(sorted);
    std::vector<std::pair<std::size_t, ClaimIndex>> found;
    for (ClaimIndex i = 0; i < dossier.claims().size(); ++i) {
        const ElementRef about = dossier.claims()[i].about;
        if (!dossier.claimRemoved(i) && std::ranges::binary_search(sorted, about)) {
            found.emplace_back(std::ranges::find(elements, about) - elements.begin(), i);
        }
    }
    std::ranges::stable_sort(found, {}, &std::pair<std::size_t, ClaimIndex>::first);
    std::vector<PageClaim> claims;
    for (const auto& [order, row] : found) {
        const Claim& claim = dossier.claims()[row];
        PageClaim card{claim.confidence, interned(dossier, claim.statement),
                       claimOrigin(dossier, claim)};
        if (order > 0 && claim.about.kind == ElementKind::Edge) {
            const EdgeIndex edge = claim.about.index;
            const VertexIndex other = dossier.edges().kind(edge) == EdgeKind::Participation
                                          ? dossier.edges().source(edge)
                                          : dossier.edges().target(edge);
            PagePiece about = linkTo(dossier, {ElementKind::Vertex, other}, language);
            about.target = claim.about;
            card.origin.insert(card.origin.begin(),
                               {quietText(tr("On ")), about, quietText(tr(": "))});
        }
        claims.push_back(std::move(card));
    }
    return claims;
}

PageFact attributeFact(const Dossier& dossier, const Attribute& attribute) {
    const QString value = interned(dossier, attribute.value);
    const bool address = value.startsWith(QLatin1String("http://")) ||
                         value.startsWith(QLatin1String("https://"));
    return {capitalised(interned(dossier, attribute.name)),
            {address ? PageLine{addressPiece(value, value)} : plainLine(value)}};
}

QString inverseTieWords(const QString& type) {
    // Only where the words are common; any other type is marked by an arrow.
    static const std::array<std::pair<const char*, const char*>, 17> inverses = {{
        {"leads", QT_TRANSLATE_NOOP("Inspector", "led by")},
        {"member of", QT_TRANSLATE_NOOP("Inspector", "members")},
        {"observer of", QT_TRANSLATE_NOOP("Inspector", "observers")},
        {"supplies", QT_TRANSLATE_NOOP("Inspector", "supplied by")},
        {"supports", QT_TRANSLATE_NOOP("Inspector", "supported by")},
        {"opposes", QT_TRANSLATE_NOOP("Inspector", "opposed by")},
        {"monitors", QT_TRANSLATE_NOOP("Inspector", "monitored by")},
        {"owned by", QT_TRANSLATE_NOOP("Inspector", "owns")},
        {"owns", QT_TRANSLATE_NOOP("Inspector", "owned by")},
        {"controlled by", QT_TRANSLATE_NOOP("Inspector", "controls")},
        {"commands", QT_TRANSLATE_NOOP("Inspector", "commanded by")},
        {"based in", QT_TRANSLATE_NOOP("Inspector", "seat of")},
        {"central bank of", QT_TRANSLATE_NOOP("Inspector", "central bank")},
        {"armed force of", QT_TRANSLATE_NOOP("Inspector", "armed forces")},
        {"agency of", QT_TRANSLATE_NOOP("Inspector", "agencies")},
        {"part of", QT_TRANSLATE_NOOP("Inspector", "parts")},
        {"allied with", QT_TRANSLATE_NOOP("Inspector", "allied with")},
    }};
    for (const auto& [words, inverse] : inverses) {
        if (type == QLatin1String(words)) {
            return tr(inverse);
        }
    }
    return QStringLiteral("← ") + (type.isEmpty() ? tr("tie") : type);
}

ElementPage elementPage(const Dossier& dossier, ElementRef element, const QString& language) {
    switch (element.kind) {
    case ElementKind::Vertex:
        return vertexPage(dossier, element.index, language);
    case ElementKind::Edge:
        return edgePage(dossier, element.index, language);
    case ElementKind::Claim:
        return claimPage(dossier, element.index, language);
    case ElementKind::Source:
        return sourcePage(dossier, element.index, language);
    }
    return {};
}

} // namespace entente::ui
