#include "ui/panels/filters_panel.h"

#include "ui/panels/attribute_fields.h"
#include "ui/panels/facet_group.h"
#include "ui/panels/focus_fields.h"
#include "ui/panels/link_button.h"
#include "ui/panels/time_fields.h"
#include "ui/scene/widget_palette.h"
#include "ui/scene/words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr int dotWidth = 16;
constexpr int lineWidth = 32;
constexpr int between = 20;
constexpr int typingPause = 150;

template <typename Enumeration>
std::vector<FacetGroup::Value> valuesOf(std::size_t count, QString (*word)(Enumeration),
                                        SamplePainter (*sample)(Enumeration)) {
    std::vector<FacetGroup::Value> values;
    for (std::size_t i = 0; i < count; ++i) {
        const auto value = static_cast<Enumeration>(i);
        values.push_back({capitalised(word(value)), sample(value)});
    }
    return values;
}

QVBoxLayout* columnOf(QWidget* widget, int spacing = 4) {
    auto* const column = new QVBoxLayout(widget);
    column->setContentsMargins(8, 0, 8, 0);
    column->setSpacing(spacing);
    return column;
}

} // namespace

FiltersPanel::FiltersPanel(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace) {
    setObjectName(QStringLiteral("filtersPanel"));
    setAutoFillBackground(true);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(makeContent());
    scroll->widget()->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    column->addWidget(makeFooter());

    textDelay_.setSingleShot(true);
    textDelay_.setInterval(typingPause);
    connect(&textDelay_, &QTimer::timeout, this, [this] {
        change([this](Filter& filter) { filter.text = text_->text().trimmed().toStdString(); });
    });
    connect(workspace_, &Workspace::dossierChanged, this, &FiltersPanel::takeDossier);
    connect(workspace_, &Workspace::filterChanged, this, &FiltersPanel::takeFilter);
    connect(workspace_, &Workspace::visibilityChanged, this, &FiltersPanel::takeCounts);
    connect(workspace_, &Workspace::styleChanged, this, &FiltersPanel::takeStyle);
    connect(workspace_, &Workspace::networkChanged, this,
            [this] { foldLeaders_->setChecked(workspace_->projection().foldLeaders); });
    takeStyle();
    takeDossier();
    takeFilter();
    takeCounts();
}

QWidget* FiltersPanel::makeContent() {
    auto* const content = new QWidget(this);
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(8, 12, 8, 12);
    column->setSpacing(between);
    column->addWidget(makeText());
    focus_ = new FocusFields(workspace_, this);
    column->addWidget(focus_);
    column->addWidget(makeSectors());
    auto* const timeBox = new QWidget(this);
    time_ = new TimeFields(timeBox);
    columnOf(timeBox)->addWidget(time_);
    connect(time_, &TimeFields::windowChanged, this, [this](std::optional<DaySpan> window) {
        change([&](Filter& filter) { filter.window = window; });
    });
    column->addWidget(timeBox);
    confidences_ = makeGroup(tr("Confidence"), lineWidth, &Filter::confidences);
    confidences_->setValues(
        valuesOf<Confidence>(confidenceCount, &confidenceWord, &confidenceSample));
    column->addWidget(confidences_);

    kinds_ = makeGroup(tr("Kind"), dotWidth, &Filter::vertexKinds);
    kinds_->setValues(valuesOf<VertexKind>(vertexKindCount, &kindPlural, &kindSample));
    foldLeaders_ = new QCheckBox(tr("Leaders stand for their state"), this);
    foldLeaders_->setToolTip(tr("Draw what a leader did as done by the state led at the time"));
    foldLeaders_->setChecked(workspace_->projection().foldLeaders);
    connect(foldLeaders_, &QCheckBox::clicked, this, [this](bool on) {
        ProjectionOptions options = workspace_->projection();
        options.foldLeaders = on;
        workspace_->setProjection(options);
    });
    kinds_->column()->addSpacing(4);
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 0, 0);
    row->addWidget(foldLeaders_);
    kinds_->column()->addLayout(row);
    column->addWidget(kinds_);

    statuses_ = makeGroup(tr("Status of agreements"), dotWidth, &Filter::statuses);
    statuses_->setValues(valuesOf<Status>(
        statusCount, &statusWord, +[](Status) { return dotSample(); }));
    column->addWidget(statuses_);
    polarities_ = makeGroup(tr("Polarity"), lineWidth, &Filter::polarities);
    polarities_->setValues(valuesOf<Polarity>(polarityCount, &polarityWord, &polaritySample));
    column->addWidget(polarities_);

    attributes_ = new AttributeFields(workspace_, this);
    column->addWidget(attributes_);
    column->addWidget(makeHidden());
    column->addStretch(1);
    return content;
}

FacetGroup* FiltersPanel::makeGroup(const QString& title, int sampleWidth,
                                    KindSet Filter::*criterion) {
    auto* const group = new FacetGroup(title, sampleWidth, FacetGroup::Commands::Reset, this);
    connect(group, &FacetGroup::chosenChanged, this, [this, group, criterion](quint64 chosen) {
        const bool all = (chosen & group->present()) == group->present();
        change([&](Filter& filter) {
            filter.*criterion = all ? everyKind : static_cast<KindSet>(chosen);
        });
    });
    return group;
}

QWidget* FiltersPanel::makeSectors() {
    sectors_ = new FacetGroup(tr("Sectors"), dotWidth, FacetGroup::Commands::Every, this);
    connect(sectors_, &FacetGroup::chosenChanged, this, [this](quint64 chosen) {
        const bool all = (chosen & sectors_->present()) == sectors_->present();
        change([&](Filter& filter) {
            filter.sectors = all ? allSectors : chosen & sectors_->present();
        });
    });
    sectorMode_ = new QWidget(sectors_);
    auto* const row = new QHBoxLayout(sectorMode_);
    row->setContentsMargins(8, 4, 8, 0);
    row->setSpacing(4);
    auto* const label = new QLabel(tr("in"), sectorMode_);
    label->setFont(smallFont(font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    anySector_ = new LinkButton(tr("any"), sectorMode_);
    everySector_ = new LinkButton(tr("all of these"), sectorMode_);
    anySector_->setAccessibleName(tr("Elements in any of the chosen sectors"));
    everySector_->setAccessibleName(tr("Elements in all of the chosen sectors at once"));
    anySector_->setToolTip(anySector_->accessibleName());
    everySector_->setToolTip(everySector_->accessibleName());
    row->addWidget(label);
    for (LinkButton* const button : {anySector_, everySector_}) {
        button->setCheckable(true);
        row->addWidget(button);
    }
    row->addStretch(1);
    connect(anySector_, &LinkButton::clicked, this,
            [this] { setSectorMode(Filter::SectorMode::Any); });
    connect(everySector_, &LinkButton::clicked, this,
            [this] { setSectorMode(Filter::SectorMode::All); });
    sectors_->column()->addWidget(sectorMode_);
    return sectors_;
}

void FiltersPanel::setSectorMode(Filter::SectorMode mode) {
    change([mode](Filter& filter) { filter.sectorMode = mode; });
    anySector_->setChecked(mode == Filter::SectorMode::Any);
    everySector_->setChecked(mode == Filter::SectorMode::All);
}

FiltersPanel::~FiltersPanel() {
    // A field that loses the focus while the widget goes down would still tell what was typed, to
    // members that are gone already.
    for (QWidget* const child : findChildren<QWidget*>()) {
        child->disconnect(this);
    }
}

QWidget* FiltersPanel::makeText() {
    auto* const box = new QWidget(this);
    text_ = new QLineEdit(box);
    text_->setPlaceholderText(tr("Containing…"));
    text_->setAccessibleName(tr("Containing"));
    text_->setToolTip(tr("Show what has this in a name, alias, code or type, and its neighbours"));
    text_->setClearButtonEnabled(true);
    columnOf(box)->addWidget(text_);
    connect(text_, &QLineEdit::textEdited, this, [this] { textDelay_.start(); });
    connect(text_, &QLineEdit::textChanged, this, [this](const QString& text) {
        // The clear button edits nothing, as Qt sees it.
        if (text.isEmpty() && !workspace_->filter().text.empty()) {
            textDelay_.start();
        }
    });
    connect(text_, &QLineEdit::editingFinished, this, [this] {
        textDelay_.stop();
        change([this](Filter& filter) { filter.text = text_->text().trimmed().toStdString(); });
    });
    return box;
}

QWidget* FiltersPanel::makeHidden() {
    hidden_ = new QWidget(this);
    auto* const row = new QHBoxLayout(hidden_);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(4);
    hiddenCount_ = new QLabel(hidden_);
    hiddenCount_->setForegroundRole(QPalette::PlaceholderText);
    auto* const show = new LinkButton(tr("show"), hidden_);
    show->setAccessibleName(tr("Show the hidden elements again"));
    connect(show, &LinkButton::clicked, this,
            [this] { change([](Filter& filter) { filter.hidden.clear(); }); });
    row->addWidget(hiddenCount_);
    row->addWidget(show);
    row->addStretch(1);
    return hidden_;
}

QWidget* FiltersPanel::makeFooter() {
    auto* const footer = new QWidget(this);
    auto* const column = new QVBoxLayout(footer);
    column->setContentsMargins(13, 8, 16, 12);
    column->setSpacing(2);
    sentence_ = new QLabel(footer);
    sentence_->setWordWrap(true);
    sentence_->setContentsMargins(3, 0, 0, 0); // in line with the text of the link below
    sentence_->setForegroundRole(QPalette::PlaceholderText);
    sentence_->setFont(smallFont(font()));
    sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    sentence_->setAccessibleName(tr("What is shown"));
    clear_ = new LinkButton(tr("Clear all filters"), footer);
    clear_->setAccessibleName(clear_->text());
    connect(clear_, &LinkButton::clicked, this, [this] {
        textDelay_.stop();
        workspace_->setFilter({});
    });
    auto* const row = new QHBoxLayout;
    row->addWidget(clear_);
    row->addStretch(1);
    column->addWidget(sentence_);
    column->addLayout(row);
    return footer;
}

void FiltersPanel::change(const std::function<void(Filter&)>& edit) {
    Filter filter = workspace_->filter();
    edit(filter);
    workspace_->setFilter(std::move(filter));
}

void FiltersPanel::takeDossier() {
    std::vector<FacetGroup::Value> sectors;
    for (const Sector& sector : workspace_->dossier().sectors()) {
        sectors.push_back(
            {QString::fromStdString(sector.name), sectorSample(sector, workspace_->style().theme)});
    }
    sectors_->setValues(sectors);
    findPresent();
    time_->setExtent(workspace_->extent());
    focus_->takeDossier();
    attributes_->takeDossier();
}

void FiltersPanel::findPresent() {
    const Dossier& dossier = workspace_->dossier();
    SectorSet sectors = 0;
    std::uint64_t kinds = 0;
    std::uint64_t statuses = 0;
    std::uint64_t confidences = 0;
    std::uint64_t polarities = 0;
    const VertexTable& vertices = dossier.vertices();
    for (VertexIndex i = 0; i < vertices.size(); ++i) {
        if (vertices.removed(i)) {
            continue;
        }
        kinds |= kindBit(vertices.kind(i));
        if (isActor(vertices.kind(i))) {
            continue;
        }
        sectors |= vertices.sectors(i);
        confidences |= kindBit(vertices.confidence(i));
        polarities |= kindBit(vertices.polarity(i));
        if (vertices.kind(i) == VertexKind::Agreement) {
            statuses |= kindBit(vertices.status(i));
        }
    }
    const EdgeTable& edges = dossier.edges();
    for (EdgeIndex i = 0; i < edges.size(); ++i) {
        if (!edges.removed(i) && edges.kind(i) == EdgeKind::Tie) {
            sectors |= edges.sectors(i);
            confidences |= kindBit(edges.confidence(i));
            polarities |= kindBit(edges.polarity(i));
        }
    }
    sectors_->setPresent(sectors);
    kinds_->setPresent(kinds);
    statuses_->setPresent(statuses);
    confidences_->setPresent(confidences);
    polarities_->setPresent(polarities);
    foldLeaders_->setVisible((kinds & kindBit(VertexKind::Leader)) != 0);
}

void FiltersPanel::takeFilter() {
    const Filter& filter = workspace_->filter();
    sectors_->setChosen(filter.sectors);
    kinds_->setChosen(filter.vertexKinds);
    statuses_->setChosen(filter.statuses);
    confidences_->setChosen(filter.confidences);
    polarities_->setChosen(filter.polarities);
    anySector_->setChecked(filter.sectorMode == Filter::SectorMode::Any);
    everySector_->setChecked(filter.sectorMode == Filter::SectorMode::All);
    time_->setWindow(filter.window);
    if (const QString text = QString::fromStdString(filter.text);
        !textDelay_.isActive() && text != text_->text().trimmed()) {
        text_->setText(text);
    }
    hidden_->setVisible(!filter.hidden.empty());
    hiddenCount_->setText(tr("%n hidden ·", nullptr, static_cast<int>(filter.hidden.size())));
    sentence_->setText(QString::fromStdString(describe(filter, workspace_->dossier())));
    clear_->setVisible(filter.restricts() || !filter.attributes.empty());
}

void FiltersPanel::takeCounts() {
    const FacetCounts& facets = workspace_->facets();
    sectors_->setCounts(facets.sectors);
    kinds_->setCounts(facets.vertexKinds);
    statuses_->setCounts(facets.statuses);
    confidences_->setCounts(facets.confidences);
    polarities_->setCounts(facets.polarities);
}

void FiltersPanel::takeStyle() {
    const Colours& colours = workspace_->style().colours();
    setPalette(widgetPalette(colours));
    for (QLineEdit* const field : findChildren<QLineEdit*>()) {
        field->setPalette(inputPalette(colours));
    }
    for (QSpinBox* const field : findChildren<QSpinBox*>()) {
        field->setPalette(inputPalette(colours));
    }
    foldLeaders_->setPalette(inputPalette(colours));
    attributes_->takeStyle();
    std::vector<FacetGroup::Value> sectors;
    for (const Sector& sector : workspace_->dossier().sectors()) {
        sectors.push_back(
            {QString::fromStdString(sector.name), sectorSample(sector, workspace_->style().theme)});
    }
    sectors_->setValues(sectors);
}

} // namespace entente::ui
