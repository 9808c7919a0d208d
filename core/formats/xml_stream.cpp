#include "core/formats/xml_stream.h"

#include "core/formats/text_encoding.h"
#include "core/formats/xml_encoding.h"
#include "core/formats/xml_scanner.h"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <memory>
#include <vector>

namespace entente {

namespace {

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

constexpr std::size_t smallestPiece = std::size_t{1} << 18U;
constexpr std::size_t largestPiece = std::size_t{1} << 30U;
/// A word that is longer than a piece is read again with each further one: a large file is fed in
/// few pieces, so that this stays linear.
constexpr std::size_t mostPieces = 64;

} // namespace

/// What expat calls. Exceptions do not pass through it: they wait until it has returned.
struct XmlCallbacks {
    XmlStream& stream;
    XmlHandler& handler;
    XML_Parser parser;
    std::vector<std::size_t> open; ///< where the open elements begin
    std::exception_ptr thrown;
    ExpatAttributes attributesOf;

    template <typename Action>
    void guarded(Action action) {
        if (thrown != nullptr) {
            return;
        }
        stream.offset_ = static_cast<std::size_t>(XML_GetCurrentByteIndex(parser));
        try {
            action();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }

    static XmlCallbacks& of(void* data) { return *static_cast<XmlCallbacks*>(data); }

    static void XMLCALL begin(void* data, const XML_Char* name, const XML_Char** attributes) {
        XmlCallbacks& self = of(data);
        self.guarded([&] {
            self.open.push_back(self.stream.offset_);
            self.handler.begin(localName(name), self.attributesOf(attributes));
        });
    }

    static void XMLCALL end(void* data, const XML_Char* name) {
        XmlCallbacks& self = of(data);
        self.guarded([&] {
            self.open.pop_back();
            self.handler.end(localName(name));
        });
    }

    static void XMLCALL text(void* data, const XML_Char* piece, int size) {
        XmlCallbacks& self = of(data);
        self.guarded([&] { self.handler.text({piece, static_cast<std::size_t>(size)}); });
    }

    /// An entity that an unread DTD may declare: its name is all that is known.
    static void XMLCALL skippedEntity(void* data, const XML_Char* name, int isParameter) {
        if (isParameter == 0) {
            XmlCallbacks& self = of(data);
            self.guarded([&] { self.handler.text(fmt::format("&{};", name)); });
        }
    }

    static void XMLCALL declaresEntity(void* data, const XML_Char* name, int, const XML_Char*, int,
                                       const XML_Char*, const XML_Char*, const XML_Char*,
                                       const XML_Char*) {
        XmlCallbacks& self = of(data);
        self.guarded([&] {
            LineCounter lines(self.stream.text_);
            throw FileError(fmt::format(
                "{}, line {}: the file declares an entity ({}). Entente reads none, as they can "
                "blow a file up or pull others in: write the text itself in its place.",
                self.stream.file_, lines.lineAt(self.stream.offset_), name));
        });
    }

    /// `<node>, which begins in line 7`
    [[nodiscard]] std::string openElement() const {
        const std::string_view tag = stream.text_.substr(open.back() + 1);
        const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
        LineCounter lines(stream.text_);
        return fmt::format("<{}>, which begins in line {},", name, lines.lineAt(open.back()));
    }

    [[nodiscard]] std::string whatIsWrong(XML_Error error, std::size_t offset) const {
        const auto byte =
            static_cast<unsigned char>(offset < stream.text_.size() ? stream.text_[offset] : ' ');
        switch (error) {
        case XML_ERROR_NO_ELEMENTS:
        case XML_ERROR_UNCLOSED_TOKEN:
        case XML_ERROR_PARTIAL_CHAR:
        case XML_ERROR_UNCLOSED_CDATA_SECTION:
            return open.empty()
                       ? std::string("the file ends before its first element does: it is cut off "
                                     "or no XML; get it again")
                       : fmt::format("the file ends here, but {} is not closed: the file is cut "
                                     "off; get it again, or save it again where it comes from",
                                     openElement());
        case XML_ERROR_TAG_MISMATCH:
            return open.empty() ? std::string("an element is closed that is not open")
                                : fmt::format("another element is closed here than {} which is "
                                              "the one that is open: mend it in a text editor",
                                              openElement());
        case XML_ERROR_UNDEFINED_ENTITY:
            return "an entity stands here that XML does not know: write the letter itself or its "
                   "number, as &#160; for &nbsp;";
        case XML_ERROR_BAD_CHAR_REF:
            return "a number of a letter stands here that XML does not allow (a control "
                   "character): take it out in a text editor";
        case XML_ERROR_INVALID_TOKEN:
            if (byte == 0) {
                return "a zero byte stands here, which no XML may hold: the file is damaged; get "
                       "it again";
            }
            if (byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r') {
                return fmt::format("the control character U+{:04X} stands here, which no XML may "
                                   "hold: take it out in a text editor",
                                   byte);
            }
            return "something stands here that is no XML; in texts, & is written &amp; and < is "
                   "written &lt;";
        default:
            return fmt::format("{}: mend it in a text editor", XML_ErrorString(error));
        }
    }

    [[nodiscard]] FileError failure() const {
        const XML_Error error = XML_GetErrorCode(parser);
        const auto offset =
            static_cast<std::size_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser), 0));
        return FileError(fmt::format("{}, line {}, column {}: the XML is not well-formed; {}.",
                                     stream.file_, XML_GetCurrentLineNumber(parser),
                                     XML_GetCurrentColumnNumber(parser) + 1,
                                     whatIsWrong(error, offset)));
    }
};

XmlStream::XmlStream(const InputFile& file, ImportReport& report) : file_(file.path.string()) {
    std::size_t first = 0;
    decodeXml(file, report, converted_, first);
    text_ = converted_.empty() ? std::string_view(file.bytes).substr(first) : converted_;
}

void XmlStream::parse(XmlHandler& handler, const Progress& progress) {
    if (!plain_) {
        parseWithExpat(handler, progress);
        return;
    }
    try {
        XmlScanner(text_, handler, offset_).scan([&](std::size_t at) {
            progress.throwIfStopped();
            progress.tell(static_cast<double>(at) / static_cast<double>(text_.size()));
        });
    } catch (const NotPlainXml&) {
        plain_ = false;
        throw;
    }
}

void XmlStream::parseWithExpat(XmlHandler& handler, const Progress& progress) {
    // The encoding that the file declares counts no more: it is UTF-8 by now.
    const std::unique_ptr<XML_ParserStruct, FreeParser> parser(XML_ParserCreate("UTF-8"));
    if (parser == nullptr) {
        throw std::bad_alloc();
    }
    XmlCallbacks callbacks{*this, handler, parser.get(), {}, nullptr, {}};
    XML_SetUserData(parser.get(), &callbacks);
    XML_SetElementHandler(parser.get(), XmlCallbacks::begin, XmlCallbacks::end);
    XML_SetCharacterDataHandler(parser.get(), XmlCallbacks::text);
    XML_SetEntityDeclHandler(parser.get(), XmlCallbacks::declaresEntity);
    XML_SetSkippedEntityHandler(parser.get(), XmlCallbacks::skippedEntity);
    const std::size_t piece = std::clamp(text_.size() / mostPieces, smallestPiece, largestPiece);
    std::size_t at = 0;
    do {
        progress.tell(static_cast<double>(at) /
                      static_cast<double>(std::max<std::size_t>(text_.size(), 1)));
        progress.throwIfStopped();
        const std::size_t size = std::min(piece, text_.size() - at);
        const bool last = at + size == text_.size();
        const XML_Status status =
            XML_Parse(parser.get(), text_.data() + at, static_cast<int>(size), last ? 1 : 0);
        if (callbacks.thrown != nullptr) {
            std::rethrow_exception(callbacks.thrown);
        }
        if (status == XML_STATUS_ERROR) {
            throw callbacks.failure();
        }
        at += size;
    } while (at < text_.size());
}

std::size_t LineCounter::lineAt(std::size_t offset) {
    offset = std::min(offset, text_.size());
    std::size_t breaks = 0;
    const char* at = text_.data() + std::min(offset, offset_);
    const char* const end = text_.data() + std::max(offset, offset_);
    while (at < end) {
        at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        if (at == nullptr) {
            break;
        }
        ++at;
        ++breaks;
    }
    line_ = offset < offset_ ? line_ - breaks : line_ + breaks;
    offset_ = offset;
    return line_;
}

bool beginsWithElement(std::string_view bytes, std::string_view name) {
    constexpr std::size_t sampleSize = 65536;
    std::string plain(bytes.substr(0, sampleSize));
    // Of UTF-16, the plain letters are enough.
    if (plain.starts_with("\xEF\xBB\xBF")) {
        plain.erase(0, 3);
    } else if (plain.starts_with("\xFF\xFE") || plain.starts_with("\xFE\xFF")) {
        plain.erase(0, 2);
    }
    std::erase(plain, '\0');
    std::string_view rest = plain;
    const auto skipPast = [&rest](std::string_view mark) {
        const std::size_t at = rest.find(mark);
        rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + mark.size());
    };
    while (true) {
        const std::size_t first = rest.find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos || rest[first] != '<') {
            return false;
        }
        rest.remove_prefix(first);
        if (rest.starts_with("<!--")) {
            skipPast("-->");
        } else if (rest.starts_with("<?")) {
            skipPast("?>");
        } else if (rest.starts_with("<!")) {
            // A DTD inside the file has brackets of its own.
            const std::size_t end = rest.find('>');
            const std::size_t inner = rest.find('[');
            skipPast(inner < end ? "]" : ">");
            if (inner < end) {
                skipPast(">");
            }
        } else {
            const std::string_view tag = rest.substr(1, rest.find_first_of(" \t\r\n/>", 1) - 1);
            return localName(tag) == name;
        }
    }
}

} // namespace entente
