#include "ui/panels/attribute_fields.h"

#include "tests/ui/graph_dossier.h"
#include "ui/panels/attribute_facet.h"
#include "ui/panels/facet_row.h"
#include "ui/panels/filters_panel.h"
#include "ui/panels/link_button.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

struct AttributeFieldsTest : testing::Test {
    Workspace workspace;
    FiltersPanel panel{&workspace};
    AttributeFields* fields = panel.findChild<AttributeFields*>();

    void SetUp() override {
        workspace.setDossier(graphDossier(36), {});
        workspace.waitForLayout();
        panel.resize(264, 900);
        panel.show();
        QApplication::setActiveWindow(&panel);
    }

    void add(std::string_view name, ElementKind of = ElementKind::Vertex) const {
        fields->add(of, workspace.dossier().strings().find(name));
    }

    [[nodiscard]] FacetRow* row(const QString& name) const {
        for (FacetRow* const row : fields->findChildren<FacetRow*>()) {
            if (row->isVisible() && row->text() == name) {
                return row;
            }
        }
        return nullptr;
    }

    template <typename Widget>
    [[nodiscard]] Widget* named(const QString& accessibleName) const {
        for (Widget* const widget : panel.findChildren<Widget*>()) {
            if (widget->isVisible() && widget->accessibleName() == accessibleName) {
                return widget;
            }
        }
        return nullptr;
    }

    void type(const QString& field, const QString& text) const {
        auto* const edit = named<QLineEdit>(field);
        ASSERT_NE(edit, nullptr) << field.toStdString();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    [[nodiscard]] std::size_t shown() const { return workspace.network().vertexCount(); }
    [[nodiscard]] QString sentence() const {
        return named<QLabel>(QStringLiteral("What is shown"))->text();
    }
};

} // namespace

TEST_F(AttributeFieldsTest, OfferWhatTheDossierHas) {
    auto* const button = named<LinkButton>(QStringLiteral("Add a filter by an attribute"));
    ASSERT_NE(button, nullptr);
    QTest::keyClick(button, Qt::Key_Space);
    auto* const menu = fields->findChild<QMenu*>();
    ASSERT_NE(menu, nullptr);
    QStringList names;
    for (const QAction* const action : menu->actions()) {
        if (!action->isSeparator()) {
            names << action->text();
        }
    }
    EXPECT_EQ(names, (QStringList{"x", "y", "size", "color", "group", "score", "note", "color",
                                  "thickness", "volume"}));
    menu->actions().at(5)->trigger();
    menu->close();
    EXPECT_EQ(workspace.filter().attributes.size(), 1U);
    workspace.setDossier(Dossier(), {});
    EXPECT_FALSE(button->isVisible()) << "no attributes, no offer";
}

TEST_F(AttributeFieldsTest, ListFewValuesWithTheirCounts) {
    add("group");
    EXPECT_FALSE(workspace.filter().restricts()) << "until a value is switched off";
    ASSERT_NE(row(QStringLiteral("red team")), nullptr);
    EXPECT_EQ(row(QStringLiteral("red team"))->count(), 18U);
    EXPECT_EQ(row(QStringLiteral("blue team"))->count(), 12U);
    EXPECT_EQ(row(QStringLiteral("green team"))->count(), 5U);
    EXPECT_EQ(row(QStringLiteral("not stated"))->count(), 1U);
    row(QStringLiteral("red team"))->click();
    EXPECT_EQ(shown(), 18U);
    EXPECT_EQ(row(QStringLiteral("red team"))->count(), 18U) << "what it would show";
    EXPECT_TRUE(
        sentence().contains(QStringLiteral("with group “blue team” or “green team” or not stated")))
        << sentence().toStdString();
    row(QStringLiteral("not stated"))->click();
    EXPECT_EQ(shown(), 17U);
    row(QStringLiteral("green team"))->setFocus();
    QTest::keyClick(row(QStringLiteral("green team")), Qt::Key_Return);
    EXPECT_EQ(shown(), 5U) << "only that one";
}

TEST_F(AttributeFieldsTest, AskManyNumbersByTheirRange) {
    add("score");
    const QString from = QStringLiteral("score from");
    ASSERT_NE(named<QLineEdit>(from), nullptr);
    EXPECT_EQ(named<QLineEdit>(from)->placeholderText(), QStringLiteral("0"));
    EXPECT_EQ(named<QLineEdit>(QStringLiteral("score to"))->placeholderText(),
              QStringLiteral("238"));
    type(from, QStringLiteral("70"));
    type(QStringLiteral("score to"), QStringLiteral("140"));
    EXPECT_EQ(shown(), 12U) << "eleven, and the one that has none";
    auto* const absent = fields->findChild<QCheckBox*>();
    EXPECT_EQ(absent->text(), QStringLiteral("Also where not stated (1)"));
    absent->click();
    EXPECT_EQ(shown(), 11U);
    type(from, QStringLiteral("a lot"));
    EXPECT_EQ(workspace.filter().attributes[0].least, 70) << "no number changes nothing";
    bool said = false;
    for (const QLabel* const label : fields->findChildren<QLabel*>()) {
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("no number")));
    }
    EXPECT_TRUE(said);
    named<QLineEdit>(from)->clear();
    EXPECT_EQ(shown(), 21U) << "an empty field is no end";
}

TEST_F(AttributeFieldsTest, SearchManyTexts) {
    add("note");
    type(QStringLiteral("note containing"), QStringLiteral("NO. 1"));
    EXPECT_EQ(shown(), 10U) << "1, 16, 100, 121, 144, 169, 196, 1024, 1089 and 1156";
    named<QLineEdit>(QStringLiteral("note containing"))->clear();
    EXPECT_FALSE(workspace.filter().restricts());
    EXPECT_EQ(shown(), 36U);
}

TEST_F(AttributeFieldsTest, AskEdgesToo) {
    add("volume", ElementKind::Edge);
    type(QStringLiteral("volume (edges) from"), QStringLiteral("3400"));
    EXPECT_EQ(workspace.network().edgeCount(), 2U);
    EXPECT_EQ(shown(), 3U) << "actors without an edge go with it";
}

TEST_F(AttributeFieldsTest, GoWhenTheyAreRemovedOrCleared) {
    add("group");
    add("score");
    type(QStringLiteral("score from"), QStringLiteral("100"));
    named<LinkButton>(QStringLiteral("Filter by group no more"))->click();
    ASSERT_EQ(workspace.filter().attributes.size(), 1U);
    EXPECT_EQ(named<QLineEdit>(QStringLiteral("score from"))->text(), QStringLiteral("100"));
    named<LinkButton>(QStringLiteral("Clear all filters"))->click();
    EXPECT_TRUE(workspace.filter().attributes.empty());
    EXPECT_EQ(named<QLineEdit>(QStringLiteral("score from")), nullptr);
}

TEST_F(AttributeFieldsTest, SurviveEditsAndLeaveWithTheDossier) {
    add("group");
    row(QStringLiteral("red team"))->click();
    Vertex vertex = workspace.dossier().vertices().row(0);
    for (Attribute& attribute : vertex.attributes) {
        if (workspace.dossier().text(attribute.name) == "group") {
            attribute.value = workspace.intern("black team");
        }
    }
    workspace.perform(replaceVertex(workspace.dossier(), 0, vertex, "Edit"));
    ASSERT_NE(row(QStringLiteral("black team")), nullptr);
    EXPECT_FALSE(row(QStringLiteral("red team"))->isChecked());
    workspace.setDossier(graphDossier(5), {});
    EXPECT_EQ(row(QStringLiteral("red team")), nullptr);
}

} // namespace entente::ui
