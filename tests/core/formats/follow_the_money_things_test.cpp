#include "tests/core/formats/follow_the_money_reading.h"

namespace entente {

namespace {

using FollowTheMoneyThings = FollowTheMoneyReading;
using testing::Test;

const std::string minister =
    R"({"id":"Q100001","caption":"Elchin Mammadov","schema":"Person","properties":{"name":["Elchin Mammadov","Эльчин Мамедов","Elçin Məmmədov"],"alias":["E. Mammadov"],"weakAlias":["Elchin"],"previousName":["Elchin Aliyev"],"birthDate":["1961","1961-12-24"],"nationality":["az"],"citizenship":["az","ru"],"position":["Minister of Energy","Deputy"],"topics":["role.pep","sanction"],"wikidataId":["Q100001"],"innCode":["771234567890"],"notes":["Minister since 2017."],"summary":["Politician"],"sourceUrl":["https://example.org/p/1"],"gender":["male"]},"referents":["gb-1","us-2"],"datasets":["us_ofac_sdn","wd_peps"],"first_seen":"2021-09-26T14:57:45","last_seen":"2025-05-01T00:00:00","target":true})";

} // namespace

TEST_F(FollowTheMoneyThings, APersonWithAPublicPostIsALeader) {
    read(minister + "\n");
    const Vertex person = vertex("Q100001");
    EXPECT_EQ(person.kind, VertexKind::Leader);
    EXPECT_EQ(dossier.text(person.type), "person");
    EXPECT_EQ(dossier.text(person.label), "Elchin Mammadov");
    EXPECT_EQ(toEdtf(person.period), "1961-12-24/");
    EXPECT_EQ(dossier.text(person.note), "Minister since 2017.\nPolitician");
    EXPECT_EQ(code("Q100001", "wikidata"), "Q100001");
    EXPECT_EQ(code("Q100001", "inn"), "771234567890");
    EXPECT_EQ(attribute("Q100001", "citizenship"), "az; ru");
    EXPECT_EQ(attribute("Q100001", "position"), "Minister of Energy; Deputy");
    EXPECT_EQ(attribute("Q100001", "topics"), "role.pep; sanction");
    EXPECT_EQ(attribute("Q100001", "birthDate"), "1961; 1961-12-24");
    EXPECT_EQ(attribute("Q100001", "referents"), "gb-1; us-2");
    EXPECT_EQ(attribute("Q100001", "previousName"), "Elchin Aliyev");
    const std::vector<Name> expected = {{"und-Cyrl", "Эльчин Мамедов", false},
                                        {"", "Elçin Məmmədov", true},
                                        {"", "E. Mammadov", true},
                                        {"", "Elchin", true},
                                        {"", "Elchin Aliyev", true}};
    EXPECT_EQ(details("Q100001").names, expected);
    EXPECT_EQ(report.rowsRead, 1U);
    EXPECT_TRUE(report.entries.empty()) << report.text();
}

TEST_F(FollowTheMoneyThings, DataSetsAreTheSourcesOfClaims) {
    read(minister);
    ASSERT_EQ(dossier.sources().size(), 2U);
    EXPECT_EQ(dossier.text(dossier.sources()[0].id), "us_ofac_sdn");
    const std::vector<ClaimIndex> claims =
        dossier.claimsAbout({ElementKind::Vertex, dossier.findVertex("Q100001")});
    ASSERT_EQ(claims.size(), 2U);
    const Claim& claim = dossier.claims()[claims[0]];
    EXPECT_EQ(dossier.text(claim.statement), "Listed as Person");
    EXPECT_EQ(dossier.text(claim.locator), "https://example.org/p/1");
    EXPECT_EQ(toEdtf(claim.date), "2021-09-26/2025-05-01");
    EXPECT_EQ(claim.source, 0U);
}

TEST_F(FollowTheMoneyThings, WithoutADataSetThePublisherOrTheAddressIsTheSource) {
    read(
        R"({"id":"a","schema":"Company","properties":{"name":["A"],"publisher":["Registry"],"publisherUrl":["https://registry.example"],"sourceUrl":["https://registry.example/a"],"modifiedAt":["2020-02-03"]}}
{"id":"b","schema":"Company","properties":{"name":["B"],"sourceUrl":["https://leaks.example.org/b?x=1"]}}
)");
    ASSERT_EQ(dossier.sources().size(), 2U);
    EXPECT_EQ(dossier.text(dossier.sources()[0].title), "Registry");
    EXPECT_EQ(dossier.text(dossier.sources()[0].address), "https://registry.example");
    EXPECT_EQ(dossier.text(dossier.sources()[1].title), "leaks.example.org");
    ASSERT_EQ(dossier.claims().size(), 2U);
    EXPECT_EQ(dossier.text(dossier.claims()[0].attribution), "Registry");
    EXPECT_EQ(toEdtf(dossier.claims()[0].date), "2020-02-03");
}

TEST_F(FollowTheMoneyThings, SchemataBecomeKinds) {
    const std::vector<std::tuple<std::string, VertexKind, std::string>> expected = {
        {"Person", VertexKind::Other, "person"},
        {"PublicBody", VertexKind::Organisation, "public body"},
        {"Organization", VertexKind::Organisation, "organisation"},
        {"LegalEntity", VertexKind::Organisation, "legal entity"},
        {"Company", VertexKind::Company, "company"},
        {"Position", VertexKind::Organisation, "position"},
        {"Vessel", VertexKind::Other, "vessel"},
        {"Airplane", VertexKind::Other, "aeroplane"},
        {"Asset", VertexKind::Other, "asset"},
        {"Event", VertexKind::Event, "event"},
        {"Contract", VertexKind::Agreement, "contract"},
        {"Territory", VertexKind::State, "territory"},
        {"Spaceship", VertexKind::Other, "Spaceship"}};
    std::string lines;
    for (const auto& [schema, kind, type] : expected) {
        lines += R"({"id":"id-)" + schema + R"(","schema":")" + schema +
                 R"(","properties":{"name":["N"],"country":["dd"]}})" + "\n";
    }
    read(lines);
    for (const auto& [schema, kind, type] : expected) {
        EXPECT_EQ(vertex("id-" + schema).kind, kind) << schema;
        EXPECT_EQ(dossier.text(vertex("id-" + schema).type), type);
    }
    EXPECT_EQ(code("id-Territory", "iso2"), "DD");
    EXPECT_EQ(attribute("id-Vessel", "country"), "dd");
    EXPECT_TRUE(says(Severity::Note, 0, "“Spaceship”, which Entente does not know: 1"));
}

TEST_F(FollowTheMoneyThings, DatesOfThings) {
    read(
        R"({"id":"c","schema":"Company","properties":{"name":["C"],"incorporationDate":["1992-03"],"dissolutionDate":["2009-01-05T00:00:00"],"leiCode":["253400V1H6ART1UQ0N98"]}}
{"id":"e","schema":"Event","properties":{"name":["E"],"date":["2014-09-00"]}}
{"id":"p","schema":"Person","properties":{"name":["P"],"deathDate":["1999"]}}
{"id":"v","schema":"Vessel","properties":{"name":["V"],"buildDate":["last spring"],"imoNumber":["IMO9187629"],"mmsi":["273"]}}
)");
    EXPECT_EQ(toEdtf(vertex("c").period), "1992-03/2009-01-05");
    EXPECT_EQ(code("c", "lei"), "253400V1H6ART1UQ0N98");
    EXPECT_EQ(toEdtf(vertex("e").period), "2014-09");
    EXPECT_EQ(toEdtf(vertex("p").period), "/1999");
    EXPECT_TRUE(vertex("v").period.empty());
    EXPECT_EQ(attribute("v", "buildDate"), "last spring");
    EXPECT_EQ(code("v", "imo"), "IMO9187629");
    EXPECT_TRUE(says(Severity::Repaired, 4, "“last spring” is no date"));
}

TEST_F(FollowTheMoneyThings, WithoutANameTheCaptionAndThenTheIdStand) {
    read(R"({"id":"a","schema":"Company","caption":"A Ltd"}
{"id":"b","schema":"LegalEntity"}
{"id":"c","schema":"Person","properties":{"name":["Иван Петров"]}}
{"id":"d","schema":"Person","properties":{"name":["Иван Петров","Ivan Petrov"]}}
)");
    EXPECT_EQ(label("a"), "A Ltd");
    EXPECT_EQ(label("b"), "b");
    EXPECT_EQ(label("c"), "Иван Петров");
    EXPECT_TRUE(details("c").names.empty());
    EXPECT_EQ(label("d"), "Ivan Petrov");
    EXPECT_EQ(details("d").names, (std::vector<Name>{{"und-Cyrl", "Иван Петров", false}}));
    EXPECT_EQ(report.rowsRefused, 0U);
}

TEST_F(FollowTheMoneyThings, WhatIsSaidOfOneIdIsBroughtTogether) {
    read(
        R"({"id":"x","schema":"LegalEntity","properties":{"name":["Rosneft"],"country":["ru"],"notes":["Oil."]},"datasets":["one"],"first_seen":"2020-01-01","last_seen":"2021-01-01"}
{"id":"x","schema":"Company","properties":{"name":["Rosneft","Роснефть"],"alias":["Rosneft Oil Company"],"country":["ru","cy"],"innCode":["7706107510"],"incorporationDate":["1993"],"notes":["Oil."]},"datasets":["one","two"],"first_seen":"2019-05-05","last_seen":"2024-01-01"}
{"id":"x","schema":"Organization","properties":{"innCode":["7706107510"],"website":["https://rosneft.example"]}}
)");
    ASSERT_EQ(dossier.vertices().size(), 1U);
    const Vertex company = vertex("x");
    EXPECT_EQ(company.kind, VertexKind::Company);
    EXPECT_EQ(dossier.text(company.type), "company");
    EXPECT_EQ(dossier.text(company.note), "Oil.");
    EXPECT_EQ(attribute("x", "country"), "ru; cy");
    EXPECT_EQ(attribute("x", "website"), "https://rosneft.example");
    EXPECT_EQ(details("x").codes, (std::vector<Code>{{"inn", "7706107510"}}));
    EXPECT_EQ(toEdtf(company.period), "1993/");
    EXPECT_EQ(details("x").names, (std::vector<Name>{{"und-Cyrl", "Роснефть", false},
                                                     {"", "Rosneft Oil Company", true}}));
    EXPECT_TRUE(says(Severity::Note, 0, "entity of an earlier line: 2"));
    ASSERT_EQ(dossier.sources().size(), 2U);
    EXPECT_EQ(dossier.claims().size(), 3U) << "two schemata in one data set are two claims";
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(FollowTheMoneyThings, AddressesAndPapersBelongToTheirHolders) {
    read(
        R"({"id":"addr-1","schema":"Address","properties":{"full":["10 Main Street, Limassol"],"country":["cy"]}}
{"id":"addr-2","schema":"Address","properties":{"city":["Baku"],"country":["az"]}}
{"id":"p","schema":"Person","properties":{"name":["P"],"address":["Old road 1"],"addressEntity":["addr-1","addr-2","addr-3"]}}
{"id":"pass","schema":"Passport","properties":{"holder":["p"],"number":["C01234567"],"country":["az"]}}
{"id":"card","schema":"Identification","properties":{"holder":["p"],"type":["Personal ID Card"],"number":["AA1"]}}
{"id":"lost","schema":"Identification","properties":{"holder":["nobody"],"number":["AA2"]}}
{"id":"blank","schema":"Identification","properties":{"holder":["p"]}}
)");
    EXPECT_EQ(dossier.vertices().size(), 1U);
    EXPECT_EQ(attribute("p", "address"), "Old road 1; 10 Main Street, Limassol; Baku, az; addr-3");
    EXPECT_EQ(code("p", "passport number"), "C01234567");
    EXPECT_EQ(code("p", "Personal ID Card"), "AA1");
    EXPECT_TRUE(says(Severity::Note, 0, "Addresses: 2."));
    EXPECT_TRUE(says(Severity::Note, 0, "not in the file: 1"));
    EXPECT_TRUE(says(Severity::Refused, 6, "“nobody”"));
    EXPECT_TRUE(says(Severity::Refused, 7, "“blank” has no number"));
}

TEST_F(FollowTheMoneyThings, DocumentsAreSources) {
    read(
        R"({"id":"doc","schema":"Pages","properties":{"fileName":["contract.pdf"],"title":["Contract of 2014"],"author":["Clerk"],"sourceUrl":["https://x.example/contract.pdf"],"authoredAt":["2014-05"]}}
{"id":"p","schema":"Person","properties":{"name":["P"],"proof":["doc","gone"]}}
{"id":"l","schema":"Documentation","properties":{"document":["doc"],"entity":["p"],"role":["Signatory"]}}
)");
    ASSERT_EQ(dossier.sources().size(), 1U);
    EXPECT_EQ(dossier.text(dossier.sources()[0].title), "contract.pdf");
    EXPECT_EQ(toEdtf(dossier.sources()[0].date), "2014-05");
    ASSERT_EQ(dossier.claims().size(), 2U);
    EXPECT_TRUE(says(Severity::Refused, 2, "“gone”"));
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(FollowTheMoneyThings, StatementsGiveLanguageAndDataSets) {
    read(
        R"({"id":"NK-1","schema":"Person","caption":"Ivan Petrov","statements":[{"id":"s1","entity_id":"a-1","canonical_id":"NK-1","prop":"name","prop_type":"name","schema":"Person","value":"Иван Петров","dataset":"ru_list","lang":"rus","first_seen":"2022-03-01","last_seen":"2024-01-01"},{"prop":"name","value":"Ivan Petrov","dataset":"us_list","lang":"eng","first_seen":"2021-01-01","last_seen":"2023-01-01"},{"prop":"birthDate","value":"1970-02-03","dataset":"us_list","first_seen":"2020-01-01","last_seen":"2025-01-01"},{"prop":"birthDate","value":"1970-02-03","dataset":"ru_list"},{"prop":"id","value":"abc","dataset":"eu_list","first_seen":"2022-01-01"}]}
)");
    EXPECT_EQ(label("NK-1"), "Ivan Petrov");
    EXPECT_EQ(details("NK-1").names,
              (std::vector<Name>{{"ru", "Иван Петров", false}, {"en", "Ivan Petrov", false}}));
    EXPECT_EQ(toEdtf(vertex("NK-1").period), "1970-02-03/");
    EXPECT_EQ(attribute("NK-1", "birthDate"), "");
    ASSERT_EQ(dossier.claims().size(), 3U);
    EXPECT_EQ(dossier.text(dossier.sources()[1].id), "us_list");
    EXPECT_EQ(toEdtf(dossier.claims()[1].date), "2020-01-01/2025-01-01");
}

TEST_F(FollowTheMoneyThings, LinesMayBeSingleStatements) {
    read(
        R"({"canonical_id":"NK-1","entity_id":"a-1","prop":"name","schema":"Company","value":"A Ltd","dataset":"one","lang":"eng","first_seen":"2022-03-01"}
{"canonical_id":"NK-1","entity_id":"a-2","prop":"jurisdiction","schema":"Company","value":"cy","dataset":"two"}
{"canonical_id":"own","prop":"owner","schema":"Ownership","value":"NK-1","dataset":"two"}
{"canonical_id":"own","prop":"asset","schema":"Ownership","value":"NK-2","dataset":"two"}
{"canonical_id":"NK-2","prop":"name","schema":"Company","value":"B Ltd","dataset":"two"}
)");
    EXPECT_EQ(label("NK-1"), "A Ltd");
    EXPECT_EQ(attribute("NK-1", "jurisdiction"), "cy");
    EXPECT_EQ(edges(), std::vector<std::string>{"A Ltd → B Ltd (owns)"});
    EXPECT_EQ(report.rowsRefused, 0U) << report.text();
}

TEST_F(FollowTheMoneyThings, MoreNamesOfPropertiesThanColumnsShareOne) {
    std::string line = R"({"id":"a","schema":"Company","properties":{"name":["A"])";
    for (int i = 0; i < 600; ++i) {
        line += ",\"p" + std::to_string(i) + "\":[\"v\"]";
    }
    read(line + "}}");
    EXPECT_EQ(attribute("a", "p0"), "v");
    EXPECT_EQ(dossier.vertices().attributes().names().size(), 513U);
    EXPECT_NE(attribute("a", "other properties").find("p599: v"), std::string::npos);
}

} // namespace entente
