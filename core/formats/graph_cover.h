#pragma once

#include "core/formats/format.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The attributes of a graph itself, as far as a dossier's cover has a place for them: `label` (or
/// `title`, `name`), `description` (or `comment`), `asOf`, `language`.
class GraphCover {
public:
    void set(std::string_view name, std::string value);
    /// An attribute that is of no use to a cover.
    void skipped(std::string_view name);

    /// Gives the dossier its cover, and notes what had no place in it.
    void apply(Dossier& dossier, const std::string& file, ImportReport& report) const;

private:
    Cover cover_;
    std::vector<std::string> skipped_;
};

/// Calls `write` for each of the attributes that say the dossier's cover.
void forEachCoverAttribute(
    const Dossier& dossier,
    const std::function<void(std::string_view name, const std::string& value)>& write);

} // namespace entente
