#include "core/network/text_index.h"

#include "core/model/fold.h"
#include "core/network/parallel.h"

#include <algorithm>

namespace entente {

namespace {

/// The folded words of a query, the longest first: it is the rarest.
std::vector<std::string> wordsOf(std::string_view query) {
    const std::string folded = fold(query);
    std::vector<std::string> words;
    std::string word;
    for (const char c : folded + ' ') {
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    std::ranges::stable_sort(words, std::ranges::greater{}, &std::string::size);
    return words;
}

bool holdsAll(std::string_view text, const std::vector<std::string>& words) {
    return std::ranges::all_of(words, [text](const std::string& word) {
        return text.find(word) != std::string_view::npos;
    });
}

void appendTexts(std::string& text, const Dossier& dossier, VertexIndex row) {
    const VertexTable& vertices = dossier.vertices();
    const auto append = [&text](std::string_view part) {
        if (!part.empty()) {
            text += fold(part);
            text += '\n';
        }
    };
    append(dossier.text(vertices.label(row)));
    append(dossier.text(vertices.type(row)));
    const VertexDetails& details = vertices.details(row);
    for (const Name& name : details.names) {
        append(name.text);
    }
    for (const Code& code : details.codes) {
        append(code.value);
    }
}

} // namespace

TextIndex::TextIndex(const Dossier& dossier) : dossier_(dossier) {
    const std::size_t vertices = dossier.vertices().size();
    blocks_.resize((vertices + verticesABlock - 1) / verticesABlock);
    forEachRow(
        blocks_.size(),
        [&](std::uint32_t number) {
            Block& block = blocks_[number];
            const std::size_t first = number * verticesABlock;
            const std::size_t last = std::min(first + verticesABlock, vertices);
            block.begins.reserve(last - first + 1);
            for (std::size_t row = first; row < last; ++row) {
                block.begins.push_back(static_cast<std::uint32_t>(block.text.size()));
                appendTexts(block.text, dossier, static_cast<VertexIndex>(row));
            }
            block.begins.push_back(static_cast<std::uint32_t>(block.text.size()));
        },
        1);
}

void TextIndex::searchBlock(const Block& block, const std::vector<std::string>& words,
                            std::uint8_t* matches) const {
    const std::string_view text = block.text;
    std::size_t place = text.find(words.front());
    auto owner = block.begins.begin();
    while (place != std::string_view::npos) {
        // The last vertex that begins at or before the place.
        owner = std::upper_bound(owner, block.begins.end(), place) - 1;
        const std::string_view own = text.substr(*owner, *(owner + 1) - *owner);
        matches[owner - block.begins.begin()] = holdsAll(own, words) ? 1 : 0;
        place = text.find(words.front(), *(owner + 1));
    }
}

RowBytes TextIndex::matchingVertices(std::string_view query) const {
    const std::vector<std::string> words = wordsOf(query);
    RowBytes matches(dossier_.vertices().size(), words.empty() ? 1 : 0);
    if (!words.empty()) {
        forEachRow(
            blocks_.size(),
            [&](std::uint32_t number) {
                searchBlock(blocks_[number], words, matches.data() + number * verticesABlock);
            },
            1);
    }
    return matches;
}

std::vector<EdgeIndex> TextIndex::matchingTies(std::string_view query) const {
    const std::vector<std::string> words = wordsOf(query);
    std::vector<EdgeIndex> matches;
    if (words.empty()) {
        return matches;
    }
    enum : std::uint8_t { NotLookedAt, No, Yes };
    RowBytes verdicts(dossier_.strings().size(), NotLookedAt);
    const EdgeTable& edges = dossier_.edges();
    for (EdgeIndex row = 0; row < edges.size(); ++row) {
        if (edges.kind(row) != EdgeKind::Tie || edges.type(row) == noString) {
            continue;
        }
        std::uint8_t& verdict = verdicts[index(edges.type(row))];
        if (verdict == NotLookedAt) {
            verdict = holdsAll(fold(dossier_.text(edges.type(row))), words) ? Yes : No;
        }
        if (verdict == Yes) {
            matches.push_back(row);
        }
    }
    return matches;
}

} // namespace entente
