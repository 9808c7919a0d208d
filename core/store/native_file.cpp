#include "core/store/native_file.h"

#include "core/store/integrity_check.h"
#include "core/store/native_reader.h"
#include "core/store/native_writer.h"
#include "core/store/replace_file.h"
#include "core/store/schema.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <exception>
#include <fstream>
#include <new>
#include <optional>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace entente {

namespace {

constexpr std::string_view sqliteMagic("SQLite format 3\0", 16);
constexpr std::size_t applicationIdOffset = 68;
constexpr std::size_t headerSize = 100;
constexpr std::size_t pageSizeOffset = 16;
constexpr std::size_t pageCountOffset = 28;

/// A big-endian number in a file's header.
std::uint32_t number(std::string_view bytes, std::size_t offset, std::size_t size) {
    std::uint32_t value = 0;
    for (const char byte : bytes.substr(offset, size)) {
        value = value << 8U | static_cast<unsigned char>(byte);
    }
    return value;
}

FileError saveFailure(const std::filesystem::path& path, const DatabaseError& error) {
    if (error.code() == SQLITE_FULL) {
        return writeFailure(path, ENOSPC);
    }
    if (error.systemError() != 0) {
        return writeFailure(path, error.systemError());
    }
    return FileError(fmt::format("“{}” could not be saved: SQLite says “{}”. Try another folder or "
                                 "disk.",
                                 path.string(), error.what()));
}

/// SQLite takes a last page that is not all there for one that ends in zeros.
void refuseIfCutOff(const std::filesystem::path& path, std::string_view header) {
    const std::uint32_t pageSize = number(header, pageSizeOffset, 2);
    const std::uintmax_t expected =
        std::uintmax_t{number(header, pageCountOffset, 4)} * (pageSize == 1 ? 65536U : pageSize);
    std::error_code ignored;
    const std::uintmax_t size = std::filesystem::file_size(path, ignored);
    if (size < expected) {
        throw FileError(fmt::format("“{}” is damaged: it is cut off after {} of {} bytes. Copy it "
                                    "once more or open an earlier copy.",
                                    path.string(), size, expected));
    }
}

/// Says in words what a file is that is no native file at all, before SQLite says it in its own.
void refuseUnlessNative(const std::filesystem::path& path) {
    const std::string name = path.string();
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found) {
        throw FileError(fmt::format("There is no file “{}”. Check its name and folder.", name));
    }
    if (std::filesystem::is_directory(status)) {
        throw FileError(fmt::format("“{}” is a folder. Open one of the files in it.", name));
    }
    if (!std::filesystem::is_regular_file(status) && !error) {
        throw FileError(fmt::format("“{}” is a device or a pipe, not a file.", name));
    }
    if (error || ::faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) != 0) {
        throw FileError(fmt::format("“{}” could not be opened: the system says “{}”. Check its "
                                    "permissions.",
                                    name, std::strerror(error ? error.value() : errno)));
    }
    std::array<char, headerSize> header{};
    std::ifstream file(path, std::ios::binary);
    file.read(header.data(), header.size());
    const std::string_view bytes(header.data(), static_cast<std::size_t>(file.gcount()));
    if (bytes.empty()) {
        throw FileError(fmt::format("“{}” is empty. Open an earlier copy.", name));
    }
    if (!looksNative(bytes)) {
        throw FileError(fmt::format("“{}” is {}. Open a file that Entente saved.", name,
                                    bytes.starts_with(sqliteMagic)
                                        ? "a database of another program, not an Entente dossier"
                                        : "not an Entente dossier"));
    }
    refuseIfCutOff(path, bytes);
}

void refuseUnlessReadable(Database& database, const std::string& name) {
    Statement version(database, "PRAGMA user_version");
    version.step();
    if (version.integer(0) > schemaVersion) {
        throw FileError(fmt::format("“{}” was written by a later version of Entente (file version "
                                    "{}; this program reads up to {}). Install that version to "
                                    "open it.",
                                    name, version.integer(0), schemaVersion));
    }
    if (version.integer(0) < 1) {
        throw FileError(fmt::format("“{}” is damaged: it does not say which version of Entente "
                                    "wrote it. Open an earlier copy.",
                                    name));
    }
}

FileError damagedFile(const std::string& name, std::string_view reason) {
    return FileError(
        fmt::format("“{}” is damaged: SQLite says “{}”. Open an earlier copy.", name, reason));
}

FileError openFailure(const std::string& name, const DatabaseError& error) {
    switch (error.code()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return FileError(fmt::format("“{}” is being written by another program. Try again when it "
                                     "is done.",
                                     name));
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_PERM:
        if (error.systemError() != 0) {
            return FileError(fmt::format("“{}” could not be read: the system says “{}”. Check the "
                                         "disk and its permissions.",
                                         name, std::strerror(error.systemError())));
        }
        [[fallthrough]];
    default:
        return damagedFile(name, error.what());
    }
}

/// Has `take` read a database while SQLite checks it. Where it is damaged, that is what is said,
/// whatever the reading came upon.
template <typename Take>
auto readChecked(Database& database, const std::filesystem::path& path, const Take& take) {
    IntegrityCheck check(path, database);
    std::optional<decltype(take())> read;
    std::exception_ptr failure;
    try {
        read = take();
    } catch (const Cancelled&) {
        throw;
    } catch (...) {
        failure = std::current_exception();
    }
    if (const std::string damage = check.damage(); !damage.empty()) {
        throw damagedFile(path.string(), damage);
    }
    if (failure != nullptr) {
        std::rethrow_exception(failure);
    }
    return std::move(*read);
}

/// Has `take` read an opened file; every failure becomes a sentence about it.
template <typename Take>
auto readFile(const std::filesystem::path& path, const Progress& progress, const Take& take) {
    refuseUnlessNative(path);
    const std::string name = path.string();
    try {
        Database database(path, Database::Access::Read);
        refuseUnlessReadable(database, name);
        NativeReader reader(database, name, progress);
        return readChecked(database, path, [&] { return take(reader); });
    } catch (const DatabaseError& error) {
        throw openFailure(name, error);
    } catch (const std::bad_alloc&) {
        throw FileError(fmt::format("“{}” needs more memory than there is. Close other programs, "
                                    "or open an earlier copy if it may be damaged.",
                                    name));
    }
}

} // namespace

bool looksNative(std::string_view bytes) {
    if (!bytes.starts_with(sqliteMagic) || bytes.size() < applicationIdOffset + 4) {
        return false;
    }
    return number(bytes, applicationIdOffset, 4) == static_cast<std::uint32_t>(applicationId);
}

Dossier readNative(const std::filesystem::path& path, const Progress& progress) {
    return readFile(path, progress, [](NativeReader& reader) { return reader.read(); });
}

std::vector<SavedView> readSavedViews(const std::filesystem::path& path) {
    return readFile(path, {}, [](NativeReader& reader) { return reader.readViews(); });
}

void writeNative(const Dossier& dossier, std::span<const SavedView> views,
                 const std::filesystem::path& path, const Progress& progress) {
    replaceFile(path, [&](const std::filesystem::path& temporary) {
        try {
            Database database(temporary, Database::Access::Write);
            NativeWriter(database, path.string(), dossier, progress).write(views);
        } catch (const DatabaseError& error) {
            throw saveFailure(path, error);
        }
    });
}

void writeNative(const Dossier& dossier, const std::filesystem::path& path,
                 const Progress& progress) {
    writeNative(dossier, {}, path, progress);
}

} // namespace entente
