#include "core/model/reconcile.h"

#include "core/model/fold.h"
#include "core/model/name_keys.h"
#include "core/model/reconcile_reasons.h"
#include "core/model/repeated_states.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <tuple>

namespace entente {

namespace {

constexpr std::size_t mostDoubts = 5;     ///< listed for one vertex
constexpr std::size_t mostCandidates = 8; ///< of a name, looked at for one vertex
/// An agreement or event whose name more others have is told by its dates alone.
constexpr std::size_t mostNamesakes = 4;

class Reconciler {
public:
    Reconciler(const Dossier& existing, const Dossier& incoming, const Progress& progress)
        : existing_(existing), incoming_(incoming), progress_(progress) {}

    std::vector<VertexMatch> run() {
        step(0.1);
        findStrong();
        findRepeated();
        settle();
        settleRepeated();
        step(0.5);
        listContested();
        findWeak();
        std::ranges::stable_sort(matches_, {}, [](const VertexMatch& match) {
            return std::tuple(match.incoming, match.certainty);
        });
        return std::move(matches_);
    }

private:
    void step(double fraction) const {
        progress_.throwIfStopped();
        progress_.tell(fraction);
    }

    template <typename Add, typename Use>
    void joinBy(const Add& add, const Use& use) {
        const auto of = [&add](const ReconcileSide& side) {
            return side.postings([&](VertexIndex row, const auto& post) { add(side, row, post); });
        };
        joinPostings(of(existing_), of(incoming_), use);
        progress_.throwIfStopped();
    }

    /// Notes up to `most` pairs for each incoming row of every key that both have.
    template <typename Add>
    void pairBy(Evidence evidence, const Add& add, std::vector<Pair>& pairs) {
        joinBy(add, [&](std::span<const Posting> existing, std::span<const Posting> incoming) {
            const bool crowd = std::max(existing.size(), incoming.size()) > mostNamesakes;
            for (const Posting& one : incoming) {
                for (const Posting& other :
                     existing.first(std::min(existing.size(), mostCandidates))) {
                    const bool dated = evidence < Evidence::Name || !crowd ||
                                       isActor(incoming_.vertices().kind(one.row));
                    if (dated && reasons_.fit(one.row, other.row) != KindFit::Never) {
                        pairs.push_back({evidence, one.row, other.row});
                    }
                }
            }
        });
    }

    void findStrong() {
        pairBy(
            Evidence::Id,
            [](const ReconcileSide& side, VertexIndex row, const auto& post) {
                const auto kind = static_cast<std::uint64_t>(side.vertices().kind(row));
                post(keyOf(side.id(row), keyOf(fold(side.label(row)), kind)));
            },
            pairs_);
        pairBy(
            Evidence::Renamed,
            [](const ReconcileSide& side, VertexIndex row, const auto& post) {
                post(side.contentKey(row));
            },
            pairs_);
        pairBy(
            Evidence::Code,
            [](const ReconcileSide& side, VertexIndex row, const auto& post) {
                for (const Code& code : side.vertices().details(row).codes) {
                    if (const std::string text = comparableCode(code, side.vertices().kind(row));
                        !text.empty()) {
                        post(keyOf(text));
                    }
                }
            },
            pairs_);
        pairBy(
            Evidence::Country,
            [](const ReconcileSide& side, VertexIndex row, const auto& post) {
                if (side.country(row) != nullptr) {
                    post(keyOf(side.country(row)->name));
                }
            },
            pairs_);
        step(0.3);
        pairBy(
            Evidence::DatedName,
            [](const ReconcileSide& side, VertexIndex row, const auto& post) {
                const Period& period = side.vertices().period(row);
                if (!isActor(side.vertices().kind(row)) && !period.empty()) {
                    post(keyOf(fold(side.label(row)), keyOf(toEdtf(period))));
                }
            },
            pairs_);
        pairBy(
            Evidence::Name,
            [](const ReconcileSide& side, VertexIndex row, const auto& post) {
                if (!side.label(row).empty()) {
                    post(keyOf(fold(side.label(row))));
                }
            },
            pairs_);
        std::ranges::sort(pairs_);
        pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    }

    /// Whether this evidence would be enough if no other vertex came into question.
    [[nodiscard]] bool sureAlone(const Pair& pair) const {
        const KindFit kinds = reasons_.fit(pair.incoming, pair.existing);
        const bool identified = pair.evidence <= Evidence::Country;
        if (kinds != KindFit::Same && !(kinds == KindFit::Unstated && identified)) {
            return false;
        }
        const bool actor = isActor(incoming_.vertices().kind(pair.incoming));
        if (pair.evidence == Evidence::Name && !actor &&
            (incoming_.vertices().period(pair.incoming).empty() ||
             existing_.vertices().period(pair.existing).empty())) {
            return false;
        }
        return reasons_.against(pair.incoming, pair.existing).empty();
    }

    void findRepeated() {
        repeated_ = repeatedStates(incoming_);
        stateOf_.assign(incoming_.vertices().size(), noState);
        for (std::uint32_t state = 0; state < repeated_.size(); ++state) {
            for (const VertexIndex row : repeated_[state]) {
                stateOf_[row] = state;
            }
        }
    }

    /// Takes the evidence in order of its strength; of each kind what leaves no choice is sure.
    void settle() {
        std::vector<std::uint8_t> byIncoming(incoming_.vertices().size());
        std::vector<std::uint8_t> byExisting(existing_.vertices().size());
        std::vector<std::uint32_t> stateBy(existing_.vertices().size());
        const auto count = [](std::uint8_t& counter) {
            counter = static_cast<std::uint8_t>(std::min(counter + 1, 2));
        };
        for (auto first = pairs_.begin(); first != pairs_.end();) {
            const auto last = std::find_if(first, pairs_.end(), [&](const Pair& pair) {
                return pair.evidence != first->evidence;
            });
            std::ranges::fill(byIncoming, 0);
            std::ranges::fill(byExisting, 0);
            std::ranges::fill(stateBy, noState);
            std::vector<Pair> candidates;
            for (const Pair& pair : std::span(first, last)) {
                if (!incoming_.matched(pair.incoming) && !existing_.matched(pair.existing) &&
                    sureAlone(pair)) {
                    candidates.push_back(pair);
                    count(byIncoming[pair.incoming]);
                    const std::uint32_t state = stateOf_[pair.incoming];
                    if (state == noState || stateBy[pair.existing] != state) {
                        count(byExisting[pair.existing]);
                    }
                    stateBy[pair.existing] = state;
                }
            }
            for (const Pair& pair : candidates) {
                if (byIncoming[pair.incoming] == 1 && byExisting[pair.existing] == 1 &&
                    !existing_.matched(pair.existing)) {
                    incoming_.match(pair.incoming);
                    existing_.match(pair.existing);
                    matches_.push_back(
                        {pair.incoming, pair.existing, Certainty::Sure, reasons_.sure(pair)});
                }
            }
            first = last;
            progress_.throwIfStopped();
        }
    }

    /// The other names that the file has for a state are what one of them is, or repeat it.
    void settleRepeated() {
        std::vector<VertexIndex> found(repeated_.size(), noIndex);
        std::vector<bool> several(repeated_.size());
        for (const VertexMatch& match : matches_) {
            if (const std::uint32_t state = stateOf_[match.incoming]; state != noState) {
                several[state] = several[state] || found[state] != noIndex;
                found[state] = match.existing;
            }
        }
        for (std::uint32_t state = 0; state < repeated_.size(); ++state) {
            if (several[state]) {
                continue;
            }
            const VertexIndex existing = found[state];
            const VertexIndex best = repeated_[state].front();
            for (const VertexIndex row : repeated_[state]) {
                const bool one = existing == noIndex ? row != best
                                                     : !incoming_.matched(row) &&
                                                           reasons_.against(row, existing).empty();
                if (one) {
                    incoming_.match(row);
                    matches_.push_back({row, existing, Certainty::Sure,
                                        reasons_.sure({Evidence::Country, row, existing}),
                                        existing == noIndex ? best : noIndex});
                }
            }
        }
    }

    void doubt(VertexIndex incoming, VertexIndex existing, std::string reason) {
        if (doubtsOf_.size() <= incoming) {
            doubtsOf_.resize(incoming_.vertices().size());
        }
        std::vector<VertexIndex>& listed = doubtsOf_[incoming];
        if (listed.size() < mostDoubts && std::ranges::find(listed, existing) == listed.end()) {
            listed.push_back(existing);
            matches_.push_back({incoming, existing, Certainty::Doubtful, std::move(reason)});
        }
    }

    /// Strong evidence that settled nothing.
    void listContested() {
        for (const Pair& pair : pairs_) {
            const bool taken = existing_.matched(pair.existing);
            if (incoming_.matched(pair.incoming) || (taken && pair.evidence > Evidence::Country)) {
                continue;
            }
            doubt(pair.incoming, pair.existing, reasons_.contested(pair, taken));
        }
    }

    /// Weak evidence between what is left of both.
    template <typename Add, typename Reason>
    void doubtBy(const Add& add, const Reason& reason) {
        std::vector<Pair> pairs;
        pairBy(Evidence::Weak, add, pairs);
        std::ranges::sort(pairs);
        for (const Pair& pair : pairs) {
            if (std::string words = reason(pair); !words.empty()) {
                doubt(pair.incoming, pair.existing, std::move(words));
            }
        }
    }

    void findWeak() {
        doubtBy(
            [](const ReconcileSide& side, VertexIndex row, const auto& post) {
                side.eachName(row, [&](std::string_view name) { post(keyOf(fold(name))); });
            },
            [this](const Pair& pair) { return reasons_.otherName(pair); });
        step(0.6);
        doubtBy(
            [](const ReconcileSide& side, VertexIndex row, const auto& post) {
                side.eachName(row, [&](std::string_view name) {
                    const std::string words = sortedWords(romanised(fold(name)));
                    if (words.find(' ') != std::string::npos) {
                        post(keyOf(words));
                    }
                });
            },
            [this](const Pair& pair) {
                return reasons_.weakened("The names consist of the same words", pair);
            });
        step(0.7);
        doubtBy(
            [](const ReconcileSide& side, VertexIndex row, const auto& post) {
                if (side.country(row) != nullptr) {
                    for (const Country::CodeUse& code : side.country(row)->codes) {
                        if (code.system == "cow" || code.system == "gw") {
                            post(keyOf(fmt::format("{} {}", code.system, code.value)));
                        }
                    }
                }
            },
            [this](const Pair& pair) { return reasons_.sharedCode(pair); });
        findSpellings();
    }

    void findSpellings() {
        constexpr std::size_t shortestForSlips = 8;
        const auto words = [](std::string_view name) { return sortedWords(romanised(fold(name))); };
        // A letter left out of either of two names, or none, gives the same text where the names
        // are one slip apart (the deletion neighbourhood of Mor and Fraenkel, 1982).
        doubtBy(
            [&](const ReconcileSide& side, VertexIndex row, const auto& post) {
                const std::string name = words(side.label(row));
                if (name.size() < shortestForSlips) {
                    return;
                }
                post(keyOf(name));
                std::string shorter = name.substr(1);
                for (std::size_t i = 0; i < name.size(); ++i) {
                    if (name[i] < '0' || name[i] > '9') {
                        post(keyOf(shorter));
                    }
                    if (i < shorter.size()) {
                        shorter[i] = name[i];
                    }
                }
            },
            [&](const Pair& pair) {
                return reasons_.spelling(pair, [](std::size_t) { return std::size_t{1}; });
            });
        step(0.9);
        doubtBy(
            [&](const ReconcileSide& side, VertexIndex row, const auto& post) {
                if (const std::string key = consonants(words(side.label(row))); !key.empty()) {
                    post(keyOf(key));
                }
            },
            [&](const Pair& pair) {
                return reasons_.spelling(pair, [](std::size_t length) { return 1 + length / 6; });
            });
    }

    ReconcileSide existing_;
    ReconcileSide incoming_;
    MatchReasons reasons_{existing_, incoming_};
    const Progress& progress_;
    std::vector<Pair> pairs_;
    std::vector<VertexMatch> matches_;
    std::vector<std::vector<VertexIndex>> doubtsOf_;
    static constexpr std::uint32_t noState = UINT32_MAX;
    std::vector<std::vector<VertexIndex>> repeated_; ///< the rows of each state of several names
    std::vector<std::uint32_t> stateOf_;             ///< in `repeated_`, by incoming row
};

} // namespace

std::vector<VertexMatch> reconcile(const Dossier& existing, const Dossier& incoming,
                                   const Progress& progress) {
    return Reconciler(existing, incoming, progress).run();
}

} // namespace entente
