#include "ui/panels/inspector_panel.h"

#include "ui/panels/element_editor.h"
#include "ui/panels/link_button.h"
#include "ui/panels/page_widget.h"
#include "ui/scene/widget_palette.h"

#include <QDesktopServices>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace entente::ui {

InspectorPanel::InspectorPanel(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), scroll_(new QScrollArea(this)) {
    setObjectName(QStringLiteral("inspectorPanel"));
    setAutoFillBackground(true);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll_);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->viewport()->setAutoFillBackground(false);
    connect(workspace_, &Workspace::selectionChanged, this, &InspectorPanel::showPage);
    connect(workspace_, &Workspace::dossierChanged, this, &InspectorPanel::showPage);
    connect(workspace_, &Workspace::styleChanged, this, &InspectorPanel::showPage);
    showPage();
}

void InspectorPanel::showPage() {
    const Dossier& dossier = workspace_->dossier();
    const Style& style = workspace_->style();
    setPalette(widgetPalette(style.colours()));
    const std::optional<ElementRef> current = workspace_->current();
    const bool several = workspace_->selection().size() > 1;
    const ElementPage page =
        several   ? selectionPage(dossier, workspace_->selection(), style.labelLanguage)
        : current ? elementPage(dossier, *current, style.labelLanguage)
                  : coverPage(dossier);
    const bool same = current == shown_ && !several;
    const int scrolled = same ? scroll_->verticalScrollBar()->value() : 0;
    shown_ = several ? std::nullopt : current;

    if (QWidget* const old = scroll_->takeWidget()) {
        // One of its own links may be what brought us here.
        old->deleteLater();
    }
    editor_ = nullptr;
    content_ = new QWidget(this);
    auto* const column = new QVBoxLayout(content_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    page_ = new PageWidget(page, dossier.sectors(), style.theme, content_);
    column->addWidget(page_, 1);
    connect(page_, &PageWidget::elementActivated, workspace_, &Workspace::reveal);
    connect(page_, &PageWidget::addressActivated, this,
            [](const QUrl& address) { QDesktopServices::openUrl(address); });
    if (shown_ && (shown_->kind == ElementKind::Vertex || shown_->kind == ElementKind::Edge)) {
        auto* const edit = new LinkButton(tr("Edit"), page_->titleLine());
        edit->setObjectName(QStringLiteral("edit"));
        edit->setToolTip(tr("Change title, dates, sectors, confidence, note and attributes"));
        page_->titleLine()->layout()->addWidget(edit);
        page_->titleLine()->layout()->setAlignment(edit, Qt::AlignTop);
        connect(edit, &LinkButton::clicked, this, &InspectorPanel::edit);
    }
    scroll_->setWidget(content_);
    content_->setAutoFillBackground(false);
    content_->show();
    scroll_->verticalScrollBar()->setValue(scrolled);
}

void InspectorPanel::edit() {
    if (editor_ != nullptr || !shown_ ||
        (shown_->kind != ElementKind::Vertex && shown_->kind != ElementKind::Edge)) {
        return;
    }
    editor_ = new ElementEditor(workspace_, *shown_, content_);
    static_cast<QVBoxLayout*>(content_->layout())->insertWidget(0, editor_);
    page_->summary()->hide();
    connect(editor_, &ElementEditor::closed, this, &InspectorPanel::closeEditor);
    editor_->show();
    editor_->setFocus();
}

void InspectorPanel::closeEditor() {
    editor_->hide();
    editor_->deleteLater();
    editor_ = nullptr;
    page_->summary()->show();
}

} // namespace entente::ui
