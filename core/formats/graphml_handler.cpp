#include "core/formats/graphml_handler.h"

#include "core/formats/declared_types.h"
#include "core/formats/table.h"
#include "core/formats/table_columns.h"

#include <fmt/format.h>

namespace entente {

namespace {

bool isTrue(std::string_view text) {
    return text == "true" || text == "1" || text == "True" || text == "TRUE";
}

/// The column of the first of these plain names that is there, else a new one.
std::size_t columnNamed(GraphColumns& known, columns::Names words, std::string_view otherwise) {
    for (const std::string_view word : words) {
        for (std::size_t i = 0; i < known.names().size(); ++i) {
            if (plainColumnName(known.names()[i]) == word) {
                return i;
            }
        }
    }
    return known.place(otherwise);
}

} // namespace

GraphMlHandler::GraphMlHandler(RowStream& rows)
    : rows_(rows), keys_(rows), idNode_(rows.columns(RowKind::Node).place("id")),
      idEdge_(rows.columns(RowKind::Edge).place("id")),
      source_(rows.columns(RowKind::Edge).place("source")),
      target_(rows.columns(RowKind::Edge).place("target")),
      type_(rows.columns(RowKind::Edge).place("type")) {}

void GraphMlHandler::learn(XmlGraphHandler& first) {
    keys_.learn(dynamic_cast<GraphMlHandler&>(first).keys_);
}

std::optional<GraphMlHandler::Place> GraphMlHandler::placeOf(std::string_view name) const {
    const Place place = places_.back();
    const bool element = place == Place::Graph || place == Place::Node || place == Place::Edge ||
                         place == Place::Hyperedge || place == Place::Endpoint;
    if (name == "data" && (element || place == Place::GraphMl)) {
        return Place::Data;
    }
    if (name == "desc" && (element || place == Place::GraphMl)) {
        return Place::Description;
    }
    if (name == "graph" && (element || place == Place::GraphMl) && place != Place::Endpoint) {
        return Place::Graph;
    }
    switch (place) {
    case Place::Document:
        return name == "graphml" ? std::optional(Place::GraphMl) : std::nullopt;
    case Place::GraphMl:
        return name == "key" ? std::optional(Place::Key) : std::nullopt;
    case Place::Key:
        return name == "default" ? std::optional(Place::Default) : std::nullopt;
    case Place::Graph:
        return name == "node"        ? std::optional(Place::Node)
               : name == "edge"      ? std::optional(Place::Edge)
               : name == "hyperedge" ? std::optional(Place::Hyperedge)
                                     : std::nullopt;
    case Place::Hyperedge:
        return name == "endpoint" ? std::optional(Place::Endpoint) : std::nullopt;
    default:
        return std::nullopt;
    }
}

void GraphMlHandler::begin(std::string_view name, const XmlAttributes& attributes) {
    if (passedOver_ > 0) {
        ++passedOver_;
        return;
    }
    if (graphics_) {
        ++graphicsDepth_;
        graphics_->begin(name, attributes);
        return;
    }
    const std::optional<Place> place = placeOf(name);
    if (!place) {
        passOver(name);
        return;
    }
    places_.push_back(*place);
    switch (*place) {
    case Place::Key:
        key_ = &keys_.declare(attributes);
        break;
    case Place::Graph:
        beginGraph(attributes);
        break;
    case Place::Node:
        beginNode(attributes, false);
        break;
    case Place::Hyperedge:
        beginNode(attributes, true);
        break;
    case Place::Edge:
        beginEdge(attributes);
        break;
    case Place::Endpoint:
        beginEndpoint(attributes);
        break;
    case Place::Data:
        beginData(attributes);
        break;
    case Place::Default:
    case Place::Description:
        collects_ = true;
        text_.clear();
        break;
    case Place::Document:
    case Place::GraphMl:
        break;
    }
}

void GraphMlHandler::passOver(std::string_view name) {
    if (places_.back() == Place::Document) {
        throw FileError(fmt::format("{} is XML, but no GraphML: its outermost element is <{}>.",
                                    rows_.file(), name));
    }
    passedOver_ = 1;
    if (name == "port") {
        ++ports_;
    } else if (places_.back() == Place::Data) {
        structured_ += key_->content == GraphMlKey::Content::Value ? 1 : 0;
    } else if (places_.back() != Place::Default && places_.back() != Place::Key) {
        ++unknown_;
    }
}

void GraphMlHandler::beginGraph(const XmlAttributes& attributes) {
    const bool nested = parent() != Place::GraphMl;
    ++(nested ? nestedGraphs_ : graphs_);
    parents_.push_back(parent() == Place::Node ? nodeIds_.back()
                       : parents_.empty()      ? std::string()
                                               : parents_.back());
    const std::string_view direction = attributes["edgedefault"];
    undirected_.push_back(direction.empty() ? !nested || undirected() : direction == "undirected");
    if (direction.empty() && !nested) {
        ++undeclaredDirections_;
    }
    if (!direction.empty() && direction != "directed" && direction != "undirected") {
        rows_.say(ReportEntry::Severity::Repaired, "edgedefault",
                  fmt::format("{} is no direction (directed or undirected); edges that do not say "
                              "theirs were taken as directed.",
                              quotedField(direction)));
    }
}

void GraphMlHandler::beginNode(const XmlAttributes& attributes, bool hyperedge) {
    rows_.open(RowKind::Node);
    std::string_view id = attributes["id"];
    std::string made;
    if (hyperedge) {
        ++hyperedges_;
        firstEnds_.push_back(ends_.size());
        if (id.empty()) {
            // A vertex needs an id, and GraphML does not ask for one here.
            made = fmt::format("hyperedge {}", hyperedges_);
            id = made;
        }
    }
    rows_.set(idNode_, id);
    nodeIds_.emplace_back(id);
    if (!parents_.empty() && !parents_.back().empty()) {
        rows_.set(rows_.columns(RowKind::Node).place("parent"), parents_.back());
    }
}

void GraphMlHandler::beginEdge(const XmlAttributes& attributes) {
    rows_.open(RowKind::Edge);
    rows_.set(source_, attributes["source"]);
    rows_.set(target_, attributes["target"]);
    if (const std::string_view id = attributes["id"]; !id.empty()) {
        rows_.set(idEdge_, id);
    }
    const std::string_view directed = attributes["directed"];
    direction_ = directed.empty()   ? std::string_view{}
                 : isTrue(directed) ? "Directed"
                                    : "Undirected";
    if (!directed.empty() && !fitsType(FieldType::Boolean, directed)) {
        rows_.say(ReportEntry::Severity::Repaired, "directed",
                  fmt::format("{} is neither true nor false; the edge was taken as undirected.",
                              quotedField(directed)));
    }
    // An edge that says nothing is directed.
    if (direction_ == "Undirected" || (direction_.empty() && undirected())) {
        rows_.set(type_, "Undirected");
    }
    if (attributes.has("sourceport") || attributes.has("targetport")) {
        ++ports_;
    }
}

void GraphMlHandler::beginEndpoint(const XmlAttributes& attributes) {
    const std::string_view type = attributes["type"];
    ends_.push_back({std::string(attributes["node"]),
                     std::string(type == "undir" ? std::string_view{} : type), rows_.offset()});
    if (attributes.has("port")) {
        ++ports_;
    }
}

void GraphMlHandler::beginData(const XmlAttributes& attributes) {
    key_ = &keys_.find(attributes["key"]);
    preserves_ = attributes["xml:space"] == "preserve";
    collects_ = key_->content == GraphMlKey::Content::Value;
    text_.clear();
    if (key_->content == GraphMlKey::Content::Graphics) {
        const Place owner = parent();
        if (owner == Place::Node || owner == Place::Edge) {
            graphics_.emplace(rows_, owner == Place::Node ? RowKind::Node : RowKind::Edge,
                              graphicsLosses_);
        }
    }
}

void GraphMlHandler::text(std::string_view piece) {
    if (graphics_) {
        graphics_->text(piece);
    } else if (collects_ && passedOver_ == 0) {
        text_ += piece;
    }
}

void GraphMlHandler::end(std::string_view name) {
    if (passedOver_ > 0) {
        --passedOver_;
        return;
    }
    if (graphics_ && graphicsDepth_ > 0) {
        --graphicsDepth_;
        graphics_->end(name);
        return;
    }
    switch (places_.back()) {
    case Place::Key:
        keys_.declared(*key_);
        break;
    case Place::Default:
        key_->implied = text_;
        collects_ = false;
        break;
    case Place::Data:
        endData();
        break;
    case Place::Description:
        endDescription();
        break;
    case Place::Node:
        keys_.complete(RowKind::Node);
        rows_.close();
        nodeIds_.pop_back();
        break;
    case Place::Edge:
        endEdge();
        break;
    case Place::Hyperedge:
        endHyperedge();
        break;
    case Place::Graph:
        undirected_.pop_back();
        parents_.pop_back();
        break;
    case Place::Document:
    case Place::GraphMl:
    case Place::Endpoint:
        break;
    }
    places_.pop_back();
}

void GraphMlHandler::endData() {
    collects_ = false;
    const Place owner = parent();
    if (graphics_) {
        graphics_->close();
        graphics_.reset();
        return;
    }
    if (key_->content != GraphMlKey::Content::Value) {
        return;
    }
    const std::string_view value = preserves_ ? std::string_view(text_) : unindentedText(text_);
    switch (owner) {
    case Place::Node:
    case Place::Hyperedge:
        keys_.set(*key_, RowKind::Node, value);
        break;
    case Place::Edge:
        keys_.set(*key_, RowKind::Edge, value);
        break;
    case Place::Endpoint:
        if (!value.empty()) {
            std::string& role = ends_.back().role;
            role += (role.empty() ? "" : ", ") + std::string(value);
        }
        break;
    default:
        describeGraph(key_->name, value);
        break;
    }
}

void GraphMlHandler::endDescription() {
    collects_ = false;
    const std::string_view value = unindentedText(text_);
    const Place owner = parent();
    if (owner == Place::Node || owner == Place::Edge || owner == Place::Hyperedge) {
        const RowKind kind = owner == Place::Edge ? RowKind::Edge : RowKind::Node;
        rows_.set(columnNamed(rows_.columns(kind), columns::words::note, "description"), value);
    } else if (owner != Place::Endpoint) {
        describeGraph("description", value);
    }
}

void GraphMlHandler::endEdge() {
    keys_.complete(RowKind::Edge);
    if (!direction_.empty()) {
        rows_.set(type_, direction_);
    }
    rows_.close();
}

void GraphMlHandler::endHyperedge() {
    GraphColumns& nodes = rows_.columns(RowKind::Node);
    GraphColumns& edges = rows_.columns(RowKind::Edge);
    const std::size_t kind = columnNamed(nodes, columns::words::kind, "kind");
    if (rows_.get(kind).empty()) {
        rows_.set(kind, word(VertexKind::Agreement));
    }
    keys_.complete(RowKind::Node);
    rows_.close();
    const std::size_t edgeKind = columnNamed(edges, columns::words::kind, "kind");
    const std::size_t role = columnNamed(edges, columns::words::role, "label");
    for (std::size_t i = firstEnds_.back(); i < ends_.size(); ++i) {
        rows_.open(RowKind::Edge, ends_[i].offset);
        rows_.set(source_, ends_[i].node);
        rows_.set(target_, nodeIds_.back());
        rows_.set(edgeKind, word(EdgeKind::Participation));
        rows_.set(role, ends_[i].role);
        rows_.close();
    }
    ends_.resize(firstEnds_.back());
    firstEnds_.pop_back();
    nodeIds_.pop_back();
}

} // namespace entente
