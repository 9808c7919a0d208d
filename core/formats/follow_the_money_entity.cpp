#include "core/formats/follow_the_money_entity.h"

#include "core/formats/text_encoding.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

namespace entente {

namespace {

namespace dom = simdjson::dom;

/// Values of one kind of JSON as a message names it.
std::string_view kindOf(const dom::element& element) {
    switch (element.type()) {
    case dom::element_type::ARRAY:
        return "a list";
    case dom::element_type::STRING:
        return "a text";
    case dom::element_type::NULL_VALUE:
        return "null";
    case dom::element_type::BOOL:
        return "true or false";
    case dom::element_type::OBJECT:
        return "an object";
    default:
        return "a number";
    }
}

FtmRefusal refusalOf(simdjson::error_code error) {
    switch (error) {
    case simdjson::DEPTH_ERROR:
        return {fmt::format("This is nested more than {} levels deep, which no entity is; it was "
                            "not taken.",
                            simdjson::DEFAULT_MAX_DEPTH)};
    case simdjson::NUMBER_ERROR:
        return {"A number in it is too large or not well formed; put it in quotes. The entity was "
                "not taken."};
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
        return {"This is too long for one entity; it was not taken."};
    case simdjson::UNCLOSED_STRING:
        return {"A text in it has no closing quote, as where a line was cut off; the entity was "
                "not taken."};
    case simdjson::UNESCAPED_CHARS:
        return {"A text in it holds control characters as they are (zero bytes, for example), "
                "which JSON does not allow; the entity was not taken."};
    default:
        return {"This is no well-formed JSON, as where a line was cut off; it was not taken."};
    }
}

} // namespace

struct FtmParser::Json {
    dom::parser parser;
    FtmParser& owner;

    explicit Json(FtmParser& parserOfAll) : owner(parserOfAll) {}

    /// Text as it is kept: a zero byte, which nothing later could show, becomes U+FFFD.
    std::string_view clean(std::string_view text) const {
        if (text.find('\0') == std::string_view::npos) {
            return text;
        }
        owner.mended_ = "A text holds zero bytes; \uFFFD stands for each.";
        std::string& made = owner.made_.emplace_back();
        for (const char c : text) {
            if (c == '\0') {
                made += "\uFFFD";
            } else {
                made += c;
            }
        }
        return made;
    }

    /// Any single value as text; empty for null.
    std::string_view textOf(const dom::element& element) const {
        switch (element.type()) {
        case dom::element_type::STRING:
            return clean(std::string_view(element));
        case dom::element_type::NULL_VALUE:
            return {};
        case dom::element_type::BOOL:
            return bool(element) ? "true" : "false";
        case dom::element_type::INT64:
            return owner.made_.emplace_back(std::to_string(std::int64_t(element)));
        case dom::element_type::UINT64:
            return owner.made_.emplace_back(std::to_string(std::uint64_t(element)));
        case dom::element_type::DOUBLE:
            return owner.made_.emplace_back(fmt::format("{}", double(element)));
        default:
            return clean(owner.made_.emplace_back(simdjson::minify(element)));
        }
    }

    FtmEntity& next() const {
        if (owner.used_ == owner.entities_.size()) {
            owner.entities_.emplace_back();
        }
        FtmEntity& entity = owner.entities_[owner.used_++];
        std::vector<FtmValue> values = std::move(entity.values);
        std::vector<FtmListing> listings = std::move(entity.listings);
        values.clear();
        listings.clear();
        entity = {};
        entity.values = std::move(values);
        entity.listings = std::move(listings);
        entity.line = owner.line_;
        return entity;
    }

    static bool isEntity(const dom::object& object) {
        return object["schema"].error() == simdjson::SUCCESS &&
               object["id"].error() == simdjson::SUCCESS;
    }

    /// Takes one value of a property of the entity in that place. Entities move as others are
    /// added, so that they are named by place.
    void takeValue(std::size_t place, std::string_view property, const dom::element& element) {
        dom::object object;
        if (element.get(object) == simdjson::SUCCESS && isEntity(object)) {
            const std::size_t child = owner.used_;
            const std::string_view parent = owner.entities_[place].id;
            takeEntity(object);
            owner.entities_[child].parent = parent;
            const std::string_view id = owner.entities_[child].id;
            owner.entities_[place].values.push_back({property, id, {}, true});
            return;
        }
        if (const std::string_view text = textOf(element); !text.empty()) {
            owner.entities_[place].values.push_back({property, text, {}, false});
        }
    }

    void takeProperty(std::size_t place, std::string_view key, const dom::element& element) {
        const std::string_view property = clean(key);
        dom::array list;
        if (element.get(list) != simdjson::SUCCESS) {
            takeValue(place, property, element);
            return;
        }
        for (const dom::element item : list) {
            takeValue(place, property, item);
        }
    }

    static void widen(std::vector<FtmListing>& listings, const FtmListing& seen) {
        const auto known = std::ranges::find(listings, seen.dataset, &FtmListing::dataset);
        if (known == listings.end()) {
            listings.push_back(seen);
            return;
        }
        if (known->firstSeen.empty() ||
            (!seen.firstSeen.empty() && seen.firstSeen < known->firstSeen)) {
            known->firstSeen = seen.firstSeen;
        }
        known->lastSeen = std::max(known->lastSeen, seen.lastSeen);
    }

    void takeStatement(FtmEntity& entity, const dom::object& statement) {
        FtmValue value;
        FtmListing listing;
        for (const auto [key, element] : statement) {
            if (key == "prop") {
                value.property = textOf(element);
            } else if (key == "value") {
                value.text = textOf(element);
            } else if (key == "lang") {
                value.language = textOf(element);
            } else if (key == "dataset") {
                listing.dataset = textOf(element);
            } else if (key == "first_seen") {
                listing.firstSeen = textOf(element);
            } else if (key == "last_seen") {
                listing.lastSeen = textOf(element);
            } else if (key == "schema" && entity.schema.empty()) {
                entity.schema = textOf(element);
            }
        }
        // A statement about "id" only says that the data set holds the entity.
        if (!value.text.empty() && !value.property.empty() && value.property != "id") {
            entity.values.push_back(value);
        }
        if (!listing.dataset.empty()) {
            widen(entity.listings, listing);
        }
    }

    void takeStatements(std::size_t place, const dom::element& element) {
        dom::array list;
        if (element.get(list) != simdjson::SUCCESS) {
            return;
        }
        FtmEntity& entity = owner.entities_[place];
        for (const dom::element item : list) {
            if (dom::object statement; item.get(statement) == simdjson::SUCCESS) {
                takeStatement(entity, statement);
            }
        }
        std::ranges::stable_sort(entity.values, {}, &FtmValue::property);
    }

    void takeDatasets(std::size_t place, const dom::element& element) {
        dom::array list;
        if (element.get(list) != simdjson::SUCCESS) {
            widen(owner.entities_[place].listings, {textOf(element), {}, {}});
            return;
        }
        for (const dom::element item : list) {
            if (const std::string_view dataset = textOf(item); !dataset.empty()) {
                widen(owner.entities_[place].listings, {dataset, {}, {}});
            }
        }
    }

    void takeMember(std::size_t place, std::string_view key, const dom::element& element) {
        FtmEntity& entity = owner.entities_[place];
        if (key == "id") {
            entity.id = textOf(element);
        } else if (key == "schema") {
            entity.schema = textOf(element);
        } else if (key == "caption") {
            entity.caption = textOf(element);
        } else if (key == "first_seen") {
            entity.firstSeen = textOf(element);
        } else if (key == "last_seen") {
            entity.lastSeen = textOf(element);
        } else if (key == "datasets" || key == "dataset") {
            takeDatasets(place, element);
        } else if (key == "statements") {
            takeStatements(place, element);
        } else if (key != "properties") {
            takeProperty(place, key, element);
        }
    }

    void takeEntity(const dom::object& object) {
        const std::size_t place = owner.used_;
        next();
        // Nested entities need to know the id of the one that they stand in.
        if (dom::element id; object["id"].get(id) == simdjson::SUCCESS) {
            owner.entities_[place].id = textOf(id);
        }
        if (dom::element properties; object["properties"].get(properties) == simdjson::SUCCESS) {
            dom::object members;
            if (properties.get(members) == simdjson::SUCCESS) {
                for (const auto [key, element] : members) {
                    takeProperty(place, key, element);
                }
            } else if (!properties.is_null()) {
                throw FtmRefusal{fmt::format("The properties are {}, not an object; the entity was "
                                             "not taken.",
                                             kindOf(properties))};
            }
        }
        for (const auto [key, element] : object) {
            takeMember(place, key, element);
        }
        for (FtmListing& listing : owner.entities_[place].listings) {
            if (listing.firstSeen.empty() && listing.lastSeen.empty()) {
                listing.firstSeen = owner.entities_[place].firstSeen;
                listing.lastSeen = owner.entities_[place].lastSeen;
            }
        }
        if (owner.entities_[place].id.empty()) {
            throw FtmRefusal{"The entity has no id; it was not taken."};
        }
        if (owner.entities_[place].schema.empty()) {
            throw FtmRefusal{fmt::format("The entity “{}” has no schema, so that there is no "
                                         "telling what it is; it was not taken.",
                                         owner.entities_[place].id)};
        }
    }

    /// A line that is a statement by itself, as OpenSanctions publishes them.
    bool takeStatementLine(const dom::object& object) {
        if (object["prop"].error() != simdjson::SUCCESS ||
            object["value"].error() != simdjson::SUCCESS) {
            return false;
        }
        dom::element id;
        if (object["canonical_id"].get(id) != simdjson::SUCCESS &&
            object["entity_id"].get(id) != simdjson::SUCCESS) {
            return false;
        }
        FtmEntity& entity = next();
        entity.id = textOf(id);
        takeStatement(entity, object);
        if (entity.id.empty() || entity.schema.empty()) {
            throw FtmRefusal{
                "The statement has no id of an entity or no schema; it was not taken."};
        }
        return true;
    }
};

FtmParser::FtmParser() : json_(std::make_unique<Json>(*this)) {}

FtmParser::~FtmParser() = default;

std::span<const FtmEntity> FtmParser::parse(std::string_view text, std::size_t readable,
                                            std::size_t line) {
    used_ = 0;
    line_ = line;
    made_.clear();
    mended_.clear();
    const auto parsed = [this](std::string_view json, bool padded) {
        return json_->parser.parse(json.data(), json.size(), !padded);
    };
    simdjson::simdjson_result<dom::element> result =
        parsed(text, readable >= text.size() + simdjson::SIMDJSON_PADDING);
    if (result.error() == simdjson::UTF8_ERROR) {
        ImportReport unused;
        try {
            mendedText_ = decodeText(text, {}, unused);
        } catch (const FileError&) {
            throw FtmRefusal{"This is no text; it was not taken."};
        }
        mended_ = "The text is not well-formed UTF-8; \uFFFD stands for the damaged letters, or it "
                  "was read as Windows-1252 where there were many.";
        result = parsed(mendedText_, false);
    }
    if (result.error() != simdjson::SUCCESS && text.find('\0') != std::string_view::npos) {
        throw FtmRefusal{
            "It holds zero bytes, which JSON does not allow and no text does: the file "
            "is damaged; fetch it again. The entity was not taken."};
    }
    if (result.error() != simdjson::SUCCESS) {
        throw refusalOf(result.error());
    }
    dom::object object;
    if (result.get(object) != simdjson::SUCCESS) {
        throw FtmRefusal{fmt::format("An entity is an object, this is {}; it was not taken.",
                                     kindOf(result.value_unsafe()))};
    }
    if (!json_->takeStatementLine(object)) {
        json_->takeEntity(object);
    }
    return {entities_.data(), used_};
}

} // namespace entente
