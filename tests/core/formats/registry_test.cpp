#include "core/formats/registry.h"

#include "core/formats/entente_json.h"
#include "core/formats/input_file.h"
#include "core/store/native_file.h"
#include "tests/core/store/temporary_folder.h"

#include <gtest/gtest.h>

#include <thread>

#include <sys/stat.h>
#include <unistd.h>

namespace entente {

namespace {

using namespace std::string_literals;
namespace fs = std::filesystem;

struct Registry : testing::Test {
    TemporaryFolder folder;

    fs::path file(const std::string& name, std::string_view bytes) const {
        putBytes(folder.path() / name, bytes);
        return folder.path() / name;
    }

    static OpenedDossier open(const std::vector<fs::path>& paths) { return openFiles(paths); }

    static std::string refusal(const std::vector<fs::path>& paths) {
        try {
            (void)openFiles(paths);
        } catch (const FileError& error) {
            return error.what();
        }
        ADD_FAILURE() << "should have been refused";
        return {};
    }
};

#define EXPECT_SAYS(message, part) EXPECT_NE((message).find(part), std::string::npos) << (message)

Dossier smallDossier() {
    Dossier dossier;
    Vertex actor;
    actor.id = dossier.intern("a");
    actor.label = dossier.intern("Actor");
    dossier.add(actor);
    return dossier;
}

} // namespace

TEST_F(Registry, EveryWriterHasAReaderThatTakesWhatItWrites) {
    const Dossier dossier = smallDossier();
    for (const Writer* const writer : writers()) {
        const std::string extension(writer->extensions().front());
        const std::vector<fs::path> files =
            writer->write(dossier, folder.path() / ("dossier." + extension), {});
        const OpenedDossier opened = open(files);
        EXPECT_EQ(opened.dossier.label(0), "Actor") << writer->name();
        EXPECT_EQ(&writerFor("somewhere/X." + extension), writer);
    }
    EXPECT_LE(writers().size(), readers().size());
}

TEST_F(Registry, ContentCountsAndNotTheName) {
    const std::string json = ententeJsonText(smallDossier());
    for (const char* const name : {"a.csv", "a.entente", "a.txt", "a"}) {
        EXPECT_EQ(open({file(name, json)}).reader, &ententeJsonReader()) << name;
    }
    for (const char* const name : {"b.json", "b.entente", "b.txt", "b"}) {
        EXPECT_EQ(open({file(name, "Source,Target\nA,B\n")}).dossier.edges().size(), 1U) << name;
    }
    const fs::path native = folder.path() / "c.csv";
    writeNative(smallDossier(), native);
    EXPECT_EQ(open({native}).reader, readers().front());
    EXPECT_EQ(open({native}).report.rowsRead, 1U);
}

TEST_F(Registry, GraphFormatsAreKnownByTheirContent) {
    const std::pair<std::string, const char*> cases[] = {
        {"graph\n[\n  node [ id 1 ]\n]\n"s, "GML"},
        {"\xEF\xBB\xBF"
         "Creator \"x\"\nGraph\n[\n]\n"s,
         "GML"},
        {"# comment\ngraph [ ]"s, "GML"},
        {"graph g { a [label=\"\"]; }"s, "Graphviz DOT"},
        {"digraph {\n graph [label=x];\n}"s, "Graphviz DOT"},
        {"/* comment */ strict digraph \"x {\" { a -> b; }"s, "Graphviz DOT"},
        {"*Vertices 2\n1 \"a\"\n2 \"b\"\n*Edges\n1 2\n"s, "Pajek"},
        {"% comment\r\n*Network x\r\n*Vertices 0"s, "Pajek"},
        {"DL N=2\nformat = edgelist1\ndata:\n1 2\n"s, "UCINET DL"},
        {"dl nr=1, nc=1 data: 1"s, "UCINET DL"}};
    for (const auto& [bytes, name] : cases) {
        for (const char* const path : {"foreign.csv", "foreign.json", "foreign"}) {
            EXPECT_EQ(open({file(path, bytes)}).reader->name(), name) << bytes;
        }
    }
}

TEST_F(Registry, FilesThatCannotBeReadAreNamedWithTheReason) {
    EXPECT_SAYS(refusal({}), "No file was named");
    EXPECT_SAYS(refusal({"/no/such/file.csv"}), "/no/such/file.csv does not exist");
    EXPECT_SAYS(refusal({folder.path()}), folder.path().string() + " is a directory");
    EXPECT_SAYS(refusal({file("empty.csv", "")}), "empty.csv is empty");
    EXPECT_SAYS(refusal({"/dev/zero"}), "/dev/zero is no file but a device");
}

TEST_F(Registry, AFileThatMayNotBeReadIsNamed) {
    const fs::path path = file("secret.csv", "Source,Target\nA,B\n");
    const fs::path inside = folder.path() / "locked" / "a.csv";
    fs::create_directory(folder.path() / "locked");
    putBytes(inside, "Source,Target\nA,B\n");
    fs::permissions(path, fs::perms::none);
    fs::permissions(inside.parent_path(), fs::perms::none);
    const uid_t user = ::geteuid();
    constexpr uid_t nobody = 65534;
    if (user == 0) {
        ASSERT_EQ(::seteuid(nobody), 0);
    }
    const std::string message = refusal({path});
    const std::string hidden = refusal({inside});
    ASSERT_EQ(::seteuid(user), 0);
    fs::permissions(inside.parent_path(), fs::perms::all);
    EXPECT_SAYS(message, "secret.csv cannot be opened (Permission denied)");
    EXPECT_SAYS(hidden, "a.csv cannot be opened (Permission denied)");
}

TEST_F(Registry, FilesOfSeveralFormatsAreMerged) {
    const fs::path json = file("a.json", ententeJsonText(smallDossier()));
    const fs::path native = folder.path() / "c.entente";
    writeNative(smallDossier(), native);
    const OpenedDossier opened =
        open({json, file("nodes.csv", "Id,Label,Kind\nRU,Russia,state\nACTOR,Actors,group\n"),
              native, file("edges.csv", "Source,Target\nRU,ACTOR\n")});
    // The tables are one dossier, and the actor of the two others is one actor.
    EXPECT_EQ(opened.reader, &ententeJsonReader());
    EXPECT_EQ(opened.dossier.vertices().count(), 3U) << opened.report.text();
    EXPECT_EQ(opened.dossier.edges().count(), 1U);
    EXPECT_EQ(opened.report.rowsRead, 1U + 3U + 1U);
    EXPECT_SAYS(opened.report.format, "Entente JSON, ");
    EXPECT_SAYS(opened.report.text(), "c.entente: United with what was there: 1 actor");
    EXPECT_SAYS(opened.report.text(), "nodes.csv: United with what was there: 0 actors");
}

TEST_F(Registry, AFileOfNoKnownFormatIsLeftOutWhereOthersAreRead) {
    const fs::path narratives = file("narratives.pdf", "%PDF-1.7\n");
    const OpenedDossier opened = open({narratives, file("edges.csv", "Source,Target\nA,B\n")});
    EXPECT_EQ(opened.dossier.edges().count(), 1U);
    EXPECT_EQ(opened.report.rowsRefused, 1U);
    EXPECT_SAYS(opened.report.text(), "narratives.pdf: refused: The file was left out: ");
    EXPECT_SAYS(opened.report.text(), "PDF document");
    EXPECT_SAYS(refusal({narratives, narratives}), "PDF document") << "there is nothing else";
}

TEST_F(Registry, DoubtfulMatchesOfSeveralFilesAreNamedAndNotUnited) {
    const OpenedDossier opened =
        open({file("a.csv", "Id,Label,Kind\n1,Wagner,group\n"),
              file("b.json", R"({"format": "entente-dossier", "version": 1, "actors": [
                                 {"id": "w", "name": "Wagner", "kind": "company"}]})")});
    EXPECT_EQ(opened.dossier.vertices().count(), 2U) << opened.report.text();
    EXPECT_SAYS(opened.report.text(),
                "b.json: “Wagner” (company) may be “Wagner” (group); they were not united. Same "
                "name, but the kinds differ.");
}

TEST_F(Registry, ForeignContentIsCalledByItsName) {
    const std::pair<std::string, const char*> cases[] = {
        {"PK\3\4\x14\0\6\0\b\0"s, "save the sheet as CSV or XLSX"},
        {"PK\3\4\x14\0\6\0\b\0\0\0!\0word/document.xml"s, "Microsoft Word"},
        {"{\\rtf1\\ansi Supplier/recipient (R)}"s, "as CSV too, as SIPRI’s trade register"},
        {"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"s, "PDF document"},
        {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "picture"},
        {"\x1F\x8B\b\0\0\0\0\0\0\3"s, "unpack"},
        {"SQLite format 3\0"s + std::string(100, '\0'), "SQLite database"},
        {"<!DOCTYPE html><html><body>404</body></html>"s, "web page"},
        {"<?xml version=\"1.0\"?>\n<svg/>"s, "XML of a kind"},
        {" \n\n\t "s, "nothing but blanks"},
        {"\0\1\2\3\4\5\6\7\x80\x90\xA0"s, "no format that Entente knows"}};
    for (const auto& [bytes, words] : cases) {
        for (const char* const name : {"foreign.csv", "foreign.json", "foreign"}) {
            const std::string message = refusal({file(name, bytes)});
            EXPECT_SAYS(message, words);
            EXPECT_SAYS(message, "foreign");
        }
    }
}

TEST_F(Registry, APipeIsReadToItsEnd) {
    const fs::path pipe = folder.path() / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    std::string table = "Source,Target\n";
    for (int i = 0; i < 50'000; ++i) {
        table += "A,B\n";
    }
    std::jthread writer([&] { putBytes(pipe, table); });
    EXPECT_EQ(open({pipe}).dossier.edges().size(), 50'000U);
}

TEST_F(Registry, ALargeNativeFileIsReadByItsPath) {
    Dossier dossier = smallDossier();
    Edge edge;
    edge.source = 0;
    edge.target = 0;
    for (int i = 0; i < 20'000; ++i) {
        dossier.add(edge);
    }
    const fs::path path = folder.path() / "large.entente";
    writeNative(dossier, path);
    EXPECT_LT(readInputFile(path).bytes.size(), fs::file_size(path) / 2);
    EXPECT_EQ(open({path}).dossier.edges().size(), 20'000U);
    const fs::path table =
        file("large.csv", "Source,Target\n" + std::string(200'000, '\n') + "a,b");
    EXPECT_EQ(readInputFile(table).bytes, bytesOf(table));
}

TEST_F(Registry, AnEndingWithoutAWriterIsRefused) {
    EXPECT_EQ(writerFor("A.JSON").extensions().front(), "json");
    for (const char* const path : {"a.xyz", "a", ".json.bak"}) {
        try {
            (void)writerFor(path);
            ADD_FAILURE() << path;
        } catch (const FileError& error) {
            const std::string message = error.what();
            EXPECT_SAYS(message, path);
            EXPECT_SAYS(message, ".entente");
        }
    }
}

} // namespace entente
