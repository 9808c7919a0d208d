#include "app/command_line.h"
#include "core/formats/registry.h"
#include "core/model/fold.h"
#include "ui/figure/figure.h"
#include "ui/figure/figure_file.h"
#include "ui/workspace/built_in_dossier.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QLoggingCategory>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace entente {

namespace {

/// Thrown where an option's value makes no sense: the caller misused the command.
class Misuse : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

Date dateOption(const std::string& name, const std::string& text) {
    const std::optional<Date> date = parseDate(text);
    if (!date) {
        throw Misuse(fmt::format("{} is “{}”, which is no date: write 2001, 2001-03 or 2001-03-12.",
                                 name, text));
    }
    return *date;
}

struct Length {
    double pixels = 0; ///< logical, 96 an inch
    bool physical = false;
};

/// "180mm", "18cm", "7in" or pixels.
Length lengthOption(const std::string& name, const std::string& text, Length otherwise) {
    if (text.empty()) {
        return otherwise;
    }
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    constexpr double millimetresPerInch = 25.4;
    double pixels = 0;
    if (unit.empty() || unit == "px") {
        pixels = number;
    } else if (unit == "mm") {
        pixels = number / millimetresPerInch * ui::pixelsPerInch;
    } else if (unit == "cm") {
        pixels = number * 10 / millimetresPerInch * ui::pixelsPerInch;
    } else if (unit == "in") {
        pixels = number * ui::pixelsPerInch;
    }
    constexpr double least = 100;
    constexpr double most = 20'000;
    if (error != std::errc{} || !(pixels >= least && pixels <= most)) {
        throw Misuse(fmt::format("{} is “{}”: write a length such as 180mm, 18cm, 7in or 1600 "
                                 "(pixels), between {} and {} pixels.",
                                 name, text, least, most));
    }
    return {pixels, !unit.empty() && unit != "px"};
}

VertexIndex findElement(const Dossier& dossier, const std::string& name) {
    if (const VertexIndex row = dossier.findVertex(name); row != noIndex) {
        return row;
    }
    const std::string wanted = fold(name);
    for (VertexIndex i = 0; i < dossier.vertices().size(); ++i) {
        if (dossier.vertices().removed(i)) {
            continue;
        }
        if (fold(dossier.label(i)) == wanted) {
            return i;
        }
        for (const Name& other : dossier.vertices().details(i).names) {
            if (fold(other.text) == wanted) {
                return i;
            }
        }
        for (const Code& code : dossier.vertices().details(i).codes) {
            if (fold(code.value) == wanted) {
                return i;
            }
        }
    }
    throw Misuse(fmt::format("--focus names “{}”, which the dossier does not hold: give an id, a "
                             "name or a code.",
                             name));
}

/// What draws an attribute, or `otherwise` where none is named.
ui::LookSource lookOption(const std::string& option, const std::string& name,
                          const Dossier& dossier, ElementKind of, bool colours,
                          const ui::LookSource& otherwise) {
    if (name.empty()) {
        return otherwise;
    }
    const AttributeIndex index = indexAttribute(dossier, of, name);
    if (index.empty()) {
        std::string known;
        for (const StringId each : attributeNames(dossier, of)) {
            known += (known.empty() ? "" : ", ") + std::string(dossier.text(each));
        }
        throw Misuse(fmt::format("{} names “{}”, which is no attribute here: {}.", option, name,
                                 known.empty() ? "there is none at all" : "give one of " + known));
    }
    if (!colours && !index.numeric) {
        throw Misuse(fmt::format("{} names “{}”, whose values are not all numbers: give an "
                                 "attribute of numbers.",
                                 option, name));
    }
    return {index.numeric ? ui::LookSource::From::Numbers : ui::LookSource::From::Values, name};
}

Filter filterOf(const ExportOptions& options, const Dossier& dossier) {
    Filter filter;
    if (!options.sectors.empty()) {
        filter.sectors = 0;
        for (const std::string& name : options.sectors) {
            const SectorSet sector = dossier.findSector(name);
            if (sector == 0) {
                std::string known;
                for (const Sector& each : dossier.sectors()) {
                    known += (known.empty() ? "" : ", ") + each.id;
                }
                throw Misuse(fmt::format("--sector names “{}”, which the dossier does not hold; "
                                         "it has {}.",
                                         name, known));
            }
            filter.sectors |= sector;
        }
    }
    if (!options.from.empty() || !options.to.empty()) {
        DaySpan window;
        if (!options.from.empty()) {
            window.first = dateOption("--from", options.from).span().first;
        }
        if (!options.to.empty()) {
            window.last = dateOption("--to", options.to).span().last;
        }
        if (window.last < window.first) {
            throw Misuse(
                fmt::format("--to ({}) lies before --from ({}).", options.to, options.from));
        }
        filter.window = window;
    }
    for (const std::string& name : options.focus) {
        const VertexIndex row = findElement(dossier, name);
        if (std::ranges::find(filter.centres, row) == filter.centres.end()) {
            filter.centres.push_back(row);
        }
    }
    filter.hops = options.hops;
    return filter;
}

} // namespace

int runExport(const ExportOptions& options, int argc, char** argv) {
    if (!ui::isFigureFile(options.output)) {
        return complain(fmt::format("{}: figures are written as .svg, .pdf or .png; give the "
                                    "output one of these endings.",
                                    options.output),
                        ExitCode::Misused);
    }
    // Nothing is shown: no display is asked for, whether or not there is one.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Standard error is for what went wrong with the figure, not for Qt's remarks on the session.
    QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
    const QApplication application(argc, argv);

    ui::Workspace workspace;
    if (options.files.empty()) {
        workspace.setDossier(ui::builtInDossier(), {});
    } else {
        const std::vector<std::filesystem::path> files(options.files.begin(), options.files.end());
        OpenedDossier opened = openFiles(files);
        if (opened.report.rowsRefused > 0) {
            std::fputs(opened.report.text().c_str(), stderr);
        }
        workspace.setDossier(std::move(opened.dossier), {});
    }
    try {
        const Length width = lengthOption("--width", options.width, {1200, false});
        workspace.stopLayout();
        workspace.setSeed(options.seed);
        ui::Style style = workspace.style();
        style.bundling = options.bundling;
        const Dossier& dossier = workspace.dossier();
        style.looks.markColour = lookOption("--colour-by", options.colourBy, dossier,
                                            ElementKind::Vertex, true, style.looks.markColour);
        style.looks.markSize = lookOption("--size-by", options.sizeBy, dossier, ElementKind::Vertex,
                                          false, style.looks.markSize);
        style.looks.edgeWidth = lookOption("--width-by", options.widthBy, dossier,
                                           ElementKind::Edge, false, style.looks.edgeWidth);
        workspace.setStyle(style);
        workspace.setFilter(filterOf(options, workspace.dossier()));
        workspace.setProjection({*parseProjection(options.projection), !options.unfoldedLeaders});
        const LayoutAlgorithm algorithm =
            parseLayoutAlgorithm(options.algorithm).value_or(workspace.layoutAlgorithm());
        if (algorithm == LayoutAlgorithm::Geographic && !workspace.hasPlaces()) {
            throw Misuse(
                "--layout geographic: nothing in this dossier has coordinates; give "
                "vertices the attributes latitude and longitude, or choose another layout.");
        }
        if (algorithm == LayoutAlgorithm::File && !workspace.hasPlacesInFile()) {
            throw Misuse("--layout file: nothing in this dossier has a position of its own; give "
                         "vertices the attributes x and y, or choose another layout.");
        }
        workspace.setLayoutAlgorithm(algorithm);
        workspace.relayout();
        workspace.waitForLayout();

        ui::FigureOptions figure;
        figure.view =
            options.view == "timeline" ? ui::FigureView::Timeline : ui::FigureView::Network;
        figure.theme = options.theme == "dark" ? ui::Theme::Dark : ui::Theme::Light;
        figure.title = QString::fromStdString(
            options.title.empty() ? workspace.dossier().cover().title : options.title);
        figure.byActor = options.grouping == "actor";
        figure.size = {width.pixels, 0};
        figure.size.setHeight(
            lengthOption(
                "--height", options.height,
                {options.height.empty() ? ui::naturalHeight(workspace, figure) : 0, width.physical})
                .pixels);
        ui::writeFigure(ui::composeFigure(workspace, figure), figure.size, figure.title,
                        width.physical ? options.dpi : ui::pixelsPerInch, options.output);
    } catch (const Misuse& misuse) {
        return complain(misuse.what(), ExitCode::Misused);
    }
    return static_cast<int>(ExitCode::Done);
}

} // namespace entente
