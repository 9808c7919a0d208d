#include "core/formats/dot_parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>
#include <mutex>

namespace entente {

namespace {

/// cgraph's scanner, parser and messages are global.
std::mutex& cgraphMutex() {
    static std::mutex mutex;
    return mutex;
}

/// What cgraph said since it was asked last; only under the mutex.
std::string& cgraphMessages() {
    static std::string messages;
    return messages;
}

extern "C" int keepMessage(char* message) {
    constexpr std::size_t most = 2000;
    if (cgraphMessages().size() < most) {
        cgraphMessages() += message;
    }
    return 0;
}

/// Catches cgraph's messages while it lives.
class CaughtMessages {
public:
    CaughtMessages() : before_(agseterrf(keepMessage)) { cgraphMessages().clear(); }
    ~CaughtMessages() { agseterrf(before_); }
    CaughtMessages(const CaughtMessages&) = delete;
    CaughtMessages& operator=(const CaughtMessages&) = delete;

private:
    agusererrf before_;
};

/// The text that cgraph reads, and how far it is.
struct Channel {
    std::string_view text;
    std::size_t at = 0;
    const Progress* progress = nullptr;
    bool stopped = false;
};

extern "C" int readChannel(void* channel, char* buffer, int size) {
    auto& from = *static_cast<Channel*>(channel);
    // No exception may pass through C: the text just ends.
    from.stopped = from.stopped || from.progress->stop.stop_requested();
    const std::size_t count =
        from.stopped ? 0 : std::min(static_cast<std::size_t>(size), from.text.size() - from.at);
    std::memcpy(buffer, from.text.data() + from.at, count);
    from.at += count;
    return static_cast<int>(count);
}

struct CloseGraph {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphPointer = std::unique_ptr<Agraph_t, CloseGraph>;

/// cgraph's message as a sentence with the line that it names.
FileError syntaxError(const std::string& file, std::string message) {
    std::size_t line = 1;
    constexpr std::string_view mark = " in line ";
    if (const std::size_t at = message.find(mark); at != std::string::npos) {
        const char* const begin = message.data() + at + mark.size();
        const auto read = std::from_chars(begin, message.data() + message.size(), line);
        message.erase(at, static_cast<std::size_t>(read.ptr - message.data()) - at);
    }
    if (const std::size_t at = message.find("syntax error"); at != std::string::npos) {
        message.erase(0, at);
    }
    std::ranges::replace_if(
        message, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    message.erase(message.find_last_not_of(' ') + 1);
    return FileError(fmt::format("{}, line {}: Graphviz does not understand this ({}); correct it "
                                 "and open the file again.",
                                 file, line, message.empty() ? "no graph" : message));
}

/// Reads on to the end, so that nothing is left in cgraph's scanner for the next file.
void noteOthers(Channel& channel, Agdisc_t& disc, const std::string& file, ImportReport& report) {
    bool others = false;
    for (std::size_t before = SIZE_MAX; before != channel.at;) {
        before = channel.at;
        while (const GraphPointer other{agread(&channel, &disc)}) {
            others = true;
        }
    }
    if (others) {
        report.note(file, "The file holds other graphs after the first, which were not read: "
                          "put them into files of their own.");
    }
}

} // namespace

void parseDot(const std::string& text, const std::string& file, ImportReport& report,
              const Progress& progress, const std::function<void(Agraph_t*)>& read) {
    const std::scoped_lock lock(cgraphMutex());
    const CaughtMessages caught;
    Channel channel{text, 0, &progress, false};
    Agiodisc_t io = AgIoDisc;
    io.afread = readChannel;
    Agdisc_t disc{&AgMemDisc, &AgIdDisc, &io};
    agreadline(1);
    // As in Graphviz's own programs: else a label that is empty could not be told from none.
    std::string label = "label";
    std::string nodeLabel(dotNodeLabel);
    agattr(nullptr, AGNODE, label.data(), nodeLabel.data());
    const GraphPointer graph(agread(&channel, &disc));
    const std::string message = cgraphMessages();
    noteOthers(channel, disc, file, report);
    progress.throwIfStopped();
    if (!graph || channel.stopped) {
        throw syntaxError(file, message);
    }
    read(graph.get());
}

} // namespace entente
