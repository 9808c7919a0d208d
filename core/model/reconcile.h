#pragma once

#include "core/model/dossier.h"
#include "core/model/progress.h"

#include <string>
#include <vector>

namespace entente {

enum class Certainty : std::uint8_t { Sure, Doubtful };

/// An actor, agreement or event of one dossier that is, or may be, one of another dossier; or a
/// state of it that is another one of the same dossier under another name.
struct VertexMatch {
    VertexIndex incoming = noIndex;
    VertexIndex existing = noIndex; ///< `noIndex`: it is `repeats`
    Certainty certainty = Certainty::Doubtful;
    std::string reason;            ///< a sentence for the user
    VertexIndex repeats = noIndex; ///< of `incoming`, and none that itself repeats another one
};

/// Which vertices of `incoming` are vertices of `existing`, in the order of the rows of `incoming`.
///
/// Sure, and then the only match of both: the same id with the same kind and name; the same code in
/// the same system; the same country of the table of countries; the same name and kind (agreements
/// and events: and dates that overlap). Nothing may speak against it: other codes of a system,
/// dates that do not overlap, several such vertices, and for countries what `CountryDoubt` lists.
///
/// States that `incoming` names by different names and codes of the same country, and does not tell
/// apart by codes or dates, are one: all are the same of `existing`, or repeat the one of them that
/// is named best.
///
/// Doubtful, a few for each vertex that has no sure match: the same name where something does speak
/// against it or the kinds differ, further names, another order of words, other spellings and
/// transcriptions of long names, countries that share a code. Actors never match agreements, nor
/// agreements events, nor states leaders.
///
/// Deterministic; O(n log n) in the number of names. Throws `Cancelled`.
std::vector<VertexMatch> reconcile(const Dossier& existing, const Dossier& incoming,
                                   const Progress& progress = {});

} // namespace entente
