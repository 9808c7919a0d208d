#include "core/store/integrity_check.h"

#include <chrono>

namespace entente {

IntegrityCheck::IntegrityCheck(const std::filesystem::path& path, Database& reader)
    : database_(path, Database::Access::Read), reader_(reader), thread_([this] { run(); }) {}

IntegrityCheck::~IntegrityCheck() {
    if (thread_.joinable()) {
        {
            const std::scoped_lock lock(mutex_);
            readingEnded_ = true;
        }
        changed_.notify_all();
        interrupt(database_, checked_);
        thread_.join();
    }
}

void IntegrityCheck::run() {
    try {
        Statement check(database_, "PRAGMA quick_check(1)");
        if (!check.step() || check.text(0) != "ok") {
            damage_ = check.text(0);
        }
    } catch (...) {
        failure_ = std::current_exception();
    }
    {
        const std::scoped_lock lock(mutex_);
        checked_ = true;
    }
    changed_.notify_all();
    if (!damage_.empty() || failure_ != nullptr) {
        interrupt(reader_, readingEnded_);
    }
}

void IntegrityCheck::interrupt(Database& database, const bool& done) {
    constexpr std::chrono::milliseconds pause(1);
    std::unique_lock lock(mutex_);
    // An interrupt is lost on a connection that does nothing at that moment.
    while (!changed_.wait_for(lock, pause, [&done] { return done; })) {
        sqlite3_interrupt(database.handle());
    }
}

std::string IntegrityCheck::damage() {
    {
        const std::scoped_lock lock(mutex_);
        readingEnded_ = true;
    }
    changed_.notify_all();
    thread_.join();
    if (failure_ != nullptr) {
        std::rethrow_exception(failure_);
    }
    return damage_;
}

} // namespace entente
