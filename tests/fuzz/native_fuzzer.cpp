#include "core/model/file_error.h"
#include "core/store/native_file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <unistd.h>

/// Gives the reader of native files any bytes: it reads them or refuses them with a sentence.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::filesystem::path path =
        std::filesystem::temp_directory_path() /
        ("entente-fuzz-" + std::to_string(getpid()) + ".entente");
    {
        std::ofstream file(path, std::ios::binary);
        file.write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    }
    try {
        static_cast<void>(entente::readNative(path));
    } catch (const entente::FileError&) {
        // As it should be.
    }
    return 0;
}
