#pragma once

#include "core/model/dossier.h"

#include <QFont>
#include <QString>
#include <QStringList>

namespace entente::ui {

/// A vertex's name as `Style::labelLanguage` asks: the label; or the first name in a language; or,
/// for "original", the first name that is not English. The label where there is none.
QString vertexName(const Dossier& dossier, VertexIndex row, const QString& language);

/// What is written inside a mark: an ISO 3166 code, an acronym of at most five letters ("EU"), or
/// nothing.
QString vertexCode(const Dossier& dossier, VertexIndex row);

/// `text` in at most `most` lines, none wider than `width`, the last elided where it must be; lines
/// are made about as long as one another.
QStringList balancedLines(const QString& text, const QFont& font, qreal width, qsizetype most);

} // namespace entente::ui
