#include "core/formats/entente_json.h"
#include "core/formats/mapping.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <fstream>

using namespace entente;

namespace {

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

Json parsedFile(const char* path) {
    std::ifstream in(path);
    return Json::parse(in);
}

/// What the schema says against the document; empty where it is valid.
std::string faults(const Json& document, const char* schemaFile = ENTENTE_SOURCE_DIR
                                         "/resources/schema/entente-dossier.schema.json") {
    const Json schemaText = parsedFile(schemaFile);
    valijson::Schema schema;
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(Adapter(schemaText), schema);
    valijson::ValidationResults results;
    valijson::Validator().validate(schema, Adapter(document), &results);
    std::string text;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        for (const std::string& step : error.context) {
            text += step;
        }
        text += ": " + error.description + "\n";
    }
    return text;
}

Json builtIn() {
    return parsedFile(ENTENTE_SOURCE_DIR "/resources/dossiers/russia-iran.json");
}

TEST(JsonSchema, HoldsForTheBuiltInDossier) {
    EXPECT_EQ(faults(builtIn()), "");
}

TEST(JsonSchema, HoldsForEverythingThatIsWritten) {
    Dossier dossier;
    dossier.setCover({"T", "D", *parsePeriod("2025-01-20?"), "en"});
    dossier.add(Source{dossier.intern("s"), dossier.intern("t"), dossier.intern("p"),
                       dossier.intern("a"), dossier.intern("n"), *parsePeriod("2001/..")});
    for (std::size_t kind = 0; kind < vertexKindCount; ++kind) {
        Vertex vertex;
        vertex.id = dossier.intern("v" + std::to_string(kind));
        vertex.kind = static_cast<VertexKind>(kind);
        vertex.status = static_cast<Status>(kind % statusCount);
        vertex.confidence = static_cast<Confidence>(kind % confidenceCount);
        vertex.polarity = static_cast<Polarity>(kind % polarityCount);
        vertex.sectors = sectorBit(kind);
        vertex.period = *parsePeriod("-0044-03-15~/201X");
        vertex.attributes = {{dossier.intern("k"), dossier.intern("v")}};
        vertex.details = std::make_shared<const VertexDetails>(
            VertexDetails{{{"ru", "x", true}, {"", "y", false}},
                          {{"a", "1"}, {"b", "1"}, {"b", "2"}},
                          Location{1, 2},
                          {"term"},
                          {*parseDate("2011-21")},
                          {{1.5, "t", "year"}}});
        dossier.add(vertex);
        dossier.add(Claim{{ElementKind::Vertex, static_cast<VertexIndex>(kind)},
                          dossier.intern("c"),
                          0,
                          dossier.intern("l"),
                          dossier.intern("a"),
                          Confidence::Alleged,
                          *parsePeriod("2001")});
    }
    const auto addEdge = [&](EdgeKind kind, VertexIndex source, VertexIndex target,
                             const char* type) {
        Edge edge;
        edge.kind = kind;
        edge.source = source;
        edge.target = target;
        edge.type = dossier.intern(type);
        return dossier.add(edge);
    };
    addEdge(EdgeKind::Tie, 0, 1, "ally");
    addEdge(EdgeKind::Participation, 0, 7, "host");
    addEdge(EdgeKind::Lineage, 6, 6, "amends");
    const EdgeIndex full = addEdge(EdgeKind::Participation, 0, 6, "party");
    Edge edge = dossier.edges().row(full);
    edge.id = dossier.intern("e");
    edge.note = dossier.intern("note");
    edge.weight = 0.1F;
    edge.confidence = Confidence::Planned;
    edge.polarity = Polarity::Conflictual;
    edge.directed = false;
    edge.sectors = 3;
    edge.period = *parsePeriod("2001/");
    edge.attributes = {{dossier.intern("k"), dossier.intern("v")}};
    dossier.replaceEdge(full, edge);
    for (const AttributeType type : {AttributeType::Text, AttributeType::Boolean,
                                     AttributeType::Integer, AttributeType::Number}) {
        const StringId name = dossier.intern(word(type));
        edge.id = noString;
        edge.attributes = {{name, dossier.intern("1")}};
        dossier.add(edge);
        dossier.declareAttribute(ElementKind::Edge, name, type);
    }
    dossier.declareAttribute(ElementKind::Vertex, dossier.intern("k"), AttributeType::Text);
    Claim claim;
    claim.about = {ElementKind::Edge, full};
    claim.source = 0;
    dossier.add(claim);
    const Json document = Json::parse(ententeJsonText(dossier));
    EXPECT_EQ(document["actors"].size(), 6U);
    EXPECT_EQ(document["agreements"][0]["lineage"].size(), 1U);
    EXPECT_EQ(faults(document), "");
    EXPECT_EQ(faults(Json::parse(ententeJsonText(Dossier()))), "");
}

TEST(JsonSchema, RejectsWhatTheReaderRejects) {
    const auto broken = [](const char* pointer, const Json& value) {
        Json document = builtIn();
        document[Json::json_pointer(pointer)] = value;
        return !faults(document).empty();
    };
    EXPECT_TRUE(broken("/format", "other"));
    EXPECT_TRUE(broken("/version", 2));
    EXPECT_TRUE(broken("/asOf", 2025));
    EXPECT_TRUE(broken("/actors/0/kind", "planet"));
    EXPECT_TRUE(broken("/actors/0/id", ""));
    EXPECT_TRUE(broken("/actors/0/unknown", "x"));
    EXPECT_TRUE(broken("/actors/0/location/latitude", 91));
    EXPECT_TRUE(broken("/agreements/0/period", "last spring"));
    EXPECT_TRUE(broken("/agreements/0/lineage/0/type", "likes"));
    EXPECT_TRUE(broken("/agreements/0/parties/0/actor", nullptr));
    EXPECT_TRUE(broken("/events/0/claims/0/confidence", "sure"));
    EXPECT_TRUE(broken("/ties/0/weight", "2"));
    EXPECT_TRUE(broken("/sectors/0/colour", "red"));
}

TEST(JsonSchema, HoldsForEveryMappingThatIsWritten) {
    const char* const schema = ENTENTE_SOURCE_DIR "/resources/schema/entente-mapping.schema.json";
    Mapping mapping;
    EXPECT_EQ(faults(Json::parse(mappingText(mapping)), schema), "");
    mapping.sheet = "Data";
    mapping.encoding = "windows-1251";
    mapping.separator = ';';
    mapping.header = 0;
    mapping.skip = 2;
    mapping.decimal = ',';
    mapping.directed = false;
    mapping.actors = "state";
    for (std::size_t i = 0; i < columnRoleCount; ++i) {
        MappedColumn column{"c", 0, static_cast<ColumnRole>(i), DateFormat::DayFirst, ";"};
        mapping.columns.push_back(column);
    }
    mapping.columns.push_back({"", 3, ColumnRole::Date, DateFormat::Serial1904, ""});
    mapping.constants = {{ColumnRole::Kind, "ally"}, {ColumnRole::Citation, "Gazette"}};
    for (std::size_t i = 0; i < 4; ++i) {
        mapping.rows = static_cast<RowTarget>(i);
        EXPECT_EQ(faults(Json::parse(mappingText(mapping)), schema), "");
    }
    Json wrong = Json::parse(mappingText(mapping));
    wrong["columns"][0]["is"] = "cat";
    EXPECT_NE(faults(wrong, schema), "");
}

} // namespace
