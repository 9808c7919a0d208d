#pragma once

#include "core/model/search.h"
#include "ui/workspace/workspace.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace entente::ui {

class SearchResults;

/// Quick search over the main window: finds any element by any of its names while one types; Enter
/// or a click goes there, Esc closes.
class SearchPalette : public QWidget {
    Q_OBJECT

public:
    explicit SearchPalette(Workspace* workspace, QWidget* parent = nullptr);
    ~SearchPalette() override;

    /// Opens over the window of its parent.
    void popUp();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void find();
    void go();
    void move(int rows);
    void fit();

    Workspace* workspace_;
    QLineEdit* query_;
    QListView* list_;
    QLabel* hint_;
    SearchResults* results_;
    std::unique_ptr<SearchIndex> index_; ///< made with the first letter
};

} // namespace entente::ui
