#include "ui/views/timeline_view.h"

#include "ui/render/painter_renderer.h"
#include "ui/scene/dates.h"
#include "ui/scene/network_picture.h"
#include "ui/scene/timeline_picture.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace entente::ui {

namespace {

constexpr double shortestRange = 7;
constexpr double longestRange = 365.2425 * 20'000;
constexpr double dragThreshold = 4;
constexpr double hitReach = 4;

} // namespace

TimelineCanvas::TimelineCanvas(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumHeight(80);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("Agreements, events and terms of office as lanes over time"));
    connect(workspace, &Workspace::dossierChanged, this, &TimelineCanvas::takeDossier);
    connect(workspace, &Workspace::visibilityChanged, this, [this](bool atAllTimes) {
        if (atAllTimes) {
            takeDossier();
        }
    });
    connect(workspace, &Workspace::filterChanged, this, qOverload<>(&QWidget::update));
    connect(workspace, &Workspace::styleChanged, this, [this] {
        if (lanes_ && lanesLanguage_ != workspace_->style().labelLanguage) {
            takeDossier();
        }
        scene_.reset();
        update();
    });
    connect(workspace, &Workspace::selectionChanged, this, qOverload<>(&QWidget::update));
    connect(workspace, &Workspace::revealRequested, this, &TimelineCanvas::show);
    takeDossier();
    range_ = wholeRange();
}

void TimelineCanvas::takeDossier() {
    lanes_.reset();
    scene_.reset();
    emit lanesChanged();
    update();
}

const std::vector<TimelineLane>& TimelineCanvas::lanes() const {
    if (!lanes_) {
        lanesLanguage_ = workspace_->style().labelLanguage;
        lanes_ = timelineLanes(workspace_->dossier(), workspace_->visibilityAtAllTimes(), grouping_,
                               lanesLanguage_);
    }
    return *lanes_;
}

void TimelineCanvas::setGrouping(TimelineGrouping grouping) {
    grouping_ = grouping;
    takeDossier();
}

TimelineSceneOptions TimelineCanvas::options() const {
    TimelineSceneOptions options;
    options.size = size();
    options.range = range_;
    options.labelWidth = std::clamp(width() * 0.28, 96.0, 300.0);
    options.scroll = scroll_;
    options.selected = workspace_->selection();
    options.window = workspace_->filter().window;
    options.sectors = drawnSectors(workspace_->filter());
    return options;
}

TimeRange TimelineCanvas::wholeRange() const {
    return timelineRange(workspace_->dossier(), lanes());
}

TimeAxis TimelineCanvas::axis() const {
    return timelineAxis(options());
}

double TimelineCanvas::contentHeight() const {
    return timelineHeight(workspace_->dossier(), lanes(), options(), workspace_->style());
}

const TimelineScene& TimelineCanvas::scene() const {
    TimelineSceneOptions now = options();
    if (!scene_ || sceneOptions_ != now) {
        scene_ = buildTimelineScene(workspace_->dossier(), workspace_->visibilityAtAllTimes(),
                                    lanes(), workspace_->style(), now);
        sceneOptions_ = std::move(now);
    }
    return *scene_;
}

void TimelineCanvas::setRange(TimeRange range) {
    const double length = std::clamp(range.length(), shortestRange, longestRange);
    const double middle = (range.first + range.last) / 2;
    const double farthest = 365.2425 * 20'000;
    range_.first = std::clamp(middle - length / 2, -farthest, farthest - length);
    range_.last = range_.first + length;
    emit rangeChanged();
    update();
}

void TimelineCanvas::setScroll(double scroll) {
    scroll_ = scroll;
    update();
}

void TimelineCanvas::zoom(double factor, double aroundPixel) {
    const double around = axis().day(aroundPixel);
    setRange({around - (around - range_.first) / factor, around + (range_.last - around) / factor});
}

ElementRef TimelineCanvas::elementAt(QPointF pixel) const {
    const DisplayList& list = scene().list;
    for (const Mark& mark : list.marks) {
        if (QLineF(mark.centre, pixel).length() <= mark.radius + hitReach) {
            return mark.element;
        }
    }
    for (const std::vector<Bar>* const bars : {&list.bars, &list.bands}) {
        for (const Bar& bar : *bars) {
            if (bar.rect.adjusted(-2, -hitReach, 2, hitReach).contains(pixel)) {
                return bar.element;
            }
        }
    }
    for (const Label& label : list.labels) {
        if (label.element.index != noIndex && labelBox(label, list.font).contains(pixel)) {
            return label.element;
        }
    }
    return {};
}

void TimelineCanvas::show(ElementRef element) {
    Period period;
    if (element.kind == ElementKind::Vertex) {
        if (isActor(workspace_->dossier().vertices().kind(element.index))) {
            return;
        }
        period = workspace_->dossier().vertices().period(element.index);
    } else if (element.kind == ElementKind::Edge) {
        period = workspace_->dossier().edges().period(element.index);
    }
    if (period.begin.kind == Endpoint::Kind::Known) {
        const double begin = period.begin.date.span().first;
        if (begin < range_.first || begin > range_.last) {
            const double half = range_.length() / 2;
            setRange({begin - half, begin + half});
        }
    }
    TimelineSceneOptions whole = options();
    whole.scroll = 0;
    whole.size.setHeight(1e6);
    const DisplayList list =
        buildTimelineScene(workspace_->dossier(), workspace_->visibilityAtAllTimes(), lanes(),
                           workspace_->style(), whole)
            .list;
    for (const Label& label : list.labels) {
        if (label.element == element) {
            const double y = label.position.y() - scroll_;
            if (y < 48 || y > height() - 12) {
                emit scrollRequested(label.position.y() - height() / 2.0);
            }
            return;
        }
    }
}

void TimelineCanvas::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const TimelineScene picture = scene();
    paint(painter, picture.list);
    if (lanes().empty()) {
        painter.setPen(workspace_->style().colours().quietText);
        painter.drawText(rect(), Qt::AlignCenter,
                         workspace_->filter().restricts()
                             ? tr("Nothing with a date passes the filter.")
                             : tr("Nothing in this dossier has a date."));
    }
    if (hasFocus()) {
        painter.setPen(QPen(workspace_->style().colours().accent, 1));
        painter.drawLine(0, 0, width(), 0);
    }
}

void TimelineCanvas::resizeEvent(QResizeEvent*) {
    emit rangeChanged();
    emit lanesChanged();
}

void TimelineCanvas::wheelEvent(QWheelEvent* event) {
    const QPoint pixels = event->pixelDelta();
    const QPoint angle = event->angleDelta();
    if ((event->modifiers() & Qt::ShiftModifier) != 0 ||
        std::abs(angle.x()) > std::abs(angle.y())) {
        const double move = pixels.isNull() ? (angle.x() + angle.y()) * 0.5 : pixels.x();
        const double days = move / width() * range_.length();
        setRange({range_.first - days, range_.last - days});
    } else if ((event->modifiers() & Qt::AltModifier) != 0) {
        emit scrollRequested(scroll_ - (angle.y() + angle.x()) * 0.5);
    } else {
        zoom(std::pow(1.0015, angle.y()), event->position().x());
    }
    event->accept();
}

void TimelineCanvas::mousePressEvent(QMouseEvent* event) {
    press_ = event->position();
    rangeAtPress_ = range_;
    scrollAtPress_ = scroll_;
    dragging_ = false;
}

void TimelineCanvas::mouseMoveEvent(QMouseEvent* event) {
    if ((event->buttons() & (Qt::LeftButton | Qt::MiddleButton)) == 0) {
        setCursor(elementAt(event->position()).index == noIndex ? Qt::ArrowCursor
                                                                : Qt::PointingHandCursor);
        return;
    }
    const QPointF moved = event->position() - press_;
    dragging_ = dragging_ || moved.manhattanLength() > dragThreshold;
    if (dragging_) {
        setCursor(Qt::ClosedHandCursor);
        const TimeAxis now = axis();
        const double days = moved.x() / (now.right - now.left) * rangeAtPress_.length();
        setRange({rangeAtPress_.first - days, rangeAtPress_.last - days});
        emit scrollRequested(scrollAtPress_ - moved.y());
    }
}

void TimelineCanvas::mouseReleaseEvent(QMouseEvent* event) {
    setCursor(Qt::ArrowCursor);
    if (dragging_ || event->button() != Qt::LeftButton) {
        return;
    }
    const ElementRef element = elementAt(event->position());
    const bool add = (event->modifiers() & Qt::ControlModifier) != 0;
    std::set<ElementRef> selection = add ? workspace_->selection() : std::set<ElementRef>{};
    if (element.index != noIndex) {
        if (!selection.insert(element).second) {
            selection.erase(element);
        }
    }
    workspace_->select(std::move(selection));
}

void TimelineCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    const ElementRef element = elementAt(event->position());
    if (element.index == noIndex) {
        setRange(wholeRange());
        return;
    }
    const DaySpan span = element.kind == ElementKind::Vertex
                             ? workspace_->dossier().vertices().span(element.index)
                             : workspace_->dossier().edges().span(element.index);
    const TimeRange whole = wholeRange();
    const double first = std::max<double>(span.first, whole.first);
    const double last = std::min<double>(span.last, whole.last);
    const double air = std::max(20.0, (last - first) * 0.15);
    setRange({first - air, last + air});
}

void TimelineCanvas::keyPressEvent(QKeyEvent* event) {
    const double step = range_.length() * 0.1;
    const double middle = (axis().left + axis().right) / 2;
    switch (event->key()) {
    case Qt::Key_Left:
        setRange({range_.first - step, range_.last - step});
        break;
    case Qt::Key_Right:
        setRange({range_.first + step, range_.last + step});
        break;
    case Qt::Key_Up:
        emit scrollRequested(scroll_ - 42);
        break;
    case Qt::Key_Down:
        emit scrollRequested(scroll_ + 42);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1.25, middle);
        break;
    case Qt::Key_Minus:
        zoom(0.8, middle);
        break;
    case Qt::Key_Home:
    case Qt::Key_0:
        setRange(wholeRange());
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool TimelineCanvas::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* const help = static_cast<QHelpEvent*>(event);
        const ElementRef element = elementAt(help->pos());
        if (element.index == noIndex) {
            QToolTip::hideText();
        } else {
            const Period& period = element.kind == ElementKind::Vertex
                                       ? workspace_->dossier().vertices().period(element.index)
                                       : workspace_->dossier().edges().period(element.index);
            QToolTip::showText(
                help->globalPos(),
                QStringLiteral("<b>%1</b><br>%2")
                    .arg(QString::fromStdString(workspace_->dossier().describe(element))
                             .toHtmlEscaped(),
                         readablePeriod(period).toHtmlEscaped()),
                this);
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace entente::ui
