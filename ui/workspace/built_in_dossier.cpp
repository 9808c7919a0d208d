#include "ui/workspace/built_in_dossier.h"

#include "core/formats/entente_json.h"

#include <QFile>

#include <stdexcept>

inline void initialiseResources() {
    Q_INIT_RESOURCE(entente_files);
}

namespace entente::ui {

Dossier builtInDossier() {
    initialiseResources();
    QFile file(QStringLiteral(":/dossiers/russia-iran.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        throw std::logic_error("The built-in dossier is missing from the program.");
    }
    const QByteArray text = file.readAll();
    ImportReport report;
    return readEntenteJson({text.data(), static_cast<std::size_t>(text.size())}, "russia-iran.json",
                           report);
}

} // namespace entente::ui
