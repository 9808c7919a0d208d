#include "core/model/change.h"

#include <algorithm>
#include <stdexcept>

namespace entente {

namespace {

template <typename... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

constexpr ElementKind kindOf(const Row& row) { return static_cast<ElementKind>(row.index()); }
static_assert(std::is_same_v<std::variant_alternative_t<0, Row>, Vertex> &&
              std::is_same_v<std::variant_alternative_t<1, Row>, Edge> &&
              std::is_same_v<std::variant_alternative_t<2, Row>, Claim> &&
              std::is_same_v<std::variant_alternative_t<3, Row>, Source>);

std::size_t tableSize(const Dossier& dossier, ElementKind kind) {
    switch (kind) {
    case ElementKind::Vertex:
        return dossier.vertices().size();
    case ElementKind::Edge:
        return dossier.edges().size();
    case ElementKind::Claim:
        return dossier.claims().size();
    case ElementKind::Source:
        return dossier.sources().size();
    }
    return 0;
}

Row rowAt(const Dossier& dossier, ElementRef element) {
    switch (element.kind) {
    case ElementKind::Vertex:
        return dossier.vertices().row(element.index);
    case ElementKind::Edge:
        return dossier.edges().row(element.index);
    case ElementKind::Claim:
        return dossier.claims()[element.index];
    case ElementKind::Source:
        break;
    }
    return dossier.sources()[element.index];
}

void put(Dossier& dossier, std::uint32_t index, const Row& row) {
    std::visit(Overloaded{[&](const Vertex& vertex) { dossier.replaceVertex(index, vertex); },
                          [&](const Edge& edge) { dossier.replaceEdge(index, edge); },
                          [&](const Claim& claim) { dossier.replaceClaim(index, claim); },
                          [&](const Source& source) { dossier.replaceSource(index, source); }},
               row);
}

bool present(const Dossier& dossier, ElementRef element, const Row& row) {
    return element.index < tableSize(dossier, element.kind) && !dossier.removed(element) &&
           rowAt(dossier, element) == row;
}

[[noreturn]] void misfit() {
    throw std::logic_error("The change does not fit the dossier: it was made for another state.");
}

void applyStep(Dossier& dossier, const Step& step) {
    std::visit(
        Overloaded{
            [&](const ReplaceRow& replace) {
                const ElementRef element{kindOf(replace.before), replace.index};
                if (kindOf(replace.after) != element.kind ||
                    !present(dossier, element, replace.before)) {
                    misfit();
                }
                put(dossier, replace.index, replace.after);
            },
            [&](const InsertRow& insert) {
                const ElementRef element{kindOf(insert.row), insert.index};
                const std::size_t size = tableSize(dossier, element.kind);
                if (insert.index == size) {
                    std::visit([&](const auto& row) { dossier.add(row); }, insert.row);
                } else if (insert.index < size && dossier.removed(element)) {
                    put(dossier, insert.index, insert.row);
                    dossier.setRemoved(element, false);
                } else {
                    misfit();
                }
            },
            [&](const RemoveRow& remove) {
                const ElementRef element{kindOf(remove.row), remove.index};
                if (!present(dossier, element, remove.row)) {
                    misfit();
                }
                dossier.setRemoved(element, true);
            },
            [&](const ReplaceCover& replace) {
                if (dossier.cover() != replace.before) {
                    misfit();
                }
                dossier.setCover(replace.after);
            },
            [&](const ReplaceSectors& replace) {
                if (dossier.sectors() != replace.before) {
                    misfit();
                }
                dossier.setSectors(replace.after);
            }},
        step);
}

Step inverseStep(const Step& step) {
    return std::visit(
        Overloaded{
            [](const ReplaceRow& s) -> Step { return ReplaceRow{s.index, s.after, s.before}; },
            [](const InsertRow& s) -> Step { return RemoveRow{s.index, s.row}; },
            [](const RemoveRow& s) -> Step { return InsertRow{s.index, s.row}; },
            [](const ReplaceCover& s) -> Step { return ReplaceCover{s.after, s.before}; },
            [](const ReplaceSectors& s) -> Step { return ReplaceSectors{s.after, s.before}; }},
        step);
}

} // namespace

Change inverse(const Change& change) {
    Change reversed{change.description, {}};
    reversed.steps.reserve(change.steps.size());
    for (auto step = change.steps.rbegin(); step != change.steps.rend(); ++step) {
        reversed.steps.push_back(inverseStep(*step));
    }
    return reversed;
}

void apply(Dossier& dossier, const Change& change) {
    std::size_t done = 0;
    try {
        for (; done < change.steps.size(); ++done) {
            applyStep(dossier, change.steps[done]);
        }
    } catch (const std::logic_error&) {
        while (done > 0) {
            applyStep(dossier, inverseStep(change.steps[--done]));
        }
        throw;
    }
}

Change replaceVertex(const Dossier& dossier, VertexIndex row, Vertex after,
                     std::string description) {
    return {std::move(description), {ReplaceRow{row, dossier.vertices().row(row), std::move(after)}}};
}

Change replaceEdge(const Dossier& dossier, EdgeIndex row, Edge after, std::string description) {
    return {std::move(description), {ReplaceRow{row, dossier.edges().row(row), std::move(after)}}};
}

Change removeElement(const Dossier& dossier, ElementRef element, std::string description) {
    std::vector<ElementRef> going{element};
    if (element.kind == ElementKind::Vertex) {
        for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
            if (!dossier.edges().removed(i) && (dossier.edges().source(i) == element.index ||
                                                dossier.edges().target(i) == element.index)) {
                going.push_back({ElementKind::Edge, i});
            }
        }
    }
    Change change{std::move(description), {}};
    for (ClaimIndex i = 0; i < dossier.claims().size(); ++i) {
        const bool aboutIt = std::ranges::binary_search(going, dossier.claims()[i].about);
        const bool fromIt = element.kind == ElementKind::Source &&
                            dossier.claims()[i].source == element.index;
        if (!dossier.claimRemoved(i) && (aboutIt || fromIt)) {
            change.steps.emplace_back(RemoveRow{i, dossier.claims()[i]});
        }
    }
    for (auto gone = going.rbegin(); gone != going.rend(); ++gone) {
        change.steps.emplace_back(RemoveRow{gone->index, rowAt(dossier, *gone)});
    }
    return change;
}

void History::perform(Dossier& dossier, Change change) {
    apply(dossier, change);
    if (saved_ != unreachable && saved_ > done_) {
        saved_ = unreachable;
    }
    changes_.resize(done_);
    changes_.push_back(std::move(change));
    ++done_;
}

void History::undo(Dossier& dossier) {
    if (canUndo()) {
        apply(dossier, inverse(changes_[done_ - 1]));
        --done_;
    }
}

void History::redo(Dossier& dossier) {
    if (canRedo()) {
        apply(dossier, changes_[done_]);
        ++done_;
    }
}

} // namespace entente
