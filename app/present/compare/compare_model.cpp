// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/compare/compare_model.h>

#include <core/cost/billing.h>
#include <present/format/figure_format.h>
#include <present/plan/plan_sentences.h>
#include <present/texts/compare_texts.h>
#include <present/texts/error_texts.h>
#include <present/texts/money_texts.h>

#include <QFont>

#include <algorithm>
#include <cmath>
#include <limits>

namespace headroom::present {
namespace {

const QString kOpen = QStringLiteral("open");
const QString kMovePrefix = QStringLiteral("move.");
constexpr std::size_t kMostMoves = 6;

} // namespace

CompareModel::CompareModel(ScenarioSession &session, ScenarioShelf &shelf, QObject *parent)
    : QAbstractTableModel(parent), m_session(session), m_shelf(shelf),
      m_columns{CompareColumn::Gpus, CompareColumn::Bill, CompareColumn::PerMillionTokens, CompareColumn::FirstToken, CompareColumn::Headroom, CompareColumn::Utilization, CompareColumn::Power},
      m_alive(std::make_shared<bool>(true))
{
    m_rows.push_back({kOpen, {}, {}, {}, {}});
    connect(&m_worker, &CompareWorker::planned, this, &CompareModel::take);
    connect(&m_worker, &CompareWorker::advised, this, &CompareModel::takeAdvice);
    connect(&m_worker, &CompareWorker::idle, this, &CompareModel::busyChanged);
    connect(&session, &ScenarioSession::planChanged, this, &CompareModel::takeOpen);
    connect(&session, &ScenarioSession::documentChanged, this, &CompareModel::takeOpen);
    connect(&session, &ScenarioSession::catalogChanged, this, &CompareModel::replanAll);
    takeOpen();
}

CompareModel::~CompareModel() = default;

void CompareModel::listStored()
{
    m_shelf.list(false, [this, alive = std::weak_ptr<bool>(m_alive)](const core::Result<std::vector<db::ScenarioSummary>> &all) {
        if (alive.expired())
            return;
        m_stored.clear();
        if (!all) {
            emit failed(all.error());
            return;
        }
        for (const db::ScenarioSummary &summary : *all)
            if (summary.id != m_session.documentId())
                m_stored.push_back({summary.id, QString::fromStdString(summary.title), rowOf(QStringLiteral("stored.%1").arg(summary.id)) >= 0});
        emit storedListed();
    });
}

void CompareModel::addStored(db::ScenarioId id)
{
    m_shelf.load(id, [this, id, alive = std::weak_ptr<bool>(m_alive)](const core::Result<db::StoredScenario> &stored) {
        if (alive.expired())
            return;
        if (!stored) {
            emit failed(stored.error());
            return;
        }
        addScenario(QStringLiteral("stored.%1").arg(id), stored->scenario, QString::fromStdString(stored->summary.title));
    });
}

void CompareModel::addScenario(const QString &key, const core::Scenario &scenario, const QString &title)
{
    if (rowOf(key) >= 0)
        return;
    // Moves stand last.
    auto place = std::ranges::find_if(m_rows, [](const Row &row) { return row.key.startsWith(kMovePrefix); });
    if (key.startsWith(kMovePrefix))
        place = m_rows.end();
    const int row = static_cast<int>(place - m_rows.begin());
    beginInsertRows({}, row, row);
    m_rows.insert(place, {key, title, scenario, {}, {}});
    if (m_baseline >= row)
        ++m_baseline;
    endInsertRows();
    pinWanted();
    m_worker.plan(key, scenario, m_session.catalog());
    emit busyChanged();
    emit changed();
}

bool CompareModel::canRemove(int row) const
{
    return row > 0 && row < static_cast<int>(m_rows.size());
}

void CompareModel::remove(int row)
{
    if (!canRemove(row))
        return;
    m_worker.cancel(m_rows[static_cast<std::size_t>(row)].key);
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    if (m_baseline == row)
        m_baseline = 0;
    else if (m_baseline > row)
        --m_baseline;
    endRemoveRows();
    tell();
}

void CompareModel::showMoves(bool shown)
{
    if (shown == m_movesShown)
        return;
    m_movesShown = shown;
    removeMoves();
    if (shown && m_rows.front().compared)
        m_worker.advise(m_rows.front().compared);
    emit busyChanged();
    emit changed();
}

void CompareModel::removeMoves()
{
    m_worker.cancel({}); // the advice that may be on its way
    removeMoveRows();
}

void CompareModel::removeMoveRows()
{
    for (int row = static_cast<int>(m_rows.size()) - 1; row > 0; --row)
        if (m_rows[static_cast<std::size_t>(row)].key.startsWith(kMovePrefix))
            remove(row);
}

void CompareModel::takeAdvice(const std::shared_ptr<const core::SavingsAdvice> &advice)
{
    if (!m_movesShown)
        return;
    removeMoveRows(); // of an older answer that was already on its way
    std::size_t added = 0;
    const auto add = [&](const core::SavingMove &move) { addScenario(kMovePrefix + QString::fromStdString(move.key), move.scenario, MoneyTexts::move(move.key)); };
    if (advice->together)
        add(*advice->together);
    for (const core::SavingMove &move : advice->moves)
        if (added++ < kMostMoves)
            add(move);
}

bool CompareModel::isShown(CompareColumn column) const
{
    return std::ranges::find(m_columns, column) != m_columns.end();
}

void CompareModel::setShown(CompareColumn column, bool shown)
{
    if (isShown(column) == shown || (!shown && m_columns.size() == 1))
        return;
    beginResetModel();
    if (shown)
        m_columns.push_back(column);
    else
        std::erase(m_columns, column);
    std::ranges::sort(m_columns); // in the order of kCompareColumns
    endResetModel();
    emit changed();
}

void CompareModel::pin(int row)
{
    if (row < 0 || row >= static_cast<int>(m_rows.size()) || row == m_baseline)
        return;
    m_baseline = row;
    m_wantedPin.clear();
    tell();
}

// The open scenario is planned by the session: its answer is taken, not made again.
void CompareModel::takeOpen()
{
    Row &open = m_rows.front();
    open.title = m_session.title();
    const PlanAnswerPtr answer = m_session.answer();
    if (answer && (!open.compared || open.scenario != answer->scenario || open.compared->catalog != answer->catalog
                   || (answer->plan && open.compared->plan.refined != answer->plan->refined))) {
        open.scenario = answer->scenario;
        open.compared.reset();
        open.problem.clear();
        if (answer->plan) {
            auto made = std::make_shared<ComparedPlan>();
            made->plan = *answer->plan;
            made->catalog = answer->catalog;
            if (const core::PlanOption *option = made->shown())
                made->bill = core::billFor(*option, made->plan, *made->catalog);
            open.compared = made;
        } else {
            open.problem = ErrorTexts::sentence(answer->plan.error());
        }
        if (m_movesShown) {
            removeMoves();
            if (m_rows.front().compared)
                m_worker.advise(m_rows.front().compared);
            emit busyChanged();
        }
    }
    tell();
}

void CompareModel::replanAll()
{
    for (std::size_t i = 1; i < m_rows.size(); ++i) {
        m_rows[i].compared.reset();
        m_worker.plan(m_rows[i].key, m_rows[i].scenario, m_session.catalog());
    }
    tell();
    emit busyChanged();
}

void CompareModel::take(const QString &key, const ComparedPlanPtr &compared, const core::Error &error)
{
    const int row = rowOf(key);
    if (row < 0)
        return;
    Row &taken = m_rows[static_cast<std::size_t>(row)];
    taken.compared = compared;
    taken.problem = compared ? QString() : ErrorTexts::sentence(error);
    tell();
}

// One value may move every star and every difference.
void CompareModel::tell()
{
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit changed();
}

int CompareModel::rowOf(const QString &key) const
{
    const auto found = std::ranges::find(m_rows, key, &Row::key);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

ComparedPlanPtr CompareModel::compared(int row) const
{
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? m_rows[static_cast<std::size_t>(row)].compared : nullptr;
}

std::optional<core::Derivation> CompareModel::derivation(const QModelIndex &index) const
{
    const ComparedPlanPtr plan = compared(index.row());
    if (!plan || index.column() < 1)
        return std::nullopt;
    return CompareColumns::derivation(columnAt(index.column()), *plan);
}

// Of the rows that can be compared: money only in the baseline's currency.
std::vector<double> CompareModel::valuesOf(CompareColumn column) const
{
    std::vector<double> values;
    const ComparedPlanPtr baseline = compared(m_baseline);
    for (const Row &row : m_rows) {
        std::optional<double> value;
        if (row.compared && (!CompareColumns::isMoney(column) || !baseline || row.compared->plan.scenario.money.currency == baseline->plan.scenario.money.currency))
            value = CompareColumns::value(column, *row.compared);
        values.push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    return values;
}

std::optional<double> CompareModel::goodness(int row, CompareColumn column) const
{
    const std::vector<double> values = valuesOf(column);
    const double value = values[static_cast<std::size_t>(row)];
    if (!std::isfinite(value))
        return std::nullopt;
    double low = value, high = value;
    for (const double other : values)
        if (std::isfinite(other)) {
            low = std::min(low, other);
            high = std::max(high, other);
        }
    if (high == low)
        return 1.0;
    const double share = (value - low) / (high - low);
    return CompareColumns::better(column) == Better::Lower ? 1.0 - share : share;
}

bool CompareModel::isBest(int row, CompareColumn column) const
{
    if (CompareColumns::better(column) == Better::Neither)
        return false;
    const std::vector<double> values = valuesOf(column);
    // The best of all alike is no news.
    const bool differ = std::ranges::any_of(values, [&](double v) { return std::isfinite(v) && v != values[static_cast<std::size_t>(row)]; });
    const auto good = goodness(row, column);
    return differ && good && *good == 1.0;
}

QString CompareModel::nameText(int row) const
{
    const Row &shown = m_rows[static_cast<std::size_t>(row)];
    QStringList notes;
    if (row == m_baseline)
        notes << CompareTexts::baseline();
    if (shown.key == kOpen)
        notes << CompareTexts::open();
    if (!shown.problem.isEmpty()) {
        notes << shown.problem;
    } else if (!shown.compared) {
        notes << CompareTexts::planning();
    } else if (const core::PlanOption *option = shown.compared->shown()) {
        const FigureFormat format;
        notes << (shown.compared->plan.recommended ? PlanSentences(format, *shown.compared->catalog).option(*option) : CompareTexts::closest());
    } else {
        notes << CompareTexts::noPlan();
    }
    return shown.title + u'\n' + notes.join(QStringLiteral(" · "));
}

QString CompareModel::asText() const
{
    QStringList lines;
    QStringList cells{CompareTexts::nameColumn()};
    for (const CompareColumn column : m_columns)
        cells << CompareColumns::title(column);
    lines << cells.join(u'\t');
    for (const Row &row : m_rows) {
        cells = {row.title};
        for (const CompareColumn column : m_columns)
            cells << (row.compared ? CompareColumns::text(column, *row.compared) : FigureFormat::missing());
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

void CompareModel::retranslate()
{
    for (Row &row : m_rows)
        if (row.key.startsWith(kMovePrefix))
            row.title = MoneyTexts::move(row.key.mid(kMovePrefix.size()).toStdString());
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    tell();
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + static_cast<int>(m_columns.size());
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? CompareTexts::nameColumn() : CompareColumns::title(columnAt(section));
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == KeyRole)
        return row.key;
    if (role == TitleRole)
        return row.title;
    if (index.column() == 0) {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return nameText(index.row());
        return {};
    }
    const CompareColumn column = columnAt(index.column());
    const bool best = isBest(index.row(), column);
    const ComparedPlanPtr baseline = compared(m_baseline);
    switch (role) {
    case Qt::DisplayRole: {
        if (!row.compared)
            return FigureFormat::missing();
        const QString value = CompareColumns::text(column, *row.compared);
        const QString difference = baseline && index.row() != m_baseline ? CompareColumns::difference(column, *row.compared, *baseline) : QString();
        return (best ? QStringLiteral("★ ") : QString()) + value + (difference.isEmpty() ? QString() : u'\n' + difference);
    }
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return row.compared ? CompareColumns::title(column) + QStringLiteral(": ") + CompareColumns::text(column, *row.compared) + (best ? QStringLiteral(", ") + CompareTexts::best() : QString())
                            : FigureFormat::missing();
    case BestRole: return best;
    case Qt::FontRole: {
        QFont font;
        font.setWeight(best ? QFont::DemiBold : QFont::Normal);
        return best ? QVariant(font) : QVariant();
    }
    default: return {};
    }
}

} // namespace headroom::present
