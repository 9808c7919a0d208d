#pragma once

#include "core/model/period.h"
#include "ui/scene/display_list.h"
#include "ui/scene/time_axis.h"

#include <optional>
#include <vector>

namespace entente::ui {

inline constexpr double timelineBarHeight = 10;
/// Between the end of the axis and the edge of the picture.
inline constexpr double timelineRightMargin = 16;

/// Where the bars of a timeline may lie.
struct BarFrame {
    TimeAxis axis;
    double width = 0; ///< of the picture
    Period asOf;      ///< until when the dossier knows; empty: it does not say
};

/// The bar of a period, cut where it leaves the picture; nothing where it is out of sight. Its ends
/// say how sure they are: square where known, soft where approximate, torn where unknown, fading
/// where there is none.
std::optional<Bar> periodBar(const Period& period, const BarFrame& frame, double top,
                             double height);

/// The same as `count` stripes on top of one another around `middle`, each at least 2.5 pixels
/// high.
std::vector<Bar> stripedBar(const Period& period, const BarFrame& frame, double middle,
                            std::size_t count);

} // namespace entente::ui
