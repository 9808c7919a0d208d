#include "core/formats/pajek_network.h"
#include "core/formats/pajek_section.h"

#include "core/formats/pajek.h"
#include "core/formats/pajek_lines.h"
#include "core/formats/text_encoding.h"

#include <algorithm>

namespace entente {

namespace {

class PajekReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const override { return "Pajek"; }
    [[nodiscard]] std::vector<std::string_view> extensions() const override {
        return {"net", "paj"};
    }

    [[nodiscard]] double recognise(const InputFile& file) const override {
        constexpr double certain = 0.95;
        const std::string text = sampleOf(file.bytes);
        PajekLines lines(text);
        if (!lines.next()) {
            return 0;
        }
        return pajekSection(lines.line()) != PajekSection::Unknown ? certain : 0;
    }

    [[nodiscard]] Dossier read(std::span<const InputFile> files, ImportReport& report,
                               const Progress& progress) const override {
        if (files.size() != 1) {
            throw FileError("Several Pajek files cannot be opened as one: open them one by one, "
                            "or put them into one project (.paj).");
        }
        report.format = name();
        const std::string file = files.front().path.filename().string();
        const std::string text = decodeText(files.front().bytes, file, report);
        return readPajek(text, file, report, progress);
    }
};

} // namespace

const Reader& pajekReader() {
    static const PajekReader reader;
    return reader;
}

} // namespace entente
