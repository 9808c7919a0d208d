#include "core/formats/mapping.h"

#include "core/formats/input_file.h"
#include "core/formats/text_encoding.h"
#include "core/store/replace_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace entente {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view formatName = "entente-mapping";
constexpr int formatVersion = 1;

/// Reads the parts of a mapping and says where what is wrong stands.
class MappingParser {
public:
    explicit MappingParser(const std::string& file) : file_(file) {}

    Mapping mapping(const Json& json) {
        expectKeys(json, "",
                   {"$schema", "format", "version", "table", "rows", "directed", "actors",
                    "columns", "constants"});
        if (!json.contains("format") || json["format"] != formatName) {
            fail("/format", fmt::format("a mapping says “format”: “{}”", formatName));
        }
        if (json.contains("version") && json["version"] != formatVersion) {
            fail("/version", fmt::format("this Entente knows version {}", formatVersion));
        }
        Mapping mapping;
        if (json.contains("rows")) {
            const std::string rows = text(json["rows"], "/rows");
            const auto target = parseRowTarget(rows);
            if (!target) {
                fail("/rows", "rows are ties, elements, agreements or events");
            }
            mapping.rows = *target;
        }
        if (json.contains("directed")) {
            if (!json["directed"].is_boolean()) {
                fail("/directed", "this is true or false");
            }
            mapping.directed = json["directed"].get<bool>();
        }
        if (json.contains("actors")) {
            mapping.actors = text(json["actors"], "/actors");
        }
        if (json.contains("table")) {
            readTable(json["table"], mapping);
        }
        if (json.contains("columns")) {
            if (!json["columns"].is_array()) {
                fail("/columns", "columns are a list");
            }
            std::size_t index = 0;
            for (const Json& column : json["columns"]) {
                mapping.columns.push_back(readColumn(column, fmt::format("/columns/{}", index++)));
            }
        }
        if (json.contains("constants")) {
            readConstants(json["constants"], mapping);
        }
        return mapping;
    }

private:
    [[noreturn]] void fail(const std::string& pointer, const std::string& message) const {
        throw FileError(fmt::format("{}, at {}: {}; see entente-mapping.schema.json.", file_,
                                    pointer.empty() ? "its top" : pointer, message));
    }

    void expectKeys(const Json& json, const std::string& pointer,
                    std::initializer_list<std::string_view> keys) const {
        if (!json.is_object()) {
            fail(pointer, "this is an object, { … }");
        }
        for (const auto& [key, value] : json.items()) {
            if (std::ranges::find(keys, key) == keys.end()) {
                fail(pointer + "/" + key, fmt::format("“{}” is not known here", key));
            }
        }
    }

    [[nodiscard]] std::string text(const Json& json, const std::string& pointer) const {
        if (!json.is_string()) {
            fail(pointer, "this is a text, in quotation marks");
        }
        return json.get<std::string>();
    }

    [[nodiscard]] std::size_t count(const Json& json, const std::string& pointer) const {
        constexpr std::size_t most = 1'000'000'000;
        if (!json.is_number_unsigned() || json.get<std::uint64_t>() > most) {
            fail(pointer, "this is a whole number from 0 on");
        }
        return json.get<std::size_t>();
    }

    void readTable(const Json& json, Mapping& mapping) const {
        expectKeys(json, "/table", {"sheet", "encoding", "separator", "header", "skip", "decimal"});
        if (json.contains("sheet")) {
            mapping.sheet = text(json["sheet"], "/table/sheet");
        }
        if (json.contains("encoding")) {
            mapping.encoding = text(json["encoding"], "/table/encoding");
        }
        if (json.contains("separator")) {
            mapping.separator = letter(json["separator"], "/table/separator");
        }
        if (json.contains("header")) {
            mapping.header = count(json["header"], "/table/header");
        }
        if (json.contains("skip")) {
            mapping.skip = count(json["skip"], "/table/skip");
        }
        if (json.contains("decimal")) {
            mapping.decimal = letter(json["decimal"], "/table/decimal");
            if (mapping.decimal != '.' && mapping.decimal != ',') {
                fail("/table/decimal", "the decimal mark is . or ,");
            }
        }
    }

    [[nodiscard]] char letter(const Json& json, const std::string& pointer) const {
        const std::string value = text(json, pointer);
        if (value.size() != 1 || value[0] == '"' || value[0] == '\n' || value[0] == '\r') {
            fail(pointer, "this is one character");
        }
        return value[0];
    }

    [[nodiscard]] MappedColumn readColumn(const Json& json, const std::string& pointer) const {
        expectKeys(json, pointer, {"column", "is", "dates", "part", "split"});
        MappedColumn column;
        if (!json.contains("column")) {
            fail(pointer, "name the column: “column”: its name or number");
        }
        const Json& name = json["column"];
        if (name.is_number()) {
            column.number = count(name, pointer + "/column");
            if (column.number == 0) {
                fail(pointer + "/column", "columns are counted from 1");
            }
        } else {
            column.name = text(name, pointer + "/column");
            if (column.name.empty()) {
                fail(pointer + "/column", "a column without a name is called by its number");
            }
        }
        if (json.contains("is")) {
            const auto role = parseColumnRole(text(json["is"], pointer + "/is"));
            if (!role) {
                std::string known;
                for (std::size_t i = 0; i < columnRoleCount; ++i) {
                    known += (i == 0 ? "" : ", ") + std::string(word(static_cast<ColumnRole>(i)));
                }
                fail(pointer + "/is", "a column is one of " + known);
            }
            column.role = *role;
        }
        if (json.contains("dates")) {
            const auto format = parseDateFormat(text(json["dates"], pointer + "/dates"));
            if (!format) {
                fail(pointer + "/dates",
                     "dates are iso, day-first, month-first, serial or serial-1904");
            }
            column.date = *format;
        }
        if (json.contains("part")) {
            const auto part = parseDatePart(text(json["part"], pointer + "/part"));
            if (!part) {
                fail(pointer + "/part", "the part of a date is whole, year, month or day");
            }
            if (*part != DatePart::Whole && !isDate(column.role)) {
                fail(pointer + "/part", "only begin, end and date have a year, month or day");
            }
            column.part = *part;
        }
        if (json.contains("split")) {
            column.split = text(json["split"], pointer + "/split");
        }
        return column;
    }

    void readConstants(const Json& json, Mapping& mapping) const {
        if (!json.is_object()) {
            fail("/constants", "this is an object, { … }");
        }
        for (const auto& [key, value] : json.items()) {
            const auto role = parseColumnRole(key);
            if (!role) {
                fail("/constants/" + key, fmt::format("“{}” is not known here", key));
            }
            mapping.constants[*role] = text(value, "/constants/" + key);
        }
    }

    const std::string& file_;
};

Json columnJson(const MappedColumn& column) {
    Json json;
    json["column"] = column.name.empty() ? Json(column.number) : Json(column.name);
    json["is"] = word(column.role);
    if (isDate(column.role) && column.part == DatePart::Whole) {
        json["dates"] = word(column.date);
    } else if (isDate(column.role)) {
        json["part"] = word(column.part);
    }
    if (!column.split.empty()) {
        json["split"] = column.split;
    }
    return json;
}

} // namespace

std::string mappingText(const Mapping& mapping) {
    Json json;
    json["format"] = formatName;
    json["version"] = formatVersion;
    Json table = Json::object();
    if (!mapping.sheet.empty()) {
        table["sheet"] = mapping.sheet;
    }
    if (!mapping.encoding.empty()) {
        table["encoding"] = mapping.encoding;
    }
    if (mapping.separator != 0) {
        table["separator"] = std::string(1, mapping.separator);
    }
    if (mapping.header) {
        table["header"] = *mapping.header;
    }
    if (mapping.skip > 0) {
        table["skip"] = mapping.skip;
    }
    table["decimal"] = std::string(1, mapping.decimal);
    json["table"] = std::move(table);
    json["rows"] = word(mapping.rows);
    if (!mapping.directed) {
        json["directed"] = false;
    }
    if (!mapping.actors.empty()) {
        json["actors"] = mapping.actors;
    }
    json["columns"] = Json::array();
    for (const MappedColumn& column : mapping.columns) {
        json["columns"].push_back(columnJson(column));
    }
    if (!mapping.constants.empty()) {
        for (const auto& [role, value] : mapping.constants) {
            json["constants"][std::string(word(role))] = value;
        }
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Mapping parseMapping(std::string_view text, const std::string& file) {
    Json json;
    try {
        json = Json::parse(text);
    } catch (const Json::parse_error& error) {
        const auto line = 1 + std::count(text.begin(),
                                         text.begin() + static_cast<std::ptrdiff_t>(
                                                            std::min(error.byte, text.size())),
                                         '\n');
        throw FileError(fmt::format("{}, line {}: this is no JSON, and so no mapping: correct it "
                                    "there.",
                                    file, line));
    }
    return MappingParser(file).mapping(json);
}

Mapping readMapping(const std::filesystem::path& path) {
    const std::string file = path.filename().string();
    ImportReport ignored;
    return parseMapping(decodeText(readInputFile(path).bytes, file, ignored), file);
}

void writeMapping(const Mapping& mapping, const std::filesystem::path& path) {
    replaceFile(path, mappingText(mapping));
}

} // namespace entente
