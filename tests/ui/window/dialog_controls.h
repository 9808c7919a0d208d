#pragma once

#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

#include <algorithm>

namespace entente::ui {

/// The control with that accessible name.
template <typename Widget>
Widget* named(const QWidget& dialog, const char* name) {
    for (Widget* const widget : dialog.findChildren<Widget*>()) {
        if (widget->accessibleName() == QString::fromUtf8(name)) {
            return widget;
        }
    }
    ADD_FAILURE() << "no control is called " << name;
    return nullptr;
}

/// The button with that text, not counting the mark of its key.
inline QPushButton* button(const QWidget& dialog, const char* text) {
    for (QPushButton* const each : dialog.findChildren<QPushButton*>()) {
        if (each->text().remove(QLatin1Char('&')) == QString::fromUtf8(text)) {
            return each;
        }
    }
    ADD_FAILURE() << "no button is called " << text;
    return nullptr;
}

/// Chooses what has that data, as a user would.
inline void pick(QComboBox* box, const QVariant& data) {
    const int place = box->findData(data);
    ASSERT_GE(place, 0);
    box->setCurrentIndex(place);
    emit box->activated(place);
}

/// Whether a visible label has the words.
inline bool shows(const QWidget& dialog, const char* words) {
    return std::ranges::any_of(dialog.findChildren<QLabel*>(), [words](const QLabel* label) {
        return label->isVisibleTo(label->window()) &&
               label->text().contains(QString::fromUtf8(words));
    });
}

/// Does it to the modal dialog of that class, once, as soon as there is one.
template <typename Dialog, typename Act>
void whenAsked(QObject* parent, Act act) {
    auto* const timer = new QTimer(parent);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, act] {
        auto* const dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
        if (dialog != nullptr && dialog->isVisible()) {
            timer->stop();
            act(*dialog);
        }
    });
    constexpr int interval = 5;
    timer->start(interval);
}

/// Names the file in the next dialog that asks for one.
inline void nameFile(QObject* parent, const QString& path) {
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    whenAsked<QFileDialog>(parent, [path](QFileDialog& dialog) {
        auto* const name = dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        ASSERT_NE(name, nullptr);
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
    });
}

} // namespace entente::ui
