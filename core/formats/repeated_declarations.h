#pragma once

#include "core/formats/row_stream.h"

#include <string>
#include <vector>

namespace entente {

/// Counts the declarations of attributes in a file that may be read twice. Who has learned them the
/// first time passes them over the second time; what they made the report say is said again.
class RepeatedDeclarations {
public:
    explicit RepeatedDeclarations(RowStream& rows) : rows_(rows) {}

    /// Takes over what an earlier pass over the same file has seen.
    void learn(RepeatedDeclarations& first);
    /// Call at each declaration: whether an earlier pass has seen it.
    [[nodiscard]] bool comesAgain();
    /// Puts something about the present declaration into the report.
    void say(ReportEntry::Severity severity, std::string column, std::string message);

private:
    struct Said {
        std::size_t declaration;
        ReportEntry::Severity severity;
        std::string column;
        std::string message;
    };

    RowStream& rows_;
    std::size_t count_ = 0;
    std::size_t learned_ = 0; ///< how many an earlier pass has seen
    std::vector<Said> said_;
};

} // namespace entente
