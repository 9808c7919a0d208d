#pragma once

#include "ui/render/gl_table.h"
#include "ui/render/strand_slots.h"

#include <QPointF>

#include <memory>
#include <span>

namespace entente::ui {

/// The strands and signs of a network in the graphics card's memory: a table of records, which a
/// filter leaves as they are, and lists of which of them are drawn, and when.
class GlStrands {
public:
    GlStrands();

    /// Of more strands than `ordered`, the order is scattered, so that the first of them show all
    /// parts of the network alike; no more than `most` are kept, and then no signs. Throws
    /// OpenGlError where they are more than the card takes.
    void setPlan(std::shared_ptr<const NetworkPlan> plan, std::shared_ptr<const Network> network,
                 std::size_t ordered, std::size_t most);
    /// Where edges bend to, in layout units from `base`, one a network edge; empty: all straight.
    void setBends(std::span<const QPointF> bends, QPointF base);
    /// What `bindSome` gives: these edges' strands, or their signs.
    void setSome(std::span<const PlannedStrand> strands);

    [[nodiscard]] std::size_t strandCount() const { return strands_.count; }
    /// Of strands: those that come first are solid and without a casing.
    [[nodiscard]] std::size_t plainCount() const { return plainCount_; }
    [[nodiscard]] std::size_t signCount() const { return signs_.count; }
    [[nodiscard]] bool areCurved() const { return curved_; }
    /// Of the graphics card's memory.
    [[nodiscard]] std::size_t bytes() const;
    /// How many records were sent for plans so far.
    [[nodiscard]] std::size_t sentRecords() const { return sentRecords_; }

    // Each makes the next instanced draw one of these, from the first one on. The bound vertex
    // array's attributes 0 and 1 are the record and the network edge.
    void bindStrands(std::size_t first) const { bind(strands_, first); }
    void bindSigns(std::size_t first) const { bind(signs_, first); }
    void bindSome() const;

    static constexpr unsigned bendsUnit = 1;
    static constexpr unsigned recordsUnit = 2;

private:
    /// Strands in drawing order.
    struct List {
        GlBuffer records; ///< rows of the table
        GlBuffer edges;   ///< filled where edges are curved
        std::size_t count = 0;
    };

    struct Sign {
        std::uint32_t slot;
        std::uint32_t edge;
    };

    /// Of the plan's.
    [[nodiscard]] std::vector<std::uint32_t> strandsInOrder();
    [[nodiscard]] std::vector<Sign> signsInOrder() const;
    void send(const StrandSlots::Update& update);
    void bind(const List& list, std::size_t first) const;

    std::shared_ptr<const NetworkPlan> plan_;
    std::shared_ptr<const Network> network_;
    std::size_t ordered_ = 0;
    std::size_t most_ = 0;
    StrandSlots slots_;
    GlTexels records_;
    GlTexels some_;
    GlTexels bends_;
    List strands_;
    List signs_;
    std::size_t plainCount_ = 0;
    std::size_t sentRecords_ = 0;
    bool curved_ = false;
    bool edgesAreThere_ = false; ///< in the lists
};

} // namespace entente::ui
