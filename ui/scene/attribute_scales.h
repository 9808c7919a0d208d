#pragma once

#include "core/network/attribute_index.h"
#include "ui/scene/legend.h"
#include "ui/scene/style.h"

#include <QColor>

#include <span>
#include <vector>

namespace entente::ui {

/// Colours of vertices or edges by one of their attributes. Values get the colours of Okabe & Ito
/// 2008, the most frequent first, the rest grey; numbers a ramp (after viridis, Smith & van der
/// Walt 2015) that leads away from the ground: the largest stand out most. Both depend on all of
/// the dossier, so that what a filter shows keeps its colours.
class ColourScale {
public:
    /// As Entente has it: nothing is coloured.
    ColourScale() = default;
    /// `fileAttribute`: the attribute that says "#rrggbb" where the file decides.
    ColourScale(const Dossier& dossier, ElementKind of, const LookSource& source,
                std::string_view fileAttribute, Theme theme);

    [[nodiscard]] bool empty() const { return colours_.empty(); }
    /// The different colours; the last is of what has no value.
    [[nodiscard]] const std::vector<QColor>& colours() const { return colours_; }
    /// The place in `colours` of a row.
    [[nodiscard]] std::size_t colour(std::uint32_t row) const {
        return colourOfCode_[index_.code(row)];
    }
    [[nodiscard]] std::size_t none() const { return colours_.size() - 1; }
    /// Of several elements that are drawn as one: that of the largest number, or of the first that
    /// has a value.
    [[nodiscard]] std::size_t colour(std::span<const ElementRef> elements) const;

    /// What a legend says where the colours with 1 in `used` are shown.
    [[nodiscard]] LegendScale legend(LegendScale::Of of, const Dossier& dossier,
                                     const std::vector<std::uint8_t>& used) const;

private:
    void takeValues(Theme theme);
    void takeNumbers(Theme theme);
    void takeFile(const Dossier& dossier, Theme theme);

    LookSource::From from_ = LookSource::From::Entente;
    AttributeIndex index_;
    std::vector<QColor> colours_;
    std::vector<std::size_t> colourOfCode_;
};

/// Sizes of vertices or widths of edges by the numbers of one of their attributes.
class SizeScale {
public:
    SizeScale() = default;
    /// `fileAttribute`: the attribute whose numbers are sizes where the file decides.
    SizeScale(const Dossier& dossier, ElementKind of, const LookSource& source,
              std::string_view fileAttribute);

    [[nodiscard]] bool empty() const { return index_.empty(); }
    [[nodiscard]] bool asInFile() const { return asInFile_; }
    /// From 0, the least number, to 1, the largest; of the file, the size itself in the middle
    /// one's (0 and less are 0). NaN where there is no number.
    [[nodiscard]] double size(std::uint32_t row) const;
    /// The largest of several elements that are drawn as one.
    [[nodiscard]] double size(std::span<const ElementRef> elements) const;

    [[nodiscard]] LegendScale legend(LegendScale::Of of, const Dossier& dossier) const;

private:
    AttributeIndex index_;
    bool asInFile_ = false;
    double middle_ = 1;
};

/// What a file that brings looks along is first shown with: colours and sizes as it has them,
/// where nearly all vertices (edges) have them.
Looks looksOfFile(const Dossier& dossier);

} // namespace entente::ui
