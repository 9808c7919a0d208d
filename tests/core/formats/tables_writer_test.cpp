#include "core/formats/registry.h"
#include "core/model/validation.h"
#include "tests/core/formats/same_dossier.h"
#include "tests/core/formats/table_reading.h"
#include "tests/core/store/temporary_folder.h"
#include "tests/data/random_dossier.h"

namespace entente {

namespace {

struct TablesWriter : TableReading {
    TemporaryFolder folder;

    Dossier again(const Dossier& dossier) {
        OpenedDossier opened =
            openFiles(tablesWriter().write(dossier, folder.path() / "out.csv", {}));
        report = opened.report;
        return std::move(opened.dossier);
    }
};

} // namespace

TEST_F(TablesWriter, WhatIsAwkwardReadsBackTheSame) {
    const Dossier dossier = awkwardDossier();
    expectSame(dossier, again(dossier));
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
    EXPECT_EQ(report.rowsRefused, 0U) << report.text();
}

TEST_F(TablesWriter, AWholeDossierReadsBackTheSame) {
    RandomDossierSize size;
    size.claims = 20;
    const Dossier dossier = randomDossier(size, 7);
    expectSame(dossier, again(dossier));
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
}

TEST_F(TablesWriter, TheBuiltInDossierReadsBackTheSame) {
    const std::vector<std::filesystem::path> files = {std::filesystem::path(ENTENTE_SOURCE_DIR) /
                                                      "resources/dossiers/russia-iran.json"};
    const Dossier dossier = openFiles(files).dossier;
    const Dossier copy = again(dossier);
    expectSame(dossier, copy);
    EXPECT_EQ(report.rowsRepaired, 0U) << report.text();
    EXPECT_TRUE(validate(copy).empty());
}

TEST_F(TablesWriter, AttributesOfWhatWasTakenBackAreNotNamed) {
    Dossier dossier = read({{"edges.csv", "Source,Target,Impact\na,b,\na,c,positive\n"},
                            {"nodes.csv", "Id,Label,Region\na,A,\nb,B,\nc,C,North\n"}});
    const auto headers = [&] {
        std::string lines;
        for (const auto& file : tablesWriter().write(dossier, folder.path() / "out.csv", {})) {
            const std::string bytes = bytesOf(file);
            lines += bytes.substr(0, bytes.find('\n') + 1);
        }
        return lines;
    };
    const auto losses = [&] {
        std::string sentences;
        for (const std::string& loss : writerFor("out.net").losses(dossier)) {
            sentences += loss + "\n";
        }
        return sentences;
    };
    for (const char* const name : {"Impact", "Region"}) {
        EXPECT_NE(headers().find(name), std::string::npos);
        EXPECT_NE(losses().find(name), std::string::npos) << losses();
    }
    dossier.setRemoved({ElementKind::Vertex, dossier.findVertex("c")}, true);
    for (const char* const name : {"Impact", "Region"}) {
        EXPECT_EQ(headers().find(name), std::string::npos) << headers();
        EXPECT_EQ(losses().find(name), std::string::npos) << losses();
    }
}

TEST_F(TablesWriter, SaysBeforeWhichFilesItWrites) {
    for (const char* const name : {"out.csv", "out-nodes.csv", "out-edges.csv"}) {
        const auto before = tablesWriter().files(folder.path() / name);
        EXPECT_EQ(before,
                  (std::vector{folder.path() / "out-nodes.csv", folder.path() / "out-edges.csv"}));
        EXPECT_EQ(before, tablesWriter().write(awkwardDossier(), folder.path() / name, {}));
    }
    EXPECT_EQ(writerFor("a.json").files("x/a.json"),
              std::vector{std::filesystem::path("x/a.json")});
}

TEST_F(TablesWriter, WritesRfc4180ThatGephiOpens) {
    Dossier dossier = read({{"edges.csv", "Source,Target,Type,Label,Weight,Period\n"
                                          "a,b,Undirected,ally,2.5,2001-03/..\n"},
                            {"nodes.csv", "Id,Label,Kind\na,\"A \"\"x\"\"\",state\nb,B,group\n"}});
    dossier.setRemoved({ElementKind::Vertex, dossier.add(Vertex{})}, true);
    const auto files = tablesWriter().write(dossier, folder.path() / "out.csv", {});
    ASSERT_EQ(files,
              (std::vector{folder.path() / "out-nodes.csv", folder.path() / "out-edges.csv"}));
    EXPECT_EQ(bytesOf(files[0]),
              "Id,Label,Kind,Type,Status,Sector,Period,Timeset,Confidence,Polarity,Note,Latitude,"
              "Longitude\n"
              "a,\"A \"\"x\"\"\",state,,,,,,confirmed,neutral,,,\n"
              "b,B,group,,,,,,confirmed,neutral,,,\n");
    EXPECT_EQ(bytesOf(files[1]),
              "Source,Target,Type,Id,Label,Kind,Weight,Sector,Period,Timeset,Confidence,Polarity,"
              "Note\n"
              "a,b,Undirected,,ally,tie,2.5,,2001-03/..,\"<[2001-03-01, Infinity]>\",confirmed,"
              "neutral,\n");
    EXPECT_EQ(folder.names().size(), 2U);
}

TEST_F(TablesWriter, SavingOneOfTheTwoFilesAgainReplacesBoth) {
    const Dossier dossier = read("Source,Target\na,b\n");
    for (const char* const name : {"out.csv", "out-nodes.csv", "out-edges.csv"}) {
        (void)tablesWriter().write(dossier, folder.path() / name, {});
    }
    EXPECT_EQ(folder.names().size(), 2U);
}

TEST_F(TablesWriter, AFailureLeavesBothOldFiles) {
    const auto files =
        tablesWriter().write(read("Source,Target\na,b\n"), folder.path() / "out.csv", {});
    const std::string nodes = bytesOf(files[0]);
    std::filesystem::remove(files[1]);
    std::filesystem::create_directory(files[1]);
    putBytes(files[1] / "in the way", "");
    try {
        (void)tablesWriter().write(read("Source,Target\nc,d\n"), folder.path() / "out.csv", {});
        FAIL() << "should have failed";
    } catch (const FileError& error) {
        EXPECT_NE(std::string(error.what()).find("out-edges.csv"), std::string::npos)
            << error.what();
    }
    EXPECT_EQ(bytesOf(files[0]), nodes);
    EXPECT_EQ(folder.names().size(), 2U) << "nothing is left beside them";
    EXPECT_THROW((void)tablesWriter().write(Dossier(), "/proc/out.csv", {}), FileError);
}

TEST_F(TablesWriter, SaysWhatIsLost) {
    EXPECT_TRUE(tablesWriter().losses(read("Source,Target\na,b\n")).empty());
    Dossier dossier = read("Id,Sector\na,space\n");
    dossier.add(Source{});
    Claim claim;
    claim.about = {ElementKind::Vertex, 0};
    claim.source = 0;
    dossier.add(claim);
    Cover cover;
    cover.title = "Title";
    dossier.setCover(cover);
    std::string all;
    for (const std::string& sentence : tablesWriter().losses(dossier)) {
        all += sentence + "\n";
    }
    for (const char* const what : {"claims; 1", "sources; 1", "sectors of one's own; 1", "title"}) {
        EXPECT_NE(all.find(what), std::string::npos) << what << "\n" << all;
    }
}

} // namespace entente
