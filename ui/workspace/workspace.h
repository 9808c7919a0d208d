#pragma once

#include "core/layout/layout.h"
#include "core/model/change.h"
#include "core/network/filter.h"
#include "core/network/network.h"
#include "ui/scene/style.h"
#include "ui/workspace/evaluation.h"
#include "ui/workspace/layout_job.h"
#include "ui/workspace/layout_parameters.h"

#include <QObject>
#include <QPointF>
#include <QString>
#include <QTimer>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <thread>
#include <vector>

namespace entente::ui {

/// The one state that all views share: the dossier, what the filter shows of it, the selection, the
/// positions and the style. Views read it, send it commands, and redraw on its signals; none knows
/// another. Lives on the GUI thread. What is to be seen of a large dossier is worked out by a
/// thread: until that is done, what was seen before remains.
class Workspace : public QObject {
    Q_OBJECT

public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    /// Takes a new document; resets history, selection, filter and positions, then lays out. Where
    /// (nearly) all of it has a place or a look in its file, it is shown so first.
    void setDossier(Dossier dossier, std::filesystem::path path);
    [[nodiscard]] const Dossier& dossier() const { return dossier_; }
    /// Empty where the dossier is built in or was never saved.
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    void markSaved(std::filesystem::path path);

    /// A string of the dossier's pool, for a change that brings a new text.
    StringId intern(std::string_view text);

    void perform(Change change);
    /// Takes the dossier with the change made already: what takes long is done off the GUI thread,
    /// on a copy.
    void adopt(Dossier changed, Change change);
    void undo();
    void redo();
    [[nodiscard]] const History& history() const { return history_; }

    void setFilter(Filter filter);
    [[nodiscard]] const Filter& filter() const { return filter_; }
    [[nodiscard]] const Visibility& visibility() const { return *shown_.visibility; }
    /// What the filter would show without its time window: for views that are about time.
    [[nodiscard]] const Visibility& visibilityAtAllTimes() const {
        return *shown_.visibilityAtAllTimes;
    }
    [[nodiscard]] const FacetCounts& facets() const { return shown_.facets; }
    /// An attribute's values; the first call for each after an edit is O(rows).
    [[nodiscard]] std::shared_ptr<const AttributeIndex> attribute(ElementKind of,
                                                                  StringId name) const {
        return evaluator_->attribute(of, name);
    }
    /// Days of the dossier's earliest and latest known dates.
    [[nodiscard]] DaySpan extent() const { return extent_; }

    void setProjection(ProjectionOptions options);
    [[nodiscard]] const ProjectionOptions& projection() const { return projection_; }
    [[nodiscard]] const Network& network() const { return *shown_.network; }
    /// The same for threads and pictures that outlast it here.
    [[nodiscard]] const std::shared_ptr<const Network>& sharedNetwork() const {
        return shown_.network;
    }
    /// How the network is drawn wherever it lies.
    [[nodiscard]] const std::shared_ptr<const NetworkPlan>& plan() const { return shown_.plan; }

    /// Whether the dossier is so large that a thread works out what is to be seen of it.
    [[nodiscard]] bool isEvaluatedByThread() const;
    /// Whether a thread works out what filter, projection, style or an edit have changed.
    [[nodiscard]] bool isEvaluating() const { return evaluating_; }
    /// Blocks until all of that is there; for exports and tests.
    void waitForEvaluation();
    /// Dossiers of more vertices and edges than this are worked out by a thread; for tests.
    void setEvaluatedByThread(std::size_t rows) { evaluatedByThread_ = rows; }

    /// Draws each community of what is shown together to one vertex, or shows all again. Finding
    /// communities goes on off the GUI thread; `networkChanged` follows.
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool collapsed() const { return collapsed_; }
    /// Shows the members of the communities that these rows belong to.
    void openCommunities(const std::vector<VertexIndex>& rows);
    /// The community of each dossier row, `noCommunity` where none is known; empty: not found yet.
    [[nodiscard]] const std::vector<std::uint32_t>& communityOfRow() const {
        return communityOfRow_;
    }
    /// Blocks until communities are found; for tests.
    void waitForCommunities();

    /// Replaces the selection by these vertices and edges.
    void select(std::set<ElementRef> elements);
    [[nodiscard]] const std::set<ElementRef>& selection() const { return selection_; }
    /// The element that inspector and table show: the last one selected, if any.
    [[nodiscard]] std::optional<ElementRef> current() const { return current_; }
    /// Selects it and asks views to bring it into sight.
    void reveal(ElementRef element);

    /// Restricts the filter to the neighbourhood of these vertices; none: no such restriction.
    void focus(std::vector<VertexIndex> centres, unsigned hops);
    void hide(const std::vector<VertexIndex>& rows);

    /// Lays out anew where it is another one.
    void setLayoutAlgorithm(LayoutAlgorithm algorithm);
    [[nodiscard]] LayoutAlgorithm layoutAlgorithm() const { return algorithm_; }
    /// For the next layout; 1 unless set.
    void setSeed(std::uint64_t seed);
    [[nodiscard]] std::uint64_t seed() const { return seed_; }
    /// A new spread holds at once, for all that is placed; the rest for the next layout.
    void setLayoutParameters(const LayoutParameters& parameters);
    [[nodiscard]] const LayoutParameters& layoutParameters() const { return parameters_; }
    /// Whether the dossier says where on Earth something that is shown lies.
    [[nodiscard]] bool hasPlaces() const;
    /// Whether the file had places for two at least of the vertices that are shown.
    [[nodiscard]] bool hasPlacesInFile() const;
    /// Lays the visible network out anew, off the GUI thread; `positionsStreamed` while it does,
    /// `positionsChanged` when done.
    void relayout();
    /// The same from where everything stands now: the picture settles and stays recognisable.
    void continueLayout();
    /// Blocks until what is to be seen is worked out and a layout under way is done; for exports
    /// and tests.
    void waitForLayout();
    [[nodiscard]] bool layoutRunning() const;
    /// Ends a layout under way; what is placed stays where one sees it.
    void stopLayout();
    /// How far, in lengths of an edge and on average, the last layout has moved what had a place
    /// before; nothing where it was of another kind than the one before it.
    [[nodiscard]] std::optional<double> displacement() const { return displacement_; }
    /// Has another function compute layouts; for tests.
    void setLayoutEngine(LayoutEngine engine) { engine_ = std::move(engine); }

    /// In layout units, by dossier row; rows that were never placed are absent.
    [[nodiscard]] std::optional<QPointF> position(VertexIndex row) const;
    void setPosition(VertexIndex row, QPointF position);
    /// Puts these rows there and pins them; a layout under way goes on around them.
    void pinAt(const std::vector<std::pair<VertexIndex, QPointF>>& places);
    void setPinned(const std::vector<VertexIndex>& rows, bool pinned);
    void unpinAll();
    [[nodiscard]] bool pinned(VertexIndex row) const { return pinned_.contains(row); }
    [[nodiscard]] const std::set<VertexIndex>& pinnedRows() const { return pinned_; }
    [[nodiscard]] bool anyPinned() const { return !pinned_.empty(); }

    void setStyle(Style style);
    [[nodiscard]] const Style& style() const { return style_; }

signals:
    /// Another document, or an edit: everything may be different.
    void dossierChanged();
    void historyChanged();
    /// What is asked for; what it shows follows.
    void filterChanged();
    /// Visibility and facets. `atAllTimes`: not by the filter's time window only.
    void visibilityChanged(bool atAllTimes);
    /// There is another network, and `networkChanged` will follow: what was made for the one before
    /// must not be used any more. Nobody is to draw or measure on this.
    void networkReplaced();
    /// The network was built anew (filter, projection or dossier).
    void networkChanged();
    /// The same network is drawn in another way.
    void planChanged();
    void selectionChanged();
    void revealRequested(entente::ElementRef element);
    /// Vertices moved. `animate`: go there smoothly from where they were drawn.
    void positionsChanged(bool animate);
    /// A layout under way has moved vertices, some thirty times a second: draw, and no more.
    void positionsStreamed();
    /// `anew`: not from where everything stands.
    void layoutStarted(bool anew);
    void layoutProgress(double fraction);
    void layoutFinished();
    /// Algorithm, seed or parameters.
    void layoutOptionsChanged();
    void styleChanged();
    void pathChanged();
    void collapsedChanged(bool collapsed);

private:
    void renewEvaluator();
    [[nodiscard]] EvaluationRequest evaluationRequest() const;
    /// What becomes of the places once there is another network.
    enum class Arrangement : std::uint8_t {
        Kept,
        Placed, ///< they have been changed already
        Relaid, ///< by another layout
        Anew    ///< it is of another kind, or another dossier's
    };
    /// Works out what is to be seen from this step on, by a thread where it takes long.
    void renew(EvaluationStep from, Arrangement arrangement = Arrangement::Kept);
    void startEvaluation();
    void finishEvaluation();
    /// Gives up what a thread works out: the dossier is about to change.
    void stopEvaluation();
    void take(Evaluation evaluation, EvaluationStep from);
    void arrange();
    void forgetCommunities();
    void restorePositions();
    void openAround(VertexIndex row);
    [[nodiscard]] Point placeOfCommunity(VertexIndex row) const;
    void makeRoomAround(VertexIndex row, double radius);
    void dossierEdited();
    /// Lays out all of the dossier, whatever the filter: what a filter shows later has its place.
    void layoutEverything();
    enum class LayoutStart : std::uint8_t { Anew, FromHere };
    void startLayout(std::shared_ptr<const Network> network, LayoutStart start);
    [[nodiscard]] LayoutOptions layoutOptions(const Network& network, LayoutStart start);
    void takePreview();
    void finishLayout();
    void place(const LayoutJob& job, const std::vector<Point>& positions);
    [[nodiscard]] bool anyPlaced(Projection projection) const;
    void placeNewcomers();
    void preferPlacesInFile();
    std::vector<Point>& positionsOf(Projection projection);

    Dossier dossier_;
    std::filesystem::path path_;
    History history_;
    std::shared_ptr<const FilterEvaluator> evaluator_;
    Filter filter_;
    DaySpan extent_;
    ProjectionOptions projection_;
    Evaluation shown_;
    EvaluationStep stale_ = EvaluationStep::Nothing; ///< from here on, `shown_` is out of date
    Arrangement arrangementWanted_ = Arrangement::Kept;
    std::size_t evaluatedByThread_ = 50'000;
    bool collapsed_ = false;
    std::vector<std::uint32_t> communityOfRow_;
    std::vector<std::uint8_t> openCommunities_; ///< one byte a community
    std::jthread communityThread_;
    std::vector<Point> spreadPositions_; ///< by dossier row, before communities were drawn together
    std::set<ElementRef> selection_;
    std::optional<ElementRef> current_;
    LayoutEngine engine_ = layout;
    LayoutAlgorithm algorithm_ = LayoutAlgorithm::Stress;
    std::uint64_t seed_ = 1;
    LayoutParameters parameters_;
    std::map<Projection, std::vector<Point>> positions_;
    std::set<VertexIndex> newcomers_; ///< placed beside their neighbours, by no layout
    std::set<VertexIndex> pinned_;
    std::vector<Point> statedPlaces_;
    std::vector<Point> placesInFile_;
    bool algorithmChosen_ = false; ///< by the user, for this document
    Style style_;
    std::unique_ptr<LayoutJob> layoutJob_;
    std::size_t layoutNumber_ = 0; ///< of the job
    QTimer previewTimer_;
    std::vector<Point> layoutFrom_; ///< by the job's vertices
    bool firstLayout_ = false;      ///< nothing had a place when the job began
    bool layoutSeen_ = false;       ///< some preview of the job was shown
    /// Of the last layout that came to its end.
    std::optional<std::pair<LayoutAlgorithm, std::uint64_t>> arrangement_;
    std::optional<double> displacement_;
    bool evaluating_ = false;
    EvaluationStep evaluatedFrom_ = EvaluationStep::Nothing;
    std::size_t evaluationNumber_ = 0;
    std::optional<Evaluation> evaluated_; ///< the thread's, once it is done
    std::jthread evaluationThread_;
    std::jthread retirementThread_; ///< frees the memory of an evaluation that was
};

} // namespace entente::ui
