#include "tests/ui/render/picture_similarity.h"

namespace entente::ui {

double structuralSimilarity(const QImage& a, const QImage& b) {
    constexpr int window = 8;
    constexpr double c1 = 6.5025;  // (0.01 × 255)²
    constexpr double c2 = 58.5225; // (0.03 × 255)²
    if (a.size() != b.size() || a.width() < window || a.height() < window) {
        return 0;
    }
    double sum = 0;
    int windows = 0;
    for (int top = 0; top + window <= a.height(); top += window / 2) {
        for (int left = 0; left + window <= a.width(); left += window / 2) {
            double sumA = 0;
            double sumB = 0;
            double squaresA = 0;
            double squaresB = 0;
            double products = 0;
            for (int y = top; y < top + window; ++y) {
                for (int x = left; x < left + window; ++x) {
                    const double p = qGray(a.pixel(x, y));
                    const double q = qGray(b.pixel(x, y));
                    sumA += p;
                    sumB += q;
                    squaresA += p * p;
                    squaresB += q * q;
                    products += p * q;
                }
            }
            constexpr double n = window * window;
            const double meanA = sumA / n;
            const double meanB = sumB / n;
            const double varianceA = squaresA / n - meanA * meanA;
            const double varianceB = squaresB / n - meanB * meanB;
            const double covariance = products / n - meanA * meanB;
            sum += (2 * meanA * meanB + c1) * (2 * covariance + c2) /
                   ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2));
            ++windows;
        }
    }
    return sum / windows;
}

} // namespace entente::ui
