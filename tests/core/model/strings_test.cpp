#include "core/model/strings.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace entente {

TEST(StringPool, GivesEqualTextsOneId) {
    StringPool pool;
    const StringId first = pool.intern("Россия");
    EXPECT_EQ(pool.intern(std::string("Рос") + "сия"), first);
    EXPECT_NE(pool.intern("Iran"), first);
    EXPECT_EQ(pool.view(first), "Россия");
}

TEST(StringPool, HasTheEmptyTextFromTheStart) {
    StringPool pool;
    EXPECT_EQ(pool.intern(""), noString);
    EXPECT_EQ(pool.view(noString), "");
    EXPECT_EQ(pool.size(), 1U);
}

TEST(StringPool, FindsWithoutAdding) {
    StringPool pool;
    EXPECT_EQ(pool.find("absent"), noString);
    EXPECT_EQ(pool.size(), 1U);
}

TEST(StringPool, KeepsViewsValidWhileItGrows) {
    StringPool pool;
    const std::string_view early = pool.view(pool.intern("early"));
    for (int i = 0; i < 100'000; ++i) {
        pool.intern("text " + std::to_string(i));
    }
    EXPECT_EQ(early, "early");
    EXPECT_EQ(pool.size(), 100'002U);
    EXPECT_EQ(pool.view(pool.find("text 99999")), "text 99999");
}

TEST(StringPool, PrefetchingChangesNothing) {
    StringPool pool;
    const StringId known = pool.intern("known");
    const std::vector<std::string_view> texts(500, "unknown");
    pool.prefetch(texts);
    pool.prefetch({});
    EXPECT_EQ(pool.size(), 2U);
    EXPECT_EQ(pool.find("unknown"), noString);
    EXPECT_EQ(pool.find("known"), known);
}

TEST(StringPool, CopiesAreIndependent) {
    StringPool pool;
    const StringId id = pool.intern("shared");
    StringPool copy = pool;
    copy.intern("only in the copy");
    EXPECT_EQ(pool.find("only in the copy"), noString);
    EXPECT_EQ(copy.view(id), "shared");
    EXPECT_NE(copy.view(id).data(), pool.view(id).data());
}

TEST(StringPool, TakesTextsLongerThanABlock) {
    StringPool pool;
    const std::string longText(3'000'000, 'x');
    EXPECT_EQ(pool.view(pool.intern(longText)), longText);
}

} // namespace entente
