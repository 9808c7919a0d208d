#include "core/store/native_reader.h"

#include <fmt/format.h>
#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>

namespace entente {

namespace {

constexpr std::size_t rowsInBatch = 512;

} // namespace

void NativeReader::readEdges() {
    const std::vector<StringId> attributeNames = readAttributeNames("edge");
    OwnedRows attributes(database_, name_, "edge_attribute", "edge, attribute, value");
    Statement row(database_, "SELECT key, id, kind, source, target, directed, type, period, "
                             "confidence, polarity, sectors, weight, note FROM edge ORDER BY key");
    // One thread reads ahead of the other: so many batches are on their way.
    std::array<EdgeBatch, 4> batches;
    std::size_t batchesRead = 0;
    bool more = true;
    const auto read = [&](tbb::flow_control& flow) -> EdgeBatch* {
        EdgeBatch& batch = batches[batchesRead++ % batches.size()];
        batch.clear();
        while (more && batch.rows.size() < rowsInBatch) {
            more = row.step();
            if (more) {
                readEdge(row, attributes, batch);
            }
        }
        if (batch.rows.empty()) {
            flow.stop();
        }
        return &batch;
    };
    const auto take = [&](EdgeBatch* batch) { takeEdges(*batch, attributeNames); };
    constexpr auto inOrder = tbb::filter_mode::serial_in_order;
    tbb::parallel_pipeline(batches.size(), tbb::make_filter<void, EdgeBatch*>(inOrder, read) &
                                               tbb::make_filter<EdgeBatch*, void>(inOrder, take));
    attributes.finish();
}

void NativeReader::readEdge(const Statement& row, OwnedRows& attributes, EdgeBatch& batch) {
    const RowPlace place{"edge", row.integer(0)};
    EdgeBatch::Row& read = batch.rows.emplace_back();
    Edge& edge = read.edge;
    edgeRows_.add(place.key);
    batch.addText(row.text(1));
    edge.kind = readWord<EdgeKind, edgeKindCount>(row, 2, place);
    edge.source = vertexRows_.row(row.integer(3));
    edge.target = vertexRows_.row(row.integer(4));
    if (edge.source == noIndex || edge.target == noIndex) {
        refuse(place, fmt::format("vertex {} does not exist",
                                  row.integer(edge.source == noIndex ? 3 : 4)));
    }
    edge.directed = readFlag(row, 5, place);
    batch.addText(row.text(6));
    edge.period = readPeriod(row, 7, place);
    edge.confidence = readWord<Confidence, confidenceCount>(row, 8, place);
    edge.polarity = readWord<Polarity, polarityCount>(row, 9, place);
    edge.sectors = readSectorSet(row, 10, place);
    const double weight = row.real(11);
    if (std::isfinite(weight) && std::abs(weight) > std::numeric_limits<float>::max()) {
        refuse(place, fmt::format("the weight {} is too large", weight));
    }
    edge.weight = static_cast<float>(weight);
    batch.addText(row.text(12));
    attributes.ofOwner(place.key, [&](const Statement& value, const RowPlace& valuePlace) {
        batch.attributes.push_back(attributePlace(value, valuePlace));
        batch.addText(value.text(2));
        ++read.values;
    });
}

void NativeReader::takeEdges(const EdgeBatch& batch, const std::vector<StringId>& attributeNames) {
    const char* text = batch.text.data();
    std::vector<std::string_view> texts;
    texts.reserve(batch.sizes.size());
    for (const std::size_t size : batch.sizes) {
        texts.emplace_back(text, size);
        text += size;
    }
    const std::vector<StringId> strings = dossier_.intern(texts);
    auto string = strings.begin();
    auto attribute = batch.attributes.begin();
    Edge edge;
    for (const EdgeBatch::Row& row : batch.rows) {
        edge = row.edge;
        edge.id = *string++;
        edge.type = *string++;
        edge.note = *string++;
        if (dossier_.edges().size() == 0) {
            // Columns stand in the order in which they first come: the first row names them all.
            std::ranges::transform(attributeNames, std::back_inserter(edge.attributes),
                                   [](StringId name) {
                                       return Attribute{name, noString};
                                   });
            for (std::uint32_t i = 0; i < row.values; ++i) {
                edge.attributes[*attribute++].value = *string++;
            }
        } else {
            for (std::uint32_t i = 0; i < row.values; ++i) {
                edge.attributes.push_back({attributeNames[*attribute++], *string++});
            }
        }
        dossier_.add(edge);
        rowDone();
    }
}

} // namespace entente
