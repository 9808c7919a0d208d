#include "app/command_line.h"
#include "core/formats/registry.h"

#include <fmt/format.h>

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
    if (opened.report.rowsRead == 0 && opened.report.rowsRefused > 0) {
        return complain(fmt::format("Nothing could be taken from what was named, and {} was not "
                                    "written: mend what is refused above.",
                                    options.output));
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
