#include "core/model/merge.h"

#include "core/model/validation.h"
#include "tests/data/random_dossier.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entente {

namespace {

std::string describe(const Dossier& dossier, const std::vector<Attribute>& attributes) {
    std::vector<std::string> lines;
    for (const Attribute& attribute : attributes) {
        lines.push_back(std::string(dossier.text(attribute.name)) + "=" +
                        std::string(dossier.text(attribute.value)));
    }
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines) {
        text += " " + line;
    }
    return text;
}

/// All that a dossier holds, as lines of text.
std::vector<std::string> lines(const Dossier& dossier) {
    std::vector<std::string> all{dossier.cover().title};
    const auto text = [&](StringId id) { return "|" + std::string(dossier.text(id)); };
    for (const Sector& sector : dossier.sectors()) {
        all.push_back(sector.id);
    }
    for (VertexIndex i = 0; i < dossier.vertices().size(); ++i) {
        if (dossier.vertices().removed(i)) {
            continue;
        }
        const Vertex v = dossier.vertices().row(i);
        std::string line = text(v.id) + text(v.label) + text(v.type) + text(v.note) +
                           std::string(word(v.kind)) + std::to_string(v.sectors) +
                           toEdtf(v.period) + describe(dossier, v.attributes);
        for (const Name& name : dossier.vertices().details(i).names) {
            line += "|" + name.language + ":" + name.text;
        }
        for (const Code& code : dossier.vertices().details(i).codes) {
            line += "|" + code.system + ":" + code.value;
        }
        all.push_back(line);
    }
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        if (!dossier.edges().removed(i)) {
            const Edge e = dossier.edges().row(i);
            all.push_back(dossier.describe({ElementKind::Edge, i}) + text(e.id) + text(e.note) +
                          toEdtf(e.period) + std::to_string(e.sectors) +
                          describe(dossier, e.attributes));
        }
    }
    for (ClaimIndex i = 0; i < dossier.claims().size(); ++i) {
        if (!dossier.claimRemoved(i)) {
            const Claim& claim = dossier.claims()[i];
            all.push_back(dossier.describe(claim.about) + text(claim.statement) +
                          text(dossier.sources()[claim.source].title) + text(claim.locator));
        }
    }
    for (SourceIndex i = 0; i < dossier.sources().size(); ++i) {
        if (!dossier.sourceRemoved(i)) {
            const Source& source = dossier.sources()[i];
            all.push_back(text(source.id) + text(source.title) + text(source.address));
        }
    }
    return all;
}

/// A dossier that is put together by hand.
struct Made {
    Dossier dossier;

    VertexIndex vertex(std::string_view id, std::string_view label,
                       VertexKind kind = VertexKind::State, std::string_view period = "") {
        Vertex vertex;
        vertex.id = dossier.intern(id);
        vertex.label = dossier.intern(label);
        vertex.kind = kind;
        vertex.period = *parsePeriod(period);
        return dossier.add(vertex);
    }

    EdgeIndex edge(VertexIndex source, VertexIndex target, std::string_view type,
                   std::string_view period = "", EdgeKind kind = EdgeKind::Tie) {
        Edge edge;
        edge.source = source;
        edge.target = target;
        edge.kind = kind;
        edge.type = dossier.intern(type);
        edge.period = *parsePeriod(period);
        return dossier.add(edge);
    }

    void attribute(VertexIndex row, std::string_view name, std::string_view value) {
        Vertex vertex = dossier.vertices().row(row);
        vertex.attributes.push_back({dossier.intern(name), dossier.intern(value)});
        dossier.replaceVertex(row, vertex);
    }

    [[nodiscard]] std::string attributes(VertexIndex row) const {
        return describe(dossier, dossier.vertices().row(row).attributes);
    }
};

Merge bringIn(Dossier& dossier, const Dossier& incoming) {
    Merge merged = merge(dossier, incoming, reconcile(dossier, incoming));
    apply(dossier, merged.change);
    return merged;
}

std::size_t faults(const Dossier& dossier) {
    return validate(dossier).size();
}

} // namespace

TEST(Merge, MatchedVerticesAreUnitedAndTheRestIsAdded) {
    Made open;
    const VertexIndex russia = open.vertex("ru", "Russia");
    Made file;
    const VertexIndex same = file.vertex("1", "Россия", VertexKind::State, "1991-12-26/..");
    const VertexIndex iran = file.vertex("2", "Iran");
    file.edge(same, iran, "ally", "2001/..");
    Vertex coded = file.dossier.vertices().row(same);
    coded.details = std::make_shared<const VertexDetails>(
        VertexDetails{{{"fr", "Russie"}}, {{"iso3", "RUS"}}, {}, {}, {}, {}});
    file.dossier.replaceVertex(same, coded);
    file.attribute(same, "capital", "Moscow");
    file.dossier.setCover({"File", "", {}, "ru"});

    const Merge merged = bringIn(open.dossier, file.dossier);
    EXPECT_EQ(merged.united, 1U);
    EXPECT_EQ(merged.addedVertices, 1U);
    EXPECT_EQ(merged.addedEdges, 1U);
    EXPECT_EQ(merged.conflictCount, 0U);
    EXPECT_EQ(merged.change.description, "Merge “File”");
    EXPECT_EQ(open.dossier.vertices().count(), 2U);
    EXPECT_EQ(open.dossier.label(russia), "Russia");
    EXPECT_EQ(toEdtf(open.dossier.vertices().period(russia)), "1991-12-26/..");
    EXPECT_EQ(open.attributes(russia), " capital=Moscow");
    const VertexDetails& details = open.dossier.vertices().details(russia);
    ASSERT_EQ(details.names.size(), 2U);
    EXPECT_EQ(details.names[0], (Name{"ru", "Россия", true}));
    EXPECT_EQ(details.names[1], (Name{"fr", "Russie", false}));
    EXPECT_EQ(details.codes, (std::vector<Code>{{"iso3", "RUS"}}));
    EXPECT_EQ(open.dossier.describe({ElementKind::Edge, 0}), "Russia → Iran (ally)");
    EXPECT_EQ(faults(open.dossier), 0U);
}

TEST(Merge, WhatBothSayDifferentlyIsKeptAndNamed) {
    Made open;
    const VertexIndex nato = open.vertex("nato", "NATO", VertexKind::Organisation, "1949/..");
    open.attribute(nato, "seat", "Brussels");
    Made file;
    const VertexIndex same = file.vertex("x", "NATO", VertexKind::Organisation, "1949-04-04/..");
    file.attribute(same, "seat", "Paris");
    const Merge merged = bringIn(open.dossier, file.dossier);
    EXPECT_EQ(toEdtf(open.dossier.vertices().period(nato)), "1949/..");
    EXPECT_EQ(open.attributes(nato), " other period=1949-04-04/.. other seat=Paris seat=Brussels");
    ASSERT_EQ(merged.conflicts.size(), 2U);
    EXPECT_EQ(merged.conflicts[0],
              "“NATO” has the period 1949/.. here and 1949-04-04/.. in what came in; the latter is "
              "kept as the attribute “other period”.");
    // Once more: nothing new.
    const Merge again = bringIn(open.dossier, file.dossier);
    EXPECT_TRUE(again.change.steps.empty());
    EXPECT_EQ(again.conflictCount, 0U);
}

TEST(Merge, IdsThatAreTakenGetANumber) {
    Made open;
    open.vertex("1", "NATO", VertexKind::Organisation);
    open.vertex("1-2", "BRICS", VertexKind::Organisation);
    Made file;
    file.vertex("1", "OPEC", VertexKind::Organisation);
    const Merge merged = bringIn(open.dossier, file.dossier);
    EXPECT_EQ(merged.renamed, 1U);
    EXPECT_EQ(open.dossier.label(open.dossier.findVertex("1-3")), "OPEC");
    EXPECT_EQ(faults(open.dossier), 0U);
}

TEST(Merge, EdgesThatAreThereAreNotDoubled) {
    Made open;
    const VertexIndex a = open.vertex("a", "Russia");
    const VertexIndex b = open.vertex("b", "Iran");
    open.edge(a, b, "ally", "2001");
    Made file;
    const VertexIndex iran = file.vertex("x", "Iran");
    const VertexIndex russia = file.vertex("y", "Russia");
    const EdgeIndex same = file.edge(russia, iran, "ally", "2001");
    file.edge(russia, iran, "ally", "2001");
    file.edge(russia, iran, "ally", "2002");
    file.edge(iran, russia, "ally", "2001");
    Source source;
    source.id = file.dossier.intern("s");
    source.title = file.dossier.intern("Press");
    Claim claim;
    claim.source = file.dossier.add(source);
    claim.about = {ElementKind::Edge, same};
    claim.statement = file.dossier.intern("They are allies.");
    file.dossier.add(claim);
    const Merge merged = bringIn(open.dossier, file.dossier);
    // Two that are the same in the file are two, and one of them is that of the dossier.
    EXPECT_EQ(merged.sameEdges, 1U);
    EXPECT_EQ(merged.addedEdges, 3U);
    ASSERT_EQ(open.dossier.claims().size(), 1U);
    EXPECT_EQ(open.dossier.claims()[0].about, (ElementRef{ElementKind::Edge, 0}));
    const Merge again = bringIn(open.dossier, file.dossier);
    EXPECT_EQ(again.sameEdges, 4U);
    EXPECT_EQ(again.sameClaims, 1U);
    EXPECT_EQ(again.sameSources, 1U);
    EXPECT_TRUE(again.change.steps.empty());
}

TEST(Merge, UndirectedEdgesAreTheSameBothWays) {
    Made open;
    Made file;
    for (Made* const made : {&open, &file}) {
        const VertexIndex russia = made->vertex("a", "Russia");
        const VertexIndex iran = made->vertex("b", "Iran");
        const bool turned = made == &file;
        const EdgeIndex tie = made->edge(turned ? iran : russia, turned ? russia : iran, "ally");
        Edge edge = made->dossier.edges().row(tie);
        edge.directed = false;
        made->dossier.replaceEdge(tie, edge);
    }
    EXPECT_EQ(bringIn(open.dossier, file.dossier).sameEdges, 1U);
}

TEST(Merge, SectorsAreMappedByIdAndName) {
    Made open;
    open.dossier.setSectors({{"trade", "Trade", 1}, {"x", "Energy", 2}});
    Made file;
    file.dossier.setSectors(
        {{"unused", "Unused", 3}, {"energy", "Energy", 4}, {"space", "Space", 5}});
    const VertexIndex row = file.vertex("a", "A", VertexKind::Organisation);
    Vertex vertex = file.dossier.vertices().row(row);
    vertex.sectors = 0b110;
    file.dossier.replaceVertex(row, vertex);
    bringIn(open.dossier, file.dossier);
    ASSERT_EQ(open.dossier.sectors().size(), 3U);
    EXPECT_EQ(open.dossier.sectors()[2].id, "space");
    EXPECT_EQ(open.dossier.vertices().sectors(0), 0b110U);
}

TEST(Merge, ASectorForWhichThereIsNoRoomIsKeptAsAnAttribute) {
    Made open;
    std::vector<Sector> full;
    for (std::size_t i = 0; i < mostSectors; ++i) {
        full.push_back({"s" + std::to_string(i), "S" + std::to_string(i), 0});
    }
    open.dossier.setSectors(full);
    Made file;
    const VertexIndex row = file.vertex("a", "A", VertexKind::Organisation);
    Vertex vertex = file.dossier.vertices().row(row);
    vertex.sectors = 1;
    file.dossier.replaceVertex(row, vertex);
    bringIn(open.dossier, file.dossier);
    EXPECT_EQ(open.attributes(0), " other sector=Defence");
    EXPECT_EQ(faults(open.dossier), 0U);
}

TEST(Merge, NoParticipationComesToLieOutsideItsAgreement) {
    Made open;
    const VertexIndex iran = open.vertex("ir", "Iran");
    const VertexIndex pact = open.vertex("p", "Pact", VertexKind::Agreement, "1990/1995");
    open.edge(iran, pact, "party", "1990", EdgeKind::Participation);
    const VertexIndex undated = open.vertex("u", "Undated", VertexKind::Agreement);
    open.edge(iran, undated, "party", "1980", EdgeKind::Participation);
    Made file;
    const VertexIndex russia = file.vertex("ru", "Russia");
    const VertexIndex same = file.vertex("p", "Pact", VertexKind::Agreement, "1995/2010");
    file.edge(russia, same, "party", "2005", EdgeKind::Participation);
    const VertexIndex dated = file.vertex("u", "Undated", VertexKind::Agreement, "2000/2010");
    file.edge(russia, dated, "party", "2005", EdgeKind::Participation);
    const Merge merged = bringIn(open.dossier, file.dossier);
    EXPECT_EQ(merged.united, 2U);
    EXPECT_EQ(faults(open.dossier), 0U);
    EXPECT_EQ(describe(open.dossier, open.dossier.edges().row(2).attributes), " other period=2005");
    EXPECT_TRUE(open.dossier.edges().period(2).empty());
    // The agreement whose period was open stays so: the party of 1980 would lie outside.
    EXPECT_TRUE(open.dossier.vertices().period(undated).empty());
    EXPECT_EQ(open.attributes(undated), " other period=2000/2010");
    EXPECT_EQ(merged.conflictCount, 3U);
}

TEST(Merge, UndoBringsBackWhatWasAndRedoWhatCame) {
    Dossier dossier = randomDossier({60, 120, 30, 100, 80}, 1);
    const Dossier incoming = randomDossier({90, 150, 40, 120, 90}, 2);
    const std::vector<std::string> before = lines(dossier);
    const std::size_t expected = dossier.vertices().count() + incoming.vertices().count();
    History history;
    Merge merged = merge(dossier, incoming, reconcile(dossier, incoming));
    const std::size_t united = merged.united;
    EXPECT_GT(united, 0U);
    history.perform(dossier, std::move(merged.change));
    const std::vector<std::string> after = lines(dossier);
    EXPECT_EQ(faults(dossier), 0U);
    EXPECT_EQ(dossier.vertices().count(), expected - united);
    history.undo(dossier);
    EXPECT_EQ(lines(dossier), before);
    EXPECT_EQ(faults(dossier), 0U);
    history.redo(dossier);
    EXPECT_EQ(lines(dossier), after);
    EXPECT_EQ(faults(dossier), 0U);
    // Undone, and then another change: rows that were undone stay gone.
    history.undo(dossier);
    merged = merge(dossier, incoming, reconcile(dossier, incoming));
    history.perform(dossier, std::move(merged.change));
    EXPECT_EQ(lines(dossier), after);
}

TEST(Merge, UndoTakesDeclaredTypesBackAndRedoBringsThemAgain) {
    const auto made = [](std::initializer_list<std::pair<const char*, AttributeType>> types) {
        Dossier dossier;
        Vertex vertex;
        Edge edge;
        for (const auto& [name, type] : types) {
            vertex.attributes.push_back({dossier.intern(name), dossier.intern("1")});
            dossier.declareAttribute(ElementKind::Vertex, dossier.intern(name), type);
            dossier.declareAttribute(ElementKind::Edge, dossier.intern(name), type);
        }
        vertex.id = dossier.intern(types.begin()->first);
        edge.attributes = vertex.attributes;
        edge.source = edge.target = dossier.add(vertex);
        dossier.add(edge);
        return dossier;
    };
    using enum AttributeType;
    const auto declared = [](const Dossier& dossier) {
        std::string text;
        for (const AttributeColumns* const columns :
             {&dossier.vertices().attributes(), &dossier.edges().attributes()}) {
            for (const auto& [name, type] : columns->declared()) {
                text += std::string(dossier.text(name)) + " " + std::string(word(type)) + "; ";
            }
        }
        return text;
    };
    Dossier dossier = made({{"both", Integer}, {"same", Boolean}});
    const Dossier incoming = made({{"fresh", Number}, {"both", Number}, {"same", Boolean}});
    const std::string before = declared(dossier);
    const std::string after = "both text; same boolean; fresh number; both text; same boolean; "
                              "fresh number; ";
    History history;
    history.perform(dossier, merge(dossier, incoming, {}).change);
    EXPECT_EQ(declared(dossier), after);
    history.undo(dossier);
    EXPECT_EQ(declared(dossier), before);
    history.redo(dossier);
    EXPECT_EQ(declared(dossier), after);
    // What was undone leaves no values behind that would hinder another merge.
    history.undo(dossier);
    history.perform(dossier, merge(dossier, incoming, {}).change);
    EXPECT_EQ(declared(dossier), after);
    // A merge alone changes nothing before it is applied.
    Dossier untouched = made({{"both", Integer}});
    const Merge merged = merge(untouched, incoming, {});
    EXPECT_EQ(declared(untouched), "both integer; both integer; ");
    untouched.declareAttribute(ElementKind::Vertex, untouched.intern("both"), Boolean);
    EXPECT_THROW(apply(untouched, merged.change), std::logic_error);
}

TEST(Merge, MergingADossierWithItselfChangesNothing) {
    Dossier dossier = randomDossier({60, 120, 30, 100, 80}, 5);
    const Dossier copy = dossier;
    const Merge merged = bringIn(dossier, copy);
    EXPECT_TRUE(merged.change.steps.empty());
    EXPECT_EQ(merged.united, copy.vertices().count());
    EXPECT_EQ(merged.sameEdges, copy.edges().count());
    EXPECT_EQ(merged.sameClaims, copy.claims().size());
}

TEST(Merge, DoubtfulMatchesThatAreGivenAreUnitedToo) {
    Made open;
    open.vertex("a", "Wagner", VertexKind::Group);
    Made file;
    file.vertex("b", "Wagner", VertexKind::Company);
    std::vector<VertexMatch> matches = reconcile(open.dossier, file.dossier);
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_EQ(matches[0].certainty, Certainty::Doubtful);
    apply(open.dossier, merge(open.dossier, file.dossier, matches).change);
    EXPECT_EQ(open.dossier.vertices().count(), 1U);
    EXPECT_EQ(open.attributes(0), " other kind=company");
}

TEST(Merge, AChangeThatDoesNotFitLeavesAllAsItWas) {
    Made open;
    open.vertex("a", "A");
    Made file;
    file.vertex("b", "B");
    const Merge merged = merge(open.dossier, file.dossier, {});
    open.vertex("c", "C");
    const std::vector<std::string> before = lines(open.dossier);
    EXPECT_THROW(apply(open.dossier, merged.change), std::logic_error);
    EXPECT_EQ(lines(open.dossier), before);
}

} // namespace entente
