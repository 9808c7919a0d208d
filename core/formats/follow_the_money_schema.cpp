#include "core/formats/follow_the_money_schema.h"

#include <algorithm>
#include <functional>

namespace entente {

namespace {

using enum VertexKind;

// Each table is sorted by its first member, for binary search.

constexpr std::array things = {
    FtmThing{"Airplane", Other, "aeroplane", 3},
    FtmThing{"Assessment", Other, "assessment", 2},
    FtmThing{"Asset", Other, "asset", 1},
    FtmThing{"BankAccount", Other, "bank account", 2},
    FtmThing{"CallForTenders", Agreement, "call for tenders", 2},
    FtmThing{"Company", Company, "company", 4},
    FtmThing{"Concession", Agreement, "concession", 2},
    FtmThing{"Contract", Agreement, "contract", 2},
    FtmThing{"ContractLot", Agreement, "contract lot", 2},
    FtmThing{"Country", State, "", 5},
    FtmThing{"CourtCase", Event, "court case", 2},
    FtmThing{"CryptoWallet", Other, "crypto wallet", 2},
    FtmThing{"Event", Event, "event", 2},
    FtmThing{"LegalEntity", Organisation, "legal entity", 1},
    FtmThing{"License", Agreement, "licence", 3},
    FtmThing{"Organization", Organisation, "organisation", 2},
    FtmThing{"Person", Other, "person", 3},
    FtmThing{"Position", Organisation, "position", 2},
    FtmThing{"Project", Agreement, "project", 2},
    FtmThing{"PublicBody", Organisation, "public body", 3},
    FtmThing{"RealEstate", Other, "real estate", 2},
    FtmThing{"Security", Other, "security", 2},
    FtmThing{"Territory", State, "territory", 4},
    FtmThing{"Thing", Other, "thing", 0},
    FtmThing{"Trip", Event, "trip", 3},
    FtmThing{"UserAccount", Other, "user account", 2},
    FtmThing{"Vehicle", Other, "vehicle", 2},
    FtmThing{"Vessel", Other, "vessel", 3},
};

constexpr std::array links = {
    FtmLink{"Associate", {"person"}, {"associate"}, "associated with", false},
    FtmLink{"Call", {"caller"}, {"receiver"}, "called"},
    FtmLink{"ContractAward", {"supplier"}, {"contract"}, "supplier"},
    FtmLink{"Control", {"controller"}, {"controlled"}, "controls"},
    FtmLink{"CourtCaseParty", {"party"}, {"case"}, "party"},
    FtmLink{"Debt", {"debtor"}, {"creditor"}, "owes"},
    FtmLink{"Directorship", {"director"}, {"organization"}, "director of"},
    FtmLink{"EconomicActivity", {"sender", "declarant"}, {"receiver"}, "ships goods to"},
    FtmLink{"Employment", {"employee"}, {"employer"}, "employed by"},
    FtmLink{"Family", {"person"}, {"relative"}, "related to", false},
    FtmLink{"Membership", {"member"}, {"organization"}, "member of"},
    FtmLink{"Occupancy", {"holder"}, {"post"}, "holds post"},
    FtmLink{"Ownership", {"owner"}, {"asset"}, "owns"},
    FtmLink{"Payment", {"payer", "payerAccount"}, {"beneficiary", "beneficiaryAccount"}, "pays"},
    FtmLink{"ProjectParticipant", {"participant"}, {"project"}, "participant"},
    FtmLink{"Representation", {"agent"}, {"client"}, "represents"},
    FtmLink{"Similar", {"candidate"}, {"match"}, "perhaps the same as", false, Confidence::Alleged},
    FtmLink{"Succession", {"predecessor"}, {"successor"}, "succeeded by"},
    FtmLink{"UnknownLink", {"subject"}, {"object"}, "linked to", false},
};

/// Properties of things that hold ids of others: "self" is the thing itself.
constexpr std::array references = {
    FtmLink{"authority", {"authority"}, {"self"}, "authority"},
    FtmLink{"bank", {"self"}, {"bank"}, "account at"},
    FtmLink{"holder", {"holder"}, {"self"}, "holds"},
    FtmLink{"involved", {"involved"}, {"self"}, "involved"},
    FtmLink{"issuer", {"self"}, {"issuer"}, "issued by"},
    FtmLink{"operator", {"operator"}, {"self"}, "operates"},
    FtmLink{"organization", {"self"}, {"organization"}, "post in"},
    FtmLink{"organizer", {"organizer"}, {"self"}, "organiser"},
    FtmLink{"owner", {"owner"}, {"self"}, "owns"},
    FtmLink{"parent", {"self"}, {"parent"}, "subsidiary of"},
};

constexpr std::array documents = {
    std::string_view("Article"), std::string_view("Audio"),   std::string_view("Document"),
    std::string_view("Email"),   std::string_view("Folder"),  std::string_view("HyperText"),
    std::string_view("Image"),   std::string_view("Message"), std::string_view("Package"),
    std::string_view("Page"),    std::string_view("Pages"),   std::string_view("PlainText"),
    std::string_view("Table"),   std::string_view("Video"),   std::string_view("Workbook"),
};

constexpr std::array properties = {
    FtmProperty{"abbreviation", FtmUse::Alias, {}},
    FtmProperty{"addressEntity", FtmUse::Address, {}},
    FtmProperty{"alias", FtmUse::Alias, {}},
    FtmProperty{"amlNumber", FtmUse::Code, "aml"},
    FtmProperty{"bikCode", FtmUse::Code, "bik"},
    FtmProperty{"birthDate", FtmUse::Begin, {}},
    FtmProperty{"buildDate", FtmUse::Begin, {}},
    FtmProperty{"bvdId", FtmUse::Code, "bvd"},
    FtmProperty{"callSign", FtmUse::Code, "call sign"},
    FtmProperty{"cikCode", FtmUse::Code, "cik"},
    FtmProperty{"date", FtmUse::Date, {}},
    FtmProperty{"deathDate", FtmUse::End, {}},
    FtmProperty{"description", FtmUse::Note, {}},
    FtmProperty{"dissolutionDate", FtmUse::End, {}},
    FtmProperty{"dunsCode", FtmUse::Code, "duns"},
    FtmProperty{"endDate", FtmUse::End, {}},
    FtmProperty{"fnsCode", FtmUse::Code, "fns"},
    FtmProperty{"giiNumber", FtmUse::Code, "giin"},
    FtmProperty{"icaoCode", FtmUse::Code, "icao"},
    FtmProperty{"icijId", FtmUse::Code, "icij"},
    FtmProperty{"idNumber", FtmUse::Code, "id number"},
    FtmProperty{"imoNumber", FtmUse::Code, "imo"},
    FtmProperty{"inceptionDate", FtmUse::Begin, {}},
    FtmProperty{"incorporationDate", FtmUse::Begin, {}},
    FtmProperty{"innCode", FtmUse::Code, "inn"},
    FtmProperty{"irsCode", FtmUse::Code, "irs"},
    FtmProperty{"isin", FtmUse::Code, "isin"},
    FtmProperty{"isinCode", FtmUse::Code, "isin"},
    FtmProperty{"jibCode", FtmUse::Code, "jib"},
    FtmProperty{"kppCode", FtmUse::Code, "kpp"},
    FtmProperty{"leiCode", FtmUse::Code, "lei"},
    FtmProperty{"licenseNumber", FtmUse::Code, "licence number"},
    FtmProperty{"mbsCode", FtmUse::Code, "mbs"},
    FtmProperty{"mmsi", FtmUse::Code, "mmsi"},
    FtmProperty{"modifiedAt", FtmUse::Modified, {}},
    FtmProperty{"name", FtmUse::Name, {}},
    FtmProperty{"notes", FtmUse::Note, {}},
    FtmProperty{"npiCode", FtmUse::Code, "npi"},
    FtmProperty{"ogrnCode", FtmUse::Code, "ogrn"},
    FtmProperty{"okpoCode", FtmUse::Code, "okpo"},
    FtmProperty{"passportNumber", FtmUse::Code, "passport number"},
    FtmProperty{"permId", FtmUse::Code, "permid"},
    FtmProperty{"previousName", FtmUse::KindOfAlias, {}},
    FtmProperty{"proof", FtmUse::Proof, {}},
    FtmProperty{"publisher", FtmUse::Publisher, {}},
    FtmProperty{"publisherUrl", FtmUse::PublisherUrl, {}},
    FtmProperty{"registrationNumber", FtmUse::Code, "registration number"},
    FtmProperty{"ricCode", FtmUse::Code, "ric"},
    FtmProperty{"socialSecurityNumber", FtmUse::Code, "social security number"},
    FtmProperty{"sourceUrl", FtmUse::SourceUrl, {}},
    FtmProperty{"startDate", FtmUse::Begin, {}},
    FtmProperty{"summary", FtmUse::Note, {}},
    FtmProperty{"swiftBic", FtmUse::Code, "swift bic"},
    FtmProperty{"taxNumber", FtmUse::Code, "tax number"},
    FtmProperty{"ticker", FtmUse::Code, "ticker"},
    FtmProperty{"uniqueEntityId", FtmUse::Code, "uei"},
    FtmProperty{"uscCode", FtmUse::Code, "uscc"},
    FtmProperty{"vatCode", FtmUse::Code, "vat"},
    FtmProperty{"voenCode", FtmUse::Code, "voen"},
    FtmProperty{"weakAlias", FtmUse::KindOfAlias, {}},
    FtmProperty{"wikidataId", FtmUse::Code, "wikidata"},
};

static_assert(std::ranges::is_sorted(links, {}, &FtmLink::schema));
static_assert(std::ranges::is_sorted(references, {}, &FtmLink::schema));
static_assert(std::ranges::is_sorted(documents));
static_assert(std::ranges::is_sorted(properties, {}, &FtmProperty::name));

template <typename Table, typename Member>
auto find(const Table& table, std::string_view name, Member member) -> decltype(table.data()) {
    const auto found = std::ranges::lower_bound(table, name, {}, member);
    return found != table.end() && std::invoke(member, *found) == name ? &*found : nullptr;
}

} // namespace

const FtmThing* findFtmThing(std::string_view schema) {
    static_assert(std::ranges::is_sorted(things, {}, &FtmThing::schema));
    return find(things, schema, &FtmThing::schema);
}

int ftmRank(std::string_view type) {
    const auto* const found = std::ranges::find(things, type, &FtmThing::type);
    return found == things.end() ? 0 : found->rank;
}

const FtmLink* findFtmLink(std::string_view schema) {
    return find(links, schema, &FtmLink::schema);
}

const FtmLink* findFtmReference(std::string_view property, VertexKind kind) {
    // Elsewhere than in contracts the authority is a text.
    if (property == "authority" && kind != Agreement) {
        return nullptr;
    }
    return find(references, property, &FtmLink::schema);
}

FtmProperty ftmProperty(std::string_view name) {
    const FtmProperty* const known = find(properties, name, &FtmProperty::name);
    return known == nullptr ? FtmProperty{name, FtmUse::Attribute, {}} : *known;
}

FtmRole ftmRole(std::string_view schema) {
    if (findFtmThing(schema) != nullptr) {
        return FtmRole::Thing;
    }
    if (findFtmLink(schema) != nullptr) {
        return FtmRole::Link;
    }
    if (schema == "Sanction") {
        return FtmRole::Sanction;
    }
    if (schema == "Identification" || schema == "Passport") {
        return FtmRole::Identification;
    }
    if (schema == "Address") {
        return FtmRole::Address;
    }
    if (schema == "Documentation") {
        return FtmRole::Documentation;
    }
    return std::ranges::binary_search(documents, schema) ? FtmRole::Document : FtmRole::Unknown;
}

} // namespace entente
