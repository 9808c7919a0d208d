#include "core/formats/follow_the_money_builder.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

/// What a person's topics say of one who holds or held a public post.
bool isPolitical(std::string_view topic) {
    return topic == "role.pep" || topic == "role.pol";
}

std::string upper(std::string_view text) {
    std::string letters(text);
    std::ranges::transform(letters, letters.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return letters;
}

/// Of two schemata of one entity the more specific one counts.
int rankOf(VertexKind kind, std::string_view type) {
    if (kind == VertexKind::Leader) {
        return findFtmThing("Person")->rank;
    }
    return ftmRank(type);
}

template <typename Item>
void addNew(std::vector<Item>& items, const std::vector<Item>& further) {
    for (const Item& item : further) {
        if (std::ranges::find(items, item) == items.end()) {
            items.push_back(item);
        }
    }
}

Endpoint either(const Endpoint& first, const Endpoint& second) {
    return first.kind == Endpoint::Kind::Known || second.kind == Endpoint::Kind::Absent ? first
                                                                                        : second;
}

} // namespace

void FtmBuilder::readName(const FtmValue& value, FtmUse use, Vertex& vertex,
                          VertexDetails& details) {
    Name name;
    name.language =
        value.language.empty() ? std::string(scriptTag(value.text)) : languageTag(value.language);
    name.text = value.text;
    const bool isLabel = dossier_.text(vertex.label) == value.text;
    if (isLabel && (use != FtmUse::Name || value.language.empty())) {
        return;
    }
    const auto same = [&name](const Name& other) {
        return other.text == name.text &&
               (name.language.empty() || other.language.empty() || other.language == name.language);
    };
    if (std::ranges::any_of(details.names, same)) {
        return;
    }
    // The label is the first name; of further ones in a language, only one can be the name.
    name.alias = use != FtmUse::Name || name.language.empty() ||
                 std::ranges::any_of(details.names, [&name](const Name& other) {
                     return !other.alias && other.language == name.language;
                 });
    details.names.push_back(std::move(name));
}

void FtmBuilder::takeThing(const FtmEntity& entity, const FtmThing& thing) {
    Vertex vertex;
    vertex.id = dossier_.intern(entity.id);
    vertex.kind = thing.kind;
    vertex.type = dossier_.intern(thing.type);
    std::string_view label = entity.caption;
    for (const FtmValue& value : entity.values) {
        if (label.empty() && value.property == "name" && scriptTag(value.text).empty()) {
            label = value.text;
        }
    }
    VertexDetails details;
    Facts facts;
    std::vector<StringId> addresses;
    forEachProperty(entity, [&](std::string_view property, std::span<const FtmValue> values) {
        const FtmProperty known = ftmProperty(property);
        switch (known.use) {
        case FtmUse::KindOfAlias:
            addAttributes(facts.attributes, values);
            [[fallthrough]];
        case FtmUse::Name:
        case FtmUse::Alias:
            if (label.empty()) {
                label = values.front().text;
            }
            if (vertex.label == noString) {
                vertex.label = dossier_.intern(label);
            }
            for (const FtmValue& value : values) {
                readName(value, known.use, vertex, details);
            }
            return;
        case FtmUse::Code:
            for (const FtmValue& value : values) {
                addNew(details.codes, {Code{std::string(known.system), std::string(value.text)}});
            }
            return;
        case FtmUse::Address:
            for (const FtmValue& value : values) {
                addresses.push_back(dossier_.intern(value.text));
            }
            return;
        case FtmUse::Proof:
            for (const FtmValue& value : values) {
                proofs_.push_back(
                    {vertex.id, dossier_.intern(value.text), noString, placeOf(entity)});
            }
            return;
        default:
            break;
        }
        if (const FtmLink* const link = findFtmReference(property, thing.kind)) {
            for (const FtmValue& value : values) {
                addReference(entity, *link, value.text);
            }
            return;
        }
        if (thing.schema == "Person" && property == "topics" &&
            std::ranges::any_of(values, isPolitical, &FtmValue::text)) {
            vertex.kind = VertexKind::Leader;
        }
        if (thing.kind == VertexKind::State && (property == "code" || property == "country")) {
            for (const FtmValue& value : values) {
                details.codes.push_back({"iso2", upper(value.text)});
            }
            return;
        }
        readFact(property, values, facts, entity.line);
    });
    if (vertex.label == noString) {
        vertex.label = dossier_.intern(label.empty() ? entity.id : label);
    }
    vertex.note = dossier_.intern(facts.note);
    if (!facts.dates.begins.empty() || !facts.dates.ends.empty()) {
        for (const std::string_view date : facts.dates.single) {
            addAttribute(facts.attributes, "date", date);
        }
    }
    vertex.period = facts.dates.period();
    vertex.attributes = std::move(facts.attributes);
    if (!details.empty()) {
        vertex.details = std::make_shared<const VertexDetails>(std::move(details));
    }
    VertexIndex row = dossier_.findVertex(vertex.id);
    if (row == noIndex) {
        row = dossier_.add(vertex);
    } else {
        merged_ += entity.parent.empty() ? 1 : 0;
        mergeThing(row, vertex);
    }
    for (const StringId address : addresses) {
        addressRefs_.emplace_back(row, address);
    }
    for (Claim& claim : claimsOf(entity, facts)) {
        claim.about = {ElementKind::Vertex, row};
        thingClaims_.push_back(claim);
    }
}

void FtmBuilder::mergeThing(VertexIndex row, const Vertex& vertex) {
    Vertex whole = dossier_.vertices().row(row);
    const VertexDetails none;
    VertexDetails details = whole.details ? *whole.details : none;
    const VertexDetails& further = vertex.details ? *vertex.details : none;
    const bool political = whole.kind == VertexKind::Leader || vertex.kind == VertexKind::Leader;
    if (rankOf(vertex.kind, dossier_.text(vertex.type)) >
        rankOf(whole.kind, dossier_.text(whole.type))) {
        whole.kind = vertex.kind;
        whole.type = vertex.type;
    }
    if (political && whole.kind == VertexKind::Other) {
        whole.kind = VertexKind::Leader;
    }
    if (whole.label == whole.id) {
        whole.label = vertex.label;
    } else if (vertex.label != vertex.id && vertex.label != whole.label) {
        const FtmValue name{{}, dossier_.text(vertex.label), {}, false};
        readName(name, FtmUse::Alias, whole, details);
    }
    addNew(details.names, further.names);
    addNew(details.codes, further.codes);
    const std::string_view note = dossier_.text(vertex.note);
    if (!note.empty() && dossier_.text(whole.note).find(note) == std::string_view::npos) {
        const std::string_view known = dossier_.text(whole.note);
        whole.note = dossier_.intern(fmt::format("{}{}{}", known, known.empty() ? "" : "\n", note));
    }
    whole.period = {either(whole.period.begin, vertex.period.begin),
                    either(whole.period.end, vertex.period.end)};
    mergeAttributes(whole.attributes, vertex.attributes);
    if (!details.empty()) {
        whole.details = std::make_shared<const VertexDetails>(std::move(details));
    }
    dossier_.replaceVertex(row, whole);
}

void FtmBuilder::takeAddress(const FtmEntity& entity) {
    ++leftAddresses_;
    std::string_view full = entity.caption;
    std::string parts;
    for (const FtmValue& value : entity.values) {
        if (value.property == "full") {
            full = value.text;
        } else if (value.property == "street" || value.property == "city" ||
                   value.property == "postalCode" || value.property == "country") {
            parts += (parts.empty() ? "" : ", ") + std::string(value.text);
        }
    }
    addresses_.emplace(dossier_.intern(entity.id),
                       dossier_.intern(!full.empty()    ? full
                                       : !parts.empty() ? std::string_view(parts)
                                                        : entity.id));
}

void FtmBuilder::addAddresses() {
    std::size_t missing = 0;
    std::ranges::stable_sort(addressRefs_, {}, &std::pair<VertexIndex, StringId>::first);
    for (std::size_t i = 0; i < addressRefs_.size();) {
        const VertexIndex row = addressRefs_[i].first;
        Vertex vertex = dossier_.vertices().row(row);
        for (; i < addressRefs_.size() && addressRefs_[i].first == row; ++i) {
            const auto address = addresses_.find(addressRefs_[i].second);
            missing += address == addresses_.end() ? 1 : 0;
            const StringId text =
                address == addresses_.end() ? addressRefs_[i].second : address->second;
            addAttribute(vertex.attributes, "address", dossier_.text(text));
        }
        dossier_.replaceVertex(row, vertex);
    }
    if (missing > 0) {
        report_.note(files_.front(),
                     fmt::format("Addresses that are referred to but not in the file: {}. Their "
                                 "ids were kept.",
                                 missing));
    }
}

void FtmBuilder::takeIdentification(const FtmEntity& entity) {
    CodeDraft draft;
    draft.place = placeOf(entity);
    draft.code.system = entity.schema == "Passport" ? "passport number" : "id number";
    draft.holder = dossier_.intern(entity.parent);
    std::vector<std::string> numbers;
    for (const FtmValue& value : entity.values) {
        if (value.property == "holder") {
            draft.holder = dossier_.intern(value.text);
        } else if (value.property == "number" || value.property == "passportNumber") {
            numbers.emplace_back(value.text);
        } else if (value.property == "type" && entity.schema != "Passport") {
            draft.code.system = value.text;
        }
    }
    if (numbers.empty()) {
        report(
            Severity::Refused, entity.line, "number",
            fmt::format("The {} “{}” has no number; it was not taken.", entity.schema, entity.id));
        return;
    }
    for (std::string& number : numbers) {
        draft.code.value = std::move(number);
        codes_.push_back(draft);
    }
}

void FtmBuilder::addCodes() {
    for (const CodeDraft& draft : codes_) {
        const VertexIndex row = dossier_.findVertex(draft.holder);
        if (row == noIndex) {
            reportAt(
                draft.place, Severity::Refused, "holder",
                fmt::format("The holder “{}” of the document of identity is not in the file (a "
                            "dangling reference); add it or correct the id.",
                            dossier_.text(draft.holder)));
            continue;
        }
        Vertex vertex = dossier_.vertices().row(row);
        VertexDetails details = vertex.details ? *vertex.details : VertexDetails{};
        addNew(details.codes, {draft.code});
        vertex.details = std::make_shared<const VertexDetails>(std::move(details));
        dossier_.replaceVertex(row, vertex);
    }
}

} // namespace entente
