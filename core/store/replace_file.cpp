#include "core/store/replace_file.h"

#include <fmt/format.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr mode_t permissionBits = 07777;
constexpr mode_t newFileMode = 0666;
constexpr int mostLinks = 40;

/// An open file; closing it on the way out of a failure needs no answer.
class Descriptor {
public:
    Descriptor(const fs::path& path, int flags, mode_t mode = 0)
        : number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool open() const { return number_ >= 0; }

    /// 0 where all went well, else -1 and `errno`: some file systems only say now that the disk is
    /// full.
    int close() { return ::close(std::exchange(number_, -1)); }

private:
    int number_;
};

/// The file that `path` names once its symbolic links are followed; the last may point to a file
/// that does not exist yet.
fs::path followed(const fs::path& path) {
    fs::path target = fs::absolute(path);
    for (int links = 0; fs::is_symlink(fs::symlink_status(target)); ++links) {
        if (links == mostLinks) {
            throw writeFailure(path, ELOOP);
        }
        target = target.parent_path() / fs::read_symlink(target);
    }
    return target;
}

/// What is at `path`, or nothing.
std::optional<struct stat> existing(const fs::path& path) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) == 0) {
        return status;
    }
    if (errno != ENOENT) {
        throw writeFailure(path, errno);
    }
    return std::nullopt;
}

void refuseUnlessReplaceable(const fs::path& path, const struct stat& old) {
    if (S_ISDIR(old.st_mode)) {
        throw writeFailure(path, EISDIR);
    }
    if (!S_ISREG(old.st_mode)) {
        throw FileError(
            fmt::format("“{}” could not be saved: it is a device or a pipe, not a file. "
                        "Choose another name.",
                        path.string()));
    }
    // The rename itself asks only for the folder's permission; a write-protected file stays so.
    if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0) {
        throw writeFailure(path, errno);
    }
}

/// A new, empty file that goes away again unless it has taken its place.
class Temporary {
public:
    Temporary(const fs::path& target, mode_t mode, const fs::path& asNamed) {
        static std::atomic<unsigned> made = 0;
        do {
            // Short, since the target's own name may be as long as the file system allows.
            path_ = target.parent_path() / fmt::format(".entente-{}-{}{}", ::getpid(), made++,
                                                       target.extension().string().size() < 32
                                                           ? target.extension().string()
                                                           : std::string{});
            const Descriptor file(path_, O_WRONLY | O_CREAT | O_EXCL, mode);
            if (file.open()) {
                return;
            }
        } while (errno == EEXIST);
        throw writeFailure(asNamed, errno);
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() {
        if (!renamed_) {
            ::unlink(path_.c_str());
        }
    }

    [[nodiscard]] const fs::path& path() const { return path_; }

    void flush(const struct stat* old, const fs::path& asNamed) const {
        Descriptor file(path_, O_RDONLY);
        if (!file.open()) {
            throw writeFailure(asNamed, errno);
        }
        if (old != nullptr) {
            // Only the superuser may give a file away; for others it simply becomes theirs. The
            // mode comes second because a change of owner clears parts of it.
            if (::fchown(file.number(), old->st_uid, old->st_gid) != 0) {
                static_cast<void>(::fchown(file.number(), static_cast<uid_t>(-1), old->st_gid));
            }
            if (::fchmod(file.number(), old->st_mode & permissionBits) != 0 && errno != EPERM) {
                throw writeFailure(asNamed, errno);
            }
        }
        if (::fsync(file.number()) != 0 || file.close() != 0) {
            throw writeFailure(asNamed, errno);
        }
    }

    void renameTo(const fs::path& target, const fs::path& asNamed) {
        if (::rename(path_.c_str(), target.c_str()) != 0) {
            throw writeFailure(asNamed, errno);
        }
        renamed_ = true;
    }

private:
    fs::path path_;
    bool renamed_ = false;
};

} // namespace

FileError writeFailure(const fs::path& path, int error) {
    const std::string name = path.string();
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return FileError(
            fmt::format("“{}” could not be saved: the disk is full. Free some space or "
                        "save it elsewhere.",
                        name));
    case EFBIG:
        return FileError(fmt::format("“{}” could not be saved: it is larger than this disk or "
                                     "account allows. Save it elsewhere.",
                                     name));
    case EACCES:
    case EPERM:
        return FileError(fmt::format("“{}” could not be saved: you have no permission to write it. "
                                     "Choose another folder or name.",
                                     name));
    case EROFS:
        return FileError(fmt::format("“{}” could not be saved: that disk can only be read. Save it "
                                     "elsewhere.",
                                     name));
    case ENOENT:
    case ENOTDIR:
        return FileError(fmt::format("“{}” could not be saved: there is no folder “{}”. Make it or "
                                     "choose another.",
                                     name, fs::absolute(path).parent_path().string()));
    case EISDIR:
        return FileError(
            fmt::format("“{}” could not be saved: it is a folder. Choose the name of a "
                        "file.",
                        name));
    case ENAMETOOLONG:
        return FileError(fmt::format(
            "“{}” could not be saved: the name is too long. Choose a shorter one.", name));
    default:
        return FileError(fmt::format("“{}” could not be saved: the system says “{}”. Try another "
                                     "folder or disk.",
                                     name, std::strerror(error)));
    }
}

void replaceFile(const fs::path& path, const std::function<void(const fs::path&)>& write) {
    if (path.empty()) {
        throw FileError("Nothing was saved: the file has no name. Choose one.");
    }
    try {
        const std::optional<struct stat> old = existing(path);
        if (old) {
            refuseUnlessReplaceable(path, *old);
        }
        const fs::path target = followed(path);
        if (!target.has_filename()) {
            throw writeFailure(path, EISDIR);
        }
        Temporary temporary(target, old ? old->st_mode & newFileMode : newFileMode, path);
        write(temporary.path());
        temporary.flush(old ? &*old : nullptr, path);
        temporary.renameTo(target, path);

        // The rename is done; that it outlives a power cut is all that is still to be had, and some
        // file systems do not offer it for folders.
        const Descriptor folder(target.parent_path(), O_RDONLY | O_DIRECTORY);
        if (folder.open()) {
            static_cast<void>(::fsync(folder.number()));
        }
    } catch (const fs::filesystem_error& error) {
        throw writeFailure(path, error.code().value());
    }
}

void replaceFile(const fs::path& path, std::string_view bytes) {
    replaceFile(path, [&](const fs::path& temporary) {
        Descriptor file(temporary, O_WRONLY | O_TRUNC);
        if (!file.open()) {
            throw writeFailure(path, errno);
        }
        std::string_view rest = bytes;
        while (!rest.empty()) {
            const ssize_t written = ::write(file.number(), rest.data(), rest.size());
            if (written > 0) {
                rest.remove_prefix(static_cast<std::size_t>(written));
            } else if (errno != EINTR) {
                throw writeFailure(path, written == 0 ? ENOSPC : errno);
            }
        }
        if (file.close() != 0) {
            throw writeFailure(path, errno);
        }
    });
}

} // namespace entente
