#include "core/formats/row_builder.h"

#include "core/formats/table.h"

#include <array>
#include <span>

namespace entente {

RowBuilder::RowBuilder(const XmlStream& xml, const GraphColumns& nodes, const GraphColumns& edges,
                       Dossier& dossier, ImportReport& report)
    : file_(xml.file()), lines_(xml.text()), dossier_(dossier), report_(report), nodes_(nodes),
      edges_(edges) {}

void RowBuilder::Side::fill(const RowBatch& batch, const RowBatch::Row& row, std::size_t firstValue,
                            std::size_t textBegin, const std::string& file) {
    if (!header) {
        header.emplace(file, columns.names(), "attribute");
        fields.resize(columns.names().size());
    }
    for (const std::size_t column : filled) {
        fields[column] = {};
    }
    filled.clear();
    const char* text = batch.text.data() + textBegin;
    for (std::size_t i = firstValue; i < firstValue + row.values; ++i) {
        const RowBatch::Value& value = batch.values[i];
        fields[value.column] = {text, value.size};
        filled.push_back(value.column);
        text += value.size;
    }
}

std::size_t RowBuilder::prefetch(const RowBatch& batch, std::size_t value, std::size_t text) const {
    // As many texts as leave each other in the cache until they are read.
    std::array<std::string_view, 96> texts;
    std::size_t count = 0;
    for (; count < texts.size() && value < batch.values.size(); ++value) {
        texts[count++] = {batch.text.data() + text, batch.values[value].size};
        text += batch.values[value].size;
    }
    dossier_.strings().prefetch(std::span(texts).first(count));
    return value;
}

template <typename Action>
void RowBuilder::eachRow(const RowBatch& batch, Action action) {
    std::size_t value = 0;
    std::size_t text = 0;
    std::size_t prepared = 0;
    for (std::size_t i = 0; i < batch.rows.size(); ++i) {
        const RowBatch::Row& row = batch.rows[i];
        if (value >= prepared) {
            prepared = prefetch(batch, value, text);
        }
        action(i, row, value, text);
        for (const std::size_t end = value + row.values; value < end; ++value) {
            text += batch.values[value].size;
        }
    }
}

void RowBuilder::readNode(const RowBatch::Row& row) {
    if (!nodeRows_) {
        nodeRows_.emplace(*nodes_.header, dossier_, report_);
    }
    nodeRows_->read(nodes_.fields, lines_.lineAt(row.offset));
}

void RowBuilder::readEdge(const RowBatch::Row& row) {
    if (!edgeRows_) {
        edgeRows_.emplace(*edges_.header, dossier_, report_);
    }
    edgeRows_->read(edges_.fields, lines_.lineAt(row.offset));
}

bool RowBuilder::endsKnown() const {
    const auto known = [&](columns::Names names) {
        const std::string_view id = fieldAt(edges_.fields, edges_.header->column(names));
        return dossier_.findVertex(id) != noIndex;
    };
    return known(columns::words::source) && known(columns::words::target);
}

void RowBuilder::take(RowBatch&& batch) {
    for (ReportEntry& entry : batch.entries) {
        report_.add(std::move(entry));
    }
    batch.entries = {};
    bool wait = !waiting_.empty();
    eachRow(batch,
            [&](std::size_t number, const RowBatch::Row& row, std::size_t value, std::size_t text) {
                if (row.kind == RowKind::Node) {
                    nodes_.fill(batch, row, value, text, file_);
                    readNode(row);
                } else if (!wait) {
                    edges_.fill(batch, row, value, text, file_);
                    if (endsKnown()) {
                        readEdge(row);
                    } else {
                        wait = true;
                        waitingFrom_ = number;
                    }
                }
            });
    if (wait) {
        waiting_.push_back(std::move(batch));
    }
}

void RowBuilder::finish(const Progress& progress) {
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
        progress.throwIfStopped();
        const RowBatch batch = std::move(waiting_[i]);
        eachRow(batch, [&](std::size_t number, const RowBatch::Row& row, std::size_t value,
                           std::size_t text) {
            if (row.kind == RowKind::Edge && (i > 0 || number >= waitingFrom_)) {
                edges_.fill(batch, row, value, text, file_);
                readEdge(row);
            }
        });
    }
    waiting_.clear();
    if (nodeRows_) {
        nodeRows_->sum();
    }
    if (edgeRows_) {
        edgeRows_->sum();
    }
}

} // namespace entente
