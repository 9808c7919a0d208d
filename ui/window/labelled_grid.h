#pragma once

#include <QGridLayout>
#include <QString>

namespace entente::ui {

/// Puts a control beside its label into a grid of such pairs, `column` counting pairs. The label's
/// mnemonic leads to the control, which has its name for those who hear the screen.
void addLabelled(QGridLayout& grid, int row, int column, const QString& name, QWidget* control);

} // namespace entente::ui
