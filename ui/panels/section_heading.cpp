#include "ui/panels/section_heading.h"

#include "ui/panels/link_button.h"
#include "ui/scene/widget_palette.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace entente::ui {

SectionHeading::SectionHeading(const QString& title, QWidget* parent)
    : QWidget(parent), title_(new QLabel(title, this)), row_(new QHBoxLayout(this)) {
    row_->setContentsMargins(0, 0, 0, 4);
    row_->setSpacing(4);
    title_->setForegroundRole(QPalette::PlaceholderText);
    row_->addWidget(title_);
    row_->addStretch(1);
    restyle();
}

LinkButton* SectionHeading::addLink(const QString& text, const QString& accessibleName) {
    auto* const link = new LinkButton(text, this);
    link->setAccessibleName(accessibleName);
    row_->addWidget(link);
    return link;
}

void SectionHeading::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        restyle();
    }
}

void SectionHeading::restyle() {
    QFont font = smallFont(this->font());
    font.setWeight(QFont::DemiBold);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::PercentageSpacing, 108);
    title_->setFont(font);
}

} // namespace entente::ui
