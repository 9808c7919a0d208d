#pragma once

#include "core/network/filter.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace entente::ui {

class FacetGroup;
class SectionHeading;

/// How an attribute is best asked: few values one by one, many numbers by their range, many texts
/// by what they contain. Lets everything through.
AttributeCriterion criterionFor(const AttributeIndex& index);

/// Fields for one criterion about an attribute: rows of values with counts, two ends of a range, or
/// a text to search for; and whether what has no value is shown.
class AttributeFacet : public QWidget {
    Q_OBJECT

public:
    AttributeFacet(const Dossier& dossier, std::shared_ptr<const AttributeIndex> index,
                   const AttributeCriterion& criterion, QWidget* parent = nullptr);
    ~AttributeFacet() override;

    /// Shows how the criterion is now; it asks the same of the same attribute.
    void take(const AttributeCriterion& criterion, const FacetCounts::Attribute& counts);

signals:
    void changed(const entente::AttributeCriterion& criterion);
    void removed();

private:
    void makeValues(const Dossier& dossier);
    void makeRange();
    void makeText();
    SectionHeading* addHeading();
    void addAbsent();
    QLineEdit* addField(const QString& name, const QString& placeholder);
    void takeChosen(quint64 chosen);
    void takeRange();
    void takeText();
    [[nodiscard]] std::uint64_t absentBit() const;

    std::shared_ptr<const AttributeIndex> index_;
    AttributeCriterion criterion_;
    QString title_;
    QVBoxLayout* column_;
    FacetGroup* values_ = nullptr;
    QLineEdit* least_ = nullptr;
    QLineEdit* most_ = nullptr;
    QLineEdit* text_ = nullptr;
    QLabel* fault_ = nullptr;
    QCheckBox* absent_ = nullptr;
};

} // namespace entente::ui
