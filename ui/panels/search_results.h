#pragma once

#include "core/model/search.h"
#include "ui/scene/style.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace entente::ui {

/// What a search found, best first.
class SearchResults : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role : int {
        MatchedText = Qt::UserRole, ///< empty where the title itself matched
        MatchedLetters,             ///< QVariantList of alternating begin and end, in UTF-16
        Subtitle,                   ///< kind and dates
    };

    SearchResults(const Dossier& dossier, Style style, QObject* parent = nullptr);

    void setMatches(std::vector<SearchMatch> matches);
    [[nodiscard]] const std::vector<SearchMatch>& matches() const { return matches_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString title(const SearchMatch& match) const;
    [[nodiscard]] QString subtitle(const SearchMatch& match) const;

    const Dossier& dossier_;
    Style style_;
    std::vector<SearchMatch> matches_;
};

/// Draws a result in two lines, with the letters that matched in bold.
class SearchResultDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace entente::ui
