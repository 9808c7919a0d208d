#pragma once

#include "ui/workspace/workspace.h"

namespace entente::ui {

/// A small dossier of every kind of element, in a workspace.
struct SampleWorkspace {
    Workspace workspace;
    VertexIndex russia = noIndex;
    VertexIndex iran = noIndex;
    VertexIndex china = noIndex;
    VertexIndex putin = noIndex;
    VertexIndex treaty = noIndex;      ///< Russia and Iran: defence and energy
    VertexIndex olderTreaty = noIndex; ///< Russia and Iran: diplomacy; `treaty` builds on it
    VertexIndex visit = noIndex;
    EdgeIndex ally = noIndex;  ///< China – Iran, defence, alleged
    EdgeIndex leads = noIndex; ///< Putin → Russia
    SourceIndex source = noIndex;
    ClaimIndex claim = noIndex;

    SampleWorkspace();

    [[nodiscard]] const Dossier& dossier() const { return workspace.dossier(); }
    [[nodiscard]] SectorSet sector(std::string_view name) const {
        return dossier().findSector(name);
    }
};

} // namespace entente::ui
