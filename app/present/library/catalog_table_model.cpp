// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/library/catalog_table_model.h>

#include <present/format/figure_format.h>
#include <present/texts/library_texts.h>

#include <core/catalog/parameters.h>
#include <core/prices/freshness.h>

#include <QStringList>

#include <algorithm>

namespace headroom::present {

namespace {

QString text(const std::string &words)
{
    return words.empty() ? FigureFormat::missing() : QString::fromStdString(words);
}

QString sourceText(const core::Source &source)
{
    if (source.text.empty())
        return {};
    return LibraryTexts::sourceText(QString::fromStdString(source.text), QString::fromStdString(source.asOf), source.confidence == "low");
}

QString upper(core::NumberFormat format)
{
    return QString::fromUtf8(core::formatId(format).data(), static_cast<qsizetype>(core::formatId(format).size()));
}

QString teraflops(double perSecond)
{
    return FigureFormat().significant(perSecond / 1e12) + QStringLiteral(" TFLOPS");
}

} // namespace

CatalogTableModel::CatalogTableModel(Table table, std::shared_ptr<const core::Catalog> catalog, QObject *parent)
    : QAbstractTableModel(parent), m_table(table), m_catalog(std::move(catalog))
{
    build();
}

void CatalogTableModel::setCatalog(std::shared_ptr<const core::Catalog> catalog)
{
    beginResetModel();
    m_catalog = std::move(catalog);
    build();
    endResetModel();
}

void CatalogTableModel::retranslate()
{
    beginResetModel();
    build();
    endResetModel();
}

void CatalogTableModel::build()
{
    m_rows.clear();
    switch (m_table) {
    case Table::Models:
        m_headers = {LibraryTexts::name(), LibraryTexts::totalParameters(), LibraryTexts::activeParameters(), LibraryTexts::context(), LibraryTexts::nativeFormat(),
                     LibraryTexts::attention(), LibraryTexts::licence(), LibraryTexts::sourceDate()};
        m_firstNumber = 1;
        m_lastNumber = 3;
        for (const core::Model &model : m_catalog->models)
            m_rows.push_back(modelRow(model));
        break;
    case Table::Gpus:
        m_headers = {LibraryTexts::name(), LibraryTexts::vendor(), LibraryTexts::memory(), LibraryTexts::bandwidth(), LibraryTexts::rate(QStringLiteral("bf16")),
                     LibraryTexts::rate(QStringLiteral("fp8")), LibraryTexts::power(), LibraryTexts::year(), LibraryTexts::link(), LibraryTexts::sourceDate()};
        m_firstNumber = 2;
        m_lastNumber = 7;
        for (const core::Gpu &gpu : m_catalog->gpus)
            m_rows.push_back(gpuRow(gpu));
        break;
    case Table::Offers:
        m_headers = {LibraryTexts::provider(), LibraryTexts::region(), LibraryTexts::instance(), LibraryTexts::gpu(), LibraryTexts::gpuCount(), LibraryTexts::onDemand(),
                     LibraryTexts::oneYear(), LibraryTexts::threeYears(), LibraryTexts::spot(), LibraryTexts::sourceDate()};
        m_firstNumber = 4;
        m_lastNumber = 8;
        for (const core::Offer &offer : m_catalog->offers)
            m_rows.push_back(offerRow(offer));
        break;
    case Table::Accuracy:
        m_headers = {LibraryTexts::heldOut(), LibraryTexts::groupedBy(), LibraryTexts::group(), LibraryTexts::rows(), LibraryTexts::tpotError(), LibraryTexts::insideBand(),
                     LibraryTexts::ttftError(), LibraryTexts::insideBand(), LibraryTexts::throughputError(), LibraryTexts::insideBand()};
        m_firstNumber = 3;
        m_lastNumber = 9;
        for (const core::AccuracyEntry &entry : m_catalog->accuracy)
            m_rows.push_back(accuracyRow(entry));
        break;
    }
}

CatalogTableModel::Row CatalogTableModel::modelRow(const core::Model &model) const
{
    const FigureFormat format;
    const double total = static_cast<double>(core::countParameters(model.architecture).total()) / 1e9;
    const double active = static_cast<double>(core::activeParameters(model.architecture)) / 1e9;
    const bool dense = active > 0.999 * total;
    Row row;
    row.id = QString::fromStdString(model.id);
    row.cells = {{text(model.name), {}},
                 {LibraryTexts::parameters(total), total},
                 {dense ? FigureFormat::missing() : LibraryTexts::parameters(active), active},
                 {model.maxContext > 0 ? format.count(model.maxContext) : FigureFormat::missing(), model.maxContext},
                 {upper(model.nativeFormat), {}},
                 {LibraryTexts::attentionName(QString::fromStdString(core::attentionClass(model.architecture))), {}},
                 {text(model.licence), {}},
                 {FigureFormat::date(model.source.asOf), {}}};
    row.source = sourceText(model.source);
    QStringList notes;
    for (const std::string &warning : model.warnings)
        notes << LibraryTexts::modelWarning(QString::fromStdString(warning));
    row.notes = notes.join(QLatin1Char('\n'));
    return row;
}

CatalogTableModel::Row CatalogTableModel::gpuRow(const core::Gpu &gpu) const
{
    const FigureFormat format;
    const auto rate = [&gpu](core::NumberFormat wanted) -> Cell {
        const auto it = gpu.denseRates.find(wanted);
        return it == gpu.denseRates.end() ? Cell{FigureFormat::missing(), -1.0} : Cell{teraflops(it->second.value()), it->second.value()};
    };
    Row row;
    row.id = QString::fromStdString(gpu.id);
    row.cells = {{text(gpu.name), {}},
                 {text(gpu.vendor), {}},
                 {format.bytes(gpu.memoryLabel), gpu.memoryLabel.value()},
                 {LibraryTexts::perSecond(format.bytes(core::Bytes(gpu.memoryBandwidth.value()))), gpu.memoryBandwidth.value()},
                 rate(core::NumberFormat::Bf16),
                 rate(core::NumberFormat::Fp8),
                 {format.power(gpu.tdp), gpu.tdp ? gpu.tdp->value() : -1.0},
                 {gpu.year > 0 ? QString::number(gpu.year) : FigureFormat::missing(), gpu.year},
                 {gpu.interconnect ? text(gpu.interconnect->name) : QStringLiteral("PCIe"), {}},
                 {FigureFormat::date(gpu.source.asOf), {}}};
    row.source = sourceText(gpu.source);
    row.notes = QString::fromStdString(gpu.notes);
    return row;
}

CatalogTableModel::Row CatalogTableModel::offerRow(const core::Offer &offer) const
{
    const FigureFormat format;
    const auto price = [&format](const std::optional<core::Money> &money) {
        return Cell{format.money(money), money ? money->toDouble() : -1.0};
    };
    const core::Gpu *gpu = m_catalog->findGpu(offer.gpu);
    std::string newest = offer.source.asOf;
    for (const auto &[commitment, source] : offer.ownSources)
        newest = std::max(newest, source.asOf);
    Row row;
    row.cells = {{text(offer.provider), {}},
                 {text(offer.region), {}},
                 {text(offer.instance), {}},
                 {gpu ? QString::fromStdString(gpu->name) : QString::fromStdString(offer.gpu), {}},
                 {format.count(offer.gpus), offer.gpus},
                 price(offer.onDemand),
                 price(offer.oneYear),
                 price(offer.threeYears),
                 price(offer.spot),
                 {core::isStale(newest, m_catalog->readOn) ? LibraryTexts::staleDate(FigureFormat::date(newest)) : FigureFormat::date(newest), {}}};
    row.source = sourceText(offer.source);
    QStringList notes;
    for (const auto &[commitment, source] : offer.ownSources)
        notes << LibraryTexts::commitmentSource(commitment, sourceText(source));
    if (const auto age = core::ageInDays(newest, m_catalog->readOn); age && core::isStale(newest, m_catalog->readOn))
        notes << LibraryTexts::staleNote(*age);
    row.notes = notes.join(QLatin1Char('\n'));
    return row;
}

CatalogTableModel::Row CatalogTableModel::accuracyRow(const core::AccuracyEntry &entry) const
{
    const FigureFormat format;
    const auto error = [&](const core::AccuracyFigure &figure) -> Cell {
        if (figure.rows == 0)
            return {FigureFormat::missing(), -1.0};
        return {LibraryTexts::medianAndMean(format.percent(figure.median), format.percent(figure.mean)), figure.median};
    };
    const auto inside = [&](const core::AccuracyFigure &figure) -> Cell {
        return figure.rows == 0 || figure.insideBand < 0 ? Cell{FigureFormat::missing(), -1.0} : Cell{format.percent(figure.insideBand), figure.insideBand};
    };
    const QString by = QString::fromStdString(entry.by);
    const int rows = std::max({entry.tpot.rows, entry.ttft.rows, entry.throughput.rows});
    Row row;
    row.cells = {{LibraryTexts::heldOutName(QString::fromStdString(entry.holdOut)), {}},
                 {LibraryTexts::groupedByName(by), {}},
                 {entry.key.empty() ? FigureFormat::missing() : LibraryTexts::groupName(by, QString::fromStdString(entry.key)), {}},
                 {format.count(rows), rows},
                 error(entry.tpot),
                 inside(entry.tpot),
                 error(entry.ttft),
                 inside(entry.ttft),
                 error(entry.throughput),
                 inside(entry.throughput)};
    row.source = LibraryTexts::accuracyHelp(QString::fromStdString(m_catalog->constants.version));
    return row;
}

int CatalogTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CatalogTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

QVariant CatalogTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const Cell &cell = row.cells[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return cell.text;
    case Qt::TextAlignmentRole:
        return QVariant(index.column() >= m_firstNumber && index.column() <= m_lastNumber ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ToolTipRole:
    case SourceRole: return row.source;
    case SortRole: return cell.sort.isValid() ? cell.sort : QVariant(cell.text.toCaseFolded());
    case IdRole: return row.id;
    case NotesRole: return row.notes;
    case FilterRole: {
        QStringList all{row.id};
        for (const Cell &part : row.cells)
            all << part.text;
        return all.join(QLatin1Char(' '));
    }
    default: return {};
    }
}

QVariant CatalogTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section >= m_firstNumber && section <= m_lastNumber ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(m_headers[static_cast<std::size_t>(section)]) : QVariant();
}

} // namespace headroom::present
