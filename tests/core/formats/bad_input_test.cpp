#include "core/formats/registry.h"
#include "tests/core/formats/small_workbook.h"
#include "tests/core/store/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

namespace {

using namespace std::string_literals;

/// A file and the part of what the user reads of it; "" where all of it is taken.
struct BadFile {
    std::string name;
    std::string text;
    std::string_view said;
};

/// What the user reads when the file is opened, refused or not.
std::string told(const std::filesystem::path& path) {
    try {
        return openFiles(std::vector{path}).report.text();
    } catch (const FileError& error) {
        return error.what();
    }
}

std::string nested(std::string_view open, std::string_view close) {
    constexpr std::size_t deep = 10'000;
    std::string text;
    for (std::size_t i = 0; i < 2 * deep; ++i) {
        text += i < deep ? open : close;
    }
    return text;
}

std::string graphMl(std::string_view count, std::string_view more) {
    return R"(<graphml><key id="n" for="node" attr.name="count" attr.type="int"/>
<key id="w" for="edge" attr.name="weight" attr.type="double"/><graph edgedefault="directed">
<node id="a"><data key="n">)" +
           std::string(count) + "</data></node><node id=\"b\"/>\n" + std::string(more) +
           "\n</graph></graphml>\n";
}

std::string gexf(std::string_view count, std::string_view edges) {
    return R"(<gexf version="1.2"><graph><attributes class="node">
<attribute id="0" title="count" type="integer"/></attributes><nodes count="999999999999">
<node id="a"><attvalues><attvalue for="0" value=")" +
           std::string(count) + "\"/></attvalues></node><node id=\"b\"/></nodes>\n<edges>" +
           std::string(edges) + "</edges></graph></gexf>\n";
}

std::string json(std::string_view ties) {
    return "{\"format\": \"entente-dossier\", \"version\": 1,\n\"actors\": [{\"id\": \"a\"}, "
           "{\"id\": \"b\"}],\n\"ties\": [" +
           std::string(ties) + "]}";
}

std::string ftm(std::string_view line) {
    return "{\"id\":\"a\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Ä\"]}}\n" +
           std::string(line) + "\n";
}

/// A small file of each format in text, without faults.
std::vector<std::pair<std::string, std::string>> soundFiles() {
    return {{"f.graphml", graphMl("1", R"(<edge source="a" target="b"/><!-- ä -->)")},
            {"f.gexf", gexf("1", R"(<edge source="a" target="b" label="ä"/>)")},
            {"f.gml", "graph [\n node [ id 1 label \"ä\" ]\n node [ id 2 ]\n"
                      " edge [ source 1 target 2 ]\n]\n"},
            {"f.net", "*Vertices 2\n1 \"ä\"\n2 \"b\"\n*Arcs\n1 2 1\n"},
            {"f.dot", "digraph {\n a -> b [label=\"ä\"]\n b -> c\n}\n"},
            {"f.dl", "dl n=2 format=edgelist1\nlabels:\nä,b\ndata:\n1 2 1\n"},
            {"f.json", json("{\"source\": \"a\",\n\"target\": \"b\", \"note\": \"ä\"}")},
            {"f.csv", "source,target,weight\nä,b,1\nb,c,2\n"},
            {"f.tsv", "source\ttarget\tweight\nä\tb\t1\nb\tc\t2\n"},
            {"matrix.csv", ",ä,b\nä,0,1\nb,1,0\n"},
            {"f.ftm", ftm(R"({"id":"b","schema":"Person","properties":{"name":["B"]}})")}};
}

/// A workbook whose sheet has these rows of texts, or the XML of rows as it is.
std::string workbook(const std::vector<std::vector<std::string>>& rows,
                     const std::string& xml = {}) {
    std::string text = xml;
    for (const std::vector<std::string>& row : rows) {
        text += "<row>";
        for (const std::string& cell : row) {
            text += "<c t='inlineStr'><is><t>" + cell + "</t></is></c>";
        }
        text += "</row>";
    }
    SmallWorkbook book;
    book.sheet("S", text);
    return book.bytes();
}

struct BadInput : testing::Test {
    TemporaryFolder folder;

    std::filesystem::path file(const std::string& name, std::string_view text) {
        const auto path = folder.path() / name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }

    void expectTold(const std::vector<BadFile>& files) {
        for (const BadFile& bad : files) {
            SCOPED_TRACE(bad.name + ": " + bad.text.substr(0, 300));
            const std::string text = told(file(bad.name, bad.text));
            EXPECT_NE(text.find(bad.said), std::string::npos) << text.substr(0, 600);
            if (bad.said.empty()) {
                EXPECT_NE(text.find("0 repaired, 0 refused."), std::string::npos)
                    << text.substr(0, 600);
                EXPECT_EQ(text.find("carriage returns"), std::string::npos) << text;
            } else {
                EXPECT_NE(text.find(bad.name), std::string::npos) << text.substr(0, 600);
            }
        }
    }
};

} // namespace

TEST_F(BadInput, SoundFilesAreTakenWhole) {
    for (const auto& [name, text] : soundFiles()) {
        expectTold({{name, text, ""}});
    }
}

TEST_F(BadInput, EmptyFilesAndDirectoriesAreNamed) {
    for (const auto& [name, text] : soundFiles()) {
        expectTold({{name, "", "is empty: there is nothing to read."}});
    }
    expectTold({{"f.xlsx", "", "is empty"}, {"f.entente", "", "is empty"}});
    const auto path = folder.path() / "folder.csv";
    std::filesystem::create_directory(path);
    EXPECT_EQ(told(path), path.string() + " is a directory: name a file in it.");
}

TEST_F(BadInput, MixedLineEndsChangeNothing) {
    for (const auto& [name, text] : soundFiles()) {
        std::string mixed;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool end = text[i] == '\n';
            mixed += !end         ? std::string(1, text[i])
                     : i % 3 == 0 ? "\n"
                     : i % 3 == 1 ? "\r\n"
                                  : "\r";
        }
        expectTold({{name, mixed, ""}});
    }
}

TEST_F(BadInput, ZeroBytesAreNamed) {
    for (const auto& [name, text] : soundFiles()) {
        std::string damaged = text;
        damaged.insert(damaged.size() * 2 / 3, 1, '\0');
        expectTold({{name, damaged, "zero byte"}});
    }
}

TEST_F(BadInput, WhatIsCutInTheMiddleIsNamedOrTakenAsFarAsItGoes) {
    for (const auto& [name, text] : soundFiles()) {
        for (std::size_t size = 1; size < text.size(); size += 7) {
            SCOPED_TRACE(size);
            const std::string said = told(file(name, text.substr(0, size)));
            EXPECT_NE(said, "");
        }
        const std::size_t letter = text.find("\xC3");
        if (letter != std::string::npos) {
            EXPECT_NE(told(file(name, text.substr(0, letter + 1))), "") << name;
        }
    }
    expectTold({{"f.graphml", graphMl("1", "").substr(0, 200), "the file is cut off"},
                {"f.gexf", gexf("1", "").substr(0, 150), "the file is cut off"},
                {"f.gml", "graph [\n node [ id 1 ]\n no",
                 "line 3: refused: The key “no” has no "
                 "value; it was left out. The file ends "
                 "here and may be cut off"},
                {"f.gml", "graph [\n node [ id 1 ]\n", "The file ends inside the list"},
                {"f.dot", "digraph {\n a -> b", "is never closed; the file may be cut"},
                {"f.dl", "dl n=2\nlabels:\na", "ends before the word “data:”"},
                {"f.json", "{\"format\": \"entente-dossier\", \"ver",
                 "ends in the middle of a "
                 "value"},
                {"f.json", "{\"format\": \"entente-dossier\", ", "ends in the middle of a value"},
                {"f.csv", "source,target\na,b\nc", "The row has 1 field, the header 2"},
                {"f.ftm", ftm("{\"id\":\"b"), "where a line was cut off"}});
}

TEST_F(BadInput, EntitiesAreRefused) {
    const std::string bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n";
    const std::string outside = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n";
    for (const std::string& entity : {bomb, outside}) {
        expectTold({{"f.graphml", entity + graphMl("&a;", ""), "declares an entity (a)"},
                    {"f.gexf", entity + gexf("&a;", ""), "declares an entity (a)"}});
    }
}

TEST_F(BadInput, TenThousandLevelsAreReadOrRefused) {
    expectTold(
        {{"f.graphml", graphMl("1", nested("<node id=\"x\"><graph>", "</graph></node>")),
          "were flattened"},
         {"f.gexf",
          "<gexf><graph><nodes>" + nested("<node id=\"x\"><nodes>", "</nodes></node>") +
              "</nodes></graph></gexf>",
          "were flattened"},
         {"f.gml", "graph [ node [ id 1 " + nested("a [ ", "] ") + "] ]", "more than 64 deep"},
         {"f.dot", "digraph {" + nested("subgraph {", "}") + "}", "nested more than 200 deep"},
         {"f.json", json("{\"source\": \"a\", \"target\": " + nested("[", "]") + "}"),
          "line 3, /ties/0: refused: This is nested more than 32 levels deep"},
         {"f.ftm",
          ftm("{\"id\":\"o\",\"schema\":\"Person\",\"properties\":" + nested("[", "]") + "}"),
          "line 2: refused: This is nested more than 1024 levels deep"}});
}

TEST_F(BadInput, ValuesOfTheWrongTypeAreNamed) {
    expectTold(
        {{"f.graphml", graphMl("many", ""), "line 3, key count: repaired: “many” is no whole"},
         {"f.gexf", gexf("many", ""), "attribute count: repaired: “many” is no whole number"},
         {"f.gexf", gexf("1", R"(<edge source="a" target="b" weight="heavy"/>)"),
          "weight: repaired: “heavy” is no number"},
         {"f.gml", "graph [ node [ id 1 ]\nedge [ source 1 target 1 weight \"heavy\" ] ]",
          "line 2, attribute weight: repaired: “heavy” is no number; it was kept as an attribute"},
         {"f.net", "*Vertices 1\n1 \"a\"\n*Arcs\n1 1 heavy\n", "line 4: repaired: “heavy”"},
         {"f.dot", "digraph { a -> b [weight=heavy] }",
          "repaired: “heavy” is no number; it was kept as an attribute"},
         {"f.dl", "dl n=2 format=edgelist1\ndata:\n1 2 heavy\n",
          "line 3: refused: “heavy” is no number"},
         {"f.json", json(R"({"source": "a", "target": "b", "weight": "heavy"})"),
          "/ties/0/weight: refused: A number is wanted here"},
         {"f.csv", "source,target,weight\na,b,heavy\na,b,2\n",
          "line 2, column weight: refused: “heavy” is no number"},
         {"f.tsv", "source\ttarget\tweight\na\tb\theavy\na\tb\t2\n",
          "line 2, column weight: refused"},
         {"f.ftm", ftm(R"({"id":"b","schema":"Person","properties":{"birthDate":["soon"]}})"),
          "line 2, birthDate: repaired: “soon” is no date"}});
}

TEST_F(BadInput, NumbersOutOfRangeAreNamed) {
    expectTold({{"f.graphml", graphMl("99999999999999999999", ""), "is no whole number"},
                {"f.gexf", gexf("1", R"(<edge source="a" target="b" weight="1e999"/>)"),
                 "“1e999” is a number too large or too small to be kept"},
                {"f.gml", "graph [ node [ id 1 ] edge [ source 1 target 1 weight 1e999 ] ]",
                 "“1e999” is a number too large"},
                {"f.net", "*Vertices 1\n1 \"a\"\n*Arcs\n99999999999999999999 1 1\n",
                 "line 4: refused: “99999999999999999999” is no number of a vertex"},
                {"f.dl", "dl n=2 format=edgelist1\ndata:\n1 2 1e999\n",
                 "line 3: refused: “1e999” is a number too large"},
                {"f.json", json(R"({"source": "a", "target": "b", "weight": 1e300})"),
                 "/ties/0/weight: refused: The weight is too large."},
                {"f.json", json(R"({"source": "a", "target": "b", "weight": 1e999})"),
                 "this is not well-formed JSON (number overflow parsing '1e999')"},
                {"f.csv", "source,target,weight\na,b,1e300\n", "“1e300” is a number too large"},
                {"f.csv", "Id,Latitude,Longitude\na,1e300,0\n", "line 2, column Latitude"},
                {"f.ftm", ftm(R"({"id":"b","schema":"Person","properties":{"birthDate":[1e999]}})"),
                 "line 2: refused: A number in it is too large"}});
}

TEST_F(BadInput, UnknownIdsAreNamed) {
    expectTold(
        {{"f.graphml", graphMl("1", R"(<edge source="a" target="zz"/>)"),
          "“zz” is not among the nodes"},
         {"f.gexf", gexf("1", R"(<edge source="a" target="zz"/>)"), "“zz” is not among the nodes"},
         {"f.gml", "graph [ node [ id 1 ]\nedge [ source 1 target 77 ] ]",
          "line 2, attribute target: “77” is not among the nodes"},
         {"f.net", "*Vertices 1\n1 \"a\"\n*Arcs\n1 77 1\n", "“77” is not among the nodes"},
         {"f.dl", "dl n=2 format=edgelist1\ndata:\n1 7 1\n",
          "“7” is no vertex that the file declares"},
         {"f.json", json(R"({"source": "a", "target": "zz"})"),
          "The actor “zz” is not in the file"},
         {"f.ftm",
          ftm(R"({"id":"o","schema":"Ownership","properties":{"owner":["zz"],"asset":["a"]}})"),
          "line 2, owner: refused: The owner “zz”"}});
}

TEST_F(BadInput, HugeCountsTakeNoMemory) {
    expectTold(
        {{"f.net", "*Vertices 2000000000\n1 \"a\"\n", "declares 2000000000 vertices"},
         {"f.net", "*Vertices 99999999999999999999\n1 \"a\"\n",
          "too large for a number of vertices"},
         {"f.dl", "dl n=2000000000 format=edgelist1\ndata:\n1 2 1\n", "more than it can hold"},
         {"f.dl", "dl n=99999999999999999999\ndata:\n0\n", "is no number of vertices"},
         {"f.gexf", gexf("1", ""), ""}});
}

TEST_F(BadInput, DuplicateIdsAreNamed) {
    expectTold(
        {{"f.graphml", graphMl("1", "<node id=\"a\"/>"),
          "line 4, attribute id: refused: The id “a”"},
         {"f.gexf",
          gexf("1", R"(<edge id="1" source="a" target="b"/><edge id="1" source="a" target="b"/>)"),
          "The id “1” is there already"},
         {"f.gml", "graph [ node [ id 1 ]\nnode [ id 1 ] ]",
          "line 2, attribute id: refused: The id “1”"},
         {"f.net", "*Vertices 2\n1 \"a\"\n1 \"b\"\n", "line 3, attribute id: refused: The id “1”"},
         {"f.dl", "dl n=2 format=edgelist1\nlabels:\na,a\ndata:\n1 2 1\n",
          "The id “a” is there already"},
         {"f.json", json("").replace(json("").find("\"b\""), 3, "\"a\""), "The id “a” is taken"},
         {"f.csv", "Id,Label\na,A\na,B\n", "line 3, column Id: refused: The id “a”"},
         {"matrix.csv", ",a,a\na,0,1\na,1,0\n", "The id “a” is there already"},
         {"f.ftm", ftm(R"({"id":"a","schema":"Company","properties":{"name":["B"]}})"),
          "Lines that say more of an entity of an earlier line: 1."}});
}

TEST_F(BadInput, SelfLoopsAreTaken) {
    const std::vector<std::pair<std::string, std::string>> files = {
        {"f.graphml", graphMl("1", R"(<edge source="a" target="a"/>)")},
        {"f.gexf", gexf("1", R"(<edge source="a" target="a"/>)")},
        {"f.gml", "graph [ node [ id 1 ] edge [ source 1 target 1 ] ]"},
        {"f.net", "*Vertices 1\n1 \"a\"\n*Arcs\n1 1 1\n"},
        {"f.dot", "digraph { a -> a }"},
        {"f.dl", "dl n=2 format=edgelist1\ndata:\n1 1 1\n"},
        {"f.json", json(R"({"source": "a", "target": "a"})")},
        {"f.csv", "source,target\na,a\n"},
        {"matrix.csv", ",a,b\na,1,0\nb,0,0\n"},
        {"f.ftm",
         ftm(R"({"id":"o","schema":"Ownership","properties":{"owner":["a"],"asset":["a"]}})")}};
    for (const auto& [name, text] : files) {
        SCOPED_TRACE(name);
        const OpenedDossier opened = openFiles(std::vector{file(name, text)});
        ASSERT_EQ(opened.dossier.edges().size(), 1U) << opened.report.text();
        EXPECT_EQ(opened.dossier.edges().source(0), opened.dossier.edges().target(0));
        EXPECT_EQ(opened.report.rowsRefused, 0U) << opened.report.text();
    }
}

TEST_F(BadInput, WorkbooksAreNoExceptions) {
    const std::vector<std::string> head = {"source", "target", "weight"};
    const std::string whole = workbook({head, {"a", "b", "1"}});
    expectTold(
        {{"f.xlsx", whole, ""},
         {"f.xlsx", whole.substr(0, whole.size() / 2), "damaged or cut-off ZIP archive"},
         {"f.xlsx", "PK\3\4garbage", "is no table. It is a ZIP archive, but no Excel workbook"},
         {"f.xlsx", workbook({head, {"a", "b", "heavy"}, {"a", "b", "2"}}),
          "sheet “S”, line 2, column weight: refused: “heavy” is no number"},
         {"f.xlsx", workbook({head, {"a", "b", "1e999"}}), "“1e999” is a number too large"},
         {"f.xlsx", workbook({head, {"a", "a", "1"}}), ""},
         {"f.xlsx", workbook({{"Id", "Label"}, {"a", "A"}, {"a", "B"}}),
          "line 3, column Id: refused: The id “a” is there already"},
         {"f.xlsx", workbook({head, {"a", "b\xC3", "1"}}), "not well-formed"},
         {"f.xlsx", workbook({head, {"a", "b"s + '\0', "1"}}), "not well-formed"},
         {"f.xlsx", workbook({}, nested("<row>", "</row>")), "there is nothing to read"},
         {"f.xlsx", workbook({head}, "<row r='99999999999'/>"), "cannot be"}});
}

} // namespace entente
