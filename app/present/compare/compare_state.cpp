// SPDX-License-Identifier: GPL-3.0-or-later
// What of a comparison outlives the program: who is compared, by which columns, and against whom.
#include <present/compare/compare_model.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace headroom::present {
namespace {

const QString kStoredPrefix = QStringLiteral("stored.");
constexpr qsizetype kMostScenarios = 50;

} // namespace

QString CompareModel::state() const
{
    QJsonArray columns, scenarios;
    for (const CompareColumn column : m_columns)
        columns.append(CompareColumns::id(column));
    for (const Row &row : m_rows)
        if (row.key.startsWith(kStoredPrefix))
            scenarios.append(row.key.mid(kStoredPrefix.size()).toLongLong());
    // A pin that is still waited for stays wanted.
    const QString pinned = m_wantedPin.isEmpty() ? m_rows[static_cast<std::size_t>(m_baseline)].key : m_wantedPin;
    return QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("columns"), columns}, {QStringLiteral("scenarios"), scenarios}, {QStringLiteral("pinned"), pinned}, {QStringLiteral("moves"), m_movesShown}})
                                 .toJson(QJsonDocument::Compact));
}

void CompareModel::restore(const QString &state, db::ScenarioId open)
{
    const QJsonObject stored = QJsonDocument::fromJson(state.toUtf8()).object();
    std::vector<CompareColumn> columns;
    const QJsonArray names = stored.value(QStringLiteral("columns")).toArray();
    for (const CompareColumn column : kCompareColumns)
        if (names.contains(CompareColumns::id(column)))
            columns.push_back(column);
    if (!columns.empty() && columns != m_columns) {
        beginResetModel();
        m_columns = columns;
        endResetModel();
    }
    m_wantedPin = stored.value(QStringLiteral("pinned")).toString();
    const QJsonArray scenarios = stored.value(QStringLiteral("scenarios")).toArray();
    for (qsizetype i = 0; i < std::min(scenarios.size(), kMostScenarios); ++i) {
        const auto id = static_cast<db::ScenarioId>(scenarios.at(i).toInteger());
        if (id <= 0 || id == open)
            continue;
        m_shelf.load(id, [this, id, alive = std::weak_ptr<bool>(m_alive)](const core::Result<db::StoredScenario> &loaded) {
            // One that was removed meanwhile is compared no longer; nobody has asked for it just now.
            if (!alive.expired() && loaded)
                addScenario(kStoredPrefix + QString::number(id), loaded->scenario, QString::fromStdString(loaded->summary.title));
        });
    }
    if (stored.value(QStringLiteral("moves")).toBool())
        showMoves(true);
    pinWanted();
    emit changed();
}

// The baseline that was pinned, once its row is there.
void CompareModel::pinWanted()
{
    if (const int row = m_wantedPin.isEmpty() ? -1 : rowOf(m_wantedPin); row >= 0) {
        m_wantedPin.clear();
        m_baseline = row;
    }
}

} // namespace headroom::present
