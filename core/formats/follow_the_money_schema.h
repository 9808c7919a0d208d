#pragma once

#include "core/model/vocabulary.h"

#include <array>
#include <string_view>

namespace entente {

/// What an entity of a schema becomes that is a thing.
struct FtmThing {
    std::string_view schema;
    VertexKind kind = VertexKind::Other;
    std::string_view type;
    int rank = 0; ///< of two schemata of one entity, the more specific one has the higher
};

/// How an entity of a schema that is a link, or a property that refers to an entity, joins two
/// others.
struct FtmLink {
    std::string_view schema;
    std::array<std::string_view, 2> source; ///< properties; the second where the first is missing
    std::array<std::string_view, 2> target;
    std::string_view type; ///< where the file names no role or relationship
    bool directed = true;
    Confidence confidence = Confidence::Confirmed;
};

/// What a property says of an entity, in the words of a dossier.
enum class FtmUse : std::uint8_t {
    Attribute, ///< Entente has no word for it
    Name,
    Alias,
    KindOfAlias, ///< an alias whose kind is worth keeping
    Code,
    Note,
    Begin,
    End,
    Date,
    SourceUrl,
    Publisher,
    PublisherUrl,
    Modified,
    Proof,
    Address, ///< id of an Address
};

struct FtmProperty {
    std::string_view name;
    FtmUse use = FtmUse::Attribute;
    std::string_view system; ///< of a code
};

/// What becomes of an entity.
enum class FtmRole : std::uint8_t {
    Thing,
    Link,
    Sanction,
    Identification,
    Address,
    Document,
    Documentation,
    Unknown
};

FtmRole ftmRole(std::string_view schema);
/// Null where the schema is no thing.
const FtmThing* findFtmThing(std::string_view schema);
/// The rank of the schema whose entities have that type; 0 where there is none.
int ftmRank(std::string_view type);
/// Null where the schema is no link.
const FtmLink* findFtmLink(std::string_view schema);
/// The link that a property of a thing stands for; null where it is none.
const FtmLink* findFtmReference(std::string_view property, VertexKind kind);
FtmProperty ftmProperty(std::string_view name);

} // namespace entente
