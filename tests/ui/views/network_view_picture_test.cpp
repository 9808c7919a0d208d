#include "ui/scene/style.h"
#include "ui/views/network_view.h"
#include "ui/workspace/built_in_dossier.h"

#include <QApplication>

#include <gtest/gtest.h>

namespace entente::ui {

namespace {

/// Saves pictures where ENTENTE_PICTURES names a folder, to be looked at.
void keep(const QImage& image, const QString& name) {
    const QString folder = qEnvironmentVariable("ENTENTE_PICTURES");
    if (!folder.isEmpty()) {
        image.save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
    }
}

class NetworkViewOfTheBuiltInDossier
    : public testing::TestWithParam<std::tuple<Projection, Theme>> {};

TEST_P(NetworkViewOfTheBuiltInDossier, LabelsKeepOffOneAnotherAndOffMarks) {
    const auto [projection, theme] = GetParam();
    Workspace workspace;
    Style style;
    style.theme = theme;
    style.font = QFont(QStringLiteral("Noto Sans"));
    workspace.setStyle(style);
    workspace.setProjection({projection, projection != Projection::Full});
    workspace.setDossier(builtInDossier(), {});
    workspace.waitForLayout();
    NetworkView view(&workspace);
    view.setAnimationsEnabled(false);
    view.resize(1200, 700);
    view.show();
    QApplication::processEvents();
    view.finishDrawing();
    keep(view.grab().toImage(), QStringLiteral("network-%1-%2")
                                    .arg(QString::fromUtf8(word(projection).data()))
                                    .arg(static_cast<int>(theme)));
    style.sectorGlyphs = true;
    workspace.setStyle(style);
    keep(view.grab().toImage(), QStringLiteral("signs"));
    view.setLegendVisible(false);
    const DisplayList list = view.displayList();
    ASSERT_FALSE(list.labels.empty());
    EXPECT_EQ(list.marks.size(), workspace.network().vertexCount());
    std::size_t names = 0;
    for (const Label& label : list.labels) {
        const QRectF box = labelBox(label, list.font);
        for (const Label& other : list.labels) {
            const bool before = &other < &label;
            // Boxes hold the line spacing too, so two lines of one name may touch.
            EXPECT_FALSE(before && other.element != label.element &&
                         box.adjusted(0, 4, 0, -4)
                             .intersects(labelBox(other, list.font).adjusted(0, 4, 0, -4)))
                << label.text.toStdString() << " / " << other.text.toStdString();
        }
        names += label.halo.alpha() > 0 ? 1 : 0;
    }
    EXPECT_GT(names, list.marks.size() / 3);
}

INSTANTIATE_TEST_SUITE_P(Pictures, NetworkViewOfTheBuiltInDossier,
                         testing::Combine(testing::Values(Projection::Alliances, Projection::Full,
                                                          Projection::Agreements),
                                          testing::Values(Theme::Light, Theme::Dark)));

} // namespace

} // namespace entente::ui
