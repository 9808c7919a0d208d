#pragma once

#include "ui/workspace/workspace.h"

#include <QWidget>

#include <tuple>
#include <vector>

class QMenu;
class QVBoxLayout;

namespace entente::ui {

class AttributeFacet;
class LinkButton;

/// The filter's criteria about attributes, one under the other, and a command that adds one.
class AttributeFields : public QWidget {
    Q_OBJECT

public:
    explicit AttributeFields(Workspace* workspace, QWidget* parent = nullptr);

    /// Adds a criterion that lets everything through, and goes to its fields.
    void add(ElementKind of, StringId name);

    void takeDossier();
    void takeStyle();

private:
    /// What of a criterion needs other fields when it changes.
    using Key = std::tuple<ElementKind, StringId, AttributeCriterion::Test>;

    void takeFilter();
    void makeFacets(const std::vector<AttributeCriterion>& criteria);
    void showMenu();
    void addNames(QMenu* menu, const QString& title, ElementKind of);
    void set(std::size_t place, const AttributeCriterion& criterion);
    void remove(std::size_t place);

    Workspace* workspace_;
    QVBoxLayout* column_;
    LinkButton* add_;
    std::vector<Key> keys_;
    std::vector<AttributeFacet*> facets_;
};

} // namespace entente::ui
