#include "core/formats/gml.h"
#include "core/formats/gml_file.h"
#include "core/formats/letter_case.h"
#include "core/formats/text_encoding.h"

#include <algorithm>

namespace entente {

namespace {

using Token = GmlScanner::Token;

class GmlReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const override { return "GML"; }
    [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"gml"}; }

    [[nodiscard]] double recognise(const InputFile& file) const override {
        constexpr double certain = 0.95;
        constexpr double byName = 0.6;
        const std::string text = sampleOf(file.bytes);
        GmlScanner scanner(text);
        bool pairs = false;
        while (scanner.next() == Token::Word) {
            const std::string_view key = scanner.word();
            const Token value = scanner.next();
            if (key.find_first_of("{}") != std::string_view::npos ||
                (value == Token::Word && scanner.word().find('{') != std::string_view::npos)) {
                return 0; // DOT has `graph [ … ]` too, but in braces
            }
            if (isWord(key, "graph") && value == Token::Open) {
                return certain;
            }
            if (value == Token::Open) {
                for (std::size_t depth = 1; depth > 0;) {
                    const Token token = scanner.next();
                    depth += token == Token::Open ? 1U : 0U;
                    depth -= token == Token::Close ? 1U : 0U;
                    if (token == Token::End) {
                        break;
                    }
                }
            } else if (value != Token::Word && value != Token::Text) {
                break;
            }
            pairs = true;
        }
        return pairs && file.path.extension() == ".gml" ? byName : 0;
    }

    [[nodiscard]] Dossier read(std::span<const InputFile> files, ImportReport& report,
                               const Progress& progress) const override {
        if (files.size() != 1) {
            throw FileError("Several GML files cannot be opened as one: open them one by one.");
        }
        report.format = name();
        const std::string file = files.front().path.filename().string();
        const std::string text = decodeText(files.front().bytes, file, report);
        return GmlFile(text, file, report, progress).read();
    }
};

} // namespace

const Reader& gmlReader() {
    static const GmlReader reader;
    return reader;
}

} // namespace entente
