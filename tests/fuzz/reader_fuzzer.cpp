#include ENTENTE_READER_HEADER

#include "core/model/validation.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// Gives a reader any bytes: it reads them or refuses them with a sentence. What it reads must hold
/// together: every row names rows that are there.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    const InputFile file{ENTENTE_FUZZED_NAME,
                         std::string(reinterpret_cast<const char*>(data), size)};
    const Reader& reader = ENTENTE_READER();
    if (const double sureness = reader.recognise(file); !(sureness >= 0 && sureness <= 1)) {
        std::abort();
    }
    try {
        ImportReport report;
        const Dossier dossier = reader.read(std::span(&file, 1), report, {});
        for (EdgeIndex edge = 0; edge < dossier.edges().size(); ++edge) {
            if (dossier.edges().source(edge) >= dossier.vertices().size() ||
                dossier.edges().target(edge) >= dossier.vertices().size()) {
                std::abort();
            }
        }
        static_cast<void>(validate(dossier));
        static_cast<void>(report.text());
    } catch (const FileError& error) {
        if (std::string_view(error.what()).size() < 10) {
            std::abort();
        }
    }
    return 0;
}
