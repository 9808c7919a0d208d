#pragma once

#include "core/store/database.h"

#include <condition_variable>
#include <exception>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

namespace entente {

/// SQLite's own check of a file (`PRAGMA quick_check`), carried out beside the reading of it. Where
/// it finds damage, which may lead whoever reads in circles, it interrupts the reading.
class IntegrityCheck {
public:
    /// `reader` must outlive this.
    IntegrityCheck(const std::filesystem::path& path, Database& reader);
    IntegrityCheck(const IntegrityCheck&) = delete;
    IntegrityCheck& operator=(const IntegrityCheck&) = delete;
    /// Breaks off a check that still runs.
    ~IntegrityCheck();

    /// To be asked when the reading has ended: waits for the check and gives SQLite's words for
    /// what is wrong, or an empty text. Throws `DatabaseError` where the file could not be checked.
    [[nodiscard]] std::string damage();

private:
    void run();
    /// Has SQLite stop what it does, now or as soon as it begins, until `done`.
    void interrupt(Database& database, const bool& done);

    Database database_;
    Database& reader_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool checked_ = false;
    bool readingEnded_ = false;
    std::string damage_;
    std::exception_ptr failure_;
    std::thread thread_; // last: it uses the others
};

} // namespace entente
