#pragma once

#include "core/model/dossier.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// How the values of a field may be written where a format has types.
using FieldType = AttributeType;

/// A named value that elements have in formats of attributes: a word of Entente's ("kind",
/// "period") or an attribute from a file. `NodeRows` and `EdgeRows` read them back.
struct Field {
    std::string name;
    FieldType type = FieldType::Text;
    bool attribute = false;        ///< from a file rather than a word of Entente's
    bool used = true;              ///< some element has a value that is not implied
    std::string_view implied = {}; ///< what it means that an element has no value: "confirmed"
};

/// Whether writers of tables that Gephi reads want periods as its time sets too.
enum class TimeSets : std::uint8_t { Without, With };

/// All that formats of attributes can say of the vertices of a dossier. Those that are removed
/// count for nothing.
class VertexFields {
public:
    /// O(rows × attributes).
    explicit VertexFields(const Dossier& dossier, TimeSets timeSets = TimeSets::Without);

    /// `id` and `label` first.
    [[nodiscard]] const std::vector<Field>& fields() const { return fields_; }
    /// The place of the field with that name; it must be there.
    [[nodiscard]] std::size_t place(std::string_view name) const;
    /// The row's values, empty where it has none; valid until the next call.
    const std::vector<std::string_view>& row(VertexIndex row);

private:
    void addAttributes();
    void addDetails();

    const Dossier& dossier_;
    TimeSets timeSets_;
    std::vector<Field> fields_;
    std::vector<std::string> codeSystems_;
    std::vector<std::pair<std::string, bool>> nameLanguages_; ///< with: aliases
    std::vector<StringId> attributes_;
    std::vector<std::string_view> values_;
    std::vector<std::string> texts_;
    std::map<SectorSet, std::string> sectors_;
};

/// All that formats of attributes can say of the edges of a dossier. Copies are cheap, so that each
/// thread can have its own.
class EdgeFields {
public:
    explicit EdgeFields(const Dossier& dossier, TimeSets timeSets = TimeSets::Without);

    /// `source`, `target`, `type` (Directed, Undirected) and `id` first.
    [[nodiscard]] const std::vector<Field>& fields() const { return fields_; }
    /// The place of the field with that name; it must be there.
    [[nodiscard]] std::size_t place(std::string_view name) const;
    /// The row's values, empty where it has none; valid until the next call.
    const std::vector<std::string_view>& row(EdgeIndex row);

private:
    const Dossier& dossier_;
    TimeSets timeSets_;
    std::vector<Field> fields_;
    std::vector<std::span<const StringId>> attributes_; ///< the values of each
    std::vector<std::string_view> values_;
    std::vector<std::string> texts_;
    std::map<SectorSet, std::string> sectors_;
};

/// Whether writers leave the edge out: it or one of its ends is removed.
bool isWritten(const Dossier& dossier, EdgeIndex edge);

/// Whether the dossier has a title, a description, a date or a language.
bool hasCover(const Dossier& dossier);

/// What of the dossier no fields can say, a sentence each: claims, sources, looks of its own
/// sectors. `format` begins the sentence: "Tables".
std::vector<std::string> fieldLosses(const Dossier& dossier, std::string_view format);

} // namespace entente
