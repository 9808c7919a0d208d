#include "core/store/database.h"

#include <cerrno>
#include <limits>
#include <new>

namespace entente {

namespace {

constexpr int primaryCodeBits = 0xFF;

int systemErrorOf(sqlite3* database) {
    const int recent = errno;
    const int recorded = sqlite3_system_errno(database);
    // SQLite records none when it is a commit that fails.
    const bool failedWrite = sqlite3_extended_errcode(database) == SQLITE_IOERR_WRITE;
    return recorded == 0 && failedWrite ? recent : recorded;
}

[[noreturn]] void fail(sqlite3* database) {
    if (database == nullptr || sqlite3_errcode(database) == SQLITE_NOMEM) {
        throw std::bad_alloc();
    }
    throw DatabaseError(database);
}

} // namespace

DatabaseError::DatabaseError(sqlite3* database)
    : std::runtime_error(sqlite3_errmsg(database)),
      code_(sqlite3_errcode(database) & primaryCodeBits), systemError_(systemErrorOf(database)) {}

Database::Database(const std::filesystem::path& path, Access access) {
    const int flags = access == Access::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    sqlite3* opened = nullptr;
    // An absolute path is never taken for a URI or one of SQLite's special names.
    const int result = sqlite3_open_v2(std::filesystem::absolute(path).c_str(), &opened,
                                       flags | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(opened);
    if (result != SQLITE_OK) {
        fail(opened);
    }
    if (access == Access::Read) {
        // Files come from strangers: nothing that a schema may hide is run, damage is looked for.
        sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
        execute("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                "PRAGMA ignore_check_constraints = ON;");
    } else {
        // Whoever writes flushes the file and throws it away after a failure. The rest makes the
        // bytes independent of how SQLite was built.
        execute("PRAGMA page_size = 8192; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE;"
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                "PRAGMA locking_mode = EXCLUSIVE; PRAGMA secure_delete = ON;"
                "PRAGMA cache_size = -32768; PRAGMA ignore_check_constraints = ON;"
                "PRAGMA foreign_keys = OFF;");
    }
}

void Database::execute(const char* sql) {
    if (sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail(handle());
    }
}

Statement::Statement(Database& database, std::string_view sql) {
    sqlite3_stmt* prepared = nullptr;
    const int result = sqlite3_prepare_v2(database.handle(), sql.data(),
                                          static_cast<int>(sql.size()), &prepared, nullptr);
    handle_.reset(prepared);
    if (result != SQLITE_OK) {
        fail(database.handle());
    }
}

void Statement::check(int result) const {
    if (result != SQLITE_OK) {
        fail(sqlite3_db_handle(handle_.get()));
    }
}

Statement& Statement::bind(int parameter, std::string_view text) {
    // A null pointer would bind NULL.
    check(sqlite3_bind_text64(handle_.get(), parameter, text.empty() ? "" : text.data(),
                              text.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int parameter, std::int64_t number) {
    check(sqlite3_bind_int64(handle_.get(), parameter, number));
    return *this;
}

Statement& Statement::bind(int parameter, double number) {
    check(sqlite3_bind_double(handle_.get(), parameter, number));
    return *this;
}

Statement& Statement::bindNull(int parameter) {
    check(sqlite3_bind_null(handle_.get(), parameter));
    return *this;
}

bool Statement::step() {
    const int result = sqlite3_step(handle_.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE) {
        fail(sqlite3_db_handle(handle_.get()));
    }
    return result == SQLITE_ROW;
}

void Statement::execute() {
    step();
    reset();
}

void Statement::reset() {
    check(sqlite3_reset(handle_.get()));
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}

std::string_view Statement::text(int column) const {
    const unsigned char* const start = sqlite3_column_text(handle_.get(), column);
    if (start == nullptr) {
        return {};
    }
    return {reinterpret_cast<const char*>(start),
            static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(handle_.get(), column);
}

double Statement::real(int column) const {
    return isNull(column) ? std::numeric_limits<double>::quiet_NaN()
                          : sqlite3_column_double(handle_.get(), column);
}

} // namespace entente
