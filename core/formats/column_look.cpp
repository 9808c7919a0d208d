#include "core/formats/column_look.h"

#include "core/formats/table.h"

#include <algorithm>
#include <optional>

namespace entente {

namespace {

constexpr double enoughForName = 0.5;

/// What a number's comma can stand for.
enum class Comma : std::uint8_t { None, Decimal, Thousands, Either };

Comma commaOf(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) {
        return Comma::None;
    }
    if (text.find(',', comma + 1) != std::string_view::npos) {
        return Comma::Thousands;
    }
    if (const std::size_t point = text.find('.'); point != std::string_view::npos) {
        return point < comma ? Comma::Decimal : Comma::Thousands;
    }
    constexpr std::size_t thousandsDigits = 3;
    return text.size() - comma - 1 == thousandsDigits && comma > 0 && text[0] != '0'
               ? Comma::Either
               : Comma::Decimal;
}

} // namespace

bool looksLikeNumber(std::string_view text) {
    bool digit = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool exponent = digit && (c == 'e' || c == 'E');
        const bool sign =
            (c == '-' || c == '+') && (i == 0 || text[i - 1] == 'e' || text[i - 1] == 'E');
        if (c >= '0' && c <= '9') {
            digit = true;
        } else if (!exponent && !sign && std::string_view(",. '").find(c) == std::string::npos) {
            return false;
        }
    }
    return digit;
}

void ColumnLook::add(std::string_view value) {
    values.push_back(value);
    distinct.insert(value);
    ++filled;
    letters += value.size();
    const bool address =
        value.starts_with("http://") || value.starts_with("https://") || value.starts_with("www.");
    addresses += address ? 1 : 0;
    if (looksLikeNumber(value)) {
        ++numbers;
        const Comma comma = commaOf(value);
        const auto points = comma == Comma::None ? std::ranges::count(value, '.') : 0;
        // Two of them part thousands, as in `5.000.000`.
        decimalCommas += comma == Comma::Decimal || points > 1 ? 1 : 0;
        otherMarks += comma == Comma::Thousands || points == 1 ? 1 : 0;
        doubtfulCommas += comma == Comma::Either ? 1 : 0;
    }
}

double ColumnLook::share(std::size_t count) const {
    return filled == 0 ? 0 : static_cast<double>(count) / static_cast<double>(filled);
}

bool ColumnLook::isDate() const {
    constexpr double most = 0.7;
    return share(dates.dates) >= most;
}

bool ColumnLook::isNumber() const {
    constexpr double nearlyAll = 0.9;
    return share(numbers) >= nearlyAll;
}

bool ColumnLook::hasDates() const {
    return share(dates.dates) >= enoughForName;
}

bool ColumnLook::hasNumbers() const {
    return share(numbers) >= enoughForName;
}

char ColumnLook::decimal() const {
    // A point before three digits may part thousands where other numbers have a decimal comma.
    const auto surePoint = [](std::string_view value) {
        const std::size_t point = value.find('.');
        const std::size_t comma = value.find(',');
        return point != std::string_view::npos &&
               (comma == std::string_view::npos
                    ? value.find('.', point + 1) == std::string_view::npos &&
                          (value.size() - point != 4 || value.starts_with('0'))
                    : comma < point);
    };
    const auto twoCommas = [](std::string_view value) {
        return std::ranges::count(value, ',') > 1;
    };
    const bool points = std::ranges::any_of(
        values, [&](std::string_view value) { return surePoint(value) || twoCommas(value); });
    return points == (decimalCommas > 0) ? '\0' : points ? '.' : ',';
}

bool ColumnLook::isCount() const {
    std::optional<int> before;
    for (const std::string_view value : values) {
        const std::optional<int> number = parseWholeNumber(value);
        if (!number || (before && *number != *before + 1)) {
            return false;
        }
        before = number;
    }
    constexpr std::size_t fewest = 3;
    return filled >= fewest;
}

std::string ColumnLook::listMark() const {
    for (const std::string_view mark : {";", "|", "\n", " / ", ","}) {
        const auto holding = std::ranges::count_if(values, [mark](std::string_view value) {
            return value.find(mark) != std::string_view::npos;
        });
        constexpr double enough = 0.3;
        if (share(static_cast<std::size_t>(holding)) >= enough) {
            return std::string(mark);
        }
    }
    return {};
}

double sharedValues(const ColumnLook& first, const ColumnLook& second) {
    const bool firstFewer = first.distinct.size() <= second.distinct.size();
    const auto& fewer = firstFewer ? first.distinct : second.distinct;
    const auto& more = firstFewer ? second.distinct : first.distinct;
    const auto shared = std::ranges::count_if(
        fewer, [&more](std::string_view value) { return more.contains(value); });
    return fewer.empty() ? 0 : static_cast<double>(shared) / static_cast<double>(fewer.size());
}

} // namespace entente
