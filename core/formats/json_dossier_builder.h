#pragma once

#include "core/formats/format.h"
#include "core/formats/json_fields.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace entente {

/// Makes a dossier of the parts of an Entente JSON document, in whatever order they come.
/// References forward are resolved at the end.
class JsonDossierBuilder final : public JsonListener {
public:
    JsonDossierBuilder(const std::string& file, ImportReport& report);

    bool wanted(std::string_view member, std::size_t line) override;
    void take(std::string_view member, std::size_t index, const JsonTree& value) override;

    /// The dossier, once the whole document has been taken. Throws `FileError` where the document
    /// did not say that it is an Entente dossier.
    Dossier finish();

private:
    /// A claim whose source or element may still be to come.
    struct ClaimDraft {
        Claim claim;
        StringId source = noString;
        std::string pointer; ///< given only where it has to wait
        std::size_t line = 0;
    };

    /// An edge whose ends may still be to come.
    struct EdgeDraft {
        Edge edge;
        StringId source = noString;
        StringId target = noString;
        std::string pointer;
        std::size_t line = 0;
        std::vector<ClaimDraft> claims;
    };

    struct DeclaredAttribute {
        ElementKind owner;
        StringId name;
        AttributeType type;
    };

    struct UndeclaredSector {
        std::string pointer;
        std::size_t line = 0;
    };

    void takeCover(std::string_view member, const JsonPlace& place);
    void takeAttributeTypes(const JsonPlace& place);
    void takeSector(const JsonPlace& place);
    void takeSource(const JsonPlace& place);
    void takeVertex(std::string_view member, const JsonPlace& place);
    /// Reads a tie, party, participant or lineage; `vertex` is the agreement or event that holds
    /// it.
    void takeEdge(const JsonPlace& place, EdgeKind kind, StringId vertex);

    void readVertexField(std::string_view member, const JsonPlace& field, Vertex& vertex,
                         VertexDetails& details);
    /// False where edges of the kind have no such field.
    bool readEdgeEnd(EdgeKind kind, const JsonPlace& field, EdgeDraft& draft);
    ClaimDraft readClaim(const JsonPlace& place);
    void readClaims(const JsonPlace& list, std::vector<ClaimDraft>& claims);
    void readAttributes(const JsonPlace& place, std::vector<Attribute>& attributes);
    void addAttribute(const JsonPlace& place, std::string_view name,
                      std::vector<Attribute>& attributes);
    void readUnknown(std::string_view member, const JsonPlace& field,
                     std::vector<Attribute>& attributes);
    SectorSet readSectors(const JsonPlace& place);

    /// False where an end is not known (yet).
    bool addEdge(EdgeDraft& draft);
    void addClaim(ClaimDraft& draft);
    void refuseDangling(const EdgeDraft& draft);
    [[nodiscard]] std::string dangling(std::string_view what, StringId name) const;
    [[nodiscard]] SourceIndex sourceNamed(StringId name) const;
    void reportUndeclaredSectors();
    void declareAttributes();

    void note(ReportEntry::Severity severity, std::string pointer, std::size_t line,
              std::string message);
    void note(const JsonRefusal& refusal, ReportEntry::Severity severity);
    /// Calls `read`; what it refuses goes to the report.
    template <typename Read>
    void attempt(ReportEntry::Severity severity, Read read) {
        try {
            read();
        } catch (const JsonRefusal& refusal) {
            note(refusal, severity);
        }
    }

    const std::string& file_;
    ImportReport& report_;
    Dossier dossier_;
    bool formatSeen_ = false;
    bool versionSeen_ = false;
    bool sectorsSeen_ = false;
    std::unordered_set<std::string> declared_;
    std::unordered_map<StringId, SourceIndex> sources_;
    std::unordered_set<StringId> refusedIds_;
    std::unordered_set<StringId> edgeIds_;
    std::unordered_set<StringId> attributeNames_;
    std::vector<DeclaredAttribute> declaredAttributes_;
    std::unordered_set<std::string> toldKeys_;
    std::unordered_set<std::string> members_;
    std::vector<std::pair<std::string, UndeclaredSector>> undeclared_;
    std::vector<EdgeDraft> waitingEdges_;
    std::vector<ClaimDraft> waitingClaims_;
};

} // namespace entente
