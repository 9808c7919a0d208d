#include "core/formats/table_rows.h"

#include "tests/core/formats/same_dossier.h"
#include "tests/core/formats/table_reading.h"

#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <random>

namespace entente {

namespace {

struct Row {
    std::vector<std::string> fields;
    std::size_t line;
    std::size_t unclosedQuoteLine;

    friend bool operator==(const Row&, const Row&) = default;
};

std::vector<Row> oneByOne(const std::string& text) {
    std::vector<Row> rows;
    for (DelimitedText table(text, ','); table.next();) {
        rows.push_back({{table.fields().begin(), table.fields().end()},
                        table.line(),
                        table.unclosedQuoteLine()});
    }
    return rows;
}

/// Has `work` run on that many threads, even where there are fewer cores.
template <typename Work>
void onThreads(int threads, const Work& work) {
    const tbb::global_control most(tbb::global_control::max_allowed_parallelism, 4);
    tbb::task_arena(threads).execute(work);
}

std::vector<Row> byBlocks(const std::string& text, int threads) {
    std::vector<Row> rows;
    onThreads(threads, [&] {
        eachBlockOfRows(DelimitedText(text, ','), {}, [&](const DelimitedRows& block) {
            for (std::size_t i = 0; i < block.size(); ++i) {
                const DelimitedRow row = block[i];
                rows.push_back(
                    {{row.fields.begin(), row.fields.end()}, row.line, row.unclosedQuoteLine});
            }
        });
    });
    return rows;
}

/// Rows of which many hold quoted fields with line ends, some longer than a block, and what else
/// may confuse a reader that begins in the middle.
std::string awkwardText(unsigned seed, std::size_t size) {
    std::mt19937 random(seed);
    const auto chance = [&random](unsigned oneIn) { return random() % oneIn == 0; };
    const char* const ends[] = {"\n", "\r\n", "\r"};
    std::string text = "Source,Target,Weight,Note\n";
    while (text.size() < size) {
        const char* const end = ends[random() % 3];
        text += "a" + std::to_string(random() % 500) + ", b" + std::to_string(random() % 500) +
                "," + std::to_string(random() % 100);
        if (chance(3)) {
            text += ",\"lines,";
            const auto lines = chance(200) ? 40'000U : random() % 5;
            for (std::size_t i = 0; i < lines; ++i) {
                text += "x,y\"\",";
                text += end;
            }
            text += "\"";
        } else if (chance(400)) {
            text += ",\"open";
        } else if (chance(400)) {
            text += ",5\" wide,and,more";
        }
        text += end;
        text += chance(50) ? end : "";
    }
    return text;
}

struct TableRows : TableReading {};

} // namespace

TEST_F(TableRows, AreTheSameForAnyNumberOfThreads) {
    for (const unsigned seed : {1U, 2U, 3U}) {
        const std::string text = awkwardText(seed, 1'500'000);
        const std::vector<Row> wanted = oneByOne(text);
        ASSERT_GT(wanted.size(), 1000U);
        for (const int threads : {1, 2, 4}) {
            EXPECT_TRUE(byBlocks(text, threads) == wanted) << seed << ", " << threads;
        }
    }
}

TEST_F(TableRows, AQuotedFieldMayEndAnywhereAtTheBordersOfBlocks) {
    // Line ends fall on every place about the 128 KiB of a block.
    for (const char* const end : {"\n", "\r\n", "\r"}) {
        for (std::size_t shift = 0; shift < 12; ++shift) {
            std::string text = std::string(131'064 + shift, 'x') + ",\"a" + end + "b,\"\"" + end +
                               end + "\"" + end + "c,d" + end;
            text += std::string(140'000, 'y') + end + "last,\"one" + end;
            EXPECT_TRUE(byBlocks(text, 2) == oneByOne(text)) << shift;
        }
    }
}

TEST_F(TableRows, ATableWithoutRowsHasNone) {
    EXPECT_TRUE(byBlocks("", 2).empty());
    EXPECT_TRUE(byBlocks(std::string(500'000, '\n'), 2).empty());
}

TEST_F(TableRows, DossierAndReportAreTheSameForAnyNumberOfThreads) {
    const std::string text = awkwardText(7, 1'000'000);
    Dossier first;
    std::string told;
    for (const int threads : {1, 2, 4}) {
        report = {};
        Dossier dossier;
        onThreads(threads, [&] { dossier = read(text); });
        if (threads == 1) {
            first = std::move(dossier);
            told = report.text();
            EXPECT_NE(told.find("quotation mark"), std::string::npos) << told;
            continue;
        }
        expectSame(first, dossier);
        EXPECT_EQ(first.strings().size(), dossier.strings().size());
        for (std::uint32_t id = 0; id < first.strings().size(); ++id) {
            ASSERT_EQ(first.text(StringId{id}), dossier.text(StringId{id}));
        }
        EXPECT_EQ(report.text(), told);
    }
}

TEST_F(TableRows, ReadingStopsAndTellsHowFarItIs) {
    std::string text = "Source,Target\n";
    while (text.size() < 2'000'000) {
        text += "alpha,beta\n";
    }
    const std::vector<InputFile> files = {{"table.csv", text}};
    std::stop_source stop;
    double told = 0;
    const auto stopHalfway = [&](double fraction) {
        EXPECT_GE(fraction, told);
        told = fraction;
        if (fraction > 0.5) {
            stop.request_stop();
        }
    };
    EXPECT_THROW((void)tablesReader().read(files, report, {stopHalfway, stop.get_token()}),
                 Cancelled);
    EXPECT_GT(told, 0.5);
    EXPECT_LT(told, 0.9);
}

} // namespace entente
