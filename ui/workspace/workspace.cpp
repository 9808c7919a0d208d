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
    evaluate();
}

Workspace::~Workspace() = default;

void Workspace::setDossier(Dossier dossier, std::filesystem::path path) {
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
    evaluate();
    style_.looks = looksOfFile(dossier_);
    algorithmChosen_ = false;
    emit dossierChanged();
    emit historyChanged();
    emit pathChanged();
    emit selectionChanged();
    emit filterChanged();
    emit networkChanged();
    emit styleChanged();
    preferPlacesInFile();
    layoutEverything();
}

void Workspace::markSaved(std::filesystem::path path) {
    path_ = std::move(path);
    history_.markSaved();
    emit pathChanged();
    emit historyChanged();
}

void Workspace::perform(Change change) {
    history_.perform(dossier_, std::move(change));
    dossierEdited();
}

void Workspace::adopt(Dossier changed, Change change) {
    dossier_ = std::move(changed);
    history_.record(std::move(change));
    dossierEdited();
}

void Workspace::undo() {
    history_.undo(dossier_);
    dossierEdited();
}

void Workspace::redo() {
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
    evaluate();
    placeNewcomers();
    emit dossierChanged();
    emit historyChanged();
    emit selectionChanged();
    emit filterChanged();
    emit networkChanged();
}

void Workspace::setFilter(Filter filter) {
    if (filter == filter_) {
        return;
    }
    filter_ = std::move(filter);
    evaluate();
    placeNewcomers();
    emit filterChanged();
    emit networkChanged();
}

void Workspace::renewEvaluator() {
    evaluator_ = std::make_unique<FilterEvaluator>(dossier_);
    timelessFilter_.reset();
    extent_ = extentOf(dossier_);
    statedPlaces_ = statedPlaces(dossier_);
    placesInFile_ = placesInFile(dossier_);
}

void Workspace::evaluate() {
    // The window moves far more often than all else, above all while time is played.
    Filter timeless = filter_;
    timeless.window.reset();
    if (!timelessFilter_ || *timelessFilter_ != timeless) {
        visibilityAtAllTimes_ = evaluator_->evaluate(timeless);
        timelessFilter_ = std::move(timeless);
    }
    visibility_ = filter_.window ? evaluator_->evaluate(filter_) : visibilityAtAllTimes_;
    facets_ = evaluator_->facets(filter_);
    rebuildNetwork();
}

void Workspace::rebuildNetwork() {
    network_ = project(dossier_, visibility_, projection_);
    if (collapsed_) {
        collapseNetwork();
    }
    emit networkReplaced();
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
    rebuildNetwork();
    preferPlacesInFile();
    emit networkChanged();
    if (anyPlaced(projection_.projection)) {
        placeNewcomers();
        emit positionsChanged(false);
    } else {
        layoutEverything();
    }
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
}

} // namespace entente::ui
