#pragma once

#include "core/formats/format.h"
#include "core/formats/xml_handler.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

/// An XML document that is read from begin to end (XML 1.0): by `XmlScanner` where it is as
/// programs write it, else by expat. Neither entities that the file declares nor anything outside
/// the file is read.
class XmlStream {
public:
    /// Converts what is not UTF-8: UTF-16, or the encoding that the file declares. The file must
    /// outlive this. Throws `FileError` where the encoding is not known.
    XmlStream(const InputFile& file, ImportReport& report);

    /// Hands all to the handler. Throws `FileError` with line and column where the document is not
    /// well-formed, `Cancelled`, and what the handler throws. May be called again; is to be called
    /// again, with a new handler, where it throws `NotPlainXml`, which it does at most once.
    void parse(XmlHandler& handler, const Progress& progress);

    [[nodiscard]] const std::string& file() const { return file_; }
    /// The document as UTF-8.
    [[nodiscard]] std::string_view text() const { return text_; }
    /// While the handler is called: where in `text()` that stands of which it is told.
    [[nodiscard]] std::size_t offset() const { return offset_; }

private:
    friend struct XmlCallbacks;

    void parseWithExpat(XmlHandler& handler, const Progress& progress);

    std::string file_;
    std::string converted_;
    std::string_view text_;
    std::size_t offset_ = 0;
    bool plain_ = true; ///< as far as is known
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
