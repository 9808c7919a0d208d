#include "ui/panels/attribute_facet.h"

#include "ui/panels/facet_group.h"
#include "ui/panels/link_button.h"
#include "ui/panels/section_heading.h"
#include "ui/scene/widget_palette.h"
#include "ui/scene/words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

namespace entente::ui {

namespace {

/// A row each; beyond that one would rather type.
constexpr std::size_t mostRows = 24;
/// Numbers that are mere marks (0 and 1, the number of a community) are asked one by one.
constexpr std::size_t mostNumberRows = 12;
constexpr int dotWidth = 16;
constexpr double infinity = std::numeric_limits<double>::infinity();

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A number as the user's language or a program writes it; an empty text is `otherwise`.
std::optional<double> numberOf(const QString& text, double otherwise) {
    if (text.isEmpty()) {
        return otherwise;
    }
    bool plain = false;
    bool local = false;
    const double number = QLocale::c().toDouble(text, &plain);
    const double localNumber = QLocale().toDouble(text, &local);
    if (!plain && !local) {
        return std::nullopt;
    }
    const double found = plain ? number : localNumber;
    return std::isfinite(found) ? std::optional(found) : std::nullopt;
}

QString endText(double number) {
    return std::isinf(number) ? QString()
                              : QLocale::c().toString(number, 'g', QLocale::FloatingPointShortest);
}

} // namespace

AttributeCriterion criterionFor(const AttributeIndex& index) {
    AttributeCriterion criterion;
    criterion.of = index.of;
    criterion.name = index.name;
    if (index.values.size() <= (index.numeric ? mostNumberRows : mostRows)) {
        criterion.test = AttributeCriterion::Test::OneOf;
    } else {
        criterion.test =
            index.numeric ? AttributeCriterion::Test::Range : AttributeCriterion::Test::Contains;
    }
    return criterion;
}

AttributeFacet::AttributeFacet(const Dossier& dossier, std::shared_ptr<const AttributeIndex> index,
                               const AttributeCriterion& criterion, QWidget* parent)
    : QWidget(parent), index_(std::move(index)), criterion_(criterion),
      title_(textOf(dossier.text(criterion.name))), column_(new QVBoxLayout(this)) {
    if (criterion.of == ElementKind::Edge) {
        title_ = tr("%1 (edges)").arg(title_);
    }
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(4);
    switch (criterion.test) {
    case AttributeCriterion::Test::OneOf:
        makeValues(dossier);
        break;
    case AttributeCriterion::Test::Range:
        makeRange();
        break;
    case AttributeCriterion::Test::Contains:
        makeText();
        break;
    }
}

AttributeFacet::~AttributeFacet() {
    // A field that loses the focus while the widget goes down would still tell what was typed.
    for (QWidget* const child : findChildren<QWidget*>()) {
        child->disconnect(this);
    }
}

SectionHeading* AttributeFacet::addHeading() {
    auto* const heading = new SectionHeading(title_, this);
    heading->setContentsMargins(8, 0, 5, 0);
    column_->addWidget(heading);
    LinkButton* const remove =
        heading->addLink(tr("remove"), tr("Filter by %1 no more").arg(title_));
    connect(remove, &LinkButton::clicked, this, &AttributeFacet::removed);
    return heading;
}

void AttributeFacet::makeValues(const Dossier& dossier) {
    values_ = new FacetGroup(title_, dotWidth, FacetGroup::Commands::Reset, this);
    column_->addWidget(values_);
    LinkButton* const remove =
        values_->addCommand(tr("remove"), tr("Filter by %1 no more").arg(title_));
    connect(remove, &LinkButton::clicked, this, &AttributeFacet::removed);
    std::vector<FacetGroup::Value> values;
    for (const StringId value : index_->values) {
        values.push_back({textOf(dossier.text(value)), dotSample()});
    }
    if (index_->absent > 0) {
        values.push_back({tr("not stated"), dotSample()});
    }
    values_->setValues(values);
    values_->setPresent((std::uint64_t{1} << values.size()) - 1);
    connect(values_, &FacetGroup::chosenChanged, this, &AttributeFacet::takeChosen);
}

QLineEdit* AttributeFacet::addField(const QString& name, const QString& placeholder) {
    auto* const field = new QLineEdit(this);
    field->setAccessibleName(name);
    field->setPlaceholderText(placeholder);
    field->setClearButtonEnabled(true);
    return field;
}

void AttributeFacet::makeRange() {
    addHeading();
    least_ = addField(tr("%1 from").arg(title_), readableNumber(index_->least));
    most_ = addField(tr("%1 to").arg(title_), readableNumber(index_->most));
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(8);
    row->addWidget(least_, 1);
    row->addWidget(new QLabel(tr("to"), this));
    row->addWidget(most_, 1);
    column_->addLayout(row);
    fault_ = new QLabel(this);
    fault_->setContentsMargins(8, 0, 8, 0);
    fault_->setFont(smallFont(font()));
    fault_->setForegroundRole(QPalette::BrightText);
    fault_->setWordWrap(true);
    fault_->hide();
    column_->addWidget(fault_);
    for (QLineEdit* const field : {least_, most_}) {
        field->setToolTip(tr("From %1 to %2 in this dossier")
                              .arg(readableNumber(index_->least), readableNumber(index_->most)));
        connect(field, &QLineEdit::editingFinished, this, &AttributeFacet::takeRange);
        connect(field, &QLineEdit::textChanged, this, [this, field](const QString& text) {
            // The clear button edits nothing, as Qt sees it.
            if (text.isEmpty() &&
                std::isfinite(field == least_ ? criterion_.least : criterion_.most)) {
                takeRange();
            }
        });
    }
    addAbsent();
}

void AttributeFacet::makeText() {
    addHeading();
    text_ = addField(tr("%1 containing").arg(title_),
                     tr("Containing… (%L1 values)").arg(index_->values.size()));
    text_->setToolTip(tr("Show what has this in it; case and diacritics do not matter"));
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 0);
    row->addWidget(text_);
    column_->addLayout(row);
    connect(text_, &QLineEdit::editingFinished, this, &AttributeFacet::takeText);
    connect(text_, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty() && !criterion_.text.empty()) {
            takeText();
        }
    });
    addAbsent();
}

void AttributeFacet::addAbsent() {
    absent_ = new QCheckBox(this);
    absent_->setToolTip(tr("Also show what does not say it"));
    absent_->setVisible(index_->absent > 0 || !index_->numeric);
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 8, 0);
    row->addWidget(absent_);
    column_->addLayout(row);
    connect(absent_, &QCheckBox::clicked, this, [this](bool on) {
        criterion_.absent = on;
        emit changed(criterion_);
    });
}

std::uint64_t AttributeFacet::absentBit() const {
    return index_->absent > 0 ? std::uint64_t{1} << index_->values.size() : 0;
}

void AttributeFacet::takeChosen(quint64 chosen) {
    const std::uint64_t stated = (std::uint64_t{1} << index_->values.size()) - 1;
    criterion_.values.reset();
    if ((chosen & stated) != stated) {
        criterion_.values.emplace();
        for (std::size_t i = 0; i < index_->values.size(); ++i) {
            if ((chosen >> i & 1U) != 0) {
                criterion_.values->push_back(index_->values[i]);
            }
        }
    }
    // Where nothing is absent, there is nothing to say about it.
    criterion_.absent = absentBit() != 0 ? (chosen & absentBit()) != 0 : !criterion_.values;
    emit changed(criterion_);
}

void AttributeFacet::takeRange() {
    const std::optional<double> least = numberOf(least_->text().trimmed(), -infinity);
    const std::optional<double> most = numberOf(most_->text().trimmed(), infinity);
    const bool turned = least && most && *least > *most;
    fault_->setVisible(!least || !most || turned);
    fault_->setText(turned
                        ? tr("The first number is larger than the second. Change one of the two.")
                        : tr("“%1” is no number. Write one as 1200 or 0.5.")
                              .arg((least ? most_ : least_)->text().trimmed()));
    if (!least || !most || turned || (*least == criterion_.least && *most == criterion_.most)) {
        return;
    }
    criterion_.least = *least;
    criterion_.most = *most;
    emit changed(criterion_);
}

void AttributeFacet::takeText() {
    const std::string text = text_->text().trimmed().toStdString();
    if (text == criterion_.text) {
        return;
    }
    // Who searches for a text wants what has it; without one, everything.
    if (text.empty() != criterion_.text.empty()) {
        criterion_.absent = text.empty();
    }
    criterion_.text = text;
    emit changed(criterion_);
}

void AttributeFacet::take(const AttributeCriterion& criterion,
                          const FacetCounts::Attribute& counts) {
    criterion_ = criterion;
    if (values_ != nullptr) {
        std::uint64_t chosen = criterion.absent ? absentBit() : 0;
        for (std::size_t i = 0; i < index_->values.size(); ++i) {
            const bool wanted =
                !criterion.values ||
                std::ranges::find(*criterion.values, index_->values[i]) != criterion.values->end();
            chosen |= wanted ? std::uint64_t{1} << i : 0;
        }
        values_->setChosen(chosen);
        // Counts of a large dossier come later than criteria: they may be another one's still.
        if (counts.values.size() == index_->values.size()) {
            std::vector<std::size_t> rows = counts.values;
            rows.push_back(counts.absent);
            values_->setCounts(rows);
        }
        return;
    }
    const auto show = [](QLineEdit* field, const QString& text) {
        if (field->text() != text && !field->hasFocus()) {
            field->setText(text);
        }
    };
    if (text_ != nullptr) {
        show(text_, QString::fromStdString(criterion.text));
    } else {
        show(least_, endText(criterion.least));
        show(most_, endText(criterion.most));
    }
    absent_->setText(tr("Also where not stated (%L1)").arg(counts.absent));
    absent_->setChecked(criterion.absent);
}

} // namespace entente::ui
