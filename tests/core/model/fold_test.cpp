#include "core/model/fold.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {

TEST(Fold, DropsCaseAndDiacriticsOfLatinLetters) {
    EXPECT_EQ(fold("Türkiye"), "turkiye");
    EXPECT_EQ(fold("CÔTE D’IVOIRE"), "cote d'ivoire");
    EXPECT_EQ(fold("São Tomé"), "sao tome");
    EXPECT_EQ(fold("Łódź, Đà Nẵng, Åland, Øresund"), "lodz, da nang, aland, oresund");
    EXPECT_EQ(fold("Straße STRAẞE"), "strasse strasse");
    EXPECT_EQ(fold("Æthelstan Þór œuvre"), "aethelstan thor oeuvre");
}

TEST(Fold, TreatsDottedAndDotlessTurkishIAlike) {
    EXPECT_EQ(fold("İSTANBUL"), "istanbul");
    EXPECT_EQ(fold("Diyarbakır"), "diyarbakir");
    EXPECT_EQ(fold("DİYARBAKIR"), fold("Diyarbakır"));
    EXPECT_EQ(fold("Heydər Əliyev"), "heyder eliyev");
}

TEST(Fold, DropsCombiningMarks) {
    EXPECT_EQ(fold("Tu\u0308rkiye"), "turkiye");
    EXPECT_EQ(fold("Россия\u0301"), "россия");
}

TEST(Fold, FoldsGreekAndCyrillic) {
    EXPECT_EQ(fold("ΈΛΛΆΔΑ"), fold("Ελλάδα"));
    EXPECT_EQ(fold("Κύπρος"), "κυπροσ");
    EXPECT_EQ(fold("ᾍδης"), "αδησ");
    EXPECT_EQ(fold("РОССИЯ"), "россия");
    EXPECT_EQ(fold("Орёл, Йошкар-Ола"), "орел, иошкар-ола");
    EXPECT_EQ(fold("УКРАЇНА"), "украіна");
}

TEST(Fold, LeavesOtherScriptsAlone) {
    EXPECT_EQ(fold("ایران"), "ایران");
    EXPECT_EQ(fold("中国"), "中国");
    EXPECT_EQ(fold("조선민주주의인민공화국"), "조선민주주의인민공화국");
    EXPECT_EQ(fold("🇮🇷 𝔄"), "🇮🇷 𝔄");
}

TEST(Fold, WritesHyphensAndBlanksAsAKeyboardHasThem) {
    EXPECT_EQ(fold("Russia–Iran"), "russia-iran");
    EXPECT_EQ(fold("55\u00A0billion"), "55 billion");
}

TEST(Fold, PassesInvalidBytesThrough) {
    EXPECT_EQ(fold("a\xFF\xC3"), "a\xFF\xC3");
    EXPECT_EQ(fold("\xE1\xBA"), "\xE1\xBA");
    EXPECT_EQ(fold(""), "");
}

TEST(Fold, ChangesNothingWhenDoneTwice) {
    for (unsigned code = 0x80; code < 0x2100; ++code) {
        std::string letter;
        if (code < 0x800) {
            letter = {static_cast<char>(0xC0U | code >> 6U),
                      static_cast<char>(0x80U | (code & 0x3FU))};
        } else {
            letter = {static_cast<char>(0xE0U | code >> 12U),
                      static_cast<char>(0x80U | (code >> 6U & 0x3FU)),
                      static_cast<char>(0x80U | (code & 0x3FU))};
        }
        EXPECT_EQ(fold(fold(letter)), fold(letter)) << "U+" << std::hex << code;
    }
}

} // namespace entente
