#include "core/model/fold.h"

#include <array>
#include <cstdint>

namespace entente {

namespace {

/// The folded letters of a run of code points; a blank where there is nothing to fold, or where
/// one letter becomes two.
struct Block {
    std::uint32_t first;
    std::u16string_view folded;
};

// Canonical decomposition of the Unicode character database without marks, in lower case, and the
// base letter of those that Unicode does not decompose (ø, đ, ł, ı, ə, ς).
constexpr std::array<Block, 3> blocks = {{
    {0x00C0,
    u"aaaaaa ceeeeiiiidnooooo ouuuuy  aaaaaa ceeeeiiiidnooooo ouuuuy y"
    u"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii  jjkkkllllll "
    u" llnnnnnn nnoooooo  rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    u"bbbbƅƅɔccddddƍǝeɛffgɣƕɩikklƛɯnnoooƣƣppʀƨƨʃƪttttuuʊvyyzzʒƹƹƺƻƽƽƾƿ"
    u"ǀǁǂǃ         aaiioouuuuuuuuuuǝaaaa  ggggkkooooʒʒj   ggƕƿnnaa  oo"
    u"aaaaeeeeiiiioooorrrruuuussttȝȝhhndȣȣzzaaeeooooooooyylntjȸȹacclts"
    u"zɂɂbuʌeejjɋɋrryy"},
    {0x0370,
    u"ͱͱͳͳʹ ͷͷ  ͺͻͼͽ ϳ      α εηι ο υωιαβγδεζηθικλμνξοπρ στυφχψωιυαεηι"
    u"υαβγδεζηθικλμνξοπρσστυφχψωιυουωϗβθϒϒϒφπϗϙϙϛϛϝϝϟϟϡϡϣϣϥϥϧϧϩϩϫϫϭϭϯϯ"
    u"κρσϳθε ϸϸσϻϻϼͻͼͽееђгєѕііјљњћкиуџабвгдежзииклмнопрстуфхцчшщъыьэюя"
    u"абвгдежзииклмнопрстуфхцчшщъыьэюяееђгєѕііјљњћкиуџѡѡѣѣѥѥѧѧѩѩѫѫѭѭѯѯ"
    u"ѱѱѳѳѵѵѵѵѹѹѻѻѽѽѿѿҁҁ        ҋҋҍҍҏҏґґғғҕҕҗҗҙҙққҝҝҟҟҡҡңңҥҥҧҧҩҩҫҫҭҭүү"
    u"ұұҳҳҵҵҷҷҹҹһһҽҽҿҿӏжжӄӄӆӆӈӈӊӊӌӌӎӎӏааааӕӕееәәәәжжззӡӡииииооөөөөээуу"
    u"ууууччӷӷыыӻӻӽӽӿӿԁԁԃԃԅԅԇԇԉԉԋԋԍԍԏԏԑԑԓԓԕԕԗԗԙԙԛԛԝԝԟԟԡԡԣԣԥԥԧԧԩԩԫԫԭԭԯԯ"},
    {0x1E00,
    u"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    u"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    u"wwwwwwwwwwxxxxyyzzzzzzhtwy sss ẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    u"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽyy"
    u"ααααααααααααααααεεεεεε  εεεεεε  ηηηηηηηηηηηηηηηηιιιιιιιιιιιιιιιι"
    u"οοοοοο  οοοοοο  υυυυυυυυ υ υ υ υωωωωωωωωωωωωωωωωααεεηηιιοουυωω  "
    u"ααααααααααααααααηηηηηηηηηηηηηηηηωωωωωωωωωωωωωωωωααααα ααααααα ι "
    u"  ηηη ηηεεηηη   ιιιι  ιιιιιι    υυυυρρυυυυυυρ     ωωω ωωοοωωω   "},
}};

static_assert(blocks[0].folded.size() == 0x0250 - 0x00C0);
static_assert(blocks[1].folded.size() == 0x0530 - 0x0370);
static_assert(blocks[2].folded.size() == 0x2000 - 0x1E00);

/// What one letter becomes where that is more than one, or where it lies outside the blocks.
std::string_view foldedSequence(char32_t letter) {
    switch (letter) {
    case U'ß':
    case U'ẞ':
        return "ss";
    case U'æ':
    case U'Æ':
    case U'ǽ':
    case U'Ǽ':
    case U'ǣ':
    case U'Ǣ':
        return "ae";
    case U'œ':
    case U'Œ':
        return "oe";
    case U'þ':
    case U'Þ':
        return "th";
    case U'ĳ':
    case U'Ĳ':
        return "ij";
    case U'ŀ':
    case U'Ŀ':
        return "l";
    case U'ŉ':
        return "'n";
    case U'Ǆ':
    case U'ǅ':
    case U'ǆ':
    case U'Ǳ':
    case U'ǲ':
    case U'ǳ':
        return "dz";
    case U'Ǉ':
    case U'ǈ':
    case U'ǉ':
        return "lj";
    case U'Ǌ':
    case U'ǋ':
    case U'ǌ':
        return "nj";
    case U'ə':
        return "e";
    case U'\u00A0': // no-break space
    case U'\u202F': // narrow no-break space
        return " ";
    case U'‐':
    case U'\u2011': // no-break hyphen
    case U'–':
    case U'—':
        return "-";
    case U'‘':
    case U'’':
    case U'ʼ':
        return "'";
    default:
        return {};
    }
}

constexpr bool isCombiningMark(char32_t letter) { return letter >= 0x0300 && letter <= 0x036F; }

/// The code point that begins at `at`, and its length in bytes; no code point (and one byte) where
/// the bytes are not UTF-8 of two or three bytes: longer sequences hold nothing to fold.
struct Decoded {
    char32_t letter = 0;
    std::size_t length = 1;
};

Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const auto follows = [&](std::size_t i) {
        return at + i < text.size() && (byte(i) & 0xC0U) == 0x80U;
    };
    if ((byte(0) & 0xE0U) == 0xC0U && follows(1)) {
        return {(byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU), 2};
    }
    if ((byte(0) & 0xF0U) == 0xE0U && follows(1) && follows(2)) {
        return {(byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
    }
    return {};
}

void appendUtf8(std::string& text, char16_t letter) {
    const auto code = static_cast<unsigned>(letter);
    if (code < 0x80U) {
        text += static_cast<char>(code);
    } else if (code < 0x800U) {
        text += static_cast<char>(0xC0U | code >> 6U);
        text += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        text += static_cast<char>(0xE0U | code >> 12U);
        text += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
        text += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

char16_t foldedLetter(char32_t letter) {
    for (const Block& block : blocks) {
        if (letter >= block.first && letter - block.first < block.folded.size()) {
            return block.folded[letter - block.first];
        }
    }
    return u' ';
}

} // namespace

std::string fold(std::string_view utf8) {
    std::string folded;
    folded.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const char c = utf8[at];
        if (static_cast<unsigned char>(c) < 0x80U) {
            folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            ++at;
            continue;
        }
        const Decoded decoded = decode(utf8, at);
        if (const char16_t letter = foldedLetter(decoded.letter); letter != u' ') {
            appendUtf8(folded, letter);
        } else if (const std::string_view letters = foldedSequence(decoded.letter);
                   !letters.empty()) {
            folded += letters;
        } else if (!isCombiningMark(decoded.letter)) {
            folded += utf8.substr(at, decoded.length);
        }
        at += decoded.length;
    }
    return folded;
}

} // namespace entente
