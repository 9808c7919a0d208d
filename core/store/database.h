#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string_view>

#include <sqlite3.h>

namespace entente {

/// What SQLite says went wrong; the callers make a sentence for the user from it.
class DatabaseError : public std::runtime_error {
public:
    explicit DatabaseError(sqlite3* database);

    /// SQLite's primary result code, for example `SQLITE_CORRUPT`.
    [[nodiscard]] int code() const { return code_; }
    /// The system's error number of the last failed call, or 0.
    [[nodiscard]] int systemError() const { return systemError_; }

private:
    int code_;
    int systemError_;
};

/// An open SQLite file.
class Database {
public:
    enum class Access : std::uint8_t {
        Read,  ///< an existing file, which is not changed; its contents are not trusted
        Write, ///< a new file, without a journal: a failure leaves it useless
    };

    /// Throws `DatabaseError`.
    Database(const std::filesystem::path& path, Access access);

    /// Carries out statements, separated by semicolons, that give no rows.
    void execute(const char* sql);

    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close(database); }
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement. Parameters count from 1 and columns from 0, as in SQLite. Texts that are
/// bound must live until the next `step` or `execute`; texts read live until then.
class Statement {
public:
    Statement(Database& database, std::string_view sql);

    Statement& bind(int parameter, std::string_view text);
    Statement& bind(int parameter, std::int64_t number);
    /// Not-a-number becomes NULL.
    Statement& bind(int parameter, double number);
    Statement& bindNull(int parameter);

    /// Goes to the next row: false where there is none.
    bool step();
    /// Carries out a statement that gives no rows and makes it ready for new parameters.
    void execute();
    /// Makes the statement ready to run again.
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    /// NULL becomes not-a-number.
    [[nodiscard]] double real(int column) const;

private:
    void check(int result) const;

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

} // namespace entente
