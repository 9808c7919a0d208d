#include "core/formats/graphml_handler.h"
#include "core/formats/table.h"
#include "core/formats/table_columns.h"

#include <fmt/format.h>

namespace entente {

void GraphMlHandler::describeGraph(std::string_view name, std::string_view value) {
    const std::string plain = plainColumnName(name);
    const auto put = [&](std::string& place) {
        if (place.empty()) {
            place = value;
        } else if (place != value) {
            place += "\n" + std::string(value);
        }
    };
    std::optional<Period> asOf;
    if (value.empty()) {
        return;
    }
    const bool nested = parents_.size() > 1;
    if (!nested && (plain == "title" || plain == "name" || plain == "label")) {
        put(cover_.title);
    } else if (!nested && (plain == "description" || plain == "comment" || plain == "note")) {
        put(cover_.description);
    } else if (!nested && plain == "language") {
        cover_.language = value;
    } else if (!nested && plain == "asof" && (asOf = parsePeriod(value))) {
        cover_.asOf = *asOf;
    } else {
        rows_.say(ReportEntry::Severity::Note, fmt::format("key {}", name),
                  fmt::format("{} is said of the graph as a whole; a dossier has no place for it "
                              "and it was left out.",
                              quotedField(value)));
    }
}

Cover GraphMlHandler::finish() {
    rows_.noteCount(graphs_ > 1 ? graphs_ : 0, "The file holds {} graphs; they were read as one.");
    rows_.noteCount(nestedGraphs_,
                    "Graphs inside other elements: {}. They were flattened; the attribute "
                    "“parent” names the node that another lies in.");
    rows_.noteCount(hyperedges_,
                    "Hyperedges: {}. They became agreements, and their ends participations.");
    rows_.noteCount(ports_, "Ports: {}. They were passed over; edges join the nodes themselves.");
    rows_.noteCount(structured_,
                    "Values that are XML themselves: {}. Only their own text was kept.");
    rows_.noteCount(keys_.empty(),
                    "Values that are empty: {}. A dossier has none; they were left out.");
    rows_.noteCount(unknown_,
                    "Elements that GraphML does not know where they stand: {}. They were passed "
                    "over.");
    rows_.noteCount(undeclaredDirections_,
                    "Graphs that do not say whether their edges are directed "
                    "(edgedefault): {}. They were taken as undirected.");
    if (std::string losses = lossesText(graphicsLosses_); !losses.empty()) {
        rows_.note(std::move(losses));
    }
    if (graphs_ == 0) {
        rows_.note("The file holds no graph.");
    }
    return cover_;
}

} // namespace entente
