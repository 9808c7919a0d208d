#include "core/formats/follow_the_money_builder.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

Endpoint dayOf(std::string_view time) {
    const std::optional<Date> date = ftmDate(time);
    return date ? Endpoint{Endpoint::Kind::Known, *date} : Endpoint{};
}

Period seen(std::string_view first, std::string_view last) {
    Period period{dayOf(first), dayOf(last)};
    if (period.begin.kind == Endpoint::Kind::Absent && period.end.kind == Endpoint::Kind::Known) {
        period.begin.kind = Endpoint::Kind::Unknown;
    }
    return period;
}

/// "sanctions.example.org" of "https://sanctions.example.org/entry/1".
std::string_view hostOf(std::string_view address) {
    if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos) {
        address.remove_prefix(scheme + 3);
    }
    return address.substr(0, address.find_first_of("/?#;"));
}

/// Widens `period` to what `other` says too.
void widen(Period& period, const Period& other) {
    const auto first = [](const Period& p) { return p.span().first; };
    if (period.empty()) {
        period = other;
        return;
    }
    if (other.empty()) {
        return;
    }
    Period whole = period;
    if (first(other) < first(period)) {
        whole.begin = other.begin;
    }
    const Endpoint& last =
        other.span().last > period.span().last
            ? (other.end.kind == Endpoint::Kind::Absent ? other.begin : other.end)
            : (period.end.kind == Endpoint::Kind::Absent ? period.begin : period.end);
    if (last != whole.begin) {
        whole.end = last;
    }
    period = whole;
}

} // namespace

StringId FtmBuilder::join(StringId parts, StringId text) {
    return parts == text ? parts
                         : dossier_.intern(withParts(dossier_.text(parts), dossier_.text(text)));
}

SourceIndex FtmBuilder::sourceNamed(std::string_view id, std::string_view address) {
    const StringId name = dossier_.intern(id);
    if (const auto known = sources_.find(name); known != sources_.end()) {
        return known->second;
    }
    Source source;
    source.id = name;
    source.title = name;
    source.address = dossier_.intern(address);
    const SourceIndex row = dossier_.add(source);
    sources_.emplace(name, row);
    return row;
}

std::vector<Claim> FtmBuilder::claimsOf(const FtmEntity& entity, const Facts& facts) {
    Claim claim;
    claim.statement = dossier_.intern(fmt::format("Listed as {}", entity.schema));
    claim.locator = dossier_.intern(facts.sourceUrl);
    claim.attribution = dossier_.intern(facts.publisher);
    std::vector<Claim> claims;
    for (const FtmListing& listing : entity.listings) {
        claim.source = sourceNamed(listing.dataset, {});
        claim.date = seen(listing.firstSeen, listing.lastSeen);
        if (claim.date.empty()) {
            claim.date = seen(facts.modified, {});
        }
        claims.push_back(claim);
    }
    if (claims.empty() && (!facts.publisher.empty() || !facts.sourceUrl.empty())) {
        claim.source = facts.publisher.empty() ? sourceNamed(hostOf(facts.sourceUrl), {})
                                               : sourceNamed(facts.publisher, facts.publisherUrl);
        claim.date =
            seen(entity.firstSeen.empty() ? facts.modified : entity.firstSeen, entity.lastSeen);
        claims.push_back(claim);
    }
    return claims;
}

void FtmBuilder::takeDocument(const FtmEntity& entity) {
    Source source;
    source.id = dossier_.intern(entity.id);
    std::string title(entity.caption);
    std::string publisher;
    std::string address;
    std::string note;
    std::vector<std::string_view> dates;
    for (const FtmValue& value : entity.values) {
        if (value.property == "title" || value.property == "fileName" ||
            value.property == "subject" || value.property == "name") {
            title = title.empty() ? std::string(value.text) : title;
        } else if (value.property == "publisher" || value.property == "author") {
            publisher = withPart(publisher, value.text);
        } else if (value.property == "sourceUrl") {
            address = withPart(address, value.text);
        } else if (value.property == "summary" || value.property == "notes" ||
                   value.property == "description") {
            note = withPart(note, value.text);
        } else if ((value.property == "publishedAt" || value.property == "date" ||
                    value.property == "authoredAt") &&
                   ftmDate(value.text)) {
            dates.push_back(value.text);
        }
    }
    source.title = dossier_.intern(title.empty() ? entity.id : std::string_view(title));
    source.publisher = dossier_.intern(publisher);
    source.address = dossier_.intern(address);
    source.note = dossier_.intern(note);
    source.date = FtmDates{{}, {}, dates, false}.period();
    const auto [known, isNew] =
        sources_.emplace(source.id, static_cast<SourceIndex>(dossier_.sources().size()));
    if (isNew) {
        dossier_.add(source);
    } else {
        ++merged_;
    }
}

void FtmBuilder::takeDocumentation(const FtmEntity& entity) {
    ProofDraft draft;
    draft.place = placeOf(entity);
    draft.thing = draft.document = dossier_.intern(entity.parent);
    for (const FtmValue& value : entity.values) {
        StringId* const field = value.property == "document" ? &draft.document
                                : value.property == "entity" ? &draft.thing
                                : value.property == "role"   ? &draft.role
                                                             : nullptr;
        if (field != nullptr) {
            *field = dossier_.intern(value.text);
        }
    }
    proofs_.push_back(draft);
}

void FtmBuilder::addProofs() {
    for (const ProofDraft& draft : proofs_) {
        const auto source = sources_.find(draft.document);
        const VertexIndex row = dossier_.findVertex(draft.thing);
        if (source == sources_.end() || row == noIndex) {
            reportAt(draft.place, Severity::Refused, "proof",
                     fmt::format("The document “{}” or what it proves, “{}”, is not in the file (a "
                                 "dangling reference); add it or correct the id.",
                                 dossier_.text(draft.document), dossier_.text(draft.thing)));
            continue;
        }
        Claim claim;
        claim.about = {ElementKind::Vertex, row};
        claim.source = source->second;
        claim.statement = draft.role == noString ? dossier_.intern("Documented there") : draft.role;
        thingClaims_.push_back(claim);
    }
}

std::vector<Claim> FtmBuilder::takeTogether(std::span<const Claim> claims) {
    std::vector<Claim> whole;
    for (const Claim& claim : claims) {
        const auto same = std::ranges::find_if(whole, [&claim](const Claim& other) {
            return other.source == claim.source && other.statement == claim.statement;
        });
        if (same == whole.end()) {
            whole.push_back(claim);
            continue;
        }
        same->locator = join(same->locator, claim.locator);
        same->attribution = join(same->attribution, claim.attribution);
        widen(same->date, claim.date);
    }
    return whole;
}

template <typename Take>
void FtmBuilder::forEachSubject(std::vector<Claim>& claims, Take take) {
    // They are in order already where no entity comes twice.
    if (!std::ranges::is_sorted(claims, {}, &Claim::about)) {
        std::ranges::stable_sort(claims, {}, &Claim::about);
    }
    for (std::size_t begin = 0, end = 0; begin < claims.size(); begin = end) {
        while (end < claims.size() && claims[end].about == claims[begin].about) {
            ++end;
        }
        take(takeTogether(std::span(claims).subspan(begin, end - begin)));
    }
    claims = {};
}

void FtmBuilder::addThingClaims() {
    forEachSubject(thingClaims_, [this](const std::vector<Claim>& claims) {
        for (const Claim& claim : claims) {
            dossier_.add(claim);
        }
    });
}

void FtmBuilder::addLinkClaims() {
    forEachSubject(linkClaims_, [this](const std::vector<Claim>& claims) {
        const std::uint32_t draft = claims.front().about.index;
        for (EdgeIndex edge = firstEdges_[draft]; edge < firstEdges_[draft + 1]; ++edge) {
            // The tie by which a regime's authority imposes it is no part of the sanction.
            if (dossier_.edges().id(edge) == noString) {
                continue;
            }
            for (Claim claim : claims) {
                claim.about.index = edge;
                dossier_.add(claim);
            }
        }
    });
}

} // namespace entente
