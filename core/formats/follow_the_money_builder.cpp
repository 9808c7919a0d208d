#include "core/formats/follow_the_money_builder.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

/// Each name of an attribute is a column of the dossier, so that their number must stay small.
constexpr std::size_t mostAttributeNames = 512;
constexpr std::string_view otherProperties = "other properties";

} // namespace

FtmBuilder::FtmBuilder(ImportReport& report) : report_(report) {}

void FtmBuilder::beginFile(const std::string& file) {
    files_.push_back(file);
}

FtmBuilder::Place FtmBuilder::placeOf(const FtmEntity& entity) const {
    return {static_cast<std::uint32_t>(files_.size() - 1), entity.line};
}

void FtmBuilder::reportAt(const Place& place, Severity severity, std::string column,
                          std::string message) {
    report_.add({severity, files_[place.file], place.line, std::move(column), std::move(message)});
}

void FtmBuilder::report(Severity severity, std::size_t line, std::string column,
                        std::string message) {
    report_.add({severity, files_.back(), line, std::move(column), std::move(message)});
}

void FtmBuilder::take(const FtmEntity& entity) {
    ++report_.rowsRead;
    texts_.assign(1, entity.id);
    for (const FtmValue& value : entity.values) {
        texts_.push_back(value.text);
    }
    dossier_.strings().prefetch(texts_);
    switch (ftmRole(entity.schema)) {
    case FtmRole::Thing:
        takeThing(entity, *findFtmThing(entity.schema));
        break;
    case FtmRole::Link:
        takeLink(entity, *findFtmLink(entity.schema));
        break;
    case FtmRole::Sanction:
        takeSanction(entity);
        break;
    case FtmRole::Identification:
        takeIdentification(entity);
        break;
    case FtmRole::Address:
        takeAddress(entity);
        break;
    case FtmRole::Document:
        takeDocument(entity);
        break;
    case FtmRole::Documentation:
        takeDocumentation(entity);
        break;
    case FtmRole::Unknown:
        ++unknownSchemata_.try_emplace(std::string(entity.schema), 0).first->second;
        takeThing(entity, {entity.schema, VertexKind::Other, entity.schema, 0});
        break;
    }
}

void FtmBuilder::addAttribute(std::vector<Attribute>& attributes, std::string_view name,
                              std::string_view value) {
    if (value.empty()) {
        return;
    }
    StringId known = dossier_.intern(name);
    std::string named;
    if (!attributeNames_.contains(known)) {
        if (attributeNames_.size() < mostAttributeNames) {
            attributeNames_.insert(known);
        } else {
            known = dossier_.intern(otherProperties);
            named = fmt::format("{}: {}", name, value);
            value = named;
        }
    }
    const auto same = std::ranges::find(attributes, known, &Attribute::name);
    if (same == attributes.end()) {
        attributes.push_back({known, dossier_.intern(value)});
    } else {
        same->value = dossier_.intern(withPart(dossier_.text(same->value), value));
    }
}

void FtmBuilder::addAttributes(std::vector<Attribute>& attributes,
                               std::span<const FtmValue> values) {
    if (values.size() == 1) {
        addAttribute(attributes, values.front().property, values.front().text);
        return;
    }
    std::string joined;
    for (const FtmValue& value : values) {
        joined = withPart(joined, value.text);
    }
    addAttribute(attributes, values.front().property, joined);
}

void FtmBuilder::mergeAttributes(std::vector<Attribute>& into, const std::vector<Attribute>& from) {
    for (const Attribute& attribute : from) {
        const auto same = std::ranges::find(into, attribute.name, &Attribute::name);
        if (same == into.end()) {
            into.push_back(attribute);
        } else {
            same->value = join(same->value, attribute.value);
        }
    }
}

void FtmBuilder::readDates(std::string_view property, std::span<const FtmValue> values,
                           std::vector<std::string_view>& dates, Facts& facts, std::size_t line) {
    bool differ = false;
    for (const FtmValue& value : values) {
        if (!ftmDate(value.text)) {
            report(Severity::Repaired, line, std::string(property),
                   fmt::format("“{}” is no date; it was kept as an attribute.", value.text));
            addAttribute(facts.attributes, property, value.text);
            continue;
        }
        differ = differ || (!dates.empty() && dates.back() != value.text);
        dates.push_back(value.text);
    }
    if (differ) {
        addAttributes(facts.attributes, values);
    }
}

void FtmBuilder::readFact(std::string_view property, std::span<const FtmValue> values, Facts& facts,
                          std::size_t line) {
    switch (ftmProperty(property).use) {
    case FtmUse::Begin:
        readDates(property, values, facts.dates.begins, facts, line);
        return;
    case FtmUse::End:
        readDates(property, values, facts.dates.ends, facts, line);
        return;
    case FtmUse::Date:
        readDates(property, values, facts.dates.single, facts, line);
        return;
    case FtmUse::Note:
        for (const FtmValue& value : values) {
            if (facts.note.find(value.text) == std::string::npos) {
                facts.note += facts.note.empty() ? "" : "\n";
                facts.note += value.text;
            }
        }
        return;
    case FtmUse::SourceUrl:
        for (const FtmValue& value : values) {
            facts.sourceUrl = withPart(facts.sourceUrl, value.text);
        }
        return;
    case FtmUse::Publisher:
        for (const FtmValue& value : values) {
            facts.publisher = withPart(facts.publisher, value.text);
        }
        return;
    case FtmUse::PublisherUrl:
        facts.publisherUrl = values.front().text;
        addAttributes(facts.attributes, values);
        return;
    case FtmUse::Modified:
        facts.modified = values.front().text;
        addAttributes(facts.attributes, values);
        return;
    case FtmUse::Attribute:
    case FtmUse::Name:
    case FtmUse::Alias:
    case FtmUse::KindOfAlias:
    case FtmUse::Code:
    case FtmUse::Proof:
    case FtmUse::Address:
        // What stands here whole is an entity by itself, and needs no mention of its id.
        if (!values.front().nested) {
            addAttributes(facts.attributes, values);
        }
        return;
    }
}

Dossier FtmBuilder::finish(const Progress& progress) {
    resolveLinks(progress);
    addCodes();
    addAddresses();
    addProofs();
    // The claims are the largest part by far: they shall not move to a larger place when most of
    // the file lies in the memory twice.
    dossier_.reserve(dossier_.vertices().size(), dossier_.edges().size(),
                     thingClaims_.size() + linkClaims_.size());
    addThingClaims();
    addLinkClaims();
    addNotes();
    return std::move(dossier_);
}

void FtmBuilder::addNotes() {
    const auto note = [this](std::string message) {
        report_.note(files_.empty() ? std::string() : files_.front(), std::move(message));
    };
    for (const auto& [schema, count] : unknownSchemata_) {
        note(fmt::format("Entities of the schema “{}”, which Entente does not know: {}. They were "
                         "taken as actors of another kind.",
                         schema, count));
    }
    if (merged_ > 0) {
        note(fmt::format(
            "Lines that say more of an entity of an earlier line: {}. What is said of one "
            "entity was brought together.",
            merged_));
    }
    if (leftAddresses_ > 0) {
        note(fmt::format("Addresses: {}. They are no actors; each was kept as an attribute of what "
                         "refers to it.",
                         leftAddresses_));
    }
    if (unnamedAuthorities_ > 0) {
        note(fmt::format("Sanctions without an authority: {}. An actor stands for the authority "
                         "that is not named.",
                         unnamedAuthorities_));
    }
}

} // namespace entente
