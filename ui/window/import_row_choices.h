#pragma once

#include "core/formats/mapping.h"

#include <QWidget>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace entente::ui {

/// What each row of a table becomes, and what all rows have in common. What the user chose stays
/// when a guess is shown.
class ImportRowChoices : public QWidget {
    Q_OBJECT

public:
    explicit ImportRowChoices(QWidget* parent = nullptr);

    [[nodiscard]] RowTarget rows() const;
    /// Where the user chose it.
    [[nodiscard]] std::optional<RowTarget> chosenRows() const;

    /// Shows what is guessed where nothing was chosen.
    void showGuess(const Mapping& mapping);
    /// Takes what the mapping says as chosen.
    void choose(const Mapping& mapping);
    /// Kind and sector of all rows are moot where columns have them.
    void setColumns(bool haveKind, bool haveSector);
    void addTo(Mapping& mapping) const;
    /// In the order in which Tab goes through them.
    [[nodiscard]] std::vector<QWidget*> controls() const;

signals:
    void rowsChosen(RowTarget rows);
    void changed();

private:

    QComboBox* rows_;
    QCheckBox* directed_;
    QComboBox* actors_;
    QLineEdit* kind_;
    QComboBox* sector_;
    std::map<ColumnRole, std::string> otherConstants_; ///< that have no control
    std::set<const QWidget*> chosen_;
};

} // namespace entente::ui
