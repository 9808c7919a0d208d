#include "core/formats/graphml_keys.h"

#include "core/formats/looks.h"
#include "core/formats/table.h"
#include "core/formats/table_columns.h"
#include "core/formats/yed_drawing.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

constexpr std::array<std::string_view, 3> colourParts3 = {"r", "g", "b"};

bool isNumber(FieldType type) {
    return type == FieldType::Integer || type == FieldType::Number;
}

bool isRole(std::string_view plain) {
    return std::ranges::find(columns::words::role, plain) != columns::words::role.end();
}

} // namespace

bool GraphMlKeys::isFor(const GraphMlKey& key, RowKind kind) const {
    // A hyperedge becomes a node, its ends become edges.
    return key.domain == "all" ||
           (kind == RowKind::Node ? key.domain == "node" || key.domain == "hyperedge"
                                  : key.domain == "edge" || key.domain == "endpoint");
}

void GraphMlKeys::learn(GraphMlKeys& first) {
    keys_ = std::move(first.keys_);
    byId_ = std::move(first.byId_);
    implied_ = std::move(first.implied_);
    declarations_.learn(first.declarations_);
    for (GraphMlKey& key : keys_) {
        key.learned = true;
    }
}

GraphMlKey& GraphMlKeys::declare(const XmlAttributes& attributes) {
    if (declarations_.comesAgain()) {
        passedOver_.content = GraphMlKey::Content::Ignored;
        return passedOver_;
    }
    const auto known = byId_.find(attributes["id"]);
    GraphMlKey& key = keys_.emplace_back();
    key.id = attributes["id"];
    key.name = attributes["attr.name"];
    key.typeWord = attributes["attr.type"];
    key.type = declaredType(key.typeWord);
    key.domain = attributes["for"];
    constexpr std::array<std::string_view, 7> domains = {"node", "edge",  "hyperedge", "endpoint",
                                                         "port", "graph", "graphml"};
    if (std::ranges::find(domains, key.domain) == domains.end()) {
        key.domain = "all";
    }
    last_ = nullptr; // the id may have named another key so far
    const std::string_view graphics = attributes["yfiles.type"];
    if (key.id == ownNodeDrawing || key.id == ownEdgeDrawing) {
        key.content = GraphMlKey::Content::Ignored;
    } else if (graphics == "nodegraphics" || graphics == "edgegraphics") {
        key.content = GraphMlKey::Content::Graphics;
    } else if (!graphics.empty()) {
        key.content = GraphMlKey::Content::Ignored;
    }
    if (key.name.empty()) {
        key.name = key.id;
    }
    const bool twice = std::ranges::count_if(keys_, [&key](const GraphMlKey& other) {
                           return other.name == key.name && other.domain == key.domain;
                       }) > 1;
    if (twice && key.content == GraphMlKey::Content::Value && !isJoined(key)) {
        std::string name = fmt::format("{} ({})", key.name, key.id);
        declarations_.say(
            Severity::Note, fmt::format("key {}", key.id),
            fmt::format("Another key has the name “{}” too; this one was called “{}”.", key.name,
                        name));
        key.name = std::move(name);
    }
    if (known == byId_.end() || !known->second->declared) {
        byId_.insert_or_assign(key.id, &key);
    } else {
        declarations_.say(Severity::Repaired, fmt::format("key {}", key.id),
                          "A key with this id is declared already; this one was passed over.");
    }
    return key;
}

bool GraphMlKeys::isJoined(const GraphMlKey& key) const {
    return isNumber(key.type) && std::ranges::any_of(keys_, [&key](const GraphMlKey& other) {
               return &other != &key && other.name == key.name && other.domain == key.domain &&
                      other.content == GraphMlKey::Content::Value && isNumber(other.type);
           });
}

void GraphMlKeys::takeRole(GraphMlKey& key) {
    constexpr auto edge = static_cast<std::size_t>(RowKind::Edge);
    GraphColumns& edges = rows_.columns(RowKind::Edge);
    const std::size_t role = edges.find("role");
    if (role == TableHeader::none || !isRole(plainColumnName(key.name))) {
        return;
    }
    for (GraphMlKey& other : keys_) {
        if (&other != &key && other.columns[edge] == role &&
            plainColumnName(other.name) == "type") {
            other.columns[edge] = edges.place(std::string(columns::attributePrefix) + other.name);
            key.columns[edge] = role;
        }
    }
}

void GraphMlKeys::declared(GraphMlKey& key) {
    key.implied = key.type == FieldType::Text ? std::string(unindentedText(key.implied))
                                              : std::string(trimmedText(key.implied));
    if (key.content != GraphMlKey::Content::Value) {
        return;
    }
    for (const RowKind kind : {RowKind::Node, RowKind::Edge}) {
        if (!isFor(key, kind)) {
            continue;
        }
        if (kind == RowKind::Edge) {
            takeRole(key);
        }
        const std::size_t place = column(key, kind);
        if (!key.typeWord.empty()) {
            rows_.columns(kind).declare(place, key.shares && isNumber(key.type) ? FieldType::Number
                                                                                : key.type);
        }
        if (!key.implied.empty()) {
            implied_[static_cast<std::size_t>(kind)].push_back(&key);
        }
    }
}

GraphMlKey& GraphMlKeys::find(std::string_view id) {
    if (last_ != nullptr && last_->id == id) {
        return *last_;
    }
    const auto found = byId_.find(id);
    if (found != byId_.end() && (found->second->declared || !found->second->learned)) {
        last_ = found->second;
        return *last_;
    }
    GraphMlKey& key = found != byId_.end() ? *found->second : keys_.emplace_back();
    key.id = id;
    key.name = id.empty() ? "data" : id;
    key.declared = false;
    key.learned = false;
    byId_.emplace(key.id, &key);
    rows_.say(Severity::Repaired, fmt::format("key {}", key.id),
              "The file does not declare this key; its values were kept as text under its id.");
    return key;
}

std::string GraphMlKeys::columnName(GraphMlKey& key, RowKind kind) const {
    const std::string plain = plainColumnName(key.name);
    const GraphColumns& known = rows_.columns(kind);
    if (kind == RowKind::Node) {
        // SocNetV's canvas grows downwards.
        if (key.name == "x_coordinate" && known.find("x") == TableHeader::none) {
            return "x";
        }
        if (key.name == "y_coordinate" && known.find("y") == TableHeader::none) {
            return "y";
        }
        if (key.name == "y") {
            key.look = GraphMlKey::Look::Upwards;
        }
    } else {
        if (plain == "edgelabel" && known.find("label") == TableHeader::none) {
            return "label";
        }
        if (plain == "edgeid") {
            return "id";
        }
        // An edge's own type column says whether it is directed.
        if (plain == "type") {
            return std::ranges::any_of(
                       known.names(),
                       [](const std::string& name) { return isRole(plainColumnName(name)); })
                       ? std::string(columns::attributePrefix) + key.name
                       : "role";
        }
    }
    if (key.name == "color") {
        key.look = GraphMlKey::Look::Colour;
    }
    const bool structural =
        plain == "id" || (kind == RowKind::Edge && (plain == "source" || plain == "target"));
    return structural ? std::string(columns::attributePrefix) + key.name : key.name;
}

std::size_t GraphMlKeys::column(GraphMlKey& key, RowKind kind) {
    const auto side = static_cast<std::size_t>(kind);
    if (key.columns[side] == TableHeader::none) {
        const std::size_t place = rows_.columns(kind).place(columnName(key, kind));
        key.shares = key.shares || std::ranges::any_of(keys_, [=](const GraphMlKey& other) {
                         return other.columns[side] == place;
                     });
        key.columns[side] = place;
    }
    return key.columns[side];
}

std::size_t GraphMlKeys::freeColumn(GraphMlKey& key, RowKind kind) {
    const std::size_t place = column(key, kind);
    if (!key.shares || rows_.get(place).empty()) {
        return place;
    }
    std::string name = fmt::format("{} ({})", key.name, key.id);
    rows_.say(Severity::Note, fmt::format("key {}", key.name),
              fmt::format("The element has a value of another key with this name too; this one was "
                          "called “{}”.",
                          name));
    return rows_.columns(kind).place(name);
}

void GraphMlKeys::set(GraphMlKey& key, RowKind kind, std::string_view text) {
    const std::size_t place = freeColumn(key, kind);
    empty_ += text.empty() ? 1 : 0;
    if (key.type != FieldType::Text) {
        text = trimmedText(text);
    }
    // The edge says it of its weight.
    const bool weight =
        kind == RowKind::Edge && plainColumnName(key.name) == columns::words::weight.front();
    if (!text.empty() && !weight && !fitsType(key.type, text)) {
        rows_.say(
            Severity::Repaired, fmt::format("key {}", key.name),
            fmt::format("{}; it was kept as text.",
                        isBeyondNumbers(text)
                            ? noNumber(text)
                            : fmt::format("{} is no {}, as the key's type ({}) wants",
                                          quotedField(text), typeTitle(key.type), key.typeWord)));
    }
    if (key.look == GraphMlKey::Look::Upwards) {
        rows_.set(place, flipped(text));
    } else if (key.look == GraphMlKey::Look::Colour) {
        const auto colour = parseFileColour(text);
        rows_.set(place, colour ? std::string_view(colour->hex) : text);
        if (colour && !colour->alpha.empty()) {
            rows_.set(rows_.columns(kind).place("alpha"), colour->alpha);
        }
    } else {
        rows_.set(place, text);
    }
}

void GraphMlKeys::complete(RowKind kind) {
    const GraphColumns& known = rows_.columns(kind);
    std::size_t& withoutColour = withoutColour_[static_cast<std::size_t>(kind)];
    // A colour that the row has already was drawn: it may have been changed since.
    const std::size_t color =
        known.names().size() == withoutColour ? TableHeader::none : known.find("color");
    const bool drawn = color != TableHeader::none && isHexColour(rows_.get(color));
    for (GraphMlKey* const key : implied_[static_cast<std::size_t>(kind)]) {
        if (!rows_.has(column(*key, kind))) {
            set(*key, kind, key->implied);
        }
    }
    if (known.names().size() == withoutColour) {
        return;
    }
    std::array<std::size_t, 3> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i] = known.find(colourParts3[i]);
        if (parts[i] == TableHeader::none) {
            withoutColour = known.names().size();
            return;
        }
    }
    if (const auto hex = hexColour(rows_.get(parts[0]), rows_.get(parts[1]), rows_.get(parts[2]))) {
        if (!drawn) {
            rows_.set(rows_.columns(kind).place("color"), *hex);
        }
        for (const std::size_t part : parts) {
            rows_.set(part, {});
        }
    }
}

} // namespace entente
