#include "core/network/leadership.h"

#include "ui/panels/page_parts.h"
#include "ui/scene/counted.h"
#include "ui/scene/dates.h"
#include "ui/scene/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <iterator>

namespace entente::ui {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Inspector", text);
}

/// The actors whom the element concerns; a leader and the state that was led both count.
std::set<VertexIndex> actorsOf(const Dossier& dossier, const Leadership& leadership,
                               ElementRef element) {
    std::set<VertexIndex> actors;
    const auto take = [&](VertexIndex actor, DaySpan when) {
        actors.insert(actor);
        if (const VertexIndex state = leadership.stateLed(actor, when); state != noIndex) {
            actors.insert(state);
        }
    };
    const EdgeTable& edges = dossier.edges();
    if (element.kind == ElementKind::Edge) {
        take(edges.source(element.index), edges.span(element.index));
        take(edges.target(element.index), edges.span(element.index));
    } else if (element.kind == ElementKind::Vertex) {
        for (EdgeIndex edge = 0; edge < edges.size(); ++edge) {
            if (!edges.removed(edge) && edges.kind(edge) == EdgeKind::Participation &&
                edges.target(edge) == element.index) {
                take(edges.source(edge), dossier.vertices().span(element.index));
            }
        }
    }
    return actors;
}

/// The actors whom all of the elements concern.
std::vector<VertexIndex> sharedActors(const Dossier& dossier,
                                      const std::set<ElementRef>& elements) {
    const auto joins = [&dossier](ElementRef element) {
        return element.kind == ElementKind::Edge ||
               (element.kind == ElementKind::Vertex &&
                !isActor(dossier.vertices().kind(element.index)));
    };
    constexpr std::size_t most = 64;
    if (elements.size() > most || !std::ranges::all_of(elements, joins)) {
        return {};
    }
    const Leadership leadership(dossier, std::vector<std::uint8_t>(dossier.vertices().size(), 1));
    std::set<VertexIndex> shared = actorsOf(dossier, leadership, *elements.begin());
    for (const ElementRef element : elements) {
        const std::set<VertexIndex> own = actorsOf(dossier, leadership, element);
        std::erase_if(shared, [&own](VertexIndex actor) { return !own.contains(actor); });
    }
    return {shared.begin(), shared.end()};
}

QString groupOf(const Dossier& dossier, ElementRef element) {
    switch (element.kind) {
    case ElementKind::Vertex:
        return isActor(dossier.vertices().kind(element.index))
                   ? tr("Actors")
                   : kindPlural(dossier.vertices().kind(element.index));
    case ElementKind::Edge:
        switch (dossier.edges().kind(element.index)) {
        case EdgeKind::Tie:
            return tr("Ties");
        case EdgeKind::Participation:
            return tr("Participations");
        case EdgeKind::Lineage:
            return tr("Lineage");
        }
        break;
    case ElementKind::Claim:
        return tr("Claims");
    case ElementKind::Source:
        return tr("Sources");
    }
    return {};
}

PageLine lineOf(const Dossier& dossier, ElementRef element, const QString& language) {
    PageLine line{linkTo(dossier, element, language)};
    const Period* period = nullptr;
    if (element.kind == ElementKind::Vertex) {
        period = &dossier.vertices().period(element.index);
    } else if (element.kind == ElementKind::Edge) {
        period = &dossier.edges().period(element.index);
    }
    if (period != nullptr && !period->empty()) {
        line.push_back(quietText(QStringLiteral("  ") + readablePeriod(*period)));
    }
    return line;
}

} // namespace

ElementPage selectionPage(const Dossier& dossier, const std::set<ElementRef>& elements,
                          const QString& language) {
    ElementPage page;
    const std::vector<VertexIndex> shared = sharedActors(dossier, elements);
    const auto name = [&](VertexIndex actor) {
        return linkTo(dossier, {ElementKind::Vertex, actor}, language);
    };
    const QString count = counted(elements.size(), tr("1 element"), tr("%L1 elements"));
    page.title = shared.size() == 2
                     ? name(shared[0]).text + QStringLiteral(" – ") + name(shared[1]).text
                     : count;
    page.subtitle = shared.size() == 2 ? tr("What the two share: %1").arg(count) : tr("Selected");
    if (shared.size() >= 2) {
        std::vector<PageLine> names;
        for (const VertexIndex actor : shared) {
            names.push_back({name(actor)});
        }
        page.facts.push_back({tr("In common"), {inlineList(names)}});
    }
    for (const ElementRef element : elements) {
        const QString title = groupOf(dossier, element);
        auto section = std::ranges::find(page.sections, title, &PageSection::title);
        if (section == page.sections.end()) {
            section = page.sections.insert(page.sections.end(), {title, {{QString(), {}}}});
        }
        section->facts[0].lines.push_back(lineOf(dossier, element, language));
        if (element.kind == ElementKind::Vertex) {
            page.sectors |= dossier.vertices().sectors(element.index);
        } else if (element.kind == ElementKind::Edge) {
            page.sectors |= dossier.edges().sectors(element.index);
        }
    }
    return page;
}

ElementPage coverPage(const Dossier& dossier) {
    const Cover& cover = dossier.cover();
    const QLocale locale;
    ElementPage page;
    page.title = cover.title.empty() ? tr("Untitled dossier") : QString::fromStdString(cover.title);
    page.subtitle = cover.asOf.empty() ? tr("Dossier")
                                       : tr("Dossier · as of %1").arg(readablePeriod(cover.asOf));
    page.note = QString::fromStdString(cover.description);

    std::array<std::size_t, vertexKindCount> kinds{};
    for (VertexIndex i = 0; i < dossier.vertices().size(); ++i) {
        kinds[static_cast<std::size_t>(dossier.vertices().kind(i))] +=
            dossier.vertices().removed(i) ? 0 : 1;
    }
    std::array<std::size_t, edgeKindCount> edgeKinds{};
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        edgeKinds[static_cast<std::size_t>(dossier.edges().kind(i))] +=
            dossier.edges().removed(i) ? 0 : 1;
    }
    const auto addCount = [&](const QString& name, std::size_t count) {
        if (count > 0) {
            page.facts.push_back(
                {name, {plainLine(locale.toString(static_cast<qulonglong>(count)))}});
        }
    };
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        addCount(kindPlural(static_cast<VertexKind>(i)), kinds[i]);
    }
    addCount(tr("Ties"), edgeKinds[static_cast<std::size_t>(EdgeKind::Tie)]);
    std::size_t claims = 0;
    for (ClaimIndex i = 0; i < dossier.claims().size(); ++i) {
        claims += dossier.claimRemoved(i) ? 0 : 1;
    }
    addCount(tr("Claims"), claims);

    PageSection sources{tr("Sources"), {{QString(), {}}}};
    for (SourceIndex i = 0; i < dossier.sources().size(); ++i) {
        if (!dossier.sourceRemoved(i)) {
            const Source& source = dossier.sources()[i];
            PageLine line{linkTo(dossier, {ElementKind::Source, i}, {})};
            QStringList origin;
            if (source.publisher != noString) {
                origin << interned(dossier, source.publisher);
            }
            if (!source.date.empty()) {
                origin << readablePeriod(source.date);
            }
            if (!origin.isEmpty()) {
                line.push_back(quietText(QStringLiteral("  ") + origin.join(QStringLiteral(", "))));
            }
            sources.facts[0].lines.push_back(std::move(line));
        }
    }
    if (!sources.facts[0].lines.empty()) {
        page.sections.push_back(std::move(sources));
    }
    return page;
}

} // namespace entente::ui
