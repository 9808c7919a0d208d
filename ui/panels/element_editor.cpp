#include "ui/panels/element_editor.h"

#include "core/network/attribute_index.h"
#include "ui/panels/flow_layout.h"
#include "ui/panels/sector_chip.h"
#include "ui/scene/dates.h"
#include "ui/scene/widget_palette.h"
#include "ui/scene/words.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

namespace {

QString textOf(const Dossier& dossier, StringId id) {
    return QString::fromStdString(std::string(dossier.text(id)));
}

bool endsBeforeBegin(const Period& period) {
    return period.begin.kind == Endpoint::Kind::Known && period.end.kind == Endpoint::Kind::Known &&
           period.end.date.span().last < period.begin.date.span().first;
}

} // namespace

ElementEditor::ElementEditor(Workspace* workspace, ElementRef element, QWidget* parent)
    : QWidget(parent), workspace_(workspace), element_(element) {
    const Dossier& dossier = workspace->dossier();
    const bool vertex = element.kind == ElementKind::Vertex;
    const VertexTable& vertices = dossier.vertices();
    const EdgeTable& edges = dossier.edges();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 0);
    column->setSpacing(4);

    if (vertex) {
        title_ = new QLineEdit(textOf(dossier, vertices.label(element.index)), this);
        title_->setCursorPosition(0);
        addField(tr("Title"), title_, column);
        titleFault_ = new QLabel(tr("An element needs a title. Write one, or press Esc."), this);
        titleFault_->setForegroundRole(QPalette::BrightText);
        titleFault_->setFont(smallFont(font()));
        titleFault_->setWordWrap(true);
        titleFault_->hide();
        column->addWidget(titleFault_);
        connect(title_, &QLineEdit::textChanged, titleFault_, &QLabel::hide);
    } else {
        auto* const name = new QLabel(QString::fromStdString(dossier.describe(element)), this);
        name->setWordWrap(true);
        column->addWidget(name);
    }
    const Period& period = vertex ? vertices.period(element.index) : edges.period(element.index);
    dates_ = new QLineEdit(QString::fromStdString(toEdtf(period)), this);
    dates_->setPlaceholderText(tr("2001-03-12, 2001/2010, 2025-01-17/.."));
    dates_->setToolTip(tr("A date or begin/end as ISO 8601 (EDTF): 2001, 2001-03, 2001-03-12; "
                          "~ approximate, ? uncertain; 2001/.. without end, 2001/ end unknown"));
    addField(tr("Dates"), dates_, column);
    datesMeaning_ = new QLabel(this);
    datesMeaning_->setFont(smallFont(font()));
    datesMeaning_->setWordWrap(true);
    column->addWidget(datesMeaning_);
    connect(dates_, &QLineEdit::textChanged, this, &ElementEditor::checkDates);

    addField(tr("Sectors"),
             makeSectors(vertex ? vertices.sectors(element.index) : edges.sectors(element.index)),
             column);
    confidence_ = new QComboBox(this);
    for (std::size_t i = 0; i < confidenceCount; ++i) {
        confidence_->addItem(capitalised(confidenceWord(static_cast<Confidence>(i))));
    }
    confidence_->setCurrentIndex(static_cast<int>(vertex ? vertices.confidence(element.index)
                                                         : edges.confidence(element.index)));
    addField(tr("Confidence"), confidence_, column);
    note_ = new QPlainTextEdit(
        textOf(dossier, vertex ? vertices.note(element.index) : edges.note(element.index)), this);
    note_->setTabChangesFocus(true);
    note_->setMinimumHeight(72);
    note_->setMaximumHeight(96);
    note_->installEventFilter(this);
    note_->setToolTip(tr("Ctrl+Enter applies"));
    addField(tr("Note"), note_, column);
    addAttributes(vertex ? vertices.attributes().row(element.index)
                         : edges.attributes().row(element.index),
                  column);

    auto* const buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 8, 0, 0);
    auto* const apply = new QPushButton(tr("Apply"), this);
    auto* const cancel = new QPushButton(tr("Cancel"), this);
    apply->setToolTip(tr("Carry the change out; it can be undone (Enter)"));
    cancel->setToolTip(tr("Leave everything as it was (Esc)"));
    buttons->addWidget(apply);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(apply, &QPushButton::clicked, this, &ElementEditor::commit);
    connect(cancel, &QPushButton::clicked, this, &ElementEditor::closed);
    for (QLineEdit* const field : {title_, dates_}) {
        if (field != nullptr) {
            connect(field, &QLineEdit::returnPressed, this, &ElementEditor::commit);
        }
    }
    const QPalette inputs = inputPalette(workspace->style().colours());
    for (const AttributeField& field : attributes_) {
        for (QLineEdit* const edit : {field.name, field.value}) {
            if (edit != nullptr) {
                edit->setPalette(inputs);
                connect(edit, &QLineEdit::returnPressed, this, &ElementEditor::commit);
            }
        }
    }
    for (QWidget* const field :
         std::initializer_list<QWidget*>{title_, dates_, confidence_, note_, apply, cancel}) {
        if (field != nullptr) {
            field->setPalette(inputs);
        }
    }
    checkDates();
    setFocusProxy(title_ != nullptr ? title_ : dates_);
}

void ElementEditor::addField(const QString& name, QWidget* field, QVBoxLayout* column) {
    auto* const label = new QLabel(name, this);
    label->setFont(smallFont(font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(0, 4, 0, 0);
    field->setAccessibleName(name);
    column->addWidget(label);
    column->addWidget(field);
}

void ElementEditor::addAttributes(const std::vector<Attribute>& attributes, QVBoxLayout* column) {
    const Dossier& dossier = workspace_->dossier();
    for (const Attribute& attribute : attributes) {
        auto* const value = new QLineEdit(textOf(dossier, attribute.value), this);
        value->setCursorPosition(0);
        value->setToolTip(tr("Empty: the attribute is taken away"));
        addField(capitalised(textOf(dossier, attribute.name)), value, column);
        attributes_.push_back({nullptr, attribute.name, value});
    }
    auto* const box = new QWidget(this);
    auto* const row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* const name = new QLineEdit(box);
    name->setPlaceholderText(tr("Name"));
    name->setAccessibleName(tr("Name of a new attribute"));
    auto* const names = new QCompleter(name);
    QStringList known;
    for (const StringId each : attributeNames(dossier, element_.kind)) {
        known << textOf(dossier, each);
    }
    names->setModel(new QStringListModel(known, names));
    names->setCaseSensitivity(Qt::CaseInsensitive);
    name->setCompleter(names);
    auto* const value = new QLineEdit(box);
    value->setPlaceholderText(tr("Value"));
    row->addWidget(name, 1);
    row->addWidget(value, 1);
    addField(tr("New attribute"), box, column);
    value->setAccessibleName(tr("Value of the new attribute"));
    attributes_.push_back({name, noString, value});
}

std::vector<Attribute> ElementEditor::readAttributes() {
    std::vector<Attribute> attributes;
    for (const AttributeField& field : attributes_) {
        const StringId name = field.name == nullptr
                                  ? field.knownName
                                  : workspace_->intern(field.name->text().trimmed().toStdString());
        const StringId value = workspace_->intern(field.value->text().toStdString());
        if (name == noString || value == noString) {
            continue;
        }
        const auto known = std::ranges::find(attributes, name, &Attribute::name);
        if (known != attributes.end()) {
            known->value = value;
        } else {
            attributes.push_back({name, value});
        }
    }
    return attributes;
}

QWidget* ElementEditor::makeSectors(SectorSet chosen) {
    auto* const box = new QWidget(this);
    auto* const flow = new FlowLayout(4, box);
    const std::vector<Sector>& sectors = workspace_->dossier().sectors();
    for (std::size_t i = 0; i < sectors.size(); ++i) {
        auto* const chip = new SectorChip(sectors[i], workspace_->style().theme, box);
        chip->setCheckable(true);
        chip->setChecked((chosen & sectorBit(i)) != 0);
        chip->setFocusPolicy(Qt::StrongFocus);
        flow->addWidget(chip);
        sectors_.push_back(chip);
    }
    return box;
}

SectorSet ElementEditor::chosenSectors() const {
    SectorSet chosen = 0;
    for (std::size_t i = 0; i < sectors_.size(); ++i) {
        chosen |= sectors_[i]->isChecked() ? sectorBit(i) : 0;
    }
    return chosen;
}

std::optional<Period> ElementEditor::readDates() const {
    const auto period = parsePeriod(dates_->text().trimmed().toStdString());
    return period && !endsBeforeBegin(*period) ? period : std::nullopt;
}

void ElementEditor::checkDates() {
    const QString text = dates_->text().trimmed();
    const auto period = parsePeriod(text.toStdString());
    const bool fault = !period || endsBeforeBegin(*period);
    datesMeaning_->setForegroundRole(fault ? QPalette::BrightText : QPalette::PlaceholderText);
    datesMeaning_->setText(
        !period ? tr("“%1” is no date. Write 2001, 2001-03, 2001-03-12, or begin and end with a "
                     "slash: 2001/2010.")
                      .arg(text)
        : fault           ? tr("The end lies before the begin. Change one of the two.")
        : period->empty() ? tr("no date")
                          : readablePeriod(*period));
}

template <typename Element>
QString ElementEditor::take(Element& element) {
    QStringList changed;
    if (const Period period = *readDates(); period != element.period) {
        element.period = period;
        changed << tr("dates");
    }
    if (const SectorSet sectors = chosenSectors(); sectors != element.sectors) {
        element.sectors = sectors;
        changed << tr("sectors");
    }
    if (const auto confidence = static_cast<Confidence>(confidence_->currentIndex());
        confidence != element.confidence) {
        element.confidence = confidence;
        changed << tr("confidence");
    }
    if (const StringId note = workspace_->intern(note_->toPlainText().trimmed().toStdString());
        note != element.note) {
        element.note = note;
        changed << tr("note");
    }
    if (std::vector<Attribute> attributes = readAttributes(); attributes != element.attributes) {
        element.attributes = std::move(attributes);
        changed << tr("attributes");
    }
    return changed.join(QStringLiteral(", "));
}

std::optional<Change> ElementEditor::change() {
    const Dossier& dossier = workspace_->dossier();
    const QString name = QString::fromStdString(dossier.describe(element_));
    const auto description = [&name](const QString& what) {
        return tr("Change %1 of %2").arg(what, name).toStdString();
    };
    if (element_.kind == ElementKind::Edge) {
        Edge edge = dossier.edges().row(element_.index);
        const QString what = take(edge);
        return what.isEmpty() ? std::nullopt
                              : std::optional(replaceEdge(dossier, element_.index, std::move(edge),
                                                          description(what)));
    }
    Vertex vertex = dossier.vertices().row(element_.index);
    QString what = take(vertex);
    if (const StringId label = workspace_->intern(title_->text().trimmed().toStdString());
        label != vertex.label) {
        vertex.label = label;
        what = what.isEmpty() ? tr("title") : tr("title") + QStringLiteral(", ") + what;
    }
    return what.isEmpty() ? std::nullopt
                          : std::optional(replaceVertex(dossier, element_.index, std::move(vertex),
                                                        description(what)));
}

void ElementEditor::commit() {
    if (title_ != nullptr && title_->text().trimmed().isEmpty()) {
        titleFault_->show();
        title_->setFocus();
        return;
    }
    if (!readDates()) {
        dates_->setFocus();
        return;
    }
    std::optional<Change> edit = change();
    Workspace* const workspace = workspace_;
    // The change makes the inspector build its page anew: nothing of this is used after it.
    emit closed();
    if (edit) {
        workspace->perform(std::move(*edit));
    }
}

void ElementEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool ElementEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched == note_ && event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
            key->modifiers().testFlag(Qt::ControlModifier)) {
            commit();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace entente::ui
