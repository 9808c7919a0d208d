#include "core/formats/xml_scanner.h"

#include "core/formats/character_entities.h"
#include "core/formats/xml_bytes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <utility>

namespace entente {

using namespace xml;

namespace {

constexpr std::size_t mostAttributes = 64;
constexpr std::size_t bytesBetweenReports = std::size_t{1} << 18U;

/// Refuses bytes that no XML holds and those that only expat judges.
void refuseOddBytes(const char* at, const char* end) {
    for (; at < end; ++at) {
        if (isControl(*at) || *at == '\xEF') {
            if (isControl(*at) || end - at < 3 || at[1] == '\xBF') {
                throw NotPlainXml{};
            }
        }
    }
}

} // namespace

XmlScanner::XmlScanner(std::string_view text, XmlHandler& handler, std::size_t& offset)
    : begin_(text.data()), at_(begin_), end_(begin_ + text.size()), handler_(handler),
      offset_(offset) {}

bool XmlScanner::startsWith(std::string_view word) const {
    return static_cast<std::size_t>(end_ - at_) >= word.size() &&
           std::memcmp(at_, word.data(), word.size()) == 0;
}

void XmlScanner::skip(std::string_view word) {
    if (!startsWith(word)) {
        throw NotPlainXml{};
    }
    at_ += word.size();
}

void XmlScanner::skip(char c) {
    if (at_ == end_ || *at_ != c) {
        throw NotPlainXml{};
    }
    ++at_;
}

void XmlScanner::skipBlanks() {
    while (at_ < end_ && is(*at_, Blank)) {
        ++at_;
    }
}

void XmlScanner::scan(const std::function<void(std::size_t)>& at) {
    const auto place = [this] { return static_cast<std::size_t>(at_ - begin_); };
    declaration();
    outside();
    if (at_ == end_) {
        throw NotPlainXml{};
    }
    startTag();
    std::size_t next = 0;
    while (!open_.empty()) {
        if (place() >= next) {
            at(place());
            next = place() + bytesBetweenReports;
        }
        content();
    }
    outside();
    if (at_ != end_) {
        throw NotPlainXml{};
    }
}

void XmlScanner::declaration() {
    if (!startsWith("<?")) {
        return;
    }
    skip("<?xml");
    if (!declared("version", [](std::string_view text) { return text == "1.0"; })) {
        throw NotPlainXml{};
    }
    declared("encoding", isEncodingName);
    declared("standalone", [](std::string_view text) { return text == "yes" || text == "no"; });
    skipBlanks();
    skip("?>");
}

bool XmlScanner::declared(std::string_view name, bool (*fits)(std::string_view)) {
    const char* const before = at_;
    skipBlanks();
    if (!startsWith(name)) {
        at_ = before;
        return false;
    }
    if (at_ == before) {
        throw NotPlainXml{};
    }
    skip(name);
    skip("=");
    const char* const quote = at_;
    if (at_ == end_ || (*quote != '"' && *quote != '\'')) {
        throw NotPlainXml{};
    }
    const char* const close = std::find(quote + 1, end_, *quote);
    if (close == end_ || !fits({quote + 1, close})) {
        throw NotPlainXml{};
    }
    at_ = close + 1;
    return true;
}

void XmlScanner::outside() {
    skipBlanks();
    while (startsWith("<!--")) {
        comment();
        skipBlanks();
    }
}

void XmlScanner::comment() {
    skip("<!--");
    constexpr std::string_view hyphens = "--";
    const char* const close = std::search(at_, end_, hyphens.begin(), hyphens.end());
    refuseOddBytes(at_, close);
    at_ = close;
    skip("-->");
}

XmlScanner::Element XmlScanner::name() {
    const char* const begin = at_;
    if (at_ == end_ || !is(*at_, NameStart)) {
        throw NotPlainXml{};
    }
    std::size_t localPart = 0;
    do {
        if (*at_ == ':') {
            localPart = static_cast<std::size_t>(at_ - begin) + 1;
        }
        ++at_;
    } while (at_ < end_ && is(*at_, NameByte));
    return {{begin, at_}, localPart};
}

void XmlScanner::startTag() {
    const char* const begin = at_;
    skip('<');
    open_.push_back(name());
    attributes_.clear();
    decodedUsed_ = 0;
    while (true) {
        const char* const before = at_;
        skipBlanks();
        if (at_ == end_) {
            throw NotPlainXml{};
        }
        if (*at_ == '>' || *at_ == '/') {
            break;
        }
        if (at_ == before) {
            throw NotPlainXml{};
        }
        attribute();
    }
    const bool empty = *at_ == '/';
    at_ += empty ? 1 : 0;
    skip('>');
    const Element element = open_.back();
    const std::string_view local = element.name.substr(element.localPart);
    offset_ = static_cast<std::size_t>(begin - begin_);
    handler_.begin(local, XmlAttributes(attributes_));
    if (empty) {
        open_.pop_back();
        offset_ = static_cast<std::size_t>(at_ - begin_);
        handler_.end(local);
    }
}

void XmlScanner::endTag() {
    offset_ = static_cast<std::size_t>(at_ - begin_);
    at_ += 2;
    const Element element = open_.back();
    skip(element.name);
    skipBlanks();
    skip('>');
    open_.pop_back();
    handler_.end(element.name.substr(element.localPart));
}

void XmlScanner::attribute() {
    const std::string_view called = name().name;
    skipBlanks();
    skip('=');
    skipBlanks();
    for (const XmlAttribute& other : attributes_) {
        if (other.name == called) {
            throw NotPlainXml{};
        }
    }
    if (attributes_.size() == mostAttributes) {
        throw NotPlainXml{};
    }
    const std::string_view value = attributeValue();
    attributes_.push_back({called, value});
}

std::string_view XmlScanner::attributeValue() {
    if (at_ == end_ || (*at_ != '"' && *at_ != '\'')) {
        throw NotPlainXml{};
    }
    const char quote = *at_++;
    const char* const begin = at_;
    while (at_ < end_) {
        if (!is(*at_, EndsValue)) {
            ++at_;
        } else if (*at_ == quote) {
            return {begin, at_++};
        } else if (*at_ == '"' || *at_ == '\'') {
            ++at_;
        } else if (*at_ == '\xEF') {
            refuseOddBytes(at_, std::min(at_ + 3, end_));
            ++at_;
        } else {
            return decodedValue(begin, quote);
        }
    }
    throw NotPlainXml{};
}

std::string_view XmlScanner::decodedValue(const char* begin, char quote) {
    if (decodedUsed_ == decoded_.size()) {
        decoded_.emplace_back();
    }
    std::string& value = decoded_[decodedUsed_++];
    value.assign(begin, at_);
    while (at_ < end_ && *at_ != quote) {
        if (*at_ == '&') {
            reference(value);
        } else if (is(*at_, Blank)) {
            // A line break is one blank, be it two bytes.
            at_ += startsWith("\r\n") ? 2 : 1;
            value += ' ';
        } else {
            if (*at_ == '<') {
                throw NotPlainXml{};
            }
            if (is(*at_, EndsValue)) {
                refuseOddBytes(at_, *at_ == '\xEF' ? std::min(at_ + 3, end_) : at_ + 1);
            }
            value += *at_++;
        }
    }
    if (at_ == end_) {
        throw NotPlainXml{};
    }
    ++at_;
    return value;
}

void XmlScanner::content() {
    const char* const begin = at_;
    while (at_ < end_ && !is(*at_, EndsText)) {
        ++at_;
    }
    const auto tell = [&](const char* end) {
        if (end > begin) {
            offset_ = static_cast<std::size_t>(begin - begin_);
            handler_.text({begin, end});
        }
    };
    if (at_ == end_) {
        throw NotPlainXml{};
    }
    switch (*at_) {
    case '<':
        tell(at_);
        if (end_ - at_ > 1 && at_[1] == '/') {
            endTag();
        } else if (end_ - at_ > 1 && at_[1] == '!') {
            startsWith("<!--") ? comment() : cdata();
        } else {
            startTag();
        }
        break;
    case '&':
        tell(at_);
        offset_ = static_cast<std::size_t>(at_ - begin_);
        letters_.clear();
        reference(letters_);
        handler_.text(letters_);
        break;
    case '\r':
        tell(at_);
        offset_ = static_cast<std::size_t>(at_ - begin_);
        at_ += startsWith("\r\n") ? 2 : 1;
        handler_.text("\n");
        break;
    case ']':
        if (startsWith("]]>")) {
            throw NotPlainXml{};
        }
        ++at_;
        tell(at_);
        break;
    default:
        refuseOddBytes(at_, *at_ == '\xEF' ? std::min(at_ + 3, end_) : at_ + 1);
        ++at_;
        tell(at_);
        break;
    }
}

void XmlScanner::cdata() {
    skip("<![CDATA[");
    constexpr std::string_view mark = "]]>";
    const char* const close = std::search(at_, end_, mark.begin(), mark.end());
    refuseOddBytes(at_, close);
    while (at_ < close) {
        const char* const part = std::find(at_, close, '\r');
        offset_ = static_cast<std::size_t>(at_ - begin_);
        if (part > at_) {
            handler_.text({at_, part});
        }
        at_ = part;
        if (at_ < close) {
            at_ += startsWith("\r\n") ? 2 : 1;
            handler_.text("\n");
        }
    }
    skip(mark);
}

void XmlScanner::reference(std::string& to) {
    constexpr std::ptrdiff_t longest = 16;
    const char* const close = std::find(at_, at_ + std::min(end_ - at_, longest), ';');
    std::string_view word(at_ + 1, std::max(close, at_ + 1));
    if (close == at_ + std::min(end_ - at_, longest)) {
        throw NotPlainXml{};
    }
    at_ = close + 1;
    constexpr std::array<std::pair<std::string_view, char>, 5> named = {
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
    for (const auto& [called, letter] : named) {
        if (word == called) {
            to += letter;
            return;
        }
    }
    if (!word.starts_with('#')) {
        throw NotPlainXml{};
    }
    word.remove_prefix(1);
    const bool hexadecimal = word.starts_with('x');
    word.remove_prefix(hexadecimal ? 1 : 0);
    std::uint32_t number = 0;
    const auto [last, error] =
        std::from_chars(word.data(), word.data() + word.size(), number, hexadecimal ? 16 : 10);
    if (error != std::errc{} || last != word.data() + word.size() || !isLetter(number)) {
        throw NotPlainXml{};
    }
    appendUtf8(to, number);
}

} // namespace entente
