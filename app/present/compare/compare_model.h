// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <present/compare/compare_worker.h>
#include <present/session/scenario_session.h>
#include <present/session/scenario_shelf.h>

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace headroom::present {

// Scenarios side by side: the open one first, then those that were added, then the moves that would cost less. The first
// column names them, the others are the chosen ones of kCompareColumns; each cell has its difference against the pinned
// baseline on a second line, and the best value of a column carries a star. GUI thread.
class CompareModel : public QAbstractTableModel {
Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole + 1, BestRole, TitleRole }; // QString, bool, QString

    // Both outlive the model.
    CompareModel(ScenarioSession &session, ScenarioShelf &shelf, QObject *parent = nullptr);
    ~CompareModel() override;

    // --- who is compared
    struct Candidate {
        db::ScenarioId id = 0;
        QString title;
        bool added = false;
    };
    void listStored();                              // answered by storedListed()
    const std::vector<Candidate> &stored() const { return m_stored; }
    void addStored(db::ScenarioId id);
    void addScenario(const QString &key, const core::Scenario &scenario, const QString &title);
    void remove(int row);                           // the open one stays
    bool canRemove(int row) const;
    void showMoves(bool shown);                     // plans what would cost less than the open one
    bool movesShown() const { return m_movesShown; }

    // --- what by
    const std::vector<CompareColumn> &columns() const { return m_columns; }
    bool isShown(CompareColumn column) const;
    void setShown(CompareColumn column, bool shown); // one stays at least

    void pin(int row);
    int baselineRow() const { return m_baseline; }
    bool isBusy() const { return m_worker.isBusy(); }

    // Who is compared, by what and against whom, as a text to be stored; restore() takes what an older version stored, or nothing,
    // and leaves out `open`, which is the open scenario's row anyway.
    QString state() const;
    void restore(const QString &state, db::ScenarioId open);

    ComparedPlanPtr compared(int row) const;
    CompareColumn columnAt(int section) const { return m_columns[static_cast<std::size_t>(section - 1)]; } // section >= 1
    std::optional<core::Derivation> derivation(const QModelIndex &index) const;
    // 0 the worst of the column's values .. 1 the best; empty where there is no value. All alike: 1.
    std::optional<double> goodness(int row, CompareColumn column) const;
    bool isBest(int row, CompareColumn column) const;
    QString asText() const;                         // tab-separated, for the clipboard
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void changed();            // any row, column, value or the baseline
    void storedListed();
    void busyChanged();
    void failed(const headroom::core::Error &error);

private:
    struct Row {
        QString key;           // "open", "stored.7", "move.one_year"
        QString title;
        core::Scenario scenario;
        ComparedPlanPtr compared;
        QString problem;
    };
    void takeOpen();
    void replanAll();
    void take(const QString &key, const ComparedPlanPtr &compared, const core::Error &error);
    void takeAdvice(const std::shared_ptr<const core::SavingsAdvice> &advice);
    void removeMoves();
    void removeMoveRows();
    void tell();
    void pinWanted();
    int rowOf(const QString &key) const;
    QString nameText(int row) const;
    std::vector<double> valuesOf(CompareColumn column) const;

    ScenarioSession &m_session;
    ScenarioShelf &m_shelf;
    CompareWorker m_worker;
    std::vector<Row> m_rows;
    std::vector<CompareColumn> m_columns;
    std::vector<Candidate> m_stored;
    int m_baseline = 0;
    QString m_wantedPin;   // key of the row to be pinned when it comes; empty: none
    bool m_movesShown = false;
    std::shared_ptr<bool> m_alive;  // answers of the shelf may come after the model is gone
};

} // namespace headroom::present
