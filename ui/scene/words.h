#pragma once

#include "core/model/vocabulary.h"

#include <QString>

namespace entente::ui {

/// The words that people read, translated, in lower case unless said otherwise.
QString kindWord(VertexKind kind);   ///< "state", "agreement"
QString kindPlural(VertexKind kind); ///< "States", "Other actors": capitalised, for headings
QString edgeKindWord(EdgeKind kind); ///< "tie", "participation", "lineage"
QString confidenceWord(Confidence confidence);
QString polarityWord(Polarity polarity);
QString statusWord(Status status);

/// The text with its first letter in upper case.
QString capitalised(QString text);

} // namespace entente::ui
