#pragma once

#include "core/formats/column_look.h"
#include "core/formats/mapping_guess.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Finds a guess step by step: what is guessed first stands.
class MappingGuesser {
public:
    MappingGuesser(const RawTable& raw, const MappingChoices& choices)
        : raw_(raw), choices_(choices) {}

    MappingGuess guess();

private:
    /// How sure one is of what a name says, and of what values alone say.
    static constexpr double byName = 0.9;
    static constexpr double byContent = 0.6;
    static constexpr double faintly = 0.4;

    MappedColumn& column(std::size_t place) { return guess_.mapping.columns[place]; }
    [[nodiscard]] bool open(std::size_t place) const { return guess_.confidence[place] == 0; }
    [[nodiscard]] bool has(ColumnRole role) const;
    void set(std::size_t place, ColumnRole role, double confidence);
    void readRows();
    void keepRow(const std::vector<std::string_view>& fields);

    /// Whether the first row is one of the others: it has numbers or dates where they have them, or
    /// names that they have as well.
    [[nodiscard]] bool headerLacks() const;
    void nameColumns();
    void guessDecimal();

    /// Whether the column may hold years, or as many of months or days.
    [[nodiscard]] bool mayBePart(std::size_t place, DatePart part) const;

    /// The begin, the end or the one date whose parts these columns are.
    void guessDateParts();
    void setEnds(std::size_t source, std::size_t target, bool directed, double confidence);
    [[nodiscard]] bool mayBeEnd(std::size_t place, bool numbers) const;
    void guessEnds();
    void guessParties();

    /// Whether the values may be what the name says.
    [[nodiscard]] bool plausible(ColumnRole role, const ColumnLook& look) const;
    /// Takes the role from the column that has it.
    void demote(ColumnRole role);
    void guessNamed();
    void guessUnnamed();
    void takeChosen();
    void guessTarget();
    void guessDates();

    const RawTable& raw_;
    const MappingChoices& choices_;
    MappingGuess guess_;
    std::vector<std::string> names_;
    std::vector<ColumnLook> looks_;
    std::deque<std::string> kept_; ///< the values that looks point to
    bool named_ = true;
};

} // namespace entente
