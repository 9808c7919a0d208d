#include "core/formats/input_file.h"
#include "core/formats/mapping_guess.h"
#include "tests/core/formats/raw_text.h"

#include <gtest/gtest.h>

namespace entente {

namespace {

/// "Exporter=source, Year=date" of the guess, without columns that are kept as they are.
std::string roles(const MappingGuess& guess) {
    std::string text;
    for (const MappedColumn& column : guess.mapping.columns) {
        if (column.role != ColumnRole::Attribute) {
            text += (text.empty() ? "" : ", ") +
                    (column.name.empty() ? std::to_string(column.number) : column.name) + "=" +
                    std::string(word(column.role)) +
                    (column.part == DatePart::Whole ? "" : "'s " + std::string(word(column.part)));
        }
    }
    return text;
}

MappingGuess guessed(const std::string& text) {
    return guessMapping(*raw(text));
}

} // namespace

TEST(MappingGuess, EndsAreKnownByTheirNames) {
    EXPECT_EQ(roles(guessed("Exporter,Importer,Year,Value\nA,B,2001,3\nB,C,2002,4\n")),
              "Exporter=source, Importer=target, Year=date, Value=weight");
    EXPECT_EQ(roles(guessed("country_1;country_2;relation\nA;B;ally\n")),
              "country_1=source, country_2=target, relation=kind");
    EXPECT_EQ(roles(guessed("Land,Partnerland,Beginn,Ende\nA,B,2001,2003\n")),
              "Land=source, Partnerland=target, Beginn=begin, Ende=end");
    EXPECT_EQ(roles(guessed("Страна,Партнёр,Год\nA,B,2001\n")),
              "Страна=source, Партнёр=target, Год=date");
    EXPECT_EQ(roles(guessed("Pays,Partenaire,Année,Montant (M€)\nA,B,2001,\"1,5\"\n")),
              "Pays=source, Partenaire=target, Année=date, Montant (M€)=weight");
}

TEST(MappingGuess, FromAndToAreEndsOrDatesByWhatTheyHold) {
    EXPECT_EQ(roles(guessed("from,to\nA,B\nB,C\n")), "from=source, to=target");
    EXPECT_EQ(roles(guessed("country_a,country_b,from,to\nA,B,2001,2003\nB,C,2002,2004\n")),
              "country_a=source, country_b=target, from=begin, to=end");
}

TEST(MappingGuess, EndsMayBeCalledFromAndTo) {
    EXPECT_EQ(roles(guessed("from_state,to_state,start,stop\nA,B,2001,2003\nB,C,2002,2004\n")),
              "from_state=source, to_state=target, start=begin, stop=end");
}

TEST(MappingGuess, PlusAndMinusAreSigns) {
    EXPECT_EQ(roles(guessed("Land,Partnerland,Haltung\nA,B,+\nB,C,-\nC,A,+\nA,C,-\n")),
              "Land=source, Partnerland=target, Haltung=polarity");
}

TEST(MappingGuess, WordsAndNumbersOfOneMayBeSigns) {
    EXPECT_EQ(roles(guessed("Payer,Payee,Impact\nA,B,positive\nB,C,hostile\nC,A,neutral\n")),
              "Payer=source, Payee=target, Impact=polarity");
    EXPECT_EQ(roles(guessed("Payer,Payee,Good or bad\nA,B,1\nB,C,-1\nC,A,1\n")),
              "Payer=source, Payee=target, Good or bad=polarity");
}

TEST(MappingGuess, ADateBesideABeginIsTheEndOrNothing) {
    EXPECT_EQ(roles(guessed("Sender;Receiver;Start date;Finish date\nA;B;31/12/1990;15/06/1999\n")),
              "Sender=source, Receiver=target, Start date=begin, Finish date=end");
    EXPECT_EQ(roles(guessed("Sender;Receiver;Date of signature;Expiry\nA;B;3.4.2001;5.7.2002\n")),
              "Sender=source, Receiver=target, Date of signature=begin, Expiry=end");
    EXPECT_EQ(roles(guessed("Sender;Receiver;Year;Since\nA;B;2001;1990\n")),
              "Sender=source, Receiver=target, Since=begin");
}

TEST(MappingGuess, ALinkIsOfTheWebOrJoinsTwo) {
    EXPECT_EQ(roles(guessed("Country A,Country B,Link\nP,C,friends\n")),
              "Country A=source, Country B=target, Link=kind");
    EXPECT_EQ(roles(guessed("Country A,Country B,Link\nP,C,https://a.org/1\n")),
              "Country A=source, Country B=target, Link=cited source");
}

TEST(MappingGuess, TablesInUtf16AreTables) {
    std::string bytes = "\xFF\xFE";
    for (const char c : std::string("Payer\tPayee\nA\tB\n")) {
        bytes += std::string{c, '\0'};
    }
    EXPECT_EQ(describeContent(bytes), "");
    EXPECT_EQ(roles(guessMapping(InputFile{"table.tsv", bytes})), "Payer=source, Payee=target");
}

TEST(MappingGuess, SeveralPointsPartThousands) {
    EXPECT_EQ(guessed("Payer;Payee;Amount\nA;B;5.000.000\nB;C;1.250,50\n").mapping.decimal, ',');
}

TEST(MappingGuess, EndsAreKnownByTheValuesThatTheyShare) {
    EXPECT_EQ(roles(guessed("x,foo,y,bar\n1,A,k,B\n2,B,k,C\n3,C,l,A\n4,A,l,C\n5,B,k,A\n6,C,k,B\n")),
              "foo=source, y=kind, bar=target");
    const MappingGuess bare = guessed("A B 3\nB C 4\nC A 5\n");
    EXPECT_EQ(roles(bare), "1=source, 2=target, 3=weight");
    EXPECT_EQ(bare.mapping.header, 0U);
}

TEST(MappingGuess, WhatIsDecidedStands) {
    const auto table = raw("a title,\nExporter,Importer,Partner,Year\nA,B,C,2001\nB,C,A,2002\n");
    const MappedColumn chosen{"Partner", 0, ColumnRole::Target, DateFormat::Iso, ""};
    const MappedColumn gone{"Ally", 0, ColumnRole::Source, DateFormat::Iso, ""};
    const MappingGuess guess = guessMapping(*table, {std::nullopt, std::nullopt, {gone, chosen}});
    EXPECT_EQ(roles(guess), "Exporter=source, Partner=target, Year=date");
    EXPECT_EQ(guess.confidence[2], 0) << "is no guess";
    EXPECT_EQ(guessMapping(*table, {{}, RowTarget::Events, {}}).mapping.rows, RowTarget::Events);
    const MappingGuess under = guessMapping(*table, {1U, {}, {chosen}});
    EXPECT_EQ(under.mapping.columns.front().name, "a title");
    EXPECT_EQ(guessMapping(*table, {0U, {}, {}}).mapping.columns.front().number, 1U);
}

TEST(MappingGuess, DatesInThreeColumnsAreKnownByTheirNames) {
    EXPECT_EQ(roles(guessed("state_a,state_b,stday,stmonth,styear,endday,endmonth,endyear\n"
                            "A,B,1,3,1914,-9,-9,1918\nB,C,28,12,1939,8,5,1945\n")),
              "state_a=source, state_b=target, stday=begin's day, stmonth=begin's month, "
              "styear=begin's year, endday=end's day, endmonth=end's month, endyear=end's year");
    EXPECT_EQ(roles(guessed("from,to,begin_year,begin_month\nA,B,1914,3\nB,C,NA,NA\n")),
              "from=source, to=target, begin_year=begin's year, begin_month=begin's month");
    EXPECT_EQ(roles(guessed("Sender,Target,Year,Month,Day\nA,B,1914,3,31\nB,C,1915,12,1\n")),
              "Sender=source, Target=target, Year=date's year, Month=date's month, "
              "Day=date's day");
    EXPECT_EQ(roles(guessed("StartYear1;StartMonth1;EndYear1;EndMonth1;StartYear2;StartMonth2;"
                            "Side A;Side B\n1914;3;1918;11;-8;-8;A;B\n1939;9;1945;5;1946;1;B;C\n")),
              "StartYear1=begin's year, StartMonth1=begin's month, EndYear1=end's year, "
              "EndMonth1=end's month, Side A=source, Side B=target");
    EXPECT_EQ(roles(guessed("Land,Partnerland,Jahr,Monat,Tag\nA,B,1914,März,31\n")),
              "Land=source, Partnerland=target, Jahr=date's year, Monat=date's month, "
              "Tag=date's day");
}

TEST(MappingGuess, YearsAloneAreWholeDatesAndOtherValuesAreNoParts) {
    EXPECT_EQ(roles(guessed("from,to,styear,endyear\nA,B,1914,1918\nB,C,1939,1945\n")),
              "from=source, to=target, styear=begin, endyear=end");
    EXPECT_EQ(roles(guessed("from,to,year,month\nA,B,1914,500\nB,C,1939,700\n")),
              "from=source, to=target, year=date, month=weight");
}

TEST(MappingGuess, TheHeaderIsFoundUnderATitle) {
    const MappingGuess guess =
        guessed("Trade of arms\nsource: SIPRI\n\nSupplier,Recipient,Year\nA,B,2001\nA,C,2002\n");
    EXPECT_EQ(roles(guess), "Supplier=source, Recipient=target, Year=date");
    EXPECT_EQ(guess.mapping.header, 4U);
}

TEST(MappingGuess, ARowBelowTheHeaderThatHoldsTheWordIdIsNoHeader) {
    EXPECT_EQ(guessed("Code,Country\nBN,Brunei\nID,Indonesia\nKH,Cambodia\n").mapping.header, 1U);
    EXPECT_EQ(guessed("Members\n\nID,Country\nBN,Brunei\nKH,Cambodia\n").mapping.header, 3U);
}

TEST(MappingGuess, ADayBeyondTheTwelfthDecidesWhereTheDayStands) {
    const auto format = [](const std::string& dates) {
        return guessed("from,to,signed\n" + dates).mapping.columns.back().date;
    };
    EXPECT_EQ(format("A,B,3/12/2001\nB,C,13/2/2002\n"), DateFormat::DayFirst);
    EXPECT_EQ(format("A,B,3/12/2001\nB,C,2/13/2002\n"), DateFormat::MonthFirst);
    EXPECT_EQ(format("A,B,3.12.2001\nB,C,4.5.2002\n"), DateFormat::Iso);
    EXPECT_EQ(format("A,B,12 March 2001\nB,C,März 2002\n"), DateFormat::Iso);
    EXPECT_EQ(format("A,B,36962\nB,C,36963\n"), DateFormat::Serial1900);
    const MappingGuess open = guessed("from,to,signed\nA,B,3/12/2001\nB,C,4/5/2002\n");
    EXPECT_EQ(open.mapping.columns.back().date, DateFormat::Undecided);
    ASSERT_EQ(open.questions.size(), 1U);
    EXPECT_NE(open.questions[0].find("“3/12/2001”"), std::string::npos);
    const std::vector<std::string> wrong =
        faults(open.mapping, mappedTable(raw("from,to,signed\nA,B,3/12/2001\n"), open.mapping));
    ASSERT_EQ(wrong.size(), 1U);
    EXPECT_NE(wrong[0].find("day first or month first"), std::string::npos);
}

TEST(MappingGuess, NothingIsGuessedWhereNothingIsKnown) {
    const MappingGuess guess = guessed("q,w\nlorem,1\nipsum,2\n");
    EXPECT_EQ(roles(guess), "");
    EXPECT_EQ(guess.questions.size(), 1U);
    for (const char* const text : {"", "\n\n", ",,,\n", "a", "\"", "sep=;\n"}) {
        (void)guessMapping(RawTable{"t", "", text, ',', TextOrigin::File});
    }
}

} // namespace entente
