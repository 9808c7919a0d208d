#include "core/model/country_table.h"

#include "core/model/fold.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

namespace entente {

namespace {

std::string name(const Country* country) {
    return country == nullptr ? "none" : std::string(country->name);
}

std::string named(std::string_view text) {
    return name(countries().named(text));
}

std::string coded(std::string_view system, std::string_view code,
                  std::optional<std::int32_t> year = {}) {
    return name(countries().find(system, code, year));
}

} // namespace

TEST(CountryTable, HoldsEveryCountryOfIsoAndTheStatesThatAreNoMore) {
    std::size_t current = 0;
    std::set<std::string_view> names;
    for (const Country& country : countries().all()) {
        EXPECT_FALSE(country.name.empty());
        EXPECT_FALSE(country.french.empty()) << country.name;
        EXPECT_FALSE(country.codes.empty()) << country.name;
        EXPECT_TRUE(names.insert(country.name).second) << country.name;
        EXPECT_LE(country.first, country.last) << country.name;
        current += !country.code("iso2").empty() && country.last == INT32_MAX ? 1 : 0;
        for (const Country::LocalName& local : country.localNames) {
            EXPECT_FALSE(local.language.empty()) << country.name;
            EXPECT_FALSE(local.text.empty()) << country.name;
        }
    }
    // The 249 of ISO 3166-1 but for Antarctica, and Kosovo.
    EXPECT_EQ(current, 249U);
}

TEST(CountryTable, NoCodeMeansTwoCountriesInOneYear) {
    std::map<std::string, std::vector<const Country::CodeUse*>> uses;
    for (const Country& country : countries().all()) {
        for (const Country::CodeUse& use : country.codes) {
            EXPECT_FALSE(use.value.empty()) << country.name;
            EXPECT_LE(use.first, use.last) << country.name;
            std::vector<const Country::CodeUse*>& others =
                uses[std::string(use.system) + " " + std::string(use.value)];
            for (const Country::CodeUse* const other : others) {
                // One without years holds wherever none with years does.
                const bool oneUnlimited = use.limited() != other->limited();
                // The year of a change is of both.
                EXPECT_TRUE(oneUnlimited || use.last <= other->first || other->last <= use.first)
                    << country.name << " " << use.system << " " << use.value;
            }
            others.push_back(&use);
        }
    }
}

TEST(CountryTable, NoNameMeansTwoCountries) {
    for (const Country& country : countries().all()) {
        EXPECT_EQ(named(country.name), country.name);
        for (const std::string_view alias : country.aliases) {
            EXPECT_EQ(named(alias), country.name) << alias;
        }
        EXPECT_EQ(named(country.french), country.name) << country.french;
        for (const Country::LocalName& local : country.localNames) {
            EXPECT_EQ(named(local.text), country.name) << local.text;
        }
    }
}

TEST(CountryTable, FindsByNamesInEveryLanguageAndOrder) {
    EXPECT_EQ(named("Россия"), "Russia");
    EXPECT_EQ(named("ایران"), "Iran");
    EXPECT_EQ(named("Allemagne"), "Germany");
    EXPECT_EQ(named("DEUTSCHLAND"), "Germany");
    EXPECT_EQ(named("Korea, North"), "North Korea");
    EXPECT_EQ(named("Korea, Dem. People's Rep. of"), "North Korea");
    EXPECT_EQ(named("Korea, Rep."), "South Korea");
    EXPECT_EQ(named("Iran (Islamic Republic of)"), "Iran");
    EXPECT_EQ(named("Turkey"), "Türkiye");
    EXPECT_EQ(named("turkiye"), "Türkiye");
    EXPECT_EQ(named("Viet Nam"), "Vietnam");
    EXPECT_EQ(named("Congo, Dem. Rep."), "Democratic Republic of the Congo");
    EXPECT_EQ(named("Congo, Rep."), "Republic of the Congo");
    EXPECT_EQ(named("St. Lucia"), "Saint Lucia");
    EXPECT_EQ(named("Antigua & Barbuda"), "Antigua and Barbuda");
    EXPECT_EQ(named("Micronesia, Fed. Sts."), "Micronesia");
    EXPECT_EQ(named("Birmanie"), "Myanmar");
    EXPECT_EQ(named("Российская Федерация"), "Russia");
    EXPECT_EQ(named("中國"), "China");
    EXPECT_EQ(named("USSR"), "Soviet Union");
    EXPECT_EQ(named("Atlantis"), "none");
    EXPECT_EQ(named(""), "none");
}

TEST(CountryTable, FindsByEverySystemOfCodes) {
    for (const auto& [system, code] :
         {std::pair("iso2", "ru"), std::pair("ISO 3166-1 alpha-3", "RUS"), std::pair("iso3", "rus"),
          std::pair("iso numeric", "643"), std::pair("cow", "365"), std::pair("ccode", "365"),
          std::pair("gwcode", "365")}) {
        EXPECT_EQ(coded(system, code), "Russia") << system;
    }
    EXPECT_EQ(coded("cow abbreviation", "AUS"), "Austria");
    EXPECT_EQ(coded("stateabb", "YUG", 2010), "Serbia");
    EXPECT_EQ(coded("iso2", "EL"), "Greece");
    EXPECT_EQ(coded("iso3", "ROM"), "Romania");
    EXPECT_EQ(coded("iso numeric", "4"), "Afghanistan");
    EXPECT_EQ(coded("iso numeric", "004"), "Afghanistan");
    EXPECT_EQ(coded("wikidata", "Q159"), "none");
    EXPECT_EQ(coded("cow", "9999"), "none");
}

TEST(CountryTable, CodesThatCountriesShareAreToldByTheYear) {
    EXPECT_EQ(coded("cow", "365", 1950), "Soviet Union");
    EXPECT_EQ(coded("cow", "365", 1900), "Russia");
    EXPECT_EQ(coded("cow", "365", 2000), "Russia");
    EXPECT_EQ(coded("cow", "255"), "Germany");
    EXPECT_EQ(coded("cow", "260"), "West Germany");
    EXPECT_EQ(coded("cow", "265"), "East Germany");
    EXPECT_EQ(coded("gw", "260"), "Germany");
    EXPECT_EQ(coded("gw", "260", 1970), "West Germany");
    EXPECT_EQ(coded("gw", "255", 1930), "Germany");
    EXPECT_EQ(coded("cow", "345"), "Yugoslavia");
    EXPECT_EQ(coded("cow", "345", 2010), "Serbia");
    EXPECT_EQ(coded("gw", "340"), "Serbia");
    EXPECT_EQ(coded("cow", "678"), "North Yemen");
    EXPECT_EQ(coded("gw", "678"), "Yemen");
    EXPECT_EQ(coded("gw", "678", 1980), "North Yemen");
    EXPECT_EQ(coded("cow", "679"), "Yemen");
    EXPECT_EQ(coded("cow", "816"), "Vietnam");
    EXPECT_EQ(coded("cow", "817"), "South Vietnam");
    // Two differ between the systems altogether.
    EXPECT_EQ(coded("cow", "970"), "Nauru");
    EXPECT_EQ(coded("gw", "970"), "Kiribati");
    EXPECT_EQ(countries().having("cow", "365").size(), 2U);
}

TEST(CountryTable, StatesThatAreNoMoreHaveTheirCodes) {
    EXPECT_EQ(coded("iso2", "suhh"), "Soviet Union");
    EXPECT_EQ(coded("iso2", "SU"), "Soviet Union");
    EXPECT_EQ(coded("iso2", "yucs"), "Yugoslavia");
    EXPECT_EQ(coded("iso2", "csxx"), "Serbia and Montenegro");
    EXPECT_EQ(coded("iso2", "cshh"), "Czechoslovakia");
    EXPECT_EQ(coded("iso2", "CS"), "Czechoslovakia");
    EXPECT_EQ(coded("iso2", "CS", 2004), "Serbia and Montenegro");
    EXPECT_EQ(coded("iso2", "dd"), "East Germany");
    EXPECT_EQ(coded("iso3", "ZAR"), "Democratic Republic of the Congo");
    const Country* const union_ = countries().named("Soviet Union");
    ASSERT_NE(union_, nullptr);
    EXPECT_EQ(union_->first, 1922);
    EXPECT_EQ(union_->last, 1991);
}

TEST(CountryTable, KnowsEveryStateOfTheCorrelatesOfWar) {
    const std::filesystem::path path =
        std::filesystem::path(ENTENTE_DATA_DIR) / "states/states2016.csv";
    if (!std::filesystem::exists(path)) {
        GTEST_SKIP() << "The real data are not here.";
    }
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    std::size_t states = 0;
    while (std::getline(file, line)) {
        const std::size_t first = line.find(',');
        const std::size_t second = line.find(',', first + 1);
        const std::string code = line.substr(first + 1, second - first - 1);
        const std::string stateName =
            line.substr(second + 1, line.find(',', second + 1) - second - 1);
        const Country* const byName = countries().named(stateName);
        ASSERT_NE(byName, nullptr) << stateName;
        const std::vector<const Country*> byCode = countries().having("cow", code);
        EXPECT_NE(std::ranges::find(byCode, byName), byCode.end()) << code << " " << stateName;
        EXPECT_EQ(coded("cow", code), byName->name) << code << " " << stateName;
        ++states;
    }
    EXPECT_EQ(states, 243U);
}

} // namespace entente
