#pragma once

#include "core/model/dossier.h"

#include <string>
#include <vector>

namespace entente {

/// One thing wrong with a dossier.
struct Fault {
    ElementRef element;
    std::string message; ///< a sentence that names the element, what is wrong and what to do
};

/// Everything wrong with the dossier, in table order: dangling references, an end before its begin,
/// unknown sectors, duplicate ids, agreements without a party, a participation outside its
/// agreement's period, edges whose ends are of the wrong kind. O(rows).
std::vector<Fault> validate(const Dossier& dossier);

} // namespace entente
