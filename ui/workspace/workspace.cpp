#include "ui/workspace/workspace.h"

#include "core/analysis/communities.h"
#include "ui/workspace/layout_job.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace entente::ui {

namespace {

constexpr double unplacedCoordinate = std::numeric_limits<double>::quiet_NaN();
constexpr Point unplaced{unplacedCoordinate, unplacedCoordinate};

bool placed(const Point& point) { return !std::isnan(point.x) && !std::isnan(point.y); }

DaySpan extentOf(const Dossier& dossier) {
    DaySpan extent{latestDay, earliestDay};
    const auto take = [&extent](const Period& period) {
        for (const Endpoint& end : {period.begin, period.end}) {
            if (end.kind == Endpoint::Kind::Known) {
                const DaySpan span = end.date.span();
                extent.first = std::min(extent.first, span.first);
                extent.last = std::max(extent.last, span.last);
            }
        }
    };
    for (VertexIndex i = 0; i < dossier.vertices().size(); ++i) {
        // The life of a state is no activity: it would stretch every time line over centuries.
        if (!dossier.vertices().removed(i) && !isActor(dossier.vertices().kind(i))) {
            take(dossier.vertices().period(i));
        }
    }
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        if (!dossier.edges().removed(i)) {
            take(dossier.edges().period(i));
        }
    }
    return extent.first > extent.last ? DaySpan{} : extent;
}

Visibility everything(const Dossier& dossier) {
    Visibility all;
    all.vertices.resize(dossier.vertices().size());
    all.edges.resize(dossier.edges().size());
    for (VertexIndex i = 0; i < all.vertices.size(); ++i) {
        all.vertices[i] = dossier.vertices().removed(i) ? 0 : 1;
    }
    for (EdgeIndex i = 0; i < all.edges.size(); ++i) {
        all.edges[i] = dossier.edges().removed(i) ? 0 : 1;
    }
    return all;
}

} // namespace

Workspace::Workspace(QObject* parent) : QObject(parent) {
    evaluator_ = std::make_unique<FilterEvaluator>(dossier_);
    evaluate();
}

Workspace::~Workspace() = default;

void Workspace::setDossier(Dossier dossier, std::filesystem::path path) {
    layoutJob_.reset();
    dossier_ = std::move(dossier);
    path_ = std::move(path);
    history_ = {};
    filter_ = {};
    selection_.clear();
    current_.reset();
    positions_.clear();
    pinned_.clear();
    evaluator_ = std::make_unique<FilterEvaluator>(dossier_);
    extent_ = extentOf(dossier_);
    evaluate();
    emit dossierChanged();
    emit historyChanged();
    emit pathChanged();
    emit selectionChanged();
    emit filterChanged();
    emit networkChanged();
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

void Workspace::undo() {
    history_.undo(dossier_);
    dossierEdited();
}

void Workspace::redo() {
    history_.redo(dossier_);
    dossierEdited();
}

void Workspace::dossierEdited() {
    evaluator_ = std::make_unique<FilterEvaluator>(dossier_);
    extent_ = extentOf(dossier_);
    std::erase_if(selection_, [this](const ElementRef& element) { return dossier_.removed(element); });
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

Visibility Workspace::visibilityAtAllTimes() const {
    if (!filter_.window) {
        return visibility_;
    }
    Filter filter = filter_;
    filter.window.reset();
    return evaluator_->evaluate(filter);
}

void Workspace::evaluate() {
    visibility_ = evaluator_->evaluate(filter_);
    facets_ = evaluator_->facets(filter_);
    rebuildNetwork();
}

void Workspace::rebuildNetwork() { network_ = project(dossier_, visibility_, projection_); }

void Workspace::setProjection(ProjectionOptions options) {
    if (options == projection_) {
        return;
    }
    projection_ = options;
    rebuildNetwork();
    emit networkChanged();
    if (positions_.contains(projection_.projection)) {
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

void Workspace::setLayoutAlgorithm(LayoutAlgorithm algorithm) {
    if (algorithm != algorithm_) {
        algorithm_ = algorithm;
        relayout();
    }
}

void Workspace::setSeed(std::uint64_t seed) { seed_ = seed; }

void Workspace::layoutEverything() {
    if (filter_.restricts()) {
        startLayout(project(dossier_, everything(dossier_), projection_));
    } else {
        startLayout(network_);
    }
}

void Workspace::relayout() { startLayout(network_); }

void Workspace::startLayout(const Network& network) {
    layoutJob_.reset();
    LayoutOptions options;
    options.algorithm = algorithm_;
    options.seed = seed_;
    if (algorithm_ == LayoutAlgorithm::Grouped) {
        options.groups = communities(network);
    }
    const std::vector<Point>& known = positionsOf(projection_.projection);
    const auto isPinned = [this](VertexIndex row) { return pinned_.contains(row); };
    if (std::ranges::any_of(network.elements(), isPinned)) {
        for (const VertexIndex row : network.elements()) {
            const bool stays = isPinned(row) && placed(known[row]);
            options.initial.push_back(stays ? known[row] : unplaced);
            options.pinned.push_back(stays ? 1 : 0);
        }
    }
    layoutJob_ = std::make_unique<LayoutJob>(makeLayoutGraph(network), std::move(options),
                                             network.elements(), projection_.projection);
    LayoutJob* const job = layoutJob_.get();
    connect(job, &LayoutJob::progressed, this, &Workspace::layoutProgress);
    connect(
        job, &LayoutJob::finished, this,
        [this, job] {
            if (layoutJob_.get() == job) {
                finishLayout();
            }
        },
        Qt::QueuedConnection);
    job->start();
    emit layoutStarted();
}

void Workspace::finishLayout() {
    layoutJob_->wait();
    const std::unique_ptr<LayoutJob> job = std::move(layoutJob_);
    if (const auto positions = job->takePositions()) {
        std::vector<Point>& known = positionsOf(job->projection());
        const bool first = std::ranges::none_of(known, placed);
        for (std::size_t i = 0; i < positions->size(); ++i) {
            known[job->rows()[i]] = (*positions)[i];
        }
        placeNewcomers();
        emit positionsChanged(!first);
    }
    emit layoutFinished();
}

void Workspace::waitForLayout() {
    if (layoutJob_) {
        layoutJob_->wait();
        finishLayout();
    }
}

bool Workspace::layoutRunning() const { return layoutJob_ != nullptr; }

void Workspace::stopLayout() {
    if (layoutJob_) {
        layoutJob_->stop();
    }
}

std::vector<Point>& Workspace::positionsOf(Projection projection) {
    std::vector<Point>& known = positions_[projection];
    known.resize(dossier_.vertices().size(), unplaced);
    return known;
}

void Workspace::placeNewcomers() {
    if (!positions_.contains(projection_.projection)) {
        return;
    }
    std::vector<Point>& known = positionsOf(projection_.projection);
    if (std::ranges::none_of(known, placed)) {
        return;
    }
    // Next to the neighbours that have a place; several newcomers at one place fan out around it,
    // by the golden angle so that no two directions coincide.
    const double goldenAngle = std::numbers::pi * (3 - std::sqrt(5.0));
    double bottom = -std::numeric_limits<double>::infinity();
    double left = std::numeric_limits<double>::infinity();
    for (const Point& point : known) {
        if (placed(point)) {
            bottom = std::max(bottom, point.y);
            left = std::min(left, point.x);
        }
    }
    std::size_t strays = 0;
    for (std::uint32_t vertex = 0; vertex < network_.vertexCount(); ++vertex) {
        const VertexIndex row = network_.element(vertex);
        if (placed(known[row])) {
            continue;
        }
        Point sum;
        double count = 0;
        const auto arcs = boost::out_edges(vertex, network_.graph());
        for (auto arc = arcs.first; arc != arcs.second; ++arc) {
            const Point& other = known[network_.element(boost::target(*arc, network_.graph()))];
            if (placed(other)) {
                sum.x += other.x;
                sum.y += other.y;
                ++count;
            }
        }
        if (count > 0) {
            const double angle = goldenAngle * vertex;
            known[row] = {sum.x / count + 0.6 * std::cos(angle),
                          sum.y / count + 0.6 * std::sin(angle)};
        } else {
            known[row] = {left + static_cast<double>(strays % 24) * 0.7,
                          bottom + 1 + static_cast<double>(strays / 24) * 0.7};
            ++strays;
        }
    }
}

std::optional<QPointF> Workspace::position(VertexIndex row) const {
    const auto known = positions_.find(projection_.projection);
    if (known == positions_.end() || row >= known->second.size() || !placed(known->second[row])) {
        return std::nullopt;
    }
    return QPointF(known->second[row].x, known->second[row].y);
}

void Workspace::setPosition(VertexIndex row, QPointF position) {
    positionsOf(projection_.projection)[row] = {position.x(), position.y()};
    emit positionsChanged(false);
}

void Workspace::setPinned(VertexIndex row, bool pinned) {
    if (pinned) {
        pinned_.insert(row);
    } else {
        pinned_.erase(row);
    }
    emit positionsChanged(false);
}

void Workspace::setStyle(Style style) {
    style_ = std::move(style);
    emit styleChanged();
}

} // namespace entente::ui
