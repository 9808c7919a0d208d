#include "tests/core/formats/table_reading.h"

namespace entente {

namespace {

struct ColumnSurvey : TableReading {
    std::string nodeAttribute(const Dossier& dossier, VertexIndex row, std::string_view name) {
        return attribute(dossier, dossier.vertices().row(row).attributes, name);
    }
    std::string edgeAttribute(const Dossier& dossier, EdgeIndex row, std::string_view name) {
        return attribute(dossier, dossier.edges().row(row).attributes, name);
    }
};

using Lines = std::vector<std::string>;

} // namespace

TEST_F(ColumnSurvey, AColumnThatHoldsSomethingElseIsAnAttribute) {
    const Dossier periods = read("Id,Label,Period\n1,Anna,Jurassic\n2,Bo,Cretaceous\n");
    ASSERT_EQ(periods.vertices().size(), 2U) << report.text();
    EXPECT_EQ(nodeAttribute(periods, 1, "Period"), "Cretaceous");
    EXPECT_TRUE(periods.vertices().period(0).empty());
    EXPECT_TRUE(says(0, "column Period", "No value here is a period, the first is “Jurassic”"))
        << report.text();

    const Dossier people = read("Id,Status,Confidence,Latitude,Longitude\n1,married,87,N45,E9\n"
                                "2,single,0.95,N46,E8\n");
    EXPECT_EQ(nodeAttribute(people, 0, "Status"), "married");
    EXPECT_EQ(nodeAttribute(people, 0, "Confidence"), "87");
    EXPECT_EQ(people.vertices().confidence(0), Confidence::Confirmed);
    EXPECT_EQ(nodeAttribute(people, 1, "Latitude"), "N46");
    EXPECT_EQ(nodeAttribute(read("Id,Latitude\n1,45\n"), 0, "Latitude"), "45") << "half a location";

    const Dossier ties = read("Source,Target,Weight,Polarity\nA,B,heavy,mixed\n");
    EXPECT_EQ(edgeAttribute(ties, 0, "Weight"), "heavy");
    EXPECT_EQ(edgeAttribute(ties, 0, "Polarity"), "mixed");
}

TEST_F(ColumnSurvey, WrongValuesAmongRightOnesAndMistakenDatesMakeNoAttribute) {
    const Dossier dossier = read("Source,Target,Begin,Weight\nA,B,2001-02-30,1\nA,B,2002,heavy\n"
                                 "A,B,2003,2\n");
    EXPECT_EQ(edges(dossier), (Lines{"A → B 2003/"}));
    EXPECT_EQ(report.rowsRefused, 2U);
    EXPECT_EQ(read("Source,Target,Begin\nA,B,2001-02-30\n").edges().size(), 0U);
}

TEST_F(ColumnSurvey, DaysAndMonthsAreToldApartByTheWholeColumn) {
    EXPECT_EQ(edges(read("Source,Target,Begin\nA,B,31/12/2001\nA,B,03/04/2002\n")),
              (Lines{"A → B 2001-12-31/", "A → B 2002-04-03/"}));
    EXPECT_TRUE(says(0, "column Begin", "with the day first")) << report.text();
    EXPECT_EQ(edges(read("Source,Target,Date\nA,B,03/04/2002\nA,B,12/31/2001\n")),
              (Lines{"A → B 2002-03-04", "A → B 2001-12-31"}));
    EXPECT_TRUE(says(0, "column Date", "with the month first")) << report.text();
    EXPECT_EQ(edges(read("Source,Target,Date\nA,B,03.04.2001\nA,B,12 March 2002\n")),
              (Lines{"A → B 2001-04-03", "A → B 2002-03-12"}));
    EXPECT_TRUE(says(0, "column Date", "Dates such as “03.04.2001” were read with the day first"));
}

TEST_F(ColumnSurvey, TheRowThatTellsMayBeFarDown) {
    std::string table = "Source,Target,Date\n";
    for (int i = 0; i < 2000; ++i) {
        table += "A,B,03/04/2002\n";
    }
    const Dossier dossier = read(table + "A,B,31/12/2001\n");
    ASSERT_EQ(dossier.edges().size(), 2001U);
    EXPECT_EQ(toEdtf(dossier.edges().period(0)), "2002-04-03");
}

TEST_F(ColumnSurvey, WhereNothingTellsTheRowsAreRefusedWithAWayOut) {
    EXPECT_EQ(read("Source,Target,Date\nA,B,03/04/2002\n").edges().size(), 0U);
    EXPECT_TRUE(says(2, "column Date",
                     "whether “03/04/2002” begins with the day or the month; "
                     "write 2001-03-12, or say it in a mapping"))
        << report.text();
}

TEST_F(ColumnSurvey, ADateBesideAnEndIsTheBegin) {
    EXPECT_EQ(edges(read("Source,Target,Date,End\nA,B,1990-01-01,1995\nA,B,1991,\nA,B,,1996\n")),
              (Lines{"A → B 1990-01-01/1995", "A → B 1991/..", "A → B /1996"}));
    const Dossier both = read("Source,Target,Begin,Year\nA,B,1990,1995\n");
    EXPECT_EQ(edges(both), (Lines{"A → B 1990/"}));
    EXPECT_EQ(edgeAttribute(both, 0, "Year"), "1995") << "and no date of it is lost";
}

TEST_F(ColumnSurvey, HowStrongATieIsForOrAgainstIsKept) {
    const Dossier dossier = read("Source,Target,Polarity\nA,B,-0.7\nA,B,0.2\nA,B,-1\nA,B,+\n");
    EXPECT_EQ(dossier.edges().polarity(0), Polarity::Conflictual);
    EXPECT_EQ(edgeAttribute(dossier, 0, "Polarity"), "-0.7");
    EXPECT_EQ(edgeAttribute(dossier, 1, "Polarity"), "0.2");
    EXPECT_EQ(edgeAttribute(dossier, 2, "Polarity"), "");
    EXPECT_EQ(edgeAttribute(dossier, 3, "Polarity"), "");
}

TEST_F(ColumnSurvey, AnEndBeforeTheBeginIsNamed) {
    EXPECT_EQ(edges(read("Source,Target,Start,End\nA,B,2005,2001\n")), (Lines{"A → B 2005/2001"}));
    EXPECT_TRUE(says(2, "column End", "The end, 2001, is before the begin, 2005"));
}

TEST_F(ColumnSurvey, WordsMaySayTheSign) {
    const Dossier dossier =
        read("Source,Target,Sign\nA,B,positive\nA,B,Hostile\nA,B,neutral\nA,B,odd\n");
    EXPECT_EQ(dossier.edges().polarity(0), Polarity::Cooperative);
    EXPECT_EQ(dossier.edges().polarity(1), Polarity::Conflictual);
    EXPECT_EQ(dossier.edges().polarity(2), Polarity::Neutral);
    EXPECT_EQ(edgeAttribute(dossier, 3, "Sign"), "odd");
}

TEST_F(ColumnSurvey, OtherNumbersTellWhatACommaOrPointIs) {
    const Dossier commas = read("Source;Target;Weight\nA;B;1,250.50\nA;B;5,000,000\nA;B;1,250\n");
    EXPECT_FLOAT_EQ(commas.edges().weight(2), 1250);
    EXPECT_TRUE(says(0, "column Weight", "marks between thousands")) << report.text();
    const Dossier points = read("Source;Target;Weight\nA;B;2,5\nA;B;1.250\nA;B;0.125\n");
    EXPECT_FLOAT_EQ(points.edges().weight(1), 1.25F) << "0.125 has a point, and 2,5 a comma";
    EXPECT_FLOAT_EQ(read("Source;Target;Weight\nA;B;2,5\nA;B;1.250\n").edges().weight(1), 1250);
}

TEST_F(ColumnSurvey, ThousandsMayBeParted) {
    const Dossier dossier =
        read("Source\tTarget\tWeight\nA\tB\t1.234.567,89\nA\tB\t1 234,5\nA\tB\t1,234.5\n"
             "A\tB\t1.000,5\nA\tB\t1,234\nA\tB\t1'234\nA\tB\t-1\u202F234\nA\tB\t12.34.5\n"
             "A\tB\t1,23,4\nA\tB\t1 23\n");
    ASSERT_EQ(dossier.edges().size(), 7U) << report.text();
    const std::vector<float> wanted = {1234567.89F, 1234.5F, 1234.5F, 1000.5F, 1.234F, 1234, 1234};
    for (EdgeIndex i = 0; i < wanted.size(); ++i) {
        EXPECT_FLOAT_EQ(dossier.edges().weight(i), wanted[i]) << i;
    }
    EXPECT_EQ(report.rowsRefused, 3U);
    EXPECT_TRUE(says(0, "column Weight", "decimal comma: 4.")) << report.text();
}

TEST_F(ColumnSurvey, AttributesThatAreNumbersAreKeptAsNumbers) {
    const Dossier dossier = read("Id;Label;gdp;pop;founded;n;code\n"
                                 "RUS;Russia;1500,5;144.000.000;25.12.1991;1;NA\n"
                                 "IRN;Iran;400,25;85.000.000;01.04.1979;-9;IR\n"
                                 "SYR;Syria;-9;22.000.000;17.04.1946;NA;SY\n");
    ASSERT_EQ(dossier.vertices().size(), 3U);
    EXPECT_EQ(nodeAttribute(dossier, 0, "gdp"), "1500.5");
    EXPECT_EQ(nodeAttribute(dossier, 0, "pop"), "144000000");
    EXPECT_EQ(nodeAttribute(dossier, 0, "founded"), "25.12.1991");
    EXPECT_EQ(nodeAttribute(dossier, 0, "code"), "NA") << "a text may be Namibia's code";
    EXPECT_EQ(nodeAttribute(dossier, 1, "n"), "");
    EXPECT_EQ(nodeAttribute(dossier, 2, "n"), "");
    EXPECT_EQ(nodeAttribute(dossier, 2, "gdp"), "");
    EXPECT_TRUE(says(0, "column gdp", "Numbers with a decimal comma: 2.")) << report.text();
    EXPECT_TRUE(says(0, "column pop", "Numbers with marks between thousands: 3."));
    EXPECT_TRUE(says(0, "", "“-9” in column gdp (1), “-9” in column n (1), “NA” in column n (1)"))
        << report.text();
    const Dossier ties = read("Source,Target,Tons\nA,B,\"1,250.5\"\nB,C,\"2,000,000\"\nA,C,N/A\n");
    EXPECT_EQ(edgeAttribute(ties, 0, "Tons"), "1250.5");
    EXPECT_EQ(edgeAttribute(ties, 1, "Tons"), "2000000");
    EXPECT_EQ(edgeAttribute(ties, 2, "Tons"), "");
}

TEST_F(ColumnSurvey, AttributesThatMayBeSomethingElseAreKeptAsWritten) {
    // Minus nine among other degrees below zero, even far down; lists; versions; texts.
    std::string rows = "Id,Low,List,Version,Comma\n";
    for (int i = 0; i < 1500; ++i) {
        rows += std::to_string(i) +
                (i == 1400 ? ",-12"
                 : i == 3  ? ",-9"
                           : ",4") +
                ",\"1,2,3\",1.2.3,\"1,250\"\n";
    }
    const Dossier dossier = read(rows);
    EXPECT_EQ(nodeAttribute(dossier, 3, "Low"), "-9");
    EXPECT_EQ(nodeAttribute(dossier, 0, "List"), "1,2,3");
    EXPECT_EQ(nodeAttribute(dossier, 0, "Version"), "1.2.3");
    EXPECT_EQ(nodeAttribute(dossier, 0, "Comma"), "1,250") << "a little more than one, or not";
}

} // namespace entente
