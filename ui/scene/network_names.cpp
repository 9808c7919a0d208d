#include "ui/scene/network_names.h"

#include "ui/scene/label_placement.h"
#include "ui/scene/vertex_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <functional>

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
constexpr float smallestAmongCommunities = 8;
// More names than a screen can hold need not be tried.
constexpr std::size_t mostNames = 4000;
constexpr std::size_t mostTexts = 50'000;
constexpr double fadeTime = 150; ///< milliseconds

bool isFaded(const NetworkSceneOptions& options, std::uint32_t vertex) {
    return !options.highlight.empty() && options.highlight.vertices[vertex] == 0;
}

double importanceOf(const NetworkNames::Frame& frame, const Mark& mark, std::uint32_t vertex) {
    constexpr double above = 1e6;
    return static_cast<double>(frame.plan.importance[vertex]) +
           (vertex == frame.options.hovered ? 4 * above : 0) + (mark.selected ? 2 * above : 0) -
           (isFaded(frame.options, vertex) ? above : 0);
}

void addCode(const NetworkNames::Frame& frame, const Mark& mark, std::vector<Label>& labels) {
    if (mark.radius < 9) {
        return;
    }
    const std::uint32_t members =
        frame.network.membersOf(frame.network.vertexOf(mark.element.index));
    const QString code =
        members > 1 ? QLocale().toString(members) : vertexCode(frame.dossier, mark.element.index);
    if (code.isEmpty()) {
        return;
    }
    const QFont font = labelFont(frame.style.font, 10, true);
    const qreal width = QFontMetricsF(font).horizontalAdvance(code);
    const qreal room = mark.radius * (mark.shape == Shape::Diamond ? 1.2 : 1.66);
    const auto size =
        static_cast<float>(std::floor(std::min(12.5, 10 * room / std::max(width, 1.0))));
    if (size < smallestCode) {
        return;
    }
    const Colours& colours = frame.style.colours();
    Label label;
    label.text = code;
    label.pixelSize = size;
    label.bold = true;
    label.position = mark.centre + QPointF(0, size * 0.36);
    label.colour = isFaded(frame.options, frame.network.vertexOf(mark.element.index))
                       ? mixed(colours.quietText, colours.ground, fadedShare)
                       : colours.quietText;
    label.halo = Qt::transparent;
    label.element = mark.element;
    labels.push_back(std::move(label));
}

/// How many edges each one stands for, in its middle, where communities are drawn together: the
/// greatest numbers first, as far as they do not lie over marks, names and one another.
void addEdgeCounts(const NetworkNames::Frame& frame, std::vector<Label>& labels) {
    constexpr std::size_t mostEdges = 20'000;
    constexpr std::size_t mostTried = 600;
    constexpr float size = 10.5F;
    if (!frame.network.isCollapsed() || frame.network.edgeCount() > mostEdges) {
        return;
    }
    std::vector<const Mark*> marks(frame.network.vertexCount(), nullptr);
    std::vector<QRectF> taken;
    for (const Mark& mark : frame.marks) {
        marks[frame.network.vertexOf(mark.element.index)] = &mark;
        taken.push_back(boxOf(mark));
    }
    for (const Label& label : labels) {
        taken.push_back(labelBox(label, frame.style.font));
    }
    std::vector<std::uint32_t> edges;
    for (std::uint32_t edge = 0; edge < frame.network.edgeCount(); ++edge) {
        if (frame.network.edgesBehind(edge) > 1) {
            edges.push_back(edge);
        }
    }
    std::ranges::stable_sort(edges, std::ranges::greater(), [&frame](std::uint32_t edge) {
        return frame.network.edgesBehind(edge);
    });
    edges.resize(std::min(edges.size(), mostTried));
    for (const std::uint32_t edge : edges) {
        const Mark* const from = marks[frame.network.edges()[edge].source];
        const Mark* const to = marks[frame.network.edges()[edge].target];
        if (from == nullptr || to == nullptr) {
            continue;
        }
        const QLineF line(from->centre, to->centre);
        if (line.length() < from->radius + to->radius + 4 * size) {
            continue;
        }
        const bool faded =
            !frame.options.highlight.empty() && frame.options.highlight.edges[edge] == 0;
        const Colours& colours = frame.style.colours();
        Label label;
        label.text = QLocale().toString(frame.network.edgesBehind(edge));
        label.pixelSize = size;
        label.bold = true;
        label.colour = faded ? mixed(colours.text, colours.ground, fadedShare) : colours.text;
        label.halo = colours.ground;
        for (const double along : {0.5, 0.4, 0.6, 0.3, 0.7}) {
            label.position = line.pointAt(along) + QPointF(0, size * 0.36);
            const QRectF box = labelBox(label, frame.style.font);
            if (std::ranges::none_of(
                    taken, [&box](const QRectF& other) { return other.intersects(box); })) {
                taken.push_back(box.adjusted(-2, -2, 2, 2));
                labels.push_back(label);
                break;
            }
        }
    }
}

} // namespace

QString markName(const Dossier& dossier, const Network& network, std::uint32_t vertex,
                 const QString& language) {
    const QString name = vertexName(dossier, network.element(vertex), language);
    const std::uint32_t members = network.membersOf(vertex);
    //: Who stands for a community, and how many others belong to it
    return members > 1
               ? QCoreApplication::translate("NetworkNames", "%1 +%2").arg(name).arg(members - 1)
               : name;
}

QRectF boxOf(const Mark& mark) {
    const qreal reach = mark.radius + mark.outlineWidth / 2;
    // Triangles and diamonds reach farther than the circle of their area.
    const qreal below = mark.shape == Shape::Diamond ? reach * 1.25 : reach;
    const qreal above = mark.shape == Shape::Triangle ? reach * 1.4 : below;
    return {QPointF(mark.centre.x() - below, mark.centre.y() - above),
            QPointF(mark.centre.x() + below, mark.centre.y() + below)};
}

void NetworkNames::clear() {
    texts_.clear();
    shown_.clear();
    changing_ = false;
}

const NetworkNames::Text& NetworkNames::textOf(const Frame& frame, VertexIndex row, float pixelSize,
                                               bool bold) {
    const auto font = static_cast<std::uint64_t>(pixelSize * 2) * 2 + (bold ? 1 : 0);
    const auto [known, isNew] = texts_.try_emplace((std::uint64_t{row} << 8U) | font);
    Text& text = known->second;
    if (isNew) {
        const QFont labelled = labelFont(frame.style.font, pixelSize, bold);
        const QString name = markName(frame.dossier, frame.network, frame.network.vertexOf(row),
                                      frame.style.labelLanguage);
        text.lines = balancedLines(
            name, labelled, isActor(frame.dossier.vertices().kind(row)) ? widestActor : widestTitle,
            mostLines);
        const QFontMetricsF metrics(labelled);
        qreal width = 0;
        for (const QString& line : text.lines) {
            width = std::max(width, metrics.horizontalAdvance(line));
        }
        text.size = {width, pixelSize * lineHeight * static_cast<qreal>(text.lines.size())};
    }
    return text;
}

std::vector<NetworkNames::Naming> NetworkNames::candidates(const Frame& frame) {
    std::vector<std::pair<double, const Mark*>> ranked;
    for (const Mark& mark : frame.marks) {
        const std::uint32_t vertex = frame.network.vertexOf(mark.element.index);
        if (std::ranges::none_of(frame.covers, [&mark](const QRectF& cover) {
                return cover.contains(mark.centre);
            })) {
            ranked.emplace_back(-importanceOf(frame, mark, vertex), &mark);
        }
    }
    if (ranked.size() > mostNames) {
        std::ranges::nth_element(ranked, ranked.begin() + mostNames);
        ranked.resize(mostNames);
    }
    std::ranges::stable_sort(ranked, {}, [](const auto& each) { return each.first; });
    std::vector<Naming> namings;
    std::size_t dots = 0;
    for (const auto& [rank, mark] : ranked) {
        const std::uint32_t vertex = frame.network.vertexOf(mark->element.index);
        const bool dot = mark->radius < smallestObstacle && rank > -1e6;
        const auto shown = shown_.find(vertex);
        const bool stays = shown != shown_.end() && shown->second.placed;
        // A crowd of dots in words would hide itself.
        if (dot && ++dots > frame.options.mostNamedDots && !stays) {
            continue;
        }
        const VertexKind kind = frame.dossier.vertices().kind(mark->element.index);
        Naming naming;
        naming.mark = mark;
        naming.vertex = vertex;
        naming.bold = isActor(kind) && kind != VertexKind::Leader;
        naming.pixelSize = naming.bold                  ? (mark->radius > 20 ? 13.5F : 12.5F)
                           : kind == VertexKind::Leader ? 12
                                                        : 11.5F;
        naming.faded = isFaded(frame.options, vertex);
        naming.text = &textOf(frame, mark->element.index, naming.pixelSize, naming.bold);
        namings.push_back(naming);
    }
    return namings;
}

void NetworkNames::place(const Frame& frame, const std::vector<Naming>& namings) {
    LabelObstacles obstacles;
    obstacles.strands = frame.strandAxes;
    obstacles.view = frame.view;
    for (const Mark& mark : frame.marks) {
        // Beside communities single ones are so many, and so small, that names may lie over them.
        const bool small = mark.radius < smallestAmongCommunities && frame.network.isCollapsed() &&
                           frame.network.membersOf(frame.network.vertexOf(mark.element.index)) == 1;
        if (mark.radius >= smallestObstacle && !small) {
            obstacles.marks.push_back(boxOf(mark));
        }
    }
    constexpr qreal besideCover = 5;
    for (const QRectF& cover : frame.covers) {
        obstacles.marks.push_back(
            cover.adjusted(-besideCover, -besideCover, besideCover, besideCover));
    }
    std::vector<LabelWish> wishes;
    wishes.reserve(namings.size());
    for (const Naming& naming : namings) {
        LabelWish wish{boxOf(*naming.mark), naming.text->size,
                       importanceOf(frame, *naming.mark, naming.vertex), naming.vertex};
        const auto shown = shown_.find(naming.vertex);
        if (shown != shown_.end() && shown->second.placed) {
            wish.side = shown->second.side;
        }
        wishes.push_back(wish);
    }
    for (auto& [vertex, shown] : shown_) {
        shown.placed = false;
    }
    const auto places = placeLabels(wishes, obstacles);
    for (std::size_t i = 0; i < namings.size(); ++i) {
        if (places[i]) {
            Shown& shown = shown_[namings[i].vertex];
            shown.offset = places[i]->box.topLeft() - namings[i].mark->centre;
            shown.side = places[i]->side;
            shown.placed = true;
        }
    }
}

void NetworkNames::fade(const Frame& frame) {
    changing_ = false;
    const auto step = static_cast<float>(frame.transitions ? frame.milliseconds / fadeTime : 1);
    for (auto each = shown_.begin(); each != shown_.end();) {
        Shown& shown = each->second;
        shown.opacity = std::clamp(shown.opacity + (shown.placed ? step : -step), 0.0F, 1.0F);
        changing_ = changing_ || (shown.placed ? shown.opacity < 1 : shown.opacity > 0);
        each = !shown.placed && shown.opacity <= 0 ? shown_.erase(each) : std::next(each);
    }
}

void NetworkNames::addName(const Frame& frame, const Naming& naming, const Shown& shown,
                           std::vector<Label>& labels) const {
    const QRectF box(naming.mark->centre + shown.offset, naming.text->size);
    const Colours& colours = frame.style.colours();
    // Beside the mark, lines are set flush with it.
    const bool right = box.left() >= naming.mark->centre.x();
    const bool left = box.right() <= naming.mark->centre.x();
    for (qsizetype i = 0; i < naming.text->lines.size(); ++i) {
        Label label;
        label.text = naming.text->lines[i];
        label.anchor = right  ? Label::Anchor::Left
                       : left ? Label::Anchor::Right
                              : Label::Anchor::Centre;
        const qreal x = right ? box.left() : left ? box.right() : box.center().x();
        label.position = {x, box.top() +
                                 naming.pixelSize * (lineHeight * static_cast<qreal>(i) + 0.92)};
        label.pixelSize = naming.pixelSize;
        label.bold = naming.bold;
        label.colour =
            naming.faded ? mixed(colours.text, colours.ground, fadedShare) : colours.text;
        label.halo = colours.ground;
        label.opacity = shown.opacity;
        label.element = naming.mark->element;
        labels.push_back(std::move(label));
    }
}

std::vector<Label> NetworkNames::arrange(const Frame& frame) {
    if (texts_.size() > mostTexts) {
        texts_.clear();
    }
    const std::vector<Naming> namings = candidates(frame);
    place(frame, namings);
    fade(frame);
    std::vector<Label> labels;
    for (const Naming& naming : namings) {
        if (const auto shown = shown_.find(naming.vertex); shown != shown_.end()) {
            addName(frame, naming, shown->second, labels);
        }
    }
    for (const Mark& mark : frame.marks) {
        addCode(frame, mark, labels);
    }
    addEdgeCounts(frame, labels);
    return labels;
}

void addNetworkLabels(DisplayList& list, const NetworkPlan& plan, const Dossier& dossier,
                      const Network& network, const std::vector<QLineF>& strandAxes,
                      const Style& style, const NetworkSceneOptions& options) {
    NetworkNames names;
    std::vector<Label> labels =
        names.arrange({dossier, network, plan, style, options, list.marks, strandAxes});
    std::ranges::move(labels, std::back_inserter(list.labels));
}

} // namespace entente::ui
