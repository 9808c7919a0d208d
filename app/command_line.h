#pragma once

#include "core/formats/registry.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace entente {

/// Exit codes of every command.
enum class ExitCode : int { Done = 0, Failed = 1, Misused = 2 };

struct WindowOptions {
    std::vector<std::string> files; ///< none: the built-in dossier
    bool startupTime = false;
    std::string theme;      ///< "light", "dark" or empty: as the system has it
    std::string renderer;   ///< "gl", "painter" or empty: OpenGL where there is a graphics card
    std::string screenshot; ///< a PNG of the window, after which the program ends
    std::string screenshotSize = "1600x1000";
};

struct ExportOptions {
    std::vector<std::string> files;
    std::string output;
    std::string view = "network";
    std::string projection = "alliances";
    std::string algorithm; ///< empty: as the dossier wants it
    std::string grouping = "sector"; ///< of the timeline
    std::vector<std::string> sectors;
    std::string from;
    std::string to;
    std::vector<std::string> focus;
    unsigned hops = 1;
    std::string width; ///< "180mm" or pixels
    std::string height;
    double dpi = 300;
    std::string theme = "light";
    std::string title;
    std::uint64_t seed = 1;
    double bundling = 0;
    std::string colourBy; ///< an attribute of vertices; empty: as the dossier wants it
    std::string sizeBy;
    std::string widthBy; ///< an attribute of edges
    bool unfoldedLeaders = false;
};

struct ConvertOptions {
    std::vector<std::string> inputs;
    std::string output;
    std::string mapping;       ///< a file that says what the columns of a table are
    bool guessMapping = false; ///< print one for the first input and convert nothing
};

struct StatsOptions {
    std::vector<std::string> files;
    bool json = false;
};

struct CheckOptions {
    std::vector<std::string> files;
    std::string mapping;       ///< as of `ConvertOptions`
    bool guessMapping = false;
};

struct LayoutCommandOptions {
    std::string input;
    std::string output;
    std::string algorithm = "force";
    std::string quality = "normal";
    std::string emphasis = "balanced";
    double spread = 1;
    double gravity = 0;
    std::vector<std::string> centres; ///< ids, for concentric
    std::uint64_t seed = 1;
    unsigned threads = 0; ///< 0: as many as there are cores
    bool time = false;
};

struct BenchCanvasOptions {
    std::vector<std::string> files;
    unsigned frames = 300;
    std::string size = "1600x1000";
    std::string renderer = "gl";
    std::string projection = "alliances";
    std::string pictures; ///< a folder for some of the frames
};

int runWindow(const WindowOptions& options, int argc, char** argv);
int runExport(const ExportOptions& options, int argc, char** argv);
int runConvert(const ConvertOptions& options);
int runStats(const StatsOptions& options);
int runCheck(const CheckOptions& options);
int runLayout(const LayoutCommandOptions& options);
int runBenchCanvas(const BenchCanvasOptions& options, int argc, char** argv);

/// Reads the files as one dossier, by the mapping in that file where one is named.
OpenedDossier openInputs(const std::vector<std::string>& files, const std::string& mapping);
/// Prints a mapping for the table of that file, and what it cannot know on standard error.
int printGuessedMapping(const std::string& file);

/// Prints "entente: MESSAGE" on standard error and gives the code back.
int complain(const std::string& message, ExitCode code = ExitCode::Failed);

} // namespace entente
