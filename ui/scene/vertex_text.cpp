#include "ui/scene/vertex_text.h"

#include <QFontMetricsF>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr qsizetype longestCode = 5;

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

bool isAcronym(const QString& text) {
    return text.size() >= 2 && text.size() <= longestCode &&
           std::ranges::all_of(text, [](QChar each) { return each.isUpper() || each.isDigit(); });
}

/// "zh-Hant" is a kind of "zh".
bool isIn(const std::string& language, const QString& wanted) {
    const QString tag = text(language);
    return tag.compare(wanted, Qt::CaseInsensitive) == 0 ||
           tag.startsWith(wanted + QLatin1Char('-'), Qt::CaseInsensitive);
}

} // namespace

QString vertexName(const Dossier& dossier, VertexIndex row, const QString& language) {
    if (!language.isEmpty()) {
        const bool original = language == QLatin1String("original");
        for (const Name& name : dossier.vertices().details(row).names) {
            if (!name.alias && !name.text.empty() &&
                (original ? !isIn(name.language, QStringLiteral("en"))
                          : isIn(name.language, language))) {
                return text(name.text);
            }
        }
    }
    const QString label = text(dossier.label(row));
    return label.isEmpty() ? text(dossier.text(dossier.vertices().id(row))) : label;
}

QString vertexCode(const Dossier& dossier, VertexIndex row) {
    if (!isActor(dossier.vertices().kind(row)) ||
        dossier.vertices().kind(row) == VertexKind::Leader) {
        return {};
    }
    const VertexDetails& details = dossier.vertices().details(row);
    for (const char* const system : {"iso3", "stateabb", "abbreviation"}) {
        const auto found = std::ranges::find(details.codes, system, &Code::system);
        if (found != details.codes.end() && !found->value.empty() &&
            text(found->value).size() <= longestCode) {
            return text(found->value);
        }
    }
    for (const Name& name : details.names) {
        const QString alias = text(name.text);
        if (name.alias && isIn(name.language, QStringLiteral("en")) && isAcronym(alias)) {
            return alias;
        }
    }
    return {};
}

QStringList twoLines(const QString& text, const QFont& font, qreal width) {
    const QFontMetricsF metrics(font);
    if (metrics.horizontalAdvance(text) <= width) {
        return {text};
    }
    qsizetype cut = 0;
    qreal cutWidth = 0;
    for (qsizetype i = text.indexOf(QLatin1Char(' ')); i > 0;
         i = text.indexOf(QLatin1Char(' '), i + 1)) {
        const qreal first = metrics.horizontalAdvance(text.left(i));
        if (first > width) {
            break;
        }
        cut = i;
        cutWidth = first;
        // Even lines look better than a full one over a short one.
        const qreal rest = metrics.horizontalAdvance(text.mid(i + 1));
        if (rest <= width && first >= rest * 0.8) {
            break;
        }
    }
    if (cut == 0 || cutWidth <= 0) {
        return {metrics.elidedText(text, Qt::ElideRight, width)};
    }
    return {text.left(cut), metrics.elidedText(text.mid(cut + 1), Qt::ElideRight, width)};
}

} // namespace entente::ui
