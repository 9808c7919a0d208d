#include "core/formats/follow_the_money.h"

#include "core/formats/follow_the_money_builder.h"
#include "core/formats/follow_the_money_texts.h"
#include "core/formats/text_encoding.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

class FollowTheMoneyReader final : public Reader {
public:
    std::string_view name() const override { return "FollowTheMoney entities (JSON lines)"; }

    std::vector<std::string_view> extensions() const override {
        return {"json", "ftm", "jsonl", "ndjson", "ijson"};
    }

    double recognise(const InputFile& file) const override {
        constexpr std::size_t mostLookedAt = 64U << 10U;
        constexpr double certain = 0.95;
        constexpr double likely = 0.6;
        // Without NUL bytes, UTF-16 text of ASCII letters reads as ASCII.
        std::string begin = file.bytes.substr(0, mostLookedAt);
        std::erase(begin, '\0');
        const std::size_t first = begin.find_first_not_of("\xEF\xBB\xBF\xFE\xFF \t\r\n");
        if (first == std::string::npos || (begin[first] != '{' && begin[first] != '[')) {
            return 0;
        }
        const auto has = [&begin](std::string_view text) {
            return begin.find(text) != std::string::npos;
        };
        if (!has("\"schema\"") || has("\"entente-dossier\"")) {
            return 0;
        }
        if (has("\"properties\"") && has("\"id\"")) {
            return certain;
        }
        if (has("\"canonical_id\"") && has("\"prop\"")) {
            return certain;
        }
        if (!has("\"id\"")) {
            return 0;
        }
        // Entities without properties, as Aleph exports some.
        constexpr std::string_view schemata[] = {"\"Person\"", "\"Company\"", "\"LegalEntity\"",
                                                 "\"Organization\""};
        return std::ranges::any_of(schemata, has) ? likely : 0;
    }

    Dossier read(std::span<const InputFile> files, ImportReport& report,
                 const Progress& progress) const override {
        report.format = name();
        std::size_t total = 0;
        for (const InputFile& file : files) {
            total += file.bytes.size();
        }
        FtmBuilder builder(report);
        FtmParser parser;
        std::size_t before = 0;
        for (const InputFile& file : files) {
            readFile(file, parser, builder, report, [&](std::size_t bytes) {
                constexpr double linksShare = 0.1;
                progress.throwIfStopped();
                progress.tell((1 - linksShare) * static_cast<double>(before + bytes) /
                              static_cast<double>(std::max<std::size_t>(total, 1)));
            });
            before += file.bytes.size();
        }
        if (report.rowsRead == 0) {
            throw FileError(fmt::format(
                "{} holds no entity of the FollowTheMoney model: one JSON object with “id” and "
                "“schema” a line is wanted.{}",
                files.empty() ? std::string("The file") : files[0].path.filename().string(),
                report.entries.empty() ? "" : " " + report.text()));
        }
        Dossier dossier = builder.finish(progress);
        progress.tell(1);
        return dossier;
    }

private:
    template <typename Tell>
    static void readFile(const InputFile& file, FtmParser& parser, FtmBuilder& builder,
                         ImportReport& report, Tell tell) {
        const std::string name = file.path.filename().string();
        builder.beginFile(name);
        std::string_view text = file.bytes;
        std::string converted;
        // A line is checked by itself, so that one that is damaged costs no more than that line.
        if (text.starts_with(byteOrderMark)) {
            text.remove_prefix(byteOrderMark.size());
        } else if (looksUtf16(text)) {
            converted = decodeText(text, name, report);
            text = converted;
        }
        constexpr std::size_t textsAStep = 1024;
        std::size_t count = 0;
        for (FtmTexts texts(text); texts.next(); ++count) {
            if (count % textsAStep == 0) {
                tell(static_cast<std::size_t>(texts.text().data() - text.data()));
            }
            try {
                const std::size_t readable =
                    static_cast<std::size_t>(text.data() + text.size() - texts.text().data());
                const std::span<const FtmEntity> entities =
                    parser.parse(texts.text(), readable, texts.line());
                if (!parser.mended().empty()) {
                    builder.report(Severity::Repaired, texts.line(), {}, parser.mended());
                }
                for (const FtmEntity& entity : entities) {
                    builder.take(entity);
                }
            } catch (const FtmRefusal& refusal) {
                builder.report(Severity::Refused, texts.line(), {}, refusal.message);
            }
        }
    }

    static bool looksUtf16(std::string_view text) {
        return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
               (text.size() > 1 && (text[0] == '\0') != (text[1] == '\0'));
    }
};

} // namespace

const Reader& followTheMoneyReader() {
    static const FollowTheMoneyReader reader;
    return reader;
}

} // namespace entente
