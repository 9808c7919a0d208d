#include "core/formats/graph_cover.h"

#include "core/formats/table_columns.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {

void GraphCover::set(std::string_view name, std::string value) {
    if (value.empty()) {
        return;
    }
    const std::string plain = plainColumnName(name);
    const std::optional<Period> period =
        plain == "asof" ? parsePeriod(value) : std::optional<Period>();
    if (period) {
        cover_.asOf = *period;
        return;
    }
    std::string* const place = plain == "label" || plain == "title" || plain == "name"
                                   ? &cover_.title
                               : plain == "description" || plain == "comment" ? &cover_.description
                               : plain == "language"                          ? &cover_.language
                                                                              : nullptr;
    if (place == nullptr || !place->empty()) {
        skipped(name);
    } else {
        *place = std::move(value);
    }
}

void GraphCover::skipped(std::string_view name) {
    constexpr std::size_t mostNames = 50;
    if (skipped_.size() < mostNames && std::ranges::find(skipped_, name) == skipped_.end()) {
        skipped_.emplace_back(name);
    }
}

void GraphCover::apply(Dossier& dossier, const std::string& file, ImportReport& report) const {
    dossier.setCover(cover_);
    if (!skipped_.empty()) {
        report.note(file, fmt::format("Attributes of the graph itself that a dossier has no place "
                                      "for were left out: {}.",
                                      fmt::join(skipped_, ", ")));
    }
}

void forEachCoverAttribute(
    const Dossier& dossier,
    const std::function<void(std::string_view name, const std::string& value)>& write) {
    const Cover& cover = dossier.cover();
    for (const auto& [name, value] :
         {std::pair<std::string_view, std::string>{"label", cover.title},
          {"description", cover.description},
          {"asOf", toEdtf(cover.asOf)},
          {"language", cover.language}}) {
        if (!value.empty()) {
            write(name, value);
        }
    }
}

} // namespace entente
