#pragma once

#include "core/model/change.h"
#include "ui/scene/style.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace entente::ui {

class SectorChip;
class Workspace;

/// Fields for what of a vertex or edge can be changed: title, dates, sectors, confidence, note,
/// attributes (an empty value takes an attribute away).
/// Enter carries the change out, Esc gives it up; a field that cannot be read says so under itself.
class ElementEditor : public QWidget {
    Q_OBJECT

public:
    /// `element` is a vertex or an edge.
    ElementEditor(Workspace* workspace, ElementRef element, QWidget* parent = nullptr);

    /// Carries the change out and closes, if the fields can be read.
    void commit();

signals:
    /// Done or given up.
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addField(const QString& name, QWidget* field, QVBoxLayout* column);
    QWidget* makeSectors(SectorSet chosen);
    void addAttributes(const std::vector<Attribute>& attributes, QVBoxLayout* column);
    [[nodiscard]] std::vector<Attribute> readAttributes();
    void checkDates();
    [[nodiscard]] std::optional<Period> readDates() const;
    [[nodiscard]] SectorSet chosenSectors() const;
    [[nodiscard]] std::optional<Change> change();
    template <typename Element>
    QString take(Element& element);

    Workspace* workspace_;
    ElementRef element_;
    QLineEdit* title_ = nullptr;
    QLineEdit* dates_ = nullptr;
    QLabel* datesMeaning_ = nullptr;
    QLabel* titleFault_ = nullptr;
    QComboBox* confidence_ = nullptr;
    QPlainTextEdit* note_ = nullptr;
    std::vector<SectorChip*> sectors_;
    /// An attribute and its value; the last one is for an attribute that is not there yet.
    struct AttributeField {
        QLineEdit* name = nullptr; ///< null where it has a name already
        StringId knownName = noString;
        QLineEdit* value = nullptr;
    };
    std::vector<AttributeField> attributes_;
};

} // namespace entente::ui
