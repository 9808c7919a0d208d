// bench_open FILE [OUTPUT] [THREADS]: opens a file of any format as the program does, and writes it
// in the format of OUTPUT's ending; prints how long each took and the most memory held, as JSON.

#include "core/formats/registry.h"

#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include <sys/resource.h>

namespace {

double megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

template <typename Work>
double seconds(const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void run(const std::filesystem::path& input, const std::filesystem::path& output) {
    const std::vector<std::filesystem::path> files = {input};
    entente::OpenedDossier opened;
    const double open = seconds([&] { opened = entente::openFiles(files); });
    std::printf("{\"seconds\": %.3f, \"megabytes\": %.1f, \"vertices\": %zu, \"edges\": %zu", open,
                megabytes(), opened.dossier.vertices().count(), opened.dossier.edges().count());
    if (!output.empty()) {
        const double write =
            seconds([&] { entente::writerFor(output).write(opened.dossier, output, {}); });
        std::printf(", \"write\": %.3f", write);
    }
    std::printf("}\n");
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2 || argc > 4) {
        std::fputs("usage: bench_open FILE [OUTPUT] [THREADS]\n", stderr);
        return 1;
    }
    try {
        const int threads = argc > 3 ? std::atoi(argv[3]) : 2;
        const tbb::global_control most(tbb::global_control::max_allowed_parallelism,
                                       static_cast<std::size_t>(threads));
        tbb::task_arena(threads).execute([&] { run(argv[1], argc > 2 ? argv[2] : ""); });
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
