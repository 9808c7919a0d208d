#include "core/formats/dot.h"
#include "core/formats/dot_check.h"
#include "core/formats/dot_graph.h"
#include "core/formats/dot_parse.h"
#include "core/formats/letter_case.h"
#include "core/formats/text_encoding.h"

#include <algorithm>

namespace entente {

namespace {

/// The text without the blanks and comments that it begins with.
std::string_view afterComments(std::string_view text) {
    for (;;) {
        text.remove_prefix(
            std::min(text.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFE\xFF"), text.size()));
        if (text.starts_with("/*")) {
            text.remove_prefix(std::min(text.find("*/", 2), text.size() - 2) + 2);
        } else if (text.starts_with("//") || text.starts_with('#')) {
            text.remove_prefix(std::min(text.find_first_of("\r\n"), text.size()));
        } else {
            return text;
        }
    }
}

class DotReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const override { return "Graphviz DOT"; }
    [[nodiscard]] std::vector<std::string_view> extensions() const override {
        return {"dot", "gv"};
    }

    [[nodiscard]] double recognise(const InputFile& file) const override {
        constexpr std::size_t sampleSize = 65536;
        constexpr double certain = 0.95;
        std::string sample = file.bytes.substr(0, sampleSize);
        std::erase(sample, '\0'); // UTF-16 of ASCII letters
        std::string_view text = afterComments(sample);
        const auto word = [&text] {
            const std::size_t end = std::min(text.find_first_of(" \t\r\n{\"[</"), text.size());
            const std::string_view first = text.substr(0, end);
            text = afterComments(text.substr(end));
            return first;
        };
        std::string_view first = word();
        if (isWord(first, "strict")) {
            first = word();
        }
        if (!isWord(first, "graph") && !isWord(first, "digraph")) {
            return 0;
        }
        if (text.starts_with('"')) {
            std::size_t end = 1;
            while (end < text.size() && text[end] != '"') {
                end += text[end] == '\\' ? 2 : 1;
            }
            text = afterComments(text.substr(std::min(end + 1, text.size())));
        } else if (!text.starts_with('{')) {
            (void)word();
        }
        return text.starts_with('{') ? certain : 0;
    }

    [[nodiscard]] Dossier read(std::span<const InputFile> files, ImportReport& report,
                               const Progress& progress) const override {
        if (files.size() != 1) {
            throw FileError("Several DOT files cannot be opened as one: open them one by one.");
        }
        report.format = name();
        const std::string file = files.front().path.filename().string();
        const std::string text = checkedDot(decodeText(files.front().bytes, file, report), file);

        Dossier dossier;
        parseDot(text, file, report, progress,
                 [&](Agraph_t* graph) { dossier = readDotGraph(graph, file, report, progress); });
        return dossier;
    }
};

} // namespace

const Reader& dotReader() {
    static const DotReader reader;
    return reader;
}

} // namespace entente
