#pragma once

#include "core/formats/table.h"
#include "core/model/dossier.h"

#include <set>
#include <string>
#include <string_view>

namespace entente {

/// A research data set as those who use it have to cite it.
struct Publication {
    std::string_view id;
    std::string_view title;
    std::string_view publisher;
    std::string_view address;
    std::string_view citation;
};

namespace publications {

extern const Publication cowAlliances;
extern const Publication atop;
extern const Publication interStateWars;
extern const Publication intraStateWars;
extern const Publication dyadicWars;
extern const Publication disputes;
extern const Publication dyadicDisputes;
extern const Publication gmlDisputes;
extern const Publication archigos;
extern const Publication sipri;
extern const Publication dreyerRivalries;
extern const Publication sakuwaRivalries;
extern const Publication kleinRivalries;
extern const Publication organisations;
extern const Publication states;

} // namespace publications

/// "4.1": what the column `version` says in the first row, or else the file's name
/// (`alliance_v4.1_by_member.csv`, `atop5_1m.csv`); empty where neither says it.
std::string versionOf(const Table& table);

/// Claims that say of elements that the publication lists them which a table is of: its version is
/// one source of the dossier, in however many files it comes.
class Citations {
public:
    Citations(const Table& table, Dossier& dossier) : table_(table), dossier_(dossier) {}

    /// Adds a claim about the element, once however often it is called. `locator` is where it
    /// stands in the publication: "version4id 9". Nothing where the table is of no publication.
    void add(ElementRef about, std::string_view locator = {});

private:
    void begin();

    const Table& table_;
    Dossier& dossier_;
    bool begun_ = false;
    SourceIndex source_ = noIndex;
    StringId statement_ = noString;
    std::set<ElementRef> cited_;
};

} // namespace entente
