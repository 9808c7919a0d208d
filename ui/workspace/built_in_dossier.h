#pragma once

#include "core/model/dossier.h"

namespace entente::ui {

/// The Russia–Iran dossier that the program carries.
Dossier builtInDossier();

} // namespace entente::ui
