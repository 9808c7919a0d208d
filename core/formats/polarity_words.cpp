#include "core/formats/polarity_words.h"

#include "core/formats/letter_case.h"
#include "core/formats/table.h"

#include <algorithm>
#include <array>
#include <string>

namespace entente {

namespace {

constexpr std::array cooperative = {
    "positive", "friendly",   "friend",     "supportive", "positif",       "positiv",      "amical",
    "amicale",  "freundlich", "kooperativ", "coopératif", "дружественный", "положительный"};
constexpr std::array conflictual = {"negative", "hostile",     "enemy",      "unfriendly",
                                    "négatif",  "negatif",     "negativ",    "feindlich",
                                    "conflict", "conflictuel", "враждебный", "отрицательный"};

} // namespace

std::optional<Polarity> polarityNamed(std::string_view text) {
    if (const auto known = parsePolarity(text)) {
        return known;
    }
    if (isBareSign(text)) {
        return text == "+" ? Polarity::Cooperative : Polarity::Conflictual;
    }
    const std::string word = lowerCase(text);
    if (std::ranges::find(cooperative, word) != cooperative.end()) {
        return Polarity::Cooperative;
    }
    if (std::ranges::find(conflictual, word) != conflictual.end()) {
        return Polarity::Conflictual;
    }
    return std::nullopt;
}

} // namespace entente
