#pragma once

#include "core/model/dossier.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Writes XML 1.0 into a file, in pieces. Letters that XML cannot hold (control characters, U+FFFE
/// and U+FFFF, bytes that are no UTF-8) become U+FFFD.
class XmlOutput {
public:
    /// `path` is written to, `name` is what the user knows it as.
    XmlOutput(const std::filesystem::path& path, std::filesystem::path name);

    /// Markup, as it is.
    XmlOutput& raw(std::string_view markup) {
        buffer_ += markup;
        return *this;
    }
    /// Text between tags.
    XmlOutput& text(std::string_view text);
    /// ` name="value"`
    XmlOutput& attribute(std::string_view name, std::string_view value);
    /// Ends a line, and writes what has gathered. Throws `FileError`.
    void endLine();
    /// Call after the last line. Throws `FileError`.
    void close();

private:
    void escape(std::string_view text, bool attribute);
    void write();

    std::filesystem::path name_;
    std::ofstream file_;
    std::string buffer_;
};

/// Writes the file with `write`, which need not close it; the old one stays until all is there.
/// Throws `FileError` and what `write` throws.
void writeXml(const std::filesystem::path& path, const std::function<void(XmlOutput&)>& write);

/// What of the dossier's texts XML cannot hold, as a sentence; none where it can hold all.
/// `format` begins the sentence: "GraphML".
std::vector<std::string> xmlLosses(const Dossier& dossier, std::string_view format);

} // namespace entente
