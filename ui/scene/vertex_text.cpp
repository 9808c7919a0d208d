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

QStringList balancedLines(const QString& text, const QFont& font, qreal width, qsizetype most) {
    const QFontMetricsF metrics(font);
    const qreal whole = metrics.horizontalAdvance(text);
    if (whole <= width) {
        return {text};
    }
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto wrapped = [&](qreal room) {
        QStringList lines;
        for (const QString& word : words) {
            const QString longer = lines.isEmpty() ? word : lines.back() + QLatin1Char(' ') + word;
            if (lines.isEmpty() || metrics.horizontalAdvance(longer) > room) {
                lines << word;
            } else {
                lines.back() = longer;
            }
        }
        return lines;
    };
    QStringList lines = wrapped(width);
    // Even lines look better than full ones over a short one.
    constexpr int steps = 8;
    for (int step = 1; step < steps; ++step) {
        const QStringList narrower = wrapped(width * (1 - 0.5 * step / steps));
        if (narrower.size() != lines.size()) {
            break;
        }
        lines = narrower;
    }
    if (lines.size() > most) {
        lines = wrapped(width);
        lines[most - 1] = QStringList(lines.mid(most - 1)).join(QLatin1Char(' '));
        lines = lines.mid(0, most);
    }
    for (QString& line : lines) {
        line = metrics.elidedText(line, Qt::ElideRight, width);
    }
    return lines;
}

} // namespace entente::ui
