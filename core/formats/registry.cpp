#include "core/formats/registry.h"

#include "core/formats/dot.h"
#include "core/formats/entente_json.h"
#include "core/formats/follow_the_money.h"
#include "core/formats/gexf.h"
#include "core/formats/gml.h"
#include "core/formats/graphml.h"
#include "core/formats/input_file.h"
#include "core/formats/merge_sure.h"
#include "core/formats/pajek.h"
#include "core/formats/tables.h"
#include "core/formats/ucinet_dl.h"
#include "core/formats/xlsx.h"
#include "core/store/native_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {

namespace {

class NativeReader : public Reader {
public:
    [[nodiscard]] std::string_view name() const override { return "Entente dossier"; }
    [[nodiscard]] std::vector<std::string_view> extensions() const override {
        return {nativeExtension};
    }
    [[nodiscard]] double recognise(const InputFile& file) const override {
        return looksNative(file.bytes) ? 1 : 0;
    }
    [[nodiscard]] Dossier read(std::span<const InputFile> files, ImportReport& report,
                               const Progress& progress) const override {
        Dossier dossier = readNative(files.front().path, progress);
        report.format = name();
        report.rowsRead = dossier.vertices().size() + dossier.edges().size();
        return dossier;
    }
};

class NativeWriter : public Writer {
public:
    [[nodiscard]] std::string_view name() const override { return "Entente dossier"; }
    [[nodiscard]] std::vector<std::string_view> extensions() const override {
        return {nativeExtension};
    }
    [[nodiscard]] std::vector<std::string> losses(const Dossier&) const override { return {}; }
    std::vector<std::filesystem::path> write(const Dossier& dossier,
                                             const std::filesystem::path& path,
                                             const Progress& progress) const override {
        writeNative(dossier, path, progress);
        return {path};
    }
};

/// `tables` stands in the place of all readers of tables.
const Reader& readerFor(const InputFile& file, const Reader& tables) {
    const Reader* best = nullptr;
    double surest = 0;
    for (const Reader* const reader : readers()) {
        const bool ofTables = &reader->together() == &tablesReader();
        const Reader& each = ofTables && &tables != &tablesReader() ? tables : *reader;
        const double sureness = each.recognise(file);
        if (sureness > surest) {
            surest = sureness;
            best = &each;
        }
    }
    constexpr double sureEnough = 0.5;
    const std::string content = surest < sureEnough ? describeContent(file.bytes) : std::string();
    if (best == nullptr || !content.empty()) {
        std::string known;
        for (const Reader* const reader : readers()) {
            known += (known.empty() ? "" : "; ") + std::string(reader->name());
        }
        throw FileError(fmt::format("{} is in no format that Entente knows. {}{}Entente reads: {}.",
                                    file.path.string(), content, content.empty() ? "" : " ",
                                    known));
    }
    return *best;
}

struct ReadTogether {
    const Reader* reader = nullptr;
    std::vector<InputFile> files;
};

} // namespace

std::span<const Reader* const> readers() {
    static const NativeReader native;
    static const std::array all = {static_cast<const Reader*>(&native),
                                   &ententeJsonReader(),
                                   &followTheMoneyReader(),
                                   &graphMlReader(),
                                   &gexfReader(),
                                   &xlsxReader(),
                                   &tablesReader(),
                                   &gmlReader(),
                                   &dotReader(),
                                   &pajekReader(),
                                   &ucinetDlReader()};
    return all;
}

std::span<const Writer* const> writers() {
    static const NativeWriter native;
    static const std::array all = {static_cast<const Writer*>(&native),
                                   &ententeJsonWriter(),
                                   &tablesWriter(),
                                   &graphMlWriter(),
                                   &gexfWriter(),
                                   &gmlWriter(),
                                   &dotWriter(),
                                   &pajekWriter()};
    return all;
}

OpenedDossier openFiles(std::span<const std::filesystem::path> paths, const Progress& progress) {
    return openFiles(paths, tablesReader(), progress);
}

OpenedDossier openFiles(std::span<const std::filesystem::path> paths, const Reader& tables,
                        const Progress& progress) {
    if (paths.empty()) {
        throw FileError("No file was named.");
    }
    std::vector<ReadTogether> groups;
    std::vector<std::pair<std::filesystem::path, std::string>> strange;
    for (const std::filesystem::path& path : paths) {
        progress.throwIfStopped();
        InputFile file = readInputFile(path);
        const Reader* known = nullptr;
        try {
            known = &readerFor(file, tables);
        } catch (const FileError& error) {
            // The text that comes with the tables of a data set is no reason to read none of them.
            strange.emplace_back(path, error.what());
            continue;
        }
        const Reader& reader = *known;
        const auto group = std::ranges::find_if(groups, [&reader](const ReadTogether& each) {
            return reader.joinsFiles() && &each.reader->together() == &reader.together();
        });
        if (group == groups.end()) {
            groups.push_back({&reader, {}});
            groups.back().files.push_back(std::move(file));
        } else {
            if (group->reader != &reader) {
                group->reader = &reader.together();
            }
            group->files.push_back(std::move(file));
        }
    }
    if (groups.empty()) {
        throw FileError(strange.front().second);
    }
    OpenedDossier opened;
    opened.reader = groups.front().reader;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const Progress share{[&progress, i, &groups](double fraction) {
                                 progress.tell((static_cast<double>(i) + fraction) /
                                               static_cast<double>(groups.size()));
                             },
                             progress.stop};
        ImportReport report;
        Dossier dossier = groups[i].reader->read(groups[i].files, report, share);
        opened.report.add(report);
        if (i == 0) {
            opened.dossier = std::move(dossier);
        } else {
            mergeSure(opened.dossier, dossier, groups[i].files.front().path.filename().string(),
                      opened.report, share);
        }
        groups[i].files.clear();
    }
    for (const auto& [path, why] : strange) {
        opened.leftOut.push_back(path);
        opened.report.add({ReportEntry::Severity::Refused, path.filename().string(), 0, "",
                           fmt::format("The file was left out: {}", why)});
    }
    return opened;
}

const Writer& writerFor(const std::filesystem::path& path) {
    std::string extension = path.extension().string();
    std::ranges::transform(extension, extension.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    std::string known;
    for (const Writer* const writer : writers()) {
        for (const std::string_view each : writer->extensions()) {
            if (extension == "." + std::string(each)) {
                return *writer;
            }
            known += (known.empty() ? "." : ", .") + std::string(each);
        }
    }
    throw FileError(fmt::format("{}: no format is written with this ending; use one of {}.",
                                path.string(), known));
}

} // namespace entente
