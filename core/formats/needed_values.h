#pragma once

#include "core/formats/element_fields.h"

#include <string_view>
#include <vector>

namespace entente {

/// The value of one field of an element, to be written.
struct FieldValue {
    const Field* field;
    std::string_view value;
};

/// Replaces `needed` by the vertex's values, but for `id` and `label`, that `NodeRows` needs to
/// make the same vertex again: those that are not empty and not implied. Valid until the next call
/// of `fields.row`.
void neededValues(const Dossier& dossier, VertexFields& fields, VertexIndex row,
                  std::vector<FieldValue>& needed);

/// The same of an edge for `EdgeRows`, but for `source`, `target` and `type`.
void neededValues(const Dossier& dossier, EdgeFields& fields, EdgeIndex row,
                  std::vector<FieldValue>& needed);

} // namespace entente
