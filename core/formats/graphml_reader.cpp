#include "core/formats/graphml.h"
#include "core/formats/graphml_handler.h"

namespace entente {

namespace {

class GraphMlReader : public Reader {
public:
    [[nodiscard]] std::string_view name() const override { return "GraphML"; }

    [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"graphml"}; }

    [[nodiscard]] double recognise(const InputFile& file) const override {
        return beginsWithElement(file.bytes, "graphml") ? 1 : 0;
    }

    [[nodiscard]] Dossier read(std::span<const InputFile> files, ImportReport& report,
                               const Progress& progress) const override {
        return readXmlGraph(
            files, name(), [](RowStream& rows) { return std::make_unique<GraphMlHandler>(rows); },
            report, progress);
    }
};

} // namespace

const Reader& graphMlReader() {
    static const GraphMlReader reader;
    return reader;
}

} // namespace entente
