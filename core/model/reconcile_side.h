#pragma once

#include "core/model/country_identity.h"
#include "core/model/dossier.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Whether two vertices of these kinds may be one.
enum class KindFit : std::uint8_t {
    Same,
    Unstated, ///< of one of two actors the kind is not known
    Different,
    Never, ///< an actor and an agreement, an agreement and an event, a state and a leader
};
KindFit kindFit(VertexKind a, VertexKind b);

/// Where a row is found under a key.
struct Posting {
    std::uint64_t key;
    VertexIndex row;

    friend auto operator<=>(const Posting&, const Posting&) = default;
};
using Postings = std::vector<Posting>;

/// A key of 64 bits; that two different ones of millions are equal can be left out of account.
std::uint64_t keyOf(std::string_view text, std::uint64_t salt = 0);

/// A code as it is compared: "iso3 rus". Empty where it does not say which one the vertex is: the
/// country code of a leader or company says where it belongs.
std::string comparableCode(const Code& code, VertexKind kind);

/// One of the two dossiers of a reconciliation: its vertices, the countries that they are, which of
/// them are matched, and the keys under which they are found.
class ReconcileSide {
public:
    explicit ReconcileSide(const Dossier& dossier);

    [[nodiscard]] const VertexTable& vertices() const { return dossier_.vertices(); }
    [[nodiscard]] std::string_view label(VertexIndex row) const { return dossier_.label(row); }
    [[nodiscard]] std::string_view type(VertexIndex row) const {
        return dossier_.text(vertices().type(row));
    }
    [[nodiscard]] std::string_view id(VertexIndex row) const {
        return dossier_.text(vertices().id(row));
    }
    /// The country that a state, or an actor of no stated kind, is by its codes and names; or null.
    [[nodiscard]] const Country* country(VertexIndex row) const { return countries_[row].country; }
    [[nodiscard]] const CountryIdentity& identity(VertexIndex row) const { return countries_[row]; }
    /// Of all that is said of the row, its id without a number at the end ("egypt" of "egypt-2").
    [[nodiscard]] std::uint64_t contentKey(VertexIndex row) const;
    [[nodiscard]] bool matched(VertexIndex row) const { return matched_[row]; }
    void match(VertexIndex row) { matched_[row] = true; }

    /// Calls `use(name)` with the label and every other name of the row.
    template <typename Use>
    void eachName(VertexIndex row, const Use& use) const {
        if (!label(row).empty()) {
            use(label(row));
        }
        for (const Name& name : vertices().details(row).names) {
            if (!name.text.empty()) {
                use(std::string_view(name.text));
            }
        }
    }

    /// The keys of all rows that are not matched, sorted; `add(row, post)` calls `post(key)`.
    template <typename Add>
    [[nodiscard]] Postings postings(const Add& add) const {
        Postings found;
        for (VertexIndex row = 0; row < vertices().size(); ++row) {
            if (!vertices().removed(row) && !matched_[row]) {
                add(row, [&](std::uint64_t key) { found.push_back({key, row}); });
            }
        }
        std::ranges::sort(found);
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

private:
    const Dossier& dossier_;
    std::vector<bool> matched_;
    std::vector<CountryIdentity> countries_;
};

/// Calls `use(postings of the one, postings of the other)` for each key that both have.
template <typename Use>
void joinPostings(const Postings& existing, const Postings& incoming, const Use& use) {
    const auto end = [](const Postings& postings, std::size_t at) {
        std::size_t last = at;
        while (last < postings.size() && postings[last].key == postings[at].key) {
            ++last;
        }
        return last;
    };
    std::size_t e = 0;
    std::size_t i = 0;
    while (e < existing.size() && i < incoming.size()) {
        if (existing[e].key < incoming[i].key) {
            ++e;
        } else if (incoming[i].key < existing[e].key) {
            ++i;
        } else {
            const std::size_t lastE = end(existing, e);
            const std::size_t lastI = end(incoming, i);
            use(std::span(existing).subspan(e, lastE - e),
                std::span(incoming).subspan(i, lastI - i));
            e = lastE;
            i = lastI;
        }
    }
}

} // namespace entente
