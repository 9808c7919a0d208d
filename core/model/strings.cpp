#include "core/model/strings.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace entente {

namespace {

constexpr std::size_t firstSlots = 64;
constexpr std::size_t smallestBlock = 4096;
constexpr std::size_t largestBlock = 1U << 20U;

std::uint32_t hashOf(std::string_view text) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
}

} // namespace

StringPool::StringPool() : texts_{std::string_view{}}, slots_(firstSlots) {}

StringPool::StringPool(const StringPool& other) : StringPool() {
    texts_.reserve(other.texts_.size());
    for (std::size_t i = 1; i < other.texts_.size(); ++i) {
        texts_.push_back(store(other.texts_[i]));
    }
    slots_ = other.slots_;
}

StringPool& StringPool::operator=(const StringPool& other) {
    if (this != &other) {
        *this = StringPool(other);
    }
    return *this;
}

std::size_t StringPool::slotOf(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    while (slots_[slot].id != 0 && (slots_[slot].hash != hash || texts_[slots_[slot].id] != text)) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

std::string_view StringPool::store(std::string_view text) {
    if (blockSize_ - blockUsed_ < text.size()) {
        blockSize_ = std::max(text.size(), std::clamp(blockSize_ * 2, smallestBlock, largestBlock));
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(blockSize_));
        blockBytes_ += blockSize_;
        blockUsed_ = 0;
    }
    char* const place = blocks_.back().get() + blockUsed_;
    std::memcpy(place, text.data(), text.size());
    blockUsed_ += text.size();
    return {place, text.size()};
}

void StringPool::grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    const std::size_t mask = larger.size() - 1;
    for (const Slot& taken : slots_) {
        if (taken.id == 0) {
            continue;
        }
        std::size_t slot = taken.hash & mask;
        while (larger[slot].id != 0) {
            slot = (slot + 1) & mask;
        }
        larger[slot] = taken;
    }
    slots_ = std::move(larger);
}

StringId StringPool::intern(std::string_view text) {
    if (text.empty()) {
        return noString;
    }
    const std::uint32_t hash = hashOf(text);
    std::size_t slot = slotOf(text, hash);
    if (slots_[slot].id == 0) {
        if (texts_.size() * 4 >= slots_.size() * 3) {
            grow();
            slot = slotOf(text, hash);
        }
        slots_[slot] = {static_cast<std::uint32_t>(texts_.size()), hash};
        texts_.push_back(store(text));
    }
    return StringId{slots_[slot].id};
}

void StringPool::expect(std::string_view text) const {
    __builtin_prefetch(&slots_[hashOf(text) & (slots_.size() - 1)]);
}

StringId StringPool::find(std::string_view text) const {
    return text.empty() ? noString : StringId{slots_[slotOf(text, hashOf(text))].id};
}

std::size_t StringPool::memory() const {
    return blockBytes_ + texts_.capacity() * sizeof(std::string_view) +
           slots_.capacity() * sizeof(Slot);
}

} // namespace entente
