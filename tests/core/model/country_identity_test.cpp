#include "core/model/country_identity.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace entente {

namespace {

struct Actor {
    std::string_view label;
    VertexKind kind = VertexKind::Other;
    std::vector<Code> codes = {};
    std::string_view period = {};
    std::string_view type = {};
};

std::string_view word(CountryDoubt doubt) {
    switch (doubt) {
    case CountryDoubt::None:
        return "";
    case CountryDoubt::LabelLikeCode:
        return " (label)";
    case CountryDoubt::KindUnknown:
        return " (kind)";
    case CountryDoubt::FewCountries:
        return " (few)";
    case CountryDoubt::CodeAlone:
        return " (code)";
    case CountryDoubt::CodesDiffer:
        return " (differ)";
    }
    return "?";
}

/// "Iran, -, Kenya (label)" of an actor each.
std::string countriesOf(const std::vector<Actor>& actors) {
    Dossier dossier;
    for (const Actor& actor : actors) {
        Vertex vertex;
        vertex.id = dossier.intern("v" + std::to_string(dossier.vertices().size()));
        vertex.label = dossier.intern(actor.label);
        vertex.kind = actor.kind;
        vertex.type = dossier.intern(actor.type);
        vertex.period = *parsePeriod(actor.period);
        vertex.details =
            std::make_shared<const VertexDetails>(VertexDetails{{}, actor.codes, {}, {}, {}, {}});
        dossier.add(vertex);
    }
    std::string text;
    for (const CountryIdentity& identity : identifyCountries(dossier)) {
        text += text.empty() ? "" : ", ";
        text += identity.country == nullptr ? "-" : std::string(identity.country->name);
        text += word(identity.doubt);
    }
    return text;
}

std::string countriesOf(std::initializer_list<const char*> labels,
                        VertexKind kind = VertexKind::Other) {
    std::vector<Actor> actors;
    for (const char* const label : labels) {
        actors.push_back({label, kind});
    }
    return countriesOf(actors);
}

constexpr VertexKind state = VertexKind::State;

} // namespace

TEST(CountryIdentity, ThreeCapitalsAreIsoOrCowWhicheverAllOfThemAre) {
    EXPECT_EQ(countriesOf({"AUS", "DEU", "IRN"}), "Australia, Germany, Iran");
    EXPECT_EQ(countriesOf({"AUS", "GMY", "MNG", "RUS", "UKG"}),
              "Austria, Germany, Montenegro, Russia, United Kingdom");
    // Of neither alone: what both know as the same, and what only one knows, is clear.
    EXPECT_EQ(countriesOf({"AUS", "DEU", "GMY", "IRN"}),
              "Australia (label), Germany, Germany, Iran");
}

TEST(CountryIdentity, CapitalsAmongOthersThatAreNoCodesAreDoubtful) {
    EXPECT_EQ(countriesOf({"MCO", "PAN", "MAR", "PER", "LAX", "SFO"}),
              "Monaco (label), Panama (label), Morocco (label), Peru (label), -, -");
    EXPECT_EQ(countriesOf({"KEN", "BEN", "TOM"}), "Kenya (label), Benin (label), -");
    EXPECT_EQ(countriesOf({"FR", "DE"}), "France, Germany");
    EXPECT_EQ(countriesOf({"FR", "DE", "XQ"}), "France (label), Germany (label), -");
    EXPECT_EQ(countriesOf({"FR", "DE", "UK", "EU"}), "France, Germany, United Kingdom, -");
    EXPECT_EQ(countriesOf({"PA"}), "Panama (label)");
}

TEST(CountryIdentity, OfWhatIsSaidToBeAStateEveryCodeCounts) {
    EXPECT_EQ(countriesOf({"IRN", "651", "fr", "egy", "XQ"}, state),
              "Iran, Egypt, France, Egypt, -");
    EXPECT_EQ(countriesOf({"IRN", "651", "fr", "egy"}), "Iran, -, -, -");
    EXPECT_EQ(countriesOf({"IRN"}, VertexKind::Organisation), "-");
}

TEST(CountryIdentity, CodesInThePlaceOfNamesAreOfTheirTime) {
    EXPECT_EQ(countriesOf({{"365", state, {}, "1922/1991"},
                           {"365", state, {}, "1992/.."},
                           {"CS", state, {}, "2003/2006"},
                           {"CS", state}}),
              "Soviet Union, Russia, Serbia and Montenegro, Czechoslovakia");
}

TEST(CountryIdentity, WhatIsSaidToBeSomethingElseIsDoubtful) {
    EXPECT_EQ(countriesOf({{"Georgia", VertexKind::Other, {}, "", "US state"},
                           {"Jordan", VertexKind::Other, {}, "", "river"},
                           {"Chad", VertexKind::Leader},
                           {"Niger"}}),
              "Georgia (kind), Jordan (kind), -, Niger");
}

TEST(CountryIdentity, ANameOfACountryAmongManyOthersIsDoubtful) {
    EXPECT_EQ(countriesOf({"Maurice", "Pierre", "Marie", "Luc", "Anne"}), "Mauritius, -, -, -, -");
    EXPECT_EQ(countriesOf({"Maurice", "Pierre", "Marie", "Luc", "Anne", "Jean"}),
              "Mauritius (few), -, -, -, -, -");
}

TEST(CountryIdentity, NamesAndCodesOfDifferentCountriesAreDoubtful) {
    EXPECT_EQ(countriesOf({{"Niger", state, {{"iso3", "NGA"}}},
                           {"Iran", state, {{"iso3", "IRQ"}, {"cow", "630"}}},
                           {"Russia", state, {{"cow", "365"}, {"iso3", "RUS"}}}}),
              "Nigeria (differ), Iran (differ), Russia");
    EXPECT_EQ(countriesOf({{"RUS", state, {{"cow", "651"}}},
                           {"US", state, {{"cow", "365"}}},
                           {"AUS", state, {{"cow", "305"}}},
                           {"AUS", state, {{"iso3", "AUS"}}}}),
              "Egypt (differ), Russia (differ), Austria, Australia");
    // An actor may have the code of where it belongs.
    EXPECT_EQ(countriesOf({{"Cairo", VertexKind::Other, {{"iso3", "EGY"}}},
                           {"Misr", state, {{"iso3", "EGY"}}},
                           {"EGY", VertexKind::Other, {{"iso3", "EGY"}}},
                           {"Egypt", VertexKind::Other, {{"iso3", "EGY"}}}}),
              "Egypt (code), Egypt, Egypt, Egypt");
}

} // namespace entente
