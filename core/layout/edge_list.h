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
    std::vector<float> weights; ///< empty where the table has none
};

/// Reads `source,target[,weight]` with a header. Where all ids are whole numbers 0 … n−1 or some of
/// them, the vertices are 0 … the largest, in this order; else they are in the order in which they
/// first appear. Throws `FileError` with the file's name and the line.
EdgeList readEdgeList(std::string_view text, const std::string& file);

/// `id,x,y`, a line a vertex; numbers are the shortest that read back the same.
std::string coordinatesText(const EdgeList& edges, const std::vector<Point>& positions);

} // namespace entente
