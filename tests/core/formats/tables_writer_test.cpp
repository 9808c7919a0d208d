#include "core/formats/registry.h"
#include "core/model/validation.h"
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

using Attributes = std::vector<std::pair<std::string, std::string>>;

Attributes attributesOf(const Dossier& dossier, const std::vector<Attribute>& attributes) {
    Attributes texts;
    for (const Attribute& attribute : attributes) {
        texts.emplace_back(dossier.text(attribute.name), dossier.text(attribute.value));
    }
    std::ranges::sort(texts);
    return texts;
}

std::vector<std::string> sectorsOf(const Dossier& dossier, SectorSet sectors) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < dossier.sectors().size(); ++i) {
        if ((sectors & sectorBit(i)) != 0) {
            names.push_back(dossier.sectors()[i].id);
        }
    }
    std::ranges::sort(names);
    return names;
}

/// Everything that tables can hold of it is the same.
void expectSame(const Dossier& one, const Dossier& two) {
    ASSERT_EQ(one.vertices().size(), two.vertices().size());
    ASSERT_EQ(one.edges().size(), two.edges().size());
    for (VertexIndex i = 0; i < one.vertices().size(); ++i) {
        const Vertex a = one.vertices().row(i);
        const Vertex b = two.vertices().row(i);
        ASSERT_EQ(one.text(a.id), two.text(b.id));
        ASSERT_EQ(one.text(a.label), two.text(b.label));
        ASSERT_EQ(one.text(a.type), two.text(b.type));
        ASSERT_EQ(one.text(a.note), two.text(b.note));
        ASSERT_EQ(a.kind, b.kind);
        ASSERT_EQ(a.confidence, b.confidence);
        ASSERT_EQ(a.polarity, b.polarity);
        ASSERT_EQ(a.status, b.status);
        ASSERT_EQ(a.period, b.period) << toEdtf(a.period) << " " << toEdtf(b.period);
        ASSERT_EQ(sectorsOf(one, a.sectors), sectorsOf(two, b.sectors));
        ASSERT_EQ(one.vertices().details(i).location, two.vertices().details(i).location);
        ASSERT_EQ(one.vertices().details(i).codes, two.vertices().details(i).codes);
        ASSERT_EQ(attributesOf(one, a.attributes), attributesOf(two, b.attributes));
    }
    for (EdgeIndex i = 0; i < one.edges().size(); ++i) {
        const Edge a = one.edges().row(i);
        const Edge b = two.edges().row(i);
        ASSERT_EQ(one.text(a.id), two.text(b.id));
        ASSERT_EQ(one.text(a.type), two.text(b.type));
        ASSERT_EQ(one.text(a.note), two.text(b.note));
        ASSERT_EQ(a.source, b.source);
        ASSERT_EQ(a.target, b.target);
        ASSERT_EQ(a.weight, b.weight);
        ASSERT_EQ(a.kind, b.kind);
        ASSERT_EQ(a.confidence, b.confidence);
        ASSERT_EQ(a.polarity, b.polarity);
        ASSERT_EQ(a.directed, b.directed);
        ASSERT_EQ(a.period, b.period) << toEdtf(a.period) << " " << toEdtf(b.period);
        ASSERT_EQ(sectorsOf(one, a.sectors), sectorsOf(two, b.sectors));
        ASSERT_EQ(attributesOf(one, a.attributes), attributesOf(two, b.attributes));
    }
}

/// One of each kind with everything that is awkward in a table.
Dossier awkwardDossier() {
    Dossier dossier;
    const auto text = [&dossier](std::string_view words) { return dossier.intern(words); };
    const auto vertex = [&](std::string_view id, std::string_view label, VertexKind kind) {
        Vertex made;
        made.id = text(id);
        made.label = text(label);
        made.kind = kind;
        return made;
    };
    Vertex actor = vertex("a, \"b\"", " Россия\nи Иран ", VertexKind::State);
    actor.note = text("line\r\nline; tab\t");
    actor.sectors = dossier.sectorNamed("space travel") | dossier.findSector("energy");
    actor.period = *parsePeriod("1991-12~/..");
    actor.attributes = {{text("Kind"), text("own kind")},   {text("lat"), text("north")},
                        {text("iso3"), text("no code")},    {text("Source"), text("hearsay")},
                        {text("target"), text("none")},     {text("code:x"), text("1")},
                        {text("attribute:y"), text(" 2 ")}, {text("Plain, with comma"), text("3")}};
    VertexDetails details;
    details.location = Location{55.7558, -0.1};
    details.codes = {{"iso3", "RUS"}, {"cow", "365"}, {"cow", "364"}};
    actor.details = std::make_shared<const VertexDetails>(std::move(details));
    dossier.add(actor);
    dossier.add(vertex("b", "B", VertexKind::Leader));
    Vertex treaty = vertex("t", "Treaty", VertexKind::Agreement);
    treaty.status = Status::InForce;
    treaty.confidence = Confidence::Planned;
    treaty.polarity = Polarity::Cooperative;
    treaty.period = *parsePeriod("/2024");
    dossier.add(treaty);
    dossier.add(vertex("u", "Older", VertexKind::Agreement));

    Edge tie;
    tie.source = 0;
    tie.target = 1;
    tie.directed = false;
    tie.weight = 0.1F;
    tie.polarity = Polarity::Conflictual;
    tie.confidence = Confidence::Alleged;
    tie.period = *parsePeriod("201X/2024-21");
    tie.attributes = {{text("Label"), text("drawn")}, {text("Weight"), text("heavy")}};
    dossier.add(tie);
    Edge part;
    part.id = text("e1");
    part.source = 1;
    part.target = 2;
    part.kind = EdgeKind::Participation;
    part.type = text("Directed");
    part.weight = -2;
    part.polarity = Polarity::Neutral;
    dossier.add(part);
    Edge lineage;
    lineage.source = 2;
    lineage.target = 3;
    lineage.kind = EdgeKind::Lineage;
    lineage.type = text("renews");
    lineage.period = *parsePeriod("2001-02-03");
    dossier.add(lineage);
    return dossier;
}

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
    Vertex vertex = dossier.vertices().row(0);
    VertexDetails details;
    details.names = {{"ru", "А", false}};
    details.terms = {"help", "more help"};
    details.renewals = {*parseDate("2001")};
    details.quantities = {{5, "t", ""}};
    vertex.details = std::make_shared<const VertexDetails>(details);
    dossier.replaceVertex(0, vertex);
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
    for (const char* const what :
         {"claims; 1", "sources; 1", "names in other languages", "terms of agreements; 2",
          "renewal; 1", "quantities; 1", "sectors of one's own; 1", "title"}) {
        EXPECT_NE(all.find(what), std::string::npos) << what << "\n" << all;
    }
}

} // namespace entente
