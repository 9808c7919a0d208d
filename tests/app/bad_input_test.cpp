#include "tests/app/program.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

struct BadFile {
    const char* name;
    std::string bytes;
    const char* mustSay;
};

std::string utf16(const std::string& text) {
    std::string bytes = "\xFF\xFE";
    for (const char c : text) {
        bytes += c;
        bytes += '\0';
    }
    return bytes;
}

std::string binaryGarbage() {
    std::string bytes;
    std::uint32_t state = 1;
    for (int i = 0; i < 4096; ++i) {
        state = state * 1664525U + 1013904223U;
        bytes += static_cast<char>(state >> 24U);
    }
    return bytes;
}

struct BadInput : testing::TestWithParam<BadFile> {};

} // namespace

TEST_P(BadInput, IsRefusedWithASentence) {
    const TemporaryFolder folder;
    const std::string file = folder.write(GetParam().name, GetParam().bytes);
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"check", file}, {"stats", file},
          {"convert", file, folder.path("out.json")},
          {"export", file, "-o", folder.path("out.svg")}}) {
        const Outcome run = runProgram(command);
        EXPECT_EQ(run.exitCode, 1) << command[0] << ": " << run.output << run.errors;
        EXPECT_NE(run.errors.find(GetParam().mustSay), std::string::npos) << run.errors;
        EXPECT_NE(run.errors.find(GetParam().name), std::string::npos) << run.errors;
    }
    EXPECT_FALSE(std::filesystem::exists(folder.path("out.json")));
    EXPECT_FALSE(std::filesystem::exists(folder.path("out.svg")));
}

INSTANTIATE_TEST_SUITE_P(
    Classes, BadInput,
    testing::Values(BadFile{"empty.csv", "", "empty"}, BadFile{"empty.json", "", "empty"},
                    BadFile{"empty.entente", "", "empty"},
                    BadFile{"truncated.json", R"({"format": "entente-dossier", "actors": [{"id")",
                            "line"},
                    BadFile{"columns.csv", "Name,Colour\nA,red\n", "column"},
                    BadFile{"garbage.bin", binaryGarbage(), "garbage.bin"}),
    [](const auto& test) {
        std::string name = test.param.name;
        std::erase(name, '.');
        return name;
    });

TEST(BadInput, AMissingFileIsNamed) {
    const Outcome run = runProgram({"stats", "/no/such/file.csv"});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_NE(run.errors.find("/no/such/file.csv"), std::string::npos) << run.errors;
}

TEST(BadInput, ADirectoryIsNamed) {
    const TemporaryFolder folder;
    const Outcome run = runProgram({"stats", folder.path("")});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_NE(run.errors.find("director"), std::string::npos) << run.errors;
}

TEST(BadInput, OtherEncodingsAreRead) {
    const TemporaryFolder folder;
    const std::string table = "Source,Target\nBogot\xC3\xA1,Quito\n";
    const std::string latin = "Source,Target\nBogot\xE1,Quito\n";
    for (const auto& [name, bytes] : {std::pair<std::string, std::string>{"bom.csv", "\xEF\xBB\xBF" + table},
                                      {"utf16.csv", utf16("Source,Target\nBogota,Quito\n")},
                                      {"latin1.csv", latin}}) {
        const Outcome run = runProgram({"stats", folder.write(name, bytes)});
        EXPECT_EQ(run.exitCode, 0) << name << run.errors;
    }
    const std::string json = folder.path("out.json");
    ASSERT_EQ(runProgram({"convert", folder.path("latin1.csv"), json}).exitCode, 0);
    EXPECT_NE(readFile(json).find("Bogotá"), std::string::npos);
}

TEST(BadInput, ALineOfTenMegabytesIsRead) {
    const TemporaryFolder folder;
    const std::string table =
        "Source,Target,Note\nA,B," + std::string(10'000'000, 'x') + "\nB,C,short\n";
    const Outcome run = runProgram({"stats", folder.write("long.csv", table)});
    EXPECT_EQ(run.exitCode, 0) << run.errors;
}

TEST(BadInput, ADateThatDoesNotExistIsNamedWithItsLine) {
    const TemporaryFolder folder;
    const Outcome run = runProgram(
        {"check", folder.write("dates.csv", "Source,Target,Begin\nA,B,2025-02-30\nB,C,2025-02-28\n")});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_NE(run.output.find("2025-02-30"), std::string::npos) << run.output;
    EXPECT_NE(run.output.find("line 2"), std::string::npos) << run.output;
}

TEST(BadInput, DanglingReferencesAndDuplicateIdsAreNamed) {
    const TemporaryFolder folder;
    const std::string json = folder.write("bad.json", R"({
  "format": "entente-dossier", "version": 1, "title": "Bad",
  "actors": [{"id": "a", "kind": "state", "name": "A"}, {"id": "a", "kind": "state", "name": "B"}],
  "ties": [{"source": "a", "target": "nowhere", "type": "ally"}]
})");
    const Outcome run = runProgram({"check", json});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_NE(run.output.find("nowhere"), std::string::npos) << run.output;
    EXPECT_NE(run.output.find("“a”"), std::string::npos) << run.output;
}

TEST(BadInput, AFailedWriteLeavesTheOldFileAsItWas) {
    const TemporaryFolder folder;
    const std::string input = folder.write("ties.csv", "Source,Target\nA,B\n");
    const Outcome directory = runProgram({"convert", input, "/proc/out.json"});
    EXPECT_EQ(directory.exitCode, 1);
    EXPECT_NE(directory.errors.find("/proc/out.json"), std::string::npos) << directory.errors;
    const Outcome unknown = runProgram({"convert", input, folder.path("out.xyz")});
    EXPECT_EQ(unknown.exitCode, 1);
    EXPECT_NE(unknown.errors.find("xyz"), std::string::npos) << unknown.errors;
}

} // namespace entente
