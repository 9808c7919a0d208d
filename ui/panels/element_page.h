#pragma once

#include "core/model/dossier.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <set>
#include <vector>

namespace entente::ui {

/// A run of text in the inspector; a link where it has a target or an address.
struct PagePiece {
    QString text;
    std::optional<ElementRef> target;
    QString address;
    bool quiet = false;
};

using PageLine = std::vector<PagePiece>;

/// "Parties    Russia, Iran": a name and what stands beside it. Without a name the lines take the
/// whole width.
struct PageFact {
    QString name;
    std::vector<PageLine> lines;
};

struct PageSection {
    QString title;
    std::vector<PageFact> facts;
};

/// A claim as a card: how sure, what, and who says so.
struct PageClaim {
    Confidence confidence = Confidence::Confirmed;
    QString statement;
    PageLine origin;
};

/// Everything that the inspector says of something, in reading order.
struct ElementPage {
    QString title;
    QString subtitle;
    std::vector<PageFact> facts;
    SectorSet sectors = 0;
    QStringList terms;
    QString note;
    std::vector<PageSection> sections;
    QString claimsTitle;
    std::vector<PageClaim> claims;
};

/// The page of one element. `language` as `Style::labelLanguage` has it. O(edges + claims).
ElementPage elementPage(const Dossier& dossier, ElementRef element, const QString& language);

/// The page of several: what a pair of actors shares, or just what they are.
ElementPage selectionPage(const Dossier& dossier, const std::set<ElementRef>& elements,
                          const QString& language);

/// The page of the dossier itself: title, description, counts, sources.
ElementPage coverPage(const Dossier& dossier);

} // namespace entente::ui
