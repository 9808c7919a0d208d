#include "tests/ui/scene/scene_fixture.h"
#include "ui/scene/network_names.h"

#include <gtest/gtest.h>

#include <random>

namespace entente::ui {

namespace {

/// A crowd that one looks at through a window, which moves.
struct NetworkNamesTest : testing::Test, SceneFixture {
    Style style;
    Network shown;
    NetworkPlan plan;
    NetworkSceneOptions options;
    std::vector<QPointF> places; ///< pixels at zoom 1
    NetworkNames names;
    bool transitions = false;
    double milliseconds = 16;

    NetworkNamesTest() {
        style.font = QFont(QStringLiteral("Noto Sans"));
        std::mt19937 random(11);
        std::uniform_real_distribution<double> place(-1500, 1500);
        std::vector<VertexIndex> rows;
        for (int i = 0; i < 500; ++i) {
            rows.push_back(add("Actor number " + std::to_string(i)));
            places.emplace_back(place(random), place(random));
        }
        for (int i = 0; i < 900; ++i) {
            tie(rows[random() % 500], rows[random() % 500], 0);
        }
        shown = network(Projection::Full);
        plan = planNetwork(dossier, shown, style);
    }

    /// Marks within a view of 800 × 600 about a place, in pixels of the view.
    [[nodiscard]] std::vector<Mark> marksAbout(QPointF centre, double zoom = 1) const {
        std::vector<Mark> marks;
        for (std::uint32_t vertex = 0; vertex < places.size(); ++vertex) {
            const QPointF at = (places[vertex] - centre) * zoom + QPointF(400, 300);
            if (QRectF(-180, -80, 1160, 760).contains(at)) {
                Mark mark;
                mark.element = {ElementKind::Vertex, shown.element(vertex)};
                mark.centre = at;
                mark.radius = 7;
                marks.push_back(mark);
            }
        }
        return marks;
    }

    std::vector<Label> arrange(const std::vector<Mark>& marks) {
        NetworkNames::Frame frame{dossier, shown, plan, style, options, marks, {}};
        frame.milliseconds = milliseconds;
        frame.transitions = transitions;
        return names.arrange(frame);
    }

    /// Where each named vertex has its (first) line, from its mark.
    static std::map<VertexIndex, QPointF> offsets(const std::vector<Label>& labels,
                                                  const std::vector<Mark>& marks) {
        std::map<VertexIndex, QPointF> result;
        for (const Label& label : labels) {
            for (const Mark& mark : marks) {
                if (mark.element == label.element && label.opacity > 0) {
                    result.try_emplace(label.element.index, label.position - mark.centre);
                }
            }
        }
        return result;
    }
};

TEST_F(NetworkNamesTest, PanningMovesNoNameThatStaysInSight) {
    const QRectF view(0, 0, 800, 600);
    std::map<VertexIndex, QPointF> before;
    std::size_t compared = 0;
    for (int step = 0; step < 60; ++step) {
        const std::vector<Mark> marks = marksAbout({step * 13.0, step * -7.0});
        const auto after = offsets(arrange(marks), marks);
        for (const Mark& mark : marks) {
            const auto known = before.find(mark.element.index);
            if (known != before.end() && view.contains(mark.centre)) {
                const auto now = after.find(mark.element.index);
                ASSERT_NE(now, after.end())
                    << "step " << step << " mark " << mark.centre.x() << "," << mark.centre.y()
                    << " label at " << known->second.x() << "," << known->second.y();
                EXPECT_NEAR(now->second.x(), known->second.x(), 1e-6);
                EXPECT_NEAR(now->second.y(), known->second.y(), 1e-6);
                ++compared;
            }
        }
        before = after;
    }
    EXPECT_GT(compared, 500U);
}

TEST_F(NetworkNamesTest, ZoomingALittleKeepsMostNames) {
    std::vector<Mark> marks = marksAbout({}, 1);
    std::map<VertexIndex, QPointF> before = offsets(arrange(marks), marks);
    for (int step = 1; step <= 20; ++step) {
        marks = marksAbout({}, std::pow(1.02, step));
        const auto after = offsets(arrange(marks), marks);
        std::size_t lost = 0;
        for (const auto& [row, offset] : before) {
            const bool there = std::ranges::any_of(
                marks, [row](const Mark& mark) { return mark.element.index == row; });
            lost += there && !after.contains(row) ? 1U : 0U;
        }
        EXPECT_LE(lost * 20, before.size()) << "step " << step;
        before = after;
    }
}

TEST_F(NetworkNamesTest, NamesOverlapInNoFrame) {
    for (int step = 0; step < 20; ++step) {
        const std::vector<Label> labels =
            arrange(marksAbout({step * 31.0, 0}, 0.4 * std::pow(1.05, step)));
        EXPECT_GT(labels.size(), 20U);
        for (const Label& a : labels) {
            for (const Label& b : labels) {
                EXPECT_FALSE(&a < &b && a.element != b.element &&
                             labelBox(a, style.font)
                                 .adjusted(1, 4, -1, -4)
                                 .intersects(labelBox(b, style.font).adjusted(1, 4, -1, -4)));
            }
        }
    }
}

TEST_F(NetworkNamesTest, NamesComeAndGoSoftly) {
    transitions = true;
    milliseconds = 50;
    const std::vector<Mark> marks = marksAbout({});
    std::vector<Label> labels = arrange(marks);
    ASSERT_FALSE(labels.empty());
    EXPECT_NEAR(labels.front().opacity, 1.0 / 3, 0.01);
    EXPECT_TRUE(names.isChanging());
    arrange(marks);
    labels = arrange(marks);
    EXPECT_FLOAT_EQ(labels.front().opacity, 1);
    EXPECT_FALSE(names.isChanging());
    // A selected one takes the room of those about it, which go out.
    transitions = false;
    options.selected = {marks.front().element};
    EXPECT_FALSE(arrange(marks).empty());
    EXPECT_FALSE(names.isChanging());
}

TEST_F(NetworkNamesTest, ACrowdOfDotsIsNamedSparingly) {
    std::vector<Mark> marks = marksAbout({}, 0.5);
    for (Mark& mark : marks) {
        mark.radius = 2;
    }
    options.mostNamedDots = 10;
    EXPECT_LE(arrange(marks).size(), 10U * 2);
    for (Mark& mark : marks) {
        mark.selected = true;
    }
    EXPECT_GT(arrange(marks).size(), 25U);
}

TEST_F(NetworkNamesTest, NoNameGoesBeneathWhatLiesOverThePicture) {
    const std::vector<Mark> marks = marksAbout({});
    const QRectF cover(150, 100, 400, 350);
    const auto beneath = [&](const std::vector<Label>& labels) {
        return std::ranges::count_if(labels, [&](const Label& label) {
            return labelBox(label, style.font).adjusted(1, 4, -1, -4).intersects(cover);
        });
    };
    EXPECT_GT(beneath(arrange(marks)), 5);
    NetworkNames::Frame frame{dossier, shown, plan, style, options, marks, {}};
    frame.covers = {cover};
    const std::vector<Label> labels = names.arrange(frame);
    EXPECT_GT(labels.size(), 20U);
    EXPECT_EQ(beneath(labels), 0);
}

TEST_F(NetworkNamesTest, CommunitiesHaveTheirMembersNumberAndCountsThatLieOverNothing) {
    std::vector<std::uint32_t> members(shown.vertexCount(), 1);
    for (std::size_t i = 0; i < members.size(); i += 3) {
        members[i] = 1234;
    }
    std::vector<std::uint32_t> behind(shown.edgeCount());
    for (std::size_t i = 0; i < behind.size(); ++i) {
        behind[i] = static_cast<std::uint32_t>(i % 50 + 1);
    }
    shown.setBehind(members, behind);
    plan = planNetwork(dossier, shown, style);
    EXPECT_TRUE(plan.legend.communities);
    EXPECT_EQ(plan.marks[0].fill, style.colours().communityFill.rgb());
    EXPECT_NE(plan.marks[1].fill, style.colours().communityFill.rgb());
    std::vector<Mark> marks = marksAbout({});
    for (Mark& mark : marks) {
        mark.radius = 16;
    }
    std::vector<Label> labels = arrange(marks);
    EXPECT_TRUE(std::ranges::any_of(
        labels, [](const Label& label) { return label.text == QStringLiteral("1,234"); }));
    std::erase_if(labels, [](const Label& label) {
        return label.element.index != noIndex && label.halo == Qt::transparent;
    });
    std::size_t counts = 0;
    for (const Label& count : labels) {
        if (count.element.index != noIndex) {
            continue;
        }
        ++counts;
        const QRectF box = labelBox(count, style.font);
        for (const Label& other : labels) {
            EXPECT_TRUE(&count == &other || !box.intersects(labelBox(other, style.font)))
                << count.text.toStdString() << " over " << other.text.toStdString();
        }
        for (const Mark& mark : marks) {
            EXPECT_FALSE(box.intersects(boxOf(mark)));
        }
    }
    EXPECT_GT(counts, 3U);
}

TEST_F(NetworkNamesTest, ACommunityIsNamedThoughSmallMarksSurroundIt) {
    std::vector<std::uint32_t> members(shown.vertexCount(), 1);
    members[0] = 40;
    shown.setBehind(members, {});
    plan = planNetwork(dossier, shown, style);
    plan.importance[0] = 1e4F;
    const auto isNamed = [this](float radius) {
        std::vector<Mark> marks;
        for (int i = 0; i < 400; ++i) {
            Mark mark;
            mark.element = {ElementKind::Vertex, shown.element(static_cast<std::uint32_t>(i))};
            mark.centre = {400 + 20.0 * (i % 20 - 10), 300 + 20.0 * (i / 20 - 10)};
            mark.radius = i == 0 ? 16 : radius;
            mark.centre = i == 0 ? QPointF(410, 310) : mark.centre;
            marks.push_back(mark);
        }
        names.clear();
        return std::ranges::any_of(arrange(marks), [](const Label& label) {
            return label.text.contains(QStringLiteral("+39"));
        });
    };
    EXPECT_TRUE(isNamed(6));
    EXPECT_FALSE(isNamed(9));
}

TEST_F(NetworkNamesTest, TheOriginalScriptIsWrittenOnDemand) {
    Vertex vertex;
    vertex.label = dossier.intern("Russia");
    VertexDetails details;
    details.names = {{"ru", "Россия", false}};
    vertex.details = std::make_shared<const VertexDetails>(details);
    const VertexIndex row = dossier.add(vertex);
    shown = network(Projection::Full);
    plan = planNetwork(dossier, shown, style);
    style.labelLanguage = QStringLiteral("original");
    Mark mark;
    mark.element = {ElementKind::Vertex, row};
    mark.radius = 7;
    const std::vector<Label> labels = arrange({mark});
    ASSERT_EQ(labels.size(), 1U);
    EXPECT_EQ(labels.front().text, QStringLiteral("Россия"));
}

} // namespace

} // namespace entente::ui
