#include "core/model/dossier.h"

#include <algorithm>

namespace entente {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameWord(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

} // namespace

Dossier::Dossier() : sectors_(standardSectors()) {}

SectorSet Dossier::findSector(std::string_view text) const {
    for (std::size_t i = 0; i < sectors_.size(); ++i) {
        if (sameWord(sectors_[i].id, text) || sameWord(sectors_[i].name, text)) {
            return sectorBit(i);
        }
    }
    // American spelling, as many files have it.
    return sameWord(text, "defense") ? findSector("defence") : 0;
}

SectorSet Dossier::sectorNamed(std::string_view text) {
    if (text.empty()) {
        return 0;
    }
    if (const SectorSet known = findSector(text); known != 0) {
        return known;
    }
    if (sectors_.size() == mostSectors) {
        return 0;
    }
    Sector sector{{}, std::string(text), furtherSectorColour(sectors_.size())};
    std::ranges::transform(text, std::back_inserter(sector.id), lower);
    sectors_.push_back(std::move(sector));
    return sectorBit(sectors_.size() - 1);
}

VertexIndex Dossier::add(const Vertex& vertex) {
    const VertexIndex row = vertices_.append(vertex);
    if (vertex.id != noString) {
        if (vertexOfString_.size() <= index(vertex.id)) {
            vertexOfString_.resize(std::max<std::size_t>(strings_.size(), index(vertex.id) + 1),
                                   noIndex);
        }
        VertexIndex& first = vertexOfString_[index(vertex.id)];
        if (first == noIndex || vertices_.removed(first)) {
            first = row;
        }
    }
    return row;
}

ClaimIndex Dossier::add(const Claim& claim) {
    claims_.push_back(claim);
    claimRemoved_.push_back(0);
    return static_cast<ClaimIndex>(claims_.size() - 1);
}

SourceIndex Dossier::add(const Source& source) {
    sources_.push_back(source);
    sourceRemoved_.push_back(0);
    return static_cast<SourceIndex>(sources_.size() - 1);
}

void Dossier::replaceVertex(VertexIndex row, const Vertex& vertex) {
    const StringId oldId = vertices_.id(row);
    vertices_.replace(row, vertex);
    if (oldId == vertex.id) {
        return;
    }
    if (oldId != noString && vertexOfString_[index(oldId)] == row) {
        vertexOfString_[index(oldId)] = noIndex;
    }
    if (vertex.id != noString) {
        vertexOfString_.resize(std::max<std::size_t>(vertexOfString_.size(), strings_.size()),
                               noIndex);
        if (vertexOfString_[index(vertex.id)] == noIndex) {
            vertexOfString_[index(vertex.id)] = row;
        }
    }
}

void Dossier::declareAttribute(ElementKind owner, StringId name, AttributeType type) {
    if (owner == ElementKind::Vertex) {
        vertices_.declareAttribute(name, type);
    } else if (owner == ElementKind::Edge) {
        edges_.declareAttribute(name, type);
    }
}

void Dossier::undeclareAttribute(ElementKind owner, StringId name) {
    if (owner == ElementKind::Vertex) {
        vertices_.undeclareAttribute(name);
    } else if (owner == ElementKind::Edge) {
        edges_.undeclareAttribute(name);
    }
}

void Dossier::setRemoved(ElementRef element, bool removed) {
    switch (element.kind) {
    case ElementKind::Vertex: {
        vertices_.setRemoved(element.index, removed);
        const StringId id = vertices_.id(element.index);
        if (!removed && id != noString) {
            VertexIndex& first = vertexOfString_[index(id)];
            if (first == noIndex || vertices_.removed(first)) {
                first = element.index;
            }
        }
        break;
    }
    case ElementKind::Edge:
        edges_.setRemoved(element.index, removed);
        break;
    case ElementKind::Claim:
        claimRemoved_[element.index] = removed ? 1 : 0;
        break;
    case ElementKind::Source:
        sourceRemoved_[element.index] = removed ? 1 : 0;
        break;
    }
}

bool Dossier::removed(ElementRef element) const {
    switch (element.kind) {
    case ElementKind::Vertex:
        return vertices_.removed(element.index);
    case ElementKind::Edge:
        return edges_.removed(element.index);
    case ElementKind::Claim:
        return claimRemoved(element.index);
    case ElementKind::Source:
        return sourceRemoved(element.index);
    }
    return false;
}

void Dossier::reserve(std::size_t vertices, std::size_t edges, std::size_t claims) {
    vertices_.reserve(vertices);
    edges_.reserve(edges);
    claims_.reserve(claims);
    claimRemoved_.reserve(claims);
}

VertexIndex Dossier::findVertex(StringId id) const {
    if (id == noString || index(id) >= vertexOfString_.size()) {
        return noIndex;
    }
    const VertexIndex row = vertexOfString_[index(id)];
    return row != noIndex && vertices_.removed(row) ? noIndex : row;
}

VertexIndex Dossier::findVertex(std::string_view id) const {
    return findVertex(strings_.find(id));
}

SourceIndex Dossier::findSource(std::string_view id) const {
    const StringId wanted = strings_.find(id);
    if (wanted == noString) {
        return noIndex;
    }
    for (SourceIndex i = 0; i < sources_.size(); ++i) {
        if (sources_[i].id == wanted && !sourceRemoved(i)) {
            return i;
        }
    }
    return noIndex;
}

std::vector<ClaimIndex> Dossier::claimsAbout(ElementRef element) const {
    std::vector<ClaimIndex> found;
    for (ClaimIndex i = 0; i < claims_.size(); ++i) {
        if (claims_[i].about == element && !claimRemoved(i)) {
            found.push_back(i);
        }
    }
    return found;
}

std::string Dossier::describe(ElementRef element) const {
    const auto vertexName = [this](VertexIndex row) -> std::string {
        if (row >= vertices_.size()) {
            return "?";
        }
        const std::string_view name = label(row);
        return std::string(name.empty() ? text(vertices_.id(row)) : name);
    };
    switch (element.kind) {
    case ElementKind::Vertex:
        return vertexName(element.index);
    case ElementKind::Edge: {
        std::string words = vertexName(edges_.source(element.index)) +
                            (edges_.directed(element.index) ? " → " : " – ") +
                            vertexName(edges_.target(element.index));
        const std::string_view type = text(edges_.type(element.index));
        return type.empty() ? words : words + " (" + std::string(type) + ")";
    }
    case ElementKind::Claim:
        return std::string(text(claims_[element.index].statement));
    case ElementKind::Source:
        return std::string(text(sources_[element.index].title));
    }
    return {};
}

} // namespace entente
