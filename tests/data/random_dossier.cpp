#include "tests/data/random_dossier.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace entente {

namespace {

constexpr std::int32_t firstYear = 1900;
constexpr std::int32_t lastYear = 2025;

/// SplitMix64 (Steele, Lea & Flood 2014); integers only, so that every machine draws the same.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ z >> 30U) * 0xBF58476D1CE4E5B9U;
        z = (z ^ z >> 27U) * 0x94D049BB133111EBU;
        return z ^ z >> 31U;
    }
    /// 0 … limit − 1.
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
    /// 0 … limit − 1, small numbers more often.
    std::size_t skewed(std::size_t limit) { return below(below(limit) + 1); }
    std::int32_t between(std::int32_t low, std::int32_t high) {
        return low + static_cast<std::int32_t>(below(static_cast<std::size_t>(high - low + 1)));
    }
    bool oneIn(std::size_t n) { return below(n) == 0; }

    template <typename Value, std::size_t Count>
    Value pick(const std::array<Value, Count>& values) {
        return values[below(Count)];
    }

private:
    std::uint64_t state_;
};

class DossierMaker {
public:
    DossierMaker(const RandomDossierSize& size, std::uint64_t seed) : size_(size), random_(seed) {}

    Dossier make() {
        dossier_.reserve(size_.actors + size_.agreements + size_.events,
                         size_.agreements * 4 + size_.events * 3 + size_.ties);
        dossier_.setCover({"A made-up dossier", {}, Period::at({lastYear, 1, 20}), "en"});
        addActors();
        if (size_.actors >= 2) {
            addAgreements();
            addEvents();
            addTies();
        }
        addClaims();
        return std::move(dossier_);
    }

private:
    StringId text(std::string_view words) { return dossier_.intern(words); }

    std::string name() {
        static constexpr std::array<std::string_view, 16> begins = {
            "Al", "Ba", "Ca", "Dor", "E",  "Fi", "Gra", "Ha",
            "Ka", "Lu", "Mo", "No",  "Pe", "Ru", "Sa",  "Vé"};
        static constexpr std::array<std::string_view, 16> middles = {
            "ba", "ri", "lo",  "mar", "ne", "ro", "sta", "ti",
            "va", "zé", "gan", "du",  "li", "qa", "sho", "bur"};
        static constexpr std::array<std::string_view, 8> ends = {"nia", "stan", "land", "ria",
                                                                 "ra",  "via",  "ne",   "qo"};
        std::string made(random_.pick(begins));
        for (std::size_t i = 0, count = 1 + random_.below(2); i < count; ++i) {
            made += random_.pick(middles);
        }
        return made.append(random_.pick(ends));
    }

    Date date(std::int32_t from, std::int32_t to) {
        Date made;
        made.year = random_.between(from, to);
        if (!random_.oneIn(3)) {
            made.month = static_cast<std::uint8_t>(random_.between(1, 12));
            if (!random_.oneIn(3)) {
                made.day = static_cast<std::uint8_t>(random_.between(1, 28));
            }
        }
        if (random_.oneIn(12)) {
            made.qualifier = Date::Approximate;
        }
        return made;
    }

    Period interval() {
        const Date begin = date(firstYear, lastYear);
        switch (random_.below(8)) {
        case 0:
        case 1:
            return Period::since(begin);
        case 2:
            return {{Endpoint::Kind::Known, begin}, {Endpoint::Kind::Unknown, {}}};
        default:
            return Period::between(begin, date(begin.year + 1, begin.year + 30));
        }
    }

    Confidence confidence() {
        static constexpr std::array<Confidence, 10> common = {
            Confidence::Confirmed, Confidence::Confirmed, Confidence::Confirmed,
            Confidence::Confirmed, Confidence::Confirmed, Confidence::Confirmed,
            Confidence::Reported,  Confidence::Reported,  Confidence::Alleged,
            Confidence::Planned};
        return random_.pick(common);
    }

    Polarity polarity() {
        static constexpr std::array<Polarity, 8> common = {
            Polarity::Cooperative, Polarity::Cooperative, Polarity::Cooperative,
            Polarity::Cooperative, Polarity::Cooperative, Polarity::Neutral,
            Polarity::Conflictual, Polarity::Conflictual};
        return random_.pick(common);
    }

    SectorSet sectors() {
        SectorSet made = 0;
        for (std::size_t i = 0, count = 1 + random_.below(3); i < count; ++i) {
            made |= sectorBit(random_.below(dossier_.sectors().size()));
        }
        return made;
    }

    VertexIndex anyActor() { return static_cast<VertexIndex>(random_.skewed(size_.actors)); }

    VertexIndex anotherActor(VertexIndex actor) {
        const VertexIndex other = anyActor();
        return other != actor ? other : static_cast<VertexIndex>((actor + 1) % size_.actors);
    }

    VertexIndex addVertex(VertexKind kind, std::string_view prefix, std::size_t number,
                          std::string_view label, Vertex vertex) {
        vertex.kind = kind;
        vertex.id = text(fmt::format("{}-{}", prefix, number));
        vertex.label = text(label);
        return dossier_.add(vertex);
    }

    void addActors() {
        static constexpr std::array<VertexKind, 10> mixture = {
            VertexKind::State,        VertexKind::State, VertexKind::Leader, VertexKind::State,
            VertexKind::Organisation, VertexKind::State, VertexKind::Leader, VertexKind::Group,
            VertexKind::Company,      VertexKind::State};
        for (std::size_t i = 0; i < size_.actors; ++i) {
            const VertexKind kind = mixture[i % mixture.size()];
            Vertex actor;
            const std::string label = name();
            if (kind == VertexKind::State) {
                VertexDetails details;
                details.names.push_back({"x-upper", label + "ija", i % 2 == 0});
                details.codes.push_back({"cow", std::to_string(i + 1)});
                details.location =
                    Location{random_.between(-60, 70) * 1.0, random_.between(-180, 180) * 1.0};
                actor.details = std::make_shared<const VertexDetails>(std::move(details));
            } else if (random_.oneIn(2)) {
                actor.period = Period::since(date(firstYear - 40, firstYear + 90));
            }
            addVertex(kind, word(kind), i, label, std::move(actor));
            if (kind == VertexKind::State) {
                states_.push_back(static_cast<VertexIndex>(i));
            } else if (kind == VertexKind::Leader) {
                leaders_.push_back(static_cast<VertexIndex>(i));
            }
        }
    }

    void join(VertexIndex actor, VertexIndex whole, std::string_view role) {
        Edge edge;
        edge.kind = EdgeKind::Participation;
        edge.type = text(role);
        edge.source = actor;
        edge.target = whole;
        if (dossier_.vertices().polarity(whole) == Polarity::Conflictual && role == "target") {
            edge.polarity = Polarity::Conflictual;
        }
        const Period& period = dossier_.vertices().period(whole);
        if (random_.oneIn(10) && period.end.kind == Endpoint::Kind::Known &&
            period.end.date.year > period.begin.date.year + 2) {
            // Joins later and leaves earlier than the others.
            edge.period = Period::between({period.begin.date.year + 1}, {period.end.date.year - 1});
        }
        dossier_.add(edge);
    }

    void addAgreements() {
        static constexpr std::array<std::string_view, 5> types = {"treaty", "pact", "supply",
                                                                  "project", "sanctions"};
        static constexpr std::array<Status, 5> statuses = {
            Status::Unstated, Status::Signed, Status::InForce, Status::InForce, Status::Ended};
        std::vector<VertexIndex> earlier;
        for (std::size_t i = 0; i < size_.agreements; ++i) {
            Vertex agreement;
            const std::string_view type = random_.pick(types);
            agreement.type = text(type);
            agreement.period = interval();
            agreement.confidence = confidence();
            agreement.polarity = type == "sanctions" ? Polarity::Conflictual : polarity();
            agreement.status = random_.pick(statuses);
            agreement.sectors = sectors();
            const VertexIndex row = addVertex(
                VertexKind::Agreement, "agreement", i,
                fmt::format("{} {} of {}", name(), type, agreement.period.begin.date.year),
                std::move(agreement));
            addParties(row);
            if (!earlier.empty() && random_.oneIn(10)) {
                Edge lineage;
                lineage.kind = EdgeKind::Lineage;
                lineage.type = text("builds on");
                lineage.source = row;
                lineage.target = earlier[random_.below(earlier.size())];
                dossier_.add(lineage);
            }
            earlier.push_back(row);
        }
    }

    void addParties(VertexIndex agreement) {
        const std::size_t wanted =
            std::min(random_.oneIn(2) ? std::size_t{2} : 2 + random_.skewed(9), size_.actors);
        std::vector<VertexIndex> parties;
        while (parties.size() < wanted) {
            VertexIndex actor = anyActor();
            while (std::ranges::find(parties, actor) != parties.end()) {
                actor = static_cast<VertexIndex>((actor + 1) % size_.actors);
            }
            parties.push_back(actor);
            join(actor, agreement, parties.size() == wanted ? "target" : "party");
        }
    }

    void addEvents() {
        static constexpr std::array<std::string_view, 4> types = {"visit", "signing", "strike",
                                                                  "meeting"};
        for (std::size_t i = 0; i < size_.events; ++i) {
            Vertex event;
            const std::string_view type = random_.pick(types);
            event.type = text(type);
            event.period = Period::at(date(firstYear, lastYear));
            event.confidence = confidence();
            event.polarity = type == "strike" ? Polarity::Conflictual : Polarity::Cooperative;
            event.sectors = sectors();
            const VertexIndex row = addVertex(VertexKind::Event, "event", i,
                                              fmt::format("{} {}", name(), type), std::move(event));
            const VertexIndex first = anyActor();
            join(first, row, "participant");
            join(anotherActor(first), row, "participant");
        }
    }

    void addTies() {
        static constexpr std::array<std::string_view, 4> types = {"ally", "member of", "supplies",
                                                                  "adversary"};
        const std::size_t terms =
            states_.empty() ? 0 : std::min(leaders_.size() * 2, size_.ties / 2);
        for (std::size_t i = 0; i < size_.ties; ++i) {
            Edge tie;
            if (i < terms) {
                const std::size_t leader = i / 2;
                const auto begin = firstYear + static_cast<std::int32_t>(leader * 7 % 100);
                const auto term = static_cast<std::int32_t>(i % 2);
                tie.type = text("leads");
                tie.polarity = Polarity::Cooperative;
                tie.source = leaders_[leader];
                tie.target = states_[leader % states_.size()];
                tie.period =
                    Period::between({begin + term * 10, 5, 7}, {begin + term * 10 + 5, 5, 7});
            } else {
                const std::string_view type = random_.pick(types);
                tie.type = text(type);
                tie.source = anyActor();
                tie.target = anotherActor(tie.source);
                tie.directed = type == "member of" || type == "supplies";
                tie.polarity = type == "adversary" ? Polarity::Conflictual : Polarity::Cooperative;
                tie.confidence = confidence();
                tie.sectors = sectors();
                tie.period = interval();
            }
            dossier_.add(tie);
        }
    }

    void addClaims() {
        constexpr std::size_t sources = 10;
        for (std::size_t i = 0; i < (size_.claims > 0 ? sources : 0); ++i) {
            Source source;
            source.id = text(fmt::format("source-{}", i));
            source.title = text(name() + " Gazette");
            source.date = Period::at({lastYear, 1, 20});
            dossier_.add(source);
        }
        const std::size_t vertices = dossier_.vertices().size();
        const std::size_t edges = dossier_.edges().size();
        for (std::size_t i = 0; i < size_.claims && vertices > 0; ++i) {
            Claim claim;
            const std::size_t element = random_.below(vertices + edges);
            claim.about =
                element < vertices
                    ? ElementRef{ElementKind::Vertex, static_cast<std::uint32_t>(element)}
                    : ElementRef{ElementKind::Edge, static_cast<std::uint32_t>(element - vertices)};
            claim.statement = text(fmt::format("It was so, says report {}.", i));
            claim.source = static_cast<SourceIndex>(random_.below(sources));
            claim.locator = text(fmt::format("p. {}", random_.below(400)));
            claim.confidence = confidence();
            dossier_.add(claim);
        }
    }

    RandomDossierSize size_;
    Random random_;
    Dossier dossier_;
    std::vector<VertexIndex> states_;
    std::vector<VertexIndex> leaders_;
};

} // namespace

Dossier randomDossier(const RandomDossierSize& size, std::uint64_t seed) {
    return DossierMaker(size, seed).make();
}

} // namespace entente
