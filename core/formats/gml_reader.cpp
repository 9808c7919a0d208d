#include "core/formats/character_entities.h"
#include "core/formats/colour_text.h"
#include "core/formats/gathered_rows.h"
#include "core/formats/gml.h"
#include "core/formats/gml_scanner.h"
#include "core/formats/graph_cover.h"
#include "core/formats/table.h"
#include "core/formats/text_encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;
using Token = GmlScanner::Token;

/// Deeper lists are no data that anyone reads.
constexpr std::size_t deepest = 64;

bool isWord(std::string_view text, std::string_view word) {
    return std::ranges::equal(text, word, {}, [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
}

bool saysNo(std::string_view value) {
    return value == "0" || isWord(value, "false");
}

class GmlFile {
public:
    GmlFile(std::string_view text, std::string file, ImportReport& report, const Progress& progress)
        : scanner_(text), file_(std::move(file)), report_(report), progress_(progress) {}

    Dossier read() {
        readFile();
        if (!found_) {
            throw FileError(fmt::format("{}, line 1: there is no “graph [ … ]” in this file, so "
                                        "it is no GML that can be read.",
                                        file_));
        }
        finishNodes();
        finishEdges();
        Dossier dossier;
        nodes_.readNodes(file_, dossier, report_, progress_);
        edges_.readEdges(file_, dossier, report_, progress_);
        if (broken_ && dossier.vertices().size() == 0) {
            throw FileError(fmt::format("{}, line {}: the file is cut or damaged here, before "
                                        "any node or edge was complete; fetch it again.",
                                        file_, brokenLine_));
        }
        cover_.apply(dossier, file_, report_);
        return dossier;
    }

private:
    void say(Severity severity, std::size_t line, std::string message) {
        report_.add({severity, file_, line, {}, std::move(message)});
    }

    void readFile() {
        for (;;) {
            const auto key = nextKey();
            if (!key && scanner_.token() == Token::End) {
                return;
            }
            if (!key) {
                say(Severity::Repaired, scanner_.line(),
                    "A list is closed here that was not opened; it was passed over.");
            } else if (scanner_.next() == Token::Open) {
                if (isWord(*key, "graph") && !found_) {
                    found_ = true;
                    readGraph();
                } else {
                    if (isWord(*key, "graph")) {
                        say(Severity::Note, scanner_.line(),
                            "The file holds another graph, which was not read: put it into a "
                            "file of its own.");
                    }
                    skipList();
                }
            } else {
                (void)hasValue(*key);
            }
        }
    }

    void readGraph() {
        const std::size_t line = scanner_.line();
        while (const auto key = nextKey()) {
            const Token token = scanner_.next();
            if (token == Token::Open) {
                const bool node = isWord(*key, "node");
                if (node || isWord(*key, "edge")) {
                    GatheredRows& rows = node ? nodes_ : edges_;
                    rows.beginRow(scanner_.line());
                    readElement(rows, node ? nodeColumns_ : edgeColumns_);
                } else {
                    cover_.skipped(*key);
                    skipList();
                }
            } else if (!hasValue(*key)) {
                continue;
            } else if (isWord(*key, "directed")) {
                directed_ = !saysNo(scanner_.word());
            } else if (!isWord(*key, "multigraph")) {
                cover_.set(gmlKeyName(*key), std::string(value()));
            }
            if ((nodes_.size() + edges_.size()) % 16384 == 0) {
                progress_.throwIfStopped();
                progress_.tell(scanner_.fraction() / 2);
            }
        }
        if (scanner_.token() == Token::End) {
            cut(line);
        }
    }

    /// Columns by key as it is written, for each path of lists.
    using Columns = std::unordered_map<std::string, std::size_t>;

    void readElement(GatheredRows& rows, Columns& columns) {
        const std::size_t line = scanner_.line();
        std::string path;
        std::vector<std::size_t> outer; // lengths of the path
        for (;;) {
            const auto key = nextKey();
            if (!key) {
                if (scanner_.token() == Token::End) {
                    cut(line);
                    return;
                }
                if (outer.empty()) {
                    break;
                }
                path.resize(outer.back());
                outer.pop_back();
                continue;
            }
            const std::size_t before = path.size();
            path += *key;
            const Token token = scanner_.next();
            if (token == Token::Open) {
                if (outer.size() == deepest) {
                    say(Severity::Refused, scanner_.line(),
                        fmt::format("Lists are nested more than {} deep here; those inside were "
                                    "not taken.",
                                    deepest));
                    skipList();
                    path.resize(before);
                    continue;
                }
                outer.push_back(before);
                path += '.';
                continue;
            }
            if (hasValue(*key)) {
                keep(rows, columns, path);
            }
            path.resize(before);
        }
        const std::size_t width = rows.find("graphics.w");
        const std::size_t height = rows.find("graphics.h");
        if (width != GatheredRows::none && rows.value(width) == rows.value(height)) {
            rows.unset(height);
        }
    }

    void keep(GatheredRows& rows, Columns& columns, const std::string& path) {
        auto found = columns.find(path);
        if (found == columns.end()) {
            std::string name;
            for (std::size_t at = 0; at <= path.size();) {
                const std::size_t end = std::min(path.find('.', at), path.size());
                name += (at == 0 ? "" : ".") + gmlKeyName(path.substr(at, end - at));
                at = end + 1;
            }
            for (const std::string_view word : {"id", "source", "target"}) {
                if (isWord(name, word)) {
                    name = word;
                }
            }
            found = columns.emplace(path, rows.column(name)).first;
        }
        const std::string_view text = value();
        if (text == gml::listStart) {
            return;
        }
        const std::size_t column = found->second;
        if (!rows.value(column).empty() && (path == "id" || path == "source" || path == "target")) {
            say(Severity::Repaired, scanner_.line(),
                fmt::format("The element has a second {}, {}; the first was taken.", path,
                            quotedField(text)));
            return;
        }
        rows.set(column, text);
    }

    /// The value read last, with its entities decoded.
    std::string_view value() {
        const std::string_view text = scanner_.word();
        return scanner_.token() == Token::Text && text.find('&') != std::string_view::npos
                   ? nodes_.keep(decodeEntities(text))
                   : text;
    }

    /// The key of the next pair; nothing at the end of the list or of the file.
    std::optional<std::string_view> nextKey() {
        if (std::exchange(closed_, false)) {
            return std::nullopt;
        }
        for (;;) {
            switch (scanner_.next()) {
            case Token::Word:
                return scanner_.word();
            case Token::Close:
            case Token::End:
                return std::nullopt;
            case Token::Open:
                say(Severity::Refused, scanner_.line(),
                    "A list stands here without a key before it; it was not taken.");
                skipList();
                break;
            case Token::Text:
                say(Severity::Refused, scanner_.line(),
                    fmt::format("The text {} stands here without a key before it; it was not "
                                "taken.",
                                quotedField(scanner_.word())));
                if (scanner_.unclosed()) {
                    cut(scanner_.line());
                }
                break;
            }
        }
    }

    /// Whether the token read last is a value for the key.
    bool hasValue(std::string_view key) {
        const Token token = scanner_.token();
        if (token == Token::Word || (token == Token::Text && !scanner_.unclosed())) {
            return true;
        }
        if (token == Token::Text) {
            say(Severity::Refused, scanner_.line(),
                fmt::format("The quotation mark after “{}” is never closed; what follows it was "
                            "not read.",
                            quotedKey(key)));
        } else {
            say(Severity::Refused, scanner_.line(),
                fmt::format("The key “{}” has no value; it was left out.", quotedKey(key)));
        }
        closed_ = token == Token::Close;
        if (!closed_) {
            broken_ = true;
            brokenLine_ = scanner_.line();
        }
        return false;
    }

    static std::string quotedKey(std::string_view key) {
        constexpr std::size_t longest = 40;
        return key.size() <= longest ? std::string(key) : std::string(key.substr(0, longest)) + "…";
    }

    void cut(std::size_t line) {
        if (!broken_) {
            broken_ = true;
            brokenLine_ = scanner_.line();
            say(Severity::Repaired, scanner_.line(),
                fmt::format("The file ends inside the list that begins on line {}; what it holds "
                            "up to here was taken.",
                            line));
        }
    }

    /// Passes over the list that was just opened.
    void skipList() {
        for (std::size_t depth = 1; depth > 0;) {
            const Token token = scanner_.next();
            if (token == Token::End) {
                cut(scanner_.line());
                return;
            }
            depth += token == Token::Open ? 1U : 0U;
            depth -= token == Token::Close ? 1U : 0U;
        }
    }

    static void
    useLooks(GatheredRows& rows,
             std::initializer_list<std::pair<std::string_view, std::string_view>> names) {
        for (const auto& [graphics, common] : names) {
            const std::size_t column = rows.find(graphics);
            if (rows.rename(column, common) && common == "color") {
                rows.transform(column, [&rows](std::string_view text) {
                    auto colour = parseColour(text);
                    return colour ? rows.keep(std::move(*colour)) : text;
                });
            }
        }
    }

    void finishNodes() {
        useLooks(nodes_, {{"graphics.x", "x"},
                          {"graphics.y", "y"},
                          {"graphics.z", "z"},
                          {"graphics.w", "size"},
                          {"graphics.fill", "color"},
                          {"graphics.type", "shape"}});
    }

    void finishEdges() {
        useLooks(edges_, {{"graphics.fill", "color"}, {"graphics.width", "thickness"}});
        const std::size_t value = edges_.find("value");
        // Files of network science call the weight so.
        if (value != GatheredRows::none && edges_.all(value, [](std::string_view text) {
                bool repaired = false;
                return parseTableNumber(text, repaired).has_value();
            })) {
            edges_.rename(value, "weight");
        }
        const std::size_t type = edges_.find("type");
        if (type != GatheredRows::none) {
            edges_.rename(type,
                          edges_.find("role") == GatheredRows::none ? "role" : "attribute:type");
        }
        const std::size_t directed = edges_.column("directed");
        edges_.transform(directed, [](std::string_view text) {
            return saysNo(text) ? std::string_view("Undirected") : std::string_view("Directed");
        });
        edges_.setDefault(directed, directed_ ? "Directed" : "Undirected");
        edges_.rename(directed, "type");
        useEntenteIds();
    }

    /// Gives vertices the ids that were kept beside GML's numbers.
    void useEntenteIds() {
        const std::size_t kept = nodes_.find(gml::ententeId);
        const std::size_t id = nodes_.find("id");
        if (kept == GatheredRows::none || id == GatheredRows::none) {
            return;
        }
        std::unordered_map<std::string_view, std::string_view> ids;
        nodes_.pairs(id, kept, [&ids](std::string_view number, std::string_view name) {
            ids.emplace(number, name);
        });
        const auto original = [&ids](std::string_view number) {
            const auto found = ids.find(number);
            return found != ids.end() ? found->second : number;
        };
        nodes_.transform(id, original);
        nodes_.drop(kept);
        edges_.transform(edges_.column("source"), original);
        edges_.transform(edges_.column("target"), original);
    }

    GmlScanner scanner_;
    std::string file_;
    ImportReport& report_;
    const Progress& progress_;
    GatheredRows nodes_;
    GatheredRows edges_;
    Columns nodeColumns_;
    Columns edgeColumns_;
    GraphCover cover_;
    bool found_ = false;
    bool directed_ = false;
    bool broken_ = false;
    bool closed_ = false; ///< a list ended where a value was wanted
    std::size_t brokenLine_ = 0;
};

class GmlReader final : public Reader {
public:
    [[nodiscard]] std::string_view name() const override { return "GML"; }
    [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"gml"}; }

    [[nodiscard]] double recognise(const InputFile& file) const override {
        constexpr std::size_t sampleSize = 65536;
        constexpr double certain = 0.95;
        constexpr double byName = 0.6;
        std::string sample = file.bytes.substr(0, sampleSize);
        std::erase(sample, '\0'); // UTF-16 of ASCII letters
        std::string_view text = sample;
        text.remove_prefix(std::min(text.find_first_not_of("\xEF\xBB\xBF\xFE\xFF"), text.size()));
        GmlScanner scanner(text);
        bool pairs = false;
        while (scanner.next() == Token::Word) {
            const std::string_view key = scanner.word();
            const Token value = scanner.next();
            if (key.find_first_of("{}") != std::string_view::npos ||
                (value == Token::Word && scanner.word().find('{') != std::string_view::npos)) {
                return 0; // DOT has `graph [ … ]` too, but in braces
            }
            if (isWord(key, "graph") && value == Token::Open) {
                return certain;
            }
            if (value == Token::Open) {
                for (std::size_t depth = 1; depth > 0;) {
                    const Token token = scanner.next();
                    depth += token == Token::Open ? 1U : 0U;
                    depth -= token == Token::Close ? 1U : 0U;
                    if (token == Token::End) {
                        break;
                    }
                }
            } else if (value != Token::Word && value != Token::Text) {
                break;
            }
            pairs = true;
        }
        return pairs && file.path.extension() == ".gml" ? byName : 0;
    }

    [[nodiscard]] Dossier read(std::span<const InputFile> files, ImportReport& report,
                               const Progress& progress) const override {
        if (files.size() != 1) {
            throw FileError("Several GML files cannot be opened as one: open them one by one.");
        }
        report.format = name();
        const std::string file = files.front().path.filename().string();
        const std::string text = decodeText(files.front().bytes, file, report);
        return GmlFile(text, file, report, progress).read();
    }
};

} // namespace

const Reader& gmlReader() {
    static const GmlReader reader;
    return reader;
}

} // namespace entente
