// What is to be seen of the dossier: at once where it is small, by a thread where it is large.

#include "core/model/progress.h"
#include "ui/workspace/workspace.h"

#include <algorithm>

namespace entente::ui {

EvaluationRequest Workspace::evaluationRequest() const {
    EvaluationRequest request;
    request.filter = filter_;
    request.projection = projection_;
    request.style = style_;
    if (collapsed_) {
        request.communityOfRow = communityOfRow_;
        request.openCommunities = openCommunities_;
    }
    request.everything =
        arrangementWanted_ == Arrangement::Anew && !anyPlaced(projection_.projection);
    return request;
}

bool Workspace::isEvaluatedByThread() const {
    return dossier_.vertices().size() + dossier_.edges().size() > evaluatedByThread_;
}

void Workspace::renew(EvaluationStep from, Arrangement arrangement) {
    stale_ = std::min(stale_, from);
    arrangementWanted_ = std::max(arrangementWanted_, arrangement);
    if (evaluating_) {
        return; // What is asked for now comes next.
    }
    if (isEvaluatedByThread()) {
        startEvaluation();
        return;
    }
    const EvaluationStep first = std::exchange(stale_, EvaluationStep::Nothing);
    take(evaluate(dossier_, *evaluator_, evaluationRequest(), shown_, first), first);
}

void Workspace::startEvaluation() {
    evaluating_ = true;
    evaluatedFrom_ = std::exchange(stale_, EvaluationStep::Nothing);
    evaluated_.reset();
    auto work = [this, number = ++evaluationNumber_, request = evaluationRequest(), before = shown_,
                 from = evaluatedFrom_,
                 evaluator = evaluator_](const std::stop_token& stop) mutable {
        try {
            evaluated_ =
                evaluate(dossier_, *evaluator, request, std::move(before), from, {{}, stop});
        } catch (const Cancelled&) {
            return;
        }
        // It may still be on its way when this evaluation was waited for.
        QMetaObject::invokeMethod(
            this,
            [this, number] {
                if (evaluating_ && number == evaluationNumber_) {
                    finishEvaluation();
                }
            },
            Qt::QueuedConnection);
    };
    evaluationThread_ = std::jthread(std::move(work));
}

void Workspace::finishEvaluation() {
    if (evaluationThread_.joinable()) {
        evaluationThread_.join();
    }
    evaluating_ = false;
    Evaluation evaluation = std::move(*evaluated_);
    evaluated_.reset();
    take(std::move(evaluation), evaluatedFrom_);
    if (stale_ != EvaluationStep::Nothing && !evaluating_) {
        startEvaluation();
    }
}

void Workspace::stopEvaluation() {
    if (!evaluating_) {
        return;
    }
    evaluationThread_.request_stop();
    if (evaluationThread_.joinable()) {
        evaluationThread_.join();
    }
    evaluating_ = false;
    stale_ = std::min(stale_, evaluatedFrom_);
}

void Workspace::waitForEvaluation() {
    while (evaluating_) {
        finishEvaluation();
    }
}

void Workspace::take(Evaluation evaluation, EvaluationStep from) {
    const bool atAllTimes = evaluation.visibilityAtAllTimes != shown_.visibilityAtAllTimes;
    Evaluation before = std::exchange(shown_, std::move(evaluation));
    if (from == EvaluationStep::Plan) {
        emit planChanged();
    } else {
        emit networkReplaced();
        if (from <= EvaluationStep::Filter) {
            emit visibilityChanged(atAllTimes);
        }
        arrange();
    }
    if (isEvaluatedByThread()) {
        retirementThread_ = std::jthread([retired = std::move(before)] {});
    }
}

void Workspace::arrange() {
    switch (std::exchange(arrangementWanted_, Arrangement::Kept)) {
    case Arrangement::Kept:
        placeNewcomers();
        emit networkChanged();
        break;
    case Arrangement::Placed:
        placeNewcomers();
        emit networkChanged();
        emit positionsChanged(true);
        break;
    case Arrangement::Relaid:
        // Few marks need another arrangement than the many that they stand for.
        stopLayout();
        spreadPositions_ = std::exchange(positionsOf(projection_.projection), {});
        emit networkChanged();
        relayout();
        break;
    case Arrangement::Anew:
        preferPlacesInFile();
        emit networkChanged();
        if (anyPlaced(projection_.projection)) {
            placeNewcomers();
            emit positionsChanged(false);
        } else {
            layoutEverything();
        }
        break;
    }
}

} // namespace entente::ui
