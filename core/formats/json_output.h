#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Writes JSON text member by member, indented by two spaces, UTF-8 not escaped: the layout of
/// common JSON tools, so that a diff shows what changed.
class JsonOutput {
public:
    void beginObject(std::string_view key = {});
    void endObject() { close('}'); }
    void beginList(std::string_view key = {});
    void endList() { close(']'); }

    /// A member of the object that is open.
    void text(std::string_view key, std::string_view value);
    void number(std::string_view key, double value);
    /// As short as it can be written so that it is read back as the same float.
    void number(std::string_view key, float value);
    void boolean(std::string_view key, bool value);
    /// An item of the list that is open.
    void item(std::string_view value);

    [[nodiscard]] std::size_t size() const { return out_.size(); }
    /// The whole, with a line end.
    [[nodiscard]] std::string take();

private:
    void next(std::string_view key);
    void newLine();
    void close(char bracket);
    void quoted(std::string_view value);

    std::string out_;
    std::size_t depth_ = 0;
    bool first_ = true;
};

} // namespace entente
