#pragma once

#include "core/model/attributes.h"
#include "core/model/column.h"
#include "core/model/element.h"

namespace entente {

/// Ties, participations and lineage as columns, one entry a row in each. Removed rows stay where
/// they are and are marked.
class EdgeTable {
public:
    EdgeIndex append(const Edge& edge);
    void replace(EdgeIndex row, const Edge& edge);
    void setRemoved(EdgeIndex row, bool removed);
    void reserve(std::size_t rows);

    /// Rows, the removed ones included.
    [[nodiscard]] std::size_t size() const { return kinds_.size(); }
    /// Rows that are not removed.
    [[nodiscard]] std::size_t count() const { return size() - removedCount_; }
    [[nodiscard]] Edge row(EdgeIndex row) const;

    [[nodiscard]] bool removed(EdgeIndex row) const { return removed_[row] != 0; }
    [[nodiscard]] StringId id(EdgeIndex row) const { return ids_[row]; }
    [[nodiscard]] StringId type(EdgeIndex row) const { return types_[row]; }
    [[nodiscard]] StringId note(EdgeIndex row) const { return notes_[row]; }
    [[nodiscard]] VertexIndex source(EdgeIndex row) const { return sources_[row]; }
    [[nodiscard]] VertexIndex target(EdgeIndex row) const { return targets_[row]; }
    [[nodiscard]] float weight(EdgeIndex row) const { return weights_[row]; }
    [[nodiscard]] EdgeKind kind(EdgeIndex row) const { return kinds_[row]; }
    [[nodiscard]] Confidence confidence(EdgeIndex row) const { return confidences_[row]; }
    [[nodiscard]] Polarity polarity(EdgeIndex row) const { return polarities_[row]; }
    [[nodiscard]] bool directed(EdgeIndex row) const { return directed_[row] != 0; }
    [[nodiscard]] SectorSet sectors(EdgeIndex row) const { return sectors_[row]; }
    [[nodiscard]] const Period& period(EdgeIndex row) const { return periods_[row]; }
    /// `period(row).span()`, kept ready for filters.
    [[nodiscard]] DaySpan span(EdgeIndex row) const { return spans_[row]; }
    [[nodiscard]] const AttributeColumns& attributes() const { return attributes_; }
    void declareAttribute(StringId name, AttributeType type) { attributes_.declare(name, type); }
    void undeclareAttribute(StringId name) { attributes_.undeclare(name); }

    /// Bytes taken, capacity beyond the rows included, strings not.
    [[nodiscard]] std::size_t memory() const;

private:
    Column<StringId> ids_;
    Column<StringId> types_;
    Column<StringId> notes_;
    Column<VertexIndex> sources_;
    Column<VertexIndex> targets_;
    Column<float> weights_;
    Column<EdgeKind> kinds_;
    Column<Confidence> confidences_;
    Column<Polarity> polarities_;
    Column<std::uint8_t> directed_;
    Column<SectorSet> sectors_;
    Column<Period> periods_;
    Column<DaySpan> spans_;
    Column<std::uint8_t> removed_;
    AttributeColumns attributes_;
    std::size_t removedCount_ = 0;
};

} // namespace entente
