#include "app/command_line.h"
#include "core/formats/input_file.h"
#include "core/formats/mapping_guess.h"
#include "core/formats/tables.h"

#include <CLI/CLI.hpp>
#include <QHashSeed>
#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <exception>

namespace entente {

int complain(const std::string& message, ExitCode code) {
    std::fprintf(stderr, "entente: %s\n", message.c_str());
    return static_cast<int>(code);
}

namespace {

const char* const footer =
    R"(Without a command, opens the window: with FILE, else with the built-in dossier.
Files that belong together (a table of states beside a table of alliances) are named together.
Dossiers that are named together, in one format or several, are merged into the first: what is the
same for sure becomes one, what may be the same is listed on standard error.
Exit codes: 0 done, 1 failed, 2 misused.)";

/// A number in a range; `CLI::Range` lets pass what is not a number.
CLI::Validator numberIn(double least, double most) {
    return CLI::Validator(
        [least, most](std::string& text) {
            double value = 0;
            if (CLI::detail::lexical_cast(text, value) && value >= least && value <= most) {
                return std::string{};
            }
            return fmt::format("{} is no number from {} to {}", text, least, most);
        },
        fmt::format("{} to {}", least, most));
}

void addExport(CLI::App& app, ExportOptions& options) {
    app.add_option("file", options.files, "Dossier or tables; the built-in dossier if left out");
    app.add_option("-o,--output", options.output, "Figure to write: .svg, .pdf or .png")
        ->required();
    app.add_option("--view", options.view, "network or timeline")
        ->check(CLI::IsMember({"network", "timeline"}));
    app.add_option("--projection", options.projection, "full, alliances or agreements")
        ->check(CLI::IsMember({"full", "alliances", "agreements"}));
    app.add_option(
           "--layout", options.algorithm,
           "stress, force, circular, grouped, concentric, layered, bipartite, geographic or "
           "file; file if the dossier has positions and this is left out, else stress")
        ->check(CLI::IsMember({"stress", "force", "circular", "grouped", "concentric", "layered",
                               "bipartite", "geographic", "file"}));
    app.add_option("--group", options.grouping, "Lanes of the timeline by sector or actor")
        ->check(CLI::IsMember({"sector", "actor"}));
    app.add_option("--sector", options.sectors, "Only these sectors, for example defence,energy")
        ->delimiter(',');
    app.add_option("--from", options.from, "First date shown: 2001, 2001-03 or 2001-03-12");
    app.add_option("--to", options.to, "Last date shown");
    app.add_option("--focus", options.focus,
                   "Only the neighbourhood of these elements (by id or name)")
        ->delimiter(',');
    app.add_option("--hops", options.hops, "How far the neighbourhood reaches");
    app.add_option("--width", options.width, "Of the figure: 180mm, or pixels");
    app.add_option("--height", options.height, "Of the figure: 120mm, or pixels");
    app.add_option("--dpi", options.dpi, "Pixels an inch of a PNG")
        ->check(CLI::Range(30.0, 2400.0));
    app.add_option("--theme", options.theme, "light or dark")
        ->check(CLI::IsMember({"light", "dark"}));
    app.add_option("--title", options.title, "Title of the figure; the dossier's if left out");
    app.add_option("--seed", options.seed, "Of the layout");
    app.add_option("--bundle", options.bundling,
                   "How closely edges between the same two regions run together: 0 to 1")
        ->check(numberIn(0, 1));
    app.add_option("--colour-by", options.colourBy, "An attribute that marks are coloured by");
    app.add_option("--size-by", options.sizeBy,
                   "An attribute of numbers that marks are as large as");
    app.add_option("--width-by", options.widthBy,
                   "An attribute of numbers that edges are as thick as");
    app.add_flag("--unfold-leaders", options.unfoldedLeaders,
                 "Show leaders beside the states that they led");
}

void addMapping(CLI::App& app, std::string& mapping, bool& guess) {
    CLI::Option* const file = app.add_option(
        "--mapping", mapping,
        "A file (JSON) that says what the columns of a table are, for tables that do not");
    app.add_flag("--guess-mapping", guess,
                 "Print a mapping for the first input to start from, and do nothing else")
        ->excludes(file);
}

/// What the columns of a table seem to be, for the error that they are not known.
std::string guessFor(const UnknownTable& table) {
    MappingGuess guess;
    try {
        guess = guessMapping(readInputFile(table.file), table.sheet);
    } catch (const FileError&) {
        return {}; // a pipe gives its bytes but once
    }
    std::string text = fmt::format(
        "\nA mapping can say what its columns are. This one is guessed: correct it, save it as "
        "mapping.json and give it with --mapping mapping.json.\n{}",
        mappingText(guess.mapping));
    for (const std::string& question : guess.questions) {
        text += question + "\n";
    }
    text.pop_back();
    return text;
}

void addLayout(CLI::App& app, LayoutCommandOptions& options) {
    app.add_option("--input", options.input, "CSV: source,target[,weight]")->required();
    app.add_option("--output", options.output, "CSV: id,x,y")->required();
    app.add_option("--algorithm", options.algorithm,
                   "force, stress, circular, concentric or bipartite")
        ->check(CLI::IsMember({"force", "stress", "circular", "grouped", "concentric", "layered",
                               "bipartite", "geographic"}));
    app.add_option("--quality", options.quality, "normal, or best, which takes longer")
        ->check(CLI::IsMember({"normal", "best"}));
    app.add_option("--emphasis", options.emphasis, "balanced, distances or communities")
        ->check(CLI::IsMember({"balanced", "distances", "communities"}));
    app.add_option("--spread", options.spread, "How far apart everything stands, as a factor")
        ->check(numberIn(0.01, 100));
    app.add_option("--gravity", options.gravity, "How strongly force draws to the middle: 0 to 1")
        ->check(numberIn(0, 1));
    app.add_option("--centre", options.centres,
                   "In the middle of concentric (an id; may be repeated)")
        ->allow_extra_args(false);
    app.add_option("--seed", options.seed, "Another seed, another picture");
    app.add_option("--threads", options.threads, "0: one a core")->check(CLI::Range(0U, 256U));
    app.add_flag("--time", options.time,
                 "Print the seconds of each phase as JSON on standard error");
}

void addBenchCanvas(CLI::App& app, BenchCanvasOptions& options) {
    app.add_option("file", options.files, "Dossier or tables; the built-in dossier if left out");
    app.add_option("--frames", options.frames, "Of the path that the camera takes")
        ->check(CLI::Range(1U, 100'000U));
    app.add_option("--size", options.size, "Of the picture in pixels: 1600x1000");
    app.add_option("--renderer", options.renderer, "gl or painter")
        ->check(CLI::IsMember({"gl", "painter"}));
    app.add_option("--projection", options.projection, "full, alliances or agreements")
        ->check(CLI::IsMember({"full", "alliances", "agreements"}));
    app.add_option("--pictures", options.pictures, "A folder to save every twentieth frame in");
}

} // namespace

int runCommandLine(int argc, char** argv) {
    CLI::App app{"Entente, an explorer of relations between states, leaders, organisations and "
                 "groups.",
                 "entente"};
    app.set_version_flag("--version", "Entente " ENTENTE_VERSION);
    app.footer(footer);
    app.require_subcommand(0, 1);

    WindowOptions window;
    app.add_option("file", window.files, "Dossier or tables to open");
    app.add_flag("--startup-time", window.startupTime,
                 "Print the milliseconds from start to the first painted window");
    app.add_option("--theme", window.theme, "light or dark; the system's if left out")
        ->check(CLI::IsMember({"light", "dark"}));
    app.add_option(
           "--renderer", window.renderer,
           "What draws the network: gl or painter; OpenGL where there is a graphics card if "
           "left out")
        ->check(CLI::IsMember({"gl", "painter"}));
    app.add_option("--screenshot", window.screenshot, "Save a picture of the window and end");
    app.add_option("--screenshot-size", window.screenshotSize, "Of that window: 1600x1000");

    ExportOptions exportOptions;
    CLI::App* const exportCommand = app.add_subcommand("export", "Write a figure");
    addExport(*exportCommand, exportOptions);

    ConvertOptions convert;
    CLI::App* const convertCommand =
        app.add_subcommand("convert", "Read files and write them in another format");
    convertCommand->add_option("files", convert.inputs, "Input files, then the output file")
        ->required();
    addMapping(*convertCommand, convert.mapping, convert.guessMapping);

    StatsOptions stats;
    CLI::App* const statsCommand = app.add_subcommand("stats", "Count what a dossier holds");
    statsCommand->add_option("file", stats.files, "Dossier or tables")->required();
    statsCommand->add_flag("--json", stats.json, "As JSON");

    CheckOptions check;
    CLI::App* const checkCommand =
        app.add_subcommand("check", "Say what is wrong with a dossier or table");
    checkCommand->add_option("file", check.files, "Dossier or tables")->required();
    addMapping(*checkCommand, check.mapping, check.guessMapping);

    LayoutCommandOptions layout;
    CLI::App* const layoutCommand =
        app.add_subcommand("layout", "Compute positions for a plain edge list");
    addLayout(*layoutCommand, layout);

    BenchCanvasOptions benchCanvas;
    CLI::App* const benchCanvasCommand =
        app.add_subcommand("bench-canvas", "Measure how fast a network is drawn");
    addBenchCanvas(*benchCanvasCommand, benchCanvas);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool misused = app.exit(error) != 0;
        return static_cast<int>(misused ? ExitCode::Misused : ExitCode::Done);
    }

    if (exportCommand->parsed()) {
        return runExport(exportOptions, argc, argv);
    }
    if (convertCommand->parsed()) {
        if (convert.guessMapping) {
            return runConvert(convert);
        }
        if (convert.inputs.size() < 2) {
            return complain("convert needs input files and, last, the file to write.",
                            ExitCode::Misused);
        }
        convert.output = convert.inputs.back();
        convert.inputs.pop_back();
        return runConvert(convert);
    }
    if (statsCommand->parsed()) {
        return runStats(stats);
    }
    if (checkCommand->parsed()) {
        return runCheck(check);
    }
    if (layoutCommand->parsed()) {
        return runLayout(layout);
    }
    if (benchCanvasCommand->parsed()) {
        return runBenchCanvas(benchCanvas, argc, argv);
    }
    return runWindow(window, argc, argv);
}

} // namespace entente

int main(int argc, char** argv) {
    // A file-size limit is an error to tell, not a reason to die.
    std::signal(SIGXFSZ, SIG_IGN);
    // Qt writes fonts into PDF in the order of a hash: the same figure must be the same bytes.
    QHashSeed::setDeterministicGlobalSeed();
    try {
        return entente::runCommandLine(argc, argv);
    } catch (const entente::UnknownTable& table) {
        return entente::complain(table.what() + entente::guessFor(table));
    } catch (const std::exception& error) {
        return entente::complain(error.what());
    }
}
