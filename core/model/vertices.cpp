#include "core/model/vertices.h"

#include <algorithm>

namespace entente {

bool VertexDetails::empty() const {
    return *this == VertexDetails{};
}

bool operator==(const Vertex& a, const Vertex& b) {
    static const VertexDetails none;
    const VertexDetails& left = a.details ? *a.details : none;
    const VertexDetails& right = b.details ? *b.details : none;
    return a.id == b.id && a.label == b.label && a.type == b.type && a.note == b.note &&
           a.kind == b.kind && a.confidence == b.confidence && a.polarity == b.polarity &&
           a.status == b.status && a.sectors == b.sectors && a.period == b.period &&
           left == right && a.attributes == b.attributes;
}

VertexIndex VertexTable::append(const Vertex& vertex) {
    const auto row = static_cast<VertexIndex>(size());
    ids_.push_back(vertex.id);
    labels_.push_back(vertex.label);
    types_.push_back(vertex.type);
    notes_.push_back(vertex.note);
    kinds_.push_back(vertex.kind);
    confidences_.push_back(vertex.confidence);
    polarities_.push_back(vertex.polarity);
    statuses_.push_back(vertex.status);
    sectors_.push_back(vertex.sectors);
    periods_.push_back(vertex.period);
    spans_.push_back(vertex.period.span());
    details_.push_back(vertex.details);
    removed_.push_back(0);
    if (!vertex.attributes.empty()) {
        attributes_.set(row, vertex.attributes);
    }
    return row;
}

void VertexTable::replace(VertexIndex row, const Vertex& vertex) {
    ids_.set(row, vertex.id);
    labels_.set(row, vertex.label);
    types_.set(row, vertex.type);
    notes_.set(row, vertex.note);
    kinds_.set(row, vertex.kind);
    confidences_.set(row, vertex.confidence);
    polarities_.set(row, vertex.polarity);
    statuses_.set(row, vertex.status);
    sectors_.set(row, vertex.sectors);
    periods_.set(row, vertex.period);
    spans_.set(row, vertex.period.span());
    details_.set(row, vertex.details);
    attributes_.set(row, vertex.attributes);
}

void VertexTable::setRemoved(VertexIndex row, bool removed) {
    if (removed != this->removed(row)) {
        removed_.set(row, removed ? 1 : 0);
        removedCount_ = removed ? removedCount_ + 1 : removedCount_ - 1;
    }
}

void VertexTable::reserve(std::size_t rows) {
    ids_.reserve(rows);
    labels_.reserve(rows);
    types_.reserve(rows);
    notes_.reserve(rows);
    kinds_.reserve(rows);
    confidences_.reserve(rows);
    polarities_.reserve(rows);
    statuses_.reserve(rows);
    sectors_.reserve(rows);
    periods_.reserve(rows);
    spans_.reserve(rows);
    details_.reserve(rows);
    removed_.reserve(rows);
}

Vertex VertexTable::row(VertexIndex row) const {
    return {ids_[row],     labels_[row],      types_[row],      notes_[row],
            kinds_[row],   confidences_[row], polarities_[row], statuses_[row],
            sectors_[row], periods_[row],     details_[row],    attributes_.row(row)};
}

const VertexDetails& VertexTable::details(VertexIndex row) const {
    static const VertexDetails none;
    return details_[row] ? *details_[row] : none;
}

std::size_t VertexTable::memory() const {
    return ids_.memory() + labels_.memory() + types_.memory() + notes_.memory() + kinds_.memory() +
           confidences_.memory() + polarities_.memory() + statuses_.memory() + sectors_.memory() +
           periods_.memory() + spans_.memory() + details_.memory() + removed_.memory() +
           attributes_.memory();
}

} // namespace entente
