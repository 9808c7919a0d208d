#include "tests/core/formats/follow_the_money_reading.h"

namespace entente {

namespace {

using FollowTheMoneyLinks = FollowTheMoneyReading;

/// Persons P and Q, companies A and B.
const std::string four = R"({"id":"p","schema":"Person","properties":{"name":["P"]}}
{"id":"q","schema":"Person","properties":{"name":["Q"]}}
{"id":"a","schema":"Company","properties":{"name":["A"]}}
{"id":"b","schema":"Company","properties":{"name":["B"]}}
)";

std::string link(const std::string& schema, const std::string& properties) {
    return R"({"id":"l","schema":")" + schema + R"(","properties":{)" + properties + "}}\n";
}

} // namespace

TEST_F(FollowTheMoneyLinks, LinksAreTiesWithPeriodAndRole) {
    // The link stands before what it links.
    read(
        R"({"id":"own-1","caption":"Ownership","schema":"Ownership","properties":{"owner":["p"],"asset":["a"],"percentage":["51.5"],"sharesCount":["1000"],"role":["Beneficial owner","Founder"],"startDate":["2010-05-01"],"endDate":["2015"],"sourceUrl":["https://r.example/1"]},"datasets":["ru_egrul"],"first_seen":"2022-01-01"}
)" + four);
    const Edge tie = edge("own-1");
    EXPECT_EQ(edges(), std::vector<std::string>{"P → A (Beneficial owner) 2010-05-01/2015"});
    EXPECT_EQ(tie.kind, EdgeKind::Tie);
    EXPECT_TRUE(tie.directed);
    EXPECT_EQ(attribute(tie.attributes, "percentage"), "51.5");
    EXPECT_EQ(attribute(tie.attributes, "role"), "Founder");
    EXPECT_EQ(attribute(tie.attributes, "schema"), "Ownership");
    ASSERT_EQ(dossier.claims().size(), 1U);
    EXPECT_EQ(dossier.claims()[0].about, (ElementRef{ElementKind::Edge, 0}));
    EXPECT_EQ(dossier.text(dossier.claims()[0].locator), "https://r.example/1");
    EXPECT_TRUE(report.entries.empty()) << report.text();
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(FollowTheMoneyLinks, EverySchemaOfLinksHasItsEnds) {
    const std::vector<std::pair<std::string, std::string>> expected = {
        {link("Directorship", R"("director":["p"],"organization":["a"])"), "P → A (director of)"},
        {link("Membership", R"("member":["p"],"organization":["a"])"), "P → A (member of)"},
        {link("Employment", R"("employer":["a"],"employee":["p"])"), "P → A (employed by)"},
        {link("Family", R"("person":["p"],"relative":["q"],"relationship":["mother"])"),
         "P → Q (mother)"},
        {link("Family", R"("person":["p"],"relative":["q"])"), "P – Q (related to)"},
        {link("Associate", R"("person":["p"],"associate":["q"])"), "P – Q (associated with)"},
        {link("Representation", R"("agent":["p"],"client":["a"])"), "P → A (represents)"},
        {link("Succession", R"("predecessor":["a"],"successor":["b"])"), "A → B (succeeded by)"},
        {link("UnknownLink", R"("subject":["p"],"object":["a"],"role":["fixer"])"),
         "P → A (fixer)"},
        {link("Payment", R"("payer":["a"],"beneficiary":["b"],"amount":["100"])"), "A → B (pays)"},
        {link("Payment", R"("payerAccount":["a"],"beneficiary":["b"])"), "A → B (pays)"},
        {link("Debt", R"("debtor":["a"],"creditor":["b"])"), "A → B (owes)"},
        {link("Control", R"("controller":["p"],"controlled":["a"],"controlType":["voting"])"),
         "P → A (voting)"}};
    for (const auto& [line, words] : expected) {
        report = {};
        read(four + line);
        ASSERT_EQ(edges().size(), 1U) << line << report.text();
        EXPECT_EQ(edges().front(), words);
        EXPECT_EQ(faults(), std::vector<std::string>{});
    }
}

TEST_F(FollowTheMoneyLinks, TheHolderOfAPostIsALeader) {
    read(
        R"({"id":"occ-1","schema":"Occupancy","properties":{"holder":["p"],"post":["pos-1"],"startDate":["2017-10-01"],"status":["current"]}}
{"id":"occ-2","schema":"Occupancy","properties":{"holder":["p"],"post":["pos-1"],"startDate":["2003"],"endDate":["2008"],"constituency":["Baku"]}}
{"id":"pos-1","schema":"Position","properties":{"name":["Minister of Energy of Azerbaijan"],"country":["az"],"topics":["gov.executive"],"inceptionDate":["1991"],"organization":["min"]}}
{"id":"min","schema":"PublicBody","properties":{"name":["Ministry of Energy"],"parent":["gov"]}}
)" + four);
    EXPECT_EQ(vertex("p").kind, VertexKind::Leader);
    EXPECT_EQ(vertex("q").kind, VertexKind::Other);
    const std::vector<std::string> expected = {
        "P → Minister of Energy of Azerbaijan (holds post) 2017-10-01/..",
        "P → Minister of Energy of Azerbaijan (holds post) 2003/2008",
        "Minister of Energy of Azerbaijan → Ministry of Energy (post in)"};
    EXPECT_EQ(edges(), expected);
    EXPECT_EQ(toEdtf(vertex("pos-1").period), "1991/");
    EXPECT_EQ(attribute(edge("occ-2").attributes, "constituency"), "Baku");
    EXPECT_EQ(attribute("min", "parent"), "gov");
    EXPECT_TRUE(says(Severity::Repaired, 4, "“gov” is not in the file"));
}

TEST_F(FollowTheMoneyLinks, SeveralEndsAreATieEach) {
    read(four + link("Ownership", R"("owner":["p","q"],"asset":["a","b","gone"])"));
    const std::vector<std::string> expected = {"P → A (owns)", "P → B (owns)", "Q → A (owns)",
                                               "Q → B (owns)"};
    EXPECT_EQ(edges(), expected);
    EXPECT_EQ(dossier.text(dossier.edges().id(0)), "l");
    EXPECT_EQ(dossier.text(dossier.edges().id(3)), "l (4)");
    EXPECT_TRUE(says(Severity::Refused, 5, "asset “gone”"));
    EXPECT_EQ(faults(), std::vector<std::string>{}) << "every tie has an id of its own";
}

TEST_F(FollowTheMoneyLinks, ALinkOfTooManyEndsIsRefused) {
    std::string lines;
    std::string ids;
    for (int i = 0; i < 101; ++i) {
        const std::string id = "x" + std::to_string(i);
        lines += R"({"id":")" + id + R"(","schema":"Company"})" + "\n";
        ids += (i == 0 ? "\"" : ",\"") + id + "\"";
    }
    read(lines + link("Ownership", "\"owner\":[" + ids + "],\"asset\":[" + ids + "]"));
    EXPECT_TRUE(edges().empty());
    EXPECT_TRUE(says(Severity::Refused, 102, "101 entities with 101"));
}

TEST_F(FollowTheMoneyLinks, DanglingLinksAreRefusedWithTheirLine) {
    read(four + link("Ownership", R"("owner":["p"],"asset":["gone"])") +
         link("Directorship", R"("director":["p"])") +
         R"({"id":"addr","schema":"Address","properties":{"full":["Road 1"]}})" + "\n" +
         R"({"id":"m","schema":"UnknownLink","properties":{"subject":["p"],"object":["addr"]}})");
    EXPECT_TRUE(edges().empty());
    EXPECT_EQ(dossier.vertices().size(), 4U);
    EXPECT_TRUE(says(Severity::Refused, 5, "asset “gone” of the Ownership “l” is not in the file"));
    EXPECT_TRUE(says(Severity::Refused, 8, "an address, which is no actor"));
}

TEST_F(FollowTheMoneyLinks, ALinkWithoutAnEndIsRefused) {
    read(four + link("Directorship", R"("director":["p"])"));
    EXPECT_TRUE(edges().empty());
    EXPECT_TRUE(says(Severity::Refused, 5, "names nobody as its organization"));
}

TEST_F(FollowTheMoneyLinks, FragmentsOfALinkAreBroughtTogether) {
    read(four + link("Ownership", R"("owner":["p"])") +
         link("Ownership", R"("asset":["a"],"percentage":["10"])") +
         link("Ownership", R"("owner":["p"],"percentage":["10"],"startDate":["2001"])"));
    EXPECT_EQ(edges(), std::vector<std::string>{"P → A (owns) 2001/"});
    EXPECT_EQ(attribute(edge("l").attributes, "percentage"), "10");
}

TEST_F(FollowTheMoneyLinks, ContractsAndEventsHaveParticipants) {
    read(
        four +
        R"({"id":"c","schema":"Contract","properties":{"title":["Bridge"],"name":["Bridge"],"authority":["b"]}}
{"id":"aw","schema":"ContractAward","properties":{"contract":["c"],"supplier":["a"],"amount":["5000000"],"currency":["EUR"]}}
{"id":"e","schema":"Event","properties":{"name":["Summit"],"date":["2014-09-05"],"involved":["p","q"],"organizer":["b"]}}
{"id":"case","schema":"CourtCase","properties":{"name":["A v. B"]}}
{"id":"cp","schema":"CourtCaseParty","properties":{"party":["a"],"case":["case"],"role":["plaintiff"]}}
{"id":"bad","schema":"UnknownLink","properties":{"subject":["c"],"object":["e"]}}
)");
    const std::vector<std::string> expected = {"B → Bridge (authority)", "A → Bridge (supplier)",
                                               "P → Summit (involved)",  "Q → Summit (involved)",
                                               "B → Summit (organiser)", "A → A v. B (plaintiff)"};
    EXPECT_EQ(edges(), expected);
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        EXPECT_EQ(dossier.edges().kind(i), EdgeKind::Participation);
    }
    EXPECT_EQ(attribute(edge("aw").attributes, "amount"), "5000000");
    EXPECT_TRUE(says(Severity::Refused, 10, "which no tie can join"));
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(FollowTheMoneyLinks, SanctionsOfOneProgrammeAreOneAgreement) {
    read(
        four +
        R"({"id":"s1","schema":"Sanction","properties":{"entity":["p"],"authority":["Office of Foreign Assets Control"],"program":["UKRAINE-EO13661"],"programId":["US-UKR"],"programUrl":["https://ofac.example/ukr"],"country":["us"],"startDate":["2014-03-20"],"listingDate":["2014-03-21"],"reason":["Close to power."],"provisions":["Block"],"sourceUrl":["https://ofac.example/1"]},"datasets":["us_ofac_sdn"]}
{"id":"s2","schema":"Sanction","properties":{"entity":["a"],"authority":["Office of Foreign Assets Control"],"program":["UKRAINE-EO13661"],"programId":["US-UKR"],"listingDate":["2022-02-24"],"endDate":["2023-01-01"]},"datasets":["us_ofac_sdn"]}
{"id":"s3","schema":"Sanction","properties":{"entity":["a"],"authority":["European Union"],"program":["UKR"],"startDate":["2022-04-08"],"status":["Active"]},"datasets":["eu_fsf"]}
{"id":"s4","schema":"Sanction","properties":{"entity":["q"],"program":["Debarred"]},"datasets":["some_list"]}
{"id":"s5","schema":"Sanction","properties":{"entity":["gone"],"program":["Debarred"]},"datasets":["some_list"]}
)");
    const std::string ofac = "sanctions: Office of Foreign Assets Control: US-UKR";
    const Vertex regime = vertex(ofac);
    EXPECT_EQ(regime.kind, VertexKind::Agreement);
    EXPECT_EQ(regime.polarity, Polarity::Conflictual);
    EXPECT_EQ(dossier.text(regime.type), "sanctions");
    EXPECT_EQ(dossier.text(regime.label), "UKRAINE-EO13661");
    EXPECT_EQ(code(ofac, "programme"), "US-UKR");
    EXPECT_EQ(attribute(ofac, "programUrl"), "https://ofac.example/ukr");
    EXPECT_EQ(label("authority: European Union"), "European Union");
    const std::vector<std::string> expected = {
        "Office of Foreign Assets Control → UKRAINE-EO13661 (imposes)",
        "P → UKRAINE-EO13661 (target) 2014-03-20/",
        "A → UKRAINE-EO13661 (target) 2022-02-24/2023-01-01",
        "European Union → UKR (imposes)",
        "A → UKR (target) 2022-04-08/..",
        "Authority not named (some_list) → Debarred (imposes)",
        "Q → Debarred (target)"};
    EXPECT_EQ(edges(), expected);
    const Edge target = edge("s1");
    EXPECT_EQ(target.kind, EdgeKind::Participation);
    EXPECT_EQ(target.polarity, Polarity::Conflictual);
    EXPECT_EQ(dossier.text(target.note), "Close to power.");
    EXPECT_EQ(attribute(target.attributes, "listingDate"), "2014-03-21");
    EXPECT_EQ(attribute(target.attributes, "provisions"), "Block");
    EXPECT_EQ(dossier.edges().polarity(0), Polarity::Neutral)
        << "the authority is not opposed to itself";
    EXPECT_TRUE(says(Severity::Refused, 9, "entity “gone”"));
    EXPECT_TRUE(says(Severity::Note, 0, "Sanctions without an authority: 2"));
    EXPECT_EQ(dossier.claims().size(), 4U);
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(FollowTheMoneyLinks, ASanctionOfSeveralIsATargetEach) {
    read(
        four +
        R"({"id":"s","schema":"Sanction","properties":{"entity":["p","q"],"authority":["EU"]},"datasets":["eu"]})");
    const std::vector<std::string> expected = {"EU → Sanctions by EU (imposes)",
                                               "P → Sanctions by EU (target)",
                                               "Q → Sanctions by EU (target)"};
    EXPECT_EQ(edges(), expected);
    EXPECT_EQ(dossier.text(dossier.edges().id(2)), "s (2)");
    EXPECT_EQ(dossier.claims().size(), 2U);
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(FollowTheMoneyLinks, PropertiesMayHoldWholeEntities) {
    read(
        R"({"id":"NK-1","schema":"Person","caption":"P","properties":{"name":["P"],"addressEntity":[{"id":"ad","schema":"Address","properties":{"full":["Road 1"]}}],"sanctions":[{"id":"s","schema":"Sanction","properties":{"authority":["EU"],"program":["UKR"],"entity":["NK-1"]}}],"ownershipOwner":[{"id":"o","schema":"Ownership","properties":{"asset":[{"id":"NK-2","schema":"Company","properties":{"name":["A"],"directorshipOrganization":[{"id":"d","schema":"Directorship","properties":{"organization":["NK-2"],"director":[{"id":"NK-3","schema":"Person","properties":{"name":["Q"]}}]}}]}}],"percentage":["30"]}}],"positionOccupancies":[{"id":"oc","schema":"Occupancy","properties":{"holder":["NK-1"],"post":[{"id":"po","schema":"Position","properties":{"name":["Post"]}}]}}]},"datasets":["eu"]}
{"id":"NK-2","schema":"Company","caption":"A","properties":{"name":["A"]}}
)");
    std::vector<std::string> found = edges();
    std::ranges::sort(found);
    const std::vector<std::string> expected = {"EU → UKR (imposes)", "P → A (owns)",
                                               "P → Post (holds post)", "P → UKR (target)",
                                               "Q → A (director of)"};
    EXPECT_EQ(found, expected);
    EXPECT_EQ(attribute("NK-1", "address"), "Road 1");
    EXPECT_EQ(attribute("NK-1", "sanctions"), "");
    EXPECT_EQ(attribute("NK-1", "ownershipOwner"), "");
    EXPECT_EQ(attribute(edge("o").attributes, "percentage"), "30");
    EXPECT_EQ(vertex("NK-1").kind, VertexKind::Leader);
    EXPECT_EQ(report.rowsRefused, 0U) << report.text();
    EXPECT_EQ(faults(), std::vector<std::string>{});
}

TEST_F(FollowTheMoneyLinks, LinksGoAcrossFilesOpenedTogether) {
    readAll({{"things.json", four},
             {"links.json", link("Debt", R"("debtor":["a"],"creditor":["no"])") +
                                link("Debt", R"("debtor":["a"])")},
             {"more.json",
              R"({"id":"k","schema":"Debt","properties":{"debtor":["a"],"creditor":["b"]}})"}});
    EXPECT_EQ(edges(), std::vector<std::string>{"A → B (owes)"});
    ASSERT_EQ(report.rowsRefused, 1U);
    EXPECT_EQ(report.entries.front().file, "links.json");
    EXPECT_EQ(report.entries.front().line, 1U);
}

TEST_F(FollowTheMoneyLinks, ClaimsTakeTheirRoomOnce) {
    std::string text;
    for (int i = 0; i < 9; ++i) {
        const std::string number = std::to_string(i);
        text += R"({"id":"p)" + number + R"(","schema":"Person","properties":{"name":["P"]},)" +
                R"("datasets":["one","two"]})" + "\n" + R"({"id":"f)" + number +
                R"(","schema":"Family","properties":{"person":["p)" + number +
                R"("],"relative":["p0"]},"datasets":["one"]})" + "\n";
    }
    read(text);
    EXPECT_EQ(dossier.claims().size(), 27U);
    EXPECT_EQ(dossier.claims().capacity(), 27U);
}

} // namespace entente
