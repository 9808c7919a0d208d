#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace entente {

class ZipArchive;

/// Attributes of one element of XML, by their names without prefix.
class XmlAttributes {
public:
    explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}

    /// Empty where there is none.
    [[nodiscard]] std::string_view operator[](std::string_view name) const;

private:
    const char* const* pairs_;
};

/// What goes through the elements of XML; names are without prefix.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) { (void)name; }
    virtual void text(std::string_view text) { (void)text; }
};

/// Reads a part of an archive as XML (expat), never whole in memory. `between` is called now and
/// then. Throws `FileError` where the part is missing, damaged, not well-formed or declares
/// entities.
void readXmlPart(ZipArchive& archive, const std::string& part, XmlHandler& handler,
                 const std::function<void()>& between = {});

} // namespace entente
