#include "ui/panels/page_widget.h"

#include "ui/panels/flow_layout.h"
#include "ui/panels/link_button.h"
#include "ui/panels/section_heading.h"
#include "ui/panels/sector_chip.h"
#include "ui/scene/samples.h"
#include "ui/scene/widget_palette.h"
#include "ui/scene/words.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace entente::ui {

namespace {

constexpr int between = 20;
constexpr int leastNameWidth = 64;
constexpr int mostNameWidth = 92;
/// Dates beside a link stay on one line up to this length.
constexpr qsizetype unbroken = 20;
/// Lines of a section and claims that are shown before the reader asks for more.
constexpr std::size_t firstLines = 12;

QString hrefOf(ElementRef element) {
    return QStringLiteral("element:%1:%2").arg(static_cast<int>(element.kind)).arg(element.index);
}

} // namespace

PageWidget::PageWidget(const ElementPage& page, const std::vector<Sector>& sectors, Theme theme,
                       QWidget* parent)
    : QWidget(parent), theme_(theme), column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(16, 16, 16, 16);
    column_->setSpacing(between);
    addSummary(page, sectors);
    if (!page.terms.isEmpty()) {
        addTerms(page.terms);
    }
    for (const PageSection& section : page.sections) {
        addSection(section);
    }
    if (!page.claims.empty()) {
        addClaims(page);
    }
    column_->addStretch(1);
}

QString PageWidget::html(const PageLine& line) const {
    const Colours& colours = Colours::of(theme_);
    QString text;
    for (const PagePiece& piece : line) {
        QString words = piece.text.toHtmlEscaped();
        words.replace(QStringLiteral("  "), QStringLiteral("&nbsp; "));
        if (piece.quiet && piece.target && piece.text.size() <= unbroken) {
            words.replace(QLatin1Char(' '), QStringLiteral("&nbsp;"));
        }
        QString look = QStringLiteral("color:%1;text-decoration:none")
                           .arg(piece.quiet ? colours.quietText.name() : colours.accent.name());
        if (piece.quiet) {
            const QFont small = smallFont(font());
            look += small.pixelSize() > 0
                        ? QStringLiteral(";font-size:%1px").arg(small.pixelSize())
                        : QStringLiteral(";font-size:%1pt").arg(small.pointSizeF());
        }
        if (piece.target || !piece.address.isEmpty()) {
            const QString href = piece.target ? hrefOf(*piece.target) : piece.address;
            text += QStringLiteral("<a href=\"%1\" style=\"%2\">%3</a>")
                        .arg(href.toHtmlEscaped(), look, words);
        } else if (piece.quiet) {
            text += QStringLiteral("<span style=\"%1\">%2</span>").arg(look, words);
        } else {
            text += words;
        }
    }
    return text;
}

QLabel* PageWidget::makeText(const QString& text, QWidget* parent) {
    auto* const label = new QLabel(parent);
    label->setTextFormat(Qt::RichText);
    label->setText(text);
    label->setWordWrap(true);
    label->setMinimumWidth(1);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(label, &QLabel::linkActivated, this, &PageWidget::activate);
    return label;
}

QLabel* PageWidget::makeLines(const std::vector<PageLine>& lines, std::size_t first,
                              std::size_t last, QWidget* parent) {
    QString text;
    for (std::size_t i = first; i < last; ++i) {
        text += QStringLiteral("<p dir=\"ltr\" style=\"margin:0 0 %1px 0\">%2</p>")
                    .arg(i + 1 < last ? 4 : 0)
                    .arg(html(lines[i]));
    }
    return makeText(text, parent);
}

void PageWidget::activate(const QString& link) {
    const QStringList parts = link.split(QLatin1Char(':'));
    if (parts.size() == 3 && parts[0] == QLatin1String("element")) {
        emit elementActivated({static_cast<ElementKind>(parts[1].toInt()), parts[2].toUInt()});
    } else {
        emit addressActivated(QUrl(link, QUrl::StrictMode));
    }
}

void PageWidget::addSummary(const ElementPage& page, const std::vector<Sector>& sectors) {
    summary_ = new QWidget(this);
    auto* const column = new QVBoxLayout(summary_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    titleLine_ = new QWidget(summary_);
    auto* const line = new QHBoxLayout(titleLine_);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    QLabel* const title = makeText(page.title.toHtmlEscaped(), titleLine_);
    title->setObjectName(QStringLiteral("title"));
    QFont font = this->font();
    // Titles are sentences at times; those keep to the base size, or they would fill the panel.
    constexpr qsizetype longTitle = 60;
    font.setWeight(QFont::DemiBold);
    if (page.title.size() < longTitle) {
        constexpr double larger = 1.25;
        if (font.pixelSize() > 0) {
            font.setPixelSize(qRound(font.pixelSize() * larger));
        } else {
            font.setPointSizeF(font.pointSizeF() * larger);
        }
    }
    title->setFont(font);
    line->addWidget(title, 1);
    column->addWidget(titleLine_);
    if (!page.subtitle.isEmpty()) {
        QLabel* const subtitle = makeText(page.subtitle.toHtmlEscaped(), summary_);
        subtitle->setObjectName(QStringLiteral("subtitle"));
        subtitle->setForegroundRole(QPalette::PlaceholderText);
        subtitle->setFont(smallFont(this->font()));
        column->addWidget(subtitle);
    }
    if (!page.facts.empty()) {
        column->addSpacing(8);
        addFacts(page.facts, column);
    }
    if (page.sectors != 0) {
        column->addSpacing(8);
        auto* const chips = new QWidget(summary_);
        auto* const flow = new FlowLayout(4, chips);
        for (std::size_t i = 0; i < sectors.size(); ++i) {
            if ((page.sectors & sectorBit(i)) != 0) {
                flow->addWidget(new SectorChip(sectors[i], theme_, chips));
            }
        }
        column->addWidget(chips);
    }
    if (!page.note.isEmpty()) {
        column->addSpacing(8);
        QLabel* const note = makeText(page.note.toHtmlEscaped(), summary_);
        note->setObjectName(QStringLiteral("note"));
        column->addWidget(note);
    }
    column_->addWidget(summary_);
}

void PageWidget::addFacts(const std::vector<PageFact>& facts, QVBoxLayout* column) {
    int nameWidth = leastNameWidth;
    for (const PageFact& fact : facts) {
        nameWidth = std::max(nameWidth, fontMetrics().horizontalAdvance(fact.name) + 1);
    }
    nameWidth = std::min(nameWidth, mostNameWidth);
    QGridLayout* grid = nullptr;
    for (const PageFact& fact : facts) {
        if (fact.name.isEmpty()) {
            const std::size_t shown = std::min(fact.lines.size(), firstLines);
            column->addWidget(makeLines(fact.lines, 0, shown, this));
            if (shown < fact.lines.size()) {
                auto* const more =
                    new LinkButton(tr("%1 more").arg(locale().toString(
                                       static_cast<qulonglong>(fact.lines.size() - shown))),
                                   this);
                column->addWidget(more, 0, Qt::AlignLeft);
                connect(more, &LinkButton::clicked, this, [this, more, column, fact, shown] {
                    column->insertWidget(column->indexOf(more),
                                         makeLines(fact.lines, shown, fact.lines.size(), this));
                    more->hide();
                });
            }
            continue;
        }
        if (grid == nullptr) {
            grid = new QGridLayout;
            grid->setHorizontalSpacing(8);
            grid->setVerticalSpacing(4);
            grid->setColumnStretch(1, 1);
            column->addLayout(grid);
        }
        auto* const name = new QLabel(fact.name, this);
        name->setWordWrap(true);
        name->setFixedWidth(nameWidth);
        name->setForegroundRole(QPalette::PlaceholderText);
        QLabel* const value = makeLines(fact.lines, 0, fact.lines.size(), this);
        value->setAccessibleName(fact.name);
        const int row = grid->rowCount();
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1, Qt::AlignTop);
    }
}

void PageWidget::addTerms(const QStringList& terms) {
    auto* const section = new QWidget(this);
    auto* const column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new SectionHeading(tr("Terms"), section));
    QString text;
    for (const QString& term : terms) {
        text += QStringLiteral("<p style=\"margin:0 0 4px 8px;text-indent:-8px\">·&nbsp;%1</p>")
                    .arg(term.toHtmlEscaped());
    }
    column->addWidget(makeText(text, section));
    column_->addWidget(section);
}

void PageWidget::addSection(const PageSection& section) {
    auto* const box = new QWidget(this);
    auto* const column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(new SectionHeading(section.title, box));
    addFacts(section.facts, column);
    column_->addWidget(box);
}

void PageWidget::addClaims(const ElementPage& page) {
    auto* const box = new QWidget(this);
    auto* const column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(new SectionHeading(page.claimsTitle, box));
    column->setSpacing(12);
    const std::size_t shown = std::min(page.claims.size(), firstLines);
    for (std::size_t i = 0; i < shown; ++i) {
        addClaim(page.claims[i], column);
    }
    if (shown < page.claims.size()) {
        auto* const more = new LinkButton(tr("%1 more").arg(locale().toString(
                                              static_cast<qulonglong>(page.claims.size() - shown))),
                                          box);
        column->addWidget(more, 0, Qt::AlignLeft);
        connect(more, &LinkButton::clicked, this,
                [this, more, column, shown, claims = page.claims] {
                    more->hide();
                    for (std::size_t i = shown; i < claims.size(); ++i) {
                        addClaim(claims[i], column);
                    }
                });
    }
    column_->addWidget(box);
}

void PageWidget::addClaim(const PageClaim& claim, QVBoxLayout* column) {
    auto* const row = new QHBoxLayout;
    row->setSpacing(8);
    auto* const sample =
        new SampleWidget(confidenceSample(claim.confidence), {28, fontMetrics().height()}, this);
    sample->setToolTip(capitalised(confidenceWord(claim.confidence)));
    row->addWidget(sample, 0, Qt::AlignTop);
    auto* const text = new QVBoxLayout;
    text->setSpacing(2);
    text->addWidget(makeText(claim.statement.toHtmlEscaped(), this));
    QLabel* const origin = makeText(html(claim.origin), this);
    origin->setFont(smallFont(font()));
    text->addWidget(origin);
    row->addLayout(text, 1);
    column->addLayout(row);
}

} // namespace entente::ui
