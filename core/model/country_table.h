#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// A state, or another territory of ISO 3166-1, with its codes and names. Texts live as long as
/// the program.
struct Country {
    struct LocalName {
        std::string_view language; ///< BCP 47
        std::string_view text;
    };

    /// A code, and the years in which it was the country's: without limits, the country is also
    /// meant where no year is said.
    struct CodeUse {
        std::string_view system; ///< "iso2", "iso3", "iso numeric", "iso4", "cow",
                                 ///< "cow abbreviation" or "gw"
        std::string_view value;
        std::int32_t first = INT32_MIN;
        std::int32_t last = INT32_MAX;

        [[nodiscard]] bool limited() const { return first != INT32_MIN || last != INT32_MAX; }
    };

    std::string_view name; ///< in English, as short as is usual
    std::string_view french;
    std::vector<LocalName> localNames; ///< in languages of the country
    std::vector<std::string_view> aliases;
    std::vector<CodeUse> codes;
    std::int32_t first = INT32_MIN; ///< year; of countries that are no more, as far as it is known
    std::int32_t last = INT32_MAX;

    /// Its first code of that system, or nothing.
    [[nodiscard]] std::string_view code(std::string_view system) const;
};

/// Countries by their codes of ISO 3166-1 and 3166-3, of the Correlates of War project (COW), of
/// Gleditsch and Ward (GW), and by their names.
class CountryTable {
public:
    /// Reads the text of resources/countries/countries.tsv, which must outlive the table.
    explicit CountryTable(std::string_view text);

    [[nodiscard]] std::span<const Country> all() const { return countries_; }

    /// The name under which the table knows a system of country codes ("ISO3" and "alpha-3" are
    /// "iso3", "ccode" is "cow"); nothing where it is no such system.
    [[nodiscard]] static std::optional<std::string_view> codeSystem(std::string_view system);

    /// Every country that ever had the code: of COW 365 Russia and the Soviet Union.
    [[nodiscard]] std::vector<const Country*> having(std::string_view system,
                                                     std::string_view code) const;
    /// The one country that had the code in that year, or that is meant where no year is said;
    /// null where there is none.
    [[nodiscard]] const Country* find(std::string_view system, std::string_view code,
                                      std::optional<std::int32_t> year = {}) const;
    /// The country of that name in English, French or a language of its own, whatever the case,
    /// diacritics, order of words ("Korea, North") or usual abbreviations ("Dem. Rep."); null
    /// where there is none.
    [[nodiscard]] const Country* named(std::string_view name) const;

private:
    void readLine(std::string_view line);
    void index();

    std::vector<Country> countries_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> byCode_;
    std::unordered_map<std::string, std::uint32_t> byName_;
};

/// The table that the program carries inside itself.
const CountryTable& countries();

/// The text of resources/countries/countries.tsv.
std::string_view countriesText();

} // namespace entente
