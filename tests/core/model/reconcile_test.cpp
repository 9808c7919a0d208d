#include "core/model/reconcile.h"

#include "core/model/name_keys.h"
#include "tests/data/random_dossier.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entente {

namespace {

struct Reconcile : testing::Test {
    struct Made {
        VertexKind kind = VertexKind::State;
        std::string_view label = {};
        std::vector<Code> codes = {};
        std::string_view period = {};
        std::vector<Name> names = {};
        std::string_view id = {};
    };

    Dossier open;
    Dossier file;

    static VertexIndex add(Dossier& dossier, const Made& made, std::string_view prefix = "v") {
        Vertex vertex;
        vertex.kind = made.kind;
        vertex.label = dossier.intern(made.label);
        vertex.id = dossier.intern(made.id.empty() ? std::string(prefix) +
                                                         std::to_string(dossier.vertices().size())
                                                   : std::string(made.id));
        vertex.period = *parsePeriod(made.period);
        vertex.details = std::make_shared<const VertexDetails>(
            VertexDetails{made.names, made.codes, {}, {}, {}, {}});
        return dossier.add(vertex);
    }

    /// "sure: …", "doubtful: …" or "none" of two dossiers of one vertex each.
    static std::string of(const Made& existing, const Made& incoming) {
        Dossier one;
        Dossier other;
        add(one, existing);
        add(other, incoming, "w");
        return words(reconcile(one, other));
    }

    static std::string words(const std::vector<VertexMatch>& matches) {
        std::string text;
        for (const VertexMatch& match : matches) {
            text += (text.empty() ? "" : " | ");
            text += match.certainty == Certainty::Sure ? "sure: " : "doubtful: ";
            text += match.reason;
        }
        return text.empty() ? "none" : text;
    }
};

constexpr VertexKind state = VertexKind::State;
constexpr VertexKind leader = VertexKind::Leader;
constexpr VertexKind organisation = VertexKind::Organisation;
constexpr VertexKind agreement = VertexKind::Agreement;
constexpr VertexKind event = VertexKind::Event;
constexpr VertexKind other = VertexKind::Other;

} // namespace

TEST_F(Reconcile, AStateIsOneUnderEveryCodeAndName) {
    const Made russia{state, "Russia", {{"cow", "365"}}};
    EXPECT_EQ(of(russia, {state, "Россия"}), "sure: Both are Russia in the table of countries.");
    EXPECT_EQ(of(russia, {state, "Russian Federation", {{"iso3", "RUS"}}}),
              "sure: Both are Russia in the table of countries.");
    EXPECT_EQ(of(russia, {state, "RF", {{"ISO 3166-1 alpha-2", "ru"}}}),
              "sure: Both are Russia in the table of countries.");
    EXPECT_EQ(of(russia, {state, "643", {{"iso numeric", "643"}}}),
              "sure: Both are Russia in the table of countries.");
    EXPECT_EQ(of(russia, {other, "Russie", {{"gw", "365"}}}),
              "sure: Both are Russia in the table of countries.");
    EXPECT_EQ(of(russia, {state, "RUS", {{"cow", "365"}}}), "sure: Same code: cow 365.");
    EXPECT_EQ(of({state, "Iran (Islamic Republic of)"}, {state, "ایران"}),
              "sure: Both are Iran in the table of countries.");
}

TEST_F(Reconcile, AStateIsKnownByACodeInThePlaceOfItsName) {
    for (const VertexKind kind : {VertexKind::State, VertexKind::Other}) {
        EXPECT_TRUE(of({.label = "Iran"}, {.kind = kind, .label = "IRN"}).starts_with("sure"));
    }
    for (const char* const code : {"630", "IR"}) {
        EXPECT_TRUE(of({.label = "Iran"}, {.label = code}).starts_with("sure")) << code;
    }
    EXPECT_EQ(of({.label = "Iran"}, {.kind = VertexKind::Other, .label = "630"}), "none");
    EXPECT_EQ(of({.label = "Iran"}, {.kind = VertexKind::Other, .label = "IR"}),
              "doubtful: Both may be Iran, but “IR” may be no code of a state here.");
    // Graphs number their vertices, and letters may mean anything where they are no code.
    EXPECT_EQ(of({.label = "Iran"}, {.kind = VertexKind::Other, .label = "irn"}), "none");
    EXPECT_EQ(of({.label = "Iran"}, {.kind = VertexKind::Organisation, .label = "IRN"}), "none");
    EXPECT_EQ(of({.label = "Iran"}, {.label = "999"}), "none");
}

TEST_F(Reconcile, TwoLettersAreCodesWhereAllOfThemAre) {
    add(open, {state, "France"});
    add(open, {state, "Germany"});
    add(file, {other, "FR"});
    add(file, {other, "DE"});
    EXPECT_EQ(reconcile(open, file).size(), 2U);
    add(file, {other, "XQ"});
    EXPECT_EQ(words(reconcile(open, file)),
              "doubtful: Both may be France, but “FR” may be no code of a state here. | doubtful: "
              "Both may be Germany, but “DE” may be no code of a state here.");
}

TEST_F(Reconcile, StatesThatShareACodeAreDoubtful) {
    EXPECT_EQ(of({state, "Russia", {{"cow", "365"}}}, {state, "Soviet Union", {{"cow", "365"}}}),
              "doubtful: Same code (cow 365), but the table of countries tells Soviet Union and "
              "Russia apart.");
    EXPECT_EQ(of({state, "Russia"}, {state, "USSR"}),
              "doubtful: Soviet Union and Russia have the code cow 365, at different times.");
    EXPECT_EQ(
        of({state, "Germany", {{"gw", "260"}}}, {state, "GFR", {{"cow", "260"}}, "1949/1990"}),
        "doubtful: West Germany and Germany have the code gw 260, at different times.");
    EXPECT_EQ(of({state, "North Korea"}, {state, "South Korea"}), "none");
    EXPECT_EQ(of({state, "Niger"}, {state, "Nigeria"}), "none");
}

TEST_F(Reconcile, TheSameIdIsSureWithTheSameKindAndName) {
    EXPECT_EQ(of({event, "Strike", {}, "", {}, "e1"}, {event, "Strike", {}, "", {}, "e1"}),
              "sure: Same id, kind and name.");
    EXPECT_EQ(of({leader, "A. Smith", {}, "", {}, "1"}, {leader, "B. Jones", {}, "", {}, "1"}),
              "none");
}

TEST_F(Reconcile, TheSameCodeIsSure) {
    const Code code{"wikidata", "Q7747"};
    EXPECT_EQ(of({leader, "Vladimir Putin", {code}}, {leader, "Путин", {code}}),
              "sure: Same code: wikidata Q7747.");
    EXPECT_EQ(of({agreement, "Treaty", {{"untc", "1"}}}, {agreement, "Pact", {{"untc", "1"}}}),
              "sure: Same code: untc 1.");
}

TEST_F(Reconcile, TheCountryCodeOfALeaderIsNotHisName) {
    EXPECT_EQ(of({leader, "Putin", {{"cow", "365"}}}, {leader, "Medvedev", {{"cow", "365"}}}),
              "none");
    EXPECT_EQ(of({state, "Russia", {{"cow", "365"}}}, {leader, "Putin", {{"cow", "365"}}}), "none");
}

TEST_F(Reconcile, TheSameNameAndKindIsSureWhereNothingSpeaksAgainstIt) {
    EXPECT_EQ(of({organisation, "NATO"}, {organisation, "Nato"}), "sure: Same name and kind.");
    EXPECT_EQ(of({organisation, "NATO"}, {other, "NATO"}),
              "doubtful: Same name, but the kind of one is not stated.");
    EXPECT_EQ(of({organisation, "Wagner"}, {VertexKind::Group, "Wagner"}),
              "doubtful: Same name, but the kinds differ.");
    EXPECT_EQ(of({leader, "John Smith", {{"wikidata", "Q1"}}},
                 {leader, "John Smith", {{"wikidata", "Q2"}}}),
              "doubtful: Same name, but the codes differ (wikidata Q2 and Q1).");
    EXPECT_EQ(of({leader, "Pitt", {}, "1708/1778"}, {leader, "Pitt", {}, "1783/1801"}),
              "doubtful: Same name, but the dates do not overlap (1783/1801 and 1708/1778).");
}

TEST_F(Reconcile, StatesAreNeverLeadersNorActorsAgreements) {
    EXPECT_EQ(of({state, "Chad"}, {leader, "Chad"}), "none");
    EXPECT_EQ(of({organisation, "Entente"}, {agreement, "Entente"}), "none");
    EXPECT_EQ(of({agreement, "Minsk"}, {event, "Minsk"}), "none");
    const Code code{"wikidata", "Q1"};
    EXPECT_EQ(of({state, "X", {code}}, {leader, "Y", {code}}), "none");
}

TEST_F(Reconcile, AgreementsAndEventsNeedDatesThatOverlap) {
    EXPECT_EQ(of({agreement, "Treaty", {}, "2001/2011"}, {agreement, "treaty", {}, "2005"}),
              "sure: Same name and kind, and dates that overlap.");
    EXPECT_EQ(of({event, "Visit", {}, "2022-07"}, {event, "Visit", {}, "2022-07"}),
              "sure: Same name, kind and dates.");
    EXPECT_EQ(of({event, "Visit", {}, "2022"}, {event, "Visit"}),
              "doubtful: Same name, but one of them has no date.");
    EXPECT_EQ(of({event, "Visit", {}, "2022"}, {event, "Visit", {}, "2024"}),
              "doubtful: Same name, but the dates do not overlap (2024 and 2022).");
}

TEST_F(Reconcile, EventsThatRecurAreToldByTheirDates) {
    for (int year = 1950; year < 2020; ++year) {
        add(open, {event, "Election", {}, std::to_string(year)});
        add(file, {event, "Election", {}, std::to_string(year + 1)}, "w");
    }
    const std::vector<VertexMatch> matches = reconcile(open, file);
    EXPECT_EQ(matches.size(), 69U);
    for (const VertexMatch& match : matches) {
        EXPECT_EQ(match.certainty, Certainty::Sure);
        EXPECT_EQ(match.existing, match.incoming + 1);
    }
}

TEST_F(Reconcile, OtherNamesAreDoubtful) {
    EXPECT_EQ(of({organisation, "Revolutionary Guards", {}, "", {{"en", "IRGC", true}}},
                 {organisation, "IRGC"}),
              "doubtful: Both are known as “IRGC”.");
    EXPECT_EQ(of({leader, "Vladimir Putin"}, {leader, "Putin, Vladimir"}),
              "doubtful: The names consist of the same words.");
    EXPECT_EQ(of({leader, "Kim Jong-un"}, {leader, "Kim Jong Un"}),
              "doubtful: The names consist of the same words.");
}

TEST_F(Reconcile, SpellingsAndTranscriptionsAreDoubtful) {
    const char* const alike = "doubtful: The names are spelled almost alike.";
    EXPECT_EQ(of({leader, "Volodymyr Zelensky"}, {leader, "Volodymyr Zelenskyy"}), alike);
    EXPECT_EQ(of({leader, "Mahmoud Ahmadinejad"}, {leader, "Mahmud Ahmadinezhad"}), alike);
    EXPECT_EQ(of({leader, "Boris Yeltsin"}, {leader, "Борис Ельцин"}), alike);
    EXPECT_EQ(of({VertexKind::Company, "Rosoboronexport"}, {VertexKind::Company, "Rosobornexport"}),
              alike);
    EXPECT_EQ(of({leader, "Сергей Лавров"}, {leader, "Lavrov, Sergey"}), alike);
    // Too short, other numbers, other words.
    EXPECT_EQ(of({leader, "Li Peng"}, {leader, "Li Feng"}), "none");
    EXPECT_EQ(of({organisation, "Brigade 124"}, {organisation, "Brigade 125"}), "none");
    EXPECT_EQ(of({organisation, "Army Group A"}, {organisation, "Army Group B"}), "none");
    EXPECT_EQ(of({organisation, "European Union"}, {organisation, "African Union"}), "none");
}

TEST_F(Reconcile, SeveralCandidatesAreDoubtful) {
    add(open, {leader, "Bush", {}, "1989/1993"});
    add(open, {leader, "Bush", {}, "2001/2009"});
    add(file, {leader, "Bush"}, "w");
    EXPECT_EQ(words(reconcile(open, file)),
              "doubtful: Same name, but several come into question. | doubtful: Same name, but "
              "several come into question.");
    add(file, {leader, "Bush", {}, "2003"}, "w");
    const std::vector<VertexMatch> matches = reconcile(open, file);
    ASSERT_FALSE(matches.empty());
    EXPECT_EQ(matches.back().incoming, 1U);
    EXPECT_EQ(matches.back().existing, 1U);
}

TEST_F(Reconcile, TwoOfAFileAreNotBothTheOneForSure) {
    add(open, {state, "United States"});
    add(file, {state, "United States", {}, "1776/.."}, "w");
    add(file, {state, "United States", {}, "1789/.."}, "w");
    EXPECT_EQ(words(reconcile(open, file)),
              "doubtful: Both may be United States, but several come into question. | doubtful: "
              "Both may be United States, but several come into question.");
}

TEST_F(Reconcile, WhatSpeaksAgainstACountryIsSaid) {
    EXPECT_EQ(of({state, "Nigeria", {{"iso3", "NGA"}}}, {state, "Niger", {{"iso3", "NGA"}}}),
              "doubtful: Same code (iso3 NGA), but the codes of one are not those of its name.");
    EXPECT_EQ(of({state, "Egypt"}, {other, "Cairo", {{"iso3", "EGY"}}}),
              "doubtful: Both may be Egypt, but the code of “Cairo” may say where it belongs.");
    // The same wrong code on both sides.
    EXPECT_EQ(of({state, "Niger", {{"iso3", "NGA"}}}, {state, "Niger", {{"iso3", "NGA"}}}),
              "sure: Same code: iso3 NGA.");
    // Leading zeros, and a code that the country had before.
    EXPECT_EQ(of({state, "Burma", {{"iso3", "BUR"}}}, {state, "Myanmar", {{"iso3", "MMR"}}}),
              "sure: Both are Myanmar in the table of countries.");
    for (const auto& [kind, type] : {std::pair(state, "the country"), std::pair(other, "river")}) {
        add(open, {state, "Jordan"});
        add(file, {kind, "Jordanie"});
        Vertex vertex = file.vertices().row(0);
        vertex.type = file.intern(type);
        file.replaceVertex(0, vertex);
        EXPECT_EQ(words(reconcile(open, file)),
                  kind == state ? "sure: Both are Jordan in the table of countries."
                                : "doubtful: Both may be Jordan, but “Jordanie” is said to be "
                                  "“river”.");
        open = {};
        file = {};
    }
}

TEST_F(Reconcile, RemovedRowsDoNotCount) {
    const VertexIndex gone = add(open, {organisation, "NATO"});
    open.setRemoved({ElementKind::Vertex, gone}, true);
    add(file, {organisation, "NATO"});
    EXPECT_EQ(words(reconcile(open, file)), "none");
}

TEST_F(Reconcile, ADossierMatchesItselfForSure) {
    const Dossier dossier = randomDossier({200, 400, 100, 300, 0}, 3);
    const std::vector<VertexMatch> matches = reconcile(dossier, dossier);
    ASSERT_EQ(matches.size(), dossier.vertices().count());
    for (const VertexMatch& match : matches) {
        EXPECT_EQ(match.certainty, Certainty::Sure);
        EXPECT_EQ(match.incoming, match.existing);
    }
}

TEST_F(Reconcile, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW((void)reconcile(open, file, Progress{{}, stop.get_token()}), Cancelled);
}

TEST(NameKeys, WordsOfEveryScript) {
    EXPECT_EQ(sortedWords("putin, vladimir"), "putin vladimir");
    EXPECT_EQ(sortedWords(" (a)-b "), "a b");
    EXPECT_EQ(sortedWords(""), "");
    EXPECT_EQ(romanised("путин"), "putin");
    EXPECT_EQ(romanised("ایران"), "ایران");
    EXPECT_EQ(consonants("iran"), "");
    EXPECT_EQ(consonants("ahmadinezhad"), consonants("ahmadinejad"));
    EXPECT_TRUE(spelledAlike("jonh smith", "john smith", 1));
    EXPECT_FALSE(spelledAlike("john smith", "jane smith", 1));
}

} // namespace entente
