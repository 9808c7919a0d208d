#include "core/formats/entente_json.h"
#include "core/formats/json_writing_order.h"
#include "core/store/replace_file.h"

#include <fmt/format.h>

#include <cmath>

namespace entente {

namespace {

class EntenteJsonWriter final : public Writer {
public:
    std::string_view name() const override { return "Entente JSON"; }

    std::vector<std::string_view> extensions() const override { return {"json"}; }

    std::vector<std::string> losses(const Dossier& dossier) const override {
        std::vector<std::string> sentences;
        const auto tell = [&](std::size_t count, std::string_view what) {
            if (count > 0) {
                sentences.push_back(fmt::format("{} {}", count, what));
            }
        };
        std::size_t edges = 0;
        std::size_t weights = 0;
        for (EdgeIndex row = 0; row < dossier.edges().size(); ++row) {
            const bool there = !dossier.edges().removed(row);
            edges += there && !writable(dossier, row) ? 1 : 0;
            weights += there && !std::isfinite(dossier.edges().weight(row)) ? 1 : 0;
        }
        std::size_t claims = 0;
        for (ClaimIndex row = 0; row < dossier.claims().size(); ++row) {
            claims +=
                !dossier.claimRemoved(row) && !writable(dossier, dossier.claims()[row]) ? 1 : 0;
        }
        tell(edges, "connections are left out: an end of theirs is missing or of the wrong kind.");
        tell(weights, "weights are written as 1: they are no finite numbers.");
        tell(claims, "claims are left out: they name no source or no element.");
        tell(uniqueVertexIds(dossier).changed() + uniqueSourceIds(dossier).changed(),
             "elements get a new id: they have none, or one that is taken.");
        return sentences;
    }

    std::vector<std::filesystem::path> write(const Dossier& dossier,
                                             const std::filesystem::path& path,
                                             const Progress& progress) const override {
        const std::string text = ententeJsonText(dossier, progress);
        progress.throwIfStopped();
        replaceFile(path, text);
        return {path};
    }
};

} // namespace

const Writer& ententeJsonWriter() {
    static const EntenteJsonWriter writer;
    return writer;
}

} // namespace entente
