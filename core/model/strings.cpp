#include "core/model/strings.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>

namespace entente {

namespace {

constexpr std::size_t firstSlots = 64;
constexpr std::size_t smallestBlock = 4096;
constexpr std::size_t largestBlock = 1U << 20U;
/// As many texts as leave each other in the cache.
constexpr std::size_t mostAtOnce = 128;

template <typename Number>
std::uint64_t numberAt(const char* place) {
    Number number = 0;
    std::memcpy(&number, place, sizeof number);
    return number;
}

/// Most texts are short: of these, two overlapping numbers are multiplied, which takes much less
/// than the library's hash.
std::uint32_t hashOf(std::string_view text) {
    const std::size_t size = text.size();
    const char* const begin = text.data();
    const char* const end = begin + size;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    if (size > 16) {
        return static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
    }
    if (size >= 8) {
        first = numberAt<std::uint64_t>(begin);
        last = numberAt<std::uint64_t>(end - 8);
    } else if (size >= 4) {
        first = numberAt<std::uint32_t>(begin);
        last = numberAt<std::uint32_t>(end - 4);
    } else if (size > 0) {
        first = static_cast<unsigned char>(begin[0]);
        last = static_cast<std::uint64_t>(static_cast<unsigned char>(begin[size / 2])) << 8U |
               static_cast<unsigned char>(end[-1]);
    }
    __extension__ using Wide = unsigned __int128;
    const Wide product = Wide{first ^ 0x9E3779B97F4A7C15U ^ size} * (last ^ 0xD6E8FEB86659FD93U);
    const auto mixed =
        static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
    return static_cast<std::uint32_t>(mixed ^ mixed >> 32U);
}

} // namespace

StringPool::StringPool() : texts_{""}, slots_(firstSlots) {}

StringPool::StringPool(const StringPool& other) : StringPool() {
    texts_.reserve(other.texts_.size());
    for (std::size_t i = 1; i < other.texts_.size(); ++i) {
        texts_.push_back(store(textAt(other.texts_[i])));
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
    while (slots_[slot].id != 0 &&
           (slots_[slot].hash != hash || view(StringId{slots_[slot].id}) != text)) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

const char* StringPool::store(std::string_view text) {
    const std::size_t size = text.size();
    const bool isShort = size < sizeFollows;
    const std::size_t needed = size + 1 + (isShort ? 0 : sizeof size);
    if (blockSize_ - blockUsed_ < needed) {
        blockSize_ = std::max(needed, std::clamp(blockSize_ * 2, smallestBlock, largestBlock));
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(blockSize_));
        blockBytes_ += blockSize_;
        blockUsed_ = 0;
    }
    char* const place = blocks_.back().get() + blockUsed_;
    *place = static_cast<char>(isShort ? size : sizeFollows);
    if (!isShort) {
        std::memcpy(place + 1, &size, sizeof size);
    }
    std::memcpy(place + needed - size, text.data(), size);
    blockUsed_ += needed;
    return place;
}

void StringPool::grow() {
    std::vector<Slot> slots(slots_.size() * 2);
    const std::size_t mask = slots.size() - 1;
    for (const Slot& old : slots_) {
        if (old.id == 0) {
            continue;
        }
        std::size_t slot = old.hash & mask;
        while (slots[slot].id != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = old;
    }
    slots_ = std::move(slots);
}

StringId StringPool::intern(std::string_view text) {
    return intern(text, hashOf(text));
}

StringId StringPool::intern(std::string_view text, std::uint32_t hash) {
    if (text.empty()) {
        return noString;
    }
    std::size_t slot = slotOf(text, hash);
    if (slots_[slot].id == 0) {
        if (texts_.size() * 3 >= slots_.size() * 2) {
            grow();
            slot = slotOf(text, hash);
        }
        slots_[slot] = {hash, static_cast<std::uint32_t>(texts_.size())};
        texts_.push_back(store(text));
    }
    return StringId{slots_[slot].id};
}

std::vector<StringId> StringPool::intern(std::span<const std::string_view> texts) {
    std::vector<StringId> ids;
    ids.reserve(texts.size());
    std::array<std::uint32_t, mostAtOnce> hashes{};
    while (!texts.empty()) {
        const auto some = texts.first(std::min(texts.size(), mostAtOnce));
        prefetch(some, hashes);
        for (std::size_t i = 0; i < some.size(); ++i) {
            ids.push_back(intern(some[i], hashes[i]));
        }
        texts = texts.subspan(some.size());
    }
    return ids;
}

void StringPool::prefetch(std::span<const std::string_view> texts) const {
    std::array<std::uint32_t, mostAtOnce> hashes{};
    prefetch(texts.first(std::min(texts.size(), mostAtOnce)), hashes);
}

void StringPool::prefetch(std::span<const std::string_view> texts,
                          std::span<std::uint32_t> hashes) const {
    std::array<std::uint32_t, mostAtOnce> ids{};
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        hashes[i] = hashOf(texts[i]);
        __builtin_prefetch(&slots_[hashes[i] & mask]);
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        std::size_t slot = hashes[i] & mask;
        while (slots_[slot].id != 0 && slots_[slot].hash != hashes[i]) {
            slot = (slot + 1) & mask;
        }
        ids[i] = slots_[slot].id;
        __builtin_prefetch(&texts_[ids[i]]);
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        __builtin_prefetch(texts_[ids[i]]);
    }
}

StringId StringPool::find(std::string_view text) const {
    return text.empty() ? noString : StringId{slots_[slotOf(text, hashOf(text))].id};
}

void StringPool::find(std::span<const std::string_view> texts, std::span<StringId> ids) const {
    std::array<std::uint32_t, mostAtOnce> hashes{};
    for (std::size_t first = 0; first < texts.size(); first += mostAtOnce) {
        const auto some = texts.subspan(first, std::min(texts.size() - first, mostAtOnce));
        prefetch(some, hashes);
        for (std::size_t i = 0; i < some.size(); ++i) {
            ids[first + i] =
                some[i].empty() ? noString : StringId{slots_[slotOf(some[i], hashes[i])].id};
        }
    }
}

std::size_t StringPool::memory() const {
    return blockBytes_ + texts_.capacity() * sizeof(const char*) + slots_.capacity() * sizeof(Slot);
}

} // namespace entente
