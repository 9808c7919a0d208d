#include "core/model/validation.h"
#include "tests/core/formats/table_reading.h"

namespace entente {

namespace {

/// Research tables in other dialects, cut, with wrong values and rows that come twice.
struct HostileDataSets : TableReading {
    /// All that was made of it, as text.
    static std::string made(const Dossier& dossier) {
        std::string text;
        for (VertexIndex row = 0; row < dossier.vertices().size(); ++row) {
            text += std::string(dossier.text(dossier.vertices().id(row))) + " " +
                    std::string(dossier.label(row)) + " " + toEdtf(dossier.vertices().period(row)) +
                    "\n";
        }
        for (const std::string& edge : edges(dossier)) {
            text += edge + "\n";
        }
        return text;
    }

    /// Entries that say that something was repaired or refused, as "line: message".
    [[nodiscard]] std::vector<std::string> faults() const {
        std::vector<std::string> lines;
        for (const ReportEntry& entry : report.entries) {
            if (entry.severity != ReportEntry::Severity::Note) {
                lines.push_back(std::to_string(entry.line) + ": " + entry.message);
            }
        }
        return lines;
    }
};

struct Sample {
    const char* file;
    std::string text;
};

const std::vector<Sample>& samples() {
    static const std::vector<Sample> all = {
        {"alliance_v4.1_by_member.csv",
         "version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,"
         "all_end_month,all_end_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,"
         "mem_end_month,mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,"
         "entente,version\n"
         "5,220,France,4,4,1949,,,,I,4,4,1949,,,,0,1,1,0,0,0,4.1\n"
         "5,437,Côte d’Ivoire,4,4,1949,,,,I,-9,2,1952,,,,0,1,1,0,0,0,4.1\n"},
        {"alliance_v4.1_by_dyad.csv",
         "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,"
         "dyad_end_day,dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,"
         "nonaggression,entente,version\n"
         "5,220,France,437,Côte d’Ivoire,4,4,1949,1,2,1960,0,0,1,0,0,0,4.1\n"},
        {"atop5_1m.csv",
         "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,defense,offense,neutral,nonagg,"
         "consul\n"
         "3180,2,1949,8,24,0,0,0,1,0,0,1,1\n3180,640,1952,2,0,1990,0,0,1,0,0,1,1\n"},
        {"atop5_1a.csv",
         "atopid,begyr,begmo,begday,endyr,endmo,endday,defense,offense,neutral,nonagg,consul,mem1,"
         "mem2\n1490,1904,4,8,1914,8,0,0,0,0,0,1,200,220\n"},
        {"Inter-StateWarData_v4.0.csv",
         "WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,"
         "EndDay1,EndYear1,StartMonth2,StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,TransFrom,"
         "WhereFought,Initiator,Outcome,TransTo,BatDeath,Version\n"
         "4,\"Première, guerre\",1,365,Russia,1,4,26,1828,9,14,1829,-8,-8,-8,-8,-8,-8,506,11,1,1,"
         "-8,50000,4\n"
         "4,\"Première, guerre\",1,640,Turkey,2,4,26,1828,9,14,1829,-8,-8,-8,-8,-8,-8,506,11,2,2,"
         "-8,-9,4\n"},
        {"directed_dyadic_war.csv",
         "warnum,disno,dyindex,statea,stateb,warstrtmnth,warstrtday,warstrtyr,warendmnth,warenday,"
         "warendyr,year,warolea,waroleb,outcomea,batdtha\n"
         "4,189,189.001,365,640,4,30,1828,8,19,1829,1828,1,3,1,80000\n"},
        {"MIDB 5.0.csv",
         "dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,fatality,hiact,"
         "hostlev,orig,version\n"
         "2,USA,2,-9,7,1902,24,1,1903,1,0,7,3,1,5\n2,UKG,200,-9,7,1902,24,1,1903,0,0,0,1,1,5\n"},
        {"MIDA 5.0.csv",
         "dispnum,stday,stmon,styear,endday,endmon,endyear,outcome,settle,fatality,hiact,hostlev,"
         "recip,ongo2014,version\n2,-9,7,1902,24,1,1903,6,1,0,7,3,0,0,5\n"},
        {"dyads.csv", "dispnum,ccode1,ccode2,year,sidea1,sidea2,hostlev1,hostlev2\n"
                      "2,2,200,1902,1,0,3,1\n2,200,2,1902,0,1,1,3\n"},
        {"Archigos_4.1.csv", "obsid,leadid,ccode,leader,startdate,enddate,entry,exit\n"
                             "FRN-1,a,220,Poincaré,1913-02-18,1920-02-18,Regular,Regular\n"},
        {"register.csv",
         "Supplier,Recipient,Year of order,,Number ordered,Weapon designation,Year(s) of delivery\n"
         "France,Côte d’Ivoire,(2001),,1,\"Jaguar, used\",2002-2004\n"},
        {"rivalries.csv", "rivalryno,rivalryname,ccode1,ccode2,styear,endyear,region,type1\n"
                          "1,Côte d’Or,220,300,1494,1918,Europe,spatial\n"},
        {"igo.csv", "ioname,orgname,year,france,ivorycoast,sdate,deaddate,version\n"
                    "OIF,Organisation de la Francophonie à Paris,1970,1,0,1970,-9,3\n"
                    "OIF,Organisation de la Francophonie à Paris,1971,1,1,1970,-9,3\n"},
        {"state_year.csv", "ccode,year,state,UN,UPU\n220,1971,france,1,1\n437,1971,ivory,1,0\n"},
        {"states2016.csv",
         "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n"
         "CDI,437,Côte d’Ivoire,1960,8,7,2016,12,31,2016\n"},
        {"majors2016.csv", "stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version\n"
                           "FRN,220,1816,1,1,1940,6,22,2016\n"},
        {"system2016.csv", "stateabb,ccode,year,version\nFRN,220,1816,2016\nFRN,220,1817,2016\n"},
        {"atop5_1dy.csv", "dyad,mem1,mem2,year,atopally,defense,consul\n2200,2,200,1949,1,1,0\n"}};
    return all;
}

/// The text with another separator; fields that hold it go into quotation marks.
std::string separatedBy(const std::string& text, char separator) {
    std::string changed;
    bool quoted = false;
    for (const char c : text) {
        quoted = quoted != (c == '"');
        changed += c == ',' && !quoted ? separator : c;
    }
    return changed;
}

std::string linesEndedBy(const std::string& text, const std::string& end) {
    std::string changed;
    for (const char c : text) {
        changed += c == '\n' ? end : std::string(1, c);
    }
    return changed;
}

/// UTF-16 with its mark, of text in the Basic Multilingual Plane.
std::string utf16(const std::string& text, bool bigEndian) {
    std::u16string units = u"\uFEFF";
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3;
        unsigned code = byte < 0x80 ? byte : byte & (length == 2 ? 0x1FU : 0x0FU);
        for (std::size_t k = 1; k < length; ++k) {
            code = code << 6U | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        }
        units += static_cast<char16_t>(code);
        i += length;
    }
    std::string bytes;
    for (const char16_t unit : units) {
        const char high = static_cast<char>(unit >> 8U);
        const char low = static_cast<char>(unit & 0xFFU);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

/// Windows-1252, of the letters of the samples.
std::string windows1252(std::string text) {
    for (const auto& [utf8, byte] :
         {std::pair("ô", "\xF4"), std::pair("’", "\x92"), std::pair("è", "\xE8"),
          std::pair("é", "\xE9"), std::pair("à", "\xE0")}) {
        for (std::size_t at = 0; (at = text.find(utf8, at)) != std::string::npos;) {
            text.replace(at, std::string_view(utf8).size(), byte);
        }
    }
    return text;
}

std::string shouted(std::string text) {
    const std::size_t end = text.find('\n');
    for (std::size_t i = 0; i < end; ++i) {
        text[i] = text[i] >= 'a' && text[i] <= 'z' ? static_cast<char>(text[i] - 32) : text[i];
    }
    return text;
}

} // namespace

TEST_F(HostileDataSets, EveryDialectSaysTheSame) {
    for (const Sample& sample : samples()) {
        report = {};
        const std::string expected = made(read({{sample.file, sample.text}}));
        EXPECT_TRUE(faults().empty()) << report.text();
        const std::vector<std::pair<const char*, std::string>> dialects = {
            {"mark", "\xEF\xBB\xBF" + sample.text},
            {"CR", linesEndedBy(sample.text, "\r")},
            {"CRLF", linesEndedBy(sample.text, "\r\n")},
            {"semicolons", separatedBy(sample.text, ';')},
            {"tabs", separatedBy(sample.text, '\t')},
            {"bars", separatedBy(sample.text, '|')},
            {"UTF-16, little end first", utf16(sample.text, false)},
            {"UTF-16, big end first", utf16(linesEndedBy(sample.text, "\r\n"), true)},
            {"Windows-1252", windows1252(sample.text)},
            {"named separator", "sep=;\n" + separatedBy(sample.text, ';')},
        };
        for (const auto& [name, text] : dialects) {
            report = {};
            EXPECT_EQ(made(read({{sample.file, text}})), expected) << sample.file << ": " << name;
            EXPECT_TRUE(faults().empty()) << name << "\n" << report.text();
        }
        if (!sample.text.starts_with("ccode,year,state") && !sample.text.starts_with("ioname")) {
            EXPECT_EQ(made(read({{sample.file, shouted(sample.text)}})), expected) << sample.file;
        }
    }
}

TEST_F(HostileDataSets, ACutFileLosesItsLastRowAlone) {
    for (const Sample& sample : samples()) {
        const std::size_t lastRow = sample.text.rfind('\n', sample.text.size() - 2) + 1;
        // Behind each separator of the last row but the last one.
        const std::size_t lastSeparator = sample.text.rfind(',');
        for (std::size_t at = lastRow + 1; at < lastSeparator; ++at) {
            report = {};
            const Dossier dossier = read({{sample.file, sample.text.substr(0, at)}});
            EXPECT_EQ(report.rowsRefused, 1U) << sample.file << " cut at " << at << "\n"
                                              << report.text();
            EXPECT_TRUE(validate(dossier).empty());
        }
    }
}

TEST_F(HostileDataSets, RowsThatComeTwiceAreTakenOnce) {
    for (const Sample& sample : samples()) {
        report = {};
        const std::string once = made(read({{sample.file, sample.text}}));
        const std::size_t header = sample.text.find('\n') + 1;
        report = {};
        const std::string twice =
            made(read({{sample.file, sample.text + sample.text.substr(header)}}));
        if (std::string_view(sample.file) != "register.csv") {
            EXPECT_EQ(twice, once) << sample.file;
        }
    }
    EXPECT_EQ(edges(read("rivalryno,rivalryname,ccode1,ccode2,styear,endyear\n1,X,2,200,1900,1910\n"
                         "1,X,2,200,1900,1910\n"))
                  .size(),
              1U);
    EXPECT_TRUE(says(3, "", "The row is the same as that on line 2.")) << report.text();
}

TEST_F(HostileDataSets, WrongDatesAreNamedAndNothingIsInvented) {
    const Dossier dossier = read("atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,defense\n"
                                 "1,2,99999,1,1,0,0,0,1\n"
                                 "2,2,1900,13,1,1950,2,30,1\n"
                                 "3,2,1900,May,x,1890,-9,-9,1\n"
                                 "4,2,-9,-9,-9,-9,-9,-9,-9\n");
    std::vector<std::string> periods;
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        periods.push_back(toEdtf(dossier.edges().period(i)));
    }
    EXPECT_EQ(periods, (std::vector<std::string>{"/..", "1900/1950-02", "1900/", "/"}));
    EXPECT_TRUE(says(2, "column yrent", "“99999” is no year; it was taken as not known"));
    EXPECT_TRUE(says(3, "column moent", "There is no month 13; the year was taken."));
    EXPECT_TRUE(says(3, "column dayexit", "1950-02 has no day 30; the month was taken."));
    EXPECT_TRUE(says(4, "column moent", "“May” is no month")) << report.text();
    EXPECT_TRUE(says(4, "column dayent", "“x” is no day"));
    EXPECT_TRUE(says(4, "column yrexit", "The end, 1890, is before the begin, 1900"));
    EXPECT_EQ(report.rowsRefused, 0U);
    EXPECT_TRUE(validate(dossier).empty());
}

TEST_F(HostileDataSets, RowsOfMissingValuesAreRefused) {
    for (const Sample& sample : samples()) {
        const std::size_t header = sample.text.find('\n');
        const auto columns =
            static_cast<std::size_t>(std::ranges::count(sample.text.substr(0, header), ',')) + 1;
        for (const char* const code : {"-9", "-8", "NA", "."}) {
            std::string row;
            for (std::size_t i = 0; i < columns; ++i) {
                row += (i == 0 ? "" : ",") + std::string(code);
            }
            report = {};
            const Dossier dossier =
                read({{sample.file, sample.text.substr(0, header + 1) + row + "\n"}});
            EXPECT_EQ(report.rowsRefused, 1U) << sample.file << " " << code << report.text();
            EXPECT_EQ(dossier.vertices().size() + dossier.edges().size(), 0U)
                << sample.file << " " << code;
        }
    }
}

TEST_F(HostileDataSets, CodesThatNobodyHasAreNamedWithTheirLines) {
    const Dossier dossier = read("dispnum,ccode1,ccode2,year,sidea1,sidea2,hostlev1\n"
                                 "1,2,999,1900,1,0,9\n1,x,2,1900,1,0,3\n1,2,2,1900,1,0,3\n"
                                 "1,2,0,1900,1,0,3\n");
    EXPECT_EQ(dossier.label(dossier.findVertex("cow-999")), "State 999");
    EXPECT_TRUE(says(0, "", "known by their code alone: 1, first 999 (line 2)")) << report.text();
    EXPECT_TRUE(says(2, "column hostlev1", "“9” is no code that the codebook has"));
    EXPECT_TRUE(says(3, "column ccode1", "“x” is no country code"));
    EXPECT_TRUE(says(4, "column ccode2", "in dispute with itself"));
    EXPECT_TRUE(says(5, "column ccode2", "“0” is no country code"));
}

TEST_F(HostileDataSets, ASeparatorInANameShiftsNoFields) {
    const std::string header = "rivalryno,rivalryname,ccode1,ccode2,styear,endyear,region\n";
    EXPECT_TRUE(edges(read(header + "1,France, Austria,220,300,1494,1918,Europe\n")).empty());
    EXPECT_TRUE(says(2, "column region", "may lack its quotation marks")) << report.text();
    EXPECT_EQ(edges(read(header + "1,X,220,300,1494,1918,Europe,,\n")).size(), 1U)
        << "empty fields at the end do no harm";
    EXPECT_EQ(edges(read(header + "1,X,220,300,1494,1918\n")).size(), 1U);
    EXPECT_TRUE(says(2, "column region", "The row has 6 fields, the header 7")) << report.text();
}

} // namespace entente
