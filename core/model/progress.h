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

    void throwIfStopped() const {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
    }
};

} // namespace entente
