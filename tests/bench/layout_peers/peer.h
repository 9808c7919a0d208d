#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <sys/resource.h>

/// The pairs of a table `source,target`; the vertices are the numbers 0 … n−1.
struct PeerGraph {
    std::uint32_t vertices = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
};

inline PeerGraph readGraph(const char* path) {
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line)) {
        throw std::runtime_error(std::string(path) + ": cannot be read");
    }
    PeerGraph graph;
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    for (char comma = 0; file >> source >> comma >> target;) {
        graph.edges.emplace_back(source, target);
        graph.vertices = std::max({graph.vertices, source + 1, target + 1});
    }
    return graph;
}

inline double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec) * 1e-6;
}

/// Runs `work` and prints how long it took, as JSON.
template <class Work> void timed(Work work) {
    const double user = processorSeconds();
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    std::printf("{\"seconds\": %.3f, \"user\": %.3f}\n", wall.count(), processorSeconds() - user);
}

/// Writes the table `id,x,y`; `position(i)` is a pair.
template <class Position>
void writeCoordinates(const char* path, std::uint32_t vertices, Position position) {
    std::FILE* file = std::fopen(path, "w");
    if (file == nullptr) {
        throw std::runtime_error(std::string(path) + ": cannot be written");
    }
    std::fputs("id,x,y\n", file);
    for (std::uint32_t i = 0; i < vertices; ++i) {
        const std::pair<double, double> at = position(i);
        std::fprintf(file, "%u,%.9g,%.9g\n", i, at.first, at.second);
    }
    std::fclose(file);
}
