#include "core/formats/merge_sure.h"

#include "core/model/merge.h"

#include <fmt/format.h>

namespace entente {

void mergeSure(Dossier& dossier, const Dossier& incoming, const std::string& file,
               ImportReport& report, const Progress& progress) {
    std::vector<VertexMatch> matches = reconcile(dossier, incoming, progress);
    for (const VertexMatch& match : matches) {
        if (match.certainty == Certainty::Doubtful) {
            report.note(file,
                        fmt::format("“{}” ({}) may be “{}” ({}); they were not united. {}",
                                    incoming.describe({ElementKind::Vertex, match.incoming}),
                                    word(incoming.vertices().kind(match.incoming)),
                                    dossier.describe({ElementKind::Vertex, match.existing}),
                                    word(dossier.vertices().kind(match.existing)), match.reason));
        }
    }
    std::erase_if(matches,
                  [](const VertexMatch& match) { return match.certainty == Certainty::Doubtful; });
    const Merge merged = merge(dossier, incoming, matches, progress);
    apply(dossier, merged.change);
    report.note(file, merged.summary());
    for (const std::string& conflict : merged.conflicts) {
        report.note(file, conflict);
    }
}

} // namespace entente
