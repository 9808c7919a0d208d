#include "core/formats/element_columns.h"
#include "core/formats/node_edge_tables.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace entente {

namespace {

using Fields = ElementColumns::Fields;
using Severity = ReportEntry::Severity;

constexpr std::size_t rowsBetweenReports = 16384;

/// Words that people use for Entente's kinds.
constexpr std::array<std::pair<std::string_view, VertexKind>, 14> kindSynonyms = {
    {{"country", VertexKind::State},
     {"nation", VertexKind::State},
     {"person", VertexKind::Leader},
     {"organisation", VertexKind::Organisation},
     {"institution", VertexKind::Organisation},
     {"bloc", VertexKind::Group},
     {"firm", VertexKind::Company},
     {"corporation", VertexKind::Company},
     {"treaty", VertexKind::Agreement},
     {"pact", VertexKind::Agreement},
     {"contract", VertexKind::Agreement},
     {"visit", VertexKind::Event},
     {"meeting", VertexKind::Event},
     {"strike", VertexKind::Event}}};

class NodeTable {
public:
    NodeTable(const Table& table, Dossier& dossier, ImportReport& report)
        : table_(table), dossier_(dossier), report_(report), columns_(table, dossier, report),
          id_(columns_.take(columns::words::id)), label_(columns_.take(columns::words::label)),
          kind_(columns_.take(columns::words::kind)), type_(columns_.take(columns::words::type)),
          status_(columns_.take(columns::words::status)),
          latitude_(columns_.take(columns::words::latitude)),
          longitude_(columns_.take(columns::words::longitude)) {
        takeCodes();
        columns_.takeAttributes();
    }

    void read(const Progress& progress) {
        dossier_.reserve(dossier_.vertices().size() + table_.rowEstimate(),
                         dossier_.edges().size());
        std::size_t count = 0;
        for (DelimitedText rows = table_.rows(); rows.next();) {
            if (++count % rowsBetweenReports == 0) {
                progress.throwIfStopped();
                progress.tell(rows.fraction());
            }
            columns_.checkShape(rows);
            readRow(rows.fields(), rows.line());
        }
        columns_.sum();
    }

private:
    void takeCodes() {
        for (std::size_t i = 0; i < table_.header().size(); ++i) {
            const std::string_view name = table_.header()[i];
            if (name.starts_with(columns::codePrefix)) {
                codes_.emplace_back(i, name.substr(columns::codePrefix.size()));
            } else {
                for (const auto& [plain, system] : columns::ofCodes) {
                    if (table_.plainNames()[i] == plain) {
                        codes_.emplace_back(i, system);
                    }
                }
            }
        }
        for (const auto& [column, system] : codes_) {
            columns_.take(std::array<std::string_view, 1>{table_.plainNames()[column]});
        }
    }

    void readRow(const Fields& fields, std::size_t line) {
        vertex_ = Vertex{};
        vertex_.id = dossier_.intern(fieldAt(fields, id_));
        if (vertex_.id == noString) {
            columns_.say(Severity::Refused, line, id_, "The row has no id; it was not taken.");
            return;
        }
        if (dossier_.findVertex(vertex_.id) != noIndex) {
            columns_.say(Severity::Refused, line, id_,
                         fmt::format("The id {} is there already (a duplicate id); the row was "
                                     "not taken.",
                                     quotedField(dossier_.text(vertex_.id))));
            return;
        }
        if (!columns_.periods(fields, line, periods_)) {
            return;
        }
        if (periods_.size() > 1) {
            periods_.front().end = periods_.back().end.kind == Endpoint::Kind::Absent
                                       ? periods_.back().begin
                                       : periods_.back().end;
            columns_.say(Severity::Repaired, line, Table::none,
                         "The element has several periods; it was taken to last from the first to "
                         "the last.");
        }
        vertex_.period = periods_.empty() ? Period{} : periods_.front();
        const std::string_view label = fieldAt(fields, label_);
        vertex_.label = label.empty() ? vertex_.id : dossier_.intern(label);
        readKind(fields, line);
        vertex_.sectors = columns_.sectors(fields, line);
        vertex_.confidence = columns_.confidence(fields, line);
        vertex_.polarity = columns_.polarity(fields, line);
        vertex_.status = status(fields, line);
        vertex_.note = columns_.note(fields);
        columns_.attributes(fields, vertex_.attributes);
        readDetails(fields, line);
        dossier_.add(vertex_);
        ++report_.rowsRead;
    }

    static std::optional<VertexKind> kindNamed(std::string_view text) {
        if (const auto kind = parseVertexKind(text)) {
            return kind;
        }
        const std::string plain = plainColumnName(text);
        for (const auto& [word, kind] : kindSynonyms) {
            if (word == plain) {
                return kind;
            }
        }
        return std::nullopt;
    }

    void readKind(const Fields& fields, std::size_t line) {
        const std::string_view kindText = fieldAt(fields, kind_);
        const std::string_view typeText = fieldAt(fields, type_);
        // A table without kinds may have them under Type.
        const auto kind = kindNamed(kind_ == Table::none ? typeText : kindText);
        vertex_.kind = kind.value_or(VertexKind::Other);
        if (kindText.empty() || parseVertexKind(kindText)) {
            vertex_.type = dossier_.intern(typeText);
            return;
        }
        vertex_.type = dossier_.intern(typeText.empty() ? kindText : typeText);
        if (!kind) {
            columns_.say(Severity::Repaired, line, kind_,
                         fmt::format("{} is no kind that Entente knows (state, leader, "
                                     "organisation, group, company, agreement, event); it was kept "
                                     "as the type of an actor.",
                                     quotedField(kindText)));
        }
    }

    Status status(const Fields& fields, std::size_t line) const {
        const std::string_view text = fieldAt(fields, status_);
        if (text.empty()) {
            return Status::Unstated;
        }
        if (const auto known = parseStatus(text)) {
            return *known;
        }
        columns_.say(Severity::Repaired, line, status_,
                     fmt::format("{} is no status that Entente knows (negotiated, signed, in "
                                 "force, suspended, ended); it was left out.",
                                 quotedField(text)));
        return Status::Unstated;
    }

    std::optional<double> degrees(const Fields& fields, std::size_t line, std::size_t column,
                                  double limit) const {
        const std::string_view text = fieldAt(fields, column);
        if (text.empty()) {
            return std::nullopt;
        }
        bool repaired = false;
        const std::optional<double> number = parseTableNumber(text, repaired);
        if (!number || std::abs(*number) > limit) {
            columns_.say(Severity::Repaired, line, column,
                         fmt::format("{} is no number of degrees from −{} to {}; the location was "
                                     "left out.",
                                     quotedField(text), limit, limit));
            return std::nullopt;
        }
        return number;
    }

    void readDetails(const Fields& fields, std::size_t line) {
        VertexDetails details;
        const auto north = degrees(fields, line, latitude_, 90);
        const auto east = degrees(fields, line, longitude_, 180);
        if (north && east) {
            details.location = Location{*north, *east};
        }
        for (const auto& [column, system] : codes_) {
            std::string_view text = fieldAt(fields, column);
            while (!text.empty()) {
                const std::size_t end = std::min(text.find(';'), text.size());
                std::string_view code = text.substr(0, end);
                text.remove_prefix(std::min(end + 1, text.size()));
                code.remove_prefix(std::min(code.find_first_not_of(' '), code.size()));
                if (!code.empty()) {
                    details.codes.push_back({std::string(system), std::string(code)});
                }
            }
        }
        if (!details.empty()) {
            vertex_.details = std::make_shared<const VertexDetails>(std::move(details));
        }
    }

    const Table& table_;
    Dossier& dossier_;
    ImportReport& report_;
    ElementColumns columns_;
    std::size_t id_;
    std::size_t label_;
    std::size_t kind_;
    std::size_t type_;
    std::size_t status_;
    std::size_t latitude_;
    std::size_t longitude_;
    std::vector<std::pair<std::size_t, std::string_view>> codes_;
    std::vector<Period> periods_;
    Vertex vertex_;
};

} // namespace

void readNodes(const Table& table, Dossier& dossier, ImportReport& report,
               const Progress& progress) {
    NodeTable(table, dossier, report).read(progress);
}

} // namespace entente
