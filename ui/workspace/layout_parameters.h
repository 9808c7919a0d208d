#pragma once

#include "core/layout/layout.h"

namespace entente::ui {

/// What a user may set of a layout beside its algorithm and seed; see `LayoutOptions`.
struct LayoutParameters {
    LayoutEffort effort = LayoutEffort::Normal;
    LayoutEmphasis emphasis = LayoutEmphasis::Balanced;
    double spread = 1;
    double gravity = 0;
    double lengthByWeight = 0.5;

    friend bool operator==(const LayoutParameters&, const LayoutParameters&) = default;
};

/// The parameters that make a difference to an algorithm; spread does to all of them.
struct LayoutUses {
    bool effort = false;
    bool emphasis = false;
    bool gravity = false;
    bool lengthByWeight = false;
    bool seed = false;
};

constexpr LayoutUses usesOf(LayoutAlgorithm algorithm) {
    switch (algorithm) {
    case LayoutAlgorithm::Force:
        return {true, true, true, true, true};
    case LayoutAlgorithm::Stress:
        return {true, false, false, true, true};
    case LayoutAlgorithm::Grouped:
    case LayoutAlgorithm::Layered:
        return {false, false, false, false, true};
    default:
        return {};
    }
}

} // namespace entente::ui
