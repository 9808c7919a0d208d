#pragma once

#include "core/formats/mapping.h"
#include "core/formats/table_header.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Turns rows of a table into rows under the names of columns that `EdgeRows` and `NodeRows` know.
class MappedColumns {
public:
    using Fields = std::vector<std::string_view>;

    /// The mapping must have no `faults` and outlive this, as must the report.
    MappedColumns(const MappedTable& table, const Mapping& mapping, ImportReport& report);

    /// With the names of the table for messages.
    [[nodiscard]] TableHeader header(const std::string& file) const;

    /// The row's fields; valid until the next one is converted. What is no date or number stays as
    /// it is, for the report to name.
    const Fields& convert(const Fields& row, std::size_t line);

    /// Of the element that the row converted last becomes.
    [[nodiscard]] std::string_view id() const;
    /// The row's parties, each but once.
    [[nodiscard]] std::vector<std::string> parties(const Fields& row) const;
    /// The source that the row names; empty where it names none.
    [[nodiscard]] std::string_view citation(const Fields& row) const;
    /// As reports name the column of the parties.
    [[nodiscard]] std::string partyTitle() const;

private:
    /// A column of the table and what its fields become.
    struct Conversion {
        std::size_t place;
        ColumnRole role;
        DateFormat date;
        std::string split;
        bool inParts = false; ///< a date whose month and day have columns of their own
        std::size_t month = TableHeader::none;
        std::size_t day = TableHeader::none;
    };

    void add(std::size_t place, const std::string& title, const MappedColumn* column);
    void addConstant(std::string name, const std::string& value);
    [[nodiscard]] std::size_t placeOfName(std::string_view name) const;
    void addPart(std::size_t place, const MappedColumn& column);
    [[nodiscard]] std::string_view converted(const Fields& row, const Conversion& conversion,
                                             std::string& kept, std::size_t line);
    [[nodiscard]] std::string shownName(std::size_t place) const;

    const MappedTable& table_;
    const Mapping& mapping_;
    ImportReport& report_;
    std::vector<std::string> names_;
    std::vector<std::string> shown_;
    std::vector<Conversion> conversions_;
    std::vector<Conversion> parties_;
    std::string partyName_;
    std::deque<std::string> constants_; ///< fields point into it
    std::vector<std::string> kept_;
    Fields fields_;
    std::size_t idPlace_ = TableHeader::none;
    std::size_t labelPlace_ = TableHeader::none;
    std::size_t citationPlace_ = TableHeader::none;
    std::string citation_;
};

} // namespace entente
