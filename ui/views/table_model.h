#pragma once

#include "ui/views/table_columns.h"
#include "ui/workspace/workspace.h"

#include <QAbstractTableModel>
#include <QPixmap>

#include <map>
#include <set>

namespace entente::ui {

/// One list of the dossier as a table: 8 bytes a row beside the dossier itself. Sorting is stable
/// and by value; a change of the filter keeps the order.
class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit TableModel(const Workspace* workspace, QObject* parent = nullptr);

    void setTable(Table table);
    [[nodiscard]] Table table() const { return table_; }
    /// Also what the filter does not let through.
    void setShowAll(bool all);
    [[nodiscard]] bool showAll() const { return showAll_; }

    /// The dossier has changed.
    void takeDossier();
    /// The filter has changed.
    void takeFilter();
    void takeStyle();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    /// `column` −1: in the order of the dossier.
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] ElementRef element(int row) const;
    /// Where those of the elements are that are in the table, from the top. O(rows).
    [[nodiscard]] std::vector<int> rowsOf(const std::set<ElementRef>& elements) const;
    [[nodiscard]] int mostWidth(int column) const;
    [[nodiscard]] bool isAttribute(int column) const;

    /// The rows as comma-separated values (RFC 4180) with a header; all rows and all columns where
    /// none are given.
    [[nodiscard]] QString csv(std::vector<int> rows = {}, std::vector<int> columns = {}) const;

private:
    [[nodiscard]] bool passes(std::uint32_t row) const;
    [[nodiscard]] bool elementPasses(ElementRef element) const;
    void findShown();
    void order();
    [[nodiscard]] QVariant marks(const TableColumn& column, std::uint32_t row) const;
    [[nodiscard]] SectorSet sectorsOf(std::uint32_t row) const;

    const Workspace* workspace_;
    Table table_ = Table::Actors;
    bool showAll_ = false;
    int sortColumn_ = -1;
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
    std::vector<TableColumn> columns_;
    std::vector<std::uint32_t> ordered_; ///< all rows of the table, sorted
    std::vector<std::uint32_t> shown_;   ///< those that are shown, in the same order
    std::vector<std::uint8_t> sourceShown_;
    mutable std::map<SectorSet, QPixmap> sectorMarks_;
};

} // namespace entente::ui
