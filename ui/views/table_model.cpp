#include "ui/views/table_model.h"

#include "core/model/fold.h"
#include "ui/scene/samples.h"
#include "ui/scene/widget_palette.h"

#include <QPainter>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace entente::ui {

namespace {

/// Ranks of texts: equal ones have equal ranks.
std::vector<double> ranksOfStrings(const Dossier& dossier, const TableColumn& column,
                                   const std::vector<std::uint32_t>& rows) {
    std::unordered_map<std::uint32_t, double> rankOf;
    for (const std::uint32_t row : rows) {
        rankOf.emplace(index(column.string(row)), 0);
    }
    std::vector<std::pair<std::string, std::uint32_t>> texts;
    texts.reserve(rankOf.size());
    for (const auto& [id, rank] : rankOf) {
        texts.emplace_back(fold(dossier.text(StringId{id})), id);
    }
    std::ranges::sort(texts);
    double rank = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        rank += i > 0 && texts[i].first != texts[i - 1].first ? 1 : 0;
        // Empty cells come last, whichever way the column is sorted.
        rankOf[texts[i].second] = texts[i].first.empty() ? std::nan("") : rank;
    }
    std::vector<double> ranks;
    ranks.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        ranks.push_back(rankOf[index(column.string(row))]);
    }
    return ranks;
}

std::vector<double> ranksOfTexts(const TableColumn& column,
                                 const std::vector<std::uint32_t>& rows) {
    std::vector<std::pair<std::string, std::size_t>> texts;
    texts.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        texts.emplace_back(fold(column.text(rows[i]).toStdString()), i);
    }
    std::ranges::sort(texts);
    std::vector<double> ranks(rows.size());
    double rank = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        rank += i > 0 && texts[i].first != texts[i - 1].first ? 1 : 0;
        ranks[texts[i].second] = texts[i].first.empty() ? std::nan("") : rank;
    }
    return ranks;
}

QString quoted(const QString& field) {
    const bool plain = std::ranges::none_of(field, [](QChar c) {
        return c == QLatin1Char('"') || c == QLatin1Char(',') || c == QLatin1Char('\n') ||
               c == QLatin1Char('\r');
    });
    if (plain) {
        return field;
    }
    QString text = field;
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

TableModel::TableModel(const Workspace* workspace, QObject* parent)
    : QAbstractTableModel(parent), workspace_(workspace) {
    takeDossier();
}

void TableModel::setTable(Table table) {
    if (table != table_) {
        table_ = table;
        sortColumn_ = -1;
        takeDossier();
    }
}

void TableModel::setShowAll(bool all) {
    if (all != showAll_) {
        beginResetModel();
        showAll_ = all;
        findShown();
        endResetModel();
    }
}

void TableModel::takeDossier() {
    beginResetModel();
    columns_ = columnsOf(workspace_->dossier(), table_);
    if (sortColumn_ >= static_cast<int>(columns_.size())) {
        sortColumn_ = -1;
    }
    sectorMarks_.clear();
    order();
    findShown();
    endResetModel();
}

void TableModel::takeFilter() {
    if (showAll_) {
        return;
    }
    beginResetModel();
    findShown();
    endResetModel();
}

void TableModel::takeStyle() {
    sectorMarks_.clear();
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

bool TableModel::elementPasses(ElementRef element) const {
    const Visibility& visibility = workspace_->visibility();
    const std::vector<std::uint8_t>& table =
        element.kind == ElementKind::Vertex ? visibility.vertices : visibility.edges;
    return element.index < table.size() && table[element.index] != 0;
}

bool TableModel::passes(std::uint32_t row) const {
    switch (elementKindOf(table_)) {
    case ElementKind::Vertex:
    case ElementKind::Edge:
        return elementPasses({elementKindOf(table_), row});
    case ElementKind::Claim:
        return elementPasses(workspace_->dossier().claims()[row].about);
    case ElementKind::Source:
        return sourceShown_[row] != 0;
    }
    return true;
}

void TableModel::findShown() {
    if (showAll_) {
        shown_ = ordered_;
        return;
    }
    if (table_ == Table::Sources) {
        // A source is shown with any of its claims.
        const Dossier& dossier = workspace_->dossier();
        sourceShown_.assign(dossier.sources().size(), 0);
        for (ClaimIndex i = 0; i < dossier.claims().size(); ++i) {
            const Claim& claim = dossier.claims()[i];
            if (!dossier.claimRemoved(i) && claim.source < sourceShown_.size() &&
                elementPasses(claim.about)) {
                sourceShown_[claim.source] = 1;
            }
        }
    }
    shown_.clear();
    std::ranges::copy_if(ordered_, std::back_inserter(shown_),
                         [this](std::uint32_t row) { return passes(row); });
}

void TableModel::order() {
    ordered_ = ui::rowsOf(workspace_->dossier(), table_);
    if (sortColumn_ < 0) {
        return;
    }
    const TableColumn& column = columns_[static_cast<std::size_t>(sortColumn_)];
    std::vector<double> keys;
    if (column.number) {
        keys.reserve(ordered_.size());
        std::ranges::transform(ordered_, std::back_inserter(keys), column.number);
    } else if (column.string) {
        keys = ranksOfStrings(workspace_->dossier(), column, ordered_);
    } else {
        keys = ranksOfTexts(column, ordered_);
    }
    std::vector<std::uint32_t> places(ordered_.size());
    std::iota(places.begin(), places.end(), 0U);
    const bool ascending = sortOrder_ == Qt::AscendingOrder;
    std::ranges::stable_sort(places, [&keys, ascending](std::uint32_t a, std::uint32_t b) {
        if (std::isnan(keys[a]) || std::isnan(keys[b])) {
            return !std::isnan(keys[a]) && std::isnan(keys[b]);
        }
        return ascending ? keys[a] < keys[b] : keys[b] < keys[a];
    });
    std::vector<std::uint32_t> sorted;
    sorted.reserve(places.size());
    for (const std::uint32_t place : places) {
        sorted.push_back(ordered_[place]);
    }
    ordered_ = std::move(sorted);
}

void TableModel::sort(int column, Qt::SortOrder sortOrder) {
    if (column == sortColumn_ && sortOrder == sortOrder_) {
        return;
    }
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::uint32_t> rowsBefore;
    for (const QModelIndex& at : before) {
        rowsBefore.push_back(shown_[static_cast<std::size_t>(at.row())]);
    }
    sortColumn_ = column < columnCount() ? column : -1;
    sortOrder_ = sortOrder;
    order();
    findShown();
    if (!before.isEmpty()) {
        std::unordered_map<std::uint32_t, int> placeOf;
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            placeOf.emplace(shown_[i], static_cast<int>(i));
        }
        QModelIndexList after;
        for (qsizetype i = 0; i < before.size(); ++i) {
            after << index(placeOf[rowsBefore[static_cast<std::size_t>(i)]], before[i].column());
        }
        changePersistentIndexList(before, after);
    }
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

int TableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

SectorSet TableModel::sectorsOf(std::uint32_t row) const {
    const Dossier& dossier = workspace_->dossier();
    return elementKindOf(table_) == ElementKind::Vertex ? dossier.vertices().sectors(row)
                                                        : dossier.edges().sectors(row);
}

QVariant TableModel::marks(const TableColumn& column, std::uint32_t row) const {
    const Dossier& dossier = workspace_->dossier();
    const Style& style = workspace_->style();
    if (column.marks == TableColumn::Marks::Element) {
        return elementIcon(dossier, {elementKindOf(table_), row}, style.colours());
    }
    if (column.marks != TableColumn::Marks::Sectors || sectorsOf(row) == 0) {
        return {};
    }
    QPixmap& image = sectorMarks_[sectorsOf(row)];
    if (image.isNull()) {
        constexpr int pitch = 12;
        constexpr int height = 16;
        constexpr int scale = 2;
        const int count = std::popcount(sectorsOf(row));
        image = QPixmap(count * pitch * scale, height * scale);
        image.setDevicePixelRatio(scale);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        int x = 0;
        for (std::size_t i = 0; i < dossier.sectors().size(); ++i) {
            if ((sectorsOf(row) & sectorBit(i)) != 0) {
                sectorSample(dossier.sectors()[i], style.theme)(
                    painter, QRectF(x, 0, pitch, height), widgetPalette(style.colours()), true);
                x += pitch;
            }
        }
    }
    return image;
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const TableColumn& column = columns_[static_cast<std::size_t>(index.column())];
    const std::uint32_t row = shown_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return column.text(row);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((column.alignRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::DecorationRole:
        return marks(column, row);
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const TableColumn& column = columns_[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) {
        return column.title;
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::Alignment((column.alignRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    return {};
}

ElementRef TableModel::element(int row) const {
    return {elementKindOf(table_), shown_[static_cast<std::size_t>(row)]};
}

std::vector<int> TableModel::rowsOf(const std::set<ElementRef>& elements) const {
    const ElementKind kind = elementKindOf(table_);
    const auto first = elements.lower_bound({kind, 0});
    const auto last = elements.upper_bound({kind, noIndex});
    std::vector<std::uint8_t> wanted;
    for (auto element = first; element != last; ++element) {
        wanted.resize(std::max<std::size_t>(wanted.size(), element->index + std::size_t{1}));
        wanted[element->index] = 1;
    }
    std::vector<int> rows;
    for (std::size_t i = 0; i < shown_.size() && !wanted.empty(); ++i) {
        if (shown_[i] < wanted.size() && wanted[shown_[i]] != 0) {
            rows.push_back(static_cast<int>(i));
        }
    }
    return rows;
}

int TableModel::mostWidth(int column) const {
    return columns_[static_cast<std::size_t>(column)].mostWidth;
}

bool TableModel::isAttribute(int column) const {
    return columns_[static_cast<std::size_t>(column)].isAttribute;
}

QString TableModel::csv(std::vector<int> rows, std::vector<int> columns) const {
    if (columns.empty()) {
        columns.resize(columns_.size());
        std::iota(columns.begin(), columns.end(), 0);
    }
    if (rows.empty()) {
        rows.resize(shown_.size());
        std::iota(rows.begin(), rows.end(), 0);
    }
    QString text;
    const auto append = [&text, &columns,
                         this](const std::function<QString(const TableColumn&)>& field) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            text += i > 0 ? QStringLiteral(",") : QString();
            text += quoted(field(columns_[static_cast<std::size_t>(columns[i])]));
        }
        text += QStringLiteral("\r\n");
    };
    append([](const TableColumn& column) { return column.title; });
    for (const int at : rows) {
        const std::uint32_t row = shown_[static_cast<std::size_t>(at)];
        append([row](const TableColumn& column) {
            return column.plain ? column.plain(row) : column.text(row);
        });
    }
    return text;
}

} // namespace entente::ui
