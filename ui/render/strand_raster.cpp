#include "ui/render/strand_raster.h"

#include "ui/scene/clipping.h"
#include "ui/scene/network_strands.h"

#include <tbb/blocked_range.h>

namespace entente::ui {

namespace {

constexpr std::size_t batch = 16'384;
constexpr int piecesOfCurve = 14;

QPointF unit(QPointF from, QPointF to) {
    const QPointF way = to - from;
    return way / std::max(1e-6, std::hypot(way.x(), way.y()));
}

} // namespace

/// A strand in pixels of the device.
struct StrandRaster::Course {
    QPointF from;
    QPointF control;
    QPointF to;
    float width = 0; ///< 0: not to be seen
    double top = 0;
    double bottom = 0;
    float reach = 0; ///< of a bar to each side, or of a head across
};

StrandRaster::StrandRaster(const RasterSpace& space, std::size_t most, const Progress& progress)
    : space_(space), progress_(progress) {
    const std::size_t inSight = strandsInSight(most);
    count_ = std::min(inSight, most);
    if (inSight > most) {
        share_ = static_cast<double>(most) / static_cast<double>(inSight);
    }
    // A fainter one would be nearly as dense, one stronger than this looks like another tie.
    const auto fewer = static_cast<float>(std::min(4.0, 1 / share_));
    opacity_ = std::min(1.0F, space.scale.opacity * fewer);
    signOpacity_ = std::min(1.0F, space.scale.signs * fewer);
}

void StrandRaster::draw() const {
    if (isSampled()) {
        drawSample();
    } else {
        drawStrands(space_.plan.strands);
        drawStrands(space_.plan.overlays);
    }
}

/// Counted among a fair part of them where they are many.
std::size_t StrandRaster::strandsInSight(std::size_t most) const {
    constexpr std::size_t mostCounted = 32'768;
    const std::vector<PlannedStrand>& strands = space_.plan.strands;
    if (strands.size() <= most) {
        return strands.size();
    }
    const std::size_t step = (strands.size() + mostCounted - 1) / mostCounted;
    std::size_t counted = 0;
    std::size_t seen = 0;
    for (std::size_t i = 0; i < strands.size(); i += step, ++counted) {
        const bool outside = space_.isOutside(space_.toView(space_.network.places[strands[i].from]),
                                              space_.toView(space_.network.places[strands[i].to]));
        seen += outside ? 0U : 1U;
    }
    return seen * strands.size() / std::max<std::size_t>(1, counted);
}

StrandRaster::Course StrandRaster::courseOf(const PlannedStrand& planned) const {
    Course course;
    const StrandEnd from = space_.endAt(planned.from);
    const StrandEnd to = space_.endAt(planned.to);
    const bool curved = !space_.network.bends.empty();
    if (!curved && space_.isOutside(from.centre, to.centre)) {
        return course;
    }
    QPointF bend;
    if (curved) {
        bend = space_.toView(space_.network.bends[planned.edge]);
    }
    const auto placed = placeStrand(planned, from, to, space_.scale, curved ? &bend : nullptr);
    if (!placed) {
        return course;
    }
    course.from = placed->from * space_.ratio;
    course.control = placed->control * space_.ratio;
    course.to = placed->to * space_.ratio;
    course.width = static_cast<float>(placed->width * space_.ratio);
    course.reach = static_cast<float>(
        space_.ratio *
        (planned.form == StrandForm::ConflictBar
             ? conflictBarReach(*placed, planned)
             : placed->spacing * planned.span * PlannedStrand::unit / 2 + placed->width / 2));
    const double around = std::max(course.width, course.reach) + RasterSpace::beyond * space_.ratio;
    course.top = std::min({course.from.y(), course.control.y(), course.to.y()}) - around;
    course.bottom = std::max({course.from.y(), course.control.y(), course.to.y()}) + around;
    return course;
}

/// A fair part of the strands, with what lies over them.
void StrandRaster::drawSample() const {
    std::vector<PlannedStrand> strands;
    std::vector<PlannedStrand> overlays;
    for (std::uint32_t i = 0; i < space_.plan.strands.size(); ++i) {
        if (!RasterSpace::isSampled(i, share_)) {
            continue;
        }
        const PlannedStrand& strand = space_.plan.strands[i];
        if (strands.empty() || strands.back().edge != strand.edge) {
            const auto over = space_.plan.overlaysOf(strand.edge);
            overlays.insert(overlays.end(), over.begin(), over.end());
        }
        strands.push_back(strand);
    }
    drawStrands(strands);
    drawStrands(overlays);
}

void StrandRaster::drawStrands(const std::vector<PlannedStrand>& strands) const {
    std::vector<Course> courses(std::min(batch, strands.size()));
    const int bands = space_.bandCount();
    // By band, those in `courses` that pass it.
    std::vector<std::vector<std::uint32_t>> passing(static_cast<std::size_t>(bands));
    for (std::size_t begin = 0; begin < strands.size(); begin += batch) {
        progress_.throwIfStopped();
        const std::size_t count = std::min(batch, strands.size() - begin);
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, 1024), [&](const auto& range) {
            for (std::size_t i = range.begin(); i < range.end(); ++i) {
                courses[i] = courseOf(strands[begin + i]);
            }
        });
        for (auto& courseNumbers : passing) {
            courseNumbers.clear();
        }
        for (std::uint32_t i = 0; i < count; ++i) {
            if (courses[i].width > 0) {
                const int last = std::min(bands - 1, RasterSpace::bandAt(courses[i].bottom));
                for (int band = std::max(0, RasterSpace::bandAt(courses[i].top)); band <= last;
                     ++band) {
                    passing[static_cast<std::size_t>(band)].push_back(i);
                }
            }
        }
        space_.forBands([&](PixelBand& band) {
            for (const std::uint32_t i :
                 passing[static_cast<std::size_t>(band.top() / RasterSpace::rowsOfBand)]) {
                draw(band, courses[i], strands[begin + i]);
            }
        });
    }
}

void StrandRaster::draw(PixelBand& band, const Course& course, const PlannedStrand& planned) const {
    switch (planned.form) {
    case StrandForm::Line:
        drawLine(band, course, planned);
        break;
    case StrandForm::ConflictBar:
        drawBar(band, course, planned);
        break;
    case StrandForm::Arrowhead: {
        const auto ratio = static_cast<float>(space_.ratio);
        const float width = std::min(4.5F * ratio, (2 * course.reach + 3 * ratio) / 2.8F);
        const float length = 0.9F * std::max(7.0F * ratio, width * 3.4F);
        drawHead(band, course, length, planned);
        break;
    }
    }
}

void StrandRaster::drawHead(PixelBand& band, const Course& course, float length,
                            const PlannedStrand& planned) const {
    band.drawHead(toPixel(course.to), toPixel(unit(course.control, course.to)), length,
                  space_.plan.colours[planned.colour].rgb(), signOpacity_);
}

void StrandRaster::drawBar(PixelBand& band, const Course& course,
                           const PlannedStrand& planned) const {
    const QPointF along = unit(course.from, course.to);
    const QPointF middle = (course.from + course.to) / 4 + course.control / 2;
    const QPointF across = QPointF(-along.y(), along.x()) * course.reach;
    PixelLine line;
    line.colour = space_.plan.colours[planned.colour].rgb();
    line.opacity = signOpacity_;
    line.halfWidth =
        static_cast<float>(std::clamp(space_.scale.strandWidth, 1.2, 2.5) * space_.ratio / 2);
    drawPiece(band, middle - across, middle + across, line, 0);
}

void StrandRaster::drawLine(PixelBand& band, const Course& course,
                            const PlannedStrand& planned) const {
    const auto ratio = static_cast<float>(space_.ratio);
    const float head = std::max(7.0F * ratio, course.width * 3.4F);
    const QColor& casing = space_.plan.casings[planned.colour];
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
    line.colour = space_.plan.colours[planned.colour].rgb();
    drawCourse(band, course, line, cut);
    if (planned.arrow) {
        drawHead(band, course, head, planned);
    }
}

void StrandRaster::drawCourse(PixelBand& band, const Course& course, const PixelLine& line,
                              float cut) const {
    if (space_.network.bends.empty()) {
        const QPointF way = course.to - course.from;
        const double whole = std::hypot(way.x(), way.y());
        drawPiece(band, course.from, course.from + way * (whole > cut ? 1 - cut / whole : 1), line,
                  0);
        return;
    }
    const QPointF end = course.to - course.control;
    const double speed = 2 * std::hypot(end.x(), end.y());
    const double last = cut > 0 && speed > cut ? 1 - cut / speed : 1;
    QPointF from = course.from;
    double before = 0;
    for (int i = 1; i <= piecesOfCurve; ++i) {
        const double t = last * i / piecesOfCurve;
        const QPointF to =
            (1 - t) * (1 - t) * course.from + 2 * t * (1 - t) * course.control + t * t * course.to;
        before += drawPiece(band, from, to, line, before);
        from = to;
    }
}

/// What of it is in sight: single precision would not do for what is far outside. Gives the
/// length of the whole.
double StrandRaster::drawPiece(PixelBand& band, QPointF from, QPointF to, const PixelLine& line,
                               double before) const {
    const QPointF way = to - from;
    const double whole = std::hypot(way.x(), way.y());
    const QRectF box(-RasterSpace::beyond, band.top() - RasterSpace::beyond,
                     space_.image.width() + 2 * RasterSpace::beyond,
                     band.bottom() - band.top() + 2 * RasterSpace::beyond);
    if (const auto part = partWithin(box, from, to)) {
        const auto [first, end] = *part;
        band.drawLine(toPixel(from + way * first), toPixel(from + way * end), line,
                      static_cast<float>(before + first * whole));
    }
    return whole;
}

} // namespace entente::ui
