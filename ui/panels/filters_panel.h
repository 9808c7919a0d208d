#pragma once

#include "ui/workspace/workspace.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace entente::ui {

class AttributeFields;
class FacetGroup;
class FocusFields;
class LinkButton;
class TimeFields;

/// The filter as rows to switch, fields to fill, and one sentence that says it all.
class FiltersPanel : public QWidget {
    Q_OBJECT

public:
    explicit FiltersPanel(Workspace* workspace, QWidget* parent = nullptr);
    ~FiltersPanel() override;

    [[nodiscard]] QSize sizeHint() const override { return {264, 720}; }

private:
    QWidget* makeContent();
    QWidget* makeSectors();
    QWidget* makeText();
    QWidget* makeHidden();
    QWidget* makeFooter();
    FacetGroup* makeGroup(const QString& title, int sampleWidth, KindSet Filter::*criterion);

    void takeDossier();
    void takeFilter();
    void takeCounts();
    void takeStyle();
    void findPresent();
    void setSectorMode(Filter::SectorMode mode);
    void change(const std::function<void(Filter&)>& edit);

    Workspace* workspace_;
    FacetGroup* sectors_ = nullptr;
    FacetGroup* confidences_ = nullptr;
    FacetGroup* kinds_ = nullptr;
    FacetGroup* statuses_ = nullptr;
    FacetGroup* polarities_ = nullptr;
    QWidget* sectorMode_ = nullptr;
    LinkButton* anySector_ = nullptr;
    LinkButton* everySector_ = nullptr;
    TimeFields* time_ = nullptr;
    QLineEdit* text_ = nullptr;
    QTimer textDelay_;
    FocusFields* focus_ = nullptr;
    AttributeFields* attributes_ = nullptr;
    QWidget* hidden_ = nullptr;
    QLabel* hiddenCount_ = nullptr;
    QCheckBox* foldLeaders_ = nullptr;
    QLabel* sentence_ = nullptr;
    LinkButton* clear_ = nullptr;
};

} // namespace entente::ui
