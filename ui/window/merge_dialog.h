#pragma once

#include "ui/window/doubtful_matches.h"

#include <QDialog>

class QLabel;
class QTableView;

namespace entente::ui {

/// Says what of a dossier that was read is in the open one already, and has the user decide on
/// what is doubtful. Both dossiers must outlive the dialog.
class MergeDialog : public QDialog {
    Q_OBJECT

public:
    MergeDialog(const Dossier& existing, const Dossier& incoming, std::vector<VertexMatch> matches,
                const QString& fileName, QWidget* parent = nullptr);

    /// The sure matches, and those that the user takes for the same.
    [[nodiscard]] std::vector<VertexMatch> accepted() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeDecisions();
    QWidget* makeEmptyState();
    void updateTally();

    std::vector<VertexMatch> sure_;
    DoubtfulMatches* doubtful_ = nullptr;
    QTableView* table_ = nullptr;
    QLabel* tally_ = nullptr;
};

} // namespace entente::ui
