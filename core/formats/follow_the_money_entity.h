#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// One value of a property, as text.
struct FtmValue {
    std::string_view property;
    std::string_view text;
    std::string_view language; ///< as the file has it; empty where it says nothing
    bool nested = false;       ///< the id of an entity that stands here whole
};

/// A data set that holds an entity, and when it was seen in it.
struct FtmListing {
    std::string_view dataset;
    std::string_view firstSeen;
    std::string_view lastSeen;
};

/// One entity of the FollowTheMoney model. The texts belong to the parser that gave it.
struct FtmEntity {
    std::string_view id;
    std::string_view schema;
    std::string_view caption;
    std::string_view firstSeen;
    std::string_view lastSeen;
    std::string_view parent;      ///< id of the entity in whose property it stands, or empty
    std::vector<FtmValue> values; ///< those of one property beside one another
    std::vector<FtmListing> listings;
    std::size_t line = 0;
};

/// Calls `take` with each property of the entity and its values.
template <typename Take>
void forEachProperty(const FtmEntity& entity, Take take) {
    const std::span<const FtmValue> all = entity.values;
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
        while (end < all.size() && all[end].property == all[begin].property) {
            ++end;
        }
        take(all[begin].property, all.subspan(begin, end - begin));
    }
}

/// Why a text is no entity: a sentence for the user.
struct FtmRefusal {
    std::string message;
};

/// Makes entities of JSON objects, whichever of the forms of the model they have.
class FtmParser {
public:
    FtmParser();
    ~FtmParser();
    FtmParser(const FtmParser&) = delete;
    FtmParser& operator=(const FtmParser&) = delete;

    /// The entity that `text` is, and after it those that stand in its properties; valid up to the
    /// next call. `text` begins in that line, and `readable` bytes may be read from its begin.
    /// Throws `FtmRefusal` where the text is no entity.
    std::span<const FtmEntity> parse(std::string_view text, std::size_t readable, std::size_t line);

    /// What had to be mended in the last text; empty where nothing had to.
    [[nodiscard]] const std::string& mended() const { return mended_; }

private:
    struct Json;

    std::unique_ptr<Json> json_;
    std::deque<std::string> made_; ///< texts that are not in the JSON as they are
    std::string mendedText_;
    std::string mended_;
    std::vector<FtmEntity> entities_;
    std::size_t used_ = 0;
    std::size_t line_ = 0;
};

} // namespace entente
