#include "core/formats/follow_the_money_builder.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

bool goesOn(std::string_view status) {
    return status == "Active" || status == "active";
}

} // namespace

void FtmBuilder::takeSanction(const FtmEntity& entity) {
    LinkDraft draft;
    draft.place = placeOf(entity);
    draft.sanction = static_cast<std::uint32_t>(sanctions_.size());
    draft.edge.id = dossier_.intern(entity.id);
    draft.edge.kind = EdgeKind::Participation;
    draft.edge.type = dossier_.intern("target");
    draft.edge.polarity = Polarity::Conflictual;
    SanctionDraft regime;
    Facts facts;
    std::string programme;
    std::string programmeId;
    std::string authority;
    std::vector<std::string_view> listings;
    std::span<const FtmValue> listed;
    const auto join = [](std::string& parts, std::span<const FtmValue> values) {
        for (const FtmValue& value : values) {
            parts = withPart(parts, value.text);
        }
    };
    forEachProperty(entity, [&](std::string_view property, std::span<const FtmValue> values) {
        if (property == "entity") {
            for (const FtmValue& value : values) {
                draft.targets.push_back(dossier_.intern(value.text));
            }
        } else if (property == "program") {
            join(programme, values);
        } else if (property == "programId") {
            join(programmeId, values);
        } else if (property == "authority") {
            join(authority, values);
        } else if (property == "programUrl") {
            addAttributes(regime.attributes, values);
        } else if (property == "country") {
            addAttributes(regime.attributes, values);
        } else if (property == "reason") {
            for (const FtmValue& value : values) {
                facts.note += (facts.note.empty() ? "" : "\n") + std::string(value.text);
            }
        } else if (property == "listingDate") {
            readDates(property, values, listings, facts, entity.line);
            listed = values;
        } else {
            facts.dates.current =
                facts.dates.current ||
                (property == "status" && std::ranges::any_of(values, goesOn, &FtmValue::text));
            readFact(property, values, facts, entity.line);
        }
    });
    if (draft.targets.empty() && !entity.parent.empty()) {
        draft.targets.push_back(dossier_.intern(entity.parent));
    }
    if (facts.dates.begins.empty()) {
        facts.dates.begins = listings;
    } else if (!listings.empty()) {
        addAttributes(facts.attributes, listed);
    }
    if (!facts.dates.begins.empty() || !facts.dates.ends.empty()) {
        for (const std::string_view date : facts.dates.single) {
            addAttribute(facts.attributes, "date", date);
        }
    }
    if (authority.empty()) {
        ++unnamedAuthorities_;
        authority = entity.listings.empty()
                        ? "Authority not named"
                        : fmt::format("Authority not named ({})", entity.listings.front().dataset);
    }
    regime.programme = dossier_.intern(programme);
    regime.programmeId = dossier_.intern(programmeId);
    regime.authority = dossier_.intern(authority);
    draft.edge.note = dossier_.intern(facts.note);
    draft.edge.period = facts.dates.period();
    const std::vector<Claim> claims = claimsOf(entity, facts);
    draft.edge.attributes = std::move(facts.attributes);
    sanctions_.push_back(std::move(regime));
    keepDraft(std::move(draft), claims);
}

VertexIndex FtmBuilder::regimeOf(const LinkDraft& draft) {
    const SanctionDraft& sanction = sanctions_[draft.sanction];
    const std::string authority(dossier_.text(sanction.authority));
    const std::string programme(dossier_.text(sanction.programme));
    const std::string programmeId(dossier_.text(sanction.programmeId));
    const StringId key = dossier_.intern(
        fmt::format("sanctions: {}: {}", authority, programmeId.empty() ? programme : programmeId));
    if (const auto known = regimes_.find(key); known != regimes_.end()) {
        if (!sanction.attributes.empty()) {
            Vertex regime = dossier_.vertices().row(known->second);
            const std::vector<Attribute> before = regime.attributes;
            mergeAttributes(regime.attributes, sanction.attributes);
            if (regime.attributes != before) {
                dossier_.replaceVertex(known->second, regime);
            }
        }
        return known->second;
    }
    const StringId authorityId = dossier_.intern("authority: " + authority);
    VertexIndex imposing = dossier_.findVertex(authorityId);
    if (imposing == noIndex) {
        Vertex actor;
        actor.id = authorityId;
        actor.label = dossier_.intern(authority);
        actor.kind = VertexKind::Organisation;
        actor.type = dossier_.intern("sanctions authority");
        imposing = dossier_.add(actor);
    }
    Vertex regime;
    regime.id = key;
    regime.label = dossier_.intern(!programme.empty()     ? programme
                                   : !programmeId.empty() ? programmeId
                                                          : "Sanctions by " + authority);
    regime.kind = VertexKind::Agreement;
    regime.type = dossier_.intern("sanctions");
    regime.polarity = Polarity::Conflictual;
    regime.attributes = sanction.attributes;
    if (!programmeId.empty()) {
        VertexDetails details;
        details.codes = {{"programme", programmeId}};
        regime.details = std::make_shared<const VertexDetails>(std::move(details));
    }
    const VertexIndex row = dossier_.add(regime);
    regimes_.emplace(key, row);
    Edge imposes;
    imposes.kind = EdgeKind::Participation;
    imposes.type = dossier_.intern("imposes");
    imposes.source = imposing;
    imposes.target = row;
    dossier_.add(imposes);
    return row;
}

} // namespace entente
