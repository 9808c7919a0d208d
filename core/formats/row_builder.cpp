#include "core/formats/row_builder.h"

#include "core/formats/table.h"

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
        source = header->column(columns::words::source);
        target = header->column(columns::words::target);
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

void RowBuilder::Side::setTexts(const std::vector<std::size_t>& of) {
    texts.assign(columns.names().size(), false);
    for (const std::size_t column : of) {
        texts[column] = true;
    }
}

std::size_t RowBuilder::lookUp(const RowBatch& batch, std::size_t row, std::size_t value,
                               std::size_t text) {
    // As many texts as leave each other in the cache until they are read.
    constexpr std::size_t most = 96;
    firstFound_ = value;
    found_.clear();
    do {
        const Side& side = batch.rows[row].kind == RowKind::Node ? nodes_ : edges_;
        for (const std::size_t end = value + batch.rows[row].values; value < end; ++value) {
            const auto& [column, size] = batch.values[value];
            found_.emplace_back(batch.text.data() + text, side.isText(column) ? size : 0);
            text += size;
        }
        ++row;
    } while (row < batch.rows.size() && found_.size() + batch.rows[row].values <= most);
    foundIds_.resize(found_.size());
    dossier_.strings().find(found_, foundIds_);
    return row;
}

template <typename Action>
void RowBuilder::eachRow(const RowBatch& batch, Action action) {
    std::size_t value = 0;
    std::size_t text = 0;
    std::size_t lookedUp = 0;
    for (std::size_t i = 0; i < batch.rows.size(); ++i) {
        const RowBatch::Row& row = batch.rows[i];
        if (i == lookedUp) {
            lookedUp = lookUp(batch, i, value, text);
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
        nodes_.setTexts(nodeRows_->columns().texts());
    }
    nodeRows_->read(nodes_.fields, lines_.lineAt(row.offset));
}

void RowBuilder::readEdge(const RowBatch::Row& row, const EdgeRows::Ends& ends) {
    if (!edgeRows_) {
        edgeRows_.emplace(*edges_.header, dossier_, report_);
        edges_.setTexts(edgeRows_->columns().texts());
        edges_.texts[edges_.source] = true;
        edges_.texts[edges_.target] = true;
    }
    edgeRows_->read(edges_.fields, lines_.lineAt(row.offset), ends);
}

EdgeRows::Ends RowBuilder::ends(const RowBatch& batch, const RowBatch::Row& row,
                                std::size_t firstValue) const {
    const auto known = [&](std::size_t column) {
        for (std::size_t i = firstValue; i < firstValue + row.values; ++i) {
            if (batch.values[i].column == column) {
                const StringId id = foundIds_[i - firstFound_];
                // Since the look-up, nodes may have come.
                return id != noString ? dossier_.findVertex(id)
                                      : dossier_.findVertex(edges_.fields[column]);
            }
        }
        return noIndex;
    };
    return {known(edges_.source), known(edges_.target)};
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
                    const EdgeRows::Ends known = ends(batch, row, value);
                    if (known.source != noIndex && known.target != noIndex) {
                        readEdge(row, known);
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
                readEdge(row, ends(batch, row, value));
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
