#include "core/formats/gml_file.h"

#include "core/formats/character_entities.h"
#include "core/formats/colour_text.h"
#include "core/formats/declared_types.h"
#include "core/formats/gml.h"
#include "core/formats/letter_case.h"
#include "core/formats/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente {

namespace {

/// Deeper lists are no data that anyone reads.
constexpr std::size_t deepest = 64;

bool saysNo(std::string_view value) {
    return value == "0" || isWord(value, "false");
}

} // namespace

Dossier GmlFile::read() {
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
    tellLists();
    cover_.apply(dossier, file_, report_);
    return dossier;
}

void GmlFile::say(Severity severity, std::size_t line, std::string message) {
    report_.add({severity, file_, line, {}, std::move(message)});
}

void GmlFile::readFile() {
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

void GmlFile::readGraph() {
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

void GmlFile::readElement(GatheredRows& rows, Columns& columns) {
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
    if (&rows == &nodes_) {
        finishSize();
    }
}

void GmlFile::finishSize() {
    const std::size_t width = nodes_.find("graphics.w");
    const std::size_t height = nodes_.find("graphics.h");
    if (nodes_.value(width) == nodes_.value(height)) {
        nodes_.unset(height);
    } else if (nodes_.value(height).empty()) {
        nodes_.set(widthAlone, nodes_.value(width));
    }
}

void GmlFile::keep(GatheredRows& rows, Columns& columns, const std::string& path) {
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
    std::vector<Forms>& all = &rows == &nodes_ ? nodeForms_ : edgeForms_;
    all.resize(std::max(all.size(), column + 1));
    Forms& forms = all[column];
    countList(forms, rows.size(), path);
    const bool quoted = scanner_.token() == Token::Text;
    forms.texts = forms.texts || quoted;
    forms.integers = forms.integers || (!quoted && fitsType(FieldType::Integer, text));
    forms.reals = forms.reals || (!quoted && !fitsType(FieldType::Integer, text) &&
                                  fitsType(FieldType::Number, text));
    forms.others = forms.others || (!quoted && !fitsType(FieldType::Number, text));
}

void GmlFile::countList(Forms& forms, std::size_t row, const std::string& path) {
    if (std::exchange(forms.row, row) != row || std::exchange(forms.listRow, row) == row) {
        return;
    }
    if (lists_++ == 0) {
        firstListLine_ = scanner_.line();
        firstList_ = path;
    }
}

void GmlFile::tellLists() {
    if (lists_ > 0) {
        say(Severity::Note, firstListLine_,
            fmt::format("Keys that an element has several times: {}, the first “{}” here. The "
                        "values of each were joined to one text, as “a; b”.",
                        lists_, quotedKey(firstList_)));
    }
}

void GmlFile::declareTypes(GatheredRows& rows, const std::vector<Forms>& all) {
    for (std::size_t column = 0; column < all.size(); ++column) {
        const Forms& forms = all[column];
        const bool numbers = forms.integers || forms.reals;
        if (!forms.others && forms.texts != numbers) {
            rows.declare(column, forms.texts   ? FieldType::Text
                                 : forms.reals ? FieldType::Number
                                               : FieldType::Integer);
        }
    }
}

std::string_view GmlFile::value() {
    const std::string_view text = scanner_.word();
    return scanner_.token() == Token::Text && text.find('&') != std::string_view::npos
               ? nodes_.keep(decodeEntities(text))
               : text;
}

std::optional<std::string_view> GmlFile::nextKey() {
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

bool GmlFile::hasValue(std::string_view key) {
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
            fmt::format("The key “{}” has no value; it was left out.{}", quotedKey(key),
                        token == Token::End
                            ? " The file ends here and may be cut off: fetch it again."
                            : ""));
    }
    closed_ = token == Token::Close;
    if (!closed_) {
        broken_ = true;
        brokenLine_ = scanner_.line();
    }
    return false;
}

std::string GmlFile::quotedKey(std::string_view key) {
    constexpr std::size_t longest = 40;
    return key.size() <= longest ? std::string(key) : std::string(key.substr(0, longest)) + "…";
}

void GmlFile::cut(std::size_t line) {
    if (!broken_) {
        broken_ = true;
        brokenLine_ = scanner_.line();
        say(Severity::Repaired, scanner_.line(),
            fmt::format("The file ends inside the list that begins on line {}; what it holds "
                        "up to here was taken.",
                        line));
    }
}

void GmlFile::skipList() {
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

void GmlFile::useLooks(GatheredRows& rows,
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

void GmlFile::finishNodes() {
    declareTypes(nodes_, nodeForms_);
    useLooks(nodes_, {{"graphics.x", "x"},
                      {"graphics.y", "y"},
                      {"graphics.z", "z"},
                      {"graphics.w", "size"},
                      {"graphics.fill", "color"},
                      {"graphics.type", "shape"}});
    // Kept beside the size it says that there is no height, which may differ.
    if (!nodes_.rename(nodes_.find(widthAlone), "graphics.w")) {
        nodes_.drop(nodes_.find(widthAlone));
    }
}

void GmlFile::finishEdges() {
    declareTypes(edges_, edgeForms_);
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
        edges_.rename(type, edges_.find("role") == GatheredRows::none ? "role" : "attribute:type");
    }
    const std::size_t directed = edges_.column("directed");
    edges_.transform(directed, [](std::string_view text) {
        return saysNo(text) ? std::string_view("Undirected") : std::string_view("Directed");
    });
    edges_.setDefault(directed, directed_ ? "Directed" : "Undirected");
    edges_.rename(directed, "type");
    useEntenteIds();
}

void GmlFile::useEntenteIds() {
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

} // namespace entente
