#pragma once

#include "core/model/attributes.h"
#include "core/model/column.h"
#include "core/model/element.h"

namespace entente {

/// Actors, agreements and events as columns, one entry a row in each. Removed rows stay where they
/// are and are marked.
class VertexTable {
public:
    VertexIndex append(const Vertex& vertex);
    void replace(VertexIndex row, const Vertex& vertex);
    void setRemoved(VertexIndex row, bool removed);
    void reserve(std::size_t rows);

    /// Rows, the removed ones included.
    [[nodiscard]] std::size_t size() const { return kinds_.size(); }
    /// Rows that are not removed.
    [[nodiscard]] std::size_t count() const { return size() - removedCount_; }
    [[nodiscard]] Vertex row(VertexIndex row) const;

    [[nodiscard]] bool removed(VertexIndex row) const { return removed_[row] != 0; }
    [[nodiscard]] StringId id(VertexIndex row) const { return ids_[row]; }
    [[nodiscard]] StringId label(VertexIndex row) const { return labels_[row]; }
    [[nodiscard]] StringId type(VertexIndex row) const { return types_[row]; }
    [[nodiscard]] StringId note(VertexIndex row) const { return notes_[row]; }
    [[nodiscard]] VertexKind kind(VertexIndex row) const { return kinds_[row]; }
    [[nodiscard]] Confidence confidence(VertexIndex row) const { return confidences_[row]; }
    [[nodiscard]] Polarity polarity(VertexIndex row) const { return polarities_[row]; }
    [[nodiscard]] Status status(VertexIndex row) const { return statuses_[row]; }
    [[nodiscard]] SectorSet sectors(VertexIndex row) const { return sectors_[row]; }
    [[nodiscard]] const Period& period(VertexIndex row) const { return periods_[row]; }
    /// `period(row).span()`, kept ready for filters.
    [[nodiscard]] DaySpan span(VertexIndex row) const { return spans_[row]; }
    /// Never null: a row without details gives the empty ones.
    [[nodiscard]] const VertexDetails& details(VertexIndex row) const;
    [[nodiscard]] const AttributeColumns& attributes() const { return attributes_; }
    void declareAttribute(StringId name, AttributeType type) { attributes_.declare(name, type); }
    void undeclareAttribute(StringId name) { attributes_.undeclare(name); }

    /// Bytes taken, capacity beyond the rows and shared details included, strings not.
    [[nodiscard]] std::size_t memory() const;

private:
    Column<StringId> ids_;
    Column<StringId> labels_;
    Column<StringId> types_;
    Column<StringId> notes_;
    Column<VertexKind> kinds_;
    Column<Confidence> confidences_;
    Column<Polarity> polarities_;
    Column<Status> statuses_;
    Column<SectorSet> sectors_;
    Column<Period> periods_;
    Column<DaySpan> spans_;
    Column<std::shared_ptr<const VertexDetails>> details_;
    Column<std::uint8_t> removed_;
    AttributeColumns attributes_;
    std::size_t removedCount_ = 0;
};

} // namespace entente
