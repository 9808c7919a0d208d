#pragma once

#include <QImage>

namespace entente::ui {

/// Structural similarity of two pictures of the same size (Wang, Bovik, Sheikh and Simoncelli
/// 2004): the mean over windows of 8 × 8 pixels, of the brightness; 1 where they are equal.
double structuralSimilarity(const QImage& a, const QImage& b);

} // namespace entente::ui
