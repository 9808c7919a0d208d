#pragma once

#include "core/formats/xml_handler.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Thrown where a document holds what `XmlScanner` leaves to expat, which is then to read it from
/// its beginning: mistakes of every kind, DTDs, processing instructions, names beyond ASCII.
class NotPlainXml : public std::runtime_error {
public:
    NotPlainXml() : std::runtime_error("This document is for expat.") {}
};

/// Reads the XML that programs write: elements, attributes, texts, references to letters, CDATA
/// sections and comments, some five times as fast as expat. What it reads to the end is well-formed
/// XML 1.0, and the handler is told what expat would tell it, but for the places where texts are
/// parted.
class XmlScanner {
public:
    /// `text` is UTF-8. While the handler is called, `offset` says where in `text` that stands of
    /// which it is told.
    XmlScanner(std::string_view text, XmlHandler& handler, std::size_t& offset);

    /// Hands all to the handler. Calls `at(offset)` now and then. Throws `NotPlainXml` and what the
    /// handler throws.
    void scan(const std::function<void(std::size_t)>& at);

private:
    struct Element {
        std::string_view name;
        std::size_t localPart; ///< where it begins in the name
    };

    [[nodiscard]] bool startsWith(std::string_view word) const;
    void skip(std::string_view word);
    void skip(char c);
    void skipBlanks();
    void declaration();
    bool declared(std::string_view name, bool (*fits)(std::string_view));
    void outside();
    void comment();
    Element name();
    void startTag();
    void endTag();
    void attribute();
    std::string_view attributeValue();
    std::string_view decodedValue(const char* begin, char quote);
    void content();
    void cdata();
    void characters(std::size_t begin, std::size_t end);
    void reference(std::string& to);

    const char* const begin_;
    const char* at_;
    const char* const end_;
    XmlHandler& handler_;
    std::size_t& offset_;
    std::vector<Element> open_;
    std::vector<XmlAttribute> attributes_;
    std::deque<std::string> decoded_; ///< values of the present element, in places that stay
    std::size_t decodedUsed_ = 0;
    std::string letters_;
};

} // namespace entente
