#pragma once

#include "core/model/dossier.h"
#include "core/model/merge.h"

#include <array>
#include <functional>
#include <string_view>
#include <vector>

namespace entente {

/// Rows of one dossier in the strings and sectors of another one.
class RowTranslator {
public:
    /// Sectors that `dossier` lacks come into `sectors()`, as far as there is room.
    RowTranslator(Dossier& dossier, const Dossier& incoming);

    /// The sectors of the dossier with those that come in.
    [[nodiscard]] const std::vector<Sector>& sectors() const { return sectors_; }

    /// Ends, subjects and sources are still those of the incoming dossier.
    [[nodiscard]] Vertex vertex(VertexIndex row);
    [[nodiscard]] Edge edge(EdgeIndex row);
    [[nodiscard]] Claim claim(ClaimIndex row);
    [[nodiscard]] Source source(SourceIndex row);

private:
    StringId text(StringId id);
    void translate(std::vector<Attribute>& attributes);
    SectorSet sectors(SectorSet incoming, std::vector<Attribute>& attributes);

    Dossier& dossier_;
    const Dossier& incoming_;
    std::vector<StringId> strings_;
    std::array<SectorSet, mostSectors> sectorOf_{};
    std::vector<Sector> sectors_;
};

/// Makes one row of two that are the same; conflicts go to the `Merge`.
class RowUniter {
public:
    RowUniter(Dossier& dossier, std::string language, Merge& merge)
        : dossier_(dossier), language_(std::move(language)), merge_(merge) {}

    /// Whether what is united next came in together: conflicts are told accordingly.
    void setAmongIncoming(bool among) { amongIncoming_ = among; }

    /// Says whether a vertex may get this period without putting an edge in the wrong.
    using MayGetPeriod = std::function<bool(const Period&)>;

    void unite(Vertex& vertex, const Vertex& incoming, const MayGetPeriod& mayGetPeriod);
    void unite(Edge& edge, const Edge& incoming, std::string_view described);
    /// False, and nothing is changed, where they are different sources after all.
    static bool unite(Source& source, const Source& incoming);
    /// A sentence for the user.
    void tell(std::string conflict);
    /// Keeps the dates of a participation that lie outside what it takes part in.
    void setAside(Edge& participation, std::string_view described, const Period& outside);

private:
    /// Keeps what is said of the element otherwise as its attribute "other NAME".
    void keepOther(std::vector<Attribute>& attributes, std::string_view described,
                   std::string_view name, std::string_view value, std::string_view kept);
    void uniteAttributes(std::vector<Attribute>& attributes, const std::vector<Attribute>& incoming,
                         std::string_view described);
    StringId uniteNotes(StringId note, StringId incoming);
    void unitePeriods(Vertex& vertex, const Vertex& incoming, const MayGetPeriod& mayGetPeriod);
    void uniteDetails(Vertex& vertex, const Vertex& incoming);
    void addName(VertexDetails& details, std::string_view label, Name name) const;

    Dossier& dossier_;
    std::string language_;
    Merge& merge_;
    bool amongIncoming_ = false;
};

} // namespace entente
