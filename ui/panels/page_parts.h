#pragma once

#include "ui/panels/element_page.h"

namespace entente::ui {

/// A link to the element, under its name.
PagePiece linkTo(const Dossier& dossier, ElementRef element, const QString& language);
PagePiece quietText(const QString& text);
PageLine plainLine(const QString& text);
/// The pieces with commas between; beyond 60 the last says how many more.
PageLine inlineList(const std::vector<PageLine>& items);

QString interned(const Dossier& dossier, StringId text);

/// How one's own period differs from that of the whole: "until 8 May 2018"; empty where it does
/// not.
QString ownPeriod(const Period& own, const Period& whole);

/// Who says so: attribution, source, place in it, date and confidence.
PageLine claimOrigin(const Dossier& dossier, const Claim& claim);
/// The claims about the elements, in their order; `language` for the names of participants.
std::vector<PageClaim> claimsAbout(const Dossier& dossier, const std::vector<ElementRef>& elements,
                                   const QString& language);

/// The period in years: short, for lists.
QString yearsOf(const Period& period);

PageFact attributeFact(const Dossier& dossier, const Attribute& attribute);
/// A link to a page of the world wide web; plain text where the address is none.
PagePiece addressPiece(const QString& address, const QString& text);

/// The words for a tie as its target has it: "led by" for "leads"; marked by an arrow where there
/// are none.
QString inverseTieWords(const QString& type);

ElementPage vertexPage(const Dossier& dossier, VertexIndex row, const QString& language);
ElementPage edgePage(const Dossier& dossier, EdgeIndex row, const QString& language);
ElementPage claimPage(const Dossier& dossier, ClaimIndex row, const QString& language);
ElementPage sourcePage(const Dossier& dossier, SourceIndex row, const QString& language);

} // namespace entente::ui
