#pragma once

#include "ui/panels/element_page.h"
#include "ui/scene/style.h"

#include <QUrl>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace entente::ui {

/// Lays a page out as text: title, facts in two columns, chips, terms, sections, claims. Made anew
/// for each page.
class PageWidget : public QWidget {
    Q_OBJECT

public:
    PageWidget(const ElementPage& page, const std::vector<Sector>& sectors, Theme theme,
               QWidget* parent = nullptr);

    /// Title, facts, sectors and note: what an editor stands in for.
    [[nodiscard]] QWidget* summary() const { return summary_; }
    /// The line of the title, for a command beside it.
    [[nodiscard]] QWidget* titleLine() const { return titleLine_; }

signals:
    void elementActivated(entente::ElementRef element);
    void addressActivated(const QUrl& address);

private:
    void addSummary(const ElementPage& page, const std::vector<Sector>& sectors);
    void addFacts(const std::vector<PageFact>& facts, QVBoxLayout* column);
    void addTerms(const QStringList& terms);
    void addSection(const PageSection& section);
    void addClaims(const ElementPage& page);
    void addClaim(const PageClaim& claim, QVBoxLayout* column);
    QLabel* makeText(const QString& html, QWidget* parent);
    QLabel* makeLines(const std::vector<PageLine>& lines, std::size_t first, std::size_t last,
                      QWidget* parent);
    [[nodiscard]] QString html(const PageLine& line) const;
    void activate(const QString& link);

    Theme theme_;
    QVBoxLayout* column_;
    QWidget* summary_ = nullptr;
    QWidget* titleLine_ = nullptr;
};

} // namespace entente::ui
