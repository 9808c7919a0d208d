#include "core/model/validation.h"
#include "tests/core/formats/table_reading.h"

namespace entente {

namespace {

struct ArmsTransfers : TableReading {};

using Lines = std::vector<std::string>;

constexpr const char* title =
    "Transfers of major weapons: Deals with deliveries or orders made for 2015 to 2022\n"
    "\"Note: The ‘No. delivered’, and the ‘Year(s) of deliveries’ columns…\"\n"
    "Figures may not add up.\n\n";

} // namespace

TEST_F(ArmsTransfers, TheRegisterUnderItsTitle) {
    const Dossier dossier = read(
        std::string(title) +
        "Recipient,Supplier,Year of order,,Number ordered,,Weapon designation,Weapon description,"
        "Number delivered,,Year(s) of delivery,status,Comments,SIPRI TIV per unit\n"
        "Iran,Russia,2007,,5,?,S-300PMU-2,SAM system,4,,2016-(2017),New,Delivery delayed,60\n"
        "Iran,Russia,(2022),,(24),,Su-35,FGA aircraft,0,,,New,,50\n"
        "Hezbollah (Lebanon)*,Iran,?,,?,,Fateh-110,SSM,(10),,2014,Second hand,,1\n"
        "African Union**,unknown supplier(s),2010,,2,,An-26,transport aircraft,2,,2010; "
        "2011,New,,1\n"
        ",Iran,2010,,2,,An-26,transport aircraft,2,,2010,New,,1\n");
    EXPECT_EQ(report.rowsRead, 4U);
    const VertexIndex missiles = dossier.findVertex("sipri-deal-1");
    ASSERT_NE(missiles, noIndex);
    EXPECT_EQ(dossier.label(missiles), "S-300PMU-2 SAM system: Russia to Iran, 2007");
    EXPECT_EQ(toEdtf(dossier.vertices().period(missiles)), "2007/2017~");
    EXPECT_EQ(dossier.text(dossier.vertices().type(missiles)), "supply");
    EXPECT_EQ(dossier.text(dossier.vertices().note(missiles)), "Delivery delayed");
    EXPECT_EQ(dossier.vertices().sectors(missiles), dossier.findSector("defence"));
    EXPECT_EQ(dossier.vertices().details(missiles).quantities,
              (std::vector<Quantity>{{5, "ordered", ""}, {4, "delivered", ""}}));
    const VertexIndex aircraft = dossier.findVertex("sipri-deal-2");
    ASSERT_NE(aircraft, noIndex);
    EXPECT_EQ(toEdtf(dossier.vertices().period(aircraft)), "2022~/");
    const std::vector<Attribute> attributes = dossier.vertices().row(aircraft).attributes;
    EXPECT_EQ(dossier.text(attributes.back().name), "estimated numbers");
    EXPECT_EQ(dossier.text(attributes.back().value), "ordered");
    const VertexIndex hezbollah = dossier.findVertex("Hezbollah (Lebanon)");
    ASSERT_NE(hezbollah, noIndex);
    EXPECT_EQ(dossier.vertices().kind(hezbollah), VertexKind::Group);
    EXPECT_EQ(dossier.vertices().kind(dossier.findVertex("African Union")),
              VertexKind::Organisation);
    EXPECT_EQ(dossier.vertices().kind(dossier.findVertex("unknown supplier(s)")),
              VertexKind::Other);
    EXPECT_EQ(edges(dossier).front(),
              "Russia → S-300PMU-2 SAM system: Russia to Iran, 2007 (supplier)");
    EXPECT_EQ(toEdtf(dossier.vertices().period(dossier.edges().target(6))), "2010/2011");
    EXPECT_TRUE(says(10, "column Recipient", "names no recipient")) << report.text();
    EXPECT_TRUE(validate(dossier).empty());
}

TEST_F(ArmsTransfers, ARowForEachYearOfDelivery) {
    const Dossier dossier =
        read({{"trade-register.csv",
               "SIPRI Arms Transfers Database\n"
               "SIPRI AT Database ID,Supplier,Recipient,Designation,Description,Armament category,"
               "Order date,Order date is estimate,Numbers delivered,Numbers delivered is estimate,"
               "Delivery year,Delivery year is estimate,Status,SIPRI estimate,TIV deal unit\n"
               "777,Russia,Iran,T-72,tank,Armoured vehicles,1991,No,100,No,1994,No,New,1,1\n"
               "777,Russia,Iran,T-72,tank,Armoured vehicles,1991,No,22,Yes,1996,Yes,New,1,1\n"},
              {"states.csv", "stateabb,ccode,statenme\nRUS,365,Russia\n"}});
    ASSERT_EQ(dossier.vertices().size(), 3U);
    const VertexIndex deal = dossier.findVertex("sipri-777");
    ASSERT_NE(deal, noIndex);
    EXPECT_EQ(toEdtf(dossier.vertices().period(deal)), "1991/1996~");
    EXPECT_EQ(dossier.vertices().details(deal).quantities,
              (std::vector<Quantity>{{122, "delivered", ""}}));
    EXPECT_EQ(dossier.text(dossier.vertices().id(dossier.edges().source(0))), "cow-365");
}

TEST_F(ArmsTransfers, ATitleWithoutAKnownHeaderIsNoRegister) {
    EXPECT_NE(refusal("A title\nAnother line\nSupplier,Recipient,Price\nA,B,3\n"), "");
}

} // namespace entente
