#include "ui/workspace/workspace.h"

#include "ui/scene/attribute_scales.h"
#include "ui/workspace/layout_inputs.h"

#include <algorithm>

namespace entente::ui {

namespace {

DaySpan extentOf(const Dossier& dossier) {
    DaySpan extent = noDays;
    for (VertexIndex i = 0; i < dossier.vertices().size(); ++i) {
        // The life of a state is no activity: it would stretch every time line over centuries.
        if (!dossier.vertices().removed(i) && !isActor(dossier.vertices().kind(i))) {
            extend(extent, dossier.vertices().period(i));
        }
    }
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        if (!dossier.edges().removed(i)) {
            extend(extent, dossier.edges().period(i));
        }
    }
    return extent == noDays ? DaySpan{} : extent;
}

} // namespace

Workspace::Workspace(QObject* parent) : QObject(parent) {
    // Time to paint between two previews, however fast they come.
    constexpr int previewPause = 12;
    previewTimer_.setSingleShot(true);
    previewTimer_.setInterval(previewPause);
    connect(&previewTimer_, &QTimer::timeout, this, &Workspace::takePreview);
    renewEvaluator();
    take(evaluate(dossier_, *evaluator_, evaluationRequest(), {}, EvaluationStep::Dossier),
         EvaluationStep::Dossier);
}

Workspace::~Workspace() = default;

StringId Workspace::intern(std::string_view text) {
    if (evaluationThread_.joinable()) {
        evaluationThread_.join(); // It reads the pool.
    }
    return dossier_.intern(text);
}

void Workspace::setDossier(Dossier dossier, std::filesystem::path path) {
    stopEvaluation();
    layoutJob_.reset();
    forgetCommunities();
    dossier_ = std::move(dossier);
    path_ = std::move(path);
    history_ = {};
    filter_ = {};
    selection_.clear();
    current_.reset();
    positions_.clear();
    newcomers_.clear();
    pinned_.clear();
    arrangement_.reset();
    displacement_.reset();
    renewEvaluator();
    style_.looks = looksOfFile(dossier_);
    algorithmChosen_ = false;
    shown_ = unevaluated(dossier_, evaluationRequest());
    emit networkReplaced();
    emit dossierChanged();
    emit historyChanged();
    emit pathChanged();
    emit selectionChanged();
    emit filterChanged();
    emit styleChanged();
    renew(EvaluationStep::Dossier, Arrangement::Anew);
    if (evaluating_) {
        emit networkChanged();
    }
}

void Workspace::markSaved(std::filesystem::path path) {
    path_ = std::move(path);
    history_.markSaved();
    emit pathChanged();
    emit historyChanged();
}

void Workspace::perform(Change change) {
    stopEvaluation();
    history_.perform(dossier_, std::move(change));
    dossierEdited();
}

void Workspace::adopt(Dossier changed, Change change) {
    stopEvaluation();
    dossier_ = std::move(changed);
    history_.record(std::move(change));
    dossierEdited();
}

void Workspace::undo() {
    stopEvaluation();
    history_.undo(dossier_);
    dossierEdited();
}

void Workspace::redo() {
    stopEvaluation();
    history_.redo(dossier_);
    dossierEdited();
}

void Workspace::dossierEdited() {
    renewEvaluator();
    std::erase_if(selection_,
                  [this](const ElementRef& element) { return dossier_.removed(element); });
    if (current_ && dossier_.removed(*current_)) {
        current_.reset();
    }
    adapt(shown_, dossier_);
    emit dossierChanged();
    emit historyChanged();
    emit selectionChanged();
    emit filterChanged();
    renew(EvaluationStep::Dossier);
}

void Workspace::setFilter(Filter filter) {
    if (filter == filter_) {
        return;
    }
    filter_ = std::move(filter);
    emit filterChanged();
    renew(EvaluationStep::Filter);
}

void Workspace::renewEvaluator() {
    evaluator_ = std::make_shared<const FilterEvaluator>(dossier_);
    extent_ = extentOf(dossier_);
    statedPlaces_ = statedPlaces(dossier_);
    placesInFile_ = placesInFile(dossier_);
}

void Workspace::setProjection(ProjectionOptions options) {
    if (options == projection_) {
        return;
    }
    if (options.projection != projection_.projection) {
        newcomers_.clear();
    }
    forgetCommunities();
    projection_ = options;
    renew(EvaluationStep::Network, Arrangement::Anew);
}

void Workspace::select(std::set<ElementRef> elements) {
    if (elements == selection_) {
        return;
    }
    std::optional<ElementRef> current;
    for (const ElementRef& element : elements) {
        if (!selection_.contains(element)) {
            current = element;
        }
    }
    if (!current && current_ && elements.contains(*current_)) {
        current = current_;
    }
    if (!current && !elements.empty()) {
        current = *elements.rbegin();
    }
    selection_ = std::move(elements);
    current_ = current;
    emit selectionChanged();
}

void Workspace::reveal(ElementRef element) {
    select({element});
    emit revealRequested(element);
}

void Workspace::focus(std::vector<VertexIndex> centres, unsigned hops) {
    Filter filter = filter_;
    filter.centres = std::move(centres);
    filter.hops = hops;
    setFilter(std::move(filter));
}

void Workspace::hide(const std::vector<VertexIndex>& rows) {
    Filter filter = filter_;
    for (const VertexIndex row : rows) {
        if (std::ranges::find(filter.hidden, row) == filter.hidden.end()) {
            filter.hidden.push_back(row);
        }
    }
    setFilter(std::move(filter));
}

void Workspace::setStyle(Style style) {
    style_ = std::move(style);
    emit styleChanged();
    renew(EvaluationStep::Plan);
}

} // namespace entente::ui
