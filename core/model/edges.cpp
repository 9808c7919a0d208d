#include "core/model/edges.h"

namespace entente {

EdgeIndex EdgeTable::append(const Edge& edge) {
    const auto row = static_cast<EdgeIndex>(size());
    ids_.push_back(edge.id);
    types_.push_back(edge.type);
    notes_.push_back(edge.note);
    sources_.push_back(edge.source);
    targets_.push_back(edge.target);
    weights_.push_back(edge.weight);
    kinds_.push_back(edge.kind);
    confidences_.push_back(edge.confidence);
    polarities_.push_back(edge.polarity);
    directed_.push_back(edge.directed ? 1 : 0);
    sectors_.push_back(edge.sectors);
    periods_.push_back(edge.period);
    spans_.push_back(edge.period.span());
    removed_.push_back(0);
    if (!edge.attributes.empty()) {
        attributes_.set(row, edge.attributes);
    }
    return row;
}

void EdgeTable::replace(EdgeIndex row, const Edge& edge) {
    ids_.set(row, edge.id);
    types_.set(row, edge.type);
    notes_.set(row, edge.note);
    sources_.set(row, edge.source);
    targets_.set(row, edge.target);
    weights_.set(row, edge.weight);
    kinds_.set(row, edge.kind);
    confidences_.set(row, edge.confidence);
    polarities_.set(row, edge.polarity);
    directed_.set(row, edge.directed ? 1 : 0);
    sectors_.set(row, edge.sectors);
    periods_.set(row, edge.period);
    spans_.set(row, edge.period.span());
    attributes_.set(row, edge.attributes);
}

void EdgeTable::setRemoved(EdgeIndex row, bool removed) {
    if (removed != this->removed(row)) {
        removed_.set(row, removed ? 1 : 0);
        removedCount_ = removed ? removedCount_ + 1 : removedCount_ - 1;
    }
}

void EdgeTable::reserve(std::size_t rows) {
    ids_.reserve(rows);
    types_.reserve(rows);
    notes_.reserve(rows);
    sources_.reserve(rows);
    targets_.reserve(rows);
    weights_.reserve(rows);
    kinds_.reserve(rows);
    confidences_.reserve(rows);
    polarities_.reserve(rows);
    directed_.reserve(rows);
    sectors_.reserve(rows);
    periods_.reserve(rows);
    spans_.reserve(rows);
    removed_.reserve(rows);
}

Edge EdgeTable::row(EdgeIndex row) const {
    return {ids_[row],     types_[row],   notes_[row],         sources_[row],    targets_[row],
            weights_[row], kinds_[row],   confidences_[row],   polarities_[row], directed(row),
            sectors_[row], periods_[row], attributes_.row(row)};
}

std::size_t EdgeTable::memory() const {
    return ids_.memory() + types_.memory() + notes_.memory() + sources_.memory() +
           targets_.memory() + weights_.memory() + kinds_.memory() + confidences_.memory() +
           polarities_.memory() + directed_.memory() + sectors_.memory() + periods_.memory() +
           spans_.memory() + removed_.memory() + attributes_.memory();
}

} // namespace entente
