#include "core/formats/xml_graph.h"

#include "core/formats/declared_types.h"
#include "core/formats/row_builder.h"
#include "core/formats/table_columns.h"
#include "core/formats/xml_scanner.h"

#include <fmt/format.h>

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace entente {

namespace {

/// Thrown in the thread that parses where nobody builds any more.
struct Abandoned {};

/// Hands batches from one thread to another, few at a time.
class BatchQueue {
public:
    void push(RowBatch&& batch) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return batches_.size() < most || abandoned_; });
        if (abandoned_) {
            throw Abandoned{};
        }
        batches_.push_back(std::move(batch));
        changed_.notify_all();
    }

    /// Nothing after the last batch.
    std::optional<RowBatch> pop() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return !batches_.empty() || ended_; });
        if (batches_.empty()) {
            return std::nullopt;
        }
        RowBatch batch = std::move(batches_.front());
        batches_.pop_front();
        changed_.notify_all();
        return batch;
    }

    void end() {
        const std::scoped_lock lock(mutex_);
        ended_ = true;
        changed_.notify_all();
    }

    void abandon() {
        const std::scoped_lock lock(mutex_);
        abandoned_ = true;
        changed_.notify_all();
    }

private:
    static constexpr std::size_t most = 4;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<RowBatch> batches_;
    bool ended_ = false;
    bool abandoned_ = false;
};

/// Joins the thread in every case; where the building failed, without parsing on.
class ParsingThread {
public:
    template <typename Parse>
    ParsingThread(BatchQueue& queue, Parse parse)
        : queue_(queue), thread_([this, parse] {
              try {
                  parse();
              } catch (...) {
                  thrown_ = std::current_exception();
              }
              queue_.end();
          }) {}
    ParsingThread(const ParsingThread&) = delete;
    ParsingThread& operator=(const ParsingThread&) = delete;
    ~ParsingThread() {
        queue_.abandon();
        if (thread_.joinable()) {
            thread_.join();
        }
    }

    /// Throws what the parsing threw.
    void join() {
        thread_.join();
        if (thrown_ != nullptr) {
            std::rethrow_exception(thrown_);
        }
    }

private:
    BatchQueue& queue_;
    std::exception_ptr thrown_;
    std::thread thread_; // last: it uses the others
};

void declareTypes(Dossier& dossier, ElementKind owner, const GraphColumns& read) {
    for (const auto& [place, type] : read.types()) {
        const std::string& name = read.names()[place];
        // Beside "attribute:r", "r" is a part of a colour and not the attribute r.
        const std::string sure = std::string(columns::attributePrefix) + name;
        if (read.find(sure) == TableHeader::none) {
            declareColumn(dossier, owner, name, type);
        }
    }
}

Dossier build(XmlStream& xml, GraphColumns& nodes, GraphColumns& edges,
              const MakeXmlGraphHandler& make, XmlGraphHandler* first, ImportReport& report,
              const Progress& progress) {
    Dossier dossier;
    Cover cover;
    BatchQueue queue;
    RowBuilder builder(xml, nodes, edges, dossier, report);
    ParsingThread parsing(queue, [&] {
        RowStream rows(xml, nodes, edges,
                       [&queue](RowBatch&& batch) { queue.push(std::move(batch)); });
        const std::unique_ptr<XmlGraphHandler> handler = make(rows);
        if (first != nullptr) {
            handler->learn(*first);
        }
        xml.parse(*handler, progress);
        cover = handler->finish();
        rows.flush();
    });
    while (std::optional<RowBatch> batch = queue.pop()) {
        builder.take(std::move(*batch));
    }
    parsing.join();
    builder.finish(progress);
    declareTypes(dossier, ElementKind::Vertex, nodes);
    declareTypes(dossier, ElementKind::Edge, edges);
    dossier.setCover(std::move(cover));
    return dossier;
}

Dossier readOnce(XmlStream& xml, const MakeXmlGraphHandler& make, ImportReport& report,
                 const Progress& progress) {
    GraphColumns nodes;
    GraphColumns edges;
    const ImportReport before = report;
    try {
        return build(xml, nodes, edges, make, nullptr, report, progress);
    } catch (const LateColumn&) {
        report = before;
    }
    // Rare: first all names are sought, then all is read.
    nodes = {};
    edges = {};
    RowStream rows(xml, nodes, edges, nullptr);
    const std::unique_ptr<XmlGraphHandler> first = make(rows);
    xml.parse(*first, progress);
    return build(xml, nodes, edges, make, first.get(), report, progress);
}

} // namespace

Dossier readXmlGraph(std::span<const InputFile> files, std::string_view format,
                     const MakeXmlGraphHandler& make, ImportReport& report,
                     const Progress& progress) {
    if (files.size() > 1) {
        throw FileError(fmt::format("Several {} files cannot be opened as one: open them one by "
                                    "one.",
                                    format));
    }
    report.format = format;
    XmlStream xml(files.front(), report);
    const ImportReport before = report;
    try {
        return readOnce(xml, make, report, progress);
    } catch (const NotPlainXml&) {
        report = before;
    }
    return readOnce(xml, make, report, progress);
}

} // namespace entente
