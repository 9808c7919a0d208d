#include "core/formats/gexf.h"
#include "core/formats/gexf_handler.h"

namespace entente {

namespace {

class GexfReader : public Reader {
public:
    [[nodiscard]] std::string_view name() const override { return "GEXF"; }

    [[nodiscard]] std::vector<std::string_view> extensions() const override { return {"gexf"}; }

    [[nodiscard]] double recognise(const InputFile& file) const override {
        return beginsWithElement(file.bytes, "gexf") ? 1 : 0;
    }

    [[nodiscard]] Dossier read(std::span<const InputFile> files, ImportReport& report,
                               const Progress& progress) const override {
        return readXmlGraph(
            files, name(), [](RowStream& rows) { return std::make_unique<GexfHandler>(rows); },
            report, progress);
    }
};

} // namespace

const Reader& gexfReader() {
    static const GexfReader reader;
    return reader;
}

} // namespace entente
