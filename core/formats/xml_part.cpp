#include "core/formats/xml_part.h"

#include "core/formats/zip_archive.h"
#include "core/model/file_error.h"

#include <expat.h>
#include <fmt/format.h>

#include <exception>
#include <memory>

namespace entente {

namespace {

/// Expat is C: what a handler throws is kept until it has returned.
struct Parsing {
    XmlHandler& handler;
    XML_Parser parser;
    std::exception_ptr thrown;
    bool entities = false;
    ExpatAttributes attributes;

    template <typename Call>
    void guarded(Call call) {
        if (thrown) {
            return;
        }
        try {
            call();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
};

void onBegin(void* data, const char* name, const char** attributes) {
    auto& parsing = *static_cast<Parsing*>(data);
    parsing.guarded(
        [&] { parsing.handler.begin(localName(name), parsing.attributes(attributes)); });
}

void onEnd(void* data, const char* name) {
    auto& parsing = *static_cast<Parsing*>(data);
    parsing.guarded([&] { parsing.handler.end(localName(name)); });
}

void onText(void* data, const char* text, int length) {
    auto& parsing = *static_cast<Parsing*>(data);
    parsing.guarded([&] { parsing.handler.text({text, static_cast<std::size_t>(length)}); });
}

void onDoctype(void* data, const char*, const char*, const char*, int) {
    auto& parsing = *static_cast<Parsing*>(data);
    parsing.entities = true;
    XML_StopParser(parsing.parser, XML_FALSE);
}

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

} // namespace

void readXmlPart(ZipArchive& archive, const std::string& part, XmlHandler& handler,
                 const std::function<void()>& between) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> parser(
        XML_ParserCreate(nullptr));
    if (parser == nullptr) {
        throw std::bad_alloc();
    }
    Parsing parsing{handler, parser.get(), nullptr, false, {}};
    XML_SetUserData(parser.get(), &parsing);
    XML_SetElementHandler(parser.get(), onBegin, onEnd);
    XML_SetCharacterDataHandler(parser.get(), onText);
    XML_SetStartDoctypeDeclHandler(parser.get(), onDoctype);

    XML_Index fed = 0;
    const auto parse = [&](std::string_view piece, bool last) {
        const XML_Status status =
            XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
        if (parsing.thrown) {
            std::rethrow_exception(parsing.thrown);
        }
        if (status == XML_STATUS_ERROR) {
            throw FileError(
                fmt::format("{}, part {}, line {}: this is no XML of a workbook ({}). The file is "
                            "damaged: open "
                            "it in a spreadsheet program and save it anew.",
                            archive.file(), part, XML_GetCurrentLineNumber(parser.get()),
                            parsing.entities ? "it declares a document type"
                                             : XML_ErrorString(XML_GetErrorCode(parser.get()))));
        }
        fed += static_cast<XML_Index>(piece.size());
        // Expat goes through an unfinished tag again with each piece.
        constexpr XML_Index longestTag = 1 << 22;
        if (!last && fed - XML_GetCurrentByteIndex(parser.get()) > longestTag) {
            throw FileError(fmt::format("{}, part {}, line {}: a tag here has no end. The file is "
                                        "damaged: open it in a spreadsheet program and save it "
                                        "anew.",
                                        archive.file(), part,
                                        XML_GetCurrentLineNumber(parser.get())));
        }
    };
    archive.read(part, [&](std::string_view piece) {
        if (between) {
            between();
        }
        parse(piece, false);
    });
    parse({}, true);
}

} // namespace entente
