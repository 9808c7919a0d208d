#include "ui/views/network_overlays.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace entente::ui {

namespace {

bool holdsAgreements(const VertexTable& vertices) {
    for (VertexIndex row = 0; row < vertices.size(); ++row) {
        if (vertices.kind(row) == VertexKind::Agreement && !vertices.removed(row)) {
            return true;
        }
    }
    return false;
}

} // namespace

FloatingPanel::FloatingPanel(const Workspace* workspace, QWidget* parent)
    : QFrame(parent), workspace_(workspace) {
    setFrameShape(QFrame::NoFrame);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    takeColours();
    connect(workspace, &Workspace::styleChanged, this, &FloatingPanel::takeColours);
}

void FloatingPanel::takeColours() {
    const Colours& colours = workspace_->style().colours();
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Text, colours.text);
    setPalette(palette);
}

void FloatingPanel::paintEvent(QPaintEvent* /*event*/) {
    const Colours& colours = workspace_->style().colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(mixed(colours.line, colours.text, 0.12), 1));
    painter.setBrush(colours.markFill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

NetworkEmptyState::NetworkEmptyState(Workspace* workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), title_(new QLabel(this)), advice_(new QLabel(this)),
      clear_(new QPushButton(tr("Clear the filter"), this)) {
    QFont font = title_->font();
    font.setPointSizeF(font.pointSizeF() * 1.25);
    font.setWeight(QFont::DemiBold);
    title_->setFont(font);
    title_->setAlignment(Qt::AlignCenter);
    advice_->setAlignment(Qt::AlignCenter);
    advice_->setWordWrap(true);
    clear_->setToolTip(tr("Shows everything in the dossier again"));
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addWidget(title_);
    column->addWidget(advice_);
    column->addSpacing(8);
    column->addWidget(clear_, 0, Qt::AlignHCenter);
    connect(clear_, &QPushButton::clicked, this, [this] { workspace_->setFilter({}); });
    refresh();
}

void NetworkEmptyState::refresh() {
    const Colours& colours = workspace_->style().colours();
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, colours.text);
    title_->setPalette(palette);
    palette.setColor(QPalette::WindowText, colours.quietText);
    advice_->setPalette(palette);

    const bool nothingThere = workspace_->dossier().vertices().count() == 0;
    const bool filtered = workspace_->filter().restricts();
    const bool hasNoAgreements = workspace_->projection().projection == Projection::Agreements &&
                                 !holdsAgreements(workspace_->dossier().vertices());
    if (workspace_->network().vertexCount() > 0 && !workspace_->layoutRunning()) {
        title_->setText(tr("Not laid out yet"));
        advice_->setText(tr("Network, Lay Out What Is Shown (Ctrl+L) arranges it."));
    } else if (workspace_->network().vertexCount() > 0) {
        title_->setText(tr("Laying out…"));
        advice_->setText(tr("The first picture of a large network takes a moment."));
    } else if (workspace_->isEvaluating()) {
        title_->setText(tr("Working it out…"));
        advice_->setText(tr("The first picture of a large network takes a moment."));
    } else if (nothingThere) {
        title_->setText(tr("This dossier is empty"));
        advice_->setText(tr("Open a file, or drop one on the window."));
    } else if (hasNoAgreements) {
        title_->setText(tr("No agreements to show"));
        advice_->setText(tr("This dossier holds none: its ties are in the other projections."));
    } else if (filtered) {
        title_->setText(tr("Nothing passes the filter"));
        advice_->setText(tr("No actor, agreement or event meets all of its conditions."));
    } else {
        title_->setText(tr("Nothing to show in this projection"));
        advice_->setText(
            tr("Try the full projection: it shows all actors, agreements and events."));
    }
    clear_->setVisible(workspace_->network().vertexCount() == 0 && filtered && !nothingThere &&
                       !hasNoAgreements && !workspace_->isEvaluating());
}

HintBar::HintBar(const Workspace* workspace, QWidget* parent)
    : FloatingPanel(workspace, parent), text_(new QLabel(this)), timer_(new QTimer(this)) {
    text_->setTextFormat(Qt::PlainText);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 14, 8);
    row->addWidget(text_);
    timer_->setSingleShot(true);
    connect(timer_, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void HintBar::say(const QString& text, int milliseconds) {
    text_->setText(text);
    setAccessibleName(text);
    adjustSize();
    if (parentWidget() != nullptr) {
        move((parentWidget()->width() - width()) / 2, 16);
    }
    show();
    raise();
    timer_->stop();
    if (milliseconds > 0) {
        timer_->start(milliseconds);
    }
}

NetworkGlass::NetworkGlass(Draw draw, QWidget* parent) : QWidget(parent), draw_(std::move(draw)) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
}

void NetworkGlass::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    draw_(painter);
}

} // namespace entente::ui
