#pragma once

#include "core/formats/follow_the_money_entity.h"
#include "core/formats/follow_the_money_schema.h"
#include "core/formats/follow_the_money_values.h"
#include "core/formats/format.h"

#include <boost/container/small_vector.hpp>

#include <deque>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace entente {

/// Makes a dossier of entities of the FollowTheMoney model, in whatever order they come. Links are
/// joined to what they link at the end.
class FtmBuilder {
public:
    explicit FtmBuilder(ImportReport& report);

    /// The entities that follow are from that file.
    void beginFile(const std::string& file);
    void take(const FtmEntity& entity);
    void report(ReportEntry::Severity severity, std::size_t line, std::string column,
                std::string message);
    /// The dossier, once all entities have been taken.
    Dossier finish(const Progress& progress);

private:
    struct Place {
        std::uint32_t file = 0;
        std::size_t line = 0;
    };

    /// What every entity may say, whatever it is.
    struct Facts {
        std::vector<Attribute> attributes;
        std::string note;
        FtmDates dates;
        std::string sourceUrl;
        std::string publisher;
        std::string publisherUrl;
        std::string_view modified;
    };

    /// Nearly every link has one at each side.
    using Ends = boost::container::small_vector<StringId, 1>;

    /// A link whose ends may still be to come.
    struct LinkDraft {
        const FtmLink* link = nullptr; ///< null: a sanction
        Edge edge;
        Ends sources;
        Ends targets;
        StringId parent = noString;       ///< takes the place of the one end that is missing
        std::uint32_t sanction = noIndex; ///< in `sanctions_`
        bool reference = false;           ///< a property of a thing rather than an entity
        Place place;
    };

    /// What a sanction says of the regime that it belongs to.
    struct SanctionDraft {
        StringId programme = noString;
        StringId programmeId = noString;
        StringId authority = noString;
        std::vector<Attribute> attributes;
    };

    struct CodeDraft {
        StringId holder = noString;
        Code code;
        Place place;
    };

    struct ProofDraft {
        StringId thing = noString;
        StringId document = noString;
        StringId role = noString;
        Place place;
    };

    /// Takes a property that means the same whatever the entity is.
    void readFact(std::string_view property, std::span<const FtmValue> values, Facts& facts,
                  std::size_t line);
    void readDates(std::string_view property, std::span<const FtmValue> values,
                   std::vector<std::string_view>& dates, Facts& facts, std::size_t line);
    void addAttribute(std::vector<Attribute>& attributes, std::string_view name,
                      std::string_view value);
    void addAttributes(std::vector<Attribute>& attributes, std::span<const FtmValue> values);
    /// Adds those that are not there yet.
    void mergeAttributes(std::vector<Attribute>& into, const std::vector<Attribute>& from);
    std::vector<Claim> claimsOf(const FtmEntity& entity, const Facts& facts);
    SourceIndex sourceNamed(std::string_view id, std::string_view address);

    void takeThing(const FtmEntity& entity, const FtmThing& thing);
    void readName(const FtmValue& value, FtmUse use, Vertex& vertex, VertexDetails& details);
    void mergeThing(VertexIndex row, const Vertex& vertex);
    void takeLink(const FtmEntity& entity, const FtmLink& link);
    void takeSanction(const FtmEntity& entity);
    void takeIdentification(const FtmEntity& entity);
    void takeAddress(const FtmEntity& entity);
    void takeDocument(const FtmEntity& entity);
    void takeDocumentation(const FtmEntity& entity);
    void keepDraft(LinkDraft draft, std::span<const Claim> claims = {});
    void addReference(const FtmEntity& entity, const FtmLink& link, std::string_view value);

    void resolveLinks(const Progress& progress);
    void resolve(LinkDraft& draft);
    bool resolveEnds(LinkDraft& draft, const Ends& ids, std::string_view end,
                     std::vector<VertexIndex>& rows);
    [[nodiscard]] std::uint32_t draftOf(StringId id) const;
    void addEdge(const LinkDraft& draft, Edge edge);
    void keepAsAttribute(const LinkDraft& draft);
    void elect(VertexIndex row);
    VertexIndex regimeOf(const LinkDraft& draft);
    void addCodes();
    void addAddresses();
    void addProofs();
    StringId join(StringId parts, StringId text);
    /// Of claims about one element, those that say the same in one source become one.
    std::vector<Claim> takeTogether(std::span<const Claim> claims);
    template <typename Take>
    void forEachSubject(std::vector<Claim>& claims, Take take);
    void addThingClaims();
    void addLinkClaims();
    void addNotes();

    [[nodiscard]] Place placeOf(const FtmEntity& entity) const;
    void reportAt(const Place& place, ReportEntry::Severity severity, std::string column,
                  std::string message);

    ImportReport& report_;
    Dossier dossier_;
    std::vector<std::string> files_;
    std::vector<std::string_view> texts_; ///< of the entity at hand
    std::deque<LinkDraft> drafts_;
    std::vector<SanctionDraft> sanctions_;
    std::vector<std::uint32_t> draftOfId_; ///< by `StringId`
    std::set<std::tuple<const FtmLink*, StringId, StringId>> references_;
    std::vector<CodeDraft> codes_;
    std::vector<ProofDraft> proofs_;
    std::unordered_map<StringId, StringId> addresses_; ///< text by id
    std::vector<std::pair<VertexIndex, StringId>> addressRefs_;
    std::vector<Claim> thingClaims_;
    std::vector<Claim> linkClaims_;     ///< about a draft until that is resolved
    std::vector<EdgeIndex> firstEdges_; ///< of each draft, and one past the last draft's
    std::unordered_map<StringId, SourceIndex> sources_;
    std::unordered_map<StringId, VertexIndex> regimes_;
    std::unordered_set<StringId> attributeNames_;
    std::map<std::string, std::size_t, std::less<>> unknownSchemata_;
    std::size_t merged_ = 0;
    std::size_t unnamedAuthorities_ = 0;
    std::size_t leftAddresses_ = 0;
};

} // namespace entente
