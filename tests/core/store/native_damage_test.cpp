#include "core/model/validation.h"
#include "core/store/database.h"
#include "core/store/native_file.h"
#include "tests/core/store/sample_dossier.h"
#include "tests/core/store/temporary_folder.h"

#include <gtest/gtest.h>

#include <random>

#include <sys/stat.h>

namespace entente {

namespace {

namespace fs = std::filesystem;

class NativeDamage : public testing::Test {
protected:
    void SetUp() override { writeNative(sampleDossier(), file()); }

    [[nodiscard]] fs::path file() const { return folder_.path() / "a.entente"; }

    /// What reading says, or nothing where it went well.
    [[nodiscard]] std::string messageOf(const fs::path& path) const {
        try {
            validate(readNative(path));
        } catch (const FileError& error) {
            EXPECT_NE(std::string(error.what()).find(path.string()), std::string::npos)
                << error.what();
            return error.what();
        }
        return {};
    }

    [[nodiscard]] std::string messageAfter(const char* sql) const {
        writeNative(sampleDossier(), file());
        Database(file(), Database::Access::Write).execute(sql);
        return messageOf(file());
    }

    const TemporaryFolder folder_;
};

} // namespace

#define EXPECT_SAYS(message, words)                                                                \
    EXPECT_NE((message).find(words), std::string::npos) << "it says: " << (message)

TEST_F(NativeDamage, SaysThatThereIsNoSuchFile) {
    EXPECT_SAYS(messageOf(folder_.path() / "none.entente"), "There is no file");
    EXPECT_SAYS(messageOf(folder_.path()), "is a folder");
    EXPECT_SAYS(messageOf(file() / "below"), "There is no file");
    const fs::path pipe = folder_.path() / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_SAYS(messageOf(pipe), "not a file");
}

TEST_F(NativeDamage, KeysMayHaveGaps) {
    const Dossier whole = readNative(file());
    ASSERT_GT(whole.edges().size(), 1U);
    EXPECT_EQ(messageAfter("UPDATE edge SET key = key + 100 WHERE key > 1;"
                           "UPDATE claim SET edge = edge + 100 WHERE edge > 1;"
                           "UPDATE edge_attribute SET edge = edge + 100 WHERE edge > 1;"
                           "UPDATE source SET key = key - 10;"
                           "UPDATE claim SET source = source - 10;"),
              "");
    const Dossier gaps = readNative(file());
    ASSERT_EQ(gaps.edges().size(), whole.edges().size());
    for (EdgeIndex i = 0; i < whole.edges().size(); ++i) {
        EXPECT_EQ(gaps.edges().row(i), whole.edges().row(i));
    }
    EXPECT_EQ(gaps.claims(), whole.claims());
}

TEST_F(NativeDamage, SaysThatThereIsNoPermission) {
    fs::permissions(file(), fs::perms::none);
    const uid_t user = ::geteuid();
    if (user == 0) {
        ASSERT_EQ(::seteuid(65534), 0);
    }
    const std::string message = messageOf(file());
    ASSERT_EQ(::seteuid(user), 0);
    EXPECT_SAYS(message, "could not be opened");
    EXPECT_SAYS(message, "permission");
}

TEST_F(NativeDamage, TellsOtherFilesApart) {
    putBytes(file(), "");
    EXPECT_SAYS(messageOf(file()), "is empty");
    putBytes(file(), "source,target\n1,2\n");
    EXPECT_SAYS(messageOf(file()), "not an Entente dossier");
    putBytes(file(), std::string(50'000, '\xFF'));
    EXPECT_SAYS(messageOf(file()), "not an Entente dossier");
    EXPECT_SAYS(messageAfter("PRAGMA application_id = 7"), "of another program");
    EXPECT_FALSE(looksNative(bytesOf(file())));
    EXPECT_FALSE(looksNative("SQLite format 3"));
}

TEST_F(NativeDamage, RefusesLaterVersions) {
    EXPECT_SAYS(messageAfter("PRAGMA user_version = 3"),
                "was written by a later version of Entente");
    EXPECT_SAYS(messageAfter("PRAGMA user_version = 0"), "which version");
}

TEST_F(NativeDamage, NamesTableAndRowOfWhatDoesNotFit) {
    struct Case {
        const char* sql;
        const char* place;
        const char* fault;
    };
    for (const Case& bad : std::initializer_list<Case>{
             {"UPDATE edge SET period = '2025-02-30' WHERE key = 2", "table edge, row 2",
              "“2025-02-30” is no date"},
             {"UPDATE vertex SET period = 'soon' WHERE key = 3", "table vertex, row 3", "soon"},
             {"UPDATE edge SET target = 99 WHERE key = 1", "table edge, row 1", "vertex 99"},
             {"UPDATE edge SET source = -1 WHERE key = 1", "table edge, row 1", "vertex -1"},
             {"DELETE FROM vertex WHERE key = 1", "table name, row 1", "does not exist"},
             {"UPDATE name SET vertex = 77 WHERE position = 3", "table name, row 77",
              "does not exist"},
             {"UPDATE edge_attribute SET edge = 0", "table edge_attribute, row 0",
              "does not exist"},
             {"UPDATE edge_attribute SET attribute = 50", "table edge_attribute, row 1",
              "no attribute 50"},
             {"UPDATE renewal SET date = '2021-13'", "table renewal, row 3", "2021-13"},
             {"UPDATE vertex SET kind = 'planet' WHERE key = 2", "table vertex, row 2", "planet"},
             {"UPDATE vertex SET sectors = '[\"sport\"]' WHERE key = 2", "table vertex, row 2",
              "no sector “sport”"},
             {"UPDATE vertex SET sectors = '[\"' WHERE key = 2", "table vertex, row 2", "JSON"},
             {"UPDATE vertex SET latitude = NULL WHERE key = 1", "table vertex, row 1",
              "longitude"},
             {"UPDATE edge SET directed = 5 WHERE key = 2", "table edge, row 2", "0 or 1"},
             {"UPDATE edge SET weight = 1e300 WHERE key = 2", "table edge, row 2", "too large"},
             {"UPDATE claim SET source = 4 WHERE key = 2", "table claim, row 2", "source 4"},
             {"UPDATE claim SET vertex = NULL WHERE key = 1", "table claim, row 1", "exactly one"},
             {"UPDATE claim SET edge = 9 WHERE key = 2", "table claim, row 2", "does not exist"},
             {"UPDATE sector SET colour = 'red' WHERE key = 4", "table sector, row 4", "red"},
             {"WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 80) "
              "INSERT INTO sector SELECT i, 's' || i, 'S', '#000000' FROM n",
              "table sector, row 65", "more than 64"}}) {
        const std::string message = messageAfter(bad.sql);
        EXPECT_SAYS(message, bad.place);
        EXPECT_SAYS(message, bad.fault);
    }
}

TEST_F(NativeDamage, ReadsFilesWhoseKeysHaveGaps) {
    EXPECT_EQ(messageAfter("UPDATE edge SET source = 30 WHERE source = 3;"
                           "UPDATE edge SET target = 30 WHERE target = 3;"
                           "UPDATE claim SET vertex = 30 WHERE vertex = 3;"
                           "UPDATE term SET vertex = 30 WHERE vertex = 3;"
                           "UPDATE renewal SET vertex = 30 WHERE vertex = 3;"
                           "UPDATE quantity SET vertex = 30 WHERE vertex = 3;"
                           "UPDATE vertex SET key = 30 WHERE key = 3"),
              "");
    const Dossier read = readNative(file());
    EXPECT_EQ(read.label(read.edges().target(1)), "Treaty of 2001");
    EXPECT_EQ(read.vertices().details(2).terms.size(), 2U);
}

TEST_F(NativeDamage, RunsNothingThatASchemaHides) {
    EXPECT_SAYS(messageAfter("ALTER TABLE edge RENAME TO real_edge;"
                             "CREATE VIEW edge AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                             "SELECT i + 1 FROM n) SELECT i AS key FROM n"),
                "is damaged");
    EXPECT_SAYS(messageAfter("DROP VIEW evidence; DROP VIEW relation; DROP TABLE claim"),
                "no such table: claim");
    EXPECT_SAYS(messageAfter("DELETE FROM cover"), "no cover");
}

TEST_F(NativeDamage, SaysThatPagesAreDamagedWhateverIsReadFromThem) {
    Dossier dossier = sampleDossier();
    const Edge edge = dossier.edges().row(0);
    for (int i = 0; i < 5'000; ++i) {
        dossier.add(edge);
    }
    writeNative(dossier, file());
    Database database(file(), Database::Access::Read);
    Statement find(database, "SELECT rootpage FROM sqlite_schema WHERE name = 'edge'");
    ASSERT_TRUE(find.step());
    constexpr std::size_t pageSize = 8192;
    constexpr std::size_t headerSize = 12;
    const std::size_t root = (static_cast<std::size_t>(find.integer(0)) - 1) * pageSize;
    std::string bytes = bytesOf(file());
    const auto number = [&](std::size_t at) {
        return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])) * 256 +
               static_cast<unsigned char>(bytes[at + 1]);
    };
    ASSERT_EQ(bytes[root], 5) << "no inner page of a table";
    const std::size_t cells = number(root + 3);
    ASSERT_GT(cells, 3U);
    // All lead to the page where the first leads: each row comes again and again.
    const std::size_t first = root + number(root + headerSize);
    for (std::size_t i = 1; i < cells; ++i) {
        bytes.replace(root + number(root + headerSize + 2 * i), 4, bytes, first, 4);
    }
    putBytes(file(), bytes);
    EXPECT_SAYS(messageOf(file()), "is damaged: SQLite says");
}

TEST_F(NativeDamage, SurvivesTruncationAnywhere) {
    const std::string whole = bytesOf(file());
    for (std::size_t size = 0; size < whole.size(); size += 1021) {
        putBytes(file(), std::string_view(whole).substr(0, size));
        EXPECT_NE(messageOf(file()), "") << size << " of " << whole.size() << " bytes";
    }
}

TEST_F(NativeDamage, SurvivesWrongBytesAnywhere) {
    const std::string whole = bytesOf(file());
    std::mt19937 random(1907);
    std::size_t refused = 0;
    for (int round = 0; round < 400; ++round) {
        std::string damaged = whole;
        const std::size_t wrong = 1 + random() % 40;
        const std::size_t page = random() % whole.size() / 1024 * 1024;
        for (std::size_t i = 0; i < wrong; ++i) {
            // Half of them in one place, as a bad disk does it; the others all over the file.
            const std::size_t place = round % 2 == 0 ? random() : page + random() % 1024;
            damaged[place % damaged.size()] = static_cast<char>(random());
        }
        putBytes(file(), damaged);
        refused += messageOf(file()).empty() ? 0U : 1U;
    }
    EXPECT_GT(refused, 100U);
}

} // namespace entente
