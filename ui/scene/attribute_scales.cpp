#include "ui/scene/attribute_scales.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace entente::ui {

namespace {

constexpr std::array<QRgb, 7> valueColours = {0xFF0072B2, 0xFFE69F00, 0xFF009E73, 0xFFCC79A7,
                                              0xFF56B4E9, 0xFFD55E00, 0xFFF0E442};
constexpr std::array<QRgb, 9> viridis = {0xFF440154, 0xFF472D7B, 0xFF3B528B, 0xFF2C728E, 0xFF21918C,
                                         0xFF28AE80, 0xFF5EC962, 0xFFADDC30, 0xFFFDE725};
constexpr std::size_t rampSteps = 32;

QString tr(const char* text) {
    return QCoreApplication::translate("Legend", text);
}

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// What has a value that is none of those that have a colour of their own.
QColor otherColour(Theme theme) {
    return mixed(plainColour(theme), Colours::of(theme).ground, 0.3);
}

/// What has no value.
QColor noneColour(Theme theme) {
    return Colours::of(theme).markFill;
}

/// `share` 0: the least number, near to the ground; 1: the largest.
QColor rampColour(double share, Theme theme) {
    // The ends that would be lost on the ground are left out.
    const double place = (theme == Theme::Light ? 0.94 - 0.94 * share : 0.16 + 0.84 * share) *
                         static_cast<double>(viridis.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), viridis.size() - 2);
    return mixed(QColor(viridis[below]), QColor(viridis[below + 1]),
                 place - static_cast<double>(below));
}

/// Of what is equal all over, the middle.
double shareOf(double number, double least, double most) {
    // Halves, since the difference of two large numbers may be none.
    return most > least ? (number / 2 - least / 2) / (most / 2 - least / 2) : 0.5;
}

template <typename Visit>
void visit(std::span<const ElementRef> elements, ElementKind of, const Visit& visit) {
    for (const ElementRef& element : elements) {
        if (element.kind == of) {
            visit(element.index);
        }
    }
}

} // namespace

ColourScale::ColourScale(const Dossier& dossier, ElementKind of, const LookSource& source,
                         std::string_view fileAttribute, Theme theme)
    : from_(source.from) {
    if (from_ == LookSource::From::Entente) {
        return;
    }
    const bool file = from_ == LookSource::From::File;
    index_ = indexAttribute(dossier, of, file ? fileAttribute : source.attribute);
    if (index_.empty()) {
        return;
    }
    colourOfCode_.resize(index_.values.size() + 1, 0);
    switch (from_) {
    case LookSource::From::Values:
        takeValues(theme);
        break;
    case LookSource::From::Numbers:
        takeNumbers(theme);
        break;
    case LookSource::From::File:
        takeFile(dossier, theme);
        break;
    case LookSource::From::Entente:
        break;
    }
}

void ColourScale::takeValues(Theme theme) {
    for (const QRgb colour : valueColours) {
        colours_.push_back(onGround(QColor(colour), theme));
    }
    colours_.push_back(otherColour(theme));
    colours_.push_back(noneColour(theme));
    colourOfCode_[0] = none();
    for (std::size_t i = 0; i < index_.values.size(); ++i) {
        colourOfCode_[i + 1] = std::min(i, valueColours.size());
    }
}

void ColourScale::takeNumbers(Theme theme) {
    if (std::isnan(index_.least)) {
        return;
    }
    for (std::size_t i = 0; i < rampSteps; ++i) {
        colours_.push_back(
            rampColour(static_cast<double>(i) / static_cast<double>(rampSteps - 1), theme));
    }
    colours_.push_back(noneColour(theme));
    colourOfCode_[0] = none();
    for (std::size_t i = 0; i < index_.values.size(); ++i) {
        const double share = shareOf(index_.numbers[i], index_.least, index_.most);
        colourOfCode_[i + 1] = std::isnan(index_.numbers[i])
                                   ? none()
                                   : static_cast<std::size_t>(std::lround(share * (rampSteps - 1)));
    }
}

void ColourScale::takeFile(const Dossier& dossier, Theme theme) {
    std::map<QRgb, std::size_t> places;
    std::vector<std::optional<QRgb>> stated;
    for (const StringId value : index_.values) {
        const QString text = textOf(dossier.text(value)).trimmed();
        const QColor colour = text.startsWith(QLatin1Char('#')) ? QColor(text) : QColor();
        stated.push_back(colour.isValid() ? std::optional(colour.rgb()) : std::nullopt);
        if (stated.back() && places.try_emplace(*stated.back(), colours_.size()).second) {
            colours_.push_back(QColor::fromRgb(*stated.back()));
        }
    }
    if (colours_.empty()) {
        return;
    }
    colours_.push_back(noneColour(theme));
    colourOfCode_[0] = none();
    for (std::size_t i = 0; i < stated.size(); ++i) {
        colourOfCode_[i + 1] = stated[i] ? places[*stated[i]] : none();
    }
}

std::size_t ColourScale::colour(std::span<const ElementRef> elements) const {
    std::size_t found = none();
    double largest = -std::numeric_limits<double>::infinity();
    visit(elements, index_.of, [&](std::uint32_t row) {
        if (from_ == LookSource::From::Numbers) {
            if (const double number = index_.number(row); number > largest) {
                largest = number;
                found = colour(row);
            }
        } else if (found == none()) {
            found = colour(row);
        }
    });
    return found;
}

LegendScale ColourScale::legend(LegendScale::Of of, const Dossier& dossier,
                                const std::vector<std::uint8_t>& used) const {
    LegendScale scale;
    scale.of = of;
    if (from_ == LookSource::From::File) {
        return scale;
    }
    scale.attribute = textOf(dossier.text(index_.name));
    const auto add = [&](std::size_t colour, const QString& text) {
        if (used[colour] != 0) {
            scale.swatches.push_back({colours_[colour].rgb(), text});
        }
    };
    if (from_ == LookSource::From::Numbers) {
        for (std::size_t i = 0; i + 1 < colours_.size(); ++i) {
            scale.ramp.push_back(colours_[i].rgb());
        }
        scale.least = index_.least;
        scale.most = index_.most;
    } else {
        for (std::size_t i = 0; i < std::min(index_.values.size(), valueColours.size()); ++i) {
            add(i, textOf(dossier.text(index_.values[i])));
        }
        add(valueColours.size(), tr("other"));
    }
    add(none(), tr("not stated"));
    return scale;
}

SizeScale::SizeScale(const Dossier& dossier, ElementKind of, const LookSource& source,
                     std::string_view fileAttribute)
    : asInFile_(source.from == LookSource::From::File) {
    if (source.from == LookSource::From::Numbers || asInFile_) {
        index_ = indexAttribute(dossier, of, asInFile_ ? fileAttribute : source.attribute);
    }
    if (std::isnan(index_.least)) {
        index_ = {};
        return;
    }
    std::vector<std::pair<double, std::size_t>> sizes;
    std::size_t count = 0;
    for (std::size_t i = 0; i < index_.values.size(); ++i) {
        if (index_.numbers[i] > 0) {
            sizes.emplace_back(index_.numbers[i], index_.counts[i]);
            count += index_.counts[i];
        }
    }
    std::ranges::sort(sizes);
    std::size_t seen = 0;
    for (const auto& [size, rows] : sizes) {
        seen += rows;
        if (2 * seen >= count) {
            middle_ = size;
            break;
        }
    }
}

double SizeScale::size(std::uint32_t row) const {
    const double number = index_.number(row);
    if (std::isnan(number)) {
        return number;
    }
    return asInFile_ ? std::max(0.0, number) / middle_ : shareOf(number, index_.least, index_.most);
}

double SizeScale::size(std::span<const ElementRef> elements) const {
    double largest = std::numeric_limits<double>::quiet_NaN();
    visit(elements, index_.of, [&](std::uint32_t row) { largest = std::fmax(largest, size(row)); });
    return largest;
}

LegendScale SizeScale::legend(LegendScale::Of of, const Dossier& dossier) const {
    LegendScale scale;
    scale.of = of;
    if (!asInFile_) {
        scale.attribute = textOf(dossier.text(index_.name));
        scale.least = index_.least;
        scale.most = index_.most;
    }
    return scale;
}

Looks looksOfFile(const Dossier& dossier) {
    // A few elements without are no reason to show none of what the file says.
    const auto nearlyAll = [&](ElementKind of, std::string_view name, bool numbers) {
        constexpr double share = 0.9;
        const AttributeIndex index = indexAttribute(dossier, of, name);
        const std::size_t rows =
            of == ElementKind::Vertex ? dossier.vertices().count() : dossier.edges().count();
        std::size_t stated = 0;
        for (std::size_t i = 0; i < index.values.size(); ++i) {
            const bool looks = numbers ? !std::isnan(index.numbers[i])
                                       : dossier.text(index.values[i]).starts_with('#');
            stated += looks ? index.counts[i] : 0;
        }
        return stated > 0 && static_cast<double>(stated) >= share * static_cast<double>(rows);
    };
    const auto source = [&](ElementKind of, std::string_view name, bool numbers) {
        return LookSource{
            nearlyAll(of, name, numbers) ? LookSource::From::File : LookSource::From::Entente, {}};
    };
    return {source(ElementKind::Vertex, "color", false), source(ElementKind::Vertex, "size", true),
            source(ElementKind::Edge, "color", false),
            source(ElementKind::Edge, "thickness", true)};
}

} // namespace entente::ui
