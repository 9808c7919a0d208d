#include "app/command_line.h"
#include "core/formats/input_file.h"
#include "core/formats/mapped_files.h"
#include "core/formats/mapping_guess.h"
#include "core/formats/workbook.h"

#include <fmt/format.h>

#include <cstdio>

namespace entente {

OpenedDossier openInputs(const std::vector<std::string>& files, const std::string& mapping) {
    const std::vector<std::filesystem::path> paths(files.begin(), files.end());
    if (mapping.empty()) {
        return openFiles(paths);
    }
    const Mapping read = readMapping(mapping);
    return openMapped(paths, std::span(&read, 1), UnknownTables::LeaveOut);
}

int printGuessedMapping(const std::string& file) {
    const InputFile input = readInputFile(file);
    if (const std::string content = describeContent(input.bytes);
        !content.empty() && !looksLikeWorkbook(input.bytes)) {
        return complain(fmt::format("{} is no table. {}", file, content));
    }
    const MappingGuess guess = guessMapping(input);
    std::fputs(mappingText(guess.mapping).c_str(), stdout);
    for (const std::string& question : guess.questions) {
        complain(question);
    }
    return static_cast<int>(ExitCode::Done);
}

} // namespace entente
