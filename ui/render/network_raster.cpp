#include "ui/render/network_raster.h"

#include "ui/render/pixel_band.h"
#include "ui/scene/crowding.h"
#include "ui/scene/network_geometry.h"
#include "ui/scene/network_scene.h"
#include "ui/scene/network_strands.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

namespace entente::ui {

namespace {

constexpr int rowsOfBand = 96;
constexpr std::size_t batch = 16'384;
constexpr int piecesOfCurve = 14;
/// What strands carry may reach so far beyond them, in logical pixels.
constexpr double beyond = 24;
/// Places farther off than this, in logical pixels, are no places.
constexpr double farthest = 1e9;

PixelPoint toPixel(QPointF point) {
    return {static_cast<float>(point.x()), static_cast<float>(point.y())};
}

/// The part of a segment that lies within a box, as shares of its way (Liang and Barsky 1984);
/// nothing where it lies outside.
std::optional<std::pair<double, double>> partWithin(const QRectF& box, QPointF from, QPointF to) {
    double first = 0;
    double last = 1;
    const auto keep = [&](double start, double way, double bound) {
        if (way == 0) {
            last = start > bound ? -1 : last;
        } else if (way > 0) {
            last = std::min(last, (bound - start) / way);
        } else {
            first = std::max(first, (bound - start) / way);
        }
    };
    const QPointF way = to - from;
    keep(from.x(), way.x(), box.right());
    keep(-from.x(), -way.x(), -box.left());
    keep(from.y(), way.y(), box.bottom());
    keep(-from.y(), -way.y(), -box.top());
    return first <= last ? std::optional(std::pair(first, last)) : std::nullopt;
}

/// Of more marks in sight than this, or of marks with more pixels of the device, a sample has a
/// fair part of them.
constexpr double mostSampledMarks = 40'000;
constexpr double mostMarkPixels = 800'000;
/// Those it has are larger instead, up to this radius in logical pixels: as much is covered.
constexpr double largestDot = 1.2;
/// Kinds of shapes.
constexpr std::size_t kinds = 8;

/// A strand in pixels of the device.
struct Course {
    QPointF from;
    QPointF control;
    QPointF to;
    float width = 0; ///< 0: not to be seen
    double top = 0;
    double bottom = 0;
    float reach = 0; ///< of a bar to each side, or of a head across
};

class Raster {
public:
    Raster(const PlacedNetwork& network, const PictureView& view, std::size_t most,
           const Progress& progress)
        : network_(network), plan_(*network.plan), view_(view), most_(most), progress_(progress),
          ratio_(view.pixelRatio), scaleOfPlane_(view.camera.scale()),
          scale_(NetworkScale::at(view.camera.zoom, plan_.edgeCount)),
          image_(view.pixels(), QImage::Format_RGB32) {}

    RasterPicture run() {
        image_.setDevicePixelRatio(ratio_);
        image_.fill(network_.colours.ground);
        if (image_.isNull()) {
            return {};
        }
        pixels_ = reinterpret_cast<std::uint32_t*>(image_.bits());
        const std::size_t inSight = strandsInSight();
        if (inSight > most_) {
            share_ = static_cast<double>(most_) / static_cast<double>(inSight);
        }
        sampleMarks();
        // A fainter one would be nearly as dense, one stronger than this looks like another tie.
        opacity_ = std::min(1.0F, scale_.opacity * static_cast<float>(std::min(4.0, 1 / share_)));
        const auto begin = std::chrono::steady_clock::now();
        if (share_ >= 1) {
            drawStrands(plan_.strands);
            drawStrands(plan_.overlays);
        } else {
            drawSample();
        }
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        drawMarks();
        return {std::move(image_), std::min(inSight, most_), taken.count(),
                share_ >= 1 && markShare_ >= 1};
    }

private:
    [[nodiscard]] bool isSampled(std::uint32_t number, double share) const {
        constexpr std::uint32_t scatter = 2'654'435'769; // 2³² over the golden ratio (Knuth)
        return static_cast<double>(number * scatter) < share * 4'294'967'296.0;
    }

    /// Counted among a fair part of them where they are many.
    [[nodiscard]] std::size_t strandsInSight() const {
        constexpr std::size_t mostCounted = 32'768;
        const std::vector<PlannedStrand>& strands = plan_.strands;
        if (strands.size() <= most_) {
            return strands.size();
        }
        const std::size_t step = (strands.size() + mostCounted - 1) / mostCounted;
        std::size_t counted = 0;
        std::size_t seen = 0;
        for (std::size_t i = 0; i < strands.size(); i += step, ++counted) {
            const bool outside = isOutside(toView(network_.places[strands[i].from]),
                                           toView(network_.places[strands[i].to]));
            seen += outside ? 0U : 1U;
        }
        return seen * strands.size() / std::max<std::size_t>(1, counted);
    }

    void sampleMarks() {
        if (share_ >= 1) {
            return;
        }
        constexpr std::size_t wanted = 16'384;
        constexpr double rim = 1.5;
        const std::size_t step = plan_.marks.size() / wanted + 1;
        double seen = 0;
        double pixels = 0;
        for (std::uint32_t i = 0; i < plan_.marks.size(); i += static_cast<std::uint32_t>(step)) {
            const StrandEnd mark = endAt(i);
            if (mark.radius > 0 && !isOutside(mark.centre, mark.centre)) {
                seen += static_cast<double>(step);
                pixels += static_cast<double>(step) * std::pow(2 * (mark.radius + rim) * ratio_, 2);
            }
        }
        markShare_ = std::min(
            {1.0, mostSampledMarks / std::max(1.0, seen), mostMarkPixels / std::max(1.0, pixels)});
    }

    /// The end of a mark as it is drawn, larger where it stands for others too.
    [[nodiscard]] StrandEnd markAt(std::uint32_t vertex) const {
        StrandEnd end = endAt(vertex);
        if (markShare_ < 1 && end.radius < largestDot) {
            end.radius = std::min(largestDot, end.radius / std::sqrt(markShare_));
        }
        return end;
    }

    [[nodiscard]] StrandEnd endAt(std::uint32_t vertex) const {
        const QPointF centre = toView(network_.places[vertex]);
        if (!std::isfinite(centre.x() + centre.y())) {
            return {};
        }
        const PlannedMark& mark = plan_.marks[vertex];
        return {centre, mark.radius * scale_.marks, mark.shape};
    }

    /// Logical pixels, as all that is placed.
    [[nodiscard]] QPointF toView(QPointF place) const {
        return view_.camera.toView(place, view_.size);
    }

    [[nodiscard]] bool isOutside(const QPointF& a, const QPointF& b) const {
        return std::max(a.x(), b.x()) < -beyond || std::max(a.y(), b.y()) < -beyond ||
               std::min(a.x(), b.x()) > view_.size.width() + beyond ||
               std::min(a.y(), b.y()) > view_.size.height() + beyond;
    }

    [[nodiscard]] Course courseOf(const PlannedStrand& planned) const {
        Course course;
        const StrandEnd from = endAt(planned.from);
        const StrandEnd to = endAt(planned.to);
        const bool curved = !network_.bends.empty();
        if (!curved && isOutside(from.centre, to.centre)) {
            return course;
        }
        QPointF bend;
        if (curved) {
            bend = toView(network_.bends[planned.edge]);
        }
        const auto placed = placeStrand(planned, from, to, scale_, curved ? &bend : nullptr);
        if (!placed) {
            return course;
        }
        course.from = placed->from * ratio_;
        course.control = placed->control * ratio_;
        course.to = placed->to * ratio_;
        course.width = static_cast<float>(placed->width * ratio_);
        course.reach = static_cast<float>(
            ratio_ *
            (planned.form == StrandForm::ConflictBar
                 ? conflictBarReach(*placed, planned)
                 : placed->spacing * planned.span * PlannedStrand::unit / 2 + placed->width / 2));
        const double around = std::max(course.width, course.reach) + beyond * ratio_;
        course.top = std::min({course.from.y(), course.control.y(), course.to.y()}) - around;
        course.bottom = std::max({course.from.y(), course.control.y(), course.to.y()}) + around;
        return course;
    }

    /// Band by band, each by one thread and all strands in their order: no two threads meet, and
    /// the picture does not depend on how many there are.
    template <typename Draw>
    void forBands(const Draw& draw) {
        const int bands = bandCount();
        const int stride = static_cast<int>(image_.bytesPerLine() / 4);
        tbb::parallel_for(0, bands, [&](int i) {
            PixelBand band(pixels_, stride, image_.width(), i * rowsOfBand,
                           std::min(image_.height(), (i + 1) * rowsOfBand));
            draw(band);
        });
    }

    /// A fair part of the strands, with what lies over them.
    void drawSample() {
        std::vector<PlannedStrand> strands;
        std::vector<PlannedStrand> overlays;
        for (std::uint32_t i = 0; i < plan_.strands.size(); ++i) {
            if (!isSampled(i, share_)) {
                continue;
            }
            const PlannedStrand& strand = plan_.strands[i];
            if (strands.empty() || strands.back().edge != strand.edge) {
                const auto over = plan_.overlaysOf(strand.edge);
                overlays.insert(overlays.end(), over.begin(), over.end());
            }
            strands.push_back(strand);
        }
        drawStrands(strands);
        drawStrands(overlays);
    }

    void drawStrands(const std::vector<PlannedStrand>& strands) {
        std::vector<Course> courses(std::min(batch, strands.size()));
        const int bands = bandCount();
        // By band, those in `courses` that pass it.
        std::vector<std::vector<std::uint32_t>> passing(static_cast<std::size_t>(bands));
        for (std::size_t begin = 0; begin < strands.size(); begin += batch) {
            progress_.throwIfStopped();
            const std::size_t count = std::min(batch, strands.size() - begin);
            tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, 1024),
                              [&](const auto& range) {
                                  for (std::size_t i = range.begin(); i < range.end(); ++i) {
                                      courses[i] = courseOf(strands[begin + i]);
                                  }
                              });
            for (auto& courseNumbers : passing) {
                courseNumbers.clear();
            }
            for (std::uint32_t i = 0; i < count; ++i) {
                if (courses[i].width > 0) {
                    const int last = std::min(bands - 1, bandAt(courses[i].bottom));
                    for (int band = std::max(0, bandAt(courses[i].top)); band <= last; ++band) {
                        passing[static_cast<std::size_t>(band)].push_back(i);
                    }
                }
            }
            forBands([&](PixelBand& band) {
                for (const std::uint32_t i :
                     passing[static_cast<std::size_t>(band.top() / rowsOfBand)]) {
                    draw(band, courses[i], strands[begin + i]);
                }
            });
        }
    }

    void draw(PixelBand& band, const Course& course, const PlannedStrand& planned) const {
        switch (planned.form) {
        case StrandForm::Line:
            drawLine(band, course, planned);
            break;
        case StrandForm::ConflictBar:
            drawBar(band, course, planned);
            break;
        case StrandForm::Arrowhead: {
            const auto ratio = static_cast<float>(ratio_);
            const float width = std::min(4.5F * ratio, (2 * course.reach + 3 * ratio) / 2.8F);
            const float length = 0.9F * std::max(7.0F * ratio, width * 3.4F);
            drawHead(band, course, length, planned);
            break;
        }
        }
    }

    static QPointF unit(QPointF from, QPointF to) {
        const QPointF way = to - from;
        return way / std::max(1e-6, std::hypot(way.x(), way.y()));
    }

    void drawHead(PixelBand& band, const Course& course, float length,
                  const PlannedStrand& planned) const {
        band.drawHead(toPixel(course.to), toPixel(unit(course.control, course.to)), length,
                      plan_.colours[planned.colour].rgb(), opacity_);
    }

    void drawBar(PixelBand& band, const Course& course, const PlannedStrand& planned) const {
        const QPointF along = unit(course.from, course.to);
        const QPointF middle = (course.from + course.to) / 4 + course.control / 2;
        const QPointF across = QPointF(-along.y(), along.x()) * course.reach;
        PixelLine line;
        line.colour = plan_.colours[planned.colour].rgb();
        line.opacity = opacity_;
        line.halfWidth = static_cast<float>(std::clamp(scale_.strandWidth, 1.2, 2.5) * ratio_ / 2);
        drawPiece(band, middle - across, middle + across, line, 0);
    }

    void drawLine(PixelBand& band, const Course& course, const PlannedStrand& planned) const {
        const auto ratio = static_cast<float>(ratio_);
        const float head = std::max(7.0F * ratio, course.width * 3.4F);
        const QColor& casing = plan_.casings[planned.colour];
        PixelLine line;
        line.opacity = opacity_;
        line.dash = planned.dash;
        line.dashUnit = std::max(course.width, 1.4F * ratio);
        line.halfWidth = course.width / 2;
        const float cut = planned.arrow ? 0.8F * head : 0;
        if (casing.alpha() > 0) {
            PixelLine under = line;
            under.colour = casing.rgb();
            under.rim = std::clamp(0.28F * course.width / ratio, 0.35F, 0.65F) * ratio;
            under.halfWidth += under.rim;
            drawCourse(band, course, under, cut);
        }
        line.colour = plan_.colours[planned.colour].rgb();
        drawCourse(band, course, line, cut);
        if (planned.arrow) {
            drawHead(band, course, head, planned);
        }
    }

    void drawCourse(PixelBand& band, const Course& course, const PixelLine& line, float cut) const {
        if (network_.bends.empty()) {
            const QPointF way = course.to - course.from;
            const double whole = std::hypot(way.x(), way.y());
            drawPiece(band, course.from, course.from + way * (whole > cut ? 1 - cut / whole : 1),
                      line, 0);
            return;
        }
        const QPointF end = course.to - course.control;
        const double speed = 2 * std::hypot(end.x(), end.y());
        const double last = cut > 0 && speed > cut ? 1 - cut / speed : 1;
        QPointF from = course.from;
        double before = 0;
        for (int i = 1; i <= piecesOfCurve; ++i) {
            const double t = last * i / piecesOfCurve;
            const QPointF to = (1 - t) * (1 - t) * course.from + 2 * t * (1 - t) * course.control +
                               t * t * course.to;
            before += drawPiece(band, from, to, line, before);
            from = to;
        }
    }

    /// What of it is in sight: single precision would not do for what is far outside. Gives the
    /// length of the whole.
    double drawPiece(PixelBand& band, QPointF from, QPointF to, const PixelLine& line,
                     double before) const {
        const QPointF way = to - from;
        const double whole = std::hypot(way.x(), way.y());
        const QRectF box(-beyond, band.top() - beyond, image_.width() + 2 * beyond,
                         band.bottom() - band.top() + 2 * beyond);
        if (const auto part = partWithin(box, from, to)) {
            const auto [first, end] = *part;
            band.drawLine(toPixel(from + way * first), toPixel(from + way * end), line,
                          static_cast<float>(before + first * whole));
        }
        return whole;
    }

    /// The vertices of a part that are in sight, by the bands that their marks reach into, one kind
    /// after the other.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>>
    marksOfBands(std::uint32_t begin, std::uint32_t end, int bands) const {
        std::vector<std::vector<std::uint32_t>> marks(static_cast<std::size_t>(bands) * kinds);
        for (std::uint32_t vertex = begin; vertex < end; ++vertex) {
            if (markShare_ < 1 && !isSampled(vertex, markShare_)) {
                continue;
            }
            const StrandEnd mark = markAt(vertex);
            const QPointF around(mark.radius, mark.radius);
            if (!(mark.radius > 0) || isOutside(mark.centre - around, mark.centre + around)) {
                continue;
            }
            const double middle = mark.centre.y() * ratio_;
            const double reach = (mark.radius * 1.42 + 3) * ratio_;
            const int last = std::min(bands - 1, bandAt(middle + reach));
            for (int band = std::max(0, bandAt(middle - reach)); band <= last; ++band) {
                marks[static_cast<std::size_t>(band) * kinds + static_cast<std::size_t>(mark.shape)]
                    .push_back(vertex);
            }
        }
        return marks;
    }

    [[nodiscard]] int bandCount() const { return (image_.height() + rowsOfBand - 1) / rowsOfBand; }

    /// The band of a row of pixels; one far outside where the row is.
    static int bandAt(double y) {
        return static_cast<int>(std::clamp(std::floor(y / rowsOfBand), -1.0, 1e6));
    }

    void drawMarks() {
        progress_.throwIfStopped();
        constexpr std::uint32_t part = 32'768;
        const int bands = bandCount();
        const auto count = static_cast<std::uint32_t>(plan_.marks.size());
        std::vector<std::vector<std::vector<std::uint32_t>>> parts((count + part - 1) / part);
        tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t i) {
            progress_.throwIfStopped();
            const auto begin = static_cast<std::uint32_t>(i) * part;
            parts[i] = marksOfBands(begin, std::min(count, begin + part), bands);
        });
        const QColor& outline = network_.colours.outline;
        forBands([&](PixelBand& band) {
            const auto first = static_cast<std::size_t>(band.top() / rowsOfBand) * kinds;
            for (std::size_t kind = first; kind < first + kinds; ++kind) {
                for (const auto& marks : parts) {
                    for (const std::uint32_t vertex : marks[kind]) {
                        drawMark(band, vertex, outline);
                    }
                }
            }
        });
    }

    void drawMark(PixelBand& band, std::uint32_t vertex, const QColor& outline) const {
        const StrandEnd end = markAt(vertex);
        const auto radius = static_cast<float>(end.radius);
        const auto ratio = static_cast<float>(ratio_);
        const QColor own(plan_.marks[vertex].fill);
        const QRgb fill = (plan_.colouredMarks ? own : markFill(own, outline, radius)).rgb();
        const float opacity = plan_.colouredMarks || network_.crowding.empty()
                                  ? 1
                                  : dotOpacity(network_.crowding[vertex],
                                               end.radius * std::sqrt(markShare_), scaleOfPlane_);
        band.drawMark({toPixel(end.centre * ratio_), radius * ratio, end.shape, fill, outline.rgb(),
                       markOutlineWidth(radius, false) * ratio, opacity});
    }

    const PlacedNetwork& network_;
    const NetworkPlan& plan_;
    const PictureView& view_;
    std::size_t most_;
    double share_ = 1;     ///< of the strands in sight
    double markShare_ = 1; ///< of the marks
    const Progress& progress_;
    double ratio_;
    double scaleOfPlane_; ///< logical pixels a layout unit
    NetworkScale scale_;
    float opacity_ = 1;
    QImage image_;
    std::uint32_t* pixels_ = nullptr;
};

} // namespace

RasterPicture rasterNetwork(const PlacedNetwork& network, const PictureView& view, std::size_t most,
                            const Progress& progress) {
    return Raster(network, view, std::max<std::size_t>(1, most), progress).run();
}

} // namespace entente::ui
