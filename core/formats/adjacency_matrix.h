#pragma once

#include "core/formats/gathered_rows.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// Vertices as the rows and columns of a matrix name them.
struct MatrixVertices {
    std::vector<std::string> rows;
    std::vector<std::string> columns; ///< of a two-mode matrix; those of others are its rows

    /// Adds a row for each vertex to `nodes`, with `mode` 1 or 2 in a two-mode matrix; from then on
    /// rows and columns hold the ids. A name of both modes, or none, gets an id of its own.
    void addTo(GatheredRows& nodes, bool twoMode);
};

/// Codes for missing values in cells of matrices, and how many cells have each.
class MissingCells {
public:
    void count(std::string_view code, std::size_t line);
    /// Notes all of them, where there are any.
    void tell(const std::string& file, ImportReport& report) const;

private:
    std::vector<std::pair<std::string, std::size_t>> codes_;
    std::size_t firstLine_ = SIZE_MAX;
};

/// The ties of a matrix.
class AdjacencyMatrix {
public:
    /// The id of the vertex of a row or column, as a view that outlives the edges.
    using Ids = std::function<std::string_view(std::size_t)>;

    /// Takes a cell; zeros, empty cells and missing values (`.`, `NA`) are no ties. The text must
    /// outlive this. False where it is no number.
    bool add(std::size_t row, std::size_t column, std::string_view text, std::size_t line,
             MissingCells& missing);

    /// Takes out −8 and −9 where no other cell is negative: they are codes for missing values then.
    /// After the last cell, before all that follows.
    void settle(MissingCells& missing);

    /// Adds to each tie off the diagonal the one in the other direction: of a half matrix.
    void mirror();

    /// Whether each tie has its mirror of the same weight, and there is one off the diagonal.
    [[nodiscard]] bool symmetric() const;

    /// Adds an edge for each tie, one for two of a symmetric matrix.
    void addTo(GatheredRows& edges, const Ids& rows, const Ids& columns, bool symmetric,
               std::string_view role = {}) const;

private:
    struct Cell {
        std::uint32_t row;
        std::uint32_t column;
        double value;
        std::string_view text;
        std::size_t line;
    };
    std::vector<Cell> cells_;
};

/// Whether a cell says that a value is not known.
bool isMissing(std::string_view text);

} // namespace entente
