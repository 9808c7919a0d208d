#include "app/command_line.h"
#include "core/formats/registry.h"
#include "ui/render/gl_target.h"
#include "ui/render/headless_context.h"
#include "ui/render/progressive_picture.h"
#include "ui/scene/network_picture.h"
#include "ui/workspace/built_in_dossier.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QLoggingCategory>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <numbers>

namespace entente {

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// Bytes of memory that the process holds now.
std::size_t residentBytes() {
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line)) {
        if (line.starts_with("VmRSS:")) {
            return std::stoull(line.substr(6)) * 1024;
        }
    }
    return 0;
}

/// Looks at all of it, goes in, about, and out again: a path that is the same for everybody.
ui::Camera cameraAt(const ui::Camera& fitted, const QRectF& bounds, double share) {
    constexpr double deepest = 12;
    ui::Camera camera = fitted;
    const double turn = 2 * std::numbers::pi * share;
    const double depth = (1 - std::cos(2 * turn)) / 2; // in and out twice
    camera.zoom = std::clamp(fitted.zoom * std::pow(deepest, depth), ui::Camera::smallestZoom,
                             ui::Camera::largestZoom);
    const QPointF about(std::cos(turn), std::sin(turn));
    camera.centre += QPointF(about.x() * bounds.width(), about.y() * bounds.height()) * 0.22;
    return camera;
}

nlohmann::json summary(std::vector<double> times) {
    std::ranges::sort(times);
    const auto quantile = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    return {{"median", quantile(0.5)},
            {"percentile95", quantile(0.95)},
            {"percentile99", quantile(0.99)},
            {"most", times.back()}};
}

} // namespace

int runBenchCanvas(const BenchCanvasOptions& options, int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    const QApplication application(argc, argv);
    const QStringList parts = QString::fromStdString(options.size).split(QLatin1Char('x'));
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    if (size.isEmpty()) {
        return complain(fmt::format("--size is “{}”: write a width and a height in pixels, such "
                                    "as 1600x1000.",
                                    options.size),
                        ExitCode::Misused);
    }
    ui::Workspace workspace;
    if (options.files.empty()) {
        workspace.setDossier(ui::builtInDossier(), {});
    } else {
        const std::vector<std::filesystem::path> files(options.files.begin(), options.files.end());
        workspace.setDossier(openFiles(files).dossier, {});
    }
    workspace.setProjection({*parseProjection(options.projection), true});
    workspace.waitForLayout();
    const std::size_t before = residentBytes();

    const auto context = ui::HeadlessContext::create();
    if (!context) {
        return complain("there is no OpenGL 3.3 here: install Mesa (libgl1-mesa-dri, libegl1) or "
                        "a driver, or use --renderer painter.");
    }
    const auto begin = Clock::now();
    const ui::Style style;
    const std::vector<QPointF> places = ui::layoutPositions(workspace);
    const QRectF bounds = ui::boundsOf(places);
    const auto plan = std::make_shared<const ui::NetworkPlan>(
        ui::planNetwork(workspace.dossier(), workspace.network(), style));
    const double planTime = millisecondsSince(begin);
    ui::ProgressivePicture picture;
    picture.setNetwork(std::make_shared<const ui::PlacedNetwork>(
        ui::PlacedNetwork{plan, places, {}, style.colours()}));
    ui::GlRenderer& renderer = picture.renderer();
    ui::GlTarget target;
    target.resize(size);
    const ui::Camera fitted = ui::Camera::fitting(bounds, size, QMarginsF(40, 40, 40, 40));
    using ui::Motion;
    const auto frame = [&](const ui::Camera& camera, Motion motion) {
        const bool more = picture.draw({camera, QSizeF(size), 1}, target.framebuffer(), motion);
        ui::finishDrawing(); // As showing it would.
        return more;
    };
    frame(fitted, Motion::Still);
    const double firstPaint = millisecondsSince(begin);
    const auto refining = Clock::now();
    while (!picture.isComplete()) {
        picture.wait();
        frame(fitted, Motion::Still);
    }
    const double complete = millisecondsSince(refining);
    std::vector<double> times;
    for (unsigned i = 0; i < options.frames; ++i) {
        const auto start = Clock::now();
        frame(cameraAt(fitted, bounds, static_cast<double>(i) / options.frames), Motion::Moving);
        times.push_back(millisecondsSince(start));
        if (!options.pictures.empty() && i % 20 == 0) {
            target.image().save(QString::fromStdString(options.pictures) +
                                QStringLiteral("/frame%1.png").arg(i, 4, 10, QLatin1Char('0')));
        }
    }
    const nlohmann::json report{
        {"renderer", renderer.isSoftware() ? "gl, by the processor" : "gl"},
        {"vertices", workspace.network().vertexCount()},
        {"edges", workspace.network().edgeCount()},
        {"strands", renderer.strandCount()},
        {"width", size.width()},
        {"height", size.height()},
        {"frames", options.frames},
        {"planMilliseconds", planTime},
        {"firstPaintMilliseconds", firstPaint},
        {"completeMilliseconds", complete},
        {"frameMilliseconds", summary(times)},
        {"bytesOfCard", renderer.bytes()},
        {"bytesMore", residentBytes() - std::min(before, residentBytes())},
    };
    std::printf("%s\n", report.dump(2).c_str());
    return static_cast<int>(ExitCode::Done);
}

} // namespace entente
