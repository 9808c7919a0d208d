#include "core/model/repeated_states.h"

#include "core/model/merge.h"
#include "core/model/validation.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entente {

namespace {

/// A dossier of actors that are tied to the first one.
struct Named {
    struct Actor {
        std::string_view label;
        VertexKind kind = VertexKind::State;
        std::vector<Code> codes = {};
        std::string_view period = {};
    };

    Dossier dossier;

    explicit Named(const std::vector<Actor>& actors) {
        for (const Actor& actor : actors) {
            Vertex vertex;
            vertex.kind = actor.kind;
            vertex.label = dossier.intern(actor.label);
            vertex.id = dossier.intern("id " + std::string(actor.label) +
                                       std::to_string(dossier.vertices().size()));
            vertex.period = *parsePeriod(actor.period);
            vertex.details = std::make_shared<const VertexDetails>(
                VertexDetails{{}, actor.codes, {}, {}, {}, {}});
            const VertexIndex row = dossier.add(vertex);
            if (row > 0) {
                Edge edge;
                edge.source = 0;
                edge.target = row;
                edge.type = dossier.intern("ally");
                dossier.add(edge);
            }
        }
    }

    /// "Egypt = EGY = 651; Iran = IRN"
    [[nodiscard]] std::string repeated() const {
        std::string text;
        const ReconcileSide side(dossier);
        for (const std::vector<VertexIndex>& rows : repeatedStates(side)) {
            text += text.empty() ? "" : "; ";
            for (const VertexIndex row : rows) {
                text += (row == rows.front() ? "" : " = ") + std::string(dossier.label(row));
            }
        }
        return text;
    }

    /// The labels of what is there, each with its other names and its degree.
    [[nodiscard]] std::vector<std::string> actors() const {
        std::vector<std::string> all;
        for (VertexIndex i = 0; i < dossier.vertices().size(); ++i) {
            std::string line(dossier.label(i));
            for (const Name& name : dossier.vertices().details(i).names) {
                line += ", " + name.text;
            }
            std::size_t degree = 0;
            for (EdgeIndex e = 0; e < dossier.edges().size(); ++e) {
                degree += dossier.edges().source(e) == i || dossier.edges().target(e) == i;
            }
            all.push_back(line + ": " + std::to_string(degree));
        }
        return all;
    }

    Merge bringIn(const Named& file) {
        Merge merged = merge(dossier, file.dossier, reconcile(dossier, file.dossier));
        apply(dossier, merged.change);
        EXPECT_TRUE(validate(dossier).empty());
        return merged;
    }
};

using Lines = std::vector<std::string>;
constexpr VertexKind other = VertexKind::Other;

const std::vector<Named::Actor> egyptOfFiveNames = {{"Iran"}, {"Égypte"}, {"EGY", other},   {"651"},
                                                    {"مصر"},  {"Egypt"},  {"Egypte", other}};

} // namespace

TEST(RepeatedStates, AreThoseOfOtherNamesAndCodesTheBestNamedFirst) {
    EXPECT_EQ(Named(egyptOfFiveNames).repeated(), "Egypt = Égypte = مصر = Egypte = EGY = 651");
    EXPECT_EQ(Named({{"RUS"}, {"Россия"}, {"IRN"}, {"Iran"}}).repeated(),
              "Россия = RUS; Iran = IRN");
}

TEST(RepeatedStates, MayHaveCodesOfOneCountry) {
    EXPECT_EQ(Named({{"Burma", VertexKind::State, {{"iso3", "BUR"}, {"cow", "775"}}},
                     {"Myanmar", VertexKind::State, {{"iso3", "MMR"}, {"cow", "775"}}},
                     {"USA", VertexKind::State, {{"cow", "002"}}},
                     {"United States", VertexKind::State, {{"cow", "2"}}},
                     {"Égypte", VertexKind::State, {{"iso3", "EGY"}}},
                     {"Misr", VertexKind::State, {{"iso3", "EGY"}}}})
                  .repeated(),
              "Myanmar = Burma; United States = USA; Égypte = Misr");
}

TEST(RepeatedStates, AreNotWhatTheDossierTellsApart) {
    // The same name twice, other codes, dates that do not overlap.
    EXPECT_EQ(Named({{"Egypt"}, {"Egypt"}}).repeated(), "");
    EXPECT_EQ(Named({{"Germany", VertexKind::State, {{"cow", "255"}}},
                     {"Deutschland", VertexKind::State, {{"cow", "260"}}}})
                  .repeated(),
              "");
    EXPECT_EQ(Named({{"Egypt", VertexKind::State, {}, "1922/1958"},
                     {"EGY", VertexKind::State, {}, "1971/.."}})
                  .repeated(),
              "");
    // Nor what may be either of two that it tells apart.
    EXPECT_EQ(Named({{"Pologne"},
                     {"Poland", VertexKind::State, {}, "1918/1939"},
                     {"POL", VertexKind::State, {}, "1945/.."}})
                  .repeated(),
              "");
    // What is in a country is not the country, nor is what others are named after.
    EXPECT_EQ(Named({{"Egypt"},
                     {"Cairo", other, {{"iso3", "EGY"}}},
                     {"Egypt Air", VertexKind::Company, {{"iso3", "EGY"}}},
                     {"EGY", VertexKind::Organisation}})
                  .repeated(),
              "");
    EXPECT_EQ(Named({{"Soviet Union"}, {"Russia"}, {"651", other}, {"Egypt"}}).repeated(), "");
}

TEST(RepeatedStates, HaveNoMoreThanAHundredNames) {
    std::vector<std::string> labels;
    for (int i = 0; i < 20000; ++i) {
        labels.push_back("District " + std::to_string(i));
    }
    std::vector<Named::Actor> actors;
    for (const std::string& label : labels) {
        actors.push_back({label, VertexKind::State, {{"iso3", "EGY"}}});
    }
    EXPECT_EQ(Named(actors).repeated(), "");
    actors.resize(100);
    EXPECT_NE(Named(actors).repeated(), "");
}

TEST(RepeatedStates, BecomeTheOneOfTheDossier) {
    Named open({{"Egypt"}, {"Russia"}});
    const Named file(egyptOfFiveNames);
    const Merge merged = open.bringIn(file);
    EXPECT_EQ(open.actors(),
              (Lines{"Egypt, Égypte, EGY, 651, مصر, Egypte: 7", "Russia: 1", "Iran: 6"}));
    EXPECT_EQ(merged.united, 6U);
    EXPECT_EQ(merged.repeated, 0U);
    // Once more: all of it is there.
    EXPECT_TRUE(open.bringIn(file).change.steps.empty());
}

TEST(RepeatedStates, BecomeOneWhereTheDossierHasNone) {
    Named open({{"Russia"}});
    const Named file(egyptOfFiveNames);
    const Merge merged = open.bringIn(file);
    EXPECT_EQ(open.actors(),
              (Lines{"Russia: 0", "Iran: 6", "Egypt, Égypte, EGY, 651, مصر, Egypte: 6"}));
    EXPECT_EQ(merged.united, 0U);
    EXPECT_EQ(merged.repeated, 5U);
    EXPECT_EQ(merged.addedVertices, 2U);
    EXPECT_EQ(merged.addedEdges, 6U);
    EXPECT_NE(merged.summary().find("United with others that came in: 5 states under other names."),
              std::string::npos)
        << merged.summary();
    EXPECT_TRUE(open.bringIn(file).change.steps.empty());
}

TEST(RepeatedStates, FollowWhatTheUserDecidesOfTheBestNamed) {
    // A group of that name: a doubt.
    Named open({{"Egypt", VertexKind::Group}});
    const Named file({{"EGY"}, {"Egypt"}});
    const std::vector<VertexMatch> matches = reconcile(open.dossier, file.dossier);
    ASSERT_EQ(matches.size(), 2U);
    EXPECT_EQ(matches[0].existing, noIndex);
    EXPECT_EQ(matches[0].repeats, 1U);
    EXPECT_EQ(matches[1].certainty, Certainty::Doubtful);
    Named accepted = open;
    apply(accepted.dossier, merge(accepted.dossier, file.dossier, matches).change);
    EXPECT_EQ(accepted.actors(), (Lines{"Egypt, EGY: 1"}));
    apply(open.dossier, merge(open.dossier, file.dossier, std::span(matches).first(1)).change);
    EXPECT_EQ(open.actors(), (Lines{"Egypt: 0", "Egypt, EGY: 1"}));
}

TEST(RepeatedStates, OfADossierThatHasThemApartFindTheirOwn) {
    Named open(egyptOfFiveNames);
    const Named same(egyptOfFiveNames);
    EXPECT_TRUE(open.bringIn(same).change.steps.empty());
    // Which of several a further name is, the user decides.
    const Named further({{"Egipto"}});
    for (const VertexMatch& match : reconcile(open.dossier, further.dossier)) {
        EXPECT_EQ(match.certainty, Certainty::Doubtful);
    }
}

} // namespace entente
