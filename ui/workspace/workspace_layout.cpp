// What the workspace does about layouts: where everything stands, and what computes it.

#include "core/layout/as_in_file.h"
#include "ui/workspace/layout_inputs.h"
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace entente::ui {

namespace {

constexpr double unplacedCoordinate = std::numeric_limits<double>::quiet_NaN();
constexpr Point unplaced{unplacedCoordinate, unplacedCoordinate};

bool placed(const Point& point) {
    return !std::isnan(point.x) && !std::isnan(point.y);
}

} // namespace

void Workspace::setLayoutAlgorithm(LayoutAlgorithm algorithm) {
    algorithmChosen_ = algorithm != LayoutAlgorithm::File;
    if (algorithm != algorithm_) {
        algorithm_ = algorithm;
        emit layoutOptionsChanged();
        relayout();
    }
}

void Workspace::setSeed(std::uint64_t seed) {
    if (seed != seed_) {
        seed_ = seed;
        emit layoutOptionsChanged();
    }
}

void Workspace::setLayoutParameters(const LayoutParameters& parameters) {
    if (parameters == parameters_) {
        return;
    }
    const double ratio = parameters.spread / parameters_.spread;
    parameters_ = parameters;
    if (ratio != 1) {
        for (auto& [projection, points] : positions_) {
            for (Point& point : points) {
                point = {point.x * ratio, point.y * ratio};
            }
        }
        for (Point& point : layoutFrom_) {
            point = {point.x * ratio, point.y * ratio};
        }
        emit positionsStreamed();
    }
    emit layoutOptionsChanged();
}

bool Workspace::hasPlaces() const {
    return std::ranges::any_of(network().elements(),
                               [this](VertexIndex row) { return placed(statedPlaces_[row]); });
}

bool Workspace::hasPlacesInFile() const {
    std::vector<Point> places;
    for (const VertexIndex row : network().elements()) {
        places.push_back(placesInFile_[row]);
    }
    return arePlacesOfFile(places);
}

/// Unless the user wants another layout: where nearly all that is shown has a place in the file, it
/// is shown there.
void Workspace::preferPlacesInFile() {
    if (algorithmChosen_) {
        return;
    }
    constexpr double nearlyAll = 0.9;
    const auto count = std::ranges::count_if(
        network().elements(), [this](VertexIndex row) { return placed(placesInFile_[row]); });
    const bool stated =
        hasPlacesInFile() &&
        static_cast<double>(count) >= nearlyAll * static_cast<double>(network().vertexCount());
    const LayoutAlgorithm wanted = stated                                ? LayoutAlgorithm::File
                                   : algorithm_ == LayoutAlgorithm::File ? LayoutAlgorithm::Stress
                                                                         : algorithm_;
    if (wanted != algorithm_) {
        algorithm_ = wanted;
        emit layoutOptionsChanged();
    }
}

void Workspace::layoutEverything() {
    const auto everything = std::exchange(shown_.everything, nullptr);
    startLayout(everything ? everything : shown_.network, LayoutStart::Anew);
}

void Workspace::relayout() {
    startLayout(shown_.network, LayoutStart::Anew);
}

void Workspace::continueLayout() {
    startLayout(shown_.network, LayoutStart::FromHere);
}

LayoutOptions Workspace::layoutOptions(const Network& network, LayoutStart start) {
    LayoutOptions options;
    options.algorithm = algorithm_;
    options.seed = seed_;
    options.effort = parameters_.effort;
    options.emphasis = parameters_.emphasis;
    options.spread = parameters_.spread;
    options.gravity = parameters_.gravity;
    options.lengthByWeight = parameters_.lengthByWeight;
    if (network.isCollapsed()) {
        options.room = roomOfCommunities(network);
    }
    const auto addCentre = [&](VertexIndex row) {
        if (const std::uint32_t vertex = network.vertexOf(row); vertex != noIndex) {
            options.centres.push_back(vertex);
        }
    };
    switch (algorithm_) {
    case LayoutAlgorithm::Concentric:
        for (const ElementRef& element : selection_) {
            if (element.kind == ElementKind::Vertex) {
                addCentre(element.index);
            }
        }
        if (options.centres.empty()) {
            std::ranges::for_each(filter_.centres, addCentre);
        }
        // Members of a closed community have one vertex.
        std::ranges::sort(options.centres);
        options.centres.erase(std::ranges::unique(options.centres).begin(), options.centres.end());
        break;
    case LayoutAlgorithm::Layered:
        options.times = beginYears(dossier_, network);
        break;
    case LayoutAlgorithm::Bipartite:
        options.sides = bipartiteSides(dossier_, network);
        break;
    case LayoutAlgorithm::Geographic:
        for (const VertexIndex row : network.elements()) {
            options.places.push_back(statedPlaces_[row]);
        }
        break;
    case LayoutAlgorithm::File:
        for (const VertexIndex row : network.elements()) {
            options.places.push_back(placesInFile_[row]);
        }
        break;
    default:
        break;
    }
    const std::vector<Point>& known = positionsOf(projection_.projection);
    const auto isPinned = [this](VertexIndex row) { return pinned_.contains(row); };
    if (start == LayoutStart::FromHere || std::ranges::any_of(network.elements(), isPinned)) {
        for (const VertexIndex row : network.elements()) {
            const bool stays = isPinned(row) && placed(known[row]);
            const bool begins = start == LayoutStart::FromHere && !newcomers_.contains(row);
            options.initial.push_back(stays || begins ? known[row] : unplaced);
            options.pinned.push_back(stays ? 1 : 0);
        }
    }
    return options;
}

void Workspace::startLayout(std::shared_ptr<const Network> network, LayoutStart start) {
    // Half a first layout of what is no longer looked at is none: it gets a whole one later.
    if (layoutJob_ && firstLayout_ && layoutJob_->projection() != projection_.projection) {
        positions_.erase(layoutJob_->projection());
    }
    previewTimer_.stop();
    layoutJob_.reset();
    firstLayout_ = !anyPlaced(projection_.projection);
    layoutSeen_ = false;
    LayoutOptions options = layoutOptions(*network, start);
    const std::vector<Point>& known = positionsOf(projection_.projection);
    layoutFrom_.clear();
    for (const VertexIndex row : network->elements()) {
        layoutFrom_.push_back(newcomers_.contains(row) ? unplaced : known[row]);
    }
    layoutJob_ = std::make_unique<LayoutJob>(std::move(network), std::move(options), engine_);
    LayoutJob* const job = layoutJob_.get();
    connect(job, &LayoutJob::progressed, this, &Workspace::layoutProgress);
    connect(job, &LayoutJob::moved, &previewTimer_, qOverload<>(&QTimer::start));
    // The end of a job may still be on its way when the job is gone and another has its address.
    connect(
        job, &LayoutJob::finished, this,
        [this, number = ++layoutNumber_] {
            if (layoutJob_ && number == layoutNumber_) {
                finishLayout();
            }
        },
        Qt::QueuedConnection);
    job->start();
    emit layoutStarted(start == LayoutStart::Anew);
}

void Workspace::place(const LayoutJob& job, const std::vector<Point>& positions) {
    std::vector<Point>& known = positionsOf(job.projection());
    // The spread may be another one than when the layout began.
    const double ratio = parameters_.spread / job.spread();
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const VertexIndex row = job.rows()[i];
        if (pinned_.empty() || !pinned_.contains(row) || !placed(known[row])) {
            known[row] =
                ratio == 1 ? positions[i] : Point{positions[i].x * ratio, positions[i].y * ratio};
        }
    }
}

void Workspace::takePreview() {
    if (!layoutJob_) {
        return;
    }
    if (const LayoutJob::Positions snapshot = layoutJob_->takePreview()) {
        place(*layoutJob_, *snapshot);
        if (layoutJob_->projection() == projection_.projection) {
            layoutSeen_ = true;
            emit positionsStreamed();
        }
    }
}

void Workspace::finishLayout() {
    previewTimer_.stop();
    layoutJob_->wait();
    const std::unique_ptr<LayoutJob> job = std::move(layoutJob_);
    displacement_.reset();
    if (const LayoutJob::Positions positions = job->takePositions()) {
        place(*job, *positions);
        newcomers_.clear();
        if (arrangement_ == std::pair(algorithm_, seed_)) {
            std::vector<Point> after;
            for (const VertexIndex row : job->rows()) {
                after.push_back(positionsOf(job->projection())[row]);
            }
            displacement_ = meanDisplacement(layoutFrom_, after);
            if (displacement_) {
                *displacement_ /= parameters_.spread;
            }
        }
        arrangement_ = {algorithm_, seed_};
        if (job->projection() == projection_.projection) {
            placeNewcomers();
            emit positionsChanged(!firstLayout_ || layoutSeen_);
        }
    }
    emit layoutFinished();
}

void Workspace::waitForLayout() {
    waitForEvaluation();
    if (layoutJob_) {
        layoutJob_->wait();
        finishLayout();
    }
}

bool Workspace::layoutRunning() const {
    return layoutJob_ != nullptr;
}

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

bool Workspace::anyPlaced(Projection projection) const {
    const auto known = positions_.find(projection);
    return known != positions_.end() && std::ranges::any_of(known->second, placed);
}

void Workspace::placeNewcomers() {
    if (!anyPlaced(projection_.projection)) {
        return;
    }
    std::vector<Point>& known = positionsOf(projection_.projection);
    // Next to the neighbours that have a place; several newcomers at one place fan out around it,
    // by the golden angle so that no two directions coincide.
    const double goldenAngle = std::numbers::pi * (3 - std::sqrt(5.0));
    const double unit = parameters_.spread;
    double bottom = -std::numeric_limits<double>::infinity();
    double left = std::numeric_limits<double>::infinity();
    for (const Point& point : known) {
        if (placed(point)) {
            bottom = std::max(bottom, point.y);
            left = std::min(left, point.x);
        }
    }
    std::size_t strays = 0;
    for (std::uint32_t vertex = 0; vertex < network().vertexCount(); ++vertex) {
        const VertexIndex row = network().element(vertex);
        if (placed(known[row])) {
            continue;
        }
        newcomers_.insert(row);
        // A community that another stands for now is where it was.
        if (const Point before = placeOfCommunity(row); placed(before)) {
            known[row] = before;
            continue;
        }
        Point sum;
        double count = 0;
        const auto arcs = boost::out_edges(vertex, network().graph());
        for (auto arc = arcs.first; arc != arcs.second; ++arc) {
            const Point& other = known[network().element(boost::target(*arc, network().graph()))];
            if (placed(other)) {
                sum.x += other.x;
                sum.y += other.y;
                ++count;
            }
        }
        if (count > 0) {
            const double angle = goldenAngle * vertex;
            known[row] = {sum.x / count + 0.6 * unit * std::cos(angle),
                          sum.y / count + 0.6 * unit * std::sin(angle)};
        } else {
            known[row] = {left + static_cast<double>(strays % 24) * 0.7 * unit,
                          bottom + (1 + static_cast<double>(strays / 24) * 0.7) * unit};
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

void Workspace::pinAt(const std::vector<std::pair<VertexIndex, QPointF>>& places) {
    std::vector<Point>& known = positionsOf(projection_.projection);
    for (const auto& [row, position] : places) {
        known[row] = {position.x(), position.y()};
        pinned_.insert(row);
    }
    emit positionsChanged(false);
    if (layoutJob_) {
        continueLayout();
    }
}

void Workspace::setPinned(const std::vector<VertexIndex>& rows, bool pinned) {
    for (const VertexIndex row : rows) {
        if (pinned) {
            pinned_.insert(row);
        } else {
            pinned_.erase(row);
        }
    }
    emit positionsChanged(false);
}

void Workspace::unpinAll() {
    pinned_.clear();
    emit positionsChanged(false);
}

} // namespace entente::ui
