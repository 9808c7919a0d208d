#pragma once

#include "core/model/reconcile_side.h"

#include <functional>
#include <string>

namespace entente {

/// What speaks for a match, the strongest first.
enum class Evidence : std::uint8_t {
    Id,
    Renamed, ///< the same in all but the number that an id gets where it is taken
    Code,
    Country,
    DatedName,
    Name,
    Weak,
};

/// Two rows that may be one, and why.
struct Pair {
    Evidence evidence;
    VertexIndex incoming;
    VertexIndex existing;

    friend auto operator<=>(const Pair&, const Pair&) = default;
};

/// The sentences that say why two rows are one, or may be. Both sides must outlive it.
class MatchReasons {
public:
    MatchReasons(const ReconcileSide& existing, const ReconcileSide& incoming)
        : existing_(existing), incoming_(incoming) {}

    [[nodiscard]] KindFit fit(VertexIndex incoming, VertexIndex existing) const;
    /// What speaks against the two being one, whatever their kinds: a clause, empty where nothing
    /// does.
    [[nodiscard]] std::string against(VertexIndex incoming, VertexIndex existing) const;
    /// Which codes of one system differ: a clause, empty where none do.
    [[nodiscard]] std::string differingCodes(VertexIndex incoming, VertexIndex existing) const;

    [[nodiscard]] std::string sure(const Pair& pair) const;
    /// Of strong evidence that was not enough; `taken`: the existing one is matched with another.
    [[nodiscard]] std::string contested(const Pair& pair, bool taken) const;
    // Of weak evidence; empty where it is none after all.
    [[nodiscard]] std::string otherName(const Pair& pair) const;
    [[nodiscard]] std::string sharedCode(const Pair& pair) const;
    /// `mostEdits` gives how many letters may differ by the length of the name.
    [[nodiscard]] std::string
    spelling(const Pair& pair, const std::function<std::size_t(std::size_t)>& mostEdits) const;
    /// The sentence with what speaks against the match; empty where they are two countries.
    [[nodiscard]] std::string weakened(std::string sentence, const Pair& pair) const;

private:
    [[nodiscard]] std::string doubtOfCountry(VertexIndex incoming, VertexIndex existing) const;
    [[nodiscard]] std::string commonCode(const Pair& pair) const;

    const ReconcileSide& existing_;
    const ReconcileSide& incoming_;
};

} // namespace entente
