#include "core/formats/repeated_declarations.h"

namespace entente {

void RepeatedDeclarations::learn(RepeatedDeclarations& first) {
    learned_ = first.count_;
    said_ = std::move(first.said_);
}

bool RepeatedDeclarations::comesAgain() {
    if (++count_ > learned_) {
        return false;
    }
    for (const Said& said : said_) {
        if (said.declaration == count_) {
            rows_.say(said.severity, said.column, said.message);
        }
    }
    return true;
}

void RepeatedDeclarations::say(ReportEntry::Severity severity, std::string column,
                               std::string message) {
    rows_.say(severity, column, message);
    said_.push_back({count_, severity, std::move(column), std::move(message)});
}

} // namespace entente
