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

/// A number as people write it: "1,234", "0.25", "1e+20"; six digits where it is no whole number.
QString readableNumber(double number);

/// The text with its first letter in upper case.
QString capitalised(QString text);

} // namespace entente::ui
