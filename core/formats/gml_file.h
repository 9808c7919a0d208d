#pragma once

#include "core/formats/gathered_rows.h"
#include "core/formats/gml_scanner.h"
#include "core/formats/graph_cover.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente {

/// A GML file on its way to a dossier.
class GmlFile {
public:
    GmlFile(std::string_view text, std::string file, ImportReport& report, const Progress& progress)
        : scanner_(text), file_(std::move(file)), report_(report), progress_(progress) {}

    Dossier read();

private:
    using Severity = ReportEntry::Severity;
    using Token = GmlScanner::Token;

    /// The column of widths beside which there is no height, until `graphics.w` is free for it.
    static constexpr std::string_view widthAlone = "width alone";

    /// How the values of a key are written.
    struct Forms {
        bool texts = false; ///< in quotation marks
        bool integers = false;
        bool reals = false;
        bool others = false;     ///< words that are no numbers
        std::size_t row = 0;     ///< the element, from 1 on, that had the key last
        std::size_t listRow = 0; ///< the one that had it several times
    };

    void say(Severity severity, std::size_t line, std::string message);
    void readFile();
    void readGraph();

    /// Columns by key as it is written, for each path of lists.
    using Columns = std::unordered_map<std::string, std::size_t>;

    void readElement(GatheredRows& rows, Columns& columns);
    void keep(GatheredRows& rows, Columns& columns, const std::string& path);

    /// Notes that the key read last was there before, in the same element.
    void countList(Forms& forms, std::size_t row, const std::string& path);
    void tellLists();

    /// GML has no declarations: how all values of a key are written says what they are.
    static void declareTypes(GatheredRows& rows, const std::vector<Forms>& all);

    /// The value read last, with its entities decoded.
    std::string_view value();

    /// The key of the next pair; nothing at the end of the list or of the file.
    std::optional<std::string_view> nextKey();

    /// Whether the token read last is a value for the key.
    bool hasValue(std::string_view key);
    static std::string quotedKey(std::string_view key);
    void cut(std::size_t line);

    /// Passes over the list that was just opened.
    void skipList();
    static void
    useLooks(GatheredRows& rows,
             std::initializer_list<std::pair<std::string_view, std::string_view>> names);
    /// Says what depends on the width and the height of the node read last.
    void finishSize();
    void finishNodes();
    void finishEdges();

    /// Gives vertices the ids that were kept beside GML's numbers.
    void useEntenteIds();

    GmlScanner scanner_;
    std::string file_;
    ImportReport& report_;
    const Progress& progress_;
    GatheredRows nodes_;
    GatheredRows edges_;
    Columns nodeColumns_;
    Columns edgeColumns_;
    std::vector<Forms> nodeForms_; ///< by column
    std::vector<Forms> edgeForms_;
    GraphCover cover_;
    bool found_ = false;
    bool directed_ = false;
    bool broken_ = false;
    bool closed_ = false; ///< a list ended where a value was wanted
    std::size_t brokenLine_ = 0;
    std::size_t lists_ = 0; ///< keys with several values in an element
    std::size_t firstListLine_ = 0;
    std::string firstList_;
};

} // namespace entente
