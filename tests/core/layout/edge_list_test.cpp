#include "core/layout/edge_list.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

std::string messageFor(std::string_view text) {
    try {
        readEdgeList(text, "edges.csv");
    } catch (const FileError& error) {
        return error.what();
    }
    return "";
}

TEST(EdgeList, readsEdgesInOrderOfAppearance) {
    const EdgeList edges = readEdgeList("source,target\nIran,Russia\nRussia,Syria\n", "edges.csv");
    EXPECT_EQ(edges.ids, (std::vector<std::string>{"Iran", "Russia", "Syria"}));
    EXPECT_EQ(edges.sources, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(edges.targets, (std::vector<std::uint32_t>{1, 2}));
    EXPECT_TRUE(edges.weights.empty());
}

TEST(EdgeList, ordersNumbersFromZero) {
    const EdgeList edges = readEdgeList("source,target\n2,1\n1,0\n", "edges.csv");
    EXPECT_EQ(edges.ids, (std::vector<std::string>{"0", "1", "2"}));
    EXPECT_EQ(edges.sources, (std::vector<std::uint32_t>{2, 1}));
    EXPECT_EQ(edges.targets, (std::vector<std::uint32_t>{1, 0}));
}

TEST(EdgeList, leavesOtherNumbersAsTheyCome) {
    const EdgeList edges = readEdgeList("source,target\n365,630\n630,2\n", "edges.csv");
    EXPECT_EQ(edges.ids, (std::vector<std::string>{"365", "630", "2"}));
    // "01" and "1" are two ids.
    EXPECT_EQ(readEdgeList("source,target\n1,01\n", "edges.csv").ids.size(), 2U);
}

TEST(EdgeList, readsWhatSpreadsheetsWrite) {
    const EdgeList edges = readEdgeList("\xEF\xBB\xBFWeight;Target;note;Source\r\n"
                                        "2.5;b;x;\"a \"\"1\"\"; x\"\r\n"
                                        ";c;;b\r\n\r\n"
                                        "1e2;\"two\nlines\";;c",
                                        "edges.csv");
    EXPECT_EQ(edges.ids, (std::vector<std::string>{"a \"1\"; x", "b", "c", "two\nlines"}));
    EXPECT_EQ(edges.weights, (std::vector<float>{2.5F, 1, 100}));
}

TEST(EdgeList, readsBareCarriageReturns) {
    EXPECT_EQ(readEdgeList("source,target\r1,0\r0,2", "edges.csv").sources.size(), 2U);
}

TEST(EdgeList, headerAloneIsAnEmptyGraph) {
    const EdgeList edges = readEdgeList("source,target\n", "edges.csv");
    EXPECT_EQ(makeLayoutGraph(edges).vertexCount(), 0U);
}

TEST(EdgeList, namesFileLineAndFault) {
    EXPECT_NE(messageFor("").find("edges.csv is empty"), std::string::npos);
    EXPECT_NE(messageFor("a,b\n1,2\n").find("edges.csv, line 1: the header"), std::string::npos);
    EXPECT_NE(messageFor("source,target\na,b\n\n,b\n").find("line 4: the source is missing"),
              std::string::npos);
    EXPECT_NE(messageFor("source,target\na\n").find("line 2: the target is missing"),
              std::string::npos);
    EXPECT_NE(
        messageFor("source,target,weight\na,b,1\na,c,heavy\n").find("line 3: the weight “heavy”"),
        std::string::npos);
    EXPECT_NE(messageFor("source,target,weight\na,b,\"1,5\"\n").find("line 2: the weight “1,5”"),
              std::string::npos);
    EXPECT_NE(messageFor("source,target\n\"a\nb,c\n").find("line 2: a quotation mark"),
              std::string::npos);
    EXPECT_NE(messageFor("source,target\n\"a\"b,c\n").find("line 2: text follows"),
              std::string::npos);
    EXPECT_NE(messageFor(std::string_view("s\0o\0", 4)).find("no UTF-8"), std::string::npos);
    EXPECT_NE(messageFor("\xFF\xFEs").find("no UTF-8"), std::string::npos);
}

TEST(EdgeList, countsLinesInsideQuotes) {
    EXPECT_NE(messageFor("source,target\n\"a\nb\",c\nd\n").find("line 4:"), std::string::npos);
}

TEST(Coordinates, areShortAndReadBack) {
    EdgeList edges;
    edges.ids = {"0", "with, comma", "with \"quotes\""};
    EXPECT_EQ(coordinatesText(edges, {{0.1, -2}, {1e-7, 1.0 / 3}, {100, 0}}),
              "id,x,y\n0,0.1,-2\n\"with, comma\",1e-07,0.3333333333333333\n"
              "\"with \"\"quotes\"\"\",100,0\n");
}

} // namespace

} // namespace entente
