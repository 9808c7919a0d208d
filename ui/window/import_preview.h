#pragma once

#include "core/formats/mapped_rows.h"

#include <QTableWidget>

namespace entente::ui {

/// The first rows of a table as they stand in it.
void showFirstRows(QTableWidget& widget, const MappedTable& table, std::size_t skip);

/// What the first rows become, when, and what is said of them. The mapping must have no faults.
void showFirstResults(QTableWidget& widget, const MappedTable& table, const Mapping& mapping);

/// An empty table for one of these.
QTableWidget* makePreview(const QString& accessibleName, QWidget* parent);

} // namespace entente::ui
