#include "core/formats/xml_scanner.h"

#include "core/formats/text_encoding.h"
#include "core/formats/xml_encoding.h"
#include "core/formats/xml_stream.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <random>
#include <string>

namespace entente {

namespace {

/// Writes down what it is told, texts as one however they come.
class Scribe : public XmlHandler {
public:
    explicit Scribe(const std::size_t& offset) : offset_(offset) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        endText();
        told_ += fmt::format("{}<{}", offset_, name);
        attributes.forEach([this](std::string_view attribute, std::string_view value) {
            told_ += fmt::format(" {}=[{}]", attribute, value);
        });
        told_ += "\n";
    }
    void end(std::string_view name) override {
        endText();
        told_ += fmt::format("{}/{}\n", offset_, name);
    }
    void text(std::string_view piece) override { text_ += piece; }

    [[nodiscard]] const std::string& told() const { return told_; }

private:
    void endText() {
        if (!text_.empty()) {
            told_ += "“" + text_ + "”\n";
            text_.clear();
        }
    }

    const std::size_t& offset_;
    std::string told_;
    std::string text_;
};

/// Nothing where the document is left to expat.
std::optional<std::string> scanned(std::string_view text) {
    std::size_t offset = 0;
    Scribe scribe(offset);
    try {
        XmlScanner(text, scribe, offset).scan([](std::size_t) {});
    } catch (const NotPlainXml&) {
        return std::nullopt;
    }
    return scribe.told();
}

/// What the stream tells, with its own offsets.
class StreamScribe : public XmlHandler {
public:
    explicit StreamScribe(const XmlStream& xml) : xml_(xml), scribe_(offset_) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        offset_ = xml_.offset();
        scribe_.begin(name, attributes);
    }
    void end(std::string_view name) override {
        offset_ = xml_.offset();
        scribe_.end(name);
    }
    void text(std::string_view piece) override { scribe_.text(piece); }

    [[nodiscard]] const std::string& told() const { return scribe_.told(); }

private:
    const XmlStream& xml_;
    std::size_t offset_ = 0;
    Scribe scribe_;
};

/// What expat tells; nothing where it finds a mistake.
std::optional<std::string> byExpat(std::string_view text) {
    // A processing instruction leaves the document to expat, and at its end moves no offset.
    const InputFile file{"a.graphml", std::string(text) + "<?end?>"};
    ImportReport report;
    XmlStream xml(file, report);
    StreamScribe unread(xml);
    EXPECT_THROW(xml.parse(unread, {}), NotPlainXml);
    StreamScribe scribe(xml);
    try {
        xml.parse(scribe, {});
    } catch (const FileError&) {
        return std::nullopt;
    }
    return scribe.told();
}

constexpr std::array<std::string_view, 6> plainDocuments = {
    "<?xml version=\"1.0\" encoding='UTF-8' standalone=\"no\"?>\r\n<!-- made\nby hand -->\n"
    "<graphml xmlns:y=\"http://a/b\">\n<key id='k' for=\"node\"/>\n<graph>\r\n<node id=\"a\">"
    "<data key=\"k\">x &amp; y\r\nz\rü</data ></node >\n</graph></graphml>\n",
    "<a>1<b c=\"&lt;&#65;&#x42;&quot;&apos;\" d='\"\n\t\r\n\r&#10;'/>2 > 1]] ]><![CDATA[<&\r\n]]]>"
    "<y:c.d-e_f y:g = \"h\" i= 'j'\tk =\"\"/></a>",
    "<a/>",
    "\n<a b='1' c='2'/ \n>",
    "<a><!--> - --><b></b><b\n/>Россия 漢字 \xEF\xBC\xA1 \xF0\x9F\x98\x80&gt;</a>\n<!---->\n",
    "<a b=\"п &amp; \xEF\xBC\xA1\" >\x7F\xC2\x85</a>",
};

} // namespace

TEST(XmlScanner, TellsWhatExpatTells) {
    std::size_t read = 0;
    for (const std::string_view document : plainDocuments) {
        const std::optional<std::string> told = scanned(document);
        EXPECT_EQ(told, byExpat(document)) << document;
        read += told ? 1U : 0U;
    }
    // All but the one that is no XML.
    EXPECT_EQ(read, plainDocuments.size() - 1);
}

TEST(XmlScanner, LeavesTheRestToExpat) {
    for (const std::string_view document : {"",
                                            " ",
                                            "a",
                                            "<a>",
                                            "<a></b>",
                                            "<a/><b/>",
                                            "<a/>b",
                                            "<a b=\"1\" b=\"2\"/>",
                                            "<a b=1/>",
                                            "<a b=\"1\"c=\"2\"/>",
                                            "<a b=\"<\"/>",
                                            "<a>&nbsp;</a>",
                                            "<a>&#0;</a>",
                                            "<a>&#xD800;</a>",
                                            "<a>&#xFFFF;</a>",
                                            "<a>&;</a>",
                                            "<a>& b</a>",
                                            "<a>]]></a>",
                                            "<a>\x01</a>",
                                            "<a b=\"\x01\"/>",
                                            "<a><!-- -- --></a>",
                                            "<a><!--\x01--></a>",
                                            "<a><![CDATA[\x01]]></a>",
                                            "<a><![CDATA[</a>",
                                            "<a>\xEF\xBF\xBE</a>",
                                            "<a b=\"\xEF\xBF\xBF\"/>",
                                            "<!DOCTYPE a><a/>",
                                            "<?go?><a/>",
                                            "<a><?go?></a>",
                                            "<é/>",
                                            "<a é=\"1\"/>",
                                            "< a/>",
                                            "</a>",
                                            "<a",
                                            "<a b",
                                            "<a b=",
                                            "<a b=\"",
                                            "<1/>",
                                            " <?xml version=\"1.0\"?><a/>",
                                            "<?xml version=\"1.1\"?><a/>",
                                            "<?xml version = \"1.0\"?><a/>",
                                            "<?xml encoding=\"UTF-8\"?><a/>",
                                            "<?xml version=\"1.0\"encoding=\"UTF-8\"?><a/>",
                                            "\xEF\xBB\xBF<a/>"}) {
        EXPECT_EQ(scanned(document), std::nullopt) << document;
    }
    EXPECT_EQ(scanned(std::string_view("<a>\0</a>", 8)), std::nullopt);
}

TEST(XmlScanner, ReadsNothingThatExpatRefusesAndNothingOtherwise) {
    constexpr int rounds = 20'000;
    constexpr std::string_view pieces = "<>/=\"'&;#x!-[]? \t\r\nab:1\x01\xEF\xBF\xBE";
    std::mt19937 random(1815);
    std::size_t read = 0;
    for (int round = 0; round < rounds; ++round) {
        std::string document(plainDocuments[random() % plainDocuments.size()]);
        for (std::size_t i = random() % 3 + 1; i > 0 && !document.empty(); --i) {
            const std::size_t at = random() % document.size();
            switch (random() % 4) {
            case 0:
                document[at] = pieces[random() % pieces.size()];
                break;
            case 1:
                document.insert(at, 1, pieces[random() % pieces.size()]);
                break;
            case 2:
                document.erase(at, random() % 3 + 1);
                break;
            default:
                document.insert(at, document.substr(random() % document.size(), random() % 12));
                break;
            }
        }
        const std::string_view encoding = declaredEncoding(document);
        if (!isUtf8(document) || (!encoding.empty() && encoding != "UTF-8")) {
            continue; // it would be converted first
        }
        if (const std::optional<std::string> told = scanned(document)) {
            ASSERT_EQ(told, byExpat(document)) << document;
            ++read;
        }
    }
    EXPECT_GT(read, rounds / 20U);
}

} // namespace entente
