#include "core/network/collapse.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace entente {

namespace {

constexpr std::size_t fewestMembers = 3;

struct Communities {
    std::vector<std::uint32_t> sizes;
    std::vector<std::uint32_t> hubs; ///< network vertex that stands for each; `noIndex`: open
};

Communities closedOnes(const Network& network, std::span<const std::uint32_t> communities,
                       std::span<const std::uint8_t> open) {
    std::vector<double> degrees(network.vertexCount(), 0);
    for (const NetworkEdge& edge : network.edges()) {
        const double weight = std::isfinite(edge.weight) ? std::abs(edge.weight) : 1;
        degrees[edge.source] += weight;
        degrees[edge.target] += weight;
    }
    Communities closed;
    for (std::uint32_t vertex = 0; vertex < network.vertexCount(); ++vertex) {
        const std::uint32_t community = communities[vertex];
        if (community == noCommunity) {
            continue;
        }
        if (community >= closed.sizes.size()) {
            closed.sizes.resize(community + std::size_t{1}, 0);
            closed.hubs.resize(community + std::size_t{1}, noIndex);
        }
        ++closed.sizes[community];
        std::uint32_t& hub = closed.hubs[community];
        if (hub == noIndex || degrees[vertex] > degrees[hub]) {
            hub = vertex;
        }
    }
    for (std::size_t community = 0; community < closed.hubs.size(); ++community) {
        if (closed.sizes[community] < fewestMembers ||
            (community < open.size() && open[community] != 0)) {
            closed.hubs[community] = noIndex;
        }
    }
    return closed;
}

/// The edges of a network between other vertices, those that say the same side by side.
struct Joined {
    std::uint32_t low;
    std::uint32_t high;
    std::int8_t sign;
    std::uint32_t edge;

    friend bool operator<(const Joined& a, const Joined& b) {
        // Cooperative ones first.
        return std::tie(a.low, a.high, b.sign, a.edge) < std::tie(b.low, b.high, a.sign, b.edge);
    }
    [[nodiscard]] bool joinsTheSame(const Joined& other) const {
        return low == other.low && high == other.high && sign == other.sign;
    }
};

} // namespace

Network collapse(const Network& network, std::span<const std::uint32_t> communities,
                 std::span<const std::uint8_t> open) {
    const Communities closed = closedOnes(network, communities, open);
    const auto hubOf = [&](std::uint32_t vertex) {
        const std::uint32_t community = communities[vertex];
        return community == noCommunity || closed.hubs[community] == noIndex
                   ? vertex
                   : closed.hubs[community];
    };
    std::vector<VertexIndex> elements;
    std::vector<std::uint32_t> members;
    std::vector<std::uint32_t> numbers(network.vertexCount(), noIndex);
    VertexIndex rows = 0;
    for (std::uint32_t vertex = 0; vertex < network.vertexCount(); ++vertex) {
        rows = std::max(rows, network.element(vertex) + 1);
        if (hubOf(vertex) == vertex) {
            numbers[vertex] = static_cast<std::uint32_t>(elements.size());
            elements.push_back(network.element(vertex));
            const std::uint32_t community = communities[vertex];
            const bool stands = community != noCommunity && closed.hubs[community] == vertex;
            members.push_back(stands ? closed.sizes[community] : 1);
        }
    }
    std::vector<Joined> joined;
    for (std::uint32_t edge = 0; edge < network.edgeCount(); ++edge) {
        const NetworkEdge& each = network.edges()[edge];
        const std::uint32_t source = numbers[hubOf(each.source)];
        const std::uint32_t target = numbers[hubOf(each.target)];
        if (source != target) {
            joined.push_back({std::min(source, target), std::max(source, target), each.sign, edge});
        }
    }
    std::sort(joined.begin(), joined.end());
    std::vector<NetworkEdge> edges;
    std::vector<std::uint32_t> behind;
    std::vector<std::uint32_t> offsets{0};
    std::vector<ElementRef> backing;
    for (std::size_t begin = 0; begin < joined.size();) {
        const NetworkEdge& first = network.edges()[joined[begin].edge];
        NetworkEdge sum = first;
        sum.source = numbers[hubOf(first.source)];
        sum.target = numbers[hubOf(first.target)];
        std::size_t end = begin;
        sum.weight = 0;
        for (; end < joined.size() && joined[end].joinsTheSame(joined[begin]); ++end) {
            const NetworkEdge& each = network.edges()[joined[end].edge];
            sum.weight += each.weight;
            sum.sectors |= each.sectors;
            sum.confidence = std::min(sum.confidence, each.confidence);
            sum.directed =
                sum.directed && each.directed && numbers[hubOf(each.source)] == sum.source;
            const auto backs = network.backing(joined[end].edge);
            backing.insert(backing.end(), backs.begin(), backs.end());
        }
        std::ranges::sort(backing.begin() + offsets.back(), backing.end());
        const auto twice = std::ranges::unique(backing.begin() + offsets.back(), backing.end());
        backing.erase(twice.begin(), twice.end());
        offsets.push_back(static_cast<std::uint32_t>(backing.size()));
        behind.push_back(static_cast<std::uint32_t>(end - begin));
        edges.push_back(sum);
        begin = end;
    }
    Network collapsed(network.options(), std::move(elements), rows, std::move(edges),
                      std::move(offsets), std::move(backing));
    for (std::uint32_t vertex = 0; vertex < network.vertexCount(); ++vertex) {
        collapsed.addMember(numbers[hubOf(vertex)], network.element(vertex));
    }
    collapsed.setBehind(std::move(members), std::move(behind));
    return collapsed;
}

std::vector<double> communityWidths(const Network& network) {
    constexpr double widest = 2;
    constexpr double widestOfMany = 1.6;
    constexpr double narrowest = 0.65;
    constexpr double few = 20;
    std::vector<double> widths(network.vertexCount(), 0);
    double count = 0;
    std::uint32_t most = 1;
    for (std::uint32_t vertex = 0; vertex < widths.size(); ++vertex) {
        const std::uint32_t members = network.membersOf(vertex);
        count += members > 1 ? 1 : 0;
        most = std::max(most, members);
    }
    const double largest =
        std::clamp(widest * std::sqrt(few / std::max(count, 1.0)), widestOfMany, widest);
    for (std::uint32_t vertex = 0; vertex < widths.size(); ++vertex) {
        if (const std::uint32_t members = network.membersOf(vertex); members > 1) {
            widths[vertex] =
                std::max(narrowest, largest * std::sqrt(static_cast<double>(members) / most));
        }
    }
    return widths;
}

} // namespace entente
