#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

enum class VertexKind : std::uint8_t {
    State,
    Leader,
    Organisation,
    Group,
    Company,
    Other, ///< an actor whose kind the file does not say
    Agreement,
    Event,
};
inline constexpr std::size_t vertexKindCount = 8;

constexpr bool isActor(VertexKind kind) { return kind < VertexKind::Agreement; }

enum class EdgeKind : std::uint8_t {
    Tie,           ///< actor → actor
    Participation, ///< actor → agreement or event
    Lineage,       ///< agreement → agreement
};
inline constexpr std::size_t edgeKindCount = 3;

enum class Confidence : std::uint8_t { Confirmed, Reported, Alleged, Planned };
inline constexpr std::size_t confidenceCount = 4;

enum class Polarity : std::uint8_t { Cooperative, Neutral, Conflictual };
inline constexpr std::size_t polarityCount = 3;

/// Where an agreement stands; `Unstated` for elements that have no status.
enum class Status : std::uint8_t { Unstated, Negotiated, Signed, InForce, Suspended, Ended };
inline constexpr std::size_t statusCount = 6;

/// The words of files and of the command line: lower case English, "in force".
std::string_view word(VertexKind kind);
std::string_view word(EdgeKind kind);
std::string_view word(Confidence confidence);
std::string_view word(Polarity polarity);
std::string_view word(Status status);

/// The inverse of `word`; case, hyphens and underscores do not matter.
std::optional<VertexKind> parseVertexKind(std::string_view text);
std::optional<EdgeKind> parseEdgeKind(std::string_view text);
std::optional<Confidence> parseConfidence(std::string_view text);
std::optional<Polarity> parsePolarity(std::string_view text);
std::optional<Status> parseStatus(std::string_view text);

} // namespace entente
