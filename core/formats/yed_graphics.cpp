#include "core/formats/yed_graphics.h"

#include "core/formats/declared_types.h"
#include "core/formats/looks.h"
#include "core/formats/text_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <span>

namespace entente {

namespace {

double numberOf(std::string_view text) {
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

std::string lossesText(const YedLosses& losses) {
    std::string list;
    const auto add = [&list](std::size_t count, std::string_view what) {
        if (count > 0) {
            list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", what, count);
        }
    };
    add(losses.bends, "bends of edges");
    add(losses.labels, "fonts and colours of labels");
    add(losses.secondFills, "second colours of fills");
    return list.empty() ? list
                        : fmt::format("yEd's drawing says more than a dossier keeps: {}. They were "
                                      "left out.",
                                      list);
}

void YedGraphics::begin(std::string_view name, const XmlAttributes& attributes) {
    ++depth_;
    if (name == "Realizers") {
        realizers_ = depth_;
        std::size_t active = 0;
        const std::string_view text = attributes["active"];
        std::from_chars(text.data(), text.data() + text.size(), active);
        activeRealizer_ = active + 1;
        return;
    }
    if (realizers_ != 0 && depth_ == realizers_ + 1) {
        ++realizer_;
    }
    if (realizers_ != 0 && realizer_ != activeRealizer_) {
        return;
    }
    countLosses(name, attributes);
    if (name == "Geometry") {
        x_ = attributes["x"];
        y_ = attributes["y"];
        width_ = attributes["width"];
        height_ = attributes["height"];
    } else if (name == "Fill") {
        setColour("color", attributes["color"], true);
    } else if (name == "Shape") {
        set("shape", attributes["type"]);
    } else if (name == "BorderStyle") {
        setColour("border color", attributes["color"], false);
        set("border width", attributes["width"]);
    } else if (name == "LineStyle") {
        setColour("color", attributes["color"], true);
        set("thickness", attributes["width"]);
        if (attributes["type"] != "line") {
            set("line", attributes["type"]);
        }
    } else if (name == "Arrows") {
        sourceArrow_ = attributes["source"];
        targetArrow_ = attributes["target"];
    } else if ((name == "NodeLabel" || name == "EdgeLabel") && labelDepth_ == 0) {
        labelDepth_ = depth_;
        label_.clear();
    }
}

void YedGraphics::countLosses(std::string_view name, const XmlAttributes& attributes) {
    const auto differs = [&attributes](std::string_view attribute, std::string_view usual) {
        return attributes.has(attribute) && attributes[attribute] != usual;
    };
    if (name == "Point") {
        ++losses_.bends;
    } else if (name == "Fill") {
        losses_.secondFills += attributes.has("color2") ? 1 : 0;
    } else if (name == "NodeLabel" || name == "EdgeLabel") {
        // What yEd writes with every label.
        const bool own = differs("textColor", "#000000") || differs("fontSize", "12") ||
                         differs("fontFamily", "Dialog") || differs("fontStyle", "plain");
        losses_.labels += own ? 1 : 0;
    }
}

void YedGraphics::end(std::string_view name) {
    if (labelDepth_ == depth_) {
        labelDepth_ = 0;
        if (const std::string_view label = trimmedText(label_); !label.empty()) {
            labels_.emplace_back(label);
        }
    }
    if (name == "Realizers") {
        realizers_ = 0;
    }
    --depth_;
}

void YedGraphics::text(std::string_view piece) {
    if (labelDepth_ != 0 && labelDepth_ == depth_) {
        label_ += piece;
    }
}

void YedGraphics::set(std::string_view column, std::string_view value) {
    if (!value.empty()) {
        rows_.set(rows_.columns(kind_).place(column), value);
    }
}

void YedGraphics::setColour(std::string_view column, std::string_view value, bool alpha) {
    const auto colour = parseFileColour(value);
    set(column, colour ? std::string_view(colour->hex) : value);
    if (colour && alpha) {
        set("alpha", colour->alpha);
    }
}

void YedGraphics::placeNode() {
    // A node lies at its middle, in yEd's files at its upper left.
    const auto middle = [](const std::string& begin, const std::string& length) {
        return fmt::format("{}", numberOf(begin) + numberOf(length) / 2);
    };
    if (isNumber(x_) && isNumber(y_)) {
        set("x", middle(x_, width_));
        set("y", middle(y_, height_));
    }
    if (isNumber(width_) && isNumber(height_)) {
        set("size", numberOf(width_) < numberOf(height_) ? height_ : width_);
        set("width", width_);
        set("height", height_);
    }
}

void YedGraphics::setArrows() {
    const bool atSource = !sourceArrow_.empty() && sourceArrow_ != "none";
    const bool atTarget = !targetArrow_.empty() && targetArrow_ != "none";
    const std::size_t type = rows_.columns(RowKind::Edge).place("type");
    if (atSource) {
        set("arrows", atTarget ? "both" : "source");
    }
    // The graph's default says “directed” in all of yEd's files; what it draws says more.
    if (atSource == atTarget && !(sourceArrow_.empty() && targetArrow_.empty())) {
        rows_.set(type, "Undirected");
    }
}

void YedGraphics::close() {
    if (kind_ == RowKind::Node) {
        placeNode();
    } else {
        setArrows();
    }
    const std::size_t column = rows_.columns(kind_).place("label");
    if (!labels_.empty() && rows_.get(column).empty()) {
        rows_.set(column, labels_.front());
        if (labels_.size() > 1) {
            set("further labels", joinList(std::span(labels_).subspan(1)));
        }
    }
}

} // namespace entente
