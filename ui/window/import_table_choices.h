#pragma once

#include "core/formats/mapping.h"

#include <QWidget>

#include <optional>
#include <set>
#include <vector>

class QComboBox;
class QSpinBox;

namespace entente::ui {

/// How the table is written and where in the file it is. What the user chose stays when a guess is
/// shown.
class ImportTableChoices : public QWidget {
    Q_OBJECT

public:
    explicit ImportTableChoices(bool workbook, QWidget* parent = nullptr);

    void setSheets(const QStringList& names, int current);
    [[nodiscard]] std::size_t sheet() const;
    /// Empty and 0 where they are to be found out.
    [[nodiscard]] TextChoices text() const;
    void findOutEncoding();
    /// The header's line where the user chose it.
    [[nodiscard]] std::optional<std::size_t> header() const;
    [[nodiscard]] std::size_t skip() const;

    /// Shows what is guessed where nothing was chosen.
    void showGuess(const Mapping& mapping, const MappedTable& table);
    /// Takes what the mapping says of the text and the header as chosen.
    void choose(const Mapping& mapping);
    void addTo(Mapping& mapping) const;
    /// In the order in which Tab goes through them.
    [[nodiscard]] std::vector<QWidget*> controls() const;

signals:
    void sheetChosen();
    /// The encoding: the file is to be read again.
    void encodingChosen();
    /// The separator or the header: the columns are others.
    void columnsChosen();
    /// What changes no columns.
    void changed();

private:
    void showSeparator(char separator);

    bool workbook_;
    QComboBox* sheet_;
    QComboBox* encoding_;
    QComboBox* separator_;
    QSpinBox* header_;
    QSpinBox* skip_;
    QComboBox* decimal_;
    std::set<const QWidget*> chosen_;
};

} // namespace entente::ui
