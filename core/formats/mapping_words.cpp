#include "core/formats/mapping_words.h"

#include "core/formats/letter_case.h"
#include "core/formats/table_columns.h"

#include <algorithm>

namespace entente {

namespace {

std::string plain(std::string_view name) {
    std::string text = plainColumnName(lowerCase(name));
    std::erase_if(text, [](char c) { return c == '.' || c == '(' || c == ')' || c == '/'; });
    return text;
}

struct EndWords {
    std::string_view source;
    std::string_view target;
    bool directed = true;
    bool certain = true;
};

constexpr std::array<EndWords, 63> endWords = {{
    {"source", "target"},
    {"sender", "receiver"},
    {"sender", "recipient"},
    {"sender", "target"},
    {"exporter", "importer"},
    {"exportingcountry", "importingcountry"},
    {"supplier", "recipient"},
    {"supplier", "buyer"},
    {"supplier", "customer"},
    {"seller", "buyer"},
    {"donor", "recipient"},
    {"creditor", "debtor"},
    {"lender", "borrower"},
    {"owner", "owned"},
    {"parent", "subsidiary"},
    {"member", "organisation"},
    {"member", "organization"},
    {"reporter", "partner"},
    {"reportingcountry", "partnercountry"},
    {"origin", "destination"},
    {"origincountry", "destinationcountry"},
    {"payer", "payee"},
    {"fromcountry", "tocountry"},
    {"fromstate", "tostate"},
    {"fromactor", "toactor"},
    {"fromname", "toname"},
    {"fromid", "toid"},
    {"fromnode", "tonode"},
    {"sourcecountry", "targetcountry"},
    {"imposer", "target"},
    {"initiator", "target"},
    {"actor", "target"},
    {"attacker", "defender"},
    {"subject", "object"},
    {"head", "tail"},
    {"ego", "alter"},
    {"country", "partner", false},
    {"country", "partnercountry", false},
    {"state", "partner", false},
    {"country", "ally", false},
    {"exportateur", "importateur"},
    {"fournisseur", "destinataire"},
    {"fournisseur", "client"},
    {"origine", "destination"},
    {"émetteur", "destinataire"},
    {"pays", "partenaire", false},
    {"pays", "payspartenaire", false},
    {"exporteur", "importeur"},
    {"lieferant", "empfänger"},
    {"herkunft", "ziel"},
    {"quelle", "ziel"},
    {"absender", "empfänger"},
    {"land", "partner", false},
    {"land", "partnerland", false},
    {"экспортер", "импортер"},
    {"экспортёр", "импортёр"},
    {"источник", "цель"},
    {"отправитель", "получатель"},
    {"поставщик", "получатель"},
    {"откуда", "куда"},
    {"страна", "партнер", false},
    {"страна", "партнёр", false},
    {"from", "to", true, false},
}};

/// Pairs that are words for the ends of a period too.
constexpr std::array<EndWords, 5> doubtfulEndWords = {{{"von", "nach", true, false},
                                                       {"von", "zu", true, false},
                                                       {"de", "vers", true, false},
                                                       {"de", "à", true, false},
                                                       {"от", "к", true, false}}};

struct RoleWords {
    ColumnRole role;
    std::string_view words; ///< parted by blanks
};

constexpr std::array<RoleWords, 17> roleWords = {{
    {ColumnRole::Party,
     "party parties member members memberstates signatory signatories participant participants "
     "countries states parteien mitglieder vertragsparteien unterzeichner teilnehmer partie "
     "membres signataires участник участники стороны члены"},
    {ColumnRole::Kind, "kind genre relation relationship relationtype relationshiptype tietype "
                       "linktype edgetype link nature "
                       "beziehung beziehungsart art lien вид отношение отношения связь типсвязи"},
    {ColumnRole::Type, "type typ тип eventtype agreementtype treatytype"},
    {ColumnRole::Sector,
     "sector sectors field domain area issuearea category topic sektor bereich thema secteur "
     "domaine catégorie categorie сектор область сфера отрасль категория"},
    {ColumnRole::Begin,
     "begin start since from begindate startdate beginyear startyear styear stdate "
     "startofperiod signed "
     "signature datesigned signeddate signaturedate dateofsignature dateofentryintoforce "
     "entryintoforce established founded beginn anfang seit von ab début "
     "debut depuis datededébut datedébut начало датаначала с основан"},
    {ColumnRole::End,
     "end stop until till to enddate endyear finish finished finishdate expiry expires "
     "expiration validuntil terminated dissolved "
     "ende bis fin jusqua "
     "jusqu'à datedefin конец окончание датаокончания по до"},
    {ColumnRole::Date,
     "date year day when time eventdate datum jahr tag zeitpunkt année annee an jour дата год "
     "день"},
    {ColumnRole::Weight,
     "weight value amount volume strength count quantity trade tradevalue total sum usd wert "
     "betrag gewicht menge volumen anzahl summe valeur montant poids quantité вес сумма объем "
     "объём стоимость количество"},
    {ColumnRole::Polarity, "polarity sign valence sentiment vorzeichen signe polarité знак"},
    {ColumnRole::Confidence,
     "confidence certainty reliability sicherheit gewissheit fiabilité certitude достоверность "
     "уверенность"},
    {ColumnRole::Note,
     "note notes remark remarks comment comments description details summary bemerkung "
     "bemerkungen notiz beschreibung kommentar remarque remarques commentaire примечание "
     "примечания описание комментарий"},
    {ColumnRole::Citation,
     "source sources citation citations reference references url website evidence quelle "
     "quellen beleg référence références источник источники ссылка"},
    {ColumnRole::Label,
     "label name title fullname shortname countryname statename agreement treaty event bezeichnung "
     "titel vertrag ereignis land staat nom titre intitulé pays accord traité название имя "
     "наименование страна договор соглашение событие country state organisation organization"},
    {ColumnRole::Id, "id code key identifier iso iso3 kennung schlüssel identifiant код ид номер"},
    {ColumnRole::Latitude, "latitude lat breite breitengrad широта"},
    {ColumnRole::Longitude, "longitude lon lng long länge längengrad долгота"},
    {ColumnRole::Ignored, "row rownumber rowid unnamed:0"},
}};

bool holdsWord(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word) {
            return true;
        }
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

std::optional<ColumnRole> roleOfWord(std::string_view word) {
    for (const RoleWords& role : roleWords) {
        if (!word.empty() && holdsWord(role.words, word)) {
            return role.role;
        }
    }
    return std::nullopt;
}

/// What is left of two names that differ by a mark of first and second only; nothing where they
/// do not.
std::optional<std::string> commonName(std::string_view first, std::string_view second) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> marks = {
        {{"1", "2"}, {"a", "b"}, {"i", "ii"}}};
    for (const auto& [one, two] : marks) {
        if (first.ends_with(one) && second.ends_with(two)) {
            const std::string_view stem = first.substr(0, first.size() - one.size());
            if (!stem.empty() && stem == second.substr(0, second.size() - two.size())) {
                return std::string(stem);
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<EndsNamed> endsNamed(const std::vector<std::string>& names) {
    std::vector<std::string> plainNames;
    std::ranges::transform(names, std::back_inserter(plainNames), plain);
    const auto place = [&plainNames](std::string_view name) {
        return static_cast<std::size_t>(std::ranges::find(plainNames, name) - plainNames.begin());
    };
    std::vector<EndsNamed> found;
    const auto addWords = [&](std::span<const EndWords> pairs) {
        for (const EndWords& pair : pairs) {
            const std::size_t source = place(pair.source);
            const std::size_t target = place(pair.target);
            if (source < names.size() && target < names.size()) {
                found.push_back({source, target, pair.directed, pair.certain});
            }
        }
    };
    addWords(endWords);
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t j = 0; j < names.size(); ++j) {
            if (i != j && commonName(plainNames[i], plainNames[j])) {
                found.push_back({i, j, false, true});
            }
        }
    }
    addWords(doubtfulEndWords);
    return found;
}

std::optional<ColumnRole> roleNamed(std::string_view name) {
    // "Value (USD)" is a value.
    name = name.substr(0, name.find_first_of("([", 1));
    if (const auto role = roleOfWord(plain(name))) {
        return role;
    }
    // "Trade value" is one as well; that "State capital" is a state is not said.
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find_first_of(" _-", at), name.size());
        const auto role = roleOfWord(plain(name.substr(at, end - at)));
        if (role && *role != ColumnRole::Label && *role != ColumnRole::Id &&
            *role != ColumnRole::Party && *role != ColumnRole::Citation &&
            name.substr(at, end - at).size() > 3) {
            return role;
        }
        at = end + 1;
    }
    return std::nullopt;
}

std::string_view actorKindNamed(std::string_view name) {
    const std::string word = plain(name);
    for (const std::string_view stem :
         {"country", "countries", "state", "nation", "land", "staat", "pays", "état", "стран",
          "государств", "exporter", "importer", "ccode"}) {
        if (word.find(stem) != std::string::npos) {
            return "state";
        }
    }
    return {};
}

} // namespace entente
