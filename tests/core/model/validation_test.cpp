#include "core/model/validation.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

struct ValidationTest : testing::Test {
    Dossier dossier;

    VertexIndex add(std::string_view id, VertexKind kind, std::string_view period = "") {
        Vertex vertex;
        vertex.id = dossier.intern(id);
        vertex.label = vertex.id;
        vertex.kind = kind;
        vertex.period = parsePeriod(period).value();
        return dossier.add(vertex);
    }

    void connect(EdgeKind kind, VertexIndex source, VertexIndex target,
                 std::string_view period = "") {
        Edge edge;
        edge.kind = kind;
        edge.source = source;
        edge.target = target;
        edge.period = parsePeriod(period).value();
        dossier.add(edge);
    }

    [[nodiscard]] std::string onlyFault() const {
        const std::vector<Fault> faults = validate(dossier);
        EXPECT_EQ(faults.size(), 1U);
        return faults.empty() ? std::string{} : faults.front().message;
    }
};

} // namespace

TEST_F(ValidationTest, FindsNothingInASoundDossier) {
    const VertexIndex iran = add("iran", VertexKind::State);
    const VertexIndex pact = add("pact", VertexKind::Agreement, "2001/2010");
    const VertexIndex treaty = add("treaty", VertexKind::Agreement, "2010/..");
    connect(EdgeKind::Participation, iran, pact, "2002/2003");
    connect(EdgeKind::Participation, iran, treaty);
    connect(EdgeKind::Lineage, treaty, pact);
    EXPECT_TRUE(validate(dossier).empty());
}

TEST_F(ValidationTest, NamesAnEndBeforeTheBegin) {
    add("iran", VertexKind::State, "2010/2001");
    EXPECT_EQ(onlyFault(), "The actor “iran” ends (2001) before it begins (2010): correct one of "
                           "the dates.");
}

TEST_F(ValidationTest, NamesADanglingReference) {
    connect(EdgeKind::Tie, add("iran", VertexKind::State), 99);
    EXPECT_NE(onlyFault().find("dangling reference"), std::string::npos);
}

TEST_F(ValidationTest, NamesADuplicateId) {
    add("iran", VertexKind::State);
    add("iran", VertexKind::State);
    EXPECT_NE(onlyFault().find("id “iran”, which another element has"), std::string::npos);
}

TEST_F(ValidationTest, NamesAnUnknownSector) {
    Vertex vertex;
    vertex.id = dossier.intern("iran");
    vertex.sectors = sectorBit(40);
    dossier.add(vertex);
    EXPECT_NE(onlyFault().find("sector that the dossier does not define"), std::string::npos);
}

TEST_F(ValidationTest, NamesAnAgreementWithoutParties) {
    add("pact", VertexKind::Agreement);
    EXPECT_EQ(onlyFault(), "The agreement “pact” has no party: name at least one.");
}

TEST_F(ValidationTest, NamesAParticipationOutsideItsAgreement) {
    const VertexIndex pact = add("pact", VertexKind::Agreement, "2001/2010");
    connect(EdgeKind::Participation, add("iran", VertexKind::State), pact, "2011");
    EXPECT_NE(onlyFault().find("outside the period (2001/2010)"), std::string::npos);
}

TEST_F(ValidationTest, NamesEndsOfTheWrongKind) {
    const VertexIndex visit = add("visit", VertexKind::Event);
    connect(EdgeKind::Tie, add("iran", VertexKind::State), visit);
    EXPECT_NE(onlyFault().find("between two actors"), std::string::npos);
}

TEST_F(ValidationTest, NamesAClaimWithoutASource) {
    Claim claim;
    claim.about = {ElementKind::Vertex, add("iran", VertexKind::State)};
    claim.statement = dossier.intern("It is so");
    dossier.add(claim);
    EXPECT_EQ(onlyFault(), "The claim “It is so” names no source that exists: name one.");
}

TEST_F(ValidationTest, PassesOverRemovedElements) {
    const VertexIndex pact = add("pact", VertexKind::Agreement, "2010/2001");
    dossier.setRemoved({ElementKind::Vertex, pact}, true);
    EXPECT_TRUE(validate(dossier).empty());
}

} // namespace entente
