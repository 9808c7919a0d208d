#pragma once

#include "ui/workspace/workspace.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace entente::ui {

class LinkButton;

/// "about 3 s left", from how long it took so far; empty where that says nothing yet.
QString remainingTime(qint64 elapsedMilliseconds, double fraction);

/// In the status bar: that a layout is under way, how long it still takes and a way to stop it;
/// then for a while how far it has moved what was there.
class LayoutStatus : public QWidget {
    Q_OBJECT

public:
    explicit LayoutStatus(Workspace* workspace, QWidget* parent = nullptr);

private:
    void begin();
    void takeProgress(double fraction);
    void end();
    void showRunning(bool running);
    void takeStyle();

    Workspace* workspace_;
    QLabel* text_;
    QProgressBar* bar_;
    LinkButton* stop_;
    QElapsedTimer clock_;
    QTimer patience_; ///< what is over in a moment needs no word
    QTimer notice_;
};

} // namespace entente::ui
