#include "core/formats/registry.h"

#include "core/formats/entente_json.h"
#include "core/formats/input_file.h"
#include "core/formats/tables.h"
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
        if (files.size() > 1) {
            throw FileError("Several Entente dossiers cannot be opened as one: open them one by "
                            "one.");
        }
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

const Reader& readerFor(const InputFile& file) {
    const Reader* best = nullptr;
    double surest = 0;
    for (const Reader* const reader : readers()) {
        const double sureness = reader->recognise(file);
        if (sureness > surest) {
            surest = sureness;
            best = reader;
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

} // namespace

std::span<const Reader* const> readers() {
    static const NativeReader native;
    static const std::array<const Reader*, 4> all = {&native, &ententeJsonReader(), &xlsxReader(),
                                                     &tablesReader()};
    return all;
}

std::span<const Writer* const> writers() {
    static const NativeWriter native;
    static const std::array<const Writer*, 3> all = {&native, &ententeJsonWriter(),
                                                     &tablesWriter()};
    return all;
}

OpenedDossier openFiles(std::span<const std::filesystem::path> paths, const Progress& progress) {
    if (paths.empty()) {
        throw FileError("No file was named.");
    }
    std::vector<InputFile> files;
    const Reader* reader = nullptr;
    for (const std::filesystem::path& path : paths) {
        progress.throwIfStopped();
        files.push_back(readInputFile(path));
        const Reader& found = readerFor(files.back());
        if (reader != nullptr && reader != &found) {
            throw FileError(fmt::format(
                "{} ({}) and {} ({}) are of different formats: open them one "
                "by one.",
                files.front().path.string(), reader->name(), path.string(), found.name()));
        }
        reader = &found;
    }
    OpenedDossier opened;
    opened.reader = reader;
    opened.dossier = reader->read(files, opened.report, progress);
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
