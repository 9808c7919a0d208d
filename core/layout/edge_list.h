#pragma once

#include "core/layout/layout.h"
#include "core/model/file_error.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A plain graph as `entente layout` reads it.
struct EdgeList {
    std::vector<std::string> ids; ///< of the vertices
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    std::vector<float> weights; ///< one an edge, or none at all
};

/// Reads a table with the columns `source`, `target` and perhaps `weight`, in any order and among
/// others, as RFC 4180 has it; fields may be parted by comma, semicolon or tab, as the header's
/// are, and lines end in LF, CRLF or CR. Where the ids are just the numbers 0 … n−1, the vertices
/// are in this order, else in that in which they first appear. Throws `FileError`, which names
/// `file` and the line. O(length).
EdgeList readEdgeList(std::string_view text, const std::string& file);

/// The graph of the list's edges.
LayoutGraph makeLayoutGraph(const EdgeList& edges);

/// `id,x,y`, a line a vertex; numbers are the shortest that read back the same.
std::string coordinatesText(const EdgeList& edges, const std::vector<Point>& positions);

} // namespace entente
