#include "core/formats/xml_output.h"

#include "core/formats/text_encoding.h"
#include "core/store/replace_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <set>

namespace entente {

namespace {

constexpr std::size_t pieceSize = std::size_t{1} << 18U;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// What happens to a byte.
enum class Byte : std::uint8_t {
    Plain,
    Escaped,
    Blank,     ///< escaped in attributes, where readers would make a space of it
    Forbidden, ///< stands in no XML
    High,      ///< a part of a letter beyond ASCII
};

constexpr std::array<Byte, 256> makeBytes() {
    std::array<Byte, 256> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = i >= 0x80 ? Byte::High : i < 0x20 ? Byte::Forbidden : Byte::Plain;
    }
    bytes['\t'] = Byte::Blank;
    bytes['\n'] = Byte::Blank;
    // Readers make a line feed of a carriage return, in texts too.
    bytes['\r'] = Byte::Escaped;
    bytes['<'] = Byte::Escaped;
    bytes['>'] = Byte::Escaped;
    bytes['&'] = Byte::Escaped;
    bytes['"'] = Byte::Escaped;
    return bytes;
}

constexpr std::array<Byte, 256> bytesOf = makeBytes();

Byte byteOf(char c) {
    return bytesOf[static_cast<unsigned char>(c)];
}

std::string_view escaped(char c) {
    switch (c) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '"':
        return "&quot;";
    case '\t':
        return "&#9;";
    case '\n':
        return "&#10;";
    default:
        return "&#13;";
    }
}

/// U+FFFE or U+FFFF.
bool isNoLetter(std::string_view text) {
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

/// Well-formed UTF-8 with U+FFFD in place of all else.
std::string mended(std::string_view text) {
    std::string good;
    while (!text.empty()) {
        std::size_t size = 1;
        constexpr std::size_t longest = 4;
        while (size <= longest && size <= text.size() && !isUtf8(text.substr(0, size))) {
            ++size;
        }
        if (size > longest || size > text.size()) {
            good += replacement;
            text.remove_prefix(1);
        } else {
            good += text.substr(0, size);
            text.remove_prefix(size);
        }
    }
    return good;
}

} // namespace

XmlOutput::XmlOutput(const std::filesystem::path& path, std::filesystem::path name)
    : name_(std::move(name)) {
    errno = 0;
    file_.open(path, std::ios::binary);
    if (!file_) {
        throw writeFailure(name_, errno);
    }
    buffer_.reserve(pieceSize + pieceSize / 4);
}

void XmlOutput::escape(std::string_view text, bool attribute) {
    const char* const end = text.data() + text.size();
    const char* from = text.data();
    bool checked = false;
    for (const char* at = from; at != end; ++at) {
        const Byte byte = byteOf(*at);
        if (byte == Byte::Plain || (byte == Byte::Blank && !attribute)) {
            continue;
        }
        if (byte == Byte::High) {
            if (!checked && !isUtf8({at, static_cast<std::size_t>(end - at)})) {
                buffer_.append(from, at);
                const std::string rest = mended({at, static_cast<std::size_t>(end - at)});
                escape(rest, attribute);
                return;
            }
            checked = true;
            if (!isNoLetter({at, static_cast<std::size_t>(end - at)})) {
                continue;
            }
            buffer_.append(from, at).append(replacement);
            at += 2;
        } else {
            buffer_.append(from, at);
            buffer_ += byte == Byte::Forbidden ? replacement : escaped(*at);
        }
        from = at + 1;
    }
    buffer_.append(from, end);
}

XmlOutput& XmlOutput::text(std::string_view text) {
    escape(text, false);
    return *this;
}

XmlOutput& XmlOutput::attribute(std::string_view name, std::string_view value) {
    buffer_ += ' ';
    buffer_ += name;
    buffer_ += "=\"";
    escape(value, true);
    buffer_ += '"';
    return *this;
}

void XmlOutput::endLine() {
    buffer_ += '\n';
    if (buffer_.size() >= pieceSize) {
        write();
    }
}

void XmlOutput::write() {
    errno = 0;
    file_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    if (!file_) {
        throw writeFailure(name_, errno);
    }
    buffer_.clear();
}

void XmlOutput::close() {
    write();
    errno = 0;
    file_.close();
    if (!file_) {
        throw writeFailure(name_, errno);
    }
}

void writeXml(const std::filesystem::path& path, const std::function<void(XmlOutput&)>& write) {
    replaceFile(path, [&](const std::filesystem::path& temporary) {
        XmlOutput out(temporary, path);
        write(out);
        out.close();
    });
}

std::vector<std::string> xmlLosses(const Dossier& dossier, std::string_view format) {
    std::set<std::string> letters;
    std::size_t texts = 0;
    const auto look = [&](std::string_view text) {
        bool any = false;
        bool checked = false;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const Byte byte = byteOf(text[i]);
            if (byte == Byte::Forbidden) {
                letters.insert(fmt::format("U+{:04X}", static_cast<unsigned char>(text[i])));
                any = true;
            } else if (byte == Byte::High) {
                if (!checked && !isUtf8(text.substr(i))) {
                    letters.insert("bytes that are no UTF-8");
                    any = true;
                }
                checked = true;
                if (isNoLetter(text.substr(i))) {
                    letters.insert(text[i + 2] == '\xBE' ? "U+FFFE" : "U+FFFF");
                    any = true;
                }
            }
        }
        texts += any ? 1 : 0;
    };
    for (std::size_t i = 0; i < dossier.strings().size(); ++i) {
        look(dossier.strings().view(StringId{static_cast<std::uint32_t>(i)}));
    }
    for (VertexIndex row = 0; row < dossier.vertices().size(); ++row) {
        const VertexDetails& details = dossier.vertices().details(row);
        std::ranges::for_each(details.terms, look);
        for (const Name& name : details.names) {
            look(name.text);
        }
        for (const Code& code : details.codes) {
            look(code.value);
        }
        for (const Quantity& quantity : details.quantities) {
            look(quantity.unit);
            look(quantity.per);
        }
    }
    look(dossier.cover().title);
    look(dossier.cover().description);
    if (texts == 0) {
        return {};
    }
    std::string list;
    for (const std::string& letter : letters) {
        list += (list.empty() ? "" : ", ") + letter;
    }
    return {fmt::format("{} is XML, which cannot hold some control characters ({}); in {} {} "
                        "U+FFFD (\uFFFD) will stand for them.",
                        format, list, texts, texts == 1 ? "text" : "texts")};
}

} // namespace entente
