#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// Handle of an interned string; 0 is the empty string. Valid only with the pool that gave it.
enum class StringId : std::uint32_t {};

inline constexpr StringId noString{0};

constexpr std::uint32_t index(StringId id) {
    return static_cast<std::uint32_t>(id);
}

/// Interned UTF-8 strings: equal texts share one id, ids are dense and never reused, views stay
/// valid for the life of the pool. Interning and look-up are O(length).
class StringPool {
public:
    StringPool();
    StringPool(const StringPool& other);
    StringPool& operator=(const StringPool& other);
    StringPool(StringPool&&) noexcept = default;
    StringPool& operator=(StringPool&&) noexcept = default;
    ~StringPool() = default;

    StringId intern(std::string_view text);
    /// The ids of many texts, as if they were interned one by one, in much less time.
    std::vector<StringId> intern(std::span<const std::string_view> texts);

    /// Fetches what interning these few texts will look at, from all over the memory at once
    /// rather than place by place.
    void prefetch(std::span<const std::string_view> texts) const;

    /// The id of `text`, or `noString` where it was never interned.
    [[nodiscard]] StringId find(std::string_view text) const;
    /// The same of many texts, in much less time; `ids` has as many places.
    void find(std::span<const std::string_view> texts, std::span<StringId> ids) const;

    [[nodiscard]] std::string_view view(StringId id) const { return textAt(texts_[index(id)]); }

    /// Number of different strings, the empty one included.
    [[nodiscard]] std::size_t size() const { return texts_.size(); }

    /// Bytes taken by texts and tables.
    [[nodiscard]] std::size_t memory() const;

private:
    /// The hash beside the id spares most looks at texts, which lie all over the memory.
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t id = 0; ///< 0: free
    };

    StringId intern(std::string_view text, std::uint32_t hash);
    void prefetch(std::span<const std::string_view> texts, std::span<std::uint32_t> hashes) const;
    [[nodiscard]] std::size_t slotOf(std::string_view text, std::uint32_t hash) const;
    /// A text begins with its size: most are short, and one byte says it.
    static std::string_view textAt(const char* place) {
        std::size_t size = static_cast<unsigned char>(*place++);
        if (size == sizeFollows) {
            std::memcpy(&size, place, sizeof size);
            place += sizeof size;
        }
        return {place, size};
    }
    const char* store(std::string_view text);
    void grow();

    static constexpr std::size_t sizeFollows = 255;

    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t blockUsed_ = 0;
    std::size_t blockSize_ = 0;
    std::size_t blockBytes_ = 0;
    std::vector<const char*> texts_;
    std::vector<Slot> slots_;
};

} // namespace entente
