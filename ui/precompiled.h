#pragma once

#include <QApplication>
#include <QPainter>
#include <QString>
#include <QWidget>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>
