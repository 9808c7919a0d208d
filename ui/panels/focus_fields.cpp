#include "ui/panels/focus_fields.h"

#include "ui/panels/flow_layout.h"
#include "ui/panels/link_button.h"
#include "ui/panels/section_heading.h"
#include "ui/panels/sector_chip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace entente::ui {

namespace {

constexpr int mostHops = 9;

} // namespace

FocusFields::FocusFields(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), hops_(new QSpinBox(this)), words_(new QLabel(this)),
      chipBox_(new QWidget(this)), chips_(new FlowLayout(4, chipBox_)) {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 0);
    column->setSpacing(8);
    auto* const heading = new SectionHeading(tr("Focus"), this);
    LinkButton* const clear = heading->addLink(tr("clear"), tr("Clear the focus"));
    column->addWidget(heading);
    auto* const row = new QHBoxLayout;
    row->setSpacing(8);
    hops_->setRange(1, mostHops);
    hops_->setAccessibleName(tr("Steps around the focus"));
    row->addWidget(hops_);
    row->addWidget(words_, 1);
    column->addLayout(row);
    column->addWidget(chipBox_);
    connect(clear, &LinkButton::clicked, this,
            [this] { workspace_->focus({}, workspace_->filter().hops); });
    connect(hops_, &QSpinBox::valueChanged, this, [this](int hops) {
        workspace_->focus(workspace_->filter().centres, static_cast<unsigned>(hops));
    });
    connect(workspace_, &Workspace::filterChanged, this, &FocusFields::takeFilter);
    takeFilter();
}

void FocusFields::takeDossier() {
    shown_.clear();
    takeFilter();
}

void FocusFields::takeFilter() {
    const Filter& filter = workspace_->filter();
    setVisible(!filter.centres.empty());
    const auto hops = static_cast<int>(filter.hops);
    const QSignalBlocker quiet(hops_);
    hops_->setValue(hops);
    words_->setText(hops == 1 ? tr("step around") : tr("steps around"));
    if (shown_ != filter.centres) {
        shown_ = filter.centres;
        makeChips();
    }
}

void FocusFields::makeChips() {
    while (QLayoutItem* const item = chips_->takeAt(0)) {
        // The chip that was clicked is among them.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const VertexIndex centre : shown_) {
        auto* const chip = SectorChip::removable(
            QString::fromStdString(workspace_->dossier().describe({ElementKind::Vertex, centre})),
            chipBox_);
        connect(chip, &SectorChip::clicked, this, [this, centre] {
            std::vector<VertexIndex> centres = workspace_->filter().centres;
            std::erase(centres, centre);
            workspace_->focus(std::move(centres), workspace_->filter().hops);
        });
        chips_->addWidget(chip);
        chip->show();
    }
}

} // namespace entente::ui
