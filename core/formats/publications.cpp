#include "core/formats/publications.h"

#include "core/formats/data_set.h"
#include "core/formats/table_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {

namespace publications {

namespace {

constexpr std::string_view correlatesOfWar = "Correlates of War Project";

} // namespace

constexpr Publication cowAlliances = {
    "cow-alliances", "COW Formal Alliances", correlatesOfWar,
    "https://correlatesofwar.org/data-sets/formal-alliances/",
    "Gibler, Douglas M. 2009. International Military Alliances, 1648–2008. CQ Press."};
constexpr Publication atop = {
    "atop", "Alliance Treaty Obligations and Provisions (ATOP)", "ATOP Project",
    "http://www.atopdata.org/",
    "Leeds, Brett Ashley, Jeffrey M. Ritter, Sara McLaughlin Mitchell and Andrew G. Long. 2002. "
    "Alliance Treaty Obligations and Provisions, 1815–1944. International Interactions 28: "
    "237–260."};
constexpr Publication interStateWars = {
    "cow-wars", "COW Wars", correlatesOfWar, "https://correlatesofwar.org/data-sets/cow-war/",
    "Sarkees, Meredith Reid, and Frank Wayman. 2010. Resort to War: 1816–2007. CQ Press."};
constexpr Publication intraStateWars = {
    "cow-intra-state-wars", "COW Intra-State Wars", correlatesOfWar,
    "https://correlatesofwar.org/data-sets/cow-war/",
    "Dixon, Jeffrey, and Meredith Reid Sarkees. 2016. A Guide to Intra-State Wars: An Examination "
    "of Civil Wars, 1816–2014. Sage."};
constexpr std::string_view maoz =
    "Maoz, Zeev, Paul L. Johnson, Jasper Kaplan, Fiona Ogunkoya and Aaron P. Shreve. 2019. The "
    "Dyadic Militarized Interstate Disputes (MIDs) Dataset Version 3.0: Logic, Characteristics, "
    "and "
    "Comparisons to Alternative Datasets. Journal of Conflict Resolution 63 (3): 811–835.";
constexpr Publication dyadicWars = {"cow-dyadic-wars", "COW Dyadic Inter-State Wars",
                                    correlatesOfWar,
                                    "https://correlatesofwar.org/data-sets/cow-war/", maoz};
constexpr Publication disputes = {
    "cow-mids", "COW Militarized Interstate Disputes", correlatesOfWar,
    "https://correlatesofwar.org/data-sets/mids/",
    "Palmer, Glenn, Roseanne W. McManus, Vito D’Orazio, Michael R. Kenwick, Mikaela Karstens, "
    "Chase "
    "Bloch, Nick Dietrich, Kayla Kahn, Kellan Ritter and Michael J. Soules. 2022. The MID5 "
    "Dataset, "
    "2011–2014: Procedures, coding rules, and description. Conflict Management and Peace Science "
    "39 (4): 470–482."};
constexpr Publication dyadicDisputes = {
    "cow-dyadic-mids", "COW Dyadic Militarized Interstate Disputes", correlatesOfWar,
    "https://correlatesofwar.org/data-sets/mids/", maoz};
constexpr Publication gmlDisputes = {
    "gml-mids", "Gibler–Miller–Little Militarized Interstate Disputes",
    "Douglas M. Gibler, Steven V. Miller and Erin K. Little", "http://svmiller.com/gml-mid-data/",
    "Gibler, Douglas M., Steven V. Miller and Erin K. Little. 2016. An Analysis of the Militarized "
    "Interstate Dispute (MID) Dataset, 1816–2001. International Studies Quarterly 60 (4): "
    "719–730."};
constexpr Publication archigos = {
    "archigos", "Archigos: A Data Set on Political Leaders",
    "Hein E. Goemans, Kristian Skrede Gleditsch and Giacomo Chiozza",
    "https://www.rochester.edu/college/faculty/hgoemans/data.htm",
    "Goemans, Henk E., Kristian Skrede Gleditsch and Giacomo Chiozza. 2009. Introducing Archigos: "
    "A "
    "Dataset of Political Leaders. Journal of Peace Research 46 (2): 269–283."};
constexpr Publication sipri = {
    "sipri-arms-transfers", "SIPRI Arms Transfers Database",
    "Stockholm International Peace Research Institute (SIPRI)",
    "https://www.sipri.org/databases/armstransfers",
    "Stockholm International Peace Research Institute (SIPRI), SIPRI Arms Transfers Database."};
constexpr Publication dreyerRivalries = {
    "thompson-dreyer-rivalries", "Strategic Rivalries (Thompson and Dreyer)", "CQ Press", "",
    "Thompson, William R., and David R. Dreyer. 2012. Handbook of International Rivalries, "
    "1494–2010. CQ Press."};
constexpr Publication sakuwaRivalries = {
    "thompson-sakuwa-suhas-rivalries", "Strategic Rivalries (Thompson, Sakuwa and Suhas)",
    "Springer", "",
    "Thompson, William R., Kentaro Sakuwa and Prashant Hosur Suhas. 2021. Analyzing Strategic "
    "Rivalries in World Politics: Types of Rivalry, Regional Variation, and "
    "Escalation/De-escalation. Springer."};
constexpr Publication kleinRivalries = {
    "klein-goertz-diehl-rivalries", "The New Rivalry Dataset (Klein, Goertz and Diehl)",
    "James P. Klein, Gary Goertz and Paul F. Diehl", "",
    "Klein, James P., Gary Goertz and Paul F. Diehl. 2006. The New Rivalry Dataset: Procedures and "
    "Patterns. Journal of Peace Research 43 (3): 331–348."};
constexpr Publication organisations = {
    "cow-igos", "COW Intergovernmental Organizations", correlatesOfWar,
    "https://correlatesofwar.org/data-sets/igos/",
    "Pevehouse, Jon C. W., Timothy Nordstrom, Roseanne W. McManus and Anne Spencer Jamison. 2020. "
    "Tracking Organizations in the World: The Correlates of War IGO Version 3.0 datasets. Journal "
    "of Peace Research 57 (3): 492–503."};
constexpr Publication states = {
    "cow-states", "COW State System Membership", correlatesOfWar,
    "https://correlatesofwar.org/data-sets/state-system-membership/",
    "Correlates of War Project. 2017. State System Membership List, v2016."};

} // namespace publications

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// "4.1" of `v4.1`, `_4.1_`, `5_1m`: numbers with a point or underscore between, or after a v.
std::string versionIn(std::string_view name) {
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (!isDigit(name[i]) || (i > 0 && isDigit(name[i - 1]))) {
            continue;
        }
        std::size_t end = i;
        bool point = false;
        while (end < name.size() &&
               (isDigit(name[end]) ||
                ((name[end] == '.' || name[end] == '_') && end > i && isDigit(name[end - 1]) &&
                 end + 1 < name.size() && isDigit(name[end + 1])))) {
            point = point || !isDigit(name[end]);
            ++end;
        }
        if (point || (i > 0 && (name[i - 1] == 'v' || name[i - 1] == 'V'))) {
            std::string version(name.substr(i, end - i));
            for (char& c : version) {
                c = c == '_' ? '.' : c;
            }
            return version;
        }
        i = end;
    }
    return {};
}

} // namespace

std::string versionOf(const Table& table) {
    constexpr std::size_t longest = 20;
    const std::size_t column = table.column(std::array<std::string_view, 1>{"version"});
    if (DelimitedText rows = table.rows(); column != Table::none && rows.next()) {
        std::string_view version = fieldAt(rows.fields(), column);
        if (version.starts_with("gml-")) {
            version.remove_prefix(4);
        }
        if (!version.empty() && isDigit(version.front()) && version.size() <= longest) {
            std::string written(version);
            std::ranges::replace(written, ',', '.');
            return written;
        }
    }
    return versionIn(table.file());
}

namespace {

/// The dossier's source for the publication, a new one where there is none yet of that version.
SourceIndex sourceOf(const Table& table, Dossier& dossier) {
    const Publication* const publication =
        table.dataSet() == nullptr ? nullptr : table.dataSet()->publication;
    if (publication == nullptr) {
        return noIndex;
    }
    const std::string version = versionOf(table);
    const std::string id = version.empty() ? std::string(publication->id)
                                           : fmt::format("{}-{}", publication->id, version);
    if (const SourceIndex known = dossier.findSource(id); known != noIndex) {
        return known;
    }
    Source source;
    source.id = dossier.intern(id);
    source.title = dossier.intern(version.empty()
                                      ? std::string(publication->title)
                                      : fmt::format("{}, version {}", publication->title, version));
    source.publisher = dossier.intern(publication->publisher);
    source.address = dossier.intern(publication->address);
    source.note = dossier.intern(publication->citation);
    return dossier.add(source);
}

} // namespace

void Citations::begin() {
    begun_ = true;
    source_ = sourceOf(table_, dossier_);
    statement_ = dossier_.intern("Listed in the data set");
    for (const Claim& claim : dossier_.claims()) {
        if (claim.source == source_) {
            cited_.insert(claim.about);
        }
    }
}

void Citations::add(ElementRef about, std::string_view locator) {
    if (!begun_) {
        begin();
    }
    if (source_ == noIndex || !cited_.insert(about).second) {
        return;
    }
    Claim claim;
    claim.about = about;
    claim.statement = statement_;
    claim.source = source_;
    claim.locator = dossier_.intern(locator);
    dossier_.add(claim);
}

} // namespace entente
