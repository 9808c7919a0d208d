#include "core/formats/text_list.h"

namespace entente {

std::string joinList(std::span<const std::string> texts) {
    std::string field;
    for (const std::string& text : texts) {
        if (!field.empty()) {
            field += "; ";
        }
        for (const char c : text) {
            if (c == ';' || c == '\\') {
                field += '\\';
            }
            field += c;
        }
    }
    return field;
}

std::vector<std::string> splitList(std::string_view field) {
    std::vector<std::string> texts;
    std::string text;
    const auto keep = [&] {
        const std::size_t first = text.find_first_not_of(' ');
        if (first != std::string::npos) {
            texts.push_back(text.substr(first, text.find_last_not_of(' ') - first + 1));
        }
        text.clear();
    };
    for (std::size_t i = 0; i < field.size(); ++i) {
        const bool escaped = field[i] == '\\' && i + 1 < field.size() &&
                             (field[i + 1] == ';' || field[i + 1] == '\\');
        if (escaped) {
            text += field[++i];
        } else if (field[i] == ';') {
            keep();
        } else {
            text += field[i];
        }
    }
    keep();
    return texts;
}

} // namespace entente
