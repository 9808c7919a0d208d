#pragma once

#include <QString>

#include <cstddef>

namespace entente::ui {

/// "1 row" or, of `many` "%L1 rows", "1,200 rows".
inline QString counted(std::size_t number, const QString& one, const QString& many) {
    return number == 1 ? one : many.arg(number);
}

} // namespace entente::ui
