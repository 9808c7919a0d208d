#include "core/model/merge_sources.h"

#include "core/model/merge_ids.h"

#include <map>
#include <utility>

namespace entente {

namespace {

bool sayTheSame(Source a, const Source& b) {
    a.id = b.id;
    return a == b;
}

} // namespace

MergedSources uniteSources(Dossier& dossier, const Dossier& incoming, RowTranslator& rows,
                           Merge& merge) {
    MergedSources merged;
    merged.sourceOf.assign(incoming.sources().size(), noIndex);
    MergeIds ids(dossier);
    std::map<std::pair<StringId, StringId>, std::vector<SourceIndex>> known;
    std::vector<Source> united = dossier.sources();
    std::vector<bool> taken(united.size());
    const auto key = [](const Source& source) {
        return std::pair(source.title, source.title == noString ? source.address : noString);
    };
    for (SourceIndex i = 0; i < united.size(); ++i) {
        if (!dossier.sourceRemoved(i)) {
            ids.take(united[i].id);
            known[key(united[i])].push_back(i);
        }
    }
    const auto eachLeft = [&](bool alsoTaken, const auto& fits) {
        for (SourceIndex i = 0; i < incoming.sources().size(); ++i) {
            if (incoming.sourceRemoved(i) || merged.sourceOf[i] != noIndex) {
                continue;
            }
            const Source source = rows.source(i);
            for (const SourceIndex candidate : known[key(source)]) {
                if ((alsoTaken || !taken[candidate]) && fits(united[candidate], source)) {
                    taken[candidate] = true;
                    merged.sourceOf[i] = candidate;
                    ++merge.sameSources;
                    break;
                }
            }
        }
    };
    eachLeft(false, [](const Source& one, const Source& other) { return one == other; });
    for (const bool alsoTaken : {false, true}) {
        eachLeft(alsoTaken, sayTheSame);
    }
    eachLeft(false, [](Source& one, const Source& other) { return RowUniter::unite(one, other); });
    for (SourceIndex i = 0; i < incoming.sources().size(); ++i) {
        if (!incoming.sourceRemoved(i) && merged.sourceOf[i] == noIndex) {
            Source source = rows.source(i);
            source.id = ids.unique(source.id, merge.renamed);
            merged.sourceOf[i] = static_cast<SourceIndex>(united.size() + merged.added.size());
            merged.added.push_back(source);
        }
    }
    for (SourceIndex i = 0; i < united.size(); ++i) {
        if (united[i] != dossier.sources()[i]) {
            merged.steps.emplace_back(ReplaceRow{i, dossier.sources()[i], united[i]});
        }
    }
    merge.addedSources = merged.added.size();
    return merged;
}

} // namespace entente
