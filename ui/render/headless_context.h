#pragma once

#include <memory>

namespace entente::ui {

/// An OpenGL 3.3 core context without a window or a display, for figures, tests and measurements.
/// Current on the thread that made it for as long as it lives.
class HeadlessContext {
public:
    /// Null where EGL or a driver is missing.
    static std::unique_ptr<HeadlessContext> create();
    ~HeadlessContext();
    HeadlessContext(const HeadlessContext&) = delete;
    HeadlessContext& operator=(const HeadlessContext&) = delete;

private:
    HeadlessContext() = default;

    void* display_ = nullptr;
    void* context_ = nullptr;
};

} // namespace entente::ui
