#include "ui/window/doubtful_matches.h"

#include "ui/scene/dates.h"
#include "ui/scene/widget_palette.h"
#include "ui/scene/words.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr int padding = 8; ///< above and below

/// As far from the edge as the style draws other text and headings.
int margin(const QStyleOptionViewItem& option) {
    const QStyle* const style = option.widget != nullptr ? option.widget->style() : qApp->style();
    return style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
}

QString toText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString nameOf(const Dossier& dossier, VertexIndex row) {
    return QString::fromStdString(dossier.describe({ElementKind::Vertex, row}));
}

/// "state · 1991/.. · iso3 RUS, cow 365"
QString detailsOf(const Dossier& dossier, VertexIndex row) {
    QStringList parts{kindWord(dossier.vertices().kind(row))};
    if (const Period& period = dossier.vertices().period(row); !period.empty()) {
        parts << readablePeriod(period);
    }
    QStringList codes;
    for (const Code& code : dossier.vertices().details(row).codes) {
        codes << toText(code.system) + QLatin1Char(' ') + toText(code.value);
    }
    if (!codes.isEmpty()) {
        parts << codes.join(QStringLiteral(", "));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

DoubtfulMatches::DoubtfulMatches(const Dossier& existing, const Dossier& incoming,
                                 std::vector<VertexMatch> matches, QObject* parent)
    : QAbstractTableModel(parent), existing_(existing), incoming_(incoming),
      matches_(std::move(matches)), same_(matches_.size(), false) {}

int DoubtfulMatches::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(matches_.size());
}

int DoubtfulMatches::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columnCount_;
}

QVariant DoubtfulMatches::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const VertexMatch& match = matches_[static_cast<std::size_t>(index.row())];
    const bool incoming = index.column() == Incoming;
    const Dossier& dossier = incoming ? incoming_ : existing_;
    const VertexIndex row = incoming ? match.incoming : match.existing;
    switch (index.column()) {
    case Decision:
        if (role == Qt::CheckStateRole) {
            return same(index.row()) ? Qt::Checked : Qt::Unchecked;
        }
        if (role == Qt::DisplayRole) {
            return same(index.row()) ? tr("Same") : tr("Different");
        }
        if (role == Qt::AccessibleTextRole) {
            return tr("%1 and %2: %3")
                .arg(nameOf(incoming_, match.incoming), nameOf(existing_, match.existing),
                     same(index.row()) ? tr("same") : tr("different"));
        }
        break;
    case Incoming:
    case Existing:
        if (role == Qt::DisplayRole) {
            return nameOf(dossier, row);
        }
        if (role == detailRole) {
            return detailsOf(dossier, row);
        }
        if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
            return nameOf(dossier, row) + QLatin1Char('\n') + detailsOf(dossier, row);
        }
        break;
    case Reason:
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
            return QString::fromStdString(match.reason);
        }
        break;
    default:
        break;
    }
    return {};
}

QVariant DoubtfulMatches::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Decision:
        return tr("Decision");
    case Incoming:
        return tr("Comes in");
    case Existing:
        return tr("In the dossier");
    default:
        return tr("Why it is doubtful");
    }
}

Qt::ItemFlags DoubtfulMatches::flags(const QModelIndex& index) const {
    const Qt::ItemFlags base = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == Decision ? base | Qt::ItemIsUserCheckable : base;
}

bool DoubtfulMatches::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || index.column() != Decision || role != Qt::CheckStateRole) {
        return false;
    }
    setSame(index.row(), value.toInt() == Qt::Checked);
    return true;
}

void DoubtfulMatches::setSame(int row, bool same) {
    const auto place = static_cast<std::size_t>(row);
    // Candidates for one that came in stand together.
    std::size_t first = place;
    std::size_t last = place;
    if (same) {
        while (first > 0 && matches_[first - 1].incoming == matches_[place].incoming) {
            --first;
        }
        while (last + 1 < matches_.size() &&
               matches_[last + 1].incoming == matches_[place].incoming) {
            ++last;
        }
    }
    for (std::size_t i = first; i <= last; ++i) {
        same_[i] = same && i == place;
    }
    emit dataChanged(index(static_cast<int>(first), Decision),
                     index(static_cast<int>(last), Decision));
    emit decisionsChanged();
}

void DoubtfulMatches::setAll(bool same) {
    if (matches_.empty()) {
        return;
    }
    for (std::size_t i = 0; i < matches_.size(); ++i) {
        same_[i] = same && (i == 0 || matches_[i].incoming != matches_[i - 1].incoming);
    }
    emit dataChanged(index(0, Decision), index(rowCount() - 1, Decision));
    emit decisionsChanged();
}

std::vector<VertexMatch> DoubtfulMatches::accepted() const {
    std::vector<VertexMatch> accepted;
    for (std::size_t i = 0; i < matches_.size(); ++i) {
        if (same_[i]) {
            accepted.push_back(matches_[i]);
        }
    }
    return accepted;
}

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString name = cell.text;
    cell.text.clear();
    cell.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    const bool selected = (cell.state & QStyle::State_Selected) != 0;
    const QRect inside = cell.rect.adjusted(margin(cell), padding, -margin(cell), -padding);
    const QFontMetrics metrics(cell.font);
    const QFont small = smallFont(cell.font);
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(inside, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                      metrics.elidedText(name, Qt::ElideRight, inside.width()));
    painter->setFont(small);
    if (!selected) {
        painter->setPen(cell.palette.color(QPalette::PlaceholderText));
    }
    painter->drawText(
        inside, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
        QFontMetrics(small).elidedText(index.data(DoubtfulMatches::detailRole).toString(),
                                       Qt::ElideRight, inside.width()));
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option,
                                const QModelIndex& index) const {
    const QFontMetrics metrics(option.font);
    const QFontMetrics small(smallFont(option.font));
    const int width =
        std::max(metrics.horizontalAdvance(index.data().toString()),
                 small.horizontalAdvance(index.data(DoubtfulMatches::detailRole).toString()));
    return {width + 2 * margin(option), metrics.height() + small.height() + 2 * padding};
}

void DecisionDelegate::initStyleOption(QStyleOptionViewItem* option,
                                       const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    // Fusion frames a box in a darker `Window`, which is lost on a dark one.
    option->palette.setColor(QPalette::Window, option->palette.color(QPalette::PlaceholderText));
}

} // namespace entente::ui
