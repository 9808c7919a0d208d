#include "ui/panels/attribute_fields.h"

#include "ui/panels/attribute_facet.h"
#include "ui/panels/link_button.h"
#include "ui/scene/widget_palette.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr int between = 20;

} // namespace

AttributeFields::AttributeFields(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), column_(new QVBoxLayout(this)),
      add_(new LinkButton(tr("Add attribute…"), this)) {
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(between);
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(5, 0, 8, 0);
    add_->setAccessibleName(tr("Add a filter by an attribute"));
    add_->setToolTip(tr("Filter by what the file says of its elements"));
    row->addWidget(add_);
    row->addStretch(1);
    column_->addLayout(row);
    connect(add_, &LinkButton::clicked, this, &AttributeFields::showMenu);
    connect(workspace_, &Workspace::filterChanged, this, &AttributeFields::takeFilter);
    connect(workspace_, &Workspace::visibilityChanged, this, &AttributeFields::takeFilter);
    takeDossier();
}

void AttributeFields::takeDossier() {
    const Dossier& dossier = workspace_->dossier();
    add_->setVisible(!attributeNames(dossier, ElementKind::Vertex).empty() ||
                     !attributeNames(dossier, ElementKind::Edge).empty());
    // Values and their order may be others.
    keys_.clear();
    makeFacets({});
    takeFilter();
}

void AttributeFields::takeFilter() {
    const std::vector<AttributeCriterion>& criteria = workspace_->filter().attributes;
    std::vector<Key> keys;
    for (const AttributeCriterion& criterion : criteria) {
        keys.emplace_back(criterion.of, criterion.name, criterion.test);
    }
    if (keys != keys_) {
        keys_ = std::move(keys);
        makeFacets(criteria);
    }
    const std::vector<FacetCounts::Attribute>& counts = workspace_->facets().attributes;
    for (std::size_t i = 0; i < std::min(facets_.size(), counts.size()); ++i) {
        facets_[i]->take(criteria[i], counts[i]);
    }
    setVisible(!facets_.empty() || !add_->isHidden());
}

void AttributeFields::makeFacets(const std::vector<AttributeCriterion>& criteria) {
    for (AttributeFacet* const facet : facets_) {
        // What was clicked is in one of them.
        facet->disconnect(this);
        facet->hide();
        facet->deleteLater();
    }
    facets_.clear();
    for (const AttributeCriterion& criterion : criteria) {
        const std::size_t place = facets_.size();
        auto* const facet = new AttributeFacet(workspace_->dossier(),
                                               workspace_->attribute(criterion.of, criterion.name),
                                               criterion, this);
        column_->insertWidget(static_cast<int>(place), facet);
        facet->show();
        connect(facet, &AttributeFacet::changed, this,
                [this, place](const AttributeCriterion& changed) { set(place, changed); });
        connect(facet, &AttributeFacet::removed, this, [this, place] { remove(place); });
        facets_.push_back(facet);
    }
    takeStyle();
}

void AttributeFields::takeStyle() {
    const QPalette inputs = inputPalette(workspace_->style().colours());
    for (AttributeFacet* const facet : facets_) {
        for (QLineEdit* const field : facet->findChildren<QLineEdit*>()) {
            field->setPalette(inputs);
        }
        for (QCheckBox* const box : facet->findChildren<QCheckBox*>()) {
            box->setPalette(inputs);
        }
    }
}

void AttributeFields::showMenu() {
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addNames(menu, tr("Of actors, agreements and events"), ElementKind::Vertex);
    addNames(menu, tr("Of edges"), ElementKind::Edge);
    if (menu->isEmpty()) {
        menu->addAction(tr("All attributes are here already"))->setEnabled(false);
    }
    menu->popup(add_->mapToGlobal(QPoint(0, add_->height())));
}

void AttributeFields::addNames(QMenu* menu, const QString& title, ElementKind of) {
    const Dossier& dossier = workspace_->dossier();
    std::vector<StringId> names = attributeNames(dossier, of);
    std::erase_if(names, [&](StringId name) {
        return std::ranges::any_of(workspace_->filter().attributes,
                                   [&](const AttributeCriterion& criterion) {
                                       return criterion.of == of && criterion.name == name;
                                   });
    });
    if (!names.empty()) {
        menu->addSection(title);
    }
    for (const StringId name : names) {
        QString text = QString::fromStdString(std::string(dossier.text(name)));
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        menu->addAction(text, this, [this, of, name] { add(of, name); });
    }
}

void AttributeFields::add(ElementKind of, StringId name) {
    Filter filter = workspace_->filter();
    filter.attributes.push_back(criterionFor(*workspace_->attribute(of, name)));
    workspace_->setFilter(std::move(filter));
    if (!facets_.empty()) {
        if (auto* const field = facets_.back()->findChild<QLineEdit*>()) {
            field->setFocus(Qt::OtherFocusReason);
        } else {
            facets_.back()->setFocus(Qt::OtherFocusReason);
        }
    }
}

void AttributeFields::set(std::size_t place, const AttributeCriterion& criterion) {
    Filter filter = workspace_->filter();
    filter.attributes.at(place) = criterion;
    workspace_->setFilter(std::move(filter));
}

void AttributeFields::remove(std::size_t place) {
    Filter filter = workspace_->filter();
    filter.attributes.erase(filter.attributes.begin() + static_cast<std::ptrdiff_t>(place));
    workspace_->setFilter(std::move(filter));
}

} // namespace entente::ui
