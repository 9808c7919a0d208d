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

TEST(StringPool, InternsManyTextsAsOneByOne) {
    std::vector<std::string> texts;
    for (int i = 0; i < 3'000; ++i) {
        texts.push_back(i % 7 == 0 ? "" : std::to_string(i * i % 1'301));
    }
    StringPool oneByOne;
    StringPool together;
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    const std::vector<StringId> ids = together.intern(views);
    ASSERT_EQ(ids.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        EXPECT_EQ(ids[i], oneByOne.intern(texts[i]));
        EXPECT_EQ(together.view(ids[i]), texts[i]);
    }
    EXPECT_EQ(together.size(), oneByOne.size());
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

TEST(StringPool, KeepsTextsOfAnySize) {
    StringPool pool;
    std::vector<StringId> ids;
    for (const std::size_t size : {1U, 254U, 255U, 256U, 4096U, 70'000U}) {
        ids.push_back(pool.intern(std::string(size, 'a')));
    }
    const StringPool copy = pool;
    for (const StringPool* const each : {&std::as_const(pool), &copy}) {
        std::vector<std::size_t> sizes;
        for (const StringId id : ids) {
            sizes.push_back(each->view(id).size());
            EXPECT_EQ(each->view(id).find_first_not_of('a'), std::string_view::npos);
        }
        EXPECT_EQ(sizes, (std::vector<std::size_t>{1, 254, 255, 256, 4096, 70'000}));
    }
}

TEST(StringPool, AShortTextTakesLittleMoreThanItsLetters) {
    StringPool pool;
    constexpr std::size_t texts = 87'000; // the tables are nearly full
    std::size_t letters = 0;
    for (std::size_t i = 0; i < texts; ++i) {
        const std::string text = std::to_string(i);
        letters += text.size();
        pool.intern(text);
    }
    EXPECT_LT(pool.memory() - letters, texts * 32);
}

} // namespace entente
