#pragma once

#include "core/formats/mapping_guess.h"
#include "ui/window/import_count.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <vector>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace entente::ui {

class ImportColumns;
class ImportRowChoices;
class ImportTableChoices;

/// Asks what the columns of a table are, with what seems likely preset, and shows what its rows
/// become. Where the table is read another way, what was chosen stays as far as there is still a
/// column of that name.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    /// A result beside those of dialogs: the other files are to be read without this one.
    static constexpr int leftOut = 2;

    /// Throws `FileError` where the file is no table. `why` is shown on top.
    ImportDialog(InputFile file, const std::string& sheet, const QString& why,
                 QWidget* parent = nullptr);

    /// For a table among other files.
    void offerToLeaveOut();
    [[nodiscard]] Mapping mapping() const;
    /// Takes the mapping in the place of what is set.
    void setMapping(const Mapping& mapping);

protected:
    /// Goes round through all that can be reached, as one sees it.
    bool focusNextPrevChild(bool next) override;

private:
    QWidget* makePreviews();
    QWidget* makeButtons();
    void readTables();
    void takeTable();
    void takeGuess();
    /// In the order in which one sees them, before the buttons.
    [[nodiscard]] std::vector<QWidget*> controls() const;
    /// Frames that show on the dialog's ground.
    void takePalette();
    void update();
    void count();
    void loadMapping();
    void saveMapping();

    InputFile file_;
    std::string sheet_;
    std::vector<std::shared_ptr<const RawTable>> tables_;
    std::shared_ptr<const RawTable> raw_;
    MappedTable table_;
    ImportTableChoices* tableChoices_ = nullptr;
    ImportRowChoices* rowChoices_ = nullptr;
    ImportColumns* columns_ = nullptr;
    QTableWidget* source_ = nullptr;
    QTableWidget* result_ = nullptr;
    QLabel* counts_ = nullptr;
    QLabel* fault_ = nullptr;
    QLabel* saved_ = nullptr;
    QDialogButtonBox* buttons_ = nullptr;
    QPushButton* import_ = nullptr;
    ImportCount* count_;
    QTimer countSoon_;
};

} // namespace entente::ui
