#include "tests/core/formats/same_dossier.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace entente {

namespace {

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

/// Formats with a column for each system and each language do not keep the order between them.
VertexDetails sorted(VertexDetails details) {
    std::ranges::stable_sort(details.codes, {}, &Code::system);
    std::ranges::stable_sort(details.names, {},
                             [](const Name& name) { return std::pair(name.alias, name.language); });
    return details;
}

} // namespace

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
        ASSERT_EQ(sorted(one.vertices().details(i)), sorted(two.vertices().details(i)));
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
    details.names = {{"ru", "Россия; РФ", false},
                     {"", "back\\slash", true},
                     {"ru", "Русь", true},
                     {"fr", "Russie", false}};
    actor.details = std::make_shared<const VertexDetails>(std::move(details));
    dossier.add(actor);
    dossier.add(vertex("b", "B", VertexKind::Leader));
    Vertex treaty = vertex("t", "Treaty", VertexKind::Agreement);
    treaty.status = Status::InForce;
    treaty.confidence = Confidence::Planned;
    treaty.polarity = Polarity::Cooperative;
    treaty.period = *parsePeriod("/2024");
    VertexDetails terms;
    terms.terms = {"Help; more help", "Trade in \"own\" money\\"};
    terms.renewals = {*parseDate("2011~"), *parseDate("2016-03-12")};
    terms.quantities = {{55, "billion m³", "year"}, {5.5, "t", ""}, {7, "", ""}};
    treaty.details = std::make_shared<const VertexDetails>(std::move(terms));
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

} // namespace entente
