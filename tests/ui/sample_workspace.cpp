#include "tests/ui/sample_workspace.h"

namespace entente::ui {

namespace {

Vertex vertex(Dossier& dossier, std::string_view id, std::string_view label, VertexKind kind,
              std::string_view type = "", std::string_view period = "") {
    Vertex vertex;
    vertex.id = dossier.intern(id);
    vertex.label = dossier.intern(label);
    vertex.kind = kind;
    vertex.type = dossier.intern(type);
    vertex.period = parsePeriod(period).value();
    return vertex;
}

Edge edge(Dossier& dossier, EdgeKind kind, VertexIndex source, VertexIndex target,
          std::string_view type, std::string_view period = "") {
    Edge edge;
    edge.kind = kind;
    edge.source = source;
    edge.target = target;
    edge.type = dossier.intern(type);
    edge.period = parsePeriod(period).value();
    return edge;
}

} // namespace

SampleWorkspace::SampleWorkspace() {
    Dossier made;
    made.setCover(
        {"Three states", "A dossier to try things on.", *parsePeriod("2025-01-20"), "en"});
    Vertex state = vertex(made, "russia", "Russia", VertexKind::State);
    VertexDetails details;
    details.names = {{"ru", "Россия", false}, {"en", "Russian Federation", true}};
    details.codes = {{"iso3", "RUS"}, {"cow", "365"}};
    details.location = Location{55.75, 37.62};
    state.details = std::make_shared<const VertexDetails>(details);
    russia = made.add(state);
    iran = made.add(vertex(made, "iran", "Iran", VertexKind::State));
    china = made.add(vertex(made, "china", "China", VertexKind::State));
    putin = made.add(vertex(made, "putin", "Vladimir Putin", VertexKind::Leader));

    Vertex pact = vertex(made, "treaty", "Partnership treaty", VertexKind::Agreement, "treaty",
                         "2025-01-17/2045-01-17");
    pact.status = Status::Signed;
    pact.sectors = made.findSector("defence") | made.findSector("energy");
    pact.polarity = Polarity::Cooperative;
    VertexDetails provisions;
    provisions.terms = {"Joint exercises", "No hosting of action against the other"};
    provisions.quantities = {{20, "years", ""}};
    pact.details = std::make_shared<const VertexDetails>(provisions);
    pact.attributes = {{made.intern("depositary"), made.intern("Moscow")}};
    treaty = made.add(pact);
    Vertex older = vertex(made, "older", "Treaty of 2001", VertexKind::Agreement, "treaty",
                          "2001-03-12/2025-01-17");
    older.status = Status::Ended;
    older.sectors = made.findSector("diplomacy");
    older.polarity = Polarity::Cooperative;
    olderTreaty = made.add(older);
    Vertex event =
        vertex(made, "visit", "Visit to Moscow", VertexKind::Event, "visit", "2025-01-17");
    event.sectors = made.findSector("diplomacy");
    visit = made.add(event);

    for (const VertexIndex party : {russia, iran}) {
        made.add(edge(made, EdgeKind::Participation, party, treaty, "party"));
        made.add(edge(made, EdgeKind::Participation, party, olderTreaty, "party"));
    }
    made.add(edge(made, EdgeKind::Participation, putin, treaty, "signatory"));
    made.add(edge(made, EdgeKind::Participation, putin, visit, "host"));
    made.add(edge(made, EdgeKind::Lineage, treaty, olderTreaty, "builds on"));
    Edge alliance = edge(made, EdgeKind::Tie, china, iran, "ally", "2016/..");
    alliance.sectors = made.findSector("defence");
    alliance.confidence = Confidence::Alleged;
    alliance.directed = false;
    alliance.weight = 2.5F;
    ally = made.add(alliance);
    leads = made.add(edge(made, EdgeKind::Tie, putin, russia, "leads", "2012-05-07/.."));

    Source article;
    article.id = made.intern("article");
    article.title = made.intern("Article on the treaty");
    article.publisher = made.intern("The Paper");
    article.address = made.intern("https://example.org/article");
    article.date = *parsePeriod("2025-01");
    source = made.add(article);
    Claim statement;
    statement.about = {ElementKind::Vertex, treaty};
    statement.statement = made.intern("Signed for twenty years");
    statement.source = source;
    statement.locator = made.intern("¶1");
    statement.attribution = made.intern("V. Putin");
    statement.confidence = Confidence::Reported;
    claim = made.add(statement);

    workspace.setDossier(std::move(made), {});
    workspace.waitForLayout();
}

} // namespace entente::ui
