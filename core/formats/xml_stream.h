#pragma once

#include "core/formats/format.h"

#include <cstddef>
#include <string>
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
    virtual void end(std::string_view name) = 0;
    /// A piece of text; one text may come in several.
    virtual void text(std::string_view piece) = 0;
};

/// An XML document that is read from begin to end (expat, XML 1.0). Neither entities that the file
/// declares nor anything outside the file is read.
class XmlStream {
public:
    /// Converts what is not UTF-8: UTF-16, or the encoding that the file declares. The file must
    /// outlive this. Throws `FileError` where the encoding is not known.
    XmlStream(const InputFile& file, ImportReport& report);

    /// Hands all to the handler. Throws `FileError` with line and column where the document is not
    /// well-formed, `Cancelled`, and what the handler throws. May be called again.
    void parse(XmlHandler& handler, const Progress& progress);

    [[nodiscard]] const std::string& file() const { return file_; }
    /// The document as UTF-8.
    [[nodiscard]] std::string_view text() const { return text_; }
    /// While the handler is called: where in `text()` that stands of which it is told.
    [[nodiscard]] std::size_t offset() const { return offset_; }

private:
    friend struct XmlCallbacks;

    std::string file_;
    std::string converted_;
    std::string_view text_;
    std::size_t offset_ = 0;
};

/// The lines of offsets into a text, each near the last one.
class LineCounter {
public:
    explicit LineCounter(std::string_view text) : text_(text) {}
    /// The 1-based line of the byte at `offset`. O(bytes from the last one asked for).
    std::size_t lineAt(std::size_t offset);

private:
    std::string_view text_;
    std::size_t offset_ = 0;
    std::size_t line_ = 1;
};

/// Whether the bytes begin as an XML document with that root element, in UTF-8 or UTF-16 and
/// whatever the prefix. Looks at the first 64 KiB.
bool beginsWithElement(std::string_view bytes, std::string_view name);

} // namespace entente
