#include "core/formats/pajek_section.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace entente {

namespace {

constexpr std::array<std::pair<std::string_view, PajekSection>, 14> sections = {
    {{"*network", PajekSection::Network},
     {"*vertices", PajekSection::Vertices},
     {"*arcslist", PajekSection::ArcsList},
     {"*edgeslist", PajekSection::EdgesList},
     {"*arcs", PajekSection::Arcs},
     {"*edges", PajekSection::Edges},
     {"*matrix", PajekSection::Matrix},
     {"*partition", PajekSection::Partition},
     {"*vector", PajekSection::Vector},
     {"*permutation", PajekSection::Other},
     {"*cluster", PajekSection::Other},
     {"*hierarchy", PajekSection::Other},
     {"*events", PajekSection::Other},
     {"*signed", PajekSection::Other}}};

} // namespace

PajekSection pajekSection(std::string_view line) {
    std::string word(line.substr(0, std::min(line.find_first_of(" \t:"), line.size())));
    std::ranges::transform(word, word.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const auto found = std::ranges::find(sections, std::string_view(word),
                                         &std::pair<std::string_view, PajekSection>::first);
    return found != sections.end() ? found->second : PajekSection::Unknown;
}

} // namespace entente
