#pragma once

#include "core/formats/mapping_guess.h"
#include "ui/window/import_count.h"

#include <QDialog>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace entente::ui {

class ImportColumns;

/// Asks what the columns of a table are, with what seems likely preset, and shows what its rows
/// become.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    /// Throws `FileError` where the file is no table. `why` is shown on top.
    ImportDialog(InputFile file, const std::string& sheet, const QString& why,
                 QWidget* parent = nullptr);

    [[nodiscard]] Mapping mapping() const;
    /// Takes the mapping in the place of what is set.
    void setMapping(const Mapping& mapping);

private:
    QWidget* makeTableChoices();
    QWidget* makeRowChoices();
    QWidget* makePreviews();
    QWidget* makeButtons();
    void readTables();
    void chooseTable();
    void takeGuess();
    void updateTable();
    void update();
    void count();
    void loadMapping();
    void saveMapping();

    InputFile file_;
    std::string sheet_;
    std::vector<std::shared_ptr<const RawTable>> tables_;
    std::shared_ptr<const RawTable> raw_;
    MappedTable table_;
    QComboBox* sheetBox_ = nullptr;
    QComboBox* encoding_ = nullptr;
    QComboBox* separator_ = nullptr;
    QSpinBox* header_ = nullptr;
    QSpinBox* skip_ = nullptr;
    QComboBox* decimal_ = nullptr;
    QComboBox* rows_ = nullptr;
    QCheckBox* directed_ = nullptr;
    QComboBox* actors_ = nullptr;
    QLineEdit* kind_ = nullptr;
    QComboBox* sector_ = nullptr;
    ImportColumns* columns_ = nullptr;
    QTableWidget* source_ = nullptr;
    QTableWidget* result_ = nullptr;
    QLabel* counts_ = nullptr;
    QLabel* fault_ = nullptr;
    QPushButton* import_ = nullptr;
    std::map<ColumnRole, std::string> otherConstants_; ///< that have no control
    ImportCount* count_;
    QTimer countSoon_;
};

} // namespace entente::ui
