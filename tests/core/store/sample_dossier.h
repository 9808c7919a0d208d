#pragma once

#include "core/model/dossier.h"

#include <limits>

namespace entente {

/// A dossier in which every column of every table says something.
inline Dossier sampleDossier() {
    Dossier dossier;
    dossier.setCover({"Russia and Iran", "Who is tied to whom", *parsePeriod("2025-10"), "en"});
    std::vector<Sector> sectors = standardSectors();
    sectors.push_back({"space, \"and\" \\ more", "Space", 0x0A0B0C});
    dossier.setSectors(sectors);

    Source source;
    source.id = dossier.intern("s1");
    source.title = dossier.intern("The treaty's text");
    source.publisher = dossier.intern("kremlin.ru");
    source.address = dossier.intern("http://example.org/?a=1&b='2'");
    source.note = dossier.intern("in Russian");
    source.date = *parsePeriod("2025-01-17");
    const SourceIndex text = dossier.add(source);

    Vertex russia;
    russia.id = dossier.intern("russia");
    russia.label = dossier.intern("Russia");
    russia.kind = VertexKind::State;
    russia.period = *parsePeriod("1991-12-26/..");
    russia.details = std::make_shared<const VertexDetails>(
        VertexDetails{{{"ru", "Россия", false}, {"fa", "روسیه", false}, {"en", "RF", true}},
                      {{"iso3", "RUS"}, {"cow", "365"}},
                      Location{55.75, -37.62},
                      {},
                      {},
                      {}});
    russia.attributes = {{dossier.intern("capital"), dossier.intern("Moscow")}};
    const VertexIndex first = dossier.add(russia);

    Vertex iran;
    iran.id = dossier.intern("iran");
    iran.label = dossier.intern("Iran");
    iran.kind = VertexKind::State;
    iran.attributes = {{dossier.intern("currency"), dossier.intern("rial")},
                       {dossier.intern("capital"), dossier.intern("Tehran")}};
    const VertexIndex second = dossier.add(iran);

    Vertex treaty;
    treaty.id = dossier.intern("treaty-2001");
    treaty.label = dossier.intern("Treaty of 2001");
    treaty.type = dossier.intern("treaty");
    treaty.note = dossier.intern("two\nlines, “quoted”");
    treaty.kind = VertexKind::Agreement;
    treaty.confidence = Confidence::Reported;
    treaty.polarity = Polarity::Cooperative;
    treaty.status = Status::InForce;
    treaty.sectors = sectorBit(0) | sectorBit(8);
    treaty.period = *parsePeriod("2001-03-12/2026~");
    treaty.details = std::make_shared<const VertexDetails>(VertexDetails{
        {},
        {},
        std::nullopt,
        {"No aid to an aggressor", "Renewed by itself"},
        {*parseDate("2021-03-12"), *parseDate("201X")},
        {{55, "billion m³", "year"}, {std::numeric_limits<double>::infinity(), "days", ""}}});
    const VertexIndex third = dossier.add(treaty);

    Edge ally;
    ally.id = dossier.intern("e1");
    ally.type = dossier.intern("ally");
    ally.note = dossier.intern("not by treaty");
    ally.source = first;
    ally.target = second;
    ally.weight = 2.5F;
    ally.confidence = Confidence::Alleged;
    ally.polarity = Polarity::Cooperative;
    ally.directed = false;
    ally.sectors = sectorBit(1);
    ally.period = *parsePeriod("/2024?");
    ally.attributes = {{dossier.intern("strength"), dossier.intern("0.7")}};
    const EdgeIndex tie = dossier.add(ally);

    Edge party;
    party.kind = EdgeKind::Participation;
    party.type = dossier.intern("party");
    party.source = first;
    party.target = third;
    dossier.add(party);

    dossier.add(Claim{{ElementKind::Vertex, third},
                      dossier.intern("It came into force"),
                      text,
                      dossier.intern("art. 46"),
                      dossier.intern("the ministry"),
                      Confidence::Planned,
                      *parsePeriod("2025")});
    Claim unsourced;
    unsourced.about = {ElementKind::Edge, tie};
    unsourced.statement = dossier.intern("They are allies");
    dossier.add(unsourced);
    return dossier;
}

} // namespace entente
