#include "ui/views/network_hover_card.h"

#include "ui/scene/counted.h"
#include "ui/scene/dates.h"
#include "ui/scene/network_names.h"
#include "ui/scene/vertex_text.h"
#include "ui/scene/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>
#include <array>

namespace entente::ui {

namespace {

constexpr int textWidth = 300;
constexpr std::size_t mostClaims = 3;
constexpr std::size_t mostBacking = 5;
constexpr qsizetype longestStatement = 150;

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// Writes what a card says, as HTML in the style's colours.
class CardText {
public:
    explicit CardText(const Workspace& workspace)
        : dossier_(workspace.dossier()), style_(workspace.style()),
          namesTies_(workspace.network().isCollapsed()) {}

    void title(const QString& words, const QString& aside = {}) {
        html_ += QStringLiteral("<div style='font-size:large; font-weight:600'>%1%2</div>")
                     .arg(words.toHtmlEscaped(), aside.isEmpty() ? QString()
                                                                 : quiet(QStringLiteral("&nbsp; ") +
                                                                         aside.toHtmlEscaped()));
    }

    void line(const QStringList& parts) {
        QStringList given = parts;
        given.removeAll(QString());
        if (!given.isEmpty()) {
            html_ += QStringLiteral("<div>%1</div>")
                         .arg(quiet(given.join(QStringLiteral(" · ")).toHtmlEscaped()));
        }
    }

    void paragraph(const QString& words) {
        html_ += QStringLiteral("<div style='margin-top:6px'>%1</div>").arg(words.toHtmlEscaped());
    }

    void sectors(SectorSet set) {
        QStringList names;
        for (std::size_t i = 0; i < dossier_.sectors().size(); ++i) {
            if ((set & sectorBit(i)) != 0) {
                const Sector& sector = dossier_.sectors()[i];
                const QColor casing = sectorCasing(sector, style_.theme);
                const QColor dot = casing.alpha() > 0 ? casing : sectorColour(sector, style_.theme);
                names << QStringLiteral("<span style='color:%1'>●</span>&nbsp;%2")
                             .arg(dot.name(), text(sector.name).toLower().toHtmlEscaped());
            }
        }
        if (!names.isEmpty()) {
            html_ += QStringLiteral("<div style='margin-top:4px'>%1</div>")
                         .arg(names.join(QStringLiteral("&nbsp;&nbsp; ")));
        }
    }

    void claims(ElementRef element, std::size_t most) {
        const std::vector<ClaimIndex> all = dossier_.claimsAbout(element);
        for (std::size_t i = 0; i < std::min(most, all.size()); ++i) {
            const Claim& claim = dossier_.claims()[all[i]];
            QString statement = text(dossier_.text(claim.statement));
            if (statement.size() > longestStatement) {
                statement = statement.left(longestStatement - 1).trimmed() + QChar(0x2026);
            }
            QStringList origin{text(dossier_.text(claim.attribution))};
            if (claim.source < dossier_.sources().size()) {
                origin << text(dossier_.text(dossier_.sources()[claim.source].title))
                       << text(dossier_.text(claim.locator));
            }
            if (claim.confidence != Confidence::Confirmed) {
                origin << confidenceWord(claim.confidence);
            }
            origin.removeAll(QString());
            html_ += QStringLiteral("<div style='margin-top:7px'>%1<br>%2</div>")
                         .arg(statement.toHtmlEscaped(),
                              quiet(origin.join(QStringLiteral(", ")).toHtmlEscaped(), true));
        }
        if (all.size() > most) {
            html_ +=
                QStringLiteral("<div style='margin-top:5px'>%1</div>")
                    .arg(quiet(counted(all.size() - most, NetworkHoverCard::tr("and 1 more claim"),
                                       NetworkHoverCard::tr("and %L1 more claims")),
                               true));
        }
    }

    /// What an edge between two rows stands for; who is tied, where it is others.
    void backing(ElementRef element, VertexIndex from, VertexIndex to) {
        const bool vertex = element.kind == ElementKind::Vertex;
        const VertexTable& vertices = dossier_.vertices();
        const EdgeTable& edges = dossier_.edges();
        const Period& period =
            vertex ? vertices.period(element.index) : edges.period(element.index);
        const Confidence confidence =
            vertex ? vertices.confidence(element.index) : edges.confidence(element.index);
        QString name = vertex ? vertexName(dossier_, element.index, style_.labelLanguage)
                              : capitalised(text(dossier_.text(edges.type(element.index))));
        if (name.isEmpty()) {
            name = capitalised(edgeKindWord(vertex ? EdgeKind::Tie : edges.kind(element.index)));
        }
        QStringList facts;
        const bool others =
            !vertex && std::minmax(edges.source(element.index), edges.target(element.index)) !=
                           std::minmax(from, to);
        if (!vertex && (others || namesTies_)) {
            name = QString::fromStdString(dossier_.describe(element));
        }
        if (!period.empty()) {
            facts << readablePeriod(period);
        }
        if (confidence != Confidence::Confirmed) {
            facts << confidenceWord(confidence);
        }
        html_ += QStringLiteral("<div style='margin-top:6px'>%1%2</div>")
                     .arg(name.toHtmlEscaped(),
                          facts.isEmpty()
                              ? QString()
                              : QStringLiteral("<br>") +
                                    quiet(facts.join(QStringLiteral(" · ")).toHtmlEscaped(), true));
    }

    [[nodiscard]] const QString& html() const { return html_; }

private:
    [[nodiscard]] QString quiet(const QString& html, bool small = false) const {
        return QStringLiteral("<span style='color:%1%2'>%3</span>")
            .arg(style_.colours().quietText.name(),
                 small ? QStringLiteral("; font-size:small") : QString(), html);
    }

    const Dossier& dossier_;
    const Style& style_;
    bool namesTies_; ///< who is tied is said of each tie
    QString html_;
};

QString nameOf(const Workspace& workspace, std::uint32_t vertex) {
    return markName(workspace.dossier(), workspace.network(), vertex,
                    workspace.style().labelLanguage);
}

/// The vertices most strongly tied to one, the strongest first.
QStringList strongestNeighbours(const Workspace& workspace, std::uint32_t vertex,
                                std::size_t most) {
    const Network& network = workspace.network();
    std::map<std::uint32_t, double> weights;
    const auto arcs = boost::out_edges(vertex, network.graph());
    for (auto arc = arcs.first; arc != arcs.second; ++arc) {
        const auto other = static_cast<std::uint32_t>(boost::target(*arc, network.graph()));
        weights[other] +=
            network.edges()[boost::get(boost::edge_bundle, network.graph(), *arc)].weight;
    }
    std::vector<std::pair<double, std::uint32_t>> order;
    for (const auto& [other, weight] : weights) {
        order.emplace_back(-weight, other);
    }
    std::ranges::sort(order);
    QStringList names;
    for (std::size_t i = 0; i < std::min(most, order.size()); ++i) {
        names << nameOf(workspace, order[i].second);
    }
    if (order.size() > most) {
        names.back() +=
            NetworkHoverCard::tr(" and %n more", nullptr, static_cast<int>(order.size() - most));
    }
    return names;
}

/// "States 120 · Leaders 31": what the members of a row's community are, as far as they are drawn
/// together.
QStringList kindsOfMembers(const Workspace& workspace, VertexIndex row) {
    const std::vector<std::uint32_t>& communities = workspace.communityOfRow();
    std::array<int, vertexKindCount> counts{};
    for (VertexIndex other = 0; other < communities.size(); ++other) {
        if (communities[other] == communities[row]) {
            ++counts[static_cast<std::size_t>(workspace.dossier().vertices().kind(other))];
        }
    }
    QStringList kinds;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) {
            kinds << QStringLiteral("%1 %2").arg(kindPlural(static_cast<VertexKind>(i)),
                                                 QLocale().toString(counts[i]));
        }
    }
    return kinds;
}

} // namespace

NetworkHoverCard::NetworkHoverCard(const Workspace* workspace, QWidget* parent)
    : FloatingPanel(workspace, parent), text_(new QLabel(this)) {
    text_->setTextFormat(Qt::RichText);
    text_->setWordWrap(true);
    text_->setFixedWidth(textWidth);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(14, 11, 14, 12);
    row->addWidget(text_);
    hide();
}

QString NetworkHoverCard::html() const {
    return text_->text();
}

void NetworkHoverCard::showCommunity(VertexIndex row, QPoint pointer) {
    const Network& network = workspace().network();
    const std::uint32_t vertex = network.vertexOf(row);
    CardText card(workspace());
    card.title(tr("%1 and %2")
                   .arg(vertexName(workspace().dossier(), row, workspace().style().labelLanguage),
                        counted(network.membersOf(vertex) - 1, tr("1 other"), tr("%L1 others"))));
    card.line({tr("Community")});
    card.line(kindsOfMembers(workspace(), row));
    constexpr std::size_t mostNeighbours = 4;
    const QStringList names = strongestNeighbours(workspace(), vertex, mostNeighbours);
    if (!names.isEmpty()) {
        card.paragraph(tr("With %1").arg(names.join(QStringLiteral(", "))));
    }
    card.paragraph(tr("Double click, Enter or zooming in shows its members."));
    showText(card.html(), pointer);
}

void NetworkHoverCard::showVertex(VertexIndex row, QPoint pointer) {
    if (const std::uint32_t vertex = workspace().network().vertexOf(row);
        vertex != noIndex && workspace().network().membersOf(vertex) > 1) {
        showCommunity(row, pointer);
        return;
    }
    const Dossier& dossier = workspace().dossier();
    const VertexTable& vertices = dossier.vertices();
    CardText card(workspace());
    card.title(vertexName(dossier, row, workspace().style().labelLanguage),
               vertexCode(dossier, row));
    const bool stated = vertices.status(row) != Status::Unstated;
    const bool actor = isActor(vertices.kind(row));
    card.line({capitalised(kindWord(vertices.kind(row))), text(dossier.text(vertices.type(row))),
               stated ? statusWord(vertices.status(row)) : QString(),
               vertices.confidence(row) != Confidence::Confirmed
                   ? confidenceWord(vertices.confidence(row))
                   : QString(),
               !actor && vertices.polarity(row) == Polarity::Conflictual
                   ? polarityWord(Polarity::Conflictual)
                   : QString()});
    if (!vertices.period(row).empty()) {
        card.line({readablePeriod(vertices.period(row))});
    }
    card.sectors(vertices.sectors(row));
    const std::uint32_t vertex = workspace().network().vertexOf(row);
    if (vertex != noIndex) {
        constexpr std::size_t mostNeighbours = 4;
        const QStringList names = strongestNeighbours(workspace(), vertex, mostNeighbours);
        if (!names.isEmpty()) {
            card.paragraph(tr("With %1").arg(names.join(QStringLiteral(", "))));
        }
    }
    card.claims({ElementKind::Vertex, row}, mostClaims);
    showText(card.html(), pointer);
}

void NetworkHoverCard::showEdge(std::uint32_t edge, QPoint pointer) {
    const Network& network = workspace().network();
    const NetworkEdge& each = network.edges()[edge];
    CardText card(workspace());
    card.title(nameOf(workspace(), each.source) +
               (each.directed ? QStringLiteral(" → ") : QStringLiteral(" – ")) +
               nameOf(workspace(), each.target));
    card.line(
        {each.sign < 0   ? polarityWord(Polarity::Conflictual)
         : each.sign > 0 ? polarityWord(Polarity::Cooperative)
                         : polarityWord(Polarity::Neutral),
         each.confidence != Confidence::Confirmed ? confidenceWord(each.confidence) : QString()});
    if (const std::uint32_t behind = network.edgesBehind(edge); behind > 1) {
        card.line({tr("%n pairs of members joined", nullptr, static_cast<int>(behind))});
    }
    card.sectors(each.sectors);
    const auto backing = network.backing(edge);
    for (std::size_t i = 0; i < std::min(mostBacking, backing.size()); ++i) {
        card.backing(backing[i], network.element(each.source), network.element(each.target));
    }
    if (backing.size() > mostBacking) {
        card.line({tr("and %n more", nullptr, static_cast<int>(backing.size() - mostBacking))});
    }
    if (!backing.empty()) {
        card.claims(backing.front(), backing.size() == 1 ? mostClaims : 1);
    }
    showText(card.html(), pointer);
}

void NetworkHoverCard::showText(const QString& html, QPoint pointer) {
    text_->setText(html);
    // A label answers with no less than the height that it was given for another text.
    text_->setMinimumHeight(0);
    text_->setFixedHeight(text_->heightForWidth(textWidth));
    adjustSize();
    constexpr int distance = 18;
    const QSize room = parentWidget()->size();
    int x = pointer.x() + distance;
    int y = pointer.y() + distance;
    if (x + width() > room.width() - 8) {
        x = pointer.x() - distance - width();
    }
    y = std::min(y, room.height() - height() - 8);
    move(std::max(8, x), std::max(8, y));
    show();
    raise();
}

} // namespace entente::ui
