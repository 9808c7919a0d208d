#include "core/formats/mapping_guesser.h"

#include "core/formats/mapping_words.h"
#include "core/formats/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

void MappingGuesser::setEnds(std::size_t source, std::size_t target, bool directed,
                             double confidence) {
    set(source, ColumnRole::Source, confidence);
    set(target, ColumnRole::Target, confidence);
    guess_.mapping.directed = directed;
    for (const std::size_t place : {source, target}) {
        if (named_ && guess_.mapping.actors.empty()) {
            guess_.mapping.actors = actorKindNamed(names_[place]);
        }
    }
}

bool MappingGuesser::mayBeEnd(std::size_t place, bool numbers) const {
    const ColumnLook& look = looks_[place];
    constexpr std::size_t longestName = 60;
    return look.filled > 0 && look.addresses == 0 && look.letters <= look.filled * longestName &&
           look.isNumber() == numbers && open(place) && (!look.isDate() || (numbers && !named_)) &&
           !(named_ && numbers && roleNamed(names_[place]));
}

void MappingGuesser::guessEnds() {
    if (named_) {
        for (const EndsNamed& ends : endsNamed(names_)) {
            const bool dates = looks_[ends.source].isDate() || looks_[ends.target].isDate();
            if (!open(ends.source) || !open(ends.target)) {
                continue;
            }
            const bool sensible =
                looks_[ends.source].filled == 0 || (!dates && looks_[ends.source].addresses == 0);
            const auto measure = [this](std::size_t place) {
                const auto role = roleNamed(names_[place]);
                return role == ColumnRole::Weight || (role && entente::isDate(*role));
            };
            // “from” and “to” are both; “Date 1” and “Date 2” are none.
            const bool others = ends.certain && (measure(ends.source) || measure(ends.target));
            if (sensible && !others) {
                setEnds(ends.source, ends.target, ends.directed, byName);
                return;
            }
        }
    }
    for (const bool numbers : {false, true}) {
        double best = 0;
        std::size_t source = 0;
        std::size_t target = 0;
        for (std::size_t i = 0; i < looks_.size(); ++i) {
            for (std::size_t j = i + 1; j < looks_.size(); ++j) {
                constexpr double tooAlike = 0.2;
                // Few values are words, not names.
                const bool few = looks_[i].distinct.size() < 3 && looks_[i].filled > 5;
                if (!mayBeEnd(i, numbers) || !mayBeEnd(j, numbers) || few) {
                    continue;
                }
                const double shared = sharedValues(looks_[i], looks_[j]);
                if (shared >= tooAlike && shared > best) {
                    best = shared;
                    source = i;
                    target = j;
                }
            }
        }
        if (best > 0) {
            setEnds(source, target, true, faintly + best * (byName - faintly) / 2);
            return;
        }
    }
}

void MappingGuesser::guessParties() {
    if (has(ColumnRole::Source) || !named_) {
        return;
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
        std::string stem = names_[i];
        while (!stem.empty() && ((stem.back() >= '0' && stem.back() <= '9') || stem.back() == ' ' ||
                                 stem.back() == '_')) {
            stem.pop_back();
        }
        if (roleNamed(stem) != ColumnRole::Party || looks_[i].isNumber()) {
            continue;
        }
        set(i, ColumnRole::Party, byName);
        column(i).split = looks_[i].listMark();
    }
}

} // namespace entente
