#pragma once

#include "core/model/reconcile.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

#include <vector>

namespace entente::ui {

/// The doubtful matches of two dossiers as rows: what came in, what is there, why it is doubtful,
/// and a check mark that says that both are the same. Of one that came in, no more than one row is
/// checked. The dossiers must outlive the model.
class DoubtfulMatches : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : int { Decision, Incoming, Existing, Reason, columnCount_ };
    /// The second line of a cell, quieter: kind, dates and codes.
    static constexpr int detailRole = Qt::UserRole;

    DoubtfulMatches(const Dossier& existing, const Dossier& incoming,
                    std::vector<VertexMatch> matches, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    [[nodiscard]] bool same(int row) const { return same_[static_cast<std::size_t>(row)]; }
    void setSame(int row, bool same);
    /// All the same: of several candidates for one that came in, the first.
    void setAll(bool same);
    /// Those that are checked.
    [[nodiscard]] std::vector<VertexMatch> accepted() const;

signals:
    void decisionsChanged();

private:
    const Dossier& existing_;
    const Dossier& incoming_;
    std::vector<VertexMatch> matches_;
    std::vector<bool> same_;
};

/// Paints a name with a quieter line of details below it.
class TwoLineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

/// Paints a check box whose frame shows on a dark ground too.
class DecisionDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace entente::ui
