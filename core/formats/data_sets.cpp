#include "core/formats/adjacency_tables.h"
#include "core/formats/arms_transfers.h"
#include "core/formats/atop.h"
#include "core/formats/cow_alliances.h"
#include "core/formats/data_set.h"
#include "core/formats/disputes.h"
#include "core/formats/dyad_years.h"
#include "core/formats/igo_membership.h"
#include "core/formats/leaders.h"
#include "core/formats/node_edge_tables.h"
#include "core/formats/publications.h"
#include "core/formats/rivalries.h"
#include "core/formats/state_membership.h"
#include "core/formats/wars.h"

#include <array>

namespace entente {

namespace {

using enum DataSet::Stage;
using namespace publications;

using Recognise = bool (*)(const ColumnNames& names);
using Read = void (*)(const Table&, Dossier&, ImportReport&, const Progress&);

constexpr DataSet published(std::string_view name, Recognise recognises, Read read,
                            const Publication* publication, DataSet::Stage stage = Relations) {
    return {name, stage, recognises, read, publication};
}

constexpr DataSet plain(std::string_view name, Recognise recognises, Read read,
                        DataSet::Stage stage) {
    DataSet dataSet{name, stage, recognises, read};
    dataSet.published = false;
    return dataSet;
}

bool isEdgeTable(const ColumnNames& names) {
    return names.hasAll({"source", "target"});
}
bool isNodeTable(const ColumnNames& names) {
    return names.has("id");
}

bool hasNoHeader(const ColumnNames&) {
    return false;
}

constexpr DataSet titled(DataSet dataSet) {
    dataSet.titled = true;
    return dataSet;
}

constexpr std::size_t matrixPlace = 0;
constexpr std::size_t adjacencyListPlace = 1;
constexpr std::array all = {
    plain("adjacency matrix", hasNoHeader, readMatrix, Vertices),
    plain("adjacency list", hasNoHeader, readAdjacencyList, Vertices),
    published("COW Formal Alliances by member", isCowAlliancesByMember, readCowAlliancesByMember,
              &cowAlliances),
    published("COW Formal Alliances by dyad", isCowAlliancesByDyad, readCowAlliancesByDyad,
              &cowAlliances),
    published("ATOP alliances by member", isAtopMembers, readAtopMembers, &atop),
    published("ATOP alliances", isAtopAlliances, readAtopAlliances, &atop),
    published("ATOP alliances by state and year", isAtopStateYears, refuseAtopStateYears, &atop),
    published("COW Inter-State Wars", isInterStateWars, readInterStateWars, &interStateWars),
    published("COW Dyadic Inter-State Wars", isWarDyads, readWarDyads, &dyadicWars),
    published("COW Extra-State Wars", isExtraStateWars, readExtraStateWars, &interStateWars),
    published("COW Intra-State Wars", isIntraStateWars, readIntraStateWars, &intraStateWars),
    published("COW Non-State Wars", isNonStateWars, readNonStateWars, &interStateWars),
    published("participants of COW Militarized Interstate Disputes (MIDB)", isDisputeParticipants,
              readDisputeParticipants, &disputes),
    published("COW Militarized Interstate Disputes (MIDA)", isDisputes, readDisputes, &disputes),
    published("participants of incidents of COW Militarized Interstate Disputes (MIDIP)",
              isIncidentParticipants, readDisputeParticipants, &disputes),
    published("incidents of COW Militarized Interstate Disputes (MIDI)", isIncidents, readDisputes,
              &disputes),
    published("COW Dyadic Militarized Interstate Disputes", isDyadicDisputes, readDisputeDyads,
              &dyadicDisputes),
    published("Gibler–Miller–Little Militarized Interstate Disputes by dyad", isGmlDisputes,
              readDisputeDyads, &gmlDisputes),
    published("COW Militarized Interstate Disputes by dyad", isDisputeDyads, readDisputeDyads,
              &disputes),
    published("Archigos leaders", isArchigos, readArchigos, &archigos),
    titled(published("the SIPRI trade register of arms transfers", isArmsTransfers,
                     readArmsTransfers, &sipri)),
    published("strategic rivalries of Thompson, Sakuwa and Suhas", isSakuwaRivalries, readRivalries,
              &sakuwaRivalries),
    published("strategic rivalries of Thompson and Dreyer", isDreyerRivalries, readRivalries,
              &dreyerRivalries),
    published("rivalries of Klein, Goertz and Diehl", isKleinRivalries, readRivalries,
              &kleinRivalries),
    published("rivalries", isRivalries, readRivalries, nullptr),
    published("COW Intergovernmental Organizations by organisation and year", isIgoYears,
              readIgoYears, &organisations),
    published("COW Intergovernmental Organizations by state and year", isIgoStateYears,
              readIgoStateYears, &organisations),
    published("COW Intergovernmental Organizations by dyad", isIgoDyads, refuseIgoDyads,
              &organisations),
    published("ATOP pledges by dyad and year", isAtopDyadYears, readDyadYears, &atop),
    published("COW pledges by dyad and year", isCowDyadYears, readDyadYears, &cowAlliances),
    published("pledges by dyad and year", isDyadYears, readDyadYears, nullptr),
    plain("edge table", isEdgeTable, readEdges, Relations),
    published("COW states", isStateMembership, readStateMembership, &states, States),
    published("COW states by year", isStateYears, readStateYears, &states, States),
    published("COW major powers", isMajorPowers, readMajorPowers, &states, States),
    plain("node table", isNodeTable, readNodes, Vertices),
};

} // namespace

std::span<const DataSet> dataSets() {
    return all;
}

const DataSet& matrixDataSet() {
    return all[matrixPlace];
}

const DataSet& adjacencyListDataSet() {
    return all[adjacencyListPlace];
}

const DataSet* dataSetOf(const ColumnNames& names) {
    const auto known = std::ranges::find_if(
        all, [&names](const DataSet& dataSet) { return dataSet.recognises(names); });
    return known == all.end() ? nullptr : &*known;
}

} // namespace entente
