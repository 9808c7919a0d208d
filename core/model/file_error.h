#pragma once

#include <stdexcept>

namespace entente {

/// A file that could not be read or written; `what()` is a sentence for the user that names the
/// file, the place in it, what is wrong and what to do.
class FileError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace entente
