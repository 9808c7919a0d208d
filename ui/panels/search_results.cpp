#include "ui/panels/search_results.h"

#include "ui/scene/dates.h"
#include "ui/scene/samples.h"
#include "ui/scene/widget_palette.h"
#include "ui/scene/words.h"

#include <QIcon>
#include <QPainter>
#include <QTextLayout>

namespace entente::ui {

namespace {

constexpr int side = 12;
constexpr int iconSize = 16;
constexpr int gap = 12;

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Draws one line, the letters from each begin to its end in bold; elided at the right.
void drawMarked(QPainter* painter, const QRect& area, const QFont& font, const QColor& colour,
                const QString& text, const QVariantList& letters) {
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width());
    QTextLayout layout(shown, font);
    // Right-to-left names stand at the left too, where the eye runs down the list.
    layout.setTextOption(QTextOption(Qt::AlignLeft | Qt::AlignAbsolute));
    QList<QTextLayout::FormatRange> formats;
    for (qsizetype i = 0; i + 1 < letters.size(); i += 2) {
        const int begin = letters[i].toInt();
        const int end = std::min(letters[i + 1].toInt(), static_cast<int>(shown.size()));
        if (begin < end) {
            QTextLayout::FormatRange range;
            range.start = begin;
            range.length = end - begin;
            range.format.setFontWeight(QFont::Bold);
            range.format.setFontUnderline(true);
            formats << range;
        }
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(area.width() + 1);
    layout.endLayout();
    painter->setPen(colour);
    layout.draw(painter, QPointF(area.left(), area.top() + (area.height() - line.height()) / 2));
}

} // namespace

SearchResults::SearchResults(const Dossier& dossier, Style style, QObject* parent)
    : QAbstractListModel(parent), dossier_(dossier), style_(std::move(style)) {}

void SearchResults::setMatches(std::vector<SearchMatch> matches) {
    beginResetModel();
    matches_ = std::move(matches);
    endResetModel();
}

int SearchResults::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(matches_.size());
}

QString SearchResults::title(const SearchMatch& match) const {
    return QString::fromStdString(dossier_.describe(match.element));
}

QString SearchResults::subtitle(const SearchMatch& match) const {
    QStringList words;
    if (match.element.kind == ElementKind::Source) {
        const Source& source = dossier_.sources()[match.element.index];
        words << tr("source");
        if (source.publisher != noString) {
            words << textOf(dossier_.text(source.publisher));
        }
        if (!source.date.empty()) {
            words << readablePeriod(source.date);
        }
    } else {
        const VertexTable& vertices = dossier_.vertices();
        const VertexIndex row = match.element.index;
        words << kindWord(vertices.kind(row));
        const QString type = textOf(dossier_.text(vertices.type(row)));
        if (!type.isEmpty() && type != words[0]) {
            words << type;
        }
        if (!vertices.period(row).empty()) {
            words << readablePeriod(vertices.period(row));
        }
    }
    return words.join(QStringLiteral(" · "));
}

QVariant SearchResults::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const SearchMatch& match = matches_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return title(match);
    case Qt::DecorationRole:
        return elementIcon(dossier_, match.element, style_.colours());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(title(match), subtitle(match));
    case MatchedText: {
        const QString text = textOf(match.text);
        return text == title(match) ? QString() : text;
    }
    case MatchedLetters: {
        QVariantList letters;
        for (const SearchMatch::Letters& run : match.letters) {
            letters << textOf(match.text.substr(0, run.begin)).size()
                    << textOf(match.text.substr(0, run.end)).size();
        }
        return letters;
    }
    case Subtitle:
        return subtitle(match);
    default:
        return {};
    }
}

void SearchResultDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPalette& palette = option.palette;
    if (option.state.testFlag(QStyle::State_Selected) ||
        option.state.testFlag(QStyle::State_MouseOver)) {
        QColor ground = palette.color(QPalette::Link);
        ground.setAlphaF(option.state.testFlag(QStyle::State_Selected) ? 0.14F : 0.06F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 6, 6);
    }
    const QRect area = option.rect.adjusted(side, 4, -side, -4);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, QRect(area.left(), area.center().y() - iconSize / 2, iconSize, iconSize));
    const int left = area.left() + iconSize + gap;
    const QRect upper(left, area.top(), area.right() - left, area.height() / 2);
    const QRect lower(left, area.center().y(), area.right() - left, area.height() / 2);
    const QVariantList letters = index.data(SearchResults::MatchedLetters).toList();
    const QString matched = index.data(SearchResults::MatchedText).toString();
    const QColor text = palette.color(QPalette::Text);
    const QColor quiet = palette.color(QPalette::PlaceholderText);
    const QFont small = smallFont(option.font);
    drawMarked(painter, upper, option.font, text, index.data(Qt::DisplayRole).toString(),
               matched.isEmpty() ? letters : QVariantList());
    QString subtitle = index.data(SearchResults::Subtitle).toString();
    if (!matched.isEmpty()) {
        subtitle = matched + QStringLiteral(" · ") + subtitle;
    }
    drawMarked(painter, lower, small, quiet, subtitle,
               matched.isEmpty() ? QVariantList() : letters);
    painter->restore();
}

QSize SearchResultDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const int lines =
        QFontMetrics(option.font).height() + QFontMetrics(smallFont(option.font)).height();
    return {0, lines + 12};
}

} // namespace entente::ui
