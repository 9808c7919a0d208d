#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace entente {

/// What a run of the real program gave.
struct Outcome {
    int exitCode = -1;
    std::string output;
    std::string errors;
};

/// Runs the program as a user would from a shell without a display.
Outcome runProgram(const std::vector<std::string>& arguments);

/// A folder of its own for one test, removed at its end.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    /// Writes a file into the folder and gives its path.
    std::string write(const std::string& name, const std::string& bytes) const;
    [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }

private:
    std::filesystem::path folder_;
};

std::string readFile(const std::string& path);

} // namespace entente
