#include "app/command_line.h"
#include "core/formats/registry.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

template <typename Enumeration>
void countWord(Json& counts, Enumeration value) {
    const std::string name(word(value));
    counts[name] = counts.value(name, std::size_t{0}) + 1;
}

/// Every word of an enumeration with 0, in its order.
template <typename Enumeration, std::size_t count>
Json zeroes() {
    Json counts = Json::object();
    for (std::size_t i = 0; i < count; ++i) {
        counts[std::string(word(static_cast<Enumeration>(i)))] = 0;
    }
    return counts;
}

void addSectors(std::vector<std::size_t>& counts, SectorSet sectors) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
        counts[i] += (sectors & sectorBit(i)) != 0 ? 1 : 0;
    }
}

Json measure(const Dossier& dossier) {
    const VertexTable& vertices = dossier.vertices();
    const EdgeTable& edges = dossier.edges();
    Json kinds = zeroes<VertexKind, vertexKindCount>();
    Json statuses = zeroes<Status, statusCount>();
    Json edgeKinds = zeroes<EdgeKind, edgeKindCount>();
    Json confidences = zeroes<Confidence, confidenceCount>();
    Json polarities = zeroes<Polarity, polarityCount>();
    std::vector<std::size_t> sectors(dossier.sectors().size(), 0);
    DaySpan extent = noDays;
    for (VertexIndex i = 0; i < vertices.size(); ++i) {
        if (vertices.removed(i)) {
            continue;
        }
        countWord(kinds, vertices.kind(i));
        if (!isActor(vertices.kind(i))) {
            countWord(confidences, vertices.confidence(i));
            countWord(polarities, vertices.polarity(i));
            extend(extent, vertices.period(i));
        }
        if (vertices.kind(i) == VertexKind::Agreement) {
            countWord(statuses, vertices.status(i));
        }
        addSectors(sectors, vertices.sectors(i));
    }
    for (EdgeIndex i = 0; i < edges.size(); ++i) {
        if (edges.removed(i)) {
            continue;
        }
        countWord(edgeKinds, edges.kind(i));
        extend(extent, edges.period(i));
        if (edges.kind(i) == EdgeKind::Tie) {
            countWord(confidences, edges.confidence(i));
            countWord(polarities, edges.polarity(i));
            addSectors(sectors, edges.sectors(i));
        }
    }
    Json sectorCounts = Json::object();
    for (std::size_t i = 0; i < sectors.size(); ++i) {
        sectorCounts[dossier.sectors()[i].id] = sectors[i];
    }
    Json result;
    result["title"] = dossier.cover().title;
    result["vertices"] = vertices.count();
    result["vertexKinds"] = std::move(kinds);
    result["edges"] = edges.count();
    result["edgeKinds"] = std::move(edgeKinds);
    result["claims"] =
        std::ranges::count_if(dossier.claims(), [&, i = ClaimIndex{0}](const Claim&) mutable {
            return !dossier.claimRemoved(i++);
        });
    result["sources"] = dossier.sources().size();
    result["sectors"] = std::move(sectorCounts);
    result["agreementStatuses"] = std::move(statuses);
    result["confidences"] = std::move(confidences);
    result["polarities"] = std::move(polarities);
    if (extent.first <= extent.last) {
        result["firstYear"] = civilDate(extent.first).year;
        result["lastYear"] = civilDate(extent.last).year;
    }
    return result;
}

void printTable(const Json& measures) {
    for (const auto& [name, value] : measures.items()) {
        if (value.is_object()) {
            fmt::print("{}\n", name);
            for (const auto& [word, count] : value.items()) {
                if (count != 0) {
                    fmt::print("  {:<24}{:>12}\n", word, count.template get<std::size_t>());
                }
            }
        } else if (value.is_string()) {
            if (value.template get<std::string>().empty()) {
                continue;
            }
            fmt::print("{}: {}\n", name, value.template get<std::string>());
        } else {
            fmt::print("{:<26}{:>12}\n", name, value.template get<std::int64_t>());
        }
    }
}

} // namespace

int runStats(const StatsOptions& options) {
    const std::vector<std::filesystem::path> files(options.files.begin(), options.files.end());
    const OpenedDossier opened = openFiles(files);
    const Json measures = measure(opened.dossier);
    if (options.json) {
        fmt::print("{}\n", measures.dump(2));
    } else {
        printTable(measures);
    }
    return static_cast<int>(ExitCode::Done);
}

} // namespace entente
