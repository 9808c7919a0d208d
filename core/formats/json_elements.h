#pragma once

#include "core/model/progress.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// One value of a JSON text, its children as a linked list in `JsonTree`.
struct JsonValue {
    enum class Type : std::uint8_t { Null, Boolean, Number, Text, List, Object };

    static constexpr std::uint32_t none = UINT32_MAX;

    Type type = Type::Null;
    bool boolean = false;
    bool superseded = false; ///< the same key comes again, later in the same object
    std::uint32_t line = 0;  ///< 1-based, where the value begins
    std::uint32_t keyBegin = 0;
    std::uint32_t keySize = 0;
    std::uint32_t textBegin = 0;
    std::uint32_t textSize = 0;
    double number = 0;
    std::uint32_t first = none;
    std::uint32_t next = none;
};

class JsonTree;

/// A value within a `JsonTree`; valid until the tree is cleared.
class JsonNode {
public:
    JsonNode(const JsonTree& tree, std::uint32_t index) : tree_(&tree), index_(index) {}

    [[nodiscard]] JsonValue::Type type() const;
    [[nodiscard]] std::size_t line() const;
    /// Its name in the object that it is in; empty in a list.
    [[nodiscard]] std::string_view key() const;
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] double number() const;
    [[nodiscard]] bool boolean() const;

    class Iterator {
    public:
        Iterator(const JsonTree& tree, std::uint32_t index);
        JsonNode operator*() const { return {*tree_, index_}; }
        Iterator& operator++();
        bool operator!=(const Iterator& other) const { return index_ != other.index_; }

    private:
        void skipSuperseded();
        const JsonTree* tree_;
        std::uint32_t index_;
    };
    /// The members of an object (of equal keys the last) or the items of a list, in file order.
    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;

private:
    const JsonTree* tree_;
    std::uint32_t index_;
};

/// One part of a JSON document in flat arrays that are used again for the next part.
class JsonTree {
public:
    /// Deeper levels of a part are not kept.
    static constexpr std::size_t mostLevels = 32;

    struct RepeatedKey {
        std::string key;
        std::size_t line = 0;
    };

    [[nodiscard]] JsonNode root() const { return {*this, 0}; }
    [[nodiscard]] bool empty() const { return values_.empty(); }
    /// Whether something lay deeper than `mostLevels`.
    [[nodiscard]] bool tooDeep() const { return tooDeep_; }
    [[nodiscard]] const std::vector<RepeatedKey>& repeatedKeys() const { return repeatedKeys_; }

    void clear();
    void key(std::string_view text);
    /// Adds the value (its `text` is kept beside it) where the tree stands; lists and objects are
    /// entered and must be left.
    void add(JsonValue value, std::string_view text = {});
    void leave();
    /// Whether all that was entered has been left.
    [[nodiscard]] bool complete() const { return open_.empty() && skipped_ == 0 && !empty(); }

private:
    friend class JsonNode;
    friend class JsonNode::Iterator;

    struct Open {
        std::uint32_t value;
        std::uint32_t last;
        std::uint32_t size;
    };

    void findRepeatedKeys(const Open& object);

    std::vector<JsonValue> values_;
    std::string texts_;
    std::vector<Open> open_;
    std::vector<RepeatedKey> repeatedKeys_;
    std::uint32_t keyBegin_ = 0;
    std::uint32_t keySize_ = 0;
    std::size_t skipped_ = 0;
    bool tooDeep_ = false;
};

/// Takes a JSON document whose top level is an object, part by part.
class JsonListener {
public:
    virtual ~JsonListener() = default;
    /// Whether the member of that name is to be kept; others are only checked for their form.
    virtual bool wanted(std::string_view member, std::size_t line) = 0;
    /// One item of a top-level list, or (with `index` at `wholeMember`) a member that is no list.
    virtual void take(std::string_view member, std::size_t index, const JsonTree& value) = 0;

    static constexpr std::size_t wholeMember = SIZE_MAX;
};

/// Reads UTF-8 JSON (RFC 8259) in one pass, in memory of the order of its largest part. Throws
/// `FileError`, with line and column, where the text is no JSON or its top level is no object;
/// `Cancelled` when asked to stop. O(bytes).
void parseJson(std::string_view text, const std::string& file, JsonListener& listener,
               const Progress& progress);

} // namespace entente
