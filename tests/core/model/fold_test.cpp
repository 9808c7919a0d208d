#include "core/model/fold.h"

#include <gtest/gtest.h>

namespace entente {

TEST(Fold, IgnoresCaseAndDiacritics) {
    EXPECT_EQ(fold("Türkiye"), "turkiye");
    EXPECT_EQ(fold("İSTANBUL"), fold("istanbul"));
    EXPECT_EQ(fold("Straße"), "strasse");
    EXPECT_EQ(fold("ĐỒNG"), "dong");
    EXPECT_EQ(fold("РОССИЯ"), fold("Россия"));
    EXPECT_EQ(fold("Пезешкиан Ё"), fold("пезешкиан е"));
    EXPECT_EQ(fold("ΑΘΉΝΑ"), fold("Αθηνα"));
    EXPECT_EQ(fold("e\xCC\x81"), "e");
}

TEST(Fold, LeavesOtherScriptsAsTheyAre) {
    for (const char* const text : {"ایران", "中国", "조선", "ישראל", "सत्य"}) {
        EXPECT_EQ(fold(text), text);
    }
}

TEST(Fold, PassesInvalidBytesThrough) {
    EXPECT_EQ(fold("A\xFF\xC3"), "a\xFF\xC3");
    EXPECT_EQ(fold(""), "");
}

} // namespace entente
