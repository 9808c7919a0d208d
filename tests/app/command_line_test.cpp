#include "tests/app/program.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace entente {

namespace {

const std::string builtIn = ENTENTE_SOURCE_DIR "/resources/dossiers/russia-iran.json";

} // namespace

TEST(CommandLine, SaysItsVersionAndHelp) {
    EXPECT_NE(runProgram({"--version"}).output.find("Entente"), std::string::npos);
    const Outcome help = runProgram({"--help"});
    EXPECT_EQ(help.exitCode, 0);
    for (const char* const command : {"export", "convert", "stats", "check", "layout"}) {
        EXPECT_NE(help.output.find(command), std::string::npos) << command;
        EXPECT_EQ(runProgram({command, "--help"}).exitCode, 0) << command;
    }
}

TEST(CommandLine, MisuseEndsWithTwo) {
    EXPECT_EQ(runProgram({"export"}).exitCode, 2);
    EXPECT_EQ(runProgram({"stats"}).exitCode, 2);
    EXPECT_EQ(runProgram({"convert", "only-one"}).exitCode, 2);
    EXPECT_EQ(runProgram({"--no-such-option"}).exitCode, 2);
    EXPECT_EQ(
        runProgram({"layout", "--input", "x", "--output", "y", "--algorithm", "magic"}).exitCode,
        2);
    const Outcome output = runProgram({"export", "-o", "figure.bmp"});
    EXPECT_EQ(output.exitCode, 2);
    EXPECT_NE(output.errors.find(".svg, .pdf or .png"), std::string::npos) << output.errors;
}

TEST(CommandLine, ChecksTheBuiltInDossierAndFindsNothing) {
    const Outcome check = runProgram({"check", builtIn});
    EXPECT_EQ(check.exitCode, 0) << check.output << check.errors;
    EXPECT_NE(check.output.find("No faults found."), std::string::npos);
}

TEST(CommandLine, CheckDoesNotCallAFileFaultlessThatItRepaired) {
    const TemporaryFolder folder;
    const std::string file = folder.write("cut.dl", "dl n=3\ndata:\n0 1 0\n1 0");
    const Outcome check = runProgram({"check", file});
    EXPECT_EQ(check.exitCode, 0) << check.output;
    EXPECT_NE(check.output.find("row 2 of 3"), std::string::npos) << check.output;
    EXPECT_NE(check.output.find("No faults found in what was read; above"), std::string::npos)
        << check.output;
}

TEST(CommandLine, CheckNamesFaultsAndEndsWithOne) {
    const TemporaryFolder folder;
    const std::string table =
        folder.write("ties.csv", "Source,Target,Begin,End\nA,B,2010,2001\nA,,2001,2002\n");
    const Outcome check = runProgram({"check", table});
    EXPECT_EQ(check.exitCode, 1);
    EXPECT_NE(check.output.find("ends (2001) before it begins (2010)"), std::string::npos)
        << check.output;
    EXPECT_NE(check.output.find("line 3"), std::string::npos) << check.output;
}

TEST(CommandLine, StatsCountsWhatTheDossierHolds) {
    const Outcome stats = runProgram({"stats", "--json", builtIn});
    ASSERT_EQ(stats.exitCode, 0) << stats.errors;
    const nlohmann::json counts = nlohmann::json::parse(stats.output);
    const nlohmann::json dossier = nlohmann::json::parse(readFile(builtIn));
    EXPECT_EQ(counts["vertexKinds"]["agreement"], dossier["agreements"].size());
    EXPECT_EQ(counts["vertexKinds"]["event"], dossier["events"].size());
    EXPECT_EQ(counts["edgeKinds"]["tie"], dossier["ties"].size());
    EXPECT_EQ(counts["sources"], dossier["sources"].size());
    EXPECT_NE(runProgram({"stats", builtIn}).output.find("agreement"), std::string::npos);
}

TEST(CommandLine, ConvertsToEachFormatAndBack) {
    const TemporaryFolder folder;
    const std::string native = folder.path("dossier.entente");
    const std::string json = folder.path("again.json");
    ASSERT_EQ(runProgram({"convert", builtIn, native}).exitCode, 0);
    ASSERT_EQ(runProgram({"convert", native, json}).exitCode, 0);
    EXPECT_EQ(nlohmann::json::parse(readFile(json)), nlohmann::json::parse(readFile(builtIn)));

    const Outcome tables = runProgram({"convert", builtIn, folder.path("tables.csv")});
    EXPECT_EQ(tables.exitCode, 0) << tables.errors;
    EXPECT_EQ(
        runProgram({"stats", folder.path("tables-nodes.csv"), folder.path("tables-edges.csv")})
            .exitCode,
        0);
}

TEST(CommandLine, ConvertMergesFilesOfDifferentFormatsAndNamesWhatIsDoubtful) {
    const TemporaryFolder folder;
    const std::string nodes = folder.write("more.csv", "Id,Label,Kind,code:iso2\n"
                                                       "1,Russie,state,RU\n"
                                                       "2,\"Putin, Vladimir\",leader,\n"
                                                       "3,Norway,state,NO\n");
    const std::string output = folder.path("merged.json");
    const Outcome run = runProgram({"convert", builtIn, nodes, output});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    EXPECT_NE(run.errors.find("“Putin, Vladimir” (leader) may be “Vladimir Putin” (leader); they "
                              "were not united."),
              std::string::npos)
        << run.errors;
    EXPECT_NE(run.errors.find("United with what was there: 1 actor"), std::string::npos)
        << run.errors;
    const std::size_t before = nlohmann::json::parse(readFile(builtIn))["actors"].size();
    EXPECT_EQ(nlohmann::json::parse(readFile(output))["actors"].size(), before + 2);
}

TEST(CommandLine, ConvertKeepsTheOldFileWhereEveryRowIsRefused) {
    const TemporaryFolder folder;
    const std::string table = folder.write("ties.csv", "Source,Target\n,B\nA,\n");
    const std::string output = folder.write("keep.json", "precious");
    const Outcome run = runProgram({"convert", table, output});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_NE(run.errors.find("line 2, column Source: refused"), std::string::npos) << run.errors;
    EXPECT_NE(run.errors.find("keep.json was not written"), std::string::npos) << run.errors;
    EXPECT_EQ(readFile(output), "precious");
}

TEST(CommandLine, ConvertingTwiceGivesTheSameBytes) {
    const TemporaryFolder folder;
    for (const char* const extension : {"entente", "json"}) {
        const std::string first = folder.path(std::string("first.") + extension);
        const std::string second = folder.path(std::string("second.") + extension);
        ASSERT_EQ(runProgram({"convert", builtIn, first}).exitCode, 0);
        ASSERT_EQ(runProgram({"convert", builtIn, second}).exitCode, 0);
        EXPECT_EQ(readFile(first), readFile(second)) << extension;
    }
}

TEST(CommandLine, LaysOutAnEdgeList) {
    const TemporaryFolder folder;
    const std::string edges = folder.write("edges.csv", "source,target\na,b\nb,c\nc,a\nc,d\n");
    for (const char* const algorithm : {"force", "stress", "circular", "concentric", "bipartite"}) {
        const std::string first = folder.path("first.csv");
        const std::string second = folder.path("second.csv");
        for (const std::string& output : {first, second}) {
            const Outcome run = runProgram({"layout", "--input", edges, "--output", output,
                                            "--algorithm", algorithm, "--seed", "7"});
            ASSERT_EQ(run.exitCode, 0) << algorithm << run.errors;
        }
        const std::string table = readFile(first);
        EXPECT_EQ(table, readFile(second)) << algorithm;
        EXPECT_EQ(table.substr(0, 7), "id,x,y\n");
        EXPECT_EQ(std::ranges::count(table, '\n'), 5);
        EXPECT_NE(table.find("\nd,"), std::string::npos);
    }
}

TEST(CommandLine, LaysOutWithWhatIsAsked) {
    const TemporaryFolder folder;
    const std::string edges = folder.write("edges.csv", "source,target\na,b\nb,c\nc,a\nc,d\n");
    const std::string output = folder.path("out.csv");
    const auto run = [&](const std::vector<std::string>& more) {
        std::vector<std::string> arguments = {"layout", "--input", edges, "--output", output};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runProgram(arguments);
    };
    EXPECT_EQ(run({"--algorithm", "concentric", "--centre", "d"}).exitCode, 0);
    EXPECT_NE(readFile(output).find("\nd,0,0\n"), std::string::npos) << readFile(output);
    EXPECT_EQ(run({"--algorithm", "concentric", "--centre", "a", "--centre", "d"}).exitCode, 0);
    EXPECT_EQ(
        run({"--quality", "best", "--emphasis", "communities", "--spread", "2", "--gravity", "0.5"})
            .exitCode,
        0);
    const Outcome unknown = run({"--algorithm", "concentric", "--centre", "zebra"});
    EXPECT_EQ(unknown.exitCode, 1);
    EXPECT_NE(unknown.errors.find("zebra"), std::string::npos) << unknown.errors;
    for (const char* const algorithm : {"layered", "geographic", "grouped"}) {
        const Outcome needs = run({"--algorithm", algorithm});
        EXPECT_EQ(needs.exitCode, 2) << algorithm;
        EXPECT_NE(needs.errors.find("needs a dossier"), std::string::npos) << needs.errors;
    }
    for (const std::vector<std::string>& wrong :
         std::vector<std::vector<std::string>>{{"--spread", "0"},
                                               {"--spread", "nan"},
                                               {"--spread", "-1"},
                                               {"--gravity", "2"},
                                               {"--gravity", "nan"},
                                               {"--quality", "great"},
                                               {"--emphasis", "none"},
                                               {"--algorithm", "force", "--centre", "a"}}) {
        EXPECT_EQ(run(wrong).exitCode, 2) << wrong.front() << ' ' << wrong.back();
    }
}

TEST(CommandLine, TimesThePhasesOfALayoutAsJson) {
    const TemporaryFolder folder;
    const std::string edges = folder.write("edges.csv", "source,target,weight\n0,1,2\n1,2,0.5\n");
    const Outcome run = runProgram({"layout", "--input", edges, "--output", folder.path("out.csv"),
                                    "--threads", "1", "--time"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    const nlohmann::json times = nlohmann::json::parse(run.errors);
    for (const char* const phase : {"read", "layout", "write"}) {
        EXPECT_GE(times.at(phase).get<double>(), 0) << phase;
    }
}

TEST(CommandLine, LayoutRefusesATableWithoutItsColumns) {
    const TemporaryFolder folder;
    const Outcome run = runProgram({"layout", "--input", folder.write("edges.csv", "a,b\n1,2\n"),
                                    "--output", folder.path("out.csv")});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_NE(run.errors.find("source"), std::string::npos) << run.errors;
    EXPECT_FALSE(std::filesystem::exists(folder.path("out.csv")));
}

TEST(CommandLine, AMappingIsGuessedAndApplied) {
    const TemporaryFolder folder;
    const std::string table = folder.write(
        "trade.csv",
        "Exporter,Importer,Signed,Value\nRussia,Iran,13/2/2001,3\nIran,China,4/5/2002,x\n");
    const Outcome unknown = runProgram({"check", table});
    EXPECT_EQ(unknown.exitCode, 1);
    EXPECT_NE(unknown.errors.find("--mapping"), std::string::npos) << unknown.errors;
    EXPECT_NE(unknown.errors.find("\"is\": \"target\""), std::string::npos) << unknown.errors;

    const Outcome guess = runProgram({"convert", "--guess-mapping", table});
    ASSERT_EQ(guess.exitCode, 0) << guess.errors;
    const std::string mapping = folder.write("mapping.json", guess.output);
    const std::string json = folder.path("trade.json");
    const Outcome converted = runProgram({"convert", "--mapping", mapping, table, json});
    EXPECT_EQ(converted.exitCode, 0) << converted.errors;
    EXPECT_NE(converted.errors.find("line 3, column Value: refused"), std::string::npos)
        << converted.errors;
    const nlohmann::json dossier = nlohmann::json::parse(readFile(json));
    ASSERT_EQ(dossier["ties"].size(), 1U);
    EXPECT_EQ(dossier["ties"][0]["source"], "Russia");
    EXPECT_EQ(dossier["ties"][0]["period"].get<std::string>().substr(0, 10), "2001-02-13");

    const Outcome check = runProgram({"check", "--mapping", mapping, table});
    EXPECT_EQ(check.exitCode, 1);
    EXPECT_NE(check.output.find("1 row read, 0 repaired, 1 refused"), std::string::npos)
        << check.output;
    EXPECT_NE(runProgram({"check", "--mapping", folder.path("none.json"), table})
                  .errors.find("none.json does not exist"),
              std::string::npos);
    EXPECT_EQ(runProgram({"check", "--mapping", mapping, "--guess-mapping", table}).exitCode, 2);
}

TEST(CommandLine, AMappingReadsDatesInThreeColumns) {
    const TemporaryFolder folder;
    const std::string table =
        folder.write("pacts.csv", "state_a,state_b,styear,stmonth,stday,endyear,endmonth,endday\n"
                                  "Russia,France,1894,1,4,1917,-9,-9\n");
    const Outcome guess = runProgram({"convert", "--guess-mapping", table});
    ASSERT_EQ(guess.exitCode, 0) << guess.errors;
    EXPECT_NE(guess.output.find("\"part\": \"month\""), std::string::npos) << guess.output;
    const std::string mapping = folder.write("mapping.json", guess.output);
    const std::string json = folder.path("pacts.json");
    ASSERT_EQ(runProgram({"convert", "--mapping", mapping, table, json}).exitCode, 0);
    EXPECT_EQ(nlohmann::json::parse(readFile(json))["ties"][0]["period"], "1894-01-04/1917");
}

} // namespace entente
