#include "app/command_line.h"
#include "core/formats/registry.h"

#include <cstdio>

namespace entente {

int runConvert(const ConvertOptions& options) {
    const Writer& writer = writerFor(options.output);
    const std::vector<std::filesystem::path> inputs(options.inputs.begin(), options.inputs.end());
    const OpenedDossier opened = openFiles(inputs);
    if (!opened.report.entries.empty()) {
        std::fputs(opened.report.text().c_str(), stderr);
    }
    for (const std::string& loss : writer.losses(opened.dossier)) {
        complain(loss, ExitCode::Done);
    }
    for (const std::filesystem::path& file : writer.write(opened.dossier, options.output, {})) {
        std::printf("%s\n", file.c_str());
    }
    return static_cast<int>(ExitCode::Done);
}

} // namespace entente
