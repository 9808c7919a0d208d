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

void put(Dossier& dossier, std::uint32_t index, const Vertex& vertex) {
    dossier.replaceVertex(index, vertex);
}
void put(Dossier& dossier, std::uint32_t index, const Edge& edge) {
    dossier.replaceEdge(index, edge);
}
void put(Dossier& dossier, std::uint32_t index, const Claim& claim) {
    dossier.replaceClaim(index, claim);
}
void put(Dossier& dossier, std::uint32_t index, const Source& source) {
    dossier.replaceSource(index, source);
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
    std::visit([&](const auto& value) { put(dossier, index, value); }, row);
}

/// A table gives attributes in the order of its own columns, and none without a value.
void sortAttributes(Row& row) {
    const auto sort = [](std::vector<Attribute>& attributes) {
        std::erase_if(attributes,
                      [](const Attribute& attribute) { return attribute.value == noString; });
        std::ranges::sort(attributes, {}, &Attribute::name);
    };
    if (Vertex* const vertex = std::get_if<Vertex>(&row)) {
        sort(vertex->attributes);
    } else if (Edge* const edge = std::get_if<Edge>(&row)) {
        sort(edge->attributes);
    }
}

bool present(const Dossier& dossier, ElementRef element, Row row) {
    if (element.index >= tableSize(dossier, element.kind) || dossier.removed(element)) {
        return false;
    }
    Row there = rowAt(dossier, element);
    sortAttributes(there);
    sortAttributes(row);
    return there == row;
}

[[noreturn]] void misfit() {
    throw std::logic_error("The change does not fit the dossier: it was made for another state.");
}

/// Calls `use(kind, first row, rows)` for each of the four tables.
template <typename Use>
void eachTable(const InsertRows& inserted, const Use& use) {
    use(ElementKind::Vertex, inserted.firstVertex, inserted.rows->vertices);
    use(ElementKind::Edge, inserted.firstEdge, inserted.rows->edges);
    use(ElementKind::Claim, inserted.firstClaim, inserted.rows->claims);
    use(ElementKind::Source, inserted.firstSource, inserted.rows->sources);
}

void insertRows(Dossier& dossier, const InsertRows& insert) {
    eachTable(insert, [&](ElementKind kind, std::uint32_t first, const auto& rows) {
        const std::size_t size = tableSize(dossier, kind);
        bool fits = first == size || first + rows.size() <= size;
        for (std::uint32_t i = first; fits && first != size && i < first + rows.size(); ++i) {
            fits = dossier.removed({kind, i});
        }
        if (!fits) {
            misfit();
        }
    });
    dossier.reserve(std::max(dossier.vertices().size(),
                             insert.firstVertex + insert.rows->vertices.size()),
                    std::max(dossier.edges().size(),
                             insert.firstEdge + insert.rows->edges.size()));
    eachTable(insert, [&](ElementKind kind, std::uint32_t first, const auto& rows) {
        const bool append = first == tableSize(dossier, kind);
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            if (append) {
                dossier.add(rows[i]);
            } else {
                put(dossier, first + i, rows[i]);
                dossier.setRemoved({kind, first + i}, false);
            }
        }
    });
}

void removeRows(Dossier& dossier, const InsertRows& inserted) {
    eachTable(inserted, [&](ElementKind kind, std::uint32_t first, const auto& rows) {
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            if (!present(dossier, {kind, first + i}, rows[i])) {
                misfit();
            }
        }
    });
    eachTable(inserted, [&](ElementKind kind, std::uint32_t first, const auto& rows) {
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            dossier.setRemoved({kind, first + i}, true);
        }
    });
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
            [&](const InsertRows& insert) { insertRows(dossier, insert); },
            [&](const RemoveRows& remove) { removeRows(dossier, remove.inserted); },
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
            },
            [&](const DeclareAttribute& declare) {
                if (dossier.attributes(declare.owner).declared(declare.name) != declare.before) {
                    misfit();
                }
                if (declare.after) {
                    dossier.declareAttribute(declare.owner, declare.name, *declare.after);
                } else {
                    dossier.undeclareAttribute(declare.owner, declare.name);
                }
            }},
        step);
}

Step inverseStep(const Step& step) {
    return std::visit(
        Overloaded{
            [](const ReplaceRow& s) -> Step { return ReplaceRow{s.index, s.after, s.before}; },
            [](const InsertRow& s) -> Step { return RemoveRow{s.index, s.row}; },
            [](const RemoveRow& s) -> Step { return InsertRow{s.index, s.row}; },
            [](const InsertRows& s) -> Step { return RemoveRows{s}; },
            [](const RemoveRows& s) -> Step { return s.inserted; },
            [](const ReplaceCover& s) -> Step { return ReplaceCover{s.after, s.before}; },
            [](const ReplaceSectors& s) -> Step { return ReplaceSectors{s.after, s.before}; },
            [](const DeclareAttribute& s) -> Step {
                return DeclareAttribute{s.owner, s.name, s.after, s.before};
            }},
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
    record(std::move(change));
}

void History::record(Change change) {
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
