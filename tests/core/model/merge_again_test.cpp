#include "core/model/merge.h"

#include "core/model/validation.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace entente {

namespace {

VertexIndex add(Dossier& dossier, std::string_view label, std::string_view period = "",
                VertexKind kind = VertexKind::State, std::string_view membership = "") {
    Vertex vertex;
    vertex.id = dossier.intern("id " + std::string(label));
    vertex.label = dossier.intern(label);
    vertex.kind = kind;
    vertex.period = *parsePeriod(period);
    if (!membership.empty()) {
        vertex.attributes.push_back({dossier.intern("membership"), dossier.intern(membership)});
    }
    return dossier.add(vertex);
}

EdgeIndex join(Dossier& dossier, VertexIndex source, VertexIndex target,
               EdgeKind kind = EdgeKind::Participation) {
    Edge edge;
    edge.source = source;
    edge.target = target;
    edge.kind = kind;
    edge.type = dossier.intern(kind == EdgeKind::Tie ? "ally" : "party");
    return dossier.add(edge);
}

SourceIndex source(Dossier& dossier, std::string_view id, std::string_view address = "") {
    Source made;
    made.id = dossier.intern(id);
    made.title = dossier.intern("Annual report");
    made.address = dossier.intern(address);
    return dossier.add(made);
}

void claim(Dossier& dossier, VertexIndex about, std::string_view statement, SourceIndex source) {
    Claim made;
    made.about = {ElementKind::Vertex, about};
    made.statement = dossier.intern(statement);
    made.source = source;
    dossier.add(made);
}

Merge bringIn(Dossier& dossier, const Dossier& incoming) {
    std::vector<VertexMatch> matches = reconcile(dossier, incoming);
    std::erase_if(matches,
                  [](const VertexMatch& match) { return match.certainty == Certainty::Doubtful; });
    Merge merged = merge(dossier, incoming, matches);
    apply(dossier, merged.change);
    for (const Fault& fault : validate(dossier)) {
        ADD_FAILURE() << fault.message;
    }
    return merged;
}

std::string attributes(const Dossier& dossier, VertexIndex row) {
    std::string text;
    for (const Attribute& attribute : dossier.vertices().row(row).attributes) {
        text += std::string(dossier.text(attribute.name)) + "=" +
                std::string(dossier.text(attribute.value)) + " ";
    }
    return text;
}

/// Two to seven actors of names, codes and dates that contradict each other, tied at random.
Dossier messy(std::mt19937& random) {
    const auto oneOf = [&random]<std::size_t N>(const std::array<std::string_view, N>& values) {
        return values[random() % N];
    };
    static constexpr auto names = std::to_array<std::string_view>(
        {"Egypt", "Égypte", "EGY",          "651", "مصر",    "EGYPT ", "Germany", "DEU", "GFR",
         "FRG",   "Russia", "Soviet Union", "RUS", "URSS",   "Yemen",  "Niger",   "NER", "Nigeria",
         "UK",    "US",     "Vietnam",      "VNM", "Jordan", "Acme",   "Iran"});
    static constexpr auto periods = std::to_array<std::string_view>(
        {"", "", "", "1922/1991", "1945/..", "1918/1939", "1990/..", "1949/1990", "../1950"});
    static constexpr auto values = std::to_array<std::string_view>({"", "1", "2; 1", "2"});
    static const std::array<std::vector<Code>, 6> codes = {
        {{}, {}, {{"cow", "0651"}}, {{"iso3", "EGY"}}, {{"cow", "365"}}, {{"cow", "652"}}}};
    static constexpr std::array kinds = {VertexKind::State, VertexKind::State, VertexKind::Other,
                                         VertexKind::Company};
    Dossier dossier;
    for (const std::string_view id : {"s1", "s2"}) {
        source(dossier, id, random() % 2 == 0 ? "" : "https://example.org");
    }
    const std::size_t count = 2 + random() % 6;
    for (std::size_t i = 0; i < count; ++i) {
        const VertexIndex row = add(dossier, oneOf(names), oneOf(periods),
                                    kinds[random() % kinds.size()], oneOf(values));
        Vertex vertex = dossier.vertices().row(row);
        vertex.id = dossier.intern("v" + std::to_string(i));
        vertex.details = std::make_shared<const VertexDetails>(
            VertexDetails{{}, codes[random() % codes.size()], {}, {}, {}, {}});
        dossier.replaceVertex(row, vertex);
        claim(dossier, row, random() % 2 == 0 ? "a" : "b", static_cast<SourceIndex>(random() % 2));
    }
    for (std::size_t i = random() % 7; i > 0; --i) {
        join(dossier, static_cast<VertexIndex>(random() % count),
             static_cast<VertexIndex>(random() % count), EdgeKind::Tie);
    }
    return dossier;
}

} // namespace

TEST(MergeAgain, WhatIsThereChangesNothingHoweverMessy) {
    std::size_t changed = 0;
    for (unsigned seed = 0; seed < 2000; ++seed) {
        std::mt19937 random(seed);
        Dossier dossier = messy(random);
        const Dossier file = messy(random);
        const std::size_t edges = dossier.edges().count();
        const Merge merged = bringIn(dossier, file);
        EXPECT_EQ(dossier.edges().count() + merged.sameEdges, edges + file.edges().count());
        const Merge again = bringIn(dossier, file);
        changed += again.change.steps.empty() ? 0 : 1;
        EXPECT_LE(again.addedVertices, 1U) << seed;
    }
    // Codes and dates that came with the first merge may decide what was open before.
    EXPECT_LE(changed, 10U);
}

TEST(MergeAgain, SourcesOfOneTitleStayApart) {
    Dossier file;
    const VertexIndex iran = add(file, "Iran");
    claim(file, iran, "a", source(file, "s1"));
    claim(file, iran, "b", source(file, "s2", "https://example.org/2020"));
    Dossier dossier = file;
    EXPECT_TRUE(bringIn(dossier, file).change.steps.empty());
    // Where one is there, the other is not taken for it.
    Dossier other;
    source(other, "x");
    bringIn(other, file);
    ASSERT_EQ(other.sources().size(), 2U);
    EXPECT_EQ(other.text(other.sources()[0].address), "");
    ASSERT_EQ(other.claims().size(), 2U);
    EXPECT_NE(other.claims()[0].source, other.claims()[1].source);
    EXPECT_TRUE(bringIn(other, file).change.steps.empty());
}

TEST(MergeAgain, SourcesThatSayTheSameAreOneAndOneThatSaysMoreIsKnownBetter) {
    Dossier file;
    source(file, "s1", "https://example.org/2020");
    source(file, "s2", "https://example.org/2020");
    Dossier dossier;
    source(dossier, "x");
    const Merge merged = bringIn(dossier, file);
    EXPECT_EQ(merged.sameSources, 1U);
    EXPECT_EQ(dossier.text(dossier.sources()[0].address), "https://example.org/2020");
    EXPECT_TRUE(bringIn(dossier, file).change.steps.empty());
}

TEST(MergeAgain, ListsAmongOtherValuesDoNotGrow) {
    Dossier dossier;
    const VertexIndex egypt = add(dossier, "Egypt", "", VertexKind::State, "AU");
    Dossier file;
    add(file, "EGY", "", VertexKind::State, "UN; AU");
    bringIn(dossier, file);
    EXPECT_EQ(attributes(dossier, egypt), "membership=AU other membership=UN; AU ");
    EXPECT_TRUE(bringIn(dossier, file).change.steps.empty());
    EXPECT_EQ(attributes(dossier, egypt), "membership=AU other membership=UN; AU ");
}

TEST(MergeAgain, TheTimeOfAFormerNameIsNotTheStates) {
    Dossier dossier;
    const VertexIndex eswatini = add(dossier, "Eswatini");
    const VertexIndex russia = add(dossier, "Russia");
    Dossier file;
    add(file, "Swaziland", "1968/2018");
    add(file, "RUS", "1991-12-26/..");
    const Merge merged = bringIn(dossier, file);
    EXPECT_TRUE(dossier.vertices().period(eswatini).empty());
    EXPECT_EQ(attributes(dossier, eswatini), "other period=1968/2018 ");
    EXPECT_EQ(toEdtf(dossier.vertices().period(russia)), "1991-12-26/..");
    ASSERT_EQ(merged.conflicts.size(), 1U);
    // Its successor comes later.
    Dossier later;
    add(later, "SWZ", "2019/..");
    EXPECT_EQ(bringIn(dossier, later).united, 1U);
    // What has the same name, or the code of that time, is the same.
    for (const char* const name : {"Soviet Union", "365"}) {
        Dossier former;
        const VertexIndex union_ = add(former, "Soviet Union");
        Dossier dated;
        add(dated, name, "1922/1991");
        bringIn(former, dated);
        EXPECT_EQ(toEdtf(former.vertices().period(union_)), "1922/1991");
    }
}

TEST(MergeAgain, WhoComesInUnderTwoNamesTakesPartOnce) {
    Dossier file;
    const VertexIndex pact = add(file, "Pact", "1955", VertexKind::Agreement);
    const VertexIndex egypt = add(file, "Egypt");
    const VertexIndex code = add(file, "EGY");
    const VertexIndex iran = add(file, "Iran");
    for (const VertexIndex party : {egypt, code, iran}) {
        join(file, party, pact);
    }
    join(file, egypt, iran, EdgeKind::Tie);
    join(file, code, iran, EdgeKind::Tie);
    join(file, egypt, code, EdgeKind::Tie);
    const SourceIndex report = source(file, "s1");
    claim(file, egypt, "It joined.", report);
    claim(file, code, "It joined.", report);
    claim(file, code, "It left.", report);
    for (const bool known : {false, true}) {
        Dossier dossier;
        if (known) {
            add(dossier, "مصر");
        }
        const Merge merged = bringIn(dossier, file);
        std::size_t parties = 0;
        std::size_t ties = 0;
        for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
            ++(dossier.edges().kind(i) == EdgeKind::Participation ? parties : ties);
        }
        EXPECT_EQ(parties, 2U);
        EXPECT_EQ(ties, 3U) << "each is a tie of its own";
        EXPECT_EQ(dossier.claims().size(), 2U);
        ASSERT_EQ(merged.conflicts.size(), 1U);
        EXPECT_NE(merged.conflicts[0].find("came in between two names of one"), std::string::npos);
        EXPECT_EQ(bringIn(dossier, file).change.steps.size(), 0U);
    }
}

TEST(MergeAgain, ConflictsOfWhatCameInTogetherAreToldSo) {
    Dossier file;
    add(file, "Egypt", "", VertexKind::State, "AU");
    add(file, "EGY", "", VertexKind::State, "UN");
    Dossier dossier;
    add(dossier, "Iran");
    const Merge merged = bringIn(dossier, file);
    ASSERT_EQ(merged.conflicts.size(), 1U);
    EXPECT_EQ(merged.conflicts[0],
              "“Egypt” has the membership AU and UN under two names in what came in; the latter "
              "is kept as the attribute “other membership”.");
}

} // namespace entente
