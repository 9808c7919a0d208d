#include "core/formats/gexf_handler.h"

#include "core/formats/looks.h"
#include "core/formats/table.h"
#include "core/formats/text_list.h"
#include "core/formats/time_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

bool isDirection(std::string_view word) {
    return word == "directed" || word == "undirected" || word == "mutual";
}

} // namespace

GexfHandler::GexfHandler(RowStream& rows)
    : rows_(rows), attributes_(rows), idNode_(rows.columns(RowKind::Node).place("id")),
      label_(rows.columns(RowKind::Node).place("label")),
      idEdge_(rows.columns(RowKind::Edge).place("id")),
      source_(rows.columns(RowKind::Edge).place("source")),
      target_(rows.columns(RowKind::Edge).place("target")),
      type_(rows.columns(RowKind::Edge).place("type")),
      edgeLabel_(rows.columns(RowKind::Edge).place("label")),
      kind_(rows.columns(RowKind::Edge).place("kind")),
      weight_(rows.columns(RowKind::Edge).place("weight")) {}

void GexfHandler::learn(XmlGraphHandler& first) {
    attributes_.learn(dynamic_cast<GexfHandler&>(first).attributes_);
}

std::optional<GexfHandler::Place> GexfHandler::placeOf(std::string_view name) const {
    using P = std::optional<Place>;
    switch (places_.back()) {
    case Place::Document:
        return name == "gexf" ? P(Place::Gexf) : std::nullopt;
    case Place::Gexf:
        return name == "graph" ? P(Place::Graph) : name == "meta" ? P(Place::Meta) : std::nullopt;
    case Place::Meta:
        return Place::MetaText;
    case Place::Graph:
        return name == "attributes"                 ? P(Place::Attributes)
               : name == "nodes" || name == "edges" ? P(Place::Group)
                                                    : std::nullopt;
    case Place::Attributes:
        return name == "attribute" ? P(Place::Attribute) : std::nullopt;
    case Place::Attribute:
        return name == "default" || name == "options" ? P(Place::AttributeText) : std::nullopt;
    case Place::Group:
        return name == "node" ? P(Place::Node) : name == "edge" ? P(Place::Edge) : std::nullopt;
    case Place::Node:
        if (name == "nodes" || name == "edges") {
            return Place::Group;
        }
        if (name == "parents") {
            return Place::Parents;
        }
        [[fallthrough]];
    case Place::Edge:
        return name == "attvalues"                    ? P(Place::Values)
               : name == "spells" || name == "slices" ? P(Place::Spells)
               : name == "attvalue" || name == "color" || name == "position" || name == "size" ||
                       name == "shape" || name == "thickness"
                   ? P(Place::Leaf)
                   : std::nullopt;
    case Place::Values:
        return name == "attvalue" ? P(Place::Leaf) : std::nullopt;
    case Place::Spells:
        return name == "spell" || name == "slice" ? P(Place::Leaf) : std::nullopt;
    case Place::Parents:
        return name == "parent" ? P(Place::Leaf) : std::nullopt;
    default:
        return std::nullopt;
    }
}

void GexfHandler::passOver(std::string_view name) {
    if (places_.back() == Place::Document) {
        throw FileError(fmt::format("{} is XML, but no GEXF: its outermost element is <{}>.",
                                    rows_.file(), name));
    }
    passedOver_ = 1;
    // Looks may hold a span of time, which is passed over with them.
    unknown_ += places_.back() == Place::Leaf || places_.back() == Place::MetaText ? 0 : 1;
}

void GexfHandler::begin(std::string_view name, const XmlAttributes& attributes) {
    if (passedOver_ > 0) {
        ++passedOver_;
        return;
    }
    const std::optional<Place> place = placeOf(name);
    if (!place) {
        passOver(name);
        return;
    }
    const Place owner = places_.back();
    places_.push_back(*place);
    switch (*place) {
    case Place::Meta:
        if (const auto date = parseTableDate(attributes["lastmodifieddate"])) {
            cover_.asOf = Period::at(*date);
        }
        break;
    case Place::Graph:
        beginGraph(attributes);
        break;
    case Place::Attributes:
        declaring_ = attributes["class"] == "edge" ? RowKind::Edge : RowKind::Node;
        break;
    case Place::Attribute:
        attribute_ = &attributes_.declare(declaring_, attributes);
        break;
    case Place::MetaText:
    case Place::AttributeText:
        collects_ = true;
        text_.clear();
        break;
    case Place::Node:
        beginNode(attributes);
        break;
    case Place::Edge:
        beginEdge(attributes);
        break;
    case Place::Leaf:
        if (owner == Place::Spells) {
            if (GexfSpan span = gexfSpan(attributes); !span.empty()) {
                elements_[open_ - 1].spells.push_back(std::move(span));
            }
        } else if (owner == Place::Parents) {
            elements_[open_ - 1].parents.emplace_back(attributes["for"]);
        } else if (name == "attvalue") {
            beginValue(attributes);
        } else {
            beginLook(name, attributes);
        }
        break;
    default:
        break;
    }
}

void GexfHandler::beginGraph(const XmlAttributes& attributes) {
    ++graphs_;
    const std::string_view direction = attributes["defaultedgetype"];
    undirected_ = direction != "directed";
    if (!direction.empty() && !isDirection(direction)) {
        rows_.say(Severity::Repaired, "defaultedgetype",
                  fmt::format("{} is no direction (directed, undirected or mutual); edges that do "
                              "not say theirs were taken as undirected.",
                              quotedField(direction)));
    }
    const std::string_view format = attributes["timeformat"];
    numericTimes_ = format != "date" && format != "dateTime" && format != "datetime";
    for (const std::string_view name : {"start", "end", "timestamp", "timezone"}) {
        sayOfFile(name, attributes[name]);
    }
}

void GexfHandler::beginElement(RowKind kind, const XmlAttributes& attributes) {
    rows_.open(kind);
    if (elements_.size() == open_) {
        elements_.emplace_back();
    }
    Element& element = elements_[open_++];
    element.kind = kind;
    element.id = attributes["id"];
    if (GexfSpan own = gexfSpan(attributes); !own.empty()) {
        element.own.assign(1, std::move(own));
    } else {
        const bool timestamps = !attributes.has("intervals");
        element.own = spansIn(attributes[timestamps ? "timestamps" : "intervals"], timestamps);
    }
    element.spells.clear();
    element.parents.clear();
    element.dynamic.clear();
}

void GexfHandler::beginNode(const XmlAttributes& attributes) {
    beginElement(RowKind::Node, attributes);
    Element& element = elements_[open_ - 1];
    rows_.set(idNode_, element.id);
    rows_.set(label_, attributes["label"]);
    if (const std::string_view parent = attributes["pid"]; !parent.empty()) {
        element.parents.emplace_back(parent);
    } else if (open_ > 1) {
        element.parents.push_back(elements_[open_ - 2].id);
    }
}

void GexfHandler::beginEdge(const XmlAttributes& attributes) {
    beginElement(RowKind::Edge, attributes);
    rows_.set(idEdge_, attributes["id"]);
    rows_.set(source_, attributes["source"]);
    rows_.set(target_, attributes["target"]);
    rows_.set(edgeLabel_, attributes["label"]);
    rows_.set(kind_, attributes["kind"]);
    const std::string_view type = attributes["type"];
    mutual_ += type == "mutual" ? 1 : 0;
    const bool undirected = isDirection(type) ? type != "directed" : undirected_;
    if (!type.empty() && !isDirection(type)) {
        rows_.say(Severity::Repaired, "type",
                  fmt::format("{} is no direction (directed, undirected or mutual); the edge was "
                              "taken as {}, as the file says it of edges without any.",
                              quotedField(type), undirected ? "undirected" : "directed"));
    }
    // An edge that says nothing is directed.
    if (undirected) {
        rows_.set(type_, "Undirected");
    }
    if (const std::string_view weight = trimmedText(attributes["weight"]); !weight.empty()) {
        rows_.set(weight_, weight);
    }
}

void GexfHandler::beginValue(const XmlAttributes& attributes) {
    Element& element = elements_[open_ - 1];
    // Version 1.0 wrote `id`.
    GexfAttribute& attribute = attributes_.find(
        element.kind, attributes.has("for") ? attributes["for"] : attributes["id"]);
    GexfSpan span = gexfSpan(attributes);
    if (span.empty()) {
        attributes_.set(attribute, attributes["value"]);
    } else {
        element.dynamic.push_back(
            {&attribute, {std::move(span), std::string(attributes["value"])}});
    }
}

void GexfHandler::setLook(std::string_view column, std::string_view value) {
    if (!value.empty()) {
        rows_.set(rows_.columns(elements_[open_ - 1].kind).place(column), value);
    }
}

void GexfHandler::beginLook(std::string_view name, const XmlAttributes& attributes) {
    if (name == "position") {
        // The vertical axis of GEXF grows upwards.
        setLook("x", attributes["x"]);
        setLook("y", flipped(attributes["y"]));
        setLook("z", attributes["z"]);
    } else if (name == "color") {
        std::optional<FileColour> colour;
        if (const std::string_view hex = attributes["hex"]; !hex.empty()) {
            colour = parseFileColour(hex);
        } else if (const auto made = hexColour(attributes["r"], attributes["g"], attributes["b"])) {
            colour = FileColour{*made, {}};
        }
        if (!colour) {
            rows_.say(Severity::Repaired, "color",
                      "The colour is none: it needs r, g and b from 0 to 255, or hex. It was left "
                      "out.");
            return;
        }
        setLook("color", colour->hex);
        const std::string_view alpha = attributes["a"];
        setLook("alpha", alpha == "1" || alpha == "1.0" ? std::string_view{}
                         : alpha.empty()                ? std::string_view(colour->alpha)
                                                        : alpha);
    } else {
        setLook(name, attributes["value"]);
        if (name == "shape") {
            setLook("image", attributes["uri"]);
        }
    }
}

void GexfHandler::text(std::string_view piece) {
    if (collects_ && passedOver_ == 0) {
        text_ += piece;
    }
}

void GexfHandler::end(std::string_view name) {
    if (passedOver_ > 0) {
        --passedOver_;
        return;
    }
    switch (places_.back()) {
    case Place::MetaText:
        endMeta(name);
        collects_ = false;
        break;
    case Place::AttributeText:
        (name == "default" ? attribute_->implied : attribute_->options) = text_;
        collects_ = false;
        break;
    case Place::Attribute:
        attributes_.declared(*attribute_);
        break;
    case Place::Node:
    case Place::Edge:
        endElement();
        break;
    default:
        break;
    }
    places_.pop_back();
}

void GexfHandler::endMeta(std::string_view name) {
    const std::string_view value = unindentedText(text_);
    if (name == "title") {
        cover_.title = value;
    } else if (name == "description") {
        cover_.description = value;
    } else if (value != "Entente") {
        sayOfFile(name, value);
    }
}

void GexfHandler::sayOfFile(std::string_view name, std::string_view value) {
    if (!value.empty()) {
        rows_.say(Severity::Note, std::string(name),
                  fmt::format("{} is said of the file as a whole; a dossier has no place for it "
                              "and it was left out.",
                              quotedField(value)));
    }
}

void GexfHandler::endElement() {
    Element& element = elements_[open_ - 1];
    if (!element.parents.empty()) {
        ++nested_;
        rows_.set(rows_.columns(RowKind::Node).place("parent"), joinList(element.parents));
    }
    endTimes(element);
    // A bound that is a list itself may be several periods.
    const bool periods = periods_.size() > 1 && periods_.size() == element.spells.size();
    if (element.kind != RowKind::Edge || !periods || element.dynamic.empty() ||
        !splitEdge(element)) {
        endDynamic(element);
        attributes_.complete(element.kind);
    }
    rows_.close();
    --open_;
}

Cover GexfHandler::finish() {
    rows_.noteCount(graphs_ > 1 ? graphs_ : 0, "The file holds {} graphs; they were read as one.");
    rows_.noteCount(
        nested_, "Nodes that lie in others: {}. They were flattened; the attribute “parent” names "
                 "the one that each lies in.");
    rows_.noteCount(mutual_, "Mutual edges: {}. They were taken as undirected.");
    rows_.noteCount(
        moments_, "Elements with several timestamps: {}. They were taken to last from the first to "
                  "the last, and all were kept in the attribute “timestamps”.");
    if (split_ > 0) {
        rows_.note(fmt::format("Edges with several periods and values that change in time: {}. "
                               "They became {} edges, one for each period, with the values of its "
                               "time; where an edge has an id, those after its first have it with "
                               "a number.",
                               split_, rowsOfSplit_));
    }
    rows_.noteCount(timeless_,
                    "Values of times in which their edge has no period: {}. They were kept only "
                    "where all values in time are.");
    attributes_.sum();
    rows_.noteCount(oddYears_,
                    "Elements whose times are plain numbers far from today's years: {}. They were "
                    "taken as years all the same.");
    rows_.noteCount(attributes_.options(),
                    "Attributes that list the values that they allow (options): {}. The "
                    "lists were left out.");
    rows_.noteCount(attributes_.empty(),
                    "Values that are empty: {}. A dossier has none; they were left out.");
    rows_.noteCount(
        unknown_, "Elements that GEXF does not know where they stand: {}. They were passed over.");
    if (graphs_ == 0) {
        rows_.note("The file holds no graph.");
    }
    return cover_;
}

} // namespace entente
