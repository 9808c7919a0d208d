#include "core/formats/json_elements.h"

#include "core/model/file_error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <unordered_map>

namespace entente {

JsonValue::Type JsonNode::type() const {
    return tree_->values_[index_].type;
}
std::size_t JsonNode::line() const {
    return tree_->values_[index_].line;
}
double JsonNode::number() const {
    return tree_->values_[index_].number;
}
bool JsonNode::boolean() const {
    return tree_->values_[index_].boolean;
}

std::string_view JsonNode::key() const {
    const JsonValue& value = tree_->values_[index_];
    return std::string_view(tree_->texts_).substr(value.keyBegin, value.keySize);
}

std::string_view JsonNode::text() const {
    const JsonValue& value = tree_->values_[index_];
    return std::string_view(tree_->texts_).substr(value.textBegin, value.textSize);
}

JsonNode::Iterator JsonNode::begin() const {
    return {*tree_, tree_->values_[index_].first};
}
JsonNode::Iterator JsonNode::end() const {
    return {*tree_, JsonValue::none};
}

JsonNode::Iterator::Iterator(const JsonTree& tree, std::uint32_t index)
    : tree_(&tree), index_(index) {
    skipSuperseded();
}

JsonNode::Iterator& JsonNode::Iterator::operator++() {
    index_ = tree_->values_[index_].next;
    skipSuperseded();
    return *this;
}

void JsonNode::Iterator::skipSuperseded() {
    while (index_ != JsonValue::none && tree_->values_[index_].superseded) {
        index_ = tree_->values_[index_].next;
    }
}

void JsonTree::clear() {
    values_.clear();
    texts_.clear();
    open_.clear();
    repeatedKeys_.clear();
    keyBegin_ = keySize_ = 0;
    skipped_ = 0;
    tooDeep_ = false;
}

void JsonTree::key(std::string_view text) {
    if (skipped_ == 0) {
        keyBegin_ = static_cast<std::uint32_t>(texts_.size());
        keySize_ = static_cast<std::uint32_t>(text.size());
        texts_ += text;
    }
}

void JsonTree::add(JsonValue value, std::string_view text) {
    const bool nests = value.type == JsonValue::Type::List || value.type == JsonValue::Type::Object;
    if (skipped_ > 0 || open_.size() >= mostLevels) {
        tooDeep_ = true;
        skipped_ += nests ? 1 : 0;
        return;
    }
    const auto index = static_cast<std::uint32_t>(values_.size());
    value.keyBegin = keyBegin_;
    value.keySize = keySize_;
    keySize_ = 0;
    value.textBegin = static_cast<std::uint32_t>(texts_.size());
    value.textSize = static_cast<std::uint32_t>(text.size());
    texts_ += text;
    values_.push_back(value);
    if (!open_.empty()) {
        Open& parent = open_.back();
        (parent.size == 0 ? values_[parent.value].first : values_[parent.last].next) = index;
        parent.last = index;
        ++parent.size;
    }
    if (nests) {
        open_.push_back({index, index, 0});
    }
}

void JsonTree::leave() {
    if (skipped_ > 0) {
        --skipped_;
        return;
    }
    const Open closed = open_.back();
    open_.pop_back();
    if (values_[closed.value].type == JsonValue::Type::Object) {
        findRepeatedKeys(closed);
    }
}

void JsonTree::findRepeatedKeys(const Open& object) {
    constexpr std::uint32_t fewKeys = 24;
    const auto supersede = [this](std::uint32_t earlier, std::uint32_t later) {
        values_[earlier].superseded = true;
        repeatedKeys_.push_back({std::string(JsonNode(*this, later).key()), values_[later].line});
    };
    const std::uint32_t first = values_[object.value].first;
    if (object.size <= fewKeys) {
        for (std::uint32_t i = first; i != JsonValue::none; i = values_[i].next) {
            for (std::uint32_t j = values_[i].next; j != JsonValue::none; j = values_[j].next) {
                if (JsonNode(*this, i).key() == JsonNode(*this, j).key()) {
                    supersede(i, j);
                    break;
                }
            }
        }
        return;
    }
    std::unordered_map<std::string_view, std::uint32_t> last;
    for (std::uint32_t i = first; i != JsonValue::none; i = values_[i].next) {
        const auto [known, fresh] = last.emplace(JsonNode(*this, i).key(), i);
        if (!fresh) {
            supersede(known->second, i);
            known->second = i;
        }
    }
}

namespace {

/// An input iterator that lets the handler of parse events see how far the parser has read.
class Cursor {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Cursor(const char* at, const char** seen) : at_(at), seen_(seen) {}
    reference operator*() const { return *at_; }
    Cursor& operator++() {
        *seen_ = ++at_;
        return *this;
    }
    Cursor operator++(int) {
        Cursor before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Cursor& other) const { return at_ == other.at_; }
    bool operator!=(const Cursor& other) const { return at_ != other.at_; }

private:
    const char* at_;
    const char** seen_;
};

/// The parser's message without its own prefix and without the bytes that it quotes, which may be
/// of any length and no UTF-8.
std::string plainDetail(std::string_view what) {
    if (const std::size_t place = what.find("column "); place != std::string_view::npos) {
        const std::size_t colon = what.find(": ", place);
        what = colon == std::string_view::npos ? what : what.substr(colon + 2);
    }
    if (what.starts_with("[json.exception")) {
        what.remove_prefix(std::min(what.find("] "), what.size() - 2) + 2);
    }
    std::string detail(what.substr(0, what.find("; last read")));
    if (detail.size() < what.size()) {
        if (const std::size_t expected = what.rfind("; expected ");
            expected != std::string_view::npos) {
            detail += what.substr(expected);
        }
    }
    return detail;
}

/// Sorts parse events into the top-level members and their items.
class Dispatcher {
public:
    using Json = nlohmann::json;

    Dispatcher(std::string_view text, const std::string& file, JsonListener& listener,
               const Progress& progress)
        : text_(text), file_(file), listener_(listener), progress_(progress), seen_(text.data()),
          counted_(text.data()), told_(text.data()),
          lineEnd_(text.find('\n') == std::string_view::npos ? '\r' : '\n') {}

    void run() {
        if (const std::size_t nul = text_.find('\0'); nul != std::string_view::npos) {
            fail(nul, "it holds a NUL byte, which no text file does; it may be damaged");
        }
        const char* const end = text_.data() + text_.size();
        const char* unused = nullptr;
        Json::sax_parse(Cursor(text_.data(), &seen_), Cursor(end, &unused), this);
    }

    bool null() { return scalar({.type = JsonValue::Type::Null}); }
    bool boolean(bool value) {
        return scalar({.type = JsonValue::Type::Boolean, .boolean = value});
    }
    bool number_integer(Json::number_integer_t value) {
        return scalar({.type = JsonValue::Type::Number, .number = static_cast<double>(value)});
    }
    bool number_unsigned(Json::number_unsigned_t value) {
        return scalar({.type = JsonValue::Type::Number, .number = static_cast<double>(value)});
    }
    bool number_float(Json::number_float_t value, const std::string& /*written*/) {
        return scalar({.type = JsonValue::Type::Number, .number = value});
    }
    bool string(std::string& value) { return scalar({.type = JsonValue::Type::Text}, value); }
    bool binary(Json::binary_t& /*value*/) { return true; }

    bool start_object(std::size_t /*size*/) { return enter(JsonValue::Type::Object); }
    bool start_array(std::size_t /*size*/) { return enter(JsonValue::Type::List); }
    bool end_object() { return leave(); }
    bool end_array() { return leave(); }

    bool key(std::string& name) {
        if (depth_ == 1) {
            member_ = name;
            kept_ = listener_.wanted(name, line());
            inList_ = false;
        } else if (kept_) {
            tree_.key(name);
        }
        return true;
    }

    bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                     const Json::exception& error) {
        const auto read = static_cast<std::size_t>(seen_ - text_.data());
        const std::string detail = plainDetail(error.what());
        const bool openText =
            read == text_.size() && detail.find("missing closing quote") != std::string::npos;
        if (openText || detail.find("unexpected end of input") != std::string::npos) {
            fail(text_.size(), "it ends in the middle of a value; it may be cut short");
        }
        // The parser knows the end of a number only from the character after it.
        const bool pastNumber = detail.find("number literal") != std::string::npos && read > 0 &&
                                std::isdigit(static_cast<unsigned char>(text_[read - 1])) == 0;
        const std::size_t ahead = pastNumber ? 2 : 1;
        fail(read < ahead ? 0 : read - ahead, detail);
    }

private:
    static constexpr std::ptrdiff_t bytesBetweenReports = 1 << 20;

    [[noreturn]] void fail(std::size_t offset, std::string_view detail) const {
        const std::string_view before = text_.substr(0, offset);
        const std::size_t lineBegin = before.rfind(lineEnd_) + 1;
        const auto isCharacter = [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        };
        throw FileError(fmt::format(
            "{}, line {}, column {}: this is not well-formed JSON ({}). Correct the file there, or "
            "save it again with the program that made it.",
            file_, 1 + std::ranges::count(before, lineEnd_),
            1 + std::ranges::count_if(before.substr(lineBegin), isCharacter), detail));
    }

    /// The line of the event at hand. The parser has read the value's last character, or one more.
    std::size_t line() {
        const char* const here = seen_ == text_.data() ? seen_ : seen_ - 1;
        if (here > counted_) {
            lines_ += static_cast<std::size_t>(std::count(counted_, here, lineEnd_));
            counted_ = here;
        }
        return lines_;
    }

    [[noreturn]] void refuseTopLevel() const {
        throw FileError(fmt::format("{} is JSON, but not an Entente dossier: its top level must be "
                                    "an object that begins with \"format\": \"entente-dossier\".",
                                    file_));
    }

    bool scalar(JsonValue value, std::string_view text = {}) {
        if (depth_ == 0) {
            refuseTopLevel();
        }
        if (kept_) {
            value.line = static_cast<std::uint32_t>(line());
            tree_.add(value, text);
            deliver();
        }
        return true;
    }

    bool enter(JsonValue::Type type) {
        if (depth_ == 0 && type != JsonValue::Type::Object) {
            refuseTopLevel();
        }
        ++depth_;
        if (depth_ == 1 || !kept_) {
            return true;
        }
        if (depth_ == 2 && type == JsonValue::Type::List) {
            inList_ = true;
            item_ = 0;
            return true;
        }
        tree_.add({.type = type, .line = static_cast<std::uint32_t>(line())});
        return true;
    }

    bool leave() {
        --depth_;
        if (depth_ == 0 || !kept_) {
            return true;
        }
        if (depth_ == 1 && inList_) {
            inList_ = false;
            return true;
        }
        tree_.leave();
        deliver();
        return true;
    }

    void deliver() {
        if (!tree_.complete()) {
            return;
        }
        listener_.take(member_, inList_ ? item_++ : JsonListener::wholeMember, tree_);
        tree_.clear();
        if (seen_ - told_ > bytesBetweenReports) {
            told_ = seen_;
            progress_.tell(static_cast<double>(seen_ - text_.data()) /
                           static_cast<double>(text_.size()));
            progress_.throwIfStopped();
        }
    }

    std::string_view text_;
    const std::string& file_;
    JsonListener& listener_;
    const Progress& progress_;
    const char* seen_;
    const char* counted_;
    const char* told_;
    char lineEnd_;
    std::size_t lines_ = 1;
    std::size_t depth_ = 0;
    std::string member_;
    bool kept_ = false;
    bool inList_ = false;
    std::size_t item_ = 0;
    JsonTree tree_;
};

} // namespace

void parseJson(std::string_view text, const std::string& file, JsonListener& listener,
               const Progress& progress) {
    Dispatcher(text, file, listener, progress).run();
}

} // namespace entente
