#include "core/formats/zip_archive.h"

#include "core/model/file_error.h"

#include <fmt/format.h>

#include <zip.h>

#include <vector>

namespace entente {

namespace {

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

} // namespace

void ZipArchive::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

ZipArchive::ZipArchive(std::string_view bytes, std::string file) : file_(std::move(file)) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) {
        archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
        if (archive_ == nullptr) {
            zip_source_free(source);
        }
    }
    const std::string reason = archive_ == nullptr ? zip_error_strerror(&error) : "";
    zip_error_fini(&error);
    if (archive_ == nullptr) {
        throw FileError(fmt::format("{} is a damaged or cut-off ZIP archive ({}): fetch it again, "
                                    "or open it in a spreadsheet program and save it anew.",
                                    file_, reason));
    }
}

ZipArchive::~ZipArchive() = default;

bool ZipArchive::holds(const std::string& part) const {
    return zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE) >= 0;
}

void ZipArchive::read(const std::string& part, const std::function<void(std::string_view)>& take) {
    const zip_int64_t index = zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE);
    if (index < 0) {
        throw FileError(fmt::format("{} lacks its part {}: it is damaged; open it in a spreadsheet "
                                    "program and save it anew.",
                                    file_, part));
    }
    zip_stat_t stat;
    zip_stat_init(&stat);
    const auto tooLarge = [&] {
        return FileError(fmt::format("{} unpacks to more than {} MiB at its part {}: save the "
                                     "sheets that you need as CSV and open those.",
                                     file_, mostUnpacked >> 20U, part));
    };
    if (zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &stat) == 0) {
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
            stat.encryption_method != ZIP_EM_NONE) {
            throw FileError(fmt::format("{} is protected by a password: save it without one and "
                                        "open that.",
                                        file_));
        }
        if ((stat.valid & ZIP_STAT_SIZE) != 0 && stat.size > mostUnpacked - unpacked_) {
            throw tooLarge();
        }
    }
    const auto damaged = [&](const char* reason) {
        return FileError(fmt::format("{} is damaged: its part {} cannot be unpacked ({}). Fetch it "
                                     "again.",
                                     file_, part, reason));
    };
    const std::unique_ptr<zip_file_t, CloseFile> opened(
        zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(index), 0));
    if (opened == nullptr) {
        throw damaged(zip_strerror(archive_.get()));
    }
    constexpr std::size_t pieceSize = 1U << 16U;
    std::vector<char> piece(pieceSize);
    for (;;) {
        const zip_int64_t read = zip_fread(opened.get(), piece.data(), piece.size());
        if (read < 0) {
            throw damaged(zip_file_strerror(opened.get()));
        }
        if (read == 0) {
            return;
        }
        // What the archive declares of itself may be wrong.
        unpacked_ += static_cast<std::uint64_t>(read);
        if (unpacked_ > mostUnpacked) {
            throw tooLarge();
        }
        take({piece.data(), static_cast<std::size_t>(read)});
    }
}

} // namespace entente
