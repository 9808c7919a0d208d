#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// The part of a qualified name after its prefix: `Fill` of `y:Fill`.
inline std::string_view localName(std::string_view name) {
    return name.substr(name.rfind(':') + 1);
}

struct XmlAttribute {
    std::string_view name;
    std::string_view value;
};

/// The attributes of an element, valid during the call that gives them.
class XmlAttributes {
public:
    explicit XmlAttributes(std::span<const XmlAttribute> attributes) : attributes_(attributes) {}

    /// The value of the attribute with that name; empty where there is none.
    [[nodiscard]] std::string_view operator[](std::string_view name) const {
        const XmlAttribute* const found = find(name);
        return found == nullptr ? std::string_view{} : found->value;
    }
    /// The same, whatever the prefix of the attribute.
    [[nodiscard]] std::string_view local(std::string_view name) const {
        for (const XmlAttribute& attribute : attributes_) {
            if (localName(attribute.name) == name) {
                return attribute.value;
            }
        }
        return {};
    }
    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }

    /// Calls `take(name, value)` for each.
    template <typename Take>
    void forEach(Take take) const {
        for (const XmlAttribute& attribute : attributes_) {
            take(attribute.name, attribute.value);
        }
    }

private:
    [[nodiscard]] const XmlAttribute* find(std::string_view name) const {
        for (const XmlAttribute& attribute : attributes_) {
            if (attribute.name == name) {
                return &attribute;
            }
        }
        return nullptr;
    }

    std::span<const XmlAttribute> attributes_;
};

/// What expat gives as attributes: names and values in turn, zero-terminated, after the last a null
/// pointer.
class ExpatAttributes {
public:
    /// Valid until the next call.
    XmlAttributes operator()(const char* const* pairs) {
        attributes_.clear();
        for (; *pairs != nullptr; pairs += 2) {
            attributes_.push_back({pairs[0], pairs[1]});
        }
        return XmlAttributes(attributes_);
    }

private:
    std::vector<XmlAttribute> attributes_;
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
