#pragma once

#include "core/formats/mapping_guess.h"

#include <QWidget>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;

namespace entente::ui {

/// A row for each column of a table: its name, its first values, and what it is.
class ImportColumns : public QWidget {
    Q_OBJECT

public:
    explicit ImportColumns(QWidget* parent = nullptr);

    /// Shows the columns as `mapping` has them; `confidence` says which of them are guesses, 0 for
    /// those that are none.
    void show(const MappedTable& table, const Mapping& mapping,
              const std::vector<double>& confidence);
    [[nodiscard]] std::vector<MappedColumn> columns() const;
    /// In the order in which Tab goes through them; others after each `show`.
    [[nodiscard]] std::vector<QWidget*> controls() const;
    /// What was chosen is kept for when rows become again what they become now; where they become
    /// that for the first time, it counts on as far as it says something of them.
    void turnTo(RowTarget rows);
    /// What the user said of columns, also of those that the table no longer has.
    [[nodiscard]] std::vector<MappedColumn> chosen() const;
    /// Takes what is shown, and nothing else, for chosen.
    void chooseAll();
    [[nodiscard]] bool has(ColumnRole role) const;

signals:
    void changed();

private:
    struct Row {
        MappedColumn column;
        QComboBox* role = nullptr;
        QComboBox* detail = nullptr;
        QLabel* guess = nullptr;
    };

    void addRow(const MappedTable& table, std::size_t place, const MappedColumn& column,
                double confidence);
    void fillRoles(Row& row);
    void fillDetail(Row& row);
    void takeRole(std::size_t index);
    void takeWriting(Row& row);
    /// Several columns of one date are its parts, where their names say so.
    void partDate(ColumnRole role);
    void remember(const MappedColumn& column);

    QGridLayout* grid_;
    RowTarget rows_ = RowTarget::Ties;
    std::vector<Row> columns_;
    /// By name and number, and by what rows were to become.
    std::map<std::pair<std::string, std::size_t>, std::map<RowTarget, MappedColumn>> chosen_;
    std::set<RowTarget> seen_; ///< what rows became before
    QWidget* body_ = nullptr;
};

/// What people read for a role, "Tie’s first end".
QString roleText(ColumnRole role, RowTarget rows);

} // namespace entente::ui
