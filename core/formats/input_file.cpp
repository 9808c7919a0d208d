#include "core/formats/input_file.h"

#include "core/formats/text_encoding.h"
#include "core/store/native_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace entente {

namespace {

struct Signature {
    std::string_view begin;
    std::string_view sentence;
};

using namespace std::string_view_literals;

constexpr std::array<Signature, 15> signatures = {{
    {"PK\3\4"sv, "It is a ZIP archive, but no Excel workbook: unpack it, or save the sheet as CSV "
                 "or XLSX, and open that."},
    {"\xD0\xCF\x11\xE0"sv,
     "It is a document or spreadsheet of old Microsoft Office: save the sheet "
     "as XLSX or CSV and open that."},
    {"{\\rtf"sv,
     "It is a text document (RTF), which is for reading: where a page offers its data as "
     "CSV too, as SIPRI’s trade register does, download and open that."},
    {"%PDF"sv, "It is a PDF document, which holds no data that can be read."},
    {"\x89PNG"sv, "It is a picture (PNG), which holds no data that can be read."},
    {"\xFF\xD8\xFF"sv, "It is a picture (JPEG), which holds no data that can be read."},
    {"GIF8"sv, "It is a picture (GIF), which holds no data that can be read."},
    {"\x1F\x8B"sv, "It is compressed (gzip): unpack it first."},
    {"BZh"sv, "It is compressed (bzip2): unpack it first."},
    {"\xFD"
     "7zXZ"sv,
     "It is compressed (xz): unpack it first."},
    {"\x28\xB5\x2F\xFD"sv, "It is compressed (zstd): unpack it first."},
    {"7z\xBC\xAF"sv, "It is compressed (7z): unpack it first."},
    {"Rar!"sv, "It is compressed (RAR): unpack it first."},
    {"SQLite format 3"sv, "It is an SQLite database, but no Entente dossier."},
    {"\x7F"
     "ELF"sv,
     "It is a program."},
}};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether the first 4 KiB hold the word, in any case.
bool mentions(std::string_view bytes, std::string_view word) {
    constexpr std::size_t sampleSize = 4096;
    const std::string_view sample = bytes.substr(0, sampleSize);
    const auto same = [](char a, char b) { return lower(a) == lower(b); };
    return std::search(sample.begin(), sample.end(), word.begin(), word.end(), same) !=
           sample.end();
}

/// Office wraps what it encrypts into the container of its old formats, under a name in UTF-16.
bool isEncryptedOffice(std::string_view bytes) {
    if (!bytes.starts_with("\xD0\xCF\x11\xE0")) {
        return false;
    }
    std::string name;
    for (const char c : std::string_view("EncryptedPackage")) {
        name += c;
        name += '\0';
    }
    return bytes.find(name) != std::string_view::npos;
}

} // namespace

InputFile readInputFile(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    const std::string name = path.string();
    using Type = std::filesystem::file_type;
    if (status.type() == Type::not_found) {
        throw FileError(name + " does not exist: check its name and folder.");
    }
    if (error) {
        throw FileError(fmt::format("{} cannot be opened ({}): check that you may read it.", name,
                                    error.message()));
    }
    if (status.type() == Type::directory) {
        throw FileError(name + " is a directory: name a file in it.");
    }
    if (status.type() != Type::regular && status.type() != Type::fifo) {
        throw FileError(name + " is no file but a device or a socket: name a file.");
    }
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw FileError(fmt::format("{} cannot be opened ({}): check that you may read it.", name,
                                    std::strerror(errno)));
    }
    InputFile input{path, {}};
    // The size is only a guess: a pipe has none, and a file may grow or shrink meanwhile.
    const std::uintmax_t size = status.type() == Type::regular
                                    ? std::filesystem::file_size(path, error)
                                    : std::uintmax_t{0};
    constexpr std::size_t leastRead = 1U << 16U;
    if (status.type() == Type::regular) {
        input.bytes.resize(leastRead);
        file.read(input.bytes.data(), leastRead);
        input.bytes.resize(static_cast<std::size_t>(file.gcount()));
        if (looksNative(input.bytes)) {
            return input;
        }
        file.clear();
        file.seekg(0);
        input.bytes = {};
    }
    std::size_t wanted = (error ? 0 : static_cast<std::size_t>(size)) + 1;
    std::size_t read = 0;
    while (file) {
        wanted = std::max(wanted, read + leastRead);
        input.bytes.resize(wanted);
        file.read(input.bytes.data() + read, static_cast<std::streamsize>(wanted - read));
        read += static_cast<std::size_t>(file.gcount());
        wanted = read * 2;
    }
    if (file.bad()) {
        throw FileError(
            fmt::format("{} cannot be read to its end ({}): copy it to another disk and "
                        "try again.",
                        name, std::strerror(errno)));
    }
    input.bytes.resize(read);
    if (input.bytes.empty()) {
        throw FileError(name + " is empty: there is nothing to read.");
    }
    return input;
}

std::string describeContent(std::string_view bytes) {
    if (isEncryptedOffice(bytes)) {
        return "It is a workbook or document protected by a password: save it without one and open "
               "that.";
    }
    if (bytes.starts_with("PK\3\4") && mentions(bytes, "opendocument.spreadsheet")) {
        return "It is an OpenDocument spreadsheet (ODS): save it as XLSX, or the sheet as CSV, and "
               "open that.";
    }
    if (bytes.starts_with("PK\3\4") && mentions(bytes, "word/")) {
        return "It is a text document of Microsoft Word, which holds no data that can be read.";
    }
    for (const Signature& signature : signatures) {
        if (bytes.starts_with(signature.begin)) {
            return std::string(signature.sentence);
        }
    }
    constexpr std::size_t sampleSize = 1U << 16U;
    if (bytes.substr(0, sampleSize).find('\0') != std::string_view::npos && !isUtf16(bytes)) {
        return "It holds zero bytes, which no text does: if it should be a text, it was damaged on "
               "its way: fetch it again.";
    }
    if (bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string_view::npos) {
        return "It holds nothing but blanks.";
    }
    if (mentions(bytes, "<html") || mentions(bytes, "<!doctype html")) {
        return "It is a web page, perhaps one that was saved in place of the file: download the "
               "file itself.";
    }
    if (mentions(bytes, "<?xml")) {
        return "It is XML of a kind that Entente does not know.";
    }
    return {};
}

} // namespace entente
