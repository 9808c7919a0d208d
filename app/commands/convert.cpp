#include "app/command_line.h"
#include "core/formats/registry.h"

#include <cstdio>

namespace entente {

int runConvert(const ConvertOptions& options) {
    if (options.guessMapping) {
        return printGuessedMapping(options.inputs.front());
    }
    const Writer& writer = writerFor(options.output);
    const OpenedDossier opened = openInputs(options.inputs, options.mapping);
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
