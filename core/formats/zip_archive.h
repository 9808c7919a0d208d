#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace entente {

/// The parts of a ZIP archive that lies in memory (libzip). Nothing is unpacked but what is asked
/// for, piece by piece, and no more than `mostUnpacked` bytes in all: an archive that swells a
/// thousandfold costs time, never memory.
class ZipArchive {
public:
    static constexpr std::uint64_t mostUnpacked = std::uint64_t{1} << 30U;

    /// `bytes` must outlive this; `file` is what messages call it. Throws `FileError` where it is
    /// no whole archive.
    ZipArchive(std::string_view bytes, std::string file);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] bool holds(const std::string& part) const;
    /// Gives the part to `take` piece by piece. Throws `FileError` where it is missing, damaged,
    /// encrypted or too large.
    void read(const std::string& part, const std::function<void(std::string_view)>& take);

private:
    struct Close {
        void operator()(zip* archive) const;
    };

    std::string file_;
    std::unique_ptr<zip, Close> archive_;
    std::uint64_t unpacked_ = 0;
};

} // namespace entente
