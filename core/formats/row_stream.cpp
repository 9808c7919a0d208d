#include "core/formats/row_stream.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

/// Few hand-overs: on a busy machine each may wait for its turn.
constexpr std::size_t batchBytes = std::size_t{1} << 19U;

} // namespace

std::size_t GraphColumns::place(std::string_view name) {
    const std::size_t known = find(name);
    if (known != TableHeader::none) {
        return known;
    }
    if (frozen_) {
        throw LateColumn{};
    }
    names_.emplace_back(name);
    places_.emplace(name, names_.size() - 1);
    return names_.size() - 1;
}

std::size_t GraphColumns::find(std::string_view name) const {
    const auto found = places_.find(name);
    return found == places_.end() ? TableHeader::none : found->second;
}

RowStream::RowStream(const XmlStream& xml, GraphColumns& nodes, GraphColumns& edges, Hand hand)
    : xml_(xml), nodes_(nodes), edges_(edges), hand_(std::move(hand)), lines_(xml.text()) {}

void RowStream::open(RowKind kind, std::size_t offset) {
    open_.push_back({offset, values_.size(), text_.size(), kind});
}

const RowStream::Value* RowStream::find(std::size_t column) const {
    for (std::size_t i = open_.back().firstValue; i < values_.size(); ++i) {
        if (values_[i].column == column) {
            return &values_[i];
        }
    }
    return nullptr;
}

void RowStream::set(std::size_t column, std::string_view value) {
    const Value* const known = find(column);
    Value& place = known != nullptr ? values_[static_cast<std::size_t>(known - values_.data())]
                                    : values_.emplace_back();
    place = {column, text_.size(), value.size()};
    text_ += value;
}

bool RowStream::has(std::size_t column) const {
    return find(column) != nullptr;
}

std::string_view RowStream::get(std::size_t column) const {
    const Value* const value = find(column);
    return value == nullptr ? std::string_view{}
                            : std::string_view(text_).substr(value->begin, value->size);
}

void RowStream::handOver() {
    const OpenRow& row = open_.back();
    if (hand_) {
        columns(row.kind).freeze();
        std::uint32_t count = 0;
        for (std::size_t i = row.firstValue; i < values_.size(); ++i) {
            const Value& value = values_[i];
            if (value.size > 0) {
                batch_.values.push_back({static_cast<std::uint32_t>(value.column),
                                         static_cast<std::uint32_t>(value.size)});
                batch_.text.append(text_, value.begin, value.size);
                ++count;
            }
        }
        batch_.rows.push_back({row.offset, count, row.kind});
        if (batch_.text.size() > batchBytes) {
            flush();
        }
    }
}

void RowStream::close() {
    handOver();
    values_.resize(open_.back().firstValue);
    text_.resize(open_.back().textBegin);
    open_.pop_back();
}

void RowStream::say(Severity severity, std::string column, std::string message) {
    if (hand_) {
        batch_.entries.push_back(
            {severity, file(), lines_.lineAt(offset()), std::move(column), std::move(message)});
    }
}

void RowStream::note(std::string message) {
    if (hand_) {
        batch_.entries.push_back({Severity::Note, file(), 0, {}, std::move(message)});
    }
}

void RowStream::noteCount(std::size_t count, std::string_view sentence) {
    if (count > 0) {
        note(fmt::format(fmt::runtime(sentence), count));
    }
}

void RowStream::flush() {
    if (hand_ && (!batch_.rows.empty() || !batch_.entries.empty())) {
        RowBatch full;
        std::swap(full, batch_);
        batch_.text.reserve(full.text.size() + full.text.size() / 8);
        batch_.values.reserve(full.values.size() + full.values.size() / 8);
        batch_.rows.reserve(full.rows.size() + full.rows.size() / 8);
        hand_(std::move(full));
    }
}

} // namespace entente
