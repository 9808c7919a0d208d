#include "core/formats/entente_json.h"

#include "core/formats/json_dossier_builder.h"
#include "core/formats/text_encoding.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

class EntenteJsonReader final : public Reader {
public:
    std::string_view name() const override { return "Entente JSON"; }

    std::vector<std::string_view> extensions() const override { return {"json"}; }

    double recognise(const InputFile& file) const override {
        constexpr std::size_t mostLookedAt = 64U << 10U;
        constexpr double certain = 1;
        constexpr double likely = 0.6;
        constexpr double possible = 0.1;
        // Without NUL bytes, UTF-16 text of ASCII letters reads as ASCII.
        std::string begin = file.bytes.substr(0, mostLookedAt);
        std::erase(begin, '\0');
        const std::size_t brace = begin.find_first_not_of("\xEF\xBB\xBF\xFE\xFF \t\r\n");
        if (brace == std::string::npos || begin[brace] != '{') {
            return 0;
        }
        const auto has = [&begin](std::string_view text) {
            return begin.find(text) != std::string::npos;
        };
        if (has("\"entente-dossier\"")) {
            return certain;
        }
        if (has("\"actors\"") && (has("\"ties\"") || has("\"agreements\""))) {
            return likely;
        }
        return file.path.extension() == ".json" ? possible : 0;
    }

    Dossier read(std::span<const InputFile> files, ImportReport& report,
                 const Progress& progress) const override {
        if (files.size() != 1) {
            throw FileError(fmt::format(
                "{} Entente JSON files were opened together, but each is a dossier of its own: "
                "open them one at a time.",
                files.size()));
        }
        const std::string fileName = files[0].path.filename().string();
        return readEntenteJson(decodeText(files[0].bytes, fileName, report), fileName, report,
                               progress);
    }
};

} // namespace

Dossier readEntenteJson(std::string_view text, const std::string& fileName, ImportReport& report,
                        const Progress& progress) {
    report.format = ententeJsonReader().name();
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        throw FileError(fmt::format("{} is empty: there is no dossier in it.", fileName));
    }
    JsonDossierBuilder builder(fileName, report);
    parseJson(text, fileName, builder, progress);
    return builder.finish();
}

const Reader& ententeJsonReader() {
    static const EntenteJsonReader reader;
    return reader;
}

} // namespace entente
