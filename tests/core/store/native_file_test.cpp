#include "core/store/native_file.h"

#include "core/store/database.h"
#include "core/store/schema.h"
#include "tests/core/store/sample_dossier.h"
#include "tests/core/store/temporary_folder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <csignal>

#include <sys/mount.h>
#include <sys/resource.h>

namespace entente {

namespace {

namespace fs = std::filesystem;

class NativeFile : public testing::Test {
protected:
    [[nodiscard]] fs::path file(std::string_view name = "a.entente") const {
        return folder_.path() / name;
    }

    [[nodiscard]] Dossier savedAndRead(const Dossier& dossier) const {
        writeNative(dossier, file());
        return readNative(file());
    }

    /// The first column of the first row, as the sqlite3 shell would give it.
    [[nodiscard]] std::string query(std::string_view sql) const {
        sqlite3* database = nullptr;
        sqlite3_open_v2(file().c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
        std::string found = "(no row)";
        if (sqlite3_step(statement) == SQLITE_ROW) {
            const unsigned char* const text = sqlite3_column_text(statement, 0);
            found = text == nullptr ? "NULL" : reinterpret_cast<const char*>(text);
        }
        sqlite3_finalize(statement);
        sqlite3_close(database);
        return found;
    }

    const TemporaryFolder folder_;
};

std::string edgeText(const Dossier& dossier, EdgeIndex row) {
    const Edge edge = dossier.edges().row(row);
    std::string text = fmt::format("{} {} {}→{} {} w{} {} {} {} {:x} {} {}", dossier.text(edge.id),
                                   word(edge.kind), dossier.label(edge.source),
                                   dossier.label(edge.target), dossier.text(edge.type), edge.weight,
                                   edge.directed, word(edge.confidence), word(edge.polarity),
                                   edge.sectors, toEdtf(edge.period), dossier.text(edge.note));
    for (const Attribute& attribute : edge.attributes) {
        text += fmt::format(" {}={}", dossier.text(attribute.name), dossier.text(attribute.value));
    }
    return text;
}

std::string vertexText(const Dossier& dossier, VertexIndex row) {
    const Vertex vertex = dossier.vertices().row(row);
    std::string text = fmt::format("{} {} {} {} {} {} {} {} {:x} {}", dossier.text(vertex.id),
                                   dossier.text(vertex.label), dossier.text(vertex.type),
                                   dossier.text(vertex.note), word(vertex.kind),
                                   word(vertex.confidence), word(vertex.polarity),
                                   word(vertex.status), vertex.sectors, toEdtf(vertex.period));
    for (const Attribute& attribute : vertex.attributes) {
        text += fmt::format(" {}={}", dossier.text(attribute.name), dossier.text(attribute.value));
    }
    return text;
}

} // namespace

TEST_F(NativeFile, GivesBackEverythingThatWasSaved) {
    const Dossier saved = sampleDossier();
    const Dossier read = savedAndRead(saved);
    EXPECT_EQ(read.cover(), saved.cover());
    EXPECT_EQ(read.sectors(), saved.sectors());

    ASSERT_EQ(read.vertices().size(), saved.vertices().size());
    for (VertexIndex row = 0; row < saved.vertices().size(); ++row) {
        EXPECT_EQ(vertexText(read, row), vertexText(saved, row));
        EXPECT_EQ(read.vertices().details(row), saved.vertices().details(row));
    }
    ASSERT_EQ(read.edges().size(), saved.edges().size());
    for (EdgeIndex row = 0; row < saved.edges().size(); ++row) {
        EXPECT_EQ(edgeText(read, row), edgeText(saved, row));
    }

    ASSERT_EQ(read.sources().size(), 1U);
    const Source& source = read.sources()[0];
    EXPECT_EQ(read.text(source.id), "s1");
    EXPECT_EQ(read.text(source.title), "The treaty's text");
    EXPECT_EQ(read.text(source.publisher), "kremlin.ru");
    EXPECT_EQ(read.text(source.address), "http://example.org/?a=1&b='2'");
    EXPECT_EQ(read.text(source.note), "in Russian");
    EXPECT_EQ(source.date, saved.sources()[0].date);

    ASSERT_EQ(read.claims().size(), 2U);
    for (ClaimIndex row = 0; row < 2; ++row) {
        const Claim& before = saved.claims()[row];
        const Claim& after = read.claims()[row];
        EXPECT_EQ(after.about, before.about);
        EXPECT_EQ(after.source, before.source);
        EXPECT_EQ(after.confidence, before.confidence);
        EXPECT_EQ(after.date, before.date);
        EXPECT_EQ(read.text(after.statement), saved.text(before.statement));
        EXPECT_EQ(read.text(after.locator), saved.text(before.locator));
        EXPECT_EQ(read.text(after.attribution), saved.text(before.attribution));
    }
}

TEST_F(NativeFile, IsTheSameBytesEveryTime) {
    writeNative(sampleDossier(), file("a.entente"));
    writeNative(sampleDossier(), file("b.entente"));
    // Over an old file, and from what was read rather than built.
    writeNative(readNative(file("a.entente")), file("b.entente"));
    writeNative(sampleDossier(), file("c.entente"));
    writeNative(sampleDossier(), file("c.entente"));
    const std::string bytes = bytesOf(file("a.entente"));
    EXPECT_EQ(bytesOf(file("b.entente")), bytes);
    EXPECT_EQ(bytesOf(file("c.entente")), bytes);
    EXPECT_TRUE(looksNative(bytes));
}

TEST_F(NativeFile, HoldsAnEmptyDossier) {
    const Dossier read = savedAndRead(Dossier());
    EXPECT_EQ(read.vertices().size(), 0U);
    EXPECT_EQ(read.edges().size(), 0U);
    EXPECT_EQ(read.sectors(), standardSectors());
}

TEST_F(NativeFile, LeavesOutWhatWasRemoved) {
    Dossier dossier = sampleDossier();
    const std::string party = edgeText(dossier, 1);
    dossier.setRemoved({ElementKind::Vertex, 1}, true); // Iran, and so the tie and its claim
    dossier.setRemoved({ElementKind::Source, 0}, true);
    const Dossier read = savedAndRead(dossier);
    ASSERT_EQ(read.vertices().size(), 2U);
    EXPECT_EQ(read.label(1), "Treaty of 2001");
    ASSERT_EQ(read.edges().size(), 1U);
    EXPECT_EQ(edgeText(read, 0), party);
    ASSERT_EQ(read.claims().size(), 1U);
    EXPECT_EQ(read.claims()[0].about, (ElementRef{ElementKind::Vertex, 1}));
    EXPECT_EQ(read.claims()[0].source, noIndex);
    EXPECT_TRUE(read.sources().empty());
}

TEST_F(NativeFile, KeepsTheOrderOfAttributes) {
    Dossier dossier = sampleDossier();
    Vertex iran = dossier.vertices().row(1);
    iran.attributes = {{dossier.intern("zone"), dossier.intern("UTC+3:30")},
                       {dossier.intern("capital"), dossier.intern("Tehran")}};
    dossier.replaceVertex(1, iran);
    Vertex russia = dossier.vertices().row(0);
    russia.attributes = {{dossier.intern("zone"), dossier.intern("UTC+3")}};
    dossier.replaceVertex(0, russia);
    const Dossier read = savedAndRead(dossier);
    EXPECT_EQ(vertexText(read, 1), vertexText(dossier, 1));
    const auto names = read.vertices().attributes().names();
    ASSERT_EQ(names.size(), 3U);
    EXPECT_EQ(read.text(names[0]), "capital");
    EXPECT_EQ(read.text(names[2]), "zone");
}

TEST_F(NativeFile, HoldsNumbersAndTextsOutOfTheOrdinary) {
    Dossier dossier = sampleDossier();
    Edge edge = dossier.edges().row(0);
    edge.weight = std::numeric_limits<float>::quiet_NaN();
    edge.note = dossier.intern(std::string_view("a\0b", 3));
    dossier.replaceEdge(0, edge);
    edge.weight = std::numeric_limits<float>::max();
    edge.type = dossier.intern(std::string(3'000'000, 'n'));
    dossier.add(edge);
    const Dossier read = savedAndRead(dossier);
    EXPECT_TRUE(std::isnan(read.edges().weight(0)));
    EXPECT_EQ(read.text(read.edges().note(0)), std::string_view("a\0b", 3));
    EXPECT_EQ(read.edges().weight(2), std::numeric_limits<float>::max());
    EXPECT_EQ(read.text(read.edges().type(2)).size(), 3'000'000U);
}

TEST_F(NativeFile, IsReadableByAnySqliteProgram) {
    writeNative(sampleDossier(), file());
    EXPECT_EQ(query("PRAGMA integrity_check"), "ok");
    EXPECT_EQ(query("PRAGMA foreign_key_check"), "(no row)");
    EXPECT_EQ(query("PRAGMA application_id"), std::to_string(applicationId));
    EXPECT_EQ(query("PRAGMA user_version"), "2");
    EXPECT_EQ(query("SELECT source || ' ' || type || ' ' || target || ' ' || period FROM relation"),
              "Russia ally Iran /2024?");
    EXPECT_EQ(query("SELECT about || ': ' || statement FROM evidence WHERE key = 2"),
              "Russia → Iran: They are allies");
    EXPECT_EQ(query("SELECT group_concat(value, '|') FROM vertex, json_each(vertex.sectors)"),
              "defence|space, \"and\" \\ more");
}

TEST_F(NativeFile, ReadsTheFirstVersion) {
    const Dossier dossier = sampleDossier();
    writeNative(dossier, file());
    // It said nothing of the types of attributes.
    Database(file(), Database::Access::Write)
        .execute("ALTER TABLE attribute DROP COLUMN type; PRAGMA user_version = 1");
    const Dossier read = readNative(file());
    EXPECT_EQ(read.vertices().size(), dossier.vertices().size());
    EXPECT_EQ(read.vertices().row(0).attributes.size(),
              dossier.vertices().row(0).attributes.size());
    EXPECT_TRUE(read.vertices().attributes().declared().empty());
}

TEST_F(NativeFile, KeepsSavedViews) {
    const std::vector<SavedView> views = {{"Energy only", R"({"sectors":["energy"]})"},
                                          {"Défense", "{}"}};
    writeNative(sampleDossier(), views, file());
    EXPECT_EQ(readSavedViews(file()), views);
    EXPECT_EQ(readNative(file()).edges().size(), 2U);
}

TEST_F(NativeFile, ReadsWithoutChangingTheFile) {
    writeNative(sampleDossier(), file());
    const std::string before = bytesOf(file());
    fs::permissions(file(), fs::perms(0444));
    readNative(file());
    EXPECT_EQ(bytesOf(file()), before);
    EXPECT_EQ(folder_.names().size(), 1U);
}

TEST_F(NativeFile, CanBeCancelledWithoutATrace) {
    Dossier dossier = sampleDossier();
    const Edge edge = dossier.edges().row(0);
    for (int i = 0; i < 40'000; ++i) {
        dossier.add(edge);
    }
    writeNative(dossier, file());
    const std::string before = bytesOf(file());
    std::stop_source stop;
    double told = 0;
    const Progress progress{[&](double fraction) {
                                told = fraction;
                                stop.request_stop();
                            },
                            stop.get_token()};
    EXPECT_THROW(writeNative(dossier, file(), progress), Cancelled);
    EXPECT_GT(told, 0);
    EXPECT_LT(told, 1);
    EXPECT_EQ(bytesOf(file()), before);
    EXPECT_EQ(folder_.names().size(), 1U);
    EXPECT_THROW(readNative(file(), progress), Cancelled);
}

TEST_F(NativeFile, LeavesTheOldFileWhenTheNewOneMayNotGrow) {
    writeNative(sampleDossier(), file());
    const std::string before = bytesOf(file());
    Dossier dossier = sampleDossier();
    const Edge edge = dossier.edges().row(0);
    for (int i = 0; i < 5'000; ++i) {
        dossier.add(edge);
    }
    void (*const handler)(int) = std::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited{};
    ::getrlimit(RLIMIT_FSIZE, &unlimited);
    const rlimit limit{300'000, unlimited.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    std::string message;
    try {
        writeNative(dossier, file());
    } catch (const FileError& error) {
        message = error.what();
    }
    ::setrlimit(RLIMIT_FSIZE, &unlimited);
    std::signal(SIGXFSZ, handler);
    EXPECT_NE(message.find("could not be saved: it is larger than"), std::string::npos) << message;
    EXPECT_NE(message.find(file().string()), std::string::npos) << message;
    EXPECT_EQ(bytesOf(file()), before);
    EXPECT_EQ(folder_.names().size(), 1U);
}

TEST_F(NativeFile, LeavesTheOldFileWhenTheDiskIsFull) {
    const fs::path disk = folder_.path() / "disk";
    fs::create_directory(disk);
    if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=512k") != 0) {
        GTEST_SKIP() << "no small disk can be mounted here";
    }
    const fs::path full = disk / "a.entente";
    writeNative(Dossier(), full);
    const std::string before = bytesOf(full);
    Dossier dossier = sampleDossier();
    const Edge edge = dossier.edges().row(0);
    for (int i = 0; i < 20'000; ++i) {
        dossier.add(edge);
    }
    std::string message;
    try {
        writeNative(dossier, full);
    } catch (const FileError& error) {
        message = error.what();
    }
    const std::string after = bytesOf(full);
    const auto files = std::distance(fs::directory_iterator(disk), fs::directory_iterator());
    ASSERT_EQ(::umount(disk.c_str()), 0);
    EXPECT_NE(message.find("the disk is full"), std::string::npos) << message;
    EXPECT_FALSE(before.empty());
    EXPECT_EQ(after, before);
    EXPECT_EQ(files, 1);
}

TEST_F(NativeFile, RefusesToSaveWhatCouldNotBeOpenedAgain) {
    writeNative(sampleDossier(), file());
    const std::string before = bytesOf(file());
    Dossier dossier = sampleDossier();
    Edge edge = dossier.edges().row(0);
    edge.target = noIndex;
    dossier.add(edge);
    try {
        writeNative(dossier, file());
        ADD_FAILURE() << "saved an edge without an end";
    } catch (const FileError& error) {
        EXPECT_NE(std::string(error.what()).find("Russia – ? (ally)"), std::string::npos)
            << error.what();
    }
    EXPECT_EQ(bytesOf(file()), before);
}

} // namespace entente
