#include "core/formats/delimited.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rowsOf(std::string_view text, char separator = ',') {
    Rows rows;
    for (DelimitedText table(text, separator); table.next();) {
        rows.emplace_back(table.fields().begin(), table.fields().end());
    }
    return rows;
}

} // namespace

TEST(DelimitedText, EndsRowsAtAnyLineEnd) {
    const Rows wanted = {{"a", "b"}, {"c", "d"}, {"e", ""}};
    EXPECT_EQ(rowsOf("a,b\nc,d\ne,\n"), wanted);
    EXPECT_EQ(rowsOf("a,b\r\nc,d\r\ne,\r\n"), wanted);
    EXPECT_EQ(rowsOf("a,b\rc,d\re,\r"), wanted);
    EXPECT_EQ(rowsOf("a,b\nc,d\r\ne,"), wanted);
    EXPECT_EQ(rowsOf("\n\r\n a , b \n,\n\nc,d\re,\n\n"), wanted) << "blank rows are passed over";
}

TEST(DelimitedText, CountsLinesAsAnEditorDoes) {
    DelimitedText table("a\r\n\r\n\"b\nb\rb\r\nb\"\rc\n\nd", ',');
    for (const std::size_t line : {1U, 3U, 7U, 9U}) {
        ASSERT_TRUE(table.next());
        EXPECT_EQ(table.line(), line);
    }
    EXPECT_FALSE(table.next());
    EXPECT_TRUE(table.atEnd());
    EXPECT_EQ(table.fraction(), 1);
}

TEST(DelimitedText, QuotedFieldsHoldAnything) {
    EXPECT_EQ(rowsOf("\"a,\"\"b\"\"\",\"\",\" c \"\n\"d\ne\", \"f\" ,g\n"),
              (Rows{{"a,\"b\"", "", " c "}, {"d\ne", "f", "g"}}));
    EXPECT_EQ(rowsOf("5\" pipe,\"Gulf\" states,\"\"\"\"\n"),
              (Rows{{"5\" pipe", "Gulf states", "\""}}));
}

TEST(DelimitedText, AnUnclosedQuoteDoesNotSwallowTheRowsAfterIt) {
    for (const char* const text : {"1,\"open\n2,b\n3,c\n", "1,\"open\n2,\"b\"\n3,\"c\"\n",
                                   "1,\"open\n2,b\n3,\"c\"\n", "1,\"open\r2,b\r3,c"}) {
        DelimitedText table(text, ',');
        Rows rows;
        while (table.next()) {
            rows.emplace_back(table.fields().begin(), table.fields().end());
            EXPECT_EQ(table.unclosedQuoteLine(), rows.size() == 1 ? 1U : 0U) << text;
        }
        EXPECT_EQ(rows, (Rows{{"1", "open"}, {"2", "b"}, {"3", "c"}})) << text;
    }
}

TEST(DelimitedText, SpacesAsSeparatorsMayBeSeveral) {
    EXPECT_EQ(rowsOf("Source  Target Weight \n a \"b c\"   1\n", ' '),
              (Rows{{"Source", "Target", "Weight"}, {"a", "b c", "1"}}));
}

TEST(DelimitedText, AMillionQuotesTakeNoLongerThanTheirBytes) {
    std::string text;
    for (int i = 0; i < 200'000; ++i) {
        text += "a,\"b\n";
    }
    std::size_t rows = 0;
    for (DelimitedText table(text, ','); table.next();) {
        ++rows;
    }
    EXPECT_EQ(rows, 200'000U);
}

TEST(DelimitedText, FieldsOfTenMegabytesAreOneField) {
    const std::string field(10'000'000, 'x');
    const Rows rows = rowsOf("a," + field + "\n\"" + field + "\",b\n");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0][1].size(), field.size());
    EXPECT_EQ(rows[1][0].size(), field.size());
}

TEST(LikelySeparators, TheOneThatSplitsRowsAlikeIsFirst) {
    const std::pair<const char*, char> cases[] = {
        {"a,b,c\n1,2,3\n", ','},
        {"a;b;c\n1;2,5;3\n1;3,5;4\n", ';'},
        {"a\tb c\td\n1\t2, 3\t4\n", '\t'},
        {"a|b\nx, y|z\n", '|'},
        {"Source Target\nFred Alice\n", ' '},
        {"name,note\nA,one two three\nB,four five six\n", ','},
        {"\"a,b\";c\n\"d,e\";f\n", ';'},
        {"word\n", ','},
        {"", ','}};
    for (const auto& [text, separator] : cases) {
        EXPECT_EQ(likelySeparators(text).front(), separator) << text;
        EXPECT_EQ(likelySeparators(text).size(), 5U);
    }
}

TEST(LikelySeparators, ARowCutByTheSampleDoesNotCount) {
    const std::string text = "a;b;c\n1;2;3\n4;" + std::string(100'000, ',') + ";6\n";
    EXPECT_EQ(likelySeparators(text).front(), ';');
}

TEST(DelimitedText, RowsReadTogetherUseTheirMemoryAgain) {
    const std::string text = "a,\"b\"\"\"\nc,d\ne,f\n";
    DelimitedRows rows;
    DelimitedText(text, ',').rest(rows);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].fields[1], "b\"");
    const void* const memory = rows[0].fields.data();
    DelimitedText(text, ',').part(text.find('c'), text.find('e')).rest(rows);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].fields[1], "d");
    EXPECT_EQ(rows[0].line, 1U);
    EXPECT_EQ(rows[0].fields.data(), memory);
}

} // namespace entente
