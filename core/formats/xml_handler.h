#pragma once

#include <string_view>

namespace entente {

/// The part of a qualified name after its prefix: `Fill` of `y:Fill`.
inline std::string_view localName(std::string_view name) {
    return name.substr(name.rfind(':') + 1);
}

/// The attributes of an element, valid during the call that gives them.
class XmlAttributes {
public:
    /// Names and values in turn, zero-terminated, after the last a null pointer.
    explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}

    /// The value of the attribute with that name; empty where there is none.
    [[nodiscard]] std::string_view operator[](std::string_view name) const {
        const char* const value = find(name);
        return value == nullptr ? std::string_view{} : std::string_view(value);
    }
    /// The same, whatever the prefix of the attribute.
    [[nodiscard]] std::string_view local(std::string_view name) const {
        for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
            if (localName(pair[0]) == name) {
                return pair[1];
            }
        }
        return {};
    }
    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }

    /// Calls `take(name, value)` for each.
    template <typename Take>
    void forEach(Take take) const {
        for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
            take(std::string_view(pair[0]), std::string_view(pair[1]));
        }
    }

private:
    [[nodiscard]] const char* find(std::string_view name) const {
        for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
            if (name == *pair) {
                return pair[1];
            }
        }
        return nullptr;
    }

    const char* const* pairs_;
};

/// Takes what an XML document holds, in its order. Names of elements come without prefix, whatever
/// the namespace: files come with wrong ones and with none.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) { (void)name; }
    /// A piece of text; one text may come in several.
    virtual void text(std::string_view piece) { (void)piece; }
};

} // namespace entente
