#pragma once

#include "core/model/progress.h"
#include "core/network/filter.h"
#include "core/network/network.h"
#include "ui/scene/network_plan.h"
#include "ui/scene/style.h"

#include <memory>
#include <optional>
#include <vector>

namespace entente::ui {

/// What the user asks to see of a dossier.
struct EvaluationRequest {
    Filter filter;
    ProjectionOptions projection;
    Style style;
    /// Of each dossier row, to be drawn together to one vertex; empty: all stand for themselves.
    std::vector<std::uint32_t> communityOfRow;
    std::vector<std::uint8_t> openCommunities; ///< one byte a community: not drawn together
    /// Whether the network without a filter is wanted, too.
    bool everything = false;
};

/// What of an evaluation is made anew; what comes before it is taken over.
enum class EvaluationStep : std::uint8_t { Dossier, Filter, Network, Plan, Nothing };

/// What is to be seen of a dossier. Immutable: views may hold on to a part while another evaluation
/// takes its place.
struct Evaluation {
    std::shared_ptr<const Visibility> visibility;
    /// What the filter would show without its time window, and that filter.
    std::shared_ptr<const Visibility> visibilityAtAllTimes;
    std::optional<Filter> timelessFilter;
    FacetCounts facets;
    std::shared_ptr<const Network> network;
    std::shared_ptr<const Network> everything; ///< null unless it was asked for
    std::shared_ptr<const NetworkPlan> plan;
};

/// Of a dossier of which nothing is known yet but that nothing filters it: all is visible, the
/// network is empty. O(rows).
Evaluation unevaluated(const Dossier& dossier, const EvaluationRequest& request);

/// After an edit: rows that have come are visible, those that are gone are not, until the
/// evaluation that tells. The network stays as it was. O(rows).
void adapt(Evaluation& evaluation, const Dossier& dossier);

/// Makes what the request asks for from `from` on, the rest is that of `before`. O(rows), in
/// parallel. Throws `Cancelled` where it is stopped.
Evaluation evaluate(const Dossier& dossier, const FilterEvaluator& evaluator,
                    const EvaluationRequest& request, Evaluation before, EvaluationStep from,
                    const Progress& progress = {});

} // namespace entente::ui
