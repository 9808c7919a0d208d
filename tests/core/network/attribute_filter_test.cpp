#include "tests/core/network/small_dossier.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

using Ask = AttributeCriterion::Test;
using Names = std::vector<std::string>;

class AttributeFilterTest : public testing::Test, protected SmallDossier {
protected:
    AttributeFilterTest() {
        filter.attributes.reserve(8);
        setAttribute(north, "region", "North");
        setAttribute(south, "region", "Süden");
        setAttribute(north, "gdp", "10");
        setAttribute(south, "gdp", "200");
        setAttribute(rich, "gdp", "3000");
        party(north, pact);
        party(south, pact);
        setEdgeAttribute(strong, "strength", "9");
        setEdgeAttribute(weak, "strength", "1");
    }

    AttributeCriterion& ask(std::string_view name, Ask test, ElementKind of = ElementKind::Vertex) {
        AttributeCriterion criterion;
        criterion.of = of;
        criterion.name = dossier.intern(name);
        criterion.test = test;
        return filter.attributes.emplace_back(criterion);
    }

    VertexIndex north = actor("Northland");
    VertexIndex south = actor("Southland");
    VertexIndex rich = actor("Rich");
    VertexIndex pact = agreement("Pact", "defence");
    EdgeIndex strong = tie(north, south, "ally");
    EdgeIndex weak = tie(south, rich, "ally");
    Filter filter;
};

} // namespace

TEST_F(AttributeFilterTest, LetsThroughTheValuesThatAreWanted) {
    AttributeCriterion& region = ask("region", Ask::OneOf);
    EXPECT_FALSE(filter.restricts());
    EXPECT_EQ(shown(filter), (Names{"Northland", "Southland", "Rich", "Pact"}));
    region.values = {{dossier.intern("North")}};
    EXPECT_TRUE(filter.restricts());
    EXPECT_EQ(shown(filter), (Names{"Northland", "Rich", "Pact"}))
        << "Rich has no region, and agreements never have one";
    region.absent = false;
    EXPECT_EQ(shown(filter), (Names{"Northland", "Pact"}));
    region.values = {std::vector<StringId>{}};
    region.absent = true;
    EXPECT_EQ(shown(filter), (Names{"Rich", "Pact"}));
}

TEST_F(AttributeFilterTest, FindsTextWhateverItsCaseAndDiacritics) {
    AttributeCriterion& region = ask("region", Ask::Contains);
    region.absent = false;
    region.text = "sud";
    EXPECT_EQ(shown(filter), (Names{"Southland", "Pact"}));
    region.text = "";
    EXPECT_EQ(shown(filter), (Names{"Northland", "Southland", "Pact"})) << "whatever has a region";
}

TEST_F(AttributeFilterTest, ComparesNumbersAsNumbers) {
    AttributeCriterion& gdp = ask("gdp", Ask::Range);
    gdp.least = 20;
    EXPECT_EQ(shown(filter), (Names{"Southland", "Rich", "Pact"}));
    gdp.most = 200;
    EXPECT_EQ(shown(filter), (Names{"Southland", "Pact"})) << "the ends belong to the range";
    setAttribute(actor("Words"), "gdp", "unknown");
    EXPECT_EQ(shown(filter), (Names{"Southland", "Pact", "Words"})) << "no number: as if absent";
    gdp.absent = false;
    EXPECT_EQ(shown(filter), (Names{"Southland", "Pact"}));
}

TEST_F(AttributeFilterTest, HidesActorsWhoseEdgesAllFail) {
    ask("strength", Ask::Range, ElementKind::Edge).least = 5;
    EXPECT_EQ(shownEdges(filter).size(), 3U) << "the strong tie, and two participations";
    EXPECT_EQ(shown(filter), (Names{"Northland", "Southland", "Pact"}));
}

TEST_F(AttributeFilterTest, CombinesCriteria) {
    ask("gdp", Ask::Range).least = 20;
    ask("region", Ask::OneOf).values = {{dossier.intern("North")}};
    EXPECT_EQ(shown(filter), (Names{"Rich", "Pact"}));
    filter.vertexKinds = kindBit(VertexKind::State);
    EXPECT_EQ(shown(filter), (Names{"Rich"}));
}

TEST_F(AttributeFilterTest, CountsWhatEachValueWouldShow) {
    AttributeCriterion& region = ask("region", Ask::OneOf);
    region.values = {{dossier.intern("North")}};
    ask("gdp", Ask::Range).least = 20;
    const FilterEvaluator evaluator(dossier);
    const FacetCounts counts = evaluator.facets(filter);
    ASSERT_EQ(counts.attributes.size(), 2U);
    const auto index = evaluator.attribute(ElementKind::Vertex, region.name);
    ASSERT_EQ(index->values.size(), 2U);
    EXPECT_EQ(counts.attributes[0].values, (std::vector<std::size_t>{0, 1}))
        << "North is too poor; Süden would be shown";
    EXPECT_EQ(counts.attributes[0].absent, 1U) << "Rich";
    EXPECT_EQ(counts.attributes[1].values.size(), 3U);
    EXPECT_EQ(counts.vertexKinds[0], 1U) << "other facets see what attributes let through";
}

TEST_F(AttributeFilterTest, IsSaidInTheSentence) {
    AttributeCriterion& region = ask("region", Ask::OneOf);
    region.values = {{dossier.intern("North"), dossier.intern("Süden")}};
    region.absent = false;
    AttributeCriterion& gdp = ask("gdp", Ask::Range);
    gdp.least = 10;
    gdp.most = 200.5;
    AttributeCriterion& strength = ask("strength", Ask::Contains, ElementKind::Edge);
    strength.text = "9";
    strength.absent = false;
    EXPECT_EQ(describe(filter, dossier),
              "All relations of any confidence, with region “North” or “Süden”, with gdp from 10 "
              "to 200.5 or not stated, with strength of edges containing “9”.");
    filter.attributes = {{}};
    EXPECT_EQ(describe(filter, dossier), "All relations.") << "it lets everything through";
}

TEST_F(AttributeFilterTest, OfAnAttributeThatNothingHasHidesNothing) {
    AttributeCriterion& unknown = ask("no such", Ask::Range);
    unknown.least = 1;
    unknown.absent = false;
    EXPECT_EQ(shown(filter).size(), 4U);
}

} // namespace entente
