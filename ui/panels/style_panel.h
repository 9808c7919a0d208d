#pragma once

#include "ui/panels/floating_card.h"

#include <vector>

class QComboBox;
class QGridLayout;

namespace entente::ui {

class LinkButton;

/// What marks and edges of the network are coloured and sized by: as Entente has it, an attribute,
/// or as the file has it; floating over the window. A choice is seen at once. Esc closes it.
class StylePanel : public FloatingCard {
    Q_OBJECT

public:
    explicit StylePanel(Workspace* workspace, QWidget* parent = nullptr);

protected:
    void takeWorkspace() override;
    [[nodiscard]] QWidget* firstControl() const override;

private:
    /// One thing about the picture, and what may decide it.
    struct Choice {
        LookSource Looks::*look;
        ElementKind of;
        bool colours;              ///< else sizes: numbers only
        const char* fileAttribute; ///< what says it where the file decides
        QString entente;           ///< what decides it in Entente
        QString tip;
        QComboBox* box = nullptr;
    };

    void addChoice(QGridLayout& grid, const QString& title, Choice choice);
    void takeDossier();
    void fill(const Choice& choice);
    void choose(const Choice& choice);

    std::vector<Choice> choices_;
    LinkButton* reset_ = nullptr;
    bool stale_ = true; ///< the boxes list the attributes of another dossier
};

} // namespace entente::ui
