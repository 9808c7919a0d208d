#pragma once

#include "core/network/network.h"
#include "ui/render/gl_table.h"
#include "ui/scene/network_plan.h"

#include <QPointF>

#include <array>
#include <memory>
#include <span>

namespace entente::ui {

/// The marks of a network in the graphics card's memory: a table of where the dossier's rows lie
/// and how they look, which a filter leaves as it is as far as looks are the same, and the list of
/// those that are drawn.
class GlMarks {
public:
    static constexpr std::size_t shapes = 8;

    GlMarks();

    /// Drawn once they have places. Scattered: the first of them show all parts of the network.
    void setPlan(std::shared_ptr<const NetworkPlan> plan, std::shared_ptr<const Network> network,
                 bool scatter);
    /// Layout units, one a network vertex; what is not a number is not drawn. `crowding` as
    /// `crowdingOf` gives it; empty: all have room.
    void setPlaces(std::span<const QPointF> places, std::span<const std::uint8_t> crowding);
    /// What `bindSome` gives.
    void setSome(std::span<const std::uint32_t> vertices);

    /// What places are relative to, so that single precision is enough.
    [[nodiscard]] QPointF base() const { return base_; }
    [[nodiscard]] std::size_t count() const { return begins_.back(); }
    /// Where the marks of a shape begin in the list; of `shapes`: where all end.
    [[nodiscard]] std::size_t begin(std::size_t shape) const { return begins_[shape]; }
    /// Of the graphics card's memory.
    [[nodiscard]] std::size_t bytes() const;

    void bindTables() const;
    // Each makes the next instanced draw one of these. The bound vertex array's attribute 0 is the
    // dossier's row.
    void bindMarks(std::size_t first) const;
    void bindSome() const;

    static constexpr unsigned placesUnit = 0;
    static constexpr unsigned fillsUnit = 3;

private:
    struct Place {
        float x = 0;
        float y = 0;
        float radius = 0;
        float shape = 0; ///< and, as 256ths, the crowding
        friend bool operator==(const Place&, const Place&) = default;
    };

    void rebase(std::span<const QPointF> places);

    std::shared_ptr<const NetworkPlan> plan_;
    std::shared_ptr<const Network> network_;
    GlTable<Place> places_;
    GlTable<QRgb> fills_;
    GlBuffer list_;
    GlBuffer some_; ///< of what is drawn once
    std::array<std::size_t, shapes + 1> begins_{};
    QPointF base_;
};

} // namespace entente::ui
