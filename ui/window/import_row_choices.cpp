#include "ui/window/import_row_choices.h"

#include "ui/scene/words.h"
#include "ui/window/labelled_grid.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

namespace entente::ui {

namespace {

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

QString constant(const Mapping& mapping, ColumnRole role) {
    const auto found = mapping.constants.find(role);
    return found == mapping.constants.end() ? QString() : text(found->second);
}

} // namespace

ImportRowChoices::ImportRowChoices(QWidget* parent)
    : QWidget(parent), rows_(new QComboBox(this)),
      directed_(new QCheckBox(tr("Ties have a di&rection"), this)), actors_(new QComboBox(this)),
      kind_(new QLineEdit(this)), sector_(new QComboBox(this)) {
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    rows_->addItem(tr("a tie between two ends"), static_cast<int>(RowTarget::Ties));
    rows_->addItem(tr("an actor"), static_cast<int>(RowTarget::Elements));
    rows_->addItem(tr("an agreement with its parties"), static_cast<int>(RowTarget::Agreements));
    rows_->addItem(tr("an event with its participants"), static_cast<int>(RowTarget::Events));
    actors_->addItem(tr("not known"), QString());
    for (const VertexKind kind : {VertexKind::State, VertexKind::Leader, VertexKind::Organisation,
                                  VertexKind::Group, VertexKind::Company}) {
        actors_->addItem(kindPlural(kind), text(std::string(word(kind))));
    }
    kind_->setPlaceholderText(tr("for example ally"));
    kind_->setToolTip(tr("Of all rows, where no column says it"));
    sector_->setEditable(true);
    sector_->addItem(QString());
    const Dossier usual;
    for (const Sector& sector : usual.sectors()) {
        sector_->addItem(text(sector.name));
    }
    sector_->setToolTip(tr("Of all rows, where no column says it"));
    addLabelled(*grid, 0, 0, tr("Each row &is"), rows_);
    grid->addWidget(directed_, 0, 2, 1, 2);
    addLabelled(*grid, 1, 0, tr("The &actors are"), actors_);
    addLabelled(*grid, 2, 0, tr("&Kind of all rows"), kind_);
    addLabelled(*grid, 2, 1, tr("Sec&tor of all rows"), sector_);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);

    const auto choosing = [this](const QWidget* control) {
        return [this, control] {
            chosen_.insert(control);
            emit changed();
        };
    };
    connect(rows_, &QComboBox::activated, this, [this] {
        chosen_.insert(rows_);
        emit rowsChosen(rows());
    });
    connect(directed_, &QCheckBox::toggled, this, choosing(directed_));
    connect(actors_, &QComboBox::activated, this, choosing(actors_));
    connect(kind_, &QLineEdit::textChanged, this, choosing(kind_));
    connect(sector_, &QComboBox::currentTextChanged, this, choosing(sector_));
}

RowTarget ImportRowChoices::rows() const {
    return static_cast<RowTarget>(rows_->currentData().toInt());
}

std::optional<RowTarget> ImportRowChoices::chosenRows() const {
    return chosen_.contains(rows_) ? std::optional(rows()) : std::nullopt;
}

void ImportRowChoices::showGuess(const Mapping& mapping) {
    const QSignalBlocker directedBlocker(directed_);
    const QSignalBlocker kindBlocker(kind_);
    const QSignalBlocker sectorBlocker(sector_);
    const auto open = [this](const QWidget* control) { return !chosen_.contains(control); };
    if (open(rows_)) {
        rows_->setCurrentIndex(rows_->findData(static_cast<int>(mapping.rows)));
    }
    if (open(directed_)) {
        directed_->setChecked(mapping.directed);
    }
    if (open(actors_)) {
        actors_->setCurrentIndex(std::max(actors_->findData(text(mapping.actors)), 0));
    }
    if (open(kind_)) {
        kind_->setText(constant(mapping, ColumnRole::Kind));
    }
    if (open(sector_)) {
        sector_->setCurrentText(constant(mapping, ColumnRole::Sector));
    }
}

void ImportRowChoices::choose(const Mapping& mapping) {
    chosen_.clear();
    showGuess(mapping);
    chosen_ = {rows_, directed_, actors_, kind_, sector_};
    otherConstants_ = mapping.constants;
    otherConstants_.erase(ColumnRole::Kind);
    otherConstants_.erase(ColumnRole::Sector);
}

void ImportRowChoices::setColumns(bool haveKind, bool haveSector) {
    kind_->setEnabled(!haveKind);
    sector_->setEnabled(!haveSector);
    directed_->setVisible(rows() == RowTarget::Ties);
    actors_->setEnabled(rows() != RowTarget::Elements);
}

void ImportRowChoices::addTo(Mapping& mapping) const {
    mapping.rows = rows();
    mapping.directed = directed_->isChecked();
    mapping.actors = actors_->currentData().toString().toStdString();
    mapping.constants = otherConstants_;
    if (kind_->isEnabled() && !kind_->text().isEmpty()) {
        mapping.constants[ColumnRole::Kind] = kind_->text().toStdString();
    }
    if (sector_->isEnabled() && !sector_->currentText().isEmpty()) {
        mapping.constants[ColumnRole::Sector] = sector_->currentText().toStdString();
    }
}

std::vector<QWidget*> ImportRowChoices::controls() const {
    return {rows_, directed_, actors_, kind_, sector_};
}

} // namespace entente::ui
