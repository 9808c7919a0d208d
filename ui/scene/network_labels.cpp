#include "ui/scene/network_labels.h"

#include "ui/scene/label_placement.h"
#include "ui/scene/vertex_text.h"

#include <QFontMetricsF>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr qreal widestActor = 146;
constexpr qreal widestTitle = 172;
constexpr qsizetype mostLines = 3;
constexpr double lineHeight = 1.18;
constexpr double fadedShare = 0.66;
constexpr float smallestCode = 7;
// Marks smaller than this may lie under a label, or a crowd of dots would have none.
constexpr float smallestObstacle = 3.5F;
// More names than a screen can hold need not be tried.
constexpr std::size_t mostNames = 4000;

struct Naming {
    std::uint32_t vertex;
    std::size_t mark;
    QStringList lines;
    float pixelSize;
    bool bold;
    bool faded;
};

class Labeller {
public:
    Labeller(DisplayList& list, const Dossier& dossier, const Network& network,
             const std::vector<double>& importance, const Style& style,
             const NetworkSceneOptions& options)
        : list_(list), dossier_(dossier), network_(network), importance_(importance), style_(style),
          options_(options) {}

    void run(const std::vector<QLineF>& strandAxes) {
        chooseNames();
        LabelObstacles obstacles;
        obstacles.strands = strandAxes;
        for (const Mark& mark : list_.marks) {
            if (mark.radius >= smallestObstacle) {
                obstacles.marks.push_back(boxOf(mark));
            }
        }
        std::vector<LabelWish> wishes;
        for (const Naming& naming : namings_) {
            wishes.push_back(wishFor(naming));
        }
        const auto boxes = placeLabels(wishes, obstacles);
        for (std::size_t i = 0; i < namings_.size(); ++i) {
            if (boxes[i]) {
                addName(namings_[i], *boxes[i]);
            }
        }
        for (const Mark& mark : list_.marks) {
            addCode(mark);
        }
    }

private:
    static QRectF boxOf(const Mark& mark) {
        const qreal reach = mark.radius + mark.outlineWidth / 2;
        // Triangles and diamonds reach farther than the circle of their area.
        const qreal below = mark.shape == Shape::Diamond ? reach * 1.25 : reach;
        const qreal above = mark.shape == Shape::Triangle ? reach * 1.4 : below;
        return {QPointF(mark.centre.x() - below, mark.centre.y() - above),
                QPointF(mark.centre.x() + below, mark.centre.y() + below)};
    }

    [[nodiscard]] bool isFaded(std::uint32_t vertex) const {
        return !options_.highlight.empty() && options_.highlight.vertices[vertex] == 0;
    }

    [[nodiscard]] double importanceOf(std::uint32_t vertex, const Mark& mark) const {
        constexpr double above = 1e6;
        return importance_[vertex] + (vertex == options_.hovered ? 4 * above : 0) +
               (mark.selected ? 2 * above : 0) - (isFaded(vertex) ? above : 0);
    }

    void chooseNames() {
        std::vector<std::pair<double, std::size_t>> candidates;
        for (std::size_t i = 0; i < list_.marks.size(); ++i) {
            const Mark& mark = list_.marks[i];
            if (options_.labelledPart.isNull() || options_.labelledPart.contains(mark.centre)) {
                const std::uint32_t vertex = network_.vertexOf(mark.element.index);
                candidates.emplace_back(-importanceOf(vertex, mark), i);
            }
        }
        if (candidates.size() > mostNames) {
            std::ranges::nth_element(candidates, candidates.begin() + mostNames);
            candidates.resize(mostNames);
        }
        for (const auto& [rank, i] : candidates) {
            const Mark& mark = list_.marks[i];
            const std::uint32_t vertex = network_.vertexOf(mark.element.index);
            const VertexKind kind = dossier_.vertices().kind(mark.element.index);
            Naming naming;
            naming.vertex = vertex;
            naming.mark = i;
            naming.bold = isActor(kind) && kind != VertexKind::Leader;
            naming.pixelSize = naming.bold                  ? (mark.radius > 20 ? 13.5F : 12.5F)
                               : kind == VertexKind::Leader ? 12
                                                            : 11.5F;
            naming.faded = isFaded(vertex);
            naming.lines =
                balancedLines(vertexName(dossier_, mark.element.index, style_.labelLanguage),
                              labelFont(style_.font, naming.pixelSize, naming.bold),
                              isActor(kind) ? widestActor : widestTitle, mostLines);
            namings_.push_back(std::move(naming));
        }
    }

    [[nodiscard]] LabelWish wishFor(const Naming& naming) const {
        const QFontMetricsF metrics(labelFont(style_.font, naming.pixelSize, naming.bold));
        qreal width = 0;
        for (const QString& line : naming.lines) {
            width = std::max(width, metrics.horizontalAdvance(line));
        }
        const Mark& mark = list_.marks[naming.mark];
        return {
            boxOf(mark),
            QSizeF(width, naming.pixelSize * lineHeight * static_cast<qreal>(naming.lines.size())),
            importanceOf(naming.vertex, mark), naming.vertex};
    }

    void addName(const Naming& naming, const QRectF& box) {
        const Mark& mark = list_.marks[naming.mark];
        const Colours& colours = style_.colours();
        // Beside the mark, lines are set flush with it.
        const bool right = box.left() >= mark.centre.x();
        const bool left = box.right() <= mark.centre.x();
        for (qsizetype i = 0; i < naming.lines.size(); ++i) {
            Label label;
            label.text = naming.lines[i];
            label.anchor = right  ? Label::Anchor::Left
                           : left ? Label::Anchor::Right
                                  : Label::Anchor::Centre;
            const qreal x = right ? box.left() : left ? box.right() : box.center().x();
            label.position = {x, box.top() + naming.pixelSize *
                                                 (lineHeight * static_cast<qreal>(i) + 0.92)};
            label.pixelSize = naming.pixelSize;
            label.bold = naming.bold;
            label.colour =
                naming.faded ? mixed(colours.text, colours.ground, fadedShare) : colours.text;
            label.halo = colours.ground;
            label.element = mark.element;
            list_.labels.push_back(std::move(label));
        }
    }

    void addCode(const Mark& mark) {
        if (mark.radius < 9) {
            return;
        }
        const QString code = vertexCode(dossier_, mark.element.index);
        if (code.isEmpty()) {
            return;
        }
        const QFont font = labelFont(style_.font, 10, true);
        const qreal width = QFontMetricsF(font).horizontalAdvance(code);
        const qreal room = mark.radius * (mark.shape == Shape::Diamond ? 1.2 : 1.66);
        const auto size =
            static_cast<float>(std::floor(std::min(12.5, 10 * room / std::max(width, 1.0))));
        if (size < smallestCode) {
            return;
        }
        const Colours& colours = style_.colours();
        Label label;
        label.text = code;
        label.pixelSize = size;
        label.bold = true;
        label.position = mark.centre + QPointF(0, size * 0.36);
        label.colour = isFaded(network_.vertexOf(mark.element.index))
                           ? mixed(colours.quietText, colours.ground, fadedShare)
                           : colours.quietText;
        label.halo = Qt::transparent;
        label.element = mark.element;
        list_.labels.push_back(std::move(label));
    }

    DisplayList& list_;
    const Dossier& dossier_;
    const Network& network_;
    const std::vector<double>& importance_;
    const Style& style_;
    const NetworkSceneOptions& options_;
    std::vector<Naming> namings_;
};

} // namespace

void addNetworkLabels(DisplayList& list, const Dossier& dossier, const Network& network,
                      const std::vector<QLineF>& strandAxes, const std::vector<double>& importance,
                      const Style& style, const NetworkSceneOptions& options) {
    Labeller(list, dossier, network, importance, style, options).run(strandAxes);
}

} // namespace entente::ui
