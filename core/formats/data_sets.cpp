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
#include "core/formats/rivalries.h"
#include "core/formats/state_membership.h"
#include "core/formats/wars.h"

#include <array>

namespace entente {

namespace {

using enum DataSet::Stage;

constexpr DataSet published(std::string_view name, bool (*recognises)(const ColumnNames&),
                            void (*read)(const Table&, Dossier&, ImportReport&, const Progress&),
                            DataSet::Stage stage = Relations) {
    return {name, stage, recognises, read};
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
    DataSet{"adjacency matrix", Vertices, hasNoHeader, readMatrix, false, false},
    DataSet{"adjacency list", Vertices, hasNoHeader, readAdjacencyList, false, false},
    published("COW Formal Alliances by member", isCowAlliancesByMember, readCowAlliancesByMember),
    published("COW Formal Alliances by dyad", isCowAlliancesByDyad, readCowAlliancesByDyad),
    published("ATOP alliances by member", isAtopMembers, readAtopMembers),
    published("ATOP alliances", isAtopAlliances, readAtopAlliances),
    published("COW Inter-State Wars", isInterStateWars, readInterStateWars),
    published("COW Extra-State Wars", isExtraStateWars, readExtraStateWars),
    published("COW Intra-State Wars", isIntraStateWars, readIntraStateWars),
    published("COW Non-State Wars", isNonStateWars, readNonStateWars),
    published("COW Militarized Interstate Disputes (MIDA)", isDisputes, readDisputes),
    published("participants of COW Militarized Interstate Disputes (MIDB)", isDisputeParticipants,
              readDisputeParticipants),
    published("Militarized Interstate Disputes by dyad", isDisputeDyads, readDisputeDyads),
    published("Archigos leaders", isArchigos, readArchigos),
    titled(published("the SIPRI trade register of arms transfers", isArmsTransfers,
                     readArmsTransfers)),
    published("strategic rivalries", isRivalries, readRivalries),
    published("COW Intergovernmental Organizations by organisation and year", isIgoYears,
              readIgoYears),
    published("COW Intergovernmental Organizations by state and year", isIgoStateYears,
              readIgoStateYears),
    published("COW Intergovernmental Organizations by dyad", isIgoDyads, refuseIgoDyads),
    published("pledges by dyad and year (ATOP, COW)", isDyadYears, readDyadYears),
    DataSet{"edge table", Relations, isEdgeTable, readEdges, false, false},
    published("COW states", isStateMembership, readStateMembership, States),
    DataSet{"node table", Vertices, isNodeTable, readNodes, false, false},
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
