#include "tests/app/program.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace entente {

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST(Export, WritesEachFormatOfEachView) {
    const TemporaryFolder folder;
    for (const char* const view : {"network", "timeline"}) {
        for (const auto& [extension, beginning] :
             {std::pair<std::string, std::string>{"svg", "<?xml"},
              {"pdf", "%PDF-"},
              {"png", "\x89PNG"}}) {
            const std::string path = folder.path(std::string(view) + "." + extension);
            const Outcome run = runProgram({"export", "-o", path, "--view", view});
            ASSERT_EQ(run.exitCode, 0) << run.errors;
            EXPECT_EQ(readFile(path).substr(0, beginning.size()), beginning) << path;
        }
    }
}

TEST(Export, TheSameCallTwiceGivesTheSameBytes) {
    const TemporaryFolder folder;
    for (const char* const extension : {"svg", "pdf", "png"}) {
        const std::string first = folder.path(std::string("first.") + extension);
        const std::string second = folder.path(std::string("second.") + extension);
        for (const std::string& path : {first, second}) {
            ASSERT_EQ(runProgram({"export", "-o", path, "--seed", "3"}).exitCode, 0);
        }
        EXPECT_EQ(readFile(first), readFile(second)) << extension;
    }
}

TEST(Export, EachLayoutGivesItsOwnFigure) {
    const TemporaryFolder folder;
    std::vector<std::string> figures;
    for (const char* const layout : {"stress", "force", "circular", "grouped", "concentric",
                                     "layered", "bipartite", "geographic"}) {
        const std::string path = folder.path(std::string(layout) + ".svg");
        const Outcome run =
            runProgram({"export", "-o", path, "--projection", "full", "--layout", layout});
        ASSERT_EQ(run.exitCode, 0) << run.errors;
        figures.push_back(readFile(path));
    }
    std::ranges::sort(figures);
    EXPECT_EQ(std::ranges::adjacent_find(figures), figures.end());
}

TEST(Export, AGeographicLayoutWithoutCoordinatesSaysSo) {
    const TemporaryFolder folder;
    const std::string edges = folder.write("ties.csv", "source,target\nA,B\nB,C\n");
    const Outcome run =
        runProgram({"export", edges, "-o", folder.path("map.svg"), "--layout", "geographic"});
    EXPECT_EQ(run.exitCode, 2);
    EXPECT_TRUE(contains(run.errors, "coordinates")) << run.errors;
}

TEST(Export, DrawsAFileWithPositionsAsItIs) {
    const TemporaryFolder folder;
    const std::string nodes =
        folder.write("nodes.csv", "id,label,x,y\nA,A,0,0\nB,B,300,0\nC,C,300,200\n");
    const std::string edges = folder.write("edges.csv", "source,target\nA,B\nB,C\n");
    std::vector<std::string> figures;
    for (const std::vector<std::string>& layout :
         {std::vector<std::string>{}, {"--layout", "file"}, {"--layout", "stress"}}) {
        const std::string path = folder.path("figure.svg");
        std::vector<std::string> arguments = {"export", nodes, edges, "-o", path};
        arguments.insert(arguments.end(), layout.begin(), layout.end());
        const Outcome run = runProgram(arguments);
        ASSERT_EQ(run.exitCode, 0) << run.errors;
        figures.push_back(readFile(path));
    }
    EXPECT_EQ(figures[0], figures[1]) << "as in the file unless one wants another layout";
    EXPECT_NE(figures[0], figures[2]);
}

TEST(Export, DrawsAttributesAndSaysWhichItDoesNotKnow) {
    const TemporaryFolder folder;
    const std::string nodes =
        folder.write("nodes.csv", "id,label,bloc,gdp\nA,A,east,10\nB,B,west,30\nC,C,west,500\n");
    const std::string edges =
        folder.write("edges.csv", "source,target,volume\nA,B,1\nB,C,90\n");
    const std::string path = folder.path("figure.svg");
    ASSERT_EQ(runProgram({"export", nodes, edges, "-o", path}).exitCode, 0);
    const std::string plain = readFile(path);
    const Outcome run = runProgram({"export", nodes, edges, "-o", path, "--colour-by", "bloc",
                                    "--size-by", "gdp", "--width-by", "volume"});
    ASSERT_EQ(run.exitCode, 0) << run.errors;
    EXPECT_NE(readFile(path), plain);
    const Outcome unknown =
        runProgram({"export", nodes, edges, "-o", path, "--colour-by", "religion"});
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_TRUE(contains(unknown.errors, "bloc, gdp")) << unknown.errors;
    const Outcome words = runProgram({"export", nodes, edges, "-o", path, "--size-by", "bloc"});
    EXPECT_EQ(words.exitCode, 2);
    EXPECT_TRUE(contains(words.errors, "numbers")) << words.errors;
}

TEST(Export, AFileLayoutWithoutPositionsSaysSo) {
    const TemporaryFolder folder;
    const std::string edges = folder.write("ties.csv", "source,target\nA,B\nB,C\n");
    const Outcome run =
        runProgram({"export", edges, "-o", folder.path("file.svg"), "--layout", "file"});
    EXPECT_EQ(run.exitCode, 2);
    EXPECT_TRUE(contains(run.errors, "position")) << run.errors;
}

TEST(Export, AnSvgHoldsItsTextAsOutlines) {
    const TemporaryFolder folder;
    const std::string path = folder.path("figure.svg");
    ASSERT_EQ(runProgram({"export", "-o", path}).exitCode, 0);
    const std::string svg = readFile(path);
    EXPECT_FALSE(contains(svg, "<text"));
    EXPECT_TRUE(contains(svg, "<path"));
}

TEST(Export, SizesAreThoseAskedFor) {
    const TemporaryFolder folder;
    const std::string png = folder.path("figure.png");
    ASSERT_EQ(runProgram({"export", "-o", png, "--width", "640", "--height", "480"}).exitCode, 0);
    const std::string bytes = readFile(png);
    const auto number = [&bytes](std::size_t at) {
        return (static_cast<unsigned char>(bytes[at + 2]) << 8U) +
               static_cast<unsigned char>(bytes[at + 3]);
    };
    EXPECT_EQ(number(16), 640U);
    EXPECT_EQ(number(20), 480U);

    ASSERT_EQ(
        runProgram({"export", "-o", png, "--width", "100mm", "--height", "50mm", "--dpi", "254"})
            .exitCode,
        0);
    const std::string physical = readFile(png);
    EXPECT_EQ((static_cast<unsigned char>(physical[18]) << 8U) +
                  static_cast<unsigned char>(physical[19]),
              1000U);

    const std::string svg = folder.path("figure.svg");
    ASSERT_EQ(runProgram({"export", "-o", svg, "--width", "180mm", "--height", "120mm"}).exitCode,
              0);
    EXPECT_TRUE(contains(readFile(svg), "width=\"180mm\"")) << readFile(svg).substr(0, 400);
}

TEST(Export, FiltersChangeTheFigure) {
    const TemporaryFolder folder;
    const std::string all = folder.path("all.svg");
    const std::string energy = folder.path("energy.svg");
    const std::string focused = folder.path("focused.svg");
    const std::string early = folder.path("early.svg");
    ASSERT_EQ(runProgram({"export", "-o", all}).exitCode, 0);
    ASSERT_EQ(runProgram({"export", "-o", energy, "--sector", "energy"}).exitCode, 0);
    ASSERT_EQ(runProgram({"export", "-o", focused, "--focus", "Россия", "--hops", "1"}).exitCode,
              0);
    ASSERT_EQ(runProgram({"export", "-o", early, "--from", "2001", "--to", "2005-06"}).exitCode, 0);
    EXPECT_LT(readFile(energy).size(), readFile(all).size());
    EXPECT_NE(readFile(focused), readFile(all));
    EXPECT_LT(readFile(early).size(), readFile(all).size());
}

TEST(Export, SaysWhichOptionMakesNoSense) {
    const TemporaryFolder folder;
    const std::string path = folder.path("figure.svg");
    const std::vector<std::pair<std::vector<std::string>, std::string>> misuses = {
        {{"--sector", "magic"}, "magic"},
        {{"--from", "2025-02-30"}, "2025-02-30"},
        {{"--from", "2010", "--to", "2001"}, "--from"},
        {{"--focus", "Atlantis"}, "Atlantis"},
        {{"--width", "wide"}, "wide"},
        {{"--width", "-5mm"}, "-5mm"}};
    for (const auto& [options, word] : misuses) {
        std::vector<std::string> call{"export", "-o", path};
        call.insert(call.end(), options.begin(), options.end());
        const Outcome run = runProgram(call);
        EXPECT_EQ(run.exitCode, 2) << word;
        EXPECT_TRUE(contains(run.errors, word)) << run.errors;
        EXPECT_FALSE(std::filesystem::exists(path)) << word;
    }
}

TEST(Export, WhereTheFileCannotBeWrittenItSaysSo) {
    const Outcome run = runProgram({"export", "-o", "/proc/figure.svg"});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_TRUE(contains(run.errors, "/proc/figure.svg")) << run.errors;
}

} // namespace entente
