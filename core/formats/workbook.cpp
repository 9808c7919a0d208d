#include "core/formats/workbook.h"

#include "core/formats/xml_part.h"

#include <fmt/format.h>

#include <charconv>
#include <map>

namespace entente {

namespace {

std::size_t number(std::string_view text, std::size_t otherwise) {
    std::size_t value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

bool isTrue(std::string_view text) {
    return text == "1" || text == "true";
}

/// The parts that a part refers to.
class Relationships : public XmlHandler {
public:
    struct Target {
        std::string part;
        std::string kind; ///< the last word of its type: "worksheet"
    };

    /// `folder` is that of the part that refers.
    explicit Relationships(std::string folder) : folder_(std::move(folder)) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "Relationship" && attributes["TargetMode"] != "External") {
            const std::string_view type = attributes["Type"];
            targets_[std::string(attributes["Id"])] = {
                resolved(attributes["Target"]), std::string(type.substr(type.rfind('/') + 1))};
        }
    }

    [[nodiscard]] const Target* byId(std::string_view id) const {
        const auto found = targets_.find(id);
        return found == targets_.end() ? nullptr : &found->second;
    }
    [[nodiscard]] std::string byKind(std::string_view kind) const {
        for (const auto& [id, target] : targets_) {
            if (target.kind == kind) {
                return target.part;
            }
        }
        return {};
    }

private:
    [[nodiscard]] std::string resolved(std::string_view target) const {
        const std::filesystem::path path = target.starts_with('/')
                                               ? std::filesystem::path(target.substr(1))
                                               : std::filesystem::path(folder_) / target;
        return path.lexically_normal().generic_string();
    }

    std::string folder_;
    std::map<std::string, Target, std::less<>> targets_;
};

class WorkbookPart : public XmlHandler {
public:
    WorkbookPart(const Relationships& relationships, std::vector<Sheet>& sheets)
        : relationships_(relationships), sheets_(sheets) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbookPr") {
            from1904_ = isTrue(attributes["date1904"]);
        } else if (name == "sheet") {
            const Relationships::Target* const target = relationships_.byId(attributes.local("id"));
            if (target != nullptr && target->kind == "worksheet") {
                const std::string_view state = attributes["state"];
                sheets_.push_back({std::string(attributes["name"]), target->part,
                                   state == "hidden" || state == "veryHidden"});
            }
        }
    }

    [[nodiscard]] bool from1904() const { return from1904_; }

private:
    const Relationships& relationships_;
    std::vector<Sheet>& sheets_;
    bool from1904_ = false;
};

/// Collects the text of `t` elements, without what helps to pronounce it.
class SharedStrings : public XmlHandler {
public:
    SharedStrings(std::vector<std::string>& strings, const std::string& file)
        : strings_(strings), file_(file) {}

    void begin(std::string_view name, const XmlAttributes&) override {
        if (name == "si") {
            // A string takes far more room here than its tag does there.
            constexpr std::size_t mostStrings = 20'000'000;
            if (strings_.size() >= mostStrings) {
                throw FileError(fmt::format("{} holds more than {} texts: save the sheets that you "
                                            "need as CSV and open those.",
                                            file_, mostStrings));
            }
            strings_.emplace_back();
        } else if (name == "rPh") {
            phonetic_ = true;
        } else if (name == "t") {
            inText_ = !phonetic_ && !strings_.empty();
        }
    }
    void end(std::string_view name) override {
        if (name == "rPh") {
            phonetic_ = false;
        } else if (name == "t") {
            inText_ = false;
        }
    }
    void text(std::string_view text) override {
        if (inText_) {
            strings_.back() += text;
        }
    }

private:
    std::vector<std::string>& strings_;
    const std::string& file_;
    bool inText_ = false;
    bool phonetic_ = false;
};

class Styles : public XmlHandler {
public:
    explicit Styles(std::vector<NumberFormat>& formats) : formats_(formats) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt") {
            own_[number(attributes["numFmtId"], 0)] = parseNumberFormat(attributes["formatCode"]);
        } else if (name == "cellXfs") {
            inCells_ = true;
        } else if (name == "xf" && inCells_) {
            const std::size_t id = number(attributes["numFmtId"], 0);
            const auto own = own_.find(id);
            formats_.push_back(own != own_.end() ? own->second
                                                 : builtInNumberFormat(static_cast<unsigned>(id)));
        }
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") {
            inCells_ = false;
        }
    }

private:
    std::vector<NumberFormat>& formats_;
    std::map<std::size_t, NumberFormat> own_;
    bool inCells_ = false;
};

std::string relationshipsPart(const std::string& part) {
    const std::filesystem::path path(part);
    return (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
}

} // namespace

Workbook::Workbook(const InputFile& file, const Progress& progress)
    : archive_(file.bytes, file.path.filename().string()) {
    Relationships ofPackage("");
    readXmlPart(archive_, "_rels/.rels", ofPackage);
    const std::string part = ofPackage.byKind("officeDocument");
    if (part.ends_with(".bin")) {
        throw FileError(fmt::format("{} is a workbook in Excel's binary format (XLSB), which is "
                                    "not supported: save it as XLSX or CSV and open that.",
                                    archive_.file()));
    }
    if (part.empty()) {
        throw FileError(fmt::format("{} does not say which of its parts is the workbook: it is "
                                    "damaged; open it in a spreadsheet program and save it anew.",
                                    archive_.file()));
    }
    Relationships ofWorkbook(std::filesystem::path(part).parent_path().generic_string());
    readXmlPart(archive_, relationshipsPart(part), ofWorkbook);
    WorkbookPart workbook(ofWorkbook, sheets_);
    readXmlPart(archive_, part, workbook);
    dates_ = workbook.from1904() ? SerialDates::From1904 : SerialDates::From1900;
    if (sheets_.empty()) {
        throw FileError(
            fmt::format("{} has no sheet with cells: there is nothing to read.", archive_.file()));
    }
    if (const std::string styles = ofWorkbook.byKind("styles"); !styles.empty()) {
        Styles handler(formats_);
        readXmlPart(archive_, styles, handler);
    }
    if (const std::string strings = ofWorkbook.byKind("sharedStrings"); !strings.empty()) {
        SharedStrings handler(strings_, archive_.file());
        readXmlPart(archive_, strings, handler, [&progress] { progress.throwIfStopped(); });
    }
}

bool looksLikeWorkbook(std::string_view bytes) {
    constexpr std::size_t sampleSize = 65536;
    const std::string_view sample = bytes.substr(0, sampleSize);
    if (!sample.starts_with("PK\3\4")) {
        return false;
    }
    const auto holds = [sample](std::string_view name) {
        return sample.find(name) != std::string_view::npos;
    };
    return holds("xl/workbook") || holds("xl/worksheets/") || holds("xl/_rels/") ||
           holds("xl/styles");
}

} // namespace entente
