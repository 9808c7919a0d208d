#include "core/store/replace_file.h"

#include "tests/core/store/temporary_folder.h"

#include <gtest/gtest.h>

#include <csignal>

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr uid_t nobody = 65534;

/// Gives up the superuser's rights, which no permission stops, for as long as it lives.
class OrdinaryUser {
public:
    OrdinaryUser() : before_(::geteuid()) {
        if (before_ == 0) {
            EXPECT_EQ(::seteuid(nobody), 0);
        }
    }
    OrdinaryUser(const OrdinaryUser&) = delete;
    OrdinaryUser& operator=(const OrdinaryUser&) = delete;
    ~OrdinaryUser() { EXPECT_EQ(::seteuid(before_), 0); }

private:
    uid_t before_;
};

/// Files cannot grow beyond `bytes` for as long as it lives, as on a disk that is full.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    void (*handler_)(int);
    rlimit before_{};
};

/// What `replaceFile` says, or nothing where it went well.
std::string messageOf(const fs::path& path, std::string_view bytes) {
    try {
        replaceFile(path, bytes);
    } catch (const FileError& error) {
        return error.what();
    }
    return {};
}

bool contains(std::string_view text, std::string_view words) {
    return text.find(words) != std::string_view::npos;
}

} // namespace

TEST(ReplaceFile, WritesANewFileAndReplacesAnOldOne) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a.txt";
    replaceFile(file, "one");
    EXPECT_EQ(bytesOf(file), "one");
    replaceFile(file, std::string_view("t\0o", 3));
    EXPECT_EQ(bytesOf(file), std::string("t\0o", 3));
    replaceFile(file, "");
    EXPECT_EQ(bytesOf(file), "");
    EXPECT_EQ(folder.names(), std::vector<std::string>{"a.txt"});
}

TEST(ReplaceFile, GivesTheTemporaryFileTheSameFolderAndExtension) {
    const TemporaryFolder folder;
    replaceFile(folder.path() / "figure.svg", [&](const fs::path& temporary) {
        EXPECT_EQ(temporary.parent_path(), folder.path());
        EXPECT_EQ(temporary.extension(), ".svg");
        putBytes(temporary, "<svg/>");
    });
    EXPECT_EQ(bytesOf(folder.path() / "figure.svg"), "<svg/>");
}

TEST(ReplaceFile, TakesTheLongestNameThatTheFileSystemAllows) {
    const TemporaryFolder folder;
    const fs::path longest = folder.path() / (std::string(247, 'n') + ".entente");
    EXPECT_EQ(messageOf(longest, "x"), "");
    EXPECT_EQ(bytesOf(longest), "x");
    EXPECT_TRUE(contains(messageOf(folder.path() / std::string(300, 'n'), "x"), "too long"));
}

TEST(ReplaceFile, LeavesTheOldFileWhenTheWriterThrows) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a.txt";
    putBytes(file, "old");
    const auto fail = [](const fs::path& temporary) {
        putBytes(temporary, "half");
        throw std::logic_error("stop");
    };
    EXPECT_THROW(replaceFile(file, fail), std::logic_error);
    EXPECT_EQ(bytesOf(file), "old");
    EXPECT_EQ(folder.names(), std::vector<std::string>{"a.txt"});
}

TEST(ReplaceFile, KeepsPermissions) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a.txt";
    putBytes(file, "old");
    fs::permissions(file, fs::perms(0640));
    replaceFile(file, "new");
    EXPECT_EQ(fs::status(file).permissions(), fs::perms(0640));

    const mode_t mask = ::umask(027);
    replaceFile(folder.path() / "b.txt", "new");
    ::umask(mask);
    EXPECT_EQ(fs::status(folder.path() / "b.txt").permissions(), fs::perms(0640));
}

TEST(ReplaceFile, FollowsSymbolicLinks) {
    const TemporaryFolder folder;
    fs::create_directory(folder.path() / "deep");
    putBytes(folder.path() / "deep" / "real.txt", "old");
    fs::create_symlink("real.txt", folder.path() / "deep" / "near");
    fs::create_symlink("deep/near", folder.path() / "far");
    replaceFile(folder.path() / "far", "new");
    EXPECT_TRUE(fs::is_symlink(folder.path() / "far"));
    EXPECT_TRUE(fs::is_symlink(folder.path() / "deep" / "near"));
    EXPECT_EQ(bytesOf(folder.path() / "deep" / "real.txt"), "new");

    fs::create_symlink("not-yet.txt", folder.path() / "promise");
    replaceFile(folder.path() / "promise", "kept");
    EXPECT_TRUE(fs::is_symlink(folder.path() / "promise"));
    EXPECT_EQ(bytesOf(folder.path() / "not-yet.txt"), "kept");

    fs::create_symlink("round", folder.path() / "round");
    EXPECT_FALSE(messageOf(folder.path() / "round", "x").empty());
}

TEST(ReplaceFile, SaysWhatIsWrongWithTheTarget) {
    const TemporaryFolder folder;
    EXPECT_TRUE(contains(messageOf(folder.path(), "x"), "is a folder"));
    EXPECT_TRUE(contains(messageOf(folder.path() / "new" / "", "x"), "folder"));
    const std::string missing = messageOf(folder.path() / "none" / "a.txt", "x");
    EXPECT_TRUE(contains(missing, "there is no folder")) << missing;
    EXPECT_TRUE(contains(missing, (folder.path() / "none").string())) << missing;
    EXPECT_TRUE(contains(messageOf("/dev/null", "x"), "a device"));
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
    EXPECT_TRUE(contains(messageOf("", "x"), "no name"));
    EXPECT_TRUE(folder.names().empty());
}

TEST(ReplaceFile, NeedsPermissionForFolderAndFile) {
    const TemporaryFolder folder;
    const fs::path closed = folder.path() / "closed";
    fs::create_directory(closed);
    putBytes(closed / "a.txt", "old");
    fs::permissions(closed, fs::perms(0555));
    const fs::path kept = folder.path() / "kept.txt";
    putBytes(kept, "old");
    fs::permissions(kept, fs::perms(0444));
    {
        const OrdinaryUser user;
        EXPECT_TRUE(contains(messageOf(closed / "a.txt", "new"), "no permission"));
        EXPECT_TRUE(contains(messageOf(closed / "b.txt", "new"), "no permission"));
        EXPECT_TRUE(contains(messageOf(kept, "new"), "no permission"));
    }
    EXPECT_EQ(bytesOf(closed / "a.txt"), "old");
    EXPECT_EQ(bytesOf(kept), "old");
    EXPECT_FALSE(fs::exists(closed / "b.txt"));
}

TEST(ReplaceFile, LeavesTheOldFileWhenItMayNotGrow) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a.txt";
    putBytes(file, "old");
    std::string message;
    {
        const FileSizeLimit limit(4096);
        message = messageOf(file, std::string(100'000, 'x'));
    }
    EXPECT_TRUE(contains(message, "larger than")) << message;
    EXPECT_EQ(bytesOf(file), "old");
    EXPECT_EQ(folder.names(), std::vector<std::string>{"a.txt"});
}

TEST(ReplaceFile, LeavesTheOldFileWhenTheDiskIsFull) {
    const TemporaryFolder folder;
    const fs::path disk = folder.path() / "disk";
    fs::create_directory(disk);
    if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=64k") != 0) {
        GTEST_SKIP() << "no small disk can be mounted here";
    }
    putBytes(disk / "a.txt", "old");
    const std::string message = messageOf(disk / "a.txt", std::string(200'000, 'x'));
    const std::string left = bytesOf(disk / "a.txt");
    const auto files = std::distance(fs::directory_iterator(disk), fs::directory_iterator());
    ASSERT_EQ(::umount(disk.c_str()), 0);
    EXPECT_TRUE(contains(message, "the disk is full")) << message;
    EXPECT_EQ(left, "old");
    EXPECT_EQ(files, 1);
}

} // namespace entente
