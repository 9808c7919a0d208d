#include "app/command_line.h"
#include "core/formats/registry.h"
#include "ui/render/gl_target.h"
#include "ui/render/gl_text.h"
#include "ui/render/headless_context.h"
#include "ui/render/progressive_picture.h"
#include "ui/scene/network_picture.h"
#include "ui/views/network_stage.h"
#include "ui/views/painter_canvas.h"
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
#include <malloc.h>
#include <numbers>

namespace entente {

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// Bytes of memory that the process holds now.
std::size_t residentBytes() {
    malloc_trim(0); // What is free is not held.
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

nlohmann::ordered_json summary(std::vector<double> times) {
    std::ranges::sort(times);
    const auto quantile = [&](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    return {{"median", quantile(0.5)},
            {"percentile95", quantile(0.95)},
            {"percentile99", quantile(0.99)},
            {"most", times.back()}};
}

/// Shows a stage as a canvas does, without a window.
class Frames {
public:
    virtual ~Frames() = default;
    virtual void show() = 0;
    /// Until the picture is complete.
    virtual void finish() = 0;
    virtual QImage image() = 0;
    [[nodiscard]] virtual std::string name() const = 0;
    [[nodiscard]] virtual std::size_t cardBytes() const { return 0; }
};

class OpenGlFrames : public Frames {
public:
    OpenGlFrames(ui::Workspace& workspace, ui::NetworkStage& stage)
        : workspace_(workspace), stage_(stage), view_{stage.camera(), stage.viewSize(), 1} {
        picture_.setNetwork(stage.placed());
        picture_.setIndex(
            [this](const QRectF& part, std::size_t most) {
                const auto index = stage_.index();
                return index ? index->edgesIn(part, most) : std::nullopt;
            },
            [this](const QRectF& part, std::size_t most) {
                return stage_.index()->verticesIn(part, most);
            });
        target_.resize(view_.pixels());
    }

    void show() override {
        view_.camera = stage_.camera();
        picture_.draw(view_, target_.framebuffer(), stage_.motion(), stage_.emphasis());
        text_.draw(stage_.labels(), workspace_.style().font, stage_.offset(), view_);
        ui::finishDrawing(); // As showing it would.
    }

    void finish() override {
        stage_.settle();
        show();
        while (!picture_.isComplete()) {
            picture_.wait();
            show();
        }
    }

    QImage image() override { return target_.image(); }

    [[nodiscard]] std::string name() const override {
        return picture_.isSoftware() ? "OpenGL by the processor" : "OpenGL";
    }
    [[nodiscard]] std::size_t cardBytes() const override { return picture_.bytes(); }

private:
    ui::Workspace& workspace_;
    ui::NetworkStage& stage_;
    ui::ProgressivePicture picture_;
    ui::GlText text_;
    ui::GlTarget target_;
    ui::PictureView view_;
};

class PainterFrames : public Frames {
public:
    PainterFrames(ui::Workspace& workspace, ui::NetworkStage& stage)
        : canvas_(&workspace, &stage, nullptr),
          image_(stage.viewSize().toSize(), QImage::Format_ARGB32_Premultiplied) {
        canvas_.resize(image_.size());
    }

    void show() override { canvas_.render(&image_); }
    void finish() override {
        canvas_.finish();
        show();
    }
    QImage image() override { return image_; }
    [[nodiscard]] std::string name() const override { return "painter"; }

private:
    ui::PainterCanvas canvas_;
    QImage image_;
};

/// What it takes to find what is under the pointer and to show it, at places all over the view.
nlohmann::ordered_json hovers(ui::NetworkStage& stage, Frames& frames, QSize size) {
    std::vector<double> times;
    constexpr int across = 12;
    for (int i = 0; i < across * across; ++i) {
        const QPointF pixel((i % across + 0.5) * size.width() / across,
                            (i / across + 0.5) * size.height() / across);
        const auto begin = Clock::now();
        const ui::NetworkStage::Target target = stage.at(pixel);
        stage.setHovered(target.vertex, target.edge);
        frames.show();
        times.push_back(millisecondsSince(begin));
    }
    stage.setHovered(noIndex, noIndex);
    return summary(times);
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

    const bool byOpenGl = options.renderer == "gl";
    const auto context = byOpenGl ? ui::HeadlessContext::create() : nullptr;
    if (byOpenGl && !context) {
        return complain("there is no OpenGL 3.3 here: install Mesa (libgl1-mesa-dri, libegl1) or "
                        "a driver, or use --renderer painter.");
    }
    nlohmann::ordered_json report{
        {"vertices", workspace.network().vertexCount()},
        {"edges", workspace.network().edgeCount()},
        {"width", size.width()},
        {"height", size.height()},
        {"frames", options.frames},
    };
    const auto begin = Clock::now();
    ui::NetworkStage stage(&workspace);
    stage.setViewSize(size);
    stage.fit(false);
    std::unique_ptr<Frames> frames;
    if (byOpenGl) {
        frames = std::make_unique<OpenGlFrames>(workspace, stage);
    } else {
        frames = std::make_unique<PainterFrames>(workspace, stage);
    }
    frames->show();
    report["renderer"] = frames->name();
    report["firstPaintMilliseconds"] = millisecondsSince(begin);
    stage.waitForIndex();
    frames->finish();
    report["completeMilliseconds"] = millisecondsSince(begin);

    const ui::Camera fitted = stage.camera();
    const QRectF bounds = ui::boundsOf(ui::layoutPositions(workspace));
    std::vector<double> times;
    for (unsigned i = 0; i < options.frames; ++i) {
        const auto start = Clock::now();
        stage.lookFrom(cameraAt(fitted, bounds, static_cast<double>(i) / options.frames));
        frames->show();
        times.push_back(millisecondsSince(start));
        if (!options.pictures.empty() && i % 20 == 0) {
            frames->image().save(QString::fromStdString(options.pictures) +
                                 QStringLiteral("/frame%1.png").arg(i, 4, 10, QLatin1Char('0')));
        }
    }
    report["frameMilliseconds"] = summary(times);
    const auto still = Clock::now();
    frames->finish();
    report["refinedMilliseconds"] = millisecondsSince(still);
    report["hoverMilliseconds"] = hovers(stage, *frames, size);
    // The plan is the canvas', though the workspace has it made.
    report["bytesMore"] =
        residentBytes() - std::min(before, residentBytes()) + workspace.plan()->bytes();
    report["bytesOfCard"] = frames->cardBytes();
    std::printf("%s\n", report.dump(2).c_str());
    return static_cast<int>(ExitCode::Done);
}

} // namespace entente
