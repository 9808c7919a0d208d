#include "tests/core/formats/small_workbook.h"

#include <array>

namespace entente {

namespace {

std::uint32_t checksum(const std::string& bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int i = 0; i < 8; ++i) {
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
        }
    }
    return ~crc;
}

void put(std::string& bytes, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) {
        bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
    }
}

/// An archive of stored parts (APPNOTE 4.3).
class StoredZip {
public:
    void add(const std::string& name, const std::string& content, std::uint32_t declaredSize) {
        const auto size = static_cast<std::uint32_t>(content.size());
        std::string fields;
        put(fields, 20, 2);
        put(fields, 0, 2);
        put(fields, 0, 2);
        put(fields, 0, 4);
        put(fields, checksum(content), 4);
        put(fields, size, 4);
        put(fields, declaredSize != 0 ? declaredSize : size, 4);
        put(fields, static_cast<std::uint32_t>(name.size()), 2);
        put(fields, 0, 2);
        const auto offset = static_cast<std::uint32_t>(bytes_.size());
        bytes_ += "PK\3\4" + fields + name + content;
        directory_ += "PK\1\2";
        put(directory_, 20, 2);
        directory_ += fields;
        put(directory_, 0, 2);
        put(directory_, 0, 2);
        put(directory_, 0, 2);
        put(directory_, 0, 4);
        put(directory_, offset, 4);
        directory_ += name;
        ++count_;
    }

    [[nodiscard]] std::string bytes() const {
        std::string all = bytes_ + directory_ + "PK\5\6";
        put(all, 0, 4);
        put(all, count_, 2);
        put(all, count_, 2);
        put(all, static_cast<std::uint32_t>(directory_.size()), 4);
        put(all, static_cast<std::uint32_t>(bytes_.size()), 4);
        put(all, 0, 2);
        return all;
    }

private:
    std::string bytes_;
    std::string directory_;
    std::uint32_t count_ = 0;
};

const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const std::string mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

std::string relationships(const std::vector<std::array<std::string, 3>>& each) {
    std::string xml = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/"
                      "relationships'>";
    for (const auto& [id, type, target] : each) {
        xml +=
            "<Relationship Id='" + id + "' Type='" + types + type + "' Target='" + target + "'/>";
    }
    return xml + "</Relationships>";
}

} // namespace

std::string SmallWorkbook::bytes() const {
    StoredZip zip;
    const auto add = [&](const std::string& name, const std::string& content,
                         std::uint32_t size = 0) {
        if (name != leftOut) {
            zip.add(name, content, size);
        }
    };
    add("[Content_Types].xml", "<Types/>");
    add("_rels/.rels", relationships({{"r1", "officeDocument", "xl/workbook.xml"}}));
    std::string workbook = "<workbook xmlns='" + mainSpace + "' xmlns:r='" +
                           types.substr(0, types.size() - 1) + "'><workbookPr date1904='" +
                           (from1904 ? "1" : "0") + "'/><sheets>";
    std::vector<std::array<std::string, 3>> parts = {
        {"s", "styles", "styles.xml"}, {"t", "sharedStrings", "/xl/sharedStrings.xml"}};
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        workbook += "<sheet name='" + sheets[i].name + "' sheetId='" + number + "' r:id='w" +
                    number + "'" + (sheets[i].hidden ? " state='hidden'" : "") + "/>";
        parts.push_back({"w" + number, "worksheet", "worksheets/sheet" + number + ".xml"});
    }
    add("xl/workbook.xml", workbook + "</sheets></workbook>");
    add("xl/_rels/workbook.xml.rels", relationships(parts));
    std::string styles = "<styleSheet xmlns='" + mainSpace + "'><numFmts>";
    std::string cells;
    for (const auto& [id, code] : formats) {
        if (!code.empty()) {
            std::string escaped;
            for (const char c : code) {
                escaped += c == '"' ? std::string("&quot;") : std::string(1, c);
            }
            styles +=
                "<numFmt numFmtId='" + std::to_string(id) + "' formatCode=\"" + escaped + "\"/>";
        }
        cells += "<xf numFmtId='" + std::to_string(id) + "'/>";
    }
    add("xl/styles.xml", styles + "</numFmts><cellXfs>" + cells + "</cellXfs></styleSheet>");
    std::string shared = "<sst xmlns='" + mainSpace + "'>";
    for (const std::string& text : strings) {
        shared += "<si><t>" + text + "</t></si>";
    }
    add("xl/sharedStrings.xml", shared + "</sst>");
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        add("xl/worksheets/sheet" + std::to_string(i + 1) + ".xml",
            "<?xml version='1.0'?>" + doctype + "<worksheet xmlns='" + mainSpace +
                "'><dimension ref='A1:XFD1048576'/><sheetData>" + sheets[i].rows + "</sheetData>" +
                sheets[i].after + "</worksheet>",
            i == 0 ? declaredSize : 0);
    }
    return zip.bytes();
}

} // namespace entente
