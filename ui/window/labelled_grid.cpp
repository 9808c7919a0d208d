#include "ui/window/labelled_grid.h"

#include <QLabel>

namespace entente::ui {

void addLabelled(QGridLayout& grid, int row, int column, const QString& name, QWidget* control) {
    auto* const label = new QLabel(name, grid.parentWidget());
    label->setBuddy(control);
    QString plain = name;
    control->setAccessibleName(plain.remove(QLatin1Char('&')));
    grid.addWidget(label, row, column * 2);
    grid.addWidget(control, row, column * 2 + 1);
}

} // namespace entente::ui
