#include "core/formats/dot_check.h"

#include "core/model/file_error.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace entente {

namespace {

constexpr std::size_t deepest = 200;
/// cgraph's scanner goes over a text again for each 8 KiB of it.
constexpr std::size_t longestText = 1U << 20U;
/// Edges that subgraphs as ends of edges may stand for.
constexpr std::size_t mostProducts = 5'000'000;
/// cgraph keeps a place for each attribute in each node and edge.
constexpr std::size_t mostAttributes = 2000;
constexpr std::size_t mostAttributePlaces = 100'000'000;

bool isWordLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

class DotCheck {
public:
    DotCheck(std::string_view text, const std::string& file) : text_(text), file_(file) {
        clean_.reserve(text.size());
    }

    std::string clean() {
        frames_.emplace_back();
        while (at_ < text_.size()) {
            readToken();
        }
        if (inList_) {
            throw FileError(fmt::format("{}, line {}: the bracket that opens here is never closed; "
                                        "the file may be cut: fetch it again.",
                                        file_, listLine_));
        }
        if (frames_.size() > 1) {
            throw FileError(fmt::format("{}, line {}: the brace that opens here is never closed; "
                                        "the file may be cut: fetch it again.",
                                        file_, frames_.back().line));
        }
        if (attributes_.size() > mostAttributes ||
            attributes_.size() * elements_ > mostAttributePlaces) {
            throw FileError(fmt::format("{}: {} nodes and edges with {} different attributes are "
                                        "more than DOT is made for; give them fewer attributes, "
                                        "or tables instead.",
                                        file_, elements_, attributes_.size()));
        }
        return std::move(clean_);
    }

private:
    /// One pair of braces, and where its last statement stands.
    struct Frame {
        std::size_t line = 1;
        std::size_t nodes = 0; ///< at most, those named inside
        std::string name;
        std::size_t endSize = 0; ///< nodes of the last end of an edge
        bool joined = false;     ///< an edge operator follows it
        bool naming = false;     ///< after `subgraph`
        std::string subgraph;    ///< the name after it
        bool named = false;      ///< whose braces may follow
        bool skipNext = false;   ///< after `=` or `:`
    };

    [[noreturn]] void fail(std::size_t line, std::string_view what) const {
        throw FileError(fmt::format("{}, line {}: {}", file_, line, what));
    }

    char peek(std::size_t ahead) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    void newLine() {
        clean_ += '\n';
        ++line_;
    }

    void readToken() {
        const char c = text_[at_];
        const bool lineBegins = clean_.empty() || clean_.back() == '\n';
        if (c == '\n' || c == '\r') {
            at_ += c == '\r' && peek(1) == '\n' ? 2 : 1;
            newLine();
        } else if (c == ' ' || c == '\t') {
            clean_ += c;
            ++at_;
        } else if (c == '/' && (peek(1) == '/' || peek(1) == '*')) {
            skipComment();
        } else if (c == '#' && lineBegins) {
            at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
        } else if (frames_.back().named && c != '{') {
            // A subgraph that was there before.
            frames_.back().named = false;
            end(sizes_[frames_.back().subgraph]);
        } else if (c == '"') {
            readText();
        } else if (c == '<') {
            readHtml();
        } else if (c == '-' && (peek(1) == '>' || peek(1) == '-')) {
            clean_ += text_.substr(at_, 2);
            at_ += 2;
            frames_.back().joined = true;
        } else if (isWordLetter(c) || c == '-') {
            readWord();
        } else {
            clean_ += c;
            ++at_;
            readMark(c);
        }
    }

    void skipComment() {
        if (peek(1) == '/') {
            at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
            return;
        }
        const std::size_t line = line_;
        const std::size_t end = text_.find("*/", at_ + 2);
        if (end == std::string_view::npos) {
            fail(line, "the comment that begins here is never closed; the file may be cut: fetch "
                       "it again.");
        }
        for (const char c : text_.substr(at_, end - at_)) {
            if (c == '\n') {
                newLine();
            }
        }
        clean_ += ' ';
        at_ = end + 2;
    }

    void readText() {
        const std::size_t begin = at_;
        const std::size_t line = line_;
        std::size_t end = at_ + 1;
        while (end < text_.size() && text_[end] != '"') {
            line_ += text_[end] == '\n' ? 1 : 0;
            end += text_[end] == '\\' && end + 1 < text_.size() && text_[end + 1] != '\n' ? 2 : 1;
        }
        if (end >= text_.size()) {
            fail(line, "the quotation mark that opens here is never closed; the file may be cut: "
                       "fetch it again.");
        }
        take(begin, end + 1, line);
        const std::string_view text = text_.substr(begin + 1, end - begin - 1);
        if (text.starts_with('%') && lastMark_ != '+') {
            // cgraph would take it for a name of its own making.
            clean_.insert(clean_.size() - text.size() - 1, 1, '\\');
        }
        id(text);
    }

    void readHtml() {
        const std::size_t begin = at_;
        const std::size_t line = line_;
        std::size_t depth = 0;
        std::size_t end = at_;
        for (; end < text_.size(); ++end) {
            depth += text_[end] == '<' ? 1U : 0U;
            depth -= text_[end] == '>' ? 1U : 0U;
            line_ += text_[end] == '\n' ? 1 : 0;
            if (depth == 0) {
                break;
            }
        }
        if (end == text_.size()) {
            fail(line, "the text in angle brackets that begins here is never closed; the file may "
                       "be cut: fetch it again.");
        }
        take(begin, end + 1, line);
        id(text_.substr(begin, end - begin + 1));
    }

    void take(std::size_t begin, std::size_t end, std::size_t line) {
        if (end - begin > longestText) {
            fail(line, "the text that begins here is longer than 1 MiB, which Graphviz cannot "
                       "take; shorten it.");
        }
        clean_ += text_.substr(begin, end - begin);
        at_ = end;
    }

    void readWord() {
        const std::size_t begin = at_++;
        while (at_ < text_.size() && isWordLetter(text_[at_])) {
            ++at_;
        }
        const std::size_t line = line_;
        const std::size_t end = at_;
        at_ = begin;
        take(begin, end, line);
        const std::string_view word = text_.substr(begin, end - begin);
        std::string plain(word.substr(0, 9));
        std::ranges::transform(plain, plain.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        if (!inList_ && plain == "subgraph") {
            frames_.back().naming = true;
            frames_.back().subgraph.clear();
        } else if (inList_ || (plain != "node" && plain != "edge" && plain != "graph" &&
                               plain != "digraph" && plain != "strict")) {
            id(word);
        }
    }

    /// A name, number or text.
    void id(std::string_view text) {
        lastMark_ = 0;
        Frame& frame = frames_.back();
        if (inList_) {
            if (!frame.skipNext) {
                attributes_.insert(text);
            }
            frame.skipNext = false;
            return;
        }
        if (frame.skipNext) {
            frame.skipNext = false;
            return;
        }
        if (frames_.size() == 1) {
            return; // the graph's name
        }
        if (frame.naming) {
            frame.naming = false;
            frame.subgraph = text;
            frame.named = true;
            return;
        }
        ++elements_;
        frame.nodes += 1;
        end(1);
    }

    /// An end of an edge, or a statement of its own.
    void end(std::size_t size) {
        Frame& frame = frames_.back();
        if (frame.joined && frame.endSize * size > 1) {
            products_ += frame.endSize * size;
            if (products_ > mostProducts) {
                fail(line_,
                     fmt::format("edges between subgraphs stand for more than {} edges up to "
                                 "here; name the edges one by one.",
                                 mostProducts));
            }
        }
        elements_ += frame.joined ? std::max<std::size_t>(frame.endSize * size, 1) : 0;
        frame.endSize = size;
        frame.joined = false;
    }

    void readMark(char c) {
        lastMark_ = c;
        Frame& frame = frames_.back();
        switch (c) {
        case '{':
            open();
            break;
        case '}':
            close();
            break;
        case '[':
            inList_ = true;
            listLine_ = line_;
            frame.skipNext = false;
            break;
        case ']':
            inList_ = false;
            frame.skipNext = false;
            break;
        case '=':
        case ':':
            frame.skipNext = true;
            break;
        case ';':
            frame.joined = false;
            frame.skipNext = false;
            break;
        default:
            break;
        }
    }

    void open() {
        if (inList_) {
            return; // cgraph names the line
        }
        if (frames_.size() > deepest) {
            fail(line_, fmt::format("subgraphs are nested more than {} deep; such a file is not "
                                    "read.",
                                    deepest));
        }
        Frame& outer = frames_.back();
        Frame inner;
        inner.line = line_;
        inner.name = std::exchange(outer.subgraph, {});
        outer.naming = false;
        outer.named = false;
        frames_.push_back(std::move(inner));
    }

    void close() {
        if (inList_ || frames_.size() == 1) {
            return;
        }
        const Frame inner = std::move(frames_.back());
        frames_.pop_back();
        frames_.back().nodes += inner.nodes;
        std::size_t size = inner.nodes;
        if (!inner.name.empty()) {
            size = sizes_[inner.name] += inner.nodes;
        }
        if (frames_.size() > 1) {
            end(size);
        }
    }

    std::string_view text_;
    const std::string& file_;
    std::string clean_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::vector<Frame> frames_;
    bool inList_ = false;
    std::size_t listLine_ = 0;
    char lastMark_ = 0; ///< that no name follows yet
    std::unordered_set<std::string_view> attributes_;
    std::unordered_map<std::string, std::size_t> sizes_;
    std::size_t elements_ = 0;
    std::size_t products_ = 0;
};

} // namespace

std::string checkedDot(std::string_view text, const std::string& file) {
    return DotCheck(text, file).clean();
}

} // namespace entente
