#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace entente::ui {

class LinkButton;

/// "SECTORS                all · none · invert": what stands over a group of a panel.
class SectionHeading : public QWidget {
    Q_OBJECT

public:
    explicit SectionHeading(const QString& title, QWidget* parent = nullptr);

    /// Adds a command at the right.
    LinkButton* addLink(const QString& text, const QString& accessibleName);

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    QLabel* title_;
    QHBoxLayout* row_;
};

} // namespace entente::ui
