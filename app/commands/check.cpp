#include "app/command_line.h"
#include "core/formats/registry.h"
#include "core/model/validation.h"

#include <fmt/format.h>

#include <cstdio>

namespace entente {

int runCheck(const CheckOptions& options) {
    if (options.guessMapping) {
        return printGuessedMapping(options.files.front());
    }
    const OpenedDossier opened = openInputs(options.files, options.mapping);
    std::fputs(opened.report.text().c_str(), stdout);
    const std::vector<Fault> faults = validate(opened.dossier);
    for (const Fault& fault : faults) {
        std::printf("%s\n", fault.message.c_str());
    }
    const std::size_t wrong = faults.size() + opened.report.rowsRefused;
    fmt::print("{}\n", wrong == 0 && opened.report.rowsRepaired > 0
                           ? "No faults found in what was read; above is what had to be repaired."
                       : wrong == 0 ? "No faults found."
                       : wrong == 1 ? "1 fault found."
                                    : fmt::format("{} faults found.", wrong));
    return static_cast<int>(wrong == 0 ? ExitCode::Done : ExitCode::Failed);
}

} // namespace entente
