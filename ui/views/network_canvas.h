#pragma once

#include "ui/views/network_stage.h"

#include <QWidget>

namespace entente::ui {

/// A widget that shows the network of a stage and nothing else. It takes no input: the network view
/// lies behind it and does.
class NetworkCanvas {
public:
    virtual ~NetworkCanvas() = default;

    [[nodiscard]] virtual QWidget& widget() = 0;
    /// Blocks until the picture is complete; for tests and pictures of the program.
    virtual void finish() = 0;
};

} // namespace entente::ui
