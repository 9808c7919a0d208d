#include "core/formats/edge_rows.h"

#include "core/formats/table.h"
#include "core/formats/time_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace entente {

namespace {

using Severity = ReportEntry::Severity;

bool isWord(std::string_view text, std::string_view word) {
    return std::ranges::equal(text, word, {}, [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
}

} // namespace

EdgeRows::EdgeRows(const TableHeader& header, Dossier& dossier, ImportReport& report)
    : dossier_(dossier), report_(report), columns_(header, dossier, report),
      source_(columns_.take(columns::words::source)),
      target_(columns_.take(columns::words::target)), type_(columns_.take(columns::words::type)),
      id_(columns_.take(columns::words::id)), label_(columns_.take(columns::words::label)),
      kind_(columns_.take(columns::words::kind)), role_(columns_.take(columns::words::role)),
      weight_(columns_.take(columns::words::weight)), nodesKnown_(dossier.vertices().count() > 0) {
    columns_.takeAttributes({id_, label_});
    for (EdgeIndex i = 0; i < dossier.edges().size(); ++i) {
        takeId(dossier.edges().id(i));
    }
}

EdgeIndex EdgeRows::read(Fields fields, std::size_t line, const Ends& known) {
    const std::string_view source = fieldAt(fields, source_);
    const std::string_view target = fieldAt(fields, target_);
    if (source.empty() || target.empty()) {
        columns_.say(Severity::Refused, line, source.empty() ? source_ : target_,
                     "The row names no vertex here; it was not taken.");
        return noIndex;
    }
    columns_.attributes(fields, edge_.attributes);
    edge_.weight = 1;
    edge_.polarity = columns_.polarity(fields, line);
    if (!columns_.periods(fields, line, periods_) || !readWeight(fields, line)) {
        return noIndex;
    }
    const std::string_view kindText = columns_.value(fields, kind_);
    const std::optional<EdgeKind> kind = kindText.empty() ? std::nullopt : parseEdgeKind(kindText);
    edge_.source =
        known.source != noIndex
            ? known.source
            : endNamed(source, line, source_,
                       kind == EdgeKind::Lineage ? VertexKind::Agreement : VertexKind::Other);
    edge_.target = known.target != noIndex ? known.target
                                           : endNamed(target, line, target_,
                                                      kind.value_or(EdgeKind::Tie) != EdgeKind::Tie
                                                          ? VertexKind::Agreement
                                                          : VertexKind::Other);
    readKind(kind);
    readMeaning(fields, kindText, kind.has_value());
    edge_.id = freeId(fields, line);
    edge_.sectors = columns_.sectors(fields, line);
    edge_.confidence = columns_.confidence(fields, line);
    edge_.note = columns_.note(fields);
    std::ranges::copy(columns_.kept(), std::back_inserter(edge_.attributes));
    const EdgeIndex first = addAll(line);
    if (doubtfulCode_ != 0) {
        doubtful_.push_back(
            {first, static_cast<EdgeIndex>(dossier_.edges().size()), doubtfulCode_});
    }
    ++report_.rowsRead;
    return first;
}

EdgeIndex EdgeRows::addAll(std::size_t line) {
    edge_.period = periods_.empty() ? Period{} : periods_.front();
    const EdgeIndex first = dossier_.add(edge_);
    if (periods_.size() < 2) {
        return first;
    }
    firstSeveral_ = severalPeriods_++ == 0 ? line : firstSeveral_;
    edgesOfThem_ += periods_.size();
    const StringId id = edge_.id;
    std::size_t number = 1;
    for (std::size_t i = 1; i < periods_.size(); ++i) {
        edge_.period = periods_[i];
        edge_.id = numberedId(id, number);
        dossier_.add(edge_);
    }
    return first;
}

std::size_t EdgeRows::prepare(const DelimitedRows& rows, std::size_t first) {
    constexpr std::size_t most = 48;
    const std::size_t end = columns_.prefetch(rows, first, most);
    endTexts_.clear();
    for (std::size_t row = first; row < end; ++row) {
        const Fields fields = rows[row].fields;
        endTexts_.push_back(fieldAt(fields, source_));
        endTexts_.push_back(fieldAt(fields, target_));
    }
    endIds_.resize(endTexts_.size());
    dossier_.strings().find(endTexts_, endIds_);
    ends_.clear();
    for (std::size_t i = 0; i < endIds_.size(); i += 2) {
        ends_.push_back({dossier_.findVertex(endIds_[i]), dossier_.findVertex(endIds_[i + 1])});
    }
    firstPrepared_ = first;
    return end;
}

void EdgeRows::read(const DelimitedRows& rows, std::size_t row) {
    const DelimitedRow fields = rows[row];
    columns_.checkShape(fields);
    read(fields.fields, fields.line, ends_[row - firstPrepared_]);
}

bool EdgeRows::readWeight(Fields fields, std::size_t line) {
    const std::string_view text = columns_.value(fields, weight_, ElementColumns::Codes::Words);
    doubtfulCode_ = 0;
    if (text.empty()) {
        return true;
    }
    if (isMissingNumber(text) && !columns_.saysPolarity(fields)) {
        doubtfulCode_ = static_cast<std::size_t>(text[1] - '0');
        return true;
    }
    std::optional<double> number = columns_.number(text, weight_);
    if (!number) {
        number = lastDynamicValue(text);
        if (number) {
            columns_.say(Severity::Repaired, line, weight_,
                         "The weight changes in time; the last one was taken and all of them "
                         "were kept as an attribute.");
            edge_.attributes.push_back(columns_.attribute(weight_, text));
        }
    }
    const auto weight = static_cast<float>(number.value_or(NAN));
    if (!std::isfinite(weight)) {
        if (columns_.takesAll()) {
            columns_.say(Severity::Repaired, line, weight_,
                         fmt::format("{}; it was kept as an attribute, and the weight is 1.",
                                     noNumber(text)));
            columns_.keep(weight_, text);
            return true;
        }
        columns_.say(Severity::Refused, line, weight_,
                     fmt::format("{}; {} was not taken.", noNumber(text), rowName(fields, line)));
        return false;
    }
    edge_.weight = weight;
    if (weight < 0 && !columns_.saysPolarity(fields)) {
        ++negative_;
        edge_.weight = -weight;
        edge_.polarity = Polarity::Conflictual;
    }
    return true;
}

std::string EdgeRows::rowName(Fields fields, std::size_t line) const {
    return line != 0 ? "the row"
                     : fmt::format("the edge from {} to {}", quotedField(fieldAt(fields, source_)),
                                   quotedField(fieldAt(fields, target_)));
}

VertexIndex EdgeRows::endNamed(std::string_view id, std::size_t line, std::size_t column,
                               VertexKind kind) {
    const StringId name = dossier_.intern(id);
    if (const VertexIndex known = dossier_.findVertex(name); known != noIndex) {
        return known;
    }
    if (nodesKnown_) {
        columns_.say(Severity::Note, line, column,
                     fmt::format("{} is not among the nodes; it became {}.", quotedField(id),
                                 kind == VertexKind::Other ? "an actor" : "an agreement"));
    }
    Vertex vertex;
    vertex.id = name;
    vertex.label = name;
    vertex.kind = kind;
    return dossier_.add(vertex);
}

void EdgeRows::readKind(std::optional<EdgeKind> kind) {
    const VertexTable& vertices = dossier_.vertices();
    // Participations run from the actor; tables do not always keep to that.
    if (kind.value_or(EdgeKind::Participation) == EdgeKind::Participation &&
        !isActor(vertices.kind(edge_.source)) && isActor(vertices.kind(edge_.target))) {
        std::swap(edge_.source, edge_.target);
    }
    if (kind) {
        edge_.kind = *kind;
    } else if (isActor(vertices.kind(edge_.target))) {
        edge_.kind = EdgeKind::Tie;
    } else {
        edge_.kind =
            isActor(vertices.kind(edge_.source)) ? EdgeKind::Participation : EdgeKind::Lineage;
    }
}

void EdgeRows::readMeaning(Fields fields, std::string_view kindText, bool kindKnown) {
    const std::string_view type = fieldAt(fields, type_);
    const bool mutual = isWord(type, "mutual");
    const bool undirected = isWord(type, "undirected") || mutual;
    mutual_ += mutual ? 1 : 0;
    edge_.directed = !undirected;
    edge_.type = noString;
    const auto mean = [this](std::size_t column, std::string_view text, bool fits) {
        if (text.empty()) {
            return;
        }
        if (fits && edge_.type == noString) {
            edge_.type = dossier_.intern(text);
        } else {
            edge_.attributes.push_back(columns_.attribute(column, text));
        }
    };
    mean(role_, fieldAt(fields, role_), true);
    if (!undirected && !isWord(type, "directed")) {
        mean(type_, type, true);
    }
    if (!kindKnown && !kindText.empty()) {
        mean(kind_, kindText, true);
    }
    mean(label_, fieldAt(fields, label_), role_ == TableHeader::none);
}

bool EdgeRows::takeId(StringId id) {
    if (id == noString) {
        return true;
    }
    if (ids_.size() <= index(id)) {
        ids_.resize(std::max<std::size_t>(ids_.size() * 2, index(id) + 1), false);
    }
    const bool free = !ids_[index(id)];
    ids_[index(id)] = true;
    return free;
}

StringId EdgeRows::freeId(Fields fields, std::size_t line) {
    const StringId id = dossier_.intern(fieldAt(fields, id_));
    if (takeId(id)) {
        return id;
    }
    columns_.say(Severity::Repaired, line, id_,
                 fmt::format("The id {} is there already (a duplicate id); the edge was kept "
                             "as a parallel one without an id.",
                             quotedField(dossier_.text(id))));
    return noString;
}

StringId EdgeRows::numberedId(StringId id, std::size_t& number) {
    if (id == noString) {
        return noString;
    }
    StringId numbered = noString;
    do {
        numbered = dossier_.intern(fmt::format("{} ({})", dossier_.text(id), ++number));
    } while (!takeId(numbered));
    return numbered;
}

void EdgeRows::settleDoubtful() {
    for (const auto& [first, end, code] : doubtful_) {
        if (negative_ == 0) {
            columns_.countMissing(weight_, code == 8 ? "-8" : "-9", 1);
            continue;
        }
        for (EdgeIndex row = first; row < end; ++row) {
            Edge edge = dossier_.edges().row(row);
            edge.weight = static_cast<float>(code);
            edge.polarity = Polarity::Conflictual;
            dossier_.replaceEdge(row, edge);
        }
    }
    negative_ += negative_ == 0 ? 0 : doubtful_.size();
    doubtful_.clear();
}

void EdgeRows::sum() {
    settleDoubtful();
    columns_.sum("Edges");
    if (mutual_ > 0) {
        columns_.say(Severity::Note, 0, type_,
                     fmt::format("Mutual edges: {}. They were taken as undirected.", mutual_));
    }
    if (severalPeriods_ > 0) {
        columns_.say(Severity::Note, firstSeveral_, TableHeader::none,
                     fmt::format("Edges with several periods: {}, the first here. They became {} "
                                 "edges, one for each period; where an edge has an id, those after "
                                 "its first have it with a number.",
                                 severalPeriods_, edgesOfThem_));
    }
    if (negative_ > 0) {
        columns_.say(Severity::Note, 0, weight_,
                     fmt::format("Negative weights: {}. They were taken as the strength of "
                                 "conflictual ties.",
                                 negative_));
    }
}

} // namespace entente
