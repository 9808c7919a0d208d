#pragma once

#include "core/formats/element_fields.h"
#include "core/formats/format.h"
#include "core/formats/table_header.h"
#include "core/formats/xml_stream.h"

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente {

enum class RowKind : std::uint8_t { Node, Edge };

/// Rows of a graph file on their way from the thread that parses it to the one that builds the
/// dossier.
struct RowBatch {
    /// A value; its text follows in `text` that of the value before it.
    struct Value {
        std::uint32_t column;
        std::uint32_t size;
    };
    struct Row {
        std::size_t offset; ///< where its element begins
        std::uint32_t values;
        RowKind kind;
    };
    std::string text;
    std::vector<Value> values;
    std::vector<Row> rows;
    std::vector<ReportEntry> entries; ///< said while these rows were parsed
};

/// Thrown where a file names an attribute only after elements that could have had it: all names
/// must be known before the first row is built.
class LateColumn : public std::logic_error {
public:
    LateColumn() : std::logic_error("An attribute is named after elements that could have it.") {}
};

/// The columns that nodes or edges have, in the order in which the file names them.
class GraphColumns {
public:
    /// The place of the column with that name, which is added where there is none. Throws
    /// `LateColumn` where it can no longer be.
    std::size_t place(std::string_view name);
    /// The same, or `TableHeader::none` where there is none.
    [[nodiscard]] std::size_t find(std::string_view name) const;
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    /// What the file says of the type of the column's values.
    void declare(std::size_t place, FieldType type) { types_.emplace_back(place, type); }
    [[nodiscard]] const std::vector<std::pair<std::size_t, FieldType>>& types() const {
        return types_;
    }
    /// From now on the columns stay as they are.
    void freeze() { frozen_ = true; }

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    std::vector<std::string> names_;
    std::vector<std::pair<std::size_t, FieldType>> types_; ///< of some columns
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> places_;
    bool frozen_ = false;
};

/// Takes the values of elements as a parser comes upon them, one element inside another too, and
/// hands them over row by row.
class RowStream {
public:
    using Severity = ReportEntry::Severity;
    using Hand = std::function<void(RowBatch&&)>;

    /// Without `hand`, rows are dropped and only their columns are found.
    RowStream(const XmlStream& xml, GraphColumns& nodes, GraphColumns& edges, Hand hand);

    [[nodiscard]] GraphColumns& columns(RowKind kind) {
        return kind == RowKind::Node ? nodes_ : edges_;
    }
    [[nodiscard]] const std::string& file() const { return xml_.file(); }
    /// Where the parser is.
    [[nodiscard]] std::size_t offset() const { return xml_.offset(); }

    /// Begins a row inside the one that is open, if any.
    void open(RowKind kind) { open(kind, offset()); }
    void open(RowKind kind, std::size_t offset);
    /// Sets a value of the innermost open row, in place of the one that it has.
    void set(std::size_t column, std::string_view value);
    /// Whether it has a value, be it an empty one.
    [[nodiscard]] bool has(std::size_t column) const;
    /// Empty where there is none; valid until the next `set`.
    [[nodiscard]] std::string_view get(std::size_t column) const;
    /// Hands the innermost open row over.
    void close();
    /// The same, but the row stays open: what is set from now on makes it another one.
    void handOver();

    /// Puts an entry into the report, for the line where the parser is.
    void say(Severity severity, std::string column, std::string message);
    /// Puts a note on the file as a whole into the report.
    void note(std::string message);
    /// A note with the count in the place of its braces, where there is any.
    void noteCount(std::size_t count, std::string_view sentence);

    /// Hands over what is left.
    void flush();

private:
    struct Value {
        std::size_t column;
        std::size_t begin;
        std::size_t size;
    };
    struct OpenRow {
        std::size_t offset;
        std::size_t firstValue;
        std::size_t textBegin;
        RowKind kind;
    };
    [[nodiscard]] const Value* find(std::size_t column) const;

    const XmlStream& xml_;
    GraphColumns& nodes_;
    GraphColumns& edges_;
    Hand hand_;
    LineCounter lines_;
    RowBatch batch_;
    std::vector<OpenRow> open_;
    std::vector<Value> values_; ///< of all open rows, the innermost last
    std::string text_;
};

} // namespace entente
