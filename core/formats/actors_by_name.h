#pragma once

#include "core/model/dossier.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace entente {

/// The actors of a dossier by their names, for data sets that give no codes. Case, diacritics,
/// blanks, hyphens and underscores do not matter.
class ActorsByName {
public:
    /// Knows the labels, names and abbreviations of the actors that are there. Of actors with the
    /// same name it knows the first.
    explicit ActorsByName(Dossier& dossier);

    /// `noIndex` where there is none.
    [[nodiscard]] VertexIndex find(std::string_view name) const;

    /// Lets the actor be found under that name too, where no other is.
    void add(std::string_view name, VertexIndex actor);

    /// Where there is none, a new one of that kind, which has the name as its label and id.
    VertexIndex findOrAdd(std::string_view name, VertexKind kind);

    /// How many were new.
    [[nodiscard]] std::size_t added() const { return added_; }

private:
    Dossier& dossier_;
    std::unordered_map<std::string, VertexIndex> actors_;
    std::size_t added_ = 0;
};

} // namespace entente
