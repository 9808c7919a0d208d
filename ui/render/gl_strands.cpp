#include <epoxy/gl.h>

#include "ui/render/gl_strands.h"

#include "core/network/parallel.h"
#include "ui/render/scattered.h"

#include <algorithm>
#include <numeric>

namespace entente::ui {

namespace {

constexpr std::size_t recordBytes = sizeof(PlannedStrand);
/// Shaders read a record as three pairs of words.
constexpr std::size_t recordTexelBytes = 8;
static_assert(recordBytes == 3 * recordTexelBytes);

} // namespace

GlStrands::GlStrands()
    : records_(GL_RG32UI, recordTexelBytes), some_(GL_RG32UI, recordTexelBytes),
      bends_(GL_RG32F, 2 * sizeof(float)) {}

/// And counts the plain ones.
std::vector<std::uint32_t> GlStrands::strandsInOrder() {
    const std::vector<PlannedStrand>& strands = plan_->strands;
    plainCount_ = 0;
    if (strands.size() <= ordered_) {
        std::vector<std::uint32_t> order(std::min(strands.size(), most_));
        std::iota(order.begin(), order.end(), 0U);
        return order;
    }
    const std::vector<std::uint32_t> all = scattered(strands.size(), most_);
    std::vector<std::uint8_t> plain(all.size());
    forEachRow(all.size(), [&](std::size_t i) {
        const PlannedStrand& strand = strands[all[i]];
        plain[i] = strand.dash == Dash::Solid && !strand.arrow &&
                           plan_->casings[strand.colour].alpha() == 0
                       ? 1
                       : 0;
    });
    std::vector<std::uint32_t> order;
    order.reserve(all.size());
    for (const bool plainOnes : {true, false}) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            if ((plain[i] != 0) == plainOnes) {
                order.push_back(all[i]);
            }
        }
        plainCount_ = plainOnes ? order.size() : plainCount_;
    }
    return order;
}

void GlStrands::setPlan(std::shared_ptr<const NetworkPlan> plan,
                        std::shared_ptr<const Network> network, std::size_t ordered,
                        std::size_t most) {
    plan_ = std::move(plan);
    network_ = std::move(network);
    ordered_ = ordered;
    most_ = most;
    const std::vector<PlannedStrand>& strands = plan_->strands;
    std::vector<std::uint32_t> order = strandsInOrder();

    std::vector<std::uint32_t> edges;
    if (order.size() == strands.size()) {
        edges.resize(plan_->edgeCount);
        std::iota(edges.begin(), edges.end(), 0U);
    } else {
        edges.resize(order.size());
        std::ranges::transform(order, edges.begin(),
                               [&](std::uint32_t i) { return strands[i].edge; });
        std::ranges::sort(edges);
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    }
    send(slots_.update(*plan_, *network_, edges));

    forEachRow(order.size(), [&](std::size_t i) {
        const std::uint32_t edge = strands[order[i]].edge;
        order[i] += slots_.slotOf(edge) - plan_->firstStrands[edge];
    });
    strands_.count = order.size();
    strands_.records.fill(order);

    const std::vector<Sign> signs = signsInOrder();
    std::vector<std::uint32_t> signSlots(signs.size());
    std::ranges::transform(signs, signSlots.begin(), &Sign::slot);
    signs_.count = signs.size();
    signs_.records.fill(signSlots);
    curved_ = false;
    edgesAreThere_ = false;
}

std::vector<GlStrands::Sign> GlStrands::signsInOrder() const {
    std::vector<Sign> signs;
    if (strands_.count < plan_->strands.size()) {
        return signs;
    }
    const auto add = [&](std::uint32_t edge, std::size_t nth) {
        signs.push_back({slots_.slotOf(edge) + static_cast<std::uint32_t>(nth), edge});
    };
    std::size_t nth = 0; // of the overlays of one edge
    for (std::size_t i = 0; i < plan_->overlays.size(); ++i) {
        const std::uint32_t edge = plan_->overlays[i].edge;
        nth = i > 0 && plan_->overlays[i - 1].edge == edge ? nth + 1 : 0;
        add(edge, plan_->strandsOf(edge).size() + nth);
    }
    for (std::size_t i = 0; plan_->legend.arrows && i < plan_->strands.size(); ++i) {
        if (plan_->strands[i].arrow) {
            const std::uint32_t edge = plan_->strands[i].edge;
            add(edge, i - plan_->firstStrands[edge]);
        }
    }
    return signs;
}

void GlStrands::send(const StrandSlots::Update& update) {
    const std::size_t bytes = slots_.size() * recordBytes;
    if (update.anew) {
        records_.fill(update.records.data(), bytes);
    } else {
        if (bytes > records_.bytes()) {
            records_.grow(bytes);
        }
        for (const StrandSlots::Update::Piece& piece : update.pieces) {
            records_.replace(piece.slot * recordBytes, &update.records[piece.begin],
                             piece.count * recordBytes);
        }
    }
    sentRecords_ += update.records.size();
}

void GlStrands::setBends(std::span<const QPointF> bends, QPointF base) {
    curved_ = !bends.empty();
    if (!curved_) {
        return;
    }
    std::vector<float> values;
    values.reserve(2 * bends.size());
    for (const QPointF bend : bends) {
        values.push_back(static_cast<float>(bend.x() - base.x()));
        values.push_back(static_cast<float>(bend.y() - base.y()));
    }
    bends_.fill(values.data(), values.size() * sizeof(float));
    if (edgesAreThere_) {
        return;
    }
    edgesAreThere_ = true;
    std::vector<std::uint32_t> edges = strandsInOrder();
    for (std::uint32_t& i : edges) {
        i = plan_->strands[i].edge;
    }
    strands_.edges.fill(edges);
    const std::vector<Sign> signs = signsInOrder();
    edges.resize(signs.size());
    std::ranges::transform(signs, edges.begin(), &Sign::edge);
    signs_.edges.fill(edges);
}

void GlStrands::setSome(std::span<const PlannedStrand> strands) {
    std::vector<PlannedStrand> records;
    records.reserve(strands.size());
    for (const PlannedStrand& strand : strands) {
        records.push_back(StrandSlots::record(strand, *network_));
        records.back().edge = strand.edge;
    }
    some_.fill(records.data(), records.size() * recordBytes);
}

std::size_t GlStrands::bytes() const {
    std::size_t sum = records_.bytes() + some_.bytes() + bends_.bytes();
    for (const List* list : {&strands_, &signs_}) {
        sum += list->records.bytes() + list->edges.bytes();
    }
    return sum;
}

void GlStrands::bind(const List& list, std::size_t first) const {
    records_.bind(recordsUnit);
    bends_.bind(bendsUnit);
    list.records.bindInstances(0, first);
    if (curved_) {
        list.edges.bindInstances(1, first);
    } else {
        glDisableVertexAttribArray(1);
    }
}

void GlStrands::bindSome() const {
    some_.bind(recordsUnit);
    bends_.bind(bendsUnit);
    glDisableVertexAttribArray(0);
    glDisableVertexAttribArray(1);
}

} // namespace entente::ui
