#pragma once

#include <functional>
#include <stdexcept>
#include <stop_token>

namespace entente {

/// Thrown out of a long operation whose caller asked it to stop.
class Cancelled : public std::runtime_error {
public:
    Cancelled() : std::runtime_error("The operation was cancelled.") {}
};

/// How a long operation tells how far it is, and learns that it should stop. A default one reports
/// to nobody and never stops.
struct Progress {
    std::function<void(double fraction)> report; ///< 0 to 1; may be called from any thread
    std::stop_token stop;

    void tell(double fraction) const {
        if (report) {
            report(fraction);
        }
    }

    /// For a part of the operation, which itself goes from 0 to 1. Must not outlive this one.
    [[nodiscard]] Progress part(double from, double to) const {
        return {[this, from, to](double fraction) { tell(from + (to - from) * fraction); }, stop};
    }

    void throwIfStopped() const {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
    }
};

} // namespace entente
