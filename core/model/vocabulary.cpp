#include "core/model/vocabulary.h"

#include <string>

namespace entente {

namespace {

constexpr std::array<std::string_view, vertexKindCount> vertexKindWords = {
    "state", "leader", "organisation", "group", "company", "other", "agreement", "event"};
constexpr std::array<std::string_view, edgeKindCount> edgeKindWords = {"tie", "participation",
                                                                       "lineage"};
constexpr std::array<std::string_view, confidenceCount> confidenceWords = {"confirmed", "reported",
                                                                           "alleged", "planned"};
constexpr std::array<std::string_view, polarityCount> polarityWords = {"cooperative", "neutral",
                                                                       "conflictual"};
constexpr std::array<std::string_view, statusCount> statusWords = {
    "unstated", "negotiated", "signed", "in force", "suspended", "ended"};

std::string plain(std::string_view text) {
    std::string folded;
    for (const char c : text) {
        if (c == '-' || c == '_' || c == ' ') {
            folded += ' ';
        } else {
            folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return folded;
}

template <typename Enumeration, std::size_t Count>
std::optional<Enumeration> find(const std::array<std::string_view, Count>& words,
                                std::string_view text) {
    const std::string folded = plain(text);
    for (std::size_t i = 0; i < Count; ++i) {
        if (words[i] == folded) {
            return static_cast<Enumeration>(i);
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view word(VertexKind kind) { return vertexKindWords[static_cast<std::size_t>(kind)]; }
std::string_view word(EdgeKind kind) { return edgeKindWords[static_cast<std::size_t>(kind)]; }
std::string_view word(Confidence confidence) {
    return confidenceWords[static_cast<std::size_t>(confidence)];
}
std::string_view word(Polarity polarity) {
    return polarityWords[static_cast<std::size_t>(polarity)];
}
std::string_view word(Status status) { return statusWords[static_cast<std::size_t>(status)]; }

std::optional<VertexKind> parseVertexKind(std::string_view text) {
    if (plain(text) == "organization") {
        return VertexKind::Organisation;
    }
    return find<VertexKind>(vertexKindWords, text);
}
std::optional<EdgeKind> parseEdgeKind(std::string_view text) {
    return find<EdgeKind>(edgeKindWords, text);
}
std::optional<Confidence> parseConfidence(std::string_view text) {
    return find<Confidence>(confidenceWords, text);
}
std::optional<Polarity> parsePolarity(std::string_view text) {
    return find<Polarity>(polarityWords, text);
}
std::optional<Status> parseStatus(std::string_view text) {
    return find<Status>(statusWords, text);
}

} // namespace entente
