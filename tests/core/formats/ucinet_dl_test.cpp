#include "core/formats/ucinet_dl.h"
#include "tests/core/formats/graph_reading.h"

#include <fmt/format.h>

namespace entente {

namespace {

struct UcinetDl : GraphReading {
    Dossier dl(std::string_view text) { return read("file.dl", text); }
    using Lines = std::vector<std::string>;
};

} // namespace

TEST_F(UcinetDl, FullMatrices) {
    EXPECT_EQ(edges(dl("dl n=3 format=fullmatrix\nlabels:\na,b\nc\ndata:\n0 1 0\n0 0 2,0 0 0\n")),
              (Lines{"a → b", "b → c"}));
    EXPECT_EQ(edges(dl("DL\nN = 3\nDATA:\n0 1 0 1 0 1 0 1 0")), (Lines{"1 – 2", "2 – 3"}));
    const Dossier several =
        dl("dl n=2, nm=2\nlabels:\n\"New Zealand\" b\nmatrix labels:\nlikes\nknows "
           "well\ndata:\n0 1\n0 0\n\n0 -2\n-2 0\n");
    EXPECT_EQ(edges(several), (Lines{"New Zealand → b (likes)", "New Zealand – b (knows well)"}));
    EXPECT_EQ(several.edges().polarity(1), Polarity::Conflictual);
    EXPECT_EQ(edges(dl("dl n=3 diagonal=absent data: 1 0 0 2 0 0")), (Lines{"1 → 2", "2 → 3"}));
    EXPECT_EQ(edges(dl("dl n=2 format=fullmatrix diagonal present\ndata:\n1 . NA 0\n")),
              (Lines{"1 → 1"}));
}

TEST_F(UcinetDl, MissingCellsAreNoTiesAndAreCounted) {
    EXPECT_EQ(edges(dl("dl n=3 format=fullmatrix\nlabels:\nfra,ger,ita\ndata:\n0 1 -9\n0 0 .\n"
                       "NA 2 0\n")),
              (Lines{"fra → ger", "ita → ger"}));
    EXPECT_TRUE(says(5, "Codes for missing values: “.” (1), “NA” (1), “-9” (1)")) << report.text();
    EXPECT_EQ(edges(dl("dl n=2 nm=2\ndata:\n0 -9\n1 0\n0 -9\n-2 0\n")),
              (Lines{"2 → 1 (matrix 1)", "1 → 2 (matrix 2)", "2 → 1 (matrix 2)"}))
        << "a number where others are negative too";
    EXPECT_EQ(edges(dl("dl n=2 format=lowerhalf\ndata:\n0\n-8 1\n")), (Lines{"2 → 2"}));
    EXPECT_EQ(edges(dl("dl n=2 format=edgelist1\ndata:\n1 2 -9\n2 1 3\n")), (Lines{"2 → 1"}));
}

TEST_F(UcinetDl, HalfMatricesAreUndirected) {
    EXPECT_EQ(edges(dl("dl n=3 format=lowerhalf\ndata:\n0\n1 0\n0 1 0\n")),
              (Lines{"1 – 2", "2 – 3"}));
    EXPECT_EQ(edges(dl("dl n=3 format=lowerhalf diagonal=absent\ndata:\n1\n0 1\n")),
              (Lines{"1 – 2", "2 – 3"}));
    EXPECT_EQ(edges(dl("dl n=3 format=upperhalf diagonal=absent\ndata:\n1 0\n1\n")),
              (Lines{"1 – 2", "2 – 3"}));
    EXPECT_EQ(edges(dl("dl n=3 format=upperhalf\ndata:\n0 1 0\n0 1\n0\n")),
              (Lines{"1 – 2", "2 – 3"}));
}

TEST_F(UcinetDl, LabelsEmbedded) {
    EXPECT_EQ(edges(dl("dl n=2 format=fullmatrix\nlabels embedded\ndata:\n  a b\na 0 1\nb 0 0\n")),
              (Lines{"a → b"}));
    EXPECT_EQ(edges(dl("dl nr=2 nc=3\nrow labels embedded\ncolumn labels embedded\ndata:\n"
                       "  x y z\na 0 1 0\nb 1 0 0\n")),
              (Lines{"a → y", "b → x"}));
    EXPECT_EQ(edges(dl("dl n=3 format = edgelist1\nlabels embedded:\ndata:\na b\nb \"c d\" 2.5\n")),
              (Lines{"a → b", "b → c d"}));
    EXPECT_EQ(edges(dl("dl n=2 format=nodelist1\nlabels:\nx\ny\nlabels embedded\ndata:\nx y\n")),
              (Lines{"x → y"}));
}

TEST_F(UcinetDl, Lists) {
    EXPECT_EQ(edges(dl("dl n=3 format=nodelist1\ndata:\n1 2 3\n2\n3 1\n")),
              (Lines{"1 → 2", "1 → 3", "3 → 1"}));
    EXPECT_EQ(edges(dl("dl n=3 nm=2 format=edgelist1 data:\n1 2 4\n!\n2 3 0\n3 2\n")),
              (Lines{"1 → 2 (matrix 1)", "3 → 2 (matrix 2)"}));
    const Dossier modes = dl("dl nr=2 nc=2 format=edgelist2\nrow labels:\na\nb\ncol labels:\na\nx\n"
                             "data:\n1 1\n2 2 3\n");
    EXPECT_EQ(edges(modes), (Lines{"a → a", "b → x"}));
    EXPECT_EQ(modes.vertices().size(), 4U);
    EXPECT_EQ(modes.text(modes.vertices().id(2)), "a (column)");
    EXPECT_EQ(attribute(modes, 2, "mode"), "2");
    EXPECT_EQ(edges(dl("dl nr=2, nc=3 format=nodelist2 data:\n1 2 3\n2 1\n")),
              (Lines{"r1 → c2", "r1 → c3", "r2 → c1"}));
}

TEST_F(UcinetDl, WhatDoesNotFitIsNamedWithItsLine) {
    EXPECT_NE(refusal("a.dl", "dl n=3\nformat=fullmatrix\n").find("before the word “data:”"),
              std::string::npos);
    EXPECT_NE(refusal("a.dl", "dl\nn=x\ndata:\n").find("line 2: “x” is no number"),
              std::string::npos);
    EXPECT_NE(refusal("a.dl", "dl n=3\nformat=blockmatrix data:\n").find("line 2: the format"),
              std::string::npos);
    EXPECT_NE(refusal("a.dl", "dl n=4000000000 data:\n1\n").find("more than it can hold"),
              std::string::npos);
    EXPECT_NE(refusal("a.dl", "dl n=99999999999 data:\n1\n").find("no number"), std::string::npos);
    for (const std::string_view format : {"upperhalf", "lowerhalf"}) {
        EXPECT_NE(
            refusal("a.dl", fmt::format("dl nr=2 nc=3 format={} data:\n1 1 1 1 1 1\n", format))
                .find("line 1: half a matrix of 2 rows and 3 columns"),
            std::string::npos);
    }
    EXPECT_EQ(dl("dl n=90000 format=fullmatrix data:\n0 1\n").edges().size(), 1U);
    EXPECT_EQ(edges(dl("dl n=2 data:\n0 x\n1\n")), (Lines{"2 → 1"}));
    EXPECT_TRUE(says(2, "“x” is no number")) << report.text();
    EXPECT_TRUE(says(3, "row 2 of 2")) << report.text();
    dl("dl n=2 data:\n0 1\n1 0\n7\n");
    EXPECT_TRUE(says(4, "more values")) << report.text();
    dl("dl n=2 format=edgelist1 data:\n1 2\n1 3\n1\nx 1\r0 1\n");
    EXPECT_TRUE(says(3, "“3” is no vertex")) << report.text();
    EXPECT_TRUE(says(4, "names no two")) << report.text();
    EXPECT_TRUE(says(5, "“x” is no vertex")) << report.text();
    EXPECT_TRUE(says(6, "“0” is no vertex")) << report.text();
    dl("dl n=2 title=x labels: a data: 0 1 0 0");
    EXPECT_TRUE(says(0, "1 labels for 2")) << report.text();
    EXPECT_EQ(dl("dl n=1 format=edgelist1 labels embedded\ndata:\na b\n").vertices().size(), 2U);
    EXPECT_TRUE(says(3, "one vertex more")) << report.text();
}

TEST_F(UcinetDl, MonstrousFilesNeitherCrashNorHang) {
    survives("long.dl", "dl n=3 data:\n" + std::string(10'000'000, '1'));
    survives("labels.dl", "dl n=3 labels:\n" + std::string(10'000'000, 'x') + "\ndata:\n0");
    survives("marks.dl", "dl n" + std::string(1'000'000, '=') + "3 data:\n0");
    survives("nul.dl", std::string_view("dl n=2 data:\n0 \0 1 0", 20));
    survives("cut.dl", "dl n=2 labels:\na,\xD0");
    survives("garbage.dl", "dl n=2 \x01\x02\x03\xFF\xFE\x80");
    std::string many = "dl n=2 ";
    for (int i = 0; i < 100'000; ++i) {
        many += "row labels ";
    }
    survives("many.dl", many);
}

} // namespace entente
