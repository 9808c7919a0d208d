#include "core/formats/gexf.h"
#include "core/formats/graphml.h"
#include "core/formats/xml_stream.h"
#include "tests/core/formats/graph_file_reading.h"

#include <random>
#include <stop_token>

namespace entente {

namespace {

using namespace std::string_literals;

/// What is the same for all formats in XML.
struct XmlInput : GraphFileReading {
    XmlInput() : GraphFileReading(graphMlReader(), graphMlWriter()) {}

    static constexpr std::string_view head = "<graphml><graph edgedefault=\"directed\">\n";

    static std::string document(std::string_view inside) {
        return std::string(head) + std::string(inside) + "</graph></graphml>\n";
    }
};

#define EXPECT_REFUSED(text, part)                                                                 \
    {                                                                                              \
        const std::string message = refusal(text);                                                 \
        EXPECT_NE(message.find(part), std::string::npos) << "says: " << message;                   \
        EXPECT_NE(message.find("graph.xml"), std::string::npos) << message;                        \
    }

/// ASCII as UTF-16.
std::string wide(std::string_view text, bool bigEndian, bool mark) {
    std::string bytes = !mark ? "" : bigEndian ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : text) {
        bytes += bigEndian ? std::string{'\0', c} : std::string{c, '\0'};
    }
    return bytes;
}

} // namespace

TEST_F(XmlInput, WhatIsNotWellFormedIsNamedWithItsPlace) {
    EXPECT_REFUSED(document("<node id=\"a\"/>\n<node id=\"b\">\n</edge>\n"), "line 4, column 3");
    EXPECT_REFUSED(document("<node id=\"a\"/>\n<node id=\"b\">\n</edge>\n"),
                   "<node>, which begins in line 3");
    EXPECT_REFUSED(document("<node id=\"a\" id=\"b\"/>"), "duplicate attribute");
    EXPECT_REFUSED(document("<node id=\"a\"><desc>R & D</desc></node>"), "&amp;");
    EXPECT_REFUSED(document("<node id=\"a\"><desc>&nbsp;</desc></node>"), "&#160;");
    EXPECT_REFUSED(document("<node id=\"a\"><desc>&#7;</desc></node>"), "control character");
    EXPECT_REFUSED(document("<node id=\"\x07\"/>"), "U+0007");
    EXPECT_REFUSED("<graphml><graph>\n<node id=\"a", "cut off");
    EXPECT_REFUSED("<graphml><graph>\n<node id=\"a\"/>\n", "<graph>, which begins in line 1");
    EXPECT_REFUSED("<graphml/><graphml/>", "junk after document element");
    EXPECT_REFUSED("<graphml>"s + std::string(3, '\0') + "</graphml>", "zero byte");
    EXPECT_REFUSED("", "cut off or no XML");
    EXPECT_REFUSED("\x01\x02\x03garbage\xFF\xFE\xFA", "graph.xml");
}

TEST_F(XmlInput, AFileThatEndsInTheMiddleOfALetterIsCutOff) {
    const std::string text = document("<node id=\"Москва\"/>");
    EXPECT_REFUSED(text.substr(0, text.find("сква") + 1), "cut off");
}

TEST_F(XmlInput, EveryBeginOfADocumentIsRefusedOrRead) {
    const std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE graphml>\n<!-- € -->\n" +
        document("<node id=\"é\"><![CDATA[x]]></node><edge source=\"é\" target=\"b\"/>");
    const std::size_t declaration = text.find('\n') + 1;
    const std::string plain = text.substr(0, declaration) + text.substr(text.find("<!-- "));
    for (const std::string& each : {text, plain}) {
        for (std::size_t size = 1; size < each.size() - 1; ++size) {
            EXPECT_NE(refusal(each.substr(0, size)), "") << size;
        }
        EXPECT_EQ(refusal(each), "");
    }
}

TEST_F(XmlInput, WhatIsRareInXmlAfterMuchThatIsPlainChangesNothing) {
    const std::string plain = document("<key id=\"k\" for=\"node\"/>\n"
                                       "<node id=\"a\"><data key=\"none\">1 &lt; 2</data></node>\n"
                                       "<node id=\"a\"/>\n"
                                       "<edge source=\"a\" target=\"b\"/>\n");
    const std::string expected = written(read(plain));
    const ImportReport said = report;
    EXPECT_GT(said.entries.size(), 1U);
    for (const std::string_view rare : {"<?php?>", "<!-- — --><?x y?>"}) {
        std::string text = plain;
        text.insert(text.find("</graph>"), rare);
        EXPECT_EQ(written(read(text)), expected) << rare;
        EXPECT_EQ(report.text(), said.text()) << rare;
        EXPECT_EQ(report.rowsRead, said.rowsRead) << rare;
    }
}

TEST_F(XmlInput, DamagedFilesAreRefusedOrRead) {
    const std::string text = document("<node id=\"é\"><desc>x &amp; y</desc></node>\n"
                                      "<node id=\"b\"><graph edgedefault=\"undirected\"/></node>\n"
                                      "<edge source=\"é\" target=\"b\"/>\n"
                                      "<hyperedge id=\"h\"><endpoint node=\"b\"/></hyperedge>\n");
    std::mt19937 random(5);
    std::size_t readCount = 0;
    std::size_t refusedCount = 0;
    for (int i = 0; i < 2000; ++i) {
        std::string damaged = text;
        damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
        damaged.erase(random() % damaged.size(), random() % 3);
        const bool refused = !refusal(damaged).empty();
        ++(refused ? refusedCount : readCount);
    }
    EXPECT_GT(readCount, 0U);
    EXPECT_GT(refusedCount, readCount);
}

TEST_F(XmlInput, EntitiesAreRefusedAndADoctypeWithoutThemIsNot) {
    const std::string bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE graphml [\n"
                             "<!ENTITY a \"aaaaaaaaaa\">\n<!ENTITY b \"&a;&a;&a;&a;&a;\">\n]>\n";
    EXPECT_REFUSED(bomb + document("<node id=\"&b;\"/>"),
                   "line 3: the file declares an entity (a)");
    EXPECT_REFUSED("<!DOCTYPE graphml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" +
                       document("<node id=\"&x;\"/>"),
                   "declares an entity (x)");
    EXPECT_REFUSED("<!DOCTYPE graphml [<!ENTITY % x SYSTEM \"http://localhost/x.dtd\"> %x;]>" +
                       document(""),
                   "declares an entity (x)");
    const Dossier dossier = read("<!DOCTYPE graphml SYSTEM \"http://localhost/graphml.dtd\">\n" +
                                 document("<node id=\"a\"><desc>x&unread;</desc></node>"));
    EXPECT_EQ(dossier.text(dossier.vertices().note(0)), "x&unread;") << "not lost";
}

TEST_F(XmlInput, ADoctypeMayDeclareElements) {
    EXPECT_EQ(read("<!DOCTYPE graphml [<!ELEMENT graphml ANY>]>\n" + document("<node id=\"a\"/>"))
                  .vertices()
                  .size(),
              1U);
}

TEST_F(XmlInput, DeepNestingIsRead) {
    constexpr std::size_t deep = 10000;
    std::string text(head);
    for (std::size_t i = 0; i < deep; ++i) {
        text += "<node id=\"" + std::to_string(i) + "\"><graph edgedefault=\"directed\">\n";
    }
    for (std::size_t i = 0; i < deep; ++i) {
        text += "</graph></node>\n";
    }
    const Dossier dossier = read(text + "</graph></graphml>");
    EXPECT_EQ(dossier.vertices().size(), deep);
    EXPECT_EQ(of(dossier, "9999", "parent"), "9998");
    std::string unknown(head);
    for (std::size_t i = 0; i < deep; ++i) {
        unknown += "<x>";
    }
    EXPECT_REFUSED(unknown, "cut off");
}

TEST_F(XmlInput, EncodingsAreConverted) {
    const std::string plain = document("<node id=\"a\"/>");
    for (const bool bigEndian : {false, true}) {
        for (const bool mark : {false, true}) {
            const Dossier dossier =
                read(wide("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + plain, bigEndian, mark));
            EXPECT_EQ(dossier.vertices().size(), 1U);
            EXPECT_TRUE(says(0, "UTF-16")) << report.text();
        }
    }
    EXPECT_EQ(read("\xEF\xBB\xBF" + plain).vertices().size(), 1U);
    const auto declared = [](std::string_view encoding, std::string_view id) {
        return "<?xml version='1.0' encoding='" + std::string(encoding) + "'?>" +
               document("<node id=\"" + std::string(id) + "\"/>");
    };
    EXPECT_NE(read(declared("ISO-8859-1", "Caf\xE9")).findVertex("Café"), noIndex);
    EXPECT_TRUE(says(0, "ISO-8859-1")) << report.text();
    EXPECT_NE(read(declared("windows-1251", "\xCC\xEE\xF1\xEA\xE2\xE0")).findVertex("Москва"),
              noIndex);
    EXPECT_NE(read(declared("Shift_JIS", "\x93\xFA\x96\x7B")).findVertex("日本"), noIndex);
    EXPECT_NE(read(declared("UTF-8", "Caf\xE9")).findVertex("Café"), noIndex)
        << "declared wrongly, as happens";
    EXPECT_FALSE(report.entries.empty());
    EXPECT_REFUSED(declared("KLINGON-1", "a"), "“KLINGON-1”, which Entente does not know");
    EXPECT_REFUSED(declared("Shift_JIS", "\x93"), "no letter of the encoding");
}

TEST_F(XmlInput, AHugeTextAndAHugeCountAreRead) {
    const std::string huge(10'000'000, 'x');
    const Dossier dossier = read(document("<node id=\"a\"><desc>" + huge + "</desc></node>"));
    EXPECT_EQ(dossier.text(dossier.vertices().note(0)).size(), huge.size());
    const std::vector<InputFile> gexf = {
        {"a.gexf", "<gexf><graph><nodes count=\"99999999999999999999\"><node id=\"a\"/></nodes>"
                   "<edges count=\"-1\"/></graph></gexf>"}};
    EXPECT_EQ(gexfReader().read(gexf, report, {}).vertices().size(), 1U);
    EXPECT_EQ(read("<graphml><graph parse.nodes=\"18446744073709551615\"><node id=\"a\"/></graph>"
                   "</graphml>")
                  .vertices()
                  .size(),
              1U);
}

TEST_F(XmlInput, ProgressIsToldAndStoppingStops) {
    std::string nodes;
    for (int i = 0; i < 100000; ++i) {
        nodes += "<node id=\"" + std::to_string(i) + "\"/>\n";
    }
    double last = -1;
    bool grows = true;
    Progress progress;
    progress.report = [&](double fraction) {
        grows = grows && fraction >= last && fraction <= 1;
        last = fraction;
    };
    EXPECT_EQ(read(document(nodes), progress).vertices().size(), 100000U);
    EXPECT_TRUE(grows);
    EXPECT_GT(last, 0);
    std::stop_source source;
    progress.stop = source.get_token();
    progress.report = [&source](double fraction) {
        if (fraction > 0) {
            source.request_stop();
        }
    };
    EXPECT_THROW((void)read(document(nodes), progress), Cancelled);
}

TEST_F(XmlInput, SeveralFilesAreNotOne) {
    const std::vector<InputFile> two(2, {"graph.xml", document("")});
    EXPECT_THROW((void)graphMlReader().read(two, report, {}), FileError);
}

TEST(BeginsWithElement, LooksPastWhatComesBefore) {
    EXPECT_TRUE(beginsWithElement("<?xml version=\"1.0\"?>\n<!-- <x> -->\n<graphml>", "graphml"));
    EXPECT_TRUE(beginsWithElement("\xEF\xBB\xBF<!DOCTYPE g [<!ENTITY a '>'>]>\n<g:graphml a='b'>",
                                  "graphml"));
    EXPECT_TRUE(beginsWithElement(wide("<gexf/>", true, true), "gexf"));
    EXPECT_FALSE(beginsWithElement("<html><graphml/></html>", "graphml"));
    EXPECT_FALSE(beginsWithElement("graphml", "graphml"));
    EXPECT_FALSE(beginsWithElement("", "graphml"));
    EXPECT_FALSE(beginsWithElement("<!-- never closed", "graphml"));
}

TEST(LineCounter, CountsForwardsAndBackwards) {
    const std::string text = "a\nb\n\nc";
    LineCounter lines(text);
    EXPECT_EQ(lines.lineAt(5), 4U);
    EXPECT_EQ(lines.lineAt(0), 1U);
    EXPECT_EQ(lines.lineAt(2), 2U);
    EXPECT_EQ(lines.lineAt(4), 3U);
    EXPECT_EQ(lines.lineAt(100), 4U);
}

} // namespace entente
