#include "core/formats/follow_the_money.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <iterator>

#include <malloc.h>

namespace entente {

namespace {

class EntityText {
public:
    /// Entities as OpenSanctions publishes them: persons, companies, posts and sanctions, and the
    /// links between.
    static std::string of(std::size_t lines) {
        EntityText entities;
        for (std::size_t i = 0; i < lines; ++i) {
            entities.addLine(i);
        }
        return std::move(entities.text_);
    }

private:
    static constexpr std::array<const char*, 8> countries = {"ru", "az", "ir", "cn",
                                                             "tr", "ua", "by", "sy"};
    static constexpr std::array<const char*, 6> datasets = {
        "us_ofac_sdn", "eu_fsf", "gb_hmt_sanctions", "wd_peps", "ru_egrul", "ua_nsdc_sanctions"};

    std::uint32_t next(std::uint32_t below) {
        state_ = state_ * 1664525U + 1013904223U;
        return (state_ >> 8U) % below;
    }

    template <typename... Values>
    void add(fmt::format_string<Values...> format, Values&&... values) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Values>(values)...);
    }

    void addEnd() {
        add(R"(}},"referents":["ofac-{}","gb-hmt-{}"],"datasets":["{}","{}"],)"
            R"("first_seen":"20{:02}-0{}-26T14:57:45","last_seen":"2025-05-0{}T00:10:11",)"
            R"("last_change":"2024-11-1{}T08:00:00","target":true}})"
            "\n",
            next(90'000), next(90'000), datasets[next(3)], datasets[3 + next(3)], 18 + next(6),
            1 + next(9), 1 + next(9), next(9));
    }

    std::uint32_t person() { return next(static_cast<std::uint32_t>(persons_ + 1)); }
    std::uint32_t company() { return next(static_cast<std::uint32_t>(companies_ + 1)); }

    void addLine(std::size_t i) {
        const std::uint32_t kind = next(10);
        if (kind < 3) {
            const std::size_t n = persons_++;
            add(R"({{"id":"NK-p{}","caption":"Ivan Petrovich Sidorov {}","schema":"Person",)"
                R"("properties":{{"name":["Ivan Petrovich Sidorov {}","Иван Петрович Сидоров {}"],)"
                R"("alias":["Sidorov I. P. {}","I. Sidorov {}"],"firstName":["Ivan"],"lastName":["Sidorov"],)"
                R"("birthDate":["19{}-0{}-1{}"],"nationality":["{}"],"gender":["male"],)"
                R"("innCode":["77{:010}"],"wikidataId":["Q{}"],"topics":["role.pep","sanction"],)"
                R"("position":["Member of the board of company {}"],)"
                R"("notes":["Member of the supervisory board since 20{:02}, formerly deputy head of department {}."],)"
                R"("sourceUrl":["https://sanctions.example.org/details?id={}"])",
                n, n, n, n, n, n, 30 + next(60), 1 + next(9), next(9), countries[next(8)], n,
                next(90'000'000), next(5000), 10 + next(14), next(400), n);
        } else if (kind < 6) {
            const std::size_t n = companies_++;
            add(R"({{"id":"NK-c{}","caption":"Zavod No. {} JSC","schema":"Company",)"
                R"("properties":{{"name":["Zavod No. {} JSC","АО «Завод № {}»"],)"
                R"("jurisdiction":["{}"],"incorporationDate":["199{}-0{}"],"ogrnCode":["10{:011}"],)"
                R"("registrationNumber":["{}"],"status":["Active"],"legalForm":["JSC"],)"
                R"("address":["{}, Lenin street {}, Moscow, Russian Federation"],"topics":["sanction"],)"
                R"("sourceUrl":["https://registry.example.org/company/{}"])",
                n, n, n, n, countries[next(8)], next(9), 1 + next(9), n, next(90'000'000),
                100'000 + next(99'999), next(300), n);
        } else if (kind < 8) {
            add(R"({{"id":"ru-own-{}","caption":"Ownership","schema":"Ownership","properties":{{)"
                R"("owner":["NK-p{}"],"asset":["NK-c{}"],"percentage":["{}.5"],)"
                R"("startDate":["20{:02}-0{}-01"],"recordId":["{}"])",
                i, person(), company(), next(100), next(24), 1 + next(9), i);
        } else if (kind < 9) {
            add(R"({{"id":"ru-dir-{}","caption":"Directorship","schema":"Directorship","properties":{{)"
                R"("director":["NK-p{}"],"organization":["NK-c{}"],"role":["Director"],)"
                R"("startDate":["20{:02}-0{}-01"])",
                i, person(), company(), next(24), 1 + next(9));
        } else {
            add(R"({{"id":"ofac-s{}","caption":"Sanction","schema":"Sanction","properties":{{)"
                R"("entity":["NK-p{}"],"authority":["Office of Foreign Assets Control"],)"
                R"("country":["us"],"program":["PROGRAMME-{}"],"listingDate":["20{:02}-02-24"],)"
                R"("reason":["Executive Order 14024, section {}."],)"
                R"("sourceUrl":["https://ofac.example.org/{}"])",
                i, person(), next(60), 10 + next(14), next(9), i);
        }
        addEnd();
    }

    std::string text_;
    std::uint32_t state_ = 1;
    std::size_t persons_ = 0;
    std::size_t companies_ = 0;
};

void readEntities(benchmark::State& state) {
    const std::vector<InputFile> files = {
        {"entities.ftm.json", EntityText::of(static_cast<std::size_t>(state.range(0)))}};
    const auto taken = [] {
        const struct mallinfo2 heap = ::mallinfo2();
        return heap.uordblks + heap.hblkhd;
    };
    const std::size_t before = taken();
    double dossierBytes = 0;
    for (auto _ : state) {
        ImportReport report;
        const Dossier dossier = followTheMoneyReader().read(files, report, {});
        if (report.rowsRead != static_cast<std::size_t>(state.range(0))) {
            state.SkipWithError("the file was not read whole");
        }
        dossierBytes = static_cast<double>(taken() - before);
    }
    const std::size_t bytes = files[0].bytes.size();
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * bytes));
    state.counters["file MB"] = static_cast<double>(bytes) / 1e6;
    state.counters["dossier MB"] = dossierBytes / 1e6;
}

} // namespace

BENCHMARK(readEntities)->Arg(300'000)->Unit(benchmark::kMillisecond);

} // namespace entente

BENCHMARK_MAIN();
