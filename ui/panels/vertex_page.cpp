#include "ui/panels/page_parts.h"
#include "ui/scene/dates.h"
#include "ui/scene/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace entente::ui {

namespace {

QString tr(const char* text, int n = -1) {
    return QCoreApplication::translate("Inspector", text, nullptr, n);
}

/// Items under a name that comes again and again: one fact a name, in the order of first use.
class Grouping {
public:
    void add(const QString& name, PageLine item) {
        const auto known = std::ranges::find(groups_, name, &Group::name);
        if (known != groups_.end()) {
            known->items.push_back(std::move(item));
        } else {
            groups_.push_back({name, {std::move(item)}});
        }
    }

    /// The items of each side by side.
    [[nodiscard]] std::vector<PageFact> inlineFacts() const {
        std::vector<PageFact> facts;
        for (const Group& group : groups_) {
            facts.push_back({group.name, {inlineList(group.items)}});
        }
        return facts;
    }

    /// The items of each under one another.
    [[nodiscard]] std::vector<PageFact> facts() const {
        std::vector<PageFact> facts;
        for (const Group& group : groups_) {
            facts.push_back({group.name, group.items});
        }
        return facts;
    }

private:
    struct Group {
        QString name;
        std::vector<PageLine> items;
    };
    std::vector<Group> groups_;
};

bool isSigned(const Dossier& dossier, VertexIndex row) {
    const QString type = interned(dossier, dossier.vertices().type(row)).toLower();
    return dossier.vertices().status(row) >= Status::Signed &&
           std::ranges::any_of(
               std::array{"treaty", "agreement", "pact", "memorandum", "accord", "protocol",
                          "convention", "declaration", "charter"},
               [&type](const char* word) { return type.contains(QLatin1String(word)); });
}

QString roleWords(const QString& role) {
    if (role == QLatin1String("party")) {
        return tr("Parties");
    }
    if (role == QLatin1String("signatory")) {
        return tr("Signed by");
    }
    if (role.isEmpty() || role == QLatin1String("participant")) {
        return tr("Participants");
    }
    return capitalised(role);
}

QString subtitleOf(const Dossier& dossier, VertexIndex row) {
    const VertexTable& vertices = dossier.vertices();
    const QString type = interned(dossier, vertices.type(row));
    QStringList words{capitalised(kindWord(vertices.kind(row)))};
    if (!type.isEmpty() && type != kindWord(vertices.kind(row))) {
        words = isActor(vertices.kind(row)) ? words << type : QStringList{capitalised(type)};
    }
    if (vertices.status(row) != Status::Unstated) {
        words << statusWord(vertices.status(row));
    }
    if (vertices.confidence(row) != Confidence::Confirmed) {
        words << confidenceWord(vertices.confidence(row));
    }
    if (vertices.polarity(row) == Polarity::Conflictual) {
        words << polarityWord(Polarity::Conflictual);
    }
    return words.join(QStringLiteral(" · "));
}

void addDates(const Dossier& dossier, VertexIndex row, std::vector<PageFact>& facts) {
    const Period& period = dossier.vertices().period(row);
    if (period.empty()) {
        return;
    }
    if (dossier.vertices().kind(row) == VertexKind::Agreement && isSigned(dossier, row) &&
        period.begin.kind == Endpoint::Kind::Known) {
        facts.push_back({tr("Signed"), {plainLine(readableDate(period.begin.date))}});
        if (period.end.kind == Endpoint::Kind::Known) {
            facts.push_back(
                {tr("Runs"), {plainLine(tr("until %1").arg(readableDate(period.end.date)))}});
        } else if (period.end.kind == Endpoint::Kind::Open) {
            facts.push_back({tr("Runs"), {plainLine(tr("open-ended"))}});
        } else if (period.end.kind == Endpoint::Kind::Unknown) {
            facts.push_back({tr("Runs"), {plainLine(tr("its end is not known"))}});
        }
        return;
    }
    const VertexKind kind = dossier.vertices().kind(row);
    facts.push_back({isActor(kind)     ? tr("Dates")
                     : period.single() ? tr("Date")
                                       : tr("Runs"),
                     {plainLine(capitalised(readablePeriod(period)))}});
}

PageLine codeLine(const Code& code) {
    const QString value = QString::fromStdString(code.value);
    QString system = QString::fromStdString(code.system);
    PagePiece piece{value, std::nullopt, {}, false};
    if (system == QLatin1String("wikidata")) {
        system = QStringLiteral("Wikidata");
        piece = addressPiece(QStringLiteral("https://www.wikidata.org/wiki/") + value, value);
    } else if (system == QLatin1String("iso3")) {
        system = QStringLiteral("ISO 3166");
    } else if (system == QLatin1String("cow")) {
        system = QStringLiteral("COW");
    }
    return {piece, quietText(QStringLiteral("  ") + system)};
}

void addDetails(const Dossier& dossier, VertexIndex row, std::vector<PageFact>& facts) {
    const VertexDetails& details = dossier.vertices().details(row);
    const QLocale locale;
    if (!details.renewals.empty()) {
        QStringList renewals;
        for (const Date& date : details.renewals) {
            renewals << readableDate(date);
        }
        facts.push_back({tr("Renewed"), {plainLine(renewals.join(QStringLiteral(", ")))}});
    }
    std::vector<PageLine> quantities;
    for (const Quantity& quantity : details.quantities) {
        const QString unit = QString::fromStdString(quantity.unit);
        QString words = QStringLiteral("%1 %2").arg(
            locale.toString(quantity.number, 'g', QLocale::FloatingPointShortest), unit);
        if (!quantity.per.empty()) {
            words = tr("%1 per %2").arg(words, QString::fromStdString(quantity.per));
        }
        quantities.push_back(plainLine(words));
    }
    if (!quantities.empty()) {
        facts.push_back({tr("Quantity"), std::move(quantities)});
    }
    if (details.location) {
        const auto degrees = [&locale](double value, const QString& positive,
                                       const QString& negative) {
            return QStringLiteral("%1° %2").arg(locale.toString(std::abs(value), 'f', 2),
                                                value < 0 ? negative : positive);
        };
        facts.push_back({tr("Location"),
                         {plainLine(degrees(details.location->latitude, tr("N"), tr("S")) +
                                    QStringLiteral(", ") +
                                    degrees(details.location->longitude, tr("E"), tr("W")))}});
    }
    if (!details.codes.empty()) {
        std::vector<PageLine> codes;
        for (const Code& code : details.codes) {
            codes.push_back(codeLine(code));
        }
        facts.push_back({tr("Codes"), std::move(codes)});
    }
    for (const Attribute& attribute : dossier.vertices().attributes().row(row)) {
        facts.push_back(attributeFact(dossier, attribute));
    }
}

/// "Russia (since 2012)": the element, and the dates as a link to the edge that says so.
PageLine itemOf(const Dossier& dossier, VertexIndex other, EdgeIndex edge, const QString& words,
                const QString& language) {
    PageLine line{linkTo(dossier, {ElementKind::Vertex, other}, language)};
    if (!words.isEmpty()) {
        line.push_back(quietText(QStringLiteral("  ")));
        line.push_back({words, ElementRef{ElementKind::Edge, edge}, {}, true});
    }
    return line;
}

QString tieWords(const Dossier& dossier, EdgeIndex edge) {
    QStringList words;
    const EdgeTable& edges = dossier.edges();
    if (!edges.period(edge).empty()) {
        words << yearsOf(edges.period(edge));
    }
    if (edges.confidence(edge) != Confidence::Confirmed) {
        words << confidenceWord(edges.confidence(edge));
    }
    if (words.isEmpty()) {
        words << tr("tie");
    }
    return words.join(QStringLiteral(" · "));
}

/// An actor's side of an edge.
void addActorEdge(const Dossier& dossier, VertexIndex row, EdgeIndex edge, const QString& language,
                  Grouping& ties, Grouping& agreements, Grouping& events) {
    const EdgeTable& edges = dossier.edges();
    const bool outgoing = edges.source(edge) == row;
    const VertexIndex other = outgoing ? edges.target(edge) : edges.source(edge);
    if (other >= dossier.vertices().size()) {
        return;
    }
    const QString type = interned(dossier, edges.type(edge));
    if (edges.kind(edge) == EdgeKind::Tie) {
        const bool asWritten = outgoing || !edges.directed(edge);
        const QString words =
            asWritten ? (type.isEmpty() ? tr("tied to") : type) : inverseTieWords(type);
        ties.add(capitalised(words),
                 itemOf(dossier, other, edge, tieWords(dossier, edge), language));
        return;
    }
    if (edges.kind(edge) != EdgeKind::Participation || !outgoing) {
        return;
    }
    const Period& whole = dossier.vertices().period(other);
    QStringList words;
    words << (type.isEmpty() ? tr("party") : type);
    const bool event = dossier.vertices().kind(other) == VertexKind::Event;
    const Period& dated = edges.period(edge).empty() ? whole : edges.period(edge);
    const QString dates = dated.empty() ? QString()
                          : event       ? readablePeriod(dated)
                                        : yearsOf(dated);
    if (!dates.isEmpty()) {
        words << dates;
    }
    PageLine line = itemOf(dossier, other, edge, words.join(QStringLiteral(", ")), language);
    if (event) {
        events.add({}, std::move(line));
    } else {
        agreements.add({}, std::move(line));
    }
}

} // namespace

ElementPage vertexPage(const Dossier& dossier, VertexIndex row, const QString& language) {
    const VertexTable& vertices = dossier.vertices();
    const EdgeTable& edges = dossier.edges();
    ElementPage page;
    page.title = linkTo(dossier, {ElementKind::Vertex, row}, language).text;
    page.subtitle = subtitleOf(dossier, row);
    page.sectors = vertices.sectors(row);
    page.note = interned(dossier, vertices.note(row));
    addDates(dossier, row, page.facts);

    std::vector<ElementRef> claimed{{ElementKind::Vertex, row}};
    Grouping participants;
    Grouping lineage;
    Grouping ties;
    Grouping agreements;
    Grouping events;
    for (EdgeIndex edge = 0; edge < edges.size(); ++edge) {
        if (edges.removed(edge) || (edges.source(edge) != row && edges.target(edge) != row)) {
            continue;
        }
        const QString type = interned(dossier, edges.type(edge));
        if (edges.kind(edge) == EdgeKind::Participation && edges.target(edge) == row) {
            const QString own = ownPeriod(edges.period(edge), vertices.period(row));
            participants.add(roleWords(type),
                             itemOf(dossier, edges.source(edge), edge, own, language));
            claimed.push_back({ElementKind::Edge, edge});
        } else if (edges.kind(edge) == EdgeKind::Lineage) {
            const bool outgoing = edges.source(edge) == row;
            const QString words = type.isEmpty() ? tr("follows") : type;
            lineage.add(outgoing ? capitalised(words) : QStringLiteral("← ") + words,
                        itemOf(dossier, outgoing ? edges.target(edge) : edges.source(edge), edge,
                               {}, language));
            claimed.push_back({ElementKind::Edge, edge});
        } else {
            addActorEdge(dossier, row, edge, language, ties, agreements, events);
        }
    }
    for (const Grouping* const group : {&participants, &lineage}) {
        const std::vector<PageFact> facts = group->inlineFacts();
        page.facts.insert(page.facts.end(), facts.begin(), facts.end());
    }
    std::ranges::stable_partition(page.facts, [](const PageFact& fact) {
        return fact.name == tr("Signed") || fact.name == tr("Runs") || fact.name == tr("Date") ||
               fact.name == tr("Parties");
    });
    addDetails(dossier, row, page.facts);
    for (const std::string& term : vertices.details(row).terms) {
        page.terms << QString::fromStdString(term);
    }
    const auto addSection = [&page](const QString& title, std::vector<PageFact> facts) {
        if (!facts.empty()) {
            page.sections.push_back({title, std::move(facts)});
        }
    };
    addSection(tr("Ties"), ties.facts());
    addSection(tr("Agreements"), agreements.facts());
    addSection(tr("Events"), events.facts());
    Grouping names;
    for (const Name& name : vertices.details(row).names) {
        PageLine line = plainLine(QString::fromStdString(name.text));
        if (name.alias) {
            line.push_back(quietText(QStringLiteral("  ") + tr("alias")));
        }
        const QString native =
            QLocale::languageToString(QLocale(QString::fromStdString(name.language)).language());
        names.add(name.language.empty() ? tr("Also") : native, std::move(line));
    }
    addSection(tr("Names"), names.facts());
    page.claimsTitle = tr("Who says so");
    page.claims = claimsAbout(dossier, claimed, language);
    return page;
}

} // namespace entente::ui
