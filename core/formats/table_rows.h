#pragma once

#include "core/formats/delimited.h"
#include "core/model/progress.h"

#include <functional>

namespace entente {

/// Gives the rows that `text` has left to `take`, in order and some thousand at a time. Where there
/// are many of them, other threads split the text further on meanwhile: the rows and their lines
/// are the same, whatever the number of threads. Throws `Cancelled`, and what `take` throws.
/// O(bytes).
void eachBlockOfRows(const DelimitedText& text, const Progress& progress,
                     const std::function<void(const DelimitedRows&)>& take);

} // namespace entente
