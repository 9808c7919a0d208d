#include "core/model/file_error.h"
#include "core/store/native_file.h"
#include "tests/data/random_dossier.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <unistd.h>

namespace {

std::filesystem::path filePath(std::string_view ending) {
    return std::filesystem::temp_directory_path() /
           ("entente-fuzz-" + std::to_string(getpid()) + std::string(ending));
}

void write(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// A native file with some of everything.
std::string validFile() {
    const std::filesystem::path path = filePath("-valid.entente");
    entente::writeNative(entente::randomDossier({12, 8, 3, 6, 5}, 1), path);
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::filesystem::remove(path);
    return bytes;
}

/// Overwrites bytes: patches of a place (three bytes), a length (one) and so many bytes.
std::string patched(std::string file, std::string_view patches) {
    constexpr std::size_t head = 4;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(patches[i]); };
    while (patches.size() > head) {
        const std::size_t place =
            (std::size_t{byte(0)} << 16U | std::size_t{byte(1)} << 8U | byte(2)) % file.size();
        const std::size_t length =
            std::min({std::size_t{byte(3)}, patches.size() - head, file.size() - place});
        file.replace(place, length, patches.substr(head, length));
        patches.remove_prefix(head + length);
    }
    return file;
}

/// What somebody did to a file with the sqlite3 shell.
void change(const std::filesystem::path& path, const std::string& statements) {
    sqlite3* database = nullptr;
    if (sqlite3_open(path.c_str(), &database) == SQLITE_OK) {
        constexpr int most = 1 << 20;
        sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
        sqlite3_limit(database, SQLITE_LIMIT_LENGTH, most);
        sqlite3_progress_handler(
            database, most, [](void*) { return 1; }, nullptr);
        sqlite3_exec(database,
                     "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; "
                     "PRAGMA ignore_check_constraints = 1; PRAGMA foreign_keys = 0",
                     nullptr, nullptr, nullptr);
        sqlite3_exec(database, statements.c_str(), nullptr, nullptr, nullptr);
    }
    sqlite3_close(database);
}

} // namespace

/// Gives the reader of native files what begins with `s`: a valid file after statements of SQL;
/// with `p`: one that is patched; else: any bytes. It reads them or refuses them with a sentence.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::filesystem::path path = filePath(".entente");
    static const std::string valid = validFile();
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    if (input.starts_with('s')) {
        write(path, valid);
        change(path, std::string(input.substr(1)));
    } else if (input.starts_with('p')) {
        write(path, patched(valid, input.substr(1)));
    } else {
        write(path, input);
    }
    try {
        static_cast<void>(entente::readNative(path));
        static_cast<void>(entente::readSavedViews(path));
    } catch (const entente::FileError&) {
        // As it should be.
    }
    return 0;
}
