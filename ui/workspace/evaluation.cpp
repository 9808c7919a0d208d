#include "ui/workspace/evaluation.h"

#include "core/network/collapse.h"

namespace entente::ui {

namespace {

Network networkOf(const Dossier& dossier, const Visibility& visibility,
                  const EvaluationRequest& request) {
    Network network = project(dossier, visibility, request.projection);
    if (request.communityOfRow.empty()) {
        return network;
    }
    std::vector<std::uint32_t> byVertex;
    byVertex.reserve(network.vertexCount());
    for (const VertexIndex row : network.elements()) {
        byVertex.push_back(row < request.communityOfRow.size() ? request.communityOfRow[row]
                                                               : noCommunity);
    }
    return collapse(network, byVertex, request.openCommunities);
}

void filterDossier(Evaluation& evaluation, const FilterEvaluator& evaluator, const Filter& filter,
                   EvaluationStep from, const Progress& progress) {
    // The window moves far more often than all else, above all while time is played.
    Filter timeless = filter;
    timeless.window.reset();
    if (from == EvaluationStep::Dossier || evaluation.timelessFilter != timeless) {
        evaluation.visibilityAtAllTimes =
            std::make_shared<const Visibility>(evaluator.evaluate(timeless));
        evaluation.timelessFilter = std::move(timeless);
        progress.throwIfStopped();
    }
    evaluation.visibility = filter.window
                                ? std::make_shared<const Visibility>(evaluator.evaluate(filter))
                                : evaluation.visibilityAtAllTimes;
    progress.throwIfStopped();
    evaluation.facets = evaluator.facets(filter);
}

std::shared_ptr<const Visibility> adapted(Visibility visibility, const Dossier& dossier) {
    const auto adapt = [](std::vector<std::uint8_t>& shown, const auto& table) {
        shown.resize(table.size(), 1);
        for (std::uint32_t row = 0; row < shown.size(); ++row) {
            shown[row] = table.removed(row) ? 0 : shown[row];
        }
    };
    adapt(visibility.vertices, dossier.vertices());
    adapt(visibility.edges, dossier.edges());
    return std::make_shared<const Visibility>(std::move(visibility));
}

} // namespace

Evaluation unevaluated(const Dossier& dossier, const EvaluationRequest& request) {
    Evaluation evaluation;
    evaluation.visibility = adapted({}, dossier);
    evaluation.visibilityAtAllTimes = evaluation.visibility;
    auto network = std::make_shared<const Network>(
        request.projection, std::vector<VertexIndex>(), dossier.vertices().size(),
        std::vector<NetworkEdge>(), std::vector<std::uint32_t>{0}, std::vector<ElementRef>());
    evaluation.plan = std::make_shared<const NetworkPlan>(
        planNetwork(dossier, *network, request.style, drawnSectors(request.filter)));
    evaluation.network = std::move(network);
    return evaluation;
}

void adapt(Evaluation& evaluation, const Dossier& dossier) {
    const bool same = evaluation.visibility == evaluation.visibilityAtAllTimes;
    evaluation.visibilityAtAllTimes = adapted(*evaluation.visibilityAtAllTimes, dossier);
    evaluation.visibility =
        same ? evaluation.visibilityAtAllTimes : adapted(*evaluation.visibility, dossier);
}

Evaluation evaluate(const Dossier& dossier, const FilterEvaluator& evaluator,
                    const EvaluationRequest& request, Evaluation before, EvaluationStep from,
                    const Progress& progress) {
    Evaluation evaluation = std::move(before);
    evaluation.everything.reset();
    if (from <= EvaluationStep::Filter) {
        filterDossier(evaluation, evaluator, request.filter, from, progress);
        progress.throwIfStopped();
    }
    if (from <= EvaluationStep::Network) {
        evaluation.network =
            std::make_shared<const Network>(networkOf(dossier, *evaluation.visibility, request));
        progress.throwIfStopped();
    }
    if (request.everything) {
        evaluation.everything = request.filter.restricts()
                                    ? std::make_shared<const Network>(project(
                                          dossier, evaluator.evaluate({}), request.projection))
                                    : evaluation.network;
        progress.throwIfStopped();
    }
    if (from <= EvaluationStep::Plan) {
        evaluation.plan = std::make_shared<const NetworkPlan>(
            planNetwork(dossier, *evaluation.network, request.style, drawnSectors(request.filter)));
        progress.throwIfStopped();
    }
    return evaluation;
}

} // namespace entente::ui
