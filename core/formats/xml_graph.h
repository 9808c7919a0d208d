#pragma once

#include "core/formats/row_stream.h"

#include <functional>
#include <memory>
#include <span>

namespace entente {

/// Understands the elements of a graph format in XML and gives their values as rows.
class XmlGraphHandler : public XmlHandler {
public:
    /// Takes over what an earlier pass over the same file found to be declared. Called before all
    /// else; the other is of the same format.
    virtual void learn(XmlGraphHandler& first) = 0;
    /// What the file says of itself as a whole. Called when all was parsed; may still say something
    /// to the report.
    virtual Cover finish() = 0;
};

using MakeXmlGraphHandler = std::function<std::unique_ptr<XmlGraphHandler>(RowStream& rows)>;

/// Reads a graph file in XML: one thread parses it, this one builds the dossier as the rows come;
/// what comes out does not depend on how the two run. Nodes are built in the order of the file, so
/// are edges. Throws `FileError`, `Cancelled`.
Dossier readXmlGraph(std::span<const InputFile> files, std::string_view format,
                     const MakeXmlGraphHandler& make, ImportReport& report,
                     const Progress& progress);

} // namespace entente
