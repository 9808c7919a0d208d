#include "ui/panels/style_panel.h"

#include "ui/panels/link_button.h"
#include "ui/panels/section_heading.h"
#include "ui/scene/attribute_scales.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

constexpr int boxWidth = 212;
/// Numbers that are few are marks as well (the number of a community): each may have a colour.
constexpr std::size_t fewNumbers = 24;

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QVariant dataOf(const LookSource& source) {
    return QStringLiteral("%1:%2").arg(static_cast<int>(source.from)).arg(textOf(source.attribute));
}

LookSource sourceOf(const QVariant& data) {
    const QString text = data.toString();
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    return {static_cast<LookSource::From>(text.left(colon).toInt()),
            text.mid(colon + 1).toStdString()};
}

} // namespace

StylePanel::StylePanel(Workspace* workspace, QWidget* parent) : FloatingCard(workspace, parent) {
    setObjectName(QStringLiteral("stylePanel"));
    setAccessibleName(tr("Style"));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(around, around, around, around);
    column->setSpacing(8);
    auto* const heading = new SectionHeading(tr("Style"), this);
    heading->setFixedHeight(headingHeight);
    auto* const close = heading->addLink(tr("close"), tr("Close the style"));
    close->setToolTip(tr("Close (Esc)"));
    connect(close, &LinkButton::clicked, this, &QWidget::hide);
    column->addWidget(heading);

    auto* const grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    addChoice(*grid, tr("&Mark colour"),
              {&Looks::markColour, ElementKind::Vertex, true, "color", tr("Sector"),
               tr("What marks are coloured by")});
    addChoice(*grid, tr("Mark &size"),
              {&Looks::markSize, ElementKind::Vertex, false, "size", tr("Ties"),
               tr("What marks are as large as")});
    addChoice(*grid, tr("&Edge colour"),
              {&Looks::edgeColour, ElementKind::Edge, true, "color", tr("Sector"),
               tr("What edges are coloured by")});
    addChoice(*grid, tr("Edge &width"),
              {&Looks::edgeWidth, ElementKind::Edge, false, "thickness", tr("Weight"),
               tr("What edges are as thick as")});
    column->addLayout(grid);

    auto* const row = new QHBoxLayout;
    reset_ = new LinkButton(tr("Reset to defaults"), this);
    reset_->setAccessibleName(reset_->text());
    reset_->setToolTip(tr("Sectors, ties and weights, as in other dossiers"));
    connect(reset_, &LinkButton::clicked, this, [this] {
        Style style = workspace_->style();
        style.looks = {};
        workspace_->setStyle(std::move(style));
    });
    row->addWidget(reset_);
    row->addStretch(1);
    column->addLayout(row);

    connect(workspace_, &Workspace::dossierChanged, this, &StylePanel::takeDossier);
    connect(workspace_, &Workspace::styleChanged, this, &StylePanel::takeWorkspace);
    takeWorkspace();
}

void StylePanel::addChoice(QGridLayout& grid, const QString& title, Choice choice) {
    auto* const label = new QLabel(title, this);
    choice.box = new QComboBox(this);
    choice.box->setFixedWidth(boxWidth);
    choice.box->setAccessibleName(QString(title).remove(QLatin1Char('&')));
    choice.box->setToolTip(choice.tip);
    label->setBuddy(choice.box);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0);
    grid.addWidget(choice.box, row, 1);
    choices_.push_back(choice);
    connect(choice.box, &QComboBox::activated, this, [this, choice] { choose(choice); });
}

void StylePanel::choose(const Choice& choice) {
    Style style = workspace_->style();
    const LookSource source = sourceOf(choice.box->currentData());
    if (style.looks.*choice.look != source) {
        style.looks.*choice.look = source;
        workspace_->setStyle(std::move(style));
    }
}

void StylePanel::takeDossier() {
    stale_ = true;
    if (isVisible()) {
        takeWorkspace();
    }
}

void StylePanel::fill(const Choice& choice) {
    const Dossier& dossier = workspace_->dossier();
    const QSignalBlocker blocker(choice.box);
    choice.box->clear();
    const auto add = [&](const QString& text, const LookSource& source) {
        choice.box->addItem(text, dataOf(source));
    };
    add(choice.entente, {});
    const auto file =
        workspace_->attribute(choice.of, dossier.strings().find(choice.fileAttribute));
    const bool looks = choice.colours
                           ? !ColourScale(dossier, choice.of, {LookSource::From::File, {}},
                                          choice.fileAttribute, workspace_->style().theme)
                                  .empty()
                           : !std::isnan(file->least);
    if (looks) {
        add(tr("As in the file"), {LookSource::From::File, {}});
    }
    const int own = choice.box->count();
    for (const StringId name : attributeNames(dossier, choice.of)) {
        const auto index = workspace_->attribute(choice.of, name);
        const QString text = textOf(dossier.text(name));
        const std::string attribute(dossier.text(name));
        if (index->numeric) {
            add(text, {LookSource::From::Numbers, attribute});
        }
        if (choice.colours && (!index->numeric || index->values.size() <= fewNumbers)) {
            add(index->numeric ? tr("%1, each value").arg(text) : text,
                {LookSource::From::Values, attribute});
        }
    }
    if (choice.box->count() > own) {
        choice.box->insertSeparator(own);
    }
    choice.box->setEnabled(choice.box->count() > 1);
    choice.box->setToolTip(choice.box->isEnabled()
                               ? choice.tip
                               : tr("This dossier has no attribute that could decide it"));
}

void StylePanel::takeWorkspace() {
    // Attributes are gone through only where one looks: there may be many.
    if (stale_ && isVisible()) {
        std::ranges::for_each(choices_, [this](const Choice& choice) { fill(choice); });
        stale_ = false;
    }
    const Looks& looks = workspace_->style().looks;
    for (const Choice& choice : choices_) {
        const QSignalBlocker blocker(choice.box);
        choice.box->setCurrentIndex(std::max(0, choice.box->findData(dataOf(looks.*choice.look))));
    }
    reset_->setEnabled(looks != Looks{});
}

QWidget* StylePanel::firstControl() const {
    return choices_.front().box;
}

} // namespace entente::ui
