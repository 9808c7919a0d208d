#include "core/formats/registry.h"
#include "tests/core/formats/follow_the_money_reading.h"
#include "tests/core/store/temporary_folder.h"

namespace entente {

namespace {

using namespace std::string_literals;
using FollowTheMoneyInput = FollowTheMoneyReading;

const std::string company = R"({"id":"a","schema":"Company","properties":{"name":["A"]}})";
const std::string other = R"({"id":"b","schema":"Company","properties":{"name":["B"]}})";

double recognised(std::string bytes) {
    return followTheMoneyReader().recognise({"file", std::move(bytes)});
}

} // namespace

TEST_F(FollowTheMoneyInput, ItIsKnownByItsContent) {
    EXPECT_GT(recognised(company), 0.9);
    EXPECT_GT(recognised("\xEF\xBB\xBF\r\n[\n" + company + "]"), 0.9);
    EXPECT_GT(recognised(R"({"canonical_id":"x","prop":"name","schema":"Person","value":"v"})"),
              0.9);
    EXPECT_GT(recognised(R"({"id":"x","schema":"Person","name":"N"})"), 0.5);
    EXPECT_EQ(recognised(R"({"id":"x","properties":{}})"), 0);
    EXPECT_EQ(recognised(R"({"format":"entente-dossier","version":1,"schema":"","id":1})"), 0);
    EXPECT_EQ(recognised("id,schema,properties\n"), 0);
    EXPECT_EQ(recognised(""), 0);
    const TemporaryFolder folder;
    for (const char* const name : {"a.json", "a.csv", "a"}) {
        putBytes(folder.path() / name, company + "\n");
        const std::filesystem::path paths[] = {folder.path() / name};
        const OpenedDossier opened = openFiles(paths);
        EXPECT_EQ(opened.reader, &followTheMoneyReader()) << name;
        EXPECT_EQ(opened.dossier.label(0), "A");
    }
}

TEST_F(FollowTheMoneyInput, LineEndsMarksAndBlankLinesDoNotMatter) {
    read("\xEF\xBB\xBF\r\n" + company + "\r\n\r\n  \r\n\t" + other + " ");
    EXPECT_EQ(dossier.vertices().size(), 2U);
    EXPECT_TRUE(report.entries.empty()) << report.text();
}

TEST_F(FollowTheMoneyInput, AListAndIndentedObjectsAreReadToo) {
    for (const std::string& text :
         {"[" + company + "," + other + "]", "[\n  " + company + ",\n  " + other + "\n]\n",
          "{\n \"id\": \"a\",\n \"schema\": \"Company\", \"caption\": \"}\\\"{\"\n}\n" + other}) {
        report = {};
        read(text);
        EXPECT_EQ(dossier.vertices().size(), 2U) << text;
        EXPECT_TRUE(report.entries.empty()) << report.text();
    }
    report = {};
    read("[\n" + company + ",\n{\"id\": 1,\n\"schema\": },\n 17,\n" + other + "\n]");
    EXPECT_EQ(dossier.vertices().size(), 2U);
    EXPECT_TRUE(says(Severity::Refused, 3, "no well-formed JSON"));
    EXPECT_TRUE(says(Severity::Refused, 5, "this is a number"));
}

TEST_F(FollowTheMoneyInput, BadLinesAreRefusedOneByOne) {
    read(company + "\n" +                                           // 1
         "not json\n" +                                             // 2
         "[1, 2]\n" +                                               // 3
         "\"text\"\n" +                                             // 4
         "null\n" +                                                 // 5
         R"({"schema":"Company"})" + "\n" +                         // 6
         R"({"id":"x"})" + "\n" +                                   // 7
         R"({"id":"x","schema":"Company","properties":7})" + "\n" + // 8
         R"({"id":"x","schema":"Company","properties":{"a":1e999}})"
         "\n" + // 9
         R"({"id":"x","schema":"Company","properties":{"name":["cut off)"
         "\n" + // 10
         std::string(10'000, '[') +
         std::string(10'000, ']') + "\n" +                    // 11
         "{\"id\":\"x\0y\",\"schema\":\"Company\"}\n"s +      // 12
         "\0\0\0\0\n"s +                                      // 13
         R"({"id":"x","schema":"Company"} trailing)" + "\n" + // 14
         other);
    EXPECT_EQ(dossier.vertices().size(), 2U);
    EXPECT_EQ(report.rowsRead, 2U);
    EXPECT_EQ(report.rowsRefused, 13U) << report.text();
    EXPECT_TRUE(says(Severity::Refused, 2, "no well-formed JSON"));
    EXPECT_TRUE(says(Severity::Refused, 3, "this is a list"));
    EXPECT_TRUE(says(Severity::Refused, 4, "this is a text"));
    EXPECT_TRUE(says(Severity::Refused, 5, "this is null"));
    EXPECT_TRUE(says(Severity::Refused, 6, "has no id"));
    EXPECT_TRUE(says(Severity::Refused, 7, "“x” has no schema"));
    EXPECT_TRUE(says(Severity::Refused, 8, "The properties are a number"));
    EXPECT_TRUE(says(Severity::Refused, 9, "too large"));
    EXPECT_TRUE(says(Severity::Refused, 10, "no closing quote"));
    EXPECT_TRUE(says(Severity::Refused, 11, "nested more than 1024 levels"));
    EXPECT_TRUE(says(Severity::Refused, 12, "zero bytes"));
    EXPECT_TRUE(says(Severity::Refused, 13, ""));
    EXPECT_TRUE(says(Severity::Refused, 14, "no well-formed JSON"));
}

TEST_F(FollowTheMoneyInput, DeeplyNestedEntitiesDoNotOverflow) {
    std::string nested;
    std::string ends;
    constexpr int levels = 10'000;
    for (int i = 0; i < levels; ++i) {
        nested += R"({"id":"n)" + std::to_string(i) + R"(","schema":"Company","properties":{"x":[)";
        ends += "]}}";
    }
    read(company + "\n" + nested + ends + "\n");
    EXPECT_EQ(dossier.vertices().size(), 1U);
    EXPECT_TRUE(says(Severity::Refused, 2, "nested more than"));
    report = {};
    read(nested.substr(0, nested.find("{\"id\":\"n300\"")) + "\"v\"" + ends.substr(0, 300 * 3));
    EXPECT_EQ(dossier.vertices().size(), 300U) << report.text();
}

TEST_F(FollowTheMoneyInput, DamagedLettersAreMendedInTheirLineOnly) {
    read(R"({"id":"a","schema":"Company","properties":{"name":["Société Générale Ж)"
         "\xD0"
         R"("]}})"
         "\n" +
         other + "\n" + R"({"id":"c","schema":"Company","caption":"A\u0000B"})");
    EXPECT_EQ(dossier.vertices().size(), 3U);
    EXPECT_EQ(label("a"), "Société Générale Ж\uFFFD");
    EXPECT_EQ(label("c"), "A\uFFFDB");
    EXPECT_EQ(report.rowsRepaired, 2U);
    EXPECT_TRUE(says(Severity::Repaired, 1, "not well-formed UTF-8"));
    EXPECT_TRUE(says(Severity::Repaired, 3, "zero bytes"));
}

TEST_F(FollowTheMoneyInput, Utf16IsConverted) {
    std::string wide = "\xFF\xFE";
    for (const char c : company + "\n" + other) {
        wide += c;
        wide += '\0';
    }
    EXPECT_GT(recognised(wide), 0.9);
    read(wide);
    EXPECT_EQ(dossier.vertices().size(), 2U);
    EXPECT_TRUE(says(Severity::Note, 0, "UTF-16"));
}

TEST_F(FollowTheMoneyInput, ValuesNeedNotBeListsOfTexts) {
    read(
        R"({"id":17,"schema":"Company","properties":{"name":"A","employees":[120,true,null],"capital":1.5,"x":{"k":[1]},"empty":[""]},"collection":{"label":"C"}})");
    EXPECT_EQ(label("17"), "A");
    EXPECT_EQ(attribute("17", "employees"), "120; true");
    EXPECT_EQ(attribute("17", "capital"), "1.5");
    EXPECT_EQ(attribute("17", "x"), R"({"k":[1]})");
    EXPECT_EQ(attribute("17", "empty"), "");
    EXPECT_EQ(attribute("17", "collection"), R"({"label":"C"})");
    EXPECT_TRUE(report.entries.empty()) << report.text();
}

TEST_F(FollowTheMoneyInput, AFileWithoutAnEntityIsRefused) {
    const std::string message = refusal("{}\n[]\nno\n");
    EXPECT_NE(message.find("entities.ftm.json holds no entity"), std::string::npos) << message;
    EXPECT_NE(message.find("line 3"), std::string::npos) << message;
    EXPECT_NE(refusal("\n \n"), "");
}

TEST_F(FollowTheMoneyInput, AnyCutOfAFileIsRead) {
    const std::string text = company + "\n" + other + "\n" +
                             R"({"id":"s","schema":"Sanction","properties":{"entity":["a"],)"
                             R"("program":["Ж"],"startDate":["2020-01-01"]}})";
    for (std::size_t length = company.size(); length < text.size(); ++length) {
        report = {};
        read(text.substr(0, length));
        EXPECT_GE(dossier.vertices().size(), 1U) << length;
        EXPECT_LE(report.rowsRefused, 1U);
    }
}

TEST_F(FollowTheMoneyInput, ProgressIsToldAndItStopsWhenAsked) {
    std::string lines;
    for (int i = 0; i < 5000; ++i) {
        lines += R"({"id":"c)" + std::to_string(i) + R"(","schema":"Company"})" + "\n";
    }
    const std::vector<InputFile> files = {{"a.json", lines}};
    std::vector<double> told;
    Progress progress;
    progress.report = [&told](double fraction) { told.push_back(fraction); };
    EXPECT_EQ(followTheMoneyReader().read(files, report, progress).vertices().size(), 5000U);
    EXPECT_TRUE(std::ranges::is_sorted(told));
    EXPECT_GT(told.size(), 4U);
    EXPECT_EQ(told.back(), 1);
    std::stop_source source;
    progress.stop = source.get_token();
    progress.report = [&](double fraction) {
        if (fraction > 0.3) {
            source.request_stop();
        }
    };
    EXPECT_THROW((void)followTheMoneyReader().read(files, report, progress), Cancelled);
}

} // namespace entente
