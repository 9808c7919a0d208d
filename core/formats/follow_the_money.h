#pragma once

#include "core/formats/format.h"

namespace entente {

/// Reads entities of the FollowTheMoney model as JSON, one a line, as OCCRP Aleph and OpenSanctions
/// publish them: with ids or whole entities as the values of properties, or as statements, and also
/// in one JSON array. Several files make one dossier.
///
/// Persons, organisations, companies and assets become actors, contracts and projects agreements;
/// links (Ownership, Directorship, Occupancy, …) become ties, or participations where one end is an
/// agreement or event. Sanctions of one programme by one authority become one agreement with its
/// targets. Data sets and documents become sources. O(bytes).
const Reader& followTheMoneyReader();

} // namespace entente
