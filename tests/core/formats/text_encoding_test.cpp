#include "core/formats/text_encoding.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

std::string decoded(std::string_view bytes) {
    ImportReport report;
    return decodeText(bytes, "file", report);
}

} // namespace

TEST(TextEncoding, PassesUtf8Through) {
    ImportReport report;
    EXPECT_EQ(decodeText("Россия 中国 😀", "file", report), "Россия 中国 😀");
    EXPECT_TRUE(report.entries.empty());
}

TEST(TextEncoding, DropsAByteOrderMark) {
    EXPECT_EQ(decoded("\xEF\xBB\xBF"
                      "A,B"),
              "A,B");
}

TEST(TextEncoding, ReadsUtf16OfEitherOrderWithOrWithoutMark) {
    const std::string little("A\0,\0\xE9\0B\0\n\0C\0", 12);
    std::string big;
    for (std::size_t i = 0; i < little.size(); i += 2) {
        big += little[i + 1];
        big += little[i];
    }
    for (const std::string& bytes : {"\xFF\xFE" + little, little, "\xFE\xFF" + big, big}) {
        EXPECT_EQ(decoded(bytes), "A,éB\nC");
    }
    EXPECT_EQ(decoded(std::string("\xFF\xFE\x3D\xD8\x00\xDE", 6)), "😀");
}

TEST(TextEncoding, ReadsTheRestAsWindows1252) {
    ImportReport report;
    EXPECT_EQ(decodeText("Bogot\xE1 \x80", "file", report), "Bogotá €");
    EXPECT_EQ(report.entries.size(), 1U);
}

TEST(TextEncoding, MendsAFewDamagedLettersOfUtf8) {
    ImportReport report;
    EXPECT_EQ(decodeText("Иран\nРос\xD1сия", "file", report), "Иран\nРос\uFFFDсия");
    ASSERT_EQ(report.entries.size(), 1U);
    EXPECT_EQ(report.entries[0].line, 2U);
    EXPECT_EQ(decoded("Россия\xD0"), "Россия\uFFFD") << "cut in the middle of a letter";
}

TEST(TextEncoding, ALetterThatTheEndCutsOffIsNoOtherEncoding) {
    ImportReport report;
    EXPECT_EQ(decodeText("Côte d’Ivoire,\xE6\x97", "file", report), "Côte d’Ivoire,\uFFFD");
    EXPECT_EQ(decodeText("Algérie,\xC3", "file", report), "Algérie,\uFFFD");
    EXPECT_EQ(decodeText("Ren\xE9", "file", report), "René") << "nothing else speaks of UTF-8";
}

TEST(TextEncoding, AHalfUnitOrSurrogateOfUtf16IsReplaced) {
    EXPECT_EQ(decoded(std::string("\xFF\xFE\x3D\xD8\x41\x00", 6)), "\uFFFDA");
    EXPECT_EQ(decoded(std::string("\xFF\xFE\x41\x00\x42", 5)), "A");
}

TEST(TextEncoding, RefusesWhatIsNoTextAndNamesTheLine) {
    for (const std::string& bytes :
         {std::string("ab\ncd\0\0ef\0g", 12), std::string("ab\n\x01\x02\x03\x04\xFF\xFE\x05"),
          std::string("a,b\n\x01\x02\x03\x04")}) {
        ImportReport report;
        try {
            (void)decodeText(bytes, "table.csv", report);
            ADD_FAILURE() << "should have been refused";
        } catch (const FileError& error) {
            EXPECT_TRUE(std::string(error.what()).starts_with("table.csv, line 2: this is no text"))
                << error.what();
        }
    }
}

TEST(TextEncoding, ZeroBytesFarBehindAreFound) {
    EXPECT_THROW(decoded(std::string(1'000'000, 'a') + '\0'), FileError);
}

TEST(TextEncoding, AStrayControlCharacterIsNoReasonToRefuse) {
    EXPECT_EQ(decoded("a,b\x0B\n\x1A"), "a,b\x0B\n\x1A");
}

TEST(TextEncoding, KnowsWellFormedUtf8) {
    EXPECT_TRUE(isUtf8(""));
    EXPECT_TRUE(isUtf8("plain letters, more than eight"));
    for (const char* const bad : {"\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82",
                                  "\x80", "longer than eight \xC3"}) {
        EXPECT_FALSE(isUtf8(bad));
    }
}

} // namespace entente
